#include "indexer/pdf-columns.h"

#include <string.h>

/*   The Borough lies between the   | Its three libraries are open on
 *   river and the downs.  In 1974  | five days a week; the one in
 *   it took over the work of two   | Market Street was closed in the
 *   ...                            | ...
 *
 * A list with numbers and a table have such a gutter too.  Prose is told by
 * both sides being wide and the lines filling them.
 *
 *   Report Author             Relevant Director
 *   Joe McKay                 John Betts
 *   Acting Chief Accountant   Interim Corporate Director Finance
 *   joe.mckay@kent.gov.uk     john.betts@kent.gov.uk
 *
 * Two people beside each other are columns too.  They are told by both having
 * an address: in a list of names and addresses one side has. */

/* Fewer rows than this are no columns of prose, or of people. */
#define MIN_ROWS        6u
#define MIN_PEOPLE_ROWS 3u

/* The gutter is no narrower, in points. */
#define GUTTER_MIN        8.0f
#define GUTTER_MIN_PEOPLE 5.0f

/* Each side has so much of the width, and its lines fill so much of it. */
#define SIDE_SHARE 0.3f
#define FILL_SHARE 0.7f

/* In so many of ten rows both sides have something. */
#define BOTH_OF_TEN 6u

/* Space between two rows, in sizes. */
#define ROW_GAP_MAX  3.0f
#define LONE_GAP_MAX 0.8f

/* A run of rows [first, end) with one gutter. */
struct run {
	guint first, end;
	float gutter1, gutter2;
	gboolean people; /* two people are looked for, not prose */
};

static struct mb_pdf_segment *
segment_at(const struct mb_pdf_row *row, guint i)
{
	return g_ptr_array_index(row->segments, i);
}

/* The space within the gutter between two words of a segment that runs across
 * it; NULL when there is none. */
static const struct mb_pdf_gap *
gap_in(const struct run *run, const struct mb_pdf_segment *segment)
{
	for (guint i = 0; segment->gaps != NULL && i < segment->gaps->len;
	     i++) {
		const struct mb_pdf_gap *gap =
		    &g_array_index(segment->gaps, struct mb_pdf_gap, i);

		if (gap->x1 < run->gutter2 && gap->x2 > run->gutter1 &&
		    gap->x2 - gap->x1 >= GUTTER_MIN_PEOPLE)
			return gap;
	}
	return NULL;
}

static void
take_gap(struct run *run, float x1, float x2)
{
	run->gutter1 = MAX(run->gutter1, x1);
	run->gutter2 = MIN(run->gutter2, x2);
}

/* Narrow the gutter to what @row leaves white; FALSE when that is too little.
 */
static gboolean
narrow(struct run *run, const struct mb_pdf_row *row)
{
	for (guint s = 0; s < row->segments->len; s++) {
		const struct mb_pdf_segment *segment = segment_at(row, s);
		const struct mb_pdf_gap *gap = NULL;

		if (segment->x2 <= run->gutter1 || segment->x1 >= run->gutter2)
			continue;
		if (run->people && segment->x1 < run->gutter1 &&
		    segment->x2 > run->gutter2)
			gap = gap_in(run, segment);
		if (gap != NULL)
			take_gap(run, gap->x1, gap->x2);
		else if (segment->x1 <= run->gutter1)
			run->gutter1 = segment->x2;
		else
			run->gutter2 = segment->x1;
	}
	return run->gutter2 - run->gutter1 >=
	       (run->people ? GUTTER_MIN_PEOPLE : GUTTER_MIN);
}

/* Below a gap, a line on one side alone may be the text under the columns. */
static float
gap_max(const struct mb_pdf_row *row)
{
	return row->segments->len == 1 ? LONE_GAP_MAX : ROW_GAP_MAX;
}

