#include "config.h"

#include "indexer/items.h"

#include <string.h>

#include "base/date.h"
#include "indexer/closing.h"
#include "indexer/decision-rows.h"
#include "indexer/decisions.h"
#include "indexer/entries.h"
#include "indexer/entry-kind.h"
#include "indexer/headline-clean.h"
#include "indexer/headline.h"
#include "indexer/item-rows.h"
#include "indexer/listed.h"
#include "indexer/looks.h"
#include "indexer/pages.h"
#include "indexer/patterns.h"
#include "indexer/questions.h"
#include "indexer/report-numbers.h"
#include "indexer/reports.h"
#include "indexer/unlisted.h"

static void
draft_free(gpointer data)
{
	struct mb_draft *draft = data;

	mb_item_free(draft->item);
	g_free(draft);
}

struct mb_draft *
mb_splitter_add(struct mb_splitter *s, const struct mb_part *part,
                enum mb_kind kind, guint head)
{
	struct mb_draft *draft = g_new0(struct mb_draft, 1);
	const struct mb_line *line = mb_lines_at(s->lines, head);
	struct mb_item *item = mb_item_new();

	item->kind = kind;
	item->date_ymd = part->meeting->date_ymd;
	item->committee = g_strdup(part->meeting->committee);
	item->council = g_strdup(part->meeting->council);
	mb_item_add_source(item, s->path, line->page_no,
	                   mb_lines_label(s->lines, line->page_no));
	draft->item = item;
	draft->part = part;
	draft->head = head;
	draft->group = MB_NO_LINE;
	draft->table = MB_NO_LINE;
	g_ptr_array_add(s->drafts, draft);
	return draft;
}

/* The lines from the heading to the end of the item are its text, less the
 * heading. */
static void
set_text(const struct mb_splitter *s, struct mb_draft *draft)
{
	g_autoptr(mb_pages) pages = mb_pages_new(s->lines);
	gsize n_cut = 0;

	mb_pages_add(pages, draft->body, draft->end, "");
	if (draft->body_offset && draft->body < draft->end &&
	    mb_pages_begin_with(pages, draft->body))
		n_cut = MIN(draft->body_offset,
		            strlen(mb_lines_at(s->lines, draft->body)->text));
	mb_pages_give(pages, n_cut, draft->item);
}

/* "“That, the Council write to the Minister …": a motion without a heading. One
 * that closes its quotes is a heading: "“Room for One More” – Launch of the
 * Campaign". */
static gboolean
is_quoted(const char *title)
{
	const char *rest;

	if (!title)
		return FALSE;
	if (*title != '"' && !g_str_has_prefix(title, "\342\200\234"))
		return FALSE;
	rest = g_utf8_next_char(title);
	return !strchr(rest, '"') && !strstr(rest, "\342\200\235");
}

/* "R2024-139 S. Kirkey, S. Foote:": behind the number of a resolution stand its
 * mover and its seconder, and no title. */
static gboolean
is_movers(const char *title)
{
	static GRegex *movers_re;

	return title &&
	       g_regex_match(mb_regex_once(&movers_re,
	                                   "^(?:[A-Z]\\. ?){1,3}[A-Z][\\w'’-]+"
	                                   "(?:,| and| &) "
	                                   "(?:[A-Z]\\. ?){1,3}[A-Z][\\w'’-]+$",
	                                   0),
	                     title, 0, NULL);
}

static void
add_entry(struct mb_splitter *s, const struct mb_part *part,
          const struct mb_entry *e, guint end, gboolean last)
{
	gboolean agenda = part->kind == MB_PART_AGENDA;
	struct mb_draft *draft = mb_splitter_add(
	    s, part, mb_entry_kind(s->lines, s->looks, part, e->head, end),
	    e->head);
	struct mb_headline headline = { .body = e->title };

	if (!e->untitled)
		mb_headline_read(s->lines, s->looks, e->title, e->title_at, end,
		                 agenda, &headline);
	if (is_quoted(headline.title) || is_movers(headline.title)) {
		g_clear_pointer(&headline.title, g_free);
		headline.body = e->title;
		headline.body_offset = e->title_at;
	}
	draft->item->title = headline.title;
	if (*e->number)
		draft->item->number = g_strdup(e->number);
	draft->item->number_inferred = e->inferred;
	draft->body = MIN(headline.body, end);
	draft->body_offset = headline.body_offset;
	if (!draft->body_offset && draft->body < end && !e->title_at)
		draft->body_offset =
		    mb_headline_beside(s->lines, draft->body, e->number);
	draft->end =
	    last ? end
		 : mb_closing_divider(s->lines, s->looks, draft->body, end);
	if (last && agenda)
		draft->end =
		    mb_closing_agenda(s->lines, s->looks, draft->body, end);
	else if (agenda)
		draft->end = mb_closing_letterhead(s->lines, s->looks,
		                                   draft->body, draft->end);
	else if (last)
		draft->end =
		    mb_closing_minutes(s->lines, s->looks, draft->body, end);
	set_text(s, draft);
}

