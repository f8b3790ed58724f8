/* Where the sentence about a word begins and ends. */
#include "tests/unit/test.h"

#include <string.h>

#include "query/sentence.h"

static const struct {
	const char *text; /* the place is "here" */
	const char *want;
} rows[] = {
	{ "One. Two is here now. Three.", "Two is here now." },
	{ "here", "here" },
	{ "One.\nStands here\nThree", "Stands here" },
	{ "Asked Cllr. P. Bradley here. Next.",
	  "Asked Cllr. P. Bradley here." },
	{ "Messrs. Hill and Co. were here. Next.",
	  "Messrs. Hill and Co. were here." },
	{ "It was 20 sq. Metres here. Next.",
	  "It was 20 sq. Metres here." },
	{ "See No. 5 here, i.e. now! Next", "See No. 5 here, i.e. now!" },
	{ "It cost 2.5 million here. Next.", "It cost 2.5 million here." },
	{ "He said \"stop.\" Then here he went.", "Then here he went." },
	{ "He said “stop.” Then here he went.", "Then here he went." },
	{ "Ends. \n\nhere? Yes.", "here?" },
	{ "a stop. then small here", "a stop. then small here" },
	{ "here.", "here." },
};

static void
test_rows(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		const char *at = strstr(rows[i].text, "here");
		gsize start = (gsize)(at - rows[i].text), from, to;
		g_autofree char *got = NULL;

		mb_sentence_round(rows[i].text, start, start + 4, &from, &to);
		got = g_strndup(rows[i].text + from, to - from);
		assert_string_equal(got, rows[i].want);
	}
}

/* A text without stops is cut between words, and never within a character. */
static void
test_long(void **state)
{
	g_autoptr(GString) text = g_string_new(NULL);
	gsize from, to, start;

	(void)state;
	for (guint i = 0; i < 1000; i++)
		g_string_append(text, i == 500 ? "here " : "w\303\266rd ");
	start = (gsize)(strstr(text->str, "here") - text->str);
	mb_sentence_round(text->str, start, start + 4, &from, &to);
	assert_true(from > start - MB_SENTENCE_MAX_BYTES - 1);
	assert_true(to <= start + 4 + MB_SENTENCE_MAX_BYTES);
	assert_int_equal(text->str[from - 1], ' ');
	assert_int_equal(text->str[to], ' ');
	assert_true(
	    g_utf8_validate(text->str + from, (gssize)(to - from), NULL));
	/* One word that is longer than that. */
	g_string_assign(text, "");
	for (guint i = 0; i < 1000; i++)
		g_string_append(text, "\303\266");
	g_string_append(text, "here");
	mb_sentence_round(text->str, 2000, 2004, &from, &to);
	assert_int_equal(from, 2000);
	assert_int_equal(to, 2004);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
