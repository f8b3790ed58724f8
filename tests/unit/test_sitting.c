/* What a paper says of its meetings, as the index remembers it. */
#include "tests/unit/test.h"

#include <string.h>

#include "base/error.h"
#include "base/sitting.h"

static GPtrArray *
sittings_new(void)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify)mb_sitting_free);
}

static struct mb_sitting *
full_sitting(void)
{
	struct mb_sitting *sitting =
	    mb_sitting_new("Ellersham Borough Council", "Cabinet", 20220209);
	struct mb_named *named;

	sitting->date_source = MB_DATE_HEADER;
	sitting->n_items[MB_KIND_MINUTE] = 12;
	sitting->n_items[MB_KIND_QUESTION] = 1;
	g_ptr_array_add(sitting->numbers, g_strdup("41"));
	g_ptr_array_add(sitting->numbers, g_strdup("42(a)"));
	mb_sitting_add_earlier(sitting, 20220112, "Minutes of “12 January”");
	mb_sitting_add_earlier(sitting, 20220112, "told twice");
	named = mb_sitting_name(sitting, "Siân Kehoe", "Chief Executive",
	                        MB_STANDING_OFFICER);
	named->presence = MB_PRESENCE_APOLOGIES;
	named->n_items = 3;
	mb_sitting_name(sitting, "P Bradley", NULL, MB_STANDING_MEMBER)->chair =
	    TRUE;
	mb_sitting_name(sitting, NULL, "the Director", MB_STANDING_OFFICER);
	return sitting;
}

static void
check_full(const struct mb_sitting *s)
{
	const struct mb_earlier *earlier;

	assert_string_equal(s->council, "Ellersham Borough Council");
	assert_string_equal(s->committee, "Cabinet");
	assert_int_equal(s->date_ymd, 20220209);
	assert_int_equal(s->date_source, MB_DATE_HEADER);
	assert_int_equal(s->n_items[MB_KIND_MINUTE], 12);
	assert_int_equal(s->n_items[MB_KIND_AGENDA], 0);
	assert_int_equal(mb_sitting_n_items(s), 13);
	assert_int_equal(s->numbers->len, 2);
	assert_string_equal(s->numbers->pdata[1], "42(a)");
	assert_int_equal(s->earlier->len, 1);
	earlier = s->earlier->pdata[0];
	assert_int_equal(earlier->date_ymd, 20220112);
	assert_string_equal(earlier->words, "Minutes of “12 January”");
}

static void
check_people(const struct mb_sitting *s)
{
	const struct mb_named *named;

	assert_int_equal(s->people->len, 3);
	named = s->people->pdata[0];
	assert_string_equal(named->name, "Siân Kehoe");
	assert_string_equal(named->role, "Chief Executive");
	assert_int_equal(named->standing, MB_STANDING_OFFICER);
	assert_int_equal(named->presence, MB_PRESENCE_APOLOGIES);
	assert_int_equal(named->n_items, 3);
	assert_false(named->chair);
	named = s->people->pdata[1];
	assert_null(named->role);
	assert_int_equal(named->standing, MB_STANDING_MEMBER);
	assert_int_equal(named->presence, MB_PRESENCE_UNKNOWN);
	assert_true(named->chair);
	named = s->people->pdata[2];
	assert_null(named->name);
}

static void
test_there_and_back(void **state)
{
	g_autoptr(GPtrArray) sittings = sittings_new();
	g_autoptr(GPtrArray) counted = NULL;
	g_autoptr(GPtrArray) whole = NULL;
	g_autoptr(GError) error = NULL;
	g_autofree char *json = NULL;

	g_ptr_array_add(sittings, mb_sitting_new(NULL, NULL, 0));
	g_ptr_array_add(sittings, full_sitting());
	json = mb_sittings_to_json(sittings);
	counted = mb_sittings_from_json(json, FALSE, &error);
	assert_null(error);
	assert_int_equal(counted->len, 2);
	check_full(counted->pdata[1]);
	assert_int_equal(((struct mb_sitting *)counted->pdata[1])->people->len,
	                 0);
	whole = mb_sittings_from_json(json, TRUE, &error);
	assert_null(error);
	check_full(whole->pdata[1]);
	check_people(whole->pdata[1]);
	assert_null(((struct mb_sitting *)whole->pdata[0])->committee);
	assert_int_equal(((struct mb_sitting *)whole->pdata[0])->people->len,
	                 0);
}

/* Whoever only counts meetings does not look at the second line. */
static void
test_two_lines(void **state)
{
	g_autoptr(GPtrArray) sittings = sittings_new();
	g_autofree char *json = NULL;
	guint n_lines = 0;

	g_ptr_array_add(sittings, full_sitting());
	json = mb_sittings_to_json(sittings);
	for (const char *p = json; *p; p++)
		n_lines += *p == '\n';
	assert_int_equal(n_lines, MB_SITTINGS_LINES);
	assert_null(memmem(json, strcspn(json, "\n"), "Bradley", 7));
	assert_non_null(strstr(json, "Bradley"));
}

static void
test_damage(void **state)
{
	static const char *const bad[] = {
		"{}\n[]\n", "[",        "null\n[]\n", "[]\n",
		"[]\n{}\n", "[]\n[[\n", "\n\n",
	};
	static const char *const odd[] = {
		"[1,null,\"x\"]\n[1,2,3]\n",
		"[{\"council\":7,\"date\":-1,\"dated_by\":99,\"items\":[],"
		"\"numbers\":{\"a\":1},\"earlier\":[{},7,{\"words\":null}]}]\n"
		"[[7,{},{\"standing\":9,\"presence\":-2,\"items\":-5}]]\n",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(GError) error = NULL;

		assert_null(mb_sittings_from_json(bad[i], TRUE, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
	}
	for (gsize i = 0; i < G_N_ELEMENTS(odd); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(GPtrArray) sittings =
		    mb_sittings_from_json(odd[i], TRUE, &error);
		const struct mb_sitting *first;

		assert_null(error);
		first = sittings->pdata[0];
		assert_int_equal(first->date_ymd, 0);
		assert_int_equal(first->date_source, MB_DATE_NONE);
		assert_int_equal(first->numbers->len, 0);
		assert_int_equal(first->earlier->len, 0);
	}
}

static void
test_nothing(void **state)
{
	static const char *const empty[] = { NULL, "", "[]\n[]\n" };

	for (gsize i = 0; i < G_N_ELEMENTS(empty); i++) {
		g_autoptr(GPtrArray) none =
		    mb_sittings_from_json(empty[i], TRUE, NULL);

		assert_non_null(none);
		assert_int_equal(none->len, 0);
	}
}

static void
test_limits(void **state)
{
	g_autoptr(mb_sitting) sitting = mb_sitting_new(NULL, NULL, 0);

	for (guint i = 0; i < MB_SITTING_MAX_PEOPLE; i++) {
		g_autofree char *name = g_strdup_printf("Person %u", i);

		assert_non_null(
		    mb_sitting_name(sitting, name, NULL, MB_STANDING_OTHER));
	}
	assert_null(
	    mb_sitting_name(sitting, "Nobody", NULL, MB_STANDING_OTHER));
	assert_non_null(
	    mb_sitting_name(sitting, "Person 7", NULL, MB_STANDING_OTHER));
	for (guint i = 0; i < 2 * MB_SITTING_MAX_EARLIER; i++)
		mb_sitting_add_earlier(sitting, 20000101 + i, "then");
	assert_int_equal(sitting->earlier->len, MB_SITTING_MAX_EARLIER);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_two_lines),
		cmocka_unit_test(test_damage),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
