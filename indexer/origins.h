/* origins: the minutes that the rows of a tracker arose from, told by their
 * subject alone.
 * In: all drafts of a paper, their links found.  Out: links back.
 * Called by document.c. */
#ifndef MB_INDEXER_ORIGINS_H
#define MB_INDEXER_ORIGINS_H

#include <glib.h>

/* An action without a link back whose subject is the heading of one minute of
 * an earlier meeting in the same paper arose there.
 *   drafts  struct mb_draft; what is open never links to what is exempt */
void mb_origins_find(const GPtrArray *drafts);

#endif
