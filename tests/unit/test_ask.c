/* A question's text is read as its author meant it, and what can't be read is
 * refused with the column and a way out. */
#include "tests/unit/test.h"

#include <string.h>

#include "base/error.h"
#include "query/ask.h"
#include "query/question.h"

struct row {
	const char *text;
	const char *tree;
};

static void
check_rows(const struct row *rows, gsize n, enum mb_field_id field)
{
	for (gsize i = 0; i < n; i++) {
		g_autoptr(GError) error = NULL;
		guint column = 99;
		g_autoptr(mb_ask) ask =
		    mb_ask_parse(rows[i].text, field, &column, &error);
		g_autofree char *tree = NULL;

		if (ask == NULL)
			fail_msg("%s: %s", rows[i].text, error->message);
		tree = mb_ask_describe(ask);
		if (strcmp(tree, rows[i].tree) != 0)
			fail_msg("%s\n   read as %s\nnot as %s", rows[i].text,
			         tree, rows[i].tree);
		assert_int_equal(column, 0);
	}
}

static void
reads_words(void **state)
{
	static const struct row rows[] = {
		{ "", "*" },
		{ "  \t ", "*" },
		{ "*", "*" },
		{ "foster", "foster" },
		{ "foster carers", "(and foster carers)" },
		{ "foster and carers", "(and foster and carers)" },
		{ "\"foster carer\"", "\"foster carer\"" },
		{ "officer:O\342\200\231 Donnell roads",
		  "(and officer:O\342\200\231 Donnell roads)" },
		{ "\342\200\234foster carer\342\200\235", "\"foster carer\"" },
		{ "children's", "children's" },
		{ "107/20", "107/20" },
		{ "20(3)", "20(3)" },
		{ "(20(3))", "20(3)" },
		{ "foster*", "foster*" },
		{ "\"foster car*\"", "foster car*" },
		{ "health & wellbeing", "(and health wellbeing)" },
		{ "MASH - update", "(and MASH update)" },
		{ "agency-staff", "agency-staff" },
		{ "Si\303\242n", "Si\303\242n" },
	};

	check_rows(rows, G_N_ELEMENTS(rows), MB_FIELD_ANY);
}

static void
reads_operators(void **state)
{
	static const struct row rows[] = {
		{ "a AND b", "(and a b)" },
		{ "a b AND c", "(and a b c)" },
		{ "a OR b c", "(or a (and b c))" },
		{ "(a OR b) c", "(and (or a b) c)" },
		{ "a OR b OR c", "(or a b c)" },
		{ "a NOT b", "(and a (not b))" },
		{ "a AND NOT b", "(and a (not b))" },
		{ "a -b", "(and a (not b))" },
		{ "-\"b c\" a", "(and (not \"b c\") a)" },
		{ "a -(b OR c)", "(and a (not (or b c)))" },
		{ "NOT a", "(not a)" },
		{ "NOT NOT a", "a" },
		{ "a NEAR b c", "(and (near a b) c)" },
		{ "a NEAR b NEAR c", "(near a b c)" },
		{ "NOT a NEAR b", "(not (near a b))" },
		{ "\"AND\" \"OR\"", "(and \"AND\" \"OR\")" },
		{ "ANDREW ORR", "(and ANDREW ORR)" },
		{ "(a b) c", "(and (and a b) c)" },
		{ "((a))", "a" },
	};

	check_rows(rows, G_N_ELEMENTS(rows), MB_FIELD_ANY);
}

