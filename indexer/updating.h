/* updating: what the steps of an update share.
 * Filled by update.c, which has the papers read; handed to again.c and
 * remember.c. */
#ifndef MB_INDEXER_UPDATING_H
#define MB_INDEXER_UPDATING_H

#include "indexer/generation.h"
#include "indexer/plan.h"
#include "indexer/progress.h"
#include "indexer/run.h"
#include "indexer/summary.h"
#include "indexer/worker.h"

struct mb_updating {
	const struct mb_run *run;
	const struct mb_plan *plan;
	const struct mb_known *known;
	struct mb_generation *generation;
	struct mb_summary *summary;
	struct mb_progress *progress;
	struct mb_pool *pool;
	GPtrArray *readings; /* struct mb_reading of each paper to be read; NULL
	                      * where the run was stopped before */
	GHashTable *again; /* set of paths: papers to be read once more, because
	                    * they share items with one that was dropped */
	GHashTable *tainted; /* those of them whose one is exempt now */
};

#endif
