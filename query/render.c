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
	const char *word = item->kind == MB_KIND_AGENDA ? " item" : "";

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
	return g_strdup_printf("Untitled %s", mb_kind_name(item->kind));
}

char *
mb_render_name(const struct mb_item *item)
{
	g_autofree char *title = mb_plain_line(item->title);
	g_autofree char *line = NULL;
	gsize n_line = strcspn(item->text, "\n");

	if (title[0] != '\0' || n_line == 0)
		return title[0] != '\0' ? g_steal_pointer(&title)
		                        : mb_render_title(item);
	line = g_strndup(item->text, n_line);
	if (g_utf8_strlen(line, -1) <= NAME_MAX_CHARS)
		return mb_plain_line(line);
	*g_utf8_offset_to_pointer(line, NAME_MAX_CHARS) = '\0';
	return g_strconcat(g_strchomp(line), "\342\200\246", NULL);
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

static void
add_json(GString *out, const struct mb_conf *conf, const struct mb_item *item,
         double score, const char *snippet)
{
	g_auto(GStrv) urls = source_urls(conf, item);
	const struct mb_item_print print = {
		.urls = (const char *const *)urls,
		.snippet = snippet,
		.score = score,
	};
	g_autofree char *json = mb_item_to_json_printed(item, &print);

	g_string_append(out, json);
	g_string_append_c(out, '\n');
}

void
mb_render_json_item(GString *out, const struct mb_conf *conf,
                    const struct mb_item *item)
{
	add_json(out, conf, item, 0, NULL);
}

void
mb_render_json_hit(GString *out, const struct mb_conf *conf,
                   const struct mb_item *item, double score,
                   struct mb_marker *marker)
{
	g_autoptr(mb_snippet) snippet = mb_snippet_make(marker, item);

	add_json(out, conf, item, score, snippet->text);
}
