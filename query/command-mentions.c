#include <string.h>

#include "query/asking.h"
#include "query/command.h"
#include "query/mentions.h"
#include "query/output.h"
#include "query/outside.h"
#include "query/plain.h"
#include "query/rows.h"

static const struct mb_column columns[] = {
	{ "date", "DATE" },     { "committee", "COMMITTEE" },
	{ "council", NULL },    { "kind", "KIND" },
	{ "number", "NUMBER" }, { "title", NULL },
	{ "page", "PAGE" },     { "label", NULL },
	{ "who", "WHO" },       { "before", "BEFORE" },
	{ "match", "MATCH" },   { "after", "AFTER" },
	{ "id", "ID" },         { "paper", NULL },
	{ "url", NULL },        { "citation", NULL },
	{ NULL, NULL },
};

/* What is printed, and how much of it there is. */
struct list {
	const struct mb_view *view;
	struct mb_table *table; /* NULL: text is printed */
	GString *text;
	guint n_max;    /* mentions printed at most */
	guint n_found;  /* mentions in all */
	guint n_items;  /* that have them */
	guint n_fronts; /* pieces of front matter that have them */
	guint n_without;
};

/* --- rows ----------------------------------------------------------------- */

static json_t *
who_to_json(const GPtrArray *who)
{
	json_t *array = json_array();

	for (guint i = 0; i < who->len; i++) {
		const struct mb_person *person = g_ptr_array_index(who, i);
		json_t *object = json_object();

		mb_row_text(object, "name", person->name);
		mb_row_text(object, "role", person->role);
		json_array_append_new(array, object);
	}
	return array;
}

static void
put_source(json_t *row, const struct mb_view *view, const struct mb_item *item,
           const struct mb_item_page *page)
{
	const struct mb_source *source =
	    item->sources->len > 0 ? g_ptr_array_index(item->sources, 0) : NULL;
	g_autofree char *url = NULL;
	const char *label = NULL;
	guint page_no = 0;

	if (source != NULL) {
		page_no = page != NULL ? page->page_no : source->page_no;
		label = page != NULL ? page->label : source->label;
		url = mb_conf_paper_url(view->conf, source->path, page_no);
	}
	mb_row_put(row, "page",
	           page_no > 0 ? json_integer(page_no) : json_null());
	mb_row_text(row, "label", label);
	mb_row_text(row, "paper", source == NULL ? item->paper : source->path);
	mb_row_text(row, "url", url);
}

static json_t *
row_of(const struct mb_view *view, const struct mb_item *item,
       const struct mb_mention *mention)
{
	g_autofree char *citation = mb_render_citation_at(item, mention->page);
	json_t *row = json_object();

	mb_row_text(row, "id", item->id);
	mb_row_date(row, "date", item->date_ymd);
	mb_row_text(row, "committee", item->committee);
	mb_row_text(row, "council", item->council);
	mb_row_text(row, "kind", mb_kind_name(item->kind));
	mb_row_text(row, "number", item->number);
	mb_row_text(row, "title", item->title);
	put_source(row, view, item, mention->page);
	mb_row_text(row, "citation", citation);
	mb_row_put(row, "who", who_to_json(mention->who));
	mb_row_text(row, "where", mention->in_title ? "title" : "text");
	mb_row_text(row, "before", mention->before);
	mb_row_text(row, "match", mention->match);
	mb_row_text(row, "after", mention->after);
	return row;
}

/* --- for people to read -------------------------------------------------- */

/* "p. 43", of which a pack may have thousands. */
#define PAGE_WIDTH 8

/* On a terminal the matches stand under one another, and what does not fit
 * beside them is cut; elsewhere the sentence is whole.  @page NULL: none. */
static void
append_line(GString *out, const struct mb_view *view,
            const struct mb_mention *mention, const char *page)
{
	const char *on = view->color ? "\033[1;31m" : "";
	const char *off = view->color ? "\033[0m" : "";
	guint left = view->width * 2 / 5;
	guint n = mb_plain_width(mention->match, -1);

	g_string_append(out, "  ");
	if (view->width == 0) {
		g_string_append_printf(
		    out, "%s%s%s\302\253%s\302\273%s\n",
		    page != NULL ? page : "", page != NULL ? ": " : "",
		    mention->before, mention->match, mention->after);
		return;
	}
	if (left > 2 * PAGE_WIDTH)
		mb_plain_append_padded(out, page != NULL ? page : "",
		                       PAGE_WIDTH);
	mb_plain_append_right(out, mention->before,
	                      left > 2 * PAGE_WIDTH ? left - PAGE_WIDTH : left);
	g_string_append_printf(out, "%s%s%s", on, mention->match, off);
	if (left + n + 2 < view->width)
		mb_plain_append_padded(out, mention->after,
		                       view->width - left - n - 2);
	g_strchomp(out->str);
	out->len = strlen(out->str);
	g_string_append_c(out, '\n');
}

/* All whose name or post @mentions are. */
static void
append_who(GString *out, const struct mb_view *view, const GPtrArray *mentions)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	g_autofree char *names = NULL;
	g_autofree char *line = NULL;

	for (guint i = 0; i < mentions->len; i++) {
		const struct mb_mention *mention =
		    g_ptr_array_index(mentions, i);

		for (guint j = 0; j < mention->who->len; j++) {
			gpointer who = g_ptr_array_index(mention->who, j);

			if (!g_ptr_array_find(all, who, NULL))
				g_ptr_array_add(all, who);
		}
	}
	names = mb_render_people(all);
	line = g_strconcat(all->len == 1 ? "Officer: " : "Officers: ", names,
	                   NULL);
	if (all->len > 0)
		mb_render_text_line(out, view, line);
}

