#include "indexer/docx-body.h"
#include "indexer/xml.h"

/* More notes than that are left out. */
#define MAX_NOTES 10000u

/* What has text that is not printed. */
static const char *const skipped[] = { "del", "moveFrom", "instrText",
	                               "delInstrText", NULL };

static void
keep(GHashTable *notes, int id, const GString *text)
{
	g_autofree char *note = g_strstrip(g_strdup(text->str));

	if (*note != '\0' && g_hash_table_size(notes) < MAX_NOTES)
		g_hash_table_replace(notes, GINT_TO_POINTER(id),
		                     g_steal_pointer(&note));
}

/* Take what the reader stands at; returns what xmlTextReaderRead() does. */
static int
take(xmlTextReaderPtr reader, GHashTable *notes, int *id, GString *text)
{
	int type = xmlTextReaderNodeType(reader);

	if (type == XML_READER_TYPE_ELEMENT) {
		if (mb_xml_is_one_of(reader, skipped))
			return xmlTextReaderNext(reader);
		if (mb_xml_is(reader, "footnote") ||
		    mb_xml_is(reader, "endnote")) {
			*id = mb_xml_int(reader, "id", -1);
			g_string_truncate(text, 0);
		} else if (mb_xml_is(reader, "p") || mb_xml_is(reader, "tab")) {
			g_string_append_c(text, ' ');
		}
	} else if (type == XML_READER_TYPE_END_ELEMENT) {
		if (mb_xml_is(reader, "footnote") ||
		    mb_xml_is(reader, "endnote"))
			keep(notes, *id, text);
	} else if (mb_xml_is_text(reader)) {
		g_string_append(text,
		                (const char *)xmlTextReaderConstValue(reader));
	}
	return xmlTextReaderRead(reader);
}

GHashTable *
mb_docx_notes_new(GBytes *part)
{
	GHashTable *notes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	xmlTextReaderPtr reader = mb_xml_reader(part);
	g_autoptr(GString) text = g_string_new(NULL);
	int more = reader != NULL ? xmlTextReaderRead(reader) : 0;
	int id = -1;

	while (more == 1)
		more = take(reader, notes, &id, text);
	xmlFreeTextReader(reader);
	return notes;
}
