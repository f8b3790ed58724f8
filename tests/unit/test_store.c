/* store: ids that clash, copies that are one item, papers that go, and that
 * nothing is left of them. */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "shim/record.h"
#include "shim/segments.h"
#include "tests/unit/shim.h"

#define N_CLASHES      3000
#define CLASHES_MAX_US (20 * G_USEC_PER_SEC)
#define N_COPIES       2000
#define COPIES_MAX_US  (30 * G_USEC_PER_SEC)

#define ID "ashby/cabinet/2020-03-05/minute/13"

/* An item of the meeting of 5 March 2020.  Transfer full. */
static struct mb_item *
dated_item(const char *id, const char *paper, const char *title,
           const char *text)
{
	struct mb_item *item = test_item(id, paper, title, text);

	item->date_ymd = 20200305;
	return item;
}

static int
setup(void **state)
{
	*state = test_folder_new();
	return 0;
}

static int
teardown(void **state)
{
	test_folder_free(*state);
	return 0;
}

static void
drop(struct mb_store *store, const char *path, GPtrArray *others)
{
	g_autoptr(GError) error = NULL;

	assert_true(mb_store_drop_paper(store, path, others, &error));
	assert_null(error);
}

static void
append_item(GString *out, const struct mb_item *item)
{
	g_string_append_printf(out, "%s \"%s\" from %s:", item->id, item->text,
	                       item->paper);
	for (guint i = 0; i < item->sources->len; i++) {
		const struct mb_source *source =
		    g_ptr_array_index(item->sources, i);

		g_string_append_printf(out, " %s#%u", source->path,
		                       source->page_no);
	}
	g_string_append_c(out, '\n');
}

/* What the index at @path holds, a line an item.  Transfer full. */
static char *
contents(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_search) search = test_search(path);
	g_autoptr(mb_query) all = mb_query_all();
	g_autoptr(mb_result) result =
	    mb_search_run(search, all, MB_SORT_OLDEST, 0, G_MAXUINT, &error);
	GString *out = g_string_new(NULL);

	assert_null(error);
	assert_int_equal(mb_result_n_matches(result),
	                 mb_search_n_items(search));
	for (guint i = 0; i < mb_result_n_rows(result); i++)
		append_item(out, mb_result_item(result, i, &error));
	assert_null(error);
	return g_string_free(out, FALSE);
}

/* Commit and compare with what should be there. */
static void
holds(struct mb_store *store, const char *path, const char *want)
{
	g_autofree char *got = NULL;

	test_commit(store);
	got = contents(path);
	assert_string_equal(got, want);
}

/* How many items the id @id answers with. */
static guint
answers(const char *path, const char *id)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_search) search = test_search(path);
	g_autoptr(GPtrArray) items = mb_search_by_id(search, id, &error);

	assert_null(error);
	return items->len;
}

