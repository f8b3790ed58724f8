#include "indexer/docx-styles.h"

#include <string.h>

#include "indexer/xml.h"

/* A style may be based on one that is based on another, so deep. */
#define INHERIT_MAX 16u

#define MAX_STYLES 20000u

static void
style_free(gpointer data)
{
	struct mb_docx_style *style = data;

	g_free(style->based_on);
	g_free(style);
}

static struct mb_docx_style *
begin_style(GHashTable *styles, xmlTextReaderPtr reader)
{
	char *id = mb_xml_attribute(reader, "styleId");
	struct mb_docx_style *style;

	if (id == NULL || g_hash_table_size(styles) >= MAX_STYLES) {
		g_free(id);
		return NULL;
	}
	style = g_new0(struct mb_docx_style, 1);
	style->bold = -1;
	style->num_id = -1;
	style->level = -1;
	g_hash_table_replace(styles, id, style);
	return style;
}

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
read_element(struct mb_docx_style *style, xmlTextReaderPtr reader)
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

/* Take from the styles that @style is based on what it does not say itself. */
static void
inherit(GHashTable *styles, struct mb_docx_style *style)
{
	const struct mb_docx_style *base = style;

	for (guint i = 0; i < INHERIT_MAX && base->based_on != NULL; i++) {
		base = g_hash_table_lookup(styles, base->based_on);
		if (base == NULL)
			return;
		if (style->heading == 0)
			style->heading = base->heading;
		if (style->bold < 0)
			style->bold = base->bold;
		if (style->num_id < 0)
			style->num_id = base->num_id;
		if (style->level < 0)
			style->level = base->level;
	}
}

static void
inherit_all(GHashTable *styles)
{
	GHashTableIter iter;
	gpointer style;

	g_hash_table_iter_init(&iter, styles);
	while (g_hash_table_iter_next(&iter, NULL, &style))
		inherit(styles, style);
}

GHashTable *
mb_docx_styles_new(GBytes *part)
{
	GHashTable *styles =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
	struct mb_docx_style *style = NULL;
	xmlTextReaderPtr reader = mb_xml_reader(part);

	while (reader != NULL && xmlTextReaderRead(reader) == 1) {
		if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT)
			continue;
		if (mb_xml_is(reader, "style"))
			style = begin_style(styles, reader);
		else if (style != NULL)
			read_element(style, reader);
	}
	xmlFreeTextReader(reader);
	inherit_all(styles);
	return styles;
}
