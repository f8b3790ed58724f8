/* posts-alone: whether a post that is printed without a name is one person's, and
 * which of its words are the post.
 * In: struct mb_tokens, struct mb_role.  Called by mentions.c. */
#ifndef MB_INDEXER_POSTS_ALONE_H
#define MB_INDEXER_POSTS_ALONE_H

#include "indexer/roles.h"

/* Is the post at word @i called "the Director", "the Council's Director"?
 *   is_vague  set to whether it is called "a Director", "each Director" … */
gboolean mb_alone_is_definite(const struct mb_tokens *t, guint i,
                              gboolean *is_vague);

/* Is the post one person's by where it stands: who presents an item, advises on
 * a report or sent a letter? */
gboolean mb_alone_is_ones(const struct mb_tokens *t,
                          const struct mb_role *role);

/* "the Authority's Director of Place", "the Combined Authority Chief
 * Executive": the first word that is not the body's. */
guint mb_alone_first(const struct mb_tokens *t, const struct mb_role *role);

/* "the Chief Executive of Limerick City and County Council": the word before the
 * body's name. */
guint mb_alone_end(const struct mb_tokens *t, const struct mb_role *role);

#endif
