#include <string.h>

#include "indexer/lines.h"
#include "indexer/page-numbers.h"

/* Running headers, footers and page numbers.  A lone number can also be that of
 * an item, and "There were none." can end many pages, so a line is furniture
 * only on strong evidence: the same words at the same place of three pages, or
 * a number that counts up with the pages. */

/* How many lines from the top and the bottom of a page are looked at:
 * Souldern's footer has four. */
#define TOP_LINES    4u
#define BOTTOM_LINES 6u

/* On so many pages a line must stand. */
#define MIN_PAGES 3u

/* Headers of left and of right pages stand two pages apart. */
#define PAGE_STEP 2u

/* A PDF's headers and footers stand in so much of the page from its edges. */
#define EDGE_SHARE 0.13f

/* Two lines are at the same place when their heights differ by no more, in
 * points. */
#define SAME_HEIGHT 4.0f

/* A running line with numbers in it has so many letters besides. */
#define RUNNING_LETTERS 10u

/* Pages that a text shows only by drawn rules are pages when they are as long
 * as one, in lines; the sections of a short paper have rules between them too.
 */
#define RULED_PAGE_LINES 12u

/* Lines [first, end) of each page. */
struct page {
	guint first, end;
};

/* One line near an edge of its page. */
struct edge {
	guint line;
	guint page;
	gint place;    /* from the top 0, 1 …; from the bottom -1, -2 … */
	gint64 number; /* the page number it may be; -1 none */
};

static void
add_page(GArray *pages, guint first, guint end)
{
	const struct page page = { first, end };

	if (end > first)
		g_array_append_val(pages, page);
}

/* The pages by form feed, or a PDF's own. */
static GArray *
pages_by_start(const struct mb_lines *lines)
{
	GArray *pages = g_array_new(FALSE, FALSE, sizeof(struct page));
	guint first = 0;

	for (guint i = 0; i < lines->page_starts->len; i++) {
		guint start = g_array_index(lines->page_starts, guint, i);

		add_page(pages, first, start);
		first = start;
	}
	add_page(pages, first, lines->lines->len);
	return pages;
}

/* The pages by drawn rule, as converters to Markdown leave them: "---", "2". */
static GArray *
pages_by_rule(const struct mb_lines *lines)
{
	GArray *pages = g_array_new(FALSE, FALSE, sizeof(struct page));
	guint first = 0;

	for (guint i = 0; i < lines->lines->len; i++) {
		if (mb_lines_at(lines, i)->kind != MB_LINE_RULE)
			continue;
		add_page(pages, first, i);
		first = i + 1;
	}
	add_page(pages, first, lines->lines->len);
	return pages;
}

/* Whether a line of a PDF stands where headers and footers do.  The lowest line
 * of the whole paper stands for the foot of its pages. */
static gboolean
in_margin(const struct mb_line *line, float lowest)
{
	return line->size <= 0 || line->y < lowest * EDGE_SHARE ||
	       line->y > lowest * (1 - EDGE_SHARE);
}

static void
add_edge(GArray *edges, const struct mb_lines *lines, guint line, guint page,
         gint place, float lowest)
{
	const struct mb_line *l = mb_lines_at(lines, line);
	struct edge edge = { .line = line,
		             .page = l->page_no > 0 ? l->page_no : page,
		             .place = place };
	gboolean worded;

	if (l->furniture || l->kind == MB_LINE_ROW || l->kind == MB_LINE_RULE ||
	    !in_margin(l, lowest))
		return;
	edge.number = mb_page_number(l->text, &worded);
	g_array_append_val(edges, edge);
}

static float
lowest_line(const struct mb_lines *lines)
{
	float lowest = 0;

	for (guint i = 0; i < lines->lines->len; i++)
		lowest = MAX(lowest, mb_lines_at(lines, i)->y);
	return lowest;
}

static GArray *
find_edges(const struct mb_lines *lines, GArray *pages)
{
	GArray *edges = g_array_new(FALSE, FALSE, sizeof(struct edge));
	float lowest = lowest_line(lines);

	for (guint p = 0; p < pages->len; p++) {
		const struct page *page = &g_array_index(pages, struct page, p);
		guint n = page->end - page->first;

		for (guint i = 0; i < MIN(TOP_LINES, n); i++)
			add_edge(edges, lines, page->first + i, p, (gint)i,
			         lowest);
		for (guint i = 1; i <= MIN(BOTTOM_LINES, n); i++)
			add_edge(edges, lines, page->end - i, p, -(gint)i,
			         lowest);
	}
	return edges;
}

