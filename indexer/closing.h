/* closing: what stands after the last words of an item and is none of them:
 * signature lines, distribution lists, notices, the headings of what follows.
 * In: the lines of an item.  Out: where its text ends.  Called by items.c. */
#ifndef MB_INDEXER_CLOSING_H
#define MB_INDEXER_CLOSING_H

#include <glib.h>

#include "indexer/looks.h"

/* The line after the last one of the last entry of an agenda: the signature of
 * the officer who calls the meeting, distribution lists and notices follow. */
guint mb_closing_agenda(const struct mb_lines *lines,
                        const struct mb_looks *looks, guint first, guint end);

/* The line after the last one of an entry of an agenda that another follows:
 * the address at the foot of a letter is left out. */
guint mb_closing_letterhead(const struct mb_lines *lines,
                            const struct mb_looks *looks, guint first,
                            guint end);

/* The line after the last one of an entry that another follows: "PART II" in
 * between is left out. */
guint mb_closing_divider(const struct mb_lines *lines,
                         const struct mb_looks *looks, guint first, guint end);

/* The line after the last one of the last minute: "CHAIR", "Signed ……" and
 * dates of signature are left out, "The meeting ended at 8.15pm" is not. */
guint mb_closing_minutes(const struct mb_lines *lines,
                         const struct mb_looks *looks, guint first, guint end);

/* Whether a line is where somebody signs: "Chairman's signature ……………". */
gboolean mb_closing_is_signed(const struct mb_line *line);

#endif
