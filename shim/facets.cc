/* What matches have in common, counted along posting lists: the values of a
 * field are terms, and how many matches have one is how many documents its
 * posting list shares with the result.  No item is read, and every count is
 * exact.  To ask each match for its value (ValueCountMatchSpy) took twice as
 * long, and an item has several officers but one value a slot. */
#include <algorithm>
#include <cstring>
#include <map>
#include <vector>

#include "shim/match.hh"
#include "shim/terms.hh"

using mb::owned;

/* With fewer matches for each document of a posting list it is quicker to look
 * the matches up in the list than to walk along it. */
static const Xapian::doccount sparse = 16;

/* Matches, in the order of their numbers, and for each document whether it is
 * one. */
struct matching {
	std::vector<Xapian::docid> ids;
	std::vector<bool> has;

	matching(struct mb_search *search, const struct mb_query &query);
};

matching::matching(struct mb_search *search, const struct mb_query &query)
    : has(search->db.get_lastdocid() + 1)
{
	const mb::matches found = mb::all_matches(search, query);

	ids.reserve(found.size());
	for (const mb::match &one : found) {
		ids.push_back(one.id);
		has[one.id] = true;
	}
}

/* Give the matches that have @term to @take. */
template <typename F>
static void
each_match(const Xapian::Database &db, const matching &found,
           const std::string &term, F take)
{
	auto at = db.postlist_begin(term);
	const auto end = db.postlist_end(term);

	if (found.ids.size() < db.get_termfreq(term) / sparse) {
		for (Xapian::docid id : found.ids) {
			if (at == end)
				return;
			at.skip_to(id);
			if (at != end && *at == id)
				take(id);
		}
		return;
	}
	for (; at != end; ++at)
		if (found.has[*at])
			take(*at);
}

/* How many matches have any of @terms. */
static guint
count_any(const Xapian::Database &db, const matching &found,
          const std::vector<std::string> &terms)
{
	std::vector<Xapian::docid> holders;

	for (const std::string &term : terms)
		each_match(db, found, term,
		           [&](Xapian::docid id) { holders.push_back(id); });
	if (terms.size() > 1) {
		std::sort(holders.begin(), holders.end());
		holders.erase(std::unique(holders.begin(), holders.end()),
		              holders.end());
	}
	return static_cast<guint>(holders.size());
}

/* What the terms of @field's values begin with. */
static std::string
value_prefix(enum mb_field_id field)
{
	if (field == MB_FIELD_OFFICER)
		return mb::person_prefix(MB_STANDING_OFFICER);
	if (field == MB_FIELD_MEMBER)
		return mb::person_prefix(MB_STANDING_MEMBER);
	return mb_fields()[field].prefix;
}

static void
free_facet(gpointer data)
{
	auto facet = static_cast<struct mb_facet *>(data);

	g_free(facet->value);
	g_free(facet);
}

static void
add_facet(GPtrArray *facets, const std::string &value, guint n_items)
{
	struct mb_facet *facet = g_new(struct mb_facet, 1);

	facet->value = g_strdup(value.c_str());
	facet->n_items = n_items;
	g_ptr_array_add(facets, facet);
}

static gint
compare_facets(gconstpointer a, gconstpointer b)
{
	auto left = *static_cast<const struct mb_facet *const *>(a);
	auto right = *static_cast<const struct mb_facet *const *>(b);

	if (left->n_items != right->n_items)
		return left->n_items > right->n_items ? -1 : 1;
	return std::strcmp(left->value, right->value);
}

static std::string
group_of(const std::string &value, GHashTable *groups)
{
	auto group = groups == nullptr
	                 ? nullptr
	                 : static_cast<const char *>(
			       g_hash_table_lookup(groups, value.c_str()));

	return group == nullptr ? value : group;
}

static void
count_terms(struct mb_search *search, const struct mb_query &query,
            enum mb_field_id field, GHashTable *groups, GPtrArray *facets)
{
	const Xapian::Database &db = search->db;
	const std::string prefix = value_prefix(field);
	const matching found(search, query);
	std::map<std::string, std::vector<std::string>> terms;

	for (auto at = db.allterms_begin(prefix); at != db.allterms_end(prefix);
	     ++at)
		terms[group_of((*at).substr(prefix.size()), groups)].push_back(
		    *at);
	for (const auto &[value, its_terms] : terms) {
		const guint n_items = count_any(db, found, its_terms);

		if (n_items > 0)
			add_facet(facets, value, n_items);
	}
}

/* A date may lack its day, and then no term has it whole. */
static void
count_dates(const Xapian::Database &db, const Xapian::Query &query,
            GPtrArray *facets)
{
	Xapian::ValueCountMatchSpy spy(MB_SLOT_DATE);
	Xapian::Enquire enquire(db);

	enquire.set_query(query);
	enquire.set_weighting_scheme(Xapian::BoolWeight());
	enquire.add_matchspy(&spy);
	enquire.get_mset(0, 1, db.get_doccount());
	for (auto at = spy.values_begin(); at != spy.values_end(); ++at)
		add_facet(facets, *at, at.get_termfreq());
}

static GPtrArray *
count_facets(struct mb_search *search, const struct mb_query &query,
             enum mb_field_id field, GHashTable *groups)
{
	owned<GPtrArray> facets(g_ptr_array_new_with_free_func(free_facet));

	if (field == MB_FIELD_DATE_OF)
		count_dates(search->db, query.build(), facets.get());
	else
		count_terms(search, query, field, groups, facets.get());
	g_ptr_array_sort(facets.get(), compare_facets);
	return facets.release();
}

/* The words of a text field are no values of it. */
static bool
has_values(enum mb_field_id field)
{
	const enum mb_field_kind kind = mb_fields()[field].kind;

	return kind == MB_FIELD_BODY || kind == MB_FIELD_DATE ||
	       field == MB_FIELD_KIND_OF || field == MB_FIELD_OFFICER ||
	       field == MB_FIELD_MEMBER;
}

GPtrArray *
mb_search_facet(struct mb_search *search, const struct mb_query *query,
                enum mb_field_id field, GHashTable *groups,
                GError **error) noexcept
{
	g_assert(has_values(field));
	try {
		return mb::retrying(search, [&] {
			return count_facets(search, *query, field, groups);
		});
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

char *
mb_facet_person(const char *council, const char *name) noexcept
{
	try {
		return g_strdup(mb::person_value(council, name).c_str());
	} catch (...) {
		mb::map_exception(nullptr);
		return g_strdup("");
	}
}

static GPtrArray *
list_acronyms(const Xapian::Database &db, const std::string &words)
{
	const std::string prefix = mb::acronym_prefix(words);
	owned<GPtrArray> same(g_ptr_array_new_with_free_func(free_facet));

	for (auto at = db.allterms_begin(prefix); at != db.allterms_end(prefix);
	     ++at)
		add_facet(same.get(), (*at).substr(prefix.size()),
		          at.get_termfreq());
	g_ptr_array_sort(same.get(), compare_facets);
	if (same->len > MB_ACRONYMS_MAX)
		g_ptr_array_set_size(same.get(), MB_ACRONYMS_MAX);
	return same.release();
}

GPtrArray *
mb_search_acronyms(struct mb_search *search, const char *words) noexcept
{
	try {
		return mb::retrying(
		    search, [&] { return list_acronyms(search->db, words); });
	} catch (...) {
		mb::map_exception(nullptr);
		return g_ptr_array_new_with_free_func(free_facet);
	}
}
