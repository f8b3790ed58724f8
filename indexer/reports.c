#include "config.h"

#include "indexer/reports.h"

#include <string.h>

#include "base/date.h"
#include "indexer/numbers.h"
#include "indexer/report-head.h"
#include "indexer/signs.h"
#include "indexer/phrases.h"
#include "indexer/titles.h"

/* How far down a report its labels and its title stand. */
#define MAX_TITLE_LINES 40

/* How many lines a title runs over. */
#define MAX_TITLE 6

/* A form's list of appendices has at most so many lines, and so many below its
 * last entry. */
#define MAX_FORM_LIST  40
#define MAX_FORM_NOTES 8

/* An appendix is longer than what ends a report. */
#define MIN_APPENDIX 6

/* "Subject: Transfer the 18-25 section …", "TITLE: Workplace Parking Levy". */
static const char *const title_labels[] = {
	"subject",         "report title",
	"title of report", "title of decision",
	"decision title",  "title",
	"subject matter",  "report subject",
	"item title",      "subject of report",
	"name of report",  "re",
	"subject/title",   "title/subject",
	"report name",     NULL
};

/* Bytes of what labels a line, before its value: up to a colon, the first cell
 * of a row, or the bold words at its start; 0 when it has no label. */
static gsize
label_width(const struct mb_line *line)
{
	const char *colon = strchr(line->text, ':');

	if (line->kind == MB_LINE_ROW && line->cells && *line->cells &&
	    line->cells[1])
		return strlen(line->cells[0]);
	if (colon && colon - line->text < 44)
		return (gsize)(colon - line->text);
	if (!line->bold_start && line->bold_end > 2 && line->bold_end < 44 &&
	    line->text[line->bold_end])
		return line->bold_end;
	return 0;
}

gsize
mb_reports_label(const struct mb_line *line, const char *const *labels)
{
	gsize n = label_width(line), skip = 0;
	g_autofree char *label = NULL;

	if (!n)
		return 0;
	/* "(a) Subject:" */
	if (*line->text == '(' && g_ascii_isalpha(line->text[1]) && n > 4 &&
	    line->text[2] == ')')
		skip = 4;
	label = g_ascii_strdown(line->text + skip, (gssize)(n - skip));
	/* "SUBJECT:" in a cell of its own */
	g_strchomp(g_strdelimit(label, ":", ' '));
	if (!g_strv_contains(labels, label))
		return 0;
	return n + strspn(line->text + n, " :");
}

gsize
mb_reports_title_label(const struct mb_line *line)
{
	return mb_reports_label(line, title_labels);
}

static guint
title_limit(const struct mb_part *part)
{
	return MIN(part->end, part->first + MAX_TITLE_LINES);
}

/* Whether line @i has a label of its own: "Decision no: 24/00109". */
static gboolean
has_label(const struct mb_lines *lines, const struct mb_looks *looks, guint i)
{
	const char *fold = mb_looks_at(looks, i)->fold;
	const char *colon = strchr(fold, ':');
	const struct mb_line *line = mb_lines_at(lines, i);

	/* "Decision 1. That …": bold words before a value are a label. */
	if (!line->bold_start && line->bold_end > 2 && line->bold_end < 24 &&
	    line->text[line->bold_end])
		return TRUE;
	return (colon && colon - fold < 32 && !mb_phrases_sentence(fold, 4)) ||
	       mb_phrases_is(MB_PHRASES_REPORT, fold) || *fold == '(' ||
	       mb_lines_at(lines, i)->kind != MB_LINE_TEXT;
}

/* The value goes on while lines stand further in, or follow without space. */
guint
mb_reports_value_end(const struct mb_lines *lines, const struct mb_looks *looks,
                     guint i, guint end)
{
	float x = mb_lines_at(lines, i)->x;
	guint k;

	for (k = i + 1; k < MIN(end, i + MAX_TITLE); k++) {
		const struct mb_line *line = mb_lines_at(lines, k);

		if (line->furniture || has_label(lines, looks, k) ||
		    mb_report_head_ends_value(lines, looks, k) ||
		    (line->gap && !looks->gappy))
			break;
		if (x > 0 && line->x < x + 20)
			break;
	}
	return k;
}

static gboolean
find_labelled(const struct mb_lines *lines, const struct mb_looks *looks,
              struct mb_part *part)
{
	guint end = title_limit(part), i;

	for (i = part->first; i < end; i++) {
		const char *text = mb_lines_at(lines, i)->text;
		gsize n = mb_reports_title_label(mb_lines_at(lines, i));

		if (!n)
			continue;
		part->title_first = i;
		part->title_end =
		    mb_reports_value_end(lines, looks, i, part->end);
		return text[n] || part->title_end > i + 1;
	}
	return FALSE;
}

