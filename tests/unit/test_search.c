/* search: what is found, in which order, and that nothing that C holds depends
 * on the order in which it is freed. */
#include "tests/unit/shim.h"

#include <string.h>

struct fixture {
	char *folder;
	char *path;
	struct mb_search *search;
};

static void
put_minutes(struct mb_store *store)
{
	struct mb_item *item;

	item = test_item("a", "/p/one.pdf", "Foster carer recruitment",
	                 "The Acting Director reported that three carers had "
	                 "been approved. Minute 107/20 refers.");
	item->date_ymd = 20200305;
	item->number = g_strdup("107/20");
	item->committee = g_strdup("Children's Scrutiny Committee");
	item->council = g_strdup("Ashby");
	mb_item_add_officer(item, "H Ellis",
	                    "Acting Director of Children's Services",
	                    MB_HOW_ROLE);
	mb_item_add_officer(item, "Jane Driscoll", NULL, MB_HOW_NAME);
	mb_item_add_member(item, "P Bradley");
	test_put(store, item);
	item = test_item("b", "/p/one.pdf", "Apologies",
	                 "Apologies were received from Siân Łuczak. The carer "
	                 "strategy was fostered.");
	item->seq = 1;
	item->date_ymd = 20200305;
	item->committee = g_strdup("Children's Scrutiny Committee");
	item->council = g_strdup("Ashby");
	test_put(store, item);
	item = test_item("c", "/p/two.pdf", "Budget",
	                 "Members considered the budget. It was foster care "
	                 "week; the carers came. Minute 20/107 refers.");
	item->date_ymd = 20210629;
	item->kind = MB_KIND_REPORT;
	item->committee = g_strdup("Cabinet");
	item->council = g_strdup("Ashby");
	test_put(store, item);
	item = test_item("d", "/p/three.pdf", NULL,
	                 "A paper without a date: budget, budget, budget.");
	item->kind = MB_KIND_ACTION;
	test_put(store, item);
}

static int
setup(void **state)
{
	struct fixture *f = g_new0(struct fixture, 1);
	struct mb_store *store;

	f->folder = test_folder_new();
	store = test_store(f->folder, "open", &f->path);
	put_minutes(store);
	test_commit(store);
	mb_store_free(store);
	f->search = test_search(f->path);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	mb_search_free(f->search);
	g_free(f->path);
	test_folder_free(f->folder);
	g_free(f);
	return 0;
}

static void
finds(struct fixture *f, struct mb_query *query, const char *want)
{
	g_autofree char *ids = test_ids(f->search, query, MB_SORT_NEWEST);

	assert_string_equal(ids, want);
}

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
		{ MB_FIELD_OFFICER, "driscoll", "a" },
		{ MB_FIELD_OFFICER, "Jane Driscoll", "a" },
		/* Nor from one person to the next. */
		{ MB_FIELD_OFFICER, "Ellis Jane", "" },
		/* Names have no stems. */
		{ MB_FIELD_OFFICER, "driscolls", "" },
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

static struct mb_query *
join(enum mb_join how, struct mb_query *left, struct mb_query *right)
{
	g_autoptr(GError) error = NULL;
	struct mb_query *query = mb_query_join(how, left, right, &error);

	assert_null(error);
	assert_non_null(query);
	return query;
}

