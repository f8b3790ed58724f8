#include "tests/unit/test.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/layout.h"

static gboolean
exists(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	return g_file_test(path, G_FILE_TEST_EXISTS) ||
	       g_file_test(path, G_FILE_TEST_IS_SYMLINK);
}

static guint
mode_of(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 07777;
}

/* Build and publish a generation whose open database holds one file. */
static void
publish(const char *index, const char *content)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_layout_writer) writer =
	    mb_layout_writer_new(index, &error);
	g_autofree char *open = NULL;
	g_autofree char *exempt = NULL;

	if (writer == NULL)
		fail_msg("%s", error->message);
	open = mb_layout_open(mb_layout_writer_path(writer));
	exempt = mb_layout_exempt(mb_layout_writer_path(writer));
	assert_int_equal(g_mkdir(open, 0755), 0);
	assert_int_equal(g_mkdir(exempt, 0755), 0);
	g_free(test_write(open, "db", content));
	if (!mb_layout_writer_publish(writer, &error))
		fail_msg("%s", error->message);
}

static void
the_option_comes_first(void **state)
{
	g_autofree char *option = NULL;
	g_autofree char *set = NULL;
	g_autofree char *own = NULL;

	g_setenv("MINUTEBOOK_INDEX", "/from/environment", TRUE);
	option = mb_layout_index("/from/option");
	set = mb_layout_index(NULL);
	g_setenv("MINUTEBOOK_INDEX", "", TRUE);
	own = mb_layout_index(NULL);
	g_unsetenv("MINUTEBOOK_INDEX");
	assert_string_equal(option, "/from/option");
	assert_string_equal(set, "/from/environment");
	assert_true(g_str_has_prefix(own, g_get_user_data_dir()));
	assert_true(g_str_has_suffix(own, "/minutebook"));
}

static void
joins(const char *set, const char *const *options, const char *want)
{
	g_auto(GStrv) indexes = NULL;
	g_autofree char *got = NULL;

	g_setenv("MINUTEBOOK_INDEX", set, TRUE);
	indexes = mb_layout_indexes(options);
	g_unsetenv("MINUTEBOOK_INDEX");
	got = g_strjoinv("|", indexes);
	assert_string_equal(got, want);
}

static void
several_are_parted_by_colons(void **state)
{
	const char *const options[] = { "/with:colon", "/two", NULL };
	const char *const none[] = { NULL };
	g_autofree char *own =
	    g_build_filename(g_get_user_data_dir(), "minutebook", NULL);

	joins("/one:/two", NULL, "/one|/two");
	joins(":/one::/two:", none, "/one|/two");
	joins("/one:/two", options, "/with:colon|/two");
	joins(":", NULL, own);
}

static void
nothing_published_is_not_found(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *missing = g_build_filename(folder, "none", NULL);
	const char *const indexes[] = { folder, missing };

	for (gsize i = 0; i < G_N_ELEMENTS(indexes); i++) {
		g_autoptr(GError) error = NULL;

		assert_null(mb_layout_current(indexes[i], &error));
		assert_true(
		    g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	}
	test_folder_free(folder);
}

static void
publishing_replaces_the_generation(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *index = g_build_filename(folder, "a", "b", NULL);
	g_autofree char *first = NULL;
	g_autofree char *second = NULL;

	publish(index, "1");
	first = mb_layout_current(index, NULL);
	assert_true(g_str_has_suffix(first, "/a/b/gen-1"));
	assert_true(exists(first, "open/db"));
	assert_int_equal(mode_of(index, "gen-1"), 0755);
	assert_int_equal(mode_of(index, "gen-1/exempt"), 0700);
	publish(index, "2");
	second = mb_layout_current(index, NULL);
	assert_true(g_str_has_suffix(second, "/a/b/gen-2"));
	assert_true(exists(second, "open/db"));
	assert_false(exists(index, "gen-1"));
	assert_false(exists(index, "gen-2.new"));
	test_folder_free(folder);
}

static void
what_is_built_is_closed_to_others(void **state)
{
	char *folder = test_folder_new();
	g_autoptr(mb_layout_writer) writer = mb_layout_writer_new(folder, NULL);

	assert_non_null(writer);
	assert_int_equal(mode_of(folder, "gen-1.new"), 0700);
	g_clear_pointer(&writer, mb_layout_writer_free);
	assert_false(exists(folder, "gen-1.new"));
	test_folder_free(folder);
}

static void
there_is_one_writer(void **state)
{
	char *folder = test_folder_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_layout_writer) writer = mb_layout_writer_new(folder, NULL);

	assert_non_null(writer);
	assert_null(mb_layout_writer_new(folder, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_BUSY));
	/* The second must not have swept away what the first builds. */
	assert_true(exists(folder, "gen-1.new"));
	g_clear_pointer(&writer, mb_layout_writer_free);
	writer = mb_layout_writer_new(folder, NULL);
	assert_non_null(writer);
	g_clear_pointer(&writer, mb_layout_writer_free);
	test_folder_free(folder);
}

