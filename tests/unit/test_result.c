/* search: in which order things are found, and that nothing that C holds
 * depends on the order in which it is freed. */
#include "tests/unit/search.h"

static void
sorts(struct fixture *f, const char *words, enum mb_sort sort, const char *want)
{
	g_autofree char *ids = test_ids(f->search, any(f, words), sort);

	assert_string_equal(ids, want);
}

static void
test_sort(void **state)
{
	struct fixture *f = *state;
	g_autofree char *newest = NULL;
	g_autofree char *oldest = NULL;
	g_autofree char *equal = NULL;

	newest = test_ids(f->search, mb_query_all(), MB_SORT_NEWEST);
	oldest = test_ids(f->search, mb_query_all(), MB_SORT_OLDEST);
	equal = test_ids(f->search, mb_query_all(), MB_SORT_RELEVANCE);
	assert_string_equal(newest, "c a b d");
	/* Unknown dates come last both ways, and paper order stays. */
	assert_string_equal(oldest, "a b c d");
	/* Of equal weight: newest first. */
	assert_string_equal(equal, "c a b d");
	/* The heading counts for more than the text, the very form for more
	 * than another of its stem. */
	sorts(f, "apologies", MB_SORT_RELEVANCE, "b");
	sorts(f, "foster", MB_SORT_RELEVANCE, "a c b");
	sorts(f, "fostered", MB_SORT_RELEVANCE, "b a c");
}

static void
test_rows(void **state)
{
	struct fixture *f = *state;
	static const struct {
		guint first;
		guint n_max;
		guint n_rows;
		const char *id;
	} rows[] = {
		{ 0, 1, 1, "c" },           { 1, 2, 2, "a" },
		{ 3, 10, 1, "d" },          { 4, 10, 0, NULL },
		{ 99, G_MAXUINT, 0, NULL }, { G_MAXUINT, G_MAXUINT, 0, NULL },
		{ 0, 0, 0, NULL },          { 2, G_MAXUINT, 2, "b" },
	};
	g_autoptr(mb_query) all = mb_query_all();

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_result) result =
		    mb_search_run(f->search, all, MB_SORT_NEWEST, rows[i].first,
		                  rows[i].n_max, &error);

		assert_null(error);
		assert_int_equal(mb_result_n_matches(result), 4);
		assert_int_equal(mb_result_n_rows(result), rows[i].n_rows);
		if (rows[i].id != NULL)
			assert_string_equal(
			    mb_result_item(result, 0, &error)->id, rows[i].id);
	}
}

/* An agenda's line is short and all heading, and a row of a tracker stands under
 * the heading of all; what was decided under the same heading comes before them
 * all the same. */
static void
test_announced(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "announced", &path);
	struct mb_item *item;
	g_autofree char *ids = NULL;
	g_autoptr(mb_search) search = NULL;

	item = test_item("line", "/p/agenda.pdf", "Road grants", "");
	item->kind = MB_KIND_AGENDA;
	item->date_ymd = 20210630;
	test_put(store, item);
	item = test_item("row", "/p/tracker.pdf", "Road grants",
	                 "That a list of the schools be sent to members.");
	item->kind = MB_KIND_ACTION;
	item->date_ymd = 20210701;
	test_put(store, item);
	item = test_item("minute", "/p/minutes.pdf", "Road grants",
	                 "The Senior Engineer said which bridges would be "
	                 "repaired in the year, and what each would cost. He "
	                 "answered members' questions about footpaths, drains "
	                 "and signs, and about the works left from last year. "
	                 "Resolved: that the programme be adopted.");
	item->date_ymd = 20210629;
	test_put(store, item);
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	ids = test_ids(search, mb_query_text(search, MB_FIELD_ANY, "grants"),
	               MB_SORT_RELEVANCE);
	assert_string_equal(ids, "minute row line");
}

static void
test_score(void **state)
{
	struct fixture *f = *state;
	g_autoptr(mb_query) query = any(f, "foster");
	g_autoptr(mb_result) best = mb_search_run(
	    f->search, query, MB_SORT_RELEVANCE, 0, G_MAXUINT, NULL);
	g_autoptr(mb_result) newest =
	    mb_search_run(f->search, query, MB_SORT_NEWEST, 0, G_MAXUINT, NULL);

	assert_int_equal(mb_result_n_rows(best), 3);
	assert_true(mb_result_score(best, 0) > mb_result_score(best, 1));
	assert_true(mb_result_score(best, 1) >= mb_result_score(best, 2));
	assert_true(mb_result_score(best, 2) > 0);
	for (guint i = 0; i < 3; i++)
		assert_true(mb_result_score(newest, i) == 0);
}

