/* The C++ fence: nothing that C++ throws gets out, whatever it is and wherever
 * memory ends. */
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <csetjmp>
#include <cstring>
#include <new>

#include "shim/segments.h"
#include "shim/terms.hh"
#include "shim/xapian.hh"

extern "C" {
#include "tests/unit/shim.h"
}

/* Every function of the three headers is noexcept. */
#define FENCED(call) static_assert(noexcept(call), #call)
FENCED(mb_store_create("", "", nullptr));
FENCED(mb_store_open("", nullptr));
FENCED(mb_store_at_end(nullptr));
FENCED(mb_store_free(nullptr));
FENCED(mb_store_language(nullptr));
FENCED(mb_store_put(nullptr, nullptr, nullptr));
FENCED(mb_store_drop_paper(nullptr, "", nullptr, nullptr));
FENCED(mb_store_put_paper(nullptr, nullptr, nullptr));
FENCED(mb_store_get_paper(nullptr, "", nullptr));
FENCED(mb_store_papers(nullptr, nullptr));
FENCED(mb_store_n_items(nullptr));
FENCED(mb_store_commit(nullptr, nullptr));
FENCED(mb_store_append(nullptr, nullptr, nullptr));
FENCED(mb_store_merge(nullptr, nullptr, "", nullptr));
FENCED(mb_store_read_papers("", nullptr));
FENCED(mb_segments_new("", "", nullptr));
FENCED(mb_segments_put(nullptr, nullptr, nullptr));
FENCED(mb_segments_put_paper(nullptr, nullptr, nullptr));
FENCED(mb_segments_n_items(nullptr));
FENCED(mb_segments_finish(nullptr, nullptr));
FENCED(mb_segments_free(nullptr));
FENCED(mb_search_open(nullptr, nullptr));
FENCED(mb_search_free(nullptr));
FENCED(mb_search_language(nullptr));
FENCED(mb_search_stem(nullptr));
FENCED(mb_search_n_items(nullptr));
FENCED(mb_search_n_papers(nullptr));
FENCED(mb_query_text(nullptr, MB_FIELD_ANY, ""));
FENCED(mb_query_phrase(nullptr, MB_FIELD_ANY, ""));
FENCED(mb_query_prefix(nullptr, MB_FIELD_ANY, ""));
FENCED(mb_query_dates(0, 0));
FENCED(mb_query_all());
FENCED(mb_query_nothing());
FENCED(mb_query_join(MB_JOIN_AND, nullptr, nullptr, nullptr));
FENCED(mb_query_filter(nullptr, nullptr));
FENCED(mb_query_free(nullptr));
FENCED(mb_query_describe(nullptr));
FENCED(mb_query_words(nullptr, MB_FIELD_ANY));
FENCED(mb_search_run(nullptr, nullptr, MB_SORT_NEWEST, 0, 0, nullptr));
FENCED(mb_result_free(nullptr));
FENCED(mb_result_n_matches(nullptr));
FENCED(mb_result_n_rows(nullptr));
FENCED(mb_result_item(nullptr, 0, nullptr));
FENCED(mb_result_score(nullptr, 0));
FENCED(mb_search_facet(nullptr, nullptr, MB_FIELD_ANY, nullptr, nullptr));
FENCED(mb_facet_person("", ""));
FENCED(mb_search_committees(nullptr, nullptr));
FENCED(mb_search_people(nullptr, MB_STANDING_OFFICER, nullptr));
FENCED(mb_search_posts(nullptr, nullptr));
FENCED(mb_search_post_dates(nullptr, nullptr, nullptr, nullptr, nullptr));
FENCED(mb_query_post("", "", nullptr));
FENCED(mb_named_in_free(nullptr));
FENCED(mb_post_of_free(nullptr));
FENCED(mb_search_by_id(nullptr, "", nullptr));
FENCED(mb_search_spelling(nullptr, ""));

/* What Xapian itself loses when memory ends is not ours to mend; the leak
 * sanitizer reads this. */
extern "C" const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:libxapian\n";
}

/* Allocations until the one that fails; none does at 0. */
static unsigned long n_until_failure;
static bool has_failed;

static void *
allocate(std::size_t n_bytes)
{
	void *memory;

	if (n_until_failure > 0 && --n_until_failure == 0) {
		has_failed = true;
		throw std::bad_alloc();
	}
	memory = std::malloc(n_bytes);
	if (memory == nullptr)
		throw std::bad_alloc();
	return memory;
}