/* Whether two edges stand at the same place of their pages: at the same height
 * of a PDF, else as many lines from the same edge. */
static gboolean
same_place(const struct mb_lines *lines, const struct edge *a,
           const struct edge *b)
{
	const struct mb_line *s = mb_lines_at(lines, a->line);
	const struct mb_line *t = mb_lines_at(lines, b->line);
	float apart = s->y - t->y;

	if (s->size > 0)
		return apart < SAME_HEIGHT && apart > -SAME_HEIGHT;
	return a->place == b->place;
}

/* What a PDF's running line says without its numbers: "Minutes of 3 June 2024,
 * page 2".  NULL for a line that begins with one, as items do, and for one that
 * has too little besides. */
static char *
without_numbers(const struct mb_line *line)
{
	GString *out;
	gsize n_letters = 0;

	if (line->size <= 0 || g_ascii_isdigit(*line->text) ||
	    strpbrk(line->text, "0123456789") == NULL)
		return NULL;
	out = g_string_new(NULL);
	for (const char *p = line->text; *p != '\0'; p++) {
		n_letters += g_ascii_isalpha(*p) ? 1 : 0;
		if (!g_ascii_isdigit(*p))
			g_string_append_c(out, *p);
		else if (!g_str_has_suffix(out->str, "#"))
			g_string_append_c(out, '#');
	}
	return g_string_free(out, n_letters < RUNNING_LETTERS);
}

/* What makes two edges one running line: their number less their page, or their
 * text. */
static char *
key_of(const struct mb_lines *lines, const struct edge *edge)
{
	const struct mb_line *line = mb_lines_at(lines, edge->line);
	char *key;

	if (edge->number >= 0)
		return g_strdup_printf("#%" G_GINT64_FORMAT,
		                       edge->number - edge->page);
	key = without_numbers(line);
	return key != NULL ? key : g_strdup(line->text);
}

/* Both pages of a PDF of two are enough for its outermost lines. */
static guint
pages_needed(const struct mb_lines *lines, const struct edge *edge)
{
	return lines->n_pages == 2 && (edge->place == 0 || edge->place == -1) &&
	               mb_lines_at(lines, edge->line)->size > 0
	           ? 2
	           : MIN_PAGES;
}

/* Mark the edges of one key that stand at one place of enough pages in a row.
 * The same form filled in every fifth page is none: "(e) Exempt Information?".
 */
static void
mark_group(struct mb_lines *lines, GArray *edges, GArray *group)
{
	for (guint i = 0; i < group->len; i++) {
		const struct edge *a = &g_array_index(
		    edges, struct edge, g_array_index(group, guint, i));
		guint needed = pages_needed(lines, a);
		guint n_pages = 0, last_page = 0;

		for (guint j = 0; j < group->len && n_pages < needed; j++) {
			const struct edge *b = &g_array_index(
			    edges, struct edge, g_array_index(group, guint, j));

			if (!same_place(lines, a, b) ||
			    (n_pages > 0 && b->page == last_page))
				continue;
			n_pages =
			    n_pages > 0 && b->page - last_page <= PAGE_STEP
				? n_pages + 1
				: 1;
			last_page = b->page;
		}
		if (n_pages >= needed)
			mb_lines_at(lines, a->line)->furniture = TRUE;
	}
}

/* The number that a page's foot prints is its label, where it is another than
 * that of the PDF's page and the PDF names none.  Of two numbers on a page,
 * that of the pack and that of the report in it, the longer count is the
 * pack's.
 *   longest  for each page, the count that its label is of */
static void
note_labels(struct mb_lines *lines, GArray *edges, GArray *group,
            guint *longest)
{
	for (guint i = 0; i < group->len; i++) {
		const struct edge *edge = &g_array_index(
		    edges, struct edge, g_array_index(group, guint, i));
		const struct mb_line *line = mb_lines_at(lines, edge->line);
		guint page = line->page_no - 1;
		gpointer *label;

		if (edge->number < 0 || !line->furniture ||
		    line->page_no == 0 || line->page_no > lines->labels->len)
			continue;
		label = &g_ptr_array_index(lines->labels, page);
		if (longest[page] >= group->len ||
		    (longest[page] == 0 && *label != NULL))
			continue;
		longest[page] = group->len;
		g_clear_pointer(label, g_free);
		if (edge->number != (gint64)line->page_no)
			*label =
			    g_strdup_printf("%" G_GINT64_FORMAT, edge->number);
	}
}

static void
free_group(gpointer group)
{
	g_array_unref(group);
}

