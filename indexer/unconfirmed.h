/* unconfirmed: which of a paper's minutes the committee had not yet confirmed.
 * In: the items, struct mb_lines, struct mb_meetings.  Out: the sources of
 * minutes are marked as drafts (base/item.h).  Called by document.c. */
#ifndef MB_INDEXER_UNCONFIRMED_H
#define MB_INDEXER_UNCONFIRMED_H

#include "indexer/items.h"

/* Minutes are a draft when the title above them, a running header, the end, or
 * the name of the file calls them so, or when the paper is the agenda of a
 * later meeting, which is to confirm them.
 *   drafts  of struct mb_draft */
void mb_unconfirmed_mark(GPtrArray *drafts, const struct mb_lines *lines,
                         const struct mb_meetings *meetings, const char *path);

#endif
