#include "tests/unit/test.h"

#include "base/date.h"
#include "indexer/links.h"
#include "tests/unit/draft.h"

/* Links of an item of the meeting of 11 November 2020, as
 * "back DATE NUMBER; forward DATE", "-" for what is not told. */
static const struct {
	const char *title;
	const char *body;
	const char *refs;
} rows[] = {
	{ "Minutes",
	  "Resolved\nThat the minutes of the meeting held on 9th September "
	  "2020, "
	  "be approved as a correct record and signed.",
	  "back 2020-09-09 -" },
	{ "Minutes of the meeting held on 9 September 2020", "Agreed.",
	  "back 2020-09-09 -" },
	/* the date of a number stands beside it, or before it */
	{ "Quays",
	  "The Board had heard of it (Minute 36 refers), and the pilots had "
	  "then been shown the whole of the quay on 30 October 2020.",
	  "back - 36" },
	{ "Quays",
	  "On 17 June 2020 the Board chose the quay (minute 7 refers).",
	  "back 2020-06-17 7" },
	{ "Quays", "Resolution 9.4 of 24 April 2020 (tolls) was done.",
	  "back 2020-04-24 9.4" },
	{ "Quays",
	  "It had been deferred at the March meeting (27/3/2020, item 9.1).",
	  "back 2020-03-27 9.1" },
	{ "Quays", "The call-in of Board minute C.41 of 23rd September 2020.",
	  "back 2020-09-23 C.41" },
	{ "Quays",
	  "Further to minute 11 of the meeting held on 22nd July 2020.",
	  "back 2020-07-22 11" },
	{ "Quays",
	  "With reference to paragraph 4 of the Minute of 12 March 2020, it "
	  "was read.",
	  "back 2020-03-12 4" },
	{ "Quays", "Copies of the Minute of 12 March 2020 had been sent.",
	  "back 2020-03-12 -" },
	{ "Quays", "That minute number C/34/19 (b) be corrected.",
	  "back - C/34/19 (b)" },
	{ "Quays", "It was carried over from the May meeting.",
	  "back 2020-05 -" },
	{ "Minutes", "Agreed that the July meeting minutes be signed.",
	  "back 2020-07 -" },
	{ "Matters arising", "Minute 111 – March 2019 – Tolls",
	  "back 2019-03 111" },
	/* numbers of this meeting */
	{ "Declarations of interest", "Cllr Orme in Minute 6 - the quay.", "" },
	{ "Quays", "As said in minute 10 above, it leaks.", "" },
	/* which minute goes on */
	{ "Matters arising",
	  "Minute 18 - Gullies: the figures were sent on 20th October.\n"
	  "Item 7 - Lights\nC/022/20 - Quay Street\n20/92 Cabinet: it came.\n"
	  "Resolution 9.4 of the last meeting was done.\n12/10/2020 a visit",
	  "back - 18; back - 7; back - C/022/20; back - 20/92; back - 9.4" },
	{ "Business arising", "It was noted.", "back - -" },
	/* what became of a matter at an earlier meeting */
	{ "Quays", "The tolls, deferred on 24 April 2020, are still unpaid.",
	  "back 2020-04-24 -" },
	{ "Quays", "The terms, which were agreed on 11th June 2020, stand.",
	  "back 2020-06-11 -" },
	{ "Quays", "At the hearing on 18 August 2020 he promised to stop.",
	  "back 2020-08-18 -" },
	{ "Quays",
	  "Approved by Council on December 7, 2019 and August 2, 2020.",
	  "back 2019-12-07 -; back 2020-08-02 -" },
	{ "Quays", "It was held over from the January meeting.",
	  "back 2020-01 -" },
	{ "Quays", "Progress since the May workshop was told.",
	  "back 2020-05 -" },
	{ "Quays", "The Board considered the position as at 31 August 2020.",
	  "" },
	{ "Minutes", "The minutes of the previous meeting were agreed.",
	  "back - -" },
	{ "Minutes",
	  "That subject to the change in minute no. 37 – Quays, the minutes of "
	  "the meeting held on 30th January, 2020, be approved.",
	  "back 2020-01-30 37; back 2020-01-30 -" },
	{ "Tracker", "Minute 20(3) of 5 September 2020 refers.",
	  "back 2020-09-05 20(3)" },
	{ "Update",
	  "Meetings of the Board were held on 27 and 29 January 2020.",
	  "back 2020-01-27 -; back 2020-01-29 -" },
	{ "Quays", "A report be brought to the next meeting.", "forward -" },
	/* each clause asks for itself */
	{ "Quays",
	  "It was agreed that the tolls be reviewed in May 2021 and that the "
	  "Clerk's list be held over until the new year.",
	  "forward 2021-05; forward -" },
	/* what is for a later meeting, below a heading that says so */
	{ "Items for the next agenda", "- Tolls; gate.\n2. Dredging",
	  "forward -; forward -; forward -" },
	{ "Items for next meeting", "There were none.", "" },
	{ "Quays",
	  "That replies be brought back to the next meeting of the Board to be "
	  "held on 4th January 2021.",
	  "forward 2021-01-04" },
	{ "Quays",
	  "The next meeting of the Board to be held on 4th January 2021.", "" },
	{ "Quays", "The motion was tabled until the January 10, 2021 meeting.",
	  "forward 2021-01-10" },
	{ "Quays", "The appeal will be heard on January 9, 2021.",
	  "forward 2021-01-09" },
	{ "Quays", "Carry forward to next month.", "forward -" },
	{ "Quays", "The dredging is to start next month.", "" },
	{ "Quays", "Members asked that this remain on the agenda.",
	  "forward -" },
	{ "Quays", "A public hearing was set for January 7, 2021.",
	  "forward 2021-01-07" },
	{ "Quays", "Amend the plan prior to its submission to the Board.",
	  "forward -" },
	{ "Quays",
	  "A report would be submitted to the next meeting and would cover the "
	  "period 31st December to 30th March, 2021.",
	  "forward -" },
	/* who is to come, and what */
	{ "Quays", "The pilot was on leave and would attend in January.",
	  "forward 2021-01" },
	{ "Quays", "The plan would come before the members in March.",
	  "forward 2021-03" },
	{ "Quays", "Asks that a design be brought to its January meeting.",
	  "forward 2021-01" },
	{ "Quays", "The pilots, offering to come to a meeting, were thanked.",
	  "forward -" },
	{ "Quays", "Draft budget to be on the agenda for 11th December.",
	  "forward 2020-12-11" },
	{ "Quays", "That a draft report be prepared for February 2021.",
	  "forward 2021-02" },
	{ "Quays", "He said that the next annual report would split them.",
	  "forward -" },
	{ "Quays", "That use be reported to the Authority every six months.",
	  "forward -" },
	{ "Quays", "The Clerk has put it down for 23 February 2021.",
	  "forward 2021-02-23" },
	{ "Quays", "Asked the pilot for the case in June 2021.",
	  "forward 2021-06" },
	{ "Quays", "Receive a further progress report in May 2021.",
	  "forward 2021-05" },
	{ "Quays", "2. hear them at a Special Meeting on 12 January 2021; and",
	  "forward 2021-01-12" },
	{ "Quays",
	  "That the Board hold a workshop on tolls at 4.00pm on 26 January "
	  "2021, ahead of its meeting.",
	  "forward 2021-01-26" },
	{ "Quays", "Recommended to the Pilot Authority on 18 January 2021.",
	  "forward 2021-01-18" },
	{ "Quays", "The survey will be brought before the Harbour Members.",
	  "forward -" },
	/* and what asks for nothing */
	{ "Quays", "The report is still not ready to come back.", "" },
	{ "Quays", "It could not wait for the next agenda, being urgent.", "" },
	{ "Quays", "It had been deferred at the March meeting to allow a test.",
	  "back 2020-03 -" },
	{ "Quays", "They were asked to attend a meeting with the pilots.", "" },
	{ "Quays", "The Clerk will write to the local authority.", "" },
	{ "Quays", "It was agreed to report to the June meeting.",
	  "forward 2021-06" },
	{ "Quays", "That an update be submitted to future meetings.",
	  "forward -" },
	{ "Quays", "This item was deferred.", "forward -" },
	{ "Quays", "A report be submitted in 12 months.", "forward -" },
	{ "Quays",
	  "The plan would be presented to the Corporate Parenting Board.",
	  "forward -" },
	{ "Matters Arising",
	  "a) Item 4c Minutes dated 12 June - The Clerk had written.\n"
	  "b) Item 7 of the minutes 12 June - The buoy was painted.",
	  "back 2020-06-12 4c; back 2020-06-12 7" },
	{ "Matters arising", "The crane of the previous minutes was mended.",
	  "back - -" },
	{ "Matters Arising", "There were no matters arising.", "" },
	{ "Matters arising", "None.", "" },
	{ "Matters Arising",
	  "4. 4.4.13i) The litter bin was not yet in place.\n"
	  "11.1 With regard to the Memorial, the Clerk had written.\n"
	  "9. With regard to warning signs, the request was passed on.",
	  "back - 4.4.4.13i; back - 11.1; back - 9" },
	{ "To approve minutes of previous meeting", "Approved and signed.",
	  "back - -" },
	{ "Minutes", "Cllr Orme asked for minutes of previous meeting dates.",
	  "" },
	{ "Finance", "There was an audit with no matters arising.", "" },
	/* Within the same meeting. */
	{ "Quays",
	  "It was agreed to defer discussion on the Minutes until after Items "
	  "2 "
	  "and 3.",
	  "" },
	{ "Quays",
	  "It was agreed to defer discussion on the Minutes to later in the "
	  "Meeting.",
	  "" },
	/* What is left to the next meeting, though nothing is decided yet. */
	{ "Quays",
	  "Issues to be addressed at the next meeting, no decisions will be "
	  "taken at this meeting.",
	  "forward -" },
	{ "Questions",
	  "No decisions will be made on these; any matters will be brought "
	  "forward to the next meeting.",
	  "forward -" },
	{ "Questions", "No decisions will be made at this meeting.", "" },
	{ "Quays", "Clerk to send it by email in advance of next meeting.",
	  "" },
	{ "Quays", "The rules should refer to the District Council.", "" },
	{ "Quays", "A council official visited on 7th April 2020 to see them.",
	  "" },
	{ "Matters Arising", "1. The bench was mended.\n2. The gate was not.",
	  "back - -" },
	{ "Standing Orders",
	  "Complaints, as agreed at the December 2017 meeting, would be dealt "
	  "with in house.",
	  "back 2017-12 -" },
	{ "Quays", "As agreed at the May meeting, a letter had been sent.",
	  "back 2020-05 -" },
	{ "Next steps", "Next meeting will be 8th May 2021", "" },
	{ "Quays",
	  "It was agreed to receive a deputation at the July Meeting to be "
	  "held "
	  "on 15 July 2021.",
	  "forward 2021-07-15" },
	{ "Quays", "It was agreed to defer this motion to the March meeting.",
	  "forward 2021-03" },
	{ "Quays",
	  "The survey would be submitted to the Harbour Board in June.",
	  "forward 2021-06" },
	{ "Quays", "The plan, to be presented to November’s Harbour Board.",
	  "forward 2020-11" },
	{ "Quays", "That it be on the agenda of a future meeting.",
	  "forward -" },
	{ "Quays", "A list of moorings to be brought to the following meeting.",
	  "forward -" },
	{ "Quays",
	  "The dredging was on hand and would be brought forward for the "
	  "February committee.",
	  "forward 2021-02" },
	{ "Quays",
	  "A tide gauge is to be bought, as told in the request. Feb 2021",
	  "forward 2021-02" },
	/* told twice, linked once */
	{ "Quays",
	  "The dredging survey of the inner basin would be reported to the "
	  "next "
	  "meeting.\nResolved\nThat the dredging survey of the inner basin be "
	  "reported on at the next meeting of the Committee.",
	  "forward -" },
	/* the same words decided for different months are two */
	{ "Quays",
	  "(1) That the dredging survey be reported to the June meeting; and\n"
	  "(2) That the dredging survey be reported to the July meeting.",
	  "forward 2021-06; forward 2021-07" },
	{ "Quays", "It was decided to revisit the charges in six months time.",
	  "forward -" },
	{ "Quays", "The tide table is to be discussed further at a later date.",
	  "forward -" },
	{ "Quays", "That dredging be added to the Panel’s work programme.",
	  "forward -" },
	{ "Quays", "That the charges be remitted to the Harbour Committee.",
	  "forward -" },
	{ "Quays", "The open day was put off to 5 May 2021.",
	  "forward 2021-05-05" },
	{ "Quays", "Agreed to invite the pilots after the summer.",
	  "forward -" },
	{ "Quays", "The Harbour Master would report back to the Council.",
	  "forward -" },
	/* what the same request is called elsewhere */
	{ "Quays", "Decision on moorings to be made at the December meeting.",
	  "forward 2020-12" },
	{ "Quays", "Agreed to defer for the present.", "forward -" },
	{ "Quays", "The tolls to lie on the table.", "forward -" },
	{ "Quays", "Re-agenda for January.", "forward 2021-01" },
	{ "Quays", "It will be put on the agenda for the Harbour Committee.",
	  "forward -" },
	{ "Quays", "Mr Key asked for it to be put to the autumn meeting.",
	  "forward -" },
	{ "Quays", "The tolls would be discussed again in April.",
	  "forward 2021-04" },
	{ "Quays",
	  "A report to be submitted by the working party by February 2021.",
	  "forward 2021-02" },
	{ "Quays",
	  "Cllr Ames will take it to the Sailing Club meeting on 16 "
	  "December.",
	  "forward 2020-12-16" },
	{ "Quays",
	  "An additional meeting on 2 December 2020 had been arranged "
	  "for the tolls.",
	  "forward 2020-12-02" },
	{ "Quays", "The Clerk to arrange a meeting with the pilots.",
	  "forward -" },
	{ "Quays", "Arrange site visit with the diver", "forward -" },
	{ "Quays", "A further meeting would be called when the diver is back.",
	  "forward -" },
	{ "Quays", "Finance Sub-Committee to meet to discuss the tolls.",
	  "forward -" },
	{ "Quays", "The pilots to be asked to come and talk to us.",
	  "forward -" },
	{ "Quays", "They resolved to make recommendations to the committee.",
	  "forward -" },
	{ "Quays",
	  "As agreed at the May meeting, a report would be made to the next "
	  "meeting.",
	  "back 2020-05 -; forward -" },
	{ "Quays",
	  "The dive was put back to the first quarter of the year (April/May).",
	  "forward 2021-04" },
	{ "Other matters",
	  "For next agenda:\n\nSlipway gate\n\nTide gauge\n\nThe meeting "
	  "closed at 9pm.",
	  "forward -; forward -" },
	/* what minutes are called when they are agreed, and other meetings */
	{ "Minutes", "The minutes were confirmed as a correct record.",
	  "back - -" },
	{ "Minutes", "Minutes, as circulated, were taken as read and signed.",
	  "back - -" },
	{ "Minutes", "The minutes of 9 September 2020 were adopted.",
	  "back 2020-09-09 -" },
	{ "Minutes",
	  "The proceedings of the 9th September 2020 were confirmed.",
	  "back 2020-09-09 -" },
	{ "Quays",
	  "He asked what had become of the tolls at the 9 September "
	  "2020 meeting.",
	  "back 2020-09-09 -" },
	{ "Quays", "Correspondence from the 5 April public meeting was read.",
	  "back 2020-04-05 -" },
	{ "Quays", "The Harbour Board considered the plan in October 2020.",
	  "back 2020-10 -" },
	{ "Quays", "The pilots’ workshop, held at the quay on 3 October 2020.",
	  "back 2020-10-03 -" },
	{ "Quays", "The hearing that was held in January went well.",
	  "back 2020-01 -" },
	{ "Quays", "Following the meeting in August, nobody had written.",
	  "back 2020-08 -" },
	{ "Quays", "The resolution of 3 October 2020 stands.",
	  "back 2020-10-03 -" },
	{ "Quays", "Further to the discussion on 3 October 2020, a buoy.",
	  "back 2020-10-03 -" },
	{ "Quays", "As resolved on 3 October 2020, the buoy was bought.",
	  "back 2020-10-03 -" },
	{ "Quays", "The Board was told that a petition came on 3 May 2020.",
	  "" },
	{ "Quays", "By noon on the day before the meeting (3 November 2020).",
	  "" },
	{ "Quays", "The pilots would be asked at a meeting in November 2020.",
	  "forward 2020-11" },
	{ "Quays", "This item was held over.", "forward -" },
	{ "Quays", "The Board is however awaiting the final reports.",
	  "forward -" },
	{ "Quays",
	  "A meeting ‘in Committee’ with the pilots would be arranged.",
	  "forward -" },
	{ "Quays", "The lease is in abeyance until next meeting.",
	  "forward -" },
	{ "Quays", "A final choice to be made at a later date.", "forward -" },
	{ "Quays", "A decision was postponed until more is known.",
	  "forward -" },
	{ "Quays", "That the tolls be laid before the Harbour Board.",
	  "forward -" },
	{ "Quays", "The tolls would be put to the Harbour Board.",
	  "forward -" },
	/* no links */
	{ "Quays", "The Harbour Master will report back.", "" },
	{ "Quays", "The works will be completed in three months.", "" },
	{ "Quays",
	  "A member attends in case a substitute is needed for each "
	  "meeting.",
	  "" },
	{ "Quays",
	  "The wording used in the minutes of the December meeting "
	  "could be wrong.",
	  "" },
	{ "Quays",
	  "There was no business that she wished to bring before the "
	  "Committee.",
	  "" },
	{ "Quays",
	  "Any balance should be carried forward to the Harbour Fund "
	  "at the next meeting of auditors.",
	  "" },
	{ "Quays", "The January report has been sent to all.", "" },
	{ "Date of next meeting", "The next meeting is on 9 December 2020.",
	  "" },
	{ "Motion",
	  "“I will move at the next meeting that the quay be mended.”", "" },
	/* OCR of "I will" */
	{ "Motion", "“twill move at the next Meeting that the quay be mended.”",
	  "" },
	{ "Motion", "I will moveat the next Meeting that the quay be mended.",
	  "" },
	{ "Motion", "willl move at the next Meeting that the quay be mended.",
	  "" },
	{ "Election",
	  "That Cllr Ames be appointed to hold office to the next Annual "
	  "Meeting or until his successor is appointed.",
	  "" },
	{ "Questions",
	  "Replies to the following Questions on the Agenda were circulated "
	  "to all Members prior to the Meeting and should be read.",
	  "" },
	{ "Dates", "It was agreed to hold the next Meeting on 3 December 2020.",
	  "" },
	{ "Dates",
	  "It was agreed that the December Meeting would take place on "
	  "Monday.",
	  "" },
	{ "Update", "Littering should be less since our May meeting.", "" },
	{ "Update", "As was to be told at the October 2019 Committee.", "" },
	{ "Update", "The diver will attend at the November meeting.", "" },
	{ "Update",
	  "The Treasurer presented the report to the Board and advised that "
	  "at 31st March the funds were low.",
	  "" },
	{ "Update", "It would be a choice of deferred payments or of rent.",
	  "" },
	{ "Public", "The meeting was adjourned to receive the public.", "" },
	{ "Table", "Works | Due\nQuay | \nJan 2021\nSlip\nMar 2021", "" },
	{ "Quays", "The work began on 3 May 2020.", "" },
	{ "Quays", "The letter of 3 May 2020 was read.", "" },
	{ "Quays", "It lasted 15 minutes.", "" },
	/* what sounds like a request and is none */
	{ "Quays", "The pilots had now reported back that all was well.", "" },
	{ "Quays",
	  "These minutes are draft until confirmed at the next "
	  "meeting.",
	  "" },
	{ "Quays", "She will be resigning at the next AGM.", "" },
	{ "Quays",
	  "The diver will not be able to attend the next meeting, or "
	  "could not attend.",
	  "" },
	{ "Quays", "The tolls were considered by the Board on 3 October.",
	  "back 2020-10-03 -" },
	{ "Quays", "A workshop was held on 12 December 2019.",
	  "back 2019-12-12 -" },
	{ "Quays", "The open day will take place on 12 December 2020.", "" },
	{ "Quays",
	  "Replies are to be submitted to the Ministry by 18 December "
	  "2020.",
	  "" },
	{ "Quays", "Next meeting scheduled for 9 December 2020.", "" },
	{ "Quays",
	  "To receive reports and items of business for the next "
	  "agenda. None.",
	  "" },
	{ "Quays", "Councillors’ concerns and items for next meeting.", "" },
	{ "Quays", "He asked when the next meeting would be taking place.",
	  "" },
	{ "Quays", "She would be considered for co-option onto the Council.",
	  "" },
	{ "Quays", "It was a load held over from the night before.", "" },
	{ "Quays", "No meeting had been held in January owing to the ice.",
	  "" },
	{ "Quays", "13. Further reports/items for next agenda", "" },
	{ "Quays",
	  "The officers would not be in a position to report to a "
	  "future meeting.",
	  "" },
	{ "Quays", "", "" },
};