static void
test_open(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *plain = test_write(*state, "plain", "no database");
	g_autofree char *none = g_build_filename(*state, "none", NULL);
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	struct mb_store *again;
	g_autoptr(GError) error = NULL;

	assert_string_equal(mb_store_language(store), "english");
	assert_int_equal(mb_store_n_items(store), 0);
	assert_null(mb_store_create(path, "english", &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_IO));
	g_clear_error(&error);
	assert_null(mb_store_open(path, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_BUSY));
	g_clear_error(&error);
	mb_store_free(g_steal_pointer(&store));
	again = mb_store_open(path, &error);
	assert_null(error);
	assert_string_equal(mb_store_language(again), "english");
	mb_store_free(again);
	assert_null(mb_store_open(none, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	g_clear_error(&error);
	assert_null(mb_store_open(plain, &error));
	assert_non_null(error);
	g_clear_error(&error);
	assert_null(mb_store_create(none, "klingon", &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND));
	assert_false(g_file_test(none, G_FILE_TEST_EXISTS));
}

/* A file of the database cut short, or overwritten. */
static void
test_corrupt(void **state)
{
	static const char *const files[] = { "iamglass", "postlist.glass",
		                             "docdata.glass" };

	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path = NULL;
		struct mb_store *store = test_store(*state, files[i], &path);
		g_autofree char *file = g_build_filename(path, files[i], NULL);
		const char *paths[] = { path, NULL };
		g_autoptr(GError) error = NULL;

		test_put(store, dated_item(ID, "/p/a.txt", "T", "Words."));
		test_commit(store);
		mb_store_free(store);
		assert_true(g_file_set_contents(file, "nonsense", -1, NULL));
		assert_null(mb_search_open(paths, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
		g_clear_error(&error);
		assert_null(mb_store_open(path, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
		g_clear_error(&error);
		assert_null(mb_store_read_papers(path, &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
	}
}

static void
test_commit_only(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(GError) error = NULL;
	struct mb_store *store = test_store(*state, "open", &path);

	test_put(store, dated_item(ID "1", "/p/a.txt", "One", "First."));
	holds(store, path, ID "1 \"First.\" from /p/a.txt: /p/a.txt#1\n");
	test_put(store, dated_item(ID "2", "/p/a.txt", "Two", "Second."));
	assert_int_equal(mb_store_n_items(store), 2);
	mb_store_free(store);
	store = mb_store_open(path, &error);
	assert_null(error);
	assert_int_equal(mb_store_n_items(store), 1);
	mb_store_free(store);
}

/* Longer than the words that tell items apart. */
#define DRAFT                                                                  \
	"The minutes of the last meeting, held on 6 February 2020 in the "     \
	"council chamber, were considered by the committee and, with two "     \
	"corrections of names, were approved."
#define LONGER DRAFT " Signed by the Chair."

/* The same item in two papers: whichever comes first, the same is held. */
static void
test_merge(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *turned = NULL;
	g_autoptr(mb_store) store = test_store(*state, "a", &path);
	g_autoptr(mb_store) other = test_store(*state, "b", &turned);
	static const char want[] = ID " \"" LONGER "\" from /p/b.txt: "
				      "/p/b.txt#1 /p/a.txt#1\n";

	test_put(store, dated_item(ID, "/p/a.txt", "Minutes", DRAFT));
	test_put(store, dated_item(ID, "/p/b.txt", "Minutes", LONGER));
	holds(store, path, want);
	test_put(other, dated_item(ID, "/p/b.txt", "Minutes", LONGER));
	test_put(other, dated_item(ID, "/p/a.txt", "Minutes", DRAFT));
	holds(other, turned, want);
	/* Once more changes nothing. */
	test_put(other, dated_item(ID, "/p/a.txt", "Minutes", DRAFT));
	holds(other, turned, want);
	assert_int_equal(mb_store_n_items(other), 1);
}

/* Three papers arriving in any order leave the same behind. */
static void
test_merge_order(void **state)
{
	static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 },
		                           { 1, 0, 2 }, { 1, 2, 0 },
		                           { 2, 0, 1 }, { 2, 1, 0 } };
	static const char *const papers[] = { "/p/c.txt", "/p/a.txt",
		                              "/p/b.txt" };

	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++) {
		g_autofree char *name = g_strdup_printf("%zu", i);
		g_autofree char *path = NULL;
		g_autoptr(mb_store) store = test_store(*state, name, &path);

		for (gsize j = 0; j < 3; j++)
			test_put(store, dated_item(ID, papers[orders[i][j]],
			                           "Minutes", DRAFT));
		holds(store, path,
		      ID " \"" DRAFT "\" from /p/a.txt: "
		         "/p/a.txt#1 /p/b.txt#1 /p/c.txt#1\n");
	}
}

/* A minute with a printed number. */
static struct mb_item *
minute(const char *paper, const char *title, const char *text)
{
	struct mb_item *item = dated_item(ID, paper, title, text);

	item->kind = MB_KIND_MINUTE;
	item->number = g_strdup("13");
	return item;
}

#define SPENT                                                                  \
	"told the committee that the roof of the market hall would be "        \
	"mended before the winter, that two of the three tenders lay within "  \
	"the budget, and that the traders had been asked what hours suited "   \
	"them. Members asked about the cost of the scaffolding"

/* Copies whose headings and first words differ, one of a page with a footer in
 * the text, one with a correction further down. */
static const char *const roof[] = {
	"The Surveyor " SPENT " and were told that it was in the tender.",
	"The surveyor, Mr Ash, " SPENT " and were told it was in the tender.",
	"The Surveyor, Mr. Ash, told the committee that the roof of the mar-"
	"ket hall would be mended before the winter, that two of the Page 4 of "
	"9 three tenders lay within the budget, and that the traders had been "
	"asked what hours suited them.\nMembers asked about the cost of the "
	"scaffolding and were told it was in the tender.",
};
static const char *const other_business =
    "The Clerk reported that the hedge by the churchyard had been cut and that "
    "the bill was lower than last year. Members thanked the contractor, who "
    "had also cleared the path to the allotments without being asked.";

/* Put the rows of @roof and @other_business in, in the order of number @order
 * of 24. */
static void
put_in_order(struct mb_store *store, guint order)
{
	guint left[] = { 0, 1, 2, 3 };

	for (guint n = 4; n > 0; order /= n, n--) {
		guint row = left[order % n];
		g_autofree char *paper = g_strdup_printf("/p/%u.txt", row);

		left[order % n] = left[n - 1];
		test_put(store,
		         minute(paper, row == 3 ? "Hedges" : "Market hall",
		                row == 3 ? other_business : roof[row]));
	}
}

/* Copies that agree but for small things are one item, in whatever order they
 * and an item that clashes with them come. */
static void
test_near_copies(void **state)
{
	g_autofree char *first = NULL;

	for (guint order = 0; order < 24; order++) {
		g_autofree char *name = g_strdup_printf("%u", order);
		g_autofree char *path = NULL;
		g_autofree char *got = NULL;
		g_autoptr(mb_store) store = test_store(*state, name, &path);

		put_in_order(store, order);
		test_commit(store);
		assert_int_equal(mb_store_n_items(store), 2);
		assert_int_equal(answers(path, ID), 2);
		got = contents(path);
		assert_non_null(strstr(got, "from /p/2.txt: /p/2.txt#1 "
		                            "/p/0.txt#1 /p/1.txt#1\n"));
		assert_non_null(strstr(got, "from /p/3.txt: /p/3.txt#1\n"));
		if (first == NULL)
			first = g_steal_pointer(&got);
		else
			assert_string_equal(got, first);
	}
}

/* Rows of a tracker have a heading and a number in common, and most words. */
static void
test_near_rows(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	static const enum mb_kind kinds[] = { MB_KIND_ACTION, MB_KIND_REPORT };

	for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++)
		for (guint i = 0; i < 2; i++) {
			struct mb_item *row =
			    minute("/p/a.txt", "Market hall", roof[i]);

			row->kind = kinds[k];
			g_free(row->id);
			row->id = g_strdup_printf("a/b/2020-03-05/%s/13",
			                          mb_kind_name(kinds[k]));
			test_put(store, row);
		}
	assert_int_equal(mb_store_n_items(store), 4);
}

/* A copy that is like two which are not like each other makes one of all: by
 * its first words it is the one, by most of its words the other. */
static void
test_bridge(void **state)
{
	g_autofree char *most = g_strconcat(other_business, " ", roof[0], NULL);
	g_autofree char *both = g_strconcat(DRAFT, " ", most, NULL);
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);

	test_put(store, minute("/p/a.txt", "Depot", most));
	test_put(store, minute("/p/b.txt", "Works", DRAFT));
	test_commit(store);
	assert_int_equal(answers(path, ID), 2);
	test_put(store, minute("/p/c.txt", "Works", both));
	test_commit(store);
	assert_int_equal(answers(path, ID), 1);
	assert_int_equal(mb_store_n_items(store), 1);
}

/* Confirmed minutes are what is kept, however long the draft is. */
static void
test_draft(void **state)
{
	static const char want[] = ID " \"" DRAFT "\" from /p/z.txt: "
				      "/p/z.txt#1 /p/a.txt#1 /p/b.txt#1\n";

	for (guint turned = 0; turned < 2; turned++) {
		g_autofree char *path = NULL;
		g_autofree char *name = g_strdup_printf("%u", turned);
		g_autoptr(mb_store) store = test_store(*state, name, &path);
		g_autoptr(mb_search) search = NULL;
		g_autoptr(GPtrArray) items = NULL;
		const struct mb_item *item;

		for (guint i = 0; i < 3; i++) {
			guint k = turned ? 2 - i : i;
			static const char *const papers[] = { "/p/a.txt",
				                              "/p/b.txt",
				                              "/p/z.txt" };
			struct mb_item *copy = dated_item(
			    ID, papers[k], "Minutes", k < 2 ? LONGER : DRAFT);
			struct mb_source *source = copy->sources->pdata[0];

			source->draft = k < 2;
			test_put(store, copy);
		}
		holds(store, path, want);
		search = test_search(path);
		items = mb_search_by_id(search, ID, NULL);
		item = items->pdata[0];
		for (guint i = 0; i < 3; i++) {
			const struct mb_source *source =
			    item->sources->pdata[i];

			assert_int_equal(source->draft, i > 0);
		}
	}
}

/* Without a date, items that begin alike may be of any two meetings. */
static void
test_undated(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);

	test_put(store, test_item(ID, "/p/a.txt", "Minutes", DRAFT));
	test_put(store, test_item(ID, "/p/b.txt", "Minutes", LONGER));
	assert_int_equal(mb_store_n_items(store), 2);
	test_put(store, test_item(ID, "/p/c.txt", "MINUTES", LONGER));
	assert_int_equal(mb_store_n_items(store), 2);
}

static char *
suffixed(const char *title, const char *text)
{
	g_autoptr(mb_item) item = dated_item(ID, "/p/x.txt", title, text);
	g_autofree char *hash = mb_item_words_hash(item);

	return g_strdup_printf("%s-%s", ID, hash);
}

/* Two items want one id: both get a suffix, whoever came first. */
static void
clash(const char *folder, const char *name, const char *first_paper,
      const char *second_paper, gboolean turned)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(folder, name, &path);
	g_autofree char *budget = suffixed("Budget", "Spending.");
	g_autofree char *parks = suffixed("Parks", "Grass.");

	for (guint i = 0; i < 2; i++) {
		if ((i == 0) != turned)
			test_put(store, dated_item(ID, first_paper, "Budget",
			                           "Spending."));
		else
			test_put(store, dated_item(ID, second_paper, "Parks",
			                           "Grass."));
	}
	/* A copy finds its own among those that clashed. */
	test_put(store, dated_item(ID, "/p/z.txt", "Parks", "Grass."));
	test_commit(store);
	assert_int_equal(mb_store_n_items(store), 2);
	assert_int_equal(answers(path, ID), 2);
	assert_int_equal(answers(path, budget), 1);
	assert_int_equal(answers(path, parks), 1);
	assert_int_equal(answers(path, ID "-00000000"), 0);
}

