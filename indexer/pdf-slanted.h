/* pdf-slanted: a word that is printed slantwise over a page: "CONFIDENTIAL".
 * In: Poppler's characters of the page.  Out: the word, and which characters it
 * has, so that its letters don't get among the lines that it runs across.
 * Called by pdf-page.c. */
#ifndef MB_INDEXER_PDF_SLANTED_H
#define MB_INDEXER_PDF_SLANTED_H

#include <glib.h>
#include <poppler.h>

/* The word that the largest letters of a page make slantwise; NULL when they
 * stand upright or are no larger than those of headings.
 *   fonts    of PopplerTextAttributes
 *   taken    (out) on success, for each of the @n_boxes characters of @text
 *            whether it is of the word; transfer full
 *   returns  (transfer full) */
char *mb_pdf_slanted(const char *text, const PopplerRectangle *boxes,
                     guint n_boxes, const GList *fonts, gboolean **taken);

#endif