/* A dash is no word. */
static guint
n_words(const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	guint n = 0;

	for (guint i = 0; words[i]; i++)
		n += strpbrk(words[i], "-–") && strlen(words[i]) < 4 ? 0 : 1;
	return n;
}

static char *
refs_of(const struct mb_item *item)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);
		g_autofree char *date = mb_date_to_iso(r->date_ymd);

		assert_true(*r->what != '\0');
		assert_true(n_words(r->what) <= 8);
		g_string_append_printf(out, "%s%s %s", i ? "; " : "",
		                       mb_ref_dir_name(r->dir),
		                       date ? date : "-");
		if (r->dir == MB_REF_BACK)
			g_string_append_printf(out, " %s",
			                       r->number ? r->number : "-");
	}
	return g_string_free(out, FALSE);
}

static void
links_are_found(void **state)
{
	guint n_wrong = 0;

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct test_draft d;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_MINUTE, NULL, rows[i].title,
		                rows[i].body);
		mb_links_find(&d.draft, d.lines);
		got = refs_of(d.draft.item);
		if (strcmp(got, rows[i].refs) != 0) {
			print_error("want '%s', got '%s': %s\n", rows[i].refs,
			            got, rows[i].body);
			n_wrong++;
		}
		test_draft_clear(&d);
	}
	assert_int_equal(n_wrong, 0);
}

