/* The run's side of its writers: what is handed to whom, and what comes of a
 * writer that fails.  The writer here is a false one, which does what the name
 * of its paper says. */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/error.h"
#include "indexer/link.h"
#include "indexer/stop.h"
#include "indexer/worker-writer.h"
#include "indexer/worker.h"
#include "tests/unit/test.h"

/* "At once", on a busy machine. */
#define SOON_US (10 * G_USEC_PER_SEC)

/* Whether the writer was told to stop while it read @path, which hangs. */
static gboolean
is_stopped(struct mb_link *link)
{
	g_autoptr(GVariant) order = NULL;

	order = mb_link_receive(link, MB_ORDER_TYPE, NULL);
	return order != NULL;
}

static void
answer(struct mb_link *link, enum mb_order order, GVariant *content)
{
	mb_link_send(link, g_variant_new("(uv)", (guint32)order, content), -1);
}

static void
pretend_to_read(struct mb_link *link, GVariant *job)
{
	g_autoptr(mb_reading) reading = mb_reading_new(MB_OUTCOME_READ, NULL);
	const char *path, *known_sha256;

	g_variant_get(job, "(^&ay^&ayb)", &path, &known_sha256, NULL);
	if (strstr(path, "die"))
		raise(SIGKILL);
	if (strstr(path, "exit"))
		_exit(3);
	if (strstr(path, "full")) {
		answer(link, MB_ORDER_FAIL,
		       g_variant_new("(is)", MB_ERROR_LIMIT, "no room"));
		return;
	}
	if (strstr(path, "hang") && is_stopped(link))
		reading->outcome = MB_OUTCOME_STOPPED;
	g_free(reading->reason);
	reading->reason = g_strdup(path);
	answer(link, MB_ORDER_READ, mb_reading_to_variant(reading));
}

void
mb_worker_writer(int fd, const struct mb_conf *conf,
                 char *const folders[MB_N_SIDES])
{
	struct mb_link *link = mb_link_new(fd);
	GVariant *message;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	close_range(3, (unsigned int)fd - 1, 0);
	close_range((unsigned int)fd + 1, ~0u, 0);
	signal(SIGINT, SIG_IGN);
	while ((message = mb_link_receive(link, MB_ORDER_TYPE, NULL))) {
		g_autoptr(GVariant) what = NULL;
		guint32 order;

		g_variant_get(message, "(uv)", &order, &what);
		if (order == MB_ORDER_READ)
			pretend_to_read(link, what);
		else if (order != MB_ORDER_STOP)
			answer(link, (enum mb_order)order, g_variant_new("()"));
	}
	_exit(0);
}

static GPtrArray *
jobs_new(const char *const *paths)
{
	GPtrArray *jobs =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_job_free);

	/* The last is the largest, and so the first to be read. */
	for (guint i = 0; paths[i]; i++)
		g_ptr_array_add(jobs, mb_job_new(paths[i], NULL, i));
	return jobs;
}

static void
take(guint job, struct mb_reading *reading, gpointer data)
{
	GPtrArray *order = data;

	assert_int_equal(reading->outcome, MB_OUTCOME_READ);
	g_ptr_array_add(order, g_strdup(reading->reason));
	mb_reading_free(reading);
}

static void
test_order(void **state)
{
	static const char *const paths[] = { "/a", "/b", "/c", "/d", NULL };
	g_autoptr(GPtrArray) jobs = jobs_new(paths);
	g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) three = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(mb_pool) alone = mb_pool_new("/nowhere", NULL, 1);
	g_autoptr(mb_pool) pool = mb_pool_new("/nowhere", NULL, 3);
	g_autoptr(GPtrArray) segments = NULL;

	assert_true(mb_pool_read(alone, jobs, NULL, take, one, NULL));
	assert_int_equal(one->len, 4);
	for (guint i = 0; i < one->len; i++)
		assert_string_equal(one->pdata[i], paths[3 - i]);
	assert_true(mb_pool_read(pool, jobs, NULL, take, three, NULL));
	assert_int_equal(three->len, 4);
	assert_true(mb_pool_finish(pool, NULL));
	segments = mb_pool_segments(pool, MB_SIDE_OPEN);
	assert_int_equal(segments->len, 0);
}

static void
check_failure(const char *path, int code, const char *message)
{
	const char *const paths[] = { "/a", path, "/b", NULL };
	g_autoptr(GPtrArray) jobs = jobs_new(paths);
	g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(mb_pool) pool = mb_pool_new("/nowhere", NULL, 2);
	g_autoptr(GError) error = NULL;

	assert_false(mb_pool_read(pool, jobs, NULL, take, order, &error));
	assert_true(g_error_matches(error, MB_ERROR, code));
	assert_string_equal(error->message, message);
}

static void
test_failures(void **state)
{
	check_failure("/die", MB_ERROR_IO,
	              "a process that writes the index was ended (Killed)");
	check_failure("/exit", MB_ERROR_IO,
	              "a process that writes the index ended early (is "
	              "the disk full?)");
	check_failure("/full", MB_ERROR_LIMIT, "no room");
}

/* What hangs is left when the run is to end, and what was not begun is. */
static void
test_stop(void **state)
{
	static const char *const paths[] = { "/a", "/hang", "/hang", NULL };
	g_autoptr(GPtrArray) jobs = jobs_new(paths);
	g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(mb_pool) pool = mb_pool_new("/nowhere", NULL, 2);
	gint64 before = g_get_monotonic_time();

	mb_stop_watch();
	raise(SIGINT);
	assert_true(
	    mb_pool_read(pool, jobs, mb_stop_wanted, take, order, NULL));
	assert_int_equal(order->len, 0);
	assert_true(g_get_monotonic_time() - before < SOON_US);
}

/* When what should still be done takes too long, it is given up. */
static void
test_overdue(void **state)
{
	static const char *const paths[] = { "/hang", NULL };
	g_autoptr(GPtrArray) jobs = jobs_new(paths);
	g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(mb_pool) pool = mb_pool_new("/nowhere", NULL, 1);
	g_autoptr(GError) error = NULL;
	gint64 before = g_get_monotonic_time();

	assert_true(mb_stop_wanted());
	assert_false(mb_pool_read(pool, jobs, NULL, take, order, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_BUSY));
	assert_true(g_get_monotonic_time() - before < SOON_US);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_failures),
		cmocka_unit_test(test_stop),
		cmocka_unit_test(test_overdue),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
