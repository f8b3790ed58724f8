/* Which committee is meant. */
#include "tests/unit/test.h"

#include "query/body-names.h"

static void
test_fold(void **state)
{
	static const struct {
		const char *name, *folded;
	} rows[] = {
		{ "The Children’s Services Committee",
		  "childrens services committee" },
		{ "Economic Development & Planning",
		  "economic development and planning" },
		{ "Cappamore- Kilmallock", "cappamore kilmallock" },
		{ "Cyngor Siân", "cyngor sian" },
		{ "Home and Leisure SPC",
		  "home and leisure strategic policy committee" },
		{ "", "" },
		{ NULL, "" },
		{ " \t- ", "" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *folded = mb_body_fold(rows[i].name);

		assert_string_equal(folded, rows[i].folded);
	}
}

static void
test_alike(void **state)
{
	static const struct {
		const char *one, *other;
		gboolean alike;
	} rows[] = {
		{ "joint policing committee", "ashby joint policing committee",
		  TRUE },
		{ "home and social development spc",
		  "home and social development strategic policy committee",
		  TRUE },
		{ "planning committee", "cabinet", FALSE },
		{ "planning committee", "planning sub committee", TRUE },
		{ "audit committee", "standards committee", FALSE },
		{ "district of ashby", "district of marlow", FALSE },
		{ "cabinet", "cabinet", TRUE },
		/* Only what every committee is called. */
		{ "council", "parish council", TRUE },
		{ "council", "board", FALSE },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		if (mb_body_alike(rows[i].one, rows[i].other) !=
		        rows[i].alike ||
		    mb_body_alike(rows[i].other, rows[i].one) != rows[i].alike)
			fail_msg("%s | %s", rows[i].one, rows[i].other);
}

static void
test_other(void **state)
{
	static const struct {
		const char *words;
		gboolean other;
	} rows[] = {
		{ "Minutes: of the meeting held on 30th January, 2020", FALSE },
		{ "Minutes of the Planning Committee held on 3 May 2021",
		  FALSE },
		{ "Minutes: Committee held on the 3rd of May", FALSE },
		{ "To confirm the minutes of the last Council meeting", FALSE },
		{ "Adoption of Minutes: of the Special Meeting of 3 May",
		  FALSE },
		{ "MINUTES OF THE PLANNING COMMITTEE", FALSE },
		{ "Minutes of the Audit Committee held on 3 May 2021", TRUE },
		{ "Minutes of the Ashby Audit and Governance Committee", TRUE },
		{ "Minutes of Cabinet, 3 May 2021", TRUE },
		{ "the Metropolitan Meeting yesterday, the 16th October",
		  TRUE },
		{ "", FALSE },
		{ "\xe2\x80\x9c \xe2\x80\x9d", FALSE },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		if (mb_body_is_other(rows[i].words, "planning committee",
		                     "ashby borough council") != rows[i].other)
			fail_msg("%s", rows[i].words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_alike),
		cmocka_unit_test(test_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