static void
append_item(GString *out, const struct mb_view *view,
            const struct mb_item *item, const GPtrArray *mentions, guint n)
{
	mb_render_text_brief(out, view, item);
	append_who(out, view, mentions);
	for (guint i = 0; i < n; i++) {
		const struct mb_mention *one = g_ptr_array_index(mentions, i);
		g_autofree char *page = mb_render_page(item, one->page);

		append_line(out, view, one, page);
	}
	mb_render_text_line(out, view, item->id);
	g_string_append_c(out, '\n');
}

/* --- the command --------------------------------------------------------- */

static void
take(struct list *list, const struct mb_item *item, const GPtrArray *mentions)
{
	guint n =
	    MIN(mentions->len, list->n_max - MIN(list->n_max, list->n_found));

	list->n_found += mentions->len;
	if (mentions->len > 0 && item->kind == MB_KIND_FRONT)
		list->n_fronts++;
	else if (mentions->len > 0)
		list->n_items++;
	list->n_without += mentions->len == 0 ? 1 : 0;
	if (n > 0 && list->table == NULL)
		append_item(list->text, list->view, item, mentions, n);
	for (guint i = 0; i < n && list->table != NULL; i++)
		mb_table_add(
		    list->table,
		    row_of(list->view, item, g_ptr_array_index(mentions, i)));
}

static gboolean
take_all(struct list *list, struct mb_answer *answer)
{
	for (guint i = 0; i < mb_answer_n_rows(answer); i++) {
		g_autoptr(GError) error = NULL;
		const struct mb_item *item = mb_answer_item(answer, i, &error);
		g_autoptr(mb_marker) marker = NULL;
		g_autoptr(GPtrArray) mentions = NULL;

		if (item == NULL) {
			mb_output_complain("%s", error->message);
			return FALSE;
		}
		marker = mb_answer_marker(answer, item);
		mentions = mb_mentions(item, marker);
		take(list, item, mentions);
	}
	return TRUE;
}

/* "12 mentions in 3 items, showing the first 5". */
static void
prepend_caption(const struct list *list)
{
	g_autoptr(GString) line = g_string_new(NULL);

	g_string_append_printf(line, "%u mention%s in ", list->n_found,
	                       list->n_found == 1 ? "" : "s");
	if (list->n_items > 0)
		g_string_append_printf(line, "%u item%s", list->n_items,
		                       list->n_items == 1 ? "" : "s");
	if (list->n_fronts > 0)
		g_string_append_printf(line, "%s%u place%s outside the items",
		                       list->n_items > 0 ? " and " : "",
		                       list->n_fronts,
		                       list->n_fronts == 1 ? "" : "s");
	if (list->n_max < list->n_found)
		g_string_append_printf(line, ", showing the first %u",
		                       list->n_max);
	g_string_append(line, "\n\n");
	g_string_prepend(list->text, line->str);
	g_string_truncate(list->text, list->text->len - 1);
}

/* An item may be found by what does not stand in its words: its date, or an
 * officer of whom only the list of those present tells. */
static void
report_without(const struct list *list)
{
	if (list->n_without > 0)
		mb_output_complain("%u item%s found by what is not in the "
		                   "words of heading and text; search lists "
		                   "all",
		                   list->n_without,
		                   list->n_without == 1 ? " was" : "s were");
}

static enum mb_exit
print(const struct mb_common *common, struct list *list)
{
	if (list->table != NULL)
		mb_command_append_table(common, list->table, list->text);
	else if (list->n_found > 0)
		prepend_caption(list);
	mb_output_write(list->text, mb_format_is_exact(common->format));
	report_without(list);
	return mb_command_end(list->n_found > 0 ? MB_EXIT_FOUND : MB_EXIT_NONE);
}

static enum mb_exit
mentions(const struct mb_common *common, const struct mb_asking *asking,
         char **words)
{
	g_autoptr(mb_question) question =
	    mb_asking_read(asking, "mentions", words);
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(mb_table) table = NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *asked = NULL;
	struct list list = { .text = text };
	struct mb_view view;

	if (question == NULL || !mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	asked = g_strdup(question->text);
	mb_outside_widen(answer, question);
	list.n_max = question->n_max;
	question->n_max = G_MAXUINT;
	if (asking->sort == NULL)
		question->sort = MB_SORT_OLDEST;
	if (!mb_asking_ask(answer, question))
		return MB_EXIT_ERROR;
	if (mb_answer_n_matches(answer) == 0)
		mb_asking_report_none(answer, question);
	view = mb_command_view(common, conf, asked, NULL);
	list.view = &view;
	if (common->format != MB_FORMAT_TEXT)
		list.table = table = mb_table_new(columns);
	if (!take_all(&list, answer))
		return MB_EXIT_ERROR;
	return print(common, &list);
}

enum mb_exit
mb_command_mentions(const struct mb_command *command, char **argv)
{
	struct mb_asking asking = { .n_max = G_MAXINT };
	const GOptionEntry own[] = {
		MB_ASKING_OPTIONS(&asking),
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_auto(GStrv) words = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (mb_command_options(command, argv, own, NULL, &common, &words))
		status = mentions(&common, &asking, words);
	mb_asking_clear(&asking);
	mb_common_clear(&common);
	return status;
}
