#include "shim/vocabulary.hh"

#include <algorithm>

#include "shim/fields.h"
#include "shim/terms.hh"

namespace mb
{

/* So many forms share a document: few documents, and little to write anew when
 * one word is gone. */
static const size_t max_forms_in_document = 1000;

/* The term of a form: "Zfoster:fostering". */
static std::string
form_prefix(const std::string &stem)
{
	return MB_PREFIX_STEM + stem + ":";
}

std::vector<std::string>
forms_of(const Xapian::Database &db, const std::string &stem)
{
	const std::string prefix = form_prefix(stem);
	std::vector<std::string> forms = { stem };

	for (auto at = db.allterms_begin(prefix); at != db.allterms_end(prefix);
	     ++at)
		forms.push_back((*at).substr(prefix.size()));
	return forms;
}

vocabulary::vocabulary(struct mb_stem *stem, const std::string &language)
    : stem_(stem), language_(language)
{
}

/* Words come behind all prefixes, which are capitals; those of front matter
 * behind one of their own. */
void
words_among(Xapian::TermIterator at, const Xapian::TermIterator &end,
            const std::function<void(const std::string &word,
                                     const Xapian::TermIterator &at)> &take)
{
	const std::string front = mb_fields()[MB_FIELD_FRONT].prefix;

	for (at.skip_to(front);
	     at != end && (*at).compare(0, front.size(), front) == 0; ++at)
		take((*at).substr(front.size()), at);
	if (at == end)
		return;
	for (at.skip_to("a"); at != end; ++at)
		take(*at, at);
}

/* Whether something in @db has @word. */
static bool
is_there(const Xapian::Database &db, const std::string &word)
{
	return db.term_exists(word) ||
	       db.term_exists(mb_fields()[MB_FIELD_FRONT].prefix + word);
}

void
vocabulary::count(Xapian::TermIterator at, const Xapian::TermIterator &end,
                  long change)
{
	words_among(at, end,
	            [&](const std::string &word, const Xapian::TermIterator &) {
			    count(word, change);
		    });
}

void
vocabulary::count(const std::string &term, long change)
{
	changes_[term] += change;
}

void
vocabulary::add_forms(Xapian::WritableDatabase &db,
                      std::vector<std::string> terms) const
{
	/* Forms of one stem into one document. */
	std::sort(terms.begin(), terms.end());
	for (size_t i = 0; i < terms.size(); i += max_forms_in_document) {
		const size_t end =
		    std::min(terms.size(), i + max_forms_in_document);
		Xapian::Document doc;

		doc.add_boolean_term(type_term(type::forms));
		for (size_t j = i; j < end; j++)
			doc.add_boolean_term(terms[j]);
		db.add_document(doc);
	}
}

void
vocabulary::drop_forms(Xapian::WritableDatabase &db,
                       const std::vector<std::string> &terms) const
{
	std::map<Xapian::docid, std::vector<std::string>> holders;

	for (const std::string &term : terms)
		for (auto at = db.postlist_begin(term);
		     at != db.postlist_end(term); ++at)
			holders[*at].push_back(term);
	for (const auto &[id, gone] : holders) {
		Xapian::Document doc = db.get_document(id);

		for (const std::string &term : gone)
			doc.remove_term(term);
		if (doc.termlist_count() > 1)
			db.replace_document(id, doc);
		else
			db.delete_document(id);
	}
}

/* The term of @word; empty for one that is its own stem, by which it is
 * found, or has none. */
std::string
vocabulary::form_of(const std::string &word) const
{
	if (!has_stem(language_, word))
		return "";
	const std::string stem = mb_stem_word(stem_, word.c_str());

	return stem == word ? "" : form_prefix(stem) + word;
}

void
vocabulary::write(Xapian::WritableDatabase &db, const vocabulary *others)
{
	std::vector<std::string> come, gone;

	for (const auto &[word, change] : changes_) {
		if (change == 0 || (others != nullptr && others->has(word)))
			continue;
		const std::string term = form_of(word);

		if (term.empty())
			continue;
		if (change > 0 && !db.term_exists(term))
			come.push_back(term);
		else if (change < 0 && !is_there(db, word))
			gone.push_back(term);
	}
	add_forms(db, come);
	drop_forms(db, gone);
	changes_.clear();
}

bool
vocabulary::has(const std::string &word) const
{
	const auto found = changes_.find(word);

	return found != changes_.end() && found->second != 0;
}

void
vocabulary::write_beside(Xapian::WritableDatabase &db,
                               const Xapian::Database &known) const
{
	std::vector<std::string> come;

	for (const auto &[word, change] : changes_) {
		const std::string term = change == 0 ? "" : form_of(word);

		if (!term.empty() && !known.term_exists(term))
			come.push_back(term);
	}
	add_forms(db, come);
}

} // namespace mb
