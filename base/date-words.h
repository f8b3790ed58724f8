/* date-words: the words, marks and blanks that dates in text are made of.
 * In: a place in a text.  Out: the place behind what stands there.
 * Called by date-find.c only. */
#ifndef MB_BASE_DATE_WORDS_H
#define MB_BASE_DATE_WORDS_H

#include <glib.h>

/* Longest month or weekday, with room to see that a word is longer. */
#define MB_DATE_WORD_MAX 12

/* What month or weekday a word in small letters names, in English or Welsh;
 * FALSE and *number untouched when it names none. */
gboolean mb_date_month_word(const char *word, guint *number);
gboolean mb_date_weekday_word(const char *word, guint *number);

/* The letters at @p, small; returns what follows them.  @word stays empty when
 * they are more than any name has. */
const char *mb_date_word(const char *p, char word[MB_DATE_WORD_MAX]);

/* Past blanks, tags and marks of bold text ("5th** **May"); file names have
 * "24th_April_2014".  More blanks are a gap between columns: "25          Mar"
 * are a number and the next column's heading. */
const char *mb_date_skip_gap(const char *start);

/* Past one of the bytes in @marks, if there is one. */
const char *mb_date_skip_one(const char *p, const char *marks);

/* The digits at @p, at most five of them counted. */
guint mb_date_number(const char *p, const char **end, guint *value);

/* Past "th", "<sup>th</sup>", "”" and the like; NULL when there is none. */
const char *mb_date_skip_ordinal(const char *p);

/* Past "of" or, in Welsh, "o"; "the 5th day of May". */
const char *mb_date_skip_of(const char *p);

#endif
