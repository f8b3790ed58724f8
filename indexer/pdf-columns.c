#include "indexer/pdf-columns.h"

#include <string.h>

#include "indexer/clean.h"

/*   The Borough lies between the   | Its three libraries are open on
 *   river and the downs.  In 1974  | five days a week; the one in
 *   it took over the work of two   | Market Street was closed in the
 *   ...                            | ...
 *
 * A list with numbers and a table have such a gutter too.  Prose is told by
 * both sides being wide, and lines that fill them without a gap; three columns
 * of it are taken for a table, of which papers have more.  The lines of the two
 * need not be level.
 *
 *   Report Author             Relevant Director
 *   Joe McKay                 John Betts
 *   Acting Chief Accountant   Interim Corporate Director Finance
 *   joe.mckay@kent.gov.uk     john.betts@kent.gov.uk
 *
 * Two people beside each other are columns too.  They are told by both having
 * an address: in a list of names and addresses one side has.
 *
 *       Present:               Also in attendance:
 *   Mr A Orme (Chairman)          Mrs D Fell
 *      Mrs J Key                  Apologies:
 *    Mrs B Hale (Clerk)           Mr R Tarn
 *
 * So are two lists of who was there, told by what they are called. */

/* Fewer lines than this on a side are no column of prose; fewer rows than this
 * are no people. */
#define MIN_LINES       6u
#define MIN_PEOPLE_ROWS 3u

/* The gutter is no narrower, in points. */
#define GUTTER_MIN        8.0f
#define GUTTER_MIN_PEOPLE 5.0f

/* Each side has so much of the width, and its lines fill so much of it. */
#define SIDE_SHARE 0.3f
#define FILL_SHARE 0.7f

/* So many of ten lines begin at the edge of their side, and so many fill it
 * without a gap: those of a table begin at the edges of its cells, and have
 * gaps between them.  Justified text has some too. */
#define AT_EDGE_OF_TEN 7u
#define SOLID_OF_TEN   5u
#define EDGE_APART     4.0f

/* Lines of prose have more words than this on average; "Colin Orme | Member of
 * Public" is a list of names with what they are. */
#define WORDS_OF_LINE 3u

/* Space between two rows, in sizes. */
#define ROW_GAP_MAX  3.0f
#define LONE_GAP_MAX 0.8f

/* Lines that overlap by so much of their size stand beside each other. */
#define OVERLAP_MIN 0.2f

/* Lines of two columns need not be level: the first of a run may stand alone,
 * so many rows above the first that has something on both sides. */
#define SEED_BELOW 3u

/* Rows of one run: no page has more. */
#define MAX_ROWS 400u

