/* What begins the text of an item behind its heading without any mark. */
#include "config.h"

#include "indexer/run-on-unmarked.h"

#include <string.h>

#include "base/date.h"
#include "indexer/looks.h"
#include "indexer/phrases.h"

/* "Declarations of Interest", and not "Minutes of the" or "To receive". */
gboolean
mb_run_on_is_business(const char *text, gsize n)
{
	g_autofree char *fold = g_ascii_strdown(text, (gssize)n);
	const char *last = strrchr(fold, ' ');

	last = last ? last + 1 : fold;
	return mb_phrases_begin(MB_PHRASES_ITEM, fold) > 0 &&
	       !g_str_has_prefix(fold, "to ") &&
	       !mb_phrases_joins(last, strlen(last)) &&
	       !mb_phrases_sentence(fold, 12);
}

/* The first of a list: "1. ", "i. ", "a) ", "(a) ". */
static gboolean
begins_list(const char *s)
{
	gboolean open = *s == '(';

	s += open ? 1 : 0;
	return (*s == '1' || *s == 'i' || *s == 'a') &&
	       (s[1] == ')' || (s[1] == '.' && !open)) && s[2] == ' ';
}

/* Bytes of space at @p before what begins text or a list without any mark:
 * "Election of Chairman It was proposed …", "Correspondence 10.1 CPRE",
 * "Reports from Councillors 1. Dog fouling"; 0 when none does. */
static gsize
text_at(const char *text, gsize p)
{
	static const char *const openers[] = { "It was ", "There was ",
		                               "There were ", "Apologies were ",
		                               "\342\200\242 " };
	const char *s = text + p + 1;
	gsize n;
	guint i;

	if (text[p] != ' ' || p < 4)
		return 0;
	for (i = 0; i < G_N_ELEMENTS(openers); i++)
		if (g_str_has_prefix(s, openers[i]))
			return 1;
	if (begins_list(s))
		return 1;
	n = strspn(s, "0123456789");
	return n && n <= 2 && s[n] == '.' && s[n + 1] == '1' && s[n + 2] == ' '
	           ? 1
	           : 0;
}

/* "Members noted that"; but "Members Allowances were …". */
static gboolean
begins_sentence(const char *text)
{
	g_autofree char *fold = mb_looks_fold(text);

	return mb_phrases_sentence(fold,
	                           g_str_has_prefix(text, "Members ") ? 2 : 12);
}

/* "Apologies for Absence Cllr Orme", "… Borough Councillor Orme" */
static gboolean
begins_member(const char *text)
{
	static const char *const names[] = { "Cllr",
		                             "Councillor",
		                             "Parish Councillor",
		                             "Borough Councillor",
		                             "District Councillor",
		                             "County Councillor" };

	for (guint i = 0; i < G_N_ELEMENTS(names); i++)
		if (g_str_has_prefix(text, names[i]))
			return TRUE;
	return FALSE;
}

/* "Declarations of Interest None.", "Date of next meeting 8 April 2013": behind
 * the business that @left begins with, what is no sentence at @text. */
static gboolean
begins_answer(const char *left, const char *text)
{
	static const char *const words[] = { "None", "Nil" };
	g_autofree char *fold = NULL;
	struct mb_date_hit hit;

	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_str_has_prefix(text, words[i]) &&
		    !g_ascii_isalpha(text[strlen(words[i])]))
			return TRUE;
	if (!g_ascii_strncasecmp(left, "apolog", 6) && begins_member(text))
		return TRUE;
	if (g_ascii_strncasecmp(left, "date", 4) ||
	    strcspn(left, "0123456789") < (gsize)(text - left))
		return FALSE;
	fold = mb_looks_fold(text);
	return mb_date_find(fold, 0, &hit) && !hit.start;
}

/* "Correspondence Correspondence is passed on by e-mail": the text behind the
 * heading of @p bytes begins as the heading does. */
static gboolean
is_repeated(const char *text, gsize p)
{
	gsize n = strcspn(text, " ");

	return n >= 6 && n <= p && !strncmp(text, text + p + 1, n) &&
	       text[p + 1 + n] == ' ';
}

/* "Apologies for Absence Apologies for absence were received", "Declarations of
 * Interest Councillor Orme declared": behind business that is called so
 * everywhere a sentence begins. */
