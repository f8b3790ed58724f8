/* Gaps in minute numbers, in the schemes that councils use. */
#include "tests/unit/test.h"

#include <string.h>

#include "query/gaps.h"

/* Meetings as "DATE NUMBER NUMBER …", parted by "|"; "_" is a space. */
static GPtrArray *
gaps_of(const char *text)
{
	g_auto(GStrv) parts = g_strsplit(text, "|", -1);
	g_autoptr(GPtrArray) meetings = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) keep =
	    g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
	GPtrArray *gaps;

	for (guint i = 0; parts[i] != NULL; i++) {
		char **words = g_strsplit(g_strstrip(parts[i]), " ", -1);
		struct mb_numbers *m = g_new0(struct mb_numbers, 1);

		g_ptr_array_add(keep, words);
		m->date_ymd = (guint32)g_ascii_strtoull(words[0], NULL, 10);
		m->numbers = g_ptr_array_new();
		for (guint k = 1; words[k] != NULL; k++)
			g_ptr_array_add(m->numbers,
			                g_strdelimit(words[k], "_", ' '));
		g_ptr_array_add(meetings, m);
	}
	gaps = mb_gaps_find(meetings);
	for (guint i = 0; i < meetings->len; i++)
		g_ptr_array_unref(
		    ((struct mb_numbers *)meetings->pdata[i])->numbers);
	return gaps;
}

/* "43-44@20220209 5?@20220309", "after>before" where they differ. */
static char *
told(const GPtrArray *gaps)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < gaps->len; i++) {
		const struct mb_gap *gap = gaps->pdata[i];

		g_string_append_printf(out, "%s%s", i > 0 ? " " : "",
		                       gap->first);
		if (strcmp(gap->first, gap->last) != 0)
			g_string_append_printf(out, "-%s", gap->last);
		g_string_append_printf(out, "%s@%u", gap->sure ? "" : "?",
		                       gap->after_ymd);
		if (gap->after_ymd != gap->before_ymd)
			g_string_append_printf(out, ">%u", gap->before_ymd);
	}
	return g_string_free(out, FALSE);
}

static void
test_schemes(void **state)
{
	static const struct {
		const char *meetings;
		const char *gaps;
	} rows[] = {
		{ "20220209 1 2 3 4 5", "" },
		/* One of few, one of many. */
		{ "20220209 1 2 4 5", "3?@20220209" },
		{ "20220209 1 2 3 4 5 6 7 9", "8@20220209" },
		{ "20220209 1 2 3 4 5 6 7 10", "8-9?@20220209" },
		/* In any order; twice; with letters; without a first. */
		{ "20220209 3 1 2 5 4 2", "" },
		{ "20220209 1 2 3 4A 5 6", "" },
		{ "20220209 7 8 9 10 11 12", "" },
		/* Each meeting by itself. */
		{ "20220209 1 2 3 4 | 20220309 1 2 3 4 5", "" },
		/* They run on, and then do not. */
		{ "20220209 41 42 43 44 | 20220309 45 46 47 48 | 20220413 52 "
		  "53 54 55",
		  "49-51?@20220309>20220413" },
		{ "20220209 41 42 43 44 | 20220309 45 46 47 48 | 20220323 49 "
		  "50 51 52 | 20220413 56 57 58 59",
		  "53-55@20220323>20220413" },
		/* A year begins anew. */
		{ "20220309 41 42 43 44 | 20220413 45 46 47 48 | 20220511 60 "
		  "61 62 63",
		  "" },
		{ "20220309 41/22 42/22 43/22 44/22 | 20220413 45/22 46/22 "
		  "47/22 48/22 | 20220511 60/22 61/22 62/22 63/22",
		  "49/22-59/22?@20220413>20220511" },
		{ "20221209 41/22 42/22 43/22 44/22 | 20230113 1/23 2/23 3/23 "
		  "4/23",
		  "" },
		/* All committees share one series: none runs on. */
		{ "20220209 41 42 43 44 | 20220309 60 61 62 63 | 20220413 81 "
		  "82 83 84",
		  "" },
		/* The part that counts. */
		{ "20180118 01.18.01 01.18.02 01.18.04 01.18.05 01.18.06",
		  "01.18.03?@20180118" },
		{ "20180118 PC.39/23 PC.40/23 PC.42/23 PC.43/23 PC.44/23",
		  "PC.41/23?@20180118" },
		{ "20230201 R2023-061 R2023-062 R2023-063 R2023-064", "" },
		{ "20220209 PLA147 PLA_148 PLA149 PLA150 PLA151", "" },
		/* "01.18..05", and "06.23.05" among those of July. */
		{ "20180118 01.18.01 01.18.02 01.18.03 01.18.04 01.18..05 "
		  "01.18.06",
		  "" },
		{ "20230727 07.23.03 07.23.04 06.23.05 07.23.06 07.23.07", "" },
		/* Numbers of an agenda, of which few have minutes. */
		{ "20220209 3 17 41 60", "" },
		{ "20220209 2 3 4 5 11", "" },
		/* Too few, none, and none that count. */
		{ "20220209 1 3", "" },
		{ "20220209", "" },
		{ "20220209 a b c d e", "" },
		{ "20220209 iv v vi viii", "" },
		/* Hostile. */
		{ "20220209 1 2 3 4 99999999999999999999999999", "" },
		{ "20220209 1 2 3 4 99999", "" },
		{ "20220209 0 0 0 0 0", "" },
		{ "20220209 1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1 . .. ... -5 5- "
		  "\xff",
		  "" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GPtrArray) gaps = gaps_of(rows[i].meetings);
		g_autofree char *got = told(gaps);

		if (strcmp(got, rows[i].gaps) != 0)
			fail_msg("%s: \"%s\", not \"%s\"", rows[i].meetings,
			         got, rows[i].gaps);
	}
}

/* The order in which numbers come means nothing. */
static void
test_order(void **state)
{
	g_autoptr(GPtrArray) one = gaps_of("20220209 1.2 2.1 1.1 2.2 1.4 1.5");
	g_autoptr(GPtrArray) other =
	    gaps_of("20220209 2.2 1.5 2.1 1.1 1.4 1.2");
	g_autofree char *a = told(one);
	g_autofree char *b = told(other);

	assert_string_equal(a, b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_schemes),
		cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