static void
test_clash(void **state)
{
	clash(*state, "a", "/p/a.txt", "/p/b.txt", FALSE);
	clash(*state, "b", "/p/a.txt", "/p/b.txt", TRUE);
	clash(*state, "c", "/p/a.txt", "/p/a.txt", FALSE);
	clash(*state, "d", "/p/a.txt", "/p/a.txt", TRUE);
}

/* Items without a date all want the same id: the thousandth must not cost a
 * look at the 999 before it. */
static void
test_many_clashes(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	gint64 before = test_cpu_us();

	for (guint i = 0; i < N_CLASHES; i++) {
		g_autofree char *paper = g_strdup_printf("/p/%u.txt", i);
		g_autofree char *text = g_strdup_printf("Bin %u.", i);

		test_put(store, dated_item(ID, paper, "Bins", text));
	}
	test_commit(store);
	assert_int_equal(mb_store_n_items(store), N_CLASHES);
	assert_int_equal(answers(path, ID), N_CLASHES);
	assert_true(test_cpu_us() - before < CLASHES_MAX_US);
}

/* When one of them goes, the other's ids stay, and the one that comes back
 * gets its own again. */
static void
test_clash_drop(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	g_autofree char *budget = suffixed("Budget", "Spending.");
	g_autofree char *parks = suffixed("Parks", "Grass.");

	test_put(store, dated_item(ID, "/p/a.txt", "Budget", "Spending."));
	test_put(store, dated_item(ID, "/p/b.txt", "Parks", "Grass."));
	drop(store, "/p/a.txt", NULL);
	test_commit(store);
	assert_int_equal(answers(path, ID), 1);
	assert_int_equal(answers(path, parks), 1);
	assert_int_equal(answers(path, budget), 0);
	test_put(store, dated_item(ID, "/p/a.txt", "Budget", "Spending."));
	test_commit(store);
	assert_int_equal(answers(path, ID), 2);
	assert_int_equal(answers(path, budget), 1);
	/* Both gone and one put in anew: it has the bare id, and still
	 * answers to the other. */
	drop(store, "/p/a.txt", NULL);
	drop(store, "/p/b.txt", NULL);
	test_put(store, dated_item(ID, "/p/b.txt", "Parks", "Grass."));
	holds(store, path, ID " \"Grass.\" from /p/b.txt: /p/b.txt#1\n");
	assert_int_equal(answers(path, parks), 1);
	assert_int_equal(answers(path, budget), 0);
}

