/* attendance-list: the people of one attendance list.
 * In: the text of a list and what its label says (attendance-label.h).
 * Out: struct mb_attendee.
 * Called by rolls.c, told-people.c and attendance.c. */
#ifndef MB_INDEXER_ATTENDANCE_LIST_H
#define MB_INDEXER_ATTENDANCE_LIST_H

#include "indexer/attendance-label.h"
#include "indexer/attendance.h"

/* Names found in lists and text of one paper, each as often as it stands there:
 * each is compared with all, and no pack has so many. */
#define MB_MAX_ATTENDEES 20000u

/* Read the people of a list.
 *   text     of the list, without its label
 *   out      of struct mb_attendee, added to; meeting and line are left to the
 *            caller */
void mb_roll_read(const char *text, const struct mb_roll_label *label,
                  GPtrArray *out);

/* A new attendee; strings are copied, and may be NULL.  Transfer full. */
struct mb_attendee *mb_attendee_new(const char *name, const char *role,
                                    enum mb_standing standing);
void mb_attendee_free(struct mb_attendee *attendee);

#endif
