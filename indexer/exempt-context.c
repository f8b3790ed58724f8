#include "config.h"

#include "indexer/exempt-context.h"

#include <string.h>

#include "indexer/exempt-phrases.h"
#include "indexer/exempt-signals.h"
#include "indexer/exempt-words.h"
#include "indexer/patterns.h"

/* A shorter line is not full: what stands below it is another sentence. */
#define WRAP_MIN_BYTES 30
/* A heading has no more words; nor has the answer "None", "Not applicable". */
#define HEADING_WORDS 10
/* Nor the title of an appendix. */
#define TITLE_WORDS  20
#define ANSWER_WORDS 3
/* The title of a list of decisions to come stands this near its top. */
#define TITLE_LINES 12

#define ANNEX                                                                  \
	"(?:appendi(?:x|ces)|annex(?:e|es|es?ures?)?|enclosures?|"             \
	"attachments?)"

static const char *
text_at(const struct mb_lines *lines, guint i)
{
	return mb_lines_at(lines, i)->text;
}

static char *
joined(const struct mb_lines *lines, guint i)
{
	return g_strconcat(text_at(lines, i), " ", text_at(lines, i + 1), NULL);
}

/* --- the line below ------------------------------------------------------- */

/* "This report, which was written in haste, is not for", then "publication". */
static gboolean
goes_on(const struct mb_lines *lines, guint i, guint end)
{
	return i + 1 < end && !mb_lines_at(lines, i + 1)->gap &&
	       mb_lines_at(lines, i + 1)->kind == MB_LINE_TEXT &&
	       strlen(text_at(lines, i)) >= WRAP_MIN_BYTES &&
	       g_ascii_islower(*text_at(lines, i + 1));
}

static gboolean
asks(const struct mb_lines *lines, guint i, guint end)
{
	gsize n = strlen(text_at(lines, i));
	char last = n ? text_at(lines, i)[n - 1] : '\0';

	return i + 1 < end && (last == '?' || last == ':');
}

/* The marking of line @i, with the line below where that goes on. */
static char *
read_at(const struct mb_lines *lines, guint i, guint end,
        const char *const *more, gboolean *two)
{
	g_autofree char *both = NULL, *words = NULL;
	gboolean asked = asks(lines, i, end);

	if (asked || goes_on(lines, i, end))
		both = joined(lines, i);
	if (!asked)
		words = mb_exempt_marking(text_at(lines, i), more);
	*two = !words && both;
	return *two ? mb_exempt_marking(both, more) : g_steal_pointer(&words);
}

static gboolean
says_none(const char *text)
{
	static GRegex *re;

	return mb_regex_in(&re,
	                   "^\\W*(?:[\\d.]+\\W*)?(?:none|nil|no|n/?a|"
	                   "not applicable|dim)(?: (?:identified|arising|at "
	                   "present|to report|for this report))?\\W*$",
	                   text);
}

/* "Exempt information", "Restricted Reports", "PART II": a heading that stands
 * also where there is nothing; "EXEMPT" alone does not. */
static gboolean
heads_section(const struct mb_tokens *t)
{
	return t->n > 0 && (mb_word_is_document(t, t->n - 1) ||
	                    (t->n > 1 && mb_exempt_is_part(t, t->n - 2)));
}

gboolean
mb_exempt_is_answered_no(const struct mb_lines *lines, guint i, guint end)
{
	g_autoptr(mb_tokens) heading = mb_tokens_new(text_at(lines, i));
	g_autoptr(mb_tokens) answer = NULL;
	g_autofree char *words = NULL;
	gboolean two;

	if (i + 1 >= end || heading->n > HEADING_WORDS ||
	    mb_exempt_phrase(heading, 0))
		return FALSE;
	if (says_none(text_at(lines, i + 1)))
		return TRUE;
	if (!heads_section(heading))
		return FALSE;
	answer = mb_tokens_new(text_at(lines, i + 1));
	words = read_at(lines, i + 1, end, NULL, &two);
	return words == NULL && mb_exempt_signals_in(answer, 0, answer->n) &&
	       (strchr(text_at(lines, i + 1), '?') ||
	        mb_words_deny(answer, 0, answer->n));
}

/* --- a list of decisions to come ------------------------------------------ */

