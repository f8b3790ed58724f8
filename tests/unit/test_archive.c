/* Zip archives of papers: what is listed, under which names, and what is not
 * looked into. */
#include "config.h"

#include "tests/unit/test.h"

#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include "base/error.h"
#include "indexer/archive.h"
#include "indexer/archive-list.h"
#include "indexer/folder.h"
#include "indexer/paper.h"

struct entry {
	const char *name, *text;
};

static void
add(zip_t *zip, const char *name, const void *data, gsize n_bytes)
{
	zip_source_t *source = zip_source_buffer(zip, data, n_bytes, 0);

	assert_non_null(source);
	assert_true(zip_file_add(zip, name, source, 0) >= 0);
}

/* Write FOLDER/NAME.  Transfer full: its path. */
static char *
make_zip(const char *folder, const char *name, const struct entry *entries,
         gsize n)
{
	char *path = g_build_filename(folder, name, NULL);
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	assert_non_null(zip);
	for (gsize i = 0; i < n; i++)
		if (*entries[i].text)
			add(zip, entries[i].name, entries[i].text,
			    strlen(entries[i].text));
		else
			assert_true(zip_dir_add(zip, entries[i].name, 0) >= 0);
	assert_int_equal(zip_close(zip), 0);
	return path;
}

static GPtrArray *
members_of(const char *path, GError **error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	GPtrArray *members = mb_archive_members(fd, error);

	close(fd);
	return members;
}

static void
fails_with(const char *path, enum mb_error code, const char *says)
{
	g_autoptr(GError) error = NULL;

	assert_null(members_of(path, &error));
	assert_int_equal(error->code, code);
	assert_non_null(strstr(error->message, says));
}

static const struct entry hostile[] = {
	{ "minutes/may.txt", "Minutes of May\n" },
	{ "minutes/", "" },
	{ "../../../etc/passwd", "Minutes of June\n" },
	{ "/root/july.txt", "Minutes of July\n" },
	{ "c\\..\\august.txt", "Minutes of August\n" },
	{ "a\nb.txt", "Minutes of September\n" },
	{ "\x1b[31m.txt", "Minutes of September\n" },
	{ "caf\xc3\xa9.txt", "Minutes of October\n" },
	{ "..", "Minutes of November\n" },
	{ "minutes//./may.txt", "Minutes of December\n" },
};

static const char *const harmless[] = {
	"minutes/may.txt", "etc/passwd", "root/july.txt",
	"c/august.txt",    "a_b.txt",    "←[31m.txt",
	"caf\xc3\xa9.txt", "member (9)", "minutes/may.txt (10)",
};

static void
names_are_harmless(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *path =
	    make_zip(folder, "a.zip", hostile, G_N_ELEMENTS(hostile));
	g_autoptr(GPtrArray) members = members_of(path, NULL);

	assert_int_equal(members->len, G_N_ELEMENTS(harmless));
	for (guint i = 0; i < members->len; i++) {
		const struct mb_member *member = members->pdata[i];
		g_autofree char *whole =
		    g_build_filename(path, member->name, NULL);
		g_autoptr(mb_paper) paper = mb_paper_read(whole, NULL);

		assert_string_equal(member->name, harmless[i]);
		assert_non_null(paper);
		assert_int_equal(g_bytes_get_size(paper->content),
		                 member->n_bytes);
	}
	test_folder_free(folder);
}

/* What a walk finds in @folder, below it, with "," between. */
static char *
found_in(const char *folder)
{
	g_autofree char *name = g_strdup(folder);
	char *const names[] = { name, NULL };
	g_autoptr(mb_walk) walk = mb_folder_walk(names, NULL);
	GString *all = g_string_new(NULL);

	for (guint i = 0; i < walk->found->len; i++) {
		const struct mb_found *found = walk->found->pdata[i];

		g_string_append_printf(all, "%s%s", i ? "," : "",
		                       found->path + strlen(folder) + 1);
	}
	return g_string_free(all, FALSE);
}

static void
walks_list_what_is_in_them(void **state)
{
	static const struct entry papers[] = { { "b.txt", "Minutes\n" },
		                               { "2019/a.txt", "Minutes\n" },
		                               { "__MACOSX/._a.txt", "x" },
		                               { "2019/Thumbs.db", "x" } };
	static const struct entry word[] = {
		{ "[Content_Types].xml", "<Types/>" },
		{ "word/document.xml", "<document/>" }
	};
	static const struct entry odt[] = {
		{ "mimetype", "application/vnd.oasis.opendocument.text" },
		{ "content.xml", "<document/>" }
	};
	char *folder = test_folder_new();
	g_autofree char *archive = make_zip(folder, "x.ZIP", papers, 4);
	g_autofree char *unnamed = make_zip(folder, "y.dat", papers, 4);
	g_autofree char *docx = make_zip(folder, "z1.zip", word, 2);
	g_autofree char *opendocument = make_zip(folder, "z2.zip", odt, 2);
	g_autofree char *text = test_write(folder, "z3.zip", "Minutes\n");
	g_autofree char *found = found_in(folder);

	assert_string_equal(found, "x.ZIP/2019/a.txt,x.ZIP/b.txt,y.dat,z1.zip,"
	                           "z2.zip,z3.zip");
	test_folder_free(folder);
}

