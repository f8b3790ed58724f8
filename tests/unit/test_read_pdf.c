#include "tests/unit/test.h"

#include "tests/unit/pdf.h"

/* A number is drawn last and far from its heading, a raised "th" by itself. */
static void
joins_what_is_on_one_line(void **state)
{
	static const char *const texts[] = { "13. Minutes of 5th May",
		                             "were agreed", NULL };
	g_autoptr(mb_lines) lines =
	    test_pdf_page(AT("B", "12", "108", "700", "Minutes of 5")
	                      AT("B", "8", "179.5", "704", "th")
	                          AT("B", "12", "190", "700", "May")
	                              AT("F", "12", "108", "686", "were agreed")
	                                  AT("F", "12", "72", "700", "13."));
	const struct mb_line *line = mb_lines_at(lines, 0);

	test_texts_are(lines, texts);
	assert_int_equal(line->page_no, 1);
	assert_int_equal(line->bold_start, 4);
	assert_int_equal(line->bold_end, strlen(line->text));
	assert_true(line->x > 71 && line->x < 73);
	assert_true(line->y > 100 && line->y < 150);
	assert_true(line->size > 11.9f && line->size < 12.1f);
	assert_false(mb_lines_at(lines, 1)->gap);
	assert_string_equal(lines->title, "Minutes of Cabinet");
}

#define SLANTED(x, y, text)                                                    \
	"BT /B 60 Tf 0.7 0.7 -0.7 0.7 " x " " y " Tm (" text ") Tj ET\n"

/* A word across the page is a line of its own and leaves those alone that it
 * runs over; large letters that stand upright are a heading. */
static void
reads_a_watermark(void **state)
{
	static const char *const texts[] = { "CONFIDENTIAL", "The rent asked",
		                             "is four hundred", NULL };
	static const char *const title[] = { "ROADS", "The roads are wide",
		                             NULL };
	g_autoptr(mb_lines) lines = test_pdf_page(
	    SLANTED("100", "200", "CONFIDENTIAL")
		AT("F", "11", "72", "300", "The rent asked")
		    AT("F", "11", "72", "280", "is four hundred"));
	g_autoptr(mb_lines) upright =
	    test_pdf_page(AT("B", "60", "72", "700", "ROADS")
	                      AT("F", "11", "72", "600", "The roads are wide"));

	test_texts_are(lines, texts);
	test_texts_are(upright, title);
}

static void
sees_gaps_and_bullets(void **state)
{
	static const char *const texts[] = { "One",  "two",  "three",
		                             "four", "five", NULL };
	g_autoptr(mb_lines) lines = test_pdf_page(
	    AT("F", "12", "72", "700", "One") AT("F", "12", "72", "686", "two")
		AT("F", "12", "72", "672", "three")
		    AT("F", "12", "72", "644", "\\267  four")
			AT("F", "12", "72", "630", "- five"));

	test_texts_are(lines, texts);
	assert_false(mb_lines_at(lines, 2)->gap);
	assert_true(mb_lines_at(lines, 3)->gap);
	assert_int_equal(mb_lines_at(lines, 3)->kind, MB_LINE_LIST);
	assert_int_equal(mb_lines_at(lines, 4)->kind, MB_LINE_LIST);
}

/* A page of a report in a pack, whose head and foot print other numbers. */
#define REPORT_PAGE(n, of_pack, of_report)                                     \
	AT("F", "9", "72", "800", "Works Committee, 3 June 2024, sheet " n)    \
	AT("F", "10", "72", "500", "The gate of the " n "th yard is shut.")    \
	AT("F", "9", "280", "50", "Page " of_pack)                             \
	AT("F", "9", "500", "30", of_report)

