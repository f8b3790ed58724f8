/* state: what an index says of itself. */
#include "shim/state.h"

#include <string.h>

#include "base/error.h"
#include "tests/unit/test.h"

static void
test_language(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *json = mb_index_to_json("welsh");
	g_autofree char *language =
	    mb_index_language(json, strlen(json), &error);

	assert_null(error);
	assert_string_equal(language, "welsh");
}

/* Whoever updates the program has an index of the former format: it is not
 * damaged, and it has to be said what to do. */
static void
test_other_format(void **state)
{
	static const char json[] = "{\"program\":\"minutebook\",\"format\":1,"
				   "\"language\":\"english\"}";
	g_autoptr(GError) error = NULL;

	assert_null(mb_index_language(json, strlen(json), &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_VERSION));
	assert_non_null(strstr(error->message, "of format 1"));
	assert_non_null(strstr(error->message, "index the papers again"));
}

static void
test_no_index(void **state)
{
	g_autoptr(GError) error = NULL;

	assert_null(mb_index_language("{", 1, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_language),
		cmocka_unit_test(test_other_format),
		cmocka_unit_test(test_no_index),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
