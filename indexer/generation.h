/* generation: the next state of the index while it is being made.
 * In: items and states of papers.  Out: a new generation, published
 * (base/layout.h).  Called by run.c and update.c.
 *
 *	INDEX/gen-8.new/scratch/open/    written to, committed now and then
 *	INDEX/gen-8.new/scratch/exempt/
 *	INDEX/gen-8.new/open/            compacted from it, published
 *	INDEX/gen-8.new/exempt/
 *
 * The scratch databases begin as copies of the published ones, which nobody
 * writes to: so a reader never meets a change, both databases change in the
 * same moment, and what was deleted is not in the new files.  The price is a
 * copy and a compaction of the whole index a run that changes anything. */
#ifndef MB_INDEXER_GENERATION_H
#define MB_INDEXER_GENERATION_H

#include <glib.h>

#include "base/item.h"
#include "shim/store.h"

struct mb_generation;

/* Begin the generation after the published one.
 *   index     folder of the index; made when missing
 *   language  of a new index
 *   returns   (transfer full) NULL on error
 *   error     MB_ERROR_BUSY, MB_ERROR_IO, MB_ERROR_CORRUPT, MB_ERROR_NOT_FOUND
 *             (language), MB_ERROR_SYNTAX: the index is in another language */
struct mb_generation *mb_generation_new(const char *index, const char *language,
                                        GError **error);

/* The generation it follows; NULL for the first.  Transfer none. */
const char *mb_generation_previous(const struct mb_generation *generation);

/* Take a paper out of both databases.
 *   others  of char *, gets the paths of papers that share items with it
 *   error   as mb_store_drop_paper() */
gboolean mb_generation_drop(struct mb_generation *generation, const char *path,
                            GPtrArray *others, GError **error);

/* Put an item into the open or the exempt database, by item->exempt. */
gboolean mb_generation_put(struct mb_generation *generation,
                           const struct mb_item *item, GError **error);

/* Remember a paper in one of the databases. */
gboolean mb_generation_put_paper(struct mb_generation *generation,
                                 gboolean exempt,
                                 const struct mb_paper_state *state,
                                 GError **error);

/* Commit, compact, publish. */
gboolean mb_generation_publish(struct mb_generation *generation,
                               GError **error);

/* What was not published is removed. */
void mb_generation_free(struct mb_generation *generation);
typedef struct mb_generation mb_generation;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_generation, mb_generation_free)

#endif