static struct mb_query *
any(struct fixture *f, const char *words)
{
	return mb_query_text(f->search, MB_FIELD_ANY, words);
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
		{ MB_FIELD_OFFICER, "dris", "a" },
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

/* Chains and nests that would overflow the stack if they were deep. */
static void
test_long_chains(void **state)
{
	struct fixture *f = *state;
	static const enum mb_join joins[] = { MB_JOIN_AND, MB_JOIN_OR,
		                              MB_JOIN_NOT };

	for (gsize i = 0; i < G_N_ELEMENTS(joins); i++) {
		struct mb_query *left = any(f, "budget");
		struct mb_query *right = any(f, "budget");

		for (guint n = 0; n < 100000; n++)
			left = join(joins[i], left, mb_query_nothing());
		mb_query_free(left);
		for (guint n = 0; n < 100000 && joins[i] != MB_JOIN_NOT; n++)
			right = join(joins[i], mb_query_nothing(), right);
		if (joins[i] == MB_JOIN_OR)
			finds(f, right, "c d");
		else
			mb_query_free(right);
	}
}

static void
test_deep_nest(void **state)
{
	struct fixture *f = *state;
	g_autoptr(GError) error = NULL;
	struct mb_query *query = any(f, "budget");
	guint n = 0;

	for (; query != NULL && n < 100000; n++)
		query =
		    mb_query_join(MB_JOIN_NOT, mb_query_all(), query, &error);
	assert_null(query);
	assert_true(n > 50);
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
	/* Filters can't fail, but nest no deeper for that. */
	query = any(f, "budget");
	for (n = 0; n < 100000; n++)
		query = mb_query_filter(query, mb_query_all());
	finds(f, query, "c d");
}

/* Nothing but a wildcard stands for too much. */
static void
test_wildcard_limit(void **state)
{
	g_autofree char *folder = test_folder_new();
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(folder, "open", &path);
	GString *words = g_string_new("exactly ");
	struct mb_search *search;
	static const char *const many[] = { "ab", "exactly ab" };

	for (guint i = 0; i <= MB_WILDCARD_MAX; i++)
		g_string_append_printf(words, "ab%c%c%c ", 'a' + i / 676,
		                       'a' + i / 26 % 26, 'a' + i % 26);
	g_string_append(words, "acx acy");
	test_put(store, test_item("x", "/p", NULL, words->str));
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	for (gsize i = 0; i < G_N_ELEMENTS(many); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_query) query =
		    mb_query_prefix(search, MB_FIELD_ANY, many[i]);
		g_autoptr(mb_query) more = NULL;

		assert_null(mb_search_run(search, query, MB_SORT_RELEVANCE, 0,
		                          1, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
		assert_non_null(strstr(error->message, "wildcard"));
		g_clear_error(&error);
		assert_null(mb_search_facet(search, query, MB_FIELD_KIND_OF,
		                            NULL, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
		g_clear_error(&error);
		/* Nor does the fault get lost in a tree. */
		more = mb_query_join(
		    MB_JOIN_OR, mb_query_prefix(search, MB_FIELD_ANY, many[i]),
		    mb_query_filter(
			mb_query_all(),
			mb_query_prefix(search, MB_FIELD_ANY, many[i])),
		    &error);
		assert_null(mb_search_run(search, more, MB_SORT_RELEVANCE, 0, 1,
		                          &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
	}
	g_free(test_ids(search, mb_query_prefix(search, MB_FIELD_ANY, "ac"),
	                MB_SORT_NEWEST));
	g_string_free(words, TRUE);
	mb_search_free(search);
	test_folder_free(g_steal_pointer(&folder));
}

/* A paste of a whole page as one phrase. */
static void
test_phrase_limit(void **state)
{
	struct fixture *f = *state;
	GString *words = g_string_new(NULL);
	g_autoptr(mb_query) query = NULL;
	g_autoptr(GError) error = NULL;
	g_autofree char *text = NULL;

	for (guint i = 0; i < 100000; i++)
		g_string_append(words, "word ");
	query = mb_query_phrase(f->search, MB_FIELD_ANY, words->str);
	g_string_free(words, TRUE);
	assert_null(
	    mb_search_run(f->search, query, MB_SORT_NEWEST, 0, 1, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
	text = mb_query_describe(query);
	assert_non_null(strstr(text, "words in a row"));
}

static void
sorts(struct fixture *f, const char *words, enum mb_sort sort, const char *want)
{
	g_autofree char *ids = test_ids(f->search, any(f, words), sort);

	assert_string_equal(ids, want);
}

static void
test_sort(void **state)
{
	struct fixture *f = *state;
	g_autofree char *newest = NULL;
	g_autofree char *oldest = NULL;
	g_autofree char *equal = NULL;

	newest = test_ids(f->search, mb_query_all(), MB_SORT_NEWEST);
	oldest = test_ids(f->search, mb_query_all(), MB_SORT_OLDEST);
	equal = test_ids(f->search, mb_query_all(), MB_SORT_RELEVANCE);
	assert_string_equal(newest, "c a b d");
	/* Unknown dates come last both ways, and paper order stays. */
	assert_string_equal(oldest, "a b c d");
	/* Of equal weight: newest first. */
	assert_string_equal(equal, "c a b d");
	/* The heading counts for more than the text, the very form for more
	 * than another of its stem. */
	sorts(f, "apologies", MB_SORT_RELEVANCE, "b");
	sorts(f, "foster", MB_SORT_RELEVANCE, "a c b");
	sorts(f, "fostered", MB_SORT_RELEVANCE, "b a c");
}

static void
test_rows(void **state)
{
	struct fixture *f = *state;
	static const struct {
		guint first;
		guint n_max;
		guint n_rows;
		const char *id;
	} rows[] = {
		{ 0, 1, 1, "c" },           { 1, 2, 2, "a" },
		{ 3, 10, 1, "d" },          { 4, 10, 0, NULL },
		{ 99, G_MAXUINT, 0, NULL }, { G_MAXUINT, G_MAXUINT, 0, NULL },
		{ 0, 0, 0, NULL },          { 2, G_MAXUINT, 2, "b" },
	};
	g_autoptr(mb_query) all = mb_query_all();

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_result) result =
		    mb_search_run(f->search, all, MB_SORT_NEWEST, rows[i].first,
		                  rows[i].n_max, &error);

		assert_null(error);
		assert_int_equal(mb_result_n_matches(result), 4);
		assert_int_equal(mb_result_n_rows(result), rows[i].n_rows);
		if (rows[i].id != NULL)
			assert_string_equal(
			    mb_result_item(result, 0, &error)->id, rows[i].id);
	}
}

/* An agenda's line is short and all heading; what was decided under the same
 * heading comes before it all the same. */
static void
test_announced(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "announced", &path);
	struct mb_item *item;
	g_autofree char *ids = NULL;
	g_autoptr(mb_search) search = NULL;

	item = test_item("line", "/p/agenda.pdf", "Road grants", "");
	item->kind = MB_KIND_AGENDA;
	item->date_ymd = 20210630;
	test_put(store, item);
	item = test_item("minute", "/p/minutes.pdf", "Road grants",
	                 "The Senior Engineer said which bridges would be "
	                 "repaired in the year, and what each would cost. He "
	                 "answered members' questions about footpaths, drains "
	                 "and signs, and about the works left from last year. "
	                 "Resolved: that the programme be adopted.");
	item->date_ymd = 20210629;
	test_put(store, item);
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	ids = test_ids(search, mb_query_text(search, MB_FIELD_ANY, "grants"),
	               MB_SORT_RELEVANCE);
	assert_string_equal(ids, "minute line");
}

static void
test_score(void **state)
{
	struct fixture *f = *state;
	g_autoptr(mb_query) query = any(f, "foster");
	g_autoptr(mb_result) best = mb_search_run(
	    f->search, query, MB_SORT_RELEVANCE, 0, G_MAXUINT, NULL);
	g_autoptr(mb_result) newest =
	    mb_search_run(f->search, query, MB_SORT_NEWEST, 0, G_MAXUINT, NULL);

	assert_int_equal(mb_result_n_rows(best), 3);
	assert_true(mb_result_score(best, 0) > mb_result_score(best, 1));
	assert_true(mb_result_score(best, 1) >= mb_result_score(best, 2));
	assert_true(mb_result_score(best, 2) > 0);
	for (guint i = 0; i < 3; i++)
		assert_true(mb_result_score(newest, i) == 0);
}

static void
facet_is(GPtrArray *facets, guint i, const char *value, guint n_items)
{
	const struct mb_facet *facet;

	assert_true(i < facets->len);
	facet = g_ptr_array_index(facets, i);
	assert_string_equal(facet->value, value);
	assert_int_equal(facet->n_items, n_items);
}

static void
put_committee(struct mb_store *store, const char *id, const char *paper,
              const char *committee)
{
	struct mb_item *item = test_item(id, paper, "Budget", id);

	item->committee = g_strdup(committee);
	test_put(store, item);
}

static void
finds_committee(struct mb_search *search, const char *words, const char *want)
{
	g_autofree char *ids =
	    test_ids(search, mb_query_text(search, MB_FIELD_COMMITTEE, words),
	             MB_SORT_RELEVANCE);

	assert_string_equal(ids, want);
}

/* Names that differ by capitals and accents alone are found together, from
 * several databases too, and none of them is better than another. */
static void
test_committee_names(void **state)
{
	struct fixture *f = *state;
	static const char *const names[] = { "Café Scrutiny", "CAFE SCRUTINY",
		                             "Cafe scrutiny", "Scrutiny" };
	char *paths[3] = { NULL };
	g_autoptr(mb_search) search = NULL;
	g_autoptr(GError) error = NULL;

	for (guint i = 0; i < 2; i++) {
		struct mb_store *store =
		    test_store(f->folder, i == 0 ? "one" : "two", &paths[i]);

		for (guint k = i; k < 4; k += 2) {
			g_autofree char *id = g_strdup_printf("%u", k);
			g_autofree char *paper = g_strdup_printf("/p/%u", k);

			put_committee(store, id, paper, names[k]);
		}
		test_commit(store);
		mb_store_free(store);
	}
	search = mb_search_open((const char *const *)paths, &error);
	assert_null(error);
	finds_committee(search, "cafe", "0 1 2");
	finds_committee(search, "CAFÉ-scrutiny", "0 1 2");
	finds_committee(search, "scrutiny", "0 1 2 3");
	for (guint i = 0; i < 2; i++)
		g_free(paths[i]);
}

/* Of a name that no term can hold the first words are looked for. */
static void
test_long_committee(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	g_autofree char *one_word = g_strnfill(300, 'x');
	g_autofree char *same_word = g_strnfill(64, 'x');
	GString *words = g_string_new("Joint");
	struct mb_store *store = test_store(f->folder, "long", &path);
	g_autoptr(mb_search) search = NULL;

	for (guint i = 0; i < 60; i++)
		g_string_append_printf(words, " é%c%c", 'a' + i / 26,
		                       'a' + i % 26);
	put_committee(store, "words", "/p/a", words->str);
	put_committee(store, "word", "/p/b", one_word);
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	finds_committee(search, "joint", "words");
	finds_committee(search, "éaa éab", "words");
	/* 237 bytes: "Joint" and 46 words of five, and no half word. */
	finds_committee(search, "ebt", "words");
	finds_committee(search, "ebu", "");
	finds_committee(search, "e", "");
	finds_committee(search, same_word, "word");
	g_string_free(words, TRUE);
}

/* The last item of a committee takes its name with it. */
static void
test_committees(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "committees", &path);
	g_autoptr(GPtrArray) names = NULL;
	g_autoptr(mb_search) search = NULL;

	put_committee(store, "0", "/p/a.pdf", "Cabinet");
	put_committee(store, "1", "/p/a.pdf", "Cabinet");
	put_committee(store, "2", "/p/gone.pdf", "Gone Panel");
	test_commit(store);
	assert_true(mb_store_drop_paper(store, "/p/gone.pdf", NULL, NULL));
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	names = mb_search_committees(search, NULL);
	assert_non_null(names);
	assert_int_equal(names->len, 1);
	assert_string_equal(g_ptr_array_index(names, 0), "Cabinet");
	finds_committee(search, "cabinet", "0 1");
	finds_committee(search, "gone", "");
}

static void
test_facet(void **state)
{
	struct fixture *f = *state;
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_query) all = mb_query_all();
	g_autoptr(mb_query) none = mb_query_nothing();
	g_autoptr(GPtrArray) kinds = NULL;
	g_autoptr(GPtrArray) committees = NULL;
	g_autoptr(GPtrArray) nothing = NULL;

	kinds = mb_search_facet(f->search, all, MB_FIELD_KIND_OF, NULL, &error);
	committees =
	    mb_search_facet(f->search, all, MB_FIELD_COMMITTEE, NULL, &error);
	nothing =
	    mb_search_facet(f->search, none, MB_FIELD_KIND_OF, NULL, &error);
	assert_null(error);
	assert_int_equal(kinds->len, 3);
	facet_is(kinds, 0, "minute", 2);
	facet_is(kinds, 1, "action", 1);
	facet_is(kinds, 2, "report", 1);
	assert_int_equal(committees->len, 2);
	facet_is(committees, 0, "Children's Scrutiny Committee", 2);
	facet_is(committees, 1, "Cabinet", 1);
	assert_int_equal(nothing->len, 0);
}

static void
facets_are(struct mb_search *search, const char *word, enum mb_field_id field,
           GHashTable *groups, const char *want)
{
	g_autoptr(mb_query) query = mb_query_text(search, MB_FIELD_ANY, word);
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) facets =
	    mb_search_facet(search, query, field, groups, &error);
	g_autoptr(GString) got = g_string_new(NULL);

	assert_null(error);
	for (guint i = 0; i < facets->len; i++) {
		const struct mb_facet *facet = facets->pdata[i];

		g_string_append_printf(got, "%s=%u ", facet->value,
		                       facet->n_items);
	}
	assert_string_equal(got->str, want);
}

/* One item has both forms of her name, and is one item of hers. */
static void
test_facet_groups(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "groups", &path);
	g_autoptr(GHashTable) groups =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(mb_search) search = NULL;

	for (guint i = 0; i < 40; i++) {
		g_autofree char *id = g_strdup_printf("%u", i);
		g_autoptr(mb_item) item =
		    test_item(id, "/p/g.pdf", "T", i < 2 ? "tax rare" : "tax");

		item->council = g_strdup("Ashby");
		item->date_ymd = 20190000 + 10000 * (i % 2) + 301;
		if (i % 2 == 0)
			mb_item_add_officer(item, "C Knowles", NULL,
			                    MB_HOW_NAME);
		if (i % 3 == 0)
			mb_item_add_officer(item, "Catherine Knowles", NULL,
			                    MB_HOW_NAME);
		test_put(store, g_steal_pointer(&item));
	}
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	facets_are(search, "tax", MB_FIELD_YEAR, NULL, "2019=20 2020=20 ");
	facets_are(search, "tax", MB_FIELD_OFFICER, NULL,
	           "ashby/c knowles=20 ashby/catherine knowles=14 ");
	facets_are(search, "rare", MB_FIELD_OFFICER, NULL,
	           "ashby/c knowles=1 ashby/catherine knowles=1 ");
	g_hash_table_insert(groups, mb_facet_person("Ashby", "C. KNOWLES"),
	                    (gpointer) "Catherine Knowles");
	g_hash_table_insert(groups, mb_facet_person("Ashby", "C Knowles"),
	                    (gpointer) "Catherine Knowles");
	g_hash_table_insert(groups,
	                    mb_facet_person("Ashby", "Catherine Knowles"),
	                    (gpointer) "Catherine Knowles");
	facets_are(search, "tax", MB_FIELD_OFFICER, groups,
	           "Catherine Knowles=27 ");
	facets_are(search, "rare", MB_FIELD_OFFICER, groups,
	           "Catherine Knowles=1 ");
	facets_are(search, "tax", MB_FIELD_MEMBER, groups, "");
}

static void
finds_in(struct mb_search *search, enum mb_field_id field, const char *text,
         const char *want)
{
	g_autofree char *ids = test_ids(
	    search, mb_query_text(search, field, text), MB_SORT_OLDEST);

	if (strcmp(ids, want) != 0)
		fail_msg("%s:%s finds %s, not %s", mb_fields()[field].name,
		         text, ids, want);
}

/* What an item says beside its words. */
static void
test_telling_fields(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "telling", &path);
	struct mb_item *item =
	    test_item("a", "/p/one.pdf", "Carers",
	              "The hub opened. See PLA146/14. (1) That "
	              "the report be deferred.");
	g_autoptr(mb_search) search = NULL;
	g_autofree char *row = NULL;

	item->seq = 0;
	item->number = g_strdup("20 (3)");
	item->private_business = TRUE;
	mb_item_add_author(item, "Catherine Knowles");
	mb_item_add_resolution(item, "(1)", "That the report be deferred");
	mb_item_add_resolution(item, "(2)", "That officers be thanked");
	mb_item_add_action(item, "J Driscoll", "May", "Open");
	test_put(store, item);
	item = test_item("b", "/p/one.pdf", "Send letters",
	                 "Letters to all carers. See PLA 146 / 14.");
	item->seq = 1;
	item->kind = MB_KIND_ACTION;
	((struct mb_source *)item->sources->pdata[0])->draft = TRUE;
	((struct mb_source *)item->sources->pdata[0])->ocr = 90;
	test_put(store, item);
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	finds_in(search, MB_FIELD_AUTHOR, "knowles", "a");
	finds_in(search, MB_FIELD_RESOLVED, "deferring", "a");
	finds_in(search, MB_FIELD_RESOLVED, "hub", "");
	finds_in(search, MB_FIELD_RESOLVED, "opened", "");
	finds_in(search, MB_FIELD_RESOLVED, "deferred that", "");
	finds_in(search, MB_FIELD_ACTION, "driscoll", "a");
	finds_in(search, MB_FIELD_ACTION, "letter", "b");
	finds_in(search, MB_FIELD_ACTION, "hub", "");
	finds_in(search, MB_FIELD_PAGE, "1", "a b");
	finds_in(search, MB_FIELD_PAGE, "2", "");
	finds_in(search, MB_FIELD_NUMBER, "20(3)", "a");
	finds_in(search, MB_FIELD_IS, "private", "a");
	finds_in(search, MB_FIELD_IS, "draft", "b");
	finds_in(search, MB_FIELD_IS, "Scanned", "b");
	finds_in(search, MB_FIELD_IS, "open", "a b");
	finds_in(search, MB_FIELD_IS, "exempt", "");
	finds_in(search, MB_FIELD_ANY, "PLA146/14", "a b");
	finds_in(search, MB_FIELD_ANY, "pla 146/14", "a b");
	row = test_ids(
	    search,
	    mb_query_join(
		MB_JOIN_NEAR, mb_query_text(search, MB_FIELD_ACTION, "letters"),
		mb_query_text(search, MB_FIELD_ACTION, "carers"), NULL),
	    MB_SORT_OLDEST);
	assert_string_equal(row, "b");
}

