/* attendance-label: what the label of an attendance list says of the people in
 * it.  In: a line.  Out: struct mb_roll_label (attendance-list.h).
 * Called by attendance.c only. */
#ifndef MB_INDEXER_ATTENDANCE_LABEL_H
#define MB_INDEXER_ATTENDANCE_LABEL_H

#include "indexer/attendance.h"

/* What the label of a list says of the people in it. */
struct mb_roll_label {
	enum mb_standing standing;
	gboolean certain; /* "Officers:" says it, "Present:" suggests it */
	gboolean absent;
	gboolean chair;
	/* Of where it stands, filled in by rolls.c: */
	gboolean first; /* no list of members stands before it */
	gboolean small; /* a parish or community council meets */
	gboolean mixed; /* a board of councillors and others meets */
	const char
	    *post; /* of who has none printed: "Clerk" of "Clerk:"; NULL */
	gsize end; /* bytes of the line that the label takes */
};

/* Read the label at the start of a line: "PRESENT:", "Officials in
 * attendance:", "**Apologies**", "Also present".
 *   returns FALSE when the line begins with no such label */
gboolean mb_roll_label_read(const char *line, struct mb_roll_label *label);

#endif
