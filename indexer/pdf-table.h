/* pdf-table: which rows of a PDF's page are a table, and its columns.
 * In: rows of segments (pdf-page.h).  Out: for each row the table it is in.
 * Called by read-pdf.c. */
#ifndef MB_INDEXER_PDF_TABLE_H
#define MB_INDEXER_PDF_TABLE_H

#include "indexer/pdf-page.h"

#define MB_PDF_TABLE_MAX_COLUMNS 16u

/* Where a table's own rows begin. */
enum mb_pdf_table_rows {
	MB_PDF_ROWS_FIRST, /* where the first column has something */
	MB_PDF_ROWS_EACH,  /* at each visual row */
	MB_PDF_ROWS_GAP,   /* below a gap */
};

/* Rows that keep the same white gutters between three or more columns. */
struct mb_pdf_table {
	guint first; /* row */
	guint end;   /* row after the last */
	guint n_gutters;
	enum mb_pdf_table_rows rows;
	struct {
		float x1, x2;
	} gutters[MB_PDF_TABLE_MAX_COLUMNS - 1];
};

/* The table that begins at row @first of @rows.  Returns FALSE when none does.
 */
gboolean mb_pdf_table_find(GPtrArray *rows, guint first,
                           struct mb_pdf_table *table);

/* Whether a row of the table begins at row @i of @rows. */
gboolean mb_pdf_table_begins_row(const struct mb_pdf_table *table,
                                 GPtrArray *rows, guint i);

/* The column a segment stands in. */
guint mb_pdf_table_column(const struct mb_pdf_table *table,
                          const struct mb_pdf_segment *segment);

#endif