static void
an_action_tells_its_origin(void **state)
{
	static const struct {
		const char *number;
		const char *refs;
		const char *title;
	} actions[] = {
		{ NULL, "back 2020-03 -", "Gates (March) – the key" },
		{ NULL, "", "Gates (March and May)" },
		{ NULL, "back 2020-10 20/92", "Return it (Oct, 20/92)" },
		{ "Dec19.02", "back 2019-12 -", NULL },
		{ "Oct 20.05", "back 2020-10 -", NULL },
		{ "09.20.04", "back 2020-09 09.20.04", NULL },
		{ "Nov20.01", "", NULL }, /* this meeting's own */
		{ "11.20.01", "", NULL },
		{ "01.98.01", "", NULL }, /* no action is as old */
		{ "11.17", "", NULL },
		{ "7", "", NULL },
	};

	for (guint i = 0; i < G_N_ELEMENTS(actions); i++) {
		struct test_draft d;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_ACTION, NULL, actions[i].title,
		                "Mend it.");
		d.draft.item->number = g_strdup(actions[i].number);
		mb_links_find(&d.draft, d.lines);
		got = refs_of(d.draft.item);
		assert_string_equal(got, actions[i].refs);
		test_draft_clear(&d);
	}
}

/* Under matters arising, a number in brackets behind this meeting's own. */
static void
earlier_numbers_stand_in_brackets(void **state)
{
	struct test_draft d;
	g_autofree char *got = NULL;

	test_draft_init(&d, MB_KIND_MINUTE, NULL, "Matters Arising",
	                "78.1 (57.4) The clerk had written.\n"
	                "78.2 (81.3) The hedge was cut.\n"
	                "78.3 (2019) A year is no minute.");
	d.draft.item->number = g_strdup("78");
	mb_links_find(&d.draft, d.lines);
	got = refs_of(d.draft.item);
	assert_string_equal(got, "back - 57.4");
	test_draft_clear(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_are_found),
		cmocka_unit_test(an_action_tells_its_origin),
		cmocka_unit_test(earlier_numbers_stand_in_brackets),
	};

	return cmocka_run_group_tests_name("links", tests, NULL, NULL);
}
