/* match: the items that a tree of words, names and dates asks for, found by
 * walking along posting lists.
 * In: a query tree and a database on this machine.  Out: every match with what
 * it weighs, by document.  Called by search.cc and facets.cc.
 *
 * A match weighs the sum of what its words do: what the word says of the item,
 * which the posting list has (terms.cc), times how rare the word is (leaf.cc).
 * Xapian, asked for mb_query::build() with weighting(), gives the same sums; it
 * is asked for what is not on this machine, and for phrases and NEAR. */
#ifndef MB_SHIM_MATCH_HH
#define MB_SHIM_MATCH_HH

#include <vector>

#include "shim/query.hh"

namespace mb
{

struct match {
	Xapian::docid id;
	guint32 weight; /* in steps of mb::weight_step */
};

/* In the order of their documents. */
using matches = std::vector<match>;

/* Whether find() can answer @query. */
bool can_find(const struct mb_query &query);

/* All that match @query, without a weight if !@weighs; throws what Xapian
 * does. */
matches find(const Xapian::Database &db, const struct mb_query &query,
             bool weighs);

/* All that match @query, whoever finds them, in the order of their documents
 * and without weight. */
matches all_matches(struct mb_search *search, const struct mb_query &query);

/* The best @n, best first, or all if there are no more; of equal ones first
 * whose value in @slot is lowest. */
matches best(const Xapian::Database &db, matches all, size_t n,
             Xapian::valueno slot);

} // namespace mb

#endif
