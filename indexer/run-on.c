#include "config.h"

#include "indexer/run-on.h"

#include <string.h>

#include "base/date.h"
#include "indexer/looks.h"
#include "indexer/phrases.h"
#include "indexer/run-on-unmarked.h"

/* A heading that runs on into its text ends within so many bytes. */
#define MAX_RUN_ON 140

/* "Date of next meeting: 21 March 2022" */
static gboolean
is_next_date(const char *left, const char *right)
{
	struct mb_date_hit hit;

	return (g_str_has_prefix(left, "date") ||
	        g_str_has_prefix(left, "next")) &&
	       mb_date_find(right, 0, &hit) && hit.start < 12;
}

/* "Speed limits: Mr Hill explained …" */
static gboolean
begins_name(const char *fold)
{
	static const char *const leads[] = { "cllr", "councillor", "mr ",
		                             "mrs ", "ms ",        "miss ",
		                             "dr ",  "mr. ",       "ms. " };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(leads); i++)
		if (g_str_has_prefix(fold, leads[i]))
			return TRUE;
	return FALSE;
}

/* "the county's plans for the footpath", "current account £4,132.52": no words
 * of a title, as of "Presentation: Measures for Business". */
static gboolean
is_plain(const char *text)
{
	guint n = 0, n_low = 0;

	for (const char *p = text; *p; p += strcspn(p, " ")) {
		p += strspn(p, " ");
		n++;
		n_low += g_ascii_islower(*p) ? 1 : 0;
	}
	return n_low * 2 >= n || strstr(text, "\302\243");
}

/* "Police Report: Attached.", "Police Report: Quayside report attached": all
 * that is said of it. */
static gboolean
is_said(const char *fold)
{
	static const char *const words[] = { "attached",    "noted",
		                             "circulated",  "as circulated",
		                             "as attached", "deferred" };

	if (g_str_has_suffix(fold, " attached") ||
	    g_str_has_suffix(fold, " attached."))
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		const char *rest = fold + strlen(words[i]);

		if (g_str_has_prefix(fold, words[i]) &&
		    (!rest[strspn(rest, ". ")] ||
		     g_str_has_prefix(rest, " and ")))
			return TRUE;
	}
	return FALSE;
}

/* Whether @right, after a mark that parts a heading from its text, is text. */
static gboolean
is_text(const char *left, const char *right, char mark)
{
	gsize length = mb_looks_icon(right);
	g_autofree char *title = g_strndup(right, length);
	g_autofree char *fold = mb_looks_fold(title);
	g_autofree char *left_fold = mb_looks_fold(left);
	gboolean lower = g_ascii_islower(*fold) && *right == *fold;
	guint n_words = 1;
	char *pages = strstr(fold, " (page");
	const char *p;

	/* "Elective home education: annual report (Pages 9 - 11)" */
	if (pages)
		*pages = '\0';
	for (p = fold; *p; p++)
		n_words += *p == ' ' ? 1 : 0;
	/* "Confidential matters – see Part 2 paper – page 151A" */
	if (mark == '-' && g_str_has_prefix(fold, "see "))
		return TRUE;
	/* "Annual return for 2019 – proposed by Cllr Orme" */
	if (g_str_has_prefix(fold, "proposed by ") ||
	    g_str_has_prefix(fold, "moved by "))
		return TRUE;
	/* "Declarations of Interest: to receive any declarations"; but "A good
	 * start: evaluation of the first year" */
	if (mark == ':' && lower && n_words >= 3 &&
	    (mb_run_on_is_business(left, strlen(left)) ||
	     strchr(".;,", title[length - 1]) || n_words >= 9))
		return TRUE;
	if (mark == '-' && lower &&
	    (n_words >= 8 || g_str_has_prefix(fold, "to ")))
		return TRUE;
	if (n_words >= 3 && mb_phrases_sentence(fold, 14))
		return TRUE;
	/* "Agree the budget: Harbour Committee met in May to draw it up." */
	if (mark == ':' && n_words >= 8 && title[length - 1] == '.' &&
	    !g_ascii_isupper(title[length - 2]))
		return TRUE;
	/* "To receive the minutes of the last meeting –The minutes of …" */
	if (n_words >= 5 && mb_phrases_begin(MB_PHRASES_ITEM, left_fold) &&
	    (g_str_has_prefix(fold, "the ") || g_str_has_prefix(fold, "it ") ||
	     g_str_has_prefix(fold, "members ") ||
	     g_str_has_prefix(fold, "there ")))
		return TRUE;
	if (g_str_has_prefix(fold, "none") || g_str_has_prefix(fold, "nil") ||
	    g_str_has_prefix(fold, "no ") || is_said(fold))
		return TRUE;
	if (mark == '-')
		return FALSE;
	if (mark == ':' && (n_words >= 4 || strstr(right, "\302\243")) &&
	    mb_run_on_is_business(left, strlen(left)) && is_plain(right))
		return TRUE;
	return is_next_date(left_fold, fold) || begins_name(fold) ||
	       (mark == '.' && strlen(left) < 60 && n_words >= 6);
}

