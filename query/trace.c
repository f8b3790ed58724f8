#include "query/trace.h"

#include <string.h>

#include "base/date.h"
#include "query/plain.h"
#include "query/rows.h"

/* A day for each end of the time that a matter takes. */
char *
mb_trace_span(const struct mb_matter *matter)
{
	const struct mb_item *first = g_ptr_array_index(matter->items, 0);
	const struct mb_item *last =
	    g_ptr_array_index(matter->items, matter->items->len - 1);
	g_autofree char *from = mb_date_to_text(first->date_ymd);
	g_autofree char *to = mb_date_to_text(last->date_ymd);

	if (first->date_ymd == last->date_ymd)
		return g_steal_pointer(&from);
	return g_strdup_printf("%s to %s", from, to);
}

/* What @from does to @to. */
static const char *
verb(enum mb_tie_kind kind)
{
	switch (kind) {
	case MB_TIE_MINUTES:
		return "names the minutes of the";
	case MB_TIE_REFERS:
		return "refers to";
	case MB_TIE_CARRIES:
		return "carries on";
	case MB_TIE_ORIGIN:
		return "was set at";
	case MB_TIE_ACTION:
		return "brings up to date";
	case MB_TIE_ANSWERS:
		return "answers";
	case MB_TIE_MEETING:
		return "belongs to";
	case MB_TIE_TOPIC:
		return "comes back to";
	}
	g_assert_not_reached();
}

char *
mb_trace_tie(const struct mb_tie *tie)
{
	g_autofree char *target = mb_tie_target(tie);
	gboolean quoted = tie->quote[0] != '\0';

	return g_strdup_printf("%s%s%s %s: %s, %s%s%s%s",
	                       tie->from_part != NULL ? tie->from_part : "",
	                       tie->from_part != NULL ? " " : "",
	                       verb(tie->kind), target,
	                       mb_confidence_name(tie->confidence), tie->reason,
	                       quoted ? " \342\200\234" : "", tie->quote,
	                       quoted ? "\342\200\235" : "");
}

/* What has become of an action, as the row of its tracker tells. */
static void
append_status(GString *out, const struct mb_view *view,
              const struct mb_item *item)
{
	for (guint i = 0; i < item->actions->len; i++) {
		const struct mb_action *action =
		    g_ptr_array_index(item->actions, i);
		g_autofree char *owner = mb_plain_line(action->owner);
		g_autofree char *status = mb_plain_line(action->status);
		g_autofree char *line = g_strdup_printf(
		    "%s%s%s", owner, *owner && *status ? ": " : "", status);

		if (*line != '\0')
			mb_render_text_line(out, view, line);
	}
}

static void
append_item(GString *out, const struct mb_view *view,
            const struct mb_matter *matter, const struct mb_item *item)
{
	g_autoptr(GPtrArray) ties = mb_matter_ties_of(matter, item);

	g_string_append_c(out, '\n');
	mb_render_text_brief(out, view, item);
	append_status(out, view, item);
	for (guint i = 0; i < ties->len; i++) {
		g_autofree char *line =
		    mb_trace_tie(g_ptr_array_index(ties, i));

		mb_render_text_line(out, view, line);
	}
	mb_render_text_line(out, view, item->id);
}

void
mb_trace_text(GString *out, const struct mb_view *view,
              const struct mb_matter *matter)
{
	g_autofree char *span = mb_trace_span(matter);
	guint n = matter->items->len;

	g_string_append_printf(out, "%s%u item%s, %s\n",
	                       matter->is_cut ? "the first " : "", n,
	                       n == 1 ? "" : "s", span);
	for (guint i = 0; i < n; i++)
		append_item(out, view, matter,
		            g_ptr_array_index(matter->items, i));
}

static json_t *
links_to_json(const GPtrArray *ties)
{
	json_t *links = json_array();

	for (guint i = 0; i < ties->len; i++)
		json_array_append_new(
		    links, mb_tie_to_json(g_ptr_array_index(ties, i)));
	return links;
}

void
mb_trace_jsonl(GString *out, const struct mb_conf *conf,
               const struct mb_matter *matter, guint number)
{
	for (guint i = 0; i < matter->items->len; i++) {
		const struct mb_item *item =
		    g_ptr_array_index(matter->items, i);
		g_autoptr(GPtrArray) ties = mb_matter_ties_of(matter, item);
		g_autoptr(GString) line = g_string_new(NULL);
		json_t *row;

		mb_render_json_item(line, conf, item);
		row = json_loadb(line->str, line->len, 0, NULL);
		g_assert(row != NULL);
		mb_row_put(row, "matter", json_integer(number));
		mb_row_put(row, "links", links_to_json(ties));
		mb_row_line(out, row);
	}
}

static const struct mb_column columns[] = {
	{ "matter", "Matter" },
	{ "date", "Date" },
	{ "committee", "Committee" },
	{ "kind", "Kind" },
	{ "number", "Number" },
	{ "title", "Title" },
	{ "status", "Status" },
	{ "links", "Links" },
	{ "id", "Id" },
	{ "paper", "Paper" },
	{ "page", "Page" },
	{ NULL, NULL },
};

struct mb_table *
mb_trace_table(void)
{
	return mb_table_new(columns);
}

static json_t *
row_of(const struct mb_matter *matter, const struct mb_item *item, guint number)
{
	g_autoptr(GPtrArray) ties = mb_matter_ties_of(matter, item);
	g_autofree char *name = mb_render_name(item);
	const struct mb_action *action =
	    item->actions->len > 0 ? g_ptr_array_index(item->actions, 0) : NULL;
	json_t *row = json_object(), *links = json_array();

	for (guint i = 0; i < ties->len; i++) {
		g_autofree char *line =
		    mb_trace_tie(g_ptr_array_index(ties, i));

		json_array_append_new(links, json_string(line));
	}
	mb_row_put(row, "matter", json_integer(number));
	mb_row_date(row, "date", item->date_ymd);
	mb_row_text(row, "committee", item->committee);
	mb_row_text(row, "kind", mb_kind_name(item->kind));
	mb_row_text(row, "number", item->number);
	mb_row_text(row, "title", name);
	mb_row_text(row, "status", action != NULL ? action->status : NULL);
	mb_row_put(row, "links", links);
	mb_row_text(row, "id", item->id);
	if (item->sources->len > 0) {
		const struct mb_source *source =
		    g_ptr_array_index(item->sources, 0);

		mb_row_text(row, "paper", source->path);
		mb_row_put(row, "page", json_integer(source->page_no));
	}
	return row;
}

void
mb_trace_rows(struct mb_table *table, const struct mb_matter *matter,
              guint number)
{
	for (guint i = 0; i < matter->items->len; i++)
		mb_table_add(table,
		             row_of(matter, g_ptr_array_index(matter->items, i),
		                    number));
}
