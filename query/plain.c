#include "query/plain.h"

#include <string.h>

#define ELLIPSIS "\342\200\246"

gboolean
mb_plain_is_unsafe(gunichar c)
{
	if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')
		return FALSE;
	return c < 0x20 || (c >= 0x7F && c < 0xA0) ||       /* control */
	       c == 0x061C || c == 0x200E || c == 0x200F || /* direction */
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
	       c == 0xFEFF;
}

void
mb_plain_append_line(GString *out, const char *text, gssize n_bytes)
{
	gsize n = n_bytes < 0 ? strlen(text) : (gsize)n_bytes;
	const char *end = text + n;

	for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (mb_plain_is_unsafe(c))
			continue;
		if (!g_unichar_isspace(c))
			g_string_append_unichar(out, c);
		else if (out->len == 0 || out->str[out->len - 1] != ' ')
			g_string_append_c(out, ' ');
	}
}

char *
mb_plain_line(const char *text)
{
	GString *out = g_string_new(NULL);

	if (text != NULL)
		mb_plain_append_line(out, text, -1);
	return g_strstrip(g_string_free(out, FALSE));
}

static guint
width_of_char(gunichar c)
{
	return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

guint
mb_plain_width(const char *text, gssize n_bytes)
{
	const char *end = n_bytes < 0 ? NULL : text + n_bytes;
	guint n = 0;

	for (const char *p = text; end == NULL ? *p != '\0' : p < end;
	     p = g_utf8_next_char(p))
		n += width_of_char(g_utf8_get_char(p));
	return n;
}

static void
append_spaces(GString *out, guint n)
{
	for (; n > 0; n--)
		g_string_append_c(out, ' ');
}

void
mb_plain_append_padded(GString *out, const char *text, guint width)
{
	guint n_text = mb_plain_width(text, -1);
	guint n = 0;

	if (n_text <= width) {
		g_string_append(out, text);
		append_spaces(out, width - n_text);
		return;
	}
	for (const char *p = text; width > 0; p = g_utf8_next_char(p)) {
		guint one = width_of_char(g_utf8_get_char(p));

		if (n + one > width - 1)
			break;
		g_string_append_unichar(out, g_utf8_get_char(p));
		n += one;
	}
	if (width > 0)
		g_string_append(out, ELLIPSIS);
	append_spaces(out, width - MIN(n + 1, width));
}

void
mb_plain_append_right(GString *out, const char *text, guint width)
{
	guint n = mb_plain_width(text, -1);

	if (n > width && width > 0) {
		g_string_append(out, ELLIPSIS);
		width--;
		for (; n > width; text = g_utf8_next_char(text))
			n -= width_of_char(g_utf8_get_char(text));
	}
	append_spaces(out, width - MIN(n, width));
	g_string_append(out, text);
}

char *
mb_plain_text(const char *text)
{
	GString *out = g_string_sized_new(strlen(text));

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == '\t')
			g_string_append_c(out, ' ');
		else if (c == '\n' || c == '\f')
			g_string_append_c(out, '\n');
		else if (c != '\r' && !mb_plain_is_unsafe(c))
			g_string_append_unichar(out, c);
	}
	return g_string_free(out, FALSE);
}

/* A line shorter than this ended where its author meant it to. */
#define FULL_LINE 60

/* TRUE when a line at @p begins a point of a list: "- ", "\342\200\242", "(a)",
 * "12." or "iv)". */
static gboolean
begins_point(const char *p)
{
	gsize n = 0;

	if (!g_unichar_isalnum(g_utf8_get_char(p)))
		return TRUE;
	while (n < 4 && g_ascii_isalnum(p[n]))
		n++;
	return p[n] == '.' || p[n] == ')';
}

char *
mb_plain_unwrap(const char *text)
{
	char *out = g_strdup(text);
	char *line = out;

	for (char *end = strchr(line, '\n'); end != NULL;
	     end = strchr(line, '\n')) {
		const char *next = end + 1;

		if (end - line >= FULL_LINE && *next != '\0' &&
		    !begins_point(next))
			*end = ' ';
		line = end + 1;
	}
	return out;
}
