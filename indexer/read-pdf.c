#include <poppler.h>
#include <string.h>

#include "base/error.h"
#include "indexer/clean.h"
#include "indexer/pdf-columns.h"
#include "indexer/pdf-page.h"
#include "indexer/pdf-scan.h"
#include "indexer/pdf-table.h"
#include "indexer/reader.h"

/* A paper of more pages than this is refused; the longest packs have 2,000. */
#define MAX_PAGES 20000

struct pdf {
	struct mb_lines *lines;
	guint page_no;
	gsize offset;
	float leading; /* usual distance of two lines on this page, in sizes */
	const struct mb_pdf_row *before;
};

static int
compare_float(gconstpointer a, gconstpointer b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

/* The usual distance of two lines of a page, in font sizes: the lower third,
 * since a page of headings has more gaps than lines. */
static float
usual_leading(GPtrArray *rows)
{
	g_autoptr(GArray) distances = g_array_new(FALSE, FALSE, sizeof(float));

	for (guint i = 1; i < rows->len; i++) {
		const struct mb_pdf_row *a = g_ptr_array_index(rows, i - 1);
		const struct mb_pdf_row *b = g_ptr_array_index(rows, i);
		float distance = (b->y2 - a->y2) / MAX(b->size, 1.0f);

		if (distance > 0.9f && distance < 2.5f)
			g_array_append_val(distances, distance);
	}
	if (distances->len == 0)
		return 0;
	g_array_sort(distances, compare_float);
	return g_array_index(distances, float, distances->len / 3);
}

/* Whether more than the usual distance stands before @row, or it is printed in
 * another size, as titles are.  At the head of a
 * page it can't be seen: a line that begins in lower case goes on. */
static gboolean
has_gap(const struct pdf *pdf, const struct mb_pdf_row *row)
{
	const struct mb_pdf_segment *first =
	    g_ptr_array_index(row->segments, 0);
	const char *text = first->text->str;

	if (pdf->before == NULL || row->y2 < pdf->before->y2 - row->size) {
		while (*text == MB_BOLD_ON || *text == MB_BOLD_OFF)
			text++;
		return !g_unichar_islower(g_utf8_get_char_validated(text, -1));
	}
	if (row->size > pdf->before->size * 1.15f ||
	    row->size < pdf->before->size * 0.85f)
		return TRUE;
	return row->y2 - pdf->before->y2 >
	       MAX(pdf->leading, 1.15f) * row->size * 1.3f;
}

static struct mb_line
line_as(const struct pdf *pdf, const struct mb_pdf_row *row)
{
	return (struct mb_line){
		.kind = MB_LINE_TEXT,
		.gap = has_gap(pdf, row),
		.page_no = pdf->page_no,
		.x = row->x1,
		.y = row->y1,
		.size = row->size,
		.offset = pdf->offset,
	};
}

static void
add_row_line(struct pdf *pdf, const struct mb_pdf_row *row)
{
	struct mb_line as = line_as(pdf, row);
	g_autoptr(GString) text = g_string_new(NULL);
	gsize mark;

	for (guint s = 0; s < row->segments->len; s++) {
		const struct mb_pdf_segment *segment =
		    g_ptr_array_index(row->segments, s);

		if (s > 0)
			g_string_append_c(text, ' ');
		g_string_append_len(text, segment->text->str,
		                    (gssize)segment->text->len);
	}
	mark = mb_read_bullet(text->str);
	if (mark > 0 && mark < text->len)
		as.kind = MB_LINE_LIST;
	else
		mark = 0;
	mb_lines_add_as(pdf->lines, text->str + mark, text->len - mark, &as);
	pdf->offset += text->len + 1;
	pdf->before = row;
}

/* Add the cells gathered for one row of a table. */
static void
add_cells(struct pdf *pdf, GString *cells[], guint n_cells,
          const struct mb_line *as)
{
	char *strings[MB_PDF_TABLE_MAX_COLUMNS + 1] = { NULL };

	for (guint c = 0; c < n_cells; c++) {
		strings[c] = cells[c]->str;
		pdf->offset += cells[c]->len + 1;
	}
	mb_lines_add_row(pdf->lines, (const char *const *)strings, as);
	for (guint c = 0; c < n_cells; c++)
		g_string_truncate(cells[c], 0);
}

/* Put a visual row's segments into the cells of the row of the table. */
static void
fill_cells(const struct mb_pdf_table *table, const struct mb_pdf_row *row,
           GString *cells[])
{
	for (guint s = 0; s < row->segments->len; s++) {
		const struct mb_pdf_segment *segment =
		    g_ptr_array_index(row->segments, s);
		GString *cell = cells[mb_pdf_table_column(table, segment)];

		if (cell->len > 0)
			g_string_append_c(cell, ' ');
		g_string_append_len(cell, segment->text->str,
		                    (gssize)segment->text->len);
	}
}

static void
add_table(struct pdf *pdf, GPtrArray *rows, const struct mb_pdf_table *table)
{
	GString *cells[MB_PDF_TABLE_MAX_COLUMNS];
	guint n_cells = table->n_gutters + 1;
	struct mb_line as = { .kind = MB_LINE_ROW };

	for (guint c = 0; c < n_cells; c++)
		cells[c] = g_string_new(NULL);
	for (guint i = table->first; i < table->end; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		if (mb_pdf_table_begins_row(table, rows, i)) {
			if (i > table->first)
				add_cells(pdf, cells, n_cells, &as);
			as = line_as(pdf, row);
		}
		fill_cells(table, row, cells);
		pdf->before = row;
	}
	add_cells(pdf, cells, n_cells, &as);
	for (guint c = 0; c < n_cells; c++)
		g_string_free(cells[c], TRUE);
}

static void
add_rows(struct pdf *pdf, GPtrArray *rows)
{
	struct mb_pdf_table table;

	pdf->before = NULL;
	pdf->leading = usual_leading(rows);
	for (guint i = 0; i < rows->len;) {
		if (mb_pdf_table_find(rows, i, &table)) {
			add_table(pdf, rows, &table);
			i = table.end;
		} else {
			add_row_line(pdf, g_ptr_array_index(rows, i));
			i++;
		}
	}
}

/* The page's label where it tells more than its number: "iv", "A-3". */
static void
add_label(struct pdf *pdf, PopplerPage *page)
{
	char *label = poppler_page_get_label(page);
	g_autofree char *number = g_strdup_printf("%u", pdf->page_no);

	if (label != NULL && (*label == '\0' || g_str_equal(label, number)))
		g_clear_pointer(&label, g_free);
	g_ptr_array_add(pdf->lines->labels, label);
}

/* Characters of text, spaces left out of account. */
static gsize
count_chars(GPtrArray *rows)
{
	gsize n = 0;

	for (guint i = 0; i < rows->len; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		for (guint s = 0; s < row->segments->len; s++) {
			const struct mb_pdf_segment *segment =
			    g_ptr_array_index(row->segments, s);

			n += segment->text->len;
		}
	}
	return n;
}

static gboolean
add_page(struct pdf *pdf, PopplerPage *page, GError **error)
{
	g_autoptr(GPtrArray) rows = mb_pdf_page_rows(page, error);

	if (rows == NULL)
		return FALSE;
	if (mb_pdf_scan_is(page, count_chars(rows)))
		pdf->lines->n_empty_pages++;
	rows = mb_pdf_columns_part(g_steal_pointer(&rows));
	add_label(pdf, page);
	add_rows(pdf, rows);
	return TRUE;
}

static gboolean
read_page(struct pdf *pdf, PopplerDocument *document, GError **error)
{
	PopplerPage *page =
	    poppler_document_get_page(document, (int)pdf->page_no - 1);
	gboolean ok;

	if (pdf->page_no > 1)
		mb_lines_begin_page(pdf->lines);
	if (page == NULL) { /* damaged: the others may be well */
		g_ptr_array_add(pdf->lines->labels, NULL);
		pdf->lines->n_empty_pages++;
		return TRUE;
	}
	ok = add_page(pdf, page, error);
	g_object_unref(page);
	return ok;
}

static void
take_title(struct mb_lines *lines, PopplerDocument *document)
{
	g_autofree char *title = poppler_document_get_title(document);

	if (title == NULL)
		return;
	lines->title = mb_clean(title, strlen(title));
	if (*lines->title == '\0')
		g_clear_pointer(&lines->title, g_free);
}

static PopplerDocument *
open_document(GBytes *content, GError **error)
{
	g_autoptr(GError) why = NULL;
	PopplerDocument *document =
	    poppler_document_new_from_bytes(content, NULL, &why);

	if (document == NULL)
		g_set_error(
		    error, MB_ERROR, MB_ERROR_FORMAT,
		    g_error_matches(why, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
			? "PDF needs a password: %s"
			: "damaged PDF: %s",
		    why->message);
	return document;
}

static gboolean
read_pages(PopplerDocument *document, struct mb_lines *lines, GError **error)
{
	struct pdf pdf = { .lines = lines };
	int n_pages = poppler_document_get_n_pages(document);

	if (n_pages < 1 || n_pages > MAX_PAGES) {
		g_set_error(error, MB_ERROR,
		            n_pages < 1 ? MB_ERROR_FORMAT : MB_ERROR_LIMIT,
		            "PDF of %d pages", n_pages);
		return FALSE;
	}
	take_title(lines, document);
	lines->n_pages = (guint)n_pages;
	for (pdf.page_no = 1; pdf.page_no <= lines->n_pages; pdf.page_no++)
		if (!read_page(&pdf, document, error))
			return FALSE;
	return TRUE;
}

gboolean
mb_read_pdf(GBytes *content, struct mb_lines *lines, GError **error)
{
	PopplerDocument *document = open_document(content, error);
	gboolean ok;

	if (document == NULL)
		return FALSE;
	ok = read_pages(document, lines, error);
	g_object_unref(document);
	return ok;
}
