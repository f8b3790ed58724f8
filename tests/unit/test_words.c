/* words: where words begin and end, and how they are folded. */
#include "shim/words.h"

#include <string.h>

#include "tests/unit/test.h"

/* The folded words of @text with "|" between; every word's bytes must lie
 * inside the text, behind the word before. */
static char *
cut(const char *text, gssize n_bytes)
{
	g_autoptr(mb_words) words = mb_words_new(text, n_bytes);
	gsize end = n_bytes < 0 ? strlen(text) : (gsize)n_bytes;
	GString *out = g_string_new(NULL);
	struct mb_word word;
	gsize last = 0;

	while (mb_words_next(words, &word)) {
		assert_true(word.start >= last);
		assert_true(word.end > word.start);
		assert_true(word.end <= end);
		assert_true(strlen(word.folded) <= MB_WORD_MAX_BYTES);
		assert_true(g_utf8_validate(word.folded, -1, NULL));
		last = word.end;
		if (out->len > 0)
			g_string_append_c(out, '|');
		g_string_append(out, word.folded);
	}
	return g_string_free(out, FALSE);
}

static void
test_cut(void **state)
{
	static const struct {
		const char *text;
		const char *want;
	} rows[] = {
		{ "", "" },
		{ " \t\n-—…", "" },
		{ "Foster Carers", "foster|carers" },
		{ "Minute 107/20 refers", "minute|107|20|refers" },
		{ "Minute 20(3)", "minute|20|3" },
		{ "children's", "children's" },
		{ "Children’s Services’ plan", "children's|services|plan" },
		/* "proposed by Cllr. O’ Donnell" */
		{ "O'Donnell O’ Donnell ODONNELL",
		  "odonnell|odonnell|odonnell" },
		{ "O Donnell, O'  X, o'", "o|donnell|o|x|o" },
		{ "O‘Brien", "obrien" },
		{ "'quoted'", "quoted" },
		{ "rock 'n' roll", "rock|n|roll" },
		{ "3.1 and 1,000,000.", "3.1|and|1,000,000" },
		{ "11.11.20", "11.11.20" },
		{ "end.Start", "end|start" },
		{ "1.a", "1|a" },
		{ "a.1", "a|1" },
		{ "1..2", "1|2" },
		{ "£3.5m", "3.5|m" },
		{ "PLA146/14 and 20(3)", "pla|146|14|and|20|3" },
		{ "24/01234/FUL 1st COVID19", "24|01234|ful|1|st|covid|19" },
		{ "Section 12A", "section|12|a" },
		{ "multi-agency", "multi|agency" },
		{ "e@mail.gov.uk", "e|mail|gov|uk" },
		{ "Siân Llŷr ŵy", "sian|llyr|wy" },
		/* The accent a character of its own. */
		{ "Sia\xcc\x82n", "sian" },
		{ "Straße", "strasse" },
		{ "STRAẞE", "strasse" },
		{ "Łódź Ærø Œuvre Þór Đorđe", "lodz|aero|oeuvre|thor|dorde" },
		{ "İstanbul ısı", "istanbul|isi" },
		{ "ﬁnance oﬃcer", "finance|officer" },
		/* Mostly the marks of footnotes. */
		{ "Council² met", "council|met" },
		{ "１２３ ＡＢＣ", "123|abc" },
		{ "Ελλάς", "ελλασ" },
		{ "ΕΛΛΆΣ", "ελλασ" },
		{ "Україна", "украіна" },
		{ "日本語", "日本語" },
		/* Soft hyphen, zero-width joiner, byte-order mark. */
		{ "co\xc2\xadoperate", "cooperate" },
		{ "a\xe2\x80\x8d"
		  "b",
		  "ab" },
		{ "\xef\xbb\xbfstart", "start" },
		{ "one\xc2\xa0two", "one|two" },
		{ "one…two–three•four", "one|two|three|four" },
		/* A mark alone is no word. */
		{ "\xcc\x81", "" },
		/* No UTF-8: parts words, and is never read past the end. */
		{ "bad\xff"
		  "byte",
		  "bad|byte" },
		{ "cut\xe2\x80", "cut" },
		{ "\xc3", "" },
		{ "over\xc0\xaflong", "over|long" },
		{ "half\xed\xa0\x80pair", "half|pair" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *got = cut(rows[i].text, -1);

		assert_string_equal(got, rows[i].want);
	}
}

static void
test_bytes(void **state)
{
	/* A copy of its own size, so that reading over its end is seen. */
	static const char text[] = { 'a', '\0', 'b', ' ', 'c', '\'' };
	g_autofree char *copy = g_memdup2(text, sizeof text);
	g_autofree char *got = cut(copy, sizeof text);
	g_autofree char *part = cut("abcdef", 3);
	g_autofree char *none = cut("abc", 0);

	assert_string_equal(got, "a|b|c");
	assert_string_equal(part, "abc");
	assert_string_equal(none, "");
}

static void
test_offsets(void **state)
{
	const char *text = "  Siân’s 3.1.";
	g_autoptr(mb_words) words = mb_words_new(text, -1);
	struct mb_word word;

	assert_true(mb_words_next(words, &word));
	assert_int_equal(word.start, 2);
	assert_int_equal(word.end, strlen("  Siân’s"));
	assert_true(mb_words_next(words, &word));
	assert_int_equal(word.start, strlen("  Siân’s "));
	assert_int_equal(word.end, strlen("  Siân’s 3.1"));
	assert_false(mb_words_next(words, &word));
	assert_false(mb_words_next(words, &word));
}

/* A word without end is cut after a whole letter, and read over. */
static void
test_long(void **state)
{
	g_autoptr(GString) text = g_string_new("a");
	g_autofree char *got = NULL;

	for (guint i = 0; i < 100000; i++)
		g_string_append(text, "я");
	g_string_append(text, "x end");
	got = cut(text->str, -1);
	assert_true(g_str_has_prefix(got, "aяя"));
	assert_true(g_str_has_suffix(got, "я|end"));
	assert_int_equal(strlen(got), 63 + strlen("|end"));
}

static void
test_fold(void **state)
{
	static const struct {
		const char *text;
		const char *want;
	} rows[] = {
		{ "", "" },
		{ "  ", "" },
		{ "PLA146/14", "pla146/14" },
		{ " 20(3) ", "20(3)" },
		{ "A\t\n B", "a b" },
		{ "A\xc2\xa0 B", "a b" },
		{ "Children’s “Plan” – 2020−21",
		  "children's \"plan\" - 2020-21" },
		{ "Siân", "sian" },
		{ "/papers/Ärger.pdf", "/papers/arger.pdf" },
		{ "bad\xff"
		  "byte",
		  "badbyte" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *got = mb_words_fold(rows[i].text);

		assert_string_equal(got, rows[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cut),     cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_offsets), cmocka_unit_test(test_long),
		cmocka_unit_test(test_fold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
