#include "indexer/link-finder.h"

#include <string.h>

#include "base/date.h"
#include "indexer/earlier-words.h"
#include "indexer/patterns.h"

/* Lines of a part that are read for the date of the meeting before. */
#define PREVIOUS_MAX_LINES 600
/* An action that is carried on is no older than this. */
#define ORIGIN_MAX_YEARS 5

static GRegex *month_re, *number_re, *origin_re, *previous_re;

/* --- back: dates --------------------------------------------------------- */

static gboolean
is_earlier(const struct mb_link_finder *f, guint32 ymd)
{
	if (!f->date_ymd)
		return TRUE;
	if (ymd % 100 == 0)
		return ymd / 100 <= f->date_ymd / 100;
	return ymd < f->date_ymd;
}

/* "held on 27 and 29 January": the day that has no month of its own. */
static void
add_day_before(struct mb_link_finder *f, const char *s,
               const struct mb_date_hit *hit, guint32 ymd)
{
	const char *p = s + hit->start;
	guint day = 0, unit = 1;

	if (hit->start < 8 || ymd % 100 == 0)
		return;
	if (strncmp(p - 5, " and ", 5) == 0)
		p -= 5;
	else if (strncmp(p - 3, " & ", 3) == 0)
		p -= 3;
	else
		return;
	if (p - s > 4 && g_ascii_isalpha(p[-1]))
		p -= 2;
	while (p > s && g_ascii_isdigit(p[-1]) && unit <= 10) {
		p--;
		day += (guint)(*p - '0') * unit;
		unit *= 10;
	}
	/* "11th June 2020 and 14th September": a year, and no day. */
	if (p > s && g_ascii_isdigit(p[-1]))
		return;
	ymd = mb_date_make(ymd / 10000, ymd / 100 % 100, day);
	if (ymd && is_earlier(f, ymd)) {
		g_autofree char *what = mb_link_words(s, hit->start, hit->end);

		mb_link_add_back(f, ymd, NULL, what);
	}
}

/* "Item 4c Minutes dated 12 June": the date belongs to the number, unless those
 * minutes are approved in the same breath. */
static gboolean
is_of_number(const struct mb_item *item, const char *before, guint32 ymd)
{
	static GRegex *whole_re;

	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);

		if (r->dir == MB_REF_BACK && r->number && r->date_ymd == ymd)
			return !mb_regex_in(
			    &whole_re,
			    "\\b(?:approv|confirm|adopt|correct|"
			    "agree|accept|sign|held)",
			    before);
	}
	return FALSE;
}

void
mb_links_back_dates(struct mb_link_finder *f, const char *s)
{
	struct mb_date_hit hit;
	gsize at = 0;

	while (mb_date_find(s, at, &hit)) {
		gsize from = hit.start > 250 ? hit.start - 250 : 0;
		g_autofree char *before = NULL;
		g_autofree char *what = NULL;
		guint32 ymd = mb_link_complete(f, hit.ymd, TRUE);

		at = MAX(hit.end, at + 1);
		while (from < hit.start && (s[from] & 0xC0) == 0x80)
			from++;
		before = g_strndup(s + from, hit.start - from);
		if (!ymd || !is_earlier(f, ymd) ||
		    !mb_says_earlier_meeting(before) ||
		    is_of_number(f->draft->item, before, ymd))
			continue;
		what = mb_link_words(s, hit.start, hit.end);
		add_day_before(f, s, &hit, ymd);
		mb_link_add_back(f, ymd, NULL, what);
	}
}

/* "as agreed at the May meeting", "the minutes of the June meeting", "agreed at
 * the December 2017 meeting": a meeting that is past, by its month. */
void
mb_links_back_months(struct mb_link_finder *f, const char *s)
{
	static GRegex *meeting_re;
	g_autoptr(GMatchInfo) info = NULL;

	if (!strstr(s, "eeting") && !strstr(s, "EETING"))
		return;
	g_regex_match(
	    mb_regex_once(&meeting_re,
	                  "\\b(agreed|decided|discussed|raised|reported|made|"
	                  "approved|considered|proposed|minutes|arising)\\b"
	                  "(?:(?! to )[^,;.]){0,50}?\\b(?:at|of|from|in) "
	                  "(?:the |our |its "
	                  ")?(" MB_RE_MONTH
	                  ")(?: (20\\d{2}))? (?:[\\w’'-]+ ){0,2}?meeting\\b",
	                  G_REGEX_CASELESS),
	    s, 0, &info);
	for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
		g_autofree char *month = g_match_info_fetch(info, 2);
		g_autofree char *year = g_match_info_fetch(info, 3);
		g_autofree char *title = NULL;
		g_autofree char *what = NULL;
		guint32 ymd;
		gint start, end;

		title = g_ascii_strdown(month, -1);
		*title = g_ascii_toupper(*title);
		ymd = mb_link_month(title) +
		      (guint32)g_ascii_strtoull(year, NULL, 10) * 10000;
		ymd = mb_link_complete(f, ymd, TRUE);
		if (!ymd || !f->date_ymd || ymd / 100 >= f->date_ymd / 100 ||
		    mb_link_knows(f, ymd / 100))
			continue;
		g_match_info_fetch_pos(info, 0, &start, &end);
		what = mb_link_words(s, (gsize)start, (gsize)end);
		mb_link_add_back(f, ymd, NULL, what);
	}
}

