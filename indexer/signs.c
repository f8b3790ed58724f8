#include "config.h"

#include "indexer/signs.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"
#include "indexer/questions.h"
#include "indexer/titles.h"
#include "indexer/tracker-head.h"

/* How far below the first line of a title its other signs are looked for. */
#define MAX_TITLE_LINES 30

/* The title of a page stands no lower than on this line, and has no more words.
 */
#define MAX_PAGE_TITLE_LINE  3
#define MAX_PAGE_TITLE_WORDS 14
#define MAX_OPENING_LINES    16

static const struct mb_look *
look_at(const struct mb_signs *f, guint i)
{
	return mb_looks_at(f->looks, i);
}

static gboolean
all_capitals(const char *text, gsize n)
{
	gsize i;

	for (i = 0; i < n && text[i]; i++)
		if (g_ascii_islower(text[i]))
			return FALSE;
	return TRUE;
}

gboolean
mb_signs_attendance(const struct mb_lines *lines, const struct mb_looks *looks,
                    guint i)
{
	const struct mb_look *look = mb_looks_at(looks, i);
	const struct mb_line *line = mb_lines_at(lines, i);
	gsize n = mb_phrases_begin(MB_PHRASES_ATTENDANCE, look->fold);
	const char *rest;

	if (!n)
		return FALSE;
	rest = look->fold + n + strspn(look->fold + n, " ");
	if (!*rest || strchr(":-;(", *rest))
		return TRUE;
	return !look->caps && all_capitals(line->text, n);
}

/* The attendance lists that only minutes have: not "Officers", "Chair". */
gboolean
mb_signs_presence(const struct mb_signs *f, guint i)
{
	const char *fold = look_at(f, i)->fold;
	g_autofree char *start = NULL;

	if (!strchr("acimtpo", *fold) ||
	    !mb_signs_attendance(f->lines, f->looks, i))
		return FALSE;
	start = g_strndup(fold, 30);
	return strstr(start, "present") || strstr(start, "presennol") ||
	       strstr(start, "attend") || strstr(start, "in the chair");
}

/* The line of the attendance list below @i, MB_NO_LINE when there is none. */
static guint
presence_below(const struct mb_signs *f, guint i)
{
	guint end = MIN(f->n, i + MAX_TITLE_LINES);

	for (; i < end; i++) {
		if (mb_signs_presence(f, i))
			return i;
		if (!strcmp(look_at(f, i)->fold, "agenda"))
			return MB_NO_LINE;
	}
	return MB_NO_LINE;
}

/* "Apologies for absence were received from …" below a list that has the names
 * of councils for labels: "Garlock County Councillors:". */
static guint
apologies_below(const struct mb_signs *f, guint i)
{
	guint end = MIN(f->n, i + MAX_TITLE_LINES);

	for (; i < end; i++)
		if (g_str_has_prefix(look_at(f, i)->fold, "apologies") &&
		    strstr(look_at(f, i)->fold, " were "))
			return i;
	return MB_NO_LINE;
}

static const char *
skip_state(const char *fold)
{
	static const char *const states[] = { "draft ",     "unconfirmed ",
		                              "confirmed ", "unapproved ",
		                              "approved ",  "printed ",
		                              "the ",       "public " };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(states); i++)
		if (g_str_has_prefix(fold, states[i])) {
			fold += strlen(states[i]);
			i = 0;
		}
	return fold;
}

/* Whether a line speaks of minutes as minutes do: "The minutes of the meeting
 * held on 9th September 2020, be approved as a correct record". */
static gboolean
approves_minutes(const char *fold)
{
	return strstr(fold, "approved") || strstr(fold, "correct record") ||
	       strstr(fold, "confirm") || strstr(fold, "signed") ||
	       strstr(fold, "true record") || strstr(fold, "adopted") ||
	       strstr(fold, "agreed");
}

