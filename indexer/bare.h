/* bare: entries of an agenda that have neither numbers nor headings, but stand
 * at times of the day, or are the points of a list. In: a part of the paper in
 * which nothing else was found.  Out: struct mb_entry (entries.h).  Called by
 * entries.c. */
#ifndef MB_INDEXER_BARE_H
#define MB_INDEXER_BARE_H

#include "indexer/entries.h"

/* Put such entries in place of @entries, when there are hardly any. */
void mb_bare_find(const struct mb_lines *lines, const struct mb_looks *looks,
                  const struct mb_part *part, GArray *entries);

#endif
