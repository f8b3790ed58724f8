/* What a client may write into a query string is read, or refused with a
 * reason, and what was typed is kept. */
#include "tests/unit/test.h"

#include <string.h>

#include "query/params.h"

struct row {
	const char *query_string;
	enum mb_param param;
	const char *value; /* NULL: none */
	const char *fault; /* in the reason; NULL: none */
};

static void
reads_values(void **state)
{
	static const struct row rows[] = {
		{ "", MB_PARAM_TEXT, NULL, NULL },
		{ "q=", MB_PARAM_TEXT, NULL, NULL },
		{ "q=+%20", MB_PARAM_TEXT, NULL, NULL },
		{ "q=a+b%2Bc", MB_PARAM_TEXT, "a b+c", NULL },
		{ "q=a=b", MB_PARAM_TEXT, "a=b", NULL },
		{ "q=%22a%22", MB_PARAM_TEXT, "\"a\"", NULL },
		{ "q=Si%C3%A2n", MB_PARAM_TEXT, "Si\303\242n", NULL },
		{ "q=Si\303\242n", MB_PARAM_TEXT, "Si\303\242n", NULL },
		{ "q=a%0D%0Ab%09c", MB_PARAM_TEXT, "a  b c", NULL },
		{ "&&q=a&&", MB_PARAM_TEXT, "a", NULL },
		{ "%71=a", MB_PARAM_TEXT, "a", NULL },
		{ "q=a&officer=b", MB_PARAM_OFFICER, "b", NULL },
		{ "q=a&amp", MB_PARAM_TEXT, "a", NULL },
		/* Refused. */
		{ "q=a%", MB_PARAM_TEXT, NULL, "percent" },
		{ "q=a%4", MB_PARAM_TEXT, NULL, "percent" },
		{ "q=%zz", MB_PARAM_TEXT, NULL, "percent" },
		{ "q=%-1", MB_PARAM_TEXT, NULL, "percent" },
		{ "q=%+1", MB_PARAM_TEXT, NULL, "percent" },
		{ "q=a%00b", MB_PARAM_TEXT, NULL, "percent" },
		{ "q=%ff", MB_PARAM_TEXT, NULL, "UTF-8" },
		{ "q=%C0%AF", MB_PARAM_TEXT, NULL, "UTF-8" },
		{ "q=%ED%A0%80", MB_PARAM_TEXT, NULL, "UTF-8" },
		{ "q=%1b[2J", MB_PARAM_TEXT, NULL, "control" },
		{ "q=%7f", MB_PARAM_TEXT, NULL, "control" },
		{ "q=a&q=b", MB_PARAM_TEXT, "a", "twice" },
		{ "page=0", MB_PARAM_PAGE, "0", "no such page" },
		{ "page=-1", MB_PARAM_PAGE, "-1", "no such page" },
		{ "page=1e3", MB_PARAM_PAGE, "1e3", "no such page" },
		{ "page=%201", MB_PARAM_PAGE, " 1", "no such page" },
		{ "page=99999999999999999999", MB_PARAM_PAGE,
		  "99999999999999999999", "no such page" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct row *row = &rows[i];
		g_autoptr(mb_params) params = mb_params_read(row->query_string);
		const char *value = params->values[row->param];
		const char *fault = params->faults[row->param];

		if (g_strcmp0(value, row->value) != 0)
			fail_msg("%s: %s", row->query_string, value);
		if ((fault == NULL) != (row->fault == NULL))
			fail_msg("%s: fault %s", row->query_string, fault);
		if (fault != NULL && strstr(fault, row->fault) == NULL)
			fail_msg("%s: fault %s", row->query_string, fault);
	}
}

static void
refuses_whole(void **state)
{
	g_autofree char *much = g_strnfill(MB_PARAMS_MAX_BYTES, 'a');
	g_autofree char *too_long = g_strconcat("q=", much, NULL);
	g_autofree char *value = g_strnfill(MB_QUESTION_MAX_BYTES + 1, 'a');
	g_autofree char *long_value = g_strconcat("q=", value, NULL);
	const struct {
		const char *query_string;
		const char *fault;
	} rows[] = {
		{ "index=/etc", "does not know" },
		{ "exempt=1", "does not know" },
		{ "--exempt", "does not know" },
		{ "Q=a", "does not know" },
		{ "q", "does not know" },
		{ "=a", "does not know" },
		{ "%ff=a", "can't be read" },
		{ "%=a", "can't be read" },
		{ too_long, "too long" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(mb_params) params =
		    mb_params_read(rows[i].query_string);

		assert_true(mb_params_are_wrong(params));
		assert_non_null(params->fault);
		if (strstr(params->fault, rows[i].fault) == NULL)
			fail_msg("%s: %s", rows[i].query_string, params->fault);
		assert_true(g_utf8_validate(params->fault, -1, NULL));
	}
	{
		g_autoptr(mb_params) params = mb_params_read(long_value);

		assert_non_null(strstr(params->faults[MB_PARAM_TEXT], "long"));
		assert_null(params->fault);
	}
}

static void
asks_a_question(void **state)
{
	g_autoptr(mb_params) params =
	    mb_params_read("q=foster&from=2019&to=March+2020&"
	                   "committee=scrutiny&sort=newest&page=3");
	g_autoptr(mb_question) question = mb_params_question(params);

	assert_false(mb_params_are_wrong(params));
	assert_string_equal(question->text, "foster");
	assert_string_equal(question->committee, "scrutiny");
	assert_null(question->officer);
	assert_int_equal(question->from_ymd, 20190101);
	assert_int_equal(question->to_ymd, 20200331);
	assert_int_equal(question->sort, MB_SORT_NEWEST);
	assert_int_equal(question->first, 2 * MB_QUESTION_ROWS);
}

static void
blames_dates_and_order(void **state)
{
	g_autoptr(mb_params) params =
	    mb_params_read("q=a&from=soon&to=2019..2021&sort=best");
	g_autoptr(mb_question) question = mb_params_question(params);

	assert_non_null(strstr(params->faults[MB_PARAM_FROM], "soon"));
	assert_non_null(strstr(params->faults[MB_PARAM_TO], "range"));
	assert_non_null(strstr(params->faults[MB_PARAM_SORT], "best"));
	assert_null(params->faults[MB_PARAM_TEXT]);
	assert_string_equal(question->text, "a");
	assert_string_equal(params->values[MB_PARAM_FROM], "soon");
}

static void
links_ask_the_same(void **state)
{
	g_autoptr(mb_params) params =
	    mb_params_read("q=%22a%22+%26+b%3C&page=2&officer=O%27Dowd");
	g_autofree char *next = mb_params_link(params, MB_PARAM_PAGE, "3");
	g_autofree char *without = mb_params_link(params, MB_PARAM_PAGE, NULL);
	g_autoptr(mb_params) again = mb_params_read(next + 1);

	assert_non_null(strstr(next, "page=3"));
	assert_null(strstr(without, "page"));
	assert_null(strpbrk(next + 1, "\"<> "));
	assert_string_equal(again->values[MB_PARAM_TEXT], "\"a\" & b<");
	assert_string_equal(again->values[MB_PARAM_OFFICER], "O'Dowd");
	assert_int_equal(again->page, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_values),
		cmocka_unit_test(refuses_whole),
		cmocka_unit_test(asks_a_question),
		cmocka_unit_test(blames_dates_and_order),
		cmocka_unit_test(links_ask_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
