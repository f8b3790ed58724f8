#include "config.h"

#include "indexer/worker-reader.h"

#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "indexer/document.h"
#include "indexer/exported.h"
#include "indexer/lines.h"
#include "indexer/link.h"
#include "indexer/ocr.h"
#include "indexer/paper.h"
#include "indexer/sandbox.h"

/* Items of one paper hold no more text than this. */
#define MAX_ANSWER_BYTES (MB_LINK_MAX_BYTES / 2)

/* What is asked of a reader. */
struct order {
	const char *path;
	const char *known_sha256;
	gboolean is_converted;
};

static struct mb_reading *
reading_of_error(const GError *error)
{
	enum mb_outcome outcome = MB_OUTCOME_FAILED;

	if (g_error_matches(error, MB_ERROR, MB_ERROR_NO_TEXT) ||
	    g_error_matches(error, MB_ERROR, MB_ERROR_NO_READER))
		outcome = MB_OUTCOME_NO_TEXT;
	else if (g_error_matches(error, MB_ERROR, MB_ERROR_IO))
		outcome = MB_OUTCOME_UNREADABLE;
	return mb_reading_new(outcome, error->message);
}

static void
write_items(GPtrArray *items, GString *out)
{
	for (guint i = 0; i < items->len; i++) {
		g_autoptr(GString) record = mb_item_to_record(items->pdata[i]);

		g_string_append_len(out, record->str, (gssize)record->len + 1);
	}
}

static struct mb_reading *
reading_of_documents(struct mb_documents *documents, GString *out)
{
	struct mb_reading *reading = mb_reading_new(MB_OUTCOME_READ, NULL);
	guint i;

	/* Ahead of the items of its day. */
	write_items(documents->fronts, out);
	write_items(documents->items, out);
	for (i = 0; i < MB_N_SIDES; i++) {
		g_free(reading->shares[i].sittings);
		reading->shares[i].sittings =
		    g_steal_pointer(&documents->sittings[i]);
	}
	reading->is_exempt = documents->exempt;
	return reading;
}

static struct mb_reading *
read_exported(const struct mb_paper *paper, const struct mb_conf *conf,
              GString *out)
{
	g_autoptr(mb_documents) documents = NULL;
	g_autoptr(GError) error = NULL;

	documents = mb_exported_read(paper, conf, &error);
	return documents ? reading_of_documents(documents, out)
	                 : reading_of_error(error);
}

/* The items of a paper, or why it has none. */
static struct mb_reading *
read_lines(const struct mb_paper *paper, const struct mb_conf *conf,
           GString *out)
{
	g_autoptr(mb_documents) documents = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_lines) lines = mb_lines_read_any(paper, &error);
	struct mb_reading *reading;

	if (!lines)
		return reading_of_error(error);
	if (mb_lines_why_none(lines)) {
		reading = mb_reading_new(MB_OUTCOME_NO_TEXT,
		                         mb_lines_why_none(lines));
	} else {
		documents = mb_documents_make(lines, paper->path, conf);
		reading = reading_of_documents(documents, out);
		reading->reason = g_strdup(mb_paper_oddity(paper));
	}
	reading->n_pages = lines->n_pages;
	reading->n_empty_pages = lines->n_empty_pages;
	return reading;
}

/* A paper without a reader, for which there is a converter: its bytes go to
 * where it can be run. */
static struct mb_reading *
ask_to_convert(const struct mb_paper *paper, GString *out)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(paper->content, &n_bytes);

	if (n_bytes > MAX_ANSWER_BYTES)
		return mb_reading_new(MB_OUTCOME_FAILED,
		                      "too large to be converted");
	g_string_append_len(out, bytes, (gssize)n_bytes);
	return mb_reading_new(MB_OUTCOME_CONVERT, NULL);
}

/* What becomes of an open paper. */
static struct mb_reading *
read_paper(const struct mb_paper *paper, const struct order *order,
           const struct mb_conf *conf, GString *out)
{
	if (g_str_equal(paper->sha256, order->known_sha256))
		return mb_reading_new(MB_OUTCOME_SAME, NULL);
	if (mb_conf_expects_items(conf))
		return read_exported(paper, conf, out);
	if (paper->type && !order->is_converted &&
	    mb_conf_converter(conf, paper->type->name))
		return ask_to_convert(paper, out);
	return read_lines(paper, conf, out);
}

static GVariant *
answer_new(const struct mb_reading *reading, const GString *body)
{
	return g_variant_new("(@" MB_READING_TYPE "@ay)",
	                     mb_reading_to_variant(reading),
	                     g_variant_new_fixed_array(
				 G_VARIANT_TYPE_BYTE, body->str, body->len, 1));
}

static GVariant *
answer(int file, const struct order *order, const struct mb_conf *conf)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_paper) paper = NULL;
	g_autoptr(mb_reading) reading = NULL;

	paper = order->is_converted
	            ? mb_paper_read_converted(file, order->path, &error)
	            : mb_paper_read_open(file, order->path, &error);
	if (!paper) {
		reading = reading_of_error(error);
		return answer_new(reading, out);
	}
	reading = read_paper(paper, order, conf, out);
	if (out->len > MAX_ANSWER_BYTES) {
		mb_reading_free(reading);
		reading = mb_reading_new(
		    MB_OUTCOME_FAILED, "its items hold more text than allowed");
		g_string_truncate(out, 0);
	}
	g_free(reading->sha256);
	reading->sha256 = g_strdup(paper->sha256);
	g_free(reading->type);
	reading->type = g_strdup(paper->type ? paper->type->name
	                                     : mb_format_name(paper->format));
	return answer_new(reading, out);
}

/* A reader has limits that a paper can't lift, and may do no more than read. */
static gboolean
confine(int fd, GError **error)
{
	mb_sandbox_detach(fd);
	mb_sandbox_limit(0, MB_SANDBOX_MAX_MEMORY);
	mb_sandbox_preload();
	return mb_sandbox_enter(fd, error);
}

/* What a library thinks of a damaged paper is no news to people: the reader's
 * error is. */
static GLogWriterOutput
drop_log(GLogLevelFlags level, const GLogField *fields, gsize n_fields,
         gpointer data)
{
	return G_LOG_WRITER_HANDLED;
}

/* Without a sandbox no paper is read: the one asked for is told why. */
G_NORETURN static void
refuse(struct mb_link *link, const GError *error)
{
	g_autoptr(GString) nothing = g_string_new(NULL);
	g_autoptr(mb_reading) reading =
	    mb_reading_new(MB_OUTCOME_UNREADABLE, error->message);

	mb_link_send(link, answer_new(reading, nothing), -1);
	_exit(1);
}

void
mb_worker_reader(int fd, const struct mb_conf *conf)
{
	struct mb_link *link = mb_link_new(fd);
	g_autoptr(GError) error = NULL;
	GVariant *job;
	int file;

	g_log_set_writer_func(drop_log, NULL, NULL);
	if (!confine(fd, &error))
		refuse(link, error);
	while ((job = mb_link_receive(link, MB_READER_JOB_TYPE, &file))) {
		struct order order;
		gboolean with_ocr;

		g_variant_get(job, "(^&ay^&aybb)", &order.path,
		              &order.known_sha256, &with_ocr,
		              &order.is_converted);
		mb_ocr_use(with_ocr);
		if (!mb_link_send(link, answer(file, &order, conf), -1))
			break;
		close(file);
		g_variant_unref(job);
	}
	/* Not exit(): what the run had not yet written is not ours. */
	_exit(0);
}
