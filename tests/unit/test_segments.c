/* segments: put together, they are what one store would have been, and
 * nothing is left of papers that went. */
#include <string.h>

#include <glib/gstdio.h>

#include "shim/record.h"
#include "shim/segments.h"
#include "tests/unit/store.h"

#define N_COPIES      2000
#define COPIES_MAX_US (30 * G_USEC_PER_SEC)

/* A rare word in every part of an item, each in a form of its own so that a
 * leak can be told; also the first and the last in every order. */
static struct mb_item *
secret_item(void)
{
	struct mb_item *item =
	    dated_item("zzid/!zzid/2199-12-31/minute/13", "/p/zzpath.txt",
	               "Zztitle", "Zztext zzmergers.");

	item->date_ymd = 21991231;
	item->number = g_strdup("zznumber");
	item->committee = g_strdup("zzcommittee");
	item->council = g_strdup("!zzcouncil");
	mb_item_add_officer(item, "Zzofficer", "Zzrole", MB_HOW_BOTH);
	mb_item_add_member(item, "Zzmember");
	mb_item_add_author(item, "Zzauthor");
	return item;
}

static gboolean
finds_bytes(const guint8 *bytes, gsize n_bytes, const char *needle)
{
	return memmem(bytes, n_bytes, needle, strlen(needle)) != NULL;
}

/* Whether a record that holds "zz" stands somewhere in the bytes, reachable
 * or not.  Records end where they say, so each end is tried. */
static gboolean
finds_record(const guint8 *bytes, gsize n_bytes)
{
	g_autoptr(mb_packer) packer = mb_packer_new();

	for (gsize i = 0; i + 2 < n_bytes; i++) {
		gsize most = MIN(n_bytes - i, 1500);

		/* Behind the version, the magic number of zstd. */
		if (bytes[i] != MB_RECORD_VERSION || bytes[i + 1] != 0x28 ||
		    bytes[i + 2] != 0xb5)
			continue;
		for (gsize n = 10; n < most; n++) {
			const GByteArray *json =
			    mb_packer_unpack(packer, bytes + i, n, NULL);

			if (json != NULL &&
			    finds_bytes(json->data, json->len, "zz"))
				return TRUE;
		}
	}
	return FALSE;
}

static gboolean
folder_finds(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	gboolean found = FALSE;
	const char *name;

	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *file = g_build_filename(path, name, NULL);
		g_autofree char *bytes = NULL;
		gsize n_bytes;

		assert_true(g_file_get_contents(file, &bytes, &n_bytes, NULL));
		found = found ||
		        finds_bytes((const guint8 *)bytes, n_bytes, "zz") ||
		        finds_bytes((const guint8 *)bytes, n_bytes, "21991231");
		/* Only the records' file, lest "zz" there says it all. */
		if (g_str_has_prefix(name, "postlist"))
			found = found ||
			        finds_record((const guint8 *)bytes, n_bytes);
	}
	return found;
}

static void
test_nothing_left(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *small = g_build_filename(*state, "small", NULL);
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	g_autofree char *records =
	    g_build_filename(path, "postlist.glass", NULL);
	g_autofree char *bytes = NULL;
	gsize n_bytes;
	g_autoptr(GError) error = NULL;

	test_put(store, dated_item(ID, "/p/a.txt", "Minutes", LONGER));
	test_put(store, secret_item());
	test_commit(store);
	/* The test would see it. */
	assert_true(folder_finds(path));
	assert_true(g_file_get_contents(records, &bytes, &n_bytes, NULL));
	assert_true(finds_record((const guint8 *)bytes, n_bytes));
	drop(store, "/p/zzpath.txt", NULL);
	test_commit(store);
	assert_true(mb_store_merge(store, NULL, small, &error));
	assert_null(error);
	assert_false(folder_finds(small));
	assert_false(mb_store_merge(store, NULL, small, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_IO));
	mb_store_free(g_steal_pointer(&store));
	g_free(path);
	path = contents(small);
	assert_string_equal(path,
	                    ID " \"" LONGER "\" from /p/a.txt: /p/a.txt#1\n");
}

static void
same_state(const struct mb_paper_state *got, const struct mb_paper_state *want)
{
	assert_non_null(got);
	assert_string_equal(got->path, want->path);
	assert_true(got->n_bytes == want->n_bytes);
	assert_true(got->mtime_us == want->mtime_us);
	assert_string_equal(got->sha256, want->sha256);
	assert_string_equal(got->made_by, want->made_by);
	assert_string_equal(got->status, want->status);
	assert_true(g_strcmp0(got->reason, want->reason) == 0);
	assert_int_equal(got->n_items, want->n_items);
	assert_int_equal(got->n_pages, want->n_pages);
	assert_int_equal(got->n_scanned_pages, want->n_scanned_pages);
	assert_true(got->n_text_bytes == want->n_text_bytes);
	assert_true(g_strcmp0(got->type, want->type) == 0);
	assert_true(g_strcmp0(got->sittings, want->sittings) == 0);
}

