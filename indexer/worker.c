#include "indexer/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/worker-child.h"

/* Answers that came early are kept; this many papers a reader may be ahead. */
#define WINDOW_PER_WORKER 4

/* A signal may come just before poll() begins to wait: look again this soon. */
#define POLL_MS 250

#define READ_BYTES (64u * 1024)

struct worker {
	pid_t pid; /* 0: none */
	int fd;
	gboolean busy;
	guint job; /* when busy */
	gint64 deadline_us;
	GByteArray *answer; /* what has come of it */
};

struct mb_pool {
	GPtrArray *jobs;
	const struct mb_conf *conf;
	gboolean (*stopped)(void);
	guint n_workers;
	struct worker workers[MB_WORKER_MAX_JOBS];
	guint n_started;    /* jobs given to a reader */
	guint n_taken;      /* jobs whose answer was taken */
	GPtrArray *answers; /* GByteArray of job i, or NULL */
};

struct mb_job *
mb_job_new(const char *path, const char *known_sha256)
{
	struct mb_job *job = g_new0(struct mb_job, 1);

	job->path = g_strdup(path);
	job->known_sha256 = g_strdup(known_sha256);
	return job;
}

void
mb_job_free(struct mb_job *job)
{
	if (!job)
		return;
	g_free(job->path);
	g_free(job->known_sha256);
	g_free(job);
}

void
mb_reading_free(struct mb_reading *reading)
{
	if (!reading)
		return;
	g_free(reading->reason);
	g_free(reading->sha256);
	g_ptr_array_unref(reading->items);
	for (guint i = 0; i < MB_N_SIDES; i++)
		g_free(reading->sittings[i]);
	g_free(reading->type);
	g_free(reading);
}

static struct mb_reading *
reading_new(void)
{
	struct mb_reading *reading = g_new0(struct mb_reading, 1);

	reading->items =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_item_free);
	return reading;
}

static void
fail(struct mb_reading *reading, const char *reason)
{
	g_ptr_array_set_size(reading->items, 0);
	reading->outcome = MB_OUTCOME_FAILED;
	g_free(reading->reason);
	reading->reason = g_strdup(reason);
}

/* The lines of the sittings that an answer begins with.  Returns where the
 * items begin. */
static const char *
take_sittings(struct mb_reading *reading, const char *json, const char *end)
{
	for (guint i = 0; i < MB_N_SIDES && json < end; i++) {
		const char *start = json;

		for (guint line = 0; line < MB_SITTINGS_LINES; line++) {
			const char *eol =
			    memchr(json, '\n', (gsize)(end - json));

			json = eol ? eol + 1 : end;
		}
		reading->sittings[i] =
		    g_strndup(start, (gsize)(json - start));
	}
	return json;
}

/* The items of an answer, one JSON object a line. */
static void
take_items(struct mb_reading *reading, const char *json, const char *end)
{
	while (json < end) {
		const char *eol = memchr(json, '\n', (gsize)(end - json));
		struct mb_item *item = NULL;

		if (eol)
			item =
			    mb_item_from_json(json, (gsize)(eol - json), NULL);
		if (!item) {
			fail(reading, "its reader's answer makes no sense");
			return;
		}
		g_ptr_array_add(reading->items, item);
		json = eol + 1;
	}
}

static struct mb_reading *
reading_from_answer(const GByteArray *answer)
{
	struct mb_reading *reading = reading_new();
	const char *json = (const char *)answer->data + sizeof(struct mb_reply);
	const char *end = (const char *)answer->data + answer->len;
	struct mb_reply reply;

	memcpy(&reply, answer->data, sizeof(reply));
	reply.type[sizeof(reply.type) - 1] = '\0';
	reply.sha256[sizeof(reply.sha256) - 1] = '\0';
	reply.reason[sizeof(reply.reason) - 1] = '\0';
	reading->sha256 = g_strdup(reply.sha256);
	reading->exempt = reply.exempt != 0;
	reading->n_pages = reply.n_pages;
	reading->n_empty_pages = reply.n_empty_pages;
	if (reply.outcome > MB_OUTCOME_UNREADABLE) {
		fail(reading, "its reader's answer makes no sense");
		return reading;
	}
	reading->outcome = (enum mb_outcome)reply.outcome;
	if (reply.reason[0])
		reading->reason = g_utf8_make_valid(reply.reason, -1);
	if (reply.type[0])
		reading->type = g_strdup(reply.type);
	take_items(reading, take_sittings(reading, json, end), end);
	if (reading->outcome == MB_OUTCOME_READ && reading->items->len == 0) {
		g_free(reading->reason);
		reading->reason = g_strdup("no items are found in it");
	}
	return reading;
}

