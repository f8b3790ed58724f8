/* gaps: minute numbers that are missing between others.
 * In: the numbers of one committee's meetings, as printed.  Out: struct mb_gap.
 * Called by coverage.c.
 *
 * What is looked for is told by how the committee numbers:
 *
 *	1 2 3 | 1 2 3 4      each meeting by itself: gaps within a meeting
 *	41 42 | 43 44 | 48   numbers run on: gaps between meetings too
 *	3 17 | 8 41 60       numbers are of something else: nothing is told
 */
#ifndef MB_QUERY_GAPS_H
#define MB_QUERY_GAPS_H

#include <glib.h>

/* The numbers of the minutes of one meeting. */
struct mb_numbers {
	guint32 date_ymd;
	GPtrArray *numbers; /* of char *, in any order */
};

struct mb_gap {
	guint32 after_ymd;  /* of the meeting that ends before the gap; */
	guint32 before_ymd; /* of that which begins after it: often the same */
	char *first;        /* as it would be printed: "43" */
	char *last;         /* the same when one number is missing */
	guint n_missing;
	gboolean sure; /* few are missing and many are not */
};
void mb_gap_free(struct mb_gap *gap);

/* The gaps in @meetings (of struct mb_numbers, by date, all with a date).
 * GPtrArray of struct mb_gap, transfer full. */
GPtrArray *mb_gaps_find(const GPtrArray *meetings);

/* How many numbers are missing in all of @gaps. */
guint mb_gaps_n_missing(const GPtrArray *gaps);

#endif
