/* html-tree: what the steps over HTML ask of libxml2's tree.
 * In: its nodes.  Out: names, attributes, the next node.  Called by
 * html-walk.c, html-table.c, html-moderngov.c and read-html.c. */
#ifndef MB_INDEXER_HTML_TREE_H
#define MB_INDEXER_HTML_TREE_H

#include <glib.h>
#include <libxml/tree.h>

/* Whether @node is an element of that name, of any case. */
gboolean mb_html_is(const xmlNode *node, const char *name);

/* The attribute's text.  Transfer full; NULL when there is none. */
char *mb_html_attribute(const xmlNode *node, const char *name);

/* The attribute as a number of at most six digits; @otherwise when it is none.
 */
int mb_html_int(const xmlNode *node, const char *name, int otherwise);

/* Whether the attribute @name of @node holds @word among words parted by space.
 */
gboolean mb_html_has_word(const xmlNode *node, const char *name,
                          const char *word);

/* Whether @node is code, a menu, a form or the site's own frame. */
gboolean mb_html_is_skipped(const xmlNode *node);

/* The node after @node in document order within @root, not going into @node's
 * children when @skip; NULL at the end. */
const xmlNode *mb_html_next(const xmlNode *node, const xmlNode *root,
                            gboolean skip);

/* The first node from @node on within @root that @test holds for; NULL.
 * Transfer none. */
xmlNode *mb_html_find(const xmlNode *node, const xmlNode *root,
                      gboolean (*test)(const xmlNode *node));

#endif
