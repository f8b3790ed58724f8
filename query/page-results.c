#include <string.h>

#include "query/html.h"
#include "query/none.h"
#include "query/outside.h"
#include "query/page-parts.h"
#include "query/render-html.h"
#include "query/render.h"
#include "query/snippet.h"

static void
put_hit_title(struct mb_page *page, const struct mb_item *item,
              struct mb_marker *marker)
{
	g_autofree char *title = mb_render_title(item);
	g_autofree char *link =
	    mb_params_link(page->params, MB_PARAM_ID, item->id);

	mb_html(page->out, "<h3><a href=\"%s\">", link);
	if (marker == NULL) {
		mb_html_text(page->out, title);
	} else {
		g_autoptr(GArray) marks = mb_marker_all(marker, title);

		mb_html_marked(page->out, title, marks);
	}
	mb_html(page->out, "</a></h3>\n");
}

static void
put_hit(struct mb_page *page, const struct mb_item *item,
        struct mb_marker *marker)
{
	GString *out = page->out;

	mb_html(out, "<li>");
	put_hit_title(page, item, marker);
	mb_render_html_meta(out, item);
	mb_render_html_officers(out, item);
	if (marker != NULL) {
		g_autoptr(mb_snippet) snippet = mb_snippet_make(marker, item);

		mb_html(out, "<p class=\"snippet\">");
		mb_html_marked(out, snippet->text, snippet->marks);
		mb_html(out, "</p>\n");
	}
	if (item->sources->len > 0) {
		mb_html(out, "<p class=\"source\">");
		mb_render_html_source(out, page->conf,
		                      g_ptr_array_index(item->sources, 0));
		mb_html(out, "</p>");
	}
	mb_html(out, "</li>\n");
}

/* A row that can't be read, or that should not be in an open index at all,
 * is left out. */
static void
put_hits(struct mb_page *page, struct mb_answer *answer, guint first)
{
	mb_html(page->out, "<ol class=\"hits\" start=\"%u\">\n", first + 1);
	for (guint i = 0; i < mb_answer_n_rows(answer); i++) {
		const struct mb_item *item = mb_answer_item(answer, i, NULL);
		g_autoptr(mb_marker) marker = NULL;

		if (item == NULL || item->exempt)
			continue;
		marker = mb_answer_marker(answer, item);
		put_hit(page, item, marker);
	}
	mb_html(page->out, "</ol>\n");
}

/* Another order begins at its first page. */
static void
put_orders(struct mb_page *page, enum mb_sort now)
{
	static const struct {
		enum mb_sort sort;
		const char *label;
	} orders[] = {
		{ MB_SORT_RELEVANCE, "Best match" },
		{ MB_SORT_NEWEST, "Newest" },
		{ MB_SORT_OLDEST, "Oldest" },
	};
	struct mb_params without = *page->params;

	without.values[MB_PARAM_PAGE] = NULL;
	mb_html(page->out, "<nav aria-label=\"Order\"><ul>\n");
	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++) {
		g_autofree char *link =
		    mb_params_link(&without, MB_PARAM_SORT,
		                   mb_question_sort_name(orders[i].sort));

		if (orders[i].sort == now)
			mb_html(page->out,
			        "<li aria-current=\"true\">"
			        "<strong>%s</strong></li>\n",
			        orders[i].label);
		else
			mb_html(page->out, "<li><a href=\"%s\">%s</a></li>\n",
			        link, orders[i].label);
	}
	mb_html(page->out, "</ul></nav>\n");
}

static void
put_page_link(struct mb_page *page, guint number, const char *rel,
              const char *label)
{
	g_autofree char *text = g_strdup_printf("%u", number);
	g_autofree char *link =
	    mb_params_link(page->params, MB_PARAM_PAGE, text);

	mb_html(page->out, "<a rel=\"%s\" href=\"%s\">%s</a>\n", rel, link,
	        label);
}

static void
put_pages(struct mb_page *page, guint n_pages)
{
	guint now = page->params->page;

	if (n_pages < 2)
		return;
	mb_html(page->out,
	        "<nav class=\"pages\" aria-label=\"Pages of results\">\n");
	if (now > 1)
		put_page_link(page, now - 1, "prev", "Previous page");
	mb_html(page->out, "<p>Page %u of %u</p>\n", now, n_pages);
	if (now < n_pages)
		put_page_link(page, now + 1, "next", "Next page");
	mb_html(page->out, "</nav>\n");
}

