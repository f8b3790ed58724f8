#include "indexer/docx-body.h"

#include <string.h>

#include "base/error.h"
#include "indexer/clean.h"
#include "indexer/docx-styles.h"
#include "indexer/docx-xml.h"

/* Text boxes stand in a paragraph and hold others; deeper ones are dropped. */
#define PARAGRAPH_DEPTH_MAX 8u

/* A cell with more paragraphs or text than this is no cell of data: its table
 * lays out a page. */
#define CELL_MAX_PARAGRAPHS 8u
#define CELL_MAX_BYTES      2000u

/* A first cell no longer than this is a number to the text beside it. */
#define NUMBER_CELL_MAX_BYTES 16u

/* A paragraph while it is read and, in a table, until its row ends. */
struct paragraph {
	GString *text;
	guint heading;
	int num_id; /* -1 none said */
	int level;
	gboolean bullet;
	const struct mb_docx_style *style; /* NULL: the default */
};

struct body {
	xmlTextReaderPtr reader;
	GHashTable *styles;
	struct mb_docx_numbering *numbering;
	struct mb_lines *lines;
	gsize offset;
	gboolean furniture;
	GPtrArray *paragraphs; /* of struct paragraph: open, innermost last */
	guint table_depth;
	GPtrArray *cells; /* of GPtrArray of struct paragraph: row we are in */
	gboolean in_run;
	int run_bold;    /* of the run; -1 not said */
	gboolean hidden; /* the run is not printed */
};

static void
paragraph_free(gpointer data)
{
	struct paragraph *p = data;

	g_string_free(p->text, TRUE);
	g_free(p);
}

static struct paragraph *
current(const struct body *b)
{
	guint n = b->paragraphs->len;

	return n > 0 ? g_ptr_array_index(b->paragraphs, n - 1) : NULL;
}

static void
begin_paragraph(struct body *b)
{
	struct paragraph *p = g_new0(struct paragraph, 1);

	p->text = g_string_new(NULL);
	p->num_id = -1;
	p->level = -1;
	g_ptr_array_add(b->paragraphs, p);
}

/* Put the number that Word prints before the paragraph into its text. */
static void
number_paragraph(struct body *b, struct paragraph *p)
{
	int num_id = p->num_id, level = p->level;
	g_autoptr(GString) label = g_string_new(NULL);

	if (num_id < 0 && p->style != NULL)
		num_id = p->style->num_id;
	if (level < 0 && p->style != NULL)
		level = p->style->level;
	if (num_id <= 0 ||
	    !mb_docx_numbering_next(b->numbering, num_id, MAX(level, 0), label,
	                            &p->bullet))
		return;
	if (label->len > 0) {
		g_string_append_c(label, ' ');
		g_string_prepend(p->text, label->str);
	}
}

/* Add a paragraph's lines: one, or more where it has line breaks. */
static void
add_paragraph(struct body *b, const struct paragraph *p)
{
	struct mb_line as = {
		.kind = p->bullet ? MB_LINE_LIST : MB_LINE_TEXT,
		.gap = TRUE,
		.heading = p->heading,
		.furniture = b->furniture,
	};

	for (const char *text = p->text->str; text != NULL;) {
		gsize n = strcspn(text, "\n");
		const struct mb_line *line;

		as.offset = b->offset;
		line = mb_lines_add_as(b->lines, text, n, &as);
		if (line != NULL) {
			b->offset += strlen(line->text) + 1;
			as.gap = FALSE;
			as.kind = MB_LINE_TEXT;
		}
		text = text[n] == '\n' ? text + n + 1 : NULL;
	}
}

static gboolean
is_blank(const struct paragraph *p)
{
	return strspn(p->text->str, " \t\n" MB_BOLD_ON_STR MB_BOLD_OFF_STR) ==
	       p->text->len;
}

static void
end_paragraph(struct body *b)
{
	guint n = b->paragraphs->len;
	struct paragraph *p;

	if (n == 0)
		return;
	p = g_ptr_array_steal_index(b->paragraphs, n - 1);
	if (is_blank(p)) {
		paragraph_free(p);
		return;
	}
	number_paragraph(b, p);
	if (b->cells != NULL && b->cells->len > 0) {
		g_ptr_array_add(g_ptr_array_index(b->cells, b->cells->len - 1),
		                p);
		return;
	}
	add_paragraph(b, p);
	paragraph_free(p);
}

static void
cell_free(gpointer data)
{
	g_ptr_array_unref(data);
}

/* A cell's paragraphs as one text. */
static char *
cell_text(const GPtrArray *cell)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < cell->len; i++) {
		const struct paragraph *p = g_ptr_array_index(cell, i);

		if (i > 0)
			g_string_append_c(text, ' ');
		g_string_append(text, p->text->str);
	}
	return g_string_free(text, FALSE);
}