void *
operator new(std::size_t n_bytes)
{
	return allocate(n_bytes);
}

void *
operator new[](std::size_t n_bytes)
{
	return allocate(n_bytes);
}

void
operator delete(void *memory) noexcept
{
	std::free(memory);
}

void
operator delete[](void *memory) noexcept
{
	std::free(memory);
}

void
operator delete(void *memory, std::size_t) noexcept
{
	std::free(memory);
}

void
operator delete[](void *memory, std::size_t) noexcept
{
	std::free(memory);
}

template <typename F>
static enum mb_error
mapped(F thrower)
{
	GError *error = nullptr;
	enum mb_error code;

	try {
		thrower();
	} catch (...) {
		mb::map_exception(&error);
	}
	assert_non_null(error);
	assert_true(error->domain == MB_ERROR);
	assert_true(*error->message != '\0');
	code = static_cast<enum mb_error>(error->code);
	g_error_free(error);
	return code;
}

static void
test_mapper(void **)
{
	assert_int_equal(mapped([] { throw 42; }), MB_ERROR_INTERNAL);
	assert_int_equal(mapped([] { throw std::bad_alloc(); }),
	                 MB_ERROR_INTERNAL);
	assert_int_equal(mapped([] { throw std::runtime_error("odd"); }),
	                 MB_ERROR_INTERNAL);
	assert_int_equal(mapped([] { throw Xapian::InternalError("odd"); }),
	                 MB_ERROR_INTERNAL);
	assert_int_equal(
	    mapped([] { throw Xapian::DatabaseModifiedError("w"); }),
	    MB_ERROR_CHANGED);
	assert_int_equal(mapped([] { throw Xapian::DatabaseLockError("l"); }),
	                 MB_ERROR_BUSY);
	assert_int_equal(
	    mapped([] { throw Xapian::DatabaseCorruptError("c"); }),
	    MB_ERROR_CORRUPT);
	assert_int_equal(
	    mapped([] { throw Xapian::DatabaseVersionError("v"); }),
	    MB_ERROR_CORRUPT);
	assert_int_equal(
	    mapped([] { throw Xapian::DatabaseNotFoundError("n"); }),
	    MB_ERROR_NOT_FOUND);
	assert_int_equal(
	    mapped([] { throw Xapian::DatabaseOpeningError("o", EACCES); }),
	    MB_ERROR_IO);
	assert_int_equal(
	    mapped([] { throw Xapian::DatabaseError("w", ENOSPC); }),
	    MB_ERROR_IO);
	assert_int_equal(mapped([] { throw Xapian::NetworkTimeoutError("t"); }),
	                 MB_ERROR_IO);
	assert_int_equal(mapped([] { throw Xapian::WildcardError("w"); }),
	                 MB_ERROR_LIMIT);
	assert_int_equal(
	    mapped([] { throw mb::failure(MB_ERROR_SYNTAX, "s"); }),
	    MB_ERROR_SYNTAX);
}

/* Without a place for the error, it is dropped. */
static void
test_mapper_without_place(void **)
{
	try {
		throw 42;
	} catch (...) {
		mb::map_exception(nullptr);
	}
}

/* A step of a run in which one allocation fails: it went well, or says why
 * not. */
static void
went(bool well, GError **error)
{
	assert_true(well == (*error == nullptr));
	if (*error != nullptr)
		assert_true((*error)->domain == MB_ERROR);
	g_clear_error(error);
}

/* With all the memory it wants: Xapian 1.4.22 throws a second time on its way
 * out of a commit in which memory ended, and so ends the program by itself. */
static gboolean
commit(struct mb_store *store, GError **error)
{
	const unsigned long n = n_until_failure;
	gboolean good;

	n_until_failure = 0;
	good = mb_store_commit(store, error);
	n_until_failure = n;
	return good;
}

static void
write_index(const char *path, const char *compact)
{
	GError *error = nullptr;
	struct mb_store *store = mb_store_create(path, "english", &error);
	struct mb_item *items[] = {
		test_item("x/1", "/p/a.txt", "Budget", "It was considered."),
		test_item("x/1", "/p/b.txt", "Parks", "It was considered."),
		test_item("x/1", "/p/c.txt", "Parks", "It was considered."),
	};
	struct mb_paper_state state = {};

	went(store != nullptr, &error);
	for (struct mb_item *item : items) {
		if (store != nullptr)
			went(mb_store_put(store, item, &error), &error);
		mb_item_free(item);
	}
	if (store == nullptr)
		return;
	state.path = const_cast<char *>("/p/a.txt");
	state.status = const_cast<char *>("read");
	went(mb_store_put_paper(store, &state, &error), &error);
	went(commit(store, &error), &error);
	went(mb_store_drop_paper(store, "/p/b.txt", nullptr, &error), &error);
	mb_store_n_items(store);
	mb_paper_state_free(mb_store_get_paper(store, "/p/a.txt", &error));
	g_clear_error(&error);
	went(commit(store, &error), &error);
	went(mb_store_merge(store, nullptr, compact, &error), &error);
	mb_store_free(store);
}

