/* ocr: the text of pages that are pictures, by tesseract.
 * In: a page of Poppler's that is a scan (pdf-scan.h).  Out: rows, each
 * with the confidence it was read with.  Called by read-pdf.c; started by
 * minutebook-index.c before there are readers, which have it then, since none
 * of them may open its data. */
#ifndef MB_INDEXER_OCR_H
#define MB_INDEXER_OCR_H

#include <glib.h>

/* Poppler's: the program itself starts the engine without knowing Poppler. */
typedef struct _PopplerPage PopplerPage;

/* A page that is read with less than this, of 100, counts as not read: names
 * and numbers in it would be wrong. */
#define MB_OCR_MIN_CONFIDENCE 50

/* Read scans from now on, in this process and those it starts.
 *   error  MB_ERROR_NOT_FOUND: the program was built without tesseract, or the
 *          English data of tesseract is not installed */
gboolean mb_ocr_start(GError **error);

/* Whether pages of the papers that this process reads from now on are read by
 * it, if it could be started; they are, until this says otherwise. */
void mb_ocr_use(gboolean use);

gboolean mb_ocr_is_on(void);

void mb_ocr_stop(void);

/* The rows of a page (pdf-rows.h), each with its confidence.
 *   returns (transfer full) NULL when it can't be read, or not well enough, or
 *           mb_ocr_start() was not called */
GPtrArray *mb_ocr_rows(PopplerPage *page);

#endif
