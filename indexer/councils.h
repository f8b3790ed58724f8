/* councils: which council a paper is of, and names in capitals made small.
 * In: struct mb_lines.  Out: names.  Called by meetings.c. */
#ifndef MB_INDEXER_COUNCILS_H
#define MB_INDEXER_COUNCILS_H

#include <glib.h>

#include "indexer/lines.h"

/* The council that the paper names most: "Bristol City Council"; NULL.
 * Transfer full. */
char *mb_councils_find(const struct mb_lines *lines);

/* Whether a name could be any council's: "Parish Council", "the Council". */
gboolean mb_councils_is_anyones(const char *name);

/* The name in small letters, as the paper prints it elsewhere, or with
 * capitals only where names have them.  Transfer full. */
char *mb_councils_uncapitalise(const char *name, const struct mb_lines *lines);

#endif
