#include "indexer/pdf-table.h"

#include <string.h>

#include "indexer/clean.h"
#include "indexer/pdf-cells.h"
#include "indexer/pdf-gutters.h"

/*    NO        ACTION                          OWNER     UPDATE
 *    Dec22.04  AS to chase NO re sleepers in   AS        George Stephenson
 *              playground                                will remove them
 *            ^^                              ^^        ^^
 *            gutters: white from the first row to the last
 *
 * A paper's lists have one gutter, between number and text; only where three
 * columns keep apart for some rows is it a table, or two below a head:
 *
 *    Reference   Action                    in bold
 *    Dec22.04    AS to chase sleepers in   and not
 *                playground
 */

/* Space between two rows of one table, in heights of a row. */
#define ROW_GAP_MAX 2.5f

/* A gap that parts two rows, in sizes of the font, from one line to the next.
 */
#define ROW_GAP 1.7f

/* The first row of a table's head may have fewer cells than the next ones:
 * "Contractually", with "Committed" below it. */
#define HEAD_ROWS 6u

/* So many rows may fill nothing but the first column, one below the other. */
#define LONE_ROWS 4u

/* Two lines begin at the same place when they are no more apart, in points. */
#define EDGE_APART 3.0f

/* Fewer rows than this are prose when the lines beside them are, or when no
 * gutter is so wide, in sizes. */
#define SURE_ROWS 4u
#define WIDE      2.0f

static struct mb_pdf_row *
row_at(GPtrArray *rows, guint i)
{
	return g_ptr_array_index(rows, i);
}

gboolean
mb_pdf_gap_before(GPtrArray *rows, guint i)
{
	const struct mb_pdf_row *row = row_at(rows, i);

	return i > 0 && row->y2 - row_at(rows, i - 1)->y2 > row->size * ROW_GAP;
}

/* The last row of a page, when it is short and apart, is its foot: "- 5 -". */
static gboolean
is_foot(GPtrArray *rows, guint i)
{
	return i + 1 == rows->len && row_at(rows, i)->segments->len == 1 &&
	       mb_pdf_gap_before(rows, i);
}

static gboolean
is_size_of(const struct mb_pdf_row *row, const struct mb_pdf_row *above)
{
	return row->size <= above->size * 1.15f &&
	       above->size <= row->size * 1.15f;
}

/* Whether rows @i - 1 and @i stand as near as those of one table.  Print of
 * another size below a gap is the next heading. */
static gboolean
is_near(GPtrArray *rows, guint i)
{
	const struct mb_pdf_row *row = row_at(rows, i);
	const struct mb_pdf_row *above = row_at(rows, i - 1);

	return row->y1 - above->y2 <= row->size * ROW_GAP_MAX &&
	       !row->running && !is_foot(rows, i) &&
	       (is_size_of(row, above) || !mb_pdf_gap_before(rows, i));
}

/* How many columns a row of the table has something in that tells of it. */
static guint
n_full_of(const struct mb_pdf_table *table)
{
	return MIN(3, table->n_gutters + 1);
}

/* Whether one of the next rows, close below @i, keeps all gutters and has three
 * cells or more, or both. */
static gboolean
goes_on_below(const struct mb_pdf_table *table, GPtrArray *rows, guint i)
{
	guint end = MIN(rows->len, i + 1 + LONE_ROWS);

	for (i++; i < end && !mb_pdf_gap_before(rows, i); i++) {
		struct mb_pdf_table narrower = *table;

		if (mb_pdf_gutters_narrow(&narrower, row_at(rows, i)) > 0)
			return FALSE;
		if (mb_pdf_gutters_n_filled(table, row_at(rows, i)) >=
		    n_full_of(table))
			return TRUE;
	}
	return FALSE;
}

/* "6. Updates", "(b) Finance": what a paragraph begins with, not a cell. */
static gboolean
is_numbered(const struct mb_pdf_row *row)
{
	const char *text = mb_pdf_row_segment(row, 0)->text->str;
	gsize n;

	text += strspn(text, MB_BOLD_ON_STR MB_BOLD_OFF_STR "(");
	n = strspn(text, "0123456789");
	if (n == 0 && g_ascii_isalpha(*text))
		n = 1;
	return n > 0 && (text[n] == '.' || text[n] == ')');
}

/* A row with something in the first column alone is more of the cell above, or
 * the text below the table, "6 Updates".  Text stands apart, or the table does
 * not go on below it. */
static gboolean
is_first_cell(const struct mb_pdf_table *table, GPtrArray *rows, guint i)
{
	const struct mb_pdf_row *row = row_at(rows, i), *above;

	if (i == 0 || mb_pdf_gap_before(rows, i) || is_numbered(row))
		return FALSE;
	above = row_at(rows, i - 1);
	if (!is_size_of(row, above))
		return FALSE;
	return (mb_pdf_gutters_column_of(table, mb_pdf_row_segment(above, 0)) ==
	            0 &&
	        mb_pdf_cells_wrap(table, mb_pdf_row_segment(above, 0),
	                          mb_pdf_row_segment(row, 0))) ||
	       goes_on_below(table, rows, i);
}

