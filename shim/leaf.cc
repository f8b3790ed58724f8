/* The leaves of query trees: what was typed, as terms. */
#include "shim/query.hh"

#include <algorithm>
#include <cmath>

#include "shim/terms.hh"
#include "shim/vocabulary.hh"

using mb::owned;
using mb::query_ptr;

/* A longer phrase is a paste by mistake, and slow. */
static const size_t max_phrase_words = 200;

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

Xapian::Query
mb::scored(guint32 n_steps, const Xapian::Query &query)
{
	return Xapian::Query(n_steps * mb::weight_step, query);
}

Xapian::Query
mb::action_rows()
{
	return Xapian::Query(mb::exact_term(mb_fields()[MB_FIELD_KIND_OF],
	                                    mb_kind_name(MB_KIND_ACTION)));
}

/* What only Xapian finds, for what its words weigh together. */
static query_ptr
make_leaf(enum mb_field_id field, const Xapian::Query &leaf, guint32 rarity)
{
	query_ptr query = mb::make(mb_query::type::words);

	query->field = field;
	query->leaf = mb::scored(rarity, leaf);
	query->rarity = rarity;
	return query;
}

/* What a word says that so many documents have: BM25's part for it, in the form
 * that is never negative, and a step at least, so that it is weighed. */
static guint32
rarity_of(const Xapian::Database &db, double n_docs)
{
	const double n_all = db.get_doccount();
	const double rarity =
	    std::log(1 + std::max(0.0, n_all - n_docs + 0.5) / (n_docs + 0.5));

	return static_cast<guint32>(
	    std::max(1.0, std::round(rarity / mb::weight_step)));
}

/* So many documents have any of @terms, if those have nothing to do with one
 * another. */
static double
about_any(const Xapian::Database &db, const std::vector<std::string> &terms)
{
	const double n_all = std::max(db.get_doccount(), 1u);
	double none = 1;

	for (const std::string &term : terms)
		none *= 1 - db.get_termfreq(term) / n_all;
	return n_all * (1 - none);
}

/* Any of @terms; @exact is one of them, and says so much more.  There is none
 * for the beginning of a word. */
static query_ptr
make_words(struct mb_search *search, enum mb_field_id field,
           const std::vector<std::string> &terms, const std::string &exact)
{
	query_ptr query = mb::make_any(field, terms);

	mb::retrying(search, [&] {
		const Xapian::Database &db = search->db;

		query->rarity = rarity_of(db, about_any(db, terms));
		for (mb::weighed &one : query->terms)
			one.factor =
			    query->rarity +
			    (one.term == exact
			         ? rarity_of(db, db.get_termfreq(exact))
			         : 0);
		return true;
	});
	return query;
}

/* Whether @words stand in @name one after another; of the last one the
 * beginning is enough when @is_open. */
static bool
stand_in(const std::vector<std::string> &words, const std::string &name,
         bool is_open)
{
	const std::vector<std::string> all = cut(name.c_str());
	const auto same = [&](const std::string &one,
	                      const std::string &asked) {
		return is_open && &asked == &words.back()
		           ? g_str_has_prefix(one.c_str(), asked.c_str())
		           : one == asked;
	};

	return std::search(all.begin(), all.end(), words.begin(), words.end(),
	                   same) != all.end();
}

/* Committees and councils are few: it is quicker to look through all of their
 * names when they are asked for than to give each item their words. */
static std::vector<std::string>
bodies(const Xapian::Database &db, const struct mb_field &field,
       const std::vector<std::string> &words, bool is_open)
{
	const std::string prefix = field.prefix;
	std::vector<std::string> terms;

	for (auto at = db.allterms_begin(prefix); at != db.allterms_end(prefix);
	     ++at)
		if (stand_in(words, (*at).substr(prefix.size()), is_open))
			terms.emplace_back(*at);
	return terms;
}

static query_ptr
body_leaf(struct mb_search *search, const struct mb_field &field,
          std::vector<std::string> words)
{
	if (words.empty())
		return mb::make(mb_query::type::nothing);
	query_ptr query =
	    mb::make_any(field.id, mb::retrying(search, [&] {
				 return bodies(search->db, field, words, false);
			 }));
	query->words = std::move(words);
	query->is_positional = true;
	return query;
}