static void
reads_fields(void **state)
{
	static const struct row rows[] = {
		{ "officer:dreskell", "officer:dreskell" },
		{ "Officer:Dreskell", "officer:Dreskell" },
		{ "officer:ellis date:2020",
		  "(and officer:ellis date:20200101..20201231)" },
		{ "committee:scrutiny fostering",
		  "(and committee:scrutiny fostering)" },
		{ "officer:\"catherine kembles\"",
		  "officer:\"catherine kembles\"" },
		{ "officer:(ellis OR dreskell)",
		  "(or officer:ellis officer:dreskell)" },
		{ "title:(foster date:2020) x",
		  "(and (and title:foster date:20200101..20201231) x)" },
		{ "officer:dris*", "officer:dris*" },
		{ "number:20(3)", "number:20(3)" },
		{ "date:11/11/2020", "date:20201111..20201111" },
		{ "date:\"11 November 2020\"", "date:20201111..20201111" },
		{ "date:2019..2021", "date:20190101..20211231" },
		{ "date:2020/21", "date:20200501..20210430" },
		{ "date:2019..", "date:20190101..0" },
		{ "date:(2019 OR 2021)",
		  "(or date:20190101..20191231 date:20210101..20211231)" },
		{ "kind:minute", "kind:minute" },
		/* A date of several words needs no quotes. */
		{ "date:since 2019 budget", "(and date:20190101..0 budget)" },
		{ "date:11 November 2020 tax",
		  "(and date:20201111..20201111 tax)" },
		{ "date:2019 tax", "(and date:20190101..20191231 tax)" },
		{ "(date:before May 2019)", "date:0..20190430" },
		{ "year:2020/21", "year:20200501..20210430" },
		{ "committee:=cabinet", "committee:=cabinet" },
		{ "committee:=\"a b\" c", "(and committee:=\"a b\" c)" },
		{ "committee:=(a OR b) committee:c",
		  "(and (or committee:=a committee:=b) committee:c)" },
		{ "-kind:agenda a", "(and (not kind:agenda) a)" },
		/* No fields: a time, an address, a colon before a space. */
		{ "12:30", "12:30" },
		{ "http://example.org/a", "http://example.org/a" },
		{ "note: foster", "(and note: foster)" },
		{ "\"foo:bar\"", "\"foo:bar\"" },
	};
	static const struct row officers[] = {
		{ "Catherine Kembles",
		  "(and officer:Catherine officer:Kembles)" },
		{ "ellis OR dreskell", "(or officer:ellis officer:dreskell)" },
	};

	check_rows(rows, G_N_ELEMENTS(rows), MB_FIELD_ANY);
	check_rows(officers, G_N_ELEMENTS(officers), MB_FIELD_OFFICER);
}

static void
tells_what_is_wrong(void **state)
{
	static const struct {
		const char *text;
		guint column;
		const char *words; /* in the message */
	} rows[] = {
		{ "\"foster", 1, "not closed" },
		{ "a \342\200\234b", 3, "not closed" },
		{ "Si\303\242n \"b", 6, "not closed" },
		{ "\"\"", 1, "between the quotes" },
		{ "?", 1, "no word" },
		{ " & -", 1, "no word" },
		{ "(a", 1, "not closed" },
		{ "a (b (c)", 3, "not closed" },
		{ "a)", 2, "closes none" },
		{ ")", 1, "closes none" },
		{ "()", 1, "between the brackets" },
		{ "officer:()", 1, "between the brackets" },
		{ "offcer:ellis", 1, "did you mean \"officer\"" },
		{ "a xyzzyq:b", 3, "no field \"xyzzyq\"" },
		{ "officer:", 1, "has no value" },
		{ "officer: ellis", 1, "has no value" },
		{ "officer:\"\"", 1, "has no value" },
		{ "officer:&", 1, "has no value" },
		{ "a AND", 3, "after it" },
		{ "AND a", 1, "before it" },
		{ "a AND OR b", 3, "after it" },
		{ "a NOT", 3, "after it" },
		{ "OR", 1, "before it" },
		{ "a NEAR", 3, "after it" },
		{ "a OR (b AND)", 9, "after it" },
		{ "a NOT b NEAR", 9, "after it" },
		{ "fos*er", 4, "end of a word" },
		{ "*ing", 1, "end of a word" },
		{ "officer:*", 9, "beginning of a word" },
		{ "\"foster *\"", 9, "beginning of a word" },
		{ "date:13/13/2020", 6, "" },
		{ "date:soon", 6, "" },
		{ "date:2020*", 1, "can't end in a *" },
		{ "a date:(2020 OR later)", 17, "" },
		{ "kind:minutes", 6, "takes minute, agenda" },
		{ "date:since yesterday", 6, "not a date" },
		{ "committee:=", 1, "has no value" },
		{ "officer:=", 1, "has no value" },
		{ "is:lost", 4,
		  "takes exempt, private, scanned, draft and "
		  "open" },
		{ "year:2020-05", 6, "not a year" },
		{ "a\xff", 2, "UTF-8" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;
		guint column = 0;
		struct mb_ask *ask =
		    mb_ask_parse(rows[i].text, MB_FIELD_ANY, &column, &error);

		if (ask != NULL)
			fail_msg("%s was read", rows[i].text);
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_SYNTAX));
		if (column != rows[i].column)
			fail_msg("%s: column %u, not %u: %s", rows[i].text,
			         column, rows[i].column, error->message);
		if (strstr(error->message, rows[i].words) == NULL)
			fail_msg("%s: %s", rows[i].text, error->message);
	}
}

