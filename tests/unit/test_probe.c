#include "tests/unit/test.h"

#include "indexer/probe.h"

static void
words_are_found_in_any_letters(void **state)
{
	static const struct {
		const char *text;
		const char *list;
		gboolean found;
	} rows[] = {
		{ "to the NEXT meeting", "future|next ", TRUE },
		{ "next", "next ", FALSE },
		{ "Subcommittee", "committee", TRUE },
		{ "a dear friend", "defer|red", FALSE }, /* its pairs, apart */
		{ "xnt e", "next|nt e", TRUE },
		{ "", "next", FALSE },
		{ "next", "", FALSE },
		{ "‘the March meeting’", "march meeting", TRUE },
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_auto(mb_probe) probe;

		mb_probe_init(&probe, rows[i].text);
		assert_int_equal(mb_probe_any(&probe, rows[i].list),
		                 rows[i].found);
	}
}

static void
may_is_a_month_with_a_capital(void **state)
{
	static const struct {
		const char *text;
		gboolean month;
	} rows[] = {
		{ "in JANUARY", TRUE },      { "by september", TRUE },
		{ "They may come", FALSE },  { "come in May", TRUE },
		{ "THE MAY MEETING", TRUE }, { "soon", FALSE },
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_auto(mb_probe) probe;

		mb_probe_init(&probe, rows[i].text);
		assert_int_equal(mb_probe_month(&probe), rows[i].month);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_found_in_any_letters),
		cmocka_unit_test(may_is_a_month_with_a_capital),
	};

	return cmocka_run_group_tests_name("probe", tests, NULL, NULL);
}