/* Made and told, but not asked: Xapian 1.4.22 itself frees a list twice when
 * memory ends while it sets up an AND or an OR. */
static void
make_trees(struct mb_search *search)
{
	GError *error = nullptr;
	struct mb_query *query = mb_query_join(
	    MB_JOIN_OR, mb_query_prefix(search, MB_FIELD_ANY, "cons"),
	    mb_query_prefix(search, MB_FIELD_ANY, "was cons"), &error);

	went(query != nullptr, &error);
	if (query == nullptr)
		query = mb_query_nothing();
	query = mb_query_join(
	    MB_JOIN_AND, query,
	    mb_query_phrase(search, MB_FIELD_ANY, "it was considered"), &error);
	went(query != nullptr, &error);
	if (query == nullptr)
		query = mb_query_all();
	query = mb_query_filter(query, mb_query_dates(20200101, 0));
	g_free(mb_query_describe(query));
	g_hash_table_unref(mb_query_words(query, MB_FIELD_ANY));
	mb_query_free(query);
}

static void
read_index(const char *path)
{
	const char *paths[] = { path, nullptr };
	GError *error = nullptr;
	struct mb_search *search = mb_search_open(paths, &error);
	struct mb_query *query;
	struct mb_result *result;
	GPtrArray *list;

	went(search != nullptr, &error);
	if (search == nullptr)
		return;
	make_trees(search);
	query = mb_query_text(search, MB_FIELD_TITLE, "budget");
	result = mb_search_run(search, query, MB_SORT_NEWEST, 0, 10, &error);
	went(result != nullptr, &error);
	for (guint i = 0; result != nullptr && i < mb_result_n_rows(result);
	     i++) {
		went(mb_result_item(result, i, &error) != nullptr, &error);
		mb_result_score(result, i);
	}
	list =
	    mb_search_facet(search, query, MB_FIELD_KIND_OF, nullptr, &error);
	went(list != nullptr, &error);
	g_clear_pointer(&list, g_ptr_array_unref);
	list = mb_search_by_id(search, "x/1", &error);
	went(list != nullptr, &error);
	g_clear_pointer(&list, g_ptr_array_unref);
	g_free(mb_search_spelling(search, "budgte"));
	mb_search_n_items(search);
	mb_query_free(query);
	mb_result_free(result);
	mb_search_free(search);
}

/* The first allocations one by one, then ever fewer of the many alike. */
static unsigned long
next_failure(unsigned long n)
{
	return n < 100 ? n + 1 : n + n / 20;
}

static void
test_no_memory_reading(void **)
{
	char *folder = test_folder_new();
	char *path;
	struct mb_store *store = test_store(folder, "open", &path);

	test_put(store,
	         test_item("x/1", "/p/a.txt", "Budget", "It was considered."));
	test_commit(store);
	mb_store_free(store);
	for (unsigned long n = 1;; n = next_failure(n)) {
		has_failed = false;
		n_until_failure = n;
		read_index(path);
		n_until_failure = 0;
		if (!has_failed)
			break;
	}
	g_free(path);
	test_folder_free(folder);
}

static void
test_no_memory_writing(void **)
{
	for (unsigned long n = 1;; n = next_failure(n)) {
		char *folder = test_folder_new();
		char *path = g_build_filename(folder, "open", nullptr);
		char *compact = g_build_filename(folder, "compact", nullptr);

		has_failed = false;
		n_until_failure = n;
		write_index(path, compact);
		n_until_failure = 0;
		g_free(path);
		g_free(compact);
		test_folder_free(folder);
		if (!has_failed)
			break;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mapper),
		cmocka_unit_test(test_mapper_without_place),
		cmocka_unit_test(test_no_memory_reading),
		cmocka_unit_test(test_no_memory_writing),
	};

	return cmocka_run_group_tests(tests, nullptr, nullptr);
}
