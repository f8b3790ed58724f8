/* stop: Ctrl-C and SIGTERM.
 * In: signals.  Out: whether to stop.  Called by run.c and update.c.
 * The first lets the run finish the paper it is at and publish what it has
 * read; the second ends the program at once with nothing published. */
#ifndef MB_INDEXER_STOP_H
#define MB_INDEXER_STOP_H

#include <glib.h>

void mb_stop_watch(void);

gboolean mb_stop_wanted(void);

#endif