/* Whether the sentence that begins at line @i does; "1. Apologies" below a
 * title begins another. */
static gboolean
approves_below(const struct mb_signs *f, guint i)
{
	guint end = MIN(f->n, i + 3), k;

	for (k = i; k < end; k++) {
		const char *text = mb_lines_at(f->lines, k)->text;
		struct mb_heading number;

		if (k > i && mb_numbers_read(text, &number) && number.mark)
			return FALSE;
		/* "APPROVED MINUTES" is a title. */
		if (approves_minutes(skip_state(look_at(f, k)->fold)))
			return TRUE;
	}
	return FALSE;
}

/* "Chairperson Winch called the meeting to order at 7:00 p.m.": within the
 * first lines below a title. */
static gboolean
opens_below(const struct mb_signs *f, guint i)
{
	guint end = MIN(f->n, i + MAX_OPENING_LINES);

	for (; i < end; i++) {
		const char *fold = look_at(f, i)->fold;
		const char *at = strstr(fold, "called");

		if (at && (strstr(at, "meeting to order") ||
		           strstr(at, "called to order at")))
			return TRUE;
	}
	return FALSE;
}

/* "Annual Meeting of the Board of Trustees" above a meeting that is called to
 * order. */
static gboolean
is_title_of_opened(const struct mb_signs *f, guint i)
{
	const struct mb_look *look = look_at(f, i);

	return !f->part && i <= MAX_PAGE_TITLE_LINE && !look->sentence &&
	       look->n_words <= MAX_PAGE_TITLE_WORDS &&
	       (strstr(look->fold, "meeting") ||
	        mb_bodies_has_body(look->fold, strlen(look->fold))) &&
	       opens_below(f, i + 1);
}

/* "Town Board Minutes for October 10, 2011", "Regular Meeting Minutes",
 * "Staffing Committee Agenda - 6th June 2022": the title of a page that is
 * @what, above everything else. */
static gboolean
is_page_of(const struct mb_signs *f, guint i, const char *what)
{
	const struct mb_look *look = look_at(f, i);
	const char *at = strstr(look->fold, what);
	const char *rest = at ? at + strlen(what) : NULL;
	struct mb_date_hit hit;

	if (f->part || i > MAX_PAGE_TITLE_LINE || !rest || look->sentence ||
	    look->n_words > MAX_PAGE_TITLE_WORDS ||
	    !(mb_bodies_has_body(look->fold, (gsize)(at - look->fold)) ||
	      g_strstr_len(look->fold, at - look->fold, "meeting")))
		return FALSE;
	return !*rest || mb_date_find(mb_lines_at(f->lines, i)->text, 0, &hit);
}

/* "## Meeting held on Tuesday 12 March 2024": by markup or a bookmark a
 * heading, it begins the minutes of a meeting without the word. */
gboolean
mb_signs_sitting(const struct mb_signs *f, guint i)
{
	return mb_lines_at(f->lines, i)->heading > 0 &&
	       g_str_has_prefix(look_at(f, i)->fold, "meeting held ");
}

/* "## Meeting held on Tuesday 9 April 2024" above "### 1. Apologies": the items
 * of a meeting stand below its heading, whether a list says who was there or
 * not. */
static gboolean
has_sections(const struct mb_signs *f, guint i)
{
	guint end = MIN(f->n, i + MAX_TITLE_LINES), level;
	struct mb_heading number;

	if (!mb_signs_sitting(f, i))
		return FALSE;
	level = mb_lines_at(f->lines, i)->heading;
	while (++i < end && !mb_lines_at(f->lines, i)->heading)
		;
	return i < end && mb_lines_at(f->lines, i)->heading > level &&
	       mb_numbers_read(mb_lines_at(f->lines, i)->text, &number) &&
	       number.mark;
}

/* "A meeting of the Cabinet will be held at County Hall", "You are hereby
 * summoned": what is to come. */