static void
leftovers_of_a_killed_run_go(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *kept = NULL;
	g_autoptr(mb_layout_writer) writer = NULL;
	const char *const left[] = { "gen-2.new", "gen-2.new/open", "gen-9",
		                     "gen-9/exempt" };

	publish(folder, "1");
	for (gsize i = 0; i < G_N_ELEMENTS(left); i++) {
		g_autofree char *path = g_build_filename(folder, left[i], NULL);

		assert_int_equal(g_mkdir(path, 0700), 0);
	}
	g_free(test_write(folder, "gen-9/exempt/x", "x"));
	kept = test_write(folder, "notes.txt", "mine");
	assert_int_equal(chdir(folder), 0);
	assert_int_equal(symlink("gen-9", "current.new"), 0);
	assert_int_equal(symlink("..", "gen-9/exempt/up"), 0);
	writer = mb_layout_writer_new(folder, NULL);
	assert_non_null(writer);
	assert_false(exists(folder, "gen-9"));
	assert_false(exists(folder, "current.new"));
	assert_true(exists(folder, "gen-2.new"));
	assert_false(exists(folder, "gen-2.new/open"));
	assert_true(exists(folder, "gen-1/open/db"));
	assert_true(exists(folder, "notes.txt"));
	assert_string_equal(strrchr(mb_layout_writer_previous(writer), '/'),
	                    "/gen-1");
	g_clear_pointer(&writer, mb_layout_writer_free);
	test_folder_free(folder);
}

/* A run that has nothing to do removes them too, but not what another run is
 * building. */
static void
leftovers_are_cleared(void **state)
{
	char *folder = test_folder_new();
	g_autoptr(mb_layout_writer) writer = NULL;
	g_autofree char *left = g_build_filename(folder, "gen-7.new", NULL);
	g_autofree char *scratch =
	    g_build_filename(folder, "gen-7.new", "scratch", NULL);

	publish(folder, "first");
	assert_int_equal(g_mkdir(left, 0700), 0);
	assert_int_equal(g_mkdir(scratch, 0700), 0);
	mb_layout_clear(folder);
	assert_false(exists(folder, "gen-7.new"));
	assert_true(exists(folder, "gen-1/open/db"));
	writer = mb_layout_writer_new(folder, NULL);
	assert_non_null(writer);
	mb_layout_clear(folder);
	assert_true(exists(folder, "gen-2.new"));
	g_clear_pointer(&writer, mb_layout_writer_free);
	test_folder_free(folder);
}

/* "--index ." in a folder of papers: what only looks like a generation by its
 * name is somebody's work. */
