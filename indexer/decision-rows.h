/* decision-rows: the rows of a table of decisions as items of their own.
 * In: a part that records decisions.  Out: a draft for each row.  Called by
 * items.c. */
#ifndef MB_INDEXER_DECISION_ROWS_H
#define MB_INDEXER_DECISION_ROWS_H

#include "indexer/item-rows.h"

/* "3 | Minutes | RESOLVED: That …": the agenda item, its subject and what was
 * decided.  FALSE when the part has no table of two such rows at least. */
gboolean mb_decision_rows_split(struct mb_splitter *s,
                                const struct mb_part *part);

#endif
