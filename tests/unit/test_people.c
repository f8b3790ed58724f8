#include "tests/unit/test.h"

#include "indexer/attendance.h"
#include "indexer/people.h"
#include "tests/unit/draft.h"

/* --- attendance lists ---------------------------------------------------- */

/* A list and who it names: "m" member, "o" officer, "x" other, "!" absent. */
static const struct {
	const char *text;
	const char *people;
} roll_rows[] = {
	{ "Officers:\n\nH Ellwood (Acting Director of Harbours), A Stowe (Head "
	  "of "
	  "Quays) and K Buckley (Clerk).",
	  "o H Ellwood, Acting Director of Harbours; o A Stowe, Head of Quays; "
	  "o "
	  "K Buckley, Clerk" },
	{ "Officers:\nS Johns – Service Manager Cranes, C Knowle – Interim "
	  "Director of Harbours (All Directorate of Place) and K Buckley – "
	  "Clerk (Directorate of Law).",
	  "o S Johns, Service Manager Cranes; o C Knowle, Interim Director of "
	  "Harbours; o K Buckley, Clerk" },
	{ "Officers Present\nPaul Crowley: Director of Services; Ger O’Conlon "
	  "S.E.E.; B. Murray:\nE.E.; W. Ryall S.S.O.",
	  "o Paul Crowley, Director of Services; o Ger O'Conlon, S.E.E.; o B "
	  "Murray, E.E.; o W Ryall, S.S.O." },
	{ "OFFICIALS IN ATTENDANCE:\nDirector of Water Services (Mr. K. "
	  "Lehan), "
	  "Senior Engineer, Roads,\nTraffic and Cleansing (Mr. G. O’Conlon), "
	  "Clerical Officer (Ms. L. Mole).",
	  "o K Lehan, Director of Water Services; o G O'Conlon, Senior "
	  "Engineer, Roads, Traffic and Cleansing; o L Mole, Clerical "
	  "Officer" },
	{ "Officials Present:\nMr. Brian Kenning, Director of Service, Mr. "
	  "Dana "
	  "McTarne, A/Senior Executive Officer, Ms. Anne Gorsley, Engineer.",
	  "o Brian Kenning, Director of Service; o Dana McTarne, A/Senior "
	  "Executive Officer; o Anne Gorsley, Engineer" },
	{ "OFFICERS: C Brennan, S Butler, J Dickson.",
	  "o C Brennan; o S Butler; o J Dickson" },
	{ "PRESENT: Councillor Garvin (Chair), Councillor Dodson (Vice Chair); "
	  "Councillors: Cooker, Hill and J Walker.",
	  "m Garvin, Chair; m Dodson, Vice Chair; m Cooker; m Hill; m J "
	  "Walker" },
	{ "Present:\n\nCouncillors M Astley, J Bains and S Ridley.",
	  "m M Astley; m J Bains; m S Ridley" },
	{ "Members Present:\nCouncillors Daley (Chairperson), Butler, Secal, "
	  "Mr. "
	  "Michael Tiernay.\nApologies:\nMr. Brian Leddy.",
	  "m Daley, Chairperson; m Butler; m Secal; x Michael Tiernay; !m "
	  "Brian "
	  "Leddy" },
	{ "PRESENT: Mr R W Goughan (Chairman), Mr N Barker, Mrs S Chantler and "
	  "Mr R J Thomson\nIN ATTENDANCE: Dr A Ghosal (Director of Public "
	  "Health), Mrs A Beere (Chief\nExecutive)",
	  "m R W Goughan, Chairman; m N Barker; m S Chantler; m R J Thomson; o "
	  "A "
	  "Ghosal, Director of Public Health; o A Beere, Chief Executive" },
	{ "Present:\nNick Oakley (NO) CHAIR\nJohn Hooper (JH)\nCathy Flint "
	  "(CF) "
	  "CLERK",
	  "m Nick Oakley, CHAIR; m John Hooper; o Cathy Flint, CLERK" },
	{ "Also In Attendance:\nOne representative of the Youth Council "
	  "together "
	  "with four Members of the Public.",
	  "" },
	{ "Invitee:\nD Madder – Local Government Association",
	  "o D Madder, Local Government Association" },
	{ "Officers:\nAnn Moss (AM) AM\nJohn Hooper (JH) – JH\n",
	  "o Ann Moss; o John Hooper" },
	{ "The meeting was well attended by members of the public.", "" },
};

static char *
people_of(const struct mb_attendance *attendance)
{
	static const char *const letters[] = { "m", "o", "x" };
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(attendance->attendees, i);

		if (!a->listed)
			continue;
		g_string_append_printf(
		    out, "%s%s%s %s%s%s", out->len ? "; " : "",
		    a->absent ? "!" : "", letters[a->standing], a->name,
		    a->role ? ", " : "", a->role ? a->role : "");
	}
	return g_string_free(out, FALSE);
}

static void
lists_are_read(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(roll_rows); i++) {
		struct test_draft d;
		g_autoptr(mb_attendance) attendance = NULL;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_MINUTE, roll_rows[i].text,
		                "1. Apologies", "None.");
		attendance = mb_attendance_find(d.lines, &d.meetings, TRUE);
		got = people_of(attendance);
		if (strcmp(got, roll_rows[i].people) != 0)
			fail_msg("want: %s\ngot:  %s", roll_rows[i].people,
			         got);
		test_draft_clear(&d);
	}
}

/* --- people of an item --------------------------------------------------- */

