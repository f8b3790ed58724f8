/* pdf-columns: text set in two columns, read one after the other.
 * In: rows of a page (pdf-rows.h).  Out: the same with the rows of two columns
 * parted.  Called by read-pdf.c. */
#ifndef MB_INDEXER_PDF_COLUMNS_H
#define MB_INDEXER_PDF_COLUMNS_H

#include "indexer/pdf-rows.h"

/* Part each run of rows that is two columns of prose into its left rows and,
 * after them, its right rows.  Takes @rows and returns what replaces it. */
GPtrArray *mb_pdf_columns_part(GPtrArray *rows);

#endif
