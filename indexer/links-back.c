#include "indexer/link-finder.h"

#include <string.h>

#include "base/date.h"
#include "indexer/earlier-words.h"
#include "indexer/later-words.h"
#include "indexer/patterns.h"

/* An action that is carried on is no older than this. */
#define ORIGIN_MAX_YEARS 5
/* What a table of actions holds stands within so many lines above a row of it,
 * and is no longer than this. */
#define TABLE_MAX_LINES       200
#define TABLE_TITLE_MAX_BYTES 80

static GRegex *number_re;

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
		    (ymd / 100 == f->date_ymd / 100 && ymd % 100 == 0 &&
		     mb_says_to_come(before)) ||
		    (!mb_says_earlier_meeting(before) &&
		     !mb_says_meeting_behind(s + hit.end)) ||
		    is_of_number(f->draft->item, before, ymd))
			continue;
		what = mb_link_words(s, hit.start, hit.end);
		add_day_before(f, s, &hit, ymd);
		mb_link_add_back(f, ymd, NULL, what);
	}
}

/* What is told of a month's meeting: when it was, and its month and year. */
static const char of_month[] =
    "(?:\\b(?:agreed|decided|discussed|raised|reported|made|approved|"
    "considered|proposed|requested|asked|minutes|arising)\\b"
    "(?:(?! to )[^,;.]){0,50}?\\b(?:at|of|from|in|by) |"
    "\\b(?:following|further to) |(?:^|, )(?:at|after|from) )"
    "(?:the |our |its |a )?(?|(" MB_RE_MONTH ")(?:[’']s)?(?: (20\\d{2}))? "
    "(?:[\\w’'-]+ ){0,2}?meeting\\b|(?:[\\w’'-]+ ){0,6}?(?:meeting|"
    "committee|board|cabinet|council|panel|scrutiny|forum) (?:held )?in "
    "(" MB_RE_MONTH ")\\b(?: (20\\d{2}))?)|"
    /* "the public hearing that was held in January" */
    "\\b(?:meeting|hearing|workshop|seminar|visit|briefing|agm|inquiry)\\b"
    "(?: (?:that|which) was| was|,)? held in (?|(" MB_RE_MONTH
    ")\\b(?: (20\\d{2}))?)";

/* "as agreed at the May meeting", "the minutes of the June meeting", "agreed at
 * the December 2017 meeting", "following the meeting in August": a meeting that
 * is past, by its month. */
void
mb_links_back_months(struct mb_link_finder *f, const char *s)
{
	static GRegex *meeting_re;
	g_autoptr(GMatchInfo) info = NULL;

	if (!mb_may_name_month(s))
		return;
	g_regex_match(mb_regex_once(&meeting_re, of_month, G_REGEX_CASELESS), s,
	              0, &info);
	for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
		g_autofree char *first = g_match_info_fetch(info, 1);
		gboolean held = !first || !*first;
		g_autofree char *month =
		    held ? g_match_info_fetch(info, 3) : g_strdup(first);
		g_autofree char *year = g_match_info_fetch(info, held ? 4 : 2);
		g_autofree char *title = NULL;
		g_autofree char *what = NULL;
		guint32 ymd;
		gint start, end;

		title = g_ascii_strdown(month, -1);
		*title = g_ascii_toupper(*title);
		ymd = mb_link_month(title);
		if (year)
			ymd +=
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

/* --- back: where an action is from --------------------------------------- */

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

/* "TB/58 29/04/25 Night buses": behind the number, the meeting that set it.
 * FALSE when no date stands there. */
static gboolean
origin_of_line(struct mb_link_finder *f)
{
	const struct mb_line *line = mb_lines_at(f->lines, f->draft->head);
	const char *number = f->draft->item->number;
	struct mb_date_hit hit;
	gsize n = number ? strlen(number) : 0;
	guint32 ymd;

	if (!n || line->kind != MB_LINE_TEXT ||
	    !g_str_has_prefix(line->text, number) || line->text[n] != ' ' ||
	    !mb_date_find(line->text, n, &hit) || hit.start != n + 1)
		return FALSE;
	ymd = mb_link_complete(f, hit.ymd, TRUE);
	if (ymd && is_earlier(f, ymd) && !mb_link_knows(f, ymd / 100))
		mb_link_add_back(f, ymd, NULL, f->draft->item->title);
	return TRUE;
}

/* "Actions from last meeting" above the table that the row stands in. */
static gboolean
is_of_last_meeting(const struct mb_link_finder *f)
{
	static GRegex *table_re, *last_re;
	guint head = f->draft->head;
	guint stop = head > TABLE_MAX_LINES ? head - TABLE_MAX_LINES : 0;

	for (guint i = head; i-- > stop;) {
		const struct mb_line *line = mb_lines_at(f->lines, i);

		if (line->kind == MB_LINE_ROW || line->furniture ||
		    strlen(line->text) > TABLE_TITLE_MAX_BYTES ||
		    !mb_regex_in(
			&table_re,
			"^\\W*(?:\\w{1,4}[.)] )?(?:(?:new|current|open|"
			"outstanding|ongoing|completed|review of|update "
			"on|progress on|the) )*actions?\\b",
			line->text))
			continue;
		return mb_regex_in(&last_re,
		                   "\\b(?:from|of|at|since)\\b[^.]{0,20}\\b(?:"
		                   "last|previous)\\b",
		                   line->text);
	}
	return FALSE;
}

static void
origin_of_table(struct mb_link_finder *f)
{
	guint32 ymd;

	for (guint i = 0; i < f->draft->item->refs->len; i++) {
		const struct mb_ref *r =
		    g_ptr_array_index(f->draft->item->refs, i);

		if (r->dir == MB_REF_BACK)
			return;
	}
	ymd = is_of_last_meeting(f) ? mb_link_previous(f) : 0;
	if (ymd)
		mb_link_add_back(f, ymd, NULL, "actions from last meeting");
}

/* An action's number says when it was set, or its subject does, or what stands
 * above the table. */
void
mb_links_back_origin(struct mb_link_finder *f)
{
	const char *number = f->draft->item->number;
	guint32 ymd = number ? mb_link_month_of_number(number) : 0, last;
	g_autofree char *what = NULL;

	origin_of_title(f);
	if (!ymd && !origin_of_line(f))
		origin_of_table(f);
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
