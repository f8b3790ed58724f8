#include "indexer/stop.h"

#include <signal.h>
#include <unistd.h>

#include "indexer/run.h"

static volatile sig_atomic_t n_signals;

static void
count_signal(int signal_no)
{
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
