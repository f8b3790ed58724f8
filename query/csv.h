/* csv: one cell after the other, as RFC 4180 has it.
 * In: text.  Out: text appended to a GString.  Called by render-csv.c and
 * table.c. */
#ifndef MB_QUERY_CSV_H
#define MB_QUERY_CSV_H

#include <glib.h>

/* A cell of a paper's words, on one line: one that a spreadsheet would take
 * for a formula gets an apostrophe before it.  @text NULL: an empty cell.
 * A row is ended by "\r\n", which the caller adds. */
void mb_csv_add(GString *out, const char *text);

/* A cell that must stay what it is: an id. */
void mb_csv_add_exact(GString *out, const char *text);

#endif
