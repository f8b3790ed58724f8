/* sheet: a web page that stands by itself, to keep, print or send.
 * In: a title.  Out: HTML with its style in it, appended to a GString; nothing
 * is fetched from anywhere.  Called by what prints HTML on the command line. */
#ifndef MB_QUERY_SHEET_H
#define MB_QUERY_SHEET_H

#include <glib.h>

/* Everything before the content: also the heading.
 *   title    of the page, and its heading
 *   caption  under the heading; NULL: none */
void mb_sheet_begin(GString *out, const char *title, const char *caption);
void mb_sheet_end(GString *out);

#endif
