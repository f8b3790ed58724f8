/* html-table: whether a table of HTML holds data or lays out a page.
 * In: a table element.  Out: yes or no.  Called by html-walk.c. */
#ifndef MB_INDEXER_HTML_TABLE_H
#define MB_INDEXER_HTML_TABLE_H

#include <glib.h>
#include <libxml/tree.h>

/* TRUE when each of its rows is best read as one line of cells; FALSE when its
 * cells hold headings, paragraphs, other tables: they are read one by one. */
gboolean mb_html_is_data_table(const xmlNode *table);

#endif
