/* run-on: where a heading ends that shares its line with its text.
 * In: a line that begins with a heading.  Out: bytes.  Called by headline.c. */
#ifndef MB_INDEXER_RUN_ON_H
#define MB_INDEXER_RUN_ON_H

#include <glib.h>

#include "indexer/lines.h"

/* Where in @text, a line with a heading, the item's text begins; 0 when the
 * whole line is heading.
 *   agenda   only the purpose of an entry is its text, "to receive …"
 *   length   of the heading; not set when 0 is returned */
gsize mb_run_on_find(const char *text, gboolean agenda, gsize *length);

/* Bytes of the words in capitals that @text begins with, when text in other
 * letters follows: "MINUTES – Resolved – That", "PUBLIC REQUESTS TO SPEAK There
 * were none"; 0 when the line is not so. */
gsize mb_run_on_capitals(const char *text);

/* The same where business that is known everywhere goes on in small letters:
 * "APOLOGIES FOR ABSENCE were received", "THE MINUTES of the last meeting". */
gsize mb_run_on_known(const char *text);

/* Where bold ends inside the line, when a bold heading that begins @at runs on
 * into text that is not: "Planning applications: None received"; or 0. */
gsize mb_run_on_bold(const struct mb_line *line, gsize at);

/* Where the cell of a table ends that holds the heading, when the text stands
 * in the cells beside it; or 0. */
gsize mb_run_on_cell(const struct mb_line *line, gsize at);

#endif
