/* slides: where the slides or the report begin that a pack joins to minutes
 * without a title.
 * In: struct mb_signs (signs.h).  Out: lines.  Called by parts.c. */
#ifndef MB_INDEXER_SLIDES_H
#define MB_INDEXER_SLIDES_H

#include "indexer/signs.h"

/* Whether a line is business that closes a meeting, "Any other business":
 * slides stand behind it, if anywhere. */
gboolean mb_slides_may_follow(const struct mb_look *look);

/* Whether line @i has their first words, "Overview". */
gboolean mb_slides_begin(const struct mb_signs *s, guint i);

/* The first line of the title above line @i, where they begin. */
guint mb_slides_title(const struct mb_signs *s, guint i);

#endif