static void
test_papers(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *deep = g_strnfill(3000, 'd');
	g_autofree char *deeper = g_strconcat(deep, "x", NULL);
	/* Paths are bytes; these two differ in one, and are no UTF-8. */
	const char *const paths[] = { "/p/a.txt",    "/p/A.txt", "/p/\xff.txt",
		                      "/p/\xfe.txt", deep,       deeper };
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	g_autoptr(GHashTable) all = NULL;
	g_autoptr(GHashTable) read = NULL;
	g_autoptr(GError) error = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autoptr(mb_paper_state) one = paper(paths[i]);
		g_autoptr(mb_paper_state) copy = mb_paper_state_copy(one);

		same_state(copy, one);
		assert_null(mb_store_get_paper(store, paths[i], &error));
		assert_true(mb_store_put_paper(store, one, &error));
		g_clear_pointer(&one->reason, g_free);
		one->n_items = (guint)i;
		assert_true(mb_store_put_paper(store, one, &error));
		assert_null(error);
	}
	test_commit(store);
	all = mb_store_papers(store, &error);
	read = mb_store_read_papers(path, &error);
	assert_null(error);
	assert_int_equal(g_hash_table_size(all), G_N_ELEMENTS(paths));
	assert_int_equal(g_hash_table_size(read), G_N_ELEMENTS(paths));
	for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autoptr(mb_paper_state) want = paper(paths[i]);
		g_autoptr(mb_paper_state) got =
		    mb_store_get_paper(store, paths[i], &error);

		g_clear_pointer(&want->reason, g_free);
		want->n_items = (guint)i;
		same_state(got, want);
		same_state(g_hash_table_lookup(all, paths[i]), want);
		same_state(g_hash_table_lookup(read, paths[i]), want);
	}
	/* Papers are no items. */
	assert_int_equal(mb_store_n_items(store), 0);
	drop(store, "/p/\xff.txt", NULL);
	assert_null(mb_store_get_paper(store, "/p/\xff.txt", &error));
	assert_null(error);
}

struct parts {
	const char *folder; /* of the test */
	GPtrArray *folders; /* of segments */
	struct mb_segments *now;
};

static void
parts_begin(struct parts *parts, const char *folder)
{
	parts->folder = folder;
	parts->folders = g_ptr_array_new_with_free_func(g_free);
	parts->now = NULL;
}

static void
parts_finish(struct parts *parts)
{
	g_autoptr(GError) error = NULL;

	if (parts->now == NULL)
		return;
	assert_true(mb_segments_finish(parts->now, &error));
	assert_null(error);
	g_clear_pointer(&parts->now, mb_segments_free);
}

/* What is put in from now on is written by another process, so to speak. */
static void
parts_next(struct parts *parts)
{
	g_autofree char *name = g_strdup_printf("part-%u", parts->folders->len);
	char *path = g_build_filename(parts->folder, name, NULL);
	g_autoptr(GError) error = NULL;

	parts_finish(parts);
	assert_int_equal(g_mkdir(path, 0700), 0);
	g_ptr_array_add(parts->folders, path);
	parts->now = mb_segments_new(path, "english", &error);
	assert_null(error);
}

static void
parts_put(struct parts *parts, struct mb_item *item)
{
	g_autoptr(GError) error = NULL;

	assert_true(mb_segments_put(parts->now, item, &error));
	assert_null(error);
	mb_item_free(item);
}

static void
parts_append(struct parts *parts, struct mb_store *store)
{
	g_autoptr(GError) error = NULL;

	parts_finish(parts);
	assert_true(mb_store_append(store, parts->folders, &error));
	assert_null(error);
	g_ptr_array_unref(parts->folders);
}

/* Merge with what is in @store, which is freed, into @path. */
static void
parts_merge(struct parts *parts, struct mb_store *store, const char *path)
{
	g_autoptr(GError) error = NULL;

	parts_finish(parts);
	assert_true(mb_store_merge(store, parts->folders, path, &error));
	assert_null(error);
	g_ptr_array_unref(parts->folders);
	mb_store_free(store);
}

#define N_ALIKE 400