/* "I will ask at the next Meeting …" */
static gboolean
is_motion(const struct mb_splitter *s, const struct mb_entry *e)
{
	g_autofree char *fold =
	    mb_looks_fold(mb_lines_at(s->lines, e->title)->text + e->title_at);

	return mb_unlisted_is_motion(fold);
}

/* "Questions submitted by Councillor J. Marl" above the motions of an agenda
 * ends the entry before it, and in minutes where it is right above the motion.
 * The last such line of [first, end), and in @cut the first; MB_NO_LINE. */
static guint
find_group(const struct mb_splitter *s, guint first, guint end, gboolean agenda,
           guint *cut)
{
	guint i, group = MB_NO_LINE;

	*cut = end;
	for (i = first; i < end; i++) {
		if (mb_lines_at(s->lines, i)->furniture ||
		    mb_lines_at(s->lines, i)->kind == MB_LINE_RULE)
			continue;
		if (mb_unlisted_is_label(mb_looks_at(s->looks, i)->fold)) {
			*cut = MIN(*cut, i);
			group = i;
		} else if (!agenda) {
			*cut = end;
			group = MB_NO_LINE;
		}
	}
	return group;
}

static void
split_entries(struct mb_splitter *s, const struct mb_part *part)
{
	g_autoptr(GArray) entries = mb_entries_find(s->lines, s->looks, part);
	gboolean agenda = part->kind == MB_PART_AGENDA;
	guint i, from = s->drafts->len, group = MB_NO_LINE;

	for (i = 0; i < entries->len; i++) {
		const struct mb_entry *e =
		    &g_array_index(entries, struct mb_entry, i);
		gboolean last = i + 1 == entries->len;
		guint end = last ? part->end : (e + 1)->head;
		guint cut = end, next = MB_NO_LINE;

		if (agenda || (!last && is_motion(s, e + 1)))
			next = find_group(s, e->title + 1, end, agenda, &cut);
		add_entry(s, part, e, MAX(cut, e->title + 1), last);
		if (is_motion(s, e)) {
			struct mb_draft *draft =
			    g_ptr_array_index(s->drafts, s->drafts->len - 1);

			draft->group = group;
		}
		if (next != MB_NO_LINE || !is_motion(s, e))
			group = next;
	}
	mb_item_rows_split_all(s, part, from);
}

/* The title in lines [first, end), without its label.  Transfer full; NULL when
 * it is empty. */
static char *
title_of(const struct mb_splitter *s, guint first, guint end)
{
	g_autoptr(GString) out = g_string_new(NULL);
	guint i;

	for (i = first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(s->lines, i);
		gsize skip = i == first ? mb_reports_title_label(line) : 0;

		if (line->furniture)
			continue;
		if (out->len)
			g_string_append_c(out, ' ');
		g_string_append(out, line->text + skip);
	}
	return mb_headline_clean(out->str, FALSE);
}

/* A report, appendix or decision is one item. */
static void
add_whole(struct mb_splitter *s, const struct mb_part *part, enum mb_kind kind)
{
	struct mb_draft *draft = mb_splitter_add(s, part, kind, part->first);
	g_auto(mb_listed) listed = { 0 };

	draft->item->title =
	    mb_listed_read(mb_lines_at(s->lines, part->first), &listed)
		? mb_headline_clean(listed.title, FALSE)
		: title_of(s, part->title_first, part->title_end);
	draft->item->number = g_strdup(part->number);
	draft->body = part->body;
	draft->end = part->end;
	set_text(s, draft);
}

/* Lines in which no item can be told, as one appendix.  Exempt rules take it
 * for one, of which any marking at its head withholds all. */