/* "council tax" together comes before council here and tax there, though these
 * have the words more often; a page goes on where the other ended. */
static void
test_nearness(void **state)
{
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "near", &path);
	g_autoptr(mb_search) search = NULL;
	g_autoptr(GString) pages = g_string_new(NULL);
	const char *const fill =
	    "the report was noted by all who were there on that day and the "
	    "vote was carried with thanks to the staff";
	g_autofree char *apart = g_strconcat("council ", fill, " tax", NULL);
	g_autofree char *close =
	    g_strconcat("the tax a council sets ", fill, NULL);
	g_autofree char *beside =
	    g_strconcat(fill, " and more of it; council tax", NULL);

	test_put(store, test_item("apart", "/p/1", NULL, apart));
	test_put(store, test_item("close", "/p/2", NULL, close));
	test_put(store, test_item("beside", "/p/3", NULL, beside));
	test_commit(store);
	mb_store_free(store);
	search = test_search(path);
	for (guint i = 0; i < 3; i++) {
		g_autoptr(mb_query) query = mb_query_join(
		    MB_JOIN_AND, mb_query_text(search, MB_FIELD_ANY, "council"),
		    mb_query_text(search, MB_FIELD_ANY, "tax"), NULL);
		g_autoptr(mb_result) result =
		    mb_search_run(search, query, MB_SORT_RELEVANCE, i, 1, NULL);

		assert_int_equal(mb_result_n_matches(result), 3);
		assert_int_equal(mb_result_n_rows(result), 1);
		g_string_append_printf(pages, "%s ",
		                       mb_result_item(result, 0, NULL)->id);
	}
	assert_string_equal(pages->str, "beside close apart ");
}