static gboolean
is_summons(const struct mb_signs *f, guint i)
{
	static const char *const leads[] = {
		"notice is hereby given", "you are hereby summoned",
		"you are summoned", "i hereby give notice", "i hereby summon"
	};
	static const char *const words[] = { " will be held", " to be held",
		                             " will take place" };
	const char *fold = look_at(f, i)->fold;
	g_autofree char *both = g_strconcat(
	    fold, " ", i + 1 < f->n ? look_at(f, i + 1)->fold : "", NULL);

	for (guint k = 0; k < G_N_ELEMENTS(leads); k++)
		if (g_str_has_prefix(fold, leads[k]))
			return TRUE;
	for (guint k = 0; k < G_N_ELEMENTS(words); k++)
		if (strstr(both, words[k]) && strstr(fold, "meeting of "))
			return TRUE;
	return FALSE;
}

/* Whether line @i is the title of minutes; a list of who was there follows. */
gboolean
mb_signs_minutes(const struct mb_signs *f, guint i)
{
	const char *fold = skip_state(look_at(f, i)->fold);
	gboolean sentence = FALSE;
	guint k;

	if (g_str_has_prefix(fold, "cofnodion")) {
		/* Cofnodion y cyfarfod: the minutes of the meeting. */
		if (!strstr(fold, "cyfarfod"))
			return FALSE;
	} else if (g_str_has_prefix(fold, "minutes")) {
		const char *rest = fold + 7;

		if (*rest && !g_str_has_prefix(rest, " of") &&
		    !g_str_has_prefix(rest, " for") &&
		    !g_str_has_prefix(rest, ":") &&
		    !g_str_has_prefix(rest, " -"))
			return FALSE;
	} else if (g_str_has_prefix(fold, "a meeting of") ||
	           g_str_has_prefix(fold, "at a meeting of") ||
	           g_str_has_prefix(fold, "notes of") ||
	           g_str_has_prefix(fold, "record of proceedings") ||
	           mb_signs_sitting(f, i)) {
		sentence = TRUE;
	} else {
		return is_title_of_opened(f, i) ||
		       (is_page_of(f, i, " minutes") && !approves_below(f, i));
	}
	if (approves_below(f, i) || (sentence && is_summons(f, i)))
		return FALSE;
	/* "MINUTES OF THE MEETING … PRESENT (6 Councillors): - …" */
	if (!f->part && i < 12 && !sentence)
		return TRUE;
	if (has_sections(f, i))
		return TRUE;
	k = presence_below(f, i + 1);
	if (sentence && k == MB_NO_LINE)
		k = apologies_below(f, i + 1);
	return k != MB_NO_LINE && (!sentence || k < i + 12);
}

gboolean
mb_signs_agenda(const struct mb_signs *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	const char *rest;

	if (!strcmp(look->fold, "a g e n d a"))
		return TRUE;
	if (is_page_of(f, i, " agenda") ||
	    (!f->part && i < MAX_OPENING_LINES && is_summons(f, i)))
		return TRUE;
	if (!g_str_has_prefix(look->fold, "agenda") || look->n_words > 14)
		return FALSE;
	rest = look->fold + 6;
	return !*rest || g_str_has_prefix(rest, " -") || *rest == ':' ||
	       g_str_has_prefix(rest, " &") || g_str_has_prefix(rest, " for") ||
	       g_str_has_prefix(rest, " and summons");
}

static gboolean
is_one_of(const char *word, const char *const *words, guint n)
{
	for (guint i = 0; i < n; i++)
		if (!strcmp(word, words[i]))
			return TRUE;
	return FALSE;
}

