/* The leaves of query trees: what was typed, as terms. */
#include "shim/query.hh"

#include <algorithm>

#include "shim/terms.hh"
#include "shim/vocabulary.hh"

using mb::owned;
using mb::query_ptr;

/* A longer phrase is a paste by mistake, and slow. */
static const size_t max_phrase_words = 200;

/* A range of more months and years is asked for by the value. */
static const size_t max_date_terms = 64;

/* What stands in when there is no memory for a query. */
static struct mb_query no_memory(mb_query::type::failed);

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
mb::unscored(const Xapian::Query &query)
{
	return Xapian::Query(0.0, query);
}

Xapian::Query
mb::action_rows()
{
	return Xapian::Query(mb::exact_term(mb_fields()[MB_FIELD_KIND_OF],
	                                    mb_kind_name(MB_KIND_ACTION)));
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
static Xapian::Query
bodies(const Xapian::Database &db, const struct mb_field &field,
       const std::vector<std::string> &words, bool is_open)
{
	const std::string prefix = field.prefix;
	std::vector<Xapian::Query> terms;

	for (auto at = db.allterms_begin(prefix); at != db.allterms_end(prefix);
	     ++at)
		if (stand_in(words, (*at).substr(prefix.size()), is_open))
			terms.emplace_back(*at);
	return mb::unscored(
	    Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
}

static query_ptr
body_leaf(struct mb_search *search, const struct mb_field &field,
          std::vector<std::string> words)
{
	if (words.empty())
		return make(mb_query::type::nothing);
	query_ptr query =
	    make_leaf(field.id, mb::retrying(search, [&] {
			      return bodies(search->db, field, words, false);
		      }));
	query->words = std::move(words);
	query->is_positional = true;
	return query;
}

/* The words of a phrase in their order.  Where a field leaves it to the text to
 * know positions, all of them stand in the field and the phrase in the text. */
static Xapian::Query
phrase_of(const struct mb_field &field, const std::vector<std::string> &words)
{
	const std::vector<std::string> terms = with_prefix(field, words);

	if (words.size() == 1)
		return Xapian::Query(terms[0]);
	if (!field.no_positions)
		return Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(),
		                     terms.end());
	return Xapian::Query(
	    Xapian::Query::OP_FILTER,
	    Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()),
	    phrase_of(mb_fields()[MB_FIELD_ANY], words));
}

static query_ptr
phrase_leaf(const struct mb_field &field, std::vector<std::string> words)
{
	if (words.empty())
		return make(mb_query::type::nothing);
	query_ptr query = make_leaf(field.id, phrase_of(field, words));

	query->words = std::move(words);
	query->is_positional = true;
	return query;
}

/* Any of @forms, and more score for @exact.  Most words stand in one form only,
 * which then has the same score as a term alone: it is found sooner. */
static Xapian::Query
any_form(struct mb_search *search, const std::vector<std::string> &forms,
         const Xapian::Query &exact)
{
	std::vector<std::string> there;

	mb::retrying(search, [&] {
		there.clear();
		for (const std::string &form : forms)
			if (search->db.term_exists(form))
				there.push_back(form);
		return true;
	});
	if (there.size() == 1 && *exact.get_terms_begin() == there[0])
		return Xapian::Query(2, exact);
	return Xapian::Query(Xapian::Query::OP_AND_MAYBE,
	                     Xapian::Query(Xapian::Query::OP_SYNONYM,
	                                   forms.begin(), forms.end()),
	                     exact);
}

/* A word by all words of its stem; where the very form stands it scores
 * more. */
static query_ptr
word_leaf(struct mb_search *search, const struct mb_field &field,
          const std::string &word)
{
	query_ptr query = phrase_leaf(field, { word });

	if (field.kind != MB_FIELD_TEXT ||
	    !mb::has_stem(search->language, word))
		return query;
	const std::string stem = mb_stem_word(search->stem.get(), word.c_str());
	std::vector<std::string> forms = mb::retrying(
	    search, [&] { return mb::forms_of(search->db, stem); });

	/* The vocabulary knows the words of texts; owners of actions are names
	 * that need not stand in one. */
	if (std::find(forms.begin(), forms.end(), word) == forms.end() &&
	    mb::retrying(search, [&] {
		    return search->db.term_exists(field.prefix + word);
	    }))
		forms.push_back(word);
	forms = with_prefix(field, forms);
	query->leaf = any_form(search, forms, query->leaf);
	query->stems.push_back(MB_PREFIX_STEM + stem);
	query->forms = std::move(forms);
	return query;
}

static query_ptr
exact_leaf(const struct mb_field &field, const char *text)
{
	query_ptr query = make_leaf(
	    field.id, mb::unscored(Xapian::Query(mb::exact_term(field, text))));
	owned<char> folded(mb_words_fold(text));

	query->words.emplace_back(folded.get());
	return query;
}

/* The terms of a day, or of the whole months and years that make up a range;
 * none for any other range.  They are quicker than to ask each match for its
 * date. */
static std::vector<std::string>
date_terms(guint32 from_ymd, guint32 to_ymd)
{
	std::vector<std::string> terms;

	if (from_ymd == to_ymd)
		return { mb_fields()[MB_FIELD_DATE_OF].prefix +
			 std::to_string(from_ymd) };
	if (from_ymd % 100 != 1 || mb_date_add_days(to_ymd, 1) % 100 != 1)
		return {};
	for (guint32 at = from_ymd / 100, end = to_ymd / 100;
	     at <= end && terms.size() < max_date_terms;) {
		const guint32 year = at / 100;

		if (at % 100 == 1 && year * 100 + 12 <= end) {
			terms.push_back(mb_fields()[MB_FIELD_YEAR].prefix +
			                std::to_string(year));
			at += 100;
		} else {
			terms.push_back(MB_PREFIX_MONTH + std::to_string(at));
			at = at % 100 == 12 ? (year + 1) * 100 + 1 : at + 1;
		}
	}
	if (terms.size() == max_date_terms)
		terms.clear();
	return terms;
}

