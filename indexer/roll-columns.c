#include "indexer/roll-columns.h"

#include <string.h>

#include "indexer/rolls-told.h"

/* So many rows have the names of those beside each other. */
#define MAX_ROWS 40

/* Is the line a row whose every cell is the label of a list, the first too? */
static gboolean
has_labels(const struct mb_line *line)
{
	guint n = 0;

	if (line->kind != MB_LINE_ROW || !line->cells || !line->cells[0] ||
	    !*line->cells[0])
		return FALSE;
	for (guint c = 0; line->cells[c]; c++) {
		struct mb_roll_label label;

		if (!*line->cells[c])
			continue;
		if (!mb_roll_label_read(line->cells[c], &label) ||
		    label.end < strlen(line->cells[c]))
			return FALSE;
		n++;
	}
	return n > 1;
}

/* The cells of column @c in rows [first, end), a line each.  Transfer full. */
static char *
column_text(const struct mb_lines *lines, guint first, guint end, guint c)
{
	GString *out = g_string_new(NULL);

	for (guint i = first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		if (line->furniture || c >= g_strv_length(line->cells) ||
		    !*line->cells[c])
			continue;
		if (out->len)
			g_string_append_c(out, '\n');
		g_string_append(out, line->cells[c]);
	}
	return g_string_free(out, FALSE);
}

guint
mb_roll_columns_read(const struct mb_lines *lines, guint i, guint end,
                     const struct mb_roll_label *where, GPtrArray *out)
{
	const struct mb_line *head = mb_lines_at(lines, i);
	guint last = i + 1;

	if (!has_labels(head))
		return i;
	while (last < end && last - i <= MAX_ROWS &&
	       mb_lines_at(lines, last)->kind == MB_LINE_ROW &&
	       !has_labels(mb_lines_at(lines, last)))
		last++;
	for (guint c = 0; head->cells[c]; c++) {
		g_autofree char *text = column_text(lines, i + 1, last, c);
		struct mb_roll_label label;

		if (!mb_roll_label_read(head->cells[c], &label) || !*text)
			continue;
		label.first = where->first && c == 0;
		label.small = where->small;
		label.mixed = where->mixed;
		mb_rolls_in_paragraph(text, &label, out);
	}
	return last;
}
