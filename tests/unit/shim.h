/* shim: items and databases for the tests of shim/. */
#ifndef MB_TESTS_UNIT_SHIM_H
#define MB_TESTS_UNIT_SHIM_H

#include "base/error.h"
#include "base/item.h"
#include "shim/search.h"
#include "shim/store.h"
#include "tests/unit/test.h"

/* An item that stands on page 1 of @paper.  Transfer full. */
static inline struct mb_item *
test_item(const char *id, const char *paper, const char *title,
          const char *text)
{
	struct mb_item *item = mb_item_new();

	item->id = g_strdup(id);
	g_free(item->paper);
	item->paper = g_strdup(paper);
	item->title = g_strdup(title);
	g_free(item->text);
	item->text = g_strdup(text);
	mb_item_add_source(item, paper, 1, NULL);
	return item;
}

/* Put it in and free it. */
static inline void
test_put(struct mb_store *store, struct mb_item *item)
{
	g_autoptr(GError) error = NULL;

	assert_true(mb_store_put(store, item, &error));
	assert_null(error);
	mb_item_free(item);
}

static inline void
test_commit(struct mb_store *store)
{
	g_autoptr(GError) error = NULL;

	assert_true(mb_store_commit(store, &error));
	assert_null(error);
}

/* FOLDER/NAME, a new database in English.  @path transfer full. */
static inline struct mb_store *
test_store(const char *folder, const char *name, char **path)
{
	g_autoptr(GError) error = NULL;
	struct mb_store *store;

	*path = g_build_filename(folder, name, NULL);
	store = mb_store_create(*path, "english", &error);
	assert_null(error);
	assert_non_null(store);
	return store;
}

static inline struct mb_search *
test_search(const char *path)
{
	const char *paths[] = { path, NULL };
	g_autoptr(GError) error = NULL;
	struct mb_search *search = mb_search_open(paths, &error);

	assert_null(error);
	assert_non_null(search);
	return search;
}

/* The ids that @query, which is freed, finds, in order, with a space between;
 * the council and committee of test ids are left out.  Transfer full. */
static inline char *
test_ids(struct mb_search *search, struct mb_query *query, enum mb_sort sort)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_result) result =
	    mb_search_run(search, query, sort, 0, G_MAXUINT, &error);
	GString *ids = g_string_new(NULL);

	assert_null(error);
	assert_non_null(result);
	assert_int_equal(mb_result_n_matches(result), mb_result_n_rows(result));
	for (guint i = 0; i < mb_result_n_rows(result); i++) {
		const struct mb_item *item = mb_result_item(result, i, &error);

		assert_null(error);
		if (i > 0)
			g_string_append_c(ids, ' ');
		g_string_append(ids, item->id);
	}
	mb_query_free(query);
	return g_string_free(ids, FALSE);
}

#endif
