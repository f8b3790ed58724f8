/* parts: where one part of a paper ends and the next begins.
 * In: struct mb_lines, struct mb_looks.  Out: struct mb_part (meetings.h)
 * without their meetings.  Called by meetings.c. */
#ifndef MB_INDEXER_PARTS_H
#define MB_INDEXER_PARTS_H

#include <glib.h>

#include "indexer/looks.h"
#include "indexer/meetings.h"

/* Part a paper: the parts cover every line, in order.
 *   path     of the paper: what it is may be in its name
 *   more     wordings by configuration that withhold a part, or NULL
 *   returns  (transfer full) of struct mb_part, empty when there are no lines
 */
GPtrArray *mb_parts_find(const struct mb_lines *lines,
                         const struct mb_looks *looks, const char *path,
                         const char *const *more);

#endif