gboolean
mb_reports_is_header(const struct mb_look *look, const char *text)
{
	g_autofree char *number = mb_signs_item_header(look->fold);
	g_autofree char *committee = NULL;
	struct mb_date_hit hit;

	if (number || g_str_has_suffix(look->fold, " council"))
		return TRUE;
	committee = mb_titles_committee(text);
	return committee && mb_date_find(text, 0, &hit);
}

static gboolean
is_appendix_line(const char *fold)
{
	return g_str_has_prefix(fold, "appendix") ||
	       g_str_has_prefix(fold, "annex");
}

/* A heading by markup near the top, which names no council or meeting. */
static gboolean
find_heading(const struct mb_lines *lines, const struct mb_looks *looks,
             struct mb_part *part)
{
	guint end = MIN(part->end, part->first + MAX_TITLE_LINES / 2), i;
	guint best = MB_NO_LINE;

	for (i = part->first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		if (!line->heading ||
		    mb_reports_is_header(mb_looks_at(looks, i), line->text) ||
		    mb_phrases_is(MB_PHRASES_REPORT,
		                  mb_looks_at(looks, i)->fold))
			continue;
		if (best == MB_NO_LINE ||
		    line->heading < mb_lines_at(lines, best)->heading)
			best = i;
	}
	if (best == MB_NO_LINE)
		return FALSE;
	part->title_first = best;
	part->title_end = best + 1;
	/* Each line of a PDF's heading is marked. */
	while (part->title_end < end &&
	       mb_lines_at(lines, part->title_end)->heading ==
	           mb_lines_at(lines, best)->heading &&
	       !mb_lines_at(lines, part->title_end)->gap)
		part->title_end++;
	return TRUE;
}

/* "3", "Version January 2024 Page 259", "www.bristol.gov.uk": of the page;
 * "Decision details": what it is, above its title. */
static gboolean
is_label_line(const struct mb_look *look)
{
	static const char *const forms[] = {
		"decision details",        "decision notice",
		"decision record",         "record of decision",
		"officer decision notice", "officer decision record"
	};
	const char *page = strstr(look->fold, "page ");

	for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
		if (!strcmp(look->fold, forms[i]))
			return TRUE;
	return !look->fold[strspn(look->fold, "0123456789 -.")] ||
	       g_str_has_prefix(look->fold, "www.") ||
	       (page && look->n_words <= 8 &&
	        !page[5 + strspn(page + 5, "0123456789 of")]);
}

/* No label and no author: the largest lines of the first page, else the first
 * ones. */
static void
find_largest(const struct mb_lines *lines, const struct mb_looks *looks,
             struct mb_part *part)
{
	guint end = MIN(part->end, part->first + MAX_TITLE_LINES / 2), i, first;
	float size = 0;

	for (first = part->first; first + 1 < end; first++)
		if (!mb_lines_at(lines, first)->furniture &&
		    mb_lines_at(lines, first)->kind != MB_LINE_RULE &&
		    (is_appendix_line(mb_looks_at(looks, first)->fold) ||
		     !mb_reports_is_header(mb_looks_at(looks, first),
		                           mb_lines_at(lines, first)->text)))
			break;
	while (first + 1 < end && is_label_line(mb_looks_at(looks, first)))
		first++;
	for (i = first; i < end; i++)
		size = MAX(size, mb_lines_at(lines, i)->size);
	for (i = first; i < end; i++)
		if (mb_lines_at(lines, i)->size >= size - 0.5f &&
		    !mb_lines_at(lines, i)->furniture)
			break;
	if (i >= end || is_appendix_line(mb_looks_at(looks, first)->fold))
		i = first;
	part->title_first = i;
	for (i++; i < MIN(end, part->title_first + 3); i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		if ((line->gap && !looks->gappy) || line->size < size - 0.5f ||
		    line->kind != MB_LINE_TEXT ||
		    mb_phrases_is(MB_PHRASES_REPORT,
		                  mb_looks_at(looks, i)->fold) ||
		    mb_looks_at(looks, i)->n_words > 14 ||
		    (size > 0 ? FALSE
		              : !mb_looks_at(looks, i)->title &&
		                    !mb_looks_at(looks, i)->caps))
			break;
	}
	part->title_end = MIN(i, part->end);
}

void
mb_reports_title(const struct mb_lines *lines, const struct mb_looks *looks,
                 struct mb_part *part)
{
	const struct mb_signs signs = { lines, looks, part->end, NULL };

	if (part->kind == MB_PART_APPENDIX &&
	    mb_signs_assessment(&signs, part->first)) {
		part->title_first = part->first;
		part->title_end = part->first + 1;
	} else if (part->kind != MB_PART_APPENDIX &&
	           (find_labelled(lines, looks, part) ||
	            mb_report_head_title(lines, looks, part, &part->title_first,
	                                 &part->title_end))) {
		;
	} else if (!find_heading(lines, looks, part)) {
		find_largest(lines, looks, part);
	}
	/* What stands in place of a report that is withheld is no title. */
	if (part->title_first < part->title_end &&
	    !strcmp(mb_looks_at(looks, part->title_first)->fold,
	            "document is restricted"))
		part->title_end = part->title_first = part->first;
	part->body = part->title_end;
}

