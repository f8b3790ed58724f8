/* listed: ModernGov's lists of decisions, and its pages of one issue, as text:
 * each entry begins with a line that tells which meeting it is of.
 * In: such a line.  Out: what it tells.  Called by parts.c, meetings.c,
 * entries.c and items.c. */
#ifndef MB_INDEXER_LISTED_H
#define MB_INDEXER_LISTED_H

#include <glib.h>

#include "indexer/lines.h"

struct mb_listed {
	guint32 date_ymd;
	char *committee; /* as printed; NULL for a decision */
	char *number;    /* of the decision or item; NULL when it has none */
	char *title;     /* of the decision; NULL for a meeting of an issue */
};

/* Read @line.
 *   listed   filled (transfer full) when TRUE, zeroed when FALSE */
gboolean mb_listed_read(const struct mb_line *line, struct mb_listed *listed);
void mb_listed_clear(struct mb_listed *listed);
typedef struct mb_listed mb_listed;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(mb_listed, mb_listed_clear)

/* Bytes of the item's number that its title begins with, "31 Minutes of the
 * previous meeting", and the space behind; 0 when it is not there. */
gsize mb_listed_skip(const struct mb_line *title, const char *number);

#endif
