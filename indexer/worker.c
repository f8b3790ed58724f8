#include "indexer/worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "indexer/link.h"
#include "indexer/stop.h"
#include "indexer/worker-writer.h"

/* A signal may come just before poll() begins to wait: look again this soon. */
#define POLL_MS 100

struct worker {
	pid_t pid; /* of the writer; 0: none */
	struct mb_link *link;
	gboolean is_busy;
	guint job;                 /* when busy: which of what is being done */
	char *folders[MB_N_SIDES]; /* of its segments */
};

struct mb_pool {
	const struct mb_conf *conf;
	guint n_workers;
	struct worker workers[MB_WORKER_MAX_JOBS];
};

struct mb_pool *
mb_pool_new(const char *folder, const struct mb_conf *conf, guint n_jobs)
{
	struct mb_pool *pool = g_new0(struct mb_pool, 1);
	guint i;

	if (n_jobs == 0)
		n_jobs = g_get_num_processors();
	pool->conf = conf;
	pool->n_workers = MIN(n_jobs, MB_WORKER_MAX_JOBS);
	for (i = 0; i < pool->n_workers; i++) {
		struct worker *worker = &pool->workers[i];

		worker->folders[MB_SIDE_OPEN] =
		    g_strdup_printf("%s/open-%u", folder, i);
		worker->folders[MB_SIDE_EXEMPT] =
		    g_strdup_printf("%s/exempt-%u", folder, i);
	}
	return pool;
}

static gboolean
fail(GError **error, const char *what)
{
	g_set_error(error, MB_ERROR, MB_ERROR_IO, "%s", what);
	return FALSE;
}

static gboolean
start(struct mb_pool *pool, struct worker *worker, GError **error)
{
	int ends[2];
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return fail(error, "no socket can be made");
	pid = fork();
	if (pid == 0)
		mb_worker_writer(ends[1], pool->conf, worker->folders);
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		return fail(error, "no process can be made");
	}
	worker->pid = pid;
	worker->link = mb_link_new(ends[0]);
	return TRUE;
}

/* End a writer, and with it its reader; returns its status as waitpid().  One
 * that waits for orders ends when there is nobody to give them. */
static int
end(struct worker *worker)
{
	int status = 0;

	if (worker->is_busy)
		kill(worker->pid, SIGKILL);
	g_clear_pointer(&worker->link, mb_link_free);
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		;
	worker->pid = 0;
	worker->is_busy = FALSE;
	return status;
}

void
mb_pool_free(struct mb_pool *pool)
{
	guint i;

	if (!pool)
		return;
	/* All are told to end before any is waited for. */
	for (i = 0; i < pool->n_workers; i++)
		if (!pool->workers[i].is_busy)
			g_clear_pointer(&pool->workers[i].link, mb_link_free);
	for (i = 0; i < pool->n_workers; i++) {
		if (pool->workers[i].pid)
			end(&pool->workers[i]);
		g_free(pool->workers[i].folders[MB_SIDE_OPEN]);
		g_free(pool->workers[i].folders[MB_SIDE_EXEMPT]);
	}
	g_free(pool);
}

/* A writer is no more, and what it wrote is of no use. */
static gboolean
bury(struct worker *worker, GError **error)
{
	int status = end(worker);

	if (WIFSIGNALED(status))
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            "a process that writes the index was ended (%s)",
		            strsignal(WTERMSIG(status)));
	else
		/* Xapian's compactor exits when it can't write. */
		fail(error, "a process that writes the index ended early (is "
		            "the disk full?)");
	return FALSE;
}

static gboolean
send_order(struct worker *worker, enum mb_order order, GVariant *what,
           GError **error)
{
	GVariant *message = g_variant_new("(uv)", (guint32)order, what);

	return mb_link_send(worker->link, message, -1) || bury(worker, error);
}

/* Give a worker without work the next job; it is started if need be. */
static gboolean
give(struct mb_pool *pool, struct worker *worker, guint job,
     enum mb_order order, GVariant *what, GError **error)
{
	g_autoptr(GVariant) owned = g_variant_ref_sink(what);

