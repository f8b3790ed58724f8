/* pdf-page: what stands on one page of a PDF, as rows of segments.
 * In: a page of Poppler's.  Out: visual lines in reading order, each of
 * segments parted by wide gaps (pdf-rows.h).  Called by read-pdf.c. */
#ifndef MB_INDEXER_PDF_PAGE_H
#define MB_INDEXER_PDF_PAGE_H

#include <poppler.h>

#include "indexer/pdf-rows.h"

/* A page with more characters than this is no page anybody printed. */
#define MB_PDF_PAGE_MAX_CHARS (1u * 1024 * 1024)

/* The rows of a page from top to bottom; empty for a page without text.
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_LIMIT */
GPtrArray *mb_pdf_page_rows(PopplerPage *page, GError **error);

#endif
