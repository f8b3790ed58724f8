/* worker: papers read and the index written by pairs of processes, one pair a
 * core.
 * In: struct mb_job, one a paper.  Out: struct mb_reading, one a job, and the
 * items in segments of the index; then these merged.  Called by update.c and
 * generation.c.
 *
 *	     orders            open papers
 *	run --------> writer 1 ----------> reader 1   may do nothing but read
 *	    <-------- |        <----------            its paper and answer
 *	    answers   v           items
 *	         segments
 *	    --------> writer 2 ----------> reader 2
 *	    <-------- |        <----------
 *	              v
 *	         segments
 *
 * A pair does one thing at a time, so that it needs one core.  Poppler and the
 * other readers meet bytes that strangers chose: whatever becomes of a reader
 * costs its paper only, and its writer starts another one.  The writer opens
 * papers, checks what it is told of them, and writes; when one dies, the run
 * has failed.
 *
 * Papers are handed out largest first, so that the cores end together.  Who
 * reads which depends on their speed; what becomes part of the index does not,
 * because segments know nothing of each other before they are merged
 * (shim/store.h). */
#ifndef MB_INDEXER_WORKER_H
#define MB_INDEXER_WORKER_H

#include <glib.h>

#include "base/conf.h"
#include "indexer/reading.h"

#define MB_WORKER_MAX_JOBS 64

struct mb_pool;

/* Pairs are started when there is something for them to do.
 *   folder  for segments
 *   conf    borrowed, must not change while the pool lives
 *   n_jobs  pairs, 0: one a core */
struct mb_pool *mb_pool_new(const char *folder, const struct mb_conf *conf,
                            guint n_jobs);

/* Read papers.
 *   jobs     of struct mb_job; borrowed
 *   stopped  asked whether to leave the rest; may be NULL
 *   done     told of each, in the order in which they are done: the number of
 *            the job, and what became of it (transfer full).  Not told of those
 *            that were left
 *   error    MB_ERROR_IO and others: the index can't be written;
 *            MB_ERROR_BUSY: mb_stop_overdue() */
gboolean
mb_pool_read(struct mb_pool *pool, GPtrArray *jobs, gboolean (*stopped)(void),
             void (*done)(guint job, struct mb_reading *reading, gpointer data),
             gpointer data, GError **error);

/* No more papers: bring all segments to their folders.  As mb_pool_read(). */
gboolean mb_pool_finish(struct mb_pool *pool, GError **error);

/* The folders of segments of one database, as mb_store_append() takes them.
 * Transfer full. */
GPtrArray *mb_pool_segments(const struct mb_pool *pool, enum mb_side side);

/* A database, and the segments that are to be merged with it. */
struct mb_merge {
	const char *store; /* scratch database, committed and closed */
	const char *to;
	enum mb_side side;
};

/* Merge databases with their segments, side by side.  As mb_pool_read(). */
gboolean mb_pool_merge(struct mb_pool *pool, const struct mb_merge *merges,
                       guint n_merges, GError **error);

/* Ends the processes. */
void mb_pool_free(struct mb_pool *pool);
typedef struct mb_pool mb_pool;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_pool, mb_pool_free)

#endif
