/* Which minutes are drafts. */
#include "tests/unit/test.h"

#include <string.h>

#include "indexer/unconfirmed.h"
#include "tests/unit/draft.h"

#define MINUTES "minutes.txt"

/* Whether minutes with these lines above and in them are marked. */
static gboolean
is_marked(const char *path, const char *title, const char *text)
{
	struct test_draft d;
	g_autoptr(GPtrArray) drafts = g_ptr_array_new();
	const struct mb_source *source;
	gboolean marked;

	test_draft_init(&d, MB_KIND_MINUTE, title, "7. Budget", text);
	d.part.body = d.draft.head;
	mb_item_add_source(d.draft.item, path, 0, NULL);
	g_ptr_array_add(drafts, &d.draft);
	mb_unconfirmed_mark(drafts, d.lines, &d.meetings, path);
	source = d.draft.item->sources->pdata[0];
	marked = source->draft;
	test_draft_clear(&d);
	return marked;
}

static void
test_wordings(void **state)
{
	static const struct {
		const char *path, *title, *text;
		gboolean draft;
	} rows[] = {
		{ MINUTES, "DRAFT", "Agreed.", TRUE },
		{ MINUTES, "- Draft -", "Agreed.", TRUE },
		{ MINUTES, "Draft Minutes of the Harbour Committee", "Agreed.",
		  TRUE },
		{ MINUTES, "Harbour Committee\nMinutes (Draft)", "Agreed.",
		  TRUE },
		{ MINUTES, "UNCONFIRMED MINUTES", "Agreed.", TRUE },
		{ MINUTES, "Minutes (subject to confirmation)", "Agreed.",
		  TRUE },
		{ MINUTES, "Harbour Committee",
		  "Agreed.\nThese minutes are draft until approved.", TRUE },
		{ MINUTES, "Harbour Committee",
		  "Agreed.\nThe minutes are subject to approval at the next "
		  "meeting.",
		  TRUE },
		{ "/p/Draft_Minutes_-_Harbour.md", "Harbour", "Agreed.", TRUE },
		{ "/p/harbour-minutes-draft.pdf", "Harbour", "Agreed.", TRUE },
		{ "/draft minutes/final.txt", "Harbour", "Agreed.", FALSE },
		{ "/p/Minutes_-_Draft_Budget_Meeting.md", "Harbour", "Agreed.",
		  FALSE },
		{ MINUTES, "MINUTES OF PROCEEDINGS AT DRAFT BUDGET MEETING",
		  "Agreed.", FALSE },
		{ MINUTES, "Harbour Committee",
		  "The draft minutes, as circulated, were approved.", FALSE },
		{ MINUTES, "Harbour Committee",
		  "The sale is subject to approval by the Minister.", FALSE },
		{ MINUTES, "Harbour Committee",
		  "A draft byelaw was put forward.", FALSE },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		if (is_marked(rows[i].path, rows[i].title, rows[i].text) !=
		    rows[i].draft)
			fail_msg("%s | %s | %s: %s", rows[i].path,
			         rows[i].title, rows[i].text,
			         rows[i].draft ? "not marked" : "marked");
}

/* The agenda of a later meeting asks for the minutes to be confirmed; that of
 * the same meeting does not. */
static void
test_pack(void **state)
{
	static const guint32 dates[] = { 20201111, 20210113, 20200909 };

	for (gsize i = 0; i < G_N_ELEMENTS(dates); i++) {
		struct test_draft d;
		struct mb_meeting other = { .date_ymd = dates[i] };
		struct mb_part agenda = { .kind = MB_PART_AGENDA,
			                  .meeting = &other };
		g_autoptr(GPtrArray) drafts = g_ptr_array_new();
		const struct mb_source *source;

		test_draft_init(&d, MB_KIND_MINUTE, NULL, "7. Budget",
		                "Agreed.");
		mb_item_add_source(d.draft.item, "/p/pack.txt", 0, NULL);
		g_ptr_array_add(d.meetings.parts, &agenda);
		g_ptr_array_add(drafts, &d.draft);
		mb_unconfirmed_mark(drafts, d.lines, &d.meetings,
		                    "/p/pack.txt");
		source = d.draft.item->sources->pdata[0];
		assert_int_equal(source->draft, dates[i] == 20210113);
		test_draft_clear(&d);
	}
}

/* What is put forward is no minute. */
static void
test_other_kinds(void **state)
{
	struct test_draft d;
	g_autoptr(GPtrArray) drafts = g_ptr_array_new();
	const struct mb_source *source;

	test_draft_init(&d, MB_KIND_REPORT, "DRAFT", "7. Budget", "Agreed.");
	d.part.body = d.draft.head;
	mb_item_add_source(d.draft.item, MINUTES, 0, NULL);
	g_ptr_array_add(drafts, &d.draft);
	mb_unconfirmed_mark(drafts, d.lines, &d.meetings, MINUTES);
	source = d.draft.item->sources->pdata[0];
	assert_false(source->draft);
	test_draft_clear(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wordings),
		cmocka_unit_test(test_pack),
		cmocka_unit_test(test_other_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
