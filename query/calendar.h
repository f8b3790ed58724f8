/* calendar: due dates for calendar programs (iCalendar, RFC 5545).
 * In: entries of the ledger.  Out: text appended to a GString.  Called by
 * command-actions.c. */
#ifndef MB_QUERY_CALENDAR_H
#define MB_QUERY_CALENDAR_H

#include "query/ledger.h"

/* The beginning and the end of a calendar. */
void mb_calendar_begin(GString *out);
void mb_calendar_end(GString *out);

/* An event of a whole day on which @entry is due; FALSE when it has no due
 * date.  One that is due in a month is due on its last day.
 *   today  the day of the time stamp that each event has to have */
gboolean mb_calendar_add(GString *out, const struct mb_entry *entry, guint32 today);

#endif
