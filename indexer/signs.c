#include "config.h"

#include "indexer/signs.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"

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

/* "Minutes - 20th May 2019.pdf - Original file", "Agenda March 2020.docx": an
 * entry of a page that lists papers, and the title of none. */
static gboolean
names_file(const struct mb_signs *f, guint i)
{
	static const char *const ends[] = { ".pdf", ".docx", ".doc", ".odt" };
	const char *fold = look_at(f, i)->fold;

	for (guint k = 0; k < G_N_ELEMENTS(ends); k++) {
		const char *at = strstr(fold, ends[k]);

		if (at > fold && !g_ascii_isalnum(at[strlen(ends[k])]))
			return TRUE;
	}
	return FALSE;
}

/* Whether line @i is the title of minutes; a list of who was there follows. */
gboolean
mb_signs_minutes(const struct mb_signs *f, guint i)
{
	const char *fold = skip_state(look_at(f, i)->fold);
	gboolean sentence = FALSE;
	guint k;

	if (names_file(f, i))
		return FALSE;
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
mb_signs_supplement(const struct mb_look *look)
{
	static const char *const kinds[] = { "supplementary agenda",
		                             "supplemental agenda",
		                             "agenda supplement",
		                             "additional agenda" };

	if (look->n_words > 6 || look->sentence)
		return FALSE;
	for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
		if (g_str_has_prefix(look->fold, kinds[k]))
			return TRUE;
	return FALSE;
}

/* "MEETING AGENDA", "*** AMENDED AGENDA ***": all of a title at the top. */
static gboolean
is_agenda_line(const char *fold)
{
	static const char *const states[] = { "meeting", "amended", "revised",
		                              "draft",   "updated", "final",
		                              "public" };
	const char *text = fold + strspn(fold, "* ");

	for (guint k = 0; k < G_N_ELEMENTS(states); k++) {
		gsize n = strlen(states[k]);

		if (!strncmp(text, states[k], n) &&
		    g_str_has_prefix(text + n, " agenda"))
			return !text[n + strlen(" agenda") +
			             strspn(text + n + strlen(" agenda"),
			                    "* ")];
	}
	return FALSE;
}

gboolean
mb_signs_agenda(const struct mb_signs *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	const char *rest;

	if (names_file(f, i))
		return FALSE;
	if (!strcmp(look->fold, "a g e n d a") || mb_signs_supplement(look) ||
	    (!f->part && is_agenda_line(look->fold)))
		return TRUE;
	/* "Annual Parish Meeting Agenda" */
	if (!f->part && look->n_words <= 8 && (look->bold || look->caps) &&
	    g_str_has_suffix(look->fold, " meeting agenda"))
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
