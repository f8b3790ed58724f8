/* later-words: what papers say of later meetings.
 * In: a sentence (sentences.h).  Out: where in it something is asked for at a
 * later meeting, or put off to one.  Called by links-forward.c. */
#ifndef MB_INDEXER_LATER_WORDS_H
#define MB_INDEXER_LATER_WORDS_H

#include <glib.h>

/* What a sentence asks for. */
struct mb_later {
	gsize start, end; /* bytes of the words that ask */
	gboolean dated;   /* it asks only if the date with it is to come:
	                   * "to the Board on 3 March" */
};

/* later-asked.c: the sentence with what points back, and set words, blanked
 * out, byte for byte; NULL when it asks for nothing.  Transfer full. */
char *mb_later_prepare(const char *sentence);

/* The first request at or behind byte @from of a prepared sentence.  FALSE, and
 * @later all 0, when there is none. */
gboolean mb_later_next(const char *prepared, gsize from,
                       struct mb_later *later);

#endif
