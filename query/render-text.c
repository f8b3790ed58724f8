#include <string.h>

#include "base/date.h"
#include "query/plain.h"
#include "query/render.h"
#include "query/snippet.h"

#define BOLD   "\033[1m"
#define MARKED "\033[1;31m"
#define FAINT  "\033[2m"
#define NORMAL "\033[0m"

#define INDENT 2

/* A terminal narrower than this gets lines of this width all the same. */
#define MIN_WIDTH 30

/* A line of words being laid out. */
struct layout {
	GString *out;
	guint width; /* 0: lines are not broken */
	guint indent;
	guint column;
};

static void
new_line(struct layout *layout)
{
	g_string_append_c(layout->out, '\n');
	for (guint i = 0; i < layout->indent; i++)
		g_string_append_c(layout->out, ' ');
	layout->column = layout->indent;
}

/* Where the escape sequences of marks have got to. */
struct marking {
	const GArray *marks; /* NULL: none */
	const char *on;
	guint next;
	gboolean is_on;
};

/* Append the bytes of @text from @start to @end, switching marks on and off
 * where they begin and end. */
static void
append_marked(GString *out, const char *text, gsize start, gsize end,
              struct marking *marking)
{
	for (gsize i = start; i < end; i++) {
		const struct mb_mark *mark = NULL;

		if (marking->marks != NULL &&
		    marking->next < marking->marks->len)
			mark = &g_array_index(marking->marks, struct mb_mark,
			                      marking->next);
		if (mark != NULL && i == mark->end && marking->is_on) {
			g_string_append(out, NORMAL);
			marking->is_on = FALSE;
			marking->next++;
			i--; /* the next mark may begin here */
			continue;
		}
		if (mark != NULL && i == mark->start && !marking->is_on) {
			g_string_append(out, marking->on);
			marking->is_on = TRUE;
		}
		g_string_append_c(out, text[i]);
	}
}

/* Words of one line of text, broken before the edge of the terminal. */
static void
append_words(struct layout *layout, const char *text, const GArray *marks,
             const char *on)
{
	struct marking marking = { marks, on, 0, FALSE };
	gsize at = 0;
	gsize n_text = strlen(text);

	while (at < n_text) {
		gsize gap = at;
		gsize end;
		guint n;

		while (gap < n_text && text[gap] == ' ')
			gap++;
		end = gap;
		while (end < n_text && text[end] != ' ')
			end++;
		n = mb_plain_width(text + gap, (gssize)(end - gap));
		if (layout->width > 0 && layout->column > layout->indent &&
		    layout->column + (gap - at) + n > layout->width) {
			new_line(layout);
			at = gap;
		}
		layout->column += (guint)(gap - at) + n;
		append_marked(layout->out, text, at, end, &marking);
		at = end;
	}
	if (marking.is_on)
		g_string_append(layout->out, NORMAL);
}

static void
append_line(GString *out, const struct mb_view *view, guint indent,
            const char *text, const GArray *marks, const char *style)
{
	struct layout layout = {
		.out = out,
		.width = view->width == 0 ? 0 : MAX(view->width, MIN_WIDTH),
		.indent = indent,
		.column = indent,
	};
	gboolean styled = view->color && style != NULL;

	for (guint i = 0; i < indent; i++)
		g_string_append_c(out, ' ');
	if (styled)
		g_string_append(out, style);
	append_words(&layout, text, view->color ? marks : NULL, MARKED);
	if (styled)
		g_string_append(out, NORMAL);
	g_string_append_c(out, '\n');
}

/* "5 March 2020, Scrutiny Committee, minute 20". */
static void
append_heading(GString *out, const struct mb_view *view,
               const struct mb_item *item)
{
	g_autofree char *date = mb_date_to_text(item->date_ymd);
	g_autofree char *committee = mb_plain_line(item->committee);
	g_autofree char *number = mb_render_kind_number(item);
	g_autofree char *line = g_strdup_printf(
	    "%s, %s, %s", date,
	    committee[0] == '\0' ? "unknown committee" : committee, number);

	append_line(out, view, 0, line, NULL, NULL);
}