static gboolean
stands_in(guint i, guint paper)
{
	return i % 5 == 0 || i % 2 == paper;
}

/* What N_ALIKE items of two papers come to, put in one by one. */
static char *
put_one_by_one(const char *folder, char **path)
{
	g_autoptr(mb_store) store = test_store(folder, "one", path);

	for (guint paper = 0; paper < 2; paper++)
		for (guint i = 0; i < N_ALIKE; i++)
			if (stands_in(i, paper))
				test_put(store, alike(i, paper));
	test_commit(store);
	return contents(*path);
}

/* The other way round, in @n_parts, and the first paper's put in before. */
static struct mb_store *
put_in_parts(const char *folder, struct parts *parts, guint n_parts,
             gboolean before, char **path)
{
	struct mb_store *store = test_store(folder, "parts", path);

	parts_begin(parts, folder);
	for (guint paper = 2; paper-- > 0;) {
		for (guint i = N_ALIKE; i-- > 0;) {
			if (!stands_in(i, paper))
				continue;
			if (before && paper == 1) {
				test_put(store, alike(i, paper));
				continue;
			}
			if (parts->now == NULL || i % (N_ALIKE / n_parts) == 0)
				parts_next(parts);
			parts_put(parts, alike(i, paper));
		}
	}
	test_commit(store);
	return store;
}

static void
same_index(const char *path, const char *one, const char *want)
{
	g_autofree char *got = contents(path);

	assert_string_equal(got, want);
	assert_int_equal(finds(path, "recruitment"), finds(one, "recruitment"));
	assert_int_equal(finds(path, "considered"), finds(one, "considered"));
	/* By its stem, which is no word here. */
	assert_true(finds(one, "recruiting") > 0);
	assert_int_equal(finds(path, "recruiting"), finds(one, "recruiting"));
	assert_int_equal(answers(path, ID ".5"), 2);
	assert_int_equal(answers(path, ID ".5"), answers(one, ID ".5"));
	suggests(path, "recruitment");
}

static void
test_parts_merged(void **state)
{
	g_autofree char *one = NULL;
	g_autofree char *want = put_one_by_one(*state, &one);

	for (guint round = 0; round < 4; round++) {
		g_autofree char *folder =
		    g_strdup_printf("%s/%u", (char *)*state, round);
		g_autofree char *to = g_build_filename(folder, "to", NULL);
		g_autofree char *path = NULL;
		struct parts parts;
		struct mb_store *store;

		assert_int_equal(g_mkdir(folder, 0700), 0);
		store = put_in_parts(folder, &parts, round < 2 ? 1 : 80,
		                     round % 2 == 0, &path);
		parts_merge(&parts, store, to);
		same_index(to, one, want);
	}
}

static void
test_parts_appended(void **state)
{
	g_autofree char *one = NULL;
	g_autofree char *want = put_one_by_one(*state, &one);
	g_autofree char *path = NULL;
	struct parts parts;
	g_autoptr(mb_store) store =
	    put_in_parts(*state, &parts, 3, TRUE, &path);
	g_autofree char *before = contents(path);
	const char *paths[] = { path, NULL };
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_search) reader = mb_search_open(paths, &error);
	guint n_before = mb_search_n_items(reader);
	g_autofree char *during = NULL;

	parts_append(&parts, store);
	/* Nobody sees it yet, and who has it open reads on. */
	during = contents(path);
	assert_string_equal(during, before);
	test_commit(store);
	same_index(path, one, want);
	assert_int_equal(mb_search_n_items(reader), n_before);
}

/* Enough for more segments than one round merges; the makefile says how many
 * make one full. */
#define N_IN_SEGMENTS (110 * MB_SEGMENT_MAX_ITEMS)

static void
test_many_segments(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *to = g_build_filename(*state, "to", NULL);
	g_autofree char *folder = g_build_filename(*state, "part-0", NULL);
	struct mb_store *store = test_store(*state, "open", &path);
	g_autoptr(GDir) dir = NULL;
	struct parts parts;
	guint n = 0;

	parts_begin(&parts, *state);
	parts_next(&parts);
	for (guint i = 0; i < N_IN_SEGMENTS; i++) {
		g_autofree char *id = g_strdup_printf(ID ".%u", i);

		parts_put(&parts,
		          dated_item(id, "/p/a.txt", "Bins", "Emptied."));
	}
	assert_int_equal(mb_segments_n_items(parts.now), N_IN_SEGMENTS);
	parts_finish(&parts);
	dir = g_dir_open(folder, 0, NULL);
	while (g_dir_read_name(dir) != NULL)
		n++;
	assert_true(n < 16);
	parts_merge(&parts, store, to);
	assert_int_equal(finds(to, "emptied"), N_IN_SEGMENTS);
	assert_int_equal(answers(to, ID ".1399"), 1);
}

