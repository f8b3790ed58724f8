#include "indexer/pdf-gutters.h"

/* A gutter narrower than this is a gap between words, unless the words of one
 * segment keep so much apart just there. */
#define GUTTER_MIN 5.0f
#define CUT_MIN    3.0f

/* The widest space between words of @segment within [x1, x2], or NULL. */
static const struct mb_pdf_gap *
widest_gap(const struct mb_pdf_segment *segment, float x1, float x2)
{
	const struct mb_pdf_gap *best = NULL;

	for (guint i = 0; segment->gaps != NULL && i < segment->gaps->len;
	     i++) {
		const struct mb_pdf_gap *gap =
		    &g_array_index(segment->gaps, struct mb_pdf_gap, i);

		if (gap->x1 >= x1 - 1 && gap->x2 <= x2 + 1 &&
		    gap->x2 - gap->x1 >= CUT_MIN &&
		    (best == NULL || gap->x2 - gap->x1 > best->x2 - best->x1))
			best = gap;
	}
	return best;
}

gsize
mb_pdf_gutters_cut(const struct mb_pdf_table *table, guint g,
                   const struct mb_pdf_segment *segment)
{
	const struct mb_pdf_gutter *gutter = &table->gutters[g];
	const struct mb_pdf_gap *gap;

	if (segment->x1 >= gutter->x1 || segment->x2 <= gutter->x2)
		return 0;
	gap = widest_gap(segment, gutter->x1, gutter->x2);
	return gap != NULL ? gap->at : 0;
}

/* Take what @segment covers away from @gutter; of what is left on both sides
 * the wider part stays.  Returns FALSE when the segment runs across it. */
static gboolean
shrink(struct mb_pdf_gutter *gutter, const struct mb_pdf_segment *segment)
{
	const struct mb_pdf_gap *gap;

	if (segment->x2 <= gutter->x1 || segment->x1 >= gutter->x2)
		return TRUE;
	gap = segment->x1 < gutter->x1 && segment->x2 > gutter->x2
	          ? widest_gap(segment, gutter->x1, gutter->x2)
	          : NULL;
	if (gap != NULL) {
		gutter->x1 = MAX(gutter->x1, gap->x1);
		gutter->x2 = MIN(gutter->x2, gap->x2);
		return TRUE;
	}
	if (segment->x1 - gutter->x1 > gutter->x2 - segment->x2)
		gutter->x2 = segment->x1;
	else
		gutter->x1 = segment->x2;
	return gutter->x2 - gutter->x1 >= GUTTER_MIN;
}

/* Whether @row has something on both sides of @gutter. */
static gboolean
on_both_sides(const struct mb_pdf_row *row, const struct mb_pdf_gutter *gutter)
{
	return row->x1 < gutter->x1 && row->x2 > gutter->x2;
}

guint
mb_pdf_gutters_narrow(struct mb_pdf_table *table, const struct mb_pdf_row *row)
{
	guint n_crossed = 0;

	for (guint g = 0; g < table->n_gutters; g++) {
		struct mb_pdf_gutter gutter = table->gutters[g];
		gboolean clear = TRUE;

		for (guint s = 0; s < row->segments->len && clear; s++)
			clear = shrink(&gutter, mb_pdf_row_segment(row, s));
		if (!clear) {
			table->gutters[g].n_crossed++;
			n_crossed++;
			continue;
		}
		if (on_both_sides(row, &gutter))
			gutter.n_kept++;
		table->gutters[g] = gutter;
	}
	return n_crossed;
}

guint
mb_pdf_gutters_column(const struct mb_pdf_table *table, float x)
{
	guint column = 0;

	while (column < table->n_gutters &&
	       x > (table->gutters[column].x1 + table->gutters[column].x2) / 2)
		column++;
	return column;
}

guint
mb_pdf_gutters_column_of(const struct mb_pdf_table *table,
                         const struct mb_pdf_segment *segment)
{
	return mb_pdf_gutters_column(table, (segment->x1 + segment->x2) / 2);
}

guint
mb_pdf_gutters_n_filled(const struct mb_pdf_table *table,
                        const struct mb_pdf_row *row)
{
	gboolean filled[MB_PDF_TABLE_MAX_COLUMNS] = { FALSE };
	guint n = 0;

	for (guint s = 0; s < row->segments->len; s++)
		filled[mb_pdf_gutters_column(
		    table, mb_pdf_row_segment(row, s)->x1)] = TRUE;
	for (guint c = 0; c <= table->n_gutters; c++)
		n += filled[c] ? 1 : 0;
	return n;
}
