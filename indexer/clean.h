/* clean: one stretch of text as every later step wants to see it.
 * In: text of any reader, with marks for bold.  Out: one line's text.
 * Called by lines.c; readers use the marks only. */
#ifndef MB_INDEXER_CLEAN_H
#define MB_INDEXER_CLEAN_H

#include <glib.h>

/* A reader writes these into the text it hands to mb_lines_add() where bold
 * begins and ends.  They are control characters, which no paper's own text has:
 * mb_encoding_to_utf8() and the other readers drop them. */
#define MB_BOLD_ON      '\x0e'
#define MB_BOLD_OFF     '\x0f'
#define MB_BOLD_ON_STR  "\x0e"
#define MB_BOLD_OFF_STR "\x0f"

#define MB_SOFT_HYPHEN "\xc2\xad"

/* Clean @n_bytes of @text: valid UTF-8 in NFC, controls, marks of direction and
 * soft hyphens dropped, ligatures and entities that a converter left ("&amp;")
 * spelt out, every space a single one, none at the ends.  Transfer full; never
 * NULL, may be empty. */
char *mb_clean(const char *text, gsize n_bytes);

/* The same for one line; a soft hyphen at its end stays, for hyphens.c.
 *   bold_start, bold_end  (out) the first bold run, bytes in the result; runs
 *                         that only space parts are one; equal when none */
char *mb_clean_line(const char *text, gsize n_bytes, gsize *bold_start,
                    gsize *bold_end);

/* Take the control characters out of @text in place, but for tab, newline,
 * form feed and carriage return, so that a paper can't forge the marks. */
void mb_clean_controls(char *text);

#endif
