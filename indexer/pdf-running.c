#include "indexer/pdf-running.h"

#include "indexer/pdf-rows.h"

/* How many rows from the top and the bottom of a page are looked at. */
#define TOP_ROWS    4u
#define BOTTOM_ROWS 6u

/* Headers of left and of right pages stand two pages apart. */
#define PAGES_BESIDE 2u

/* Two rows are at the same place when their heights differ by no more, in
 * points. */
#define SAME_HEIGHT 4.0f

/* A row of more segments is the head of a table, which comes again too. */
#define MAX_SEGMENTS 2u

/* The rows near the edges of a page, and what they say. */
struct edges {
	guint n;
	struct mb_pdf_row *rows[TOP_ROWS + BOTTOM_ROWS];
	guint n_pages[TOP_ROWS + BOTTOM_ROWS]; /* that have it too */
	char *keys[TOP_ROWS + BOTTOM_ROWS];
};

/* What @row says, with one mark for each number. */
static char *
key_of(const struct mb_pdf_row *row)
{
	GString *key = g_string_new(NULL);

	for (guint s = 0; s < row->segments->len; s++) {
		const struct mb_pdf_segment *segment =
		    mb_pdf_row_segment(row, s);

		for (const char *p = segment->text->str; *p != '\0'; p++) {
			if (!g_ascii_isdigit(*p))
				g_string_append_c(key, *p);
			else if (key->len == 0 || key->str[key->len - 1] != '#')
				g_string_append_c(key, '#');
		}
		g_string_append_c(key, ' ');
	}
	return g_string_free(key, FALSE);
}

static void
edges_take(struct edges *edges, GPtrArray *rows)
{
	for (guint i = 0; i < rows->len; i++) {
		struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		if ((i >= TOP_ROWS && i + BOTTOM_ROWS < rows->len) ||
		    row->segments->len > MAX_SEGMENTS)
			continue;
		edges->rows[edges->n] = row;
		edges->n_pages[edges->n] = 0;
		edges->keys[edges->n++] = key_of(row);
	}
}

static void
edges_clear(struct edges *edges)
{
	for (guint i = 0; i < edges->n; i++)
		g_free(edges->keys[i]);
	edges->n = 0;
}

static void
count(struct edges *edges, guint i, guint n_needed)
{
	if (++edges->n_pages[i] >= n_needed)
		edges->rows[i]->running = TRUE;
}

static void
compare(struct edges *a, struct edges *b, guint n_needed)
{
	for (guint i = 0; i < a->n; i++)
		for (guint j = 0; j < b->n; j++) {
			float apart = a->rows[i]->y1 - b->rows[j]->y1;

			if (apart > SAME_HEIGHT || apart < -SAME_HEIGHT ||
			    !g_str_equal(a->keys[i], b->keys[j]))
				continue;
			count(a, i, n_needed);
			count(b, j, n_needed);
		}
}

void
mb_pdf_running_mark(GPtrArray *pages)
{
	struct edges edges[PAGES_BESIDE + 1] = { 0 };
	guint n_needed = pages->len > 3 ? 2 : 1; /* the first may differ */

	for (guint p = 0; p < pages->len; p++) {
		struct edges *own = &edges[p % G_N_ELEMENTS(edges)];

		edges_clear(own);
		edges_take(own, g_ptr_array_index(pages, p));
		for (guint back = 1; back <= MIN(p, PAGES_BESIDE); back++)
			compare(own, &edges[(p - back) % G_N_ELEMENTS(edges)],
			        n_needed);
	}
	for (guint i = 0; i < G_N_ELEMENTS(edges); i++)
		edges_clear(&edges[i]);
}
