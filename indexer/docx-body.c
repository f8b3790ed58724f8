#include "indexer/docx-body.h"

#include <string.h>

#include "base/error.h"
#include "indexer/clean.h"
#include "indexer/docx-styles.h"
#include "indexer/office.h"
#include "indexer/xml.h"

enum box {
	BOX_NONE,
	BOX_EMPTY,
	BOX_TICKED,
};

struct body {
	xmlTextReaderPtr reader;
	const struct mb_docx_paper *paper;
	struct mb_office *office;
	gboolean in_run;
	gboolean in_t;   /* space between elements is no text */
	int run_bold;    /* of the run; -1 not said */
	gboolean hidden; /* the run is not printed */
	guint n_notes;   /* footnotes met so far */
	enum box box;    /* of the form field that is read */
};

/* The number that Word prints before the paragraph.  A blank one is counted and
 * not printed. */
static void
number_paragraph(struct body *b, struct mb_paragraph *p)
{
	const struct mb_office_style *style = p->style;
	int num_id = p->list, level = p->level;

	if (p->deleted && mb_paragraph_is_blank(p))
		return;
	if (num_id < 0 && style != NULL)
		num_id = style->num_id;
	if (level < 0 && style != NULL)
		level = style->level;
	if (num_id > 0)
		mb_docx_numbering_next(b->paper->numbering, num_id,
		                       MAX(level, 0), p->label, &p->bullet);
}

static void
end_paragraph(struct body *b)
{
	struct mb_paragraph *p = mb_office_paragraph(b->office);

	if (p != NULL)
		number_paragraph(b, p);
	mb_office_end_paragraph(b->office);
}

static gboolean
run_is_bold(const struct body *b, const struct mb_paragraph *p)
{
	const struct mb_office_style *style = p->style;

	if (b->run_bold >= 0)
		return b->run_bold == 1;
	return style != NULL && style->bold == 1;
}

static void
add_text(struct body *b, const char *text)
{
	struct mb_paragraph *p = mb_office_paragraph(b->office);

	if (p != NULL && !b->hidden && text != NULL)
		mb_paragraph_add(p, text, run_is_bold(b, p));
}

/* Notes that draw the line above the others have no text. */
static void
add_note(struct body *b, GHashTable *notes)
{
	int id = mb_xml_int(b->reader, "id", -1);
	const char *text = g_hash_table_lookup(notes, GINT_TO_POINTER(id));
	struct mb_paragraph *p = mb_office_paragraph(b->office);
	g_autofree char *mark = NULL;

	if (p == NULL || text == NULL || b->hidden)
		return;
	mark = g_strdup_printf("%u", ++b->n_notes);
	mb_paragraph_add_note(p, mark, text);
}

static void
set_style(struct body *b, struct mb_paragraph *p)
{
	g_autofree char *id = mb_xml_attribute(b->reader, "val");
	const struct mb_office_style *style =
	    id != NULL ? g_hash_table_lookup(b->paper->styles, id) : NULL;

	p->style = style;
	if (style != NULL && p->heading == 0)
		p->heading = style->heading;
}

static void
set_run_style(struct body *b)
{
	g_autofree char *id = mb_xml_attribute(b->reader, "val");
	const struct mb_office_style *style =
	    id != NULL ? g_hash_table_lookup(b->paper->styles, id) : NULL;

	if (style != NULL)
		b->run_bold = style->bold;
}

/* The properties of a paragraph and of its runs. */
static void
read_property(struct body *b, struct mb_paragraph *p)
{
	xmlTextReaderPtr reader = b->reader;

	if (mb_xml_is(reader, "pStyle")) {
		set_style(b, p);
	} else if (mb_xml_is(reader, "rStyle") && b->in_run) {
		set_run_style(b);
	} else if (mb_xml_is(reader, "numId")) {
		p->list = mb_xml_int(reader, "val", -1);
	} else if (mb_xml_is(reader, "ilvl")) {
		p->level = mb_xml_int(reader, "val", 0);
	} else if (mb_xml_is(reader, "outlineLvl")) {
		int level = mb_xml_int(reader, "val", 9);

		p->heading =
		    level >= 0 && level < 9 ? MIN((guint)level + 1, 6) : 0;
	} else if (mb_xml_is(reader, "b") && b->in_run) {
		b->run_bold = mb_docx_is_on(reader) ? 1 : 0;
	} else if ((mb_xml_is(reader, "vanish") ||
	            mb_xml_is(reader, "webHidden")) &&
	           b->in_run) {
		b->hidden = mb_docx_is_on(reader);
	} else if (mb_xml_is(reader, "footnoteReference")) {
		add_note(b, b->paper->footnotes);
	} else if (mb_xml_is(reader, "endnoteReference")) {
		add_note(b, b->paper->endnotes);
	}
}

static void
begin_run(struct body *b)
{
	b->in_run = TRUE;
	b->run_bold = -1;
	b->hidden = FALSE;
}

/* <v:textpath string="CONFIDENTIAL"/>: a watermark, which stands in a paragraph
 * of the header and is a line of its own. */
static void
take_watermark(struct body *b, struct mb_paragraph *p)
{
	g_autofree char *text = mb_xml_attribute(b->reader, "string");

	if (p == NULL || text == NULL)
		return;
	g_string_append_c(p->text, '\n');
	add_text(b, text);
	g_string_append_c(p->text, '\n');
}

/* --- boxes of a form -------------------------------------------------------
 */

/* <w:sym w:font="Wingdings" w:char="F0FE"/>: of the letters that are printed in
 * these fonts only the boxes of a form tell something. */
