/* Sets of matches, each in the order of its documents, so that two are joined
 * by going along both.  What is asked for together is found rarest first, and
 * the others only among what was found. */
#include "shim/match.hh"

#include <algorithm>

#include "shim/terms.hh"

using mb::match;
using mb::matches;

/* With fewer candidates for each document of a posting list it is quicker to
 * look them up in the list than to walk along it. */
static const size_t sparse = 16;

bool
mb::can_find(const struct mb_query &query)
{
	const auto all_found = [](const std::deque<mb::query_ptr> &queries) {
		return std::all_of(
		    queries.begin(), queries.end(),
		    [](const mb::query_ptr &one) { return can_find(*one); });
	};

	switch (query.type) {
	case mb_query::type::any:
	case mb_query::type::range:
	case mb_query::type::all:
	case mb_query::type::nothing:
		return true;
	case mb_query::type::words:
	case mb_query::type::near:
	case mb_query::type::failed:
		return false;
	case mb_query::type::both:
	case mb_query::type::either:
		return all_found(query.children) && all_found(query.filters) &&
		       all_found(query.nots);
	}
	return false;
}

/* Those of either; what is in both weighs what it does in both. */
static matches
join(const matches &a, const matches &b)
{
	matches joined(a.size() + b.size());
	auto to = joined.begin();
	auto i = a.begin(), j = b.begin();

	while (i != a.end() && j != b.end()) {
		const bool is_left = i->id <= j->id, is_right = j->id <= i->id;

		*to++ = { is_left ? i->id : j->id,
			  (is_left ? i->weight : 0) +
			      (is_right ? j->weight : 0) };
		i += is_left;
		j += is_right;
	}
	to = std::copy(i, a.end(), to);
	to = std::copy(j, b.end(), to);
	joined.resize(static_cast<size_t>(to - joined.begin()));
	return joined;
}

/* Those of any, joined two and two, so that each is copied but a few times. */
static matches
join_all(std::vector<matches> sets)
{
	if (sets.empty())
		return {};
	for (size_t step = 1; step < sets.size(); step *= 2)
		for (size_t i = 0; i + step < sets.size(); i += 2 * step) {
			sets[i] = join(sets[i], sets[i + step]);
			sets[i + step].clear();
		}
	return std::move(sets[0]);
}

/* Those of @from that are not in @some of them. */
static matches
without(const matches &from, const matches &some)
{
	matches left;
	auto j = some.begin();

	for (const match &one : from)
		if (j != some.end() && j->id == one.id)
			++j;
		else
			left.push_back(one);
	return left;
}

/* What is asked, and whether it weighs. */
struct part {
	const struct mb_query *query;
	bool weighs;
	Xapian::doccount about; /* so many match, no more */
};

/* Finding in one database. */
class finder
{
      public:
	explicit finder(const Xapian::Database &db) : db_(db)
	{
	}

	/* What matches @query: @among these, whose weight it is added to;
	 * NULL: of all. */
	matches find(const struct mb_query &query, bool weighs,
	             const matches *among) const;

      private:
	matches any(const struct mb_query &query, bool weighs,
	            const matches *among) const;
	matches all_of(const mb::weighed &term, bool weighs) const;
	matches among_of(const mb::weighed &term, bool weighs,
	                 const matches &among) const;
	matches of_term(const mb::weighed &term, bool weighs,
	                const matches *among) const;
	matches range(const struct mb_query &query, const matches *among) const;
	matches either(const struct mb_query &query, bool weighs,
	               const matches *among) const;
	matches both(const struct mb_query &query, bool weighs,
	             const matches *among) const;
	template <typename Each>
	matches sum(size_t n, const matches *among, Each each) const;
	Xapian::doccount about(const struct mb_query &query) const;

	const Xapian::Database &db_;
};

matches
finder::all_of(const mb::weighed &term, bool weighs) const
{
	const guint32 factor = weighs ? term.factor : 0;
	matches found;
	const auto end = db_.postlist_end(term.term);

	found.reserve(db_.get_termfreq(term.term));
	for (auto at = db_.postlist_begin(term.term); at != end; ++at)
		found.push_back(
		    { *at, factor == 0 ? 0 : factor * at.get_wdf() });
	return found;
}

