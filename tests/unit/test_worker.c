/* A reader that hangs costs its paper and no other. */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "indexer/worker.h"
#include "tests/unit/test.h"

#define N_PAPERS 4

/* The one child of this process. */
static pid_t
only_child(void)
{
	g_autofree char *path =
	    g_strdup_printf("/proc/self/task/%d/children", (int)getpid());
	g_autofree char *text = NULL;

	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	return (pid_t)g_ascii_strtoull(text, NULL, 10);
}

/* The reader is stopped, at whichever paper it happens to be: that one is given
 * up, in its place in the order, and a new reader does the others. */
static void
test_hanging(void **state)
{
	char *folder = test_folder_new();
	g_autoptr(mb_conf) conf = mb_conf_load("/dev/null", NULL, NULL);
	g_autoptr(GPtrArray) jobs =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_job_free);
	g_autoptr(mb_pool) pool = NULL;
	guint n_given_up = 0;

	for (guint i = 0; i < N_PAPERS; i++) {
		g_autofree char *name = g_strdup_printf("%u.txt", i);
		g_autofree char *path =
		    test_write(folder, name, "1. APOLOGIES\n\nNone.\n");

		g_ptr_array_add(jobs, mb_job_new(path, NULL));
	}
	pool = mb_pool_new(jobs, conf, 1, NULL);
	assert_true(only_child() > 0);
	assert_int_equal(kill(only_child(), SIGSTOP), 0);
	for (guint i = 0; i < N_PAPERS; i++) {
		g_autoptr(mb_reading) reading = mb_pool_next(pool);

		assert_non_null(reading);
		if (reading->outcome == MB_OUTCOME_READ)
			continue;
		assert_int_equal(reading->outcome, MB_OUTCOME_FAILED);
		assert_string_equal(reading->reason,
		                    "reading it takes too long");
		n_given_up++;
	}
	assert_int_equal(n_given_up, 1);
	assert_null(mb_pool_next(pool));
	test_folder_free(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hanging),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
