#include "indexer/pdf-table.h"

#include <string.h>

#include "indexer/clean.h"

/*    NO        ACTION                          OWNER     UPDATE
 *    Dec22.04  AS to chase NO re sleepers in   AS        George Stephenson
 *              playground                                will remove them
 *            ^^                              ^^        ^^
 *            gutters: white from the first row to the last
 *
 * A paper's lists have one gutter, between number and text; only where three
 * columns keep apart for some rows is it a table. */

/* A gutter narrower than this is a gap between words. */
#define GUTTER_MIN 5.0f

/* Space between two rows of one table, in heights of a row. */
#define ROW_GAP_MAX 2.5f

/* A gap that parts two rows, in sizes of the font, from one line to the next.
 */
#define ROW_GAP 1.7f

static const struct mb_pdf_segment *
segment_at(const struct mb_pdf_row *row, guint i)
{
	return g_ptr_array_index(row->segments, i);
}

/* Take what @segment covers away from the gutter [*x1, *x2]; of what is left on
 * both sides the wider part stays. */
static void
shrink(float *x1, float *x2, const struct mb_pdf_segment *segment)
{
	if (segment->x2 <= *x1 || segment->x1 >= *x2)
		return;
	if (segment->x1 - *x1 > *x2 - segment->x2)
		*x2 = segment->x1;
	else
		*x1 = segment->x2;
}

/* Narrow @table's gutters to what @row leaves white; gutters that are covered
 * go.
 */
static void
narrow(struct mb_pdf_table *table, const struct mb_pdf_row *row)
{
	guint n = 0;

	for (guint g = 0; g < table->n_gutters; g++) {
		float x1 = table->gutters[g].x1, x2 = table->gutters[g].x2;

		for (guint s = 0; s < row->segments->len; s++)
			shrink(&x1, &x2, segment_at(row, s));
		if (x2 - x1 < GUTTER_MIN)
			continue;
		table->gutters[n].x1 = x1;
		table->gutters[n].x2 = x2;
		n++;
	}
	table->n_gutters = n;
}

static gboolean
begin(struct mb_pdf_table *table, const struct mb_pdf_row *row)
{
	guint n = row->segments->len;

	if (n < 3 || n > MB_PDF_TABLE_MAX_COLUMNS)
		return FALSE;
	table->n_gutters = n - 1;
	for (guint g = 0; g + 1 < n; g++) {
		table->gutters[g].x1 = segment_at(row, g)->x2;
		table->gutters[g].x2 = segment_at(row, g + 1)->x1;
	}
	return TRUE;
}

/* How many columns of the table @row has something in. */
static guint
n_filled(const struct mb_pdf_table *table, const struct mb_pdf_row *row)
{
	gboolean filled[MB_PDF_TABLE_MAX_COLUMNS] = { FALSE };
	guint n = 0;

	for (guint s = 0; s < row->segments->len; s++)
		filled[mb_pdf_table_column(table, segment_at(row, s))] = TRUE;
	for (guint c = 0; c <= table->n_gutters; c++)
		n += filled[c] ? 1 : 0;
	return n;
}

static gboolean
gap_before(GPtrArray *rows, guint i)
{
	const struct mb_pdf_row *row = g_ptr_array_index(rows, i);
	const struct mb_pdf_row *before = g_ptr_array_index(rows, i - 1);

	return row->y2 - before->y2 > row->size * ROW_GAP;
}

/* The last row of a page, when it is short and apart, is its foot: "- 5 -". */
static gboolean
is_foot(GPtrArray *rows, guint i)
{
	const struct mb_pdf_row *row = g_ptr_array_index(rows, i);

	return i + 1 == rows->len && row->segments->len == 1 &&
	       gap_before(rows, i);
}

/* A row that has one segment only and fills the first column alone, or runs
 * across a gutter, is the text below the table: "6 Updates". */
static gboolean
is_text(const struct mb_pdf_table *table, const struct mb_pdf_row *row)
{
	struct mb_pdf_table narrower = *table;

	if (row->segments->len > 1)
		return FALSE;
	narrow(&narrower, row);
	return narrower.n_gutters < table->n_gutters ||
	       mb_pdf_table_column(table, segment_at(row, 0)) == 0;
}