static void
test_drop(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(g_free);

	test_put(store, dated_item(ID, "/p/a.txt", "Minutes", DRAFT));
	test_put(store, dated_item(ID, "/p/b.txt", "Minutes", LONGER));
	test_put(store, dated_item(ID "2", "/p/b.txt", "Parks", "Grass."));
	test_put(store, dated_item(ID "3", "/q/b.txt", "Roads", "Tar."));
	/* Another paper of that name, in another folder or with capitals, and
	 * one that was never there. */
	drop(store, "b.txt", others);
	drop(store, "/p/B.TXT", others);
	drop(store, "/p/never.txt", others);
	assert_int_equal(others->len, 0);
	assert_int_equal(mb_store_n_items(store), 3);
	drop(store, "/p/b.txt", others);
	assert_int_equal(others->len, 1);
	assert_string_equal(g_ptr_array_index(others, 0), "/p/a.txt");
	holds(store, path,
	      ID "3 \"Tar.\" from /q/b.txt: /q/b.txt#1\n" ID " \"" LONGER
	         "\" from /p/a.txt: /p/a.txt#1\n");
	drop(store, "/p/a.txt", NULL);
	drop(store, "/p/a.txt", NULL);
	holds(store, path, ID "3 \"Tar.\" from /q/b.txt: /q/b.txt#1\n");
}

