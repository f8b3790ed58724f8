/* nearness: the best matches in the order of how close together they have the
 * words that were asked for side by side.
 * In: a query tree and the first rows of its result.  Out: the rows, the best
 * of them in a new order.  Called by search.cc. */
#ifndef MB_SHIM_NEARNESS_HH
#define MB_SHIM_NEARNESS_HH

#include <utility>
#include <vector>

#include "shim/match.hh"

namespace mb
{

/* So many of the first rows are put in order. */
const size_t n_ranked_by_nearness = 64;

/* Pairs of words that are looked at. */
const size_t max_pairs = 8;

/* Words that stand side by side in a question, as leaves of its tree. */
using pairs =
    std::vector<std::pair<const struct mb_query *, const struct mb_query *>>;

void add_pairs(const struct mb_query &query, pairs &to);

/* Rows come heaviest first; equal ones keep their order. */
void rank_by_nearness(const Xapian::Database &db, const pairs &pairs,
                      matches &rows);

} // namespace mb

#endif
