/* The day of a meeting among the dates of its title. */
#include "tests/unit/test.h"

#include "indexer/title-dates.h"

static const struct {
	const char *text;
	guint32 date_ymd;
} titles[] = {
	/* As titles word a day */
	{ "held on the sixth day of March 2012", 20120306 },
	{ "Tuesday the twenty-first of March 2012", 20120321 },
	{ "Tuesday March the 6th 2012", 20120306 },
	{ "TUESDAY, MARCH 6, A.D. 2012", 20120306 },
	{ "6thMarch 2012", 20120306 },
	{ "CABINET - 6.3.12", 20120306 },
	{ "6 MARCH\n2012", 20120306 },
	/* The first of several */
	{ "6 - 7 March 2012", 20120306 },
	{ "6th/7th March 2012", 20120306 },
	{ "Tuesday 6 and Wednesday 7 March 2012", 20120306 },
	{ "28 February - 1 March 2012", 20120228 },
	{ "March 6-7, 2012", 20120306 },
	{ "10.00 - 12.30, 6 March 2012", 20120306 },
	/* Days that others things were done on */
	{ "Published: 13 March 2012\nMeeting: 6 March 2012", 20120306 },
	{ "Approved: 3 April 2012\n6 March 2012", 20120306 },
	{ "March 6, 2012 (Approved April 3, 2012)", 20120306 },
	{ "6 March 2012 (postponed from 28 February 2012)", 20120306 },
	{ "Draft v2 13.03.2012\nMeeting of 6 March 2012", 20120306 },
	{ "Approved minutes of the meeting held on 6 March 2012", 20120306 },
	/* No day */
	{ "Paragraph 6.30.12", 0 },
	{ "The hundredth of March 2012", 0 },
	{ "", 0 },
};

static void
test_find(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(titles); i++)
		for (guint agenda = 0; agenda < 2; agenda++) {
			struct mb_meeting meeting = { 0 };
			gboolean weak;

			mb_title_dates_find(titles[i].text, agenda > 0,
			                    &meeting, &weak);
			if (meeting.date_ymd != titles[i].date_ymd)
				print_message("%s\n", titles[i].text);
			assert_int_equal(meeting.date_ymd, titles[i].date_ymd);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_find) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
