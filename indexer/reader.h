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
void mb_read_html_part(const char *text, gsize n_bytes, struct mb_lines *lines);

/* The paper has as many pages as form feeds have given its lines. */
void mb_read_count_pages(struct mb_lines *lines);

/* In a paper whose every line is followed by a blank one, a gap says nothing:
 * take it from lines that go on with the one before (spacing.c).  For text
 * without positions. */
void mb_read_close_spacing(struct mb_lines *lines);

/* Where each line is a whole paragraph and no blank line parts them: have a gap
 * before each.  For text and Markdown. */
void mb_read_part_paragraphs(struct mb_lines *lines);

/* The length of a bullet and its space at @text ("• ", "- ", "o "), 0 when
 * there is none. */
gsize mb_read_bullet(const char *text);

/* Whether a line is a bullet and nothing else, which a converter has parted
 * from its entry.  "-" and "o" alone are no such sign. */
gboolean mb_read_is_lone_bullet(const char *text, gsize n_bytes);

#endif
