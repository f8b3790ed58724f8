#include "query/status.h"

#include <string.h>

#include "base/date.h"

/* Matches @pattern in @text, without regard to capitals; compiled once. */
static gboolean
says(GRegex **regex, const char *pattern, const char *text)
{
	if (*regex == NULL)
		*regex = g_regex_new(
		    pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
	return g_regex_match(*regex, text, 0, NULL);
}

/* "Not completed", "to be completed by June", "Being done 31/3/23". */
static const char not_yet[] =
    "\\b(?:not|in|un|yet|awaiting|until|when|once)[ -]?(?:yet )?"
    "(?:been )?(?:fully )?(?:complete|closed|done|actioned)"
    "|\\b(?:to|will|can|should|must|cannot) be "
    "(?:fully )?(?:complete|closed|done|actioned)"
    "|\\bbeing (?:complete|closed|done|actioned)"
    "|\\bpart(?:ly|ially)[ -](?:complete|closed|done)";

/* "ACTION CLOSED", "Completed", "Sign completed. Action closed", "Done". */
static const char done[] =
    "\\baction(?:s)? (?:now )?(?:closed|complete[d]?|discharged)\\b"
    "|\\b(?:closed|completed|discharged|actioned)\\b|\\bcomplete\\b"
    "|^\\W*done\\b|\\bno further action\\b|\\bitem closed\\b"
    "|\\bhas been (?:repaired|carried out|installed|removed|replaced|"
    "resolved|submitted|circulated)\\b";

/* "Emailed to Members on 8th February 2023", "Letter forwarded to the
 * Chancellor of the Exchequer on 14th February 2023", "Email response to
 * Members on 9 th February 2023": told, with the day on which it was. */
static const char told[] =
    "^\\W*(?:e-?mail(?:ed| sent| response)|letter (?:sent|forwarded|issued)|"
    "sent|circulated|issued|forwarded|reported|submitted)\\b.*\\bon \\d";

gboolean
mb_status_is_closed(const char *status, enum mb_confidence *confidence)
{
	static GRegex *not_yet_re, *done_re, *told_re;

	*confidence = MB_CONFIDENCE_POSSIBLE;
	if (status == NULL || says(&not_yet_re, not_yet, status))
		return FALSE;
	if (says(&done_re, done, status)) {
		*confidence = MB_CONFIDENCE_CERTAIN;
		return TRUE;
	}
	if (says(&told_re, told, status)) {
		*confidence = MB_CONFIDENCE_LIKELY;
		return TRUE;
	}
	return FALSE;
}

/* A date that is printed without a year is the next such day. */
static guint32
make_whole(guint32 ymd, guint32 held)
{
	if (ymd == 0 || ymd / 10000 != 0)
		return ymd;
	if (held == 0)
		return 0;
	ymd += held / 10000 * 10000;
	return ymd + (ymd % 100 == 0 ? 99 : 0) < held ? ymd + 10000 : ymd;
}

static guint32
date_in(const char *text, guint32 held)
{
	struct mb_date_hit hit;

	return mb_date_find(text, 0, &hit) ? make_whole(hit.ymd, held) : 0;
}

guint32
mb_status_due(const struct mb_item *row)
{
	const struct mb_action *action;
	g_autofree char *low = NULL;
	const char *due;

	if (row->actions->len == 0)
		return 0;
	action = g_ptr_array_index(row->actions, 0);
	if (action->due != NULL)
		return date_in(action->due, row->date_ymd);
	if (action->status == NULL)
		return 0;
	low = g_utf8_strdown(action->status, -1);
	due = strstr(low, "due ");
	if (due == NULL)
		due = strstr(low, "by the end of ");
	return due != NULL ? date_in(due, row->date_ymd) : 0;
}