static gsize
sentence_at(const char *text, gsize p)
{
	static const char *const openers[] = {
		"Apologies ",   "Apology ",   "Councillor ", "Councillors ",
		"Cllr ",        "Cllrs ",     "The ",        "Members ",
		"There ",       "Resolved",   "RESOLVED",    "No ",
		"Notification", "Following ", "An ",         "All "
	};
	if (text[p] != ' ' || p < 6 || !g_ascii_isalnum(text[p - 1]))
		return 0;
	if (begins_answer(text, text + p + 1) || is_repeated(text, p))
		return mb_run_on_is_business(text, p) ? 1 : 0;
	/* "Election of Parish Councillors (uncontested): The Clerk said" */
	for (guint i = 0; i < G_N_ELEMENTS(openers); i++)
		if (g_str_has_prefix(text + p + 1, openers[i]) &&
		    text[p + 1 + strlen(openers[i])] != '(')
			return mb_run_on_is_business(text, p) &&
			               begins_sentence(text + p + 1)
			           ? 1
			           : 0;
	return 0;
}

/* Words that a heading's last is none of: "Proposal that Cllr Orme be
 * appointed". */
static gboolean
leads_on(const char *word, gsize n)
{
	static const char *const words[] = { "that", "when", "whether",
		                             "as",   "if",   "who" };

	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (strlen(words[i]) == n &&
		    !g_ascii_strncasecmp(words[i], word, n))
			return TRUE;
	return mb_phrases_joins(word, n);
}

/* "… for the next Agenda PB requested that": initials and what they did. */
static gboolean
begins_initials(const char *text)
{
	gsize n = 0;

	while (g_ascii_isupper(text[n]))
		n++;
	if (n < 2 || n > 3 || text[n] != ' ' || !g_ascii_islower(text[n + 1]))
		return FALSE;
	return mb_phrases_sentence(text + n + 1, 1);
}

/* "shared", "read": what somebody did, in @n bytes. */
static gboolean
is_past(const char *word, gsize n)
{
	static const char *const irregular[] = { "read",  "said", "gave",
		                                 "told",  "made", "took",
		                                 "felt",  "sent", "spoke",
		                                 "wrote", "left" };

	if (n > 4 && g_ascii_islower(*word) && !strncmp(word + n - 2, "ed", 2))
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(irregular); i++)
		if (strlen(irregular[i]) == n &&
		    !strncmp(irregular[i], word, n))
			return TRUE;
	return FALSE;
}

/* "The Clerk shared that": among the first words behind who speaks there is
 * what was done. */
static gboolean
begins_deed(const char *text)
{
	for (guint i = 0; i < 5; i++) {
		gsize n = strcspn(text, " ");

		if (is_past(text, n))
			return TRUE;
		text += n;
		text += strspn(text, " ");
	}
	return FALSE;
}

/* "126/18 Map of Village Cllr Sue Lintern shared that there is a stone plinth":
 * behind whatever heading somebody begins to speak. */
static gsize
speaker_at(const char *text, gsize p)
{
	static const char *const openers[] = {
		"Cllr ",         "Cllrs ",       "Councillor ",
		"Councillors ",  "The Clerk ",   "The Chair ",
		"The Chairman ", "The Council ", "The Parish Council "
	};
	g_autofree char *left = NULL, *right = NULL;
	gsize word = p;

	if (text[p] != ' ' || p < 6 ||
	    !(g_ascii_isalnum(text[p - 1]) || text[p - 1] == ')'))
		return 0;
	for (guint i = 0; i < G_N_ELEMENTS(openers); i++) {
		if ((!g_str_has_prefix(text + p + 1, openers[i]) ||
		     text[p + 1 + strlen(openers[i])] == '(') &&
		    !begins_initials(text + p + 1))
			continue;
		while (word && text[word - 1] != ' ')
			word--;
		left = g_ascii_strdown(text, (gssize)p);
		right = mb_looks_fold(text + p + 1);
		return !leads_on(left + word, p - word) &&
		               !mb_phrases_sentence(left, 20) &&
		               (mb_phrases_sentence(right, 10) ||
		                begins_deed(text + p + 1))
		           ? 1
		           : 0;
	}
	return 0;
}

/* The same in an agenda, where only the purpose of an entry is its text:
 * "Playground To receive update". */
static gsize
purpose_at(const char *text, gsize p)
{
	return p >= 4 && g_str_has_prefix(text + p, " To ") &&
	               g_ascii_islower(text[p + 4]) &&
	               (g_ascii_isalnum(text[p - 1]) || text[p - 1] == ')')
	           ? 1
	           : 0;
}

