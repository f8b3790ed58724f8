#include "indexer/link-finder.h"

#include <string.h>

#include "base/date.h"
#include "indexer/earlier-words.h"
#include "indexer/patterns.h"
#include "indexer/probe.h"

/* The numbers of minutes of earlier meetings, and the dates that go with them.
 */

/* "37", "20(3)", "PC.4", "SPR/019/22", "99/fa/94" */
#define CODE                                                                   \
	"((?:[a-z]{1,5}[ ./-]?)?\\d{1,4}(?:/[a-z]{1,5})?(?:[./-]\\d{1,4})*"    \
	"[a-z]?"                                                               \
	"(?:\\(\\w{1,4}\\)| \\([a-z]\\))*)"
#define NO "(?: ?(?:no\\.?|nos\\.?|number|ref(?:erence)?\\.?|item))?"
/* What may stand between a number and the date of its meeting. */
#define JOIN                                                                   \
	"(?: ?\\([^()]{1,60}\\)| ?[,:(–-])?"                                 \
	"(?: (?:of|in|from|at|on|dated|held|the|our|its|last|previous|"        \
	"special|minutes?|meeting|committee|council|cabinet|board)){0,7} "

/* "minute no. 37", "Min. 20(3)"; "Item 4c Minutes dated 12 June". */
static const char minute_number[] =
    "\\bmin(?:ute)?s?\\.?" NO " ?" CODE "(?= |$|[,.;:)])"
    "|\\bitem (?:no\\.? ?)?(\\d{1,3}[a-z]?(?:\\(\\w{1,4}\\))*),?(?: of| in| "
    "from)?(?: the| our)?(?: last| previous)? minutes\\b";

/* "Resolution 9.4 of 24 April", up to the date. */
static const char before_date[] =
    "\\b(?:min(?:ute)?|item|resolution|paragraph(?=[^.]{1,20} minutes? of))\\b"
    "\\.?" NO " ?" CODE JOIN "$";

/* "the March meeting (27/3/2018, item 9.1)", behind the date. */
static const char behind_date[] =
    "^[,:]? ?\\(?(?:agenda )?(?:min(?:ute)?|item|resolution)\\b\\.?" NO
    " ?" CODE "(?= |$|[,.;:)])";

char *
mb_link_number_beside(const char *before, const char *behind)
{
	static GRegex *before_re, *behind_re;
	g_autoptr(GMatchInfo) info = NULL;

	if (g_regex_match(
		mb_regex_once(&before_re, before_date, G_REGEX_CASELESS),
		before, 0, &info))
		return g_match_info_fetch(info, 1);
	g_clear_pointer(&info, g_match_info_unref);
	return g_regex_match(
		   mb_regex_once(&behind_re, behind_date, G_REGEX_CASELESS),
		   behind, 0, &info)
	           ? g_match_info_fetch(info, 1)
	           : NULL;
}

/* Whether the date @hit is of the minute whose number is bytes [start, end) of
 * @s: the sentence tells it before the number, joins it to it, or goes on to
 * the minutes of that date.  "Minute 18: the figures were sent on 20 May" does
 * none of these. */
static gboolean
is_of_minute(const char *s, const struct mb_date_hit *hit, gsize start,
             gsize end)
{
	static GRegex *join_re;
	g_autofree char *between = NULL;

	if (hit->start < end)
		return hit->end <= start;
	between = g_strndup(s + end, hit->start - end);
	return mb_regex_in(&join_re, "^" JOIN "?$", between) ||
	       (strstr(between, "inutes") && mb_says_earlier_meeting(between));
}

guint32
mb_link_date_beside(const struct mb_link_finder *f, const char *s, gsize start,
                    gsize end)
{
	struct mb_date_hit hit;
	guint32 found = 0;
	gsize at = 0;

	while (mb_date_find(s, at, &hit)) {
		guint32 ymd = mb_link_complete(f, hit.ymd, TRUE);

		if (ymd && mb_link_is_earlier(f, ymd) &&
		    is_of_minute(s, &hit, start, end))
			found = ymd;
		at = MAX(hit.end, at + 1);
	}
	return found;
}

/* Whether a number of a minute is of this meeting: who declared an interest
 * said in which, and "minute 10 above" is nearby. */
static gboolean
is_of_this_meeting(const struct mb_link_finder *f, const char *behind)
{
	static GRegex *here_re, *interest_re;
	const char *title = f->draft->item->title;

	return mb_regex_in(&here_re, "^ (?:above|below)\\b", behind) ||
	       (title && mb_regex_in(&interest_re, "\\binterests?\\b", title));
}

/* "As requested at the last meeting (minute 8 refers)", and what arises from
 * the minutes. */
static gboolean
is_of_last_meeting(const struct mb_link_finder *f, const char *s)
{
	static GRegex *last_re, *arising_re;
	const char *title = f->draft->item->title;

	return mb_regex_in(
		   &last_re,
		   "\\b(?:at|from|of) (?:the|our|its) (?:last|previous) "
		   "meeting\\b",
		   s) ||
	       (title && mb_regex_in(&arising_re, "\\barising\\b", title));
}

void
mb_links_back_numbers(struct mb_link_finder *f, const char *s)
{
	static GRegex *number_re;
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
		guint32 ymd;

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
		ymd = mb_link_date_beside(f, s, (gsize)start, (gsize)end);
		if (!ymd && is_of_this_meeting(f, s + end))
			continue;
		if (!ymd && is_of_last_meeting(f, s))
			ymd = mb_link_previous(f);
		what = mb_link_words(s, (gsize)start, (gsize)end);
		mb_link_add_back(f, ymd, number, what);
	}
}

/* "corrections in items 99 and 106", "alteration to 2409 re the budget",
 * "matters arising: on item 6": a minute of the minutes that are agreed, or one
 * more behind it. */
static const char amended_number[] =
    "(?:\\b(?:amend|correct|alter|chang|add|arising|typograph|error)[a-z]*\\b"
    "[^.;]{0,40}?\\bitems?(?: ?no\\.?)? |"
    "\\b(?:amendment|correction|alteration|change)s? (?:to|in) "
    "(?=\\d{3,4} (?:re|regarding|about|on)\\b)|"
    "(?!^)\\G(?:,| and|,? &) )(\\d{1,4}[a-z]?(?:\\.\\d{1,3})*)(?![\\w/])";

void
mb_links_back_amended(struct mb_link_finder *f, const char *s)
{
	static GRegex *amended_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_auto(mb_probe) probe;

	mb_probe_init(&probe, s);
	if (!mb_probe_any(&probe, "amend|correct|alter|chang|add|arising|"
	                          "typograph|error"))
		return;
	g_regex_match(
	    mb_regex_once(&amended_re, amended_number, G_REGEX_CASELESS), s, 0,
	    &info);
	for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
		g_autofree char *number = g_match_info_fetch(info, 1);
		g_autofree char *what = NULL;
		gint start, end;

		g_match_info_fetch_pos(info, 0, &start, &end);
		what = mb_link_words(s, (gsize)start, (gsize)end);
		mb_link_add_back(f, mb_link_previous(f), number, what);
	}
}
