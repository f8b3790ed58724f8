/* pdf-page: what stands on one page of a PDF, as rows of segments.
 * In: a page of Poppler's.  Out: visual lines in reading order, each of
 * segments parted by wide gaps (pdf-table.h).  Called by read-pdf.c. */
#ifndef MB_INDEXER_PDF_PAGE_H
#define MB_INDEXER_PDF_PAGE_H

#include <glib.h>
#include <poppler.h>

/* A page with more characters than this is no page anybody printed. */
#define MB_PDF_PAGE_MAX_CHARS (1u * 1024 * 1024)

/* A space between two words that is wider than the usual one: two cells of a
 * table may stand as near. */
struct mb_pdf_gap {
	float x1, x2;
	gsize at; /* bytes of the segment's text before it */
};

/* Words of one baseline, with no more between them than a word gap. */
struct mb_pdf_segment {
	float x1, x2;
	GString *text; /* with clean.h's marks for bold */
	GArray *gaps;  /* of struct mb_pdf_gap, from left to right; or NULL */
};

/* All that stands on one baseline, from left to right. */
struct mb_pdf_row {
	float x1, x2;
	float y1, y2;
	float size;
	guint confidence;    /* 1..100 of a row read from a picture; 0 else */
	gboolean running;    /* stands on the pages beside too (read-pdf.c) */
	GPtrArray *segments; /* of struct mb_pdf_segment, never empty */
};

/* An empty array of rows, which frees them.  Transfer full. */
GPtrArray *mb_pdf_rows_new(void);

/* A row of one segment, without heights.  Transfer full. */
struct mb_pdf_row *mb_pdf_row_new(const char *text, float x1, float x2);

/* A row of the segments [first, end) of @row alone, of which there is one at
 * least.  Transfer full. */
struct mb_pdf_row *mb_pdf_row_of(const struct mb_pdf_row *row, guint first,
                                 guint end);

/* Part segment @i of @row at @gap, which is one of its own, into two. */
void mb_pdf_row_cut(struct mb_pdf_row *row, guint i,
                    const struct mb_pdf_gap *gap);

/* Whether two rows say the same, number for number. */
gboolean mb_pdf_rows_same(const struct mb_pdf_row *a,
                          const struct mb_pdf_row *b);

/* The rows of a page from top to bottom; empty for a page without text.
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_LIMIT */
GPtrArray *mb_pdf_page_rows(PopplerPage *page, GError **error);

#endif
