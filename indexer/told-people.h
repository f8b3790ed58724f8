/* told-people: who the text of a part tells of, with what he is: "A Osei, Head
 * of Roads", contact blocks, signatures, apologies.
 * In: struct mb_lines, a part of the paper and who is listed in it.
 * Out: struct mb_attendee.
 * Called by attendance.c only. */
#ifndef MB_INDEXER_TOLD_PEOPLE_H
#define MB_INDEXER_TOLD_PEOPLE_H

#include "indexer/attendance.h"

/* Read the text of @part.
 *   rolls  the part may hold lists, and so apologies
 *   out    of struct mb_attendee, added to: those who are listed come first */
void mb_told_people_find(const struct mb_lines *lines,
                         const struct mb_part *part, gboolean rolls,
                         GPtrArray *out);

#endif
