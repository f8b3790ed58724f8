/* people: the officers, members and others that an item speaks of, by name or
 * by the post they hold.  In: struct mb_draft, struct mb_attendance.  Out: the
 * item's officers, members, people_other and authors filled in.
 * Called by document.c. */
#ifndef MB_INDEXER_PEOPLE_H
#define MB_INDEXER_PEOPLE_H

#include "indexer/attendance.h"
#include "indexer/items.h"

/* Fill in the people of one item.  A role alone ("the Acting Director of
 * Children's Services") is resolved to who holds it by the attendance list of
 * the item's own meeting, else by the blocks of the same paper. */
void mb_people_find(struct mb_draft *draft, const struct mb_lines *lines,
                    const struct mb_attendance *attendance);

#endif
