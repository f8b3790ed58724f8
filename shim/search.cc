/* Databases being asked. */
#include "shim/search.h"

#include <algorithm>

#include "shim/match.hh"
#include "shim/nearness.hh"
#include "shim/query.hh"
#include "shim/terms.hh"

using mb::owned;

/* "-" and the 8 hex digits that part the ids of clashing items. */
static const size_t suffix_bytes = 9;

struct mb_result {
	Xapian::Database db;
	mb::matches rows;
	guint n_matches;
	owned<struct mb_packer> packer;
	owned<struct mb_item> item; /* row @at, unpacked */
	guint at;
};

/* A database, not a file that says on which machine one is. */
static bool
is_folder(const char *path)
{
	return g_file_test(path, G_FILE_TEST_IS_DIR);
}

mb_search::mb_search(const char *const *paths)
    : is_here(true), packer(mb_packer_new())
{
	GError *error = nullptr;

	for (guint i = 0; paths[i] != nullptr; i++) {
		const Xapian::Database one(paths[i]);
		const std::string its_language = mb::database_language(one);

		if (i > 0 && its_language != language)
			throw mb::failure(MB_ERROR_SYNTAX,
			                  "indexes of two languages (" +
			                      language + ", " + its_language +
			                      ") can't be asked together");
		language = its_language;
		db.add_database(one);
		is_here = is_here && is_folder(paths[i]);
	}
	stem.reset(mb_stem_new(language.c_str(), &error));
	if (!stem)
		throw mb::failure(error);
}

static struct mb_search *
open_twice(const char *const *paths)
{
	try {
		return new mb_search(paths);
	} catch (const Xapian::DatabaseModifiedError &) {
		return new mb_search(paths);
	}
}