static void
append_officers(GString *out, const struct mb_view *view,
                const struct mb_item *item)
{
	g_autofree char *names = mb_render_people(item->officers);
	g_autofree char *line = NULL;

	if (names[0] == '\0')
		return;
	line = g_strconcat(
	    item->officers->len == 1 ? "Officer: " : "Officers: ", names, NULL);
	append_line(out, view, INDENT, line, NULL, NULL);
}

static void
append_source(GString *out, const struct mb_view *view,
              const struct mb_source *source)
{
	g_autofree char *path = mb_plain_line(source->path);
	g_autofree char *label = mb_plain_line(source->label);
	g_autofree char *url =
	    mb_conf_paper_url(view->conf, source->path, source->page_no);
	g_autoptr(GString) line = g_string_new(path);

	if (source->page_no > 0)
		g_string_append_printf(line, ", page %u", source->page_no);
	if (label[0] != '\0')
		g_string_append_printf(line, " (printed %s)", label);
	if (source->draft)
		g_string_append(line, " (draft)");
	append_line(out, view, INDENT, line->str, NULL, NULL);
	if (url != NULL)
		append_line(out, view, INDENT, url, NULL, NULL);
}

static void
append_sources(GString *out, const struct mb_view *view,
               const struct mb_item *item)
{
	for (guint i = 0; i < item->sources->len; i++)
		append_source(out, view, g_ptr_array_index(item->sources, i));
}

static void
append_exempt(GString *out, const struct mb_view *view,
              const struct mb_item *item)
{
	if (item->exempt)
		append_line(out, view, INDENT, "EXEMPT: not for publication",
		            NULL, BOLD);
	else if (item->private_business)
		append_line(out, view, INDENT,
		            "Public record of exempt business", NULL, NULL);
}

void
mb_render_text_brief(GString *out, const struct mb_view *view,
                     const struct mb_item *item)
{
	g_autofree char *name = mb_render_name(item);

	append_heading(out, view, item);
	append_line(out, view, 0, name, NULL, BOLD);
	append_exempt(out, view, item);
}

void
mb_render_text_title(GString *out, const struct mb_view *view, const char *text)
{
	append_line(out, view, 0, text, NULL, BOLD);
}

void
mb_render_text_line(GString *out, const struct mb_view *view, const char *text)
{
	append_line(out, view, INDENT, text, NULL, NULL);
}

static void
append_others(GString *out, const struct mb_view *view,
              const struct mb_group *group)
{
	for (guint i = 1; group != NULL && i < group->items->len; i++) {
		const struct mb_grouped *other =
		    g_ptr_array_index(group->items, i);
		g_autofree char *line =
		    g_strconcat("With: ", other->name, NULL);

		append_line(out, view, INDENT, line, NULL, NULL);
		append_line(out, view, INDENT, other->id, NULL, FAINT);
	}
}

static void
append_hit(GString *out, const struct mb_view *view, const struct mb_hit *hit)
{
	const struct mb_item *item = hit->item;
	g_autofree char *title = mb_render_title(item);
	g_autoptr(mb_snippet) snippet = mb_snippet_make(hit->marker, item);

	if (hit->n_before > 0)
		g_string_append_c(out, '\n');
	append_heading(out, view, item);
	append_line(out, view, 0, title, NULL, BOLD);
	append_exempt(out, view, item);
	append_officers(out, view, item);
	if (snippet->text[0] != '\0')
		append_line(out, view, INDENT, snippet->text, snippet->marks,
		            NULL);
	append_sources(out, view, item);
	append_line(out, view, INDENT, item->id, NULL, FAINT);
	append_others(out, view, hit->group);
}

