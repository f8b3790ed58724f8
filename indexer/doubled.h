/* doubled: numbers that are printed twice by a slip.
 * In: headings, and those that were chosen.  Out: the same without those that
 * are no items.  Called by entries.c. */
#ifndef MB_INDEXER_DOUBLED_H
#define MB_INDEXER_DOUBLED_H

#include "indexer/chain.h"

/* "12. AOCB", "12. NEXT MEETING": the number of the entry @e, which chosen
 * heading @k made, is 13 when nothing else is. */
void mb_doubled_mend(const struct mb_chain *c, guint k, struct mb_entry *e);

/* A number twice, and the next one follows: one of the two is no item, and is
 * dropped from @chosen, unless both stand out. */
void mb_doubled_drop(const GArray *headings, const struct mb_looks *looks,
                     GArray *chosen);

#endif
