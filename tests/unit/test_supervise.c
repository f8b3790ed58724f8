/* Whatever a reader does costs its paper and no other.  The reader here is a
 * false one, which does what the name of its paper says. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/link.h"
#include "indexer/supervise.h"
#include "indexer/worker-reader.h"
#include "tests/unit/test.h"

static struct mb_item *
item_new(const char *path, const char *id)
{
	struct mb_item *item = mb_item_new();

	g_free(item->id);
	g_free(item->paper);
	g_free(item->text);
	item->id = g_strdup(id);
	item->paper = g_strdup(path);
	item->text = g_strdup("12345");
	mb_item_add_source(item, path, 1, NULL);
	return item;
}

static void
add_record(GString *body, struct mb_item *item)
{
	g_autoptr(GString) record = mb_item_to_record(item);

	g_string_append_len(body, record->str, (gssize)record->len + 1);
	mb_item_free(item);
}

/* What is sent for the paper @path. */
static GVariant *
answer_new(const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	g_autoptr(mb_reading) reading = mb_reading_new(MB_OUTCOME_READ, NULL);
	g_autoptr(GString) body = g_string_new(NULL);
	struct mb_item *item = item_new(path, "a/b/c");

	if (strstr(name, "foreign"))
		mb_item_add_source(item, "/another/paper", 1, NULL);
	if (strstr(name, "nameless"))
		*item->id = '\0';
	if (strstr(name, "sourceless"))
		g_ptr_array_set_size(item->sources, 0);
	if (strstr(name, "failed"))
		reading->outcome = MB_OUTCOME_FAILED;
	if (strstr(name, "convert"))
		reading->outcome = MB_OUTCOME_CONVERT;
	if (strstr(name, "as doc")) {
		g_free(reading->type);
		reading->type = g_strdup("doc");
	}
	if (strstr(name, "same"))
		reading->outcome = MB_OUTCOME_SAME;
	if (strstr(name, "strange"))
		reading->outcome = (enum mb_outcome)4711;
	if (strstr(name, "sitting")) {
		g_free(reading->shares[MB_SIDE_OPEN].sittings);
		reading->shares[MB_SIDE_OPEN].sittings = g_strdup("[}\n[]\n");
	}
	if (strstr(name, "escape")) {
		g_free(reading->type);
		reading->type = g_strdup("\033[2J");
	}
	if (strstr(name, "babble"))
		reading->reason = g_strnfill(33 * 1024 * 1024, 'x');
	if (!strstr(name, "hashless")) {
		g_free(reading->sha256);
		reading->sha256 = g_strdup("4711");
	}
	item->exempt = strstr(name, "mixed") != NULL;
	reading->is_exempt = strstr(name, "secret") != NULL;
	add_record(body, item);
	add_record(body, item_new(path, "d/e/f"));
	if (strstr(name, "cut"))
		g_string_truncate(body, body->len - 3);
	if (strstr(name, "empty"))
		g_string_truncate(body, 0);
	return g_variant_new("(@" MB_READING_TYPE "@ay)",
	                     mb_reading_to_variant(reading),
	                     g_variant_new_fixed_array(
				 G_VARIANT_TYPE_BYTE, body->str, body->len, 1));
}

void
mb_worker_reader(int fd, const struct mb_conf *conf)
{
	struct mb_link *link = mb_link_new(fd);
	GVariant *job;
	int file;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while ((job = mb_link_receive(link, MB_READER_JOB_TYPE, &file))) {
		const char *path, *known_sha256;

		g_variant_get(job, "(^&ay^&aybb)", &path, &known_sha256, NULL,
		              NULL);
		if (strstr(path, "hang"))
			pause();
		if (strstr(path, "abort"))
			raise(SIGABRT);
		if (strstr(path, "kill"))
			raise(SIGKILL);
		if (strstr(path, "exit"))
			_exit(0);
		if (strstr(path, "noise"))
			(void)!write(fd, "\4\0\0\0noise", 9);
		if (strstr(path, "boast"))
			(void)!write(fd, "\377\377\377\377much", 8);
		mb_link_send(link, answer_new(path), -1);
		close(file);
		g_variant_unref(job);
	}
	_exit(0);
}

