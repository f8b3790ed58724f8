/* Pages that are pictures of text are read, with a confidence; what can't be
 * read is not made up. */
#include "tests/unit/test.h"

#include <string.h>

#include "base/error.h"
#include "indexer/lines.h"
#include "indexer/ocr.h"
#include "tests/unit/scan.h"

static struct mb_lines *
read_pages(const enum scan_page *pages, gsize n_pages, double dpi)
{
	g_autoptr(GBytes) bytes = scan_pdf(pages, n_pages, dpi);
	struct mb_paper paper = { .content = bytes, .format = MB_FORMAT_PDF };

	return mb_lines_read(&paper, NULL);
}

/* The line that holds @words; one without anything when there is none, which is
 * a failure. */
static const struct mb_line *
find_line(const struct mb_lines *lines, const char *words)
{
	static const struct mb_line none;

	for (guint i = 0; lines && i < lines->lines->len; i++)
		if (strstr(mb_lines_at(lines, i)->text, words))
			return mb_lines_at(lines, i);
	fail_msg("no line has \"%s\"", words);
	return &none;
}

static void
without_being_asked_nothing_is_read(void **state)
{
	static const enum scan_page pages[] = { SCAN_TEXT, SCAN_PICTURE };
	g_autoptr(mb_lines) lines = read_pages(pages, 2, 200);

	assert_false(mb_ocr_is_on());
	assert_int_equal(lines->n_empty_pages, 1);
	assert_int_equal(find_line(lines, "RESOLVED")->confidence, 0);
}

/* FALSE when this machine can't. */
static gboolean
start(void)
{
	g_autoptr(GError) error = NULL;

	if (mb_ocr_start(&error))
		return TRUE;
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	return FALSE;
}

static void
pictures_and_outlines_are_read(void **state)
{
	static const enum scan_page pages[] = { SCAN_OUTLINES, SCAN_STAMPED };
	g_autoptr(mb_lines) lines = NULL;
	const struct mb_line *line;

	if (!start())
		skip();
	lines = read_pages(pages, 2, 200);
	assert_int_equal(lines->n_empty_pages, 0);
	line = find_line(lines, "RESOLVED that the rent be raised by four");
	assert_int_equal(line->page_no, 1);
	assert_in_range(line->confidence, MB_OCR_MIN_CONFIDENCE, 100);
	assert_in_range(line->x, 70, 75);
	assert_in_range(line->size, 8, 14);
	assert_int_equal(find_line(lines, "Page 117")->page_no, 2);
	assert_true(find_line(lines, "2. ALLOTMENT RENTS")->gap);
	assert_false(find_line(lines, "changed since the year")->gap);
}

/* Letters of three pixels are guessed at. */
static void
what_is_too_coarse_counts_as_not_read(void **state)
{
	static const enum scan_page pages[] = { SCAN_TEXT, SCAN_PICTURE };
	g_autoptr(mb_lines) lines = NULL;

	if (!start())
		skip();
	lines = read_pages(pages, 2, 22);
	assert_int_equal(lines->n_empty_pages, 1);
	for (guint i = 0; i < lines->lines->len; i++)
		assert_int_equal(mb_lines_at(lines, i)->confidence, 0);
}

static void
text_is_left_alone(void **state)
{
	static const enum scan_page pages[] = { SCAN_TEXT, SCAN_BLANK };
	g_autoptr(mb_lines) lines = NULL;

	if (!start())
		skip();
	lines = read_pages(pages, 2, 200);
	assert_int_equal(lines->n_empty_pages, 0);
	assert_int_equal(find_line(lines, "RESOLVED")->confidence, 0);
}

static int
stop(void **state)
{
	mb_ocr_stop();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_being_asked_nothing_is_read),
		cmocka_unit_test(pictures_and_outlines_are_read),
		cmocka_unit_test(what_is_too_coarse_counts_as_not_read),
		cmocka_unit_test(text_is_left_alone),
	};

	return cmocka_run_group_tests_name("ocr", tests, NULL, stop);
}
