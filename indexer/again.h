/* again: read papers once more that share items with one that was dropped,
 * because the text of such an item may have been that one's.
 * In: struct mb_updating's sets of paths.  Out: their items in segments, what
 * is remembered of them in the generation.  Called by update.c. */
#ifndef MB_INDEXER_AGAIN_H
#define MB_INDEXER_AGAIN_H

#include "indexer/updating.h"

/* Read them, and have their items replaced.
 *   returns FALSE when the index can't be written, as mb_update() */
gboolean mb_again_read(struct mb_updating *update, GError **error);

#endif