/* "council tax" together comes before council here and tax there, though these
 * have the words more often; a page goes on where the other ended. */
static void
test_nearness(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "near", &path);
	g_autoptr(mb_search) search = NULL;
	g_autoptr(GString) pages = g_string_new(NULL);
	const char *const fill =
	    "the report was noted by all who were there on that day and the "
	    "vote was carried with thanks to the staff";
	g_autofree char *apart = g_strconcat("council ", fill, " tax", NULL);
	g_autofree char *close =
	    g_strconcat("the tax a council sets ", fill, NULL);
	g_autofree char *beside =
	    g_strconcat(fill, " and more of it; council tax", NULL);

	test_put(store, test_item("apart", "/p/1", NULL, apart));
	test_put(store, test_item("close", "/p/2", NULL, close));
	test_put(store, test_item("beside", "/p/3", NULL, beside));
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	for (guint i = 0; i < 3; i++) {
		g_autoptr(mb_query) query = mb_query_join(
		    MB_JOIN_AND, mb_query_text(search, MB_FIELD_ANY, "council"),
		    mb_query_text(search, MB_FIELD_ANY, "tax"), NULL);
		g_autoptr(mb_result) result =
		    mb_search_run(search, query, MB_SORT_RELEVANCE, i, 1, NULL);

		assert_int_equal(mb_result_n_matches(result), 3);
		assert_int_equal(mb_result_n_rows(result), 1);
		g_string_append_printf(pages, "%s ",
		                       mb_result_item(result, 0, NULL)->id);
	}
	assert_string_equal(pages->str, "beside close apart ");
}

static void
test_by_id(void **state)
{
	struct fixture *f = *state;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) one = mb_search_by_id(f->search, "c", &error);
	g_autoptr(GPtrArray) none = mb_search_by_id(f->search, "nope", &error);
	g_autoptr(GPtrArray) empty = mb_search_by_id(f->search, "", &error);
	const struct mb_item *item;

	assert_null(error);
	assert_int_equal(one->len, 1);
	assert_int_equal(none->len, 0);
	assert_int_equal(empty->len, 0);
	item = g_ptr_array_index(one, 0);
	assert_string_equal(item->title, "Budget");
	assert_int_equal(item->date_ymd, 20210629);
}

static void
test_spelling(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *typed;
		const char *want;
	} rows[] = {
		{ "recrutment", "recruitment" },
		{ "RECRUITMNET", "recruitment" },
		{ "recruitment", NULL },
		{ "luzcak", "luczak" },
		{ "zzzzzz", NULL },
		{ "", NULL },
		/* Numbers and short words are never suggested. */
		{ "108", NULL },
		{ "teh", NULL },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *got =
		    mb_search_spelling(f->search, rows[i].typed);

		if (rows[i].want == NULL)
			assert_null(got);
		else
			assert_string_equal(got, rows[i].want);
	}
}

static void
test_counts(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(mb_search_n_items(f->search), 4);
	assert_int_equal(mb_search_n_papers(f->search), 0);
	assert_string_equal(mb_search_language(f->search), "english");
	assert_string_equal(mb_stem_word(mb_search_stem(f->search), "carers"),
	                    "carer");
}

/* Results, queries and the search are let go of in every order; the rows stay
 * (the sanitizers see it if they don't). */
static void
free_in_order(struct fixture *f, const guint order[3])
{
	struct mb_search *search = test_search(f->path);
	struct mb_query *query =
	    mb_query_filter(mb_query_text(search, MB_FIELD_ANY, "foster"),
	                    mb_query_dates(20200101, 20201231));
	struct mb_result *result =
	    mb_search_run(search, query, MB_SORT_NEWEST, 0, G_MAXUINT, NULL);

	assert_string_equal(mb_result_item(result, 1, NULL)->id, "b");
	for (guint i = 0; i < 3; i++) {
		if (order[i] == 0)
			g_clear_pointer(&search, mb_search_free);
		if (order[i] == 1)
			g_clear_pointer(&query, mb_query_free);
		if (order[i] == 2)
			g_clear_pointer(&result, mb_result_free);
		if (result != NULL) {
			assert_int_equal(mb_result_n_rows(result), 2);
			assert_string_equal(
			    mb_result_item(result, i % 2, NULL)->id,
			    i % 2 == 0 ? "a" : "b");
		}
		if (query != NULL)
			words_are(query, MB_FIELD_ANY, "foster, Zfoster");
	}
}

static void
test_lifetimes(void **state)
{
	static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 },
		                           { 1, 0, 2 }, { 1, 2, 0 },
		                           { 2, 0, 1 }, { 2, 1, 0 } };

	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++)
		free_in_order(*state, orders[i]);
	mb_search_free(NULL);
	mb_query_free(NULL);
	mb_result_free(NULL);
}

