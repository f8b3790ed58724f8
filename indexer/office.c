#include "indexer/office.h"

#include <string.h>

#include "indexer/clean.h"

/* A cell with more paragraphs or text than this is no cell of data: its table
 * lays out a page. */
#define CELL_MAX_PARAGRAPHS 8u
#define CELL_MAX_BYTES      2000u

/* A first cell no longer than this is a number to the text beside it. */
#define NUMBER_CELL_MAX_BYTES 16u

/* No cell spans more columns than are told apart, nor has a row more. */
#define SPAN_MAX  32
#define CELLS_MAX 256u

struct mb_office {
	struct mb_lines *lines;
	gsize offset;
	gboolean furniture;
	GPtrArray *open; /* of struct mb_paragraph: open, innermost last */
	guint table_depth;
	GPtrArray *cells; /* of GPtrArray of struct mb_paragraph: row we are
	                   * in; NULL in none */
	guint n_spanned;  /* empty cells due behind the last one */
};

static void
paragraph_free(gpointer data)
{
	struct mb_paragraph *p = data;

	g_string_free(p->text, TRUE);
	g_string_free(p->label, TRUE);
	g_string_free(p->notes, TRUE);
	g_free(p);
}

static void
cell_free(gpointer data)
{
	g_ptr_array_unref(data);
}

struct mb_office *
mb_office_new(struct mb_lines *lines, gboolean furniture)
{
	struct mb_office *office = g_new0(struct mb_office, 1);

	office->lines = lines;
	office->furniture = furniture;
	office->open = g_ptr_array_new_with_free_func(paragraph_free);
	return office;
}

void
mb_office_free(struct mb_office *office)
{
	g_ptr_array_unref(office->open);
	g_clear_pointer(&office->cells, g_ptr_array_unref);
	g_free(office);
}

gboolean
mb_office_is_deep(const struct mb_office *office)
{
	return office->open->len >= MB_OFFICE_MAX_DEPTH;
}

struct mb_paragraph *
mb_office_begin_paragraph(struct mb_office *office)
{
	struct mb_paragraph *p = g_new0(struct mb_paragraph, 1);

	p->text = g_string_new(NULL);
	p->label = g_string_new(NULL);
	p->notes = g_string_new(NULL);
	p->list = -1;
	p->level = -1;
	g_ptr_array_add(office->open, p);
	return p;
}

struct mb_paragraph *
mb_office_paragraph(const struct mb_office *office)
{
	guint n = office->open->len;

	return n > 0 ? g_ptr_array_index(office->open, n - 1) : NULL;
}

gboolean
mb_paragraph_is_blank(const struct mb_paragraph *p)
{
	return strspn(p->text->str, " \t\n" MB_BOLD_ON_STR MB_BOLD_OFF_STR) ==
	       p->text->len;
}

void
mb_paragraph_add(struct mb_paragraph *p, const char *text, gboolean bold)
{
	g_autofree char *plain = g_strdup(text);

	mb_clean_controls(plain);
	g_strdelimit(plain, "\r\n\t", ' ');
	if (bold)
		g_string_append_c(p->text, MB_BOLD_ON);
	g_string_append(p->text, plain);
	if (bold)
		g_string_append_c(p->text, MB_BOLD_OFF);
}

void
mb_paragraph_add_note(struct mb_paragraph *p, const char *mark,
                      const char *text)
{
	g_string_append_printf(p->text, " [%s]", mark);
	g_string_append_printf(p->notes, "%s[%s] %s", p->notes->len ? "\n" : "",
	                       mark, text);
}

/* Add each line of @text; only the first of a paragraph is a list entry and
 * parted from what stands before. */
static void
add_lines(struct mb_office *office, const char *text, struct mb_line *as)
{
	while (text != NULL) {
		gsize n = strcspn(text, "\n");
		const struct mb_line *line;

		as->offset = office->offset;
		line = mb_lines_add_as(office->lines, text, n, as);
		if (line != NULL) {
			office->offset += strlen(line->text) + 1;
			as->gap = FALSE;
			as->kind = MB_LINE_TEXT;
		}
		text = text[n] == '\n' ? text + n + 1 : NULL;
	}
}

static void
add_paragraph(struct mb_office *office, const struct mb_paragraph *p)
{
	struct mb_line as = {
		.kind = p->bullet ? MB_LINE_LIST : MB_LINE_TEXT,
		.gap = TRUE,
		.heading = p->heading,
		.furniture = office->furniture,
	};

	add_lines(office, p->text->str, &as);
	as.heading = 0;
	add_lines(office, p->notes->str, &as);
}

void
mb_office_end_paragraph(struct mb_office *office)
{
	guint n = office->open->len;
	struct mb_paragraph *p;

	if (n == 0)
		return;
	p = g_ptr_array_steal_index(office->open, n - 1);
	if (mb_paragraph_is_blank(p)) {
		paragraph_free(p);
		return;
	}
	if (p->label->len > 0) {
		g_string_append_c(p->label, ' ');
		g_string_prepend(p->text, p->label->str);
	}
	if (office->cells != NULL && office->cells->len > 0) {
		g_ptr_array_add(
		    g_ptr_array_index(office->cells, office->cells->len - 1),
		    p);
		return;
	}
	add_paragraph(office, p);
	paragraph_free(p);
}