static void
takes_labels_from_the_foot(void **state)
{
	static const char *const pages[] = {
		AT("F", "14", "72", "700", "Agenda"),
		REPORT_PAGE("1", "43", "1 | P a g e"),
		REPORT_PAGE("2", "44", "2 | P a g e"),
		REPORT_PAGE("3", "45", "3 | P a g e"),
		REPORT_PAGE("4", "46", "1 | P a g e"),
	};
	g_autoptr(GString) pdf = test_pdf(pages, G_N_ELEMENTS(pages), "");
	g_autoptr(mb_lines) lines =
	    test_read(MB_FORMAT_PDF, pdf->str, pdf->len);

	assert_int_equal(lines->lines->len, 17);
	assert_false(mb_lines_at(lines, 0)->furniture);
	for (guint i = 1; i < 16; i++)
		assert_int_equal(mb_lines_at(lines, i)->furniture, i % 4 != 2);
	assert_string_equal(mb_lines_label(lines, 3), "44");
	assert_string_equal(mb_lines_label(lines, 5), "46");
}

/* Bookmarks of the second page as objects 10 and on, one for each title. */
static GString *
make_outlined(const char *const *titles)
{
	static const char *const pages[] = {
		AT("F", "10", "72", "700", "Agenda"),
		AT("F", "10", "72", "700", "Parks and open")
		    AT("F", "10", "72", "688", "spaces")
			AT("F", "10", "72", "664", "The parks are open.")
			    AT("F", "10", "72", "640", "Ponds"),
	};
	struct test_pdf pdf;
	GString *out = test_pdf(pages, 2, "/Outlines 10 0 R");
	gsize at = (gsize)(strstr(out->str, "xref\n") - out->str);
	guint n = g_strv_length((char **)titles);

	g_string_truncate(out, at);
	pdf =
	    (struct test_pdf){ out, g_array_new(FALSE, FALSE, sizeof(gsize)) };
	for (guint i = 1; i < 10; i++) {
		g_autofree char *head = g_strdup_printf("\n%u 0 obj", i);
		gsize offset = (gsize)(strstr(out->str, head) + 1 - out->str);

		g_array_append_val(pdf.offsets, offset);
	}
	for (guint i = 0; i <= n; i++) {
		g_autofree char *body =
		    i == 0 ? g_strdup_printf("<</First 11 0 R/Last %u 0 R>>",
		                             10 + n)
			   : g_strdup_printf("<</Title(%s)/Parent 10 0 R/Dest"
		                             "[8 0 R/Fit]/Next %u 0 R>>",
		                             titles[i - 1], 11 + i);

		pdf_object(&pdf, body);
	}
	pdf_finish(&pdf);
	g_array_unref(pdf.offsets);
	return out;
}

static void
takes_headings_from_bookmarks(void **state)
{
	static const char *const titles[] = { "PARKS and open spaces", "Ponds",
		                              "Appendix", NULL };
	static const char *const every[] = { "Parks and open",
		                             "spaces",
		                             "The parks are open.",
		                             "Ponds",
		                             "a",
		                             "b",
		                             "c",
		                             "d",
		                             "e",
		                             "f",
		                             "g",
		                             "h",
		                             "i",
		                             NULL };
	g_autoptr(GString) few = make_outlined(titles);
	g_autoptr(GString) many = make_outlined(every);
	g_autoptr(mb_lines) lines =
	    test_read(MB_FORMAT_PDF, few->str, few->len);
	g_autoptr(mb_lines) wrong =
	    test_read(MB_FORMAT_PDF, many->str, many->len);

	assert_int_equal(mb_lines_at(lines, 0)->heading, 0);
	assert_int_equal(mb_lines_at(lines, 1)->heading, 2);
	assert_int_equal(mb_lines_at(lines, 2)->heading, 2);
	assert_int_equal(mb_lines_at(lines, 3)->heading, 0);
	assert_int_equal(mb_lines_at(lines, 4)->heading, 2);
	for (guint i = 0; i < wrong->lines->len; i++)
		assert_int_equal(mb_lines_at(wrong, i)->heading, 0);
}

/* One row of two columns: the left line and the right one. */
#define TWO(y, n)                                                              \
	AT("F", "12", "72", y, "the river and the downs lie left " n)          \
	AT("F", "12", "320", y, "in the market the library is " n)