matches
finder::among_of(const mb::weighed &term, bool weighs,
                 const matches &among) const
{
	const guint32 factor = weighs ? term.factor : 0;
	const bool skips = among.size() < db_.get_termfreq(term.term) / sparse;
	matches found;
	auto at = db_.postlist_begin(term.term);
	const auto end = db_.postlist_end(term.term);

	found.reserve(among.size());
	for (auto one = among.begin(); at != end && one != among.end();) {
		const Xapian::docid id = *at;

		while (one != among.end() && one->id < id)
			++one;
		if (one == among.end())
			break;
		if (one->id == id)
			found.push_back(
			    { id,
			      one->weight +
			          (factor == 0 ? 0 : factor * at.get_wdf()) });
		if (skips)
			at.skip_to(one->id == id ? id + 1 : one->id);
		else
			++at;
	}
	return found;
}

matches
finder::of_term(const mb::weighed &term, bool weighs,
                const matches *among) const
{
	return among == nullptr ? all_of(term, weighs)
	                        : among_of(term, weighs, *among);
}

/* Those of any of @n sets, each of which @each finds. */
template <typename Each>
matches
finder::sum(size_t n, const matches *among, Each each) const
{
	std::vector<matches> sets;
	matches light;

	if (n == 1)
		return each(0, among);
	/* What they weigh already must not be added once a set. */
	if (among != nullptr) {
		light = *among;
		for (match &one : light)
			one.weight = 0;
	}
	for (size_t i = 0; i < n; i++)
		sets.push_back(each(i, among != nullptr ? &light : nullptr));
	matches found = join_all(std::move(sets));

	if (among == nullptr)
		return found;
	auto from = among->begin();

	for (match &one : found) {
		while (from->id != one.id)
			++from;
		one.weight += from->weight;
	}
	return found;
}

matches
finder::any(const struct mb_query &query, bool weighs,
            const matches *among) const
{
	return sum(query.terms.size(), among, [&](size_t i, const matches *of) {
		return of_term(query.terms[i], weighs, of);
	});
}

matches
finder::either(const struct mb_query &query, bool weighs,
               const matches *among) const
{
	return sum(query.children.size(), among,
	           [&](size_t i, const matches *of) {
			   return find(*query.children[i], weighs, of);
		   });
}

matches
finder::range(const struct mb_query &query, const matches *among) const
{
	matches found;
	auto at = db_.valuestream_begin(MB_SLOT_DATE);
	const auto end = db_.valuestream_end(MB_SLOT_DATE);
	const auto lies_in = [&] {
		const std::string value = *at;

		return value >= query.from && value <= query.to;
	};

	if (among == nullptr) {
		for (; at != end; ++at)
			if (lies_in())
				found.push_back({ at.get_docid(), 0 });
		return found;
	}
	for (const match &one : *among) {
		if (at == end)
			break;
		at.skip_to(one.id);
		if (at != end && at.get_docid() == one.id && lies_in())
			found.push_back(one);
	}
	return found;
}

/* So many items match @query, or fewer. */
Xapian::doccount
finder::about(const struct mb_query &query) const
{
	const Xapian::doccount n_docs = db_.get_doccount();
	guint64 sum = 0;

	switch (query.type) {
	case mb_query::type::any:
		for (const mb::weighed &term : query.terms)
			sum += db_.get_termfreq(term.term);
		break;
	case mb_query::type::either:
		for (const mb::query_ptr &child : query.children)
			sum += about(*child);
		break;
	case mb_query::type::both:
		sum = n_docs;
		for (const mb::query_ptr &child : query.children)
			sum = std::min<guint64>(sum, about(*child));
		for (const mb::query_ptr &child : query.filters)
			sum = std::min<guint64>(sum, about(*child));
		break;
	case mb_query::type::nothing:
		break;
	case mb_query::type::range:
	case mb_query::type::all:
	case mb_query::type::words:
	case mb_query::type::near:
	case mb_query::type::failed:
		sum = n_docs;
		break;
	}
	return static_cast<Xapian::doccount>(std::min<guint64>(sum, n_docs));
}

