#include "tests/unit/test.h"

#include <string.h>

#include "indexer/councils.h"
#include "indexer/scanned-dates.h"
#include "indexer/titles.h"
#include "tests/unit/lines.h"

/* Titles of papers, in plain text: what met, and when. */
static const struct {
	const char *text;
	gboolean agenda;
	const char *committee;
	guint32 date_ymd;
} titles[] = {
	{ "Minutes of the Children's Services Scrutiny Committee\n"
	  "Wednesday, 11th November 2020 at 6.00 pm",
	  FALSE, "Children's Services Scrutiny Committee", 20201111 },
	{ "KENT COUNTY COUNCIL\n\nCABINET\n\n"
	  "MINUTES of a meeting of the Cabinet held in the Council Chamber\n"
	  "on Thursday, 30 January 2025.",
	  FALSE, "Cabinet", 20250130 },
	{ "AGENDA\n\nCABINET\n\nThursday, 30th January, 2025, at 10.00 am\n"
	  "Council Chamber, County Hall",
	  TRUE, "CABINET", 20250130 },
	{ "Bristol City Council\nMinutes of the Transport and Connectivity\n"
	  "Policy Committee\n\n12 September 2024 at 5.00 pm",
	  FALSE, "Transport and Connectivity Policy Committee", 20240912 },
	{ "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT\n"
	  "OF ADARE-RATHKEALE HELD AT RATHKEALE ON TUESDAY, 10\xe2\x84\xa2 "
	  "FEBRUARY, 2015",
	  FALSE, "MUNICIPAL DISTRICT OF ADARE-RATHKEALE", 20150210 },
	{ "Minutes of the Meeting of Limerick City & County Council’s Travel "
	  "and Transportation\nStrategic Policy Committee held on Monday 3 "
	  "December 2018 at 10:00am",
	  FALSE, "Travel and Transportation Strategic Policy Committee",
	  20181203 },
	{ "MARRAM PARISH COUNCIL Draft (until approved at the next one) "
	  "Minutes of the Ordinary Meeting held on Wednesday 7 October 2020 "
	  "at 7.05 pm, by video, with all the usual councillors there",
	  FALSE, "MARRAM PARISH COUNCIL", 20201007 },
	{ "Harbour Committee - draft minutes of the meeting held on 7 October "
	  "2020",
	  FALSE, "Harbour Committee", 20201007 },
	/* The day the letter was written, and the day it calls for. */
	{ "12th October, 2016.\n\nYou are requested to attend a Meeting of the "
	  "Municipal District of Newcastle West to be held\nat Kilmallock on "
	  "Thursday, 20” October, 2016 at 5.30 p.m.",
	  TRUE, "Municipal District of Newcastle West", 20161020 },
	{ "Manordeilo and Salem Community Council held their meeting at 7.00pm "
	  "on the 12th September 2018 at the Reading Room",
	  FALSE, "Manordeilo and Salem Community Council", 20180912 },
	{ "Scrutiny Children Services Review Group\nMinutes\n"
	  "2 March 2021 at 6.00 pm",
	  FALSE, "Scrutiny Children Services Review Group", 20210302 },
	{ "Decision Recording Form\nDecision determined at Transport Policy "
	  "Committee\nmeeting on 12 September 2024",
	  FALSE, "Transport Policy Committee", 20240912 },
	{ "MINUTES OF THE SOULDERN PARISH COUNCIL MEETING\nHELD IN THE VILLAGE "
	  "HALL\nON 30th March 2023",
	  FALSE, "SOULDERN PARISH COUNCIL", 20230330 },
	{ "October Meeting of the Metropolitan District of Limber\n"
	  "Supplementary Item\n\nto be held on 20 October 2014",
	  TRUE, "Metropolitan District of Limber", 20141020 },
	{ "Date: Monday 15th February, 2021\nVenue: Council Chamber", TRUE,
	  NULL, 20210215 },
};

