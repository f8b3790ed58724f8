#include "indexer/supervise.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/link.h"
#include "indexer/paper.h"
#include "indexer/worker-reader.h"

/* No agenda item is as long as this. */
#define MAX_ITEM_BYTES (32u * 1024 * 1024)

struct mb_supervised {
	const struct mb_conf *conf;
	pid_t pid;            /* 0: no reader at the moment */
	struct mb_link *link; /* to it */
};

struct mb_supervised *
mb_supervise_new(const struct mb_conf *conf)
{
	struct mb_supervised *supervised = g_new0(struct mb_supervised, 1);

	supervised->conf = conf;
	return supervised;
}

static gboolean
start(struct mb_supervised *supervised)
{
	int ends[2];
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return FALSE;
	pid = fork();
	if (pid == 0)
		mb_worker_reader(ends[1], supervised->conf);
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		return FALSE;
	}
	supervised->pid = pid;
	supervised->link = mb_link_new(ends[0]);
	return TRUE;
}

/* End the reader; returns its status as waitpid() tells it. */
static int
end(struct mb_supervised *supervised)
{
	int status = 0;

	kill(supervised->pid, SIGKILL);
	while (waitpid(supervised->pid, &status, 0) < 0 && errno == EINTR)
		;
	supervised->pid = 0;
	g_clear_pointer(&supervised->link, mb_link_free);
	return status;
}

void
mb_supervise_free(struct mb_supervised *supervised)
{
	if (!supervised)
		return;
	if (supervised->pid)
		end(supervised);
	g_free(supervised);
}

static struct mb_reading *
give_up(struct mb_supervised *supervised, enum mb_outcome outcome,
        const char *reason)
{
	end(supervised);
	return mb_reading_new(outcome, reason);
}

/* The reader has ended by itself.  One that was killed was so by a person or
 * for want of memory, which is not the paper's fault. */
static struct mb_reading *
bury(struct mb_supervised *supervised)
{
	int status = end(supervised);
	g_autofree char *reason = NULL;

	if (!WIFSIGNALED(status))
		return mb_reading_new(MB_OUTCOME_FAILED,
		                      "its reader ended without an answer");
	reason = g_strdup_printf("its reader crashed (%s)",
	                         strsignal(WTERMSIG(status)));
	return mb_reading_new(WTERMSIG(status) == SIGKILL
	                          ? MB_OUTCOME_UNREADABLE
	                          : MB_OUTCOME_FAILED,
	                      reason);
}

/* The items of an answer, one JSON object a line.  A reader that was taken over
 * must not speak for other papers than its own. */
static gboolean
take_item(const char *json, gsize n_bytes, const char *path, GPtrArray *items)
{
	g_autoptr(mb_item) item = NULL;
	g_autofree char *valid_path = g_utf8_make_valid(path, -1);
	guint i;

	if (n_bytes <= MAX_ITEM_BYTES)
		item = mb_item_from_json(json, n_bytes, NULL);
	if (!item || !*item->id || item->sources->len == 0)
		return FALSE;
	for (i = 0; i < item->sources->len; i++) {
		const struct mb_source *source = item->sources->pdata[i];

		if (!g_str_equal(source->path, valid_path))
			return FALSE;
	}
	g_ptr_array_add(items, g_steal_pointer(&item));
	return TRUE;
}

static gboolean
take_items(const char *json, gsize n_bytes, const char *path, GPtrArray *items)
{
	const char *end = json + n_bytes;

	while (json < end) {
		const char *eol = memchr(json, '\n', (gsize)(end - json));

		if (!eol || !take_item(json, (gsize)(eol - json), path, items))
			return FALSE;
		json = eol + 1;
	}
	return TRUE;
}

static void
count(struct mb_reading *reading, GPtrArray *items)
{
	guint i;

	for (i = 0; i < MB_N_SIDES; i++) {
		reading->shares[i].n_items = 0;
		reading->shares[i].n_text_bytes = 0;
	}
	for (i = 0; i < items->len; i++) {
		struct mb_item *item = items->pdata[i];
		struct mb_share *share;

		item->exempt = item->exempt || reading->is_exempt;
		share =
		    &reading
			 ->shares[item->exempt ? MB_SIDE_EXEMPT : MB_SIDE_OPEN];
		share->n_items++;
		share->n_text_bytes += strlen(item->text);
	}
}

