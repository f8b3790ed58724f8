#include "query/render-html.h"

#include "base/date.h"
#include "query/html.h"
#include "query/plain.h"
#include "query/render.h"
#include "query/sheet.h"
#include "query/snippet.h"

/* Where the item stands: the published paper where that is known, else the
 * paper's name.  Folders of the server are nobody's business. */
void
mb_render_html_source(GString *out, const struct mb_conf *conf,
                      const struct mb_source *source)
{
	g_autofree char *name = g_path_get_basename(source->path);
	g_autofree char *url =
	    mb_conf_paper_url(conf, source->path, source->page_no);

	if (url != NULL)
		mb_html(out, "<a href=\"%s\">", url);
	mb_html(out, "%s", name);
	if (source->page_no > 0)
		mb_html(out, ", page %u", source->page_no);
	if (url != NULL)
		mb_html(out, "</a>");
	if (source->label != NULL && source->label[0] != '\0')
		mb_html(out, " (printed %s)", source->label);
	if (source->draft)
		mb_html(out, " (draft)");
}

/* "5 March 2020 · Scrutiny Committee · minute 20". */
void
mb_render_html_meta(GString *out, const struct mb_item *item)
{
	g_autofree char *iso = mb_date_to_iso(item->date_ymd);
	g_autofree char *date = mb_date_to_text(item->date_ymd);
	g_autofree char *number = mb_render_kind_number(item);

	mb_html(out, "<p class=\"meta\">");
	if (iso != NULL)
		mb_html(out, "<time datetime=\"%s\">%s</time>", iso, date);
	else
		mb_html(out, "%s", date);
	if (item->committee != NULL)
		mb_html(out, " \302\267 %s", item->committee);
	mb_html(out, " \302\267 %s</p>\n", number);
}

static void
put_fact(GString *out, const char *name, const char *value)
{
	if (value != NULL && value[0] != '\0')
		mb_html(out, "<dt>%s</dt><dd>%s</dd>\n", name, value);
}

static void
put_people(GString *out, const char *name, const GPtrArray *people)
{
	if (people->len == 0)
		return;
	mb_html(out, "<dt>%s</dt><dd><ul>", name);
	for (guint i = 0; i < people->len; i++) {
		g_autofree char *person =
		    mb_render_person(g_ptr_array_index(people, i));

		mb_html(out, "<li>%s</li>", person);
	}
	mb_html(out, "</ul></dd>\n");
}

static void
put_names(GString *out, const char *name, const GPtrArray *names)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(
		    all, "%s%s", i == 0 ? "" : ", ",
		    (const char *)g_ptr_array_index(names, i));
	put_fact(out, name, all->str);
}

static void
put_refs(GString *out, const struct mb_item *item)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(item->refs, i);
		g_autofree char *text = mb_render_ref(ref);

		put_fact(out, ref->dir == MB_REF_BACK ? "Earlier" : "Later",
		         text);
	}
}

static void
put_actions(GString *out, const struct mb_item *item)
{
	for (guint i = 0; i < item->actions->len; i++) {
		const struct mb_action *action =
		    g_ptr_array_index(item->actions, i);

		put_fact(out, "Action for", action->owner);
		put_fact(out, "Due", action->due);
		put_fact(out, "Status", action->status);
	}
}

static void
put_sources(GString *out, const struct mb_conf *conf,
            const struct mb_item *item)
{
	if (item->sources->len == 0)
		return;
	mb_html(out, "<dt>%s</dt><dd><ul>",
	        item->sources->len == 1 ? "Paper" : "Papers");
	for (guint i = 0; i < item->sources->len; i++) {
		mb_html(out, "<li class=\"source\">");
		mb_render_html_source(out, conf,
		                      g_ptr_array_index(item->sources, i));
		mb_html(out, "</li>");
	}
	mb_html(out, "</ul></dd>\n");
}

void
mb_render_html_facts(GString *out, const struct mb_conf *conf,
                     const struct mb_item *item)
{
	g_autofree char *citation = mb_render_citation(item);

	mb_html(out, "<dl>\n");
	put_fact(out, "Council", item->council);
	put_people(out, "Officers", item->officers);
	put_names(out, "Members", item->members);
	put_people(out, "Others", item->people_other);
	put_names(out, "Authors", item->authors);
	put_refs(out, item);
	put_actions(out, item);
	put_sources(out, conf, item);
	put_fact(out, "Cite", citation);
	mb_html(out, "<dt>Id</dt><dd><code>%s</code></dd>\n</dl>\n", item->id);
}

