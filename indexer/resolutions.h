/* resolutions: what each item decided.
 * In: struct mb_draft (items.h).  Out: its item's resolutions filled in.
 * Called by document.c. */
#ifndef MB_INDEXER_RESOLUTIONS_H
#define MB_INDEXER_RESOLUTIONS_H

#include "indexer/items.h"

/* Fill draft->item->resolutions from the text of minutes and decisions;
 * reports, appendices and agenda entries resolve nothing. */
void mb_resolutions_find(struct mb_draft *draft, const struct mb_lines *lines);

#endif
