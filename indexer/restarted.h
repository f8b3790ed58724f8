/* restarted: a numbered list that begins anew in the midst of minutes, as pages
 * by markup have it.
 * In: the headings behind the last that was chosen.  Out: entries added to the
 * chain.  Called by missing.c. */
#ifndef MB_INDEXER_RESTARTED_H
#define MB_INDEXER_RESTARTED_H

#include "indexer/chain.h"

/* "1. Correspondence", "2. DATE OF NEXT MEETING" behind "10. Payments":
 * business known everywhere, in the style of the last, has its next number, and
 * so has what counts on from it. */
void mb_restarted_add(struct mb_chain *c);

#endif
