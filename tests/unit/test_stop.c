/* A run that is interrupted ends within a second whatever it is doing. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/run.h"
#include "indexer/stop.h"
#include "tests/unit/test.h"

/* Longer than any of this takes on a busy machine. */
#define PATIENCE_SECONDS 20

/* A call that does not come back soon, and does not ask mb_stop_wanted(). */
G_NORETURN static void
be_busy(int n_signals)
{
	mb_stop_watch();
	while (n_signals-- > 0)
		raise(SIGINT);
	for (gint64 i = 0; i < PATIENCE_SECONDS * 1000; i++)
		g_usleep(1000);
	_exit(0);
}

static void
check_end(int n_signals, gint64 least_ms)
{
	gint64 before = g_get_monotonic_time();
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		be_busy(n_signals);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), MB_EXIT_INTERRUPTED);
	assert_true(g_get_monotonic_time() - before >= least_ms * 1000);
}

static void
test_once(void **state)
{
	check_end(1, MB_STOP_GRACE_MS);
}

static void
test_twice(void **state)
{
	check_end(2, 0);
}

/* Whoever asks is told in time to end better than that. */
static void
test_asked(void **state)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		mb_stop_watch();
		if (mb_stop_wanted() || mb_stop_overdue(NULL))
			_exit(1);
		raise(SIGINT);
		if (!mb_stop_wanted() || mb_stop_overdue(NULL))
			_exit(2);
		while (!mb_stop_overdue(NULL))
			g_usleep(1000);
		_exit(3);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 3 << 8);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_once),
		cmocka_unit_test(test_twice),
		cmocka_unit_test(test_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