static query_ptr
dates_leaf(guint32 from_ymd, guint32 to_ymd)
{
	if (from_ymd == 0 && to_ymd == 0)
		return make(mb_query::type::all);
	const std::vector<std::string> terms = date_terms(from_ymd, to_ymd);

	if (!terms.empty())
		return make_leaf(
		    MB_FIELD_DATE_OF,
		    mb::unscored(Xapian::Query(Xapian::Query::OP_OR,
		                               terms.begin(), terms.end())));
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
	case MB_FIELD_LINK:
		return make(mb_query::type::nothing);
	case MB_FIELD_BODY:
		return body_leaf(search, field, cut(text));
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
expanded(struct mb_search *search, const struct mb_field &field,
         const std::vector<std::string> &words, Xapian::Query::op op)
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
prefix_leaf(struct mb_search *search, enum mb_field_id id, const char *text)
{
	const struct mb_field &field = mb_fields()[id];
	std::vector<std::string> words;
	Xapian::Query leaf;

	if (field.kind == MB_FIELD_EXACT) {
		const std::string value = mb::exact_value(field, text);

		if (!value.empty())
			words.push_back(value);
	} else {
		words = cut(text);
	}
	if (words.empty())
		return make(mb_query::type::nothing);
	if (field.kind == MB_FIELD_BODY)
		leaf = mb::retrying(search, [&] {
			return bodies(search->db, field, words, true);
		});
	else if (words.size() == 1)
		leaf = Xapian::Query(Xapian::Query::OP_WILDCARD,
		                     field.prefix + words[0], MB_WILDCARD_MAX,
		                     Xapian::Query::WILDCARD_LIMIT_ERROR);
	else
		leaf = mb::retrying(search, [&] {
			return expanded_phrase(search, field, words);
		});
	query_ptr query = make_leaf(
	    id, field.kind == MB_FIELD_EXACT ? mb::unscored(leaf) : leaf);

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
	return phrase_leaf(field, cut(text));
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

	if (field != MB_FIELD_ACTION || query->type != mb_query::type::words)
		return query.release();
	query_ptr row = by(search, MB_FIELD_ANY, text);

	query->leaf =
	    Xapian::Query(Xapian::Query::OP_OR, query->leaf,
	                  Xapian::Query(Xapian::Query::OP_FILTER, row->leaf,
	                                mb::action_rows()));
	return query.release();
}

static GPtrArray *
list_forms(struct mb_search *search, const std::string &word)
{
	owned<GPtrArray> forms(g_ptr_array_new_with_free_func(g_free));
	std::vector<std::string> all = { word };

	if (mb::has_stem(search->language, word))
		all = mb::forms_of(
		    search->db, mb_stem_word(search->stem.get(), word.c_str()));
	for (const std::string &form : all)
		if (search->db.term_exists(form))
			g_ptr_array_add(forms.get(), g_strdup(form.c_str()));
	return forms.release();
}

GPtrArray *
mb_search_forms(struct mb_search *search, const char *word) noexcept
{
	try {
		return mb::retrying(search,
		                    [&] { return list_forms(search, word); });
	} catch (...) {
		mb::map_exception(nullptr);
		return g_ptr_array_new_with_free_func(g_free);
	}
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

struct mb_query *
mb_query_dates(guint32 from_ymd, guint32 to_ymd) noexcept
{
	try {
		return dates_leaf(from_ymd, to_ymd).release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_person(enum mb_standing side, const char *council,
                const char *name) noexcept
{
	try {
		const Xapian::Query leaf(mb::person_term(side, council, name));

		return make_leaf(MB_FIELD_ANY, mb::unscored(leaf)).release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_post(const char *council, const char *role, const char *name) noexcept
{
	try {
		const Xapian::Query leaf(mb::post_term(council, role, name));

		return make_leaf(MB_FIELD_ANY, mb::unscored(leaf)).release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_committee(const char *council, const char *committee) noexcept
{
	try {
		const Xapian::Query leaf(mb::body_term(council, committee));

		return make_leaf(MB_FIELD_COMMITTEE, mb::unscored(leaf))
		    .release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_cites(guint32 ymd, const char *number) noexcept
{
	try {
		const Xapian::Query leaf(mb::link_term(ymd, number));

		return make_leaf(MB_FIELD_CITES, mb::unscored(leaf)).release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_ahead(void) noexcept
{
	try {
		const Xapian::Query leaf(std::string(MB_PREFIX_LINK) +
		                         MB_LINK_AHEAD);

		return make_leaf(MB_FIELD_CITES, mb::unscored(leaf)).release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_topic(const char *title) noexcept
{
	try {
		const Xapian::Query leaf(mb::topic_term(title));

		return make_leaf(MB_FIELD_TITLE, mb::unscored(leaf)).release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_body(enum mb_field_id field, const char *name) noexcept
{
	try {
		const Xapian::Query leaf(mb::name_term(field, name));

		return make_leaf(field, mb::unscored(leaf)).release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_all(void) noexcept
{
	try {
		return make(mb_query::type::all).release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_nothing(void) noexcept
{
	try {
		return make(mb_query::type::nothing).release();
	} catch (...) {
		return mb::failed_query();
	}
}

void
mb_query_free(struct mb_query *query) noexcept
{
	if (query != &no_memory)
		delete query;
}