/* --- back: minute numbers ------------------------------------------------ */

/* "minute no. 37", "Min. 20(3)"; "Item 4c Minutes dated 12 June". */
static const char minute_number[] =
    "\\bmin(?:ute)?s?\\.? ?(?:no\\.?|nos\\.?|number|ref(?:erence)?\\.?|"
    "item)? ?((?:[a-z]{1,5}[ /-]?)?\\d{1,4}(?:[./-]\\d{1,4})*[a-z]?"
    "(?:\\(\\w{1,4}\\))*)(?= |$|[,.;:)])"
    "|\\bitem (?:no\\.? ?)?(\\d{1,3}[a-z]?(?:\\(\\w{1,4}\\))*),?(?: of| in| "
    "from)?(?: the| our)?(?: last| previous)? minutes\\b";

/* The date that goes with a minute number: the first in the sentence. */
static guint32
date_beside(const struct mb_link_finder *f, const char *s)
{
	struct mb_date_hit hit;
	gsize at = 0;

	while (mb_date_find(s, at, &hit)) {
		guint32 ymd = mb_link_complete(f, hit.ymd, TRUE);

		if (ymd && is_earlier(f, ymd))
			return ymd;
		at = MAX(hit.end, at + 1);
	}
	return 0;
}

void
mb_links_back_numbers(struct mb_link_finder *f, const char *s)
{
	g_autoptr(GMatchInfo) info = NULL;

	if (!strstr(s, "inute") && !strstr(s, "INUTE") && !strstr(s, "in.") &&
	    !strstr(s, "Min "))
		return;
	g_regex_match(
	    mb_regex_once(&number_re, minute_number, G_REGEX_CASELESS), s, 0,
	    &info);
	for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
		gint start, end, at, group = g_match_info_get_match_count(info);
		g_autofree char *number = g_match_info_fetch(info, group - 1);
		g_autofree char *what = NULL;
		struct mb_date_hit hit;

		g_match_info_fetch_pos(info, 0, &start, &end);
		g_match_info_fetch_pos(info, group - 1, &at, NULL);
		/* "Minutes dated 12 June" */
		if (group == 2 && mb_date_find(s, (gsize)at, &hit) &&
		    hit.start < (gsize)end)
			continue;
		/* "minutes 15 seconds", "the minutes 2019": no number. */
		if (g_ascii_strtoull(number, NULL, 10) >= 1900 ||
		    g_str_has_prefix(s + end, " minutes"))
			continue;
		what = mb_link_words(s, (gsize)start, (gsize)end);
		mb_link_add_back(f, date_beside(f, s), number, what);
	}
}

/* --- back: the meeting before -------------------------------------------- */

guint32
mb_link_previous(const struct mb_link_finder *f)
{
	const struct mb_part *part = f->draft->part;
	guint end;

	if (!part)
		return 0;
	end = MIN(f->lines->lines->len, part->first + PREVIOUS_MAX_LINES);
	for (guint i = part->first > 60 ? part->first - 60 : 0; i < end; i++) {
		const char *text = mb_lines_at(f->lines, i)->text;
		g_autofree char *two = NULL;
		struct mb_date_hit hit;
		const char *at = strstr(text, "inutes of");

		if (!at)
			at = strstr(text, "INUTES OF");
		if (!at)
			continue;
		two = g_strconcat(
		    at, " ",
		    i + 1 < end ? mb_lines_at(f->lines, i + 1)->text : "",
		    NULL);
		if (mb_date_find(two, 0, &hit) && hit.start < 200) {
			guint32 ymd = mb_link_complete(f, hit.ymd, TRUE);

			if (ymd && f->date_ymd && ymd < f->date_ymd &&
			    is_earlier(f, ymd))
				return ymd;
		} else if (g_regex_match(
			       mb_regex_once(&month_re,
		                             "^inutes of the " MB_RE_MONTH
		                             " meeting",
		                             G_REGEX_CASELESS),
			       at, 0, NULL)) {
			guint32 ymd =
			    mb_link_complete(f, mb_link_month(at), TRUE);

			if (ymd && is_earlier(f, ymd))
				return ymd;
		}
	}
	return 0;
}

