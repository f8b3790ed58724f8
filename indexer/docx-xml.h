/* docx-xml: the few steps through Word's XML that all its parts share.
 * In: libxml2's reader.  Called by docx-styles.c, docx-numbering.c and
 * docx-body.c. */
#ifndef MB_INDEXER_DOCX_XML_H
#define MB_INDEXER_DOCX_XML_H

#include <glib.h>
#include <libxml/xmlreader.h>

/* A reader over a part's bytes, which must outlive it.  It loads nothing from
 * outside and expands no entities.  Free with xmlFreeTextReader(). */
xmlTextReaderPtr mb_docx_reader(const char *data, gsize n_bytes);

/* The value of the attribute of that name, of any prefix.  Transfer full, NULL
 * when there is none. */
char *mb_docx_attribute(xmlTextReaderPtr reader, const char *name);

/* The same as a number; @otherwise when there is none. */
int mb_docx_int(xmlTextReaderPtr reader, const char *name, int otherwise);

/* Whether a switch such as <w:b/> or <w:b w:val="0"/> is on. */
gboolean mb_docx_on(xmlTextReaderPtr reader);

/* Whether the reader stands at an element of that name, of any prefix. */
gboolean mb_docx_is(xmlTextReaderPtr reader, const char *name);

#endif
