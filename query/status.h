/* status: what the words of a tracker's row mean.
 * In: its cells.  Out: whether it is done, and by when it has to be.  Called by
 * ledger.c. */
#ifndef MB_QUERY_STATUS_H
#define MB_QUERY_STATUS_H

#include <glib.h>

#include "query/tie.h"

/* Whether a status says that the action is done with: "ACTION CLOSED" is
 * certain, "Emailed to Members on 8th February" likely.
 *   status      NULL: nothing is said
 *   confidence  filled when TRUE */
gboolean mb_status_is_closed(const char *status,
                             enum mb_confidence *confidence);

/* The day, or the month as YYYYMM00, by which a row says that it is due: in its
 * own cell, or in its status ("Report due September 2023"); 0 when it does not.
 */
guint32 mb_status_due(const struct mb_item *row);

#endif
