/* What became of an item: the matter's life, and what cites it. */
#include "base/date.h"
#include "query/html.h"
#include "query/page-parts.h"
#include "query/render.h"
#include "query/trace.h"

/* Farther than this from the item a matter is left to `minutebook trace`. */
#define DEPTH 6

struct job {
	struct mb_page *page;
	const struct mb_item *item;
	GString *out;
};

static void
put_link(const struct job *job, const struct mb_item *item)
{
	g_autofree char *name = mb_render_name(item);
	g_autofree char *kind = mb_render_kind_number(item);
	g_autofree char *link =
	    mb_params_link(job->page->params, MB_PARAM_ID, item->id);

	mb_html(job->out, "<a href=\"%s\">%s</a>, %s", link, name, kind);
}

static void
put_ties(const struct job *job, const struct mb_matter *matter,
         const struct mb_item *item)
{
	g_autoptr(GPtrArray) ties = mb_matter_ties_of(matter, item);

	if (ties->len == 0)
		return;
	mb_html(job->out, "<ul>");
	for (guint i = 0; i < ties->len; i++) {
		g_autofree char *line =
		    mb_trace_tie(g_ptr_array_index(ties, i));

		mb_html(job->out, "<li>%s</li>", line);
	}
	mb_html(job->out, "</ul>");
}

static void
put_step(const struct job *job, const struct mb_matter *matter,
         const struct mb_item *item, const struct mb_item *this)
{
	g_autofree char *date = mb_date_to_text(item->date_ymd);

	mb_html(job->out, "<li%s><span class=\"when\">%s</span> ",
	        item == this ? " class=\"this\" aria-current=\"true\"" : "",
	        date);
	if (item == this)
		mb_html(job->out, "<strong>This item</strong>");
	else
		put_link(job, item);
	for (guint i = 0; i < item->actions->len; i++) {
		const struct mb_action *action =
		    g_ptr_array_index(item->actions, i);

		if (action->status != NULL)
			mb_html(job->out, "<br>%s", action->status);
	}
	put_ties(job, matter, item);
	mb_html(job->out, "</li>\n");
}

static gboolean
has_life(const struct mb_matter *matter)
{
	return matter->items->len > 1 || matter->ties->len > 0;
}

static void
put_life(const struct job *job, const struct mb_matter *matter,
         const struct mb_item *this)
{
	if (!has_life(matter))
		return;
	mb_html(job->out, "<section class=\"life\"><h2>Over time</h2>\n<ol>\n");
	for (guint i = 0; i < matter->items->len; i++) {
		const struct mb_item *item =
		    g_ptr_array_index(matter->items, i);

		if (!item->exempt)
			put_step(job, matter, item, this);
	}
	mb_html(job->out, "</ol>\n</section>\n");
}

static void
put_citing(const struct job *job, const struct mb_matter *matter,
           const struct mb_item *this)
{
	guint n = 0;

	for (guint i = 0; i < matter->ties->len; i++) {
		const struct mb_tie *tie = g_ptr_array_index(matter->ties, i);

		if (tie->to != this || tie->from->exempt ||
		    !mb_tie_is_cited(tie))
			continue;
		if (n++ == 0)
			mb_html(job->out, "<section class=\"cited\">"
			                  "<h2>Cited by</h2>\n<ul>\n");
		mb_html(job->out, "<li>");
		put_link(job, tie->from);
		mb_html(job->out, ": \342\200\234%s\342\200\235 (%s)</li>\n",
		        tie->quote, mb_confidence_name(tie->confidence));
	}
	if (n > 0)
		mb_html(job->out, "</ul></section>\n");
}

static gboolean
put_matter(struct mb_search *search, gpointer data, GError **error)
{
	static const struct mb_matter_options options = {
		.depth = DEPTH,
		.least = MB_CONFIDENCE_LIKELY,
	};
	struct job *job = data;
	g_autoptr(mb_resolver) r = mb_resolver_new(search);
	g_autoptr(GPtrArray) items = mb_resolver_by_id(r, job->item->id, error);
	g_autoptr(GPtrArray) matters = NULL;

	g_string_truncate(job->out, 0);
	if (items == NULL)
		return FALSE;
	matters = mb_matters_trace(r, items, &options, error);
	for (guint i = 0; matters != NULL && i < matters->len && i < 1; i++) {
		put_life(job, matters->pdata[i], items->pdata[0]);
		put_citing(job, matters->pdata[i], items->pdata[0]);
	}
	return matters != NULL;
}

GString *
mb_page_matter(struct mb_page *page, struct mb_answer *answer,
               const struct mb_item *item)
{
	struct job job = { page, item, g_string_new(NULL) };

	/* The item itself is there to be shown, whatever becomes of this. */
	if (!mb_answer_use(answer, put_matter, &job, NULL))
		g_string_truncate(job.out, 0);
	return job.out;
}
