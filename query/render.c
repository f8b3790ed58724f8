#include "query/render.h"

#include <string.h>

#include "base/date.h"
#include "query/plain.h"
#include "query/snippet.h"

/* Of a text that stands for a title. */
#define NAME_MAX_CHARS 100

char *
mb_render_kind_number(const struct mb_item *item)
{
	g_autofree char *number = mb_plain_line(item->number);
	const char *kind = mb_kind_name(item->kind);
	const char *word = item->kind == MB_KIND_AGENDA  ? " item"
	                   : item->kind == MB_KIND_FRONT ? " matter"
	                                                 : "";

	if (number[0] == '\0')
		return g_strconcat(kind, word, NULL);
	return g_strconcat(kind, word, " ", number,
	                   item->number_inferred ? " (inferred)" : "", NULL);
}

char *
mb_render_person(const struct mb_person *person)
{
	g_autofree char *name = mb_plain_line(person->name);
	g_autofree char *role = mb_plain_line(person->role);

	if (name[0] == '\0')
		return g_steal_pointer(&role);
	if (role[0] == '\0')
		return g_steal_pointer(&name);
	return g_strdup_printf("%s (%s)", name, role);
}

char *
mb_render_people(const GPtrArray *people)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < people->len; i++) {
		g_autofree char *person =
		    mb_render_person(g_ptr_array_index(people, i));

		if (person[0] == '\0')
			continue;
		if (out->len > 0)
			g_string_append(out, "; ");
		g_string_append(out, person);
	}
	return g_string_free(out, FALSE);
}

/* The paper's words are cut from a sentence, and read as if cut off without
 * quotes. */
char *
mb_render_ref(const struct mb_ref *ref)
{
	g_autofree char *what = mb_plain_line(ref->what);
	g_autofree char *number = mb_plain_line(ref->number);
	g_autofree char *date = mb_date_to_text(ref->date_ymd);

	return g_strdup_printf("\342\200\234%s\342\200\235%s%s%s%s", what,
	                       number[0] == '\0' ? "" : ", minute ", number,
	                       ref->date_ymd == 0 ? "" : ", ",
	                       ref->date_ymd == 0 ? "" : date);
}

char *
mb_render_title(const struct mb_item *item)
{
	char *title = mb_plain_line(item->title);

	if (title[0] != '\0')
		return title;
	g_free(title);
	if (item->kind == MB_KIND_FRONT)
		return g_strdup("Outside the items");
	return g_strdup_printf("Untitled %s", mb_kind_name(item->kind));
}

/* The beginning of a text, as far as its first line.  Transfer full. */
static char *
beginning(const char *text)
{
	g_autofree char *line = g_strndup(text, strcspn(text, "\n"));
	g_autofree char *plain = mb_plain_line(line);

	if (g_utf8_strlen(plain, -1) <= NAME_MAX_CHARS)
		return g_steal_pointer(&plain);
	*g_utf8_offset_to_pointer(plain, NAME_MAX_CHARS) = '\0';
	return g_strconcat(g_strchomp(plain), "\342\200\246", NULL);
}

/* Several actions of a tracker stand under one heading. */
char *
mb_render_name(const struct mb_item *item)
{
	g_autofree char *title = mb_plain_line(item->title);
	g_autofree char *text = beginning(item->text);

	if (title[0] == '\0')
		return text[0] != '\0' ? g_steal_pointer(&text)
		                       : mb_render_title(item);
	if (item->kind != MB_KIND_ACTION || text[0] == '\0')
		return g_steal_pointer(&title);
	return g_strdup_printf("%s: %s", title, text);
}

char *
mb_render_page(const struct mb_item *item, const struct mb_item_page *page)
{
	const struct mb_source *source =
	    item->sources->len > 0 ? g_ptr_array_index(item->sources, 0) : NULL;
	g_autofree char *label = mb_plain_line(page != NULL     ? page->label
	                                       : source != NULL ? source->label
	                                                        : NULL);
	guint page_no = page != NULL     ? page->page_no
	                : source != NULL ? source->page_no
	                                 : 0;

	if (label[0] != '\0')
		return g_strdup_printf("p. %s", label);
	return page_no > 0 ? g_strdup_printf("p. %u", page_no) : NULL;
}