/* Take row @i into the table, when it keeps the gutters. */
static gboolean
take(struct mb_pdf_table *table, GPtrArray *rows, guint i)
{
	const struct mb_pdf_row *row = row_at(rows, i);
	struct mb_pdf_table narrower = *table;
	guint n_crossed = mb_pdf_gutters_narrow(&narrower, row);

	if (n_crossed == table->n_gutters ||
	    (n_crossed > 0 && row->segments->len == 1))
		return FALSE;
	if (n_crossed == 0 && mb_pdf_gutters_n_filled(table, row) == 1 &&
	    mb_pdf_gutters_column_of(table, mb_pdf_row_segment(row, 0)) == 0 &&
	    !is_first_cell(table, rows, i))
		return FALSE;
	*table = narrower;
	return TRUE;
}

static void
take_below(struct mb_pdf_table *table, GPtrArray *rows)
{
	while (table->end < rows->len && is_near(rows, table->end) &&
	       take(table, rows, table->end))
		table->end++;
}

/* Drop the gutters that too many rows run across: they parted cells of the row
 * that the search began with only. */
static void
drop_crossed(struct mb_pdf_table *table)
{
	guint n = 0;

	for (guint g = 0; g < table->n_gutters; g++)
		if (table->gutters[g].n_crossed * 3 <= table->gutters[g].n_kept)
			table->gutters[n++] = table->gutters[g];
	table->n_gutters = n;
}

/* The row to begin the search with: that of most cells near row @first. */
static guint
find_seed(GPtrArray *rows, guint first)
{
	guint seed = first;

	for (guint i = first + 1; i < MIN(first + HEAD_ROWS, rows->len); i++) {
		guint n = row_at(rows, i)->segments->len;

		if (!is_near(rows, i))
			break;
		if (n > row_at(rows, seed)->segments->len &&
		    n <= MB_PDF_TABLE_MAX_COLUMNS)
			seed = i;
	}
	return seed;
}

static gboolean
is_crossed(const struct mb_pdf_table *table)
{
	for (guint g = 0; g < table->n_gutters; g++)
		if (table->gutters[g].n_crossed > 0)
			return TRUE;
	return FALSE;
}

/* Find the rows that keep the gutters of row @seed; FALSE when @first is not
 * one of them. */
static gboolean
grow(struct mb_pdf_table *table, GPtrArray *rows, guint first, guint seed)
{
	const struct mb_pdf_row *row = row_at(rows, seed);
	guint n = row->segments->len;

	*table = (struct mb_pdf_table){ .page = rows, .first = first };
	if (n < 2 || n > MB_PDF_TABLE_MAX_COLUMNS)
		return FALSE;
	table->n_gutters = n - 1;
	for (guint g = 0; g + 1 < n; g++)
		table->gutters[g] = (struct mb_pdf_gutter){
			.x1 = mb_pdf_row_segment(row, g)->x2,
			.x2 = mb_pdf_row_segment(row, g + 1)->x1,
			.n_kept = 1
		};
	for (guint i = seed; i-- > first;)
		if (!take(table, rows, i) || is_crossed(table))
			return FALSE;
	table->end = seed + 1;
	take_below(table, rows);
	drop_crossed(table);
	return table->n_gutters + 1 >= MIN(n, 3);
}

/* Whether @row is a line of prose beside the table: it begins where the table
 * does, and runs across what would be its gutters. */
static gboolean
is_prose_beside(const struct mb_pdf_table *table, const struct mb_pdf_row *row,
                const struct mb_pdf_row *own)
{
	struct mb_pdf_table narrower = *table;
	float apart = row->x1 - own->x1;

	return row->segments->len == 1 && apart < EDGE_APART &&
	       apart > -EDGE_APART &&
	       mb_pdf_gutters_narrow(&narrower, row) == table->n_gutters;
}

/* Justified text leaves wide spaces that may stand one above the other for two
 * or three lines:
 *    funding has been prioritised,   with details of   schemes and
 * interventions or programmes and packages   of spend. The   MCA is required to
 * submit a */
static gboolean
is_prose(const struct mb_pdf_table *table, GPtrArray *rows)
{
	guint first = table->first, end = table->end;
	float widest = 0;

	if (end - first >= SURE_ROWS)
		return FALSE;
	for (guint g = 0; g < table->n_gutters; g++)
		widest =
		    MAX(widest, table->gutters[g].x2 - table->gutters[g].x1);
	if (widest < row_at(rows, first)->size * WIDE)
		return TRUE;
	if (first > 0 && !mb_pdf_gap_before(rows, first) &&
	    is_prose_beside(table, row_at(rows, first - 1),
	                    row_at(rows, first)))
		return TRUE;
	return end < rows->len && !mb_pdf_gap_before(rows, end) &&
	       is_prose_beside(table, row_at(rows, end), row_at(rows, end - 1));
}