static gboolean
is_list_heading(const char *fold)
{
	static const char *const headings[] = { "appendices",
		                                "list of appendices",
		                                "background documents",
		                                "background papers",
		                                "list of background documents",
		                                "list of background papers" };
	gsize i;

	for (i = 0; i < G_N_ELEMENTS(headings); i++)
		if (g_str_has_prefix(fold, headings[i]) &&
		    !fold[strlen(headings[i]) +
		          strspn(fold + strlen(headings[i]), " .:")])
			return TRUE;
	return FALSE;
}

/* "Appendix B – Equality Impact Assessment YES": an entry of a form's list. */
static gboolean
is_answered(const char *fold)
{
	return is_appendix_line(fold) && (g_str_has_suffix(fold, " yes") ||
	                                  g_str_has_suffix(fold, " no"));
}

/* The list at @i as a form prints it, with an answer to each entry and notes
 * between them, goes on to the next page: where that begins, and in @entry the
 * last entry; 0 when it is no such list. */
static guint
form_end(const struct mb_looks *looks, guint i, guint end, guint *entry)
{
	guint last = 0;

	end = MIN(end, i + MAX_FORM_LIST);
	for (guint k = i; k < end; k++)
		if (is_answered(mb_looks_at(looks, k)->fold))
			last = k;
	if (!last)
		return 0;
	*entry = last;
	for (i = last + 1; i < MIN(end, last + MAX_FORM_NOTES); i++)
		if (mb_looks_at(looks, i)->page_top)
			return i;
	return last + 1;
}

/* The first line after the entries of the list that begins at @i; @entry is
 * its last one. */
static guint
list_end(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
         guint end, guint *entry)
{
	*entry = MB_NO_LINE;
	for (; i < end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		const struct mb_look *look = mb_looks_at(looks, i);

		if (is_list_heading(look->fold))
			continue;
		if (is_appendix_line(look->fold)) {
			/* On the next page, or a second time, it is no entry
			 * any more. */
			if (*entry != MB_NO_LINE &&
			    (look->page_top ||
			     mb_lines_at(lines, i - 1)->furniture ||
			     !strcmp(look->fold,
			             mb_looks_at(looks, *entry)->fold)))
				break;
			*entry = i;
			continue;
		}
		/* The line before was full: its entry goes on here. */
		if (*entry != MB_NO_LINE && looks->width &&
		    mb_looks_at(looks, i - 1)->n_chars * 10 >=
		        looks->width * 8 &&
		    !line->gap)
			continue;
		if (line->kind == MB_LINE_LIST || line->furniture ||
		    g_str_has_prefix(look->fold, "none"))
			continue;
		if (*entry == MB_NO_LINE && !line->gap && i > 0 &&
		    !is_list_heading(mb_looks_at(looks, i - 1)->fold))
			continue;
		if (*entry == MB_NO_LINE && i > 0 &&
		    is_list_heading(mb_looks_at(looks, i - 1)->fold))
			continue;
		break;
	}
	return i;
}

/* Below the list of its appendices a report may tell who has seen it. */
static gboolean
is_own_matter(const char *fold)
{
	static const char *const headings[] = {
		"audit trail",     "consultation with", "consultees",
		"lead officer",    "report author",     "contact officer",
		"report sign off", "report sign-off",   "report clearance",
		"clearance",       "officer contact",   "sign off",
		"checklist",       "report authorised"
	};

	for (guint i = 0; i < G_N_ELEMENTS(headings); i++)
		if (g_str_has_prefix(fold, headings[i]))
			return TRUE;
	return FALSE;
}

guint
mb_reports_appendix(const struct mb_lines *lines, const struct mb_looks *looks,
                    const struct mb_part *part, guint *title)
{
	guint i, entry, at = part->end, start = part->end;
	struct mb_heading number;

	for (i = part->body; i < part->end; i++)
		if (is_list_heading(mb_looks_at(looks, i)->fold) &&
		    strstr(mb_looks_at(looks, i)->fold, "append")) {
			at = i;
			break;
		}
	if (at >= part->end)
		return part->end;
	start = form_end(looks, at, part->end, &entry);
	if (!start)
		start = list_end(lines, looks, at, part->end, &entry);
	while (start < part->end && is_label_line(mb_looks_at(looks, start)))
		start++;
	*title = start;
	if (start + MIN_APPENDIX > part->end ||
	    is_own_matter(mb_looks_at(looks, start)->fold))
		return part->end;
	/* "1. PURPOSE": the appendix begins without a title of its own. */
	if (entry != MB_NO_LINE &&
	    mb_numbers_read(mb_lines_at(lines, start)->text, &number) &&
	    number.value == 1)
		*title = entry;
	return start;
}
