#include "indexer/docx-xml.h"

xmlTextReaderPtr
mb_docx_reader(const char *data, gsize n_bytes)
{
	return xmlReaderForMemory(data, (int)n_bytes, NULL, NULL,
	                          XML_PARSE_NONET | XML_PARSE_NOERROR |
	                              XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
}

char *
mb_docx_attribute(xmlTextReaderPtr reader, const char *name)
{
	char *value = NULL;

	if (xmlTextReaderMoveToFirstAttribute(reader) != 1)
		return NULL;
	do {
		if (g_strcmp0((const char *)xmlTextReaderConstLocalName(reader),
		              name) == 0)
			value = g_strdup(
			    (const char *)xmlTextReaderConstValue(reader));
	} while (value == NULL &&
	         xmlTextReaderMoveToNextAttribute(reader) == 1);
	xmlTextReaderMoveToElement(reader);
	return value;
}

int
mb_docx_int(xmlTextReaderPtr reader, const char *name, int otherwise)
{
	g_autofree char *value = mb_docx_attribute(reader, name);
	gint64 n;

	if (value == NULL ||
	    !g_ascii_string_to_signed(value, 10, -1000000, 1000000, &n, NULL))
		return otherwise;
	return (int)n;
}

gboolean
mb_docx_on(xmlTextReaderPtr reader)
{
	g_autofree char *value = mb_docx_attribute(reader, "val");

	return value == NULL ||
	       !(g_str_equal(value, "0") || g_str_equal(value, "false") ||
	         g_str_equal(value, "off"));
}

gboolean
mb_docx_is(xmlTextReaderPtr reader, const char *name)
{
	return g_strcmp0((const char *)xmlTextReaderConstLocalName(reader),
	                 name) == 0;
}
