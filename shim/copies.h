/* copies: whether two items that ask for one id are copies of one item.
 * In: struct mb_item (base/item.h).  Out: a few hashes; items that have one in
 * common are copies.  Called by shim/items.cc.
 *
 * Minutes come again in the pack of the next meeting with other line breaks,
 * the furniture of other pages and small corrections.  To compare each copy
 * with each other would take the square of their number, and to compare it with
 * the one that is kept would make the order in which they come count.  Hashes
 * in common need neither. */
#ifndef MB_SHIM_COPIES_H
#define MB_SHIM_COPIES_H

#include <glib.h>

#include "base/item.h"

G_BEGIN_DECLS

/* The hashes of @item, 8 hex digits each; the first is mb_item_words_hash().
 * The others are of minutes that have a date and a printed number only: of two
 * such texts that agree in nine tenths of their pairs of words, one hash agrees
 * with a probability of 0.9999, in half of them 0.66, in a tenth 0.01.
 * GPtrArray of char *, transfer full. */
GPtrArray *mb_copies_hashes(const struct mb_item *item);

G_END_DECLS

#endif
