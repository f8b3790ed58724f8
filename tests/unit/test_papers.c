/* All papers of one or several databases, walked through. */
#include "tests/unit/shim.h"

#include "shim/papers.h"

/* What a walk gave. */
struct seen {
	GPtrArray *paths;
	guint n_begun;
};

static void
take(const struct mb_paper_state *paper, gpointer data)
{
	struct seen *seen = data;

	if (paper == NULL) {
		seen->n_begun++;
		g_ptr_array_set_size(seen->paths, 0);
		return;
	}
	g_ptr_array_add(seen->paths, g_strdup(paper->path));
	assert_string_equal(paper->status, "read");
	assert_string_equal(paper->sittings, "[]\n[]\n");
}

static void
put_papers(struct mb_store *store, const char *name, guint n)
{
	for (guint i = 0; i < n; i++) {
		g_autoptr(mb_paper_state) state =
		    g_new0(struct mb_paper_state, 1);

		state->path = g_strdup_printf("/p/%s-%u.txt", name, i);
		state->status = g_strdup("read");
		state->sittings = g_strdup("[]\n[]\n");
		assert_true(mb_store_put_paper(store, state, NULL));
	}
	test_commit(store);
}

static void
test_two_databases(void **state)
{
	g_autofree char *one = NULL;
	g_autofree char *two = NULL;
	g_autoptr(mb_store) first = test_store(*state, "one", &one);
	g_autoptr(mb_store) second = test_store(*state, "two", &two);
	const char *paths[] = { NULL, NULL, NULL };
	g_autoptr(mb_search) search = NULL;
	g_autoptr(GHashTable) set = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GError) error = NULL;
	struct seen seen = { g_ptr_array_new_with_free_func(g_free), 0 };

	put_papers(first, "one", 2000);
	put_papers(second, "two", 7);
	test_put(first, test_item("x/y", "/p/one-0.txt", "Title", "Text."));
	test_commit(first);
	paths[0] = one;
	paths[1] = two;
	search = mb_search_open(paths, &error);
	assert_true(mb_papers_walk(search, take, &seen, &error));
	assert_null(error);
	assert_int_equal(seen.n_begun, 1);
	assert_int_equal(seen.paths->len, 2007);
	for (guint i = 0; i < seen.paths->len; i++)
		g_hash_table_add(set, seen.paths->pdata[i]);
	assert_int_equal(g_hash_table_size(set), 2007);
	g_ptr_array_unref(seen.paths);
}

static void
test_no_paper(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "empty", &path);
	const char *paths[] = { NULL, NULL };
	g_autoptr(mb_search) search = NULL;
	struct seen seen = { g_ptr_array_new_with_free_func(g_free), 0 };

	paths[0] = path;
	search = mb_search_open(paths, NULL);
	assert_true(mb_papers_walk(search, take, &seen, NULL));
	assert_int_equal(seen.n_begun, 1);
	assert_int_equal(seen.paths->len, 0);
	g_ptr_array_unref(seen.paths);
}

/* Written twice under the reader: all begins anew, nothing comes twice. */
static void
test_written_meanwhile(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "moving", &path);
	const char *paths[] = { NULL, NULL };
	g_autoptr(mb_search) search = NULL;
	struct seen seen = { g_ptr_array_new_with_free_func(g_free), 0 };

	put_papers(store, "a", 6000);
	paths[0] = path;
	search = mb_search_open(paths, NULL);
	for (guint i = 0; i < 4; i++)
		put_papers(store, i % 2 ? "a" : "b", 6000);
	assert_true(mb_papers_walk(search, take, &seen, NULL));
	assert_int_equal(seen.paths->len, 12000);
	assert_true(seen.n_begun >= 2);
	g_ptr_array_unref(seen.paths);
}

static int
setup(void **state)
{
	*state = test_folder_new();
	return 0;
}

static int
teardown(void **state)
{
	test_folder_free(*state);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_two_databases),
		TEST(test_no_paper),
		TEST(test_written_meanwhile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
