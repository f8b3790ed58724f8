/* actions: owner, due date and status of the rows of an action tracker.
 * In: struct mb_draft (items.h) of kind action.  Out: its item's actions.
 * Called by document.c. */
#ifndef MB_INDEXER_ACTIONS_H
#define MB_INDEXER_ACTIONS_H

#include "indexer/items.h"

void mb_actions_find(struct mb_draft *draft, const struct mb_lines *lines);

#endif
