/* headline: the heading of one item: where it ends, and its words made plain.
 * In: where it begins.  Out: the title, and where the item's text begins.
 * Called by entries.c and items.c. */
#ifndef MB_INDEXER_HEADLINE_H
#define MB_INDEXER_HEADLINE_H

#include <glib.h>

#include "indexer/looks.h"

struct mb_headline {
	char *title;       /* cleaned; NULL when nothing is left of it */
	guint body;        /* first line of the text */
	gsize body_offset; /* bytes into it: heading and text share a line */
};

/* Read the heading that begins @at bytes into line @i; it ends before line
 * @end.  @agenda: an entry of an agenda, whose page numbers are left out.
 * @headline's title is (transfer full). */
void mb_headline_read(const struct mb_lines *lines,
                      const struct mb_looks *looks, guint i, gsize at,
                      guint end, gboolean agenda, struct mb_headline *headline);

/* Whether the line that @look is of, in capitals, is the rest of the heading
 * @above, though it may be a paragraph of its own: "PUBLIC COMMENTS", then "BY
 * ELECTORS". */
gboolean mb_headline_is_rest(const struct mb_look *above,
                             const struct mb_look *look);

/* "1. The minutes were confirmed" under "MINUTES": bytes of the item's number
 * that stands beside its text on line @i; 0. */
gsize mb_headline_beside(const struct mb_lines *lines, guint i,
                         const char *number);

#endif
