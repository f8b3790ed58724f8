#include "query/html.h"
#include "query/page-parts.h"
#include "query/render-html.h"
#include "query/render.h"

void
mb_page_item(struct mb_page *page, struct mb_answer *answer,
             const struct mb_item *item)
{
	/* Before the marker, which must not see the index opened anew. */
	g_autoptr(GString) matter = mb_page_matter(page, answer, item);
	g_autoptr(mb_marker) marker = mb_answer_marker(answer, item);
	g_autofree char *title = mb_render_title(item);

	mb_page_begin(page, title);
	mb_page_back(page);
	mb_html(page->out, "<article>\n<h1>%s</h1>\n", title);
	mb_render_html_meta(page->out, item);
	if (item->private_business)
		mb_html(page->out,
		        "<p class=\"note\">This is the public record "
		        "of business that was dealt with in "
		        "private.</p>\n");
	mb_render_html_facts(page->out, page->conf, item);
	mb_render_html_resolutions(page->out, item, 2);
	g_string_append_len(page->out, matter->str, (gssize)matter->len);
	if (item->text[0] != '\0') {
		mb_html(page->out, "<h2>Text</h2>\n");
		mb_render_html_text(page->out, item, marker);
	}
	mb_html(page->out, "</article>\n");
	mb_page_end(page);
}
