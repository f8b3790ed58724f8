#include "tests/unit/test.h"

#include "indexer/clean.h"
#include "tests/unit/lines.h"

/* Each piece of text and what must be left of it. */
static const struct {
	const char *text, *clean;
} cleaned[] = {
	{ "", "" },
	{ " \t\r\n ", "" },
	{ "  two \t words ", "two words" },
	{ "no\xc2\xa0"
	  "break\xe2\x80\xaf"
	  "space",
	  "no break space" },
	{ "soft\xc2\xadhyphen", "softhyphen" },
	{ "at the end\xc2\xad ", "at the end" },
	{ "zero\xe2\x80\x8bwidth", "zerowidth" },
	{ "o\xef\xac\x83"
	  "cers of \xef\xac\x81nance",
	  "officers of finance" },
	{ "Sia\xcc\x82n", "Siân" }, /* decomposed */
	{ "Multi\xe2\x80\x91"
	  "Agency",
	  "Multi-Agency" },
	{ "bell\x07"
	  "and\x1b"
	  "escape\x7f",
	  "bellandescape" },
	{ "\xef\x82\xb7 Risk", "• Risk" }, /* Symbol */
	{ "\xee\x80\x80private", "private" },
	{ "bad\xff"
	  "byte",
	  "bad\xef\xbf\xbd"
	  "byte" },
	{ "\xe2\x80\xaeturned\xe2\x80\xac", "turned" },
	{ "cut\xe2\x80", "cut\xef\xbf\xbd\xef\xbf\xbd" },
};

static void
cleans(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(cleaned); i++) {
		g_autofree char *clean =
		    mb_clean(cleaned[i].text, strlen(cleaned[i].text));

		assert_string_equal(clean, cleaned[i].clean);
	}
}

/* Marks for bold, and the first run that must come of them. */
static const struct {
	const char *text;
	gsize start, end;
} bold[] = {
	{ "\x0e"
	  "all\x0f",
	  0, 3 },
	{ "13. \x0eMinutes\x0f", 4, 11 },
	{ "\x0e"
	  "13.\x0f \x0eMinutes\x0f",
	  0, 11 },
	{ "\x0e one\x0f two \x0ethree\x0f", 0, 3 },
	{ "\x0e \x0fplain", 0, 0 },
	{ "never \x0e"
	  "closed",
	  6, 12 },
};

static void
finds_bold(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(bold); i++) {
		gsize start, end;
		g_autofree char *clean = mb_clean_line(
		    bold[i].text, strlen(bold[i].text), &start, &end);

		assert_int_equal(start, bold[i].start);
		assert_int_equal(end, bold[i].end);
	}
}

/* Texts with words parted at a line's end, and what must become of them. */
static const struct {
	const char *text, *joined;
} parted[] = {
	{ "the officers of com\xc2\xad\nmittee.  All\n",
	  "the officers of committee.\nAll" },
	{ "The committee met. The com-\nmittee agreed.\n",
	  "The committee met. The committee\nagreed." },
	{ "mental ill-\nhealth is\n", "mental ill-\nhealth is" },
	{ "Committee, recruitment, attendance: the com-\nmittee and the "
	  "recruit-"
	  "\nment of the atten-\ndance clerk for imple-\nmentation by co-\n"
	  "operation was noted.\n",
	  "Committee, recruitment, attendance: the committee\nand the "
	  "recruitment"
	  "\nof the attendance\nclerk for implementation\nby co-\n"
	  "operation was noted." },
	{ "The re-cover, recover, re-\ncover and\n",
	  "The re-cover, recover, re-\ncover and" },
	{ "committee, com-\n\nmittee agreed\n",
	  "committee, com-\n\nmittee agreed" },
	{ "committee, com-\nMittee agreed\n",
	  "committee, com-\nMittee agreed" },
	{ "committee, com-\nmittee\n", "committee, com-\nmittee" },
	{ "-\n- \nsoft\xc2\xad\n", "-\n-\nsoft" },
};

static void
joins_parted_words(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(parted); i++) {
		g_autoptr(mb_lines) lines = test_read(
		    MB_FORMAT_TEXT, parted[i].text, strlen(parted[i].text));
		g_autofree char *text = mb_lines_text(lines, 0, 9, NULL);

		assert_string_equal(text, parted[i].joined);
	}
}

static void
adds_nothing_of_nothing(void **state)
{
	g_autoptr(mb_lines) lines = mb_lines_new();
	const char *const cells[] = { " ", "", "\t", NULL };
	const struct mb_line as = { .gap = TRUE };

	assert_null(mb_lines_add(lines, " \xc2\xad "));
	assert_null(mb_lines_add_row(lines, cells, &as));
	assert_int_equal(lines->lines->len, 0);
}

