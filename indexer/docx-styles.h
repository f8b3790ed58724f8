/* docx-styles: what a paragraph's style says of it.
 * In: word/styles.xml.  Out: heading level, bold, list of each style.
 * Called by docx-body.c. */
#ifndef MB_INDEXER_DOCX_STYLES_H
#define MB_INDEXER_DOCX_STYLES_H

#include <glib.h>
#include <libxml/xmlreader.h>

#include "indexer/office-styles.h"

/* Read the styles of a paper, with what they inherit filled in; of damaged XML
 * what stands before the damage.
 *   part     may be empty
 *   returns  (transfer full) of struct mb_office_style by style id, never NULL
 */
GHashTable *mb_docx_styles_new(GBytes *part);

/* Whether a switch such as <w:b/> or <w:b w:val="0"/> is on. */
gboolean mb_docx_is_on(xmlTextReaderPtr reader);

#endif
