/* report-meeting: the meeting that a report or decision notice is for.
 * In: a part of the paper.  Out: a meeting filled in.  Called by meetings.c. */
#ifndef MB_INDEXER_REPORT_MEETING_H
#define MB_INDEXER_REPORT_MEETING_H

#include <glib.h>

#include "indexer/looks.h"
#include "indexer/meetings.h"

/* The meeting that the labels of a report name: "To: Cabinet - 30 January
 * 2025", "COMMITTEE: …", "DATE: …".  What is found is set in @meeting. */
void mb_report_meeting_read(const struct mb_lines *lines,
                            const struct mb_looks *looks,
                            const struct mb_part *part,
                            struct mb_meeting *meeting);

#endif
