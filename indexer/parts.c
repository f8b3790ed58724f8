#include "config.h"

#include "indexer/parts.h"

#include <string.h>

#include "indexer/closing.h"
#include "indexer/listed.h"
#include "indexer/numbers.h"
#include "indexer/part-finder.h"
#include "indexer/part-title.h"
#include "indexer/phrases.h"
#include "indexer/second.h"
#include "indexer/signs.h"
#include "indexer/slides.h"
#include "indexer/untitled.h"

/* How far above "Minutes of …" or "AGENDA" its title may begin. */
#define MAX_ABOVE 6

/* So many entries, in so many lines, tell an agenda without texts. */
#define MIN_BARE_ENTRIES  4
#define BARE_AGENDA_LINES 16

static const struct mb_look *
look_at(const struct mb_part_finder *f, guint i)
{
	return mb_looks_at(f->signs.looks, i);
}

/* The first line of the title that ends at @i: lines above it that are neither
 * prose nor the end of something else. */
static guint
title_above(const struct mb_part_finder *f, guint i)
{
	guint floor = f->part ? f->part->first + 1 : 0;
	guint page = mb_lines_at(f->signs.lines, i)->page_no, k;

	for (k = 0; k < MAX_ABOVE && i > floor; k++, i--) {
		const struct mb_look *look = look_at(f, i - 1);
		const struct mb_line *line = mb_lines_at(f->signs.lines, i - 1);
		struct mb_heading number;

		if (line->page_no != page || line->kind != MB_LINE_TEXT ||
		    look->n_words > 14 || look->sentence ||
		    !(look->caps || look->title || look->bold) ||
		    mb_phrases_begin(MB_PHRASES_CLOSING, look->fold) ||
		    mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) ||
		    mb_numbers_read(line->text, &number))
			break;
	}
	return i;
}

/* Whether the heading of a meeting at @i is the second in its part, whose short
 * minutes have had theirs already, or have told who was present. */
static gboolean
is_next_sitting(const struct mb_part_finder *f, guint i)
{
	guint k = f->part->first;

	while (k < i && !mb_signs_presence(&f->signs, k) &&
	       !mb_signs_sitting(&f->signs, k))
		k++;
	return k < i && mb_signs_sitting(&f->signs, i);
}

/* Whether pages that call a meeting stand before that of line @i, without the
 * word "agenda". */
static gboolean
is_behind_agenda(const struct mb_part_finder *f, guint i)
{
	return mb_lines_at(f->signs.lines, i)->page_no >
	           mb_lines_at(f->signs.lines, 0)->page_no &&
	       mb_untitled_agenda(&f->signs, i);
}

/* An appendix on a page of its own, behind a report of a few lines. */
static gboolean
is_on_later_page(const struct mb_part_finder *f, guint i)
{
	return mb_lines_at(f->signs.lines, i)->page_no >
	       mb_lines_at(f->signs.lines, f->part->first)->page_no;
}

/* Begin a part whose title begins at @i, or turn the part into it when that
 * has only just begun: "Agenda Item 4", then "Minutes of the …". */
static void
enter(struct mb_part_finder *f, enum mb_part_kind kind, guint i)
{
	if (f->part && f->header &&
	    i < f->part->first + MB_PART_TITLE_LINES / 3 &&
	    !(kind == MB_PART_APPENDIX && is_on_later_page(f, i))) {
		f->part->kind = kind;
		f->header = FALSE;
		return;
	}
	/* "Minutes of the X", then "A meeting of the X was held": one title. */
	if (f->part && kind == MB_PART_MINUTES && f->part->kind == kind &&
	    i < f->part->first + MB_PART_TITLE_LINES / 3 &&
	    !is_next_sitting(f, i))
		return;
	if (!f->part && i < MB_PART_TITLE_LINES * 2 &&
	    !(kind == MB_PART_MINUTES && is_behind_agenda(f, i)))
		i = 0;
	if (!f->part && i)
		mb_part_begin(f,
		              mb_untitled_agenda(&f->signs, i) ? MB_PART_AGENDA
		                                               : MB_PART_FRONT,
		              0);
	if (f->part && kind == MB_PART_REPORT)
		i = mb_signs_names_above(&f->signs, i);
	else if (f->part && kind != MB_PART_APPENDIX)
		i = title_above(f, i);
	mb_part_begin(f, kind, i);
}

