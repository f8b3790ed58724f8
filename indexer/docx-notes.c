#include "indexer/docx-body.h"
#include "indexer/xml.h"

/* More notes than that are left out. */
#define MAX_NOTES 10000u

/* What has text that is not printed. */
static const char *const skipped[] = { "del", "moveFrom", "instrText",
	                               "delInstrText", NULL };

struct parse {
	GHashTable *notes;
	int id;        /* of the note that is being read */
	GString *text; /* of it */
};

static void
keep(struct parse *p)
{
	g_autofree char *note = g_strstrip(g_strdup(p->text->str));

	if (*note != '\0' && g_hash_table_size(p->notes) < MAX_NOTES)
		g_hash_table_replace(p->notes, GINT_TO_POINTER(p->id),
		                     g_steal_pointer(&note));
}

static gboolean
is_note(xmlTextReaderPtr reader)
{
	return mb_xml_is(reader, "footnote") || mb_xml_is(reader, "endnote");
}

static gboolean
begin_element(xmlTextReaderPtr reader, gpointer data)
{
	struct parse *p = data;

	if (mb_xml_is_one_of(reader, skipped))
		return FALSE;
	if (is_note(reader)) {
		p->id = mb_xml_int(reader, "id", -1);
		g_string_truncate(p->text, 0);
	} else if (mb_xml_is(reader, "p") || mb_xml_is(reader, "tab")) {
		g_string_append_c(p->text, ' ');
	}
	return TRUE;
}

static void
end_element(xmlTextReaderPtr reader, gpointer data)
{
	if (is_note(reader))
		keep(data);
}

static void
take_text(const char *text, gpointer data)
{
	struct parse *p = data;

	g_string_append(p->text, text);
}

GHashTable *
mb_docx_notes_new(GBytes *part)
{
	static const struct mb_xml_events events = { begin_element, end_element,
		                                     take_text };
	g_autoptr(GString) text = g_string_new(NULL);
	struct parse parse = {
		.notes = g_hash_table_new_full(NULL, NULL, NULL, g_free),
		.id = -1,
		.text = text,
	};

	mb_xml_walk(mb_xml_reader(part), &events, &parse);
	return parse.notes;
}