static void
reads_two_columns(void **state)
{
	g_autoptr(mb_lines) lines = test_pdf_page(
	    AT("B", "14", "72", "730", "Annual report of the whole Borough")
		TWO("700", "1") TWO("686", "2") TWO("672", "3") TWO("658", "4")
		    TWO("644", "5") TWO("630", "6")
			AT("F", "12", "72", "600", "The end of all of it."));

	assert_int_equal(lines->lines->len, 14);
	for (guint i = 0; i < 6; i++) {
		g_autofree char *left = g_strdup_printf(
		    "the river and the downs lie left %u", i + 1);
		g_autofree char *right =
		    g_strdup_printf("in the market the library is %u", i + 1);

		assert_string_equal(mb_lines_at(lines, 1 + i)->text, left);
		assert_string_equal(mb_lines_at(lines, 7 + i)->text, right);
	}
	assert_false(mb_lines_at(lines, 7)->gap);
}

/* One line of the left column, and one of the right that is not level with
 * it. */
#define LEFT(y, n)  AT("F", "12", "72", y, "the river and the downs lie left " n)
#define RIGHT(y, n) AT("F", "12", "320", y, "in the market the library is " n)

/* The right column begins lower, and in one of the left lines justified words
 * stand far apart. */
static void
reads_columns_that_are_not_level(void **state)
{
	g_autoptr(mb_lines) lines = test_pdf_page(
	    AT("B", "14", "72", "730", "Annual report of the whole Borough")
		LEFT("700", "1") LEFT("686", "2") LEFT("672", "3")
		    LEFT("658", "4") LEFT("644", "5") LEFT("630", "6")
			AT("F", "12", "72", "616", "the river and")
			    AT("F", "12", "180", "616", "the downs")
				RIGHT("693", "1") RIGHT("679", "2")
				    RIGHT("665", "3") RIGHT("651", "4")
					RIGHT("637", "5") RIGHT("623", "6"));

	assert_int_equal(lines->lines->len, 14);
	assert_string_equal(mb_lines_at(lines, 1)->text,
	                    "the river and the downs lie left 1");
	assert_string_equal(mb_lines_at(lines, 7)->text,
	                    "the river and the downs");
	assert_string_equal(mb_lines_at(lines, 8)->text,
	                    "in the market the library is 1");
}

#define POST(y, name, post)                                                    \
	AT("F", "12", "216", y, name) AT("F", "12", "330", y, post)

/* Who was there and what he is: columns of names are no prose. */
static void
keeps_posts_beside_names(void **state)
{
	g_autoptr(mb_lines) lines = test_pdf_page(
	    POST("700", "Walter Robins", "Convenor") POST("686", "Adam Rookley",
	                                                  "Secretary")
		POST("672", "Margaret Stratt",
	             "Treasurer") POST("658", "Colin Ormerod", "Board Member")
		    POST("644", "Martin Craneon", "Board Member")
			POST("630", "Sheila Hilling", "Member of Public")
			    POST("616", "Rowland Eddow", "Member of Public"));

	assert_int_equal(lines->lines->len, 7);
	assert_string_equal(mb_lines_at(lines, 3)->text,
	                    "Colin Ormerod Board Member");
}

/* Two people beside each other, whose lines nearly meet; the contact details of
 * a report. */
static void
reads_people_beside_each_other(void **state)
{
	static const char *const texts[] = {
		"9. Contact details",
		"Author",
		"Ann Marsh",
		"Senior Engineer for Ponds and Drains",
		"ann.marsh@ellersham.example",
		"Director",
		"John Reed",
		"Director of Place",
		"j.reed@ellersham.example",
		"The end.",
		NULL,
	};
	g_autoptr(mb_lines) lines = test_pdf_page(
	    AT("B", "12", "72", "730", "9. Contact details") AT("F", "12", "72",
	                                                        "700", "Author")
		AT("F", "12", "286", "700", "Director") AT("F", "12", "72",
	                                                   "686", "Ann Marsh")
		    AT("F", "12", "286", "686", "John Reed")
			AT("F", "12", "72", "672",
	                   "Senior Engineer for Ponds and Drains")
			    AT("F", "12", "286", "672", "Director of Place")
				AT("F", "12", "72", "658",
	                           "ann.marsh@ellersham.example")
				    AT("F", "12", "286", "658",
	                               "j.reed@ellersham.example")
					AT("F", "12", "72", "600", "The end."));

	test_texts_are(lines, texts);
}

