#include "tests/unit/test.h"

#include "indexer/exempt.h"
#include "tests/unit/draft.h"

/* What a header prints over a thing that is withheld. */
static const char *const markings[] = {
	"NOT FOR PUBLICATION",
	"Not for publication",
	"NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule "
	"12A",
	"This report is not for publication",
	"Not for publication: contains information about named persons",
	"This appendix is not for publication under paragraph 1 of Schedule "
	"12A",
	"EXEMPT",
	"Exempt",
	"EXEMPT REPORT",
	"Exempt Appendix 2",
	"EXEMPT - Paragraph 3",
	"Exempt information by virtue of paragraphs 1 and 2 of Schedule 12A",
	"Exempt by virtue of paragraph 4, Schedule 12A, Local Government Act "
	"1972",
	"Exempt under Paragraph 7",
	"(Exempt information: paragraph 5)",
	"Report status: Exempt",
	"Classification: Restricted",
	"Classification: EXEMPT",
	"Security classification: Official-Sensitive",
	"Publication status: Confidential",
	"Exempt information: Yes",
	"Is this report exempt? Yes",
	"Confidential or exempt: Yes",
	"CONFIDENTIAL",
	"Confidential",
	"STRICTLY CONFIDENTIAL",
	"Private and Confidential",
	"PRIVATE & CONFIDENTIAL",
	"Confidential Report",
	"CONFIDENTIAL: Settlement of a claim",
	"PART II",
	"Part 2",
	"Part II – Private",
	"PART 2 (EXEMPT)",
	"PART B – CONFIDENTIAL",
	"RESTRICTED",
	"Restricted – not to be circulated",
	"Appendix 3 (exempt)",
	"Appendix C – CONFIDENTIAL",
	"Quay Lease: Terms (Confidential)",
	"This report contains exempt information",
	"This report is exempt from publication",
	"The report contains confidential information as defined in s100A",
	"Commercially sensitive",
	"COMMERCIAL IN CONFIDENCE",
	"Paragraph 3 of Part 1 of Schedule 12A of the Local Government Act "
	"1972",
	"Exempt from disclosure: Schedule 7A, Local Government (Scotland) Act "
	"1973,"
	" paragraph 6 of Schedule 7A",
	"Confidential minutes",
	"Exempt Minutes",
	"Press and public excluded",
	"Withheld from publication",
	"Nid i'w gyhoeddi",
	"Members only",
};

/* What looks like it and withholds nothing. */
static const char *const lookalikes[] = {
	"Any agendas containing reports with exempt information should be "
	"treated"
	" as private and confidential.",
	"Private and Confidential Information",
	"Confidential papers should be securely disposed of.",
	"There were no exempt items.",
	"(At the time of preparing the agenda there were no exempt items.)",
	"Exempt information: No",
	"Exempt Information: None",
	"Exempt information: N/A",
	"Appendix E – Exempt Information NO",
	"Exempt Information? Open",
	"(e) Exempt Information?",
	"Decision made in exempt session? No",
	"Is the report exempt? No",
	"Classification: Unrestricted",
	"UNRESTRICTED ITEMS",
	"Classification: Public",
	"This report does not contain exempt information",
	"This report contains no confidential or exempt information.",
	"Not exempt",
	"Non-exempt report",
	"Publication: Open",
	"Confidential information: none",
	"The whole of the meeting is filmed except where there are "
	"confidential or"
	" exempt items",
	"You have the right to inspect papers unless they contain exempt"
	" information",
	"To consider whether any items are likely to disclose exempt "
	"information",
	"Vehicles of residents are exempt from the charge",
	"Charities that are exempt from business rates",
	"Exemption policy for moving traffic",
	"The school was granted an exemption under paragraph 3",
	"VAT exempt supplies",
	"Calls to the helpline are confidential and free",
	"Confidential Reporting Code (Whistleblowing)",
	"Confidentiality",
	"Restricted Parking Zone, Quay Street",
	"Restricted byway 12",
	"Restricted funds",
	"The 30mph speed limit is restricted to the village",
	"Private hire vehicles",
	"Private sector housing",
	"Private Sector Rents Report",
	"Part 2 of the Town Plan sets out the sites",
	"Part II Land Drainage Byelaws",
	"Part 2 – Delivery of the strategy",
	"Part 8 Procedure – Pedestrian Bridge",
	"Schedule of meetings",
	"Publication of the annual report",
	"Publication date: 3 March 2021",
	"Closed roads order",
	"Road closed for resurfacing",
	"The report was published in January",
	"Public excluded from the beach at high tide by the sea wall",
	"Sensitive receptors",
	"General circulation",
	"",
};

static void
markings_are_caught(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(markings); i++) {
		g_autofree char *words = mb_exempt_marking(markings[i], NULL);

		if (!words)
			fail_msg("missed: %s", markings[i]);
		assert_true(*words != '\0');
	}
}

static void
lookalikes_are_open(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(lookalikes); i++) {
		g_autofree char *words = mb_exempt_marking(lookalikes[i], NULL);

		if (words)
			fail_msg("%s: marked by '%s'", lookalikes[i], words);
	}
}