/* Names in columns, whose first one holds a caption alone:
 *    PRESENT   Margaret Carey   MCa   Dick Noble   DN
 *              John Slater      JS    Paul Wilson  PW
 * Cells that run over several lines leave others empty; here the second and the
 * third column are filled on all of them. */
static gboolean
is_single(const struct mb_pdf_table *table, GPtrArray *rows)
{
	for (guint i = table->first; i < table->end; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);
		gboolean second = FALSE, third = FALSE;

		for (guint s = 0; s < row->segments->len; s++) {
			guint column =
			    mb_pdf_table_column(table, segment_at(row, s));

			second = second || column == 1;
			third = third || column == 2;
		}
		if (!second || !third)
			return FALSE;
	}
	return TRUE;
}

/* Whether the first column of @row has something; @number is set when that
 * begins with a number or a reference, "Dec22.02". */
static gboolean
in_first_column(const struct mb_pdf_table *table, const struct mb_pdf_row *row,
                gboolean *number)
{
	const char *text = segment_at(row, 0)->text->str;

	*number = FALSE;
	if (mb_pdf_table_column(table, segment_at(row, 0)) != 0)
		return FALSE;
	text += strspn(text, MB_BOLD_ON_STR MB_BOLD_OFF_STR);
	*number = strcspn(text, "0123456789") < strcspn(text, " ");
	return TRUE;
}

/* Tables whose first column holds names and posts of several lines show their
 * rows by the gaps between them:
 *    Adam Crowther, Head of City   Streetspace 2: Denmark St   5 Feb 2026
 *    Transport                     1. To seek approval …
 */
static enum mb_pdf_table_rows
how_rows_begin(const struct mb_pdf_table *table, GPtrArray *rows)
{
	guint n_gaps = 0, n_close = 0, n_numbers = 0;

	if (is_single(table, rows))
		return MB_PDF_ROWS_EACH;
	for (guint i = table->first + 1; i < table->end; i++) {
		gboolean number;

		if (!in_first_column(table, g_ptr_array_index(rows, i),
		                     &number))
			continue;
		if (gap_before(rows, i)) {
			n_gaps++;
		} else {
			n_close++;
			n_numbers += number ? 1 : 0;
		}
	}
	return n_gaps >= 2 && n_close > n_gaps && n_numbers * 2 < n_close
	           ? MB_PDF_ROWS_GAP
	           : MB_PDF_ROWS_FIRST;
}

gboolean
mb_pdf_table_begins_row(const struct mb_pdf_table *table, GPtrArray *rows,
                        guint i)
{
	gboolean number;

	if (i == table->first)
		return TRUE;
	switch (table->rows) {
	case MB_PDF_ROWS_FIRST:
		return in_first_column(table, g_ptr_array_index(rows, i),
		                       &number);
	case MB_PDF_ROWS_EACH:
		return TRUE;
	case MB_PDF_ROWS_GAP:
		return i == table->first + 1 ||
		       (gap_before(rows, i) &&
		        in_first_column(table, g_ptr_array_index(rows, i),
		                        &number));
	}
	g_assert_not_reached();
}

gboolean
mb_pdf_table_find(GPtrArray *rows, guint first, struct mb_pdf_table *table)
{
	const struct mb_pdf_row *before = g_ptr_array_index(rows, first);
	guint n_full = 0;

	table->first = first;
	table->end = first + 1;
	if (!begin(table, before))
		return FALSE;
	for (guint i = first + 1; i < rows->len; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);
		struct mb_pdf_table narrower = *table;

		if (row->y1 - before->y2 > row->size * ROW_GAP_MAX ||
		    is_text(table, row) || is_foot(rows, i))
			break;
		narrow(&narrower, row);
		if (narrower.n_gutters < 2)
			break;
		*table = narrower;
		table->end = i + 1;
		before = row;
	}
	for (guint i = first; i < table->end; i++)
		if (n_filled(table, g_ptr_array_index(rows, i)) >= 3)
			n_full++;
	table->rows = how_rows_begin(table, rows);
	return n_full >= 2;
}

guint
mb_pdf_table_column(const struct mb_pdf_table *table,
                    const struct mb_pdf_segment *segment)
{
	float middle = (segment->x1 + segment->x2) / 2;
	guint column = 0;

	while (column < table->n_gutters &&
	       middle >
	           (table->gutters[column].x1 + table->gutters[column].x2) / 2)
		column++;
	return column;
}