matches
finder::both(const struct mb_query &query, bool weighs,
             const matches *among) const
{
	std::vector<part> parts;
	matches found;

	for (const mb::query_ptr &child : query.children)
		parts.push_back({ child.get(), weighs, about(*child) });
	for (const mb::query_ptr &child : query.filters)
		parts.push_back({ child.get(), false, about(*child) });
	std::stable_sort(
	    parts.begin(), parts.end(),
	    [](const part &a, const part &b) { return a.about < b.about; });
	for (const part &one : parts) {
		found = find(*one.query, one.weighs, among);
		among = &found;
	}
	for (const mb::query_ptr &child : query.nots)
		found = without(found, find(*child, false, &found));
	return found;
}

static const struct mb_query &
every_item()
{
	static const mb_query every = [] {
		mb_query query(mb_query::type::any);

		query.terms.push_back({ mb::type_term(mb::type::item), 0 });
		return query;
	}();

	return every;
}

matches
finder::find(const struct mb_query &query, bool weighs,
             const matches *among) const
{
	switch (query.type) {
	case mb_query::type::any:
		return any(query, weighs, among);
	case mb_query::type::range:
		return range(query, among);
	case mb_query::type::all:
		return among != nullptr ? *among
		                        : any(every_item(), false, nullptr);
	case mb_query::type::both:
		return both(query, weighs, among);
	case mb_query::type::either:
		return either(query, weighs, among);
	case mb_query::type::nothing:
	case mb_query::type::words:
	case mb_query::type::near:
	case mb_query::type::failed:
		break;
	}
	return {};
}

matches
mb::find(const Xapian::Database &db, const struct mb_query &query, bool weighs)
{
	return finder(db).find(query, weighs, nullptr);
}

static matches
ask_xapian(const Xapian::Database &db, const Xapian::Query &query)
{
	Xapian::Enquire enquire(db);
	matches found;

	enquire.set_query(query);
	enquire.set_weighting_scheme(Xapian::BoolWeight());
	const Xapian::MSet mset = enquire.get_mset(0, db.get_doccount());

	found.reserve(mset.size());
	for (auto at = mset.begin(); at != mset.end(); ++at)
		found.push_back({ *at, 0 });
	return found;
}

matches
mb::all_matches(struct mb_search *search, const struct mb_query &query)
{
	if (search->is_here && can_find(query))
		return find(search->db, query, false);
	return ask_xapian(search->db, query.build());
}

/* The values are read of those alone that may be among the best. */
matches
mb::best(const Xapian::Database &db, matches all, size_t n,
         Xapian::valueno slot)
{
	struct ranked {
		match one;
		std::string value;
	};
	std::vector<ranked> rows;
	guint32 least = 0;

	if (n == 0)
		return {};
	if (n < all.size()) {
		matches by_weight = all;
		const auto last = by_weight.begin() + static_cast<long>(n) - 1;

		std::nth_element(by_weight.begin(), last, by_weight.end(),
		                 [](const match &a, const match &b) {
					 return a.weight > b.weight;
				 });
		least = last->weight;
	}
	auto at = db.valuestream_begin(slot);
	const auto end = db.valuestream_end(slot);

	for (const match &one : all) {
		if (one.weight < least)
			continue;
		if (at != end)
			at.skip_to(one.id);
		rows.push_back(
		    { one, at != end && at.get_docid() == one.id ? *at : "" });
	}
	const auto until =
	    rows.begin() + static_cast<long>(std::min(n, rows.size()));

	std::partial_sort(rows.begin(), until, rows.end(),
	                  [](const ranked &a, const ranked &b) {
				  if (a.one.weight != b.one.weight)
					  return a.one.weight > b.one.weight;
				  if (a.value != b.value)
					  return a.value < b.value;
				  return a.one.id < b.one.id;
			  });
	all.clear();
	for (auto row = rows.begin(); row != until; ++row)
		all.push_back(row->one);
	return all;
}
