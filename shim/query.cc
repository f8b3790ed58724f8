/* Query trees: leaves joined to trees, trees to Xapian. */
#include "shim/query.hh"

#include <algorithm>

#include "shim/terms.hh"

using mb::query_ptr;

/* Nobody brackets deeper; Xapian walks its trees by recursion. */
static const unsigned max_depth = 500;

/* What stands in when there is no memory for a query. */
static struct mb_query no_memory(mb_query::type::failed);

struct mb_query *
mb::failed_query() noexcept
{
	GError *error = nullptr;

	mb::map_exception(&error);
	try {
		mb::failure failed(error);
		query_ptr query = make(mb_query::type::failed);

		query->failed = failed;
		return query.release();
	} catch (...) {
		return &no_memory;
	}
}

void
mb_query_free(struct mb_query *query) noexcept
{
	if (query != &no_memory)
		delete query;
}

query_ptr
mb::make(enum mb_query::type type)
{
	return query_ptr(new mb_query(type));
}

query_ptr
mb::make_any(enum mb_field_id field, const std::vector<std::string> &terms)
{
	query_ptr query = mb::make(mb_query::type::any);

	query->field = field;
	for (const std::string &term : terms)
		query->terms.push_back({ term, 0 });
	return query;
}

/* Move all of @from to the end of @to: the shorter list is the one that is
 * moved, so that a long chain costs the same from either end. */
static void
move_all(std::deque<query_ptr> &to, std::deque<query_ptr> &from)
{
	if (to.size() < from.size()) {
		std::move(to.rbegin(), to.rend(), std::front_inserter(from));
		to.swap(from);
	} else {
		std::move(from.begin(), from.end(), std::back_inserter(to));
	}
	from.clear();
}

static void
deepen(struct mb_query &query, unsigned child_depth)
{
	query.depth = std::max(query.depth, child_depth + 1);
}

/* @query itself when it is of the type, else a node that holds it alone. */
static query_ptr
wrap(query_ptr query, enum mb_query::type type)
{
	if (query->type == type)
		return query;
	query_ptr node(new mb_query(type));

	deepen(*node, query->depth);
	node->children.push_back(std::move(query));
	return node;
}

static query_ptr
join_same(query_ptr left, query_ptr right, enum mb_query::type type)
{
	left = wrap(std::move(left), type);
	right = wrap(std::move(right), type);
	left->depth = std::max(left->depth, right->depth);
	move_all(left->children, right->children);
	move_all(left->filters, right->filters);
	move_all(left->nots, right->nots);
	return left;
}

static query_ptr
join_not(query_ptr left, query_ptr right)
{
	left = wrap(std::move(left), mb_query::type::both);
	right = wrap(std::move(right), mb_query::type::either);
	left->depth = std::max(left->depth, right->depth);
	move_all(left->nots, right->children);
	return left;
}

static bool
can_be_near(const struct mb_query &query)
{
	return query.is_positional || query.type == mb_query::type::near;
}

static query_ptr
join_near(query_ptr left, query_ptr right)
{
	/* Text without a word is near nothing. */
	if (left->type == mb_query::type::nothing)
		return left;
	if (right->type == mb_query::type::nothing)
		return right;
	if (!can_be_near(*left) || !can_be_near(*right))
		throw mb::failure(MB_ERROR_SYNTAX,
		                  "NEAR joins words and phrases only");
	if (left->field != right->field)
		throw mb::failure(MB_ERROR_SYNTAX,
		                  "NEAR joins words of one field only");
	const enum mb_field_id field = left->field;

	left =
	    join_same(std::move(left), std::move(right), mb_query::type::near);
	left->field = field;
	return left;
}

static query_ptr
join(enum mb_join how, query_ptr left, query_ptr right)
{
	if (left->type == mb_query::type::failed)
		return left;
	if (right->type == mb_query::type::failed)
		return right;
	switch (how) {
	case MB_JOIN_AND:
		return join_same(std::move(left), std::move(right),
		                 mb_query::type::both);
	case MB_JOIN_OR:
		return join_same(std::move(left), std::move(right),
		                 mb_query::type::either);
	case MB_JOIN_NOT:
		return join_not(std::move(left), std::move(right));
	case MB_JOIN_NEAR:
		return join_near(std::move(left), std::move(right));
	}
	return left;
}