/* An answer in place of one that never came. */
static GByteArray *
answer_for_dead(enum mb_outcome outcome, const char *reason)
{
	struct mb_reply reply;

	memset(&reply, 0, sizeof(reply));
	reply.outcome = outcome;
	g_strlcpy(reply.reason, reason, sizeof(reply.reason));
	return g_byte_array_append(g_byte_array_new(), (const guint8 *)&reply,
	                           sizeof(reply));
}

static gboolean
worker_start(struct mb_pool *pool, struct worker *worker)
{
	int ends[2];

	memset(worker, 0, sizeof(*worker));
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return FALSE;
	worker->pid = fork();
	if (worker->pid == 0) {
		close(ends[0]);
		mb_worker_child(ends[1], pool->jobs, pool->conf);
	}
	close(ends[1]);
	if (worker->pid < 0) {
		close(ends[0]);
		worker->pid = 0;
		return FALSE;
	}
	worker->fd = ends[0];
	worker->answer = g_byte_array_new();
	return TRUE;
}

/* End a reader; returns its status as waitpid() tells it. */
static int
worker_end(struct worker *worker, int signal_no)
{
	int status = 0;

	if (signal_no)
		kill(worker->pid, signal_no);
	close(worker->fd);
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		;
	g_byte_array_unref(worker->answer);
	memset(worker, 0, sizeof(*worker));
	return status;
}

/* Why a reader ended.  One that was killed was so by a person or for want of
 * memory, which is not the paper's fault. */
static GByteArray *
answer_for_status(int status)
{
	g_autofree char *reason = NULL;

	if (!WIFSIGNALED(status))
		return answer_for_dead(MB_OUTCOME_FAILED,
		                       "its reader ended without an answer");
	reason = g_strdup_printf("its reader crashed (%s)",
	                         strsignal(WTERMSIG(status)));
	return answer_for_dead(WTERMSIG(status) == SIGKILL
	                           ? MB_OUTCOME_UNREADABLE
	                           : MB_OUTCOME_FAILED,
	                       reason);
}

/* A reader is no more: its paper has failed, the next gets a new reader.
 *   reason  why it was given up; NULL: it ended by itself */
static void
worker_lost(struct mb_pool *pool, struct worker *worker, const char *reason)
{
	gboolean was_busy = worker->busy;
	guint job = worker->job;
	int status = worker_end(worker, SIGKILL);

	if (was_busy)
		pool->answers->pdata[job] =
		    reason ? answer_for_dead(MB_OUTCOME_FAILED, reason)
			   : answer_for_status(status);
}

static gboolean
send_job(struct worker *worker, guint job)
{
	guint32 number = job;

	if (send(worker->fd, &number, sizeof(number), MSG_NOSIGNAL) !=
	    sizeof(number))
		return FALSE;
	worker->busy = TRUE;
	worker->job = job;
	worker->deadline_us =
	    g_get_monotonic_time() + MB_WORKER_MAX_SECONDS * G_USEC_PER_SEC;
	g_byte_array_set_size(worker->answer, 0);
	return TRUE;
}

/* Give jobs to readers that have none. */
static void
hand_out(struct mb_pool *pool)
{
	guint n_ahead = pool->n_workers * WINDOW_PER_WORKER;
	guint i;

	for (i = 0; i < pool->n_workers; i++) {
		struct worker *worker = &pool->workers[i];

		if (pool->n_started == pool->jobs->len ||
		    pool->n_started >= pool->n_taken + n_ahead)
			return;
		if (worker->busy)
			continue;
		if (!worker->pid && !worker_start(pool, worker))
			continue;
		if (send_job(worker, pool->n_started))
			pool->n_started++;
		else
			worker_lost(pool, worker, NULL);
	}
}

static gboolean
is_whole(const GByteArray *answer)
{
	struct mb_reply reply;

	if (answer->len < sizeof(reply))
		return FALSE;
	memcpy(&reply, answer->data, sizeof(reply));
	return answer->len >= sizeof(reply) + reply.n_bytes;
}

