/* pdf-running: rows that stand at the same place of the pages beside too.
 * In: the rows of all pages (pdf-rows.h).  Out: their mark.  Called by
 * read-pdf.c, so that no table takes in the foot of its page; which lines are
 * left out of the text is furniture.c's to say. */
#ifndef MB_INDEXER_PDF_RUNNING_H
#define MB_INDEXER_PDF_RUNNING_H

#include <glib.h>

/* Mark the running rows of @pages, an array of arrays of struct mb_pdf_row. */
void mb_pdf_running_mark(GPtrArray *pages);

#endif
