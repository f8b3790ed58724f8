#include "indexer/odt-body.h"

#include "base/error.h"
#include "indexer/odt-lists.h"
#include "indexer/office.h"
#include "indexer/xml.h"

struct body {
	xmlTextReaderPtr reader;
	const struct mb_odt_styles *styles;
	struct mb_odt_lists *lists;
	struct mb_office *office;
	const char *const *scope; /* elements whose content is read */
	int scope_depth;          /* of the one we are in; -1: in none */
	GPtrArray *spans; /* of const struct mb_office_style, NULL for none */
	GString *note;    /* text of the footnote we are in; NULL */
	GString *mark;    /* its number */
	gboolean in_mark;
};

static const char *const body_scope[] = { "body", NULL };
static const char *const furniture_scope[] = {
	"header",       "footer",       "header-left", "footer-left",
	"header-first", "footer-first", NULL
};

/* What was deleted with changes tracked (the text itself holds what was put
 * in), comments, what indexes and fields are made from, what is not printed,
 * and pictures. */
static const char *const skipped[] = { "tracked-changes",
	                               "annotation",
	                               "forms",
	                               "variable-decls",
	                               "sequence-decls",
	                               "user-field-decls",
	                               "table-of-content-source",
	                               "illustration-index-source",
	                               "table-index-source",
	                               "object-index-source",
	                               "user-index-source",
	                               "alphabetical-index-source",
	                               "bibliography-source",
	                               "hidden-text",
	                               "hidden-paragraph",
	                               "ruby-text",
	                               "desc",
	                               "title",
	                               "object",
	                               "object-ole",
	                               "binary-data",
	                               "script",
	                               NULL };

/* A paragraph takes its number as it begins, since that is the order in which
 * entries and their text boxes are counted. */
static void
begin_paragraph(struct body *b, gboolean heading)
{
	g_autofree char *name = mb_xml_attribute(b->reader, "style-name");
	const struct mb_office_style *style =
	    mb_odt_styles_find(b->styles, MB_ODT_PARAGRAPH, name);
	struct mb_paragraph *p = mb_office_begin_paragraph(b->office);

	p->style = style;
	if (heading) {
		int level = mb_xml_int(b->reader, "outline-level", 1);

		p->heading = (guint)CLAMP(level, 1, 6);
		if (!mb_xml_has(b->reader, "is-list-header", "true"))
			p->level = level - 1;
		if (mb_xml_has(b->reader, "restart-numbering", "true"))
			p->list = mb_xml_int(b->reader, "start-value", -1);
	} else if (style != NULL) {
		p->heading = style->heading;
	}
	mb_odt_lists_number(b->lists, p);
}

static void
begin_span(struct body *b)
{
	g_autofree char *name = mb_xml_attribute(b->reader, "style-name");

	g_ptr_array_add(b->spans, (gpointer)mb_odt_styles_find(
				      b->styles, MB_ODT_SPAN, name));
}

static void
end_span(struct body *b)
{
	if (b->spans->len > 0)
		g_ptr_array_set_size(b->spans, (gint)b->spans->len - 1);
}

/* What the innermost style that says something about it says. */
static void
current_look(const struct body *b, const struct mb_paragraph *p, gboolean *bold,
             gboolean *hidden)
{
	const struct mb_office_style *style = p->style;
	int is_bold = -1, is_hidden = -1;

	for (guint i = b->spans->len; i > 0; i--) {
		const struct mb_office_style *span = b->spans->pdata[i - 1];

		if (span != NULL && is_bold < 0)
			is_bold = span->bold;
		if (span != NULL && is_hidden < 0)
			is_hidden = span->hidden;
	}
	if (style != NULL && is_bold < 0)
		is_bold = style->bold;
	if (style != NULL && is_hidden < 0)
		is_hidden = style->hidden;
	*bold = is_bold == 1;
	*hidden = is_hidden == 1;
}

static void
add_text(struct body *b, const char *text)
{
	struct mb_paragraph *p = mb_office_paragraph(b->office);
	gboolean bold, hidden;

	if (p == NULL || text == NULL)
		return;
	current_look(b, p, &bold, &hidden);
	if (hidden)
		return;
	if (b->in_mark)
		g_string_append(b->mark, text);
	else if (b->note != NULL)
		g_string_append(b->note, text);
	else
		mb_paragraph_add(p, text, bold);
}

static void
add_break(struct body *b)
{
	struct mb_paragraph *p = mb_office_paragraph(b->office);

	if (b->note != NULL)
		g_string_append_c(b->note, ' ');
	else if (p != NULL)
		g_string_append_c(p->text, '\n');
}

/* A footnote stands in the text where its mark is. */
static void
begin_note(struct body *b)
{
	if (b->note != NULL)
		return;
	b->note = g_string_new(NULL);
	b->mark = g_string_new(NULL);
}

static void
end_note(struct body *b)
{
	struct mb_paragraph *p = mb_office_paragraph(b->office);

	if (b->note == NULL)
		return;
	g_strstrip(b->note->str);
	if (p != NULL && *b->note->str != '\0')
		mb_paragraph_add_note(p, b->mark->str, b->note->str);
	g_string_free(b->note, TRUE);
	g_string_free(b->mark, TRUE);
	b->note = NULL;
	b->mark = NULL;
}

