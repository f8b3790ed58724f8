#include "indexer/link-finder.h"

#include <string.h>

#include "base/date.h"
#include "indexer/patterns.h"

/* Lines of a part that are read for the date of the meeting before. */
#define PREVIOUS_MAX_LINES 600

static GRegex *month_re, *previous_re;

/* "Minutes of the Council held on 3 March", "MINUTES dated 3 March", "Minutes
 * of the March meeting": when that was, if it is earlier than the item's
 * meeting;
 * @next is the line below, @third the one below that, which may begin with the
 * date when the name is long.  0 when the line does not tell. */
static guint32
date_of_minutes(const struct mb_link_finder *f, const char *text,
                const char *next, const char *third)
{
	static GRegex *minutes_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *two = NULL;
	struct mb_date_hit hit;
	guint32 ymd = 0;
	gint at;

	if ((!strstr(text, "inutes") && !strstr(text, "INUTES")) ||
	    !g_regex_match(mb_regex_once(&minutes_re,
	                                 "\\bminutes(?: (?:of|from|dated|for|"
	                                 "held)\\b| ?[-–:(])",
	                                 G_REGEX_CASELESS),
	                   text, 0, &info))
		return 0;
	g_match_info_fetch_pos(info, 0, &at, NULL);
	two = g_strconcat(text + at, " ", next, NULL);
	if (mb_date_find(two, 0, &hit) && hit.start < 200)
		ymd = mb_link_complete(f, hit.ymd, TRUE);
	else if (at == 0 && mb_date_find(third, 0, &hit) && hit.start < 12)
		ymd = hit.ymd;
	else if (g_regex_match(mb_regex_once(&month_re,
	                                     "^minutes of the " MB_RE_MONTH
	                                     " meeting",
	                                     G_REGEX_CASELESS),
	                       two, 0, NULL))
		ymd = mb_link_complete(f, mb_link_month(two), TRUE);
	/* "Minutes – May 2020" in May are this meeting's own. */
	if (!ymd || !f->date_ymd || ymd >= f->date_ymd ||
	    (ymd % 100 == 0 && ymd / 100 == f->date_ymd / 100))
		return 0;
	return ymd;
}

/* The month that a row of an action tracker is from: "11.17.07 | The Clerk to
 * …", "Convenor’s report (March) | …"; 0 when it does not tell. */
static guint32
month_of_row(const struct mb_link_finder *f, const struct mb_line *line)
{
	static GRegex *only_re;
	const char *cell =
	    line->cells && line->cells[0] ? line->cells[0] : line->text;
	g_autofree char *number = g_strndup(cell, strcspn(cell, " |"));
	guint32 month = mb_link_month_of_number(number);
	const char *open = strrchr(cell, '(');

	if (month || line->kind != MB_LINE_ROW || !open)
		return month;
	if (!g_regex_match(mb_regex_once(&only_re,
	                                 "^\\(" MB_RE_MONTH "(?: 20\\d{2})?\\)",
	                                 G_REGEX_CASELESS),
	                   open, 0, NULL))
		return 0;
	return mb_link_complete(f, mb_link_month(open), TRUE);
}

/* The newest month that actions of the part are from: nobody sets an action but
 * at a meeting, so that is when the last one was. */
static guint32
newest_action(const struct mb_link_finder *f, guint from, guint end)
{
	guint32 newest = 0;

	for (guint i = from; i < end; i++) {
		guint32 month = month_of_row(f, mb_lines_at(f->lines, i));

		if (month > newest && month / 100 < f->date_ymd / 100)
			newest = month;
	}
	/* It may have been set long ago. */
	return newest / 10000 + 1 >= f->date_ymd / 10000 ? newest : 0;
}

static const char *
text_of(const struct mb_lines *lines, guint i, guint end)
{
	return i < end ? mb_lines_at(lines, i)->text : "";
}

guint32
mb_link_previous(const struct mb_link_finder *f)
{
	const struct mb_part *part = f->draft->part;
	guint from, end;

	if (!part)
		return 0;
	from = part->first > 60 ? part->first - 60 : 0;
	end = MIN(f->lines->lines->len, part->first + PREVIOUS_MAX_LINES);
	for (guint i = from; i < end; i++) {
		const struct mb_line *line = mb_lines_at(f->lines, i);
		guint32 ymd =
		    line->furniture
			? 0
			: date_of_minutes(f, line->text,
		                          text_of(f->lines, i + 1, end),
		                          text_of(f->lines, i + 2, end));

		if (ymd)
			return ymd;
	}
	return newest_action(f, part->first, end);
}