static const char roll[] =
    "Present:\n"
    "Councillor P Bramley (Chair)\n"
    "Councillors Alun Dawes, Aelan Dawes and K Lewin.\n"
    "Officers:\n"
    "H Ellwood (Acting Director of Children's Services), A Stowe (Service "
    "Director of Children's Social Care), B. Murray (Harbour Engineer) and "
    "K Buckley (Democratic Services Officer).";

/* An item's text and its people: "name (role) how", members behind "|". */
static const struct {
	enum mb_kind kind;
	const char *body;
	const char *people;
} people_rows[] = {
	{ MB_KIND_MINUTE,
	  "The highways area engineer met the planning officer; the officer "
	  "said no.",
	  "- (highways area engineer) role |" },
	{ MB_KIND_MINUTE,
	  "It is done. Clerk to ask the Council's access officer.",
	  "- (Clerk) role, - (access officer) role |" },
	{ MB_KIND_MINUTE,
	  "The Acting Director of Children's Services spoke. The Acting "
	  "Director "
	  "of Children Services was thanked.",
	  "H Ellwood (Acting Director of Children's Services) role |" },
	{ MB_KIND_MINUTE,
	  "The Service Director Children's Social Care reported.",
	  "A Stowe (Service Director Children's Social Care) role |" },
	{ MB_KIND_MINUTE, "Nicola Hales, the new Head of Quays, was welcomed.",
	  "Nicola Hales (Head of Quays) both |" },
	{ MB_KIND_MINUTE,
	  "It rained. Port Engineer confirmed it. Roads Officer reports went.",
	  "- (Port Engineer) role |" },
	{ MB_KIND_MINUTE, "The Director of Public Health was asked to report.",
	  "- (Director of Public Health) role |" },
	{ MB_KIND_MINUTE, "Mr Murray replied.",
	  "B Murray (Harbour Engineer) name |" },
	{ MB_KIND_MINUTE, "Councillor Lewin and Cllr. Aelan Dawes asked.",
	  "| K Lewin, Aelan Dawes" },
	{ MB_KIND_MINUTE, "Councillors Lewin, Bramley and Teale agreed.",
	  "| K Lewin, P Bramley, Teale" },
	{ MB_KIND_MINUTE,
	  "Supt. Alan Cuthbert spoke; Supt. Cuthbert was thanked.",
	  "Alan Cuthbert (Supt) both |" },
	{ MB_KIND_REPORT,
	  "1. Text.\n\nCatherine Knowle\nInterim Director of Harbours\nContact "
	  "Officer:\nMatthew Samson\nTelephone: 01384 000000",
	  "Catherine Knowle (Interim Director of Harbours) both, Matthew "
	  "Samson "
	  "(-) name |" },
	/* nobody in particular */
	{ MB_KIND_MINUTE,
	  "The Chair thanked Officers. A Lead Officer and Line Managers were "
	  "told. Interviews for the Head of Quays were near. The Director "
	  "spoke.",
	  "|" },
	{ MB_KIND_MINUTE, "", "|" },
};

static char *
item_people(const struct mb_item *item)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < item->officers->len; i++) {
		const struct mb_person *p =
		    g_ptr_array_index(item->officers, i);

		g_string_append_printf(
		    out, "%s%s (%s) %s", i ? ", " : "", p->name ? p->name : "-",
		    p->role ? p->role : "-", mb_how_name(p->how));
	}
	g_string_append(out, item->officers->len ? " |" : "|");
	for (guint i = 0; i < item->members->len; i++)
		g_string_append_printf(
		    out, "%s %s", i ? "," : "",
		    (char *)g_ptr_array_index(item->members, i));
	return g_string_free(out, FALSE);
}

static void
people_are_found(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(people_rows); i++) {
		struct test_draft d;
		g_autoptr(mb_attendance) attendance = NULL;
		g_autofree char *got = NULL;

		/* A report does not begin with the meeting's list. */
		test_draft_init(&d, people_rows[i].kind,
		                people_rows[i].kind == MB_KIND_REPORT ? NULL
		                                                      : roll,
		                "The Quay", people_rows[i].body);
		attendance = mb_attendance_find(d.lines, &d.meetings, TRUE);
		mb_people_find(&d.draft, d.lines, attendance);
		got = item_people(d.draft.item);
		if (strcmp(got, people_rows[i].people) != 0)
			fail_msg("want: %s\ngot:  %s", people_rows[i].people,
			         got);
		test_draft_clear(&d);
	}
}

/* A key of initials, printed or plain from the names, in small councils. */
static void
initials_are_resolved(void **state)
{
	struct test_draft d;
	g_autoptr(mb_attendance) attendance = NULL;
	g_autofree char *got = NULL;

	test_draft_init(
	    &d, MB_KIND_MINUTE,
	    "Present:\nNick Oakley (NO) CHAIR\nAlan Smithson (AS)\n"
	    "Cathy Flint (CF) CLERK",
	    "Footpaths",
	    "AS to chase NO about the stile. CF to write.\nNO ACTION "
	    "OWNER UPDATE");
	attendance = mb_attendance_find(d.lines, &d.meetings, TRUE);
	mb_people_find(&d.draft, d.lines, attendance);
	got = item_people(d.draft.item);
	assert_string_equal(got, "Cathy Flint (CLERK) name | A Smithson, N "
	                         "Oakley");
	test_draft_clear(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_read),
		cmocka_unit_test(people_are_found),
		cmocka_unit_test(initials_are_resolved),
	};

	return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