/* "Action Tracker", "Recommendations and Actions Log": such a list's name. */
static gboolean
is_list_of_actions(const char *fold)
{
	static const char *const what[] = { "action", "actions",
		                            "recommendation",
		                            "recommendations" };
	static const char *const between[] = {
		"and",        "&",           "decision", "decisions",
		"resolution", "resolutions", "points",   "monitoring",
		"progress",   "follow-up",   "rolling"
	};
	static const char *const lists[] = {
		"tracker", "tracking", "log", "list", "sheet", "register"
	};
	g_auto(GStrv) words = g_strsplit_set(fold, " :,.", 8);
	gboolean of_actions = FALSE;

	for (guint i = 0; words[i]; i++) {
		if (is_one_of(words[i], lists, G_N_ELEMENTS(lists)))
			return of_actions;
		if (is_one_of(words[i], what, G_N_ELEMENTS(what)))
			of_actions = TRUE;
		else if (!is_one_of(words[i], between, G_N_ELEMENTS(between)))
			return FALSE;
	}
	return FALSE;
}

/* "Action Tracker – …", "Audit Committee - Action Log" */
static gboolean
names_actions(const char *fold)
{
	static const char *const leads[] = { "action points",
		                             "summary of actions",
		                             "outstanding actions" };

	for (const char *at = fold; at; at = strstr(at, " - ")) {
		at += at > fold ? strlen(" - ") : 0;
		if (is_list_of_actions(at))
			return TRUE;
		for (guint k = 0; k < G_N_ELEMENTS(leads); k++)
			if (g_str_has_prefix(at, leads[k]))
				return TRUE;
	}
	return FALSE;
}

/* "Action Tracker – Children and Young People Scrutiny Committee" above a
 * table, or above what is left of one. */
gboolean
mb_signs_actions(const struct mb_signs *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	struct mb_table_head table;

	if (look->n_words > 16 || look->sentence || !names_actions(look->fold))
		return FALSE;
	for (guint next = i + 1; next < MIN(f->n, i + 7); next++)
		if (mb_lines_at(f->lines, next)->kind == MB_LINE_ROW ||
		    mb_tracker_head_flat(f->lines, next, &table))
			return TRUE;
	return FALSE;
}

gboolean
mb_signs_is_web_head(const char *fold)
{
	return !strcmp(fold, "no. item") || !strcmp(fold, "note no. item");
}

/* "Agenda and minutes", "Agenda, decisions and draft minutes": what a web site
 * calls a page that has both. */
static gboolean
is_web_title(const char *fold)
{
	static const char *const words[] = { "agenda", "and",   "decisions",
		                             "draft",  "items", "minutes",
		                             "printed" };
	g_auto(GStrv) all = g_strsplit_set(fold, " ,", -1);
	gboolean has_outcome = FALSE;

	if (!g_str_has_prefix(fold, "agenda"))
		return FALSE;
	for (guint i = 0; all[i]; i++) {
		if (*all[i] && !is_one_of(all[i], words, G_N_ELEMENTS(words)))
			return FALSE;
		has_outcome |=
		    !strcmp(all[i], "minutes") || !strcmp(all[i], "decisions");
	}
	return has_outcome;
}

/* The page of a meeting on a council's web site: "Agenda, decisions and draft
 * minutes" as its first heading. */
gboolean
mb_signs_web(const struct mb_signs *f, guint i)
{
	guint k;

	if (i >= 8 || f->lines->n_pages || look_at(f, i)->n_words >= 8)
		return FALSE;
	/* "Agenda and draft minutes", but not "# Agenda for the Planning
	 * Committee", which a paper may have for its title. */
	if (mb_lines_at(f->lines, i)->heading == 1 &&
	    g_str_has_prefix(look_at(f, i)->fold, "agenda") &&
	    !g_str_has_prefix(look_at(f, i)->fold, "agenda for "))
		return TRUE;
	if (is_web_title(look_at(f, i)->fold))
		return TRUE;
	/* As text, the page of a meeting has the head of its table left: "No.
	 * Item". */
	for (k = i + 1; k < MIN(f->n, i + MAX_TITLE_LINES); k++)
		if (mb_signs_is_web_head(look_at(f, k)->fold))
			return TRUE;
	return FALSE;
}

