/* docx-body: the lines of one part of a Word document.
 * In: word/document.xml, a header or a footer, with the paper's styles and
 * lists. Out: lines.  Called by read-docx.c. */
#ifndef MB_INDEXER_DOCX_BODY_H
#define MB_INDEXER_DOCX_BODY_H

#include "indexer/docx-numbering.h"
#include "indexer/lines.h"

/* Add the lines of a part.
 *   styles     of struct mb_docx_style by id
 *   furniture  whether it is a header or footer
 *   returns    FALSE with MB_ERROR_FORMAT when its XML is damaged; the lines
 *              before the damage have been added */
gboolean mb_docx_body_read(const char *data, gsize n_bytes, GHashTable *styles,
                           struct mb_docx_numbering *numbering,
                           gboolean furniture, struct mb_lines *lines,
                           GError **error);

#endif
