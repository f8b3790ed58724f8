/* Query trees: words to leaves, leaves to trees, trees to Xapian. */
#include "shim/query.hh"

#include <algorithm>
#include <cstring>

#include "shim/terms.hh"

using mb::owned;
using mb::query_ptr;

/* Nobody brackets deeper; Xapian walks its trees by recursion. */
static const unsigned max_depth = 500;

/* A longer phrase is a paste by mistake, and slow. */
static const size_t max_phrase_words = 200;

/* What stands in when there is no memory for a query. */
static struct mb_query no_memory(mb_query::type::failed);

/* Leaves. */

static std::vector<std::string>
cut(const char *text)
{
	owned<struct mb_words> words(mb_words_new(text, -1));
	std::vector<std::string> folded;
	struct mb_word word;

	while (mb_words_next(words.get(), &word)) {
		if (folded.size() > max_phrase_words)
			throw mb::failure(MB_ERROR_LIMIT,
			                  "more than " +
			                      std::to_string(max_phrase_words) +
			                      " words in a row");
		if (*word.folded != '\0')
			folded.emplace_back(word.folded);
	}
	return folded;
}

static std::vector<std::string>
with_prefix(const struct mb_field &field, const std::vector<std::string> &words)
{
	std::vector<std::string> terms;

	for (const std::string &word : words)
		terms.push_back(field.prefix + word);
	return terms;
}

/* Weigh nothing: only whether it holds counts. */
static Xapian::Query
unscored(const Xapian::Query &query)
{
	return Xapian::Query(0.0, query);
}

static Xapian::Query
every_item()
{
	return unscored(Xapian::Query(mb::type_term(mb::type::item)));
}

static query_ptr
make(enum mb_query::type type)
{
	return query_ptr(new mb_query(type));
}

static query_ptr
make_leaf(enum mb_field_id field, const Xapian::Query &leaf)
{
	query_ptr query = make(mb_query::type::words);

	query->field = field;
	query->leaf = leaf;
	return query;
}

/* Turns the exception in flight into a query that fails when it is asked. */
static struct mb_query *
failed_query() noexcept
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

static query_ptr
phrase_leaf(const struct mb_field &field, std::vector<std::string> words)
{
	const std::vector<std::string> terms = with_prefix(field, words);

	if (words.empty())
		return make(mb_query::type::nothing);
	query_ptr query = make_leaf(
	    field.id, words.size() == 1
			  ? Xapian::Query(terms[0])
			  : Xapian::Query(Xapian::Query::OP_PHRASE,
	                                  terms.begin(), terms.end()));
	query->words = std::move(words);
	query->is_positional = true;
	return query;
}

/* A word by its stem; where the very form stands it scores more. */
static query_ptr
word_leaf(struct mb_search *search, const struct mb_field &field,
          const std::string &word)
{
	query_ptr query = phrase_leaf(field, { word });
	Xapian::Stem stem(new mb::stemmer(search->stem.get()));

	if (field.kind != MB_FIELD_TEXT ||
	    !mb::has_stem(search->language, word))
		return query;
	const std::string stemmed = stem(word);

	query->leaf = Xapian::Query(
	    Xapian::Query::OP_AND_MAYBE,
	    Xapian::Query(MB_PREFIX_STEM + (field.prefix + stemmed)),
	    query->leaf);
	query->stems.push_back(MB_PREFIX_STEM + stemmed);
	return query;
}

static query_ptr
exact_leaf(const struct mb_field &field, const char *text)
{
	query_ptr query = make_leaf(
	    field.id, unscored(Xapian::Query(mb::exact_term(field, text))));
	owned<char> folded(mb_words_fold(text));

	query->words.emplace_back(folded.get());
	return query;
}

/* The one term of a whole day, month or year, which is quicker than a range
 * of values; "" for any other range. */
static std::string
date_term(guint32 from_ymd, guint32 to_ymd)
{
	const std::string from = std::to_string(from_ymd);

	if (from_ymd == to_ymd)
		return mb_fields()[MB_FIELD_DATE_OF].prefix + from;
	if (from_ymd % 100 == 1 && from_ymd / 100 == to_ymd / 100 &&
	    mb_date_add_days(to_ymd, 1) % 100 == 1)
		return MB_PREFIX_MONTH + from.substr(0, 6);
	if (from_ymd % 10000 == 101 && to_ymd == from_ymd + 1130)
		return MB_PREFIX_YEAR + from.substr(0, 4);
	return "";
}

static query_ptr
dates_leaf(guint32 from_ymd, guint32 to_ymd)
{
	const std::string term = date_term(from_ymd, to_ymd);

	if (from_ymd == 0 && to_ymd == 0)
		return make(mb_query::type::all);
	if (!term.empty())
		return make_leaf(MB_FIELD_DATE_OF,
		                 unscored(Xapian::Query(term)));
	/* The values of the two documents that are the bounds lie outside. */
	return make_leaf(
	    MB_FIELD_DATE_OF,
	    Xapian::Query(Xapian::Query::OP_VALUE_RANGE, MB_SLOT_DATE,
	                  from_ymd == 0 ? "00000000" : std::to_string(from_ymd),
	                  to_ymd == 0 ? "99999999" : std::to_string(to_ymd)));
}