/* Bytes of a mark with its space at @p: ": ", ". ", " - ", " –"; 0 none. */
static gsize
mark_at(const char *text, gsize p, char *mark)
{
	const char *s = text + p;
	gsize n = 1;

	*mark = *s;
	if (*s == ':' && (s[1] == ' ' || s[1] == '-'))
		return s[1] == '-' ? 2 : 1;
	/* "Apologies:No Apologies" */
	if (*s == ':' && g_ascii_isupper(s[1]) && p &&
	    g_ascii_islower(text[p - 1]))
		return 1;
	if (*s == '.' && s[1] == ' ' && !mb_run_on_is_abbreviation(text, p))
		return 1;
	/* "… held on 21 September 2023– RESOLVED that" */
	if (g_str_has_prefix(s, "\342\200\223 RESOLVED")) {
		*mark = '-';
		return 3;
	}
	if (*s != ' ')
		return 0;
	*mark = '-';
	if (s[1] == '-' && s[2] == ' ')
		return 2;
	if (g_str_has_prefix(s + 1, "\342\200\223") ||
	    g_str_has_prefix(s + 1, "\342\200\224"))
		n = 4;
	return n > 1 ? n : 0;
}

/* Does a sentence end in @text, and another begin? */
static gboolean
has_sentences(const char *text)
{
	char mark;

	for (gsize p = 1; text[p]; p++)
		if (text[p] == '.' && mark_at(text, p, &mark) &&
		    g_ascii_isupper(text[p + 1 + strspn(text + p + 1, " ")]))
			return TRUE;
	return FALSE;
}

/* "D. Morgan", "Cllr Orme", "County Cllr Tarn", "Councillors Orme and Tarn". */
static gboolean
begins_person(const char *text)
{
	g_autofree char *fold = mb_looks_fold(text);

	return begins_name(fold) || strstr(fold, "cllr") ||
	       strstr(fold, "councillor") ||
	       (g_ascii_isupper(text[0]) && text[1] == '.');
}

/* "Apologies: H. Smith", "Declaration of Interest:None given": behind business
 * that is no more than names, whatever it is; "Apologies for absence - Mrs
 * Orme" too, but not "Apologies - Substitutes". */
static gboolean
is_roll(const char *text, gsize p, const char *right)
{
	g_autofree char *left = g_ascii_strdown(text, (gssize)p);

	if (text[p] == ' ')
		return g_str_has_prefix(left, "apolog") && begins_person(right);
	return text[p] == ':' && (mb_phrases_is(MB_PHRASES_ATTENDANCE, left) ||
	                          g_str_has_prefix(left, "declaration") ||
	                          g_str_has_prefix(left, "apologies "));
}

/* "Correspondence: Letter from the County re Speed Limits": business that is
 * whatever came up has no more heading behind a colon, whatever it is. */
static gboolean
is_catch_all(const char *text, gsize p)
{
	static const char *const names[] = { "correspondence",
		                             "any other business",
		                             "matters arising", "public forum",
		                             "public participation" };
	g_autofree char *left = g_ascii_strdown(text, (gssize)p);

	for (guint i = 0; text[p] == ':' && i < G_N_ELEMENTS(names); i++)
		if (g_str_has_prefix(left, names[i]))
			return TRUE;
	return FALSE;
}

