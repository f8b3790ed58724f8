#include <poppler.h>
#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "indexer/clean.h"
#include "indexer/pdf-cells.h"
#include "indexer/ocr.h"
#include "indexer/pdf-columns.h"
#include "indexer/pdf-outline.h"
#include "indexer/pdf-page.h"
#include "indexer/pdf-running.h"
#include "indexer/pdf-scan.h"
#include "indexer/pdf-table.h"
#include "indexer/reader.h"

/* A paper of more pages than this is refused; the longest packs have 2,000. */
#define MAX_PAGES 20000

/* Pages of more bytes may be outlines of letters, or pictures, and are worth a
 * look for fonts before they are gone through. */
#define HEAVY_PAGE 100000

struct pdf {
	struct mb_lines *lines;
	PopplerFontInfo *fonts; /* of heavy pages up to the one read last;
	                           NULL as soon as there is one */
	guint page_no;
	gsize offset;
	float leading; /* usual distance of two lines on this page, in sizes */
	const struct mb_pdf_row *before;
	gboolean at_table; /* the last lines read were @table's */
	struct mb_pdf_table table;
	struct mb_line *last_row; /* of it */
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
	const struct mb_pdf_segment *first = mb_pdf_row_segment(row, 0);
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
		.confidence = row->confidence,
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
		    mb_pdf_row_segment(row, s);

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

/* Add the cells gathered for one row of a table.  A head that a page repeats is
 * kept out of the text. */
static void
add_cells(struct pdf *pdf, GString *cells[], guint n_cells,
          const struct mb_line *as, gboolean head)
{
	char *strings[MB_PDF_TABLE_MAX_COLUMNS + 1] = { NULL };
	struct mb_line *line;

	for (guint c = 0; c < n_cells; c++) {
		strings[c] = cells[c]->str;
		pdf->offset += cells[c]->len + 1;
	}
	line = mb_lines_add_row(pdf->lines, (const char *const *)strings, as);
	if (line != NULL && head)
		line->furniture = TRUE;
	else if (line != NULL)
		pdf->last_row = line;
	for (guint c = 0; c < n_cells; c++)
		g_string_truncate(cells[c], 0);
}

/* The same for what a row of the page before goes on with. */
static void
extend_cells(struct pdf *pdf, GString *cells[], guint n_cells)
{
	char *strings[MB_PDF_TABLE_MAX_COLUMNS + 1] = { NULL };

	for (guint c = 0; c < n_cells; c++)
		strings[c] = cells[c]->str;
	mb_lines_extend_row(pdf->last_row, (const char *const *)strings);
	for (guint c = 0; c < n_cells; c++) {
		pdf->offset += cells[c]->len + 1;
		g_string_truncate(cells[c], 0);
	}
}

/* Add the row of the table that begins at visual row @i.  Returns the visual
 * row after it. */
static guint
add_table_row(struct pdf *pdf, const struct mb_pdf_table *table, guint i,
              GString *cells[])
{
	guint head_end = table->first + table->n_head, end = i;
	gboolean more = !mb_pdf_cells_begin(table, i) && pdf->last_row != NULL;
	struct mb_line as = line_as(pdf, g_ptr_array_index(table->page, i));

	do
		mb_pdf_cells_fill(table, end++, cells);
	while (end < table->end && end != head_end &&
	       !mb_pdf_cells_begin(table, end));
	if (more)
		extend_cells(pdf, cells, table->n_gutters + 1);
	else
		add_cells(pdf, cells, table->n_gutters + 1, &as, i < head_end);
	pdf->before = g_ptr_array_index(table->page, end - 1);
	return end;
}

static void
add_table(struct pdf *pdf, const struct mb_pdf_table *table)
{
	GString *cells[MB_PDF_TABLE_MAX_COLUMNS];

	for (guint c = 0; c <= table->n_gutters; c++)
		cells[c] = g_string_new(NULL);
	for (guint i = table->first; i < table->end;)
		i = add_table_row(pdf, table, i, cells);
	for (guint c = 0; c <= table->n_gutters; c++)
		g_string_free(cells[c], TRUE);
}

/* The table that begins at row @i, or goes on there from the page before. */
static gboolean
find_table(struct pdf *pdf, GPtrArray *rows, guint i,
           struct mb_pdf_table *table)
{
	if (pdf->at_table && pdf->table.page != rows &&
	    mb_pdf_table_go_on(&pdf->table, rows, i, table))
		return TRUE;
	return mb_pdf_table_find(rows, i, table);
}

static void
add_rows(struct pdf *pdf, GPtrArray *rows)
{
	struct mb_pdf_table table;

	pdf->before = NULL;
	pdf->leading = usual_leading(rows);
	for (guint i = 0; i < rows->len;) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		if (!row->running && find_table(pdf, rows, i, &table)) {
			add_table(pdf, &table);
			pdf->table = table;
			pdf->at_table = TRUE;
			i = table.end;
			continue;
		}
		add_row_line(pdf, row);
		i++;
		/* The foot of its page does not end a table. */
		if (!row->running && (pdf->table.page != rows || i < rows->len))
			pdf->at_table = FALSE;
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

/* Bytes of text, spaces between segments left out of account. */
static gsize
count_chars(GPtrArray *rows)
{
	gsize n = 0;

	for (guint i = 0; i < rows->len; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		for (guint s = 0; s < row->segments->len; s++) {
			const struct mb_pdf_segment *segment =
			    mb_pdf_row_segment(row, s);

			n += segment->text->len;
		}
	}
	return n;
}

/* The rows of a page that is a picture, in place of the few it has itself,
 * which are in the picture too; consumes @rows. */
static GPtrArray *
read_scan(PopplerPage *page, GPtrArray *rows, struct mb_lines *lines)
{
	GPtrArray *read = mb_ocr_rows(page);

	if (read == NULL) {
		lines->n_empty_pages++;
		return rows;
	}
	g_ptr_array_unref(rows);
	return read;
}

/* Whether the next page may have text: none has before the first with a font.
 * To look for fonts costs nothing beside going through all that is drawn: one
 * page of minutes whose letters are outlines takes as long as a hundred. */
static gboolean
may_have_text(struct pdf *pdf)
{
	PopplerFontsIter *found;

	if (pdf->fonts != NULL &&
	    poppler_font_info_scan(pdf->fonts, 1, &found)) {
		poppler_fonts_iter_free(found);
		g_clear_object(&pdf->fonts);
	}
	return pdf->fonts == NULL;
}

/* The rows of page @page_no; none for a damaged page: the others may be well.
 */
static GPtrArray *
read_rows(PopplerDocument *document, guint page_no, struct pdf *pdf,
          GError **error)
{
	PopplerPage *page =
	    poppler_document_get_page(document, (int)page_no - 1);
	gboolean has_text = may_have_text(pdf);
	GPtrArray *rows;

	if (page == NULL) {
		g_ptr_array_add(pdf->lines->labels, NULL);
		return mb_pdf_rows_new();
	}
	pdf->page_no = page_no;
	add_label(pdf, page);
	rows = has_text ? mb_pdf_page_rows(page, error) : mb_pdf_rows_new();
	g_object_unref(page);
	return rows;
}

/* What is left to read of page @page_no when it is a picture, or damaged.
 * Consumes @rows and returns what replaces it. */
static GPtrArray *
look_at(PopplerDocument *document, guint page_no, GPtrArray *rows,
        struct mb_lines *lines)
{
	gsize n_chars = count_chars(rows);
	PopplerPage *page;

	if (n_chars > MB_PDF_SCAN_MAX_CHARS)
		return rows;
	page = poppler_document_get_page(document, (int)page_no - 1);
	if (page == NULL) {
		lines->n_empty_pages++;
		return rows;
	}
	if (mb_pdf_scan_is(page, n_chars))
		rows = read_scan(page, rows, lines);
	g_object_unref(page);
	return rows;
}

static gboolean
have_text(GPtrArray *pages)
{
	for (guint p = 0; p < pages->len; p++)
		if (((GPtrArray *)g_ptr_array_index(pages, p))->len > 0)
			return TRUE;
	return FALSE;
}

/* Read the pages that are pictures, or count them.  To look at one costs as
 * much as to read it, or more: where no page has text, all are counted unseen.
 */
static void
read_scans(PopplerDocument *document, struct mb_lines *lines, GPtrArray *pages)
{
	if (!mb_ocr_is_on() && !have_text(pages)) {
		lines->n_empty_pages = pages->len;
		return;
	}
	for (guint p = 0; p < pages->len; p++)
		pages->pdata[p] =
		    look_at(document, p + 1, pages->pdata[p], lines);
}

static void
free_rows(gpointer rows)
{
	g_ptr_array_unref(rows);
}

/* The rows of all pages; NULL on error.  Transfer full. */
static GPtrArray *
read_all_rows(PopplerDocument *document, struct pdf *pdf, GError **error)
{
	g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(free_rows);

	for (guint page_no = 1; page_no <= pdf->lines->n_pages; page_no++) {
		GPtrArray *rows = read_rows(document, page_no, pdf, error);

		if (rows == NULL)
			return NULL;
		g_ptr_array_add(pages, rows);
	}
	read_scans(document, pdf->lines, pages);
	for (guint p = 0; p < pages->len; p++)
		pages->pdata[p] = mb_pdf_columns_part(pages->pdata[p]);
	mb_pdf_running_mark(pages);
	return g_steal_pointer(&pages);
}

static void
add_pages(struct pdf *pdf, GPtrArray *pages)
{
	for (guint p = 0; p < pages->len; p++) {
		GPtrArray *rows = g_ptr_array_index(pages, p);

		pdf->page_no = p + 1;
		if (p > 0)
			mb_lines_begin_page(pdf->lines);
		add_rows(pdf, rows);
	}
}

/* The day the file was made, of the world's time; 0. */
static guint32
day_created(PopplerDocument *document)
{
	gint64 seconds = poppler_document_get_creation_date(document);
	g_autoptr(GDateTime) time =
	    seconds > 0 ? g_date_time_new_from_unix_utc(seconds) : NULL;

	return time ? mb_date_make((guint)g_date_time_get_year(time),
	                           (guint)g_date_time_get_month(time),
	                           (guint)g_date_time_get_day_of_month(time))
	            : 0;
}

static void
take_metadata(struct mb_lines *lines, PopplerDocument *document)
{
	g_autofree char *title = poppler_document_get_title(document);

	lines->created = day_created(document);
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
read_pages(PopplerDocument *document, gsize n_bytes, struct mb_lines *lines,
           GError **error)
{
	struct pdf pdf = { .lines = lines };
	int n_pages = poppler_document_get_n_pages(document);
	g_autoptr(GPtrArray) pages = NULL;

	if (n_pages < 1 || n_pages > MAX_PAGES) {
		g_set_error(error, MB_ERROR,
		            n_pages < 1 ? MB_ERROR_FORMAT : MB_ERROR_LIMIT,
		            "PDF of %d pages", n_pages);
		return FALSE;
	}
	take_metadata(lines, document);
	lines->n_pages = (guint)n_pages;
	if (n_bytes / (gsize)n_pages > HEAVY_PAGE)
		pdf.fonts = poppler_font_info_new(document);
	pages = read_all_rows(document, &pdf, error);
	g_clear_object(&pdf.fonts);
	if (pages == NULL)
		return FALSE;
	add_pages(&pdf, pages);
	mb_pdf_outline_mark(document, lines);
	return TRUE;
}

gboolean
mb_read_pdf(GBytes *content, struct mb_lines *lines, GError **error)
{
	PopplerDocument *document = open_document(content, error);
	gboolean ok;

	if (document == NULL)
		return FALSE;
	ok = read_pages(document, g_bytes_get_size(content), lines, error);
	g_object_unref(document);
	return ok;
}