static query_ptr
text_leaf(struct mb_search *search, enum mb_field_id id, const char *text)
{
	const struct mb_field &field = mb_fields()[id];
	struct mb_date_range range;

	switch (field.kind) {
	case MB_FIELD_EXACT:
		return exact_leaf(field, text);
	case MB_FIELD_DATE:
		if (!mb_date_parse(text, &range, nullptr))
			return make(mb_query::type::nothing);
		return dates_leaf(range.from_ymd, range.to_ymd);
	case MB_FIELD_TEXT:
	case MB_FIELD_NAME:
		break;
	}
	std::vector<std::string> words = cut(text);

	if (words.size() == 1)
		return word_leaf(search, field, words[0]);
	return phrase_leaf(field, std::move(words));
}

/* Words that begin with the last of @words, after the others: Xapian takes no
 * wildcard inside a phrase, so it is written out here. */
static Xapian::Query
expanded_phrase(struct mb_search *search, const struct mb_field &field,
                const std::vector<std::string> &words)
{
	const std::string begin = field.prefix + words.back();
	std::vector<Xapian::Query> last, parts;

	for (auto at = search->db.allterms_begin(begin);
	     at != search->db.allterms_end(begin); ++at) {
		if (last.size() == MB_WILDCARD_MAX)
			throw Xapian::WildcardError(begin);
		last.emplace_back(*at);
	}
	for (size_t i = 0; i + 1 < words.size(); i++)
		parts.emplace_back(field.prefix + words[i]);
	parts.emplace_back(Xapian::Query::OP_OR, last.begin(), last.end());
	return Xapian::Query(Xapian::Query::OP_PHRASE, parts.begin(),
	                     parts.end());
}

static query_ptr
prefix_leaf(struct mb_search *search, enum mb_field_id id, const char *text)
{
	const struct mb_field &field = mb_fields()[id];
	std::vector<std::string> words;
	Xapian::Query leaf;

	if (field.kind == MB_FIELD_EXACT) {
		owned<char> folded(mb_words_fold(text));

		if (*folded.get() != '\0')
			words.emplace_back(folded.get());
	} else {
		words = cut(text);
	}
	if (words.empty())
		return make(mb_query::type::nothing);
	if (words.size() == 1)
		leaf = Xapian::Query(Xapian::Query::OP_WILDCARD,
		                     field.prefix + words[0], MB_WILDCARD_MAX,
		                     Xapian::Query::WILDCARD_LIMIT_ERROR);
	else
		leaf = mb::retrying(search, [&] {
			return expanded_phrase(search, field, words);
		});
	query_ptr query =
	    make_leaf(id, field.kind == MB_FIELD_EXACT ? unscored(leaf) : leaf);

	words.back() += "*";
	query->words = std::move(words);
	return query;
}

struct mb_query *
mb_query_text(struct mb_search *search, enum mb_field_id field,
              const char *text) noexcept
{
	try {
		return text_leaf(search, field, text).release();
	} catch (...) {
		return failed_query();
	}
}

struct mb_query *
mb_query_phrase(struct mb_search *search, enum mb_field_id field,
                const char *text) noexcept
{
	const enum mb_field_kind kind = mb_fields()[field].kind;

	try {
		if (kind == MB_FIELD_EXACT || kind == MB_FIELD_DATE)
			return text_leaf(search, field, text).release();
		return phrase_leaf(mb_fields()[field], cut(text)).release();
	} catch (...) {
		return failed_query();
	}
}

struct mb_query *
mb_query_prefix(struct mb_search *search, enum mb_field_id field,
                const char *text) noexcept
{
	try {
		if (mb_fields()[field].kind == MB_FIELD_DATE)
			return text_leaf(search, field, text).release();
		return prefix_leaf(search, field, text).release();
	} catch (...) {
		return failed_query();
	}
}

struct mb_query *
mb_query_dates(guint32 from_ymd, guint32 to_ymd) noexcept
{
	try {
		return dates_leaf(from_ymd, to_ymd).release();
	} catch (...) {
		return failed_query();
	}
}

struct mb_query *
mb_query_all(void) noexcept
{
	try {
		return make(mb_query::type::all).release();
	} catch (...) {
		return failed_query();
	}
}

struct mb_query *
mb_query_nothing(void) noexcept
{
	try {
		return make(mb_query::type::nothing).release();
	} catch (...) {
		return failed_query();
	}
}

void
mb_query_free(struct mb_query *query) noexcept
{
	if (query != &no_memory)
		delete query;
}

/* Trees. */

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
	query_ptr node = make(type);

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
		return failed_query();
	}
}

/* To Xapian. */

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

		result = musts.empty() ? unscored(filter)
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
build_near(const struct mb_query &query)
{
	const struct mb_field &field = mb_fields()[query.field];
	std::vector<std::string> terms;
	std::vector<Xapian::Query> phrases;

	for (const query_ptr &child : query.children) {
		for (const std::string &word : child->words)
			terms.push_back(field.prefix + word);
		if (child->words.size() > 1)
			phrases.push_back(child->leaf);
	}
	const Xapian::Query near(
	    Xapian::Query::OP_NEAR, terms.begin(), terms.end(),
	    static_cast<Xapian::termcount>(MB_NEAR_WINDOW + terms.size() - 2));

	if (phrases.empty())
		return near;
	return Xapian::Query(Xapian::Query::OP_FILTER, near,
	                     Xapian::Query(Xapian::Query::OP_AND,
	                                   phrases.begin(), phrases.end()));
}

Xapian::Query
mb_query::build() const
{
	switch (type) {
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

/* NEAR has no use for stems, having positions of words only. */
static void
collect_words(const struct mb_query &query, enum mb_field_id field,
              bool with_stems, GHashTable *set)
{
	const bool stems = with_stems && query.type != mb_query::type::near;

	if (query.field == field) {
		add_words(set, query.words);
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
