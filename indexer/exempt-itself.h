/* exempt-itself: what a report says of itself far below its header.
 * In: struct mb_lines (lines.h).  Out: the words that withhold.  Called by
 * exempt.c. */
#ifndef MB_INDEXER_EXEMPT_ITSELF_H
#define MB_INDEXER_EXEMPT_ITSELF_H

#include "indexer/lines.h"

/* The words in lines [@from, @end) of the report that begins at line @first by
 * which it says of itself, in a sentence or a form, that it is withheld: "12.1
 * This report contains exempt information", "Exempt information: Yes".  NULL
 * when there are none; a mere label is none so far below.  Transfer full.
 *   more  further wordings by configuration, NULL-terminated, or NULL */
char *mb_exempt_itself(const struct mb_lines *lines, guint first, guint from,
                       guint end, const char *const *more);

/* TRUE when line @i, with the next where it goes on there, has the report that
 * it stands in as its subject, or answers a form about it. */
gboolean mb_exempt_speaks_of_itself(const struct mb_lines *lines, guint i,
                                    guint end);

#endif
