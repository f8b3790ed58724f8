/* sentences: running text parted into sentences.
 * In: text from mb_flow() (tokens.h).  Called by deciding-prose.c and links.c. */
#ifndef MB_INDEXER_SENTENCES_H
#define MB_INDEXER_SENTENCES_H

#include <glib.h>

/* A sentence longer than this is cut, so that no pattern runs far. */
#define MB_SENTENCE_MAX_BYTES 1500u

/* The sentences of @text, which a stop, a semicolon or a new line ends; a stop
 * behind an abbreviation ("Cllr. O. Williams") does not.
 *   returns (transfer full) array of char *, valid UTF-8, never empty ones */
GPtrArray *mb_sentences(const char *text);

#endif
