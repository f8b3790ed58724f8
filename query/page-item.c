#include "query/html.h"
#include "query/page-parts.h"
#include "query/plain.h"
#include "query/render.h"

static void
put_fact(struct mb_page *page, const char *name, const char *value)
{
	if (value != NULL && value[0] != '\0')
		mb_html(page->out, "<dt>%s</dt><dd>%s</dd>\n", name, value);
}

static void
put_people(struct mb_page *page, const char *name, const GPtrArray *people)
{
	if (people->len == 0)
		return;
	mb_html(page->out, "<dt>%s</dt><dd><ul>", name);
	for (guint i = 0; i < people->len; i++) {
		g_autofree char *person =
		    mb_render_person(g_ptr_array_index(people, i));

		mb_html(page->out, "<li>%s</li>", person);
	}
	mb_html(page->out, "</ul></dd>\n");
}

static void
put_names(struct mb_page *page, const char *name, const GPtrArray *names)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(
		    all, "%s%s", i == 0 ? "" : ", ",
		    (const char *)g_ptr_array_index(names, i));
	put_fact(page, name, all->str);
}

static void
put_refs(struct mb_page *page, const struct mb_item *item)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(item->refs, i);
		g_autofree char *text = mb_render_ref(ref);

		put_fact(page, ref->dir == MB_REF_BACK ? "Earlier" : "Later",
		         text);
	}
}

static void
put_actions(struct mb_page *page, const struct mb_item *item)
{
	for (guint i = 0; i < item->actions->len; i++) {
		const struct mb_action *action =
		    g_ptr_array_index(item->actions, i);

		put_fact(page, "Action for", action->owner);
		put_fact(page, "Due", action->due);
		put_fact(page, "Status", action->status);
	}
}

static void
put_sources(struct mb_page *page, const struct mb_item *item)
{
	if (item->sources->len == 0)
		return;
	mb_html(page->out, "<dt>%s</dt><dd><ul>",
	        item->sources->len == 1 ? "Paper" : "Papers");
	for (guint i = 0; i < item->sources->len; i++) {
		mb_html(page->out, "<li class=\"source\">");
		mb_page_source(page, g_ptr_array_index(item->sources, i));
		mb_html(page->out, "</li>");
	}
	mb_html(page->out, "</ul></dd>\n");
}

static void
put_facts(struct mb_page *page, const struct mb_item *item)
{
	mb_html(page->out, "<dl>\n");
	put_fact(page, "Council", item->council);
	put_people(page, "Officers", item->officers);
	put_names(page, "Members", item->members);
	put_people(page, "Others", item->people_other);
	put_names(page, "Authors", item->authors);
	put_refs(page, item);
	put_actions(page, item);
	put_sources(page, item);
	mb_html(page->out, "<dt>Id</dt><dd><code>%s</code></dd>\n</dl>\n",
	        item->id);
}

static void
put_resolutions(struct mb_page *page, const struct mb_item *item)
{
	if (item->resolutions->len == 0)
		return;
	mb_html(page->out,
	        "<section class=\"resolved\"><h2>Resolved</h2><ol>\n");
	for (guint i = 0; i < item->resolutions->len; i++) {
		const struct mb_resolution *resolution =
		    g_ptr_array_index(item->resolutions, i);

		mb_html(page->out, "<li>%s %s</li>\n", resolution->label,
		        resolution->text);
	}
	mb_html(page->out, "</ol></section>\n");
}

static void
put_text(struct mb_page *page, struct mb_answer *answer,
         const struct mb_item *item)
{
	g_autoptr(mb_marker) marker = mb_answer_marker(answer, item);
	g_autofree char *text = mb_plain_unwrap(item->text);
	g_autoptr(GArray) marks = mb_marker_all(marker, text);

	if (text[0] == '\0')
		return;
	mb_html(page->out, "<h2>Text</h2>\n<div class=\"text\">");
	mb_html_marked(page->out, text, marks);
	mb_html(page->out, "</div>\n");
}

void
mb_page_item(struct mb_page *page, struct mb_answer *answer,
             const struct mb_item *item)
{
	g_autofree char *title = mb_render_title(item);

	mb_page_begin(page, title);
	mb_page_back(page);
	mb_html(page->out, "<article>\n<h1>%s</h1>\n", title);
	mb_page_meta(page, item);
	if (item->private_business)
		mb_html(page->out,
		        "<p class=\"note\">This is the public record "
		        "of business that was dealt with in "
		        "private.</p>\n");
	put_facts(page, item);
	put_resolutions(page, item);
	put_text(page, answer, item);
	mb_html(page->out, "</article>\n");
	mb_page_end(page);
}