static const char previous[] =
    "(?:\\b(?:the|our|its|this)|^(?:(?:to|receive|approv(?:e|al)|agree|confirm|"
    "consider|adopt(?:ion)?|sign|review|and|&|draft|of),? )*minutes "
    "(?:of|from)) "
    "(?:previous|last) "
    "(?:(?:council|committee|"
    "community|parish|pc|cc|town|board|full|ordinary|monthly|regular) "
    "){0,2}(?:meeting|minutes)\\b"
    "(?! of (?:the|this) (?:municipal |civic )?year)|"
    "^(?:previous|last) (?:meeting|minutes)\\b|\\bfrom previous meeting\\b|"
    "\\barising (?:from|out of) (?:the )?(?:previous |draft )?minutes\\b|"
    "(?<!no )\\bmatters arising\\b|\\bminutes of the " MB_RE_MONTH
    " meeting\\b";

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

/* The month that an action's number names, as YYYYMM00: "Dec22.02",
 * "11.17.07" for November 2017; 0 for none. */
static guint32
month_of_number(const char *number)
{
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *month = NULL;
	g_autofree char *year = NULL;
	g_autofree char *text = NULL;
	struct mb_date_hit hit;
	guint64 value;

	if (!g_regex_match(
		mb_regex_once(&origin_re,
	                      "^(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|"
	                      "nov|dec|0[1-9]|1[0-2])(?:[a-z]* ?'?|\\.)"
	                      "(20\\d{2}|\\d{2})(?:\\b|\\.)",
	                      G_REGEX_CASELESS),
		number, 0, &info))
		return 0;
	month = g_match_info_fetch(info, 1);
	year = g_match_info_fetch(info, 2);
	value =
	    g_ascii_strtoull(year, NULL, 10) + (strlen(year) == 2 ? 2000 : 0);
	/* "11.17" alone is no month and year. */
	if (g_ascii_isdigit(*month))
		return strlen(number) < 7
		           ? 0
		           : (guint32)(value * 10000 +
		                       g_ascii_strtoull(month, NULL, 10) * 100);
	text = g_strdup_printf("%s %" G_GUINT64_FORMAT, month, value);
	return mb_date_find(text, 0, &hit) ? hit.ymd : 0;
}

/* "Convenor’s report (March) – gates" */
static gboolean
origin_of_month(struct mb_link_finder *f, const char *open)
{
	static GRegex *only_re;
	guint32 ymd;

	if (!g_regex_match(mb_regex_once(&only_re,
	                                 "^\\(" MB_RE_MONTH "(?: 20\\d{2})?\\)",
	                                 G_REGEX_CASELESS),
	                   open, 0, NULL))
		return FALSE;
	ymd = mb_link_complete(f, mb_link_month(open), TRUE);
	if (ymd && is_earlier(f, ymd) && ymd / 100 != f->date_ymd / 100 &&
	    !mb_link_knows(f, ymd / 100))
		mb_link_add_back(f, ymd, NULL, f->draft->item->title);
	return TRUE;
}

/* "Annual Report 2021 – 2022 (5 th September 2022)": the subject of an action
 * says at which meeting it was set. */
static void
origin_of_title(struct mb_link_finder *f)
{
	const char *title = f->draft->item->title;
	const char *open = title ? strrchr(title, '(') : NULL;
	g_autoptr(GString) date = NULL;
	struct mb_date_hit hit;
	guint32 ymd;

	if (open && origin_of_month(f, open))
		return;
	if (!open || !g_str_has_suffix(open, ")") || strlen(open) > 40)
		return;
	date = g_string_new(open + 1);
	g_string_replace(date, " th ", "th ", 1);
	g_string_replace(date, " st ", "st ", 1);
	g_string_replace(date, " nd ", "nd ", 1);
	g_string_replace(date, " rd ", "rd ", 1);
	if (!mb_date_find(date->str, 0, &hit) || hit.start > 12)
		return;
	ymd = mb_link_complete(f, hit.ymd, TRUE);
	if (ymd && is_earlier(f, ymd) && !mb_link_knows(f, ymd / 100))
		mb_link_add_back(f, ymd, NULL, date->str);
}

/* An action's number says when it was set, or its subject does. */
void
mb_links_back_origin(struct mb_link_finder *f)
{
	const char *number = f->draft->item->number;
	guint32 ymd = number ? month_of_number(number) : 0, last;
	g_autofree char *what = NULL;

	origin_of_title(f);
	if (!ymd || ymd / 100 >= f->date_ymd / 100 ||
	    ymd / 10000 + ORIGIN_MAX_YEARS < f->date_ymd / 10000)
		return;
	last = mb_link_previous(f);
	if (last / 100 == ymd / 100)
		ymd = last;
	what = g_strdup_printf("origin of action %s", number);
	mb_link_add_back(f, ymd, g_ascii_isdigit(*number) ? number : NULL,
	                 what);
}
