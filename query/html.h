/* html: text written into HTML, always escaped.
 * In: UTF-8 text that anybody may have written.  Out: HTML appended to a
 * GString.  Called by whatever writes HTML; nothing else writes what it did not
 * make. */
#ifndef MB_QUERY_HTML_H
#define MB_QUERY_HTML_H

#include <glib.h>

/* Append @text so that it is nothing but text, in an element or between the
 * quotes of an attribute.  Unsafe characters (plain.h) are left out. */
void mb_html_text(GString *out, const char *text);

/* Append @format, which is HTML, with %s replaced by text (mb_html_text()),
 * %u by a guint and %% by a percent sign.  There is no way to insert HTML. */
void mb_html(GString *out, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* As mb_html_text(), with <mark> round @marks (GArray of struct mb_mark). */
void mb_html_marked(GString *out, const char *text, const GArray *marks);

#endif