static void
reads_titles(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
		const char *text = titles[i].text;
		g_autoptr(mb_lines) lines =
		    test_read(MB_FORMAT_TEXT, text, strlen(text));
		g_autoptr(mb_looks) looks = mb_looks_new(lines);
		struct mb_meeting meeting = { 0 };
		gboolean weak = FALSE;

		mb_titles_read(lines, looks, 0, lines->lines->len,
		               titles[i].agenda, &meeting, &weak);
		if (titles[i].committee == NULL)
			assert_null(meeting.committee);
		else
			assert_string_equal(meeting.committee,
			                    titles[i].committee);
		assert_int_equal(meeting.date_ymd, titles[i].date_ymd);
		g_free(meeting.committee);
		g_free(meeting.council);
	}
}

static const struct {
	const char *scanned, *mended;
} dates[] = {
	{ "on 20” October, 2016", "on 20 October, 2016" },
	{ "7°” MAY", "7 MAY" },
	{ "12H OCTOBER", "12 OCTOBER" },
	{ "224 January, 2020", "22 January, 2020" },
	{ "4th July and 5.30 pm", "4 July and 5.30 pm" },
	{ "paragraph 12 (a) and March", "paragraph 12 (a) and March" },
	{ "held on Thursday l0th February 2005",
	  "held on Thursday 10 February 2005" },
	{ "8th DECEMEBER 2005", "8 december 2005" },
	{ "15 Janaury 2019", "15 january 2019" },
	{ "the 2 Decades since", "the 2 Decades since" },
	{ "", "" },
};

static void
mends_dates(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(dates); i++) {
		g_autofree char *mended =
		    mb_scanned_dates_mend(dates[i].scanned);

		assert_string_equal(mended, dates[i].mended);
	}
}

static const struct {
	const char *name, *small;
} names[] = {
	{ "MUNICIPAL DISTRICT OF ADARE-RATHKEALE",
	  "Municipal District of Adare-Rathkeale" },
	{ "HOME AND SOCIAL DEVELOPMENT SPC",
	  "Home and Social Development SPC" },
	{ "Planning Committee", "Planning Committee" },
	/* As the paper prints it elsewhere. */
	{ "AUDIT AND RISK PANEL", "Audit And Risk Panel" },
};

static void
uncapitalises(void **state)
{
	const char *text = "Members of the Audit And Risk Panel met.";
	g_autoptr(mb_lines) lines =
	    test_read(MB_FORMAT_TEXT, text, strlen(text));

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *small =
		    mb_councils_uncapitalise(names[i].name, lines);

		assert_string_equal(small, names[i].small);
	}
}

static const struct {
	const char *text, *council;
} councils[] = {
	/* The words of a sign, whole and in scraps. */
	{ "CITY & COUNTY Limber City and County Council,",
	  "Limber City and County Council" },
	{ "ITY NTY Limber City and County Council",
	  "Limber City and County Council" },
	{ "City of Limber Council", "City of Limber Council" },
	{ "Royal Borough of Limber Council",
	  "Royal Borough of Limber Council" },
	/* Whose committee it is tells more than what is spoken of. */
	{ "Roads Committee of Limber City Council\n\nThat Old Marram Council "
	  "write.\n\nThat Old Marram Council ask.\n",
	  "Limber City Council" },
	/* No place, no council. */
	{ "City & County Council", NULL },
	{ "the County Council met", NULL },
	{ "The minutes of LDF Council were agreed.", NULL },
	{ "Joint Planning Committee and Full Parish Council", NULL },
};

static void
finds_councils(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(councils); i++) {
		g_autoptr(mb_lines) lines = test_read(
		    MB_FORMAT_TEXT, councils[i].text, strlen(councils[i].text));
		g_autofree char *found = mb_councils_find(lines, NULL);

		if (g_strcmp0(found, councils[i].council) != 0)
			fail_msg("%s: %s", councils[i].text, found);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_titles),
		cmocka_unit_test(mends_dates),
		cmocka_unit_test(uncapitalises),
		cmocka_unit_test(finds_councils),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