/* "Updates:- Proposed 20mph limit", "Correspondence: Email re the summit. Clerk
 * to reply.": behind a colon in minutes, whatever it is. */
static gboolean
is_body(const char *text, gsize p, gsize n)
{
	return text[p] == ':' &&
	       (text[p + 1] == '-' || has_sentences(text + p + n));
}

/* Whether a word of @n bytes is in capitals: "INTEREST(s)" is, "Resolved" is
 * not, "–" and "2014" are neither. */
static gboolean
in_capitals(const char *word, gsize n, guint *n_upper)
{
	guint upper = 0, lower = 0;
	gsize i;

	for (i = 0; i < n; i++) {
		upper += g_ascii_isupper(word[i]) ? 1 : 0;
		lower += g_ascii_islower(word[i]) ? 1 : 0;
	}
	*n_upper = upper;
	return !lower || (upper >= 4 && lower == 1);
}

/* Bytes of the words in capitals that @text begins with, to the last of two
 * letters; *next is where the other words begin. */
static gsize
leading_capitals(const char *text, gsize *next)
{
	gsize i = 0, end = 0;
	guint n_letters = 0, upper = 0;

	while (text[i]) {
		gsize n = strcspn(text + i, " ");

		if (!in_capitals(text + i, n, &upper))
			break;
		/* "MINUTES A motion": one letter may be of the text. */
		if (upper > 1) {
			n_letters += upper;
			end = i + n;
		}
		i += n;
		i += strspn(text + i, " ");
	}
	*next = i;
	/* "NCC advised", "TF asked" are sentences. */
	return text[i] && n_letters >= 6 && end >= 6 ? end : 0;
}

/* "MINUTES: RESOLVED that …": what stands before a colon is all of the heading
 * when business is called so, or what was decided follows. */
static gsize
known_before_colon(const char *text, gsize end)
{
	const char *colon = strstr(text, ": ");

	return colon && (gsize)(colon - text) < end &&
	               (mb_run_on_is_business(text, (gsize)(colon - text)) ||
	                g_str_has_prefix(colon, ": RESOLVED") ||
	                g_str_has_prefix(colon, ": AGREED") ||
	                g_str_has_prefix(colon, ": NOTED"))
	           ? (gsize)(colon - text)
	           : 0;
}

/* "MINUTES OF THE PREVIOUS MEETING RESOLVED: That": a decision's word behind
 * known business is of the text. */
static gsize
before_decision(const char *text, gsize end)
{
	gsize word = end;
	g_autofree char *fold = NULL;

	while (word && text[word - 1] != ' ')
		word--;
	fold = g_ascii_strdown(text + word, (gssize)(end - word));
	return word > 1 && mb_phrases_is(MB_PHRASES_NOT_ITEM, fold) &&
	               mb_run_on_is_business(text, word - 1)
	           ? word - 1
	           : 0;
}

gsize
mb_run_on_capitals(const char *text)
{
	g_autofree char *rest = NULL;
	gsize next, end = leading_capitals(text, &next);
	gsize word = before_decision(text, end);
	gsize colon = word ? word : known_before_colon(text, end);

	if (colon)
		return colon;
	if (!end || !(g_ascii_isupper(text[next]) || text[next] == '('))
		return 0;
	/* "ANNUAL GOVERNANCE REPORT 2008/09 (Agenda item 5)" is all heading. */
	if (text[next] == '(' &&
	    strchr(text + next, ')') == text + strlen(text) - 1)
		return 0;
	/* "LCETB / LEO Training Skills Supports for Business" is no text. */
	rest = mb_looks_fold(text + next);
	return text[end - 1] == ':' || text[end - 1] == '.' ||
	               strspn(text + end, " ") + end < next ||
	               mb_phrases_sentence(rest, 14)
	           ? end
	           : 0;
}

