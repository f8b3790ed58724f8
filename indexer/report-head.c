#include "config.h"

#include "indexer/report-head.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/exempt-words.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"
#include "indexer/signs.h"
#include "indexer/titles.h"

/* How far down a report its head reaches. */
#define MAX_HEAD 40

/* How many lines a title runs over. */
#define MAX_TITLE 4

/* Longer lines are text. */
#define MAX_TITLE_WORDS 40

/* Words beside a body's name or a date that a line may hold and be nothing but
 * that: "Meeting to be held on", "at 10.00 am". */
#define MAX_BESIDE 32

enum head_line {
	HEAD_SKIP,
	HEAD_LABEL,
	HEAD_AUTHOR, /* a label too: the title may stand right below it */
	HEAD_PLACE,
	HEAD_TITLE,
	HEAD_BODY
};

/* clang-format off */
/* What labels of report heads begin with, in councils everywhere. */
static const char *const labels[] = {
	"agenda item", "item no", "item number", "item", "report no",
	"report number", "report ref", "report reference", "report type",
	"report status", "report to", "report for", "report from",
	"report author", "report authorised", "report contact", "from", "to",
	"date", "date of", "meeting", "committee", "committee and date",
	"committee date", "meeting date", "classification", "ward", "wards",
	"ward(s)", "all wards", "electoral division", "electoral divisions",
	"electoral wards", "division affected", "divisions affected",
	"divisions", "local councillor", "local councillors",
	"local councillor(s)", "local member", "local members",
	"portfolio holder", "portfolio area", "relevant portfolio",
	"relevant head", "relevant assistant", "relevant director",
	"cabinet member", "cabinet portfolio", "lead member", "lead officer",
	"lead cabinet", "lead director", "executive director", "director",
	"corporate director", "strategic director", "responsible officer",
	"responsible director", "responsible head", "head of service",
	"contact", "contact officer", "officer contact", "author", "authors",
	"email", "e-mail", "tel", "telephone", "phone", "key decision",
	"is this a key", "are specific", "are there", "exempt information",
	"does the report", "public access", "publication status",
	"decision maker", "decision type", "decision date", "decision due",
	"forward plan ref", "file", "file no", "file ref", "reference", "ref",
	"reference no", "our ref", "appendices", "attachments", "attachment",
	"enclosures", "papers with report", "for submission to", "status",
	"presented by", "prepared by", "approved by", "authorised by",
	"service area", "directorate", "department", "service", "call-in",
	"purpose of the report:", "corporate priority", "corporate priorities",
	"strategic priority", "past pathway", "future pathway",
	"previous consideration", "open/exempt", "non-key decision", "signed",
	"version", "sponsor", "senior responsible", "accountable", NULL
};

/* Lines that say what sort of paper it is. */
static const char *const sorts[] = {
	"open", "public", "private", "exempt", "confidential", "restricted",
	"unrestricted", "part 1", "part i", "part a", "part one", "part 2",
	"part ii", "part b", "for decision", "for information", "for noting",
	"for action", "for approval", "for discussion", "for recommendation",
	"for consideration", "key decision", "non-key decision", "non key",
	"information item", "decision item", "cabinet report", "executive",
	"cabinet", "council", "full council", "committee report", "report",
	"report item", "officer report", "committee", "public report",
	"open report", "title", NULL
};

/* The headings with which the text of reports begins. */
static const char *const openings[] = {
	"purpose", "purpose of report", "purpose of the report",
	"purpose of this report", "the purpose of this report", "summary",
	"summary of report", "report summary", "executive summary",
	"summary of main issues", "summary of proposals", "brief summary",
	"recommendation", "recommendations", "recommendation(s)",
	"summary of recommendations", "officer recommendation",
	"background", "introduction", "introduction and background",
	"reason for report", "reasons for report", "decision required",
	"decisions required", "budget and policy framework", "synopsis",
	"description of decision", "describe the impact of the decision",
	"policy context", "context", "what is this report about", NULL
};
/* clang-format on */

/* Bytes of the longest of @words that @fold begins with and that no letter
 * follows; 0 when it begins with none. */
static gsize
begins_with(const char *fold, const char *const *words)
{
	gsize best = 0;

	for (; *words; words++) {
		gsize n = strlen(*words);

		if (n > best && g_str_has_prefix(fold, *words) &&
		    !g_ascii_isalnum(fold[n]))
			best = n;
	}
	return best;
}

static gboolean
is_one_of(const char *fold, const char *const *words)
{
	gsize n = begins_with(fold, words);

	return n && !fold[n + strspn(fold + n, " .:;-*")];
}

/* Without its number: "1. Purpose of Report", "1.0 Purpose". */
static const char *
skip_number(const char *fold)
{
	gsize n = strspn(fold, "0123456789.");

	return fold + n + strspn(fold + n, " ):");
}

static gboolean
is_author(const char *fold)
{
	static const char *const leads[] = {
		"report of",       "report by",
		"a report by",     "joint report of",
		"joint report by", "report from",
		"report author",   NULL
	};

	return begins_with(fold, leads) > 0;
}

