/* plan: what a run has to do.
 * In: the files that are there (folder.h), the papers that the published index
 * knows.  Out: struct mb_plan.  Called by run.c. */
#ifndef MB_INDEXER_PLAN_H
#define MB_INDEXER_PLAN_H

#include <glib.h>

#include "base/conf.h"
#include "indexer/folder.h"
#include "shim/store.h"

/* The papers that an index knows: char * path -> struct mb_paper_state.  A
 * paper with open and exempt items is in both tables. */
struct mb_known {
	GHashTable *open;
	GHashTable *exempt;
};

/* Read what the generation in @path knows; NULL: there is none.
 *   error   MB_ERROR_IO, MB_ERROR_CORRUPT; the tables are then NULL */
gboolean mb_known_read(struct mb_known *known, const char *path,
                       GError **error);
void mb_known_clear(struct mb_known *known);

/* What is known of a paper, by either table; NULL when nothing is.
 * Transfer none. */
const struct mb_paper_state *mb_known_find(const struct mb_known *known,
                                           const char *path);

guint mb_known_n_papers(const struct mb_known *known);

/* Whether scans were read in any of them. */
gboolean mb_known_has_ocr(const struct mb_known *known);

/* Items that the index has, counted once for each paper they stand in. */
guint64 mb_known_n_items(const struct mb_known *known);

struct mb_plan {
	GPtrArray *read;      /* struct mb_found to be read, sorted by path */
	GPtrArray *jobs;      /* struct mb_job of each of them */
	GPtrArray *unchanged; /* struct mb_found; both borrowed from the walk */
	GPtrArray *gone;      /* char *: known, below a root, not there now */
	GPtrArray *held_back; /* char *: the same, but too many to drop */
	GPtrArray *withdrawn; /* char *: in the open database, though the
	                       * configuration now says exempt */
};

/* Compare what is there with what is known.
 *   walk    borrowed; must outlive the plan
 *   again   read everything
 *   prune   hold nothing back
 *
 * A paper is unchanged when size and time are.  Papers that were made by
 * something else than mb_plan_made_by() now has are read whether changed or
 * not; and so are those that only one of the two databases got hold
 * of (generation.h).
 *
 * A paper is withdrawn wherever it lies: what is exempt must not stay open
 * because its file is gone, can't be read or was not named in this run.
 *
 * A paper is gone when it was below a named folder, and nothing on the way to
 * it was unreadable.  When more than a tenth of the papers known below a folder
 * are gone, they are held back: a share that is not mounted looks like that. */
struct mb_plan *mb_plan_make(const struct mb_walk *walk,
                             const struct mb_known *known,
                             const struct mb_conf *conf, gboolean again,
                             gboolean prune);
void mb_plan_free(struct mb_plan *plan);
typedef struct mb_plan mb_plan;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_plan, mb_plan_free)

/* Whether the scans in a paper are read when it is: they are asked for, or were
 * read last time. */
gboolean mb_plan_with_ocr(const struct mb_known *known, const char *path,
                          const struct mb_conf *conf);

/* What a paper that is read now is made by (shim/store.h): the fingerprint, the
 * database that the configuration forces it into, and whether its scans are
 * read.  Transfer full. */
char *mb_plan_made_by(const struct mb_known *known, const char *path,
                      const struct mb_conf *conf);

/* Make a paper one that was made by nothing that is now: it is read by the next
 * run, its scans too if they were. */
void mb_plan_distrust(struct mb_paper_state *state);

/* Nonzero when the index is up to date. */
gboolean mb_plan_is_empty(const struct mb_plan *plan);

#endif
