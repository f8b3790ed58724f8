/* lines: reading a piece of a paper in a test.
 * Included by the tests of the readers, after test.h. */
#ifndef MB_TESTS_UNIT_LINES_H
#define MB_TESTS_UNIT_LINES_H

#include <string.h>

#include "base/error.h"
#include "indexer/lines.h"
#include "indexer/reader.h"

/* The lines of @n_bytes of @data as @format; fails the test on an error. */
static inline struct mb_lines *
test_read(enum mb_format format, const void *data, gsize n_bytes)
{
	g_autoptr(GBytes) content = g_bytes_new(data, n_bytes);
	struct mb_paper paper = { .content = content, .format = format };
	g_autoptr(GError) error = NULL;
	struct mb_lines *lines = mb_lines_read(&paper, &error);

	if (lines == NULL)
		fail_msg("%s", error->message);
	return lines;
}

/* That reading @data fails with @code. */
static inline void
test_read_fails(enum mb_format format, const void *data, gsize n_bytes,
                enum mb_error code)
{
	g_autoptr(GBytes) content = g_bytes_new(data, n_bytes);
	struct mb_paper paper = { .content = content, .format = format };
	g_autoptr(GError) error = NULL;
	struct mb_lines *lines = mb_lines_read(&paper, &error);

	assert_null(lines);
	assert_true(g_error_matches(error, MB_ERROR, (gint)code));
	assert_true(*error->message != '\0');
}

/* That @content reads as the lines of @dump, a line of mb_lines_dump() each
 * without its number. */
static inline void
test_dump(enum mb_format format, const char *content, const char *dump)
{
	g_autoptr(mb_lines) lines = test_read(format, content, strlen(content));
	g_autofree char *text = mb_lines_dump(lines);
	g_auto(GStrv) got = g_strsplit(text, "\n", -1);

	for (guint i = 0; got[i] != NULL; i++) {
		gsize skip = strspn(got[i], " 0123456789");

		if (strlen(got[i]) > skip && strchr("+.", got[i][skip]))
			memmove(got[i], got[i] + skip,
			        strlen(got[i] + skip) + 1);
	}
	g_free(text);
	text = g_strjoinv("\n", got);
	assert_string_equal(text, dump);
}

#endif
