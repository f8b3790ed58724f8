/* papers: every paper that an index knows, with what it says of its meetings.
 * In: an open search (search.h), of one or of several databases, local or
 * remote.  Out: struct mb_paper_state (store.h), one by one.  Called by the
 * commands that tell of meetings, committees and people.
 *
 *	static void
 *	take(const struct mb_paper_state *paper, gpointer data)
 *	{
 *		if (paper == NULL)
 *			forget all that was counted;
 *		else
 *			sittings = mb_sittings_from_json(paper->sittings, …);
 *	}
 */
#ifndef MB_SHIM_PAPERS_H
#define MB_SHIM_PAPERS_H

#include "shim/search.h"
#include "shim/store.h"

G_BEGIN_DECLS

/* Called with each paper, which it borrows; before the first, and whenever all
 * begins anew because the index was written meanwhile, with NULL: what it was
 * given before is void.  A paper that has open and exempt items comes twice
 * when both databases are open. */
typedef void (*mb_paper_func)(const struct mb_paper_state *paper,
                              gpointer data);

/* Give all papers to @take, in no order.
 *   error   MB_ERROR_CORRUPT, MB_ERROR_IO; MB_ERROR_CHANGED: the index was
 *           replaced: open it again; what @take was given is void */
gboolean mb_papers_walk(struct mb_search *search, mb_paper_func take,
                        gpointer data, GError **error) MB_NOEXCEPT;

/* What papers, @n_papers of them, say of who is who: all strings borrowed, NULL
 * unknown.
 *   name   NULL: only that there are meetings of this council and committee
 *   other  a name that stands in one list with @name, and could be the same
 *          person's if it did not; NULL: @name is named, with this role */
struct mb_naming {
	const char *council;
	const char *committee; /* of a @name only if the council is unknown */
	const char *name;
	enum mb_standing standing;
	const char *role;
	const char *other;
	enum mb_standing other_standing;
	guint n_papers;
};

/* As mb_paper_func. */
typedef void (*mb_naming_func)(const struct mb_naming *naming, gpointer data);

/* Give all of them to @take, read off the list of terms: a twentieth of the
 * time that it takes to walk through the papers.  Errors as
 * mb_papers_walk(). */
gboolean mb_namings_walk(struct mb_search *search, mb_naming_func take,
                         gpointer data, GError **error) MB_NOEXCEPT;

G_END_DECLS

#endif
