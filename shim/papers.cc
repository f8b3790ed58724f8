/* Papers, read from databases that are being asked. */
#include "shim/papers.h"

#include "shim/query.hh"
#include "shim/terms.hh"

using mb::owned;

/* Not by way of an MSet, whose fetch() would spare a remote database a message
 * a paper: in Xapian 1.4 it reads outside its bounds when the MSet does not
 * begin with the first match. */
static void
walk(struct mb_search *search, mb_paper_func take, gpointer data)
{
	const std::string term = mb::type_term(mb::type::paper);

	take(nullptr, data);
	for (auto at = search->db.postlist_begin(term);
	     at != search->db.postlist_end(term); ++at) {
		owned<struct mb_paper_state> paper = mb::unpack_state(
		    search->packer.get(), search->db.get_document(*at));

		take(paper.get(), data);
	}
}

gboolean
mb_papers_walk(struct mb_search *search, mb_paper_func take, gpointer data,
               GError **error) noexcept
{
	try {
		mb::retrying(search, [&] { walk(search, take, data); });
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}
