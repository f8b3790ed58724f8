/* What the records of papers add up to. */
#include "tests/unit/test.h"

#include <string.h>

#include "base/sitting.h"
#include "query/coverage.h"

#define COUNCIL "Ellersham Borough Council"

/* A paper's record while a test fills it. */
struct record {
	struct mb_paper_state state;
	GPtrArray *sittings;
};

static struct record
record(const char *path, const char *type, const char *status)
{
	struct record r = { .state = { .path = (char *)path,
		                       .type = (char *)type,
		                       .status = (char *)status } };

	r.sittings =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_sitting_free);
	return r;
}

/* Minutes with these numbers. */
static struct mb_sitting *
add_minutes(struct record *r, const char *committee, guint32 date_ymd,
            const char *numbers)
{
	struct mb_sitting *s = mb_sitting_new(COUNCIL, committee, date_ymd);
	g_auto(GStrv) each = g_strsplit(numbers, " ", -1);

	for (guint i = 0; each[i] != NULL; i++)
		g_ptr_array_add(s->numbers, g_strdup(each[i]));
	s->n_items[MB_KIND_MINUTE] = s->numbers->len;
	g_ptr_array_add(r->sittings, s);
	return s;
}

/* Give it to @coverage and free it. */
static void
take(struct mb_coverage *coverage, struct record *r)
{
	r->state.sittings = mb_sittings_to_json(r->sittings);
	mb_coverage_take(&r->state, coverage);
	g_free(r->state.sittings);
	g_ptr_array_unref(r->sittings);
}

/* The one row of this committee and year. */
static const struct mb_coverage_row *
row(struct mb_coverage *coverage, const char *committee, const char *year)
{
	const GPtrArray *rows = mb_coverage_rows(coverage);
	const struct mb_coverage_row *found = NULL;

	for (guint i = 0; i < rows->len; i++) {
		const struct mb_coverage_row *r = rows->pdata[i];

		if (g_strcmp0(r->committee, committee) != 0 ||
		    g_strcmp0(r->year, year) != 0)
			continue;
		assert_null(found);
		found = r;
	}
	if (found == NULL)
		fail_msg("no row %s %s", committee, year);
	return found;
}

/* A meeting in two papers is counted once, and each paper. */
static void
test_counts(void **state)
{
	g_autoptr(mb_coverage) coverage = mb_coverage_new(FALSE);
	struct record minutes = record("/p/b.pdf", "pdf", "read");
	struct record pack = record("/p/a.pdf", "pdf", "read");
	const struct mb_coverage_row *r;
	struct mb_sitting *agenda;

	mb_coverage_take(NULL, coverage);
	add_minutes(&minutes, "Cabinet", 20220112, "1 2 3 4 4");
	add_minutes(&pack, "CABINET", 20220112, "1 2 3 4");
	agenda = add_minutes(&pack, "Cabinet", 20220209, "");
	g_ptr_array_set_size(agenda->numbers, 0);
	agenda->n_items[MB_KIND_MINUTE] = 0;
	agenda->n_items[MB_KIND_AGENDA] = 7;
	take(coverage, &minutes);
	take(coverage, &pack);
	r = row(coverage, "CABINET", "2022");
	assert_int_equal(r->n_meetings, 2);
	assert_int_equal(r->n_papers, 2);
	assert_string_equal(r->council, COUNCIL);
	assert_int_equal(mb_coverage_rows(coverage)->len, 1);
	/* Once more from the start. */
	mb_coverage_take(NULL, coverage);
	assert_int_equal(mb_coverage_rows(coverage)->len, 0);
}

static void
test_civic_years(void **state)
{
	g_autoptr(mb_coverage) coverage = mb_coverage_new(TRUE);
	struct record r = record("/p/a.txt", "text", "read");

	add_minutes(&r, "Cabinet", 20220430, "1");
	add_minutes(&r, "Cabinet", 20220501, "1");
	take(coverage, &r);
	assert_int_equal(row(coverage, "Cabinet", "2021/22")->n_meetings, 1);
	assert_int_equal(row(coverage, "Cabinet", "2022/23")->n_meetings, 1);
}

static void
test_lacks(void **state)
{
	static const struct {
		const char *path, *type, *status;
		guint n_scanned;
		const char *year;
		enum mb_paper_lack lack;
	} rows[] = {
		{ "/p/2019-03-28_minutes.pdf", "pdf", "not searchable", 0,
		  "2019", MB_LACK_SCANNED },
		{ "/p/partly 5 March 2020.pdf", "pdf", "read", 3, "2020",
		  MB_LACK_SCANNED },
		{ "/p/old.doc", "doc", "not searchable", 0, NULL,
		  MB_LACK_UNREAD },
		{ "/p/bad.pdf", NULL, "failed", 0, NULL, MB_LACK_FAILED },
		{ "/p/caf\xe9.txt", "text", "read", 0, NULL, MB_LACK_NOTHING },
	};
	g_autoptr(mb_coverage) coverage = mb_coverage_new(FALSE);
	const GPtrArray *papers;

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct record r =
		    record(rows[i].path, rows[i].type, rows[i].status);

		r.state.n_scanned_pages = rows[i].n_scanned;
		take(coverage, &r);
	}
	papers = mb_coverage_papers(coverage);
	assert_int_equal(papers->len, G_N_ELEMENTS(rows));
	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];

		for (gsize k = 0; k < G_N_ELEMENTS(rows); k++)
			if (strcmp(rows[k].path, paper->state->path) == 0)
				assert_int_equal(paper->lack, rows[k].lack);
	}
	assert_int_equal(row(coverage, NULL, "2019")->n_scanned, 1);
	assert_int_equal(row(coverage, NULL, "2020")->n_scanned, 1);
	assert_int_equal(row(coverage, NULL, NULL)->n_unread, 1);
	assert_int_equal(row(coverage, NULL, NULL)->n_failed, 1);
	assert_int_equal(row(coverage, NULL, NULL)->n_papers, 3);
}

