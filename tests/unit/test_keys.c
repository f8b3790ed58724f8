/* keys: what numbers and headings are compared by. */
#include "shim/keys.h"

#include "tests/unit/test.h"

static void
test_number(void **state)
{
	static const struct {
		const char *number, *key, *whole, *earlier;
	} rows[] = {
		{ "Feb 23.05", "feb23.05", NULL, NULL },
		{ "20(3)", "20(3)", "20", NULL },
		{ "4. 4.4.13i", "4.4.4.13i", NULL, "4.4.13i" },
		{ "13i", "13i", NULL, NULL },
		{ "107/20", "107/20", NULL, NULL },
		{ "7.", "7", NULL, NULL },
		{ "(3)", "(3)", NULL, NULL },
		{ " . ", "", NULL, NULL },
		{ "", "", NULL, NULL },
		{ NULL, "", NULL, NULL },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *key = mb_key_number(rows[i].number);
		g_autofree char *whole = mb_key_whole(key);

		assert_string_equal(key, rows[i].key);
		assert_int_equal(g_strcmp0(whole, rows[i].whole), 0);
		assert_int_equal(
		    g_strcmp0(mb_key_earlier(key), rows[i].earlier), 0);
	}
}

static void
test_topic(void **state)
{
	static const struct {
		const char *title, *topic;
	} rows[] = {
		{ "Annual Report 2021/22", "annual report" },
		{ "ANNUAL REPORT \342\200\223 2022/23", "annual report" },
		{ "The Budget (Deferred from March)", "budget" },
		{ "Update, 5th March 2020", "update" },
		{ "Marches and parades", "marches and parades" },
		{ "Gate (", "gate" },
		{ "(2)", "" },
		{ "", "" },
		{ NULL, "" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *topic = mb_key_topic(rows[i].title);

		assert_string_equal(topic, rows[i].topic);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_number),
		cmocka_unit_test(test_topic),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