/* Two indexes asked as one. */
static void
test_together(void **state)
{
	struct fixture *f = *state;
	g_autofree char *folder = test_folder_new();
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(folder, "more", &path);
	const char *paths[] = { f->path, path, NULL };
	struct mb_item *item = test_item("e", "/q", "Budget", "Foster again.");
	g_autoptr(GError) error = NULL;
	struct fixture both = { 0 };

	item->date_ymd = 20200304;
	test_put(store, item);
	test_put(store, test_item("c", "/q", "Budget", "Another council's."));
	test_commit(store);
	mb_store_free(store);
	both.search = mb_search_open(paths, &error);
	assert_null(error);
	assert_int_equal(mb_search_n_items(both.search), 6);
	finds(&both, any(&both, "foster"), "c a b e");
	finds(&both, mb_query_prefix(both.search, MB_FIELD_ANY, "foster ag"),
	      "e");
	finds(&both, mb_query_text(both.search, MB_FIELD_ID, "c"), "c c");
	mb_search_free(both.search);
	test_folder_free(g_steal_pointer(&folder));
}

static void
test_languages(void **state)
{
	struct fixture *f = *state;
	g_autofree char *folder = test_folder_new();
	g_autofree char *path = g_build_filename(folder, "welsh", NULL);
	g_autoptr(GError) error = NULL;
	struct mb_store *store = mb_store_create(path, "none", &error);
	const char *paths[] = { f->path, path, NULL };
	struct fixture welsh = { 0 };

	assert_null(error);
	test_put(store, test_item("w", "/w", "Cofnodion",
	                          "Gwasanaethau plant y cyngor, fostered."));
	test_commit(store);
	mb_store_free(store);
	assert_null(mb_search_open(paths, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_SYNTAX));
	welsh.search = test_search(path);
	assert_string_equal(mb_search_language(welsh.search), "none");
	finds(&welsh, any(&welsh, "GWASANAETHAU"), "w");
	finds(&welsh, any(&welsh, "foster"), "");
	finds(&welsh, any(&welsh, "fostered"), "w");
	mb_search_free(welsh.search);
	test_folder_free(g_steal_pointer(&folder));
}

static void
test_open_errors(void **state)
{
	g_autofree char *folder = test_folder_new();
	const char *none[] = { "/nonexistent/index", NULL };
	const char *empty[] = { folder, NULL };
	g_autoptr(GError) error = NULL;

	assert_null(mb_search_open(none, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	g_clear_error(&error);
	assert_null(mb_search_open(empty, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	test_folder_free(g_steal_pointer(&folder));
}

static void
put_many(struct mb_store *store, guint round)
{
	for (guint i = 0; i < 200; i++) {
		g_autofree char *id = g_strdup_printf("%u-%u", round, i);

		test_put(store, test_item(id, "/p", "Budget",
		                          "Words that fill blocks."));
	}
	test_commit(store);
}

/* Two commits under a reader make Xapian give up; the search reopens. */
static void
test_written_under(void **state)
{
	g_autofree char *folder = test_folder_new();
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(folder, "open", &path);
	struct fixture f = { 0 };

	put_many(store, 0);
	f.search = test_search(path);
	for (guint round = 1; round <= 4; round++) {
		g_autofree char *id = g_strdup_printf("%u-7", round - 1);
		g_autoptr(mb_query) query = any(&f, "budget");
		g_autoptr(mb_result) result = NULL;
		g_autoptr(GPtrArray) items = NULL;
		g_autoptr(GError) error = NULL;

		result = mb_search_run(f.search, query, MB_SORT_NEWEST, 0,
		                       G_MAXUINT, &error);
		assert_null(error);
		put_many(store, round * 10);
		put_many(store, round);
		/* Rows of before are there, or are said to be gone. */
		if (mb_result_item(result, 150, &error) == NULL)
			assert_true(
			    g_error_matches(error, MB_ERROR, MB_ERROR_CHANGED));
		g_clear_error(&error);
		items = mb_search_by_id(f.search, id, &error);
		assert_null(error);
		assert_int_equal(items->len, 1);
		assert_true(mb_search_n_items(f.search) >= 200);
	}
	mb_search_free(f.search);
	mb_store_free(store);
	test_folder_free(g_steal_pointer(&folder));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sort),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_announced),
		cmocka_unit_test(test_score),
		cmocka_unit_test(test_nearness),
		cmocka_unit_test(test_by_id),
		cmocka_unit_test(test_spelling),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_lifetimes),
		cmocka_unit_test(test_together),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_open_errors),
		cmocka_unit_test(test_written_under),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
