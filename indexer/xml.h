/* xml: the few steps through the XML of office programs that all its parts
 * share.  In: libxml2's reader.  Called by the docx- and odt- files. */
#ifndef MB_INDEXER_XML_H
#define MB_INDEXER_XML_H

#include <glib.h>
#include <libxml/xmlreader.h>

/* A reader over a part's bytes, which must outlive it.  It loads nothing from
 * outside and expands no entities.  NULL for no bytes at all.  Transfer full:
 * to mb_xml_walk(), or free with xmlFreeTextReader(). */
xmlTextReaderPtr mb_xml_reader(GBytes *part);

/* What is done with each thing in a part, in the order of the document. */
struct mb_xml_events {
	/* At an element.  FALSE leaves it out, with all that is in it. */
	gboolean (*begin)(xmlTextReaderPtr reader, gpointer data);
	/* Where an element ends that was not left out, empty ones too; or NULL.
	 */
	void (*end)(xmlTextReaderPtr reader, gpointer data);
	/* At text; or NULL. */
	void (*text)(const char *text, gpointer data);
};

/* Go through all that @reader reads.
 *   reader   transfer full; NULL: nothing
 *   returns  FALSE when the XML breaks off, or there is none */
gboolean mb_xml_walk(xmlTextReaderPtr reader,
                     const struct mb_xml_events *events, gpointer data);

/* The value of the attribute of that name, of any prefix.  Transfer full, NULL
 * when there is none. */
char *mb_xml_attribute(xmlTextReaderPtr reader, const char *name);

/* The same as a number; @otherwise when there is none. */
int mb_xml_int(xmlTextReaderPtr reader, const char *name, int otherwise);

/* Whether the attribute has that value. */
gboolean mb_xml_has(xmlTextReaderPtr reader, const char *name,
                    const char *value);

/* Whether the reader stands at an element of that name, of any prefix. */
gboolean mb_xml_is(xmlTextReaderPtr reader, const char *name);

/* Whether its name is one of @names, NULL-terminated. */
gboolean mb_xml_is_one_of(xmlTextReaderPtr reader, const char *const *names);

/* The text of the first element of that name, cleaned: a document's title.
 * Transfer full, NULL when there is none. */
char *mb_xml_text_of(GBytes *part, const char *name);

/* The day that the first element of that name tells, "2023-11-05T10:00:00Z"; 0
 * when there is none. */
guint32 mb_xml_day_of(GBytes *part, const char *name);

#endif
