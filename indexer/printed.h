/* printed: numbers that are missing among the chosen headings, but are there,
 * on lines that are hardly headings. In: two headings that were chosen.  Out:
 * entries added to the chain.  Called by missing.c. */
#ifndef MB_INDEXER_PRINTED_H
#define MB_INDEXER_PRINTED_H

#include "indexer/chain.h"

/* Add item 1 above the first chosen heading @next, which has number 2: its
 * number is on a line that is hardly a heading, or a scanner misread it. */
void mb_printed_first(struct mb_chain *c, const struct mb_heading *next);

/* Between "10. Correspondence" and "12. Planning" the paragraph "11 Burial
 * Fees: it was agreed …" is the item that is missing; but no number of a list
 * is that counts up to it.  FALSE when nothing was added. */
gboolean mb_printed_add(struct mb_chain *c, const struct mb_heading *h,
                        const struct mb_heading *next);

#endif