/* Whether facts and items go together.  Bytes that are no GVariant of the type
 * become facts without a hash. */
static gboolean
makes_sense(const struct mb_reading *reading, const GPtrArray *items)
{
	switch (reading->outcome) {
	case MB_OUTCOME_READ:
		return *reading->sha256;
	case MB_OUTCOME_SAME:
		return *reading->sha256 && items->len == 0;
	case MB_OUTCOME_NO_TEXT:
	case MB_OUTCOME_FAILED:
	case MB_OUTCOME_UNREADABLE:
		return reading->reason && items->len == 0;
	case MB_OUTCOME_STOPPED:
		return FALSE;
	}
	return FALSE;
}

/* NULL when the answer is none that a reader gives. */
static struct mb_reading *
reading_of_answer(GVariant *answer, const char *path, GPtrArray *items)
{
	g_autoptr(GVariant) facts = g_variant_get_child_value(answer, 0);
	g_autoptr(GVariant) lines = g_variant_get_child_value(answer, 1);
	g_autoptr(mb_reading) reading = mb_reading_from_variant(facts);
	gsize n_bytes;
	const char *json = g_variant_get_fixed_array(lines, &n_bytes, 1);

	if (!take_items(json, n_bytes, path, items) ||
	    !makes_sense(reading, items)) {
		g_ptr_array_set_size(items, 0);
		return NULL;
	}
	count(reading, items);
	if (reading->outcome == MB_OUTCOME_READ && items->len == 0) {
		g_free(reading->reason);
		reading->reason = g_strdup("no items are found in it");
	}
	return g_steal_pointer(&reading);
}

/* What has come of the paper @path; NULL: nothing yet. */
static struct mb_reading *
take_answer(struct mb_supervised *supervised, const char *path,
            GPtrArray *items)
{
	g_autoptr(GVariant) answer = NULL;
	struct mb_reading *reading;

	if (!mb_link_gather(supervised->link))
		return bury(supervised);
	if (mb_link_is_too_long(supervised->link))
		return give_up(supervised, MB_OUTCOME_FAILED,
		               "its reader's answer is too long");
	answer = mb_link_take(supervised->link, MB_READER_ANSWER_TYPE);
	if (!answer)
		return NULL;
	reading = reading_of_answer(answer, path, items);
	return reading ? reading
	               : give_up(supervised, MB_OUTCOME_FAILED,
	                         "its reader's answer makes no sense");
}

/* Wait for the answer to the paper @path. */
static struct mb_reading *
await(struct mb_supervised *supervised, const char *path, int stop_fd,
      GPtrArray *items)
{
	struct pollfd fds[] = {
		{ .fd = mb_link_fd(supervised->link), .events = POLLIN },
		{ .fd = stop_fd, .events = POLLIN },
	};
	gint64 end_us =
	    g_get_monotonic_time() + MB_SUPERVISE_MAX_SECONDS * G_USEC_PER_SEC;
	gint64 left_us;

	while ((left_us = end_us - g_get_monotonic_time()) > 0) {
		struct mb_reading *reading;

		if (poll(fds, G_N_ELEMENTS(fds), (int)(left_us / 1000) + 1) < 1)
			continue;
		if (fds[1].revents)
			return give_up(supervised, MB_OUTCOME_STOPPED, NULL);
		reading = take_answer(supervised, path, items);
		if (reading)
			return reading;
	}
	return give_up(supervised, MB_OUTCOME_FAILED,
	               "reading it takes too long");
}

struct mb_reading *
mb_supervise_read(struct mb_supervised *supervised, const char *path,
                  const char *known_sha256, int stop_fd, GPtrArray *items)
{
	g_autoptr(GError) error = NULL;
	int file = mb_paper_open(path, &error);
	gboolean sent;

	if (file < 0)
		return mb_reading_new(MB_OUTCOME_UNREADABLE, error->message);
	if (!supervised->pid && !start(supervised)) {
		close(file);
		return mb_reading_new(MB_OUTCOME_UNREADABLE,
		                      "no reader process can be made");
	}
	sent =
	    mb_link_send(supervised->link,
	                 g_variant_new("(^ay^ay)", path, known_sha256), file);
	close(file);
	return sent ? await(supervised, path, stop_fd, items)
	            : bury(supervised);
}
