/* posts-beside: the post that is printed beside a person's name.
 * In: struct mb_tokens and a name in them.  Out: struct mb_role (roles.h).
 * Called by mentions.c. */
#ifndef MB_INDEXER_POSTS_BESIDE_H
#define MB_INDEXER_POSTS_BESIDE_H

#include "indexer/names.h"
#include "indexer/roles.h"

/* Each returns FALSE when no post stands there; @role is then undefined. */

/* The role that stands behind a name: "H Ellis (Acting Director)", "S Nash,
 * Roads Engineer", "A Osei – Interim Head of …", and on the next line under a
 * signature. */
gboolean mb_post_behind(const struct mb_tokens *t, const struct mb_name *name,
                        struct mb_role *role);

/* "I Kárpáti had taken up the post of Director of Adult Social Care", "B Nwosu
 * had succeeded G Isherwood as Director of Law": the post behind a verb.
 *   i        word after the name */
gboolean mb_post_appointed(const struct mb_tokens *t, guint i,
                           struct mb_role *role);

/* "the new area manager, Douglas Castle": a post in small letters; "New Clerk
 * was introduced, Mrs Nan Clover".
 *   i        first word of the name */
gboolean mb_post_before(const struct mb_tokens *t, guint i,
                        struct mb_role *role);

/* TRUE for the folded word before a post that makes it nobody's: "any
 * Director", "the former Clerk". */
gboolean mb_posts_vague(const char *fold);

#endif
