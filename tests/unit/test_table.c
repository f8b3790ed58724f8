/* table: the same rows as text, CSV and JSON Lines. */
#include "tests/unit/test.h"

#include "query/table.h"

static const struct mb_column columns[] = {
	{ "name", "NAME" }, { "n", "N" },   { "posts", NULL },
	{ "last", "LAST" }, { NULL, NULL },
};

static struct mb_table *
fill(void)
{
	struct mb_table *table = mb_table_new(columns);

	mb_table_add(table, json_pack("{s:s, s:i, s:[{s:s, s:n, s:s}, s], s:s}",
	                              "name", "Siân \"X\"", "n", 7, "posts",
	                              "post", "Clerk", "to", "from", "2020",
	                              "=2", "last", "2021"));
	mb_table_add(table,
	             json_pack("{s:s, s:i, s:n, s:i}", "name", "A\033[1m\nB",
	                       "n", 100, "last", "more", 3));
	return table;
}

static void
test_text(void **state)
{
	g_autoptr(mb_table) table = fill();
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	mb_table_text(table, out);
	assert_string_equal(out->str, "NAME        N  LAST\n"
	                              "Siân \"X\"    7  2021\n"
	                              "A[1m B    100\n");
}

static void
test_csv(void **state)
{
	g_autoptr(mb_table) table = fill();
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	mb_table_csv(table, out);
	assert_string_equal(
	    out->str, "name,n,posts,last\r\n"
		      "\"Siân \"\"X\"\"\",\"7\",\"Clerk (from 2020); =2\","
		      "\"2021\"\r\n"
		      "\"A[1m B\",\"100\",\"\",\"\"\r\n");
}

static void
test_jsonl(void **state)
{
	g_autoptr(mb_table) table = fill();
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	mb_table_jsonl(table, out);
	assert_string_equal(
	    out->str,
	    "{\"format\":1,\"name\":\"Siân "
	    "\\\"X\\\"\",\"n\":7,\"posts\":[{\"post\":"
	    "\"Clerk\",\"to\":null,\"from\":\"2020\"},\"=2\"],\"last\":"
	    "\"2021\"}\n"
	    "{\"format\":1,\"name\":\"A\\u001B[1m\\nB\",\"n\":100,\"last\":"
	    "null,\"more\":3}"
	    "\n");
}

static void
test_empty(void **state)
{
	g_autoptr(mb_table) table = mb_table_new(columns);
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	mb_table_text(table, out);
	mb_table_jsonl(table, out);
	assert_string_equal(out->str, "");
	mb_table_csv(table, out);
	assert_string_equal(out->str, "name,n,posts,last\r\n");
	assert_int_equal(mb_table_n_rows(table), 0);
}

/* A long cell pushes its own line only. */
static void
test_wide(void **state)
{
	g_autoptr(mb_table) table = mb_table_new(columns);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *wide = g_strnfill(60, 'x');
	g_autofree char *want = NULL;

	(void)state;
	mb_table_add(table, json_pack("{s:s, s:i}", "name", wide, "n", 1));
	mb_table_add(table, json_pack("{s:s, s:i}", "name", "y", "n", 2));
	mb_table_text(table, out);
	want = g_strdup_printf("%-40s  N  LAST\n%s  1\n%-40s  2\n", "NAME",
	                       wide, "y");
	assert_string_equal(out->str, want);
}

/* Titles stand out of the rows below them, and change no column. */
static void
test_titles(void **state)
{
	g_autoptr(mb_table) table = mb_table_new(columns);
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	mb_table_add_title(table, "A title that is long\n\033[1m");
	mb_table_add(table, json_pack("{s:s, s:i}", "name", "X", "n", 7));
	mb_table_add_title(table, "");
	mb_table_add(table, json_pack("{s:s, s:i}", "name", "Y", "n", 100));
	mb_table_text(table, out);
	assert_string_equal(out->str, "  NAME    N  LAST\n"
	                              "A title that is long [1m\n"
	                              "  X       7\n"
	                              "\n"
	                              "  Y     100\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),  cmocka_unit_test(test_csv),
		cmocka_unit_test(test_jsonl), cmocka_unit_test(test_empty),
		cmocka_unit_test(test_wide),  cmocka_unit_test(test_titles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
