/* opening: the databases of one or several indexes, opened as one.
 * In: where they lie.  Out: struct mb_search.  Called by answer.c.
 *
 * An index is a folder that minutebook-index(1) writes, or a Xapian stub file
 * that names databases, on other machines too.  A folder may be published anew
 * between finding its databases and opening them; it is then looked for
 * again. */
#ifndef MB_QUERY_OPENING_H
#define MB_QUERY_OPENING_H

#include <glib.h>

#include "shim/search.h"

/* Times an index that moves under the reader is opened. */
#define MB_OPENING_MAX_TRIES 8

/* Open what is published now.
 *   indexes  at least one
 *   exempt   the exempt databases of the folders too
 *   returns  (transfer full) NULL on error
 *   error    MB_ERROR_NOT_FOUND: nothing published there; MB_ERROR_IO;
 *            MB_ERROR_CORRUPT; MB_ERROR_SYNTAX: of two languages */
struct mb_search *mb_opening(const char *const *indexes, gboolean exempt,
                             GError **error);

#endif
