/* stem: the languages there are, and that "none" leaves words alone. */
#include "shim/stem.h"

#include "base/error.h"
#include "tests/unit/test.h"

static void
test_english(void **state)
{
	static const struct {
		const char *word;
		const char *want;
	} rows[] = {
		{ "fostering", "foster" }, { "fostered", "foster" },
		{ "carers", "carer" },     { "children's", "children" },
		{ "policies", "polici" },  { "policy", "polici" },
		{ "resolved", "resolv" },  { "", "" },
		{ "107", "107" },          { "3.1", "3.1" },
		{ "12as", "12as" },        { "a", "a" },
	};
	static const char *const names[] = { "english", "en", "English" };

	for (gsize n = 0; n < G_N_ELEMENTS(names); n++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_stem) stem = mb_stem_new(names[n], &error);

		assert_null(error);
		for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
			assert_string_equal(mb_stem_word(stem, rows[i].word),
			                    rows[i].want);
	}
}

static void
test_none(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_stem) stem = mb_stem_new("none", &error);

	assert_null(error);
	assert_string_equal(mb_stem_word(stem, "fostering"), "fostering");
	assert_string_equal(mb_stem_word(stem, "gwasanaethau"), "gwasanaethau");
}

static void
test_unknown(void **state)
{
	static const char *const names[] = { "welsh", "", "english " };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GError) error = NULL;

		assert_null(mb_stem_new(names[i], &error));
		assert_true(
		    g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_english),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
