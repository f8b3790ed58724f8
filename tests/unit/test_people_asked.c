/* people-asked: whom a name behind officer: or member: means. */
#include "query/people-asked.h"

#include <stdlib.h>
#include <string.h>

#include "tests/unit/shim.h"

/* An officer of an item of a council's, on a day. */
struct row {
	const char *id;
	const char *council;
	guint32 date_ymd;
	const char *name; /* NULL: the post alone */
	const char *role;
};

static const struct row rows[] = {
	{ "a1", "Ashby", 20200305, "C Kembles", "Head of Roads" },
	{ "a2", "Ashby", 20200401, "Catherine Kembles", "Head of Roads" },
	{ "a3", "Ashby", 20200501, "Kembles", NULL },
	{ "a4", "Ashby", 20200320, NULL, "Head of Roads" },
	{ "a5", "Ashby", 20200601, NULL, "Head of Roads" },
	{ "a6", "Ashby", 20200320, NULL, "Head of Parks" },
	{ "b1", "Barby", 20200305, "C Bell", "Clerk" },
	{ "b2", "Barby", 20200305, "Colin Bell", "Planner" },
	{ "b3", "Barby", 20200405, "Carol Bell", "Planner" },
	{ "b4", "Barby", 20200405, "Colin Bell", "Planner" },
	{ "b5", "Barby", 20200310, NULL, "Planner" },
	{ "b6", "Barby", 20200405, NULL, "Officer" },
	{ "b7", "Barby", 20200405, "Ann Orr", "Officer" },
	{ "c1", "Corby", 20200405, "Sam Dow", "Director of Law/Clerk" },
	{ "c2", "Corby", 20200405, NULL, "the director of Law / Clerk" },
	{ "d1", NULL, 20200405, "Seán O’Donnell", "Bursar" },
};

static const struct {
	const char *asked;
	const char *ids;
} questions[] = {
	{ "Catherine Kembles", "a1 a2 a3 a4" },
	{ "Ms Kembles", "a1 a2 a3 a4" },
	{ "kembles", "a1 a2 a3 a4" },
	{ "C KEMBLES", "a1 a2 a3 a4" },
	/* C Kembles is Catherine: nobody else is about. */
	{ "Colin Kembles", "" },
	/* There is a Carol, so C Bell need not be Colin; both are Planner. */
	{ "Colin Bell", "b2 b4" },
	/* Whichever of them the Planner of b5 is, a C Bell it is. */
	{ "C Bell", "b1 b2 b3 b4 b5" },
	{ "Ann Orr", "b7" },
	{ "Sam Dow", "c1 c2" },
	{ "O Donnell", "d1" },
	{ "Catherine", "" },
	{ "Cllr", "" },
	{ "", "" },
	{ "\x01 /", "" },
};

static void
put_rows(struct mb_store *store)
{
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct mb_item *item =
		    test_item(rows[i].id, rows[i].id, "Roads", "Mended.");

		item->council = g_strdup(rows[i].council);
		item->date_ymd = rows[i].date_ymd;
		mb_item_add_officer(item, rows[i].name, rows[i].role,
		                    MB_HOW_NAME);
		test_put(store, item);
	}
	test_commit(store);
}

static int
by_letters(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The words of @ids, which is freed, by the alphabet.  Transfer full. */
static char *
in_order(char *ids)
{
	g_auto(GStrv) words = g_strsplit(ids, " ", -1);

	g_free(ids);
	qsort(words, g_strv_length(words), sizeof *words, by_letters);
	return g_strjoinv(" ", words);
}

static void
test_questions(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *path = NULL;
	struct mb_store *store = test_store(folder, "db", &path);
	struct mb_search *search;

	(void)state;
	put_rows(store);
	mb_store_free(store);
	search = test_search(path);
	for (gsize i = 0; i < G_N_ELEMENTS(questions); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *ids = NULL;
		struct mb_query *query = mb_people_asked(
		    search, MB_STANDING_OFFICER, questions[i].asked, &error);

		assert_null(error);
		ids = in_order(test_ids(search, query, MB_SORT_OLDEST));
		assert_string_equal(ids, questions[i].ids);
	}
	mb_search_free(search);
	test_folder_free(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_questions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