/* A word is suggested as long as an item holds it, and no longer. */
static void
suggests(const char *path, const char *want)
{
	g_autoptr(mb_search) search = test_search(path);
	g_autofree char *got = mb_search_spelling(search, "recrutment");

	if (want == NULL)
		assert_null(got);
	else
		assert_string_equal(got, want);
}

static void
test_spelling(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);

	test_put(store, dated_item(ID "1", "/p/a.txt", "Recruitment",
	                           "Recruitment, recruitment."));
	test_put(store,
	         dated_item(ID "2", "/p/b.txt", NULL, "Recruitment again."));
	test_put(store, dated_item(ID "2", "/p/c.txt", NULL,
	                           "Recruitment again, and more."));
	test_commit(store);
	suggests(path, "recruitment");
	drop(store, "/p/a.txt", NULL);
	drop(store, "/p/c.txt", NULL);
	test_commit(store);
	suggests(path, "recruitment");
	drop(store, "/p/b.txt", NULL);
	test_commit(store);
	suggests(path, NULL);
}

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

static struct mb_paper_state *
paper(const char *path)
{
	struct mb_paper_state *state = g_new0(struct mb_paper_state, 1);

	state->path = g_strdup(path);
	state->n_bytes = G_GUINT64_CONSTANT(5000000000);
	state->mtime_us = -5;
	state->sha256 = g_strdup("00ff");
	state->made_by = g_strdup("0.1.0");
	state->status = g_strdup("failed");
	state->reason = g_strdup("it is “odd”");
	state->n_items = 7;
	state->n_pages = 200;
	state->n_scanned_pages = 12;
	state->type = g_strdup("pdf");
	state->sittings = g_strdup("[{\"date\":20220209}]\n[[]]\n");
	state->n_text_bytes = 12345678901;
	return state;
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

/* Segments. */

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

/* The item @i of a paper, 0 or 1.  Every fifth is in both, with the longer text
 * in one or the other; of every seventh the id clashes with the one before; all
 * have words of their own and words in common. */
static struct mb_item *
alike(guint i, guint paper)
{
	g_autofree char *id = g_strdup_printf(ID ".%u", i % 7 == 6 ? i - 1 : i);
	g_autofree char *title = g_strdup_printf("Matter %u", i);
	g_autofree char *text = g_strdup_printf(
	    "Item %u%s. " DRAFT "%s", i, i % 3 == 0 ? " on recruitment" : "",
	    paper == i % 2 ? " Signed." : "");

	struct mb_item *item =
	    dated_item(id, paper == 0 ? "/p/a.txt" : "/p/b.txt", title, text);

	item->seq = i;
	return item;
}

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

static guint
finds(const char *path, const char *word)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_search) search = test_search(path);
	g_autoptr(mb_query) query = mb_query_text(search, MB_FIELD_ANY, word);
	g_autoptr(mb_result) result =
	    mb_search_run(search, query, MB_SORT_OLDEST, 0, 10, &error);

	assert_null(error);
	return mb_result_n_matches(result);
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
#define N_IN_SEGMENTS (70 * MB_SEGMENT_MAX_ITEMS)

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