	if (!worker->pid && !start(pool, worker, error))
		return FALSE;
	worker->is_busy = TRUE;
	worker->job = job;
	return send_order(worker, order, owned, error);
}

static gboolean
any_busy(const struct mb_pool *pool)
{
	guint i;

	for (i = 0; i < pool->n_workers; i++)
		if (pool->workers[i].is_busy)
			return TRUE;
	return FALSE;
}

/* What a writer answers to its order.
 *   content  (transfer full) NULL: nothing has come yet */
static gboolean
take_answer(struct worker *worker, GVariant **content, GError **error)
{
	g_autoptr(GVariant) message = NULL;
	guint32 order;
	int code;
	const char *text;

	*content = NULL;
	if (!mb_link_gather(worker->link))
		return bury(worker, error);
	message = mb_link_take(worker->link, MB_ORDER_TYPE);
	if (!message)
		return TRUE;
	worker->is_busy = FALSE;
	g_variant_get(message, "(uv)", &order, content);
	if (order != MB_ORDER_FAIL)
		return TRUE;
	g_variant_get(*content, "(i&s)", &code, &text);
	g_set_error(error, MB_ERROR, code, "%s", text);
	g_clear_pointer(content, g_variant_unref);
	return FALSE;
}

/* Wait a moment for busy workers.  One that has said something, or NULL. */
static struct worker *
wait_for_one(struct mb_pool *pool)
{
	struct pollfd fds[MB_WORKER_MAX_JOBS];
	guint i;

	for (i = 0; i < pool->n_workers; i++) {
		struct worker *worker = &pool->workers[i];

		fds[i].fd = worker->is_busy ? mb_link_fd(worker->link) : -1;
		fds[i].events = POLLIN;
		fds[i].revents = 0;
	}
	if (poll(fds, pool->n_workers, POLL_MS) > 0)
		for (i = 0; i < pool->n_workers; i++)
			if (fds[i].revents)
				return &pool->workers[i];
	return NULL;
}

/* Wait for the next answer.
 *   worker   gets who gave it; NULL: nobody within a moment
 *   content  (transfer full) NULL likewise */
static gboolean
next_answer(struct mb_pool *pool, struct worker **worker, GVariant **content,
            GError **error)
{
	*content = NULL;
	if (mb_stop_overdue(error))
		return FALSE;
	*worker = wait_for_one(pool);
	return !*worker || take_answer(*worker, content, error);
}

/* Wait until nobody is busy; the answers say no more than that. */
static gboolean
await_all(struct mb_pool *pool, GError **error)
{
	while (any_busy(pool)) {
		struct worker *worker;
		GVariant *content;

		if (!next_answer(pool, &worker, &content, error))
			return FALSE;
		if (content)
			g_variant_unref(content);
	}
	return TRUE;
}

/* Reading. */

/* Papers on their way through mb_pool_read(). */
struct course {
	struct mb_pool *pool;
	GPtrArray *jobs;
	GArray *order; /* of guint: numbers of jobs, as they are handed out */
	guint n_given; /* of those */
	gboolean is_stopped;
	void (*done)(guint job, struct mb_reading *reading, gpointer data);
	gpointer data;
};

static int
compare_sizes(gconstpointer a, gconstpointer b, gpointer data)
{
	const GPtrArray *jobs = data;
	const struct mb_job *left = jobs->pdata[*(const guint *)a];
	const struct mb_job *right = jobs->pdata[*(const guint *)b];

	if (left->n_bytes != right->n_bytes)
		return left->n_bytes < right->n_bytes ? 1 : -1;
	return strcmp(left->path, right->path);
}

static GArray *
largest_first(GPtrArray *jobs)
{
	GArray *order =
	    g_array_sized_new(FALSE, FALSE, sizeof(guint), jobs->len);
	guint i;

	for (i = 0; i < jobs->len; i++)
		g_array_append_val(order, i);
	g_array_sort_with_data(order, compare_sizes, jobs);
	return order;
}

