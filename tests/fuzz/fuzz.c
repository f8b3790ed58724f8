/* Where strangers' bytes come in, for libFuzzer: each reader with all steps
 * behind it, archives, items as JSON, and questions.  FUZZ_TARGET names the one
 * that is fuzzed; tests/fuzz/run does one after the other.
 *
 * Built without libFuzzer this is a test: each target takes the sample papers
 * of its format, whole and cut short. */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib.h>

#include "indexer/archive.h"
#include "indexer/document.h"
#include "indexer/lines.h"
#include "indexer/paper.h"
#include "query/ask.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t n_bytes);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static const struct mb_conf *conf;

static void
fuzz_paper(enum mb_format format, GBytes *bytes)
{
	struct mb_paper paper = { .path = (char *)"a/minutes",
		                  .content = bytes,
		                  .format = format };
	g_autoptr(mb_lines) lines = mb_lines_read(&paper, NULL);
	struct mb_documents *documents = NULL;

	if (lines)
		documents = mb_documents_make(lines, paper.path, conf);
	for (guint i = 0; documents && i < documents->items->len; i++)
		g_free(mb_item_to_json(documents->items->pdata[i]));
	mb_documents_free(documents);
}

static void
fuzz_text(GBytes *bytes)
{
	fuzz_paper(MB_FORMAT_TEXT, bytes);
}

static void
fuzz_markdown(GBytes *bytes)
{
	fuzz_paper(MB_FORMAT_MARKDOWN, bytes);
}

static void
fuzz_html(GBytes *bytes)
{
	fuzz_paper(MB_FORMAT_HTML, bytes);
}

static void
fuzz_pdf(GBytes *bytes)
{
	fuzz_paper(MB_FORMAT_PDF, bytes);
}

static void
fuzz_docx(GBytes *bytes)
{
	fuzz_paper(MB_FORMAT_DOCX, bytes);
}

static void
fuzz_odt(GBytes *bytes)
{
	fuzz_paper(MB_FORMAT_ODT, bytes);
}

/* From a file's first bytes on: what it is, and what is packed in it. */
static void
fuzz_file(GBytes *bytes)
{
	gsize n_bytes;
	const void *data = g_bytes_get_data(bytes, &n_bytes);
	int fd = memfd_create("paper", 0);
	g_autoptr(GPtrArray) members = NULL;
	g_autoptr(mb_paper) paper = NULL;
	g_autoptr(mb_paper) member = NULL;

	if (write(fd, data, n_bytes) == (ssize_t)n_bytes) {
		members = mb_archive_members(fd, NULL);
		paper = mb_paper_read_open(fd, "a/paper", NULL);
		member = mb_paper_read_open(fd, "a.zip/a.txt", NULL);
	}
	close(fd);
}

static void
fuzz_items(GBytes *bytes)
{
	gsize n_bytes;
	const char *data = g_bytes_get_data(bytes, &n_bytes);
	g_autoptr(mb_item) item =
	    data ? mb_item_from_json(data, n_bytes, NULL) : NULL;

	if (item)
		g_free(mb_item_to_json(item));
}

static void
fuzz_question(GBytes *bytes)
{
	gsize n_bytes;
	const char *data = g_bytes_get_data(bytes, &n_bytes);
	g_autofree char *text = g_strndup(data ? data : "", n_bytes);
	guint column;
	g_autoptr(mb_ask) ask =
	    mb_ask_parse(text, MB_FIELD_ANY, &column, NULL);

	if (ask)
		g_free(mb_ask_describe(ask));
}

static const struct target {
	const char *name;
	const char *endings; /* of the sample papers that it begins with */
	const char *seed;    /* and another beginning; NULL */
	void (*fuzz)(GBytes *bytes);
} targets[] = {
	{ "text", "txt", NULL, fuzz_text },
	{ "markdown", "md", NULL, fuzz_markdown },
	{ "html", "html", NULL, fuzz_html },
	{ "pdf", "pdf", NULL, fuzz_pdf },
	{ "docx", "docx", NULL, fuzz_docx },
	{ "odt", "odt", NULL, fuzz_odt },
	{ "file", "zip gz", NULL, fuzz_file },
	{ "items", "",
	  "{\"kind\":\"minute\",\"title\":\"Ponds\",\"date\":\"2024-05-01\","
	  "\"paper\":\"a.txt\",\"papers\":[{\"path\":\"a.txt\"}],\"text\":"
	  "\"x\"}",
	  fuzz_items },
	{ "question", "",
	  "officer:\"A Marsh\" OR (pond* NEAR gate) NOT date:2020..2021-05",
	  fuzz_question },
};

static const struct target *target;

static gboolean
choose(const char *name)
{
	target = NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(targets); i++)
		if (g_strcmp0(name, targets[i].name) == 0)
			target = &targets[i];
	return target != NULL;
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	conf = mb_conf_load("/dev/null", NULL, NULL);
	if (choose(g_getenv("FUZZ_TARGET")))
		return 0;
	g_printerr("FUZZ_TARGET names no target\n");
	exit(2);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, size_t n_bytes)
{
	g_autoptr(GBytes) bytes = g_bytes_new(data, n_bytes);

	target->fuzz(bytes);
	return 0;
}

#ifndef WITH_LIBFUZZER

#include "tests/unit/test.h"

/* How often a sample is cut, each time to less. */
#define N_CUTS 4

static void
take(const void *data, gsize n_bytes)
{
	for (gsize i = 0; i < N_CUTS; i++)
		LLVMFuzzerTestOneInput(data, n_bytes * (N_CUTS - i) / N_CUTS);
}

/* Give the target the sample papers of one of its formats below @path; how
 * many. */
static guint
take_folder(const char *path)
{
	GDir *folder = g_dir_open(path, 0, NULL);
	g_auto(GStrv) endings = g_strsplit(target->endings, " ", -1);
	const char *name;
	guint n = 0;

	assert_non_null(folder);
	while ((name = g_dir_read_name(folder))) {
		g_autofree char *whole = g_build_filename(path, name, NULL);
		const char *dot = strrchr(name, '.');
		g_autofree char *data = NULL;
		gsize n_bytes;

		if (g_file_test(whole, G_FILE_TEST_IS_DIR)) {
			n += take_folder(whole);
		} else if (dot && g_strv_contains((const char *const *)endings,
		                                  dot + 1)) {
			assert_true(
			    g_file_get_contents(whole, &data, &n_bytes, NULL));
			take(data, n_bytes);
			n++;
		}
	}
	g_dir_close(folder);
	return n;
}

static void
targets_take_the_samples(void **state)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *papers =
	    g_build_filename(top ? top : ".", "corpus", "papers", NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(targets); i++) {
		g_setenv("FUZZ_TARGET", targets[i].name, TRUE);
		LLVMFuzzerInitialize(NULL, NULL);
		if (target->seed)
			take(target->seed, strlen(target->seed));
		else
			assert_true(take_folder(papers) > 0);
		mb_conf_free((struct mb_conf *)conf);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(targets_take_the_samples),
	};

	return cmocka_run_group_tests_name("fuzz", tests, NULL, NULL);
}

#endif
