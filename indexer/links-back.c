#include "indexer/link-finder.h"

#include <string.h>

#include "base/date.h"
#include "indexer/earlier-words.h"
#include "indexer/probe.h"
#include "indexer/patterns.h"

/* The day that stands before bytes *@at of @s and is joined to them: "14th and
 * ", or, behind another such, "13th, "; *at is then where it begins.  0 for
 * none.
 */
static guint
read_day_before(const char *s, gsize *at, gboolean more)
{
	static GRegex *joined_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *before = g_strndup(s, *at);
	g_autofree char *join = NULL;
	g_autofree char *day = NULL;
	gint start;

	if (!g_regex_match(
		mb_regex_once(&joined_re,
	                      "(?<![\\d.,/£$-])(\\d{1,2})(?:st|nd|rd|th)?"
	                      "(,? and |,? & |, )$",
	                      G_REGEX_CASELESS),
		before, 0, &info))
		return 0;
	join = g_match_info_fetch(info, 2);
	if (!more && g_str_equal(join, ", "))
		return 0;
	day = g_match_info_fetch(info, 1);
	g_match_info_fetch_pos(info, 1, &start, NULL);
	*at = (gsize)start;
	return (guint)g_ascii_strtoull(day, NULL, 10);
}

/* "held on 27 and 29 January", "on 13th, 14th and 17th May": the days that have
 * no month of their own. */
static void
add_days_before(struct mb_link_finder *f, const char *s,
                const struct mb_date_hit *hit, guint32 ymd)
{
	gsize at = hit->start;
	gboolean more = FALSE;
	guint day;

	while (ymd % 100 && (day = read_day_before(s, &at, more)) > 0) {
		guint32 other = mb_date_make(ymd / 10000, ymd / 100 % 100, day);
		g_autofree char *what = NULL;

		if (!other || !mb_link_is_earlier(f, other))
			return;
		what = mb_link_words(s, at, hit->end);
		mb_link_add_back(f, other, NULL, what);
		more = TRUE;
	}
}

/* "the December 17 and 19, 2024 meetings": the day that has no month of its own
 * stands behind. */
static void
add_day_behind(struct mb_link_finder *f, const char *s,
               const struct mb_date_hit *hit, guint32 ymd)
{
	static GRegex *behind_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *day = NULL;
	g_autofree char *year = NULL;
	g_autofree char *what = NULL;

	if (hit->ymd >= 10000 || ymd % 100 == 0 ||
	    !g_regex_match(mb_regex_once(&behind_re,
	                                 "^ (?:and|&) (\\d{1,2})(?:st|nd|rd|"
	                                 "th)?,? ((?:19|20)\\d\\d)\\b",
	                                 0),
	                   s + hit->end, 0, &info))
		return;
	day = g_match_info_fetch(info, 1);
	year = g_match_info_fetch(info, 2);
	ymd = mb_date_make((guint)g_ascii_strtoull(year, NULL, 10),
	                   ymd / 100 % 100,
	                   (guint)g_ascii_strtoull(day, NULL, 10));
	if (!ymd || !mb_link_is_earlier(f, ymd))
		return;
	what = mb_link_words(s, hit->start, hit->end);
	mb_link_add_back(f, ymd, NULL, what);
}

/* "Item 4c Minutes dated 12 June": the date belongs to the number, unless those
 * minutes are approved in the same breath. */
static gboolean
is_of_number(const struct mb_item *item, const char *before, const char *behind,
             guint32 ymd)
{
	static GRegex *whole_re, *agreed_re;

	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);

		if (r->dir == MB_REF_BACK && r->number && r->date_ymd == ymd)
			return !mb_regex_in(
				   &whole_re,
				   "\\b(?:approv|confirm|adopt|correct|"
				   "agree|accept|sign|held)",
				   before) &&
			       !mb_regex_in(
				   &agreed_re,
				   "^(?: (?:meeting|minutes))? (?:were|was|be) "
				   "(?:then |duly |also )?(?:approv|confirm|"
				   "adopt|agree|accept|sign)",
				   behind);
	}
	return FALSE;
}

/* "on December 7, 2021 and August 2, 2022": the second is what the first is. */
static gboolean
goes_on(const char *s, gsize from, gsize to)
{
	static GRegex *and_re;
	g_autofree char *between = g_strndup(s + from, to - from);

	return mb_regex_in(
	    &and_re,
	    "^,? ?(?:and|&|,)(?: on| the| of)* "
	    "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$",
	    between);
}

/* Whether a date is that of an earlier meeting, @before and @behind it. */
static gboolean
is_of_meeting(const struct mb_link_finder *f, guint32 ymd, const char *before,
              const char *behind)
{
	if (ymd / 100 == f->date_ymd / 100 && ymd % 100 == 0 &&
	    mb_says_to_come(before))
		return FALSE;
	if (mb_says_next_meeting(before))
		return FALSE;
	return mb_says_earlier_meeting(before) ||
	       mb_says_meeting_behind(behind) ||
	       mb_says_met_behind(before, behind);
}

/* "Meeting dates for 2016 - 21 Jan, 17 Mar, 19 May": when they are to meet. */
static gboolean
is_calendar(const char *s)
{
	static GRegex *calendar_re;

	return strstr(s, "ates") &&
	       mb_regex_in(&calendar_re,
	                   "^\\W*(?:\\w{1,4}[.)] )?(?:(?:the|proposed|"
	                   "provisional|future|council|committee|"
	                   "parish|town|community|board|full) ){0,3}"
	                   "(?:meeting dates|dates (?:of|for) (?:the |next |"
	                   "future |all |council |committee |ordinary |"
	                   "parish |town |community |board |full |"
	                   "year[’']?s ){0,4}meetings)\\b"
	                   "(?! (?:were|was|have|had|held)\\b)",
	                   s);
}