/* "2019.zip" may be a folder, and a member's path may be named. */
static void
folders_may_be_named_so(void **state)
{
	static const struct entry papers[] = { { "a.txt", "Minutes of May\n" },
		                               { "b.txt", "Minutes\n" } };
	char *folder = test_folder_new();
	g_autofree char *inner = g_build_filename(folder, "2019.zip", NULL);
	g_autofree char *archive = NULL;
	g_autofree char *member = NULL;
	char *names[] = { NULL, NULL };
	g_autoptr(mb_walk) walk = NULL;
	g_autoptr(mb_paper) paper = NULL;

	assert_int_equal(g_mkdir(inner, 0700), 0);
	archive = make_zip(inner, "may.zip", papers, 2);
	member = g_build_filename(archive, "a.txt", NULL);
	names[0] = member;
	walk = mb_folder_walk(names, NULL);
	assert_int_equal(walk->found->len, 1);
	assert_int_equal(walk->n_bad_names, 0);
	paper = mb_paper_read(member, NULL);
	assert_int_equal(g_bytes_get_size(paper->content), 15);
	names[0] = (char[]){ "/nowhere.zip/a.txt" };
	g_clear_pointer(&walk, mb_walk_free);
	walk = mb_folder_walk(names, NULL);
	assert_int_equal(walk->n_bad_names, 1);
	test_folder_free(folder);
}

static void
reading_fails(const char *archive, const char *member, enum mb_error code,
              const char *says)
{
	g_autofree char *path = g_build_filename(archive, member, NULL);
	g_autoptr(GError) error = NULL;

	assert_null(mb_paper_read(path, &error));
	if ((enum mb_error)error->code != code || !strstr(error->message, says))
		fail_msg("%s: %d %s", path, error->code, error->message);
}

/* An encrypted member, a zip, and one whose bytes are not what its sum says. */
static void
bad_members_are_told_by_name(void **state)
{
	static const char inner[] = "PK\3\4\x14\0\0\0\0\0 and so on";
	char *folder = test_folder_new();
	g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
	zip_t *zip = zip_open(path, ZIP_CREATE, NULL);
	g_autofree char *inner_path = NULL;
	g_autofree char *data = NULL;
	g_autoptr(mb_paper) paper = NULL;
	gsize n_bytes;
	char *at;

	add(zip, "good.txt", "Minutes\n", 8);
	add(zip, "bad.txt", "Meetings were held\n", 19);
	add(zip, "locked.txt", "Secret\n", 7);
	add(zip, "inner.zip", inner, sizeof(inner) - 1);
	assert_int_equal(zip_set_file_compression(zip, 1, ZIP_CM_STORE, 0), 0);
	assert_int_equal(
	    zip_file_set_encryption(zip, 2, ZIP_EM_AES_256, "word"), 0);
	assert_int_equal(zip_close(zip), 0);
	assert_true(g_file_get_contents(path, &data, &n_bytes, NULL));
	at = memmem(data, n_bytes, "Meetings", 8);
	*at = 'm';
	assert_true(g_file_set_contents(path, data, (gssize)n_bytes, NULL));
	reading_fails(path, "bad.txt", MB_ERROR_FORMAT, "damaged");
	reading_fails(path, "locked.txt", MB_ERROR_NO_READER, "encrypted");
	reading_fails(path, "none.txt", MB_ERROR_IO, "not in the archive");
	inner_path = g_build_filename(path, "inner.zip", NULL);
	paper = mb_paper_read(inner_path, NULL);
	assert_int_equal(paper->format, MB_FORMAT_OTHER);
	assert_string_equal(paper->type->name, "zip");
	test_folder_free(folder);
}

static void
put_number(guint8 *at, guint64 n, guint n_bytes)
{
	for (guint i = 0; i < n_bytes; i++)
		at[i] = (guint8)(n >> (8 * i));
}

static char *
write_bytes(const char *folder, const guint8 *data, gsize n_bytes)
{
	char *path = g_build_filename(folder, "odd.zip", NULL);

	assert_true(g_file_set_contents(path, (const char *)data,
	                                (gssize)n_bytes, NULL));
	return path;
}