/* Several words in their order.  Where a field leaves it to the text to know
 * positions, all of them stand in the field and the phrase in the text. */
static Xapian::Query
phrase_of(const struct mb_field &field, const std::vector<std::string> &words)
{
	const std::vector<std::string> terms = with_prefix(field, words);

	if (!field.no_positions)
		return Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(),
		                     terms.end());
	return Xapian::Query(
	    Xapian::Query::OP_FILTER,
	    Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()),
	    phrase_of(mb_fields()[MB_FIELD_ANY], words));
}

/* The words of a phrase weigh what they do on an average. */
static guint32
rarity_of_phrase(struct mb_search *search,
                 const std::vector<std::string> &terms)
{
	return mb::retrying(search, [&] {
		guint32 sum = 0;

		for (const std::string &term : terms)
			sum += rarity_of(search->db,
			                 search->db.get_termfreq(term));
		return sum / static_cast<guint32>(terms.size());
	});
}

static query_ptr
phrase_leaf(struct mb_search *search, const struct mb_field &field,
            std::vector<std::string> words)
{
	const std::vector<std::string> terms = with_prefix(field, words);
	query_ptr query;

	if (words.empty())
		return mb::make(mb_query::type::nothing);
	if (words.size() == 1)
		query = make_words(search, field.id, terms, "");
	else
		query = make_leaf(field.id, phrase_of(field, words),
		                  rarity_of_phrase(search, terms));
	query->words = std::move(words);
	query->is_positional = true;
	return query;
}

/* A word by all words of its stem; where the very form stands it scores
 * more. */
static query_ptr
word_leaf(struct mb_search *search, const struct mb_field &field,
          const std::string &word)
{
	if (field.kind != MB_FIELD_TEXT ||
	    !mb::has_stem(search->language, word))
		return phrase_leaf(search, field, { word });
	const std::string stem = mb_stem_word(search->stem.get(), word.c_str());
	const std::string exact = field.prefix + word;
	const std::vector<std::string> terms = mb::retrying(search, [&] {
		std::vector<std::string> there = { exact };

		/* The vocabulary knows the words of texts; owners of actions
		 * are names that need not stand in one. */
		for (const std::string &form : mb::forms_of(search->db, stem))
			if (form != word &&
			    search->db.term_exists(field.prefix + form))
				there.push_back(field.prefix + form);
		return there;
	});
	query_ptr query = make_words(search, field.id, terms, exact);

	query->words = { word };
	query->is_positional = true;
	query->stems.push_back(MB_PREFIX_STEM + stem);
	return query;
}

static query_ptr
exact_leaf(const struct mb_field &field, const char *text)
{
	query_ptr query =
	    mb::make_any(field.id, { mb::exact_term(field, text) });
	owned<char> folded(mb_words_fold(text));

	query->words.emplace_back(folded.get());
	return query;
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
			return mb::make(mb_query::type::nothing);
		return mb::dates_leaf(range.from_ymd, range.to_ymd);
	case MB_FIELD_LINK:
		return mb::make(mb_query::type::nothing);
	case MB_FIELD_BODY:
		return body_leaf(search, field, cut(text));
	case MB_FIELD_TEXT:
	case MB_FIELD_NAME:
		break;
	}
	std::vector<std::string> words = cut(text);

	if (words.size() == 1)
		return word_leaf(search, field, words[0]);
	return phrase_leaf(search, field, std::move(words));
}

/* The terms that begin with @begin. */
static std::vector<std::string>
terms_from(const Xapian::Database &db, const std::string &begin)
{
	std::vector<std::string> terms;

	for (auto at = db.allterms_begin(begin); at != db.allterms_end(begin);
	     ++at) {
		if (terms.size() == MB_WILDCARD_MAX)
			throw Xapian::WildcardError(begin);
		terms.push_back(*at);
	}
	return terms;
}

/* Words that begin with the last of @words, after the others: Xapian takes no
 * wildcard inside a phrase, so it is written out here. */
static Xapian::Query
expanded(struct mb_search *search, const struct mb_field &field,
         const std::vector<std::string> &words, Xapian::Query::op op)
{
	const std::vector<std::string> last =
	    terms_from(search->db, field.prefix + words.back());
	std::vector<Xapian::Query> parts;

	for (size_t i = 0; i + 1 < words.size(); i++)
		parts.emplace_back(field.prefix + words[i]);
	parts.emplace_back(Xapian::Query::OP_OR, last.begin(), last.end());
	return Xapian::Query(op, parts.begin(), parts.end());
}

