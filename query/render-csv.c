#include "query/csv.h"

#include "base/date.h"
#include "query/render.h"
#include "query/snippet.h"

static const char *const columns[] = {
	"id",    "date",     "committee", "council",  "kind",     "number",
	"title", "officers", "members",   "paper",    "page",     "label",
	"url",   "score",    "snippet",   "resolved", "citation", "others"
};

static void
add_number(GString *out, double number)
{
	char digits[G_ASCII_DTOSTR_BUF_SIZE];

	mb_csv_add(out,
	           g_ascii_formatd(digits, sizeof(digits), "%.6g", number));
}

static void
add_names(GString *out, const GPtrArray *names)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(
		    all, "%s%s", i == 0 ? "" : "; ",
		    (const char *)g_ptr_array_index(names, i));
	mb_csv_add(out, all->str);
}

static void
add_source(GString *out, const struct mb_conf *conf, const struct mb_item *item)
{
	const struct mb_source *source =
	    item->sources->len > 0 ? g_ptr_array_index(item->sources, 0) : NULL;
	g_autofree char *url = NULL;
	g_autofree char *page = NULL;

	if (source == NULL) {
		mb_csv_add(out, item->paper);
		mb_csv_add(out, "");
		mb_csv_add(out, "");
		mb_csv_add(out, "");
		return;
	}
	if (source->page_no > 0)
		page = g_strdup_printf("%u", source->page_no);
	url = mb_conf_paper_url(conf, source->path, source->page_no);
	mb_csv_add(out, source->path);
	mb_csv_add(out, page);
	mb_csv_add(out, source->label);
	mb_csv_add(out, url);
}

static void
add_resolutions(GString *out, const struct mb_item *item)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < item->resolutions->len; i++) {
		const struct mb_resolution *resolution =
		    g_ptr_array_index(item->resolutions, i);

		g_string_append_printf(
		    all, "%s%s%s%s", i == 0 ? "" : "; ", resolution->label,
		    resolution->label[0] == '\0' ? "" : " ", resolution->text);
	}
	mb_csv_add(out, all->str);
}

/* Score and snippet: empty for an item that no search found. */
static void
add_match(GString *out, const struct mb_hit *hit)
{
	g_autoptr(mb_snippet) snippet = NULL;

	if (hit->marker == NULL) {
		mb_csv_add(out, "");
		mb_csv_add(out, "");
		return;
	}
	snippet = mb_snippet_make(hit->marker, hit->item);
	add_number(out, hit->score);
	mb_csv_add(out, snippet->text);
}

/* The ids of the other items of its group. */
static void
add_others(GString *out, const struct mb_group *group)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 1; group != NULL && i < group->items->len; i++) {
		const struct mb_grouped *other =
		    g_ptr_array_index(group->items, i);

		g_string_append_printf(all, "%s%s", i > 1 ? "; " : "",
		                       other->id);
	}
	mb_csv_add_exact(out, all->str);
}

static void
begin(GString *out, const struct mb_view *view)
{
	(void)view;
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
		g_string_append_printf(out, "%s%s", i == 0 ? "" : ",",
		                       columns[i]);
	g_string_append(out, "\r\n");
}

static void
end(GString *out, const struct mb_view *view)
{
	(void)out;
	(void)view;
}

static void
add_row(GString *out, const struct mb_view *view, const struct mb_hit *hit)
{
	const struct mb_item *item = hit->item;
	g_autofree char *date = mb_date_to_iso(item->date_ymd);
	g_autofree char *officers = mb_render_people(item->officers);
	g_autofree char *citation = mb_render_citation(item);

	/* An id is letters, digits, dashes and slashes, and must stay what it
	 * is: "-/cabinet/…" where the council is not known. */
	mb_csv_add_exact(out, item->id);
	mb_csv_add(out, date);
	mb_csv_add(out, item->committee);
	mb_csv_add(out, item->council);
	mb_csv_add(out, mb_kind_name(item->kind));
	mb_csv_add(out, item->number);
	mb_csv_add(out, item->title);
	mb_csv_add(out, officers);
	add_names(out, item->members);
	add_source(out, view->conf, item);
	add_match(out, hit);
	add_resolutions(out, item);
	mb_csv_add(out, citation);
	add_others(out, hit->group);
	g_string_append(out, "\r\n");
}

const struct mb_renderer mb_render_csv = {
	.begin = begin,
	.end = end,
	.hit = add_row,
	.item = add_row,
};
