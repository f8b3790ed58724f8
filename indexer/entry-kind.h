/* entry-kind: whether an entry is of an agenda or is a minute.
 * In: the lines of an entry.  Out: its kind.  Called by items.c. */
#ifndef MB_INDEXER_ENTRY_KIND_H
#define MB_INDEXER_ENTRY_KIND_H

#include "base/item.h"
#include "indexer/looks.h"
#include "indexer/meetings.h"

/* What an entry of the part is.  On the page of a meeting it is a minute when
 * "Minutes:" or "Decision:" stands under it. */
enum mb_kind mb_entry_kind(const struct mb_lines *lines,
                           const struct mb_looks *looks,
                           const struct mb_part *part, guint first, guint end);

#endif