static gboolean
find_run(GPtrArray *rows, guint first, struct run *run)
{
	const struct mb_pdf_row *before = g_ptr_array_index(rows, first);

	if (before->segments->len != 2)
		return FALSE;
	run->first = first;
	run->end = first + 1;
	run->gutter1 = segment_at(before, 0)->x2;
	run->gutter2 = segment_at(before, 1)->x1;
	for (guint i = first + 1; i < rows->len; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);
		struct run wider = *run;

		if (row->segments->len > 2 ||
		    row->y1 - before->y2 > row->size * gap_max(row) ||
		    !narrow(&wider, row))
			break;
		*run = wider;
		run->end = i + 1;
		before = row;
	}
	return run->end - run->first >=
	       (run->people ? MIN_PEOPLE_ROWS : MIN_ROWS);
}

/* What one side of a run is like. */
struct side {
	float x1, x2;
	float filled; /* widths of its lines, summed */
	guint n;
	gboolean address; /* of e-mail, in one of its lines */
};

static void
side_add(struct side *side, const struct mb_pdf_segment *segment)
{
	side->x1 = side->n == 0 ? segment->x1 : MIN(side->x1, segment->x1);
	side->x2 = side->n == 0 ? segment->x2 : MAX(side->x2, segment->x2);
	side->filled += segment->x2 - segment->x1;
	side->n++;
	side->address |= strchr(segment->text->str, '@') != NULL;
}

static gboolean
is_right(const struct run *run, const struct mb_pdf_segment *segment)
{
	return segment->x1 >= (run->gutter1 + run->gutter2) / 2;
}

static gboolean
is_prose(const struct side *side, float width)
{
	float own = side->x2 - side->x1;

	return side->n > 0 && own >= width * SIDE_SHARE &&
	       side->filled >= own * FILL_SHARE * (float)side->n;
}

static gboolean
is_two_columns(GPtrArray *rows, const struct run *run)
{
	struct side left = { 0 }, right = { 0 };
	guint n_both = 0;
	float width;

	for (guint i = run->first; i < run->end; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		n_both += row->segments->len == 2 ? 1 : 0;
		for (guint s = 0; s < row->segments->len; s++) {
			const struct mb_pdf_segment *segment =
			    segment_at(row, s);

			side_add(is_right(run, segment) ? &right : &left,
			         segment);
		}
	}
	if (run->people)
		return left.address && right.address;
	width = right.x2 - left.x1;
	return n_both * 10 >= (run->end - run->first) * BOTH_OF_TEN &&
	       is_prose(&left, width) && is_prose(&right, width);
}

/* Part what ran across the gutter. */
static void
cut_rows(GPtrArray *rows, const struct run *run)
{
	for (guint i = run->first; i < run->end; i++) {
		struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		for (guint s = 0; s < row->segments->len; s++) {
			const struct mb_pdf_segment *segment =
			    segment_at(row, s);
			const struct mb_pdf_gap *gap =
			    segment->x1 < run->gutter1 &&
				    segment->x2 > run->gutter2
				? gap_in(run, segment)
				: NULL;

			if (gap != NULL)
				mb_pdf_row_cut(row, s, gap);
		}
	}
}

/* Move the rows of one side of the run to @out. */
static void
take_side(GPtrArray *rows, const struct run *run, gboolean right,
          GPtrArray *out)
{
	for (guint i = run->first; i < run->end; i++) {
		struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		for (guint s = 0; s < row->segments->len; s++)
			if (is_right(run, segment_at(row, s)) == right)
				g_ptr_array_add(out, mb_pdf_row_of(row, s));
	}
}

/* Find two columns of prose, or else of people, from row @first on. */
static gboolean
find_columns(GPtrArray *rows, guint first, struct run *run)
{
	for (run->people = FALSE;; run->people = TRUE) {
		if (find_run(rows, first, run) && is_two_columns(rows, run))
			return TRUE;
		if (run->people)
			return FALSE;
	}
}

GPtrArray *
mb_pdf_columns_part(GPtrArray *rows)
{
	GPtrArray *out = mb_pdf_rows_new();
	struct run run;

	for (guint i = 0; i < rows->len;) {
		if (find_columns(rows, i, &run)) {
			cut_rows(rows, &run);
			take_side(rows, &run, FALSE, out);
			take_side(rows, &run, TRUE, out);
			i = run.end;
			continue;
		}
		g_ptr_array_add(out, g_steal_pointer(&rows->pdata[i]));
		i++;
	}
	g_ptr_array_unref(rows);
	return out;
}
