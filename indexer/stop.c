#include "indexer/stop.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "indexer/run.h"

static volatile sig_atomic_t n_signals;
static struct timespec first_at;

static void
count_signal(int signal_no)
{
	if (n_signals == 0)
		clock_gettime(CLOCK_MONOTONIC, &first_at);
	if (++n_signals > 1)
		_exit(MB_EXIT_INTERRUPTED);
}

void
mb_stop_watch(void)
{
	struct sigaction action = { .sa_handler = count_signal };

	/* Writes of a library must not fail half way for it. */
	action.sa_flags = SA_RESTART;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

gboolean
mb_stop_wanted(void)
{
	return n_signals > 0;
}

gboolean
mb_stop_overdue(GError **error)
{
	struct timespec now;
	gint64 ms;

	if (n_signals == 0)
		return FALSE;
	clock_gettime(CLOCK_MONOTONIC, &now);
	ms = (gint64)(now.tv_sec - first_at.tv_sec) * 1000 +
	     (now.tv_nsec - first_at.tv_nsec) / 1000000;
	if (ms < MB_STOP_GRACE_MS)
		return FALSE;
	g_set_error(error, MB_ERROR, MB_ERROR_BUSY,
	            "interrupted; the index is as it was");
	return TRUE;
}
