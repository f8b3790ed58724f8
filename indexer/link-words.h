/* link-words: what papers say of earlier and of later meetings.
 * In: a sentence (sentences.h).  Out: whether it points to one.  Called by
 * links.c. */
#ifndef MB_INDEXER_LINK_WORDS_H
#define MB_INDEXER_LINK_WORDS_H

#include <glib.h>

/* TRUE when @before, the text up to a date, makes it the date of a meeting:
 * "the minutes of the meeting held on". */
gboolean mb_says_earlier_meeting(const char *before);

/* TRUE when the sentence asks for something at a later meeting, or puts it off
 * to one: "That a report be submitted to the next meeting".
 *   start, end  bytes of the words that say so; 0 when FALSE */
gboolean mb_says_later_meeting(const char *sentence, gsize *start, gsize *end);

#endif
