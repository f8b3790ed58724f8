#include "tests/unit/test.h"

#include <string.h>

#include "indexer/headline-clean.h"
#include "indexer/headline.h"
#include "tests/unit/lines.h"

/* Titles and what is left of them; entries of agendas lose page numbers. */
static const struct {
	const char *text, *clean;
	gboolean agenda;
} titles[] = {
	{ "Apologies.", "Apologies", FALSE },
	{ "Minutes (Pages 1 - 18)", "Minutes", FALSE },
	{ "Minutes (Page 5).", "Minutes", TRUE },
	{ "Budget Report - November 2024-25 (Pages 11 - 84)",
	  "Budget Report - November 2024-25", TRUE },
	{ "Minutes of the meeting held on 18 January 2021 3 - 12",
	  "Minutes of the meeting held on 18 January 2021", TRUE },
	{ "Update on roads (Cllr. Dunnagh)", "Update on roads (Cllr. Dunnagh)",
	  FALSE },
	{ "Annual Report 2021 - 2022", "Annual Report 2021 - 2022", TRUE },
	{ ": Minutes:", "Minutes", FALSE },
	{ "Finance –", "Finance", FALSE },
	{ "NEXT MEETING at 7 p.m.", "NEXT MEETING at 7 p.m.", FALSE },
	{ " . ", NULL, FALSE },
	{ "Audited Statements................... 4......... 1",
	  "Audited Statements", TRUE },
};

static void
cleans(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
		g_autofree char *clean =
		    mb_headline_clean(titles[i].text, titles[i].agenda);

		if (titles[i].clean == NULL)
			assert_null(clean);
		else
			assert_string_equal(clean, titles[i].clean);
	}
}

/* Lines of Markdown that begin with a heading: the title, the line of the text
 * and the words it begins with. */
