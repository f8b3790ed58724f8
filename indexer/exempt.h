/* exempt: which items are withheld from publication.
 * In: struct mb_draft (items.h), the configuration.  Out: the item's exempt,
 * private_business and exempt_words.  Called by document.c. */
#ifndef MB_INDEXER_EXEMPT_H
#define MB_INDEXER_EXEMPT_H

#include "base/conf.h"
#include "indexer/items.h"

/* Decide for all items of a paper at once: a paper that is exempt as a whole
 * makes all its items exempt.  A report or appendix in doubt is exempt.
 *   drafts  of struct mb_draft
 *   returns TRUE when the paper as a whole is exempt (its path and title must
 *           not reach the open database either) */
gboolean mb_exempt_mark(GPtrArray *drafts, const struct mb_lines *lines,
                        const struct mb_meetings *meetings, const char *path,
                        const struct mb_conf *conf);

#endif
