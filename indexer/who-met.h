/* who-met: which body the title of a part says has met, and whose it is.
 * In: the first lines of the part.  Out: the committee and council of a struct
 * mb_meeting (meetings.h).  Called by titles.c, twice by meetings.c. */
#ifndef MB_INDEXER_WHO_MET_H
#define MB_INDEXER_WHO_MET_H

#include <glib.h>

#include "indexer/looks.h"
#include "indexer/meetings.h"

/* Read who met from the title in lines [first, end).
 *   text     those lines as one, without markup, quotes and dashes straight
 *   meeting  its committee and council are set when found (transfer full) */
void mb_who_met(const struct mb_lines *lines, const struct mb_looks *looks,
                guint first, guint end, const char *text,
                struct mb_meeting *meeting);

/* Whether a line is the name of a municipality and no body of it: "TOWN OF
 * ELMWOOD". */
gboolean mb_who_met_is_municipality(const struct mb_look *look);

/* The municipality whose page has the @title "Agenda - June 4, 2019 - Brendale
 * Township"; NULL.  Transfer full. */
char *mb_who_met_site(const char *title);

#endif