/* "Sale of the depot | 9 April | Cabinet | Fully exempt" says how a report will
 * be, in a list that is public. */
static gboolean
is_planned(const struct mb_lines *lines, guint i)
{
	static GRegex *re;
	const struct mb_line *line = mb_lines_at(lines, i);
	guint n_cells = 0;

	for (const char *c = line->text; *c; c++)
		n_cells += *c == '|';
	if (line->kind == MB_LINE_ROW)
		n_cells = g_strv_length(line->cells);
	if (n_cells < 3)
		return FALSE;
	for (guint k = 0; k < i && k < TITLE_LINES; k++)
		if (mb_regex_in(&re,
		                "\\b(?:forward|work) (?:plan|programme)|"
		                "\\bkey decisions\\b|"
		                "\\bforthcoming decisions\\b|"
		                "\\bdecisions to be (?:made|taken)\\b",
		                text_at(lines, k)))
			return TRUE;
	return FALSE;
}

/* --- the line --------------------------------------------------------------
 */

/* "This report does not contain", then "any Confidential or exempt …" */
static gboolean
is_taken_back_above(const struct mb_lines *lines, guint i)
{
	g_autofree char *both = NULL, *words = NULL;
	g_autoptr(mb_tokens) above = NULL;

	if (i == 0 || !goes_on(lines, i - 1, i + 1) ||
	    strchr(text_at(lines, i - 1), '.'))
		return FALSE;
	above = mb_tokens_new(text_at(lines, i - 1));
	if (!mb_words_deny(above, 0, above->n))
		return FALSE;
	both = joined(lines, i - 1);
	words = mb_exempt_marking(both, NULL);
	return words == NULL;
}

char *
mb_exempt_at(const struct mb_lines *lines, guint i, guint end,
             const char *const *more)
{
	gboolean two;
	g_autofree char *words = read_at(lines, i, end, more, &two);

	if (words && (is_planned(lines, i) || is_taken_back_above(lines, i) ||
	              (!two && mb_exempt_is_answered_no(lines, i, end))))
		return NULL;
	return g_steal_pointer(&words);
}

/* --- another paper ----------------------------------------------------------
 */

/* Whether what @clause tells of is an appendix, not what holds the clause. */
static gboolean
tells_of_annex(const char *clause)
{
	static GRegex *subject_re, *object_re, *list_re, *other_re;

	/* "Exempt information: the attached Appendix B is not for publication"
	 */
	return mb_regex_in(&subject_re,
	                   "^\\W*(?:[^:]{0,60}:\\W*)?(?:yes\\W+)?"
	                   "(?:please note )?(?:that )?"
	                   "(?:(?:the|an?|both|all|attached|accompanying|two|"
	                   "three|some of|and)\\s+)*" ANNEX
	                   "\\b(?!.{0,40}\\b(?:and|as) (?:this|the) report)"
	                   "[^:]{0,60}?\\b(?:is|are|contains?|includes?|has|"
	                   "have|will be|comprises?)\\b",
	                   clause) ||
	       /* "Public report with exempt Appendix C" */
	       mb_regex_in(
		   &object_re,
		   "\\b(?:with|contains?|has|have|includes?|see|plus)\\s+"
		   "(?:an? |the |two |three |\\d )*(?:exempt|"
		   "confidential|restricted|private|part 2|part ii) " ANNEX,
		   clause) ||
	       /* "Background papers: exempt report of 3 May" */
	       mb_regex_in(&list_re,
	                   "^\\W*(?:[\\d.]+\\W+)?(?:list of )?(?:appendices|"
	                   "attachments|annexes|enclosures|background papers?|"
	                   "background documents?|previous reports?|related "
	                   "(?:papers|reports|documents))\\b[^:]{0,20}:",
	                   clause) ||
	       mb_regex_in(&other_re,
	                   "\\b(?:a|another|the) (?:separate|further|related|"
	                   "accompanying|companion|second) (?:exempt|"
	                   "confidential|private|restricted|part 2|part ii) "
	                   "(?:report|paper|" ANNEX ")",
	                   clause);
}

/* Whether each clause of the line that marks anything tells of an appendix:
 * "This report is public; the appendix is exempt". */
