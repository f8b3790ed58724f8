/* exempt-words: the words that mark a paper, or a part of it, as withheld from
 * publication.
 * In: one line of a paper's header.  Out: the words that mark it.  Called by
 * exempt.c. */
#ifndef MB_INDEXER_EXEMPT_WORDS_H
#define MB_INDEXER_EXEMPT_WORDS_H

#include <glib.h>

/* The words of one line of a paper's header that mark what stands under it as
 * withheld from publication: "NOT FOR PUBLICATION by virtue of paragraph 3 of
 * Schedule 12A".  NULL when it marks nothing: "Exempt information: No".
 *   more     further wordings by configuration, NULL-terminated, or NULL
 *   returns  (transfer full) */
char *mb_exempt_marking(const char *line, const char *const *more);

#endif