/* "Agenda Item 41" above a minute's title: nothing of a report follows. */
static gboolean
is_minute_header(const struct mb_part_finder *f, guint i, enum mb_part_kind now)
{
	return now == MB_PART_MINUTES && !f->closed &&
	       !look_at(f, i)->page_top &&
	       !mb_lines_at(f->signs.lines, i)->furniture &&
	       !mb_signs_of_report(&f->signs, i + 1);
}

/* What the lines above @i are, which no title tells. */
static enum mb_part_kind
guess_above(const struct mb_part_finder *f, guint i)
{
	struct mb_signs above = f->signs;

	above.n = i;
	return mb_part_guess(&above, f->path);
}

/* A tracker has its own head, council and date, above its title; what is longer
 * is what the actions arose from. */
static void
begin_actions(struct mb_part_finder *f, guint i)
{
	if (f->part && f->header &&
	    i < f->part->first + MB_PART_TITLE_LINES / 3) {
		enter(f, MB_PART_ACTIONS, i);
		return;
	}
	if (!f->part && i > MB_PART_TITLE_LINES)
		mb_part_begin(f, guess_above(f, i), 0);
	mb_part_begin(f, MB_PART_ACTIONS, f->part ? i : 0);
}

/* The number of "Agenda item 5" at line @i; at the top of a page above a report
 * "Item 5" tells as much.  Transfer full; NULL. */
static char *
stamp_at(const struct mb_part_finder *f, guint i, enum mb_part_kind now)
{
	const char *fold = look_at(f, i)->fold;

	if (now == MB_PART_DECISION ||
	    (g_str_has_prefix(fold, "item ") &&
	     !(look_at(f, i)->page_top &&
	       mb_signs_of_report(&f->signs, i + 1))))
		return NULL;
	return mb_signs_item_header(fold);
}

/* "Agenda item 5": the report on that item begins. */
static gboolean
look_for_stamp(struct mb_part_finder *f, guint i, enum mb_part_kind now)
{
	g_autofree char *number = stamp_at(f, i, now);

	if (!number)
		return FALSE;
	if (is_minute_header(f, i, now))
		return TRUE;
	if (now == MB_PART_REPORT && !f->part->number && !f->part->withheld &&
	    i < f->part->first + MB_PART_TITLE_LINES / 3) {
		f->part->number = g_steal_pointer(&number);
		return TRUE;
	}
	/* The next item's report, however short this one is. */
	if (f->part && f->part->number && g_strcmp0(f->part->number, number))
		f->header = FALSE;
	if (!mb_parts_withheld_block(f, i))
		enter(f, MB_PART_REPORT, i);
	/* A part that began above this line may have one already. */
	g_free(f->part->number);
	f->part->number = g_steal_pointer(&number);
	f->header = TRUE;
	return TRUE;
}

/* "Agenda" in the title of a page whose kind is "Minutes", above entries that
 * no text follows: the minutes are not there yet. */
static gboolean
is_bare_agenda(const struct mb_part_finder *f, guint i)
{
	guint end = MIN(f->signs.n, i + BARE_AGENDA_LINES), n = 0, n_text = 0;

	if (i > f->part->first + MB_PART_TITLE_LINES / 3 ||
	    strcmp(look_at(f, i)->fold, "agenda") != 0)
		return FALSE;
	for (i++; i < end; i++) {
		struct mb_heading number;
		/* "Agenda Item 5" above the first report ends it. */
		g_autofree char *stamp =
		    mb_signs_item_header(look_at(f, i)->fold);

		if (stamp)
			break;
		if (mb_numbers_read(mb_lines_at(f->signs.lines, i)->text,
		                    &number))
			n++;
		else
			n_text++;
	}
	return n >= MIN_BARE_ENTRIES && n > n_text * 2;
}

/* "Agenda, decisions and draft minutes", "Action Tracker – …", "Appendix 1 –
 * …": what a line that begins with an A may open. */