static const struct {
	const char *lines, *title;
	guint body;
	const char *text;
} headings[] = {
	{ "Minutes\n\nThe minutes were agreed.", "Minutes", 1, "The" },
	{ "Declarations of Interest - to receive any declarations", //
	  "Declarations of Interest", 0, "to receive" },
	{ "Apologies: Cllr Smith", "Apologies", 0, "Cllr" },
	{ "Minutes of the meeting held in May– RESOLVED that they be kept",
	  "Minutes of the meeting held in May", 0, "RESOLVED" },
	{ "Apologies – Mrs Orme", "Apologies", 0, "Mrs" },
	{ "**Updates:- Quay Lane** – no news.", "Updates", 0, "Quay" },
	{ "**Outside bodies:- Harbour Trust**", "Outside bodies", 0,
	  "Harbour" },
	{ "Apologies – Substitutes", "Apologies – Substitutes", 1, NULL },
	{ "Map of the lanes The Clerk shared what it shows", "Map of the lanes",
	  0, "The" },
	{ "Election of Councillors (no poll): The Clerk said that all agreed",
	  "Election of Councillors (no poll)", 0, "The" },
	{ "The Clerk presented a way to fill the seat. It pleased all.", NULL,
	  0, "The" },
	{ "Apologies for absence. Apologies had been received from T Foyle.",
	  "Apologies for absence", 0, "Apologies had" },
	{ "To receive the minutes –The minutes of the meeting were checked",
	  "To receive the minutes", 0, "The minutes" },
	{ "**Planning applications:** None received", "Planning applications",
	  0, "None" },
	{ "CHAIR’S REPORT: THE NEW SUBWAY", "CHAIR’S REPORT: THE NEW SUBWAY", 1,
	  NULL },
	{ "Date and Time of Next Meeting - 22 March 2021 at 4.00pm",
	  "Date and Time of Next Meeting - 22 March 2021 at 4.00pm", 1, NULL },
	{ "Notice of Motion by Cllr. J. Pond", //
	  "Notice of Motion by Cllr. J. Pond", 1, NULL },
	{ "Feedback from the Joint Scrutiny Committees and\n"
	  "the Working Group\n\nA report was considered.",
	  "Feedback from the Joint Scrutiny Committees and the Working Group",
	  2, "A report" },
	{ "Motion by Cllr Lanche **(to be referred to the**\n\n"
	  "**Home Committee)**\n\nIt was agreed.",
	  "Motion by Cllr Lanche (to be referred to the Home Committee)", 2,
	  "It was" },
	{ "Motion (seconded\n\nCllr Fir (Mayor) spoke (briefly)",
	  "Motion (seconded", 1, "Cllr" },
	{ "**To elect a Chair of the Trust to hold**\n**office until another "
	  "has been "
	  "elected.**\nNames were called.",
	  "To elect a Chair of the Trust to hold office until another has been "
	  "elected",
	  2, "Names" },
	{ "Police Report: Attached.", "Police Report", 0, "Attached" },
	{ "Police Report: Quayside report attached", "Police Report", 0,
	  "Quayside report attached" },
	{ "Agree the budget: Harbour Committee met in May to draw it all up.",
	  "Agree the budget", 0, "Harbour Committee met" },
	{ "Correspondence: Letter from the County re Speed Limits",
	  "Correspondence", 0, "Letter" },
	{ "Presentation: Measures for Speed Limits",
	  "Presentation: Measures for Speed Limits", 1, NULL },
	{ "Annual return for 2019 – proposed by Cllr Orme",
	  "Annual return for 2019", 0, "proposed" },
	{ "Apologies for Absence Borough Councillor Orme",
	  "Apologies for Absence", 0, "Borough" },
	/* Too long to be heading to their end */
	{ "Dog bin for the gardens area Following a report that dog waste had "
	  "been left in the litter bin there, it was felt that a bin of its "
	  "own would be better",
	  "Dog bin for the gardens area", 0, "Following" },
	{ "Replacement of benches by the green and at the landing: These are "
	  "in a poor state, and the\nclerk has found no one who would mend "
	  "them before the summer or take them\naway in one piece",
	  "Replacement of benches by the green and at the landing", 0,
	  "These" },
	{ "Urgent items as agreed by the Chairman The Chair undertook to send "
	  "all councillors what she had learnt at the training on planning and "
	  "at the county",
	  "Urgent items as agreed by the Chairman", 0, "The Chair" },
	{ "EXCLUSION OF PRESS AND PUBLIC The Council to pass a resolution "
	  "excluding the press and public from the meeting in accordance with "
	  "section 1 of the Act",
	  "EXCLUSION OF PRESS AND PUBLIC", 0, "The Council" },
	{ "Motion submitted by the district - Councillors M. Marl (Proposer), "
	  "A. Orme, B. Quill, C. Finch, D. Lanche, E. Foyle, F. Dunnagh, "
	  "G. Winch and H. Hill",
	  "Motion submitted by the district - Councillors M. Marl (Proposer), "
	  "A. Orme, B. Quill, C. Finch, D. Lanche, E. Foyle, F. Dunnagh, "
	  "G. Winch and H. Hill",
	  1, NULL },
	{ "Apologies\n\n(Item 1)\n\nThere were none.", "Apologies", 2,
	  "There" },
};

static void
reads(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(headings); i++) {
		const char *text = headings[i].lines;
		g_autoptr(mb_lines) lines =
		    test_read(MB_FORMAT_MARKDOWN, text, strlen(text));
		g_autoptr(mb_looks) looks = mb_looks_new(lines);
		struct mb_headline got;
		const char *rest;

		mb_headline_read(lines, looks, 0, 0, lines->lines->len, FALSE,
		                 &got);
		if (headings[i].title == NULL)
			assert_null(got.title);
		else
			assert_string_equal(got.title, headings[i].title);
		assert_int_equal(got.body, headings[i].body);
		if (headings[i].text != NULL) {
			rest = mb_lines_at(lines, got.body)->text +
			       got.body_offset;
			rest += strspn(rest, " :");
			assert_true(g_str_has_prefix(rest, headings[i].text));
		}
		g_free(got.title);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cleans),
		cmocka_unit_test(reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
