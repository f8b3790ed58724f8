/* title-dates: the day of a meeting among the dates of a title.
 * In: the text of a title, dashes straight.  Out: the date of a struct
 * mb_meeting (meetings.h).  Called by titles.c. */
#ifndef MB_INDEXER_TITLE_DATES_H
#define MB_INDEXER_TITLE_DATES_H

#include <glib.h>

#include "indexer/meetings.h"

/* @text with its dates as mb_date_find() reads them: what a scanner made of them
 * put right, the first day of "6 and 7 March", "the sixth day of March" with a
 * number.  Transfer full. */
char *mb_title_dates_plain(const char *text);

/* Find the date that is most likely the meeting's.
 *   agenda   letters that call a meeting begin with the day they were written
 *   meeting  its date, weekday and date_source are set when one is found; a
 *            date that stands without its year is found with year 0
 *   weak     set when the date may be another than that of the meeting */
void mb_title_dates_find(const char *text, gboolean agenda,
                         struct mb_meeting *meeting, gboolean *weak);

#endif
