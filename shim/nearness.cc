/* Words that were asked for side by side, and stand so in an item: "council
 * tax" together comes before council in one place and tax in another.
 *
 * Xapian would look at the positions of every match to weigh a phrase, which
 * took five times as long as to find them.  Only the best matches are looked at
 * here, and put into a new order among themselves. */
#include "shim/nearness.hh"

#include <algorithm>

#include "shim/terms.hh"

/* By how much of its score a match with words close by is raised: with all of
 * them side by side, in order, by so much; the further apart the less. */
static const double most_raised = 0.6;

/* Words further apart are not near. */
static const Xapian::termpos furthest = 12;

/* Forms of a word that are looked up: the one asked for, then others. */
static const size_t max_forms = 4;

using positions = std::vector<Xapian::termpos>;

/* Where the word of @leaf stands: the form that was typed, which is
 * the first, else another. */
static positions
positions_of(const Xapian::Database &db, Xapian::docid id,
             const struct mb_query &leaf)
{
	positions found;

	for (size_t i = 0;
	     found.empty() && i < leaf.terms.size() && i < max_forms; i++)
		found.assign(db.positionlist_begin(id, leaf.terms[i].term),
		             db.positionlist_end(id, leaf.terms[i].term));
	return found;
}

/* 1 for words that follow one another, less for others, 0 for far ones. */
static double
closeness(const positions &left, const positions &right)
{
	Xapian::termpos least = furthest + 1;
	size_t k = 0;

	for (Xapian::termpos at : left) {
		/* Right behind it is nearest; before it counts as one more. */
		while (k < right.size() && right[k] <= at)
			k++;
		if (k < right.size())
			least = std::min(least, right[k] - at);
		if (k > 0 && at != right[k - 1])
			least = std::min(least, at - right[k - 1] + 1);
	}
	return least > furthest ? 0 : 1.0 / least;
}

static double
nearness(const Xapian::Database &db, Xapian::docid id, const mb::pairs &pairs)
{
	double sum = 0;

	for (const auto &[left, right] : pairs)
		sum += closeness(positions_of(db, id, *left),
		                 positions_of(db, id, *right));
	return sum / static_cast<double>(pairs.size());
}

static bool
is_plain_word(const struct mb_query &query)
{
	return query.type == mb_query::type::any && query.words.size() == 1 &&
	       query.is_positional &&
	       mb_fields()[query.field].kind == MB_FIELD_TEXT;
}

void
mb::add_pairs(const struct mb_query &query, mb::pairs &to)
{
	const struct mb_query *before = nullptr;

	for (const mb::query_ptr &child : query.children) {
		if (query.type == mb_query::type::both && before != nullptr &&
		    is_plain_word(*child) && before->field == child->field &&
		    to.size() < mb::max_pairs)
			to.emplace_back(before, child.get());
		before = is_plain_word(*child) ? child.get() : nullptr;
		add_pairs(*child, to);
	}
}

void
mb::rank_by_nearness(const Xapian::Database &db, const mb::pairs &pairs,
                     mb::matches &rows)
{
	const auto end =
	    rows.begin() +
	    static_cast<long>(std::min(rows.size(), mb::n_ranked_by_nearness));

	for (auto at = rows.begin(); at != end; ++at)
		at->weight += static_cast<guint32>(at->weight * most_raised *
		                                   nearness(db, at->id, pairs));
	std::stable_sort(rows.begin(), end,
	                 [](const mb::match &a, const mb::match &b) {
				 return a.weight > b.weight;
			 });
}
