/* missing: items whose numbers are lost, misread, parted from their titles, or
 * were never printed.
 * In: the headings that were chosen.  Out: entries added to the chain.  Called
 * by entries.c. */
#ifndef MB_INDEXER_MISSING_H
#define MB_INDEXER_MISSING_H

#include "indexer/chain.h"

/* The first heading has number 2: add the one before it, if there is one. */
void mb_missing_first(struct mb_chain *c);

/* Add the items between chosen heading @k and the next: "46.", then a heading
 * without a number, then "48.". */
void mb_missing_after(struct mb_chain *c, guint k);

/* Add only those whose numbers are there, on lines that are hardly headings:
 * "2929Apologies" between 2928 and 2930.  FALSE when there are none. */
gboolean mb_missing_printed(struct mb_chain *c, guint k);

/* Give the entry @e of chosen heading @k its title when text extraction has
 * put that further down; FALSE when there is none. */
gboolean mb_missing_place(const struct mb_chain *c, const struct mb_heading *h,
                          guint k, struct mb_entry *e);

/* Add business without a number after the last: "Date of next meeting". */
void mb_missing_late(struct mb_chain *c);

#endif
