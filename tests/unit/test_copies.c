/* store: copies that are one item, and some that are not. */
#include "tests/unit/store.h"

/* The same item in two papers: whichever comes first, the same is held. */
static void
test_merge(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *turned = NULL;
	g_autoptr(mb_store) store = test_store(*state, "a", &path);
	g_autoptr(mb_store) other = test_store(*state, "b", &turned);
	static const char want[] = ID " \"" LONGER "\" from /p/b.txt: "
				      "/p/b.txt#1 /p/a.txt#1\n";

	test_put(store, dated_item(ID, "/p/a.txt", "Minutes", DRAFT));
	test_put(store, dated_item(ID, "/p/b.txt", "Minutes", LONGER));
	holds(store, path, want);
	test_put(other, dated_item(ID, "/p/b.txt", "Minutes", LONGER));
	test_put(other, dated_item(ID, "/p/a.txt", "Minutes", DRAFT));
	holds(other, turned, want);
	/* Once more changes nothing. */
	test_put(other, dated_item(ID, "/p/a.txt", "Minutes", DRAFT));
	holds(other, turned, want);
	assert_int_equal(mb_store_n_items(other), 1);
}

/* Three papers arriving in any order leave the same behind. */
static void
test_merge_order(void **state)
{
	static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 },
		                           { 1, 0, 2 }, { 1, 2, 0 },
		                           { 2, 0, 1 }, { 2, 1, 0 } };
	static const char *const papers[] = { "/p/c.txt", "/p/a.txt",
		                              "/p/b.txt" };

	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++) {
		g_autofree char *name = g_strdup_printf("%zu", i);
		g_autofree char *path = NULL;
		g_autoptr(mb_store) store = test_store(*state, name, &path);

		for (gsize j = 0; j < 3; j++)
			test_put(store, dated_item(ID, papers[orders[i][j]],
			                           "Minutes", DRAFT));
		holds(store, path,
		      ID " \"" DRAFT "\" from /p/a.txt: "
		         "/p/a.txt#1 /p/b.txt#1 /p/c.txt#1\n");
	}
}

/* Put the rows of @roof and @other_business in, in the order of number @order
 * of 24. */
static void
put_in_order(struct mb_store *store, guint order)
{
	guint left[] = { 0, 1, 2, 3 };

	for (guint n = 4; n > 0; order /= n, n--) {
		guint row = left[order % n];
		g_autofree char *paper = g_strdup_printf("/p/%u.txt", row);

		left[order % n] = left[n - 1];
		test_put(store,
		         minute(paper, row == 3 ? "Hedges" : "Market hall",
		                row == 3 ? other_business : roof[row]));
	}
}

/* Copies that agree but for small things are one item, in whatever order they
 * and an item that clashes with them come. */
static void
test_near_copies(void **state)
{
	g_autofree char *first = NULL;

	for (guint order = 0; order < 24; order++) {
		g_autofree char *name = g_strdup_printf("%u", order);
		g_autofree char *path = NULL;
		g_autofree char *got = NULL;
		g_autoptr(mb_store) store = test_store(*state, name, &path);

		put_in_order(store, order);
		test_commit(store);
		assert_int_equal(mb_store_n_items(store), 2);
		assert_int_equal(answers(path, ID), 2);
		got = contents(path);
		assert_non_null(strstr(got, "from /p/2.txt: /p/2.txt#1 "
		                            "/p/0.txt#1 /p/1.txt#1\n"));
		assert_non_null(strstr(got, "from /p/3.txt: /p/3.txt#1\n"));
		if (first == NULL)
			first = g_steal_pointer(&got);
		else
			assert_string_equal(got, first);
	}
}

/* Rows of a tracker have a heading and a number in common, and most words. */
static void
test_near_rows(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	static const enum mb_kind kinds[] = { MB_KIND_ACTION, MB_KIND_REPORT };

	for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++)
		for (guint i = 0; i < 2; i++) {
			struct mb_item *row =
			    minute("/p/a.txt", "Market hall", roof[i]);

			row->kind = kinds[k];
			g_free(row->id);
			row->id = g_strdup_printf("a/b/2020-03-05/%s/13",
			                          mb_kind_name(kinds[k]));
			test_put(store, row);
		}
	assert_int_equal(mb_store_n_items(store), 4);
}

/* A copy that is like two which are not like each other makes one of all: by
 * its first words it is the one, by most of its words the other. */
static void
test_bridge(void **state)
{
	g_autofree char *most = g_strconcat(other_business, " ", roof[0], NULL);
	g_autofree char *both = g_strconcat(DRAFT, " ", most, NULL);
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);

	test_put(store, minute("/p/a.txt", "Depot", most));
	test_put(store, minute("/p/b.txt", "Works", DRAFT));
	test_commit(store);
	assert_int_equal(answers(path, ID), 2);
	test_put(store, minute("/p/c.txt", "Works", both));
	test_commit(store);
	assert_int_equal(answers(path, ID), 1);
	assert_int_equal(mb_store_n_items(store), 1);
}

/* Confirmed minutes are what is kept, however long the draft is. */
static void
test_draft(void **state)
{
	static const char want[] = ID " \"" DRAFT "\" from /p/z.txt: "
				      "/p/z.txt#1 /p/a.txt#1 /p/b.txt#1\n";

	for (guint turned = 0; turned < 2; turned++) {
		g_autofree char *path = NULL;
		g_autofree char *name = g_strdup_printf("%u", turned);
		g_autoptr(mb_store) store = test_store(*state, name, &path);
		g_autoptr(mb_search) search = NULL;
		g_autoptr(GPtrArray) items = NULL;
		const struct mb_item *item;

		for (guint i = 0; i < 3; i++) {
			guint k = turned ? 2 - i : i;
			static const char *const papers[] = { "/p/a.txt",
				                              "/p/b.txt",
				                              "/p/z.txt" };
			struct mb_item *copy = dated_item(
			    ID, papers[k], "Minutes", k < 2 ? LONGER : DRAFT);
			struct mb_source *source = copy->sources->pdata[0];

			source->draft = k < 2;
			test_put(store, copy);
		}
		holds(store, path, want);
		search = test_search(path);
		items = mb_search_by_id(search, ID, NULL);
		item = items->pdata[0];
		for (guint i = 0; i < 3; i++) {
			const struct mb_source *source =
			    item->sources->pdata[i];

			assert_int_equal(source->draft, i > 0);
		}
	}
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_merge),       TEST(test_merge_order),
		TEST(test_near_copies), TEST(test_near_rows),
		TEST(test_bridge),      TEST(test_draft),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
