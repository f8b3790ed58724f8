/* web-table: the table of a meeting's page, when the page was made text of
 * which each line is a row that holds a whole entry:
 *
 *	No. | Item |
 *	---|---|
 *	Apologies To receive any apologies. Minutes: There were none. |
 *	|
 *
 * In: the lines of a paper, one after the other.  Out: where to cut each, so
 * that titles, labels and texts stand in lines of their own.  Called by
 * ran-together.c. */
#ifndef MB_INDEXER_WEB_TABLE_H
#define MB_INDEXER_WEB_TABLE_H

#include <glib.h>

#include "indexer/lines.h"

/* Make @line a heading when it is a row of such a table with an entry, and
 * append to @cuts (gsize, bytes) where the parts of the entry begin.
 *   inside   whether its head was seen: FALSE before the first line
 *   returns  whether the line is of the table */
gboolean mb_web_table_read(gboolean *inside, struct mb_line *line,
                           GArray *cuts);

#endif
