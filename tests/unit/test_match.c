/* Matches are found along posting lists, or by Xapian's matcher where the
 * database is not on this machine: the same ones, weighing the same, in the
 * same order. */
#include <math.h>

#include "tests/unit/shim.h"

#define N_ITEMS 400

static const char *const words[] = { "budget",   "budgets", "library",
	                             "foster",   "fosters", "fostering",
	                             "petition", "levy",    "the" };

struct fixture {
	char *folder;
	char *path;
	struct mb_search *here;    /* the database itself */
	struct mb_search *through; /* a file that says where it is */
};

/* Item @i has each word by a rule of its own, and as often as that says. */
static struct mb_item *
made_item(guint i)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *id = g_strdup_printf("i%03u", i);

	for (guint k = 0; k < G_N_ELEMENTS(words); k++)
		for (guint n = (i * (2 * k + 7) >> 3) % (k + 3); n > 0; n--)
			if (i % (G_N_ELEMENTS(words) + 1 - k) == 0)
				g_string_append_printf(text, "%s ", words[k]);
	for (guint n = 0; n < i * 37 % 500; n++)
		g_string_append(text, "of ");

	struct mb_item *item = test_item(
	    id, "pack.pdf", i % 7 == 0 ? "Library" : "Report", text->str);

	item->seq = i;
	item->date_ymd = 20180101 + 10000 * (i % 4) + 100 * (i % 12) + i % 28;
	item->kind = i % 3 == 0 ? MB_KIND_REPORT : MB_KIND_MINUTE;
	item->committee = g_strdup(i % 5 == 0 ? "Cabinet" : "Planning Board");
	return item;
}

static int
setup(void **state)
{
	struct fixture *f = g_new0(struct fixture, 1);
	g_autofree char *stub = NULL;
	g_autofree char *line = NULL;
	struct mb_store *store;

	f->folder = test_folder_new();
	store = test_store(f->folder, "open", &f->path);
	for (guint i = 0; i < N_ITEMS; i++)
		test_put(store, made_item(i));
	test_commit(store);
	mb_store_free(store);
	stub = g_build_filename(f->folder, "stub", NULL);
	line = g_strdup_printf("auto %s\n", f->path);
	assert_true(g_file_set_contents(stub, line, -1, NULL));
	f->here = test_search(f->path);
	f->through = test_search(stub);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	mb_search_free(f->here);
	mb_search_free(f->through);
	g_free(f->path);
	test_folder_free(f->folder);
	g_free(f);
	return 0;
}

static struct mb_query *
made_prefix(struct mb_search *search, enum mb_field_id field, const char *part)
{
	g_autofree char *begin = g_strndup(part, strlen(part) - 1);

	return mb_query_prefix(search, field, begin);
}

/* A question in the order in which calculators with a stack have it: words are
 * put on it; "&", "|", "-" and "<" join the last two. */
static struct mb_query *
made_query(struct mb_search *search, const char *postfix)
{
	g_auto(GStrv) parts = g_strsplit(postfix, " ", -1);
	struct mb_query *stack[8] = { NULL };
	guint n = 0;

	for (guint i = 0; parts[i] != NULL; i++) {
		static const char ops[] = "&|-";
		const char *part = parts[i];
		const char *op = strchr(ops, *part);
		const char *colon = strchr(part, ':');
		enum mb_field_id field = MB_FIELD_ANY;

		if (op != NULL || *part == '<') {
			n--;
			stack[n - 1] =
			    op == NULL
				? mb_query_filter(stack[n - 1], stack[n])
				: mb_query_join((enum mb_join)(op - ops),
			                        stack[n - 1], stack[n], NULL);
			continue;
		}
		if (g_str_has_prefix(part, "committee:"))
			field = MB_FIELD_COMMITTEE;
		else if (g_str_has_prefix(part, "kind:"))
			field = MB_FIELD_KIND_OF;
		else if (g_str_has_prefix(part, "title:"))
			field = MB_FIELD_TITLE;
		else if (g_str_has_prefix(part, "date:"))
			field = MB_FIELD_DATE_OF;
		if (colon != NULL)
			part = colon + 1;
		if (*part == '*')
			stack[n++] = mb_query_all();
		else if (*part == '.')
			stack[n++] = mb_query_dates(20190215, 20200610);
		else if (g_str_has_suffix(part, "*"))
			stack[n++] = made_prefix(search, field, part);
		else
			stack[n++] = mb_query_text(search, field, part);
	}
	assert_int_equal(n, 1);
	return stack[0];
}

static void
same_rows(struct fixture *f, const char *postfix, enum mb_sort sort,
          guint first, guint n_max)
{
	g_autoptr(mb_query) asked = made_query(f->here, postfix);
	g_autoptr(mb_query) sent = made_query(f->through, postfix);
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_result) here =
	    mb_search_run(f->here, asked, sort, first, n_max, &error);
	g_autoptr(mb_result) through =
	    mb_search_run(f->through, sent, sort, first, n_max, &error);

	assert_null(error);
	assert_int_equal(mb_result_n_matches(here),
	                 mb_result_n_matches(through));
	assert_int_equal(mb_result_n_rows(here), mb_result_n_rows(through));
	for (guint i = 0; i < mb_result_n_rows(here); i++) {
		g_autofree char *id =
		    g_strdup(mb_result_item(here, i, &error)->id);

		assert_string_equal(id, mb_result_item(through, i, &error)->id);
		assert_true(fabs(mb_result_score(here, i) -
		                 mb_result_score(through, i)) < 1e-9);
	}
}

