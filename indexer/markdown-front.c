#include "config.h"

#include "indexer/markdown-front.h"

#include <string.h>

#include "base/date.h"

/* Front matter of a web site's generator ends within so many lines. */
#define FRONT_MATTER_LINES 64u

/* The value of "title: …" without its quotes.  Transfer full. */
static char *
front_value(const char *line)
{
	char *value = g_strstrip(g_strdup(strchr(line, ':') + 1));
	gsize n = strlen(value);

	if (n >= 2 && (*value == '"' || *value == '\'') &&
	    value[n - 1] == *value) {
		value[n - 1] = '\0';
		memmove(value, value + 1, n - 1);
	}
	return value;
}

/* Keep what one line of a page's front matter says. */
static void
take_front(struct mb_lines *lines, const char *line)
{
	g_autofree char *value = NULL;

	if (!g_str_has_prefix(line, "title:") &&
	    !g_str_has_prefix(line, "date:"))
		return;
	value = front_value(line);
	if (*line == 'd') {
		value[MIN(strlen(value), strlen("2020-03-05"))] = '\0';
		lines->posted = mb_date_from_iso(value);
	} else if (*value && lines->title == NULL) {
		lines->title = g_steal_pointer(&value);
	}
}

/* "key: value", "  - entry" or nothing. */
static gboolean
is_front_line(const char *line)
{
	gsize key = strspn(line, "abcdefghijklmnopqrstuvwxyz"
	                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

	return (key > 0 && line[key] == ':') || *line == ' ' || *line == '\0' ||
	       *line == '-' || *line == '#';
}

const char *
mb_markdown_front(const char *text, struct mb_lines *lines)
{
	const char *p = text + strspn(text, "\r\n");
	g_autoptr(GPtrArray) front = g_ptr_array_new_with_free_func(g_free);

	if (!g_str_has_prefix(p, "---\n") && !g_str_has_prefix(p, "---\r\n"))
		return text;
	p = strchr(p, '\n') + 1;
	for (guint i = 0; i < FRONT_MATTER_LINES && *p != '\0'; i++) {
		gsize n = strcspn(p, "\n");
		char *line = g_strchomp(g_strndup(p, n));

		g_ptr_array_add(front, line);
		p += n + (p[n] == '\n');
		if (g_str_equal(line, "---")) {
			for (guint k = 0; k < front->len; k++)
				take_front(lines, g_ptr_array_index(front, k));
			return p;
		}
		if (!is_front_line(line))
			break;
	}
	return text;
}