static struct mb_reading *
ask(struct mb_supervised *supervised, const char *path, const char *known,
    int stop_fd, GPtrArray *items)
{
	g_autoptr(mb_job) job = mb_job_new(path, known, 0);

	return mb_supervise_read(supervised, job, stop_fd, items);
}

static const struct row {
	const char *name;
	enum mb_outcome outcome;
	const char *reason;
	guint n_items, n_open, n_exempt;
} rows[] = {
	{ "good", MB_OUTCOME_READ, NULL, 2, 2, 0 },
	{ "mixed", MB_OUTCOME_READ, NULL, 2, 1, 1 },
	{ "secret", MB_OUTCOME_READ, NULL, 2, 0, 2 },
	{ "empty", MB_OUTCOME_READ, "no items are found in it", 0, 0, 0 },
	{ "foreign", MB_OUTCOME_FAILED, "its reader's answer makes no sense", 0,
	  0, 0 },
	{ "nameless", MB_OUTCOME_FAILED, "its reader's answer makes no sense",
	  0, 0, 0 },
	{ "sourceless", MB_OUTCOME_FAILED, "its reader's answer makes no sense",
	  0, 0, 0 },
	{ "cut", MB_OUTCOME_FAILED, "its reader's answer makes no sense", 0, 0,
	  0 },
	{ "failed", MB_OUTCOME_FAILED, "its reader's answer makes no sense", 0,
	  0, 0 },
	{ "convert to what", MB_OUTCOME_FAILED,
	  "its reader's answer makes no sense", 0, 0, 0 },
	{ "strange", MB_OUTCOME_FAILED, "its reader's answer makes no sense", 0,
	  0, 0 },
	{ "hashless", MB_OUTCOME_FAILED, "its reader's answer makes no sense",
	  0, 0, 0 },
	{ "same empty", MB_OUTCOME_FAILED, "its reader's answer makes no sense",
	  0, 0, 0 },
	{ "sitting", MB_OUTCOME_FAILED, "its reader's answer makes no sense", 0,
	  0, 0 },
	{ "escape", MB_OUTCOME_FAILED, "its reader's answer makes no sense", 0,
	  0, 0 },
	{ "babble", MB_OUTCOME_FAILED, "its reader's answer makes no sense", 0,
	  0, 0 },
	{ "noise", MB_OUTCOME_FAILED, "its reader's answer makes no sense", 0,
	  0, 0 },
	{ "boast", MB_OUTCOME_FAILED, "its reader's answer is too long", 0, 0,
	  0 },
	{ "abort", MB_OUTCOME_FAILED, "its reader crashed (Aborted)", 0, 0, 0 },
	{ "exit", MB_OUTCOME_FAILED, "its reader ended without an answer", 0, 0,
	  0 },
	{ "kill", MB_OUTCOME_UNREADABLE, "its reader crashed (Killed)", 0, 0,
	  0 },
	{ "hang", MB_OUTCOME_FAILED, "reading it takes too long", 0, 0, 0 },
};

static void
check_row(struct mb_supervised *supervised, const char *folder,
          const struct row *row)
{
	g_autofree char *path = test_write(folder, row->name, "x");
	g_autoptr(GPtrArray) items =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_item_free);
	g_autoptr(mb_reading) reading = ask(supervised, path, "", -1, items);

	assert_int_equal(reading->outcome, row->outcome);
	assert_string_equal(reading->reason ? reading->reason : "",
	                    row->reason ? row->reason : "");
	assert_int_equal(items->len, row->n_items);
	assert_int_equal(reading->shares[MB_SIDE_OPEN].n_items, row->n_open);
	assert_int_equal(reading->shares[MB_SIDE_OPEN].n_text_bytes,
	                 row->n_open * 5);
	assert_int_equal(reading->shares[MB_SIDE_EXEMPT].n_items,
	                 row->n_exempt);
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *item = items->pdata[i];

		assert_int_equal(item->exempt, i < row->n_exempt);
	}
}