char *
mb_render_citation(const struct mb_item *item)
{
	return mb_render_citation_at(item, NULL);
}

char *
mb_render_citation_at(const struct mb_item *item,
                      const struct mb_item_page *page)
{
	g_autofree char *place = mb_render_page(item, page);
	g_autofree char *body = mb_plain_line(
	    item->committee != NULL ? item->committee : item->council);
	g_autofree char *date = mb_date_to_text(item->date_ymd);
	g_autofree char *number = mb_render_kind_number(item);
	GString *out = g_string_new(body);

	if (item->date_ymd != 0)
		g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "",
		                       date);
	g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", number);
	if (item->number == NULL && item->title != NULL) {
		g_autofree char *title = mb_plain_line(item->title);

		g_string_append_printf(out, " \342\200\234%s\342\200\235",
		                       title);
	}
	if (place != NULL)
		g_string_append_printf(out, ", %s", place);
	return g_string_free(out, FALSE);
}

/* The renderers that are too small for a file of their own. */

static void
nothing(GString *out, const struct mb_view *view)
{
	(void)out;
	(void)view;
}

static void
render_id(GString *out, const struct mb_view *view, const struct mb_hit *hit)
{
	g_string_append(out, hit->item->id);
	g_string_append_c(out, view->nul ? '\0' : '\n');
}

/* Where each source of @item is published; "" where that is not known. */
static char **
source_urls(const struct mb_conf *conf, const struct mb_item *item)
{
	char **urls = g_new0(char *, item->sources->len + 1);

	for (guint i = 0; i < item->sources->len; i++) {
		const struct mb_source *source =
		    g_ptr_array_index(item->sources, i);
		char *url =
		    mb_conf_paper_url(conf, source->path, source->page_no);

		urls[i] = url != NULL ? url : g_strdup("");
	}
	return urls;
}

/* The ids of the other items of a group, as the object's last key.  Ids are
 * letters, digits, dashes and slashes. */
static void
append_others(GString *out, const struct mb_group *group)
{
	g_string_truncate(out, out->len - 1);
	g_string_append(out, ",\"others\":[");
	for (guint i = 1; i < group->items->len; i++) {
		const struct mb_grouped *other =
		    g_ptr_array_index(group->items, i);

		g_string_append_printf(out, "%s\"%s\"", i > 1 ? "," : "",
		                       other->id);
	}
	g_string_append(out, "]}");
}

/* As in minutebook-item(5); a hit has its score and snippet too. */
static void
render_json(GString *out, const struct mb_view *view, const struct mb_hit *hit)
{
	g_auto(GStrv) urls = source_urls(view->conf, hit->item);
	g_autofree char *citation = mb_render_citation(hit->item);
	g_autoptr(mb_snippet) snippet =
	    hit->marker == NULL ? NULL
				: mb_snippet_make(hit->marker, hit->item);
	const struct mb_item_print print = {
		.urls = (const char *const *)urls,
		.citation = citation,
		.snippet = snippet == NULL ? NULL : snippet->text,
		.score = hit->score,
	};
	g_autofree char *json = mb_item_to_json_printed(hit->item, &print);

	g_string_append(out, json);
	if (hit->group != NULL)
		append_others(out, hit->group);
	g_string_append_c(out, '\n');
}

void
mb_render_json_item(GString *out, const struct mb_conf *conf,
                    const struct mb_item *item)
{
	const struct mb_view view = { .conf = conf };
	const struct mb_hit hit = { .item = item };

	render_json(out, &view, &hit);
}

static const struct mb_renderer render_ids = {
	.begin = nothing,
	.end = nothing,
	.hit = render_id,
	.item = render_id,
};

static const struct mb_renderer render_jsonl = {
	.begin = nothing,
	.end = nothing,
	.hit = render_json,
	.item = render_json,
};

const struct mb_renderer *
mb_renderer(enum mb_format format)
{
	static const struct mb_renderer *const renderers[MB_N_FORMATS] = {
		[MB_FORMAT_TEXT] = &mb_render_text,
		[MB_FORMAT_JSONL] = &render_jsonl,
		[MB_FORMAT_CSV] = &mb_render_csv,
		[MB_FORMAT_IDS] = &render_ids,
		[MB_FORMAT_HTML] = &mb_render_html,
	};

	return renderers[format];
}