static void
words_are(const struct mb_query *query, enum mb_field_id field,
          const char *want)
{
	g_autoptr(GHashTable) words = mb_query_words(query, field);
	g_auto(GStrv) expected = g_strsplit(want, ", ", -1);
	guint n = *want == '\0' ? 0 : g_strv_length(expected);

	assert_int_equal(g_hash_table_size(words), n);
	for (guint i = 0; i < n; i++)
		assert_true(g_hash_table_contains(words, expected[i]));
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
	    query, mb_query_text(f->search, MB_FIELD_OFFICER, "Driscoll"));
	words_are(query, MB_FIELD_ANY,
	          "fostering, Zfoster, local policies, the budg*");
	words_are(query, MB_FIELD_OFFICER, "driscoll");
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

static void
test_by_id(void **state)
{
	struct fixture *f = *state;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) one = mb_search_by_id(f->search, "c", &error);
	g_autoptr(GPtrArray) none = mb_search_by_id(f->search, "nope", &error);
	g_autoptr(GPtrArray) empty = mb_search_by_id(f->search, "", &error);
	const struct mb_item *item;

	assert_null(error);
	assert_int_equal(one->len, 1);
	assert_int_equal(none->len, 0);
	assert_int_equal(empty->len, 0);
	item = g_ptr_array_index(one, 0);
	assert_string_equal(item->title, "Budget");
	assert_int_equal(item->date_ymd, 20210629);
}

