/* odt-body: the lines of an OpenDocument text.
 * In: content.xml, or the headers in styles.xml, with the paper's styles.
 * Out: lines.  Called by read-odt.c. */
#ifndef MB_INDEXER_ODT_BODY_H
#define MB_INDEXER_ODT_BODY_H

#include "indexer/lines.h"
#include "indexer/odt-styles.h"

/* Add the lines of a part.
 *   furniture  read its headers and footers, else its body
 *   returns    FALSE with MB_ERROR_FORMAT when its XML is damaged; the lines
 *              before the damage have been added */
gboolean mb_odt_body_read(GBytes *part, const struct mb_odt_styles *styles,
                          gboolean furniture, struct mb_lines *lines,
                          GError **error);

#endif
