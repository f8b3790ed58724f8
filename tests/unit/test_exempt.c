#include "tests/unit/test.h"

#include "indexer/exempt-words.h"
#include "indexer/exempt.h"
#include "indexer/private.h"
#include "tests/unit/draft.h"
#include "tests/unit/exempt-lookalikes.h"
#include "tests/unit/exempt-rows.h"

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
	/* taken back in one line, told in another */
	{ "There were no exempt items\nThe press and public were excluded", 1 },
	{ "Notices for the press\nBoats excluded from the race", 0 },
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
		if (mb_private_is_told(private_rows[i].line) !=
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

#define MARKING "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A"

/* A marking right under a heading: what a published paper prints of a minute or
 * of an agenda's entry is public; a report is withheld. */
static const struct {
	enum mb_kind kind;
	const char *title, *body;
	gboolean exempt;
} marked_rows[] = {
	{ MB_KIND_MINUTE, "34. Lease of Quay 4",
	  MARKING "\n\nRESOLVED That the lease be granted.", FALSE },
	{ MB_KIND_MINUTE, "LEASE OF QUAY 4",
	  "(Not for publication)\n\nThe terms were agreed.", FALSE },
	{ MB_KIND_MINUTE, "34. Lease of Quay 4 (Exempt)", "Agreed.", FALSE },
	{ MB_KIND_AGENDA, "7. Lease of Quay 4", MARKING, FALSE },
	{ MB_KIND_AGENDA, "7. Lease of Quay 4 (confidential report)", "",
	  FALSE },
	{ MB_KIND_REPORT, "Lease of Quay 4",
	  MARKING "\n\n1. The lease falls in.", TRUE },
	{ MB_KIND_APPENDIX, "Appendix 2 – Lease of Quay 4",
	  "CONFIDENTIAL\n\nThe rent is £400.", TRUE },
	{ MB_KIND_REPORT, "Lease of Quay 4 (Exempt)", "The lease falls in.",
	  TRUE },
};

/* What the lines around a marking make of it, in the header of a report. */
static const struct {
	const char *body;
	gboolean exempt;
} around_rows[] = {
	/* a sentence that goes on in the next line */
	{ "This report, which was asked for in haste, is not for\n"
	  "publication because it names a tenant.\n1. The lease.",
	  TRUE },
	{ "It is considered that this report should be treated as\n"
	  "exempt in the public interest.\n1. The lease.",
	  TRUE },
	{ "This report on the lease does not contain any\n"
	  "exempt information by virtue of paragraph 3\n1. The lease.",
	  FALSE },
	/* an answer */
	{ "Exempt information:\nParagraph 3\n1. The lease.", TRUE },
	{ "Exempt information\nNone\n1. The lease.", FALSE },
	{ "8. Exempt information\n8.1 Not applicable.\n9. The lease.", FALSE },
	{ "Exempt information\nThere is no exempt information.\n1. It.",
	  FALSE },
	{ "Restricted Reports\nIs this report restricted? Yes No X\n1. It.",
	  FALSE },
	{ "Restricted Reports\nIs this report restricted? Yes X No\n1. It.",
	  TRUE },
	{ "EXEMPT\nNo. 4 Quay Street\n1. The lease.", TRUE },
	/* another paper */
	{ "Exempt information: Appendix B is not for publication by virtue of "
	  "paragraph 3 of Schedule 12A\n1. The lease.",
	  FALSE },
	{ "This report is public; the appendix is exempt.\n1. It.", FALSE },
	{ "Public report with exempt Appendix C\n1. The lease.", FALSE },
	{ "This report contains confidential appendices\n1. It.", FALSE },
	{ "Appendix 1 – Map\nAppendix 2 – Rent (exempt)\n1. It.", FALSE },
	{ "Background papers: exempt report of 3 May\n1. It.", FALSE },
	{ "There is a separate confidential report on the rent\n1. It.",
	  FALSE },
	{ "Appendix B and this report are exempt\n1. The lease.", TRUE },
	{ "This report and its appendices are exempt\n1. It.", TRUE },
	/* which may stand below */
	{ "Appendix B is exempt.\n1. The lease.\nAppendix B\nThe rent is £4.",
	  TRUE },
	{ "Appendix 1 – Map\nAppendix 2 – Rent (exempt)\n1. It.\n"
	  "Appendix 2 – Rent\nThe rent is £4.",
	  TRUE },
	{ "Appendix B is exempt.\n1. The lease.\nAppendix A\nThe quay.",
	  FALSE },
	/* a list of what is to be decided */
	{ "Forward plan\nLease | 9 April | Cabinet | Fully exempt\n", FALSE },
};

static void
a_marking_and_the_lines_around(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(around_rows); i++) {
		struct test_draft d;

		test_draft_init(&d, MB_KIND_REPORT,
		                "Saltmere Borough Council\nHarbour Committee",
		                "Lease of Quay 4", around_rows[i].body);
		mark(&d, "paper.txt");
		if (d.draft.item->exempt != around_rows[i].exempt)
			fail_msg("%s is %s", around_rows[i].body,
			         d.draft.item->exempt ? "exempt" : "open");
		test_draft_clear(&d);
	}
}

static void
a_marking_under_a_heading(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(marked_rows); i++) {
		struct test_draft d;
		const struct mb_item *item;

		test_draft_init(&d, marked_rows[i].kind,
		                "Saltmere Borough Council\nHarbour Committee",
		                marked_rows[i].title, marked_rows[i].body);
		g_free(d.draft.item->text);
		d.draft.item->text = g_strdup(marked_rows[i].body);
		mark(&d, "paper.txt");
		item = d.draft.item;
		if (item->exempt != marked_rows[i].exempt)
			fail_msg("%s is %s", item->title,
			         item->exempt ? "exempt" : "open");
		if (!item->exempt && !item->private_business &&
		    item->kind == MB_KIND_MINUTE &&
		    strstr(marked_rows[i].body, "ublication"))
			fail_msg("%s is not private", item->title);
		test_draft_clear(&d);
	}
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
		{ "Item5Exempt.pdf", TRUE },
		{ "exemptappendix2.pdf", TRUE },
		{ "Land%20Report%20(Confidential).pdf", TRUE },
		{ "not-for-publication.txt", TRUE },
		{ "restricted report.pdf", TRUE },
		{ "Pink_Papers.pdf", TRUE },
		{ "Public Excluded Agenda.pdf", TRUE },
		{ "Private Hire Licences.pdf", FALSE },
		{ "Confidential Reporting Code.pdf", FALSE },
		{ "Exempt accommodation.pdf", FALSE },
		{ "Agenda Part 2.pdf", FALSE },
		{ "Confidential reports/7.pdf", TRUE },
		{ "private/minutes.pdf", FALSE },
		{ "exempt/minutes.pdf", TRUE },
		{ "exempt-accommodation/minutes.pdf", FALSE },
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
		cmocka_unit_test(a_marking_under_a_heading),
		cmocka_unit_test(a_marking_and_the_lines_around),
		cmocka_unit_test(a_banner_makes_all_exempt),
		cmocka_unit_test(a_section_heading_makes_nothing_exempt),
		cmocka_unit_test(a_name_makes_a_paper_exempt),
	};

	return cmocka_run_group_tests_name("exempt", tests, NULL, NULL);
}
