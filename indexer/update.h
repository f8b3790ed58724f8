/* update: carry out a plan.
 * In: struct mb_plan.  Out: the next state of the index, published; what became
 * of each paper in the summary.  Called by run.c. */
#ifndef MB_INDEXER_UPDATE_H
#define MB_INDEXER_UPDATE_H

#include "indexer/generation.h"
#include "indexer/plan.h"
#include "indexer/run.h"
#include "indexer/summary.h"

/* Read what is new or changed, drop what is gone, and read again what shared
 * items with either.
 *   returns FALSE when the index can't be written: MB_ERROR_IO,
 *           MB_ERROR_CORRUPT, MB_ERROR_LIMIT; or was not, because the run is
 *           to end: MB_ERROR_BUSY */
gboolean mb_update(const struct mb_run *run, const struct mb_plan *plan,
                   const struct mb_known *known,
                   struct mb_generation *generation, struct mb_summary *summary,
                   GError **error);

#endif
