/* councils: which council a paper is of, and names in capitals made small.
 * In: struct mb_lines.  Out: names.  Called by meetings.c. */
#ifndef MB_INDEXER_COUNCILS_H
#define MB_INDEXER_COUNCILS_H

#include <glib.h>

#include "indexer/lines.h"

/* The council that the paper names most: "Bristol City Council"; NULL when it
 * names none.  Transfer full.
 *   type  its last words, "Parish Council"; NULL for any council */
char *mb_councils_find(const struct mb_lines *lines, const char *type);

/* Whether the paper speaks of that council as the one that met, and not once in
 * passing: its items begin at line @top. */
gboolean mb_councils_is_host(const struct mb_lines *lines, guint top,
                             const char *name);

/* "Bristol City Council", not "Youth Council", "Full Council". */
gboolean mb_councils_is_authority(const char *name);

/* Whether "Garlock Parish Council" is a "Parish Council"; anything is NULL. */
gboolean mb_councils_has_type(const char *name, const char *type);

/* The name in small letters, as the paper prints it elsewhere, or with
 * capitals only where names have them.  Transfer full. */
char *mb_councils_uncapitalise(const char *name, const struct mb_lines *lines);

#endif
