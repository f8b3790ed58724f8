#include "tests/unit/test.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"

/* Dates as papers print them.  Each row's text holds the one date, or none. */
static const struct {
	const char *text;
	guint32 ymd;
	const char *printed; /* the part of the text; NULL: no date */
	guint weekday;
} find_rows[] = {
	{ "held on 11th November 2020 at", 20201111, "11th November 2020", 0 },
	{ "5th March, 2020.", 20200305, "5th March, 2020", 0 },
	{ "Wednesday 4 May 2021", 20210504, "Wednesday 4 May 2021", 3 },
	{ "Tuesday, the 17th of June", 617, "Tuesday, the 17th of June", 2 },
	{ "Tues 4th Feb 2014", 20140204, "Tues 4th Feb 2014", 2 },
	{ "Tuesday, March 5, 2020", 20200305, "Tuesday, March 5, 2020", 2 },
	{ "on March 5, 2020", 20200305, "March 5, 2020", 0 },
	{ "August, 16, 2018", 20180816, "August, 16, 2018", 0 },
	{ "the June 6 meeting", 606, "June 6", 0 },
	{ "Tuesday, June 6", 606, "Tuesday, June 6", 2 },
	{ "11/11/2020", 20201111, "11/11/2020", 0 },
	{ "on 11.11.20 the", 20201111, "11.11.20", 0 },
	{ "11.11.20", 20201111, "11.11.20", 0 },
	{ "20/11/18", 20181120, "20/11/18", 0 },
	{ "31/12/99", 19991231, "31/12/99", 0 },
	{ "21 / 03 / 2020", 20200321, "21 / 03 / 2020", 0 },
	{ "2020-11-11", 20201111, "2020-11-11", 0 },
	{ "2020-11-11T10:00:00", 20201111, "2020-11-11", 0 },
	{ "1st of May 2019", 20190501, "1st of May 2019", 0 },
	{ "the 5th day of May 2014", 20140505, "5th day of May 2014", 0 },
	{ "18<sup>th</sup> November 2020", 20201118,
	  "18<sup>th</sup> November 2020", 0 },
	{ "5th** **May, 2020", 20200505, "5th** **May, 2020", 0 },
	{ "November 30**th**, 2020", 20201130, "November 30**th**, 2020", 0 },
	{ "Sept 2020", 20200900, "Sept 2020", 0 },
	{ "in Sept. 2020", 20200900, "Sept. 2020", 0 },
	{ "Mar-19", 20190300, "Mar-19", 0 },
	{ "05-Mar-14", 20140305, "05-Mar-14", 0 },
	{ "5 March '14", 20140305, "5 March '14", 0 },
	{ "on 14 July we", 714, "14 July", 0 },
	{ "MINUTES 7 MAY 2014", 20140507, "7 MAY 2014", 0 },
	{ "11NOVEMBER 2020", 20201111, "11NOVEMBER 2020", 0 },
	/* As scanners read them. */
	{ "7°” MAY, 2014", 20140507, "7°” MAY, 2014", 0 },
	{ "12H OCTOBER, 2015", 20151012, "12H OCTOBER, 2015", 0 },
	{ "9\"? June, 2015", 20150609, "9\"? June, 2015", 0 },
	{ "8™ October 2014", 20141008, "8™ October 2014", 0 },
	{ "5th. March 2014", 20140305, "5th. March 2014", 0 },
	{ "15 th October 2014", 20141015, "15 th October 2014", 0 },
	{ "14th July’ 2014", 20140714, "14th July’ 2014", 0 },
	{ "5th\nMarch 2014", 20140305, "5th\nMarch 2014", 0 },
	/* Papers of Wales. */
	{ "11eg Hydref 2017", 20171011, "11eg Hydref 2017", 0 },
	{ "8 Tachwedd 2017", 20171108, "8 Tachwedd 2017", 0 },
	/* Names of files. */
	{ "council-24th-April-2014.md", 20140424, "24th-April-2014", 0 },
	{ "Minutes-12-11-2020.pdf", 20201112, "12-11-2020", 0 },
	{ "/2019-04/11.02.19%20Draft", 20190211, "11.02.19", 0 },
	{ "a%202019.04.09.pdf", 20190409, "2019.04.09", 0 },
	/* Heading number, then month and year. */
	{ "5. March 2014 budget", 20140300, "March 2014", 0 },
	/* No such day: the month is what is left. */
	{ "31 June 2014", 20140600, "June 2014", 0 },
	{ "29 February 2019", 20190200, "February 2019", 0 },
	{ "29 February 2020", 20200229, "29 February 2020", 0 },
	{ "29 February", 229, "29 February", 0 },
	{ "14 July 1930 hrs", 714, "14 July", 0 },
	{ "14 July 20 members", 714, "14 July", 0 },

	/* Not dates. */
	{ "", 0, NULL, 0 },
	{ "24/01234/FUL", 0, NULL, 0 },
	{ "W/20/11/18", 0, NULL, 0 },
	{ "24/5/6/2020", 0, NULL, 0 },
	{ "10.30", 0, NULL, 0 },
	{ "In January 23 the Cabinet", 0, NULL, 0 },
	{ "on June 6:30", 0, NULL, 0 },
	{ "10.30am", 0, NULL, 0 },
	{ "3.1", 0, NULL, 0 },
	{ "3.1.12", 0, NULL, 0 },
	{ "see paragraph 4.4.10 above", 0, NULL, 0 },
	{ "1.2.3.2020", 0, NULL, 0 },
	{ "2.11.11.2020", 0, NULL, 0 },
	{ "07.09.01    Apologies", 0, NULL, 0 },
	{ "04.23.02    Declarations", 0, NULL, 0 },
	{ "13/13/2020", 0, NULL, 0 },
	{ "0/5/2020", 0, NULL, 0 },
	{ "11/11/2920", 0, NULL, 0 },
	{ "11/11/202", 0, NULL, 0 },
	{ "11/11/20201", 0, NULL, 0 },
	{ "11/11/2020a", 0, NULL, 0 },
	{ "Ref 3/12/1867/CM", 0, NULL, 0 },
	{ "11/11-2020", 0, NULL, 0 },
	{ "£1,205 May", 0, NULL, 0 },
	{ "10.5 March", 0, NULL, 0 },
	{ "the 5 may be", 0, NULL, 0 },
	{ "5 Mayor", 0, NULL, 0 },
	{ "12. May Day event", 0, NULL, 0 },
	{ "10mar", 0, NULL, 0 },
	{ "100 May", 0, NULL, 0 },
	{ "March 10.30", 0, NULL, 0 },
	{ "may", 0, NULL, 0 },
	{ "Sunday", 0, NULL, 0 },
	{ "Sun 3", 0, NULL, 0 },
	{ "25          Mar", 0, NULL, 0 },
	{ "2020", 0, NULL, 0 },
	{ "No. 107/20", 0, NULL, 0 },
	{ "01234 567890", 0, NULL, 0 },
	{ "99999999999999999999/1/2020", 0, NULL, 0 },
	{ "5<sup", 0, NULL, 0 },
	{ "5 <aaaaaaaaaaaaaaaaaaaaaaaaaaaa> May 2014x", 20140500, "May 2014",
	  0 },
	{ "5th", 0, NULL, 0 },
	{ "5th of", 0, NULL, 0 },
	{ "\xc2\xa3", 0, NULL, 0 },
};