static Xapian::Query
expanded_phrase(struct mb_search *search, const struct mb_field &field,
                const std::vector<std::string> &words)
{
	const struct mb_field &text = mb_fields()[MB_FIELD_ANY];

	if (!field.no_positions)
		return expanded(search, field, words, Xapian::Query::OP_PHRASE);
	return Xapian::Query(
	    Xapian::Query::OP_FILTER,
	    expanded(search, field, words, Xapian::Query::OP_AND),
	    expanded(search, text, words, Xapian::Query::OP_PHRASE));
}

static query_ptr
begun_leaf(struct mb_search *search, const struct mb_field &field,
           const std::vector<std::string> &words)
{
	if (field.kind == MB_FIELD_BODY)
		return mb::make_any(field.id, mb::retrying(search, [&] {
					    return bodies(search->db, field,
			                                  words, true);
				    }));
	if (words.size() > 1) {
		const std::vector<std::string> whole =
		    with_prefix(field, { words.begin(), words.end() - 1 });

		return make_leaf(
		    field.id,
		    mb::retrying(
			search,
			[&] { return expanded_phrase(search, field, words); }),
		    rarity_of_phrase(search, whole));
	}
	const std::vector<std::string> terms = mb::retrying(search, [&] {
		return terms_from(search->db, field.prefix + words[0]);
	});

	return field.kind == MB_FIELD_EXACT
	           ? mb::make_any(field.id, terms)
	           : make_words(search, field.id, terms, "");
}

static query_ptr
prefix_leaf(struct mb_search *search, enum mb_field_id id, const char *text)
{
	const struct mb_field &field = mb_fields()[id];
	std::vector<std::string> words;

	if (field.kind == MB_FIELD_EXACT) {
		const std::string value = mb::exact_value(field, text);

		if (!value.empty())
			words.push_back(value);
	} else {
		words = cut(text);
	}
	if (words.empty())
		return mb::make(mb_query::type::nothing);
	query_ptr query = begun_leaf(search, field, words);

	words.back() += "*";
	query->words = std::move(words);
	return query;
}

static query_ptr
phrase_in(struct mb_search *search, enum mb_field_id id, const char *text)
{
	const struct mb_field &field = mb_fields()[id];

	if (field.kind != MB_FIELD_TEXT && field.kind != MB_FIELD_NAME)
		return text_leaf(search, id, text);
	return phrase_leaf(search, field, cut(text));
}

static query_ptr
prefix_in(struct mb_search *search, enum mb_field_id id, const char *text)
{
	if (mb_fields()[id].kind == MB_FIELD_DATE)
		return text_leaf(search, id, text);
	return prefix_leaf(search, id, text);
}

/* What @by makes of @text.  The rows of a tracker are actions as a whole, and
 * do not have their words twice. */
static struct mb_query *
made(query_ptr (*by)(struct mb_search *, enum mb_field_id, const char *),
     struct mb_search *search, enum mb_field_id field, const char *text)
{
	query_ptr query = by(search, field, text);

	if (field != MB_FIELD_ACTION || query->type == mb_query::type::nothing)
		return query.release();
	query_ptr row = by(search, MB_FIELD_ANY, text);

	query->leaf =
	    Xapian::Query(Xapian::Query::OP_OR, query->build(),
	                  Xapian::Query(Xapian::Query::OP_FILTER, row->build(),
	                                mb::action_rows()));
	query->type = mb_query::type::words;
	return query.release();
}

struct mb_query *
mb_query_text(struct mb_search *search, enum mb_field_id field,
              const char *text) noexcept
{
	try {
		return made(text_leaf, search, field, text);
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_phrase(struct mb_search *search, enum mb_field_id field,
                const char *text) noexcept
{
	try {
		return made(phrase_in, search, field, text);
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_prefix(struct mb_search *search, enum mb_field_id field,
                const char *text) noexcept
{
	try {
		return made(prefix_in, search, field, text);
	} catch (...) {
		return mb::failed_query();
	}
}
