/* attendance-list: one attendance list, from its label to its last name.
 * In: the text of a list and what its label says.  Out: struct mb_attendee.
 * Called by attendance.c only. */
#ifndef MB_INDEXER_ATTENDANCE_LIST_H
#define MB_INDEXER_ATTENDANCE_LIST_H

#include "indexer/attendance.h"

/* What the label of a list says of the people in it. */
struct mb_roll_label {
	enum mb_standing standing;
	gboolean certain; /* "Officers:" says it, "Present:" suggests it */
	gboolean absent;
	gboolean chair;
	gsize end; /* bytes of the line that the label takes */
};

/* Read the label at the start of a line: "PRESENT:", "Officials in
 * attendance:", "**Apologies**", "Also present".
 *   returns FALSE when the line begins with no such label */
gboolean mb_roll_label_read(const char *line, struct mb_roll_label *label);

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
