/* pdf-gutters: the white between the columns of a PDF's table.
 * In: a table (pdf-table.h) and rows or segments of its page.  Out: its
 * gutters, narrower; the column that something stands in.  Called by
 * pdf-table.c and pdf-cells.c. */
#ifndef MB_INDEXER_PDF_GUTTERS_H
#define MB_INDEXER_PDF_GUTTERS_H

#include "indexer/pdf-table.h"

/* Narrow @table's gutters to what @row leaves white.  Returns how many of them
 * it runs across: those stay as they are. */
guint mb_pdf_gutters_narrow(struct mb_pdf_table *table,
                            const struct mb_pdf_row *row);

/* The column that @x stands in, and that the middle of @segment does. */
guint mb_pdf_gutters_column(const struct mb_pdf_table *table, float x);
guint mb_pdf_gutters_column_of(const struct mb_pdf_table *table,
                               const struct mb_pdf_segment *segment);

/* How many columns of the table @row has something in. */
guint mb_pdf_gutters_n_filled(const struct mb_pdf_table *table,
                              const struct mb_pdf_row *row);

/* Where @segment is to be parted at gutter @g: bytes of its text, 0 for
 * nowhere. */
gsize mb_pdf_gutters_cut(const struct mb_pdf_table *table, guint g,
                         const struct mb_pdf_segment *segment);

#endif
