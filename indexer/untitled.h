/* untitled: minutes and agendas that no word calls so, only the name of a body
 * and a day, as packs join them.
 * In: struct mb_signs (signs.h).  Out: lines.  Called by parts.c. */
#ifndef MB_INDEXER_UNTITLED_H
#define MB_INDEXER_UNTITLED_H

#include "indexer/signs.h"

/* The first line of the page whose line @i lists who was present, below a body
 * and a day alone; MB_NO_LINE when it is no such page. */
guint mb_untitled_minutes(const struct mb_signs *s, guint i);

/* Whether the lines above @end call a meeting: two entries that count on, and
 * nobody who was present. */
gboolean mb_untitled_agenda(const struct mb_signs *s, guint end);

/* The first line of minutes that follow an agenda without a title, as on a page
 * that had the agenda first: line @i of them lists who was present, and their
 * numbers begin again with 1; MB_NO_LINE when there are none. */
guint mb_untitled_below_agenda(const struct mb_signs *s, guint i);

#endif