void
mb_render_html_resolutions(GString *out, const struct mb_item *item,
                           guint level)
{
	if (item->resolutions->len == 0)
		return;
	mb_html(out, "<section class=\"resolved\"><h%u>Resolved</h%u><ol>\n",
	        level, level);
	for (guint i = 0; i < item->resolutions->len; i++) {
		const struct mb_resolution *resolution =
		    g_ptr_array_index(item->resolutions, i);

		mb_html(out, "<li>%s %s</li>\n", resolution->label,
		        resolution->text);
	}
	mb_html(out, "</ol></section>\n");
}

void
mb_render_html_text(GString *out, const struct mb_item *item,
                    struct mb_marker *marker)
{
	g_autofree char *text = mb_plain_unwrap(item->text);

	if (text[0] == '\0')
		return;
	mb_html(out, "<div class=\"text\">");
	if (marker == NULL) {
		mb_html_text(out, text);
	} else {
		g_autoptr(GArray) marks = mb_marker_all(marker, text);

		mb_html_marked(out, text, marks);
	}
	mb_html(out, "</div>\n");
}

void
mb_render_html_officers(GString *out, const struct mb_item *item)
{
	g_autofree char *names = mb_render_people(item->officers);

	if (names[0] != '\0')
		mb_html(out, "<p class=\"meta\">%s: %s</p>\n",
		        item->officers->len == 1 ? "Officer" : "Officers",
		        names);
}

/* --- the renderer -------------------------------------------------------- */

static void
begin(GString *out, const struct mb_view *view)
{
	mb_sheet_begin(out, view->title, view->caption);
}

static void
end(GString *out, const struct mb_view *view)
{
	(void)view;
	mb_sheet_end(out);
}

static void
put_head(GString *out, const struct mb_hit *hit)
{
	g_autofree char *title = mb_render_title(hit->item);

	mb_html(out, "<article>\n<h2>");
	if (hit->marker == NULL) {
		mb_html_text(out, title);
	} else {
		g_autoptr(GArray) marks = mb_marker_all(hit->marker, title);

		mb_html_marked(out, title, marks);
	}
	mb_html(out, "</h2>\n");
	mb_render_html_meta(out, hit->item);
	if (hit->item->exempt)
		mb_html(out, "<p class=\"exempt\">Exempt: not for "
		             "publication</p>\n");
	else if (hit->item->private_business)
		mb_html(out, "<p class=\"note\">The public record of exempt "
		             "business</p>\n");
}

static void
put_hit(GString *out, const struct mb_view *view, const struct mb_hit *hit)
{
	const struct mb_item *item = hit->item;
	g_autoptr(mb_snippet) snippet = mb_snippet_make(hit->marker, item);

	put_head(out, hit);
	mb_render_html_officers(out, item);
	mb_html(out, "<p class=\"snippet\">");
	mb_html_marked(out, snippet->text, snippet->marks);
	mb_html(out, "</p>\n");
	for (guint i = 0; i < item->sources->len; i++) {
		mb_html(out, "<p class=\"source\">");
		mb_render_html_source(out, view->conf,
		                      g_ptr_array_index(item->sources, i));
		mb_html(out, "</p>\n");
	}
	mb_html(out, "<p class=\"source\"><code>%s</code></p>\n", item->id);
	for (guint i = 1; hit->group != NULL && i < hit->group->items->len;
	     i++) {
		const struct mb_grouped *other =
		    g_ptr_array_index(hit->group->items, i);

		mb_html(out,
		        "<p class=\"source\">With: %s <code>%s</code></p>\n",
		        other->name, other->id);
	}
	mb_html(out, "</article>\n");
}

static void
put_item(GString *out, const struct mb_view *view, const struct mb_hit *hit)
{
	put_head(out, hit);
	mb_render_html_facts(out, view->conf, hit->item);
	mb_render_html_resolutions(out, hit->item, 3);
	mb_render_html_text(out, hit->item, hit->marker);
	mb_html(out, "</article>\n");
}

const struct mb_renderer mb_render_html = {
	.begin = begin,
	.end = end,
	.hit = put_hit,
	.item = put_item,
};
