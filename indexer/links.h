/* links: what an item says of other meetings and of their items.
 * In: struct mb_draft (items.h).  Out: its item's refs filled in.
 * Called by document.c. */
#ifndef MB_INDEXER_LINKS_H
#define MB_INDEXER_LINKS_H

#include "indexer/items.h"

void mb_links_find(struct mb_draft *draft, const struct mb_lines *lines);

#endif