static char *
repeat(const char *text, guint n)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < n; i++)
		g_string_append(out, text);
	return g_string_free(out, FALSE);
}

static void
check_limit(const char *text, gboolean is_over)
{
	g_autoptr(GError) error = NULL;
	guint column = 0;
	g_autoptr(mb_ask) ask =
	    mb_ask_parse(text, MB_FIELD_ANY, &column, &error);

	assert_int_equal(ask == NULL, is_over);
	assert_int_equal(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT),
	                 is_over);
}

static void
keeps_limits(void **state)
{
	g_autofree char *words = repeat("w ", MB_ASK_MAX_WORDS);
	g_autofree char *too_many = repeat("w ", MB_ASK_MAX_WORDS + 1);
	g_autofree char *open = repeat("(", MB_ASK_MAX_DEPTH);
	g_autofree char *close = repeat(")", MB_ASK_MAX_DEPTH);
	g_autofree char *deep = g_strconcat(open, "a", close, NULL);
	g_autofree char *too_deep = g_strconcat("(", deep, ")", NULL);
	g_autofree char *stars = repeat("\"a b*\" ", MB_ASK_MAX_STARS);
	g_autofree char *too_starry = g_strconcat(stars, "title:c*", NULL);
	g_autofree char *nots = repeat("NOT ", 1000);
	g_autofree char *not_a = g_strconcat(nots, "a", NULL);
	g_autofree char *long_text = g_strnfill(MB_QUESTION_MAX_BYTES, 'a');
	g_autofree char *too_long = g_strconcat(long_text, "a", NULL);

	check_limit(words, FALSE);
	check_limit(too_many, TRUE);
	check_limit(stars, FALSE);
	check_limit(too_starry, TRUE);
	check_limit(deep, FALSE);
	check_limit(too_deep, TRUE);
	check_limit(not_a, FALSE);
	check_limit(long_text, FALSE);
	check_limit(too_long, TRUE);
}

/* Any text gets a tree, or a reason with a column that is in it.  The pieces
 * are those that mean something, in every order that chance makes. */
static void
survives_any_text(void **state)
{
	static const char *const pieces[] = {
		"\"",
		"(",
		")",
		"*",
		"-",
		":",
		" ",
		"..",
		"/",
		"&",
		"AND",
		"OR",
		"NOT",
		"NEAR",
		"foster",
		"date:",
		"officer:",
		"kind:",
		"2020",
		"\303\251",
		"\342\200\234",
		"\342\200\235",
		"\t",
		"x:",
		"\001",
		"\303",
		"20(3)",
		"number:",
	};
	g_autoptr(GRand) random = g_rand_new_with_seed(20201111);

	for (guint i = 0; i < 20000; i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_ask) ask = NULL;
		guint column = 0;

		for (gint n = g_rand_int_range(random, 1, 24); n > 0; n--)
			g_string_append(text,
			                pieces[g_rand_int_range(
					    random, 0, G_N_ELEMENTS(pieces))]);
		ask = mb_ask_parse(text->str, MB_FIELD_ANY, &column, &error);
		if (ask != NULL) {
			g_autofree char *tree = mb_ask_describe(ask);

			assert_int_equal(column, 0);
			assert_true(strlen(tree) > 0);
			continue;
		}
		assert_non_null(error);
		assert_true(strlen(error->message) > 10);
		assert_in_range(column, 1, text->len + 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_words),
		cmocka_unit_test(reads_operators),
		cmocka_unit_test(reads_fields),
		cmocka_unit_test(tells_what_is_wrong),
		cmocka_unit_test(keeps_limits),
		cmocka_unit_test(survives_any_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
