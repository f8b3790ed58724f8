/* small-posts: posts that are printed in small letters, as small councils do.
 * In: struct mb_tokens (tokens.h).  Out: where such a post ends.
 * Called by mentions.c only. */
#ifndef MB_INDEXER_SMALL_POSTS_H
#define MB_INDEXER_SMALL_POSTS_H

#include "indexer/tokens.h"

/* TRUE for a word of what is the clerk's own, folded: "report", "salary". */
gboolean mb_small_post_owns(const char *fold);

/* TRUE when the clerk, in whatever letters, stands at word @i. */
gboolean mb_small_post_is_clerk(const struct mb_tokens *t, guint i);

/* The word behind the post, with what it is for, that begins at word @i; @i
 * when none does. */
guint mb_small_post_read(const struct mb_tokens *t, guint i);

#endif