static void
configured_words_mark(void **state)
{
	static const char *const more[] = { "pink paper", NULL };
	g_autofree char *words = mb_exempt_marking("PINK PAPER 4", more);
	g_autofree char *none = mb_exempt_marking("White paper 4", more);

	assert_string_equal(words, "pink paper");
	assert_null(none);
}

static const struct {
	const char *line;
	gboolean is_private;
} private_rows[] = {
	{ "RESOLVED That the press and public be excluded from the meeting",
	  1 },
	{ "Exclusion of the Press and Public", 1 },
	{ "likely disclosure of exempt information as defined in Schedule 12A",
	  1 },
	{ "EXEMPT ITEMS", 1 },
	{ "To receive the confidential minutes of the last meeting", 1 },
	{ "The Members went into committee to hear the officer", 1 },
	{ "Property Services would give an update “in committee”", 1 },
	{ "There were no exempt items", 0 },
	{ "Exempt Information?", 0 },
	{ "Private hire licences were considered", 0 },
	{ "Any agendas containing reports with exempt information should be"
	  " treated as private",
	  0 },
	{ "The public forum was noted", 0 },
	{ "held in Committee Room 2", 0 },
};

static void
private_business_is_told(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(private_rows); i++)
		if (mb_exempt_is_private(private_rows[i].line) !=
		    private_rows[i].is_private)
			fail_msg("%s", private_rows[i].line);
}

/* --- whole papers -------------------------------------------------------- */

static gboolean
mark(struct test_draft *d, const char *path)
{
	g_autoptr(GPtrArray) drafts = g_ptr_array_new();
	g_autoptr(mb_conf) conf = mb_conf_load(NULL, NULL, NULL);

	assert_non_null(conf);
	g_ptr_array_add(drafts, &d->draft);
	return mb_exempt_mark(drafts, d->lines, &d->meetings, path, conf);
}

static void
a_marked_report_is_exempt(void **state)
{
	struct test_draft d;

	test_draft_init(&d, MB_KIND_REPORT,
	                "Harbour Committee\nReport of the Harbour Master\n"
	                "EXEMPT by virtue of paragraph 3 of Schedule 12A",
	                "Lease of Quay 4", "1. The lease falls in.");
	mark(&d, "report.txt");
	assert_true(d.draft.item->exempt);
	assert_non_null(d.draft.item->exempt_words);
	test_draft_clear(&d);
}

static void
a_public_minute_is_open_and_private(void **state)
{
	struct test_draft d;

	test_draft_init(&d, MB_KIND_MINUTE, "Minutes of the Harbour Committee",
	                "Exclusion of the Public",
	                "RESOLVED That the public be excluded from the meeting "
	                "under paragraph 3 of Schedule 12A.");
	assert_false(mark(&d, "minutes.txt"));
	assert_false(d.draft.item->exempt);
	assert_true(d.draft.item->private_business);
	test_draft_clear(&d);
}

static void
a_banner_makes_all_exempt(void **state)
{
	struct test_draft d;

	test_draft_init(&d, MB_KIND_MINUTE,
	                "NOT FOR PUBLICATION\nMinutes of the Harbour Committee",
	                "Lease of Quay 4", "Noted.");
	assert_true(mark(&d, "minutes.txt"));
	assert_true(d.draft.item->exempt);
	test_draft_clear(&d);
}

static void
a_section_heading_makes_nothing_exempt(void **state)
{
	struct test_draft d;

	test_draft_init(&d, MB_KIND_AGENDA,
	                "Harbour Committee\nUNRESTRICTED ITEMS\nEXEMPT ITEMS",
	                "Apologies", "None.");
	assert_false(mark(&d, "agenda.txt"));
	assert_false(d.draft.item->exempt);
	test_draft_clear(&d);
}

static void
a_name_makes_a_paper_exempt(void **state)
{
	static const struct {
		const char *path;
		gboolean exempt;
	} rows[] = {
		{ "a/Appendix_2_-_EXEMPT.pdf", TRUE },
		{ "confidential-appendix.txt", TRUE },
		{ "Exemption_Policy.pdf", FALSE },
		{ "non-exempt report.pdf", FALSE },
		{ "exempt/minutes.pdf", FALSE },
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct test_draft d;

		test_draft_init(&d, MB_KIND_APPENDIX, NULL, "Plan", "A plan.");
		if (mark(&d, rows[i].path) != rows[i].exempt)
			fail_msg("%s", rows[i].path);
		test_draft_clear(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markings_are_caught),
		cmocka_unit_test(lookalikes_are_open),
		cmocka_unit_test(configured_words_mark),
		cmocka_unit_test(private_business_is_told),
		cmocka_unit_test(a_marked_report_is_exempt),
		cmocka_unit_test(a_public_minute_is_open_and_private),
		cmocka_unit_test(a_banner_makes_all_exempt),
		cmocka_unit_test(a_section_heading_makes_nothing_exempt),
		cmocka_unit_test(a_name_makes_a_paper_exempt),
	};

	return cmocka_run_group_tests_name("exempt", tests, NULL, NULL);
}
