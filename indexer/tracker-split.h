/* tracker-split: subjects of a tracker's rows that the end of a page split.
 * In: the rows of a tracker (tracker.h).  Out: their titles made whole.
 * Called by tracker.c. */
#ifndef MB_INDEXER_TRACKER_SPLIT_H
#define MB_INDEXER_TRACKER_SPLIT_H

#include "indexer/lines.h"

/* "Report of the Harbour and Ferries" in the last row of a page, "Working
 * Group" in the first of the next: one subject, where another line of the paper
 * has the words of both together.
 *   rows  struct mb_row, whose titles may be replaced */
void mb_tracker_join_split(const struct mb_lines *lines, GPtrArray *rows);

#endif
