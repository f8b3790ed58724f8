/* item-rows: the rows of tables of actions as items of their own.
 * In: a part, and the drafts of its items.  Out: a draft for each row, and the
 * texts of the others without them.  Called by items.c. */
#ifndef MB_INDEXER_ITEM_ROWS_H
#define MB_INDEXER_ITEM_ROWS_H

#include "indexer/items.h"
#include "indexer/looks.h"

/* A paper while its items are put together. */
struct mb_splitter {
	const struct mb_lines *lines;
	const struct mb_looks *looks;
	const char *path;
	GPtrArray *drafts; /* of struct mb_draft, in paper order */
};

/* Add a draft whose heading is line @head (items.c).  Transfer none. */
struct mb_draft *mb_splitter_add(struct mb_splitter *s,
                                 const struct mb_part *part, enum mb_kind kind,
                                 guint head);

/* Make items of the rows in lines [first, end), whatever they stand in.
 *   from  the first draft that may hold them */
void mb_item_rows_split(struct mb_splitter *s, const struct mb_part *part,
                        guint from, guint first, guint end);

/* The same within each draft of the part from @from on, and below its
 * signature. */
void mb_item_rows_split_all(struct mb_splitter *s, const struct mb_part *part,
                            guint from);

#endif