/* Whether what stands beside bytes [start, end) of @text is next to nothing. */
static gboolean
fills(const char *text, gsize start, gsize end)
{
	return start <= MAX_BESIDE && strlen(text + end) <= MAX_BESIDE;
}

/* "Meeting to be held on", "Tuesday"; but "Budget Monitoring to 31 December
 * 2024" is a title, and "This update published" has another date. */
static gboolean
is_lead(const char *lead)
{
	if (strstr(lead, "update") || strstr(lead, "publish"))
		return FALSE;
	for (const char *p = lead; *p; p++)
		if (g_ascii_isalpha(*p))
			return strstr(lead, "held") ||
			       strstr(lead, "meeting") ||
			       strstr(lead, "date") || strstr(lead, "day");
	return TRUE;
}

gboolean
mb_report_head_date(const struct mb_lines *lines, guint i, guint32 *date_ymd)
{
	const char *text = mb_lines_at(lines, i)->text;
	g_autofree char *lead = NULL;
	struct mb_date_hit hit;

	if (strlen(text) > 2 * MAX_BESIDE + 20 ||
	    !mb_date_find(text, 0, &hit) || !mb_date_valid(hit.ymd) ||
	    !fills(text, hit.start, hit.end))
		return FALSE;
	lead = g_ascii_strdown(text, (gssize)hit.start);
	if (!is_lead(lead))
		return FALSE;
	*date_ymd = hit.ymd;
	return TRUE;
}

gboolean
mb_report_head_body(const struct mb_lines *lines, const struct mb_looks *looks,
                    guint i, char **committee)
{
	const struct mb_look *look = mb_looks_at(looks, i);
	const char *text = mb_lines_at(lines, i)->text;
	g_autofree char *name = NULL;
	g_autofree char *fold = NULL;

	*committee = NULL;
	if (look->n_words > 16 || look->sentence || is_author(look->fold) ||
	    strchr(text, '@'))
		return FALSE;
	name = mb_titles_committee(text);
	if (!name || !(look->caps || look->title) || !mb_bodies_is(name) ||
	    mb_bodies_is_anyones(name) ||
	    strlen(text) > strlen(name) + MAX_BESIDE)
		return FALSE;
	/* A council is whose paper it is, before it is who met. */
	fold = g_ascii_strdown(name, -1);
	if (g_str_has_suffix(fold, "council") || !strcmp(fold, "committee"))
		return FALSE;
	*committee = g_steal_pointer(&name);
	return TRUE;
}

static gboolean
is_place(const struct mb_lines *lines, const struct mb_looks *looks, guint i)
{
	const char *fold = mb_looks_at(looks, i)->fold;
	g_autofree char *number = mb_signs_item_header(fold);
	g_autofree char *committee = NULL;
	guint32 date;

	return number || is_one_of(fold, sorts) ||
	       g_str_has_suffix(fold, " council") ||
	       g_str_has_prefix(fold, "london borough of ") ||
	       g_str_has_prefix(fold, "report to ") ||
	       g_str_has_prefix(fold, "meeting of ") ||
	       g_str_has_prefix(fold, "meeting to be held") ||
	       mb_report_head_date(lines, i, &date) ||
	       mb_report_head_body(lines, looks, i, &committee);
}

/* "Wards affected: All", "Report Author", but not "Cabinet Member Updates" and
 * not "Wards and their councillors". */
static gboolean
is_label(const struct mb_line *line, const struct mb_look *look)
{
	gsize n = begins_with(look->fold, labels);
	const char *rest = look->fold + n;

	if (line->kind == MB_LINE_ROW)
		return TRUE;
	if (!n)
		return FALSE;
	rest += strspn(rest, " ");
	return !*rest || strchr(rest, ':') || strchr(rest, '?') ||
	       look->n_words > 14 ||
	       (line->bold_end > line->bold_start && !look->bold) ||
	       /* Labels and values in columns, parted by spaces. */
	       (!look->bold && !look->caps && !line->heading &&
	        n >= strlen("wards affected"));
}

static gboolean
is_body(const struct mb_line *line, const struct mb_look *look)
{
	struct mb_heading number;

	if (is_one_of(skip_number(look->fold), openings))
		return TRUE;
	if (look->sentence && look->n_words > 12)
		return TRUE;
	return mb_numbers_read(line->text, &number) &&
	       (number.mark == MB_MARK_STOP || strstr(number.number, ".0")) &&
	       number.value == 1;
}

/* "REPORT TITLE" alone above the title. */
static gboolean
is_title_label(const char *fold)
{
	static const char *const words[] = { "report title", "title of report",
		                             "name of report", "subject",
		                             NULL };

	return is_one_of(fold, words);
}