static const char previous[] =
    "(?:\\b(?<!\\bbe )(?<!\\bwas )(?<!\\bis "
    ")(?:the|our|its|this)|^(?:(?:to|receive|approv(?:e|al)|agree|confirm|"
    "consider|adopt(?:ion)?|sign|review|and|&|draft|of),? )*minutes "
    "(?:of|from)) "
    "(?:previous|last) "
    "(?:(?:council|committee|"
    "community|parish|pc|cc|town|board|full|ordinary|monthly|regular) "
    "){0,2}(?:meeting|minutes)\\b"
    "(?! of (?:the|this) (?:municipal |civic )?year)|"
    "^(?:(?:to|approv(?:e|al)|agree|agreement|confirm|confirmation|adoption|"
    "review|and|of|the) ){0,4}(?:previous|last) (?:meeting|minutes)\\b|\\bfrom "
    "(?:the "
    ")?(?:previous|last) meeting\\b|"
    "\\barising (?:from|out of) (?:the )?(?:previous |draft )?minutes\\b|"
    "\\b(?:at|from|of|since) last month[’']s meeting\\b|"
    "(?<!no )\\b(?:matters|actions|business) arising\\b|\\bminutes of "
    "the " MB_RE_MONTH " meeting\\b";

void
mb_links_back_previous(struct mb_link_finder *f, const char *s,
                       gboolean heading)
{
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *what = NULL;
	gboolean arises = strstr(s, "rising from") != NULL;
	guint32 ymd;
	gint start, end;

	if (!strstr(s, "revious") && !strstr(s, "ast ") &&
	    !strstr(s, "rising") && !strstr(s, "REVIOUS") &&
	    !strstr(s, "RISING") && !strstr(s, "INUTES") && !strstr(s, "AST "))
		return;
	if (!g_regex_match(
		mb_regex_once(&previous_re, previous, G_REGEX_CASELESS), s, 0,
		&info))
		return;
	g_match_info_fetch_pos(info, 0, &start, &end);
	if (start > 6 && g_str_has_prefix(s + start - 6, "since "))
		return;
	ymd = mb_link_previous(f);
	for (guint i = 0; i < f->draft->item->refs->len; i++) {
		const struct mb_ref *r =
		    g_ptr_array_index(f->draft->item->refs, i);

		/* The sentence that gives its date has told it already; what
		 * arises from the minutes is another matter. */
		if (r->dir == MB_REF_BACK && (r->date_ymd || !ymd) &&
		    (heading || !arises || f->n_arising++))
			return;
	}
	if (!ymd && !heading && !strstr(s, "inutes"))
		return;
	what = mb_link_words(s, (gsize)start, (gsize)end);
	if (arises && f->n_arising)
		mb_item_add_ref(f->draft->item, MB_REF_BACK, ymd, NULL, what);
	else
		mb_link_add_back(f, ymd, NULL, what);
}

void
mb_links_back_agreed(struct mb_link_finder *f, const char *text)
{
	static GRegex *agreed_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *what = NULL;
	gint start, end;

	for (guint i = 0; i < f->draft->item->refs->len; i++) {
		const struct mb_ref *r =
		    g_ptr_array_index(f->draft->item->refs, i);

		if (r->dir == MB_REF_BACK)
			return;
	}
	if (!g_regex_match(
		mb_regex_once(
		    &agreed_re,
		    "(?:\\bthe |^|\\. )(?:draft |above |circulated )?minutes"
		    "(?:,? (?:as |which )?[\\w ,-]{0,60})? "
		    "(?:were|was|be|are|as|having been|had been) "
		    "[^.;]{0,80}?\\b(?:true|correct|accurate|approved|agreed|"
		    "adopted|accepted|confirmed|signed|taken as read)\\b|"
		    /* below "Minutes": "These were moved as correct" */
		    "^(?:these|they) (?:were|had been) [^.;]{0,40}?\\b(?:true|"
		    "correct|accurate|approved|agreed|adopted|accepted|"
		    "confirmed|signed|taken as read)\\b|"
		    /* "Motion to approve the minutes as sent" */
		    "\\b(?:approv|adopt|accept|confirm)(?:e|ed|al of)? the "
		    "(?:draft |above |circulated )?minutes\\b",
		    G_REGEX_CASELESS | G_REGEX_MULTILINE),
		text, 0, &info))
		return;
	g_match_info_fetch_pos(info, 0, &start, &end);
	what = mb_link_words(text, (gsize)start, (gsize)end);
	mb_link_add_back(f, mb_link_previous(f), NULL, what);
}