static void
look_for_a(struct mb_part_finder *f, guint i, enum mb_part_kind now)
{
	if (now == MB_PART_DECISION)
		return;
	if (!f->part && i < MAX_ABOVE &&
	    !strcmp(look_at(f, i)->fold, "agenda item")) {
		/* The page of one entry, as text. */
		mb_part_begin(f, MB_PART_WEB, 0);
	} else if (!f->part && mb_signs_web(&f->signs, i)) {
		enter(f, MB_PART_WEB, i);
	} else if (now != MB_PART_AGENDA && now != MB_PART_MINUTES &&
	           mb_signs_agenda(&f->signs, i)) {
		enter(f, MB_PART_AGENDA, i);
	} else if (now == MB_PART_MINUTES && is_bare_agenda(f, i)) {
		f->part->kind = MB_PART_AGENDA;
	} else if (mb_signs_minutes(&f->signs, i)) {
		enter(f, MB_PART_MINUTES, i);
	} else if (mb_signs_questions_annex(&f->signs, i)) {
		if (!f->part && i)
			mb_part_begin(f, guess_above(f, i), 0);
		mb_part_begin(f, MB_PART_QUESTIONS, i);
	} else if (mb_signs_actions(&f->signs, i)) {
		begin_actions(f, i);
	} else if ((now == MB_PART_REPORT || now == MB_PART_APPENDIX) &&
	           strcmp(look_at(f, f->part->first)->fold,
	                  look_at(f, i)->fold) != 0 &&
	           mb_signs_appendix(&f->signs, i)) {
		/* Its title may stand above each of its pages. */
		enter(f, MB_PART_APPENDIX, i);
	}
}

/* "The meeting closed at 8.15 pm", "Signed ……": what follows belongs to it no
 * more, unless its numbers go on: many agendas are signed above the first. */
static void
look_for_close(struct mb_part_finder *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	const struct mb_line *line = mb_lines_at(f->signs.lines, i);
	struct mb_heading number;

	if (mb_numbers_read(line->text, &number))
		f->closed = FALSE;
	else if (mb_closing_is_signed(line) ||
	         mb_phrases_begin(MB_PHRASES_CLOSING, look->fold) ||
	         strstr(look->fold, "meeting closed") ||
	         strstr(look->fold, "meeting ended") ||
	         strstr(look->fold, "meeting concluded") ||
	         strstr(look->fold, "meeting finished") ||
	         strstr(look->fold, "meeting terminated"))
		f->closed = TRUE;
}

/* Whether line @i begins an entry of a list of decisions, or what one meeting
 * had to say of an issue. */
static gboolean
look_for_listed(struct mb_part_finder *f, guint i)
{
	g_auto(mb_listed) listed = { 0 };

	/* A page by markup has its headings, and such lines as links. */
	if (f->part && f->part->kind == MB_PART_WEB &&
	    mb_lines_at(f->signs.lines, f->part->first)->heading)
		return FALSE;
	if (!mb_listed_read(mb_lines_at(f->signs.lines, i), &listed))
		return FALSE;
	if (!f->part && i)
		mb_part_begin(f, MB_PART_FRONT, 0);
	mb_part_begin(f, listed.title ? MB_PART_DECISION : MB_PART_WEB, i);
	f->part->number = g_steal_pointer(&listed.number);
	return TRUE;
}

/* Minutes that a pack joins without a title, or a page adds to its agenda: the
 * list of those present tells them.  At the top of a paper its guess does, and
 * what is withheld stays so.
 */
static gboolean
look_for_untitled(struct mb_part_finder *f, guint i)
{
	guint top = mb_untitled_minutes(&f->signs, i);

	if (top == MB_NO_LINE && (!f->part || f->part->kind == MB_PART_AGENDA))
		top = mb_untitled_below_agenda(&f->signs, i);
	if (top == MB_NO_LINE || top == 0 || (f->part && f->part->withheld) ||
	    (f->part && top < f->part->first + MAX_ABOVE))
		return FALSE;
	if (!f->part)
		mb_part_begin(f,
		              mb_untitled_agenda(&f->signs, top)
		                  ? MB_PART_AGENDA
		                  : MB_PART_FRONT,
		              0);
	mb_part_begin(f, MB_PART_MINUTES, top);
	return TRUE;
}

/* A second meeting below the first. */
static gboolean
look_for_second(struct mb_part_finder *f, guint i, enum mb_part_kind now)
{
	if (!(now == MB_PART_AGENDA && f->part &&
	      mb_second_agenda(&f->signs, i)) &&
	    !(now == MB_PART_MINUTES &&
	      ((f->closed && mb_second_minutes(&f->signs, i)) ||
	       mb_second_counted(&f->signs, i))))
		return FALSE;
	mb_part_begin(f, now, title_above(f, i));
	return TRUE;
}