static void
adds_rows(void **state)
{
	g_autoptr(mb_lines) lines = mb_lines_new();
	const char *const cells[] = { "1.", "", " Minutes ", "", NULL };
	const struct mb_line as = { .gap = TRUE, .page_no = 2 };
	const struct mb_line *line = mb_lines_add_row(lines, cells, &as);
	g_autofree char *text = mb_lines_text(lines, 0, 1, NULL);

	assert_int_equal(line->kind, MB_LINE_ROW);
	assert_int_equal(line->page_no, 2);
	assert_string_equal(line->text, "1. Minutes");
	assert_string_equal(line->cells[1], "");
	assert_string_equal(line->cells[2], "Minutes");
	assert_string_equal(line->cells[3], "");
	assert_null(line->cells[4]);
	/* empty cells at its end are no text */
	assert_string_equal(text, "1. |  | Minutes");
}

/* A line of 10 MB, with and without spaces, of characters of three bytes. */
static void
cuts_long_lines(void **state)
{
	static const char *const pieces[] = { "word ", "w", "€" };

	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(mb_lines) lines = mb_lines_new();
		g_autoptr(GString) text = g_string_new(NULL);
		gsize n = 0;

		while (text->len < 10u * 1024 * 1024)
			g_string_append(text, pieces[i]);
		mb_lines_add(lines, text->str);
		for (guint l = 0; l < lines->lines->len; l++) {
			const struct mb_line *line = mb_lines_at(lines, l);

			assert_true(strlen(line->text) <= MB_LINE_MAX_BYTES);
			assert_true(g_utf8_validate(line->text, -1, NULL));
			n += strlen(line->text) + (i == 0 ? 1 : 0);
		}
		assert_int_equal(n, text->len);
	}
}

static void
text_leaves_furniture_out(void **state)
{
	g_autoptr(mb_lines) lines = mb_lines_new();
	g_autofree char *text = NULL;

	mb_lines_add(lines, "One");
	mb_lines_add(lines, "Page 1")->furniture = TRUE;
	mb_lines_add(lines, "two")->kind = MB_LINE_LIST;
	mb_lines_add(lines, "(a) three")->kind = MB_LINE_LIST;
	mb_lines_add(lines, "four")->gap = TRUE;
	text = mb_lines_text(lines, 0, 99, NULL);
	assert_string_equal(text, "One\n• two\n(a) three\n\nfour");
}

/* A text of pages with a header, body and a number at the foot. */
static char *
make_pages(const char *header, guint n_pages, guint first_number, guint step)
{
	GString *text = g_string_new(NULL);

	for (guint p = 0; p < n_pages; p++) {
		if (p > 0)
			g_string_append_c(text, '\f');
		g_string_append_printf(text, "%s\n\n", header);
		for (guint i = 0; i < 20; i++)
			g_string_append_printf(text, "line %u of page %u\n", i,
			                       p);
		g_string_append_printf(text, "\n%u\n", first_number + p * step);
	}
	return g_string_free(text, FALSE);
}

static guint
count_furniture(const char *text)
{
	g_autoptr(mb_lines) lines =
	    test_read(MB_FORMAT_TEXT, text, strlen(text));
	guint n = 0;

	for (guint i = 0; i < lines->lines->len; i++)
		n += mb_lines_at(lines, i)->furniture ? 1 : 0;
	return n;
}

static void
marks_furniture(void **state)
{
	g_autofree char *three = make_pages("Ashby Council", 3, 7, 1);
	g_autofree char *two = make_pages("Ashby Council", 2, 7, 1);
	g_autofree char *items = make_pages("Ashby Council", 4, 7, 3);

	assert_int_equal(count_furniture(three), 6);
	assert_int_equal(count_furniture(two), 0);
	/* 7, 10, 13 do not count with the pages: they may be items. */
	assert_int_equal(count_furniture(items), 4);
}

static void
marks_worded_page_numbers(void **state)
{
	assert_int_equal(
	    count_furniture("a\nPage 68\nb\nPage 69\nc\nPage 70\n"), 3);
	assert_int_equal(count_furniture("a\nPage 68\nb\nPage 12\nc\nPage 3\n"),
	                 0);
	assert_int_equal(count_furniture("1\nApologies\n2\nMinutes\n3\nAOB\n"),
	                 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cleans),
		cmocka_unit_test(finds_bold),
		cmocka_unit_test(joins_parted_words),
		cmocka_unit_test(adds_nothing_of_nothing),
		cmocka_unit_test(adds_rows),
		cmocka_unit_test(cuts_long_lines),
		cmocka_unit_test(text_leaves_furniture_out),
		cmocka_unit_test(marks_furniture),
		cmocka_unit_test(marks_worded_page_numbers),
	};

	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
