/* worker: papers read by processes of their own, several at a time, so that a
 * paper that crashes or hangs its reader costs that paper only.
 * In: struct mb_job, one a paper.  Out: struct mb_reading, in the order of the
 * jobs, whatever takes how long.  Called by update.c.
 *
 *	      job number              head, then item JSON lines
 *	run --------------> reader 1 ----------------------------> run
 *	    --------------> reader 2 ---------------------------->
 *
 * Readers are forked, so they know the jobs and the configuration already.  A
 * reader that dies is replaced. */
#ifndef MB_INDEXER_WORKER_H
#define MB_INDEXER_WORKER_H

#include <glib.h>

#include "base/conf.h"
#include "base/item.h"
#include "indexer/sittings.h"

#define MB_WORKER_MAX_JOBS 64

/* A paper that takes its reader longer than this is given up.  A test has no
 * time for that. */
#ifndef MB_WORKER_MAX_SECONDS
#define MB_WORKER_MAX_SECONDS 120
#endif

/* Memory a reader may map; no limit under AddressSanitizer, which maps all. */
#define MB_WORKER_MAX_MEMORY (2048ull * 1024 * 1024)

/* A paper to be read. */
struct mb_job {
	char *path; /* absolute */
	char
	    *known_sha256; /* not read further when this is its hash; or NULL */
};
struct mb_job *mb_job_new(const char *path, const char *known_sha256);
void mb_job_free(struct mb_job *job);

enum mb_outcome {
	MB_OUTCOME_READ,
	MB_OUTCOME_SAME,       /* its content is what is known already */
	MB_OUTCOME_NO_TEXT,    /* a scan, or a type without a reader */
	MB_OUTCOME_FAILED,     /* its content can't be read */
	MB_OUTCOME_UNREADABLE, /* the file can't be: not its content's fault */
};

/* What became of a job. */
struct mb_reading {
	enum mb_outcome outcome;
	char *reason;     /* for people; NULL when same; what was odd when read */
	char *sha256;     /* "" when the file could not be read */
	GPtrArray *items; /* of struct mb_item; empty unless read */
	gboolean exempt;  /* the paper as a whole */
	char *sittings[MB_N_SIDES]; /* as in struct mb_documents; NULL
	                             * unless read */
	char *type;                 /* of the paper; NULL unless known */
	guint n_pages;
	guint n_empty_pages;
};
void mb_reading_free(struct mb_reading *reading);
typedef struct mb_reading mb_reading;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_reading, mb_reading_free)

struct mb_pool;

/* Start reading.
 *   jobs     of struct mb_job; borrowed, must not change while the pool lives
 *   conf     borrowed likewise
 *   n_jobs   reader processes, 0: one a core
 *   stopped  asked whether to give up; may be NULL */
struct mb_pool *mb_pool_new(GPtrArray *jobs, const struct mb_conf *conf,
                            guint n_jobs, gboolean (*stopped)(void));

/* What became of the next job.
 *   returns (transfer full) NULL when all are done, or when stopped */
struct mb_reading *mb_pool_next(struct mb_pool *pool);

/* Keep the readers busy, without waiting: for whoever takes long between two
 * calls of mb_pool_next(). */
void mb_pool_feed(struct mb_pool *pool);

/* Ends the readers. */
void mb_pool_free(struct mb_pool *pool);
typedef struct mb_pool mb_pool;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_pool, mb_pool_free)

#endif
