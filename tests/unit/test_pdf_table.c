#include "tests/unit/test.h"

#include "tests/unit/pdf.h"

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
	g_autoptr(mb_lines) lines = test_pdf_page(
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
	test_texts_are(lines, texts);
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
	g_autoptr(mb_lines) lines = test_pdf_page(
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
	g_autoptr(mb_lines) lines = test_pdf_page(
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
	g_autoptr(mb_lines) lines = test_pdf_pages(pages, G_N_ELEMENTS(pages));

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
	g_autoptr(mb_lines) lines = test_pdf_page(
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

	test_texts_are(lines, texts);
	assert_int_equal(mb_lines_at(lines, 1)->kind, MB_LINE_TEXT);
}

/* A tracker of two columns, whose cells take two lines. */
static void
keeps_rows_of_two_columns(void **state)
{
	g_autoptr(mb_lines) lines = test_pdf_page(
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
		g_autoptr(mb_lines) lines = test_pdf_page(stream);

		for (guint k = 0; k < lines->lines->len; k++)
			assert_int_equal(mb_lines_at(lines, k)->kind,
			                 MB_LINE_TEXT);
	}
}

/* A list of numbers and texts is none. */
static void
takes_no_list_for_a_table(void **state)
{
	g_autoptr(mb_lines) lines = test_pdf_page(
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_tables),
		cmocka_unit_test(keeps_wrapped_cells),
		cmocka_unit_test(parts_cells_at_the_gutter),
		cmocka_unit_test(carries_rows_over_pages),
		cmocka_unit_test(takes_no_prose_for_a_table),
		cmocka_unit_test(keeps_rows_of_two_columns),
		cmocka_unit_test(takes_no_pair_for_a_table),
		cmocka_unit_test(takes_no_list_for_a_table),
	};

	return cmocka_run_group_tests_name("read-pdf", tests, NULL, NULL);
}
