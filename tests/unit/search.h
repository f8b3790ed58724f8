/* search: four items, and what is found among them. */
#ifndef MB_TESTS_UNIT_SEARCH_H
#define MB_TESTS_UNIT_SEARCH_H

#include <string.h>

#include "tests/unit/shim.h"

struct fixture {
	char *folder;
	char *path;
	struct mb_search *search;
};

static inline void
put_minutes(struct mb_store *store)
{
	struct mb_item *item;

	item = test_item("a", "/p/one.pdf", "Foster carer recruitment",
	                 "The Acting Director reported that three carers had "
	                 "been approved. Minute 107/20 refers.");
	item->date_ymd = 20200305;
	item->number = g_strdup("107/20");
	item->committee = g_strdup("Children's Scrutiny Committee");
	item->council = g_strdup("Ashby");
	mb_item_add_officer(item, "H Ellis",
	                    "Acting Director of Children's Services",
	                    MB_HOW_ROLE);
	mb_item_add_officer(item, "Jane Dreskell", NULL, MB_HOW_NAME);
	mb_item_add_member(item, "P Bradley");
	test_put(store, item);
	item = test_item("b", "/p/one.pdf", "Apologies",
	                 "Apologies were received from Siân Łuczak. The carer "
	                 "strategy was fostered.");
	item->seq = 1;
	item->date_ymd = 20200305;
	item->committee = g_strdup("Children's Scrutiny Committee");
	item->council = g_strdup("Ashby");
	test_put(store, item);
	item = test_item("c", "/p/two.pdf", "Budget",
	                 "Members considered the budget. It was foster care "
	                 "week; the carers came. Minute 20/107 refers.");
	item->date_ymd = 20210629;
	item->kind = MB_KIND_REPORT;
	item->committee = g_strdup("Cabinet");
	item->council = g_strdup("Ashby");
	test_put(store, item);
	item = test_item("d", "/p/three.pdf", NULL,
	                 "A paper without a date: budget, budget, budget.");
	item->kind = MB_KIND_ACTION;
	test_put(store, item);
}

static inline int
setup(void **state)
{
	struct fixture *f = g_new0(struct fixture, 1);
	struct mb_store *store;

	f->folder = test_folder_new();
	store = test_store(f->folder, "open", &f->path);
	put_minutes(store);
	test_commit(store);
	mb_store_free(store);
	f->search = test_search(f->path);
	*state = f;
	return 0;
}

static inline int
teardown(void **state)
{
	struct fixture *f = *state;

	mb_search_free(f->search);
	g_free(f->path);
	test_folder_free(f->folder);
	g_free(f);
	return 0;
}

static inline void
finds(struct fixture *f, struct mb_query *query, const char *want)
{
	g_autofree char *ids = test_ids(f->search, query, MB_SORT_NEWEST);

	assert_string_equal(ids, want);
}

static inline struct mb_query *
any(struct fixture *f, const char *words)
{
	return mb_query_text(f->search, MB_FIELD_ANY, words);
}

static inline struct mb_query *
join(enum mb_join how, struct mb_query *left, struct mb_query *right)
{
	g_autoptr(GError) error = NULL;
	struct mb_query *query = mb_query_join(how, left, right, &error);

	assert_null(error);
	assert_non_null(query);
	return query;
}

static inline void
words_are(const struct mb_query *query, enum mb_field_id field,
          const char *want)
{
	g_autoptr(GHashTable) words = mb_query_words(query, field);
	g_auto(GStrv) expected = g_strsplit(want, ", ", -1);
	guint n = *want == '\0' ? 0 : g_strv_length(expected);

	assert_int_equal(g_hash_table_size(words), n);
	for (guint i = 0; i < n; i++)
		assert_true(g_hash_table_contains(words, expected[i]));
}

#endif
