/* store: what goes in and comes out, ids that clash, papers that go. */
#include <string.h>

#include <glib/gstdio.h>

#include "shim/record.h"
#include "tests/unit/store.h"

#define N_CLASHES      3000
#define CLASHES_MAX_US (20 * G_USEC_PER_SEC)

static void
test_open(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *plain = test_write(*state, "plain", "no database");
	g_autofree char *none = g_build_filename(*state, "none", NULL);
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	struct mb_store *again;
	g_autoptr(GError) error = NULL;

	assert_string_equal(mb_store_language(store), "english");
	assert_int_equal(mb_store_n_items(store), 0);
	assert_null(mb_store_create(path, "english", &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_IO));
	g_clear_error(&error);
	assert_null(mb_store_open(path, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_BUSY));
	g_clear_error(&error);
	mb_store_free(g_steal_pointer(&store));
	again = mb_store_open(path, &error);
	assert_null(error);
	assert_string_equal(mb_store_language(again), "english");
	mb_store_free(again);
	assert_null(mb_store_open(none, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	g_clear_error(&error);
	assert_null(mb_store_open(plain, &error));
	assert_non_null(error);
	g_clear_error(&error);
	assert_null(mb_store_create(none, "klingon", &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	assert_false(g_file_test(none, G_FILE_TEST_EXISTS));
}

/* A file of the database cut short, or overwritten. */
static void
test_corrupt(void **state)
{
	static const char *const files[] = { "iamglass", "postlist.glass",
		                             "docdata.glass" };

	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path = NULL;
		struct mb_store *store = test_store(*state, files[i], &path);
		g_autofree char *file = g_build_filename(path, files[i], NULL);
		const char *paths[] = { path, NULL };
		g_autoptr(GError) error = NULL;

		test_put(store, dated_item(ID, "/p/a.txt", "T", "Words."));
		test_commit(store);
		mb_store_free(store);
		assert_true(g_file_set_contents(file, "nonsense", -1, NULL));
		assert_null(mb_search_open(paths, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
		g_clear_error(&error);
		assert_null(mb_store_open(path, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
		g_clear_error(&error);
		assert_null(mb_store_read_papers(path, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
	}
}

static void
test_commit_only(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(GError) error = NULL;
	struct mb_store *store = test_store(*state, "open", &path);

	test_put(store, dated_item(ID "1", "/p/a.txt", "One", "First."));
	holds(store, path, ID "1 \"First.\" from /p/a.txt: /p/a.txt#1\n");
	test_put(store, dated_item(ID "2", "/p/a.txt", "Two", "Second."));
	assert_int_equal(mb_store_n_items(store), 2);
	mb_store_free(store);
	store = mb_store_open(path, &error);
	assert_null(error);
	assert_int_equal(mb_store_n_items(store), 1);
	mb_store_free(store);
}

/* Without a date, items that begin alike may be of any two meetings. */
static void
test_undated(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);

	test_put(store, test_item(ID, "/p/a.txt", "Minutes", DRAFT));
	test_put(store, test_item(ID, "/p/b.txt", "Minutes", LONGER));
	assert_int_equal(mb_store_n_items(store), 2);
	test_put(store, test_item(ID, "/p/c.txt", "MINUTES", LONGER));
	assert_int_equal(mb_store_n_items(store), 2);
}

static char *
suffixed(const char *title, const char *text)
{
	g_autoptr(mb_item) item = dated_item(ID, "/p/x.txt", title, text);
	g_autofree char *hash = mb_item_words_hash(item);

	return g_strdup_printf("%s-%s", ID, hash);
}

/* Two items want one id: both get a suffix, whoever came first. */
static void
clash(const char *folder, const char *name, const char *first_paper,
      const char *second_paper, gboolean turned)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(folder, name, &path);
	g_autofree char *budget = suffixed("Budget", "Spending.");
	g_autofree char *parks = suffixed("Parks", "Grass.");

	for (guint i = 0; i < 2; i++) {
		if ((i == 0) != turned)
			test_put(store, dated_item(ID, first_paper, "Budget",
			                           "Spending."));
		else
			test_put(store, dated_item(ID, second_paper, "Parks",
			                           "Grass."));
	}
	/* A copy finds its own among those that clashed. */
	test_put(store, dated_item(ID, "/p/z.txt", "Parks", "Grass."));
	test_commit(store);
	assert_int_equal(mb_store_n_items(store), 2);
	assert_int_equal(answers(path, ID), 2);
	assert_int_equal(answers(path, budget), 1);
	assert_int_equal(answers(path, parks), 1);
	assert_int_equal(answers(path, ID "-00000000"), 0);
}

static void
test_clash(void **state)
{
	clash(*state, "a", "/p/a.txt", "/p/b.txt", FALSE);
	clash(*state, "b", "/p/a.txt", "/p/b.txt", TRUE);
	clash(*state, "c", "/p/a.txt", "/p/a.txt", FALSE);
	clash(*state, "d", "/p/a.txt", "/p/a.txt", TRUE);
}

/* Items without a date all want the same id: the thousandth must not cost a
 * look at the 999 before it. */
static void
test_many_clashes(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	gint64 before = test_cpu_us();

	for (guint i = 0; i < N_CLASHES; i++) {
		g_autofree char *paper = g_strdup_printf("/p/%u.txt", i);
		g_autofree char *text = g_strdup_printf("Bin %u.", i);

		test_put(store, dated_item(ID, paper, "Bins", text));
	}
	test_commit(store);
	assert_int_equal(mb_store_n_items(store), N_CLASHES);
	assert_int_equal(answers(path, ID), N_CLASHES);
	assert_true(test_cpu_us() - before < CLASHES_MAX_US);
}

/* When one of them goes, the other's ids stay, and the one that comes back
 * gets its own again. */
static void
test_clash_drop(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	g_autofree char *budget = suffixed("Budget", "Spending.");
	g_autofree char *parks = suffixed("Parks", "Grass.");

	test_put(store, dated_item(ID, "/p/a.txt", "Budget", "Spending."));
	test_put(store, dated_item(ID, "/p/b.txt", "Parks", "Grass."));
	drop(store, "/p/a.txt", NULL);
	test_commit(store);
	assert_int_equal(answers(path, ID), 1);
	assert_int_equal(answers(path, parks), 1);
	assert_int_equal(answers(path, budget), 0);
	test_put(store, dated_item(ID, "/p/a.txt", "Budget", "Spending."));
	test_commit(store);
	assert_int_equal(answers(path, ID), 2);
	assert_int_equal(answers(path, budget), 1);
	/* Both gone and one put in anew: it has the bare id, and still
	 * answers to the other. */
	drop(store, "/p/a.txt", NULL);
	drop(store, "/p/b.txt", NULL);
	test_put(store, dated_item(ID, "/p/b.txt", "Parks", "Grass."));
	holds(store, path, ID " \"Grass.\" from /p/b.txt: /p/b.txt#1\n");
	assert_int_equal(answers(path, parks), 1);
	assert_int_equal(answers(path, budget), 0);
}

static void
test_drop(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(g_free);

	test_put(store, dated_item(ID, "/p/a.txt", "Minutes", DRAFT));
	test_put(store, dated_item(ID, "/p/b.txt", "Minutes", LONGER));
	test_put(store, dated_item(ID "2", "/p/b.txt", "Parks", "Grass."));
	test_put(store, dated_item(ID "3", "/q/b.txt", "Roads", "Tar."));
	/* Another paper of that name, in another folder or with capitals, and
	 * one that was never there. */
	drop(store, "b.txt", others);
	drop(store, "/p/B.TXT", others);
	drop(store, "/p/never.txt", others);
	assert_int_equal(others->len, 0);
	assert_int_equal(mb_store_n_items(store), 3);
	drop(store, "/p/b.txt", others);
	assert_int_equal(others->len, 1);
	assert_string_equal(g_ptr_array_index(others, 0), "/p/a.txt");
	holds(store, path,
	      ID "3 \"Tar.\" from /q/b.txt: /q/b.txt#1\n" ID " \"" LONGER
	         "\" from /p/a.txt: /p/a.txt#1\n");
	drop(store, "/p/a.txt", NULL);
	drop(store, "/p/a.txt", NULL);
	holds(store, path, ID "3 \"Tar.\" from /q/b.txt: /q/b.txt#1\n");
}

static void
test_spelling(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);

	test_put(store, dated_item(ID "1", "/p/a.txt", "Recruitment",
	                           "Recruitment, recruitment."));
	test_put(store,
	         dated_item(ID "2", "/p/b.txt", NULL, "Recruitment again."));
	test_put(store, dated_item(ID "2", "/p/c.txt", NULL,
	                           "Recruitment again, and more."));
	test_commit(store);
	suggests(path, "recruitment");
	drop(store, "/p/a.txt", NULL);
	drop(store, "/p/c.txt", NULL);
	test_commit(store);
	suggests(path, "recruitment");
	drop(store, "/p/b.txt", NULL);
	test_commit(store);
	suggests(path, NULL);
}

/* Items of papers whose names are no UTF-8 can be dropped too. */
static void
test_odd_path(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);

	test_put(store, dated_item(ID, "/p/\xff.txt", "Title", "Text."));
	assert_int_equal(mb_store_n_items(store), 1);
	drop(store, "/p/\xff.txt", NULL);
	assert_int_equal(mb_store_n_items(store), 0);
}

/* Long in every part: terms are cut, the item is kept whole. */
static void
test_long(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *longest = g_strnfill(100000, 'w');
	g_autofree char *id = g_strconcat(ID, longest, NULL);
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	struct mb_item *item = dated_item(id, longest, longest, longest);

	item->number = g_strdup(longest);
	item->committee = g_strdup(longest);
	item->council = g_strdup(longest);
	mb_item_add_officer(item, longest, longest, MB_HOW_BOTH);
	mb_item_add_member(item, longest);
	test_put(store, item);
	test_commit(store);
	assert_int_equal(answers(path, id), 1);
	assert_int_equal(answers(path, ID), 0);
	drop(store, longest, NULL);
	assert_int_equal(mb_store_n_items(store), 0);
}

static void
test_limit(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *huge = g_strnfill((gsize)MB_RECORD_MAX_BYTES, 'w');
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	g_autoptr(mb_item) item = dated_item(ID, "/p/a.txt", NULL, huge);
	g_autoptr(GError) error = NULL;

	assert_false(mb_store_put(store, item, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
	/* The run goes on. */
	test_put(store, dated_item(ID, "/p/b.txt", NULL, "Text."));
	holds(store, path, ID " \"Text.\" from /p/b.txt: /p/b.txt#1\n");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_open),        TEST(test_corrupt),
		TEST(test_commit_only), TEST(test_undated),
		TEST(test_clash),       TEST(test_many_clashes),
		TEST(test_clash_drop),  TEST(test_drop),
		TEST(test_spelling),    TEST(test_odd_path),
		TEST(test_long),        TEST(test_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
