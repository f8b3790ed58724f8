/* meant: by which names and posts an item's words speak of those whom a query
 * asks for.
 * In: a query and an item that it found.  Out: words to look for in the item.
 * Called by marker.c. */
#ifndef MB_QUERY_MEANT_H
#define MB_QUERY_MEANT_H

#include <glib.h>

#include "base/item.h"
#include "query/marker.h"
#include "shim/search.h"

/* The names and posts of officers and members whom @query means, as far as they
 * are printed in @item: of char *.  Transfer full.
 *   people  what marks the words that are asked for in names and posts */
GPtrArray *mb_meant_names(const struct mb_query *query,
                          struct mb_marker *people, const struct mb_item *item);

#endif
