#include "indexer/docx-styles.h"

#include <string.h>

#include "indexer/xml.h"

/* Style names are English in every language of Word: "heading 2", "Title". */
static guint
heading_by_name(const char *name)
{
	if (name == NULL)
		return 0;
	if (g_ascii_strcasecmp(name, "title") == 0)
		return 1;
	if (g_ascii_strncasecmp(name, "heading ", 8) == 0 && name[8] >= '1' &&
	    name[8] <= '9' && name[9] == '\0')
		return MIN((guint)(name[8] - '0'), 6);
	return 0;
}

gboolean
mb_docx_is_on(xmlTextReaderPtr reader)
{
	g_autofree char *value = mb_xml_attribute(reader, "val");

	return value == NULL ||
	       !(g_str_equal(value, "0") || g_str_equal(value, "false") ||
	         g_str_equal(value, "off"));
}

static void
read_element(struct mb_office_style *style, xmlTextReaderPtr reader)
{
	if (mb_xml_is(reader, "name")) {
		g_autofree char *name = mb_xml_attribute(reader, "val");

		if (style->heading == 0)
			style->heading = heading_by_name(name);
	} else if (mb_xml_is(reader, "basedOn")) {
		g_free(style->based_on);
		style->based_on = mb_xml_attribute(reader, "val");
	} else if (mb_xml_is(reader, "outlineLvl")) {
		int level = mb_xml_int(reader, "val", 9);

		if (level >= 0 && level < 9 && style->heading == 0)
			style->heading = MIN((guint)level + 1, 6);
	} else if (mb_xml_is(reader, "b")) {
		style->bold = mb_docx_is_on(reader) ? 1 : 0;
	} else if (mb_xml_is(reader, "numId")) {
		style->num_id = mb_xml_int(reader, "val", -1);
	} else if (mb_xml_is(reader, "ilvl")) {
		style->level = mb_xml_int(reader, "val", -1);
	}
}

/* What is being read. */
struct parse {
	GHashTable *styles;
	struct mb_office_style *style; /* NULL: in none */
};

static gboolean
begin_element(xmlTextReaderPtr reader, gpointer data)
{
	struct parse *p = data;

	if (mb_xml_is(reader, "style"))
		p->style = mb_office_styles_add(
		    p->styles, mb_xml_attribute(reader, "styleId"));
	else if (p->style != NULL)
		read_element(p->style, reader);
	return TRUE;
}

GHashTable *
mb_docx_styles_new(GBytes *part)
{
	static const struct mb_xml_events events = { .begin = begin_element };
	struct parse parse = { .styles = mb_office_styles_new() };

	mb_xml_walk(mb_xml_reader(part), &events, &parse);
	mb_office_styles_inherit(parse.styles);
	return parse.styles;
}
