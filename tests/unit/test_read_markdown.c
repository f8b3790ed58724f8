#include "tests/unit/test.h"

#include "tests/unit/lines.h"

/* Pieces of Markdown, and the lines they must become. */
static const struct {
	const char *source, *dump;
} pieces[] = {
	{ "## Present ##\n\nText\n", ". h2\tPresent\n+\tText\n" },
	{ "13. **Minutes**\n", ". b4-11\t13. Minutes\n" },
	/* blocks of HTML */
	{ "One\n\n<h2>Where</h2>\n\n<script>\nvar x;\n\n'<p>y</p>'\n"
	  "</script>\nTwo\n",
	  ".\tOne\n+ h2\tWhere\n+\tTwo\n" },
	{ "<h2>Where\n\n<h2>When\n", ".\t<h2>Where\n+\t<h2>When\n" },
	{ "**One\ntwo** three\n", ". b0-3\tOne\n. b0-3\ttwo three\n" },
	{ "on **2013****.**  **7.00pm** **a****t All**\n",
	  ". b3-22\ton 2013. 7.00pm at All\n" },
	{ "left **open\n\nnext\n", ".\tleft open\n+\tnext\n" },
	{ "Cllr Clark* and 5 * 3\n", ".\tCllr Clark* and 5 * 3\n" },
	{ "_Held_ *in* the Hall\n", ".\tHeld in the Hall\n" },
	{ "a_file_name and ____\n", ".\ta_file_name and ____\n" },
	{ "***I will ask***\n", ". b0-10\tI will ask\n" },
	{ "1\\. Minutes \\*\\*\n", ".\t1. Minutes **\n" },
	{ "18<sup>th</sup> May<br />7pm<br>Hall\n",
	  ".\t18th May\n.\t7pm\n.\tHall\n" },
	{ "[channel](http://x.example/a_(b)) ![logo](x.png) [1]\n",
	  ".\tchannel [1]\n" },
	{ "Fish &amp; chips &#163;5 &pound; &none; & &\n",
	  ".\tFish & chips £5 £ &none; & &\n" },
	{ "a < b, <x, <http://x.example>, <a@b.example>\n",
	  ".\ta < b, <x, http://x.example, a@b.example\n" },
	{ "- (1) That\n- two\n  more\n* three\n",
	  ". list\t(1) That\n. list\ttwo\n.\tmore\n. list\tthree\n" },
	{ "1. **22/015 Apologies.** None.\n",
	  ". b0-17\t22/015 Apologies. None.\n" },
	{ "1. 21/0415 Shed\n", ".\t1. 21/0415 Shed\n" },
	{ "one\n\n---\n\ntwo\n", ".\tone\n+ rule\t\n+\ttwo\n" },
	{ "> a\\) one\n>\n>> i) two\n", ".\ta) one\n+\ti) two\n" },
	{ "---\ntitle: \"May: AGM\"\ndate: 2020-01-01\n---\nText\n",
	  "title: May: AGM\nposted: 2020-01-01\n.\tText\n" },
	{ "---\nText that is: no front matter\n",
	  "+ rule\t\n+\tText that is: no front matter\n" },
	{ "Minutes\n=======\nText\nMore\n----\n",
	  ". h1\tMinutes\n+\tText\n.\tMore\n+ rule\t\n" },
	{ "One\n\nPresent:\n--------\nA Smith\n---\n2\n",
	  ".\tOne\n+ h2\tPresent:\n+\tA Smith\n+ rule\t\n+ furniture\t2\n" },
	{ "•\n\nThat it be\nagreed\n\n•\n\n# Roads\n",
	  "+ list\tThat it be\n.\tagreed\n+ h1\tRoads\n" },
	{ "one\n\ftwo\n", "pages: 2, 0 without text\n. p1\tone\n+ p2\ttwo\n" },
	{ "(Image omitted)\n\ntext\n", "+\ttext\n" },
	{ "```\ncode\n```\n", ".\tcode\n" },
	{ "| No | Item |\n|---|:-:|\n| 1 | **AOB** |\n\nend\n",
	  ". row\tNo | Item\n. b2-5 row\t1 | AOB\n+\tend\n" },
	{ "| will ask at the next Meeting\n",
	  ".\t| will ask at the next Meeting\n" },
	{ "| \n**No**\n\n | \n**Item**\n\n |\n| --- | --- |\n| 1 | \n\nAOB\n\n "
	  "|"
	  "\n",
	  ". b0-7 row\tNo | Item\n. row\t1 | AOB\n" },
	{ "text\n\n<table><tr><td>a</td><td>b</td></tr>\n</table>\n",
	  ".\ttext\n+ row\ta | b\n" },
};