static void
mark_running(struct mb_lines *lines, GArray *pages, gboolean numbers_only)
{
	g_autoptr(GHashTable) groups =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_group);
	g_autoptr(GArray) edges = find_edges(lines, pages);
	g_autofree guint *longest = g_new0(guint, lines->labels->len + 1);
	GHashTableIter iter;
	gpointer group;

	for (guint i = 0; i < edges->len; i++) {
		const struct edge *edge = &g_array_index(edges, struct edge, i);
		char *key;

		if (numbers_only && edge->number < 0)
			continue;
		key = key_of(lines, edge);
		group = g_hash_table_lookup(groups, key);
		if (group == NULL) {
			group = g_array_new(FALSE, FALSE, sizeof(guint));
			g_hash_table_insert(groups, key, group);
		} else {
			g_free(key);
		}
		g_array_append_val((GArray *)group, i);
	}
	g_hash_table_iter_init(&iter, groups);
	while (g_hash_table_iter_next(&iter, NULL, &group)) {
		if (((GArray *)group)->len < 2)
			continue;
		mark_group(lines, edges, group);
		note_labels(lines, edges, group, longest);
	}
}

/* In a text, whose lines have no place but their count, a body that ends with
 * the same words as others is not furniture when something of its own stands
 * between them and the edge: take back what does not reach the edge. */
static void
unmark_inside(struct mb_lines *lines, const struct page *page)
{
	guint top = page->first, bottom = page->end;

	while (top < page->end && mb_lines_at(lines, top)->furniture)
		top++;
	while (bottom > top && mb_lines_at(lines, bottom - 1)->furniture)
		bottom--;
	for (guint i = top; i < bottom; i++)
		if (mb_lines_at(lines, i)->size <= 0)
			mb_lines_at(lines, i)->furniture = FALSE;
}

static void
mark_pages(struct mb_lines *lines)
{
	gboolean by_rule = lines->page_starts->len == 0;
	g_autoptr(GArray) pages =
	    by_rule ? pages_by_rule(lines) : pages_by_start(lines);

	if (pages->len < 2)
		return;
	if (by_rule && lines->lines->len / pages->len < RULED_PAGE_LINES)
		return;
	mark_running(lines, pages, by_rule);
	for (guint p = 0; !by_rule && p < pages->len; p++)
		unmark_inside(lines, &g_array_index(pages, struct page, p));
}

/* Is there a rule above line @i, and between them at most what a converter said
 * of the page? */
static gboolean
is_below_rule(const struct mb_lines *lines, guint i)
{
	while (i > 0 && mb_lines_at(lines, i - 1)->furniture)
		i--;
	return i > 0 && mb_lines_at(lines, i - 1)->kind == MB_LINE_RULE;
}

/* "2" alone under a rule is the number of the page that the rule ends or
 * begins, also in a paper of two pages, which is too short for running lines.
 */
static void
mark_numbers_at_rules(struct mb_lines *lines)
{
	for (guint i = 1; i < lines->lines->len; i++) {
		struct mb_line *line = mb_lines_at(lines, i);
		gsize n = strspn(line->text, "0123456789");

		if (n > 0 && n <= 3 && line->text[n] == '\0' &&
		    line->kind == MB_LINE_TEXT && is_below_rule(lines, i))
			line->furniture = TRUE;
	}
}

/* "R:\\Panel\\Minutes - 25 October 2012.doc - 1": where the file lay that was
 * printed. */
static void
mark_paths(struct mb_lines *lines)
{
	for (guint i = 0; i < lines->lines->len; i++) {
		struct mb_line *line = mb_lines_at(lines, i);
		const char *p = line->text;

		if ((g_ascii_isalpha(*p) && g_str_has_prefix(p + 1, ":\\")) ||
		    g_str_has_prefix(p, "\\\\"))
			line->furniture |= line->kind == MB_LINE_TEXT &&
			                   strchr(p + 3, '\\') &&
			                   strchr(p + 3, '.');
	}
}

/* "OFFICIAL": how a paper may be handled, at the edge of its pages. */
static void
mark_handling(struct mb_lines *lines)
{
	for (guint i = 0; i < lines->lines->len; i++) {
		struct mb_line *line = mb_lines_at(lines, i);

		line->furniture |= strcmp(line->text, "OFFICIAL") == 0;
	}
}

void
mb_lines_mark_furniture(struct mb_lines *lines)
{
	mark_numbers_at_rules(lines);
	mark_pages(lines);
	mb_page_numbers_mark(lines);
	mark_paths(lines);
	mark_handling(lines);
}
