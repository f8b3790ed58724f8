/* scanned-dates: what a scanner made of dates.
 * In: the text of a title.  Out: the same with dates that can be read.  Called
 * by title-dates.c and meeting-dates.c. */
#ifndef MB_INDEXER_SCANNED_DATES_H
#define MB_INDEXER_SCANNED_DATES_H

#include <glib.h>

/* Dates as scanners leave them ("22” October, 2014", "7°” MAY") put right.
 * Transfer full. */
char *mb_scanned_dates_mend(const char *text);

#endif
