/* tracker-flat: tables of actions that were flattened to lines of words.
 * In: the lines below a head (tracker-head.h).  Out: struct mb_row (tracker.h).
 * Called by tracker.c.
 *
 *	No. Meeting Subject Action Owner Status
 *	TB/58 29/04/25 Night buses Report costs DR Open
 */
#ifndef MB_INDEXER_TRACKER_FLAT_H
#define MB_INDEXER_TRACKER_FLAT_H

#include <glib.h>

#include "indexer/tracker-head.h"

/* Add the rows of the table below @table to @rows; returns the first line after
 * it. */
guint mb_tracker_flat_read(const struct mb_lines *lines,
                           const struct mb_table_head *table, guint end,
                           GPtrArray *rows);

#endif