struct mb_query *
mb_query_join(enum mb_join how, struct mb_query *left, struct mb_query *right,
              GError **error) noexcept
{
	query_ptr l(left), r(right);

	try {
		query_ptr query = join(how, std::move(l), std::move(r));

		if (query->depth > max_depth)
			throw mb::failure(MB_ERROR_LIMIT,
			                  "brackets are nested too deep");
		return query.release();
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

struct mb_query *
mb_query_filter(struct mb_query *query, struct mb_query *filter) noexcept
{
	query_ptr q(query), f(filter);

	try {
		if (f->type == mb_query::type::failed)
			return f.release();
		if (q->type == mb_query::type::failed)
			return q.release();
		q = wrap(std::move(q), mb_query::type::both);
		f = wrap(std::move(f), mb_query::type::both);
		q->depth = std::max(q->depth, f->depth);
		move_all(q->filters, f->children);
		move_all(q->filters, f->filters);
		move_all(q->nots, f->nots);
		return q.release();
	} catch (...) {
		return mb::failed_query();
	}
}

/* To Xapian. */

static Xapian::Query
every_item()
{
	return mb::scored(0, Xapian::Query(mb::type_term(mb::type::item)));
}

static Xapian::Query
build_many(Xapian::Query::op op, const std::deque<query_ptr> &children)
{
	std::vector<Xapian::Query> built;

	for (const query_ptr &child : children)
		built.push_back(child->build());
	return Xapian::Query(op, built.begin(), built.end());
}

static Xapian::Query
build_both(const struct mb_query &query)
{
	Xapian::Query result;
	std::vector<Xapian::Query> musts;

	/* "Every item" adds nothing to anything else. */
	for (const query_ptr &child : query.children)
		if (child->type != mb_query::type::all)
			musts.push_back(child->build());
	if (!musts.empty())
		result = Xapian::Query(Xapian::Query::OP_AND, musts.begin(),
		                       musts.end());
	else if (query.filters.empty())
		result = every_item();
	if (!query.filters.empty()) {
		const Xapian::Query filter =
		    build_many(Xapian::Query::OP_AND, query.filters);

		result = musts.empty() ? mb::scored(0, filter)
		                       : Xapian::Query(Xapian::Query::OP_FILTER,
		                                       result, filter);
	}
	if (!query.nots.empty())
		result =
		    Xapian::Query(Xapian::Query::OP_AND_NOT, result,
		                  build_many(Xapian::Query::OP_OR, query.nots));
	return result;
}

/* Xapian takes single words only for NEAR.  A phrase's words must be near as
 * well as being a phrase somewhere; in theory they could be near in one place
 * and a phrase in another. */
static Xapian::Query
near_in(const struct mb_query &query, const struct mb_field &field)
{
	std::vector<std::string> terms;
	std::vector<Xapian::Query> phrases;
	guint32 rarity = 0;

	/* A committee's name is short: all its words are near one another. */
	if (field.kind == MB_FIELD_BODY)
		return build_many(Xapian::Query::OP_AND, query.children);
	for (const query_ptr &child : query.children) {
		for (const std::string &word : child->words)
			terms.push_back(field.prefix + word);
		if (child->words.size() > 1)
			phrases.push_back(child->leaf);
		rarity += child->rarity;
	}
	const Xapian::Query near = mb::scored(
	    rarity / static_cast<guint32>(query.children.size()),
	    Xapian::Query(Xapian::Query::OP_NEAR, terms.begin(), terms.end(),
	                  static_cast<Xapian::termcount>(MB_NEAR_WINDOW +
	                                                 terms.size() - 2)));

	if (phrases.empty())
		return near;
	return Xapian::Query(Xapian::Query::OP_FILTER, near,
	                     Xapian::Query(Xapian::Query::OP_AND,
	                                   phrases.begin(), phrases.end()));
}

static Xapian::Query
build_near(const struct mb_query &query)
{
	const struct mb_field &field = mb_fields()[query.field];

	if (field.no_positions)
		return Xapian::Query(
		    Xapian::Query::OP_FILTER,
		    build_many(Xapian::Query::OP_AND, query.children),
		    near_in(query, mb_fields()[MB_FIELD_ANY]));
	const Xapian::Query near = near_in(query, field);

	if (query.field != MB_FIELD_ACTION)
		return near;
	return Xapian::Query(
	    Xapian::Query::OP_OR, near,
	    Xapian::Query(Xapian::Query::OP_FILTER,
	                  near_in(query, mb_fields()[MB_FIELD_ANY]),
	                  mb::action_rows()));
}

static Xapian::Query
build_any(const struct mb_query &query)
{
	std::vector<Xapian::Query> built;

	for (const mb::weighed &one : query.terms)
		built.push_back(
		    query.rarity == 0
			? Xapian::Query(one.term)
			: mb::scored(one.factor, Xapian::Query(one.term)));
	const Xapian::Query any(Xapian::Query::OP_OR, built.begin(),
	                        built.end());

	return query.rarity == 0 ? mb::scored(0, any) : any;
}

Xapian::Query
mb_query::build() const
{
	switch (type) {
	case type::any:
		return build_any(*this);
	case type::range:
		return Xapian::Query(Xapian::Query::OP_VALUE_RANGE,
		                     MB_SLOT_DATE, from, to);
	case type::words:
		return leaf;
	case type::all:
		return every_item();
	case type::nothing:
		return Xapian::Query::MatchNothing;
	case type::failed:
		if (failed)
			throw *failed;
		throw std::bad_alloc();
	case type::both:
		return build_both(*this);
	case type::either:
		return build_many(Xapian::Query::OP_OR, children);
	case type::near:
		return build_near(*this);
	}
	return Xapian::Query::MatchNothing;
}

/* For people and for highlighting. */

char *
mb_query_describe(const struct mb_query *query) noexcept
{
	GError *error = nullptr;

	try {
		return g_strdup(query->build().get_description().c_str());
	} catch (...) {
		mb::map_exception(&error);
		char *text = g_strdup_printf("Query(%s)", error->message);
		g_error_free(error);
		return text;
	}
}

static void
add_words(GHashTable *set, const std::vector<std::string> &words)
{
	for (const std::string &word : words)
		g_hash_table_add(set, g_strdup(word.c_str()));
}

/* Words that must follow one another are looked for together. */
static void
add_phrase(GHashTable *set, const std::vector<std::string> &words)
{
	std::string phrase;

	for (const std::string &word : words)
		phrase += (phrase.empty() ? "" : " ") + word;
	if (!phrase.empty())
		g_hash_table_add(set, g_strdup(phrase.c_str()));
}

/* NEAR has no use for stems, having positions of words only. */
static void
collect_words(const struct mb_query &query, enum mb_field_id field,
              bool with_stems, GHashTable *set)
{
	const bool stems = with_stems && query.type != mb_query::type::near;

	if (query.field == field) {
		add_phrase(set, query.words);
		if (stems)
			add_words(set, query.stems);
	}
	for (const query_ptr &child : query.children)
		collect_words(*child, field, stems, set);
	for (const query_ptr &child : query.filters)
		collect_words(*child, field, stems, set);
}

GHashTable *
mb_query_words(const struct mb_query *query, enum mb_field_id field) noexcept
{
	GHashTable *words =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, nullptr);

	collect_words(*query, field, true, words);
	return words;
}

static bool
has_term(const struct mb_query &query, const std::string &term)
{
	const auto has = [&](const query_ptr &one) {
		return has_term(*one, term);
	};

	return std::any_of(
		   query.terms.begin(), query.terms.end(),
		   [&](const mb::weighed &one) { return one.term == term; }) ||
	       std::any_of(query.children.begin(), query.children.end(), has) ||
	       std::any_of(query.filters.begin(), query.filters.end(), has);
}

gboolean
mb_query_has_person(const struct mb_query *query, enum mb_standing side,
                    const char *council, const char *name) noexcept
{
	try {
		return has_term(*query, mb::person_term(side, council, name));
	} catch (...) {
		mb::map_exception(nullptr);
		return FALSE;
	}
}

gboolean
mb_query_has_post(const struct mb_query *query, const char *council,
                  const char *role, const char *name) noexcept
{
	try {
		return has_term(*query, mb::post_term(council, role, name));
	} catch (...) {
		mb::map_exception(nullptr);
		return FALSE;
	}
}
