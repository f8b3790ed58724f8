/* guard: a command, and all that it starts, ended together.
 * In: what to become in a process of its own, and for how long.  Out: how that
 * ended.  Called by convert.c.
 *
 *	writer ----> guard ----> command ----> whatever it starts
 *	               ^______________________________|
 *	         comes to it, when what started it has ended
 *
 * A process group is left by whoever calls setsid().  The guard is the reaper
 * of all that descends from it instead, and outlives the writer for as long as
 * it takes to end them and to clear up. */
#ifndef MB_INDEXER_GUARD_H
#define MB_INDEXER_GUARD_H

#include <glib.h>

struct mb_guarded {
	void (*become)(gpointer data); /* in the child; does not return */
	void (*clear)(gpointer data);  /* in the guard, when the writer died */
	gpointer data;
	guint max_seconds;
};

enum mb_guard_end {
	MB_GUARD_ENDED, /* by itself, see *status */
	MB_GUARD_LATE,
	MB_GUARD_STOPPED,
	MB_GUARD_NOT_STARTED,
};

/* Run it to its end.  When this returns nothing of it runs any more.
 *   stop_fd  when something can be read from this, it is ended; -1: none
 *   status   as waitpid() tells it, of MB_GUARD_ENDED; else 0 */
enum mb_guard_end mb_guard_run(const struct mb_guarded *guarded, int stop_fd,
                               int *status);

#endif
