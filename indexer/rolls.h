/* rolls: where the attendance lists of a part stand, and who is in them.
 * In: struct mb_lines and a part of the paper.  Out: struct mb_attendee.
 * Called by attendance.c only. */
#ifndef MB_INDEXER_ROLLS_H
#define MB_INDEXER_ROLLS_H

#include "indexer/attendance.h"

/* Read the lists of @part, with a label or, at the head of minutes, without.
 *   out  of struct mb_attendee, added to */
void mb_rolls_find(const struct mb_lines *lines, const struct mb_part *part,
                   GPtrArray *out);

#endif
