/* ran-items: where items begin inside a line that several of them share.
 * In: struct mb_lines.  Out: where to cut a line.  Called by ran-together.c. */
#ifndef MB_INDEXER_RAN_ITEMS_H
#define MB_INDEXER_RAN_ITEMS_H

#include <glib.h>

#include "indexer/lines.h"

/* A line is cut into no more than this many. */
#define MB_RAN_MAX_CUTS 200

/* Append to @cuts (gsize, bytes) where items begin inside line @i of @lines,
 * told by their numbers or their names; nothing when no sequence of them
 * does. */
void mb_ran_items_find(const struct mb_lines *lines, guint i, GArray *cuts);

/* Bytes of the words in capitals at @p, with the spaces between them. */
gsize mb_ran_capitals(const char *p);

/* Whether what stands before @p in @text ends a sentence. */
gboolean mb_ran_after_sentence(const char *text, const char *p);

#endif