/* Items of papers whose names are no UTF-8 can be dropped too. */
static void
test_odd_path(void **state)
{
	g_autofree char *path = NULL;
	g_autoptr(mb_store) store = test_store(*state, "open", &path);

	test_put(store, dated_item(ID, "/p/\xff.txt", "Title", "Text."));
	assert_int_equal(mb_store_n_items(store), 1);
	drop(store, "/p/\xff.txt", NULL);
	assert_int_equal(mb_store_n_items(store), 0);
}

/* Long in every part: terms are cut, the item is kept whole. */
static void
test_long(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *longest = g_strnfill(100000, 'w');
	g_autofree char *id = g_strconcat(ID, longest, NULL);
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	struct mb_item *item = dated_item(id, longest, longest, longest);

	item->number = g_strdup(longest);
	item->committee = g_strdup(longest);
	item->council = g_strdup(longest);
	mb_item_add_officer(item, longest, longest, MB_HOW_BOTH);
	mb_item_add_member(item, longest);
	test_put(store, item);
	test_commit(store);
	assert_int_equal(answers(path, id), 1);
	assert_int_equal(answers(path, ID), 0);
	drop(store, longest, NULL);
	assert_int_equal(mb_store_n_items(store), 0);
}

static void
test_limit(void **state)
{
	g_autofree char *path = NULL;
	g_autofree char *huge = g_strnfill((gsize)MB_RECORD_MAX_BYTES, 'w');
	g_autoptr(mb_store) store = test_store(*state, "open", &path);
	g_autoptr(mb_item) item = dated_item(ID, "/p/a.txt", NULL, huge);
	g_autoptr(GError) error = NULL;

	assert_false(mb_store_put(store, item, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_LIMIT));
	/* The run goes on. */
	test_put(store, dated_item(ID, "/p/b.txt", NULL, "Text."));
	holds(store, path, ID " \"Text.\" from /p/b.txt: /p/b.txt#1\n");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_open),
		TEST(test_corrupt),
		TEST(test_commit_only),
		TEST(test_merge),
		TEST(test_merge_order),
		TEST(test_near_copies),
		TEST(test_near_rows),
		TEST(test_bridge),
		TEST(test_draft),
		TEST(test_undated),
		TEST(test_clash),
		TEST(test_many_clashes),
		TEST(test_clash_drop),
		TEST(test_drop),
		TEST(test_spelling),
		TEST(test_nothing_left),
		TEST(test_papers),
		TEST(test_parts_merged),
		TEST(test_parts_appended),
		TEST(test_many_segments),
		TEST(test_many_copies),
		TEST(test_parts_papers),
		TEST(test_nothing_left_merged),
		TEST(test_odd_path),
		TEST(test_long),
		TEST(test_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