static void
test_spelling(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *typed;
		const char *want;
	} rows[] = {
		{ "recrutment", "recruitment" },
		{ "RECRUITMNET", "recruitment" },
		{ "recruitment", NULL },
		{ "luzcak", "luczak" },
		{ "zzzzzz", NULL },
		{ "", NULL },
		/* Numbers and short words are never suggested. */
		{ "108", NULL },
		{ "teh", NULL },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *got =
		    mb_search_spelling(f->search, rows[i].typed);

		if (rows[i].want == NULL)
			assert_null(got);
		else
			assert_string_equal(got, rows[i].want);
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

static void
test_counts(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(mb_search_n_items(f->search), 4);
	assert_int_equal(mb_search_n_papers(f->search), 0);
	assert_string_equal(mb_search_language(f->search), "english");
	assert_string_equal(mb_stem_word(mb_search_stem(f->search), "carers"),
	                    "carer");
}

/* Results, queries and the search are let go of in every order; the rows stay
 * (the sanitizers see it if they don't). */
static void
free_in_order(struct fixture *f, const guint order[3])
{
	struct mb_search *search = test_search(f->path);
	struct mb_query *query =
	    mb_query_filter(mb_query_text(search, MB_FIELD_ANY, "foster"),
	                    mb_query_dates(20200101, 20201231));
	struct mb_result *result =
	    mb_search_run(search, query, MB_SORT_NEWEST, 0, G_MAXUINT, NULL);

	assert_string_equal(mb_result_item(result, 1, NULL)->id, "b");
	for (guint i = 0; i < 3; i++) {
		if (order[i] == 0)
			g_clear_pointer(&search, mb_search_free);
		if (order[i] == 1)
			g_clear_pointer(&query, mb_query_free);
		if (order[i] == 2)
			g_clear_pointer(&result, mb_result_free);
		if (result != NULL) {
			assert_int_equal(mb_result_n_rows(result), 2);
			assert_string_equal(
			    mb_result_item(result, i % 2, NULL)->id,
			    i % 2 == 0 ? "a" : "b");
		}
		if (query != NULL)
			words_are(query, MB_FIELD_ANY, "foster, Zfoster");
	}
}

static void
test_lifetimes(void **state)
{
	static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 },
		                           { 1, 0, 2 }, { 1, 2, 0 },
		                           { 2, 0, 1 }, { 2, 1, 0 } };

	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++)
		free_in_order(*state, orders[i]);
	mb_search_free(NULL);
	mb_query_free(NULL);
	mb_result_free(NULL);
}

