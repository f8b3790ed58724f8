/* tracker-head: the heads of tables of actions, and what their columns hold.
 * In: struct mb_lines.  Out: struct mb_table_head.
 * Called by tracker.c, tracker-list.c, and signs-actions.c for what is left of
 * a table. */
#ifndef MB_INDEXER_TRACKER_HEAD_H
#define MB_INDEXER_TRACKER_HEAD_H

#include <glib.h>

#include "indexer/looks.h"

/* What the columns of a table of actions hold. */
enum mb_column {
	MB_COLUMN_OTHER,
	MB_COLUMN_NUMBER,
	MB_COLUMN_SUBJECT,
	MB_COLUMN_ACTION,
	MB_COLUMN_OWNER,
	MB_COLUMN_DUE,
	MB_COLUMN_STATUS,
};

#define MB_TABLE_COLUMNS 12

struct mb_table_head {
	guint header;
	float x;         /* of its head */
	gboolean joined; /* the first column holds numbers and actions */
	enum mb_column columns[MB_TABLE_COLUMNS];
	guint n_columns;
};

/* What a column holds whose head is @cell: "Responsible officer". */
enum mb_column mb_tracker_column(const char *cell);

/* Read the head of a table at line @i: a row, or a line above a row with as
 * many cells.
 *   end      of the lines that the table may stand in
 *   returns  FALSE when no table of actions begins there; @head is then
 *            undefined */
gboolean mb_tracker_head_read(const struct mb_lines *lines,
                              const struct mb_looks *looks, guint i, guint end,
                              struct mb_table_head *head);

/* "No. Meeting Subject Action Owner Status": a head that was flattened to a line
 * of words, as its rows were. */
gboolean mb_tracker_head_flat(const struct mb_lines *lines, guint i,
                              struct mb_table_head *table);

#endif