/* What claims more than may be listed, before memory is taken for it. */
static void
claims_are_limited(void **state)
{
	char *folder = test_folder_new();
	guint8 small[4 + 22] = "PK\3\4PK\5\6";
	guint8 big[4 + 56 + 20 + 22] = "PK\3\4PK\6\6";
	g_autofree char *path = NULL;

	put_number(small + 4 + 10, MB_ARCHIVE_MAX_MEMBERS + 1, 2);
	path = write_bytes(folder, small, sizeof(small));
	fails_with(path, MB_ERROR_LIMIT, "members");
	g_free(path);
	put_number(small + 4 + 10, 1, 2);
	put_number(small + 4 + 12, MB_ARCHIVE_MAX_DIRECTORY + 1, 4);
	path = write_bytes(folder, small, sizeof(small));
	fails_with(path, MB_ERROR_LIMIT, "members");
	g_free(path);
	put_number(big + 4 + 32, (guint64)1 << 40, 8);
	memcpy(big + 60, "PK\6\7", 4);
	put_number(big + 60 + 8, 4, 8);
	memcpy(big + 80, "PK\5\6", 4);
	path = write_bytes(folder, big, sizeof(big));
	fails_with(path, MB_ERROR_LIMIT, "members");
	test_folder_free(folder);
}

/* Cut anywhere, an archive is an error and nothing worse. */
static void
damage_is_an_error(void **state)
{
	static const struct entry papers[] = { { "a.txt", "Minutes of May\n" },
		                               { "b.txt", "Minutes\n" } };
	char *folder = test_folder_new();
	g_autofree char *path = make_zip(folder, "a.zip", papers, 2);
	g_autofree char *data = NULL;
	gsize n_bytes;

	assert_true(g_file_get_contents(path, &data, &n_bytes, NULL));
	for (gsize n = 4; n < n_bytes; n++) {
		g_autoptr(GError) error = NULL;

		assert_true(g_file_set_contents(path, data, (gssize)n, NULL));
		assert_null(members_of(path, &error));
		assert_int_equal(error->code, MB_ERROR_FORMAT);
		g_clear_error(&error);
		assert_null(mb_paper_read(path, &error));
		assert_int_equal(error->code, MB_ERROR_FORMAT);
	}
	test_folder_free(folder);
}

/* A process that may do nothing else lists the same, and is gone then. */
static void
listed_at_arms_length(void **state)
{
	static const struct entry entries[] = {
		{ "a.txt", "one" },
		{ "../b/c.txt", "two" },
	};
	char *folder = test_folder_new();
	g_autofree char *good = make_zip(folder, "a.zip", entries, 2);
	g_autofree char *none = g_build_filename(folder, "none.zip", NULL);
	g_autoptr(GPtrArray) here = members_of(good, NULL);
	g_autoptr(GPtrArray) there = NULL;
	int fd = open(good, O_RDONLY | O_CLOEXEC);

	there = mb_archive_list(fd);
	close(fd);
	assert_int_equal(there->len, here->len);
	for (guint i = 0; i < here->len; i++) {
		const struct mb_member *want = here->pdata[i];
		const struct mb_member *got = there->pdata[i];

		assert_string_equal(got->name, want->name);
		assert_int_equal(got->index, want->index);
		assert_int_equal(got->n_bytes, want->n_bytes);
	}
	assert_true(g_file_set_contents(none, "PK\3\4", 4, NULL));
	fd = open(none, O_RDONLY | O_CLOEXEC);
	assert_null(mb_archive_list(fd));
	close(fd);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	test_folder_free(folder);
}

static void
names_are_checked(void **state)
{
	assert_true(mb_archive_is_harmless("a/b.txt"));
	assert_false(mb_archive_is_harmless(""));
	assert_false(mb_archive_is_harmless("../b.txt"));
	assert_false(mb_archive_is_harmless("/b.txt"));
	assert_false(mb_archive_is_harmless("a\nb.txt"));
}

/* 100 MB of zeros in 100 kB. */
static void
bombs_are_not_unpacked(void **state)
{
	gsize n_bytes = 100u * 1024 * 1024;
	g_autofree char *zeros = g_malloc0(n_bytes);
	char *folder = test_folder_new();
	g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
	zip_t *zip = zip_open(path, ZIP_CREATE, NULL);

	add(zip, "a.txt", zeros, n_bytes);
	assert_int_equal(zip_close(zip), 0);
	fails_with(path, MB_ERROR_LIMIT, "times its size");
	test_folder_free(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_harmless),
		cmocka_unit_test(names_are_checked),
		cmocka_unit_test(listed_at_arms_length),
		cmocka_unit_test(walks_list_what_is_in_them),
		cmocka_unit_test(folders_may_be_named_so),
		cmocka_unit_test(bad_members_are_told_by_name),
		cmocka_unit_test(claims_are_limited),
		cmocka_unit_test(damage_is_an_error),
		cmocka_unit_test(bombs_are_not_unpacked),
	};

	return cmocka_run_group_tests_name("archive", tests, NULL, NULL);
}