/* A stop after these ends no sentence: "Cllr. ", "No. ", "J. ". */
gboolean
mb_run_on_is_abbreviation(const char *text, gsize stop)
{
	static const char *const words[] = { "cllr",  "cllrs", "mr",  "mrs",
		                             "ms",    "dr",    "no",  "nos",
		                             "st",    "co",    "rev", "ref",
		                             "cmhlr", "supt",  "dept" };
	gsize start = stop;
	guint i;

	while (start && g_ascii_isalpha(text[start - 1]))
		start--;
	/* "held on 1 October 2015. CC confirmed": no initial. */
	if (stop && g_ascii_isdigit(text[stop - 1]))
		return FALSE;
	if (stop - start <= 1)
		return TRUE;
	for (i = 0; i < G_N_ELEMENTS(words); i++)
		if (stop - start == strlen(words[i]) &&
		    !g_ascii_strncasecmp(text + start, words[i], stop - start))
			return TRUE;
	return FALSE;
}

/* No title has so many bytes. */
#define MAX_LONG 250

/* What begins the text behind a heading of whatever words, on a line that is
 * too long for a heading.  @plain: behind one in capitals. */
static gboolean
begins_long(const char *text, gboolean plain)
{
	/* clang-format off */
	static const char *const openers[] = {
		"The ", "A ", "An ", "It ", "There ", "This ", "These ",
		"Some ", "All ", "Following ", "That ", "No ", "One ", "Two ",
		"Three ", "Four ", "Five ", "Clerk ", "Email", "Members ",
		"Mr ", "Mrs ", "Ms ", "Mr. ", "Mrs. ", "Cllr", "Councillor ",
		"Borough Councillor ", "County Councillor ",
		"District Councillor ", "Parish Councillor ",
	};
	/* clang-format on */
	g_autofree char *fold = NULL;

	for (guint i = 0; i < G_N_ELEMENTS(openers); i++)
		if (g_str_has_prefix(text, openers[i])) {
			fold = mb_looks_fold(text);
			return plain || mb_phrases_sentence(fold, 30);
		}
	return FALSE;
}

/* Whether the heading of @p bytes may end there: no sentence has begun.  "To
 * receive urgent items as agreed by the Chairman" has not. */
static gboolean
may_end(const char *text, gsize p)
{
	static const char *const finite[] = { " was ",  " were ", " had ",
		                              " has ",  " have ", " is ",
		                              " will ", " would " };
	g_autofree char *left = g_ascii_strdown(text, (gssize)p);
	const char *last = strrchr(left, ' ');

	for (guint i = 0; i < G_N_ELEMENTS(finite); i++)
		if (strstr(left, finite[i]))
			return FALSE;
	/* "Mr White introduced the plans" */
	if (!g_str_has_prefix(left, "to ") && mb_phrases_sentence(left, 3))
		return FALSE;
	last = last ? last + 1 : left;
	return !leads_on(last, strlen(last));
}

/* "EXCLUSION OF PRESS AND PUBLIC" */
static gboolean
are_capitals(const char *text, gsize n)
{
	while (n && !g_ascii_islower(text[n - 1]))
		n--;
	return !n;
}

/* Whether a mark ends the heading of @p bytes, and text begins behind it. */
static gboolean
is_long_mark(const char *text, gsize p)
{
	return (text[p] == ':' || text[p] == '.') && text[p + 1] == ' ' &&
	       (g_ascii_islower(text[p - 1]) || (guchar)text[p - 1] >= 0x80) &&
	       g_ascii_isupper(text[p + 2]) &&
	       !(text[p] == '.' && mb_run_on_is_abbreviation(text, p));
}

gsize
mb_run_on_long(const char *text, gsize *length)
{
	guint open = 0;

	for (gsize p = 0; text[p] && p < MAX_LONG; p++) {
		gsize n = 0;

		open += text[p] == '(' ? 1 : 0;
		open -= open && text[p] == ')' ? 1 : 0;
		if (open || p < 4)
			continue;
		if (is_long_mark(text, p))
			n = 2;
		else if (text[p] == ' ' &&
		         (g_ascii_isalnum(text[p - 1]) || text[p - 1] == ')') &&
		         begins_long(text + p + 1, are_capitals(text, p)))
			n = 1;
		if (!n || !text[p + n] || !may_end(text, p))
			continue;
		*length = p;
		return p + n;
	}
	return 0;
}

gsize
mb_run_on_unmarked(const char *text, gsize p, gboolean agenda)
{
	gsize n;

	if (agenda)
		return purpose_at(text, p);
	n = text_at(text, p);
	if (!n)
		n = sentence_at(text, p);
	return n ? n : speaker_at(text, p);
}
