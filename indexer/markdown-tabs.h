/* markdown-tabs: rows whose cells are parted by tabs, as converters write them:
 * "Annual Report (5 th September 2022)<tab>Minute 20(3) – That a tracking
 * exercise be undertaken<tab>Service Director".
 * In: a line of the source.  Out: rows of cells.  Called by read-markdown.c. */
#ifndef MB_INDEXER_MARKDOWN_TABS_H
#define MB_INDEXER_MARKDOWN_TABS_H

#include "indexer/lines.h"

/* The cells of a line that is such a row, each with its paragraphs (char **). A
 * tab at the start leaves the first cell empty; "---<tab>---" draws a line and
 * has no cells.  Transfer full; NULL when the line is no row. */
GPtrArray *mb_markdown_tabs_read(const char *text, gsize n_bytes);

/* Add what mb_markdown_tabs_read() returned, like @as.  Paragraphs in the cells
 * are rows of their own. */
void mb_markdown_tabs_add(const GPtrArray *columns, const struct mb_line *as,
                          struct mb_lines *lines);

#endif