/* Names with their addresses are rows, not columns. */
static void
keeps_addresses_beside_names(void **state)
{
	static const char *const texts[] = {
		"Ann Marsh ann.marsh@ellersham.example",
		"John Reed j.reed@ellersham.example",
		"Mary Fenn m.fenn@ellersham.example",
		NULL,
	};
	g_autoptr(mb_lines) lines = test_pdf_page(
	    AT("F", "12", "72", "700", "Ann Marsh")
		AT("F", "12", "279", "700", "ann.marsh@ellersham.example")
		    AT("F", "12", "72", "686", "John Reed")
			AT("F", "12", "279", "686", "j.reed@ellersham.example")
			    AT("F", "12", "72", "672", "Mary Fenn")
				AT("F", "12", "279", "672",
	                           "m.fenn@ellersham.example"));

	test_texts_are(lines, texts);
}

static void
counts_pages(void **state)
{
	static const char *const streams[] = {
		AT("F", "12", "72", "700", "one")
		    AT("F", "9", "290", "30", "1"),
		"",
		AT("F", "12", "72", "700", "three")
		    AT("F", "9", "290", "30", "3"),
		AT("F", "12", "72", "700", "four")
		    AT("F", "9", "290", "30", "4"),
	};
	g_autoptr(mb_lines) lines = test_pdf_pages(streams, 4);

	assert_int_equal(lines->n_pages, 4);
	/* The second is blank, which is no scan. */
	assert_int_equal(lines->n_empty_pages, 0);
	assert_int_equal(mb_lines_at(lines, 2)->page_no, 3);
	assert_string_equal(mb_lines_label(lines, 1), "i");
	assert_string_equal(mb_lines_label(lines, 2), "1");
	assert_null(mb_lines_label(lines, 5));
	assert_null(mb_lines_label(lines, 0));
}

static void
tells_a_scan(void **state)
{
	static const char *const streams[] = { "", "0 0 m 9 9 l S" };
	g_autoptr(GString) pdf = test_pdf(streams, 2, LABELS);

	test_read_fails(MB_FORMAT_PDF, pdf->str, pdf->len, MB_ERROR_NO_TEXT);
}

/* A file cut short anywhere is read as far as Poppler can mend it, or refused
 * with its reason. */
static void
bears_truncation(void **state)
{
	static const char *const streams[] = { AT("F", "12", "72", "700",
		                                  "one") };
	g_autoptr(GString) pdf = test_pdf(streams, 1, LABELS);

	for (gsize n = 0; n < pdf->len; n += 11) {
		g_autoptr(GBytes) content = g_bytes_new(pdf->str, n);
		struct mb_paper paper = { .content = content,
			                  .format = MB_FORMAT_PDF };
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_lines) lines = mb_lines_read(&paper, &error);

		assert_true((lines != NULL) != (error != NULL));
		if (error != NULL && n < pdf->len / 2)
			assert_true(error->domain == MB_ERROR &&
			            (error->code == MB_ERROR_FORMAT ||
			             error->code == MB_ERROR_NO_TEXT));
	}
	test_read_fails(MB_FORMAT_PDF, "%PDF-1.4\nnothing", 16,
	                MB_ERROR_FORMAT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joins_what_is_on_one_line),
		cmocka_unit_test(reads_a_watermark),
		cmocka_unit_test(sees_gaps_and_bullets),
		cmocka_unit_test(takes_labels_from_the_foot),
		cmocka_unit_test(takes_headings_from_bookmarks),
		cmocka_unit_test(reads_two_columns),
		cmocka_unit_test(reads_columns_that_are_not_level),
		cmocka_unit_test(keeps_posts_beside_names),
		cmocka_unit_test(reads_people_beside_each_other),
		cmocka_unit_test(keeps_addresses_beside_names),
		cmocka_unit_test(counts_pages),
		cmocka_unit_test(tells_a_scan),
		cmocka_unit_test(bears_truncation),
	};

	return cmocka_run_group_tests_name("read-pdf", tests, NULL, NULL);
}