static void
add_symbol(struct body *b)
{
	static const struct {
		const char *font;
		guint code;
		const char *print;
	} boxes[] = {
		{ "Wingdings", 0xa8, "☐" },   { "Wingdings", 0x6f, "☐" },
		{ "Wingdings", 0xfe, "☑" },   { "Wingdings", 0xfd, "☒" },
		{ "Wingdings", 0x78, "☒" },   { "Wingdings", 0xfc, "✓" },
		{ "Wingdings 2", 0xa3, "☐" }, { "Wingdings 2", 0x2a, "☐" },
		{ "Wingdings 2", 0x52, "☑" }, { "Wingdings 2", 0x53, "☒" },
		{ "Wingdings 2", 0x54, "☒" }, { "Wingdings 2", 0x50, "✓" },
	};
	g_autofree char *font = mb_xml_attribute(b->reader, "font");
	g_autofree char *hex = mb_xml_attribute(b->reader, "char");
	guint code = hex ? (guint)(g_ascii_strtoull(hex, NULL, 16) & 0xff) : 0;

	for (guint i = 0; font && i < G_N_ELEMENTS(boxes); i++)
		if (code == boxes[i].code && !strcmp(font, boxes[i].font))
			add_text(b, boxes[i].print);
}

/* <w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>: a form field,
 * which has no text. */
static void
read_check_box(struct body *b)
{
	if (mb_xml_is(b->reader, "checkBox"))
		b->box = BOX_EMPTY;
	else if (b->box && (mb_xml_is(b->reader, "default") ||
	                    mb_xml_is(b->reader, "checked")))
		b->box = mb_docx_is_on(b->reader) ? BOX_TICKED : BOX_EMPTY;
}

static void
end_check_box(struct body *b)
{
	add_text(b, b->box == BOX_TICKED ? "☒" : "☐");
	b->box = BOX_NONE;
}

/* --- elements --------------------------------------------------------------
 */

/* Text deleted with changes tracked, how things looked before, what a field is
 * computed from, and the second copy that Word keeps of a drawing for older
 * programs. */
static const char *const skipped[] = { "del",       "moveFrom",     "Fallback",
	                               "instrText", "delInstrText", "pPrChange",
	                               "rPrChange", "sectPr",       NULL };

static void
take_element(struct body *b)
{
	xmlTextReaderPtr reader = b->reader;
	struct mb_paragraph *p = mb_office_paragraph(b->office);

	if (mb_xml_is(reader, "p")) {
		mb_office_begin_paragraph(b->office);
	} else if (mb_xml_is(reader, "tbl")) {
		mb_office_begin_table(b->office);
	} else if (mb_xml_is(reader, "tr")) {
		mb_office_begin_row(b->office);
	} else if (mb_xml_is(reader, "tc")) {
		mb_office_begin_cell(b->office);
	} else if (mb_xml_is(reader, "gridSpan")) {
		mb_office_span_cell(b->office, mb_xml_int(reader, "val", 1));
	} else if (mb_xml_is(reader, "r")) {
		begin_run(b);
	} else if ((mb_xml_is(reader, "tab") || mb_xml_is(reader, "ptab")) &&
	           b->in_run) {
		add_text(b, " ");
	} else if (mb_xml_is(reader, "br") || mb_xml_is(reader, "cr")) {
		if (p != NULL && !b->hidden)
			g_string_append_c(p->text, '\n');
	} else if (mb_xml_is(reader, "noBreakHyphen")) {
		add_text(b, "-");
	} else if (mb_xml_is(reader, "textpath")) {
		take_watermark(b, p);
	} else if (mb_xml_is(reader, "sym")) {
		add_symbol(b);
	} else if (mb_xml_is(reader, "checkBox") || b->box) {
		read_check_box(b);
	} else if (p != NULL) {
		read_property(b, p);
	}
}

/* <w:del/>, empty, says that the end of the paragraph was deleted. */
static void
take_deleted(struct body *b)
{
	struct mb_paragraph *p = mb_office_paragraph(b->office);

	if (p != NULL && mb_xml_is(b->reader, "del") &&
	    xmlTextReaderIsEmptyElement(b->reader))
		p->deleted = TRUE;
}

static gboolean
begin_element(xmlTextReaderPtr reader, gpointer data)
{
	struct body *b = data;

	b->in_t = mb_xml_is(reader, "t");
	if (mb_xml_is_one_of(reader, skipped)) {
		take_deleted(b);
		return FALSE;
	}
	if (mb_xml_is(reader, "p") && mb_office_is_deep(b->office))
		return FALSE;
	take_element(b);
	return TRUE;
}

static void
end_element(xmlTextReaderPtr reader, gpointer data)
{
	struct body *b = data;

	b->in_t = FALSE;
	if (mb_xml_is(reader, "p"))
		end_paragraph(b);
	else if (mb_xml_is(reader, "tr"))
		mb_office_end_row(b->office);
	else if (mb_xml_is(reader, "tbl"))
		mb_office_end_table(b->office);
	else if (mb_xml_is(reader, "checkBox"))
		end_check_box(b);
	else if (mb_xml_is(reader, "r"))
		b->in_run = FALSE;
}

static void
take_text(const char *text, gpointer data)
{
	struct body *b = data;

	if (b->in_t)
		add_text(b, text);
}

gboolean
mb_docx_body_read(GBytes *part, const struct mb_docx_paper *paper,
                  gboolean furniture, struct mb_lines *lines, GError **error)
{
	static const struct mb_xml_events events = { begin_element, end_element,
		                                     take_text };
	struct body b = { .reader = mb_xml_reader(part),
		          .paper = paper,
		          .office = mb_office_new(lines, furniture),
		          .run_bold = -1 };
	gboolean whole = mb_xml_walk(b.reader, &events, &b);

	mb_office_free(b.office);
	if (!whole)
		g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
		            "damaged Word document: its XML breaks off");
	return whole;
}
