/* stop: Ctrl-C and SIGTERM.
 * In: signals.  Out: whether to stop.  Called by run.c, update.c and worker.c.
 *
 * The first makes the run leave what it has not read yet, and gives it a moment
 * to publish the rest; when that is over it gives up, and the index is as it
 * was.  The second ends the program at once. */
#ifndef MB_INDEXER_STOP_H
#define MB_INDEXER_STOP_H

#include <glib.h>

/* The moment: with what comes before and after, a run ends within a second. */
#define MB_STOP_GRACE_MS 700

void mb_stop_watch(void);

/* Nothing new should be begun. */
gboolean mb_stop_wanted(void);

/* The moment is over: what is not done is given up. */
gboolean mb_stop_overdue(GError **error);

#endif
