/* Pages that show text without having any are told from those that have it and
 * from those that show none. */
#include "tests/unit/test.h"

#include <string.h>

#include "indexer/lines.h"
#include "indexer/pdf-scan.h"
#include "tests/unit/scan.h"

static const struct {
	const char *what;
	enum scan_page page;
	gsize n_chars;
	gboolean is_scan;
} rows[] = {
	{ "text", SCAN_TEXT, 600, FALSE },
	{ "a picture", SCAN_PICTURE, 0, TRUE },
	{ "outlines", SCAN_OUTLINES, 0, TRUE },
	{ "a picture with a page number", SCAN_STAMPED, 8, TRUE },
	{ "a picture with a layer of text", SCAN_PICTURE, 600, FALSE },
	{ "nothing", SCAN_BLANK, 0, FALSE },
	{ "a rule", SCAN_RULE, 0, FALSE },
	{ "a page number", SCAN_TEXT, 8, FALSE },
	{ "a small logo", SCAN_LOGO, 0, FALSE },
};

static gboolean
is_scan(enum scan_page what, gsize n_chars)
{
	g_autoptr(GBytes) bytes = scan_pdf(&what, 1, 100);
	PopplerDocument *document =
	    poppler_document_new_from_bytes(bytes, NULL, NULL);
	PopplerPage *page = poppler_document_get_page(document, 0);
	gboolean is = mb_pdf_scan_is(page, n_chars);

	g_object_unref(page);
	g_object_unref(document);
	return is;
}

static void
scans_are_told_from_text_and_from_nothing(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		if (is_scan(rows[i].page, rows[i].n_chars) != rows[i].is_scan)
			fail_msg("%s", rows[i].what);
}

static void
a_paper_tells_how_many_it_has(void **state)
{
	static const enum scan_page pages[] = { SCAN_TEXT, SCAN_PICTURE,
		                                SCAN_BLANK, SCAN_STAMPED,
		                                SCAN_OUTLINES };
	g_autoptr(GBytes) bytes = scan_pdf(pages, G_N_ELEMENTS(pages), 100);
	struct mb_paper paper = { .content = bytes, .format = MB_FORMAT_PDF };
	g_autoptr(mb_lines) lines = mb_lines_read(&paper, NULL);

	assert_non_null(lines);
	assert_int_equal(lines->n_pages, 5);
	assert_int_equal(lines->n_empty_pages, 3);
}

/* So many bytes a page make a reader look for fonts first. */
#define HEAVY 600000

/* @pdf with a long comment behind its first line. */
static GBytes *
heavy(GBytes *pdf)
{
	gsize n;
	const char *bytes = g_bytes_get_data(pdf, &n);
	gsize line = (gsize)((const char *)memchr(bytes, '\n', n) - bytes) + 1;
	GByteArray *all = g_byte_array_new();
	g_autofree char *comment = g_strnfill(HEAVY, ' ');

	comment[0] = '%';
	comment[HEAVY - 1] = '\n';
	g_byte_array_append(all, (const guint8 *)bytes, (guint)line);
	g_byte_array_append(all, (const guint8 *)comment, HEAVY);
	g_byte_array_append(all, (const guint8 *)bytes + line,
	                    (guint)(n - line));
	g_bytes_unref(pdf);
	return g_byte_array_free_to_bytes(all);
}

static void
pages_before_the_first_font_are_scans(void **state)
{
	static const enum scan_page pages[] = { SCAN_OUTLINES, SCAN_PICTURE,
		                                SCAN_TEXT, SCAN_OUTLINES,
		                                SCAN_TEXT };
	g_autoptr(GBytes) bytes =
	    heavy(scan_pdf(pages, G_N_ELEMENTS(pages), 100));
	struct mb_paper paper = { .content = bytes, .format = MB_FORMAT_PDF };
	g_autoptr(mb_lines) lines = mb_lines_read(&paper, NULL);

	assert_non_null(lines);
	assert_int_equal(lines->n_empty_pages, 3);
	assert_int_equal(mb_lines_at(lines, 0)->page_no, 3);
	assert_int_equal(mb_lines_at(lines, lines->lines->len - 1)->page_no, 5);
}

/* What the page shows is a form, which alone has a font. */
static void
a_font_may_be_inside_a_form(void **state)
{
	static const char pdf[] =
	    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
	    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
	    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
	    "/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>endobj\n"
	    "4 0 obj<</Length 5>>stream\n/X Do\nendstream endobj\n"
	    "5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 595 842]"
	    "/Resources<</Font<</F<</Type/Font/Subtype/Type1"
	    "/BaseFont/Helvetica>>>>>>/Length 43>>stream\n"
	    "BT /F 12 Tf 72 700 Td (Ponds and gates) Tj ET\n"
	    "endstream endobj\n"
	    "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n";
	g_autoptr(GBytes) bytes =
	    heavy(g_bytes_new_static(pdf, sizeof(pdf) - 1));
	struct mb_paper paper = { .content = bytes, .format = MB_FORMAT_PDF };
	g_autoptr(mb_lines) lines = mb_lines_read(&paper, NULL);

	assert_non_null(lines);
	assert_string_equal(mb_lines_at(lines, 0)->text, "Ponds and gates");
}

/* A page of any size is drawn into an image of a bounded one. */
static void
the_image_of_a_huge_page_is_not_huge(void **state)
{
	static const struct {
		const char *box;
		gboolean drawn;
	} boxes[] = {
		{ "0 0 595 842", TRUE },
		{ "0 0 1e9 1e9", TRUE },
		{ "0 0 1 100000000", TRUE },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(boxes); i++) {
		g_autofree char *pdf = g_strdup_printf(
		    "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
		    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
		    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[%s]>>endobj\n"
		    "trailer<</Root 1 0 R/Size 4>>\n%%%%EOF\n",
		    boxes[i].box);
		g_autoptr(GBytes) bytes = g_bytes_new(pdf, strlen(pdf));
		PopplerDocument *document =
		    poppler_document_new_from_bytes(bytes, NULL, NULL);
		PopplerPage *page = poppler_document_get_page(document, 0);
		cairo_surface_t *image = mb_pdf_scan_draw(page, 300, 1000);

		assert_int_equal(image != NULL, boxes[i].drawn);
		assert_true(cairo_image_surface_get_width(image) <= 1000);
		assert_true(cairo_image_surface_get_height(image) <= 1000);
		assert_false(mb_pdf_scan_is(page, 0));
		cairo_surface_destroy(image);
		g_object_unref(page);
		g_object_unref(document);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scans_are_told_from_text_and_from_nothing),
		cmocka_unit_test(a_paper_tells_how_many_it_has),
		cmocka_unit_test(pages_before_the_first_font_are_scans),
		cmocka_unit_test(a_font_may_be_inside_a_form),
		cmocka_unit_test(the_image_of_a_huge_page_is_not_huge),
	};

	return cmocka_run_group_tests_name("pdf-scan", tests, NULL, NULL);
}
