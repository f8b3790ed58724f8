#include "config.h"

#include "indexer/exempt-itself.h"

#include <string.h>

#include "indexer/exempt-boxes.h"
#include "indexer/exempt-context.h"
#include "indexer/patterns.h"

/* Most reports end with a section "Access to information" or with a form of
 * their implications.  In the text between, "exempt" and "confidential" are
 * said of anything, so that only what has the report as its subject, or is the
 * answer of a form, counts there. */

/* Cheap: what marks a line has one of these. */
static gboolean
may_say(const char *text)
{
	static const char *const stems[] = {
		"xempt", "XEMPT",     "onfident",  "ONFIDENT", "12A",
		"7A",    "ublicatio", "UBLICATIO", "chedule",  "estrict",
	};

	for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
		if (strstr(text, stems[i]))
			return TRUE;
	return FALSE;
}

/* "12.1 This report is not for publication", "The contents of this report are
 * confidential" */
static gboolean
has_subject(const char *text)
{
	static GRegex *re;

	return mb_regex_in(
	    &re,
	    "\\b(?:this|the attached|the whole|the following) (?:\\w+ )?"
	    "(?:report|paper|document|appendix|annex|item)\\b"
	    "(?:,[^,]*,)?(?: and (?:its|the) [\\w ]{1,30})?"
	    "(?:(?: \\w+){0,2} (?:is|are|be|contains?|includes?|discloses?|"
	    "must|should|remains?)\\b| not for publication)",
	    text);
}

/* "Exempt information: Yes", "Is this report confidential? Yes – paragraph 3"
 */
static gboolean
answers_yes(const char *text)
{
	static GRegex *re;
	g_autofree char *ticked = mb_exempt_boxes(text);

	return mb_regex_in(
	    &re,
	    "^\\W*(?:[\\d.]+\\W*)?(?:(?:is|does|are) (?:this|the|any) "
	    "[\\w ]{0,40})?(?:exempt|confidential|restricted)"
	    "(?: or | ?/ ?|\\b[\\w "
	    "]{0,30})\\W*\\b(?:yes|paras?|paragraphs?)\\b",
	    ticked ? ticked : text);
}

/* "Exempt information", and below it "Paragraph 3 of Schedule 12A applies". */
static gboolean
is_ground_below(const struct mb_lines *lines, guint i)
{
	static GRegex *head_re, *ground_re;

	return i > 0 &&
	       mb_regex_in(&head_re,
	                   "^\\W*(?:[\\d.]+\\W*)?(?:confidential |or |and )*"
	                   "(?:exempt|confidential|access to)\\b\\W*"
	                   "(?:(?:or|and) )?(?:exempt |confidential )?"
	                   "(?:information|items?|reports?)?\\W*$",
	                   mb_lines_at(lines, i - 1)->text) &&
	       mb_regex_in(
		   &ground_re,
		   "^\\W*(?:[\\d.]+\\W*)?(?:by virtue of |under |exempt "
		   "under )?paragraphs? \\d",
		   mb_lines_at(lines, i)->text);
}

gboolean
mb_exempt_speaks_of_itself(const struct mb_lines *lines, guint i, guint end)
{
	const char *text = mb_lines_at(lines, i)->text;
	g_autofree char *both = NULL;

	if (i + 1 < end)
		both = g_strconcat(text, " ", mb_lines_at(lines, i + 1)->text,
		                   NULL);
	return has_subject(both ? both : text) || answers_yes(text) ||
	       (g_str_has_suffix(text, "?") && both && answers_yes(both)) ||
	       is_ground_below(lines, i);
}

char *
mb_exempt_itself(const struct mb_lines *lines, guint first, guint from,
                 guint end, const char *const *more)
{
	for (guint i = from; i < end; i++) {
		g_autofree char *words = NULL;

		if (mb_lines_at(lines, i)->furniture ||
		    !(may_say(mb_lines_at(lines, i)->text) ||
		      (i + 1 < end &&
		       may_say(mb_lines_at(lines, i + 1)->text))))
			continue;
		words = mb_exempt_at(lines, i, end, more);
		if (words && mb_exempt_speaks_of_itself(lines, i, end) &&
		    !mb_exempt_is_of_other(lines, first, i, end))
			return g_steal_pointer(&words);
	}
	return NULL;
}