static void
add_untold(struct mb_splitter *s, const struct mb_part *part, guint first,
           guint end)
{
	struct mb_part whole = { .kind = MB_PART_APPENDIX,
		                 .meeting = part->meeting,
		                 .first = first,
		                 .end = end };
	struct mb_draft *draft;

	mb_reports_title(s->lines, s->looks, &whole);
	add_whole(s, &whole, MB_KIND_APPENDIX);
	draft = g_ptr_array_index(s->drafts, s->drafts->len - 1);
	draft->part = part;
}

/* A decision whose subject is line @subject; its number may stand above. */
static void
add_decision(struct mb_splitter *s, const struct mb_part *part, guint head,
             guint subject, guint end)
{
	struct mb_draft *draft =
	    mb_splitter_add(s, part, MB_KIND_DECISION, head);
	guint last = mb_reports_value_end(s->lines, s->looks, subject, end);
	struct mb_headline headline;

	draft->item->title = title_of(s, subject, last);
	draft->item->number = head < subject
	                          ? mb_decision_label(s->lines, s->looks, head)
	                          : mb_decision_number(s->looks, subject, end);
	mb_headline_read(s->lines, s->looks, last - 1, 0, end, FALSE,
	                 &headline);
	g_free(headline.title);
	draft->body = MAX(last, MIN(headline.body, end));
	draft->end = end;
	set_text(s, draft);
}

/* A sheet of what a meeting decided, item by item: "Item 4", "QUAY LIGHTS",
 * "RESOLVED: That …".  FALSE when the part is none. */
static gboolean
split_sheet(struct mb_splitter *s, const struct mb_part *part)
{
	g_autoptr(GArray) entries = mb_entries_find(s->lines, s->looks, part);
	guint n = 0;

	for (guint i = 0; i < entries->len; i++) {
		const struct mb_entry *e =
		    &g_array_index(entries, struct mb_entry, i);
		guint end = i + 1 < entries->len ? (e + 1)->head : part->end;

		n += *e->number && mb_decision_is_told(s->lines, e->head, end)
		         ? 1
		         : 0;
	}
	if (n < 2 || n * 2 <= entries->len)
		return FALSE;
	for (guint i = 0; i < entries->len; i++) {
		const struct mb_entry *e =
		    &g_array_index(entries, struct mb_entry, i);
		gboolean last = i + 1 == entries->len;

		add_entry(s, part, e, last ? part->end : (e + 1)->head, last);
	}
	return TRUE;
}

/* A form for each decision, one after the other: each begins with its
 * subject. */
static void
split_decisions(struct mb_splitter *s, const struct mb_part *part)
{
	guint i, head = 0, subject = MB_NO_LINE, n = 0;

	for (i = part->first; i < part->end; i++)
		n += mb_reports_title_label(mb_lines_at(s->lines, i)) ? 1 : 0;
	if (n < 2) {
		if (!mb_decision_rows_split(s, part) && !split_sheet(s, part))
			add_whole(s, part, MB_KIND_DECISION);
		return;
	}
	for (i = part->first; i < part->end; i++) {
		g_autofree char *number = NULL;
		guint at = i;

		if (!mb_reports_title_label(mb_lines_at(s->lines, i)))
			continue;
		if (i > part->first &&
		    (number = mb_decision_label(s->lines, s->looks, i - 1)))
			at = i - 1;
		if (subject != MB_NO_LINE)
			add_decision(s, part, head, subject, at);
		head = at;
		subject = i;
	}
	add_decision(s, part, head, subject, part->end);
}

/* A question of an annex, with its answer. */
static void
add_question(struct mb_splitter *s, const struct mb_part *part, guint head,
             guint end)
{
	struct mb_draft *draft =
	    mb_splitter_add(s, part, MB_KIND_QUESTION, head);
	const char *text = mb_lines_at(s->lines, head)->text;
	gsize rest;

	draft->item->number = mb_questions_number(text, &rest);
	/* "Question 1 from Ms A Orme": the label is of the heading. */
	draft->item->title = mb_headline_clean(
	    g_ascii_islower(text[rest]) ? text : text + rest, FALSE);
	draft->body = head + 1;
	draft->end = end;
	/* "Q1. When will the bridge be mended?" is the question itself. */
	if (mb_looks_at(s->looks, head)->n_words > 20 ||
	    g_str_has_suffix(text, "?")) {
		g_clear_pointer(&draft->item->title, g_free);
		draft->body = head;
		draft->body_offset = rest;
	}
	set_text(s, draft);
}

