/* The signs that a report, or an appendix of one, begins. */
#include "config.h"

#include "indexer/signs.h"

#include <string.h>

#include "indexer/phrases.h"
#include "indexer/titles.h"

/* How far below the first line of a report its other signs are looked for. */
#define MAX_TITLE_LINES 30

/* How far above a report's author its meeting is named. */
#define MAX_ABOVE 6

/* A label of the table that heads a report is no longer. */
#define MAX_COVER_LABEL 24

/* The fields of an assessment's form begin so near its title. */
#define ASSESSMENT_LINES 6

static const struct mb_look *
look_at(const struct mb_signs *f, guint i)
{
	return mb_looks_at(f->looks, i);
}

char *
mb_signs_item_header(const char *fold)
{
	static const char *const leads[] = {
		"agenda item no. ", "agenda item no ", "agenda item number ",
		"agenda item: ",    "agenda item ",    "item no. ",
		"item no: ",        "item no ",        "item "
	};
	guint i;

	for (i = 0; i < G_N_ELEMENTS(leads); i++) {
		const char *p = fold + strlen(leads[i]);
		gsize n = 0;

		if (!g_str_has_prefix(fold, leads[i]))
			continue;
		while (g_ascii_isdigit(p[n]) ||
		       (n && p[n] == '.' && g_ascii_isdigit(p[n + 1])))
			n++;
		if (n && g_ascii_isalpha(p[n]) && !p[n + 1])
			n++;
		if (n && !p[n + strspn(p + n, " .:")])
			return g_ascii_strup(p, (gssize)n);
	}
	return NULL;
}

/* How many labels and headings of a report stand in the lines below @i. */
guint
mb_signs_of_report(const struct mb_signs *f, guint i)
{
	guint end = MIN(f->n, i + MAX_TITLE_LINES), n_signs = 0;

	for (; i < end; i++) {
		const char *fold = look_at(f, i)->fold;
		gsize n = mb_phrases_begin(MB_PHRASES_REPORT, fold);

		if (!n)
			continue;
		if (g_str_has_prefix(fold, "report of") ||
		    g_str_has_prefix(fold, "joint report of") ||
		    mb_phrases_is(MB_PHRASES_REPORT, fold) ||
		    fold[n + strspn(fold + n, " ")] == ':')
			n_signs++;
	}
	return n_signs;
}

static gboolean
begins_report(const char *fold)
{
	static const char *const leads[] = { "report of ",      "report by ",
		                             "report to",       "joint report ",
		                             "from:",           "report title",
		                             "committee report" };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(leads); i++)
		if (g_str_has_prefix(fold, leads[i]))
			return TRUE;
	return FALSE;
}

/* Where a part may begin: at the top of a page, after space, under a rule. */
static gboolean
stands_apart(const struct mb_signs *f, guint i)
{
	const struct mb_line *line = mb_lines_at(f->lines, i);

	return !i || look_at(f, i)->page_top ||
	       (line->gap && !f->looks->gappy) ||
	       mb_lines_at(f->lines, i - 1)->kind == MB_LINE_RULE;
}

/* A heading by markup, or the first line of a page in larger letters. */
static gboolean
is_title_line(const struct mb_signs *f, guint i)
{
	const struct mb_line *line = mb_lines_at(f->lines, i);
	const struct mb_line *next = mb_lines_at(f->lines, i + 1);

	return line->heading ||
	       (look_at(f, i)->page_top && line->size > next->size + 1);
}

/* "Meeting: Cabinet", "Date: 14 March 2024": of the table that heads a report.
 */
static gboolean
is_cover(const struct mb_signs *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	const char *colon = strchr(look->fold, ':');

	return colon && colon - look->fold < MAX_COVER_LABEL &&
	       look->n_words <= 20 && !look->sentence;
}

/* The top of the page, where nothing but such labels stands between it and line
 * @i, or a date and a title, and @floor is not above; else @i. */
static guint
head_above(const struct mb_signs *f, guint i, guint floor)
{
	guint top = i;

	while (top > floor && !look_at(f, top)->page_top &&
	       (is_cover(f, top - 1) || (top + MAX_ABOVE / 2 > i &&
	                                 look_at(f, top - 1)->n_words <= 20 &&
	                                 !look_at(f, top - 1)->sentence)))
		top--;
	return look_at(f, top)->page_top ? top : i;
}

/* Above "Report of the Director" its committee and date may stand: "Meeting of
 * the … Committee – 13th March 2023". */
