/* vocabulary: what a database knows of words besides where they stand: which of
 * them are forms of one stem.
 * In: the words of items that were put in or taken out.  Out: documents of
 * forms.  Called by store.cc, merge.cc and leaf.cc.
 * SCHEMA.md, "Vocabulary", says why. */
#ifndef MB_SHIM_VOCABULARY_HH
#define MB_SHIM_VOCABULARY_HH

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "shim/xapian.hh"

namespace mb
{

/* The words of @db that have the stem @stem; the stem itself is always one,
 * though it need not be a word. */
std::vector<std::string> forms_of(const Xapian::Database &db,
                                  const std::string &stem);

/* Give each word among terms to @take, with where it stands among them; one that
 * stands in items and in front matter comes twice. */
void words_among(Xapian::TermIterator at, const Xapian::TermIterator &end,
                 const std::function<void(const std::string &word,
                                          const Xapian::TermIterator &at)>
                     &take);

class vocabulary
{
      public:
	vocabulary(struct mb_stem *stem, const std::string &language);

	/* The words among terms are in so many items more. */
	void count(Xapian::TermIterator at, const Xapian::TermIterator &end,
	           long change);
	void count(const std::string &term, long change);

	/* Whether @word was counted, and did not come to nothing. */
	bool has(const std::string &word) const;

	/* Write what was counted.  Items must be out before: a word is gone
	 * when no item of @db has it.
	 *   others  what another database has, with which @db is going to be
	 *           merged, and which tells the forms of those words; or NULL */
	void write(Xapian::WritableDatabase &db,
	           const vocabulary *others = nullptr);

	/* Write what was counted into a database that is empty and going to
	 * be merged with @known. */
	void write_beside(Xapian::WritableDatabase &db,
	                  const Xapian::Database &known) const;

      private:
	std::string form_of(const std::string &word) const;
	void add_forms(Xapian::WritableDatabase &db,
	               std::vector<std::string> terms) const;
	void drop_forms(Xapian::WritableDatabase &db,
	                const std::vector<std::string> &terms) const;

	struct mb_stem *stem_;
	std::string language_;
	std::unordered_map<std::string, long> changes_;
};

} // namespace mb

#endif
