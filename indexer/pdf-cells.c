#include "indexer/pdf-cells.h"

#include <string.h>

#include "indexer/clean.h"
#include "indexer/pdf-gutters.h"

/* So much stands between the edges of two cells' text, in points. */
#define CELL_APART 11.0f

/* A column may be so much wider than the lines in it, in points. */
#define ROOM_MAX 16.0f

static const struct mb_pdf_row *
row_at(const struct mb_pdf_table *table, guint i)
{
	return g_ptr_array_index(table->page, i);
}

/* @segment's text without the marks for bold that it begins with. */
static const char *
text_of(const struct mb_pdf_segment *segment)
{
	const char *text = segment->text->str;

	return text + strspn(text, MB_BOLD_ON_STR MB_BOLD_OFF_STR);
}

/* What stands in the first column of visual row @i; NULL for nothing. */
static const struct mb_pdf_segment *
first_cell(const struct mb_pdf_table *table, guint i)
{
	const struct mb_pdf_segment *segment =
	    mb_pdf_row_segment(row_at(table, i), 0);

	return mb_pdf_gutters_column_of(table, segment) == 0 ? segment : NULL;
}

/* "application for CF", "(to feasibility design)". */
static gboolean
begins_low(const struct mb_pdf_segment *segment)
{
	const char *text = text_of(segment);

	return *text == '(' ||
	       g_unichar_islower(g_utf8_get_char_validated(text, -1));
}

/* "24-", "Chair's report -": what stands below goes on with it. */
static gboolean
ends_in_dash(const GString *text)
{
	return text->len > 1 && text->str[text->len - 1] == '-' &&
	       !g_ascii_isalpha(text->str[text->len - 2]);
}

/* The edge of the first column is where its longest line ends, or some way on,
 * when the second column leaves room for it. */
gboolean
mb_pdf_cells_wrap(const struct mb_pdf_table *table,
                  const struct mb_pdf_segment *above,
                  const struct mb_pdf_segment *below)
{
	const struct mb_pdf_gutter *gutter = &table->gutters[0];
	const GString *text = below->text;
	gsize word = MIN(strcspn(text->str, " ") + 1, text->len);
	float width = (below->x2 - below->x1) * (float)word / (float)text->len;
	float room = gutter->x2 - gutter->x1 - CELL_APART;

	if (begins_low(below))
		return TRUE;
	if (strchr(above->text->str, ' ') == NULL)
		return above->x2 > gutter->x1 - 1;
	return above->x2 + width > gutter->x1 - 1 + CLAMP(room, 0, ROOM_MAX);
}

/* Whether a number or a reference stands at the head of @segment: "Dec22.02".
 */
static gboolean
begins_number(const struct mb_pdf_segment *segment)
{
	const char *text = text_of(segment);

	return strcspn(text, "0123456789") < strcspn(text, " ");
}

/* Names in columns, whose first one holds a caption alone:
 *    PRESENT   Margaret Carey   MCa   Dick Noble   DN
 *              John Slater      JS    Paul Wilson  PW
 * Cells that run over several lines leave others empty; here the second and the
 * third column are filled on all of them. */
static gboolean
is_single(const struct mb_pdf_table *table)
{
	for (guint i = table->first; i < table->end; i++) {
		const struct mb_pdf_row *row = row_at(table, i);
		gboolean second = FALSE, third = FALSE;

		for (guint s = 0; s < row->segments->len; s++) {
			guint column = mb_pdf_gutters_column_of(
			    table, mb_pdf_row_segment(row, s));

			second = second || column == 1;
			third = third || column == 2;
		}
		if (!second || !third)
			return FALSE;
	}
	return TRUE;
}

/* Whether the first cell's text of visual row @i is more of what stands above
 * it, and so not much stands beside it. */
static gboolean
is_wrapped(const struct mb_pdf_table *table, guint i,
           const struct mb_pdf_segment *above,
           const struct mb_pdf_segment *below)
{
	guint n = row_at(table, i)->segments->len;
	guint n_above = row_at(table, i - 1)->segments->len;

	if (mb_pdf_gap_before(table->page, i))
		return FALSE;
	if (begins_low(below) || ends_in_dash(above->text))
		return TRUE;
	return (n == 1 || (n < n_above && n * 2 <= table->n_gutters + 1)) &&
	       mb_pdf_cells_wrap(table, above, below);
}

/* Tables whose first column holds names and posts of several lines show their
 * rows by the gaps between them:
 *    Adam Crowther, Head of City   Streetspace 2: Denmark St   5 Feb 2026
 *    Transport                     1. To seek approval …
 */