struct mb_search *
mb_search_open(const char *const *paths, GError **error) noexcept
{
	try {
		return open_twice(paths);
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

void
mb_search_free(struct mb_search *search) noexcept
{
	delete search;
}

const char *
mb_search_language(const struct mb_search *search) noexcept
{
	return search->language.c_str();
}

struct mb_stem *
mb_search_stem(struct mb_search *search) noexcept
{
	return search->stem.get();
}

static guint
count(struct mb_search *search, mb::type type) noexcept
{
	try {
		return mb::retrying(search, [&] {
			return search->db.get_termfreq(mb::type_term(type));
		});
	} catch (...) {
		mb::map_exception(nullptr);
		return 0;
	}
}

guint
mb_search_n_items(struct mb_search *search) noexcept
{
	return count(search, mb::type::item);
}

guint
mb_search_n_papers(struct mb_search *search) noexcept
{
	return count(search, mb::type::paper);
}

/* Asking. */

/* Items of one day come in paper order, and equally good ones newest first. */
static Xapian::valueno
order(enum mb_sort sort)
{
	return sort == MB_SORT_OLDEST ? MB_SLOT_OLDEST : MB_SLOT_NEWEST;
}

/* What match.cc adds up: the weight in the posting list, times what the query
 * says. */
static Xapian::TfIdfWeight
weighting()
{
	return Xapian::TfIdfWeight("nnn");
}

/* Every document is checked, so that counts are exact. */
static mb::matches
ask_xapian(const Xapian::Database &db, const Xapian::Query &query,
           enum mb_sort sort, guint n_max, guint &n_matches)
{
	const Xapian::doccount n_docs = db.get_doccount();
	Xapian::Enquire enquire(db);
	mb::matches rows;

	enquire.set_query(query);
	if (sort == MB_SORT_RELEVANCE) {
		enquire.set_weighting_scheme(weighting());
		enquire.set_sort_by_relevance_then_value(order(sort), false);
	} else {
		enquire.set_weighting_scheme(Xapian::BoolWeight());
		enquire.set_sort_by_value(order(sort), false);
	}
	const Xapian::MSet mset =
	    enquire.get_mset(0, std::min(n_max, n_docs), n_docs);

	n_matches = mset.get_matches_estimated();
	for (auto at = mset.begin(); at != mset.end(); ++at)
		rows.push_back({ *at, static_cast<guint32>(at.get_weight() /
		                                           mb::weight_step) });
	return rows;
}

/* The first @n_max of what matches. */
static mb::matches
ask(struct mb_search *search, const struct mb_query &query, enum mb_sort sort,
    guint n_max, guint &n_matches)
{
	if (!search->is_here || !mb::can_find(query))
		return ask_xapian(search->db, query.build(), sort, n_max,
		                  n_matches);
	mb::matches all =
	    mb::find(search->db, query, sort == MB_SORT_RELEVANCE);

	n_matches = static_cast<guint>(all.size());
	return mb::best(search->db, std::move(all), n_max, order(sort));
}

/* The first rows are put in order by nearness, whichever of them are asked for,
 * so that one page goes on where the other ended. */
static struct mb_result *
run(struct mb_search *search, const struct mb_query &query, enum mb_sort sort,
    guint first, guint n_max)
{
	std::unique_ptr<struct mb_result> result(new mb_result());
	mb::matches &rows = result->rows;
	guint n = n_max > G_MAXUINT - first ? G_MAXUINT : first + n_max;
	mb::pairs pairs;

	if (sort == MB_SORT_RELEVANCE && n_max > 0 &&
	    first < mb::n_ranked_by_nearness)
		mb::add_pairs(query, pairs);
	if (!pairs.empty())
		n = std::max<guint>(n, mb::n_ranked_by_nearness);
	result->db = search->db;
	rows = ask(search, query, sort, n, result->n_matches);
	if (!pairs.empty())
		mb::rank_by_nearness(search->db, pairs, rows);
	rows.erase(rows.begin(),
	           rows.begin() +
	               static_cast<long>(std::min<size_t>(first, rows.size())));
	rows.resize(std::min<size_t>(rows.size(), n_max));
	result->packer.reset(mb_packer_new());
	return result.release();
}

struct mb_result *
mb_search_run(struct mb_search *search, const struct mb_query *query,
              enum mb_sort sort, guint first, guint n_max,
              GError **error) noexcept
{
	try {
		return mb::retrying(search, [&] {
			return run(search, *query, sort, first, n_max);
		});
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

void
mb_result_free(struct mb_result *result) noexcept
{
	delete result;
}

guint
mb_result_n_matches(const struct mb_result *result) noexcept
{
	return result->n_matches;
}

guint
mb_result_n_rows(const struct mb_result *result) noexcept
{
	return static_cast<guint>(result->rows.size());
}

static void
set_gone(GError **error)
{
	g_set_error(error, MB_ERROR, MB_ERROR_CHANGED,
	            "the item was taken out of the index");
}

const struct mb_item *
mb_result_item(struct mb_result *result, guint i, GError **error) noexcept
{
	g_assert(i < result->rows.size());
	if (result->item && result->at == i)
		return result->item.get();
	try {
		const Xapian::Document doc =
		    result->db.get_document(result->rows[i].id);

		result->item = mb::unpack_item(result->packer.get(), doc);
		result->at = i;
		return result->item.get();
	} catch (const Xapian::DocNotFoundError &) {
		set_gone(error);
		return nullptr;
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

double
mb_result_score(const struct mb_result *result, guint i) noexcept
{
	g_assert(i < result->rows.size());
	return result->rows[i].weight * mb::weight_step;
}

static void
free_item(gpointer item)
{
	mb_item_free(static_cast<struct mb_item *>(item));
}

static GArray *
list_numbers(struct mb_search *search, const struct mb_query &query,
             enum mb_sort sort, guint n_max)
{
	guint n_matches;
	const auto rows = ask(search, query, sort, n_max, n_matches);
	GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (const mb::match &row : rows) {
		const guint32 number = row.id;

		g_array_append_val(numbers, number);
	}
	return numbers;
}

GArray *
mb_search_numbers(struct mb_search *search, const struct mb_query *query,
                  enum mb_sort sort, guint n_max, GError **error) noexcept
{
	try {
		return mb::retrying(search, [&] {
			return list_numbers(search, *query, sort, n_max);
		});
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

struct mb_item *
mb_search_item(struct mb_search *search, guint32 number,
               GError **error) noexcept
{
	try {
		return mb::retrying(search, [&] {
			return mb::unpack_item(search->packer.get(),
			                       search->db.get_document(number))
			    .release();
		});
	} catch (const Xapian::DocNotFoundError &) {
		set_gone(error);
		return nullptr;
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

gboolean
mb_search_count(struct mb_search *search, const struct mb_query *query,
                guint *n_items, GError **error) noexcept
{
	*n_items = 0;
	try {
		mb::retrying(search, [&] {
			return ask(search, *query, MB_SORT_NEWEST, 0, *n_items);
		});
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

/* Ids. */

static owned<GPtrArray>
items_with(struct mb_search *search, const std::string &term)
{
	owned<GPtrArray> items(g_ptr_array_new_with_free_func(free_item));

	for (auto at = search->db.postlist_begin(term);
	     at != search->db.postlist_end(term); ++at)
		g_ptr_array_add(items.get(),
		                mb::unpack_item(search->packer.get(),
		                                search->db.get_document(*at))
		                    .release());
	return items;
}

/* An id that got its suffix in a clash goes on to answer when the other item
 * has gone and this one, put in anew, has the bare id. */
static GPtrArray *
find_id(struct mb_search *search, const std::string &id)
{
	owned<GPtrArray> items = items_with(search, mb::id_term(id.c_str()));

	if (items->len > 0 || id.size() <= suffix_bytes ||
	    id[id.size() - suffix_bytes] != '-')
		return items.release();
	const std::string bare = id.substr(0, id.size() - suffix_bytes);
	const std::string hash = id.substr(bare.size() + 1);

	items = items_with(search, mb::id_term(bare.c_str()));
	for (guint i = items->len; i-- > 0;) {
		auto item = static_cast<const struct mb_item *>(
		    g_ptr_array_index(items.get(), i));
		owned<char> its_hash(mb_item_words_hash(item));

		if (hash != its_hash.get())
			g_ptr_array_remove_index(items.get(), i);
	}
	return items.release();
}

GPtrArray *
mb_search_by_id(struct mb_search *search, const char *id,
                GError **error) noexcept
{
	try {
		return mb::retrying(search,
		                    [&] { return find_id(search, id); });
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}
