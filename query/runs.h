/* runs: where a word or a date that begins in a question ends.
 * In: question text as typed.  Out: the byte after it.  Called by tokens.c. */
#ifndef MB_QUERY_RUNS_H
#define MB_QUERY_RUNS_H

#include <glib.h>

/* People paste quotes from Word: any of these opens and closes a phrase. */
gboolean mb_run_is_quote(gunichar c);

/* Whether a run ends before @p: at a space, a quote, a closing bracket or the
 * end of the question. */
gboolean mb_run_is_end(const char *p);

/* The byte after the run at @start: "O’ Donnell" is one, as it is one word of
 * the shim's; else it ends before the first space. */
const char *mb_run_end(const char *start);

/* Where the date at @start ends whose first run ends at @end: date:11 November
 * 2020, date:since 2019, date:last 12 months.  What is no date by itself goes on
 * for as many words as make one. */
const char *mb_run_end_of_date(const char *start, const char *end);

#endif