static gboolean
hand_out(struct course *course, GError **error)
{
	struct mb_pool *pool = course->pool;
	guint i;

	for (i = 0; i < pool->n_workers; i++) {
		const struct mb_job *job;
		guint number;

		if (course->is_stopped || course->n_given == course->order->len)
			return TRUE;
		if (pool->workers[i].is_busy)
			continue;
		number = g_array_index(course->order, guint, course->n_given);
		job = course->jobs->pdata[number];
		if (!give(pool, &pool->workers[i], number, MB_ORDER_READ,
		          mb_job_to_variant(job), error))
			return FALSE;
		course->n_given++;
	}
	return TRUE;
}

/* Have the papers that are being read given up. */
static gboolean
stop(struct course *course, GError **error)
{
	struct mb_pool *pool = course->pool;
	guint i;

	course->is_stopped = TRUE;
	for (i = 0; i < pool->n_workers; i++)
		if (pool->workers[i].is_busy &&
		    !send_order(&pool->workers[i], MB_ORDER_STOP,
		                g_variant_new("()"), error))
			return FALSE;
	return TRUE;
}

static gboolean
take_reading(struct course *course, GError **error)
{
	g_autoptr(GVariant) content = NULL;
	g_autoptr(mb_reading) reading = NULL;
	struct worker *worker;

	if (!next_answer(course->pool, &worker, &content, error))
		return FALSE;
	if (!content)
		return TRUE;
	reading = mb_reading_from_variant(content);
	if (reading->outcome != MB_OUTCOME_STOPPED)
		course->done(worker->job, g_steal_pointer(&reading),
		             course->data);
	return TRUE;
}

gboolean
mb_pool_read(struct mb_pool *pool, GPtrArray *jobs, gboolean (*stopped)(void),
             void (*done)(guint job, struct mb_reading *reading, gpointer data),
             gpointer data, GError **error)
{
	g_autoptr(GArray) order = largest_first(jobs);
	struct course course = {
		.pool = pool,
		.jobs = jobs,
		.order = order,
		.done = done,
		.data = data,
	};

	if (!hand_out(&course, error))
		return FALSE;
	while (any_busy(pool)) {
		if (stopped && stopped() && !course.is_stopped &&
		    !stop(&course, error))
			return FALSE;
		if (!take_reading(&course, error) || !hand_out(&course, error))
			return FALSE;
	}
	return TRUE;
}

/* Writing. */

gboolean
mb_pool_finish(struct mb_pool *pool, GError **error)
{
	guint i;

	for (i = 0; i < pool->n_workers; i++)
		if (pool->workers[i].pid &&
		    !give(pool, &pool->workers[i], 0, MB_ORDER_FINISH,
		          g_variant_new("()"), error))
			return FALSE;
	return await_all(pool, error);
}

GPtrArray *
mb_pool_segments(const struct mb_pool *pool, enum mb_side side)
{
	GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
	guint i;

	for (i = 0; i < pool->n_workers; i++) {
		const char *folder = pool->workers[i].folders[side];

		if (g_file_test(folder, G_FILE_TEST_IS_DIR))
			g_ptr_array_add(folders, g_strdup(folder));
	}
	return folders;
}

gboolean
mb_pool_merge(struct mb_pool *pool, const struct mb_merge *merges,
              guint n_merges, GError **error)
{
	guint i;

	for (i = 0; i < n_merges; i++) {
		const struct mb_merge *merge = &merges[i];
		g_autoptr(GPtrArray) folders =
		    mb_pool_segments(pool, merge->side);
		struct worker *worker = &pool->workers[i % pool->n_workers];

		g_ptr_array_add(folders, NULL);
		if (worker->is_busy && !await_all(pool, error))
			return FALSE;
		if (!give(pool, worker, i, MB_ORDER_MERGE,
		          g_variant_new("(^ay^aay^ayb)", merge->store,
		                        folders->pdata, merge->to,
		                        merge->side == MB_SIDE_EXEMPT),
		          error))
			return FALSE;
	}
	return await_all(pool, error);
}
