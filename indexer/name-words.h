/* name-words: words with a capital that are no part of a name, or not always.
 * In: a folded word.  Out: what it may be.
 * Called by names.c; the rest of the indexer asks mb_word_is_common (names.h).
 */
#ifndef MB_INDEXER_NAME_WORDS_H
#define MB_INDEXER_NAME_WORDS_H

#include <glib.h>

/* TRUE for a word that papers print with a capital and nobody is called by:
 * "Services"; some of them are doubtful too. */
gboolean mb_word_is_no_name(const char *fold);

/* TRUE for a word that is a surname or a first name too: "Hall", "June". */
gboolean mb_word_is_doubtful(const char *fold);

#endif
