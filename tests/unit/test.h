/* test: what every cmocka program includes, in the order cmocka asks for, and
 * folders of their own for tests that write. */
#ifndef MB_TESTS_UNIT_TEST_H
#define MB_TESTS_UNIT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>

/* A new empty folder; remove with test_folder_free().  Transfer full. */
static inline char *
test_folder_new(void)
{
	char *path = g_dir_make_tmp("minutebook-test-XXXXXX", NULL);

	assert_non_null(path);
	return path;
}

static inline void
test_folder_free(char *path)
{
	const char *argv[] = { "rm", "-rf", "--", path, NULL };

	g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
	             NULL, NULL, NULL, NULL);
	g_free(path);
}

/* Write @content (NUL-terminated) to FOLDER/NAME; its path, transfer full. */
static inline char *
test_write(const char *folder, const char *name, const char *content)
{
	char *path = g_build_filename(folder, name, NULL);

	assert_true(g_file_set_contents(path, content, -1, NULL));
	return path;
}

/* Microseconds of processor time that this program has taken: unlike those on
 * the wall, they are the same on a busy machine. */
static inline gint64
test_cpu_us(void)
{
	struct timespec now;

	assert_int_equal(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now), 0);
	return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

#endif
