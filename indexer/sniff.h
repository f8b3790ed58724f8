/* sniff: what format a paper is, by its content.
 * In: a paper's unpacked bytes.  Out: a format, or what it is instead.
 * Called by paper.c. */
#ifndef MB_INDEXER_SNIFF_H
#define MB_INDEXER_SNIFF_H

#include "indexer/paper.h"

/* Tell the format of @content; @path only breaks the tie between text and
 * Markdown.
 *   type     gets the type of MB_FORMAT_OTHER, else NULL; transfer none
 *   returns  FALSE with MB_ERROR_FORMAT: empty, or binary */
gboolean mb_sniff(GBytes *content, const char *path, enum mb_format *format,
                  const struct mb_type **type, GError **error);

#endif