static void
papers_beside_an_index_stay(void **state)
{
	static const char *const names[] = { "gen-purposes", "gen-2020",
		                             "gen-1.bak", "gen-3.new" };
	char *folder = test_folder_new();
	g_autoptr(mb_layout_writer) writer = NULL;

	publish(folder, "1");
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path =
		    g_build_filename(folder, names[i], NULL);

		assert_int_equal(g_mkdir(path, 0700), 0);
		g_free(test_write(path, "minutes.txt", "mine"));
	}
	writer = mb_layout_writer_new(folder, NULL);
	assert_non_null(writer);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *paper =
		    g_build_filename(names[i], "minutes.txt", NULL);

		assert_true(exists(folder, paper));
	}
	g_clear_pointer(&writer, mb_layout_writer_free);
	test_folder_free(folder);
}

static const char *const foreign[] = {
	"../elsewhere", "/etc",     "gen-",      "gen-0",
	"gen-x",        "gen-1/..", "gen-1.new",
};

static void
a_foreign_link_is_refused(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(foreign); i++) {
		char *folder = test_folder_new();
		g_autofree char *link =
		    g_build_filename(folder, "current", NULL);
		g_autoptr(GError) error = NULL;
		g_autoptr(GError) write_error = NULL;

		assert_int_equal(symlink(foreign[i], link), 0);
		assert_null(mb_layout_current(folder, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_IO));
		assert_null(mb_layout_writer_new(folder, &write_error));
		assert_true(
		    g_error_matches(write_error, MB_ERROR, MB_ERROR_IO));
		test_folder_free(folder);
	}
}

static void
a_failed_publish_leaves_the_old_one(void **state)
{
	char *folder = test_folder_new();
	g_autoptr(mb_layout_writer) writer = NULL;
	g_autoptr(GError) error = NULL;
	g_autofree char *current = NULL;
	g_autofree char *in_the_way = NULL;

	publish(folder, "1");
	writer = mb_layout_writer_new(folder, NULL);
	assert_non_null(writer);
	/* A folder with something in it stands where the generation goes. */
	in_the_way = g_build_filename(folder, "gen-2", NULL);
	assert_int_equal(g_mkdir(in_the_way, 0700), 0);
	g_free(test_write(in_the_way, "x", "x"));
	assert_false(mb_layout_writer_publish(writer, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_IO));
	g_clear_pointer(&writer, mb_layout_writer_free);
	current = mb_layout_current(folder, NULL);
	assert_true(g_str_has_suffix(current, "/gen-1"));
	assert_true(exists(current, "open/db"));
	test_folder_free(folder);
}

static void
an_index_needs_a_folder(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *file = test_write(folder, "file", "x");
	g_autoptr(GError) error = NULL;

	assert_null(mb_layout_writer_new(file, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_IO));
	test_folder_free(folder);
}

static void
sizes_add_up(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *below = g_build_filename(folder, "below", NULL);
	g_autofree char *loop = g_build_filename(below, "loop", NULL);
	g_autofree char *missing = g_build_filename(folder, "none", NULL);

	g_free(test_write(folder, "a", "12345"));
	assert_int_equal(g_mkdir(below, 0755), 0);
	g_free(test_write(below, "b", "123"));
	assert_int_equal(symlink(folder, loop), 0);
	assert_int_equal(mb_layout_size(folder), 8);
	assert_int_equal(mb_layout_size(missing), 0);
	test_folder_free(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_option_comes_first),
		cmocka_unit_test(several_are_parted_by_colons),
		cmocka_unit_test(nothing_published_is_not_found),
		cmocka_unit_test(publishing_replaces_the_generation),
		cmocka_unit_test(what_is_built_is_closed_to_others),
		cmocka_unit_test(there_is_one_writer),
		cmocka_unit_test(leftovers_of_a_killed_run_go),
		cmocka_unit_test(leftovers_are_cleared),
		cmocka_unit_test(papers_beside_an_index_stay),
		cmocka_unit_test(a_foreign_link_is_refused),
		cmocka_unit_test(a_failed_publish_leaves_the_old_one),
		cmocka_unit_test(an_index_needs_a_folder),
		cmocka_unit_test(sizes_add_up),
	};

	return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
