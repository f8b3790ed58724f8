/* run: one indexing run, from the papers named to a published index.
 * In: what minutebook-index was told.  Out: a new generation of the index
 * (base/layout.h), messages, a summary, the exit status.
 * Called by minutebook-index.c. */
#ifndef MB_INDEXER_RUN_H
#define MB_INDEXER_RUN_H

#include <glib.h>

#include "base/conf.h"

/* The program's exit status. */
enum mb_exit {
	MB_EXIT_DONE = 0,
	MB_EXIT_SOME_FAILED = 1,  /* the rest is indexed */
	MB_EXIT_NOTHING_DONE = 2, /* the index is as it was */
	MB_EXIT_INTERRUPTED = 130,
};

struct mb_run {
	const char *index;  /* folder of the index */
	char *const *names; /* papers and folders, NULL-terminated */
	const struct mb_conf *conf;
	guint n_jobs;     /* reader processes; 0: one a core */
	gboolean again;   /* read papers that have not changed too */
	gboolean prune;   /* drop papers that are gone, however many */
	gboolean verbose; /* one line a paper */
};

/* Bring the index up to date. */
enum mb_exit mb_run(const struct mb_run *run);

#endif
