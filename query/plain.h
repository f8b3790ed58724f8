/* plain: a paper's text made safe to show.
 * In: UTF-8 text that anybody may have written.  Out: the same without what a
 * terminal or a browser would obey.  Called by snippet.c and the renderers. */
#ifndef MB_QUERY_PLAIN_H
#define MB_QUERY_PLAIN_H

#include <glib.h>

/* TRUE for characters that show nothing but do something: control characters
 * (an escape begins a terminal's commands), and the marks that turn the
 * direction of text, with which one name can be made to look like another.
 * Spaces, tabs and line ends are not among them. */
gboolean mb_plain_is_unsafe(gunichar c);

/* Append @text (n_bytes -1: to NUL) without those, each run of spaces, tabs
 * and line ends as one space; none at the start when @out ends in a space. */
void mb_plain_append_line(GString *out, const char *text, gssize n_bytes);

/* @text on one line, without spaces at its ends; "" for NULL.
 * Transfer full. */
char *mb_plain_line(const char *text);

/* @text with a space in place of each line end that stands there only because
 * the line was full: the reader's window breaks lines where it likes.  An empty
 * line, a short line, and a line that begins with a bullet or a label stay
 * lines.  As many bytes as @text.  Transfer full. */
char *mb_plain_unwrap(const char *text);

/* Columns that @text (n_bytes -1: to NUL) takes on a terminal. */
guint mb_plain_width(const char *text, gssize n_bytes);

/* Append @text, cut to @width columns, "…" standing for what was cut, or padded
 * with spaces to them.  The second cuts and pads at the beginning. */
void mb_plain_append_padded(GString *out, const char *text, guint width);
void mb_plain_append_right(GString *out, const char *text, guint width);

/* @text without unsafe characters, its lines kept; tabs become spaces.
 * Transfer full. */
char *mb_plain_text(const char *text);

#endif
