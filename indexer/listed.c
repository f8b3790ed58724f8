#include "config.h"

#include "indexer/listed.h"

#include <string.h>

#include "base/date.h"
#include "indexer/patterns.h"
#include "indexer/titles.h"

/* "12/03/2024 - MARKET SQUARE - PAVING ref: 812  For Determination" */
static const char decision[] =
    "^(\\d\\d/\\d\\d/\\d{4}) - (\\S.*?) +ref: (\\d{1,9})\\b";

/* "Meeting: 14/05/2024 - Audit Committee (Item 31)" */
static const char meeting[] =
    "^Meeting: (\\d\\d/\\d\\d/\\d{4}) - (\\S.*?)(?: \\(Item "
    "([0-9A-Za-z./]{1,12}?)\\.?\\))?$";

/* "Meeting of Harbour Committee, Tuesday, 12th March, 2024 10.00 am (Item 7.)"
 */
static const char meeting_behind[] =
    "^Meeting(?: of|:) ([^,\\d]{4,120}), ([^(]{8,60}?)(?: \\(Item "
    "([0-9A-Za-z./]{1,12}?)\\.?\\))$";

static guint32
date_of(const GMatchInfo *info, gint group)
{
	g_autofree char *text = g_match_info_fetch(info, group);
	struct mb_date_hit hit;

	return mb_date_find(text, 0, &hit) && mb_date_valid(hit.ymd) ? hit.ymd
	                                                             : 0;
}

static void
read_decision(const GMatchInfo *info, struct mb_listed *listed)
{
	listed->title = g_match_info_fetch(info, 2);
	listed->number = g_match_info_fetch(info, 3);
}

/* @group is the one with the committee's name. */
static void
read_meeting(const GMatchInfo *info, gint group, struct mb_listed *listed)
{
	g_autofree char *name = g_match_info_fetch(info, group);
	g_autofree char *number = g_match_info_fetch(info, 3);

	listed->committee = mb_titles_committee(name);
	if (number && *number)
		listed->number = g_steal_pointer(&number);
}

gboolean
mb_listed_read(const struct mb_line *line, struct mb_listed *listed)
{
	static GRegex *decision_re, *meeting_re, *behind_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autoptr(GMatchInfo) other = NULL;
	g_autoptr(GMatchInfo) behind = NULL;
	const char *text = line->text;

	memset(listed, 0, sizeof(*listed));
	/* Cheap: each line is asked. */
	if (!g_ascii_isdigit(*text) && !g_str_has_prefix(text, "Meeting"))
		return FALSE;
	if (g_regex_match(mb_regex_once(&decision_re, decision, 0), text, 0,
	                  &info)) {
		listed->date_ymd = date_of(info, 1);
		read_decision(info, listed);
	} else if (g_regex_match(mb_regex_once(&meeting_re, meeting, 0), text,
	                         0, &other)) {
		listed->date_ymd = date_of(other, 1);
		read_meeting(other, 2, listed);
	} else if (g_regex_match(mb_regex_once(&behind_re, meeting_behind, 0),
	                         text, 0, &behind)) {
		listed->date_ymd = date_of(behind, 2);
		read_meeting(behind, 1, listed);
	}
	if (listed->date_ymd)
		return TRUE;
	mb_listed_clear(listed);
	return FALSE;
}

void
mb_listed_clear(struct mb_listed *listed)
{
	g_free(listed->committee);
	g_free(listed->number);
	g_free(listed->title);
	memset(listed, 0, sizeof(*listed));
}

gsize
mb_listed_skip(const struct mb_line *title, const char *number)
{
	gsize n = number ? strlen(number) : 0;

	if (!n || !g_str_has_prefix(title->text, number))
		return 0;
	n += strspn(title->text + n, ".");
	return title->text[n] == ' ' ? n + strspn(title->text + n, " ") : 0;
}