static void
finds_dates(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(find_rows); i++) {
		const char *text = find_rows[i].text;
		struct mb_date_hit hit;
		gboolean found = mb_date_find(text, 0, &hit);
		g_autofree char *printed = NULL;

		if (found != (find_rows[i].printed != NULL))
			fail_msg("\"%s\": found is %d", text, found);
		if (!found) {
			assert_int_equal(hit.ymd, 0);
			assert_int_equal(hit.end, 0);
			continue;
		}
		printed = g_strndup(text + hit.start, hit.end - hit.start);
		if (strcmp(printed, find_rows[i].printed) != 0)
			fail_msg("\"%s\": found \"%s\"", text, printed);
		if (hit.ymd != find_rows[i].ymd)
			fail_msg("\"%s\": %u", text, hit.ymd);
		if (hit.weekday != find_rows[i].weekday)
			fail_msg("\"%s\": weekday %u", text, hit.weekday);
	}
}

static void
finds_one_after_another(void **state)
{
	const char *text = "dates 25 May, 28 September 29, 26 October 2014; "
			   "01/04/2019-31/03/2020, 14 July-20 August 2014";
	const guint32 want[] = { 525,      928, 20141026, 20190401,
		                 20200331, 714, 20140820 };
	struct mb_date_hit hit;
	gsize from = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(want); i++) {
		assert_true(mb_date_find(text, from, &hit));
		assert_int_equal(hit.ymd, want[i]);
		assert_true(hit.start >= from && hit.end > hit.start);
		from = hit.end;
	}
	assert_false(mb_date_find(text, from, &hit));
	assert_false(mb_date_find(text, strlen(text), &hit));
}

/* Every cut of every row is read without looking past its end (which only the
 * sanitizers can see) and gives a hit that lies in it. */
