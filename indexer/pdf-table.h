/* pdf-table: which rows of a PDF's page are a table, and its columns.
 * In: rows of segments (pdf-rows.h).  Out: for each row the table it is in
 * (pdf-cells.h).  Called by read-pdf.c. */
#ifndef MB_INDEXER_PDF_TABLE_H
#define MB_INDEXER_PDF_TABLE_H

#include "indexer/pdf-rows.h"

#define MB_PDF_TABLE_MAX_COLUMNS 16u

/* How the table's own rows, which may be several visual rows each, are told. */
enum mb_pdf_table_rows {
	MB_PDF_ROWS_FIRST, /* one begins where the first column has something */
	MB_PDF_ROWS_EACH,  /* at each visual row */
	MB_PDF_ROWS_GAP,   /* below a gap */
};

/* What stays white between two columns. */
struct mb_pdf_gutter {
	float x1, x2;
	guint n_crossed; /* visual rows with a segment across it */
	guint n_kept;    /* visual rows with something on both sides */
};

/* Visual rows that keep the same gutters between their columns. */
struct mb_pdf_table {
	GPtrArray *page;  /* transfer none: the rows of the page it is on */
	guint first;      /* row of the page */
	guint end;        /* row after the last */
	guint n_head;     /* so many rows repeat the head of the table before */
	gboolean goes_on; /* it is more of the table before */
	enum mb_pdf_table_rows rows;
	guint n_gutters;
	struct mb_pdf_gutter gutters[MB_PDF_TABLE_MAX_COLUMNS - 1];
};

/* The table that begins at row @first of @rows.  Returns FALSE when none does.
 */
gboolean mb_pdf_table_find(GPtrArray *rows, guint first,
                           struct mb_pdf_table *table);

/* The same for the rows at the head of a page that go on with @before, the
 * table that the page before it ended with. */
gboolean mb_pdf_table_go_on(const struct mb_pdf_table *before, GPtrArray *rows,
                            guint first, struct mb_pdf_table *table);

/* Whether more space than between two lines stands before row @i. */
gboolean mb_pdf_gap_before(GPtrArray *rows, guint i);

#endif
