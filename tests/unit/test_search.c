/* search: what each kind of question finds. */
#include "tests/unit/search.h"

static void
test_text(void **state)
{
	struct fixture *f = *state;
	static const struct {
		enum mb_field_id field;
		const char *words;
		const char *ids;
	} rows[] = {
		{ MB_FIELD_ANY, "foster", "c a b" },
		{ MB_FIELD_ANY, "FOSTERING", "c a b" },
		{ MB_FIELD_ANY, "recruitment", "a" },
		{ MB_FIELD_ANY, "sian", "b" },
		{ MB_FIELD_ANY, "SIÂN", "b" },
		{ MB_FIELD_ANY, "luczak", "b" },
		{ MB_FIELD_ANY, "107/20", "a" },
		{ MB_FIELD_ANY, "107", "c a" },
		{ MB_FIELD_ANY, "", "" },
		{ MB_FIELD_ANY, " - ", "" },
		{ MB_FIELD_ANY, "nowhere", "" },
		/* A phrase does not reach from the heading into the text. */
		{ MB_FIELD_ANY, "recruitment-the", "" },
		{ MB_FIELD_TITLE, "foster", "a" },
		{ MB_FIELD_TITLE, "approved", "" },
		{ MB_FIELD_OFFICER, "dreskell", "a" },
		{ MB_FIELD_OFFICER, "Jane Dreskell", "a" },
		/* Nor from one person to the next. */
		{ MB_FIELD_OFFICER, "Ellis Jane", "" },
		/* Names have no stems. */
		{ MB_FIELD_OFFICER, "dreskells", "" },
		{ MB_FIELD_ROLE, "director", "a" },
		{ MB_FIELD_MEMBER, "bradley", "a" },
		{ MB_FIELD_MEMBER, "ellis", "" },
		{ MB_FIELD_COMMITTEE, "scrutiny", "a b" },
		{ MB_FIELD_COMMITTEE, "Children’s Scrutiny", "a b" },
		{ MB_FIELD_COMMITTEE, "committee scrutiny", "" },
		{ MB_FIELD_COMMITTEE, "scrut", "" },
		{ MB_FIELD_COMMITTEE, " - ", "" },
		{ MB_FIELD_COUNCIL, "ashby", "c a b" },
		{ MB_FIELD_COUNCIL, "cabinet", "" },
		{ MB_FIELD_KIND_OF, "report", "c" },
		{ MB_FIELD_KIND_OF, "REPORT", "c" },
		{ MB_FIELD_NUMBER, "107/20", "a" },
		{ MB_FIELD_NUMBER, "107", "" },
		{ MB_FIELD_ID, "c", "c" },
		{ MB_FIELD_PAPER, "one.pdf", "a b" },
		{ MB_FIELD_PAPER, "/p/one.pdf", "a b" },
		{ MB_FIELD_PAPER, "/q/one.pdf", "" },
		{ MB_FIELD_DATE_OF, "2020", "a b" },
		{ MB_FIELD_DATE_OF, "2020/21", "" },
		{ MB_FIELD_DATE_OF, "29/6/2021", "c" },
		{ MB_FIELD_DATE_OF, "rubbish", "" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		finds(f, mb_query_text(f->search, rows[i].field, rows[i].words),
		      rows[i].ids);
}

static void
test_phrase(void **state)
{
	struct fixture *f = *state;
	static const struct {
		enum mb_field_id field;
		const char *words;
		const char *ids;
	} rows[] = {
		{ MB_FIELD_ANY, "foster carer", "a" },
		{ MB_FIELD_ANY, "carer foster", "" },
		/* The very words, not their stems. */
		{ MB_FIELD_ANY, "fostering carers", "" },
		{ MB_FIELD_ANY, "three carers had been", "a" },
		{ MB_FIELD_ANY, "", "" },
		{ MB_FIELD_ANY, "carer", "a b" },
		{ MB_FIELD_TITLE, "carer recruitment", "a" },
		{ MB_FIELD_ROLE, "director of children’s services", "a" },
		{ MB_FIELD_COMMITTEE, "scrutiny committee", "a b" },
		{ MB_FIELD_COMMITTEE, "children’s committee", "" },
		{ MB_FIELD_KIND_OF, "report", "c" },
		{ MB_FIELD_DATE_OF, "March 2020", "a b" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		finds(f,
		      mb_query_phrase(f->search, rows[i].field, rows[i].words),
		      rows[i].ids);
}

static void
test_prefix(void **state)
{
	struct fixture *f = *state;
	static const struct {
		enum mb_field_id field;
		const char *words;
		const char *ids;
	} rows[] = {
		{ MB_FIELD_ANY, "recr", "a" },
		{ MB_FIELD_ANY, "RÉCR", "a" },
		{ MB_FIELD_ANY, "carer", "c a b" },
		{ MB_FIELD_ANY, "foster car", "c a" },
		{ MB_FIELD_ANY, "week foster", "" },
		{ MB_FIELD_ANY, "zz", "" },
		{ MB_FIELD_ANY, "", "" },
		{ MB_FIELD_OFFICER, "dres", "a" },
		{ MB_FIELD_OFFICER, "jane d", "a" },
		{ MB_FIELD_COMMITTEE, "scrut", "a b" },
		{ MB_FIELD_COMMITTEE, "C", "c a b" },
		{ MB_FIELD_COMMITTEE, "scrutiny comm", "a b" },
		{ MB_FIELD_COMMITTEE, "scrut comm", "" },
		{ MB_FIELD_COMMITTEE, "", "" },
		{ MB_FIELD_COUNCIL, "ash", "c a b" },
		{ MB_FIELD_NUMBER, "107/", "a" },
		{ MB_FIELD_PAPER, "/p/", "c a b d" },
		{ MB_FIELD_DATE_OF, "2020", "a b" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		finds(f,
		      mb_query_prefix(f->search, rows[i].field, rows[i].words),
		      rows[i].ids);
}

static void
test_dates(void **state)
{
	static const struct {
		guint32 from_ymd;
		guint32 to_ymd;
		const char *ids;
	} rows[] = {
		{ 20200305, 20200305, "a b" },
		{ 20200306, 20210628, "" },
		{ 20200305, 20210629, "c a b" },
		{ 20200306, 0, "c" },
		{ 0, 20200305, "a b" },
		{ 0, 20200304, "" },
		{ 0, 21991231, "c a b" },
		{ 18000101, 0, "c a b" },
		/* No bounds: also what has no date. */
		{ 0, 0, "c a b d" },
		{ 20210629, 20200305, "" },
		/* Whole months and years, and nearly so. */
		{ 20200301, 20200331, "a b" },
		{ 20200301, 20200330, "a b" },
		{ 20200302, 20200331, "a b" },
		{ 20200201, 20200229, "" },
		{ 20210601, 20210630, "c" },
		{ 20200101, 20201231, "a b" },
		{ 20210101, 20211231, "c" },
		{ 20200101, 20211231, "c a b" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		finds(*state, mb_query_dates(rows[i].from_ymd, rows[i].to_ymd),
		      rows[i].ids);
}

static void
test_join(void **state)
{
	struct fixture *f = *state;

	finds(f, join(MB_JOIN_AND, any(f, "foster"), any(f, "budget")), "c");
	finds(f, join(MB_JOIN_OR, any(f, "recruitment"), any(f, "budget")),
	      "c a d");
	finds(f, join(MB_JOIN_NOT, any(f, "budget"), any(f, "foster")), "d");
	finds(f, join(MB_JOIN_NOT, mb_query_all(), any(f, "foster")), "d");
	finds(f, join(MB_JOIN_AND, mb_query_all(), any(f, "budget")), "c d");
	finds(f, join(MB_JOIN_OR, mb_query_all(), any(f, "budget")), "c a b d");
	finds(f, join(MB_JOIN_AND, mb_query_nothing(), any(f, "budget")), "");
	finds(f, join(MB_JOIN_OR, mb_query_nothing(), any(f, "budget")), "c d");
	finds(f, join(MB_JOIN_NOT, any(f, "budget"), mb_query_nothing()),
	      "c d");
	finds(f, mb_query_all(), "c a b d");
	finds(f, mb_query_nothing(), "");
	/* (x OR y) AND z; NOT (x OR y); NOT NOT x. */
	finds(f,
	      join(MB_JOIN_AND,
	           join(MB_JOIN_OR, any(f, "recruitment"), any(f, "apologies")),
	           any(f, "carer")),
	      "a b");
	finds(f,
	      join(MB_JOIN_NOT, mb_query_all(),
	           join(MB_JOIN_OR, any(f, "recruitment"), any(f, "budget"))),
	      "b");
	finds(f,
	      join(MB_JOIN_NOT, mb_query_all(),
	           join(MB_JOIN_NOT, mb_query_all(), any(f, "budget"))),
	      "c d");
	/* (x NOT y) AND (z NOT w). */
	finds(f,
	      join(MB_JOIN_AND,
	           join(MB_JOIN_NOT, any(f, "foster"), any(f, "budget")),
	           join(MB_JOIN_NOT, any(f, "carer"), any(f, "apologies"))),
	      "a");
}

static void
test_near(void **state)
{
	struct fixture *f = *state;
	g_autoptr(GError) error = NULL;

	finds(f, join(MB_JOIN_NEAR, any(f, "carers"), any(f, "week")), "c");
	finds(f, join(MB_JOIN_NEAR, any(f, "week"), any(f, "carers")), "c");
	/* Eleven words from the first to the last, and twelve. */
	finds(f, join(MB_JOIN_NEAR, any(f, "members"), any(f, "carers")), "c");
	finds(f, join(MB_JOIN_NEAR, any(f, "members"), any(f, "came")), "");
	finds(f,
	      join(MB_JOIN_NEAR,
	           join(MB_JOIN_NEAR, any(f, "foster"), any(f, "week")),
	           any(f, "carers")),
	      "c");
	finds(f,
	      join(MB_JOIN_NEAR,
	           mb_query_phrase(f->search, MB_FIELD_ANY, "foster care"),
	           any(f, "carers")),
	      "c");
	finds(f,
	      join(MB_JOIN_NEAR,
	           mb_query_phrase(f->search, MB_FIELD_ANY, "care foster"),
	           any(f, "carers")),
	      "");
	finds(f, join(MB_JOIN_NEAR, any(f, ""), any(f, "carers")), "");
	finds(f,
	      join(MB_JOIN_NEAR,
	           mb_query_text(f->search, MB_FIELD_COMMITTEE, "committee"),
	           mb_query_phrase(f->search, MB_FIELD_COMMITTEE,
	                           "children’s scrutiny")),
	      "a b");
	finds(f,
	      join(MB_JOIN_NEAR,
	           mb_query_text(f->search, MB_FIELD_COMMITTEE, "scrutiny"),
	           mb_query_text(f->search, MB_FIELD_COMMITTEE, "cabinet")),
	      "");
	assert_null(
	    mb_query_join(MB_JOIN_NEAR, any(f, "a"), mb_query_all(), &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_SYNTAX));
	g_clear_error(&error);
	assert_null(mb_query_join(MB_JOIN_NEAR, any(f, "a"),
	                          mb_query_text(f->search, MB_FIELD_TITLE, "b"),
	                          &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_SYNTAX));
	g_clear_error(&error);
	assert_null(mb_query_join(MB_JOIN_NEAR,
	                          mb_query_prefix(f->search, MB_FIELD_ANY, "a"),
	                          any(f, "b"), &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_SYNTAX));
}

static void
test_filter(void **state)
{
	struct fixture *f = *state;
	g_autofree char *ids = NULL;

	finds(f, mb_query_filter(any(f, "foster"), mb_query_dates(0, 20201231)),
	      "a b");
	finds(f,
	      mb_query_filter(
		  mb_query_filter(mb_query_all(), mb_query_dates(20200101, 0)),
		  join(MB_JOIN_NOT, any(f, "foster"), any(f, "budget"))),
	      "a b");
	finds(f, mb_query_filter(mb_query_nothing(), any(f, "foster")), "");
	finds(f, mb_query_filter(any(f, "foster"), mb_query_nothing()), "");
	/* A filter does not change the order of relevance. */
	ids = test_ids(f->search,
	               mb_query_filter(any(f, "budget"), any(f, "week")),
	               MB_SORT_RELEVANCE);
	assert_string_equal(ids, "c");
}

static void
test_words(void **state)
{
	struct fixture *f = *state;
	g_autoptr(mb_query) query = NULL;
	g_autoptr(mb_query) near = NULL;

	query =
	    join(MB_JOIN_AND, any(f, "Fostering"),
	         mb_query_phrase(f->search, MB_FIELD_ANY, "local policies"));
	query = join(MB_JOIN_OR, query,
	             mb_query_prefix(f->search, MB_FIELD_ANY, "the budg"));
	query = join(MB_JOIN_NOT, query, any(f, "apologies"));
	query = mb_query_filter(
	    query, mb_query_text(f->search, MB_FIELD_OFFICER, "Dreskell"));
	words_are(query, MB_FIELD_ANY,
	          "fostering, Zfoster, local policies, the budg*");
	words_are(query, MB_FIELD_OFFICER, "dreskell");
	words_are(query, MB_FIELD_TITLE, "");
	near = join(MB_JOIN_NEAR, any(f, "fostering"), any(f, "carers"));
	words_are(near, MB_FIELD_ANY, "fostering, carers");
}

static void
test_describe(void **state)
{
	struct fixture *f = *state;
	g_autoptr(mb_query) query = mb_query_filter(
	    join(MB_JOIN_AND, any(f, "Fostering"), any(f, "107/20")),
	    mb_query_text(f->search, MB_FIELD_KIND_OF, "Minute"));
	g_autofree char *text = mb_query_describe(query);

	/* The form that was typed first, and weighing most. */
	assert_true(g_regex_match_simple(
	    "^Query\\(\\(\\(\\(3\\.\\d+ \\* fostering OR 0\\.\\d+ \\* foster "
	    "OR 0\\.\\d+ \\* fostered\\) AND 1\\.\\d+ \\* "
	    "\\(107 PHRASE 2 20\\)\\) FILTER 0 \\* Kminute\\)\\)$",
	    text, 0, 0));
}

/* A day, a month and a year are one term; the rest is a range. */
static void
test_date_terms(void **state)
{
	static const struct {
		guint32 from_ymd;
		guint32 to_ymd;
		const char *want;
	} rows[] = {
		{ 20200305, 20200305, "Query(0 * D20200305)" },
		{ 20200201, 20200229, "Query(0 * M202002)" },
		{ 20191201, 20191231, "Query(0 * M201912)" },
		{ 20200101, 20201231, "Query(0 * Y2020)" },
		{ 20200201, 20200228,
		  "Query(VALUE_RANGE 0 20200201 20200228)" },
		{ 20200201, 20200331, "Query(0 * (M202002 OR M202003))" },
		{ 20191101, 20210131,
		  "Query(0 * (M201911 OR M201912 OR Y2020 OR M202101))" },
		{ 20190101, 20211231, "Query(0 * (Y2019 OR Y2020 OR Y2021))" },
		{ 19000101, 20201231,
		  "Query(VALUE_RANGE 0 19000101 20201231)" },
		{ 20200331, 20200201, "Query()" },
		{ 20200101, 0, "Query(VALUE_RANGE 0 20200101 99999999)" },
		{ 0, 20201231, "Query(VALUE_RANGE 0 00000000 20201231)" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(mb_query) query =
		    mb_query_dates(rows[i].from_ymd, rows[i].to_ymd);
		g_autofree char *text = mb_query_describe(query);

		assert_string_equal(text, rows[i].want);
	}
}

static guint
count_of(struct fixture *f, struct mb_query *query)
{
	g_autoptr(mb_query) owned = query;
	g_autoptr(GError) error = NULL;
	guint n_items = 99;

	assert_true(mb_search_count(f->search, owned, &n_items, &error));
	assert_null(error);
	return n_items;
}

/* A person is a side, a council and a name, each of them whole. */
static void
test_person(void **state)
{
	static const struct {
		enum mb_standing side;
		const char *council;
		const char *name;
		guint n_items;
	} rows[] = {
		{ MB_STANDING_OFFICER, "Ashby", "H Ellis", 1 },
		{ MB_STANDING_OFFICER, "ASHBY", "h éllis", 1 },
		{ MB_STANDING_MEMBER, "Ashby", "P Bradley", 1 },
		{ MB_STANDING_MEMBER, "Ashby", "H Ellis", 0 },
		{ MB_STANDING_OTHER, "Ashby", "H Ellis", 0 },
		{ MB_STANDING_OFFICER, "Ashby", "Ellis", 0 },
		{ MB_STANDING_OFFICER, "Ash", "H Ellis", 0 },
		{ MB_STANDING_OFFICER, NULL, "H Ellis", 0 },
	};
	struct fixture *f = *state;

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		assert_int_equal(
		    count_of(f, mb_query_person(rows[i].side, rows[i].council,
		                                rows[i].name)),
		    rows[i].n_items);
	assert_int_equal(count_of(f, mb_query_all()), 4);
	assert_int_equal(count_of(f, mb_query_nothing()), 0);
	assert_int_equal(
	    count_of(f, mb_query_text(f->search, MB_FIELD_ANY, "budget")), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_phrase),
		cmocka_unit_test(test_prefix),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_date_terms),
		cmocka_unit_test(test_join),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_filter),
		cmocka_unit_test(test_person),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_describe),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
