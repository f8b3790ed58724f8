#include "shim/spelling.hh"

#include <algorithm>
#include <vector>

#include "shim/fields.h"
#include "shim/terms.hh"

namespace mb
{

/* From so many letters on, two of them may be wrong. */
static const size_t min_long_letters = 6;

/* More letters than a term can have. */
static const size_t max_letters = 256;

/* Comes after every letter. */
static const char behind_letters = '\xff';

using letters = std::u32string;

static letters
letters_of(const std::string &word)
{
	return letters(Xapian::Utf8Iterator(word), Xapian::Utf8Iterator());
}

static std::string
word_of(const letters &all)
{
	std::string word;

	for (char32_t letter : all)
		Xapian::Unicode::append_utf8(word, letter);
	return word;
}

/* How far others are from a word: of letters that they begin with alike, as
 * words that come in alphabetical order do, the distance is known already.  Row
 * i, column j has the distance between the first i letters of the other and the
 * first j of the word, by the recurrence of Wagner and Fischer (Journal of the
 * ACM 21, 1974), with neighbours that changed places (Lowrance and Wagner,
 * ibid. 22, 1975). */
class distances
{
      public:
	explicit distances(const std::string &word)
	    : word_(letters_of(word)), rows_(1)
	{
		for (size_t j = 0; j <= word_.size(); j++)
			rows_[0].push_back(j);
	}

	/* Compare @other until it is too far: how many letters that took, or
	 * none if it is within @limit or words that begin with it may be. */
	size_t
	compare(const letters &other, size_t limit)
	{
		const auto parting = std::mismatch(other_.begin(), other_.end(),
		                                   other.begin(), other.end());

		other_ = other;
		rows_.resize(
		    static_cast<size_t>(parting.second - other.begin()) + 1);
		while (rows_.size() <= other.size()) {
			add_row(rows_.size());
			if (*std::min_element(rows_.back().begin(),
			                      rows_.back().end()) > limit) {
				other_.resize(rows_.size() - 1);
				return other_.size();
			}
		}
		return 0;
	}

	/* That of what was compared last. */
	size_t
	last() const
	{
		return rows_.back().back();
	}

      private:
	bool
	is_swapped(size_t i, size_t j) const
	{
		return i > 1 && j > 1 && other_[i - 1] == word_[j - 2] &&
		       other_[i - 2] == word_[j - 1];
	}

	void
	add_row(size_t i)
	{
		const std::vector<size_t> &above = rows_.back();
		std::vector<size_t> row = { i };

		for (size_t j = 1; j <= word_.size(); j++) {
			const size_t other = other_[i - 1] != word_[j - 1];

			row.push_back(std::min({ above[j] + 1, row[j - 1] + 1,
			                         above[j - 1] + other }));
			if (is_swapped(i, j))
				row[j] =
				    std::min(row[j], rows_[i - 2][j - 2] + 1);
		}
		rows_.push_back(row);
	}

	letters word_;
	letters other_;
	std::vector<std::vector<size_t>> rows_;
};

/* The best word so far. */
struct nearest {
	std::string word;
	size_t distance;
	Xapian::doccount n_items;
	Xapian::doccount n_exact; /* items with the word as it was typed */

	void
	take(const std::string &other, size_t how_far, Xapian::doccount n)
	{
		if (how_far == 0)
			n_exact += n;
		if (how_far == 0 || how_far > distance || !is_spelt(other) ||
		    (how_far == distance && n <= n_items))
			return;
		word = other;
		distance = how_far;
		n_items = n;
	}
};

/* Look through the words behind @prefix. */
static void
look_through(const Xapian::Database &db, const std::string &prefix,
             distances &to, struct nearest &best)
{
	Xapian::TermIterator at = db.allterms_begin(prefix);
	const Xapian::TermIterator end = db.allterms_end(prefix);

	/* Before it are terms with a prefix, and numbers. */
	for (at.skip_to(prefix + "a"); at != end;) {
		const std::string word = (*at).substr(prefix.size());
		const letters all = letters_of(word);
		const size_t n = to.compare(all, best.distance);

		if (n > 0) {
			at.skip_to(prefix + word_of(all.substr(0, n)) +
			           behind_letters);
			continue;
		}
		best.take(word, to.last(), at.get_termfreq());
		++at;
	}
}

std::string
spelling_near(const Xapian::Database &db, const std::string &word)
{
	const size_t n = letters_of(word).size();
	struct nearest best = { "",
		                n < min_long_letters ? size_t(1) : size_t(2), 0,
		                0 };
	distances to(word);

	if (n == 0 || n > max_letters)
		return "";
	look_through(db, "", to, best);
	look_through(db, mb_fields()[MB_FIELD_FRONT].prefix, to, best);
	return best.n_items > best.n_exact ? best.word : "";
}

} // namespace mb
