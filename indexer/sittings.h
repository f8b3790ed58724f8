/* sittings: what a paper says of its meetings, for the index to remember with
 * the paper (base/sitting.h).
 * In: its items, meetings and attendance.  Out: JSON lines, one text for each
 * of the two databases.  Called by document.c and exported.c. */
#ifndef MB_INDEXER_SITTINGS_H
#define MB_INDEXER_SITTINGS_H

#include <glib.h>

#include "base/conf.h"
#include "indexer/attendance.h"

/* The databases of a generation (base/layout.h). */
enum mb_side { MB_SIDE_OPEN, MB_SIDE_EXEMPT };
#define MB_N_SIDES 2

/* Nothing that an exempt item alone tells is on the open side: no meeting, no
 * number, no name.
 *   drafts      of struct mb_draft, their items finished: with the council
 *               and the committee's name that they are searched by
 *   exempt      the paper as a whole is
 *   conf        names councils and committees, as it does those of the items
 *   json        filled: transfer full, never NULL, as mb_sittings_to_json() */
void mb_sittings_find(const GPtrArray *drafts, const struct mb_meetings *meetings,
                      const struct mb_attendance *attendance, gboolean exempt,
                      const struct mb_conf *conf, char *json[MB_N_SIDES]);

/* The same of items (struct mb_item) that were made elsewhere, with nothing
 * known of their paper. */
void mb_sittings_of_items(const GPtrArray *items, char *json[MB_N_SIDES]);

#endif