/* Whether each segment of @row begins where a column does. */
static gboolean
is_at_columns(const struct mb_pdf_table *table, const struct mb_pdf_row *row)
{
	for (guint s = 0; s < row->segments->len; s++) {
		const struct mb_pdf_segment *segment =
		    mb_pdf_row_segment(row, s);
		guint column = mb_pdf_gutters_column_of(table, segment);

		if (column > 0 &&
		    segment->x1 - table->gutters[column - 1].x2 > EDGE_APART)
			return FALSE;
	}
	return row->segments->len > 1 ||
	       mb_pdf_gutters_column_of(table, mb_pdf_row_segment(row, 0)) > 0;
}

static gboolean
is_bold(const struct mb_pdf_segment *segment)
{
	const GString *text = segment->text;

	return text->len > 1 && text->str[0] == MB_BOLD_ON &&
	       text->str[text->len - 1] == MB_BOLD_OFF;
}

static gboolean
has_any(const struct mb_pdf_segment *segment, const char *letters)
{
	return strpbrk(segment->text->str, letters) != NULL;
}

/* The head of a table of two columns: words in bold, but no "3.   Apologies",
 * no "TOTAL   940" and no label, "From:   Roger Gough, Leader". */
static gboolean
is_head_of_two(const struct mb_pdf_row *row)
{
	return row->segments->len == 2 && is_bold(mb_pdf_row_segment(row, 0)) &&
	       is_bold(mb_pdf_row_segment(row, 1)) &&
	       !has_any(mb_pdf_row_segment(row, 0), "0123456789:") &&
	       !has_any(mb_pdf_row_segment(row, 1), "0123456789");
}

/* A row of two cells below such a head, but no heading and no entry of a list.
 */
static gboolean
is_row_of_two(const struct mb_pdf_row *row)
{
	return row->segments->len == 2 &&
	       !is_bold(mb_pdf_row_segment(row, 1)) && !is_numbered(row);
}

/* The table of two columns at row @first.  Where lines of other numbers or
 * places stand between its rows, it is no table. */
static gboolean
find_two(GPtrArray *rows, guint first, struct mb_pdf_table *table)
{
	guint n_rows = 0;

	if (!is_head_of_two(row_at(rows, first)) ||
	    !grow(table, rows, first, first))
		return FALSE;
	for (guint i = first + 1; i < table->end; i++) {
		const struct mb_pdf_row *row = row_at(rows, i);

		if (row->segments->len == 1)
			continue;
		if (!is_row_of_two(row) || !is_at_columns(table, row))
			return FALSE;
		n_rows++;
	}
	return n_rows >= 2;
}

static gboolean
find_many(GPtrArray *rows, guint first, struct mb_pdf_table *table)
{
	guint n_full = 0;

	if (row_at(rows, first)->segments->len < 3)
		return FALSE;
	if (!grow(table, rows, first, find_seed(rows, first)) &&
	    !grow(table, rows, first, first))
		return FALSE;
	for (guint i = first; i < table->end; i++)
		n_full += mb_pdf_gutters_n_filled(table, row_at(rows, i)) >= 3
		              ? 1
		              : 0;
	return n_full >= 2;
}

gboolean
mb_pdf_table_find(GPtrArray *rows, guint first, struct mb_pdf_table *table)
{
	if (row_at(rows, first)->running ||
	    (!find_many(rows, first, table) && !find_two(rows, first, table)) ||
	    is_prose(table, rows))
		return FALSE;
	table->rows = mb_pdf_cells_rows(table);
	return TRUE;
}

/* How many rows from @first on say the same as the first ones of @before. */
static guint
count_head(const struct mb_pdf_table *before, GPtrArray *rows, guint first)
{
	guint n = 0;

	while (first + n < rows->len && before->first + n < before->end &&
	       (n == 0 || !mb_pdf_cells_begin(before, before->first + n)) &&
	       mb_pdf_rows_same(row_at(before->page, before->first + n),
	                        row_at(rows, first + n)))
		n++;
	return n;
}

gboolean
mb_pdf_table_go_on(const struct mb_pdf_table *before, GPtrArray *rows,
                   guint first, struct mb_pdf_table *table)
{
	struct mb_pdf_table narrower = *before;
	const struct mb_pdf_row *row = row_at(rows, first);

	*table = *before;
	table->page = rows;
	table->first = first;
	table->n_head = count_head(before, rows, first);
	table->end = first + MAX(table->n_head, 1);
	table->goes_on = TRUE;
	if (table->n_head == 0 && (mb_pdf_gutters_narrow(&narrower, row) > 0 ||
	                           !is_at_columns(table, row)))
		return FALSE;
	take_below(table, rows);
	if (mb_pdf_cells_rows(table) == MB_PDF_ROWS_GAP)
		table->rows = MB_PDF_ROWS_GAP;
	else if (table->rows == MB_PDF_ROWS_EACH)
		table->rows = MB_PDF_ROWS_FIRST;
	return TRUE;
}
