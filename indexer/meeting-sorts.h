/* meeting-sorts: who sits on a body, as far as its name tells.
 * In: struct mb_meeting (meetings.h).  Called by rolls.c. */
#ifndef MB_INDEXER_MEETING_SORTS_H
#define MB_INDEXER_MEETING_SORTS_H

#include "indexer/meetings.h"

/* A council so small that who attends it, and is no member and no clerk, is its
 * public. */
gboolean mb_meeting_is_small(const struct mb_meeting *meeting);

/* Boards on which councillors sit beside landowners, heads of schools, doctors
 * and the like. */
gboolean mb_meeting_is_mixed(const struct mb_meeting *meeting);

#endif
