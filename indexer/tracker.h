/* tracker: tables of actions, a row an item.
 * In: struct mb_lines.  Out: struct mb_row, the lines and cells of one action.
 * Called by items.c. */
#ifndef MB_INDEXER_TRACKER_H
#define MB_INDEXER_TRACKER_H

#include <glib.h>

#include "indexer/looks.h"

/* One action of a table; the table's other rows stand before and after it. */
struct mb_row {
	guint header; /* line of the table's head */
	guint first;  /* lines of the row */
	guint end;
	char *number; /* NULL when none is printed */
	char *title;  /* its subject; NULL when none is told from the action */
	char *text;   /* its cells but the number and the subject */
};

/* The actions of all tables in lines [first, end), in order.
 * (transfer full) of struct mb_row *. */
GPtrArray *mb_tracker_find(const struct mb_lines *lines,
                           const struct mb_looks *looks, guint first,
                           guint end);

/* The actions of lines [first, end), below a title such as "ACTION LIST
 * SUMMARY": of a table that has no head, number, action, owner, status; or of a
 * list (tracker-list.h).  As above. */
GPtrArray *mb_tracker_find_bare(const struct mb_lines *lines, guint first,
                                guint end);

#endif