static void
split_questions(struct mb_splitter *s, const struct mb_part *part)
{
	guint i, head = MB_NO_LINE;

	for (i = part->first + 1; i < part->end; i++) {
		if (mb_lines_at(s->lines, i)->furniture ||
		    !mb_questions_begins(s->looks, i))
			continue;
		if (head != MB_NO_LINE)
			add_question(s, part, head, i);
		head = i;
	}
	if (head != MB_NO_LINE)
		add_question(s, part, head, part->end);
}

static void
split_part(struct mb_splitter *s, const struct mb_part *part)
{
	guint from;

	if (part->first >= part->end)
		return;
	switch (part->kind) {
	case MB_PART_AGENDA:
	case MB_PART_MINUTES:
	case MB_PART_WEB:
		split_entries(s, part);
		break;
	case MB_PART_REPORT:
		add_whole(s, part, MB_KIND_REPORT);
		break;
	case MB_PART_APPENDIX:
		add_whole(s, part, MB_KIND_APPENDIX);
		break;
	case MB_PART_DECISION:
		split_decisions(s, part);
		break;
	case MB_PART_ACTIONS:
		from = s->drafts->len;
		mb_item_rows_split(s, part, from, part->first, part->end);
		if (s->drafts->len == from)
			add_untold(s, part, part->first, part->end);
		break;
	case MB_PART_QUESTIONS:
		split_questions(s, part);
		break;
	case MB_PART_FRONT:
		break;
	}
}

/* The part that a paper is as a whole: what withholds any of it withholds it.
 */
static const struct mb_part *
part_of_whole(const struct mb_meetings *meetings)
{
	const struct mb_part *found = NULL;
	guint i;

	for (i = 0; i < meetings->parts->len; i++) {
		const struct mb_part *part =
		    g_ptr_array_index(meetings->parts, i);

		if (part->withheld)
			return part;
		if (!found || found->kind == MB_PART_FRONT)
			found = part;
	}
	return found;
}

/* A paper of drawn lines has no words to find. */
static gboolean
is_wordless(const struct mb_draft *draft)
{
	const struct mb_item *item = draft->item;

	return !item->title && !item->number && !*item->text;
}

static void
drop_wordless(GPtrArray *drafts)
{
	guint i;

	for (i = drafts->len; i-- > 0;)
		if (is_wordless(g_ptr_array_index(drafts, i)))
			g_ptr_array_remove_index(drafts, i);
}

GPtrArray *
mb_items_find(const struct mb_lines *lines, const struct mb_meetings *meetings,
              const char *path)
{
	GPtrArray *drafts = g_ptr_array_new_with_free_func(draft_free);
	struct mb_splitter s = { lines, meetings->looks, path, drafts };
	guint i;

	for (i = 0; i < meetings->parts->len; i++)
		split_part(&s, g_ptr_array_index(meetings->parts, i));
	/* A newsletter, or minutes in a shape that nobody foresaw: the paper is
	 * one item, so that its words are found at least. */
	if (drafts->len == 0 && lines->lines->len > 0)
		add_untold(&s, part_of_whole(meetings), 0, lines->lines->len);
	drop_wordless(drafts);
	mb_report_numbers_set(drafts);
	for (i = 0; i < drafts->len; i++) {
		struct mb_draft *draft = g_ptr_array_index(drafts, i);

		draft->item->seq = i;
		g_free(draft->item->paper);
		draft->item->paper = g_strdup(path);
	}
	return drafts;
}

char *
mb_items_dump(GPtrArray *drafts)
{
	GString *out = g_string_new(NULL);
	guint i;

	for (i = 0; i < drafts->len; i++) {
		const struct mb_draft *d = g_ptr_array_index(drafts, i);
		const struct mb_item *item = d->item;
		g_autofree char *date = mb_date_to_iso(item->date_ymd);

		g_string_append_printf(
		    out, "%s %s%s %s | %u %u+%" G_GSIZE_FORMAT " %u | %s\n",
		    mb_kind_name(item->kind), item->number ? item->number : "-",
		    item->number_inferred ? "?" : "", date ? date : "-",
		    d->head, d->body, d->body_offset, d->end,
		    item->title ? item->title : "-");
	}
	return g_string_free(out, FALSE);
}
