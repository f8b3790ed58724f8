/* namings: the terms of a paper that say whom it names at the meetings of which
 * council, so that nobody needs to read the papers' records to know who is who.
 * In: what a paper says of its meetings (base/sitting.h).  Out: terms of the
 * paper's document, and back (mb_namings_walk(), papers.h).
 * Called by store.cc. */
#ifndef MB_SHIM_NAMINGS_HH
#define MB_SHIM_NAMINGS_HH

#include "shim/xapian.hh"

namespace mb
{

/* Add them to @doc; throws when @sittings, of struct mb_paper_state, are
 * damaged. */
void add_namings(Xapian::Document &doc, const char *sittings);

} // namespace mb

#endif
