#include "indexer/meeting-sorts.h"

#include <string.h>

/* Does the name of what meets, or of its council, hold one of @kinds, which are
 * in small letters? */
static gboolean
is_called(const struct mb_meeting *meeting, const char *const *kinds)
{
	g_autofree char *name = NULL, *low = NULL;

	if (!meeting)
		return FALSE;
	name = g_strdup_printf("%s, %s",
	                       meeting->committee ? meeting->committee : "",
	                       meeting->council ? meeting->council : "");
	low = g_utf8_strdown(name, -1);
	for (guint i = 0; kinds[i]; i++)
		if (strstr(low, kinds[i]))
			return TRUE;
	return FALSE;
}

/* A council so small that who attends it, and is no member and no clerk, is its
 * public. */
gboolean
mb_meeting_is_small(const struct mb_meeting *meeting)
{
	static const char *const kinds[] = { "parish", "community council",
		                             "town council", NULL };

	return is_called(meeting, kinds);
}

/* Boards on which councillors sit beside landowners, heads of schools, doctors
 * and the like; but a "Partnerships Committee" is one of councillors about
 * them.
 */
gboolean
mb_meeting_is_mixed(const struct mb_meeting *meeting)
{
	static const char *const kinds[] = { "forum",
		                             "integration joint board",
		                             "drainage board",
		                             "wellbeing board",
		                             "well-being board",
		                             "partnership",
		                             "pension board",
		                             "religious education",
		                             "sacre",
		                             NULL };

	return is_called(meeting, kinds) &&
	       !(meeting->committee &&
	         (g_str_has_suffix(meeting->committee, "ommittee") ||
	          g_str_has_suffix(meeting->committee, "OMMITTEE")));
}
