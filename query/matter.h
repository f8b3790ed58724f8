/* matter: the life of a piece of business over several meetings.
 * In: items to begin from.  Out: the items that their ties lead to, from the
 * oldest to the newest.  Called by `minutebook trace` and the search page. */
#ifndef MB_QUERY_MATTER_H
#define MB_QUERY_MATTER_H

#include <glib.h>

#include "query/resolve.h"

/* Ties are followed so far from where it began. */
#define MB_MATTER_DEPTH 20
/* A matter has no more items than this. */
#define MB_MATTER_MAX_ITEMS 300

struct mb_matter {
	GPtrArray *items; /* of const struct mb_item, in order */
	GPtrArray *ties;  /* of struct mb_tie: of its items alone */
	gboolean is_cut;  /* there are more than MB_MATTER_MAX_ITEMS, or than can
	                   * be reached in MB_MATTER_DEPTH steps */
};

struct mb_matter_options {
	const char *part; /* of the items, this matter alone; NULL: all */
	guint depth;
	enum mb_confidence least; /* ties less sure are left out */
};

/* The matters of @items (of const struct mb_item, the resolver's own): one
 * for each, but those that are of one matter have it together.
 *   returns (transfer full) of struct mb_matter, which must not outlive the
 *           resolver; NULL on error as mb_search_run() */
GPtrArray *mb_matters_trace(struct mb_resolver *resolver,
                            const GPtrArray *items,
                            const struct mb_matter_options *options,
                            GError **error);

/* The ties that lead back from @item, in the order of their sureness: of const
 * struct mb_tie.  Transfer container. */
GPtrArray *mb_matter_ties_of(const struct mb_matter *matter,
                             const struct mb_item *item);

#endif
