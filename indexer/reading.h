/* reading: a paper that is to be read, and what became of it.
 * In: what the plan wants of a paper.  Out: the same struct in the reader,
 * which makes it, in its writer, which counts the items, and in the run, which
 * remembers it.  Called by plan.c, worker.c and its processes, update.c,
 * again.c and remember.c. */
#ifndef MB_INDEXER_READING_H
#define MB_INDEXER_READING_H

#include <glib.h>

#include "indexer/sittings.h"

/* A paper to be read. */
struct mb_job {
	char *path;         /* absolute */
	char *known_sha256; /* not read further when this is its hash; or "" */
	guint64 n_bytes;
	gboolean with_ocr; /* pages that are pictures are read too */
};
struct mb_job *mb_job_new(const char *path, const char *known_sha256,
                          guint64 n_bytes);
void mb_job_free(struct mb_job *job);
typedef struct mb_job mb_job;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_job, mb_job_free)

enum mb_outcome {
	MB_OUTCOME_READ,
	MB_OUTCOME_SAME,       /* its content is what is known already */
	MB_OUTCOME_NO_TEXT,    /* a scan, or a type without a reader */
	MB_OUTCOME_FAILED,     /* its content can't be read */
	MB_OUTCOME_UNREADABLE, /* the file can't be: not its content's fault */
	MB_OUTCOME_STOPPED,    /* given up because the run is to end */
	MB_OUTCOME_CONVERT,    /* between a reader and supervise.c only: to be
	                        * converted, see worker-reader.h */
};

/* What one of the two databases holds of a paper: nothing unless it was read.
 */
struct mb_share {
	guint n_items;
	guint64 n_text_bytes;
	char *sittings; /* as in struct mb_documents */
};

struct mb_reading {
	enum mb_outcome outcome;
	char *reason; /* for people; NULL when same; what was odd when read */
	char *sha256; /* "" when the file could not be read */
	char *type;   /* of the paper; "" unless known */
	gboolean is_exempt; /* the paper as a whole */
	guint n_pages;
	guint n_empty_pages;
	struct mb_share shares[MB_N_SIDES];
};
void mb_reading_free(struct mb_reading *reading);
typedef struct mb_reading mb_reading;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_reading, mb_reading_free)

/* A job as a message of this type, without its size: floating, and transfer
 * full. */
#define MB_JOB_TYPE "(ayayb)"
GVariant *mb_job_to_variant(const struct mb_job *job);
struct mb_job *mb_job_from_variant(GVariant *variant);

/* One without a paper's facts.  Transfer full. */
struct mb_reading *mb_reading_new(enum mb_outcome outcome, const char *reason);

/* Its items, of both databases. */
guint mb_reading_n_items(const struct mb_reading *reading);

/* Whether a database has the path of a paper that was read: the open one when
 * the paper is not exempt as a whole, the exempt one when it has exempt items.
 */
gboolean mb_reading_is_known_to(const struct mb_reading *reading,
                                enum mb_side side);

/* As a message (link.h) of this type: floating, and transfer full.  What a
 * reader sends is made a reading whatever it is. */
#define MB_READING_TYPE "(usssbuu(uts)(uts))"
GVariant *mb_reading_to_variant(const struct mb_reading *reading);
struct mb_reading *mb_reading_from_variant(GVariant *variant);

#endif
