/* What a walk takes, leaves out and tells of. */
#include "tests/unit/test.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/folder.h"

static void
make(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *parent = g_path_get_dirname(path);

	assert_int_equal(g_mkdir_with_parents(parent, 0755), 0);
	assert_true(g_file_set_contents(path, name, -1, NULL));
}

static void
make_link(const char *folder, const char *target, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	assert_int_equal(symlink(target, path), 0);
}

static struct mb_walk *
walk(const char *name, const char *skip)
{
	g_autofree char *copy = g_strdup(name);
	char *const names[] = { copy, NULL };

	return mb_folder_walk(names, skip);
}

/* The names found below @folder, with "," between them. */
static char *
found_names(const struct mb_walk *of, const char *folder)
{
	GString *names = g_string_new(NULL);
	guint i;

	for (i = 0; i < of->found->len; i++) {
		const struct mb_found *found = of->found->pdata[i];

		assert_true(mb_folder_holds(folder, found->path));
		g_string_append_printf(names, "%s%s", i ? "," : "",
		                       found->path + strlen(folder) + 1);
	}
	return g_string_free(names, FALSE);
}

static void
assert_found(const char *folder, const char *want)
{
	g_autoptr(mb_walk) of = walk(folder, NULL);
	g_autofree char *names = found_names(of, folder);

	assert_string_equal(names, want);
}

static void
test_sorted(void **state)
{
	char *folder = test_folder_new();

	make(folder, "b.txt");
	make(folder, "a/z.txt");
	make(folder, "a/b/c.txt");
	make(folder, "a.txt");
	assert_found(folder, "a.txt,a/b/c.txt,a/z.txt,b.txt");
	test_folder_free(folder);
}

static void
test_litter(void **state)
{
	static const char *const litter[] = {
		".x",    "x~",        "#x#",    "~$x.docx",   "x.bak",
		"x.tmp", "Thumbs.db", ".git/x", "desktop.ini"
	};
	char *folder = test_folder_new();
	guint i;

	for (i = 0; i < G_N_ELEMENTS(litter); i++)
		make(folder, litter[i]);
	make(folder, "#1 minutes.txt");
	make(folder, "~minutes.txt");
	assert_found(folder, "#1 minutes.txt,~minutes.txt");
	test_folder_free(folder);
}

static void
test_named_is_taken(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *hidden = g_build_filename(folder, ".x", NULL);
	g_autoptr(mb_walk) of = NULL;

	make(folder, ".x");
	of = walk(hidden, NULL);
	assert_int_equal(of->found->len, 1);
	assert_int_equal(of->roots->len, 0);
	test_folder_free(folder);
}

static void
test_twice_is_once(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *sub = g_build_filename(folder, "a", "..", "a", NULL);
	char *const names[] = { folder, sub, folder, NULL };
	g_autoptr(mb_walk) of = NULL;
	g_autofree char *found = NULL;

	make(folder, "a/x.txt");
	of = mb_folder_walk(names, NULL);
	found = found_names(of, folder);
	assert_string_equal(found, "a/x.txt");
	assert_int_equal(of->roots->len, 3);
	test_folder_free(folder);
}

static void
test_loop(void **state)
{
	char *folder = test_folder_new();
	g_autoptr(mb_walk) of = NULL;
	g_autofree char *found = NULL;

	make(folder, "b/x.txt");
	/* The link sorts before the folder: the folder's own name wins. */
	make_link(folder, "b", "a");
	make_link(folder, "..", "b/up");
	make_link(folder, ".", "self");
	of = walk(folder, NULL);
	found = found_names(of, folder);
	assert_string_equal(found, "b/x.txt");
	assert_int_equal(of->unseen->len, 3);
	for (guint i = 0; i < of->unseen->len; i++) {
		const struct mb_unseen *unseen = of->unseen->pdata[i];

		assert_true(unseen->harmless);
	}
	test_folder_free(folder);
}

static void
test_link_out(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *papers = g_build_filename(folder, "papers", NULL);

	make(folder, "far/x.txt");
	make(folder, "papers/y.txt");
	make_link(folder, "../far", "papers/link");
	make_link(folder, "../far/x.txt", "papers/z.txt");
	make_link(folder, "../papers", "far/back");
	assert_found(papers, "link/x.txt,y.txt,z.txt");
	test_folder_free(folder);
}

static void
test_skip(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *index = g_build_filename(folder, "index", NULL);
	g_autoptr(mb_walk) of = NULL;
	g_autofree char *found = NULL;

	make(folder, "index/x.txt");
	make(folder, "y.txt");
	of = walk(folder, index);
	found = found_names(of, folder);
	assert_string_equal(found, "y.txt");
	assert_int_equal(of->unseen->len, 0);
	test_folder_free(folder);
}

static void
test_bad_names(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *missing = g_build_filename(folder, "missing", NULL);
	char *const names[] = { missing, folder, NULL };
	g_autoptr(mb_walk) of = mb_folder_walk(names, NULL);

	/* One is missing, the other is empty. */
	assert_int_equal(of->n_bad_names, 2);
	assert_int_equal(of->unseen->len, 2);
	assert_int_equal(of->roots->len, 0);
	assert_int_equal(of->found->len, 0);
	test_folder_free(folder);
}

static void
test_odd_files(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *pipe = g_build_filename(folder, "pipe", NULL);
	g_autofree char *latin = g_build_filename(folder, "caf\xe9", NULL);
	g_autoptr(mb_walk) of = NULL;

	make(folder, "x.txt");
	assert_int_equal(mkfifo(pipe, 0600), 0);
	assert_true(g_file_set_contents(latin, "x", -1, NULL));
	make_link(folder, "nowhere", "broken");
	of = walk(folder, NULL);
	assert_int_equal(of->found->len, 1);
	assert_int_equal(of->unseen->len, 3);
	test_folder_free(folder);
}

static void
test_deep(void **state)
{
	char *folder = test_folder_new();
	g_autoptr(GString) name = g_string_new(NULL);
	g_autoptr(mb_walk) of = NULL;
	guint i;

	make(folder, "x.txt");
	for (i = 0; i <= MB_FOLDER_MAX_DEPTH; i++)
		g_string_append(name, "d/");
	g_string_append(name, "y.txt");
	make(folder, name->str);
	of = walk(folder, NULL);
	assert_int_equal(of->found->len, 1);
	assert_int_equal(of->unseen->len, 1);
	test_folder_free(folder);
}

static void
test_holds(void **state)
{
	assert_true(mb_folder_holds("/a", "/a"));
	assert_true(mb_folder_holds("/a", "/a/b"));
	assert_true(mb_folder_holds("/", "/a"));
	assert_false(mb_folder_holds("/a", "/ab"));
	assert_false(mb_folder_holds("/a/b", "/a"));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sorted),
		cmocka_unit_test(test_litter),
		cmocka_unit_test(test_named_is_taken),
		cmocka_unit_test(test_twice_is_once),
		cmocka_unit_test(test_loop),
		cmocka_unit_test(test_link_out),
		cmocka_unit_test(test_skip),
		cmocka_unit_test(test_bad_names),
		cmocka_unit_test(test_odd_files),
		cmocka_unit_test(test_deep),
		cmocka_unit_test(test_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