/* A run of rows [first, end) with one gutter. */
struct run {
	guint first, end;
	float gutter1, gutter2;
	gboolean people; /* two people are looked for, not prose */
};

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
mb_pdf_gutters_narrow(struct run *run, const struct mb_pdf_row *row)
{
	for (guint s = 0; s < row->segments->len; s++) {
		const struct mb_pdf_segment *segment =
		    mb_pdf_row_segment(row, s);
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

/* Add the rows from @first on that keep the gutter. */
static void
grow(GPtrArray *rows, guint first, struct run *run)
{
	const struct mb_pdf_row *row = g_ptr_array_index(rows, first);
	float bottom = row->y2;

	run->first = run->end = first;
	while (run->end < MIN(rows->len, first + MAX_ROWS)) {
		struct run wider = *run;

		row = g_ptr_array_index(rows, run->end);
		if (row->y1 - bottom > row->size * gap_max(row) ||
		    !mb_pdf_gutters_narrow(&wider, row))
			return;
		*run = wider;
		run->end++;
		bottom = MAX(bottom, row->y2);
	}
}

/* What one side of a run is like. */
struct side {
	float x1, x2;
	float filled; /* widths of its lines, summed */
	guint n;
	guint n_at_edge;
	guint n_solid;  /* without a gap */
	guint n_pieces; /* that its lines are in */
};

/* Where the right side of @row begins: a number of a segment. */
static guint
parting(const struct run *run, const struct mb_pdf_row *row)
{
	guint s = 0;

	while (s < row->segments->len && mb_pdf_row_segment(row, s)->x1 <
	                                     (run->gutter1 + run->gutter2) / 2)
		s++;
	return s;
}

/* The segments of @row on one side: [*first, *end). */
static void
part_of(const struct run *run, const struct mb_pdf_row *row, gboolean right,
        guint *first, guint *end)
{
	guint at = parting(run, row);

	*first = right ? at : 0;
	*end = right ? row->segments->len : at;
}

static void
side_add(struct side *side, const struct mb_pdf_row *row, guint first,
         guint end)
{
	float x1 = mb_pdf_row_segment(row, first)->x1;
	float x2 = mb_pdf_row_segment(row, end - 1)->x2;

	side->x2 = side->n == 0 ? x2 : MAX(side->x2, x2);
	side->filled += x2 - x1;
	side->n++;
	side->n_pieces += end - first;
}

/* How often @c stands in the lines of one side. */
static guint
count_char(GPtrArray *rows, const struct run *run, gboolean right, char c)
{
	guint first, end, n = 0;

	for (guint i = run->first; i < run->end; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		part_of(run, row, right, &first, &end);
		for (guint s = first; s < end; s++) {
			const char *p = mb_pdf_row_segment(row, s)->text->str;

			for (; (p = strchr(p, c)); p++)
				n++;
		}
	}
	return n;
}

static int
compare_places(gconstpointer a, gconstpointer b)
{
	const float *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The edge of a side is where most of its lines begin: the foot of a page may
 * stand further out. */
static float
edge_of(GPtrArray *rows, const struct run *run, gboolean right)
{
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(float));
	guint first, end;

	for (guint i = run->first; i < run->end; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		part_of(run, row, right, &first, &end);
		if (first < end)
			g_array_append_val(places,
			                   mb_pdf_row_segment(row, first)->x1);
	}
	g_array_sort(places, compare_places);
	return places->len > 0 ? g_array_index(places, float, places->len / 2)
	                       : 0;
}

static void
count_line(struct side *side, const struct mb_pdf_segment *first)
{
	float apart = first->x1 - side->x1;

	side->n_at_edge += apart < EDGE_APART && apart > -EDGE_APART;
	side->n_solid +=
	    first->x2 - first->x1 >= (side->x2 - side->x1) * FILL_SHARE;
}

static struct side
look_at(GPtrArray *rows, const struct run *run, gboolean right)
{
	struct side side = { .x1 = edge_of(rows, run, right) };
	guint first, end;

	for (guint i = run->first; i < run->end; i++) {
		part_of(run, g_ptr_array_index(rows, i), right, &first, &end);
		if (first < end)
			side_add(&side, g_ptr_array_index(rows, i), first, end);
	}
	for (guint i = run->first; i < run->end; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		part_of(run, row, right, &first, &end);
		if (first < end)
			count_line(&side, mb_pdf_row_segment(row, first));
	}
	return side;
}

/* Whether the lines of a side are prose; their words are counted last. */
static gboolean
is_prose(GPtrArray *rows, const struct run *run, gboolean right,
         struct side *side)
{
	float own;

	*side = look_at(rows, run, right);
	own = side->x2 - side->x1;
	return side->n >= MIN_LINES &&
	       side->filled >= own * FILL_SHARE * (float)side->n &&
	       side->n_at_edge * 10 >= side->n * AT_EDGE_OF_TEN &&
	       side->n_solid * 10 >= side->n * SOLID_OF_TEN &&
	       side->n_pieces + count_char(rows, run, right, ' ') >
	           side->n * WORDS_OF_LINE;
}

/* Whether @segment, without its marks of bold, begins with one of @words. */
static gboolean
begins_any(const struct mb_pdf_segment *segment, const char *const *words)
{
	g_autofree char *text =
	    mb_clean(segment->text->str, segment->text->len);

	for (; *words; words++)
		if (!g_ascii_strncasecmp(text, *words, strlen(*words)))
			return TRUE;
	return FALSE;
}

/* Whether the run begins with "Present" beside "Also in attendance". */
static gboolean
are_lists(GPtrArray *rows, const struct run *run)
{
	static const char *const there[] = { "present:", "members present:",
		                             "in attendance:", NULL };
	static const char *const others[] = {
		"also in attendance", "in attendance", "also present",
		"apologies",          "absent",        NULL
	};
	const struct mb_pdf_row *row = g_ptr_array_index(rows, run->first);
	guint right = parting(run, row);

	return right == 1 && right + 1 == row->segments->len &&
	       begins_any(mb_pdf_row_segment(row, 0), there) &&
	       begins_any(mb_pdf_row_segment(row, 1), others);
}

static gboolean
is_two_columns(GPtrArray *rows, const struct run *run)
{
	guint n = run->end - run->first;
	struct side left, right;

	if (run->people)
		return n >= MIN_PEOPLE_ROWS &&
		       (are_lists(rows, run) ||
		        (count_char(rows, run, FALSE, '@') > 0 &&
		         count_char(rows, run, TRUE, '@') > 0));
	return n >= MIN_LINES && is_prose(rows, run, FALSE, &left) &&
	       is_prose(rows, run, TRUE, &right) &&
	       MIN(left.x2 - left.x1, right.x2 - right.x1) >=
	           (right.x2 - left.x1) * SIDE_SHARE;
}

/* Part what ran across the gutter. */
static void
cut_rows(GPtrArray *rows, const struct run *run)
{
	for (guint i = run->first; i < run->end; i++) {
		struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		for (guint s = 0; s < row->segments->len; s++) {
			const struct mb_pdf_segment *segment =
			    mb_pdf_row_segment(row, s);
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
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);
		guint first, end;

		part_of(run, row, right, &first, &end);
		if (first < end)
			g_ptr_array_add(out, mb_pdf_row_of(row, first, end));
	}
}

static gboolean
find_at(GPtrArray *rows, guint first, guint seed, struct run *run, float x1,
        float x2)
{
	run->gutter1 = x1;
	run->gutter2 = x2;
	grow(rows, first, run);
	return run->end > seed && is_two_columns(rows, run);
}

/* Lines of two columns that are not level overlap in height, and nowhere else
 * do lines. */
static gboolean
are_beside(const struct mb_pdf_row *a, const struct mb_pdf_row *b)
{
	return b->y1 < a->y2 - a->size * OVERLAP_MIN &&
	       (a->x2 < b->x1 || b->x2 < a->x1);
}

/* Find two columns from row @first on, whose gutter row @seed shows, or it and
 * the next one. */
static gboolean
find_by(GPtrArray *rows, guint first, guint seed, struct run *run)
{
	const struct mb_pdf_row *row = g_ptr_array_index(rows, seed);
	const struct mb_pdf_row *next =
	    seed + 1 < rows->len ? g_ptr_array_index(rows, seed + 1) : NULL;

	for (guint s = 0; s + 1 < row->segments->len; s++)
		if (find_at(rows, first, seed, run,
		            mb_pdf_row_segment(row, s)->x2,
		            mb_pdf_row_segment(row, s + 1)->x1))
			return TRUE;
	return next != NULL && are_beside(row, next) &&
	       find_at(rows, first, seed, run, MIN(row->x2, next->x2),
	               MAX(row->x1, next->x1));
}

/* Two columns of prose, or else of people, from row @first on. */
static gboolean
find_columns(GPtrArray *rows, guint first, struct run *run)
{
	guint end = MIN(rows->len, first + SEED_BELOW);

	for (guint seed = first; seed < end; seed++)
		for (guint people = 0; people <= 1; people++) {
			run->people = people == 1;
			if (find_by(rows, first, seed, run))
				return TRUE;
		}
	return FALSE;
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