/* Two indexes asked as one. */
static void
test_together(void **state)
{
	struct fixture *f = *state;
	g_autofree char *folder = test_folder_new();
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(folder, "more", &path);
	const char *paths[] = { f->path, path, NULL };
	struct mb_item *item = test_item("e", "/q", "Budget", "Foster again.");
	g_autoptr(GError) error = NULL;
	struct fixture both = { 0 };

	item->date_ymd = 20200304;
	test_put(store, item);
	test_put(store, test_item("c", "/q", "Budget", "Another council's."));
	test_commit(store);
	mb_store_free(store);
	both.search = mb_search_open(paths, &error);
	assert_null(error);
	assert_int_equal(mb_search_n_items(both.search), 6);
	finds(&both, any(&both, "foster"), "c a b e");
	finds(&both, mb_query_prefix(both.search, MB_FIELD_ANY, "foster ag"),
	      "e");
	finds(&both, mb_query_text(both.search, MB_FIELD_ID, "c"), "c c");
	mb_search_free(both.search);
	test_folder_free(g_steal_pointer(&folder));
}

static void
test_languages(void **state)
{
	struct fixture *f = *state;
	g_autofree char *folder = test_folder_new();
	g_autofree char *path = g_build_filename(folder, "welsh", NULL);
	g_autoptr(GError) error = NULL;
	struct mb_store *store = mb_store_create(path, "none", &error);
	const char *paths[] = { f->path, path, NULL };
	struct fixture welsh = { 0 };

	assert_null(error);
	test_put(store, test_item("w", "/w", "Cofnodion",
	                          "Gwasanaethau plant y cyngor, fostered."));
	test_commit(store);
	mb_store_free(store);
	assert_null(mb_search_open(paths, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_SYNTAX));
	welsh.search = test_search(path);
	assert_string_equal(mb_search_language(welsh.search), "none");
	finds(&welsh, any(&welsh, "GWASANAETHAU"), "w");
	finds(&welsh, any(&welsh, "foster"), "");
	finds(&welsh, any(&welsh, "fostered"), "w");
	mb_search_free(welsh.search);
	test_folder_free(g_steal_pointer(&folder));
}

