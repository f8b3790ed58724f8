/* Databases being asked. */
#include "shim/search.h"

#include <cstring>

#include <algorithm>
#include <vector>

#include "shim/nearness.hh"
#include "shim/query.hh"
#include "shim/terms.hh"

using mb::owned;

/* "-" and the 8 hex digits that part the ids of clashing items. */
static const size_t suffix_bytes = 9;

struct mb_result {
	Xapian::MSet mset;
	std::vector<mb::row> rows;
	guint n_matches;
	owned<struct mb_packer> packer;
	owned<struct mb_item> item; /* row @at, unpacked */
	guint at;
};

mb_search::mb_search(const char *const *paths) : packer(mb_packer_new())
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
static void
set_sort(Xapian::Enquire &enquire, enum mb_sort sort)
{
	switch (sort) {
	case MB_SORT_RELEVANCE:
		enquire.set_sort_by_relevance_then_value(MB_SLOT_NEWEST, false);
		return;
	case MB_SORT_NEWEST:
		enquire.set_weighting_scheme(Xapian::BoolWeight());
		enquire.set_sort_by_value(MB_SLOT_NEWEST, false);
		return;
	case MB_SORT_OLDEST:
		enquire.set_weighting_scheme(Xapian::BoolWeight());
		enquire.set_sort_by_value(MB_SLOT_OLDEST, false);
		return;
	}
}

static std::vector<mb::row>
read_rows(const Xapian::MSet &mset)
{
	std::vector<mb::row> rows;

	rows.reserve(mset.size());
	for (auto at = mset.begin(); at != mset.end(); ++at)
		rows.push_back({ static_cast<Xapian::doccount>(rows.size()),
		                 *at, at.get_weight() });
	return rows;
}

/* The first rows are put in order by nearness, whichever of them are asked for,
 * so that one page goes on where the other ended. */
static void
put_in_order(struct mb_search *search, struct mb_result &result,
             const mb::pairs &pairs, guint first, guint n_max)
{
	const auto n_rows = [&] { return result.rows.size(); };

	mb::rank_by_nearness(search->db, pairs, result.rows);
	result.rows.erase(
	    result.rows.begin(),
	    result.rows.begin() +
		static_cast<long>(std::min<size_t>(first, n_rows())));
	if (n_rows() > n_max)
		result.rows.resize(n_max);
}

/* Every document is checked, so that counts are exact. */
static struct mb_result *
run(struct mb_search *search, const Xapian::Query &query,
    const mb::pairs &pairs, enum mb_sort sort, guint first, guint n_max)
{
	const Xapian::doccount n_docs = search->db.get_doccount();
	const bool by_nearness = sort == MB_SORT_RELEVANCE && !pairs.empty() &&
	                         first < mb::n_ranked_by_nearness && n_max > 0;
	std::unique_ptr<struct mb_result> result(new mb_result());
	Xapian::Enquire enquire(search->db);
	guint n = n_max;

	if (by_nearness)
		n = std::max<guint>(mb::n_ranked_by_nearness,
		                    n_max > G_MAXUINT - first ? G_MAXUINT
		                                              : first + n_max);
	enquire.set_query(query);
	set_sort(enquire, sort);
	result->mset =
	    enquire.get_mset(by_nearness ? 0 : std::min(first, n_docs),
	                     std::min(n, n_docs), n_docs);
	result->n_matches = result->mset.get_matches_estimated();
	result->rows = read_rows(result->mset);
	if (by_nearness)
		put_in_order(search, *result, pairs, first, n_max);
	result->packer.reset(mb_packer_new());
	return result.release();
}