static void
reads_no_further_than_the_end(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(find_rows); i++) {
		gsize n = strlen(find_rows[i].text);

		for (gsize cut = 0; cut <= n; cut++) {
			g_autofree char *text =
			    g_strndup(find_rows[i].text, cut);
			struct mb_date_hit hit;

			if (mb_date_find(text, 0, &hit))
				assert_true(hit.end <= cut);
		}
	}
}

/* A line of half a megabyte that looks like dates all over takes no longer than
 * reading it some dozen times. */
static void
is_linear(void **state)
{
	static const char *const pieces[] = { "1 ",   "1/",      "5 <",   "5*",
		                              "may ", "Monday ", "5 of ", "a",
		                              "5th",  "1.1." };

	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		struct mb_date_hit hit;
		gint64 start = test_cpu_us();

		while (text->len < 512 * 1024)
			g_string_append(text, pieces[i]);
		assert_false(mb_date_find(text->str, 0, &hit));
		assert_true(test_cpu_us() - start < 5 * G_USEC_PER_SEC);
	}
}

static const struct {
	const char *text;
	guint32 from_ymd;
	guint32 to_ymd;
} parse_rows[] = {
	{ "11/11/2020", 20201111, 20201111 },
	{ "11.11.20", 20201111, 20201111 },
	{ "1/2/2020", 20200201, 20200201 },
	{ "11 November 2020", 20201111, 20201111 },
	{ " 11th november 2020 ", 20201111, 20201111 },
	{ "2020-11-11", 20201111, 20201111 },
	{ "2020-11", 20201101, 20201130 },
	{ "2020-02", 20200201, 20200229 },
	{ "November 2020", 20201101, 20201130 },
	{ "may 2020", 20200501, 20200531 },
	{ "2020", 20200101, 20201231 },
	{ "2020/21", 20200501, 20210430 },
	{ "1999/00", 19990501, 20000430 },
	{ "2020/2021", 20200501, 20210430 },
	{ "2019..2021", 20190101, 20211231 },
	{ "..2020-06", 0, 20200630 },
	{ "2019..", 20190101, 0 },
	{ "2019/20 .. 5 March 2021", 20190501, 20210305 },
};

static const char *const unreadable[] = {
	"",
	" ",
	"..",
	"...",
	"soon",
	"32/1/2020",
	"13/13/2020",
	"11/31/2020",
	"29/2/2019",
	"31 June 2014",
	"5 May",
	"2020/22",
	"2020/20",
	"20",
	"20201",
	"2020-13",
	"2020-21",
	"2021..2019",
	"2019..soon",
	"2019..2020..2021",
	"1700",
	"11/11/2020 or so",
	"x2020",
	"2020\xff",
	"202\xd9\xa0",
};

static void
parses_what_people_type(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(parse_rows); i++) {
		struct mb_date_range range;
		g_autoptr(GError) error = NULL;

		if (!mb_date_parse(parse_rows[i].text, &range, &error))
			fail_msg("%s", error->message);
		if (range.from_ymd != parse_rows[i].from_ymd ||
		    range.to_ymd != parse_rows[i].to_ymd)
			fail_msg("\"%s\": %u to %u", parse_rows[i].text,
			         range.from_ymd, range.to_ymd);
	}
}

static void
refuses_what_is_no_date(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(unreadable); i++) {
		struct mb_date_range range = { 1, 1 };
		g_autoptr(GError) error = NULL;

		if (mb_date_parse(unreadable[i], &range, &error))
			fail_msg("\"%s\" was read as %u to %u", unreadable[i],
			         range.from_ymd, range.to_ymd);
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_SYNTAX));
		assert_int_equal(range.from_ymd, 0);
		assert_int_equal(range.to_ymd, 0);
	}
}

