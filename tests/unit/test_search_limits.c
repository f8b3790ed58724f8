/* search: how far a question may go. */
#include "tests/unit/search.h"

/* Chains and nests that would overflow the stack if they were deep. */
static void
test_long_chains(void **state)
{
	struct fixture *f = *state;
	static const enum mb_join joins[] = { MB_JOIN_AND, MB_JOIN_OR,
		                              MB_JOIN_NOT };

	for (gsize i = 0; i < G_N_ELEMENTS(joins); i++) {
		struct mb_query *left = any(f, "budget");
		struct mb_query *right = any(f, "budget");

		for (guint n = 0; n < 100000; n++)
			left = join(joins[i], left, mb_query_nothing());
		mb_query_free(left);
		for (guint n = 0; n < 100000 && joins[i] != MB_JOIN_NOT; n++)
			right = join(joins[i], mb_query_nothing(), right);
		if (joins[i] == MB_JOIN_OR)
			finds(f, right, "c d");
		else
			mb_query_free(right);
	}
}

static void
test_deep_nest(void **state)
{
	struct fixture *f = *state;
	g_autoptr(GError) error = NULL;
	struct mb_query *query = any(f, "budget");
	guint n = 0;

	for (; query != NULL && n < 100000; n++)
		query =
		    mb_query_join(MB_JOIN_NOT, mb_query_all(), query, &error);
	assert_null(query);
	assert_true(n > 50);
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
	/* Filters can't fail, but nest no deeper for that. */
	query = any(f, "budget");
	for (n = 0; n < 100000; n++)
		query = mb_query_filter(query, mb_query_all());
	finds(f, query, "c d");
}

/* Nothing but a wildcard stands for too much. */
static void
test_wildcard_limit(void **state)
{
	g_autofree char *folder = test_folder_new();
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(folder, "open", &path);
	GString *words = g_string_new("exactly ");
	struct mb_search *search;
	static const char *const many[] = { "ab", "exactly ab" };

	for (guint i = 0; i <= MB_WILDCARD_MAX; i++)
		g_string_append_printf(words, "ab%c%c%c ", 'a' + i / 676,
		                       'a' + i / 26 % 26, 'a' + i % 26);
	g_string_append(words, "acx acy");
	test_put(store, test_item("x", "/p", NULL, words->str));
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	for (gsize i = 0; i < G_N_ELEMENTS(many); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_query) query =
		    mb_query_prefix(search, MB_FIELD_ANY, many[i]);
		g_autoptr(mb_query) more = NULL;

		assert_null(mb_search_run(search, query, MB_SORT_RELEVANCE, 0,
		                          1, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
		assert_non_null(strstr(error->message, "wildcard"));
		g_clear_error(&error);
		assert_null(mb_search_facet(search, query, MB_FIELD_KIND_OF,
		                            NULL, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
		g_clear_error(&error);
		/* Nor does the fault get lost in a tree. */
		more = mb_query_join(
		    MB_JOIN_OR, mb_query_prefix(search, MB_FIELD_ANY, many[i]),
		    mb_query_filter(
			mb_query_all(),
			mb_query_prefix(search, MB_FIELD_ANY, many[i])),
		    &error);
		assert_null(mb_search_run(search, more, MB_SORT_RELEVANCE, 0, 1,
		                          &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
	}
	g_free(test_ids(search, mb_query_prefix(search, MB_FIELD_ANY, "ac"),
	                MB_SORT_NEWEST));
	g_string_free(words, TRUE);
	mb_search_free(search);
	test_folder_free(g_steal_pointer(&folder));
}

/* A paste of a whole page as one phrase. */
static void
test_phrase_limit(void **state)
{
	struct fixture *f = *state;
	GString *words = g_string_new(NULL);
	g_autoptr(mb_query) query = NULL;
	g_autoptr(GError) error = NULL;
	g_autofree char *text = NULL;

	for (guint i = 0; i < 100000; i++)
		g_string_append(words, "word ");
	query = mb_query_phrase(f->search, MB_FIELD_ANY, words->str);
	g_string_free(words, TRUE);
	assert_null(
	    mb_search_run(f->search, query, MB_SORT_NEWEST, 0, 1, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
	text = mb_query_describe(query);
	assert_non_null(strstr(text, "words in a row"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_long_chains),
		cmocka_unit_test(test_deep_nest),
		cmocka_unit_test(test_wildcard_limit),
		cmocka_unit_test(test_phrase_limit),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
