/* stop: Ctrl-C and SIGTERM.
 * In: signals.  Out: whether to stop.  Called by run.c, update.c and worker.c.
 *
 * The first makes the run leave what it has not read yet, and gives it a moment
 * to publish the rest; when that is over it gives up, and the index is as it
 * was.  When it can't even do that in time, and at the second signal, the
 * program ends at once; the next run removes what that leaves. */
#ifndef MB_INDEXER_STOP_H
#define MB_INDEXER_STOP_H

#include <glib.h>

/* The moment: with what comes before and after, a run ends within a second. */
#define MB_STOP_GRACE_MS 700

/* The program has ended so long after the first signal. */
#define MB_STOP_LAST_MS 950

/* From here on signals are heard.  Once. */
void mb_stop_watch(void);

/* Nothing new should be begun. */
gboolean mb_stop_wanted(void);

/* The moment is over: what is not done is given up. */
gboolean mb_stop_overdue(GError **error);

#endif
