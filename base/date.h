/* date: dates as papers and people write them.
 * In: UTF-8 text.  Out: YYYYMMDD numbers.  Called by indexer/ (dates in
 * papers) and query/ (dates in questions).
 *
 * A date is a guint32 YYYYMMDD; 0 is "unknown".  Dates are always read day
 * first; month/day is never tried. */
#ifndef MB_BASE_DATE_H
#define MB_BASE_DATE_H

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of time, both ends included. */
struct mb_date_range {
	guint32 from_ymd; /* 0: no lower end */
	guint32 to_ymd;   /* 0: no upper end */
};

/* A date found in running text. */
struct mb_date_hit {
	guint32 ymd;   /* day 0 when only month and year are printed (YYYYMM00);
	                * year 0 when no year is printed (0000MMDD) */
	gsize start;   /* bytes from the start of the text */
	gsize end;     /* first byte after the date */
	guint weekday; /* GDateWeekday printed beside it, 0 when none */
};

/* Nonzero when @ymd is a whole date of the calendar, 1800 to 2199. */
gboolean mb_date_valid(guint32 ymd);

/* Make a date; 0 when there is no such day. */
guint32 mb_date_make(guint year, guint month, guint day);

/* Add @days (may be negative); 0 when the result is out of range. */
guint32 mb_date_add_days(guint32 ymd, gint days);

/* GDateWeekday of a whole date; 0 when @ymd is not one. */
guint mb_date_weekday(guint32 ymd);

/* "2020-03-05"; "2020-03" for YYYYMM00; NULL for 0.  Transfer full. */
char *mb_date_to_iso(guint32 ymd);

/* "5 March 2020"; "unknown date" for 0.  Transfer full. */
char *mb_date_to_text(guint32 ymd);

/* ISO "2020-03-05" or "2020-03" exactly; 0 when it is anything else. */
guint32 mb_date_from_iso(const char *text);

/* Find the first date at or after byte @from in @text.
 * Knows "11th November 2020", "5th March, 2020", "Wednesday 4 May 2021",
 * "March 5, 2020", "11/11/2020", "11.11.20", "2020-11-11", "1st of May 2019",
 * "18<sup>th</sup> November 2020", "Sept 2020", short months, any capitals;
 * without a year too ("14 July").
 *   text    borrowed, UTF-8
 *   hit     filled when TRUE, zeroed when FALSE
 *   returns FALSE when there is no further date */
gboolean mb_date_find(const char *text, gsize from, struct mb_date_hit *hit);

/* Read a date that a person typed, as the range of days it means:
 * "11/11/2020", "11 November 2020", "2020-11-11" (one day), "2020-11",
 * "November 2020" (a month), "2020" (a year), "2020/21" (municipal year,
 * May to April), "2019..2021", "..2020-06", "2019..", "since 2019",
 * "until", "before" and "after" likewise, "last 12 months" up to today (days,
 * weeks, years).
 *   out     filled when TRUE, zeroed when FALSE
 *   error   MB_ERROR_SYNTAX: it can't be read, and the message says what can,
 *           or it ends before it begins */
gboolean mb_date_parse(const char *text, struct mb_date_range *out,
                       GError **error);

/* The same, as if today were @on_ymd. */
gboolean mb_date_parse_on(const char *text, guint32 on_ymd,
                          struct mb_date_range *out, GError **error);

/* The municipal year (1 May to 30 April) of a date as "2020/21"; NULL for 0.
 * Transfer full. */
char *mb_date_municipal_year(guint32 ymd);

G_END_DECLS

#endif
