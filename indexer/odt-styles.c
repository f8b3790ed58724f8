#include "indexer/odt-styles.h"

#include <string.h>

#include "indexer/xml.h"

/* A font this heavy is bold. */
#define BOLD_WEIGHT 600

#define MAX_LISTS 20000u

static void
levels_free(gpointer data)
{
	mb_list_levels_clear(data);
	g_free(data);
}

struct mb_odt_styles *
mb_odt_styles_new(void)
{
	struct mb_odt_styles *styles = g_new0(struct mb_odt_styles, 1);

	for (int i = 0; i < MB_ODT_OTHER; i++)
		styles->families[i] = mb_office_styles_new();
	styles->lists =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, levels_free);
	return styles;
}

void
mb_odt_styles_free(struct mb_odt_styles *styles)
{
	for (int i = 0; i < MB_ODT_OTHER; i++)
		g_hash_table_unref(styles->families[i]);
	g_hash_table_unref(styles->lists);
	mb_list_levels_clear(styles->outline);
	g_free(styles);
}

/* What is being read: a style, or the levels of a list. */
struct parse {
	struct mb_odt_styles *styles;
	struct mb_office_style *style;
	struct mb_list_level *levels;
};

/* <style:style style:name="P3" style:family="paragraph"
 *   style:parent-style-name="Heading_20_1" style:list-style-name="L1"> */
static void
begin_style(struct parse *p, xmlTextReaderPtr reader)
{
	gboolean is_span = mb_xml_has(reader, "family", "text");
	GHashTable *family =
	    p->styles->families[is_span ? MB_ODT_SPAN : MB_ODT_PARAGRAPH];
	int outline = mb_xml_int(reader, "default-outline-level", 0);

	p->style = NULL;
	p->levels = NULL;
	if (!is_span && !mb_xml_has(reader, "family", "paragraph"))
		return;
	p->style =
	    mb_office_styles_add(family, mb_xml_attribute(reader, "name"));
	if (p->style == NULL)
		return;
	p->style->based_on = mb_xml_attribute(reader, "parent-style-name");
	p->style->list = mb_xml_attribute(reader, "list-style-name");
	if (outline > 0)
		p->style->heading = (guint)MIN(outline, 6);
	else if (mb_xml_has(reader, "name", "Title"))
		p->style->heading = 1;
}

static void
begin_list(struct parse *p, xmlTextReaderPtr reader)
{
	char *name = mb_xml_attribute(reader, "name");

	p->style = NULL;
	p->levels = NULL;
	if (name == NULL || g_hash_table_size(p->styles->lists) >= MAX_LISTS) {
		g_free(name);
		return;
	}
	p->levels = g_new0(struct mb_list_level, MB_LIST_LEVELS);
	g_hash_table_replace(p->styles->lists, name, p->levels);
}

/* "bold", "normal", "700". */
static void
read_properties(struct mb_office_style *style, xmlTextReaderPtr reader)
{
	g_autofree char *weight = mb_xml_attribute(reader, "font-weight");
	g_autofree char *display = mb_xml_attribute(reader, "display");

	if (weight != NULL)
		style->bold =
		    g_str_equal(weight, "bold") ||
		    mb_xml_int(reader, "font-weight", 0) >= BOLD_WEIGHT;
	if (display != NULL)
		style->hidden = g_str_equal(display, "none");
}

/* The number of a level as list-numbers.h has it: from "%1%.%2%)", as
 * LibreOffice writes it, else from how many levels are displayed. */
static char *
template_of(xmlTextReaderPtr reader, int level)
{
	g_autofree char *format = mb_xml_attribute(reader, "num-list-format");
	g_autofree char *prefix = mb_xml_attribute(reader, "num-prefix");
	g_autofree char *suffix = mb_xml_attribute(reader, "num-suffix");
	int n_shown =
	    CLAMP(mb_xml_int(reader, "display-levels", 1), 1, level + 1);
	GString *out = g_string_new(NULL);

	if (format != NULL) {
		for (const char *p = format; *p != '\0'; p++)
			if (*p == '%' && p[1] >= '1' && p[1] <= '9' &&
			    p[2] == '%') {
				g_string_append_c(out, (char)(p[1] - '0'));
				p += 2;
			} else if ((guchar)*p >= ' ') {
				g_string_append_c(out, *p);
			}
		return g_string_free(out, FALSE);
	}
	g_string_append(out, prefix != NULL ? prefix : "");
	for (int i = level + 1 - n_shown; i <= level; i++) {
		g_string_append_c(out, (char)(i + 1));
		if (i < level)
			g_string_append_c(out, '.');
	}
	g_string_append(out, suffix != NULL ? suffix : "");
	return g_string_free(out, FALSE);
}

/* <text:list-level-style-number text:level="2" style:num-format="a"
 *   style:num-suffix=")" text:start-value="3">; an empty format counts and
 * prints nothing. */
static void
read_level(struct mb_list_level *levels, xmlTextReaderPtr reader,
           gboolean number)
{
	g_autofree char *format = mb_xml_attribute(reader, "num-format");
	int n = mb_xml_int(reader, "level", 1) - 1;
	struct mb_list_level *level;

	if (n < 0 || n >= MB_LIST_LEVELS)
		return;
	level = &levels[n];
	level->start = mb_xml_int(reader, "start-value", 1);
	level->restart = -1;
	level->bullet = !number;
	level->style = format != NULL ? *format : 0;
	g_free(level->text);
	level->text = level->style != 0 ? template_of(reader, n) : NULL;
}

static gboolean
read_element(xmlTextReaderPtr reader, gpointer data)
{
	struct parse *p = data;

	if (mb_xml_is(reader, "body"))
		return FALSE;
	if (mb_xml_is(reader, "style") || mb_xml_is(reader, "default-style")) {
		begin_style(p, reader);
	} else if (mb_xml_is(reader, "list-style")) {
		begin_list(p, reader);
	} else if (mb_xml_is(reader, "outline-style")) {
		p->style = NULL;
		p->levels = p->styles->outline;
	} else if (p->style != NULL && mb_xml_is(reader, "text-properties")) {
		read_properties(p->style, reader);
	} else if (p->levels != NULL) {
		gboolean number =
		    mb_xml_is(reader, "list-level-style-number") ||
		    mb_xml_is(reader, "outline-level-style");

		if (number || mb_xml_is(reader, "list-level-style-bullet") ||
		    mb_xml_is(reader, "list-level-style-image"))
			read_level(p->levels, reader, number);
	}
	return TRUE;
}

void
mb_odt_styles_read(struct mb_odt_styles *styles, GBytes *part)
{
	static const struct mb_xml_events events = { .begin = read_element };
	struct parse parse = { .styles = styles };

	mb_xml_walk(mb_xml_reader(part), &events, &parse);
}

const struct mb_office_style *
mb_odt_styles_find(const struct mb_odt_styles *styles,
                   enum mb_odt_family family, const char *name)
{
	return name != NULL
	           ? g_hash_table_lookup(styles->families[family], name)
	           : NULL;
}

void
mb_odt_styles_inherit(struct mb_odt_styles *styles)
{
	for (int i = 0; i < MB_ODT_OTHER; i++)
		mb_office_styles_inherit(styles->families[i]);
}