static void
test_open_errors(void **state)
{
	g_autofree char *folder = test_folder_new();
	const char *none[] = { "/nonexistent/index", NULL };
	const char *empty[] = { folder, NULL };
	g_autoptr(GError) error = NULL;

	assert_null(mb_search_open(none, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	g_clear_error(&error);
	assert_null(mb_search_open(empty, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	test_folder_free(g_steal_pointer(&folder));
}

static void
put_many(struct mb_store *store, guint round)
{
	for (guint i = 0; i < 200; i++) {
		g_autofree char *id = g_strdup_printf("%u-%u", round, i);

		test_put(store, test_item(id, "/p", "Budget",
		                          "Words that fill blocks."));
	}
	test_commit(store);
}

/* Two commits under a reader make Xapian give up; the search reopens. */
static void
test_written_under(void **state)
{
	g_autofree char *folder = test_folder_new();
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(folder, "open", &path);
	struct fixture f = { 0 };

	put_many(store, 0);
	f.search = test_search(path);
	for (guint round = 1; round <= 4; round++) {
		g_autofree char *id = g_strdup_printf("%u-7", round - 1);
		g_autoptr(mb_query) query = any(&f, "budget");
		g_autoptr(mb_result) result = NULL;
		g_autoptr(GPtrArray) items = NULL;
		g_autoptr(GError) error = NULL;

		result = mb_search_run(f.search, query, MB_SORT_NEWEST, 0,
		                       G_MAXUINT, &error);
		assert_null(error);
		put_many(store, round * 10);
		put_many(store, round);
		/* Rows of before are there, or are said to be gone. */
		if (mb_result_item(result, 150, &error) == NULL)
			assert_true(
			    g_error_matches(error, MB_ERROR, MB_ERROR_CHANGED));
		g_clear_error(&error);
		items = mb_search_by_id(f.search, id, &error);
		assert_null(error);
		assert_int_equal(items->len, 1);
		assert_true(mb_search_n_items(f.search) >= 200);
	}
	mb_search_free(f.search);
	mb_store_free(store);
	test_folder_free(g_steal_pointer(&folder));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_phrase),
		cmocka_unit_test(test_prefix),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_join),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_filter),
		cmocka_unit_test(test_long_chains),
		cmocka_unit_test(test_deep_nest),
		cmocka_unit_test(test_wildcard_limit),
		cmocka_unit_test(test_phrase_limit),
		cmocka_unit_test(test_sort),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_announced),
		cmocka_unit_test(test_score),
		cmocka_unit_test(test_committee_names),
		cmocka_unit_test(test_long_committee),
		cmocka_unit_test(test_committees),
		cmocka_unit_test(test_facet),
		cmocka_unit_test(test_facet_groups),
		cmocka_unit_test(test_telling_fields),
		cmocka_unit_test(test_nearness),
		cmocka_unit_test(test_person),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_describe),
		cmocka_unit_test(test_date_terms),
		cmocka_unit_test(test_by_id),
		cmocka_unit_test(test_spelling),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_lifetimes),
		cmocka_unit_test(test_together),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_open_errors),
		cmocka_unit_test(test_written_under),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
