/* pack: what stands before and after an item in its paper.
 * In: an item.  Out: the items of the same paper that are next to it.  Called
 * by command-show.c. */
#ifndef MB_QUERY_PACK_H
#define MB_QUERY_PACK_H

#include <glib.h>

#include "query/answer.h"

/* Items shown on either side. */
#define MB_PACK_BESIDE 3

/* The last items before @item and the first after it, with it among them, in
 * the order of the paper that it was read from: of struct mb_item.  Transfer
 * full; NULL on error as mb_answer_use(). */
GPtrArray *mb_pack_beside(struct mb_answer *answer, const struct mb_item *item,
                          GError **error);

#endif
