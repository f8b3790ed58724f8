#include "indexer/tracker-split.h"

#include <string.h>

#include "indexer/headline-clean.h"
#include "indexer/titles.h"
#include "indexer/tracker.h"

/* A subject that does not fit on a page's last row has some length. */
#define MIN_BYTES 40

/* Of a paper so many pairs are looked for in its lines. */
#define MAX_PAIRS 20

/* @a and @b as one text, quotes straight.  Transfer full. */
static char *
joined(const char *a, const char *b)
{
	g_autofree char *text = g_strconcat(a, " ", b, NULL);
	GString *plain = g_string_new(NULL);

	mb_titles_append_plain(plain, text);
	return g_string_free(plain, FALSE);
}

static gboolean
is_printed(const struct mb_lines *lines, const char *text)
{
	for (guint i = 0; i < lines->lines->len; i++) {
		const char *line = mb_lines_at(lines, i)->text;
		g_autoptr(GString) plain = NULL;

		if (strlen(line) < strlen(text))
			continue;
		plain = g_string_new(NULL);
		mb_titles_append_plain(plain, line);
		if (strstr(plain->str, text))
			return TRUE;
	}
	return FALSE;
}

/* Give @title to the rows at [first, end), whose subject is a part of it. */
static void
set_titles(GPtrArray *rows, guint first, guint end, const char *title)
{
	for (guint i = first; i < end; i++) {
		struct mb_row *row = g_ptr_array_index(rows, i);

		g_free(row->title);
		row->title = mb_headline_clean(title, FALSE);
	}
}

/* The first row behind @first that has another subject. */
static guint
subject_end(GPtrArray *rows, guint first)
{
	const struct mb_row *row = g_ptr_array_index(rows, first);
	guint end = first + 1;

	while (
	    end < rows->len &&
	    !g_strcmp0(((struct mb_row *)g_ptr_array_index(rows, end))->title,
	               row->title))
		end++;
	return end;
}

void
mb_tracker_join_split(const struct mb_lines *lines, GPtrArray *rows)
{
	guint n_pairs = 0;

	for (guint first = 0, next; first < rows->len; first = next) {
		const struct mb_row *row = g_ptr_array_index(rows, first),
				    *other;
		g_autofree char *title = NULL;

		next = subject_end(rows, first);
		other = next < rows->len ? g_ptr_array_index(rows, next) : NULL;
		if (!other || !row->title || !other->title ||
		    strlen(row->title) < MIN_BYTES ||
		    !g_ascii_isalnum(row->title[strlen(row->title) - 1]) ||
		    n_pairs++ >= MAX_PAIRS)
			continue;
		title = joined(row->title, other->title);
		if (is_printed(lines, title))
			set_titles(rows, first, subject_end(rows, next), title);
	}
}
