/* search: what is found, in which order, and that nothing that C holds depends
 * on the order in which it is freed. */
#include "tests/unit/shim.h"

#include <string.h>

struct fixture {
	char *folder;
	char *path;
	struct mb_search *search;
};

static void
put_minutes(struct mb_store *store)
{
	struct mb_item *item;

	item = test_item("a", "/p/one.pdf", "Foster carer recruitment",
	                 "The Acting Director reported that three carers had "
	                 "been approved. Minute 107/20 refers.");
	item->date_ymd = 20200305;
	item->number = g_strdup("107/20");
	item->committee = g_strdup("Children's Scrutiny Committee");
	item->council = g_strdup("Ashby");
	mb_item_add_officer(item, "H Ellis",
	                    "Acting Director of Children's Services",
	                    MB_HOW_ROLE);
	mb_item_add_officer(item, "Jane Driscoll", NULL, MB_HOW_NAME);
	mb_item_add_member(item, "P Bradley");
	test_put(store, item);
	item = test_item("b", "/p/one.pdf", "Apologies",
	                 "Apologies were received from Siân Łuczak. The carer "
	                 "strategy was fostered.");
	item->seq = 1;
	item->date_ymd = 20200305;
	item->committee = g_strdup("Children's Scrutiny Committee");
	item->council = g_strdup("Ashby");
	test_put(store, item);
	item = test_item("c", "/p/two.pdf", "Budget",
	                 "Members considered the budget. It was foster care "
	                 "week; the carers came. Minute 20/107 refers.");
	item->date_ymd = 20210629;
	item->kind = MB_KIND_REPORT;
	item->committee = g_strdup("Cabinet");
	item->council = g_strdup("Ashby");
	test_put(store, item);
	item = test_item("d", "/p/three.pdf", NULL,
	                 "A paper without a date: budget, budget, budget.");
	item->kind = MB_KIND_ACTION;
	test_put(store, item);
}

static int
setup(void **state)
{
	struct fixture *f = g_new0(struct fixture, 1);
	struct mb_store *store;

	f->folder = test_folder_new();
	store = test_store(f->folder, "open", &f->path);
	put_minutes(store);
	test_commit(store);
	mb_store_free(store);
	f->search = test_search(f->path);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	mb_search_free(f->search);
	g_free(f->path);
	test_folder_free(f->folder);
	g_free(f);
	return 0;
}

static void
finds(struct fixture *f, struct mb_query *query, const char *want)
{
	g_autofree char *ids = test_ids(f->search, query, MB_SORT_NEWEST);

	assert_string_equal(ids, want);
}

static struct mb_query *
text(struct fixture *f, enum mb_field_id field, const char *words)
{
	return mb_query_text(f->search, field, words);
}

static void
test_text(void **state)
{
	static const struct {
		enum mb_field_id field;
		const char *words;
		const char *ids;
	} rows[] = {
		{ MB_FIELD_ANY, "foster", "c a b" },
		{ MB_FIELD_ANY, "FOSTERING", "c a b" },
		{ MB_FIELD_ANY, "recruitment", "a" },
		{ MB_FIELD_ANY, "sian", "b" },
		{ MB_FIELD_ANY, "SIÂN", "b" },
		{ MB_FIELD_ANY, "luczak", "b" },
		{ MB_FIELD_ANY, "107/20", "a" },
		{ MB_FIELD_ANY, "107", "c a" },
		{ MB_FIELD_ANY, "", "" },
		{ MB_FIELD_ANY, " - ", "" },
		{ MB_FIELD_ANY, "nowhere", "" },
		/* A phrase does not reach from the heading into the text. */
		{ MB_FIELD_ANY, "recruitment-the", "" },
		{ MB_FIELD_TITLE, "foster", "a" },
		{ MB_FIELD_TITLE, "approved", "" },
		{ MB_FIELD_OFFICER, "driscoll", "a" },
		{ MB_FIELD_OFFICER, "Jane Driscoll", "a" },
		/* Nor from one person to the next. */
		{ MB_FIELD_OFFICER, "Ellis Jane", "" },
		/* Names have no stems. */
		{ MB_FIELD_OFFICER, "driscolls", "" },
		{ MB_FIELD_ROLE, "director", "a" },
		{ MB_FIELD_MEMBER, "bradley", "a" },
		{ MB_FIELD_MEMBER, "ellis", "" },
		{ MB_FIELD_COMMITTEE, "scrutiny", "a b" },
		{ MB_FIELD_COMMITTEE, "Children’s Scrutiny", "a b" },
		{ MB_FIELD_COUNCIL, "ashby", "c a b" },
		{ MB_FIELD_KIND_OF, "report", "c" },
		{ MB_FIELD_KIND_OF, "REPORT", "c" },
		{ MB_FIELD_NUMBER, "107/20", "a" },
		{ MB_FIELD_NUMBER, "107", "" },
		{ MB_FIELD_ID, "c", "c" },
		{ MB_FIELD_PAPER, "one.pdf", "a b" },
		{ MB_FIELD_PAPER, "/p/one.pdf", "a b" },
		{ MB_FIELD_PAPER, "/q/one.pdf", "" },
		{ MB_FIELD_DATE_OF, "2020", "a b" },
		{ MB_FIELD_DATE_OF, "2020/21", "" },
		{ MB_FIELD_DATE_OF, "29/6/2021", "c" },
		{ MB_FIELD_DATE_OF, "rubbish", "" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		finds(*state, text(*state, rows[i].field, rows[i].words),
		      rows[i].ids);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
