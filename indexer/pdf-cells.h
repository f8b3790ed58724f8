/* pdf-cells: the rows and cells of a PDF's table.
 * In: a table (pdf-table.h).  Out: which visual rows begin a row of its own,
 * and the text of each cell.  Called by read-pdf.c and pdf-table.c. */
#ifndef MB_INDEXER_PDF_CELLS_H
#define MB_INDEXER_PDF_CELLS_H

#include "indexer/pdf-table.h"

/* How the rows of @table, which has none yet, are told. */
enum mb_pdf_table_rows mb_pdf_cells_rows(const struct mb_pdf_table *table);

/* Whether a row of the table begins at visual row @i. */
gboolean mb_pdf_cells_begin(const struct mb_pdf_table *table, guint i);

/* Put what stands in visual row @i into the cells of its row.
 *   cells  one more than the table has gutters */
void mb_pdf_cells_fill(const struct mb_pdf_table *table, guint i,
                       GString *cells[]);

/* Whether the text of a cell of the first column goes on from @above to @below,
 * since the next word would have run over the column's edge. */
gboolean mb_pdf_cells_wrap(const struct mb_pdf_table *table,
                           const struct mb_pdf_segment *above,
                           const struct mb_pdf_segment *below);

#endif
