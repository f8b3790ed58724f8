/* pdf-outline: headings that a PDF's bookmarks name.
 * In: a document of Poppler's, its lines (lines.h).  Out: the heading level of
 * the lines that are bookmarked.  Called by read-pdf.c. */
#ifndef MB_INDEXER_PDF_OUTLINE_H
#define MB_INDEXER_PDF_OUTLINE_H

#include <poppler.h>

#include "indexer/lines.h"

/* Mark the lines of @lines whose text a bookmark on their page repeats.  An
 * outline that names every paragraph, as some programs write it, is left alone.
 */
void mb_pdf_outline_mark(PopplerDocument *document, struct mb_lines *lines);

#endif
