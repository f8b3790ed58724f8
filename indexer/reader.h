/* reader: the readers, one a format, each called by mb_lines_read() only.
 * In: a paper's unpacked bytes.  Out: lines added to @lines.
 * All return FALSE with MB_ERROR_FORMAT or MB_ERROR_LIMIT for a damaged or
 * oversized paper. */
#ifndef MB_INDEXER_READER_H
#define MB_INDEXER_READER_H

#include "indexer/lines.h"

gboolean mb_read_text(GBytes *content, struct mb_lines *lines, GError **error);
gboolean mb_read_markdown(GBytes *content, struct mb_lines *lines,
                          GError **error);
gboolean mb_read_html(GBytes *content, struct mb_lines *lines, GError **error);
gboolean mb_read_pdf(GBytes *content, struct mb_lines *lines, GError **error);
gboolean mb_read_docx(GBytes *content, struct mb_lines *lines, GError **error);
gboolean mb_read_odt(GBytes *content, struct mb_lines *lines, GError **error);

/* Add the lines of a piece of HTML, as a table within Markdown. */
void mb_read_html_part(const char *text, gsize n_bytes,
                       struct mb_lines *lines);

/* The length of a bullet and its space at @text ("• ", "- ", "o "), 0 when there
 * is none. */
gsize mb_read_bullet(const char *text);

#endif
