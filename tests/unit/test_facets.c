/* search: committees, and the counts of what is found by a field. */
#include "tests/unit/search.h"

static void
facet_is(GPtrArray *facets, guint i, const char *value, guint n_items)
{
	const struct mb_facet *facet;

	assert_true(i < facets->len);
	facet = g_ptr_array_index(facets, i);
	assert_string_equal(facet->value, value);
	assert_int_equal(facet->n_items, n_items);
}

static void
put_committee(struct mb_store *store, const char *id, const char *paper,
              const char *committee)
{
	struct mb_item *item = test_item(id, paper, "Budget", id);

	item->committee = g_strdup(committee);
	test_put(store, item);
}

static void
finds_committee(struct mb_search *search, const char *words, const char *want)
{
	g_autofree char *ids =
	    test_ids(search, mb_query_text(search, MB_FIELD_COMMITTEE, words),
	             MB_SORT_RELEVANCE);

	assert_string_equal(ids, want);
}

/* Names that differ by capitals and accents alone are found together, from
 * several databases too, and none of them is better than another. */
static void
test_committee_names(void **state)
{
	struct fixture *f = *state;
	static const char *const names[] = { "Café Scrutiny", "CAFE SCRUTINY",
		                             "Cafe scrutiny", "Scrutiny" };
	char *paths[3] = { NULL };
	g_autoptr(mb_search) search = NULL;
	g_autoptr(GError) error = NULL;

	for (guint i = 0; i < 2; i++) {
		struct mb_store *store =
		    test_store(f->folder, i == 0 ? "one" : "two", &paths[i]);

		for (guint k = i; k < 4; k += 2) {
			g_autofree char *id = g_strdup_printf("%u", k);
			g_autofree char *paper = g_strdup_printf("/p/%u", k);

			put_committee(store, id, paper, names[k]);
		}
		test_commit(store);
		mb_store_free(store);
	}
	search = mb_search_open((const char *const *)paths, &error);
	assert_null(error);
	finds_committee(search, "cafe", "0 1 2");
	finds_committee(search, "CAFÉ-scrutiny", "0 1 2");
	finds_committee(search, "scrutiny", "0 1 2 3");
	for (guint i = 0; i < 2; i++)
		g_free(paths[i]);
}

/* Of a name that no term can hold the first words are looked for. */
static void
test_long_committee(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	g_autofree char *one_word = g_strnfill(300, 'x');
	g_autofree char *same_word = g_strnfill(64, 'x');
	GString *words = g_string_new("Joint");
	struct mb_store *store = test_store(f->folder, "long", &path);
	g_autoptr(mb_search) search = NULL;

	for (guint i = 0; i < 60; i++)
		g_string_append_printf(words, " é%c%c", 'a' + i / 26,
		                       'a' + i % 26);
	put_committee(store, "words", "/p/a", words->str);
	put_committee(store, "word", "/p/b", one_word);
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	finds_committee(search, "joint", "words");
	finds_committee(search, "éaa éab", "words");
	/* 237 bytes: "Joint" and 46 words of five, and no half word. */
	finds_committee(search, "ebt", "words");
	finds_committee(search, "ebu", "");
	finds_committee(search, "e", "");
	finds_committee(search, same_word, "word");
	g_string_free(words, TRUE);
}

/* The last item of a committee takes its name with it. */
static void
test_committees(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "committees", &path);
	g_autoptr(GPtrArray) names = NULL;
	g_autoptr(mb_search) search = NULL;

	put_committee(store, "0", "/p/a.pdf", "Cabinet");
	put_committee(store, "1", "/p/a.pdf", "Cabinet");
	put_committee(store, "2", "/p/gone.pdf", "Gone Panel");
	test_commit(store);
	assert_true(mb_store_drop_paper(store, "/p/gone.pdf", NULL, NULL));
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	names = mb_search_committees(search, NULL);
	assert_non_null(names);
	assert_int_equal(names->len, 1);
	assert_string_equal(g_ptr_array_index(names, 0), "Cabinet");
	finds_committee(search, "cabinet", "0 1");
	finds_committee(search, "gone", "");
}

static void
test_facet(void **state)
{
	struct fixture *f = *state;
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_query) all = mb_query_all();
	g_autoptr(mb_query) none = mb_query_nothing();
	g_autoptr(GPtrArray) kinds = NULL;
	g_autoptr(GPtrArray) committees = NULL;
	g_autoptr(GPtrArray) nothing = NULL;

	kinds = mb_search_facet(f->search, all, MB_FIELD_KIND_OF, NULL, &error);
	committees =
	    mb_search_facet(f->search, all, MB_FIELD_COMMITTEE, NULL, &error);
	nothing =
	    mb_search_facet(f->search, none, MB_FIELD_KIND_OF, NULL, &error);
	assert_null(error);
	assert_int_equal(kinds->len, 3);
	facet_is(kinds, 0, "minute", 2);
	facet_is(kinds, 1, "action", 1);
	facet_is(kinds, 2, "report", 1);
	assert_int_equal(committees->len, 2);
	facet_is(committees, 0, "Children's Scrutiny Committee", 2);
	facet_is(committees, 1, "Cabinet", 1);
	assert_int_equal(nothing->len, 0);
}

static void
facets_are(struct mb_search *search, const char *word, enum mb_field_id field,
           GHashTable *groups, const char *want)
{
	g_autoptr(mb_query) query = mb_query_text(search, MB_FIELD_ANY, word);
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) facets =
	    mb_search_facet(search, query, field, groups, &error);
	g_autoptr(GString) got = g_string_new(NULL);

	assert_null(error);
	for (guint i = 0; i < facets->len; i++) {
		const struct mb_facet *facet = facets->pdata[i];

		g_string_append_printf(got, "%s=%u ", facet->value,
		                       facet->n_items);
	}
	assert_string_equal(got->str, want);
}

