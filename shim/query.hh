/* query: the insides of struct mb_search and struct mb_query, shared by
 * leaf.cc and leaf-whole.cc, which turn words and whole terms into queries,
 * query.cc, which joins them, and search.cc, which asks them. */
#ifndef MB_SHIM_QUERY_HH
#define MB_SHIM_QUERY_HH

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "shim/search.h"
#include "shim/xapian.hh"

struct mb_search {
	explicit mb_search(const char *const *paths);

	Xapian::Database db;
	bool is_here; /* all of it on this machine */
	std::string language;
	mb::owned<struct mb_stem> stem;
	mb::owned<struct mb_packer> packer;
};

namespace mb
{

struct free_query {
	void
	operator()(struct mb_query *query) const
	{
		mb_query_free(query);
	}
};
using query_ptr = std::unique_ptr<struct mb_query, free_query>;

/* @query, weighing so many steps for each part of its weight; 0: only whether
 * it holds counts. */
Xapian::Query scored(guint32 n_steps, const Xapian::Query &query);

/* The rows of action trackers. */
Xapian::Query action_rows();

/* Turns the exception in flight into a query that fails when it is asked. */
struct mb_query *failed_query() noexcept;

/* Do @what; when the database was written under it, once more with the new
 * one.  @what must be safe to do twice. */
template <typename F>
auto
retrying(struct mb_search *search, F what)
{
	try {
		return what();
	} catch (const Xapian::DatabaseModifiedError &) {
		search->db.reopen();
		return what();
	}
}

/* What a word weighs by its rarity is a number of such steps, and what it says
 * of an item is a whole number (terms.cc): so sums of weights are exact, and
 * match.cc and Xapian's matcher, here or on another machine, which add them up
 * in different orders, agree on which items weigh the same and leave it to the
 * date which of them comes first. */
const double weight_step = 1.0 / 256;

/* A term, and what it weighs for each part of its weight in an item, in
 * steps. */
struct weighed {
	std::string term;
	guint32 factor;
};

} // namespace mb

/* A tree that stays flat: a AND b AND NOT c with a filter is one node of four
 * children, however it was joined, so that neither this tree nor Xapian's,
 * which are both walked by recursion, gets deep by getting long. */
struct mb_query {
	enum class type {
		any,     /* any of @terms */
		range,   /* a date from @from to @to */
		words,   /* a phrase and the like: @leaf */
		all,     /* every item */
		nothing, /* no item */
		failed,  /* could not be made: @failed is thrown when asked */
		both,    /* all of @children and @filters, none of @nots */
		either,  /* any of @children */
		near,    /* the words of all @children, near one another */
	};

	explicit mb_query(type of) : type(of)
	{
	}

	/* What Xapian is asked, to be weighed by weighting() (search.cc);
	 * throws what made this query fail. */
	Xapian::Query build() const;

	enum type type;
	unsigned depth = 1;

	std::vector<mb::weighed> terms;
	std::string from, to;
	Xapian::Query leaf;
	guint32 rarity = 0; /* of the words, in steps; 0: they weigh nothing */
	enum mb_field_id field = MB_FIELD_ANY;
	std::vector<std::string> words; /* folded, without prefix, in order */
	std::vector<std::string> stems; /* likewise; with the leading Z */
	bool is_positional = false;     /* may be NEAR something */
	std::optional<mb::failure> failed;

	std::deque<mb::query_ptr> children;
	std::deque<mb::query_ptr> filters;
	std::deque<mb::query_ptr> nots;
};

namespace mb
{

/* An empty one of that type. */
query_ptr make(enum mb_query::type type);
/* Any of @terms, weighing nothing. */
query_ptr make_any(enum mb_field_id field,
                   const std::vector<std::string> &terms);
/* A date in the range, both ends included, 0 open. */
query_ptr dates_leaf(guint32 from_ymd, guint32 to_ymd);

} // namespace mb

#endif
