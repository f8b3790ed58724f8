/* roll-parts: who of an attendance list is no member, or no officer, although
 * its label says so: what the list as a whole tells.
 * In and out: struct mb_attendee.
 * Called by attendance-list.c and roll-entry.c only. */
#ifndef MB_INDEXER_ROLL_PARTS_H
#define MB_INDEXER_ROLL_PARTS_H

#include "indexer/attendance-label.h"
#include "indexer/attendance.h"

/* Set the standing of those who are others than their list's label says.
 *   out          of struct mb_attendee; the list is [first, end of it)
 *   councillors  somebody in it is titled Councillor */
void mb_roll_part(GPtrArray *out, guint first,
                  const struct mb_roll_label *label, gboolean councillors);

/* Does the role tell that its bearer sits for a council, or in the chair:
 * "Nominated by Northmoor Council", "Fleetgate Borough Council"? */
gboolean mb_roll_sits_for_council(const char *role);

#endif