/* Whether the row is one of data, rather than of a page's layout. */
static gboolean
is_data_row(const GPtrArray *cells)
{
	if (cells->len < 2)
		return FALSE;
	for (guint c = 0; c < cells->len; c++) {
		const GPtrArray *cell = g_ptr_array_index(cells, c);
		gsize n_bytes = 0;

		for (guint i = 0; i < cell->len; i++) {
			const struct paragraph *p = g_ptr_array_index(cell, i);

			n_bytes += p->text->len;
			if (p->heading > 0)
				return FALSE;
		}
		if (cell->len > CELL_MAX_PARAGRAPHS || n_bytes > CELL_MAX_BYTES)
			return FALSE;
	}
	return TRUE;
}

static void
add_data_row(struct body *b, const GPtrArray *cells)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	const struct mb_line as = { .gap = FALSE,
		                    .offset = b->offset,
		                    .furniture = b->furniture };
	const struct mb_line *line;

	for (guint c = 0; c < cells->len; c++)
		g_ptr_array_add(texts, cell_text(g_ptr_array_index(cells, c)));
	g_ptr_array_add(texts, NULL);
	line =
	    mb_lines_add_row(b->lines, (const char *const *)texts->pdata, &as);
	if (line != NULL)
		b->offset += strlen(line->text) + 1;
}

/* Whether @cell is a number to the text beside it: "13." | "Apologies …". */
static gboolean
is_number_cell(const GPtrArray *cell)
{
	const struct paragraph *p;

	if (cell->len != 1)
		return FALSE;
	p = g_ptr_array_index(cell, 0);
	return p->text->len <= NUMBER_CELL_MAX_BYTES &&
	       strpbrk(p->text->str, "0123456789") != NULL;
}

static void
add_layout_row(struct body *b, const GPtrArray *cells)
{
	for (guint c = 0; c < cells->len; c++) {
		GPtrArray *cell = g_ptr_array_index(cells, c);

		if (c + 1 < cells->len && is_number_cell(cell)) {
			const struct paragraph *number =
			    g_ptr_array_index(cell, 0);
			const GPtrArray *next = g_ptr_array_index(cells, c + 1);

			if (next->len > 0) {
				struct paragraph *p =
				    g_ptr_array_index(next, 0);

				g_string_prepend_c(p->text, ' ');
				g_string_prepend(p->text, number->text->str);
				continue;
			}
		}
		for (guint i = 0; i < cell->len; i++)
			add_paragraph(b, g_ptr_array_index(cell, i));
	}
}

static void
begin_row(struct body *b)
{
	if (b->table_depth == 1 && b->cells == NULL)
		b->cells = g_ptr_array_new_with_free_func(cell_free);
}

static void
begin_cell(struct body *b)
{
	if (b->table_depth == 1 && b->cells != NULL)
		g_ptr_array_add(b->cells,
		                g_ptr_array_new_with_free_func(paragraph_free));
}

static void
end_row(struct body *b)
{
	if (b->table_depth != 1 || b->cells == NULL)
		return;
	if (is_data_row(b->cells))
		add_data_row(b, b->cells);
	else
		add_layout_row(b, b->cells);
	g_clear_pointer(&b->cells, g_ptr_array_unref);
}

static gboolean
run_is_bold(const struct body *b, const struct paragraph *p)
{
	if (b->run_bold >= 0)
		return b->run_bold == 1;
	return p->style != NULL && p->style->bold == 1;
}

static void
add_text(struct body *b, const char *text)
{
	struct paragraph *p = current(b);

	if (p == NULL || b->hidden || text == NULL)
		return;
	if (run_is_bold(b, p))
		g_string_append_c(p->text, MB_BOLD_ON);
	g_string_append(p->text, text);
	if (run_is_bold(b, p))
		g_string_append_c(p->text, MB_BOLD_OFF);
}

static void
set_style(struct body *b, struct paragraph *p)
{
	g_autofree char *id = mb_docx_attribute(b->reader, "val");

	p->style = id != NULL ? g_hash_table_lookup(b->styles, id) : NULL;
	if (p->style != NULL && p->heading == 0)
		p->heading = p->style->heading;
}

/* The properties of a paragraph and of its runs. */
static void
read_property(struct body *b, struct paragraph *p)
{
	xmlTextReaderPtr reader = b->reader;

	if (mb_docx_is(reader, "pStyle")) {
		set_style(b, p);
	} else if (mb_docx_is(reader, "numId")) {
		p->num_id = mb_docx_int(reader, "val", -1);
	} else if (mb_docx_is(reader, "ilvl")) {
		p->level = mb_docx_int(reader, "val", 0);
	} else if (mb_docx_is(reader, "outlineLvl")) {
		int level = mb_docx_int(reader, "val", 9);

		if (level >= 0 && level < 9)
			p->heading = MIN((guint)level + 1, 6);
	} else if (mb_docx_is(reader, "b") && b->in_run) {
		b->run_bold = mb_docx_on(reader) ? 1 : 0;
	} else if (mb_docx_is(reader, "vanish") && b->in_run) {
		b->hidden = mb_docx_on(reader);
	}
}