/* A label without its value has it on the next line: "REPORT OF", "DATE". */
static gboolean
wants_value(const struct mb_look *look)
{
	gsize n = begins_with(look->fold, labels);

	if (is_author(look->fold))
		return !strchr(look->fold, ' ') ||
		       !strcmp(look->fold, "report of") ||
		       !strcmp(look->fold, "report by") ||
		       g_str_has_suffix(look->fold, ":");
	return n && (!look->fold[n] || g_str_has_suffix(look->fold, ":"));
}

/* "NOT FOR PUBLICATION", "This report contains exempt information as defined in
 * paragraph 3": stands above the title. */
static gboolean
is_marking(const struct mb_line *line, const struct mb_look *look)
{
	static const char *const leads[] = {
		"not for",      "exempt",    "confidential", "private",
		"restricted",   "strictly",  "this report",  "this appendix",
		"the appendix", "appendix",  "appendices",   "by virtue",
		"information",  "paragraph", "official",     NULL
	};
	g_autofree char *words = NULL;

	if (!begins_with(look->fold, leads))
		return FALSE;
	words = mb_exempt_marking(line->text, NULL);
	return words != NULL;
}

static enum head_line
line_of(const struct mb_lines *lines, const struct mb_looks *looks, guint i)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *look = mb_looks_at(looks, i);

	if (line->furniture || line->kind == MB_LINE_RULE ||
	    is_marking(line, look))
		return HEAD_SKIP;
	if (is_author(look->fold) || is_title_label(look->fold))
		return HEAD_AUTHOR;
	if (is_place(lines, looks, i))
		return HEAD_PLACE;
	if (is_label(line, look))
		return HEAD_LABEL;
	if (is_body(line, look))
		return HEAD_BODY;
	/* "(Appendices A and B refer)", "www.saltmere.gov.uk", "3" */
	if (*look->fold == '(' || g_str_has_prefix(look->fold, "www.") ||
	    strchr(look->fold, '@') || !look->upper ||
	    look->n_words > MAX_TITLE_WORDS ||
	    !look->fold[strspn(look->fold, "0123456789 -.")])
		return HEAD_SKIP;
	return HEAD_TITLE;
}

static guint
limit_of(const struct mb_part *part)
{
	return MIN(part->end, part->first + MAX_HEAD);
}

gboolean
mb_report_head_ends_value(const struct mb_lines *lines,
                          const struct mb_looks *looks, guint i)
{
	switch (line_of(lines, looks, i)) {
	case HEAD_LABEL:
	case HEAD_AUTHOR:
	case HEAD_BODY:
		return TRUE;
	case HEAD_SKIP:
	case HEAD_PLACE:
	case HEAD_TITLE:
		return FALSE;
	}
	g_assert_not_reached();
}

guint
mb_report_head_end(const struct mb_lines *lines, const struct mb_looks *looks,
                   const struct mb_part *part)
{
	guint end = limit_of(part), i;

	for (i = part->first; i < end; i++)
		if (line_of(lines, looks, i) == HEAD_BODY)
			break;
	return i;
}

/* Whether line @i goes on with the title that ends above it. */
static gboolean
goes_on(const struct mb_lines *lines, const struct mb_looks *looks, guint i)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_line *above = mb_lines_at(lines, i - 1);
	const struct mb_look *look = mb_looks_at(looks, i);
	const struct mb_look *last = mb_looks_at(looks, i - 1);

	if (line->gap && !looks->gappy && !line->heading)
		return FALSE;
	return line->heading == above->heading && look->bold == last->bold &&
	       ABS(line->size - above->size) < 0.6f && !last->sentence;
}

/* How much the lines of a title stand out; what stands below the report's
 * author is its title if nothing else is. */
static float
score_of(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
         gboolean below_author)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *look = mb_looks_at(looks, i);
	float score = line->size / 6;

	score += line->heading ? 2 : 0;
	score += look->bold || look->caps ? 1 : 0;
	score += below_author ? 1.5f : 0;
	return score;
}

gboolean
mb_report_head_title(const struct mb_lines *lines, const struct mb_looks *looks,
                     const struct mb_part *part, guint *first, guint *end)
{
	guint limit = limit_of(part), i, k;
	gboolean author = FALSE, value = FALSE;
	float best = -1;

	for (i = part->first; i < limit; i = k) {
		enum head_line kind = line_of(lines, looks, i);
		float score;

		k = i + 1;
		if (kind == HEAD_BODY)
			break;
		if (kind == HEAD_TITLE && !value) {
			while (k < MIN(limit, i + MAX_TITLE) &&
			       line_of(lines, looks, k) == HEAD_TITLE &&
			       goes_on(lines, looks, k))
				k++;
			score = score_of(lines, looks, i, author);
			if (score > best) {
				best = score;
				*first = i;
				*end = k;
			}
		}
		if (kind == HEAD_SKIP)
			continue;
		value = (kind == HEAD_LABEL || kind == HEAD_AUTHOR) &&
		        wants_value(mb_looks_at(looks, i));
		author = kind == HEAD_AUTHOR;
	}
	return best >= 0;
}
