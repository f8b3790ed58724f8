/* groups: items that stand under the number of a group, "9.1" and "9.2" below
 * "9 Reports", each with a heading of its own.
 * In: the entries of a part.  Out: the same with those items among them, and
 * without the groups of minutes that are a heading and nothing else.  Called by
 * entries.c. */
#ifndef MB_INDEXER_GROUPS_H
#define MB_INDEXER_GROUPS_H

#include "indexer/entries.h"

/* @entries, of struct mb_entry, are those of @part, in order. */
void mb_groups_open(const struct mb_lines *lines, const struct mb_looks *looks,
                    const struct mb_part *part, GArray *entries);

#endif
