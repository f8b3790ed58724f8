/* sources: the papers that one item stands in: copies joined, papers taken out.
 * In: struct mb_item (base/item.h).  Out: the same.  Called by shim/items.cc.
 *
 * Paths come back from JSON as valid UTF-8, whatever they were, and are
 * compared in that form. */
#ifndef MB_SHIM_SOURCES_H
#define MB_SHIM_SOURCES_H

#include <glib.h>

#include "base/item.h"

G_BEGIN_DECLS

/* One item out of its @copies (of struct mb_item, at least one), with the
 * sources of all: its own first, the others by path.  It is the copy that was
 * read from confirmed minutes, rather than from a draft; else the one with the
 * longer text; else that of the paper whose path sorts first.  The order in
 * which papers arrive thus leaves no trace.  Transfer full. */
struct mb_item *mb_sources_join(const GPtrArray *copies);

/* Take the paper @path out of @item's sources.  Where it was the one that the
 * text was read from, the first that is left takes its place.
 *   returns FALSE when @item does not stand in it */
gboolean mb_sources_remove(struct mb_item *item, const char *path);

/* Add the paths of @item's sources that are not in @paths yet (of char *,
 * owned by it). */
void mb_sources_add_paths(const struct mb_item *item, GPtrArray *paths);

G_END_DECLS

#endif
