#include "indexer/stop.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "indexer/run.h"

#define LAST_WORDS                                                             \
	"minutebook-index: interrupted; the next run brings the index up to "  \
	"date\n"

static volatile sig_atomic_t n_signals;
static struct timespec first_at;

/* Runs from the first signal on. */
static timer_t last_moment;

/* What is said when it is over; on a terminal there may be a bar before it. */
static const char *last_words;

static void
count_signal(int signal_no)
{
	static const struct itimerspec left = {
		.it_value.tv_nsec = MB_STOP_LAST_MS * 1000000L
	};

	if (n_signals == 0) {
		clock_gettime(CLOCK_MONOTONIC, &first_at);
		timer_settime(last_moment, 0, &left, NULL);
	}
	if (++n_signals > 1)
		_exit(MB_EXIT_INTERRUPTED);
}

static void
end_now(int signal_no)
{
	(void)!write(STDERR_FILENO, last_words, strlen(last_words));
	_exit(MB_EXIT_INTERRUPTED);
}

/* A call of the shim may take much longer than there is time, and can't be
 * asked to come back: then the process ends in the midst of it, as if it were
 * killed, which the index survives at any moment (base/layout.h). */
static void
watch_the_clock(void)
{
	struct sigaction action = { .sa_handler = end_now };
	struct sigevent event = { .sigev_notify = SIGEV_SIGNAL,
		                  .sigev_signo = SIGALRM };

	last_words = isatty(STDERR_FILENO) ? "\n" LAST_WORDS : LAST_WORDS;
	sigaction(SIGALRM, &action, NULL);
	timer_create(CLOCK_MONOTONIC, &event, &last_moment);
}

void
mb_stop_watch(void)
{
	struct sigaction action = { .sa_handler = count_signal };

	watch_the_clock();
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
