/* meeting-dates: the day of a meeting whose title does not tell all of it.
 * In: what the title told.  Out: the date put right, or found elsewhere.
 * Called by meetings.c. */
#ifndef MB_INDEXER_MEETING_DATES_H
#define MB_INDEXER_MEETING_DATES_H

#include "indexer/meetings.h"

/* Settle @meeting's date: a year that is left out or misprinted is told by the
 * weekday and by other dates; where there is no date, the running headers, the
 * document's title or the name of the file may have it.
 *   weak  the date of the title may be another than that of the meeting */
void mb_meeting_dates_settle(const struct mb_lines *lines, const char *path,
                             const struct mb_part *part, gboolean weak,
                             struct mb_meeting *meeting);

#endif