static void
test_missing(void **state)
{
	g_autoptr(mb_coverage) coverage = mb_coverage_new(FALSE);
	struct record r = record("/p/a.txt", "text", "read");
	struct record other = record("/p/b.txt", "text", "read");
	struct mb_sitting *s = add_minutes(&r, "Cabinet", 20220309, "1 2");
	const GPtrArray *missing;
	const struct mb_missing *one;

	/* Lacking, there, a day off one that is there, another committee's,
	 * later than the meeting itself, and no date at all. */
	mb_sitting_add_earlier(s, 20220112, "Minutes of 12 January");
	mb_sitting_add_earlier(s, 20220209, "Minutes of 9 February");
	mb_sitting_add_earlier(s, 20220210, "Minutes of 10 February");
	mb_sitting_add_earlier(s, 20211201, "Minutes of the Audit Committee");
	mb_sitting_add_earlier(s, 20220401, "Minutes of 1 April");
	mb_sitting_add_earlier(s, 20220100, "Minutes of January");
	add_minutes(&other, "Cabinet", 20220209, "1");
	mb_sitting_add_earlier(add_minutes(&other, "Cabinet", 20220413, "1"),
	                       20220112, "again");
	take(coverage, &r);
	take(coverage, &other);
	missing = row(coverage, "Cabinet", "2022")->missing;
	assert_int_equal(missing->len, 2);
	one = missing->pdata[0];
	assert_int_equal(one->date_ymd, 20220112);
	assert_string_equal(one->words, "Minutes of 12 January");
	assert_string_equal(one->paper, "/p/a.txt");
	assert_int_equal(one->other_ymd, 0);
	one = missing->pdata[1];
	assert_int_equal(one->date_ymd, 20220210);
	assert_int_equal(one->other_ymd, 20220209);
}

/* Papers that print no council go to the one that has the committee; two
 * councils with a committee of one name stay two. */
static void
test_councils(void **state)
{
	g_autoptr(mb_coverage) coverage = mb_coverage_new(FALSE);
	struct record r = record("/p/a.txt", "text", "read");
	struct mb_sitting *s;

	add_minutes(&r, "Cabinet", 20220309, "1");
	s = add_minutes(&r, "Cabinet", 20220413, "1");
	g_clear_pointer(&s->council, g_free);
	s = add_minutes(&r, "Planning Committee", 20220413, "1");
	s = add_minutes(&r, "Planning Committee", 20220420, "1");
	g_free(s->council);
	s->council = g_strdup("Marlow Town Council");
	take(coverage, &r);
	assert_int_equal(row(coverage, "Cabinet", "2022")->n_meetings, 2);
	assert_int_equal(mb_coverage_rows(coverage)->len, 3);
}

static void
test_gaps(void **state)
{
	g_autoptr(mb_coverage) coverage = mb_coverage_new(FALSE);
	struct record r = record("/p/a.txt", "text", "read");
	struct record copy = record("/p/b.txt", "text", "read");
	const GPtrArray *gaps;

	add_minutes(&r, "Cabinet", 20220309, "1 2 3 5 6 7 8 10");
	add_minutes(&copy, "Cabinet", 20220309, "3 4 5");
	take(coverage, &r);
	take(coverage, &copy);
	gaps = row(coverage, "Cabinet", "2022")->gaps;
	assert_int_equal(gaps->len, 1);
	assert_string_equal(((const struct mb_gap *)gaps->pdata[0])->first,
	                    "9");
}

static void
test_wishes(void **state)
{
	g_autoptr(mb_coverage) coverage = mb_coverage_new(FALSE);
	struct record r = record("/p/a.txt", "text", "read");
	struct record scan =
	    record("/p/2021-02-03.pdf", "pdf", "not searchable");
	static const struct {
		const char *committee, *year;
		guint n_rows, n_papers;
	} rows[] = {
		{ NULL, NULL, 4, 2 },
		{ "cabinet", NULL, 2, 1 },
		{ NULL, "2021", 3, 2 },
		{ "planning", "2021", 1, 1 },
		{ "planning", "2022", 0, 0 },
		{ "plan", NULL, 0, 0 },
		{ "committee planning", NULL, 1, 1 },
	};

	add_minutes(&r, "Cabinet", 20210309, "1");
	add_minutes(&r, "Cabinet", 20220309, "1");
	add_minutes(&r, "Planning Committee", 20210309, "1");
	take(coverage, &r);
	take(coverage, &scan);
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct mb_wish wish = { (char *)rows[i].committee,
			                (char *)rows[i].year };
		g_autoptr(GPtrArray) wanted =
		    mb_coverage_wanted_rows(coverage, &wish);
		g_autoptr(GPtrArray) papers =
		    mb_coverage_wanted_papers(coverage, &wish);

		assert_int_equal(wanted->len, rows[i].n_rows);
		assert_int_equal(papers->len, rows[i].n_papers);
	}
}

/* A record that is damaged says of no meeting. */
static void
test_damage(void **state)
{
	g_autoptr(mb_coverage) coverage = mb_coverage_new(FALSE);
	struct mb_paper_state bad = { .path = (char *)"/p/a.txt",
		                      .status = (char *)"read",
		                      .sittings = (char *)"{nonsense" };

	mb_coverage_take(&bad, coverage);
	assert_int_equal(row(coverage, NULL, NULL)->n_papers, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_civic_years),
		cmocka_unit_test(test_lacks),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_councils),
		cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_wishes),
		cmocka_unit_test(test_damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
