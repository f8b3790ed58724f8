#include "tests/unit/test.h"

#include "tests/unit/lines.h"

/* Writes small PDFs: pages of words at given places. */
struct pdf {
	GString *out;
	GArray *offsets; /* of gsize: where each object begins */
};

static void
object(struct pdf *pdf, const char *body)
{
	gsize offset = pdf->out->len;

	g_array_append_val(pdf->offsets, offset);
	g_string_append_printf(pdf->out, "%u 0 obj\n%s\nendobj\n",
	                       pdf->offsets->len, body);
}

static void
finish(struct pdf *pdf)
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
static GString *
make_pdf(const char *const *streams, guint n_pages, const char *catalog)
{
	struct pdf pdf = { g_string_new("%PDF-1.4\n"),
		           g_array_new(FALSE, FALSE, sizeof(gsize)) };
	g_autoptr(GString) text = g_string_new("<</Type/Pages/Kids[");

	g_string_printf(text, "<</Type/Catalog/Pages 3 0 R%s>>", catalog);
	object(&pdf, text->str);
	g_string_assign(text, "<</Type/Pages/Kids[");
	object(&pdf, "<</Title(Minutes  of Cabinet)>>");
	for (guint p = 0; p < n_pages; p++)
		g_string_append_printf(text, "%u 0 R ", 6 + p * 2);
	g_string_append_printf(text, "]/Count %u>>", n_pages);
	object(&pdf, text->str);
	object(&pdf, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
	object(&pdf, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>");
	for (guint p = 0; p < n_pages; p++) {
		g_string_printf(text,
		                "<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 "
		                "842]/Contents %u 0 R/Resources<</Font<</F 4 0 "
		                "R/B 5 0 R>>>>>>",
		                7 + p * 2);
		object(&pdf, text->str);
		g_string_printf(text, "<</Length %zu>>stream\n%s\nendstream",
		                strlen(streams[p]), streams[p]);
		object(&pdf, text->str);
	}
	finish(&pdf);
	g_array_unref(pdf.offsets);
	return pdf.out;
}

static struct mb_lines *
read_pages(const char *const *streams, guint n_pages)
{
	g_autoptr(GString) pdf = make_pdf(streams, n_pages, LABELS);

	return test_read(MB_FORMAT_PDF, pdf->str, pdf->len);
}

static struct mb_lines *
read_one(const char *stream)
{
	return read_pages(&stream, 1);
}

/* Text at a place, measured from the foot of the page. */
#define AT(font, size, x, y, text)                                             \
	"BT /" font " " size " Tf " x " " y " Td (" text ") Tj ET\n"

static void
texts_are(const struct mb_lines *lines, const char *const *texts)
{
	guint i;

	for (i = 0; texts[i] != NULL; i++) {
		assert_true(i < lines->lines->len);
		assert_string_equal(mb_lines_at(lines, i)->text, texts[i]);
	}
	assert_int_equal(lines->lines->len, i);
}

/* A number is drawn last and far from its heading, a raised "th" by itself. */
static void
joins_what_is_on_one_line(void **state)
{
	static const char *const texts[] = { "13. Minutes of 5th May",
		                             "were agreed", NULL };
	g_autoptr(mb_lines) lines =
	    read_one(AT("B", "12", "108", "700", "Minutes of 5")
	                 AT("B", "8", "179.5", "704", "th")
	                     AT("B", "12", "190", "700", "May")
	                         AT("F", "12", "108", "686", "were agreed")
	                             AT("F", "12", "72", "700", "13."));
	const struct mb_line *line = mb_lines_at(lines, 0);

	texts_are(lines, texts);
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
	g_autoptr(mb_lines) lines =
	    read_one(SLANTED("100", "200", "CONFIDENTIAL")
	                 AT("F", "11", "72", "300", "The rent asked")
	                     AT("F", "11", "72", "280", "is four hundred"));
	g_autoptr(mb_lines) upright =
	    read_one(AT("B", "60", "72", "700", "ROADS")
	                 AT("F", "11", "72", "600", "The roads are wide"));

	texts_are(lines, texts);
	texts_are(upright, title);
}

static void
sees_gaps_and_bullets(void **state)
{
	static const char *const texts[] = { "One",  "two",  "three",
		                             "four", "five", NULL };
	g_autoptr(mb_lines) lines = read_one(
	    AT("F", "12", "72", "700", "One") AT("F", "12", "72", "686", "two")
		AT("F", "12", "72", "672", "three")
		    AT("F", "12", "72", "644", "\\267  four")
			AT("F", "12", "72", "630", "- five"));

	texts_are(lines, texts);
	assert_false(mb_lines_at(lines, 2)->gap);
	assert_true(mb_lines_at(lines, 3)->gap);
	assert_int_equal(mb_lines_at(lines, 3)->kind, MB_LINE_LIST);
	assert_int_equal(mb_lines_at(lines, 4)->kind, MB_LINE_LIST);
}

/* NO   ACTION            OWNER   of an action list, with a cell of two lines.
 */
static void
finds_tables(void **state)
{
	static const char *const texts[] = {
		"Actions",
		"NO ACTION OWNER",
		"A1 Clear the ditch in Mill Lane KD",
		"A2 Paint the gate JH",
		"6. Updates",
		NULL
	};
	g_autoptr(mb_lines) lines = read_one(
	    AT("F", "12", "72", "714", "Actions") AT("F", "12", "72", "700",
	                                             "NO") AT("F", "12", "140",
	                                                      "700", "ACTION")
		AT("F", "12", "400", "700", "OWNER") AT("F", "12", "72", "686",
	                                                "A1")
		    AT("F", "12", "140", "686",
	               "Clear the ditch") AT("F", "12", "400", "686", "KD")
			AT("F", "12", "140", "672",
	                   "in Mill Lane") AT("F", "12", "72", "658", "A2")
			    AT("F", "12", "140", "658", "Paint the gate")
				AT("F", "12", "400", "658", "JH")
				    AT("F", "12", "72", "644", "6. Updates"));
	const struct mb_line *row = mb_lines_at(lines, 2);

	assert_int_equal(row->kind, MB_LINE_ROW);
	assert_string_equal(row->cells[0], "A1");
	assert_string_equal(row->cells[1], "Clear the ditch in Mill Lane");
	assert_string_equal(row->cells[2], "KD");
	assert_null(row->cells[3]);
	texts_are(lines, texts);
	assert_int_equal(mb_lines_at(lines, 4)->kind, MB_LINE_TEXT);
}

/* Text in 10 points at one of the columns of a table. */
#define CELL(x, y, text) AT("F", "10", x, y, text)
#define ROW(y, a, b, c)  CELL("72", y, a) CELL("200", y, b) CELL("330", y, c)

static void
cells_are(const struct mb_lines *lines, guint i, const char *want)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	g_autofree char *got = NULL;

	assert_int_equal(line->kind, MB_LINE_ROW);
	got = g_strjoinv("|", line->cells);
	assert_string_equal(got, want);
}

/* Rows of a table of Word's stand no further apart than its lines: a first cell
 * of several lines is told by its width, and what stands in many cells at once
 * by having none of their edges. */
static void
keeps_wrapped_cells(void **state)
{
	g_autoptr(mb_lines) lines = read_one(
	    ROW("700", "Project", "Status", "Changes")
		ROW("688", "City Centre, Second", "Delivery", "None")
		    CELL("72", "676", "Phase")
			ROW("664", "Canal path", "Draft", "Two bridges")
			    ROW("652", "High Street", "Draft", "None")
				CELL("72", "640", "Cycle hangars")
				    CELL("200", "640",
	                                 "not yet approved, and no business "
	                                 "case") ROW("628", "Mill Lane", "Done",
	                                             "None"));

	cells_are(lines, 0, "Project|Status|Changes");
	cells_are(lines, 1, "City Centre, Second Phase|Delivery|None");
	cells_are(lines, 2, "Canal path|Draft|Two bridges");
	cells_are(lines, 3, "High Street|Draft|None");
	cells_are(lines, 4,
	          "Cycle hangars|not yet approved, and no business case|");
	cells_are(lines, 5, "Mill Lane|Done|None");
	assert_int_equal(lines->lines->len, 6);
}

/* The headings of two columns may stand so near that they look like one. */
static void
parts_cells_at_the_gutter(void **state)
{
	g_autoptr(mb_lines) lines = read_one(
	    CELL("72", "700", "Org")
		CELL("200", "700", "Budget of this year as")
		    CELL("312", "700", "Proposed budget")
			ROW("688", "Libraries", "147.31", "168.87")
			    ROW("676", "Museums", "161.87", "179.31")
				ROW("664", "Parks", "62.55", "69.99")
				    ROW("652", "Roads", "534.09", "581.69"));

	cells_are(lines, 0, "Org|Budget of this year as|Proposed budget");
	cells_are(lines, 1, "Libraries|147.31|168.87");
	assert_int_equal(lines->lines->len, 5);
}

#define HEAD ROW("700", "No", "Action", "Update")
#define FOOT(n)                                                                \
	AT("F", "8", "250", "40", "Clerk: A Marsh")                            \
	AT("F", "8", "260", "30", "Page " n)

/* A row goes on at the head of the next page, below the head that is printed
 * again; the foot of the page is none of the table's. */
static void
carries_rows_over_pages(void **state)
{
	static const char *const pages[] = {
		AT("F", "10", "72", "740", "Actions of the last meeting")
		    HEAD ROW("688", "June 1", "Mend the gate", "Waits for")
			FOOT("1"),
		HEAD CELL("330", "688", "an offer")
		    ROW("676", "June 2", "Paint the hall", "Done") FOOT("2"),
		CELL("330", "700", "in blue")
		    AT("F", "10", "72", "640", "Any other business") FOOT("3"),
		AT("F", "10", "72", "740", "Next meeting") FOOT("4"),
	};
	g_autoptr(mb_lines) lines = read_pages(pages, G_N_ELEMENTS(pages));

	cells_are(lines, 2, "June 1|Mend the gate|Waits for an offer");
	assert_string_equal(mb_lines_at(lines, 2)->text,
	                    "June 1 Mend the gate Waits for an offer");
	assert_string_equal(mb_lines_at(lines, 3)->text, "Clerk: A Marsh");
	assert_true(mb_lines_at(lines, 3)->furniture);
	cells_are(lines, 5, "No|Action|Update");
	assert_true(mb_lines_at(lines, 5)->furniture);
	cells_are(lines, 6, "June 2|Paint the hall|Done in blue");
	assert_string_equal(mb_lines_at(lines, 9)->text, "Any other business");
	assert_int_equal(mb_lines_at(lines, 9)->kind, MB_LINE_TEXT);
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
	g_autoptr(GString) pdf = make_pdf(pages, G_N_ELEMENTS(pages), "");
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
	struct pdf pdf;
	GString *out = make_pdf(pages, 2, "/Outlines 10 0 R");
	gsize at = (gsize)(strstr(out->str, "xref\n") - out->str);
	guint n = g_strv_length((char **)titles);

	g_string_truncate(out, at);
	pdf = (struct pdf){ out, g_array_new(FALSE, FALSE, sizeof(gsize)) };
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

		object(&pdf, body);
	}
	finish(&pdf);
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

/* Justified prose has wide spaces, one above the other for a line or two. */
static void
takes_no_prose_for_a_table(void **state)
{
	static const char *const texts[] = {
		"The allowance that the Council has for works of this kind is",
		"funding first, with details of schemes and work",
		"or programmes of spend. The paper is kept by",
		"the Clerk, who answers for the whole of it and of what "
		"follows",
		NULL
	};
	g_autoptr(mb_lines) lines = read_one(
	    AT("F", "10", "72", "700",
	       "The allowance that the Council has for works of this kind is")
		CELL("72", "688", "funding first,") CELL("148", "688",
	                                                 "with details of")
		    CELL("230", "688", "schemes and work")
			CELL("72", "676", "or programmes") CELL("152", "676",
	                                                        "of spend. The")
			    CELL("228", "676", "paper is kept by")
				AT("F", "10", "72", "664",
	                           "the Clerk, who answers for the whole of it "
	                           "and of what follows"));

	texts_are(lines, texts);
	assert_int_equal(mb_lines_at(lines, 1)->kind, MB_LINE_TEXT);
}

/* One row of two columns: the left line and the right one. */
#define TWO(y, n)                                                              \
	AT("F", "12", "72", y, "the river and the downs lie left " n)          \
	AT("F", "12", "320", y, "in the market the library is " n)

static void
reads_two_columns(void **state)
{
	g_autoptr(mb_lines) lines = read_one(
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
	g_autoptr(mb_lines) lines = read_one(
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
	g_autoptr(mb_lines) lines = read_one(
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
	g_autoptr(mb_lines) lines = read_one(
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

	texts_are(lines, texts);
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
	g_autoptr(mb_lines) lines = read_one(
	    AT("F", "12", "72", "700", "Ann Marsh")
		AT("F", "12", "279", "700", "ann.marsh@ellersham.example")
		    AT("F", "12", "72", "686", "John Reed")
			AT("F", "12", "279", "686", "j.reed@ellersham.example")
			    AT("F", "12", "72", "672", "Mary Fenn")
				AT("F", "12", "279", "672",
	                           "m.fenn@ellersham.example"));

	texts_are(lines, texts);
}

/* A tracker of two columns, whose cells take two lines. */
static void
keeps_rows_of_two_columns(void **state)
{
	g_autoptr(mb_lines) lines = read_one(
	    AT("B", "10", "72", "700",
	       "Subject") AT("B", "10", "200", "700",
	                     "Action") CELL("72", "686", "Ponds of the north")
		CELL("200", "686", "Ask the Drainage Board for its map") CELL(
		    "72", "674", "ward") CELL("200", "674", "of 1974")
		    CELL("72", "660", "Gates") CELL("200", "660", "Mend them")
			AT("F", "10", "72", "600", "The meeting closed."));

	cells_are(lines, 0, "Subject|Action");
	cells_are(lines, 1,
	          "Ponds of the north ward|Ask the Drainage Board for its map "
	          "of 1974");
	cells_are(lines, 2, "Gates|Mend them");
	assert_string_equal(mb_lines_at(lines, 3)->text, "The meeting closed.");
	assert_int_equal(lines->lines->len, 4);
}

/* A memorandum's head, a sum, and headings with numbers are no tables. */
static void
takes_no_pair_for_a_table(void **state)
{
	static const char *const heads[][2] = {
		{ "From:", "Ann Marsh, Leader" },
		{ "Total", "940" },
		{ "3.", "Apologies" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(heads); i++) {
		g_autofree char *stream = g_strdup_printf(
		    AT("B", "10", "72", "700", "%s")
			AT("B", "10", "200", "700", "%s")
			    CELL("72", "686", "Ponds") CELL("200", "686", "752")
				CELL("72", "674", "Gates")
				    CELL("200", "674", "188"),
		    heads[i][0], heads[i][1]);
		g_autoptr(mb_lines) lines = read_one(stream);

		for (guint k = 0; k < lines->lines->len; k++)
			assert_int_equal(mb_lines_at(lines, k)->kind,
			                 MB_LINE_TEXT);
	}
}

/* A list of numbers and texts is none. */
static void
takes_no_list_for_a_table(void **state)
{
	g_autoptr(mb_lines) lines = read_one(
	    AT("F", "12", "72", "700", "1.")
		AT("F", "12", "140", "700", "Apologies")
		    AT("F", "12", "72", "686", "2.") AT("F", "12", "140", "686",
	                                                "Minutes")
			AT("F", "12", "72", "672", "3.")
			    AT("F", "12", "140", "672", "Any other business"));

	for (guint i = 0; i < lines->lines->len; i++)
		assert_int_equal(mb_lines_at(lines, i)->kind, MB_LINE_TEXT);
	assert_string_equal(mb_lines_at(lines, 2)->text,
	                    "3. Any other business");
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
	g_autoptr(mb_lines) lines = read_pages(streams, 4);

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
	g_autoptr(GString) pdf = make_pdf(streams, 2, LABELS);

	test_read_fails(MB_FORMAT_PDF, pdf->str, pdf->len, MB_ERROR_NO_TEXT);
}

/* A file cut short anywhere is read as far as Poppler can mend it, or refused
 * with its reason. */
static void
bears_truncation(void **state)
{
	static const char *const streams[] = { AT("F", "12", "72", "700",
		                                  "one") };
	g_autoptr(GString) pdf = make_pdf(streams, 1, LABELS);

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
		cmocka_unit_test(finds_tables),
		cmocka_unit_test(keeps_wrapped_cells),
		cmocka_unit_test(parts_cells_at_the_gutter),
		cmocka_unit_test(carries_rows_over_pages),
		cmocka_unit_test(takes_labels_from_the_foot),
		cmocka_unit_test(takes_headings_from_bookmarks),
		cmocka_unit_test(takes_no_prose_for_a_table),
		cmocka_unit_test(reads_two_columns),
		cmocka_unit_test(reads_columns_that_are_not_level),
		cmocka_unit_test(keeps_posts_beside_names),
		cmocka_unit_test(reads_people_beside_each_other),
		cmocka_unit_test(keeps_addresses_beside_names),
		cmocka_unit_test(keeps_rows_of_two_columns),
		cmocka_unit_test(takes_no_pair_for_a_table),
		cmocka_unit_test(takes_no_list_for_a_table),
		cmocka_unit_test(counts_pages),
		cmocka_unit_test(tells_a_scan),
		cmocka_unit_test(bears_truncation),
	};

	return cmocka_run_group_tests_name("read-pdf", tests, NULL, NULL);
}
