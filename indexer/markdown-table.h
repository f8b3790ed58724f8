/* markdown-table: tables of Markdown, also such as a converter broke over
 * lines. In: the source from a table's first line on.  Out: rows of cells.
 * Called by read-markdown.c. */
#ifndef MB_INDEXER_MARKDOWN_TABLE_H
#define MB_INDEXER_MARKDOWN_TABLE_H

#include "indexer/lines.h"

/* Add the table that begins with the line at @p, if one does.
 *   text     the whole source, for offsets
 *   gap      whether space stands before it
 *   returns  where the table's source ends; NULL when it is no table */
const char *mb_markdown_table(const char *text, const char *p, gboolean gap,
                              struct mb_lines *lines);

#endif