/* Elements that may stand within a footnote as well. */
static void
begin_inline(struct body *b)
{
	xmlTextReaderPtr reader = b->reader;

	if (mb_xml_is(reader, "span"))
		begin_span(b);
	else if (mb_xml_is(reader, "s") || mb_xml_is(reader, "tab"))
		add_text(b, " ");
	else if (mb_xml_is(reader, "line-break"))
		add_break(b);
	else if (mb_xml_is(reader, "note"))
		begin_note(b);
	else if (mb_xml_is(reader, "note-citation"))
		b->in_mark = b->note != NULL;
	else if (b->note != NULL && mb_xml_is(reader, "p"))
		g_string_append_c(b->note, ' ');
}

static void
take_element(struct body *b)
{
	xmlTextReaderPtr reader = b->reader;
	gboolean heading = mb_xml_is(reader, "h");

	begin_inline(b);
	if (b->note != NULL)
		return;
	if (heading || mb_xml_is(reader, "p")) {
		begin_paragraph(b, heading);
	} else if (mb_xml_is(reader, "list")) {
		mb_odt_lists_begin(b->lists, reader);
	} else if (mb_xml_is(reader, "list-item") ||
	           mb_xml_is(reader, "list-header")) {
		mb_odt_lists_entry(b->lists, reader);
	} else if (mb_xml_is(reader, "table")) {
		mb_office_begin_table(b->office);
	} else if (mb_xml_is(reader, "table-row")) {
		mb_office_begin_row(b->office);
	} else if (mb_xml_is(reader, "table-cell") ||
	           mb_xml_is(reader, "covered-table-cell")) {
		mb_office_begin_cell(b->office);
		mb_office_span_cell(
		    b->office,
		    mb_xml_int(reader, "number-columns-repeated", 1));
	}
}

static void
close_element(struct body *b)
{
	xmlTextReaderPtr reader = b->reader;

	if (mb_xml_is(reader, "span"))
		end_span(b);
	else if (mb_xml_is(reader, "note-citation"))
		b->in_mark = FALSE;
	else if (mb_xml_is(reader, "note"))
		end_note(b);
	if (b->note != NULL)
		return;
	if (mb_xml_is(reader, "p") || mb_xml_is(reader, "h"))
		mb_office_end_paragraph(b->office);
	else if (mb_xml_is(reader, "list"))
		mb_odt_lists_end(b->lists);
	else if (mb_xml_is(reader, "table-row"))
		mb_office_end_row(b->office);
	else if (mb_xml_is(reader, "table"))
		mb_office_end_table(b->office);
}

/* A section may be hidden, a header switched off; and too deep is too deep. */
static gboolean
is_skipped(const struct body *b)
{
	return mb_xml_is_one_of(b->reader, skipped) ||
	       (mb_xml_is(b->reader, "section") &&
	        mb_xml_has(b->reader, "display", "none")) ||
	       (b->note == NULL && mb_office_is_deep(b->office) &&
	        (mb_xml_is(b->reader, "p") || mb_xml_is(b->reader, "h")));
}

/* Where what is read begins: the body, or a header that is not switched off. */
static gboolean
is_scope(const struct body *b)
{
	return mb_xml_is_one_of(b->reader, b->scope) &&
	       !mb_xml_has(b->reader, "display", "false") &&
	       !xmlTextReaderIsEmptyElement(b->reader);
}

static gboolean
begin_element(xmlTextReaderPtr reader, gpointer data)
{
	struct body *b = data;

	if (b->scope_depth < 0) {
		if (is_scope(b))
			b->scope_depth = xmlTextReaderDepth(reader);
		return TRUE;
	}
	if (is_skipped(b))
		return FALSE;
	take_element(b);
	return TRUE;
}

static void
end_element(xmlTextReaderPtr reader, gpointer data)
{
	struct body *b = data;

	if (xmlTextReaderDepth(reader) == b->scope_depth)
		b->scope_depth = -1;
	else if (b->scope_depth >= 0)
		close_element(b);
}

static void
take_text(const char *text, gpointer data)
{
	struct body *b = data;

	if (b->scope_depth >= 0)
		add_text(b, text);
}

gboolean
mb_odt_body_read(GBytes *part, const struct mb_odt_styles *styles,
                 gboolean furniture, struct mb_lines *lines, GError **error)
{
	static const struct mb_xml_events events = { begin_element, end_element,
		                                     take_text };
	struct body b = { .reader = mb_xml_reader(part),
		          .styles = styles,
		          .lists = mb_odt_lists_new(styles),
		          .office = mb_office_new(lines, furniture),
		          .scope = furniture ? furniture_scope : body_scope,
		          .scope_depth = -1,
		          .spans = g_ptr_array_new() };
	gboolean whole = mb_xml_walk(b.reader, &events, &b);

	end_note(&b);
	mb_office_free(b.office);
	mb_odt_lists_free(b.lists);
	g_ptr_array_unref(b.spans);
	if (!whole)
		g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
		            "damaged OpenDocument text: its XML breaks off");
	return whole;
}
