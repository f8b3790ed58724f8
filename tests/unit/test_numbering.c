#include "tests/unit/test.h"

#include <string.h>

#include "indexer/numbering.h"

/* Headings as a string: a number each, ! for bold, - for one that looks like a
 * sentence in a list; the chosen ones are the second string. */
static const struct {
	const char *headings, *chosen;
} runs[] = {
	{ "", "" },
	{ "1! 2! 3!", "1 2 3" },
	{ "43! 44! 45!", "43 44 45" },
	/* Paragraphs under a heading. */
	{ "1! 2! 1- 2- 3- 4- 3! 4!", "1 2 3 4" },
	{ "1! 1- 2- 3- 2! 1- 2- 3! 1- 2- 3- 4- 5- 6- 4!", "1 2 3 4" },
	/* A number that is missing. */
	{ "45! 46! 48! 49!", "45 46 48 49" },
	/* Printed twice by a slip. */
	{ "11! 12! 12!", "11 12 12" },
	/* Lines of a table. */
	{ "1! 2! 1987- 250- 3!", "1 2 3" },
};

static GArray *
make_headings(const char *text)
{
	GArray *headings = g_array_new(FALSE, TRUE, sizeof(struct mb_heading));
	g_auto(GStrv) words = g_strsplit(text, " ", -1);

	for (guint i = 0; words[i] != NULL; i++) {
		struct mb_heading h = { .line = i * 3, .title = i * 3 };
		char *end;

		if (*words[i] == '\0')
			continue;
		h.value = (guint)g_ascii_strtoull(words[i], &end, 10);
		h.series = 1;
		h.mark = MB_MARK_STOP;
		h.marked = *end == '!';
		h.score = h.marked ? 2.5f : -0.2f;
		g_snprintf(h.number, sizeof(h.number), "%u", h.value);
		g_array_append_val(headings, h);
	}
	return headings;
}

static void
chooses_the_run(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(runs); i++) {
		g_autoptr(GArray) headings = make_headings(runs[i].headings);
		float total;
		g_autoptr(GArray) chosen =
		    mb_numbering_choose(headings, &total);
		g_autoptr(GString) got = g_string_new(NULL);

		for (guint k = 0; k < chosen->len; k++) {
			guint at = g_array_index(chosen, guint, k);

			g_string_append_printf(
			    got, "%s%s", k > 0 ? " " : "",
			    g_array_index(headings, struct mb_heading, at)
				.number);
		}
		assert_string_equal(got->str, runs[i].chosen);
	}
}

/* Every line a heading: the time is that of the lines, not of their pairs. */
static void
is_linear(void **state)
{
	g_autoptr(GArray) headings =
	    g_array_new(FALSE, TRUE, sizeof(struct mb_heading));
	gint64 start = test_cpu_us();
	float total;

	for (guint i = 0; i < 200000; i++) {
		struct mb_heading h = {
			.line = i, .value = i % 50, .series = i % 3, .score = 1
		};

		g_snprintf(h.number, sizeof(h.number), "%u", h.value);
		g_array_append_val(headings, h);
	}
	g_array_unref(mb_numbering_choose(headings, &total));
	assert_true(test_cpu_us() - start < 20 * G_USEC_PER_SEC);
}

/* The second of two lists that count alike is within an item. */
static void
prefers_the_first_of_equals(void **state)
{
	static const guint wanted[] = { 0, 1, 2, 5 };
	g_autoptr(GArray) headings = make_headings("1- 2- 3- 2- 3- 4-");
	float total;
	g_autoptr(GArray) chosen = mb_numbering_choose(headings, &total);

	assert_int_equal(chosen->len, G_N_ELEMENTS(wanted));
	assert_memory_equal(chosen->data, wanted, sizeof(wanted));
}

static void
finds_the_run_around(void **state)
{
	static const guint wanted[] = { 0, 1, 6 };
	g_autoptr(GArray) headings = make_headings("1- 2- 1! 2! 3! 4! 3-");
	float total;
	g_autoptr(GArray) inner = mb_numbering_choose(headings, &total);
	g_autoptr(GArray) outer = mb_numbering_around(headings, inner, &total);

	assert_int_equal(inner->len, 4);
	assert_non_null(outer);
	assert_int_equal(outer->len, G_N_ELEMENTS(wanted));
	assert_memory_equal(outer->data, wanted, sizeof(wanted));
	/* Nothing follows it. */
	assert_null(mb_numbering_around(headings, outer, &total));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chooses_the_run),
		cmocka_unit_test(prefers_the_first_of_equals),
		cmocka_unit_test(finds_the_run_around),
		cmocka_unit_test(is_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
