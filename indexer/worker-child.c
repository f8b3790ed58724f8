#include "config.h"

#include "indexer/worker-child.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/error.h"
#include "indexer/document.h"
#include "indexer/lines.h"
#include "indexer/paper.h"

static gboolean
read_all(int fd, void *data, gsize n_bytes)
{
	char *to = data;

	while (n_bytes > 0) {
		gssize n = read(fd, to, n_bytes);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return FALSE;
		to += n;
		n_bytes -= (gsize)n;
	}
	return TRUE;
}

static gboolean
write_all(int fd, const void *data, gsize n_bytes)
{
	const char *from = data;

	while (n_bytes > 0) {
		gssize n = write(fd, from, n_bytes);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return FALSE;
		from += n;
		n_bytes -= (gsize)n;
	}
	return TRUE;
}

static enum mb_outcome
outcome_of_error(const GError *error)
{
	if (g_error_matches(error, MB_ERROR, MB_ERROR_NO_TEXT) ||
	    g_error_matches(error, MB_ERROR, MB_ERROR_NO_READER))
		return MB_OUTCOME_NO_TEXT;
	if (g_error_matches(error, MB_ERROR, MB_ERROR_IO))
		return MB_OUTCOME_UNREADABLE;
	return MB_OUTCOME_FAILED;
}

static void
add_documents(const struct mb_lines *lines, const char *path,
              const struct mb_conf *conf, struct mb_reply *reply, GString *json)
{
	g_autoptr(mb_documents) documents = NULL;
	guint i;

	documents = mb_documents_make(lines, path, conf);
	for (i = 0; i < MB_N_SIDES; i++)
		g_string_append(json, documents->sittings[i]);
	for (i = 0; i < documents->items->len; i++) {
		g_autofree char *line = NULL;

		line = mb_item_to_json(documents->items->pdata[i]);
		g_string_append(json, line);
		g_string_append_c(json, '\n');
	}
	reply->exempt = documents->exempt ? 1 : 0;
	reply->n_pages = lines->n_pages;
	reply->n_empty_pages = lines->n_empty_pages;
}

/* Read one paper.  FALSE with an error when it can't be. */
static gboolean
read_paper(const struct mb_job *job, const struct mb_conf *conf,
           struct mb_reply *reply, GString *json, GError **error)
{
	g_autoptr(mb_paper) paper = mb_paper_read(job->path, error);
	g_autoptr(mb_lines) lines = NULL;
	const char *oddity;

	if (!paper)
		return FALSE;
	g_strlcpy(reply->sha256, paper->sha256, sizeof(reply->sha256));
	if (g_strcmp0(paper->sha256, job->known_sha256) == 0) {
		reply->outcome = MB_OUTCOME_SAME;
		return TRUE;
	}
	g_strlcpy(reply->type, mb_format_name(paper->format),
	          sizeof(reply->type));
	lines = mb_lines_read(paper, error);
	if (!lines)
		return FALSE;
	add_documents(lines, job->path, conf, reply, json);
	oddity = mb_paper_oddity(paper);
	if (oddity)
		g_strlcpy(reply->reason, oddity, sizeof(reply->reason));
	reply->outcome = MB_OUTCOME_READ;
	return TRUE;
}

static gboolean
answer(int fd, const struct mb_job *job, const struct mb_conf *conf)
{
	g_autoptr(GString) json = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	struct mb_reply reply;

	memset(&reply, 0, sizeof(reply));
	if (!read_paper(job, conf, &reply, json, &error)) {
		reply.outcome = outcome_of_error(error);
		g_strlcpy(reply.reason, error->message, sizeof(reply.reason));
	}
	if (json->len > MB_REPLY_MAX_BYTES) {
		reply.outcome = MB_OUTCOME_FAILED;
		g_strlcpy(reply.reason, "its items hold more text than allowed",
		          sizeof(reply.reason));
		g_string_truncate(json, 0);
	}
	reply.n_bytes = (guint32)json->len;
	return write_all(fd, &reply, sizeof(reply)) &&
	       write_all(fd, json->str, json->len);
}

static void
limit(int resource, rlim_t value)
{
	struct rlimit both = { value, value };

	setrlimit((__rlimit_resource_t)resource, &both);
}

/* A reader dies with the run that started it, leaves Ctrl-C to it, holds none
 * of its files, and has limits that the paper can't lift. */
static void
confine(int fd)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, SIG_DFL);
	if (fd > 3)
		close_range(3, (unsigned int)fd - 1, 0);
	close_range((unsigned int)fd + 1, ~0u, 0);
	limit(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__
	limit(RLIMIT_AS, MB_WORKER_MAX_MEMORY);
#endif
}

/* What a library thinks of a damaged paper is no news to people: the reader's
 * error is. */
static GLogWriterOutput
drop_log(GLogLevelFlags level, const GLogField *fields, gsize n_fields,
         gpointer data)
{
	return G_LOG_WRITER_HANDLED;
}

void
mb_worker_child(int fd, GPtrArray *jobs, const struct mb_conf *conf)
{
	guint32 number;

	confine(fd);
	g_log_set_writer_func(drop_log, NULL, NULL);
	while (read_all(fd, &number, sizeof(number)) && number < jobs->len)
		if (!answer(fd, jobs->pdata[number], conf))
			break;
	/* Not exit(): what the run had not yet written is not ours. */
	_exit(0);
}