static void
append_fact(GString *out, const struct mb_view *view, const char *name,
            const char *value)
{
	g_autofree char *plain = mb_plain_line(value);
	g_autofree char *line = NULL;

	if (plain[0] == '\0')
		return;
	line = g_strconcat(name, ": ", plain, NULL);
	append_line(out, view, INDENT, line, NULL, NULL);
}

static void
append_names(GString *out, const struct mb_view *view, const char *name,
             const GPtrArray *names)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(
		    all, "%s%s", i == 0 ? "" : "; ",
		    (const char *)g_ptr_array_index(names, i));
	append_fact(out, view, name, all->str);
}

static void
append_body(GString *out, const struct mb_view *view, const char *text)
{
	g_autofree char *unwrapped =
	    view->width == 0 ? g_strdup(text) : mb_plain_unwrap(text);
	g_autofree char *plain = mb_plain_text(unwrapped);
	g_auto(GStrv) lines = g_strsplit(g_strchomp(plain), "\n", -1);

	for (guint i = 0; lines[i] != NULL; i++) {
		g_strchomp(lines[i]);
		append_line(out, view, 0, lines[i], NULL, NULL);
	}
}

static void
append_resolutions(GString *out, const struct mb_view *view,
                   const struct mb_item *item)
{
	if (item->resolutions->len == 0)
		return;
	g_string_append(out, "\nResolved:\n");
	for (guint i = 0; i < item->resolutions->len; i++) {
		const struct mb_resolution *resolution =
		    g_ptr_array_index(item->resolutions, i);
		g_autofree char *text = mb_plain_line(resolution->text);
		g_autofree char *label = mb_plain_line(resolution->label);
		g_autofree char *line =
		    g_strconcat(label, label[0] == '\0' ? "" : " ", text, NULL);

		append_line(out, view, INDENT, line, NULL, NULL);
	}
}

static void
append_actions(GString *out, const struct mb_view *view,
               const struct mb_item *item)
{
	for (guint i = 0; i < item->actions->len; i++) {
		const struct mb_action *action =
		    g_ptr_array_index(item->actions, i);

		append_fact(out, view, "Action for", action->owner);
		append_fact(out, view, "Due", action->due);
		append_fact(out, view, "Status", action->status);
	}
}

static void
append_refs(GString *out, const struct mb_view *view,
            const struct mb_item *item)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(item->refs, i);
		g_autofree char *text = mb_render_ref(ref);

		append_fact(out, view,
		            ref->dir == MB_REF_BACK ? "Earlier" : "Later",
		            text);
	}
}

static void
append_item(GString *out, const struct mb_view *view, const struct mb_hit *hit)
{
	const struct mb_item *item = hit->item;
	g_autofree char *title = mb_render_title(item);
	g_autofree char *others = mb_render_people(item->people_other);
	g_autofree char *citation = mb_render_citation(item);

	if (hit->n_before > 0)
		g_string_append_c(out, '\n');
	append_heading(out, view, item);
	append_line(out, view, 0, title, NULL, BOLD);
	append_exempt(out, view, item);
	append_fact(out, view, "Council", item->council);
	append_officers(out, view, item);
	append_names(out, view, "Members", item->members);
	append_fact(out, view, "Others", others);
	append_names(out, view, "Authors", item->authors);
	append_refs(out, view, item);
	append_actions(out, view, item);
	append_sources(out, view, item);
	append_fact(out, view, "Cite", citation);
	append_line(out, view, INDENT, item->id, NULL, FAINT);
	append_resolutions(out, view, item);
	if (item->text[0] != '\0') {
		g_string_append_c(out, '\n');
		append_body(out, view, item->text);
	}
}

static void
begin(GString *out, const struct mb_view *view)
{
	if (view->caption != NULL)
		g_string_append_printf(out, "%s\n\n", view->caption);
}

static void
end(GString *out, const struct mb_view *view)
{
	(void)out;
	(void)view;
}

const struct mb_renderer mb_render_text = {
	.begin = begin,
	.end = end,
	.hit = append_hit,
	.item = append_item,
};
