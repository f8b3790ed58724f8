/* spelling: a word of the index that is spelt nearly like another.
 * In: a database, and a folded word.  Out: a word of its items.  Called by
 * listing.cc.  SCHEMA.md, "Vocabulary", says why no table is kept for it. */
#ifndef MB_SHIM_SPELLING_HH
#define MB_SHIM_SPELLING_HH

#include <string>

#include "shim/xapian.hh"

namespace mb
{

/* The word of @db to which @word has the fewest letters to be changed, put in,
 * taken out or swapped with their neighbours: two at most, and one in a short
 * word; of several such words the one that most items have.  Empty where there
 * is none, or none that is more common than @word. */
std::string spelling_near(const Xapian::Database &db, const std::string &word);

} // namespace mb

#endif
