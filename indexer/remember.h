/* remember: what the databases remember of a paper (shim/store.h).
 * In: a paper and what became of it.  Out: its states in the generation.
 * Called by update.c and again.c. */
#ifndef MB_INDEXER_REMEMBER_H
#define MB_INDEXER_REMEMBER_H

#include "indexer/updating.h"

/* Status of papers with nothing to find (shim/store.h). */
#define MB_UNSEARCHABLE "not searchable"

/* Remember a paper that was read, in each database that may know it.
 *   returns FALSE when the index can't be written, as mb_update() */
gboolean mb_remember_read(struct mb_updating *update,
                          const struct mb_found *found,
                          const struct mb_reading *reading, GError **error);

/* Remember a paper whose items stay as they are, as seen now.  One that can't
 * be read keeps the items that it had.  One that never could be is remembered
 * in the exempt database: nobody knows what it is. status  of both databases;
 * NULL: as it was returns as mb_remember_read() */
gboolean mb_remember_kept(struct mb_updating *update,
                          const struct mb_found *found,
                          const struct mb_reading *reading, const char *status,
                          GError **error);

#endif