struct mb_result *
mb_search_run(struct mb_search *search, const struct mb_query *query,
              enum mb_sort sort, guint first, guint n_max,
              GError **error) noexcept
{
	try {
		const Xapian::Query built = query->build();
		mb::pairs pairs;

		mb::add_pairs(*query, pairs);
		return mb::retrying(search, [&] {
			return run(search, built, pairs, sort, first, n_max);
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

const struct mb_item *
mb_result_item(struct mb_result *result, guint i, GError **error) noexcept
{
	g_assert(i < result->rows.size());
	if (result->item && result->at == i)
		return result->item.get();
	try {
		const Xapian::Document doc =
		    result->mset[result->rows[i].index].get_document();

		result->item = mb::unpack_item(result->packer.get(), doc);
		result->at = i;
		return result->item.get();
	} catch (const Xapian::DocNotFoundError &) {
		g_set_error(error, MB_ERROR, MB_ERROR_CHANGED,
		            "the item was taken out of the index");
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
	return result->rows[i].weight;
}

static void
free_item(gpointer item)
{
	mb_item_free(static_cast<struct mb_item *>(item));
}

static GPtrArray *
read_items(struct mb_search *search, const Xapian::Query &query,
           enum mb_sort sort, guint n_max)
{
	const Xapian::doccount n_docs = search->db.get_doccount();
	owned<GPtrArray> items(g_ptr_array_new_with_free_func(free_item));
	Xapian::Enquire enquire(search->db);

	enquire.set_query(query);
	set_sort(enquire, sort);
	const Xapian::MSet found = enquire.get_mset(0, std::min(n_max, n_docs));

	for (auto at = found.begin(); at != found.end(); ++at)
		g_ptr_array_add(
		    items.get(),
		    mb::unpack_item(search->packer.get(), at.get_document())
			.release());
	return items.release();
}

GPtrArray *
mb_search_items(struct mb_search *search, const struct mb_query *query,
                enum mb_sort sort, guint n_max, GError **error) noexcept
{
	try {
		const Xapian::Query built = query->build();

		return mb::retrying(search, [&] {
			return read_items(search, built, sort, n_max);
		});
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

static guint
count(struct mb_search *search, const Xapian::Query &query)
{
	Xapian::Enquire enquire(search->db);

	enquire.set_query(query);
	enquire.set_weighting_scheme(Xapian::BoolWeight());
	return enquire.get_mset(0, 0, search->db.get_doccount())
	    .get_matches_estimated();
}

gboolean
mb_search_count(struct mb_search *search, const struct mb_query *query,
                guint *n_items, GError **error) noexcept
{
	*n_items = 0;
	try {
		const Xapian::Query built = query->build();

		*n_items =
		    mb::retrying(search, [&] { return count(search, built); });
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

/* Names. */

static GPtrArray *
list_committees(struct mb_search *search)
{
	const std::string prefix = mb_fields()[MB_FIELD_COMMITTEE].prefix;
	owned<GPtrArray> names(g_ptr_array_new_with_free_func(g_free));

	for (auto at = search->db.allterms_begin(prefix);
	     at != search->db.allterms_end(prefix); ++at)
		g_ptr_array_add(names.get(),
		                g_strdup((*at).c_str() + prefix.size()));
	return names.release();
}

GPtrArray *
mb_search_committees(struct mb_search *search, GError **error) noexcept
{
	try {
		return mb::retrying(search,
		                    [&] { return list_committees(search); });
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

/* People and posts. */

void
mb_named_in_free(struct mb_named_in *named) noexcept
{
	g_free(named->council);
	g_free(named->name);
	g_free(named);
}

void
mb_post_of_free(struct mb_post_of *post) noexcept
{
	g_free(post->council);
	g_free(post->role);
	g_free(post->name);
	g_free(post);
}

static void
free_named_in(gpointer named)
{
	mb_named_in_free(static_cast<struct mb_named_in *>(named));
}

static void
free_post_of(gpointer post)
{
	mb_post_of_free(static_cast<struct mb_post_of *>(post));
}

/* What follows @prefix in each term that begins with it, parted at the last
 * @mark, given to @take; a term that was cut short has none. */
template <typename Take>
static void
each_pair(struct mb_search *search, const std::string &prefix, char mark,
          Take take)
{
	for (auto at = search->db.allterms_begin(prefix);
	     at != search->db.allterms_end(prefix); ++at) {
		const std::string value = (*at).substr(prefix.size());
		const size_t end = value.rfind(mark);

		if (end != std::string::npos)
			take(g_strndup(value.data(), end),
			     g_strdup(value.c_str() + end + 1));
	}
}

GPtrArray *
mb_search_people(struct mb_search *search, enum mb_standing side,
                 GError **error) noexcept
{
	auto list = [&] {
		owned<GPtrArray> people(
		    g_ptr_array_new_with_free_func(free_named_in));

		each_pair(search, mb::person_prefix(side), '/',
		          [&](char *council, char *name) {
				  auto named = g_new0(struct mb_named_in, 1);

				  named->council = council;
				  named->name = name;
				  g_ptr_array_add(people.get(), named);
			  });
		return people.release();
	};

	try {
		return mb::retrying(search, list);
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

GPtrArray *
mb_search_posts(struct mb_search *search, GError **error) noexcept
{
	auto list = [&] {
		owned<GPtrArray> posts(
		    g_ptr_array_new_with_free_func(free_post_of));

		each_pair(
		    search, MB_PREFIX_POST, '=', [&](char *place, char *name) {
			    owned<char> whole(place);
			    auto post = g_new0(struct mb_post_of, 1);
			    const char *end = std::strchr(place, '/');

			    post->council = g_strndup(
				place, static_cast<gsize>(
					   end != nullptr ? end - place : 0));
			    post->role =
				g_strdup(end != nullptr ? end + 1 : place);
			    post->name = name;
			    g_ptr_array_add(posts.get(), post);
		    });
		return posts.release();
	};

	try {
		return mb::retrying(search, list);
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

static bool
post_dates(struct mb_search *search, const std::string &term, guint32 *from_ymd,
           guint32 *to_ymd)
{
	auto date = search->db.valuestream_begin(MB_SLOT_DATE);
	const auto end = search->db.valuestream_end(MB_SLOT_DATE);

	*from_ymd = *to_ymd = 0;
	for (auto at = search->db.postlist_begin(term);
	     at != search->db.postlist_end(term) && date != end; ++at) {
		date.skip_to(*at);
		if (date == end || date.get_docid() != *at)
			continue;
		const guint32 ymd = static_cast<guint32>(
		    g_ascii_strtoull((*date).c_str(), nullptr, 10));

		if (*from_ymd == 0 || ymd < *from_ymd)
			*from_ymd = ymd;
		*to_ymd = MAX(*to_ymd, ymd);
	}
	return true;
}

gboolean
mb_search_post_dates(struct mb_search *search, const struct mb_post_of *post,
                     guint32 *from_ymd, guint32 *to_ymd,
                     GError **error) noexcept
{
	*from_ymd = *to_ymd = 0;
	try {
		const std::string term =
		    mb::post_term(post->council, post->role, post->name);

		mb::retrying(search, [&] {
			return post_dates(search, term, from_ymd, to_ymd);
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

char *
mb_search_spelling(struct mb_search *search, const char *word) noexcept
{
	try {
		owned<char> folded(mb_words_fold(word));
		const std::string better = mb::retrying(search, [&] {
			return search->db.get_spelling_suggestion(folded.get());
		});

		return better.empty() ? nullptr : g_strdup(better.c_str());
	} catch (...) {
		mb::map_exception(nullptr);
		return nullptr;
	}
}