static gboolean
all_tell_of_annex(const char *text)
{
	g_auto(GStrv) clauses = g_regex_split_simple("(?<=[a-z\\d)])[;.]\\s+",
	                                             text, G_REGEX_CASELESS, 0);
	gboolean found = FALSE;

	for (guint i = 0; clauses[i]; i++) {
		g_autofree char *words = mb_exempt_marking(clauses[i], NULL);

		if (!words)
			continue;
		if (!tells_of_annex(clauses[i]))
			return FALSE;
		found = TRUE;
	}
	return found;
}

static gboolean
names_annex_first(const struct mb_lines *lines, guint i)
{
	static GRegex *re;

	return mb_regex_in(&re, "^\\W*(?:[\\d.]+\\W+)?" ANNEX "\\b",
	                   text_at(lines, i));
}

/* --- which appendix --------------------------------------------------------
 */

/* The numbers and letters behind the first "Appendix" of @t: "2", "3" of
 * "Appendices 2 and 3". */
static gboolean
has_mark(const struct mb_tokens *t, const char *mark, guint *n_marks)
{
	gboolean found = FALSE;
	guint i = 0;

	*n_marks = 0;
	while (i < t->n && !g_str_has_prefix(t->tokens[i].fold, "append") &&
	       !g_str_has_prefix(t->tokens[i].fold, "annex"))
		i++;
	for (i++; i < t->n; i++) {
		if (mb_word_is_mark(t, i)) {
			++*n_marks;
			found = found || mb_tokens_is(t, i, mark);
		} else if (!mb_tokens_is(t, i, "and") &&
		           !mb_tokens_is(t, i, "to")) {
			break;
		}
	}
	return found;
}

gboolean
mb_exempt_names_appendix(const char *text, const char *title)
{
	g_autoptr(mb_tokens) line = mb_tokens_new(text);
	g_autoptr(mb_tokens) head = mb_tokens_new(title ? title : "");
	guint n_marks;

	has_mark(line, "", &n_marks);
	if (n_marks == 0 || head->n < 2 || !mb_word_is_mark(head, 1))
		return TRUE;
	return has_mark(line, mb_word_at(head, 1), &n_marks);
}

/* --- whether it stands here
 * --------------------------------------------------- */

/* The title of an appendix, in a list of them or above it. */
static gboolean
is_annex_title(const struct mb_lines *lines, guint i)
{
	g_autoptr(mb_tokens) t = NULL;

	if (!names_annex_first(lines, i) || tells_of_annex(text_at(lines, i)))
		return FALSE;
	t = mb_tokens_new(text_at(lines, i));
	return t->n <= TITLE_WORDS && !(t->end_gap & MB_GAP_STOP);
}

/* A line among others of its kind: "Appendix 1 – Map" above "Appendix 2 –
 * Valuation (exempt)", or one below "Appendices". */
static gboolean
is_in_list(const struct mb_lines *lines, guint first, guint i, guint end)
{
	static GRegex *re;
	guint page_no = mb_lines_at(lines, i)->page_no;

	if (!is_annex_title(lines, i))
		return FALSE;
	if (i > first && mb_lines_at(lines, i - 1)->page_no == page_no &&
	    (is_annex_title(lines, i - 1) ||
	     mb_regex_in(&re, "\\b" ANNEX "\\W*$", text_at(lines, i - 1))))
		return TRUE;
	return i + 1 < end && mb_lines_at(lines, i + 1)->page_no == page_no &&
	       is_annex_title(lines, i + 1);
}

/* Whether the appendix that line @i tells of may begin at line @k. */
static gboolean
may_begin(const struct mb_lines *lines, guint i, guint k)
{
	return k != i && is_annex_title(lines, k) &&
	       mb_exempt_names_appendix(text_at(lines, i), text_at(lines, k));
}

gboolean
mb_exempt_is_of_other(const struct mb_lines *lines, guint first, guint i,
                      guint end)
{
	g_autoptr(mb_tokens) t = NULL;
	guint n_marks;

	if (i == first || !(all_tell_of_annex(text_at(lines, i)) ||
	                    is_in_list(lines, first, i, end)))
		return FALSE;
	t = mb_tokens_new(text_at(lines, i));
	has_mark(t, "", &n_marks);
	for (guint k = first; k < end; k++)
		if (may_begin(lines, i, k) &&
		    (n_marks || !is_in_list(lines, first, k, end)))
			return FALSE;
	return TRUE;
}