/* As if today were Saturday, 29 February 2020. */
static void
parses_words(void **state)
{
	static const struct {
		const char *text;
		guint32 from_ymd, to_ymd; /* 0, 0: it can't be read */
	} rows[] = {
		{ "since 2019", 20190101, 0 },
		{ "Since March 2019", 20190301, 0 },
		{ "until 2019/20", 0, 20200430 },
		{ "before 5/3/2019", 0, 20190304 },
		{ "after 2019", 20200101, 0 },
		{ "last 12 months", 20190301, 20200229 },
		{ "last year", 20190301, 20200229 },
		{ "last 2 weeks", 20200216, 20200229 },
		{ "last 30 days", 20200131, 20200229 },
		{ "LAST 1 month", 20200130, 20200229 },
		{ "last", 0, 0 },
		{ "since", 0, 0 },
		{ "since yesterday", 0, 0 },
		{ "since 2019..2020", 0, 0 },
		{ "last 0 days", 0, 0 },
		{ "last -1 days", 0, 0 },
		{ "last 9999 years", 0, 0 },
		{ "last 99999999999999999999 days", 0, 0 },
		{ "last 12 monthses", 0, 0 },
		{ "next 12 months", 0, 0 },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct mb_date_range range;
		gboolean good =
		    mb_date_parse_on(rows[i].text, 20200229, &range, NULL);

		if (good != (rows[i].from_ymd != 0 || rows[i].to_ymd != 0) ||
		    range.from_ymd != rows[i].from_ymd ||
		    range.to_ymd != rows[i].to_ymd)
			fail_msg("\"%s\": %u to %u", rows[i].text,
			         range.from_ymd, range.to_ymd);
	}
}

static void
keeps_to_the_calendar(void **state)
{
	assert_int_equal(mb_date_make(2020, 2, 29), 20200229);
	assert_int_equal(mb_date_make(2019, 2, 29), 0);
	assert_int_equal(mb_date_make(2019, 13, 1), 0);
	assert_int_equal(mb_date_make(2019, 0, 1), 0);
	assert_int_equal(mb_date_make(1799, 1, 1), 0);
	assert_int_equal(mb_date_make(2200, 1, 1), 0);
	assert_int_equal(mb_date_make(G_MAXUINT, G_MAXUINT, G_MAXUINT), 0);
	assert_true(mb_date_valid(20200229));
	assert_false(mb_date_valid(20200200));
	assert_false(mb_date_valid(0));
	assert_false(mb_date_valid(G_MAXUINT32));
	assert_int_equal(mb_date_weekday(20200305), G_DATE_THURSDAY);
	assert_int_equal(mb_date_weekday(20200300), 0);
	assert_int_equal(mb_date_add_days(20191231, 1), 20200101);
	assert_int_equal(mb_date_add_days(20200301, -1), 20200229);
	assert_int_equal(mb_date_add_days(21991231, 1), 0);
	assert_int_equal(mb_date_add_days(18000101, -1), 0);
	assert_int_equal(mb_date_add_days(20200101, G_MAXINT), 0);
	assert_int_equal(mb_date_add_days(20200101, G_MININT), 0);
	assert_int_equal(mb_date_add_days(0, 1), 0);
}

static void
check_text(char *got, const char *want)
{
	if (want == NULL)
		assert_null(got);
	else
		assert_string_equal(got, want);
	g_free(got);
}

static void
writes_dates(void **state)
{
	check_text(mb_date_to_iso(20200305), "2020-03-05");
	check_text(mb_date_to_iso(20200300), "2020-03");
	check_text(mb_date_to_iso(0), NULL);
	check_text(mb_date_to_text(20200305), "5 March 2020");
	check_text(mb_date_to_text(20200300), "March 2020");
	check_text(mb_date_to_text(305), "5 March");
	check_text(mb_date_to_text(0), "unknown date");
	check_text(mb_date_to_text(20209999), "unknown date");
	check_text(mb_date_municipal_year(20200430), "2019/20");
	check_text(mb_date_municipal_year(20200501), "2020/21");
	check_text(mb_date_municipal_year(19991231), "1999/00");
	check_text(mb_date_municipal_year(0), NULL);
}

static void
reads_iso(void **state)
{
	assert_int_equal(mb_date_from_iso("2020-03-05"), 20200305);
	assert_int_equal(mb_date_from_iso("2020-03"), 20200300);
	assert_int_equal(mb_date_from_iso("2020-02-30"), 0);
	assert_int_equal(mb_date_from_iso("2020-13"), 0);
	assert_int_equal(mb_date_from_iso("2020-3-5"), 0);
	assert_int_equal(mb_date_from_iso("2020-03-05 "), 0);
	assert_int_equal(mb_date_from_iso("2020/03/05"), 0);
	assert_int_equal(mb_date_from_iso("+020-03-05"), 0);
	assert_int_equal(mb_date_from_iso(""), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_dates),
		cmocka_unit_test(finds_one_after_another),
		cmocka_unit_test(reads_no_further_than_the_end),
		cmocka_unit_test(is_linear),
		cmocka_unit_test(parses_what_people_type),
		cmocka_unit_test(parses_words),
		cmocka_unit_test(refuses_what_is_no_date),
		cmocka_unit_test(keeps_to_the_calendar),
		cmocka_unit_test(writes_dates),
		cmocka_unit_test(reads_iso),
	};

	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
