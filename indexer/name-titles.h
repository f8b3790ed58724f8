/* name-titles: the words before a name that say what its bearer is.
 * In: words of struct mb_tokens.  Out: enum mb_title.
 * Called by names.c; mb_title_read() and mb_name_rank() are in names.h. */
#ifndef MB_INDEXER_NAME_TITLES_H
#define MB_INDEXER_NAME_TITLES_H

#include "indexer/names.h"

/* The title that the word alone is. */
enum mb_title mb_title_of(const struct mb_token *word);

/* TRUE when @fold is the title of a member or a civil one, in whatever letters.
 */
gboolean mb_title_is(const char *fold);

/* TRUE when what looks like a title at word @i is the name behind another one:
 * "Councillors Lord and Fielden", "Cllr Col Hobday". */
gboolean mb_title_is_name(const struct mb_tokens *t, guint i);

/* TRUE for a title that makes no name of what is not plainly one: "Members
 * Code". */
gboolean mb_title_is_weak(const char *fold);

/* TRUE when a stop before word @i ends a sentence, and no title that is cut
 * short: "asked by the Councillor. Jennet Davies replied". */
gboolean mb_title_ends(const struct mb_tokens *t, guint i);

#endif
