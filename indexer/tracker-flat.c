#include "indexer/tracker-flat.h"

#include <string.h>

#include "base/date.h"
#include "indexer/tracker.h"

/* The number of a row is no longer than this. */
#define MAX_NUMBER_BYTES 16

/* Bytes of the number that begins a flattened row, "TB/58 29/04/25 Night buses
 * Report costs DR Open", "34/20 Tolls Write to the pilots", with the space
 * behind it; 0 for none.  Plain numbers count the rows: the next is @count. */
static gsize
flat_number(const struct mb_line *line, guint count)
{
	gsize n = strcspn(line->text, " ");
	struct mb_date_hit hit;

	if (line->kind != MB_LINE_TEXT || line->furniture || n < 1 ||
	    n > MAX_NUMBER_BYTES || !line->text[n])
		return 0;
	if (strspn(line->text, "0123456789") == n - (line->text[n - 1] == '.'))
		return g_ascii_strtoull(line->text, NULL, 10) == count ? n + 1
		                                                       : 0;
	if (!g_ascii_isdigit(line->text[n - 1]) ||
	    (mb_date_find(line->text, 0, &hit) && hit.start == 0))
		return 0;
	return g_ascii_isalpha(*line->text) || memchr(line->text, '/', n)
	           ? n + 1
	           : 0;
}

/* The subject at @text where cells begin with capitals: "Night buses Report
 * costs"; what stands behind it in @rest.  Transfer full; NULL when the cells
 * can't be told apart. */
static char *
flat_subject(const char *text, const char **rest)
{
	*rest = text;
	for (const char *p = strchr(text, ' '); p && p - text < 60;
	     p = strchr(p + 1, ' '))
		if (g_ascii_isupper(p[1]) && g_ascii_islower(p[2])) {
			*rest = p + 1;
			return g_strndup(text, (gsize)(p - text));
		}
	return NULL;
}

static struct mb_row *
make_flat_row(const struct mb_lines *lines, const struct mb_table_head *table,
              guint first, guint end, gsize n)
{
	struct mb_row *row = g_new0(struct mb_row, 1);
	const struct mb_line *line = mb_lines_at(lines, first);
	gsize n_date;
	const char *rest = line->text + n;
	GString *text = g_string_new(NULL);

	row->header = table->header;
	row->first = first;
	row->end = end;
	row->number =
	    g_strndup(line->text, n - 1 - (line->text[n - 2] == '.' ? 1 : 0));
	n_date = strspn(rest, "0123456789/.-");
	if (n_date && rest[n_date] == ' ') {
		g_string_append_len(text, rest, (gssize)n_date);
		rest += n_date + 1;
	}
	for (guint i = 0; i + 1 < table->n_columns; i++)
		if (table->columns[i] == MB_COLUMN_SUBJECT &&
		    table->columns[i + 1] == MB_COLUMN_ACTION)
			row->title = flat_subject(rest, &rest);
	g_string_append_printf(text, "%s%s", text->len ? "\n" : "", rest);
	for (guint i = first + 1; i < end; i++)
		if (!mb_lines_at(lines, i)->furniture)
			g_string_append_printf(text, "\n%s",
			                       mb_lines_at(lines, i)->text);
	row->text = g_string_free(text, FALSE);
	return row;
}

guint
mb_tracker_flat_read(const struct mb_lines *lines,
                     const struct mb_table_head *table, guint end,
                     GPtrArray *rows)
{
	guint i = table->header + 1, next, count = 1;
	gsize n;

	while (i < end && (n = flat_number(mb_lines_at(lines, i), count))) {
		count++;
		for (next = i + 1; next < end; next++) {
			const struct mb_line *line = mb_lines_at(lines, next);

			if (line->gap || line->heading ||
			    flat_number(line, count))
				break;
		}
		g_ptr_array_add(rows, make_flat_row(lines, table, i, next, n));
		i = next;
	}
	return i;
}
