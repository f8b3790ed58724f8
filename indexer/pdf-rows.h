/* pdf-rows: what stands on one line of a page, from left to right.
 * In: what pdf-page.c or ocr.c saw on a page.  Out: rows that can be copied,
 * parted and compared.  Called by all files of PDF's readers. */
#ifndef MB_INDEXER_PDF_ROWS_H
#define MB_INDEXER_PDF_ROWS_H

#include <glib.h>

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

/* A row without segments, which are to be added.  Transfer full. */
struct mb_pdf_row *mb_pdf_row_begin(void);

/* A row of one segment, without heights.  Transfer full. */
struct mb_pdf_row *mb_pdf_row_new(const char *text, float x1, float x2);

/* A row of the segments [first, end) of @row alone, of which there is one at
 * least.  Transfer full. */
struct mb_pdf_row *mb_pdf_row_of(const struct mb_pdf_row *row, guint first,
                                 guint end);

/* Segment @i of @row, from the left.  Transfer none. */
static inline struct mb_pdf_segment *
mb_pdf_row_segment(const struct mb_pdf_row *row, guint i)
{
	return g_ptr_array_index(row->segments, i);
}

/* Part segment @i of @row at @gap, which is one of its own, into two. */
void mb_pdf_row_cut(struct mb_pdf_row *row, guint i,
                    const struct mb_pdf_gap *gap);

/* Whether two rows say the same, number for number. */
gboolean mb_pdf_rows_same(const struct mb_pdf_row *a,
                          const struct mb_pdf_row *b);

#endif
