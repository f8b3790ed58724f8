#include "indexer/supervise.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/sitting.h"
#include "indexer/convert.h"
#include "indexer/link.h"
#include "indexer/ocr.h"
#include "indexer/paper.h"
#include "indexer/worker-reader.h"

/* What becomes one record of the index, an item or what is remembered of a
 * paper, is never as long as this; a record of twice as much can't be
 * written. */
#define MAX_RECORD_BYTES (32u * 1024 * 1024)

/* A hash in hex, and more than the name of any type. */
#define MAX_NAME_BYTES 64

struct mb_supervised {
	const struct mb_conf *conf;
	pid_t pid;            /* 0: no reader at the moment */
	struct mb_link *link; /* to it */
	GBytes *to_convert;   /* what came with MB_OUTCOME_CONVERT; or NULL */
};

/* One question to the reader. */
struct ask {
	const char *path;
	const char *known_sha256;
	gboolean with_ocr;
	gboolean is_converted; /* the file is what a converter made */
	int stop_fd;
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
	g_clear_pointer(&supervised->to_convert, g_bytes_unref);
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

/* An item of an answer.  A reader that was taken over must not speak for other
 * papers than its own. */
static gboolean
take_item(const char *record, gsize n_bytes, const char *path, GPtrArray *items)
{
	g_autoptr(mb_item) item = NULL;
	g_autofree char *valid_path = g_utf8_make_valid(path, -1);
	guint i;

	if (n_bytes <= MAX_RECORD_BYTES)
		item = mb_item_from_record(record, n_bytes, NULL);
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
take_items(const char *records, gsize n_bytes, const char *path,
           GPtrArray *items)
{
	const char *end = records + n_bytes;

	while (records < end) {
		const char *nul = memchr(records, '\0', (gsize)(end - records));

		if (!nul ||
		    !take_item(records, (gsize)(nul - records), path, items))
			return FALSE;
		records = nul + 1;
	}
	return TRUE;
}

/* Items by database.  What the configuration says to be exempt is so whatever
 * the reader says. */
static void
count(struct mb_reading *reading, gboolean forced, GPtrArray *items)
{
	guint i;

	reading->is_exempt = reading->is_exempt || forced;
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
		share->n_items += item->kind != MB_KIND_FRONT;
		share->n_text_bytes += strlen(item->text);
	}
}

static gboolean
is_name(const char *text)
{
	gsize n = 0;

	while (g_ascii_isalnum(text[n]))
		n++;
	return text[n] == '\0' && n <= MAX_NAME_BYTES;
}

/* Whether facts are such that people can be shown them, and that coverage can
 * be counted by them. */
static gboolean
are_facts(GVariant *facts, const struct mb_reading *reading)
{
	guint i;

	if (g_variant_get_size(facts) > MAX_RECORD_BYTES ||
	    !is_name(reading->sha256) || !is_name(reading->type))
		return FALSE;
	for (i = 0; i < MB_N_SIDES; i++) {
		g_autoptr(GPtrArray) sittings = mb_sittings_from_json(
		    reading->shares[i].sittings, TRUE, NULL);

		if (!sittings)
			return FALSE;
	}
	return TRUE;
}

/* Whether facts and items go together.  Bytes that are no GVariant of the type
 * become facts without a hash. */
static gboolean
makes_sense(const struct mb_reading *reading, const char *known_sha256,
            const GPtrArray *items)
{
	switch (reading->outcome) {
	case MB_OUTCOME_READ:
		return *reading->sha256;
	case MB_OUTCOME_SAME:
		return *known_sha256 && items->len == 0 &&
		       g_str_equal(reading->sha256, known_sha256);
	case MB_OUTCOME_NO_TEXT:
	case MB_OUTCOME_FAILED:
	case MB_OUTCOME_UNREADABLE:
		return reading->reason && items->len == 0;
	case MB_OUTCOME_STOPPED:
	case MB_OUTCOME_CONVERT:
		return FALSE;
	}
	return FALSE;
}

/* NULL when the answer is none that a reader gives. */
static struct mb_reading *
reading_of_answer(struct mb_supervised *supervised, GVariant *answer,
                  const struct ask *ask, GPtrArray *items)
{
	g_autoptr(GVariant) facts = g_variant_get_child_value(answer, 0);
	g_autoptr(GVariant) body = g_variant_get_child_value(answer, 1);
	g_autoptr(mb_reading) reading = mb_reading_from_variant(facts);
	gsize n_bytes;
	const char *bytes = g_variant_get_fixed_array(body, &n_bytes, 1);

	if (!are_facts(facts, reading))
		return NULL;
	if (reading->outcome == MB_OUTCOME_CONVERT && *reading->sha256 &&
	    !ask->is_converted) {
		g_clear_pointer(&supervised->to_convert, g_bytes_unref);
		supervised->to_convert = g_variant_get_data_as_bytes(body);
		return g_steal_pointer(&reading);
	}
	if (!take_items(bytes, n_bytes, ask->path, items) ||
	    !makes_sense(reading, ask->known_sha256, items)) {
		g_ptr_array_set_size(items, 0);
		return NULL;
	}
	count(reading,
	      mb_conf_forced(supervised->conf, ask->path) == MB_FORCED_EXEMPT,
	      items);
	if (reading->outcome == MB_OUTCOME_READ && items->len == 0) {
		g_free(reading->reason);
		reading->reason = g_strdup("no items are found in it");
	}
	return g_steal_pointer(&reading);
}

/* What has come of the paper; NULL: nothing yet. */
static struct mb_reading *
take_answer(struct mb_supervised *supervised, const struct ask *ask,
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
	reading = reading_of_answer(supervised, answer, ask, items);
	return reading ? reading
	               : give_up(supervised, MB_OUTCOME_FAILED,
	                         "its reader's answer makes no sense");
}

/* Wait for the answer. */
static struct mb_reading *
await(struct mb_supervised *supervised, const struct ask *ask, GPtrArray *items)
{
	struct pollfd fds[] = {
		{ .fd = mb_link_fd(supervised->link), .events = POLLIN },
		{ .fd = ask->stop_fd, .events = POLLIN },
	};
	gint64 max_seconds = mb_ocr_is_on() && ask->with_ocr
	                         ? MB_SUPERVISE_MAX_OCR_SECONDS
	                         : MB_SUPERVISE_MAX_SECONDS;
	gint64 end_us = g_get_monotonic_time() + max_seconds * G_USEC_PER_SEC;
	gint64 left_us;

	while ((left_us = end_us - g_get_monotonic_time()) > 0) {
		struct mb_reading *reading;

		if (poll(fds, G_N_ELEMENTS(fds), (int)(left_us / 1000) + 1) < 1)
			continue;
		if (fds[1].revents)
			return give_up(supervised, MB_OUTCOME_STOPPED, NULL);
		reading = take_answer(supervised, ask, items);
		if (reading)
			return reading;
	}
	return give_up(supervised, MB_OUTCOME_FAILED,
	               "reading it takes too long");
}

/* Have the open @file read.  It is closed here. */
static struct mb_reading *
ask(struct mb_supervised *supervised, const struct ask *ask, int file,
    GPtrArray *items)
{
	gboolean sent;

	if (!supervised->pid && !start(supervised)) {
		close(file);
		return mb_reading_new(MB_OUTCOME_UNREADABLE,
		                      "no reader process can be made");
	}
	sent = mb_link_send(supervised->link,
	                    g_variant_new("(^ay^aybb)", ask->path,
	                                  ask->known_sha256, ask->with_ocr,
	                                  ask->is_converted),
	                    file);
	close(file);
	return sent ? await(supervised, ask, items) : bury(supervised);
}

/* Why there is nothing to read after a conversion. */
static struct mb_reading *
reading_of_failure(const GError *error, int stop_fd)
{
	struct pollfd fd = { .fd = stop_fd, .events = POLLIN };

	if (poll(&fd, 1, 0) > 0)
		return mb_reading_new(MB_OUTCOME_STOPPED, NULL);
	return mb_reading_new(g_error_matches(error, MB_ERROR, MB_ERROR_IO)
	                          ? MB_OUTCOME_UNREADABLE
	                          : MB_OUTCOME_FAILED,
	                      error->message);
}

/* Run the converter for a paper that the reader has sent back, and have what it
 * makes of it read in its place.  @unread is what came with it. */
static struct mb_reading *
convert(struct mb_supervised *supervised, const struct ask *first,
        const struct mb_reading *unread, GPtrArray *items)
{
	g_autoptr(GBytes) content = g_steal_pointer(&supervised->to_convert);
	const char *const *command =
	    mb_conf_converter(supervised->conf, unread->type);
	struct ask again = { .path = first->path,
		             .known_sha256 = "",
		             .with_ocr = first->with_ocr,
		             .is_converted = TRUE,
		             .stop_fd = first->stop_fd };
	g_autoptr(GError) error = NULL;
	struct mb_reading *reading;
	int file;

	if (!command)
		return give_up(supervised, MB_OUTCOME_FAILED,
		               "its reader's answer makes no sense");
	file =
	    mb_convert(unread->type, command, content, first->stop_fd, &error);
	reading = file < 0 ? reading_of_failure(error, first->stop_fd)
	                   : ask(supervised, &again, file, items);
	g_free(reading->sha256);
	g_free(reading->type);
	reading->sha256 = g_strdup(unread->sha256);
	reading->type = g_strdup(unread->type);
	return reading;
}

struct mb_reading *
mb_supervise_read(struct mb_supervised *supervised, const struct mb_job *job,
                  int stop_fd, GPtrArray *items)
{
	struct ask first = { .path = job->path,
		             .known_sha256 = job->known_sha256,
		             .with_ocr = job->with_ocr,
		             .stop_fd = stop_fd };
	g_autoptr(mb_reading) reading = NULL;
	g_autoptr(GError) error = NULL;
	int file = mb_paper_open(job->path, &error);

	if (file < 0)
		return mb_reading_new(MB_OUTCOME_UNREADABLE, error->message);
	reading = ask(supervised, &first, file, items);
	if (reading->outcome == MB_OUTCOME_CONVERT)
		return convert(supervised, &first, reading, items);
	return g_steal_pointer(&reading);
}