/* How many words part "record" from "decisions": "Record of Executive Key
 * Decisions". */
#define MAX_DECISION_GAP 3

/* "Record of Decisions", "Officer Decision Notice", "CABINET - RECORD OF
 * DECISIONS": what a form is called stands near the word.  Not so "Notice of
 * proposed decision first published: 04/01/2019", where none is taken yet. */
static gboolean
names_decision_form(const char *fold)
{
	static const char *const forms[] = { "record",  "records", "recording",
		                             "notice",  "sheet",   "schedule",
		                             "details", "form",    "statement",
		                             "summary", "list",    "notices" };
	static const char *const coming[] = { "published", "forthcoming",
		                              "intention", "intended" };
	g_auto(GStrv) words = g_strsplit_set(fold, " :,()", -1);
	gboolean taken = FALSE;
	guint form = G_MAXUINT / 2, decision = G_MAXUINT;

	for (guint i = 0; words[i]; i++) {
		if (is_one_of(words[i], coming, G_N_ELEMENTS(coming)))
			return FALSE;
		if (is_one_of(words[i], forms, G_N_ELEMENTS(forms)))
			form = i;
		else if (!strcmp(words[i], "decision") ||
		         !strcmp(words[i], "decisions"))
			decision = i;
		taken |= MAX(form, decision) - MIN(form, decision) <=
		         MAX_DECISION_GAP;
	}
	return taken;
}

gboolean
mb_signs_decision(const struct mb_signs *f, guint i)
{
	static const char *const leads[] = { "decisions taken ",
		                             "decisions made ",
		                             "decisions of the " };
	const struct mb_look *look = look_at(f, i);

	if (i >= 20 || look->n_words >= 14 || look->sentence ||
	    !strstr(look->fold, "decision"))
		return FALSE;
	for (guint k = 0; k < G_N_ELEMENTS(leads); k++)
		if (g_str_has_prefix(look->fold, leads[k]))
			return TRUE;
	return names_decision_form(look->fold);
}

/* So many lines of an annex are read for its first question and answer. */
#define MAX_QUESTION_LINES 60

/* What stands behind the label of an annex: "Annex B - Public questions and
 * replies"; NULL when there is none. */
static const char *
behind_annex(const char *fold)
{
	static const char *const labels[] = { "annex ", "appendix ",
		                              "schedule " };

	for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
		const char *p = fold + strlen(labels[i]);

		if (!g_str_has_prefix(fold, labels[i]))
			continue;
		while (g_ascii_isalnum(*p))
			p++;
		return p + strspn(p, " .:-()");
	}
	return NULL;
}

static gboolean
is_questions_title(const char *fold)
{
	static const char *const leads[] = {
		"questions ",          "questions,",
		"public question",     "public forum question",
		"member question",     "members' question",
		"councillor question", "councillors' question",
		"written question"
	};

	for (guint i = 0; i < G_N_ELEMENTS(leads); i++)
		if (g_str_has_prefix(fold, leads[i]))
			return TRUE;
	return FALSE;
}

gboolean
mb_signs_questions_annex(const struct mb_signs *f, guint i)
{
	return behind_annex(look_at(f, i)->fold) && mb_signs_questions(f, i);
}

/* "Public questions and answers", "Written questions from Members": a title,
 * and below it a question with its answer. */
gboolean
mb_signs_questions(const struct mb_signs *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	guint end = MIN(f->n, i + MAX_QUESTION_LINES), k;
	const char *title = behind_annex(look->fold);
	gboolean question = FALSE;

	if (look->n_words > 14 || look->sentence ||
	    !is_questions_title(title ? title : look->fold))
		return FALSE;
	for (k = i + 1; k < end; k++) {
		if (question && mb_questions_answers(f->looks, k))
			return TRUE;
		question |= mb_questions_begins(f->looks, k);
	}
	return FALSE;
}