void
mb_office_begin_table(struct mb_office *office)
{
	office->table_depth++;
}

void
mb_office_end_table(struct mb_office *office)
{
	if (office->table_depth > 0)
		office->table_depth--;
}

void
mb_office_begin_row(struct mb_office *office)
{
	if (office->table_depth == 1 && office->cells == NULL)
		office->cells = g_ptr_array_new_with_free_func(cell_free);
	office->n_spanned = 0;
}

static void
add_cell(struct mb_office *office)
{
	if (office->cells->len < CELLS_MAX)
		g_ptr_array_add(office->cells,
		                g_ptr_array_new_with_free_func(paragraph_free));
}

/* The empty cells that the last one spans. */
static void
add_spanned(struct mb_office *office)
{
	for (; office->n_spanned > 0; office->n_spanned--)
		add_cell(office);
}

void
mb_office_begin_cell(struct mb_office *office)
{
	if (office->table_depth != 1 || office->cells == NULL)
		return;
	add_spanned(office);
	add_cell(office);
}

void
mb_office_span_cell(struct mb_office *office, int n_columns)
{
	if (office->table_depth == 1 && office->cells != NULL)
		office->n_spanned = (guint)CLAMP(n_columns, 1, SPAN_MAX) - 1;
}

/* A cell's paragraphs as one text. */
static char *
cell_text(const GPtrArray *cell)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < cell->len; i++) {
		const struct mb_paragraph *p = g_ptr_array_index(cell, i);

		if (i > 0)
			g_string_append_c(text, ' ');
		g_string_append(text, p->text->str);
		if (p->notes->len > 0)
			g_string_append_printf(text, " %s", p->notes->str);
	}
	return g_string_free(text, FALSE);
}

static gboolean
is_data_cell(const GPtrArray *cell)
{
	gsize n_bytes = 0;

	for (guint i = 0; i < cell->len; i++) {
		const struct mb_paragraph *p = g_ptr_array_index(cell, i);

		n_bytes += p->text->len;
		if (p->heading > 0)
			return FALSE;
	}
	return cell->len <= CELL_MAX_PARAGRAPHS && n_bytes <= CELL_MAX_BYTES;
}

/* Whether the row is one of data, rather than of a page's layout. */
static gboolean
is_data_row(const GPtrArray *cells)
{
	if (cells->len < 2)
		return FALSE;
	for (guint c = 0; c < cells->len; c++)
		if (!is_data_cell(g_ptr_array_index(cells, c)))
			return FALSE;
	return TRUE;
}

static void
add_data_row(struct mb_office *office)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	const struct mb_line as = { .offset = office->offset,
		                    .furniture = office->furniture };
	const struct mb_line *line;

	for (guint c = 0; c < office->cells->len; c++)
		g_ptr_array_add(texts,
		                cell_text(g_ptr_array_index(office->cells, c)));
	g_ptr_array_add(texts, NULL);
	line = mb_lines_add_row(office->lines,
	                        (const char *const *)texts->pdata, &as);
	if (line != NULL)
		office->offset += strlen(line->text) + 1;
}

/* Whether @cell is a number to the text beside it: "13." | "Apologies …". */
static gboolean
is_number_cell(const GPtrArray *cell)
{
	const struct mb_paragraph *p;

	if (cell->len != 1)
		return FALSE;
	p = g_ptr_array_index(cell, 0);
	return p->text->len <= NUMBER_CELL_MAX_BYTES &&
	       strpbrk(p->text->str, "0123456789") != NULL;
}

/* The first paragraph of the cell behind cell @c; NULL for none. */
static struct mb_paragraph *
beside(const GPtrArray *cells, guint c)
{
	const GPtrArray *next;

	if (c + 1 >= cells->len)
		return NULL;
	next = g_ptr_array_index(cells, c + 1);
	return next->len > 0 ? g_ptr_array_index(next, 0) : NULL;
}

static void
add_layout_row(struct mb_office *office)
{
	const GPtrArray *cells = office->cells;

	for (guint c = 0; c < cells->len; c++) {
		GPtrArray *cell = g_ptr_array_index(cells, c);
		struct mb_paragraph *next = beside(cells, c);

		if (next != NULL && is_number_cell(cell)) {
			const struct mb_paragraph *number =
			    g_ptr_array_index(cell, 0);

			g_string_prepend_c(next->text, ' ');
			g_string_prepend(next->text, number->text->str);
			continue;
		}
		for (guint i = 0; i < cell->len; i++)
			add_paragraph(office, g_ptr_array_index(cell, i));
	}
}

void
mb_office_end_row(struct mb_office *office)
{
	if (office->table_depth != 1 || office->cells == NULL)
		return;
	if (is_data_row(office->cells)) {
		add_spanned(office);
		add_data_row(office);
	} else {
		add_layout_row(office);
	}
	g_clear_pointer(&office->cells, g_ptr_array_unref);
}
