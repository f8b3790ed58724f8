/* pdf: small PDFs for tests, and what is read of them.
 * Included by the tests of PDF's reader, after test.h. */
#ifndef MB_TESTS_UNIT_PDF_H
#define MB_TESTS_UNIT_PDF_H

#include "tests/unit/lines.h"

/* Writes small PDFs: pages of words at given places. */
struct test_pdf {
	GString *out;
	GArray *offsets; /* of gsize: where each object begins */
};

static inline void
pdf_object(struct test_pdf *pdf, const char *body)
{
	gsize offset = pdf->out->len;

	g_array_append_val(pdf->offsets, offset);
	g_string_append_printf(pdf->out, "%u 0 obj\n%s\nendobj\n",
	                       pdf->offsets->len, body);
}

static inline void
pdf_finish(struct test_pdf *pdf)
{
	gsize xref = pdf->out->len;

	g_string_append_printf(pdf->out, "xref\n0 %u\n0000000000 65535 f \n",
	                       pdf->offsets->len + 1);
	for (guint i = 0; i < pdf->offsets->len; i++)
		g_string_append_printf(pdf->out, "%010zu 00000 n \n",
		                       g_array_index(pdf->offsets, gsize, i));
	g_string_append_printf(pdf->out,
	                       "trailer\n<</Size %u/Root 1 0 R/Info 2 0 R>>\n"
	                       "startxref\n%zu\n%%%%EOF\n",
	                       pdf->offsets->len + 1, xref);
}

#define LABELS "/PageLabels<</Nums[0<</S/r>>1<</S/D>>]>>"

/* A PDF of @n_pages pages, each drawn by a content stream.  Objects 1 to 5 are
 * the catalogue, the title, the pages and two fonts.  Transfer full. */
static inline GString *
test_pdf(const char *const *streams, guint n_pages, const char *catalog)
{
	struct test_pdf pdf = { g_string_new("%PDF-1.4\n"),
		                g_array_new(FALSE, FALSE, sizeof(gsize)) };
	g_autoptr(GString) text = g_string_new("<</Type/Pages/Kids[");

	g_string_printf(text, "<</Type/Catalog/Pages 3 0 R%s>>", catalog);
	pdf_object(&pdf, text->str);
	g_string_assign(text, "<</Type/Pages/Kids[");
	pdf_object(&pdf, "<</Title(Minutes  of Cabinet)>>");
	for (guint p = 0; p < n_pages; p++)
		g_string_append_printf(text, "%u 0 R ", 6 + p * 2);
	g_string_append_printf(text, "]/Count %u>>", n_pages);
	pdf_object(&pdf, text->str);
	pdf_object(&pdf, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
	pdf_object(&pdf,
	           "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>");
	for (guint p = 0; p < n_pages; p++) {
		g_string_printf(text,
		                "<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 "
		                "842]/Contents %u 0 R/Resources<</Font<</F 4 0 "
		                "R/B 5 0 R>>>>>>",
		                7 + p * 2);
		pdf_object(&pdf, text->str);
		g_string_printf(text, "<</Length %zu>>stream\n%s\nendstream",
		                strlen(streams[p]), streams[p]);
		pdf_object(&pdf, text->str);
	}
	pdf_finish(&pdf);
	g_array_unref(pdf.offsets);
	return pdf.out;
}

static inline struct mb_lines *
test_pdf_pages(const char *const *streams, guint n_pages)
{
	g_autoptr(GString) pdf = test_pdf(streams, n_pages, LABELS);

	return test_read(MB_FORMAT_PDF, pdf->str, pdf->len);
}

static inline struct mb_lines *
test_pdf_page(const char *stream)
{
	return test_pdf_pages(&stream, 1);
}

/* Text at a place, measured from the foot of the page. */
#define AT(font, size, x, y, text)                                             \
	"BT /" font " " size " Tf " x " " y " Td (" text ") Tj ET\n"

static inline void
test_texts_are(const struct mb_lines *lines, const char *const *texts)
{
	guint i;

	for (i = 0; texts[i] != NULL; i++) {
		assert_true(i < lines->lines->len);
		assert_string_equal(mb_lines_at(lines, i)->text, texts[i]);
	}
	assert_int_equal(lines->lines->len, i);
}

#endif