/* How many match is counted by hand where a rule above tells it. */
static void
test_same(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *postfix;
		int n_items; /* -1: whatever it is, both say so */
	} rows[] = {
		{ "*", N_ITEMS },
		{ "committee:cabinet", N_ITEMS / 5 },
		{ "committee:nowhere", 0 },
		{ "* kind:report -", N_ITEMS - 134 },
		{ "committee:cabinet kind:report &", 27 },
		{ "title:library committee:cabinet <", 12 },
		{ "unheard", 0 },
		{ "of unheard &", 0 },
		{ "budget", -1 },
		{ "foster", -1 },
		{ "fostering library &", -1 },
		{ "petition levy &", -1 },
		{ "petition levy |", -1 },
		{ "budget foster | library petition | &", -1 },
		{ "budget library & the -", -1 },
		{ "foster budget levy | & title:report <", -1 },
		{ "lib*", -1 },
		{ "fos* petition &", -1 },
		{ "budget . &", -1 },
		{ ".", -1 },
		{ "budget date:2019 &", -1 },
		{ "of levy & committee:cabinet <", -1 },
		{ "of budget -", -1 },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		const char *postfix = rows[i].postfix;
		g_autoptr(mb_query) query = made_query(f->here, postfix);
		guint n_items;

		assert_true(mb_search_count(f->here, query, &n_items, NULL));
		if (rows[i].n_items >= 0)
			assert_int_equal(n_items, rows[i].n_items);
		same_rows(f, postfix, MB_SORT_RELEVANCE, 0, G_MAXUINT);
		same_rows(f, postfix, MB_SORT_RELEVANCE, 0, 10);
		same_rows(f, postfix, MB_SORT_RELEVANCE, 10, 10);
		same_rows(f, postfix, MB_SORT_NEWEST, 0, 10);
		same_rows(f, postfix, MB_SORT_OLDEST, 5, G_MAXUINT);
	}
}

/* Any question of so many joins, as made_query() reads it. */
static void
add_random(GString *postfix, GRand *rand, guint n_joins)
{
	static const char *const leaves[] = {
		"budget",    "budgets",   "library",        "foster",
		"fosters",   "fostering", "petition",       "levy",
		"the",       "of",        "report",         "lib*",
		"f*",        "*",         "kind:minute",    "title:library",
		"date:201*", ".",         "committee:cab*", "unheard",
	};
	static const char *const joins[] = {
		"&", "&", "|", "|", "|", "-", "<"
	};

	if (n_joins == 0) {
		const gint32 any =
		    g_rand_int_range(rand, 0, (gint32)G_N_ELEMENTS(leaves));

		g_string_append(postfix, leaves[any]);
		return;
	}
	const guint n_left = (guint)g_rand_int_range(rand, 0, (gint32)n_joins);
	const gint32 any =
	    g_rand_int_range(rand, 0, (gint32)G_N_ELEMENTS(joins));

	add_random(postfix, rand, n_left);
	g_string_append_c(postfix, ' ');
	add_random(postfix, rand, n_joins - 1 - n_left);
	g_string_append_printf(postfix, " %s", joins[any]);
}

/* Weights are sums, which the two add up in different orders: what weighs the
 * same must do so to the last bit, or dates don't decide. */
static void
test_random(void **state)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(1974);

	for (guint i = 0; i < 400; i++) {
		g_autoptr(GString) postfix = g_string_new(NULL);

		add_random(postfix, rand, i % 8);
		same_rows(*state, postfix->str, MB_SORT_RELEVANCE, 0, 30);
	}
}

/* A word says more in a short item than in a long one, and more the more often
 * it stands there, but ever less so. */
static void
test_weights(void **state)
{
	static const struct {
		const char *id;
		guint n_times, n_others;
	} rows[] = {
		{ "a", 4, 40 },
		{ "b", 1, 40 },
		{ "c", 1, 400 },
		{ "d", 1, 4000 },
	};
	struct fixture *f = *state;
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(f->folder, "weights", &path);

	for (gsize i = G_N_ELEMENTS(rows); i-- > 0;) {
		g_autoptr(GString) text = g_string_new(NULL);

		for (guint n = 0; n < rows[i].n_times; n++)
			g_string_append(text, "heron ");
		for (guint n = 0; n < rows[i].n_others; n++)
			g_string_append(text, "of ");
		test_put(store,
		         test_item(rows[i].id, "pack.pdf", "Birds", text->str));
	}
	test_commit(store);
	mb_store_free(store);

	g_autoptr(mb_search) search = test_search(path);
	g_autoptr(mb_query) query =
	    mb_query_text(search, MB_FIELD_ANY, "heron");
	g_autoptr(mb_result) result =
	    mb_search_run(search, query, MB_SORT_RELEVANCE, 0, 4, NULL);

	assert_int_equal(mb_result_n_rows(result), G_N_ELEMENTS(rows));
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		assert_string_equal(mb_result_item(result, i, NULL)->id,
		                    rows[i].id);
		if (i > 0)
			assert_true(mb_result_score(result, i - 1) >
			            mb_result_score(result, i));
	}
	assert_true(mb_result_score(result, 0) <
	            2 * mb_result_score(result, 1));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_weights),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
