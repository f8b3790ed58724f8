/* page-numbers: the numbers that pages print at their edges.
 * In: struct mb_lines.  Out: furniture marked.  Called by furniture.c. */
#ifndef MB_INDEXER_PAGE_NUMBERS_H
#define MB_INDEXER_PAGE_NUMBERS_H

#include "indexer/lines.h"

/* "Page 3 of 9", "3 | Page", "- 3 -", "3": the number, or -1.  @worded is set
 * when the word says what it is. */
gint64 mb_page_number(const char *text, gboolean *worded);

/* Mark the lines that tell their page: "Page 68" alone on a line says what it
 * is wherever it stands, when three of them count up, or both of a paper of two
 * pages; with words before it, when it is one of two that do, or these say "Minutes" or
 * "Agenda". */
void mb_page_numbers_mark(struct mb_lines *lines);

#endif
