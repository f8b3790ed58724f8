/* output: standard output, and what kind of thing it goes to.
 * In: UTF-8 text.  Out: bytes in the user's character set on descriptor 1.
 * Called by the commands. */
#ifndef MB_QUERY_OUTPUT_H
#define MB_QUERY_OUTPUT_H

#include <glib.h>

/* TRUE when marks should be coloured: standard output is a terminal that can,
 * and $NO_COLOR is not set. */
gboolean mb_output_wants_color(void);

/* Columns of the terminal on standard output; 0 when it is none. */
guint mb_output_width(void);

/* Show what is written from now on in $PAGER, or less(1), once it is longer
 * than the terminal; without a terminal, or with an empty $PAGER, nothing
 * changes. */
void mb_output_use_pager(void);

/* Write @text and empty it.  Characters that the locale lacks are written as
 * others that look like them; @exact: as they are, for programs.
 *   returns FALSE when nobody reads any more, or the disk is full */
gboolean mb_output_write(GString *text, gboolean exact);

/* Make sure that all is written.
 *   error   MB_ERROR_IO; none when a reader such as head(1) had enough */
gboolean mb_output_close(GError **error);

/* A message for people on standard error: "minutebook: " and a line. */
void mb_output_complain(const char *format, ...) G_GNUC_PRINTF(1, 2);

#endif
