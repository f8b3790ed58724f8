/* html-walk: the lines of a parsed HTML tree.
 * In: an element of libxml2's.  Out: lines.  Called by read-html.c. */
#ifndef MB_INDEXER_HTML_WALK_H
#define MB_INDEXER_HTML_WALK_H

#include <libxml/tree.h>

#include "indexer/lines.h"

/* Add the lines of all that stands in @root, in document order.  @gap is
 * whether the first has space before it. */
void mb_html_walk(const xmlNode *root, struct mb_lines *lines, gboolean gap);

#endif
