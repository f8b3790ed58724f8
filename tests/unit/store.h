/* store: what a database holds. */
#ifndef MB_TESTS_UNIT_STORE_H
#define MB_TESTS_UNIT_STORE_H

#include "tests/unit/shim.h"

#define ID "ashby/cabinet/2020-03-05/minute/13"

/* An item of the meeting of 5 March 2020.  Transfer full. */
static inline struct mb_item *
dated_item(const char *id, const char *paper, const char *title,
           const char *text)
{
	struct mb_item *item = test_item(id, paper, title, text);

	item->date_ymd = 20200305;
	return item;
}

static inline int
setup(void **state)
{
	*state = test_folder_new();
	return 0;
}

static inline int
teardown(void **state)
{
	test_folder_free(*state);
	return 0;
}

static inline void
drop(struct mb_store *store, const char *path, GPtrArray *others)
{
	g_autoptr(GError) error = NULL;

	assert_true(mb_store_drop_paper(store, path, others, &error));
	assert_null(error);
}

static inline void
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
static inline char *
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
static inline void
holds(struct mb_store *store, const char *path, const char *want)
{
	g_autofree char *got = NULL;

	test_commit(store);
	got = contents(path);
	assert_string_equal(got, want);
}

/* How many items the id @id answers with. */
static inline guint
answers(const char *path, const char *id)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_search) search = test_search(path);
	g_autoptr(GPtrArray) items = mb_search_by_id(search, id, &error);

	assert_null(error);
	return items->len;
}

/* Longer than the words that tell items apart. */
#define DRAFT                                                                  \
	"The minutes of the last meeting, held on 6 February 2020 in the "     \
	"council chamber, were considered by the committee and, with two "     \
	"corrections of names, were approved."

#define LONGER DRAFT " Signed by the Chair."

/* A minute with a printed number. */
static inline struct mb_item *
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

/* A word is suggested as long as an item holds it, and no longer. */
static inline void
suggests(const char *path, const char *want)
{
	g_autoptr(mb_search) search = test_search(path);
	g_autofree char *got = mb_search_spelling(search, "recrutment");

	if (want == NULL)
		assert_null(got);
	else
		assert_string_equal(got, want);
}

static inline struct mb_paper_state *
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

/* The item @i of a paper, 0 or 1.  Every fifth is in both, with the longer text
 * in one or the other; of every seventh the id clashes with the one before; all
 * have words of their own and words in common. */
static inline struct mb_item *
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

static inline guint
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

#endif