enum mb_pdf_table_rows
mb_pdf_cells_rows(const struct mb_pdf_table *table)
{
	guint n_gaps = 0, n_close = 0, n_numbers = 0;

	if (is_single(table))
		return MB_PDF_ROWS_EACH;
	for (guint i = table->first + 1; i < table->end; i++) {
		const struct mb_pdf_segment *own = first_cell(table, i);
		const struct mb_pdf_segment *above = first_cell(table, i - 1);

		if (own == NULL)
			continue;
		if (mb_pdf_gap_before(table->page, i)) {
			n_gaps++;
		} else if (above != NULL &&
		           (row_at(table, i)->segments->len > 1 ||
		            !is_wrapped(table, i, above, own))) {
			n_close++;
			n_numbers += begins_number(own) ? 1 : 0;
		}
	}
	return n_gaps >= 2 && n_close > n_gaps && n_numbers * 2 < n_close
	           ? MB_PDF_ROWS_GAP
	           : MB_PDF_ROWS_FIRST;
}

/* How many columns but the first are filled on visual row @i. */
static guint
n_beside(const struct mb_pdf_table *table, guint i)
{
	const struct mb_pdf_row *row = row_at(table, i);
	guint n = 0, last = 0;

	for (guint s = 0; s < row->segments->len; s++) {
		guint column =
		    mb_pdf_gutters_column_of(table, mb_pdf_row_segment(row, s));

		n += column > last ? 1 : 0;
		last = MAX(column, last);
	}
	return n;
}

/* Cells are filled from their top, so that one which has ended does not go on:
 *    Speeding   Craig     Draft a response    Sent 25.5.21
 *               Orme      to Jim Wren
 *               Clerk     Contact the police  Outstanding
 * begins a row of the same subject where all columns beside it are filled
 * again; but not where they are centred beside two lines of the first. */
static gboolean
begins_beside(const struct mb_pdf_table *table, guint i)
{
	guint above;

	if (table->rows != MB_PDF_ROWS_FIRST || table->n_gutters < 2 ||
	    i <= table->first + table->n_head + 1 ||
	    n_beside(table, i) < table->n_gutters)
		return FALSE;
	above = n_beside(table, i - 1);
	return above > 0 && above < table->n_gutters;
}

gboolean
mb_pdf_cells_begin(const struct mb_pdf_table *table, guint i)
{
	const struct mb_pdf_segment *own = first_cell(table, i);
	const struct mb_pdf_segment *above;

	if (table->rows == MB_PDF_ROWS_EACH ||
	    (i == table->first && !table->goes_on))
		return TRUE;
	if (table->goes_on &&
	    (i == table->first || i == table->first + table->n_head))
		return own != NULL;
	if (own == NULL)
		return begins_beside(table, i);
	above = first_cell(table, i - 1);
	if (above == NULL || i == table->first + 1)
		return above == NULL || !is_wrapped(table, i, above, own);
	if (table->rows == MB_PDF_ROWS_GAP)
		return mb_pdf_gap_before(table->page, i);
	return !is_wrapped(table, i, above, own);
}

static void
add_text(GString *cell, const char *text, gsize n_bytes)
{
	/* "24-", then "07" */
	gboolean number = cell->len > 1 && cell->str[cell->len - 1] == '-' &&
	                  g_ascii_isdigit(cell->str[cell->len - 2]) &&
	                  g_ascii_isdigit(*text);

	if (cell->len > 0 && n_bytes > 0 && !number)
		g_string_append_c(cell, ' ');
	g_string_append_len(cell, text, (gssize)n_bytes);
}

/* A segment that stands in several columns is parted where it leaves their
 * gutters white; one that runs across them belongs to the column it begins in:
 * "Micromobility Parking | N/A – not yet approved". */
static void
fill_from(const struct mb_pdf_table *table,
          const struct mb_pdf_segment *segment, GString *cells[])
{
	guint column = mb_pdf_gutters_column(table, segment->x1);
	gsize start = 0;

	for (guint g = column; g < table->n_gutters; g++) {
		gsize cut = mb_pdf_gutters_cut(table, g, segment);

		if (cut <= start)
			continue;
		add_text(cells[column], segment->text->str + start,
		         cut - start);
		start = cut;
		column = g + 1;
	}
	add_text(cells[column], segment->text->str + start,
	         segment->text->len - start);
}

void
mb_pdf_cells_fill(const struct mb_pdf_table *table, guint i, GString *cells[])
{
	const struct mb_pdf_row *row = row_at(table, i);

	for (guint s = 0; s < row->segments->len; s++)
		fill_from(table, mb_pdf_row_segment(row, s), cells);
}