static void
worker_receive(struct mb_pool *pool, struct worker *worker)
{
	guint8 buffer[READ_BYTES];
	gssize n = recv(worker->fd, buffer, sizeof(buffer), MSG_DONTWAIT);

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (n <= 0 || !worker->busy) {
		worker_lost(pool, worker, NULL);
		return;
	}
	g_byte_array_append(worker->answer, buffer, (guint)n);
	if (worker->answer->len >
	    MB_REPLY_MAX_BYTES + sizeof(struct mb_reply)) {
		worker_lost(pool, worker, "its reader's answer is too long");
	} else if (is_whole(worker->answer)) {
		pool->answers->pdata[worker->job] = worker->answer;
		worker->answer = g_byte_array_new();
		worker->busy = FALSE;
	}
}

/* Take what has come from the readers, waiting for it up to @wait_ms. */
static void
receive(struct mb_pool *pool, int wait_ms)
{
	struct pollfd fds[MB_WORKER_MAX_JOBS];
	gint64 now;
	guint i;

	for (i = 0; i < pool->n_workers; i++) {
		struct worker *worker = &pool->workers[i];

		fds[i].fd = worker->busy ? worker->fd : -1;
		fds[i].events = POLLIN;
		fds[i].revents = 0;
	}
	if (poll(fds, pool->n_workers, wait_ms) < 0)
		return;
	now = g_get_monotonic_time();
	for (i = 0; i < pool->n_workers; i++) {
		struct worker *worker = &pool->workers[i];

		if (fds[i].revents)
			worker_receive(pool, worker);
		else if (worker->busy && now > worker->deadline_us)
			worker_lost(pool, worker, "reading it takes too long");
	}
}

void
mb_pool_feed(struct mb_pool *pool)
{
	receive(pool, 0);
	hand_out(pool);
}

static gboolean
any_busy(const struct mb_pool *pool)
{
	guint i;

	for (i = 0; i < pool->n_workers; i++)
		if (pool->workers[i].busy)
			return TRUE;
	return FALSE;
}

/* Wait until the answer to job @n_taken is there.  FALSE when it never will
 * be. */
static gboolean
await_answer(struct mb_pool *pool)
{
	while (!pool->answers->pdata[pool->n_taken]) {
		if (pool->stopped && pool->stopped())
			return FALSE;
		hand_out(pool);
		/* Not one process could be made: say so of each paper, rather
		 * than wait for ever. */
		if (!any_busy(pool) && !pool->answers->pdata[pool->n_taken])
			pool->answers->pdata[pool->n_started++] =
			    answer_for_dead(MB_OUTCOME_UNREADABLE,
			                    "no reader process can be made");
		else
			receive(pool, POLL_MS);
	}
	hand_out(pool);
	return TRUE;
}

struct mb_reading *
mb_pool_next(struct mb_pool *pool)
{
	g_autoptr(GByteArray) answer = NULL;

	if (pool->n_taken == pool->jobs->len || !await_answer(pool))
		return NULL;
	answer = pool->answers->pdata[pool->n_taken];
	pool->answers->pdata[pool->n_taken] = NULL;
	pool->n_taken++;
	return reading_from_answer(answer);
}

struct mb_pool *
mb_pool_new(GPtrArray *jobs, const struct mb_conf *conf, guint n_jobs,
            gboolean (*stopped)(void))
{
	struct mb_pool *pool = g_new0(struct mb_pool, 1);

	if (n_jobs == 0)
		n_jobs = g_get_num_processors();
	pool->jobs = jobs;
	pool->conf = conf;
	pool->stopped = stopped;
	pool->n_workers = MIN(MIN(n_jobs, jobs->len), MB_WORKER_MAX_JOBS);
	pool->answers = g_ptr_array_new();
	g_ptr_array_set_size(pool->answers, (gint)jobs->len);
	hand_out(pool);
	return pool;
}

void
mb_pool_free(struct mb_pool *pool)
{
	guint i;

	if (!pool)
		return;
	for (i = 0; i < pool->n_workers; i++)
		if (pool->workers[i].pid)
			worker_end(&pool->workers[i], SIGKILL);
	for (i = 0; i < pool->answers->len; i++)
		if (pool->answers->pdata[i])
			g_byte_array_unref(pool->answers->pdata[i]);
	g_ptr_array_unref(pool->answers);
	g_free(pool);
}
