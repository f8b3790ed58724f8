#include "tests/unit/test.h"

#include <string.h>

#include "indexer/numbers.h"

/* Numbers at the start of lines: what is printed, what counts, and the text
 * that follows. */
static const struct {
	const char *line, *number, *rest;
	guint value;
	enum mb_mark mark;
} numbered[] = {
	{ "13. Declarations of Interest", "13", "Declarations of Interest", 13,
	  MB_MARK_STOP },
	{ "41 Opening Remarks", "41", "Opening Remarks", 41, MB_MARK_NONE },
	{ "2: Policing Issues", "2", "Policing Issues", 2, MB_MARK_COLON },
	{ "1.Minutes", "1", "Minutes", 1, MB_MARK_STOP },
	{ "4, Adoption of Minutes", "4", "Adoption of Minutes", 4,
	  MB_MARK_STOP },
	{ "7) Budget", "7", "Budget", 7, MB_MARK_BRACKET },
	{ "6A The Old School House", "6A", "The Old School House", 6,
	  MB_MARK_NONE },
	{ "Item 1: Adoption of Minutes", "1", "Adoption of Minutes", 1,
	  MB_MARK_COLON },
	{ "Item No. 11A Housing", "11A", "Housing", 11, MB_MARK_NONE },
	{ "03.23.02. Declarations of Interest", "03.23.02",
	  "Declarations of Interest", 2, MB_MARK_STOP },
	{ "18.07.1 Apologies", "18.07.1", "Apologies", 1, MB_MARK_NONE },
	{ "107/20 APOLOGIES", "107/20", "APOLOGIES", 107, MB_MARK_NONE },
	{ "PLA146/14 Minutes", "PLA146/14", "Minutes", 146, MB_MARK_NONE },
	{ "R2025-063 Adoption of the Budget", "R2025-063",
	  "Adoption of the Budget", 63, MB_MARK_NONE },
	{ "R2020 -130 Minutes", "R2020 -130", "Minutes", 130, MB_MARK_NONE },
	{ "2023/45 Apologies", "2023/45", "Apologies", 45, MB_MARK_NONE },
	{ "PC.47/21 Appeals", "PC.47/21", "Appeals", 47, MB_MARK_NONE },
	{ "2579. Apologies: Cllr Smith", "2579", "Apologies: Cllr Smith", 2579,
	  MB_MARK_STOP },
	{ "50.", "50", "", 50, MB_MARK_STOP },
	{ "Agenda Item 3: Minutes", "3", "Minutes", 3, MB_MARK_COLON },
	{ "AGENDA ITEM 4 - Petitions", "4", "Petitions", 4, MB_MARK_NONE },
	{ "Agenda Item No. 12B", "12B", "", 12, MB_MARK_NONE },
	{ "Minute No 12 Apologies", "12", "Apologies", 12, MB_MARK_NONE },
	{ "No. 5 Petitions", "5", "Petitions", 5, MB_MARK_NONE },
	{ "45/2023-24 Apologies", "45/2023-24", "Apologies", 45, MB_MARK_NONE },
	{ "PC/45/23-24 Apologies", "PC/45/23-24", "Apologies", 45,
	  MB_MARK_NONE },
	{ "PC23-14 Apologies", "PC23-14", "Apologies", 14, MB_MARK_NONE },
	{ "PC 45/23 Apologies", "PC 45/23", "Apologies", 45, MB_MARK_NONE },
	{ "4.0 Petitions", "4.0", "Petitions", 4, MB_MARK_NONE },
	{ "[26] Petitions", "26", "Petitions", 26, MB_MARK_BRACKET },
	{ "* 4. Petitions", "4", "Petitions", 4, MB_MARK_STOP },
	{ "1/ Petitions", "1", "Petitions", 1, MB_MARK_BRACKET },
	{ "Minute No: 41/22 Petitions", "41/22", "Petitions", 41,
	  MB_MARK_NONE },
	{ "Item #5 Petitions", "5", "Petitions", 5, MB_MARK_NONE },
	{ "IV - Petitions", "IV", "Petitions", 4, MB_MARK_NONE },
	{ "4.) Petitions", "4", "Petitions", 4, MB_MARK_STOP },
};

/* No numbers of items, whatever else they are. */
static const char *const plain[] = {
	"",
	"Apologies for Absence",
	"(1) That the report be noted",
	"7.30 pm in the Village Hall",
	"£1,000 was paid",
	"12345 is too long for a number",
	"1st April 2019",
	"a) Cleansing, environment",
	"Items from the Public",
	"23/00804/LB - Timber Cottage",
	"No declarations were made",
	"agenda items 3 and 4 were taken together",
	"[see page 5]",
	"J. Scanlan",
	"V Elm",
	"Minutes 10",
	"2001-2005, in relation to the quay",
};

static void
reads_numbers(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(numbered); i++) {
		struct mb_heading h = { 0 };
		gsize n = mb_numbers_read(numbered[i].line, &h);

		assert_string_equal(h.number, numbered[i].number);
		assert_string_equal(numbered[i].line + n, numbered[i].rest);
		assert_int_equal(h.value, numbered[i].value);
		assert_int_equal(h.mark, numbered[i].mark);
	}
}

static void
leaves_the_rest(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(plain); i++) {
		struct mb_heading h = { 0 };

		if (mb_numbers_read(plain[i], &h))
			fail_msg("\"%s\" has number %s", plain[i], h.number);
	}
}

/* A number that is too long for its place is cut, not written past it. */
static void
bounds_numbers(void **state)
{
	struct mb_heading h = { 0 };

	mb_numbers_read("ABCDE/2025/1234a Title", &h);
	assert_true(strlen(h.number) < MB_HEADING_NUMBER_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_numbers),
		cmocka_unit_test(leaves_the_rest),
		cmocka_unit_test(bounds_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