static void
begin_run(struct body *b)
{
	b->in_run = TRUE;
	b->run_bold = -1;
	b->hidden = FALSE;
}

/* Text deleted with changes tracked, what a field is computed from, and the
 * second copy that Word keeps of a drawing for older programs. */
static gboolean
is_skipped(xmlTextReaderPtr reader)
{
	return mb_docx_is(reader, "del") || mb_docx_is(reader, "moveFrom") ||
	       mb_docx_is(reader, "Fallback") ||
	       mb_docx_is(reader, "instrText") ||
	       mb_docx_is(reader, "pPrChange") ||
	       mb_docx_is(reader, "rPrChange") || mb_docx_is(reader, "sectPr");
}

static void
begin_element(struct body *b)
{
	xmlTextReaderPtr reader = b->reader;
	struct paragraph *p = current(b);

	if (mb_docx_is(reader, "p")) {
		begin_paragraph(b);
	} else if (mb_docx_is(reader, "tbl")) {
		b->table_depth++;
	} else if (mb_docx_is(reader, "tr")) {
		begin_row(b);
	} else if (mb_docx_is(reader, "tc")) {
		begin_cell(b);
	} else if (mb_docx_is(reader, "r")) {
		begin_run(b);
	} else if (mb_docx_is(reader, "tab") && b->in_run) {
		add_text(b, " ");
	} else if (mb_docx_is(reader, "br") || mb_docx_is(reader, "cr")) {
		if (p != NULL)
			g_string_append_c(p->text, '\n');
	} else if (mb_docx_is(reader, "noBreakHyphen")) {
		add_text(b, "-");
	} else if (p != NULL) {
		read_property(b, p);
	}
}

static void
end_element(struct body *b)
{
	xmlTextReaderPtr reader = b->reader;

	if (mb_docx_is(reader, "p"))
		end_paragraph(b);
	else if (mb_docx_is(reader, "tr"))
		end_row(b);
	else if (mb_docx_is(reader, "tbl") && b->table_depth > 0)
		b->table_depth--;
	else if (mb_docx_is(reader, "r"))
		b->in_run = FALSE;
}

/* The element the reader stands at and what ends with it.  Returns what
 * xmlTextReaderRead() does: 1 when there is more. */
static int
element(struct body *b)
{
	if (is_skipped(b->reader) ||
	    (mb_docx_is(b->reader, "p") &&
	     b->paragraphs->len >= PARAGRAPH_DEPTH_MAX))
		return xmlTextReaderNext(b->reader);
	begin_element(b);
	if (xmlTextReaderIsEmptyElement(b->reader))
		end_element(b);
	return xmlTextReaderRead(b->reader);
}

/* The text of a <w:t>, which is the node's parent; space between elements is
 * none. */
static void
text_node(struct body *b, gboolean in_t)
{
	g_autofree char *text = NULL;

	if (!in_t)
		return;
	text = g_strdup((const char *)xmlTextReaderConstValue(b->reader));
	if (text == NULL)
		return;
	mb_clean_controls(text);
	g_strdelimit(text, "\r\n\t", ' ');
	add_text(b, text);
}

static gboolean
walk(struct body *b)
{
	gboolean in_t = FALSE;
	int more = xmlTextReaderRead(b->reader);

	while (more == 1) {
		int type = xmlTextReaderNodeType(b->reader);

		if (type == XML_READER_TYPE_ELEMENT) {
			in_t = mb_docx_is(b->reader, "t");
			more = element(b);
			continue;
		}
		if (type == XML_READER_TYPE_END_ELEMENT) {
			end_element(b);
			in_t = FALSE;
		} else if (type == XML_READER_TYPE_TEXT ||
		           type == XML_READER_TYPE_CDATA ||
		           type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
			text_node(b, in_t);
		}
		more = xmlTextReaderRead(b->reader);
	}
	return more == 0;
}

gboolean
mb_docx_body_read(const char *data, gsize n_bytes, GHashTable *styles,
                  struct mb_docx_numbering *numbering, gboolean furniture,
                  struct mb_lines *lines, GError **error)
{
	struct body b = { .reader = mb_docx_reader(data, n_bytes),
		          .styles = styles,
		          .numbering = numbering,
		          .lines = lines,
		          .furniture = furniture,
		          .run_bold = -1 };
	gboolean ok;

	b.paragraphs = g_ptr_array_new_with_free_func(paragraph_free);
	ok = b.reader != NULL && walk(&b);
	xmlFreeTextReader(b.reader);
	g_ptr_array_unref(b.paragraphs);
	g_clear_pointer(&b.cells, g_ptr_array_unref);
	if (!ok)
		g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
		            "damaged Word document: its XML breaks off");
	return ok;
}
