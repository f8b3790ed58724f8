/* resolve: what the links of an item lead to in the index as it is.
 * In: an item of the index.  Out: its ties (tie.h), in both directions.
 * Called by matter.c, by `minutebook refs` and for the fields cites: and
 * citedby:.
 *
 * Nothing is stored of a tie but what the papers say: they may arrive in any
 * order, and what a link led to yesterday may be found better today. */
#ifndef MB_QUERY_RESOLVE_H
#define MB_QUERY_RESOLVE_H

#include <glib.h>

#include "query/tie.h"
#include "shim/search.h"

struct mb_resolver;

/* @search is borrowed and must outlive the resolver.  Transfer full. */
struct mb_resolver *mb_resolver_new(struct mb_search *search);
void mb_resolver_free(struct mb_resolver *resolver);
typedef struct mb_resolver mb_resolver;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_resolver, mb_resolver_free)

/* The items with this id, as mb_search_by_id() has them: GPtrArray of
 * struct mb_item, which belong to the resolver.  Transfer container, NULL on
 * error as mb_search_run(). */
GPtrArray *mb_resolver_by_id(struct mb_resolver *resolver, const char *id,
                             GError **error);
/* The resolver's own item that is @item.  Transfer none. */
const struct mb_item *mb_resolver_keep(struct mb_resolver *resolver,
                                       struct mb_item *item);

/* The items with any of @ids, GPtrArray of char *, in their order. */
GPtrArray *mb_resolver_by_ids(struct mb_resolver *resolver,
                              const GPtrArray *ids, GError **error);

/* All ties of @item, the surest first: GPtrArray of struct mb_tie.
 *   item    the resolver's own
 *   part    of the matters that the item tells of under numbers of their own,
 *           this one alone: "4.4.13i"; NULL: all
 *   returns (transfer full) NULL on error as mb_search_run() */
GPtrArray *mb_resolve(struct mb_resolver *resolver, const struct mb_item *item,
                      const char *part, GError **error);

/* The ties of @item to what its own words point to; as mb_resolve(). */
GPtrArray *mb_resolve_cited(struct mb_resolver *resolver,
                            const struct mb_item *item, GError **error);

/* What answers the requests of @item to a later meeting: the best for each of
 * its links ahead, in their order, NULL where nothing in the index does:
 * GPtrArray of struct mb_tie.  As mb_resolve(). */
GPtrArray *mb_resolve_answers(struct mb_resolver *resolver,
                              const struct mb_item *item, GError **error);

/* The rows of trackers that are the same action as @item, itself among them,
 * oldest first: GPtrArray of const struct mb_item, as mb_resolver_by_id(). */
GPtrArray *mb_resolve_action(struct mb_resolver *resolver,
                             const struct mb_item *item, GError **error);

/* The ids of the items whose words point to the item with this id (@citing), or
 * to which its words do: GPtrArray of char *, transfer full; NULL on error as
 * mb_search_run(). */
GPtrArray *mb_resolve_linked(struct mb_search *search, const char *id,
                             gboolean citing, GError **error);

/* Whether a tie is made by the words of its later item. */
gboolean mb_tie_is_cited(const struct mb_tie *tie);

/* Items of one meeting in the order in which its papers come: the agenda, what
 * is reported, what is decided; rows of a tracker by the paper they stand in.
 * Of two meetings the earlier comes first. */
gint mb_resolver_compare(struct mb_resolver *resolver, const struct mb_item *a,
                         const struct mb_item *b);

#endif
