/* rolls-told: who was there, told in sentences: "Supervisors V Pell and D York
 * and Clerk J Ramsay were present.  Also present was …".
 * In: struct mb_lines and a part of the paper.  Out: struct mb_attendee.
 * Called by rolls.c only. */
#ifndef MB_INDEXER_ROLLS_TOLD_H
#define MB_INDEXER_ROLLS_TOLD_H

#include "indexer/attendance.h"

/* Read the lists that the paragraph at line @i tells.
 *   out  of struct mb_attendee, added to */
void mb_rolls_told(const struct mb_lines *lines, guint i,
                   const struct mb_part *part, GPtrArray *out);

#endif
