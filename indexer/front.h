/* front: what a paper prints outside its items: title pages, who attended, an
 * address before the first item, signatures.
 * In: the lines, the parts and the items of a paper, marked by exempt.h.
 * Out: struct mb_item of kind MB_KIND_FRONT, so that a word that stands in no
 * item is found all the same.  Called by document.c; printed by
 * `minutebook-index --dump=front`. */
#ifndef MB_INDEXER_FRONT_H
#define MB_INDEXER_FRONT_H

#include <glib.h>

#include "indexer/lines.h"
#include "indexer/meetings.h"

/* The front matter of each part, at most one open and one exempt piece a part:
 * what belongs to a part that is withheld, or stands beside an item that is, is
 * withheld with it.
 *   drafts   of struct mb_draft, in paper order
 *   exempt   the paper as a whole is
 *   path     of the paper
 *   returns  (transfer full) of struct mb_item, never NULL, in paper order;
 *            without ids */
GPtrArray *mb_front_find(const struct mb_lines *lines,
                         const struct mb_meetings *meetings,
                         const GPtrArray *drafts, gboolean exempt,
                         const char *path);

#endif