/* @line; where it ends with the question @front, that is a link. */
static void
put_line(struct mb_page *page, const char *tag, const char *line,
         const char *front)
{
	g_autofree char *link = NULL;
	g_autofree char *start = NULL;

	if (front == NULL || !g_str_has_suffix(line, front)) {
		mb_html(page->out, "<%s>%s</%s>\n", tag, line, tag);
		return;
	}
	link = mb_params_link(page->params, MB_PARAM_TEXT, front);
	start = g_strndup(line, strlen(line) - strlen(front));
	mb_html(page->out, "<%s>%s<a href=\"%s\">%s</a></%s>\n", tag, start,
	        link, front, tag);
}

static void
put_none(struct mb_page *page, struct mb_answer *answer,
         const struct mb_question *question, const char *respelt)
{
	g_autoptr(GPtrArray) lines = mb_none_lines(answer, question);
	g_autofree char *front = NULL;

	mb_outside_count(answer, question, &front);
	mb_html(page->out,
	        "<h2>Nothing was found</h2>\n<div class=\"note\">\n");
	if (respelt != NULL) {
		g_autofree char *link =
		    mb_params_link(page->params, MB_PARAM_TEXT, respelt);

		mb_html(page->out,
		        "<p>Did you mean <a href=\"%s\">%s</a>?</p>\n", link,
		        respelt);
	}
	mb_html(page->out, "<ul>\n");
	for (guint i = 0; i < lines->len; i++)
		put_line(page, "li", lines->pdata[i], front);
	mb_html(page->out, "</ul>\n");
	mb_html(page->out,
	        "<p>Every word is needed: try fewer words, another word for "
	        "the same thing, a wider range of dates, or "
	        "<code>OR</code> between words.</p>\n</div>\n");
}

/* That the words stand outside the items too, which no count has. */
static void
put_outside(struct mb_page *page, struct mb_answer *answer,
            const struct mb_question *question)
{
	g_autofree char *line = mb_outside_line(answer, question);
	g_autofree char *front = NULL;

	if (line == NULL)
		return;
	mb_outside_count(answer, question, &front);
	line[0] = g_ascii_toupper(line[0]);
	put_line(page, "p", line, front);
}

void
mb_page_results(struct mb_page *page, struct mb_answer *answer,
                const struct mb_question *question, const char *respelt)
{
	guint n_matches = mb_answer_n_matches(answer);
	guint n_rows = mb_answer_n_rows(answer);
	guint n_pages = (n_matches + question->n_max - 1) / question->n_max;
	GString *out = page->out;

	mb_page_begin(page, mb_page_typed(page, MB_PARAM_TEXT)[0] == '\0'
	                        ? "Search"
	                        : mb_page_typed(page, MB_PARAM_TEXT));
	mb_html(out, "<h1>Search the committee papers</h1>\n");
	mb_page_form(page);
	if (n_matches == 0) {
		put_none(page, answer, question, respelt);
		mb_page_end(page);
		return;
	}
	mb_html(out, "<div class=\"bar\"><h2>%u item%s", n_matches,
	        n_matches == 1 ? "" : "s");
	if (n_rows < n_matches)
		mb_html(out, ", %u to %u shown", question->first + 1,
		        question->first + n_rows);
	mb_html(out, "</h2>\n");
	if (n_matches > 1)
		put_orders(page, question->sort);
	mb_html(out, "</div>\n");
	put_hits(page, answer, question->first);
	if (question->first + n_rows >= n_matches)
		put_outside(page, answer, question);
	put_pages(page, n_pages);
	mb_page_end(page);
}

/* Back to the search that found it, or to the box. */
void
mb_page_back(struct mb_page *page)
{
	g_autofree char *link = mb_params_link(page->params, MB_PARAM_ID, NULL);

	mb_html(page->out,
	        "<nav class=\"back\" aria-label=\"Back\"><p>"
	        "<a href=\"%s\">%s</a></p></nav>\n",
	        link,
	        strcmp(link, "?") == 0 ? "Search the committee papers"
	                               : "Back to what was found");
}

void
mb_page_choice(struct mb_page *page, const GPtrArray *items)
{
	mb_page_begin(page, "Several items");
	mb_page_back(page);
	mb_html(page->out, "<h1>Several items go by this id</h1>\n"
	                   "<ol class=\"hits\">\n");
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *item = g_ptr_array_index(items, i);

		if (!item->exempt)
			put_hit(page, item, NULL);
	}
	mb_html(page->out, "</ol>\n");
	mb_page_end(page);
}