/* One item has both forms of her name, and is one item of hers. */
static void
test_facet_groups(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "groups", &path);
	g_autoptr(GHashTable) groups =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(mb_search) search = NULL;

	for (guint i = 0; i < 40; i++) {
		g_autofree char *id = g_strdup_printf("%u", i);
		g_autoptr(mb_item) item =
		    test_item(id, "/p/g.pdf", "T", i < 2 ? "tax rare" : "tax");

		item->council = g_strdup("Ashby");
		item->date_ymd = 20190000 + 10000 * (i % 2) + 301;
		if (i % 2 == 0)
			mb_item_add_officer(item, "C Kembles", NULL,
			                    MB_HOW_NAME);
		if (i % 3 == 0)
			mb_item_add_officer(item, "Catherine Kembles", NULL,
			                    MB_HOW_NAME);
		test_put(store, g_steal_pointer(&item));
	}
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	facets_are(search, "tax", MB_FIELD_YEAR, NULL, "2019=20 2020=20 ");
	facets_are(search, "tax", MB_FIELD_OFFICER, NULL,
	           "ashby/c kembles=20 ashby/catherine kembles=14 ");
	facets_are(search, "rare", MB_FIELD_OFFICER, NULL,
	           "ashby/c kembles=1 ashby/catherine kembles=1 ");
	g_hash_table_insert(groups, mb_facet_person("Ashby", "C. KEMBLES"),
	                    (gpointer) "Catherine Kembles");
	g_hash_table_insert(groups, mb_facet_person("Ashby", "C Kembles"),
	                    (gpointer) "Catherine Kembles");
	g_hash_table_insert(groups,
	                    mb_facet_person("Ashby", "Catherine Kembles"),
	                    (gpointer) "Catherine Kembles");
	facets_are(search, "tax", MB_FIELD_OFFICER, groups,
	           "Catherine Kembles=27 ");
	facets_are(search, "rare", MB_FIELD_OFFICER, groups,
	           "Catherine Kembles=1 ");
	facets_are(search, "tax", MB_FIELD_MEMBER, groups, "");
}

static void
finds_in(struct mb_search *search, enum mb_field_id field, const char *text,
         const char *want)
{
	g_autofree char *ids = test_ids(
	    search, mb_query_text(search, field, text), MB_SORT_OLDEST);

	if (strcmp(ids, want) != 0)
		fail_msg("%s:%s finds %s, not %s", mb_fields()[field].name,
		         text, ids, want);
}

/* What an item says beside its words. */
static void
test_telling_fields(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "telling", &path);
	struct mb_item *item =
	    test_item("a", "/p/one.pdf", "Carers",
	              "The hub opened. See PLA146/14. (1) That "
	              "the report be deferred.");
	g_autoptr(mb_search) search = NULL;
	g_autofree char *row = NULL;

	item->seq = 0;
	item->number = g_strdup("20 (3)");
	item->private_business = TRUE;
	mb_item_add_author(item, "Catherine Kembles");
	mb_item_add_resolution(item, "(1)", "That the report be deferred");
	mb_item_add_resolution(item, "(2)", "That officers be thanked");
	mb_item_add_action(item, "J Dreskell", "May", "Open");
	test_put(store, item);
	item = test_item("b", "/p/one.pdf", "Send letters",
	                 "Letters to all carers. See PLA 146 / 14.");
	item->seq = 1;
	item->kind = MB_KIND_ACTION;
	((struct mb_source *)item->sources->pdata[0])->draft = TRUE;
	((struct mb_source *)item->sources->pdata[0])->ocr = 90;
	test_put(store, item);
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	finds_in(search, MB_FIELD_AUTHOR, "kembles", "a");
	finds_in(search, MB_FIELD_RESOLVED, "deferring", "a");
	finds_in(search, MB_FIELD_RESOLVED, "hub", "");
	finds_in(search, MB_FIELD_RESOLVED, "opened", "");
	finds_in(search, MB_FIELD_RESOLVED, "deferred that", "");
	finds_in(search, MB_FIELD_ACTION, "dreskell", "a");
	finds_in(search, MB_FIELD_ACTION, "letter", "b");
	finds_in(search, MB_FIELD_ACTION, "hub", "");
	finds_in(search, MB_FIELD_PAGE, "1", "a b");
	finds_in(search, MB_FIELD_PAGE, "2", "");
	finds_in(search, MB_FIELD_NUMBER, "20(3)", "a");
	finds_in(search, MB_FIELD_IS, "private", "a");
	finds_in(search, MB_FIELD_IS, "draft", "b");
	finds_in(search, MB_FIELD_IS, "Scanned", "b");
	finds_in(search, MB_FIELD_IS, "open", "a b");
	finds_in(search, MB_FIELD_IS, "exempt", "");
	finds_in(search, MB_FIELD_ANY, "PLA146/14", "a b");
	finds_in(search, MB_FIELD_ANY, "pla 146/14", "a b");
	row = test_ids(
	    search,
	    mb_query_join(
		MB_JOIN_NEAR, mb_query_text(search, MB_FIELD_ACTION, "letters"),
		mb_query_text(search, MB_FIELD_ACTION, "carers"), NULL),
	    MB_SORT_OLDEST);
	assert_string_equal(row, "b");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_committee_names),
		cmocka_unit_test(test_long_committee),
		cmocka_unit_test(test_committees),
		cmocka_unit_test(test_facet),
		cmocka_unit_test(test_facet_groups),
		cmocka_unit_test(test_telling_fields),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