/* Thousands of papers that hold one item: each must not cost a look at all that
 * came before. */
static void
test_many_copies(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *merged = g_build_filename(*state, "merged", NULL);
	g_autofree char *folder = g_build_filename(*state, "part", NULL);
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	g_autoptr(GPtrArray) folders = g_ptr_array_new();
	g_autoptr(mb_search) search = NULL;
	g_autoptr(GPtrArray) items = NULL;
	struct mb_segments *segments;
	gint64 before = test_cpu_us();
	const struct mb_item *item;

	assert_int_equal(g_mkdir(folder, 0700), 0);
	segments = mb_segments_new(folder, "english", NULL);
	for (guint i = 0; i < N_COPIES; i++) {
		g_autofree char *paper = g_strdup_printf("/p/%05u.txt", i);
		g_autoptr(mb_item) copy =
		    minute(paper, "Market hall", roof[i % 3]);

		assert_true(mb_segments_put(segments, copy, NULL));
	}
	assert_true(mb_segments_finish(segments, NULL));
	mb_segments_free(segments);
	g_ptr_array_add(folders, folder);
	assert_true(mb_store_merge(store, folders, merged, NULL));
	search = test_search(merged);
	items = mb_search_by_id(search, ID, NULL);
	assert_int_equal(items->len, 1);
	item = items->pdata[0];
	assert_int_equal(item->sources->len, N_COPIES);
	assert_string_equal(item->paper, "/p/00002.txt");
	assert_true(test_cpu_us() - before < COPIES_MAX_US);
}

/* Papers come with their items; one that is known already is replaced. */
static void
test_parts_papers(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *to = g_build_filename(*state, "to", NULL);
	struct mb_store *store = test_store(*state, "open", &path);
	g_autoptr(mb_paper_state) a = paper("/p/a.txt");
	g_autoptr(mb_paper_state) b = paper("/p/b.txt");
	g_autoptr(GHashTable) all = NULL;
	g_autoptr(GError) error = NULL;
	struct parts parts;

	assert_true(mb_store_put_paper(store, a, &error));
	a->n_items++;
	parts_begin(&parts, *state);
	parts_next(&parts);
	assert_true(mb_segments_put_paper(parts.now, a, &error));
	assert_true(mb_segments_put_paper(parts.now, b, &error));
	parts_merge(&parts, store, to);
	all = mb_store_read_papers(to, &error);
	assert_null(error);
	assert_int_equal(g_hash_table_size(all), 2);
	same_state(g_hash_table_lookup(all, "/p/a.txt"), a);
	same_state(g_hash_table_lookup(all, "/p/b.txt"), b);
}

/* What was dropped is in none of the merged files, and what is put through the
 * store has left no copy in the segments. */
static void
test_nothing_left_merged(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *to = g_build_filename(*state, "to", NULL);
	g_autofree char *folder = g_build_filename(*state, "later", NULL);
	g_autofree char *end = g_build_filename(*state, "end", NULL);
	struct mb_store *store = test_store(*state, "open", &path);
	g_autoptr(GError) error = NULL;
	struct parts parts;

	parts_begin(&parts, *state);
	for (guint i = 0; i < 2; i++) {
		parts_next(&parts);
		parts_put(&parts, secret_item());
		parts_put(&parts, dated_item(i == 0 ? ID : ID "1", "/p/a.txt",
		                             "Minutes", DRAFT));
	}
	parts_merge(&parts, store, to);
	assert_true(folder_finds(to));
	store = mb_store_open(to, &error);
	assert_null(error);
	assert_int_equal(mb_store_n_items(store), 3);
	drop(store, "/p/zzpath.txt", NULL);
	drop(store, "/p/a.txt", NULL);
	assert_int_equal(g_mkdir(folder, 0700), 0);
	parts_begin(&parts, folder);
	parts_next(&parts);
	parts_put(&parts, dated_item(ID "2", "/p/b.txt", "More", DRAFT));
	parts_merge(&parts, store, end);
	assert_false(folder_finds(end));
	/* Words that were gone have come again. */
	assert_int_equal(finds(end, "correction"), 1);
	suggests(end, NULL);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_papers),        TEST(test_parts_papers),
		TEST(test_parts_merged),  TEST(test_parts_appended),
		TEST(test_many_segments), TEST(test_many_copies),
		TEST(test_nothing_left),  TEST(test_nothing_left_merged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
