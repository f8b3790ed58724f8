/* pages: the text of an item, and the pages that it stands on.
 * In: lines of a paper (lines.h), a run after the other.  Out: their text, and
 * where in it which page of the paper begins, in the item's source.  Called by
 * items.c and front.c. */
#ifndef MB_INDEXER_PAGES_H
#define MB_INDEXER_PAGES_H

#include <glib.h>

#include "base/item.h"
#include "indexer/lines.h"

/* Transfer full; @lines is borrowed and must outlive it. */
struct mb_pages *mb_pages_new(const struct mb_lines *lines);
void mb_pages_free(struct mb_pages *pages);
typedef struct mb_pages mb_pages;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_pages, mb_pages_free)

/* Add the text of the lines [first, end), behind @between where there is some
 * already.  FALSE when they have none. */
gboolean mb_pages_add(struct mb_pages *pages, guint first, guint end,
                      const char *between);

/* Whether what was added begins with line @i: a line of a list gets a mark. */
gboolean mb_pages_begin_with(const struct mb_pages *pages, guint i);

/* Put what was added in place of the text of @item, without the spaces round it
 * and, before them, its first @n_cut bytes; the item's first source is told of
 * the later pages. */
void mb_pages_give(const struct mb_pages *pages, gsize n_cut,
                   struct mb_item *item);

#endif
