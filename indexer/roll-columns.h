/* roll-columns: attendance lists that stand beside each other as the columns of
 * a table.  In: its rows.  Out: struct mb_attendee.  Called by rolls.c. */
#ifndef MB_INDEXER_ROLL_COLUMNS_H
#define MB_INDEXER_ROLL_COLUMNS_H

#include "indexer/attendance-label.h"
#include "indexer/lines.h"

/* Read the lists below the row of labels at line @i, "Present: | Also in
 * attendance: | Apologies:", column by column.
 *   end      no row behind it is read
 *   where    first, small and mixed of each list's label are taken from it
 *   out      of struct mb_attendee, added to; meeting and line are left to the
 *            caller
 *   returns  the line behind the last row; @i when no such row stands there */
guint mb_roll_columns_read(const struct mb_lines *lines, guint i, guint end,
                           const struct mb_roll_label *where, GPtrArray *out);

#endif