static void
reads_pieces(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++)
		test_dump(MB_FORMAT_MARKDOWN, pieces[i].source, pieces[i].dump);
}

/* Long runs of one mark or of many openers must take no longer than they are.
 */
static void
is_not_slowed_by_marks(void **state)
{
	static const char *const marks[] = { "*",    "_",  "[",   "![",
		                             "<",    "&",  "\\",  "**a",
		                             "[a](", "| ", "> ",  "# ",
		                             "- ",   "`",  "<b>", "<table>" };

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autoptr(GString) text = g_string_new("text\n");
		struct mb_lines *lines;
		gint64 start = test_cpu_us();

		while (text->len < 1024u * 1024)
			g_string_append(text, marks[i]);
		lines = test_read(MB_FORMAT_MARKDOWN, text->str, text->len);
		mb_lines_free(lines);
		assert_true(test_cpu_us() - start < 20 * G_USEC_PER_SEC);
	}
}

/* Text that is not UTF-8 is taken as Windows-1252. */
static void
reads_other_encodings(void **state)
{
	test_dump(MB_FORMAT_TEXT,
	          "Si\xe2n \x96 \x93\xa3"
	          "5\x94\n",
	          ".\tSiân – “£5”\n");
	test_dump(MB_FORMAT_TEXT,
	          "\xef\xbb\xbf"
	          "Siân\r\nx\ry\n",
	          ".\tSiân\n.\tx\n.\ty\n");
}

static void
reads_utf16(void **state)
{
	static const char little[] =
	    "\xff\xfeH\0\xe2\0\x3d\xd8\x00\xde\x3d\xd8";
	static const char big[] = "\xfe\xff\0H\0\xe2\xd8\x3d\xde\x00\xde";
	g_autoptr(mb_lines) a =
	    test_read(MB_FORMAT_TEXT, little, sizeof(little) - 1);
	g_autoptr(mb_lines) b = test_read(MB_FORMAT_TEXT, big, sizeof(big) - 1);

	assert_string_equal(mb_lines_at(a, 0)->text,
	                    "Hâ\xf0\x9f\x98\x80\xef\xbf\xbd");
	assert_string_equal(mb_lines_at(b, 0)->text, "Hâ\xf0\x9f\x98\x80");
}

static void
reads_nul(void **state)
{
	static const char text[] = "one\0two\n";
	g_autoptr(mb_lines) lines =
	    test_read(MB_FORMAT_TEXT, text, sizeof(text) - 1);

	assert_string_equal(mb_lines_at(lines, 0)->text, "one\xef\xbf\xbdtwo");
}

static void
reads_plain_text(void **state)
{
	test_dump(MB_FORMAT_TEXT,
	          "Present:\n\n• A Smith\no B Jones\n- C Fox\n- 2 -\n-\n"
	          "\fo\n  **not bold**\n",
	          "pages: 2, 0 without text\n"
	          ". p1\tPresent:\n+ p1 list\tA Smith\n. p1 list\tB Jones\n"
	          ". p1 list\tC Fox\n. p1\t- 2 -\n. p1\t-\n+ p2\to\n"
	          ". p2\t**not bold**\n");
	test_dump(MB_FORMAT_TEXT, "•\n\nA Smith\nB Jones\n\f",
	          "pages: 1, 0 without text\n+ p1 list\tA Smith\n"
	          ". p1\tB Jones\n");
	test_read_fails(MB_FORMAT_TEXT, " \n\f\n", 4, MB_ERROR_NO_TEXT);
}

/* Where a line came from: the offset is that of its first byte. */
static void
keeps_offsets(void **state)
{
	static const char text[] = "# One\n\n- two\nthree **four\nfive**\n";
	g_autoptr(mb_lines) lines =
	    test_read(MB_FORMAT_MARKDOWN, text, strlen(text));

	assert_int_equal(mb_lines_at(lines, 0)->offset, 1);
	assert_int_equal(mb_lines_at(lines, 1)->offset,
	                 strstr(text, "two") - text);
	assert_int_equal(mb_lines_at(lines, 2)->offset,
	                 strstr(text, "three") - text);
	assert_int_equal(mb_lines_at(lines, 3)->offset,
	                 strstr(text, "five") - text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_pieces),
		cmocka_unit_test(is_not_slowed_by_marks),
		cmocka_unit_test(reads_other_encodings),
		cmocka_unit_test(reads_utf16),
		cmocka_unit_test(reads_nul),
		cmocka_unit_test(reads_plain_text),
		cmocka_unit_test(keeps_offsets),
	};

	return cmocka_run_group_tests_name("read-markdown", tests, NULL, NULL);
}
