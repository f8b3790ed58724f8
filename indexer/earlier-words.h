/* earlier-words: what papers say of earlier meetings.
 * In: a piece of a sentence (sentences.h).  Out: whether it points to one.
 * Called by links-back.c. */
#ifndef MB_INDEXER_EARLIER_WORDS_H
#define MB_INDEXER_EARLIER_WORDS_H

#include <glib.h>

/* TRUE when @before, the text up to a date, makes it the date of a meeting:
 * "the minutes of the meeting held on". */
gboolean mb_says_earlier_meeting(const char *before);

/* TRUE when @behind, the text behind a date, makes it that: "the 3 March public
 * meeting". */
gboolean mb_says_meeting_behind(const char *behind);

/* TRUE when the text about a date makes it that: "In May the Board agreed",
 * "our Board in May agreed". */
gboolean mb_says_met_behind(const char *before, const char *behind);

/* TRUE when @before, the text up to a date, tells of what is to be then. */
gboolean mb_says_to_come(const char *before);

/* TRUE when @before, the text up to a date, makes it the date of a meeting to
 * come: "the next meeting of the liaison group is on". */
gboolean mb_says_next_meeting(const char *before);

#endif
