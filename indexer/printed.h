/* printed: numbers that are missing among the chosen headings, but are there,
 * on lines that are hardly headings. In: two headings that were chosen.  Out:
 * entries added to the chain.  Called by missing.c. */
#ifndef MB_INDEXER_PRINTED_H
#define MB_INDEXER_PRINTED_H

#include "indexer/chain.h"

/* The number that line @i begins with, above a title or beside it, as the
 * numbers of chosen heading @h are printed; 0.  @e is its entry. */
guint mb_printed_number(const struct mb_chain *c, const struct mb_heading *h,
                        guint i, struct mb_entry *e);

/* Between "10. Correspondence" and "12. Planning" the paragraph "11 Burial
 * Fees: it was agreed …" is the item that is missing; but no number of a list
 * is that counts up to it.  FALSE when nothing was added. */
gboolean mb_printed_add(struct mb_chain *c, const struct mb_heading *h,
                        const struct mb_heading *next);

#endif