/* Minutes, questions, decisions and reports. */
static void
look_for_others(struct mb_part_finder *f, guint i, enum mb_part_kind now)
{
	if (mb_signs_minutes(&f->signs, i))
		enter(f, MB_PART_MINUTES, i);
	else if (!f->part && mb_signs_is_web_head(look_at(f, i)->fold))
		enter(f, MB_PART_WEB, i);
	else if ((!f->part || (now != MB_PART_AGENDA &&
	                       (f->closed || look_at(f, i)->page_top))) &&
	         mb_signs_agenda(&f->signs, i))
		enter(f, MB_PART_AGENDA, i);
	else if (!f->part && i < MB_PART_TITLE_LINES / 3 &&
	         mb_signs_questions(&f->signs, i))
		mb_part_begin(f, MB_PART_QUESTIONS, 0);
	else if ((now == MB_PART_REPORT || now == MB_PART_APPENDIX ||
	          now == MB_PART_QUESTIONS) &&
	         look_at(f, i)->page_top && mb_signs_questions(&f->signs, i))
		mb_part_begin(f, MB_PART_QUESTIONS, i);
	else if ((now == MB_PART_REPORT || now == MB_PART_APPENDIX) &&
	         mb_signs_assessment(&f->signs, i))
		mb_part_begin(f, MB_PART_APPENDIX, i);
	else if (!f->part && mb_signs_decision(&f->signs, i))
		enter(f, MB_PART_DECISION, i);
	else if (mb_signs_report(&f->signs, i) && !f->header)
		enter(f, MB_PART_REPORT, i);
	else if (f->part && mb_signs_actions(&f->signs, i))
		begin_actions(f, i);
}

static void
look_for_part(struct mb_part_finder *f, guint i)
{
	enum mb_part_kind now = f->part ? f->part->kind : MB_PART_FRONT;

	if (look_for_listed(f, i))
		return;
	if (!f->part && *look_at(f, i)->fold != 'a' &&
	    mb_signs_actions(&f->signs, i)) {
		begin_actions(f, i);
		return;
	}

	if (mb_parts_withheld(f, i) || mb_parts_withheld_title(f, i) ||
	    look_for_untitled(f, i))
		return;
	look_for_close(f, i);

	/* A meeting page is one part: "Report of the Head of Leisure" under an
	 * entry announces a report and is none. */
	if (now == MB_PART_WEB)
		return;
	if (now == MB_PART_MINUTES && mb_slides_may_follow(look_at(f, i)))
		f->late = i;
	if (now == MB_PART_MINUTES && f->late > f->part->first &&
	    mb_slides_begin(&f->signs, i)) {
		mb_part_begin(f, MB_PART_APPENDIX,
		              mb_slides_title(&f->signs, i));
		return;
	}
	if (look_for_stamp(f, i, now) || look_for_second(f, i, now))
		return;
	if (*look_at(f, i)->fold == 'a')
		look_for_a(f, i, now);
	else
		look_for_others(f, i, now);
}

/* "Agenda Item 6" stamped above the first page of each report is a running
 * header too, whose number tells where the next begins. */
static gboolean
is_stamp(const struct mb_part_finder *f, guint i)
{
	g_autofree char *number = mb_signs_item_header(look_at(f, i)->fold);

	return number && f->part && g_strcmp0(number, f->part->number);
}

GPtrArray *
mb_parts_find(const struct mb_lines *lines, const struct mb_looks *looks,
              const char *path, const char *const *more)
{
	struct mb_part_finder f = { .signs = { lines, looks, lines->lines->len,
		                               NULL },
		                    .path = path,
		                    .more = more,
		                    .parts = g_ptr_array_new() };
	guint i;

	for (i = 0; i < f.signs.n; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		mb_parts_withheld_page(&f, i);
		if (line->kind != MB_LINE_RULE &&
		    (!line->furniture || is_stamp(&f, i)))
			look_for_part(&f, i);
	}
	g_free(f.page_words);
	if (!f.signs.n)
		return f.parts;
	if (!f.part)
		mb_part_begin(&f, mb_part_guess(&f.signs, path), 0);
	f.part->end = f.signs.n;
	for (i = 0; i < f.parts->len; i++) {
		struct mb_part *part = g_ptr_array_index(f.parts, i);

		part->body = mb_part_title_end(&f.signs, part);
		part->title_first = part->title_end = part->first;
	}
	return f.parts;
}
