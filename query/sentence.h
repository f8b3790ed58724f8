/* sentence: where the sentence about a place in a text begins and ends.
 * In: a paper's text, its lines joined (plain.h), and a place in it.  Out: a
 * stretch of bytes.  Called by mentions.c. */
#ifndef MB_QUERY_SENTENCE_H
#define MB_QUERY_SENTENCE_H

#include <glib.h>

/* A sentence is looked for this many bytes before and after the place: beyond
 * it the text is cut at a word. */
#define MB_SENTENCE_MAX_BYTES 600

/* The sentence, or the line where that is shorter, in which the bytes from
 * @start to @end of @text stand.  @from <= @start and @to >= @end. */
void mb_sentence_round(const char *text, gsize start, gsize end, gsize *from,
                       gsize *to);

#endif