gsize
mb_run_on_known(const char *text)
{
	gsize next, end = leading_capitals(text, &next);
	g_autofree char *fold = NULL;
	g_autofree char *rest = NULL;
	const char *name;

	if (!end || g_str_has_prefix(text + next, "pdf "))
		return 0;
	fold = g_ascii_strdown(text, (gssize)end);
	name = g_str_has_prefix(fold, "the ") ? fold + 4 : fold;
	rest = mb_looks_fold(text + next);
	/* "NEXT MEETING MONDAY 3 JUNE at 7 p.m." is heading to its end. */
	return mb_phrases_begin(MB_PHRASES_ITEM, name) &&
	               !strpbrk(name, "0123456789") &&
	               (text[end - 1] == '.' || mb_phrases_sentence(rest, 14) ||
	                is_next_date(name, rest))
	           ? end
	           : 0;
}

/* What may follow the heading of an agenda's entry behind a mark: its purpose,
 * or who sends apologies: "To receive apologies for absence: Alan Smith". */
static gboolean
is_purpose(const char *left, const char *right, char mark)
{
	g_autofree char *fold = mb_looks_fold(left);

	return g_str_has_prefix(right, "to ") ||
	       (mark == ':' && strstr(fold, "apologies"));
}

/* Where in @text, a line with a heading, the item's text begins; 0 when the
 * whole line is heading.  @length is that of the heading. */
gsize
mb_run_on_find(const char *text, gboolean agenda, gsize *length)
{
	gsize p = agenda ? 0 : mb_run_on_capitals(text);
	guint open = 0;

	if (!p && !agenda)
		p = mb_run_on_known(text);
	if (p) {
		*length = p;
		p += strspn(text + p, " .:-");
		while (g_str_has_prefix(text + p, "\342\200\223") ||
		       g_str_has_prefix(text + p, "\342\200\224"))
			p += 3 + strspn(text + p + 3, " ");
		return p;
	}
	for (p = 1; text[p] && p < MAX_RUN_ON; p++) {
		g_autofree char *left = NULL;
		char mark;
		gsize n = mb_run_on_unmarked(text, p, agenda);

		/* "Minutes (Ref: 2.1 & 2.2)" */
		open += text[p] == '(' ? 1 : 0;
		open -= open && text[p] == ')' ? 1 : 0;
		if (open)
			continue;
		if (n) {
			*length = p;
			return p + n;
		}
		n = mark_at(text, p, &mark);

		if (!n || !text[p + n])
			continue;
		n += strspn(text + p + n, " ");
		left = g_strndup(text, p);
		if (agenda ? !is_purpose(left, text + p + n, mark)
		           : !is_text(left, text + p + n, mark) &&
		                 !is_body(text, p, n) &&
		                 !is_roll(text, p, text + p + n) &&
		                 !is_catch_all(text, p))
			continue;
		*length = p;
		return p + n;
	}
	return 0;
}

/* Where bold ends inside the line, when a bold heading runs on into text that
 * is not: "Planning applications: None received". */
gsize
mb_run_on_bold(const struct mb_line *line, gsize at)
{
	const char *rest;
	gsize i, n_letters = 0;

	if (line->bold_end <= at + 2 || line->bold_start > at + 1)
		return 0;
	for (i = at; i < line->bold_end; i++)
		n_letters += g_ascii_isalpha(line->text[i]) ? 1 : 0;
	if (n_letters < 3)
		return 0;
	rest = line->text + line->bold_end;
	rest += strspn(rest, " .:;-");
	if (strlen(rest) < 3 || g_ascii_islower(*rest))
		return 0;
	/* "Cemetery gates update (Martin Crane)": a bracket is of the heading.
	 */
	if (*rest == '(' && strcspn(rest, ")") + 1 == strlen(rest))
		return 0;
	return line->bold_end;
}

/* Where the cell that the heading stands in ends, when the item's text stands
 * beside it: "10 | Planning | To discuss any new planning applications". */
gsize
mb_run_on_cell(const struct mb_line *line, gsize at)
{
	gsize end = 0;
	guint i;

	for (i = 0; line->cells && line->cells[i]; i++) {
		gsize n = strlen(line->cells[i]);

		if (!n)
			continue;
		end += end ? n + 1 : n;
		if (end >= at + 3)
			return end < strlen(line->text) ? end : 0;
	}
	return 0;
}
