/* html-walk: the lines of a parsed HTML tree.
 * In: an element of libxml2's.  Out: lines.  Called by read-html.c. */
#ifndef MB_INDEXER_HTML_WALK_H
#define MB_INDEXER_HTML_WALK_H

#include <libxml/tree.h>

#include "indexer/lines.h"

/* Add the lines of all that stands in @root, in document order.  @gap is
 * whether the first has space before it. */
void mb_html_walk(const xmlNode *root, struct mb_lines *lines, gboolean gap);

/* Whether @node is an element of that name, of any case. */
gboolean mb_html_is(const xmlNode *node, const char *name);

/* Whether the attribute @name of @node holds @word among words parted by space.
 */
gboolean mb_html_has_word(const xmlNode *node, const char *name,
                          const char *word);

/* The node after @node in document order within @root, not going into @node's
 * children when @skip; NULL at the end. */
const xmlNode *mb_html_next(const xmlNode *node, const xmlNode *root,
                            gboolean skip);

#endif