void
mb_links_back_dates(struct mb_link_finder *f, const char *s)
{
	struct mb_date_hit hit;
	gsize at = 0, meeting = 0; /* the end of the last meeting's date */

	if (!strpbrk(s, "0123456789") || is_calendar(s))
		return;
	while (mb_date_find(s, at, &hit)) {
		gsize from = hit.start > 250 ? hit.start - 250 : 0;
		g_autofree char *before = NULL;
		g_autofree char *number = NULL;
		g_autofree char *what = NULL;
		guint32 ymd = mb_link_complete(f, hit.ymd, TRUE);

		at = MAX(hit.end, at + 1);
		while (from < hit.start && (s[from] & 0xC0) == 0x80)
			from++;
		before = g_strndup(s + from, hit.start - from);
		if (!ymd || !mb_link_is_earlier(f, ymd))
			continue;
		number = mb_link_number_beside(before, s + hit.end);
		if (!number && !is_of_meeting(f, ymd, before, s + hit.end) &&
		    !(meeting && goes_on(s, meeting, hit.start)))
			continue;
		meeting = hit.end;
		if (!number &&
		    is_of_number(f->draft->item, before, s + hit.end, ymd))
			continue;
		what = mb_link_words(s, hit.start, hit.end);
		if (!number)
			add_days_before(f, s, &hit, ymd);
		mb_link_add_back(f, ymd, number, what);
		if (!number)
			add_day_behind(f, s, &hit, ymd);
	}
}

/* What is told of a month's meeting: when it was, and its month and year. */
static const char of_month[] =
    "(?|(?:\\b(?:agreed|decided|discussed|raised|reported|made|approved|"
    "authori[sz]ed|noted|"
    "considered|proposed|requested|asked|minutes|arising|deferred|held "
    "over|postponed|adjourned|outstanding|continued|(?:carried|rolled|"
    "brought) (?:over|forward))\\b"
    "(?:(?! to )[^,;.]){0,50}?\\b(?:at|of|from|in|by) |"
    "\\b(?:following|further to|since(?= the)) |(?:^|, |\\()(?:at|after|from) )"
    "(?:the |our |its |a )?(?|(" MB_RE_MONTH ")(?:[’']s)?(?: (20\\d{2}))? "
    "(?:[\\w’'-]+ ){0,2}?(?:meeting|workshop|hearing|seminar|briefing)\\b|"
    "(?:[\\w’'-]+ ){0,6}?(?:meeting|"
    "committee|board|cabinet|council|panel|scrutiny|forum) (?:held )?in "
    "(" MB_RE_MONTH ")\\b(?: (20\\d{2}))?)|"
    /* "the minutes for the July meeting" */
    "\\bminutes for (?:the )?(" MB_RE_MONTH ")(?: (20\\d{2}))? "
    "(?:[\\w’'-]+ ){0,2}?meeting\\b|"
    /* "the January meeting minutes" */
    "\\b(" MB_RE_MONTH ")(?: (20\\d{2}))? meeting minutes\\b|"
    /* "approve the July board minutes" */
    "\\b(?:approv|adopt|accept|agree|confirm|sign|receiv|amend)\\w*(?: of)? "
    "(?:the )?(" MB_RE_MONTH ")(?: (20\\d{2}))? (?:[\\w’'-]+ ){0,2}?minutes\\b|"
    "\\bthe (" MB_RE_MONTH ")(?: (20\\d{2}))? (?:[\\w’'-]+ ){0,2}?minutes "
    "(?:were|was|be|are|as)\\b|"
    /* "a talk, deferred from December" */
    "\\b(?:deferred|adjourned|postponed|held over|(?:carried|brought|"
    "rolled) (?:forward|over)) from (?:the )?(" MB_RE_MONTH ")\\b"
    "(?: (20\\d{2}))?|"
    /* "the public hearing that was held in January" */
    "\\b(?:meeting|hearing|workshop|seminar|visit|briefing|agm|inquiry)\\b"
    "(?: (?:that|which) was| was|,)? held in (" MB_RE_MONTH
    ")\\b(?: (20\\d{2}))?)";

/* "would be considered by Full Council in February" */
static gboolean
is_to_be(const char *s, gsize start)
{
	static GRegex *be_re;
	g_autofree char *before = g_strndup(s, start);

	return mb_regex_in(&be_re,
	                   "\\b(?:will|would|shall|should|could|to) "
	                   "(?:also |then )?be $",
	                   before);
}

/* "as agreed at the May meeting", "the minutes of the June meeting", "agreed at
 * the December 2017 meeting", "following the meeting in August": a meeting that
 * is past, by its month. */
void
mb_links_back_months(struct mb_link_finder *f, const char *s)
{
	static GRegex *meeting_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_auto(mb_probe) probe;

	mb_probe_init(&probe, s);
	if (!mb_probe_month(&probe) ||
	    !mb_probe_any(&probe, "meeting|minutes|workshop|hearing|seminar|"
	                          "visit|briefing|agm|inquiry|committee|board|"
	                          "cabinet|council|panel|scrutiny|forum| from"))
		return;
	g_regex_match(mb_regex_once(&meeting_re, of_month, G_REGEX_CASELESS), s,
	              0, &info);
	for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
		g_autofree char *month = g_match_info_fetch(info, 1);
		g_autofree char *year = g_match_info_fetch(info, 2);
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
		if (is_to_be(s, (gsize)start))
			continue;
		what = mb_link_words(s, (gsize)start, (gsize)end);
		mb_link_add_back(f, ymd, NULL, what);
	}
}
