/* generation: the next state of the index while it is being made.
 * In: papers that go, states of papers, and segments of items (worker.h).
 * Out: the next published state.  Called by run.c and update.c.
 *
 * It comes about in one of three ways:
 *
 *	copied    INDEX/gen-8.new/scratch/open/    copy of gen-7/open/, changed
 *	          INDEX/gen-8.new/scratch/open-0/  segments of the first writer
 *	          INDEX/gen-8.new/open/            merged from both, published
 *	                                           as gen-8/ (base/layout.h)
 *
 *	anew      the same, but scratch/open/ begins empty
 *
 *	in place  INDEX/gen-7/open/                gets the items of the segments
 *	                                           in one transaction
 *
 * and likewise exempt/.  Copied costs a copy and a compaction of the whole
 * index: it is for many papers, and whenever something is taken out, because
 * Xapian leaves deleted text in its files.  Anew is for when all is read anyhow.
 * In place costs what is added.
 *
 * The two databases can't change in one moment in place.  The exempt one is
 * first, and what it says of a paper that has open items too says that it has
 * (struct mb_paper_state): when the open one does not know such a paper, a run
 * was killed between the two, and the next one reads the paper again. */
#ifndef MB_INDEXER_GENERATION_H
#define MB_INDEXER_GENERATION_H

#include <glib.h>

#include "indexer/worker.h"
#include "shim/store.h"

struct mb_generation;

/* Begin the generation after the published one: take the lock.
 *   index     folder of the index; made when missing
 *   language  of a new index
 *   returns   (transfer full) NULL on error
 *   error     MB_ERROR_BUSY, MB_ERROR_IO, MB_ERROR_CORRUPT, MB_ERROR_NOT_FOUND
 *             (language), MB_ERROR_SYNTAX: the index is in another language */
struct mb_generation *mb_generation_new(const char *index, const char *language,
                                        GError **error);

/* The generation it follows; NULL for the first.  Transfer none. */
const char *mb_generation_previous(const struct mb_generation *generation);

/* A folder for segments.  Transfer none. */
const char *mb_generation_scratch(const struct mb_generation *generation);

enum mb_way {
	MB_WAY_COPIED,
	MB_WAY_ANEW,     /* nothing that was known stays */
	MB_WAY_IN_PLACE, /* nothing that was known goes */
};

/* Open the databases for what follows; the first generation is made anew
 * whatever @way is.  As mb_generation_new(). */
gboolean mb_generation_open(struct mb_generation *generation, enum mb_way way,
                            GError **error);

/* Take a paper out of both databases.
 *   others  of char *, gets the paths of papers that share items with it
 *   error   as mb_store_drop_paper() */
gboolean mb_generation_drop(struct mb_generation *generation, const char *path,
                            GPtrArray *others, GError **error);

/* Remember a paper in one of the databases. */
gboolean mb_generation_put_paper(struct mb_generation *generation,
                                 enum mb_side side,
                                 const struct mb_paper_state *state,
                                 GError **error);

/* Have a paper that the databases hold read by the next run, whether it changes
 * or not.  As mb_store_put_paper(). */
gboolean mb_generation_read_next(struct mb_generation *generation,
                                 const char *path, GError **error);

/* Add what @pool, which is finished, has read, and publish.
 *   error   also as mb_pool_merge() */
gboolean mb_generation_publish(struct mb_generation *generation,
                               struct mb_pool *pool, GError **error);

/* What was not published is removed. */
void mb_generation_free(struct mb_generation *generation);
typedef struct mb_generation mb_generation;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_generation, mb_generation_free)

#endif