static void
test_rows(void **state)
{
	char *folder = test_folder_new();
	g_autoptr(mb_conf) conf = mb_conf_load("/dev/null", NULL, NULL);
	g_autoptr(mb_supervised) supervised = mb_supervise_new(conf);

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		check_row(supervised, folder, &rows[i]);
		check_row(supervised, folder, &rows[0]);
	}
	test_folder_free(folder);
}

/* A reader may say that a paper is as it was, of one that is known. */
static void
test_same(void **state)
{
	static const struct {
		const char *known_sha256;
		enum mb_outcome outcome;
	} same[] = {
		{ "4711", MB_OUTCOME_SAME },
		{ "4712", MB_OUTCOME_FAILED },
		{ "", MB_OUTCOME_FAILED },
	};
	char *folder = test_folder_new();
	g_autofree char *path = test_write(folder, "same empty", "x");
	g_autoptr(mb_conf) conf = mb_conf_load("/dev/null", NULL, NULL);
	g_autoptr(mb_supervised) supervised = mb_supervise_new(conf);

	for (guint i = 0; i < G_N_ELEMENTS(same); i++) {
		g_autoptr(GPtrArray) items = g_ptr_array_new();
		g_autoptr(mb_reading) reading =
		    ask(supervised, path, same[i].known_sha256, -1, items);

		assert_int_equal(reading->outcome, same[i].outcome);
	}
	test_folder_free(folder);
}

/* What the configuration says is so whatever the reader says: that a paper is
 * exempt, and that there is a converter, which is asked for once. */
static void
test_conf(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *good = test_write(folder, "good", "x");
	g_autofree char *twice = test_write(folder, "convert as doc", "x");
	g_autofree char *file = test_write(
	    folder, "conf", "[exempt]\nexempt=*/good\n[convert]\ndoc=cat %i\n");
	g_autoptr(GPtrArray) items =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_item_free);
	g_autoptr(mb_conf) conf = mb_conf_load(file, NULL, NULL);
	g_autoptr(mb_supervised) supervised = mb_supervise_new(conf);
	g_autoptr(mb_reading) forced = NULL;
	g_autoptr(mb_reading) converted = NULL;

	forced = ask(supervised, good, "", -1, items);
	assert_true(forced->is_exempt);
	assert_int_equal(forced->shares[MB_SIDE_OPEN].n_items, 0);
	assert_int_equal(forced->shares[MB_SIDE_EXEMPT].n_items, 2);
	converted = ask(supervised, twice, "", -1, items);
	assert_int_equal(converted->outcome, MB_OUTCOME_FAILED);
	assert_string_equal(converted->reason,
	                    "its reader's answer makes no sense");
	test_folder_free(folder);
}

/* A paper is given up at once when something comes for its writer. */
static void
test_stopped(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *path = test_write(folder, "hang", "x");
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	g_autoptr(mb_conf) conf = mb_conf_load("/dev/null", NULL, NULL);
	g_autoptr(mb_supervised) supervised = mb_supervise_new(conf);
	g_autoptr(mb_reading) reading = NULL;
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "x", 1), 1);
	reading = ask(supervised, path, "", ends[0], items);
	assert_int_equal(reading->outcome, MB_OUTCOME_STOPPED);
	close(ends[0]);
	close(ends[1]);
	test_folder_free(folder);
}

/* A file that can't be opened costs no reader. */
static void
test_missing(void **state)
{
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	g_autoptr(mb_conf) conf = mb_conf_load("/dev/null", NULL, NULL);
	g_autoptr(mb_supervised) supervised = mb_supervise_new(conf);
	g_autoptr(mb_reading) reading =
	    ask(supervised, "/nowhere/x", "", -1, items);

	assert_int_equal(reading->outcome, MB_OUTCOME_UNREADABLE);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),    cmocka_unit_test(test_same),
		cmocka_unit_test(test_conf),    cmocka_unit_test(test_stopped),
		cmocka_unit_test(test_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
