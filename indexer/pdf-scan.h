/* pdf-scan: pages that show text without having any: pictures of paper, and
 * letters drawn as outlines.
 * In: a page of Poppler's.  Out: whether it is such a page; the page as an
 * image.  Called by read-pdf.c, and by ocr.c, which reads the image. */
#ifndef MB_INDEXER_PDF_SCAN_H
#define MB_INDEXER_PDF_SCAN_H

#include <cairo.h>
#include <glib.h>
#include <poppler.h>

/* A page with more characters than this has its text; fewer may be stamped on a
 * picture: "Page 117", "Agenda Item 6 - Appendix B". */
#define MB_PDF_SCAN_MAX_CHARS 48

/* Sides of an image of a page, in pixels: A3 at 300 to the inch fits. */
#define MB_PDF_SCAN_MAX_PIXELS 5000

/* Whether a page with @n_chars characters of text shows more than them.  A
 * blank page, or one with no more than a rule, does not. */
gboolean mb_pdf_scan_is(PopplerPage *page, gsize n_chars);

/* The page as an image on white, at @dpi or as much less as makes it fit into
 * @max_pixels each way.
 *   returns  (transfer full) NULL when there is no memory for it */
cairo_surface_t *mb_pdf_scan_draw(PopplerPage *page, double dpi,
                                  int max_pixels);

#endif
