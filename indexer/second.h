/* second: where a paper of one meeting goes on with another, without saying so:
 * two agendas on one sheet, the minutes of the next meeting below the end of
 * the last.
 * In: the signs of a paper, with the part that stands above.  Out: yes or no.
 * Called by parts.c. */
#ifndef MB_INDEXER_SECOND_H
#define MB_INDEXER_SECOND_H

#include <glib.h>

#include "indexer/signs.h"

/* Whether line @i heads a second agenda below the entries of the first: they
 * begin anew. */
gboolean mb_second_agenda(const struct mb_signs *s, guint i);

/* Whether line @i names a meeting and its day, and below it stands who was
 * there: the minutes above are at their end. */
gboolean mb_second_minutes(const struct mb_signs *s, guint i);

/* Whether line @i names a meeting below the entries of another's minutes, and
 * entries begin anew right below it: "Minutes of the General Meeting" behind
 * those of the annual one, on the same day. */
gboolean mb_second_counted(const struct mb_signs *s, guint i);

#endif
