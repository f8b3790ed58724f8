/* acronyms: which short forms a text teaches, and which it does not. */
#include "shim/acronyms.h"
#include "tests/unit/test.h"

static void
take(const char *acronym, const char *words, gpointer data)
{
	g_string_append_printf(data, "%s=%s;", acronym, words);
}

static void
teaches(const char *text, const char *want)
{
	g_autoptr(GString) got = g_string_new(NULL);

	mb_acronyms_find(text, take, got);
	assert_string_equal(got->str, want);
}

static void
test_find(void **state)
{
	static const struct {
		const char *text;
		const char *want;
	} rows[] = {
		{ "the Multi Agency Safeguarding Hub (MASH) opened",
		  "mash=multi agency safeguarding hub;" },
		{ "The Multi-Agency\nSafeguarding Hub (“MASH”)",
		  "mash=multi agency safeguarding hub;" },
		{ "MASH (Multi-Agency Safeguarding Hub)",
		  "mash=multi agency safeguarding hub;" },
		{ "Special Educational Needs and Disabilities (SEND)",
		  "send=special educational needs and disabilities;" },
		{ "Special Educational Needs and Disability (SEN) pupils", "" },
		{ "the Department for Education (DfE)",
		  "dfe=department for education;" },
		{ "the Department of Health (DH), the Chief Executive (CE)",
		  "dh=department of health;ce=chief executive;" },
		{ "Education, Health and Care Plans (EHCPs) were", "" },
		{ "Education Health and Care Plans (EHCPs) were",
		  "ehcp=education health and care plans;" },
		{ "the Office for Standards in Education (OSE)",
		  "ose=office for standards in education;" },
		/* No letters of the words before. */
		{ "J Bell (Chair), the Labour Group (LAB), Minute 20(3)", "" },
		{ "as per (AP) the plan", "" },
		{ "it is (II)", "" },
		{ "ended here. Multi Agency. Safeguarding Hub (MASH)", "" },
		{ "(MASH) (", "" },
		{ "()", "" },
		{ "(A)", "" },
		{ "", "" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		teaches(rows[i].text, rows[i].want);
}

/* Brackets without end take no longer than text. */
static void
test_hostile(void **state)
{
	const char *const hostile[] = { "(", "A (A", "(AB)", "AB (",
		                        "\x80(AB)" };

	for (gsize i = 0; i < G_N_ELEMENTS(hostile); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		g_autoptr(GString) got = g_string_new(NULL);
		gint64 before = test_cpu_us();

		for (guint k = 0; k < 100000; k++)
			g_string_append(text, hostile[i]);
		mb_acronyms_find(text->str, take, got);
		assert_string_equal(got->str, "");
		assert_true(test_cpu_us() - before < 2 * G_USEC_PER_SEC);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
