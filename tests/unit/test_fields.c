/* fields: the table holds together, and slips of its names are understood. */
#include "shim/fields.h"

#include <string.h>

#include "tests/unit/test.h"

static void
test_table(void **state)
{
	const struct mb_field *fields = mb_fields();

	for (guint i = 0; i < MB_N_FIELDS; i++) {
		assert_int_equal(fields[i].id, i);
		assert_non_null(fields[i].name);
		assert_non_null(fields[i].prefix);
		assert_true(strlen(fields[i].meaning) > 0);
		assert_true(strlen(fields[i].example) > 0);
		/* Omega's rule, by which xapian-delve shows terms: one capital,
		 * or X and capitals, and a colon before what may begin with a
		 * capital, as names as printed do. */
		for (const char *c = fields[i].prefix; *c != '\0'; c++)
			assert_true(g_ascii_isupper(*c) ||
			            (fields[i].kind == MB_FIELD_BODY &&
			             strcmp(c, ":") == 0));
		assert_true(strlen(fields[i].prefix) <= 1 ||
		            fields[i].prefix[0] == 'X');
	}
}

/* Two fields with one prefix would answer for each other. */
static void
test_prefixes_differ(void **state)
{
	static const char *const others[] = { MB_PREFIX_TYPE, MB_PREFIX_MONTH,
		                              MB_PREFIX_STEM };
	const struct mb_field *fields = mb_fields();

	for (guint i = 0; i < MB_N_FIELDS; i++) {
		for (guint j = i + 1; j < MB_N_FIELDS; j++) {
			/* Links have no terms. */
			if (fields[j].kind != MB_FIELD_LINK)
				assert_string_not_equal(fields[i].prefix,
				                        fields[j].prefix);
			assert_string_not_equal(fields[i].name, fields[j].name);
		}
		for (guint j = 0; j < G_N_ELEMENTS(others); j++)
			assert_string_not_equal(fields[i].prefix, others[j]);
	}
}

static void
test_by_name(void **state)
{
	for (guint i = 1; i < MB_N_FIELDS; i++)
		assert_ptr_equal(mb_field_by_name(mb_fields()[i].name),
		                 &mb_fields()[i]);
	assert_null(mb_field_by_name(""));
	assert_null(mb_field_by_name("Officer"));
	assert_null(mb_field_by_name("http"));
}

static void
test_suggest(void **state)
{
	static const struct {
		const char *typed;
		const char *want;
	} rows[] = {
		{ "officers", "officer" },
		{ "oficer", "officer" },
		{ "offcier", "officer" },
		{ "Officer", "officer" },
		{ "comittee", "committee" },
		{ "committe", "committee" },
		{ "com", "committee" },
		{ "tilte", "title" },
		{ "papers", "paper" },
		{ "memeber", "member" },
		{ "dat", "date" },
		{ "http", NULL },
		{ "x", NULL },
		{ "", NULL },
		{ "zzzz", NULL },
		{ "a-name-much-longer-than-any-field-of-the-table", NULL },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		const struct mb_field *field = mb_field_suggest(rows[i].typed);

		if (rows[i].want == NULL) {
			assert_null(field);
		} else {
			assert_non_null(field);
			assert_string_equal(field->name, rows[i].want);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_prefixes_differ),
		cmocka_unit_test(test_by_name),
		cmocka_unit_test(test_suggest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
