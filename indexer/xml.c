#include "indexer/xml.h"

#include <string.h>

#include "base/date.h"
#include "indexer/clean.h"

xmlTextReaderPtr
mb_xml_reader(GBytes *part)
{
	gsize n_bytes;
	const char *data = g_bytes_get_data(part, &n_bytes);

	if (n_bytes == 0 || n_bytes > G_MAXINT)
		return NULL;
	return xmlReaderForMemory(data, (int)n_bytes, NULL, NULL,
	                          XML_PARSE_NONET | XML_PARSE_NOERROR |
	                              XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
}

char *
mb_xml_attribute(xmlTextReaderPtr reader, const char *name)
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
mb_xml_int(xmlTextReaderPtr reader, const char *name, int otherwise)
{
	g_autofree char *value = mb_xml_attribute(reader, name);
	gint64 n;

	if (value == NULL ||
	    !g_ascii_string_to_signed(value, 10, -1000000, 1000000, &n, NULL))
		return otherwise;
	return (int)n;
}

gboolean
mb_xml_has(xmlTextReaderPtr reader, const char *name, const char *value)
{
	g_autofree char *has = mb_xml_attribute(reader, name);

	return g_strcmp0(has, value) == 0;
}

gboolean
mb_xml_is(xmlTextReaderPtr reader, const char *name)
{
	return g_strcmp0((const char *)xmlTextReaderConstLocalName(reader),
	                 name) == 0;
}

gboolean
mb_xml_is_one_of(xmlTextReaderPtr reader, const char *const *names)
{
	const char *name = (const char *)xmlTextReaderConstLocalName(reader);

	return name != NULL && g_strv_contains(names, name);
}

/* Whether @reader stands at text. */
static gboolean
is_text(xmlTextReaderPtr reader)
{
	int type = xmlTextReaderNodeType(reader);

	return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
	       type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

/* Take what @reader stands at, and go on.  Returns what xmlTextReaderRead()
 * does: 1 when there is more. */
static int
step(xmlTextReaderPtr reader, const struct mb_xml_events *events, gpointer data)
{
	gboolean ends =
	    xmlTextReaderNodeType(reader) == XML_READER_TYPE_END_ELEMENT;

	if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT) {
		if (!events->begin(reader, data))
			return xmlTextReaderNext(reader);
		ends = xmlTextReaderIsEmptyElement(reader) == 1;
	} else if (events->text != NULL && is_text(reader)) {
		events->text((const char *)xmlTextReaderConstValue(reader),
		             data);
	}
	if (ends && events->end != NULL)
		events->end(reader, data);
	return xmlTextReaderRead(reader);
}

gboolean
mb_xml_walk(xmlTextReaderPtr reader, const struct mb_xml_events *events,
            gpointer data)
{
	int more = reader != NULL ? xmlTextReaderRead(reader) : -1;

	while (more == 1)
		more = step(reader, events, data);
	xmlFreeTextReader(reader);
	return more == 0;
}

char *
mb_xml_text_of(GBytes *part, const char *name)
{
	xmlTextReaderPtr reader = mb_xml_reader(part);
	gboolean within = FALSE;
	char *text = NULL;

	while (reader != NULL && text == NULL &&
	       xmlTextReaderRead(reader) == 1) {
		const char *value =
		    (const char *)xmlTextReaderConstValue(reader);

		if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT)
			within = mb_xml_is(reader, name);
		else if (within && value != NULL)
			text = mb_clean(value, strlen(value));
	}
	xmlFreeTextReader(reader);
	if (text != NULL && *text == '\0')
		g_clear_pointer(&text, g_free);
	return text;
}

guint32
mb_xml_day_of(GBytes *part, const char *name)
{
	g_autofree char *text = mb_xml_text_of(part, name);

	if (text == NULL || strlen(text) < strlen("2023-11-05"))
		return 0;
	text[strlen("2023-11-05")] = '\0';
	return mb_date_from_iso(text);
}