guint
mb_signs_names_above(const struct mb_signs *f, guint i)
{
	guint floor = f->part ? f->part->first + 1 : 0, k;

	for (k = i; k > floor && k + MAX_ABOVE / 2 > i; k--) {
		const struct mb_look *look = look_at(f, k - 1);
		g_autofree char *name = NULL;

		if (look->n_words > 20 || look->sentence)
			break;
		name = mb_titles_committee(mb_lines_at(f->lines, k - 1)->text);
		if ((name || is_title_line(f, k - 1)) && stands_apart(f, k - 1))
			return k - 1;
	}
	return head_above(f, i, floor);
}

/* Within the labels that a report begins with: "Report to: Cabinet", then
 * "Report of: Director of Growth", are one report's. */
gboolean
mb_signs_in_report_title(const struct mb_signs *f, guint i)
{
	guint k;

	if (!f->part || f->part->kind != MB_PART_REPORT ||
	    i >= f->part->first + 12 ||
	    mb_lines_at(f->lines, i)->page_no !=
	        mb_lines_at(f->lines, f->part->first)->page_no)
		return FALSE;
	for (k = f->part->first; k < i; k++)
		if (look_at(f, k)->sentence && look_at(f, k)->n_words > 12)
			return FALSE;
	return TRUE;
}

gboolean
mb_signs_report(const struct mb_signs *f, guint i)
{
	guint top;

	/* "Report of the Director" below "Action Tracker" is that of the list.
	 */
	if (mb_signs_in_report_title(f, i) ||
	    !begins_report(look_at(f, i)->fold) ||
	    (f->part && f->part->kind == MB_PART_ACTIONS &&
	     i < f->part->first + MAX_ABOVE))
		return FALSE;
	top = mb_signs_names_above(f, i);
	return (stands_apart(f, i) || top < i) &&
	       mb_signs_of_report(f, i) >=
	           (head_above(f, i, f->part ? f->part->first + 1 : 0) < i ? 2
	                                                                   : 3);
}

/* "Appendix 1). Works to redevelop the site": what a sentence began in a
 * bracket on the page before. */
static gboolean
ends_bracket(const char *text)
{
	gsize n = strcspn(text, "()");

	return text[n] == ')';
}

/* Whether the line above @i is a page's number, "5", in a text without pages.
 */
static gboolean
is_below_number(const struct mb_signs *f, guint i)
{
	const char *above = i ? mb_lines_at(f->lines, i - 1)->text : "";
	gsize n = strspn(above, "0123456789");

	return n && n <= 3 && !above[n] && !f->lines->n_pages;
}

/* "Appendix 1 – Contact Activity Data", but not "Appendix A sets out …" and
 * not one of a list of appendices. */
gboolean
mb_signs_appendix(const struct mb_signs *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	const struct mb_line *line = mb_lines_at(f->lines, i);
	guint next;

	if (!g_str_has_prefix(look->fold, "appendix") &&
	    !g_str_has_prefix(look->fold, "annex"))
		return FALSE;
	if (look->n_words > 25 || look->sentence ||
	    line->kind != MB_LINE_TEXT ||
	    !(look->page_top || is_below_number(f, i) ||
	      (stands_apart(f, i) &&
	       (look->bold || look->caps || line->heading))))
		return FALSE;
	if (ends_bracket(line->text) ||
	    g_str_has_prefix(look->fold, "appendices") ||
	    g_str_has_suffix(look->fold, "attached"))
		return FALSE;
	next = mb_looks_next(f->lines, i + 1, MIN(f->n, i + 8));
	return next < MIN(f->n, i + 8) &&
	       !g_str_has_prefix(look_at(f, next)->fold, "append");
}

/* "Equality Impact Assessment [version 2.9]" at the top of a page, above what
 * it assesses: a form that councils put behind their reports. */
gboolean
mb_signs_assessment(const struct mb_signs *f, guint i)
{
	static const char *const fields[] = {
		"title",       "proposal",  "name of", "directorate",
		"service",     "section 1", "step 1",  "part 1",
		"stage 1",     "policy",    "project", "lead officer",
		"responsible", "department"
	};
	const struct mb_look *look = look_at(f, i);
	guint end = MIN(f->n, i + ASSESSMENT_LINES);

	if (!look->page_top || look->n_words > 14 || look->sentence ||
	    !strstr(look->fold, "impact assessment") ||
	    mb_lines_at(f->lines, i)->kind != MB_LINE_TEXT)
		return FALSE;
	for (i++; i < end; i++)
		for (guint k = 0; k < G_N_ELEMENTS(fields); k++)
			if (g_str_has_prefix(look_at(f, i)->fold, fields[k]))
				return TRUE;
	return FALSE;
}
