/* tracker-list: actions that are listed below a title, without a table.
 * In: the lines below "Summary of actions".  Out: struct mb_row (tracker.h).
 * Called by signs-actions.c, which tells such a list, part-title.c and
 * tracker.c.
 *
 *	Action 1: Write to the pilots. Owner: R Dunn     <- each a row
 *	AP2 Clerk to count the lamps
 *
 *	Ref: 2021/01                                     <- or its cells as
 *lines Action: Write to the pilots. Owner: R Dunn
 */
#ifndef MB_INDEXER_TRACKER_LIST_H
#define MB_INDEXER_TRACKER_LIST_H

#include <glib.h>

#include "indexer/lines.h"

/* Read the list whose title is line @title, and that ends before line @end.
 *   rows     its actions are added, of struct mb_row *; NULL to ask only
 *   returns  the first line after it; @title when no list of two actions or
 *            more begins within the next lines */
guint mb_tracker_list_read(const struct mb_lines *lines, guint title, guint end,
                           GPtrArray *rows);

/* Whether an action of such a list begins with line @i. */
gboolean mb_tracker_list_at(const struct mb_lines *lines, guint i, guint end);

#endif
