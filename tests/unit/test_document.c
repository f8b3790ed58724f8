/* The ids that items ask for, and how the dry run parts those that clash. */
#include "tests/unit/test.h"

#include <string.h>

#include "indexer/document.h"

static struct mb_item *
item_new(const char *number, const char *title, const char *text)
{
	struct mb_item *item = mb_item_new();

	item->council = g_strdup("Underhill Parish Council");
	item->committee = g_strdup("Finance & Staffing Committee");
	item->date_ymd = 20200305;
	item->kind = MB_KIND_MINUTE;
	item->number = g_strdup(number);
	item->title = g_strdup(title);
	g_free(item->text);
	item->text = g_strdup(text);
	return item;
}

#define PLACE "underhill-parish-council/finance-staffing-committee/2020-03-05/"

static void
test_slugs(void **state)
{
	static const struct {
		const char *number;
		const char *title;
		const char *id;
	} rows[] = {
		{ "107/20", "Apologies", PLACE "minute/107-20" },
		{ "20(3)", NULL, PLACE "minute/20-3" },
		{ "PLA146/14", NULL, PLACE "minute/pla146-14" },
		{ NULL, "Children\xe2\x80\x99s Services",
		  PLACE "minute/childrens-services" },
		{ NULL, "  Cyngor Si\xc3\xa2n – Tŷ!  ",
		  PLACE "minute/cyngor-sian-ty" },
		{ NULL, "\xef\xac\x81re", PLACE "minute/fire" },
		{ NULL, NULL, PLACE "minute/-" },
		{ "", "not used", PLACE "minute/-" },
		{ NULL, "///", PLACE "minute/-" },
		{ "../../etc", NULL, PLACE "minute/etc" },
		{ NULL,
		  "A very long title that goes on and on, as titles of reports "
		  "do, and never ends",
		  PLACE
		  "minute/a-very-long-title-that-goes-on-and-on-as-titles-of" },
		{ NULL,
		  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
		  PLACE
		  "minute/"
		  "llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogo" },
	};
	gsize i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(mb_item) item =
		    item_new(rows[i].number, rows[i].title, "");
		g_autofree char *id = mb_document_id(item);

		assert_string_equal(id, rows[i].id);
	}
}

static void
test_unknown(void **state)
{
	g_autoptr(mb_item) item = mb_item_new();
	g_autofree char *id = NULL;

	item->kind = MB_KIND_ACTION;
	id = mb_document_id(item);
	assert_string_equal(id, "-/-/-/action/-");
}

/* An id is a term, which ends at 245 bytes, with its suffix. */
static void
test_length(void **state)
{
	g_autoptr(mb_item) item = mb_item_new();
	g_autoptr(GString) eth = g_string_new(NULL);
	g_autofree char *id = NULL;
	guint i;

	for (i = 0; i < 10000; i++)
		g_string_append(eth, "\xc3\xb0");
	item->council = g_strdup(eth->str);
	item->committee = g_strdup(eth->str);
	item->title = g_strdup(eth->str);
	item->date_ymd = 20200305;
	id = mb_document_id(item);
	assert_true(g_utf8_validate(id, -1, NULL));
	assert_true(strlen(id) + strlen("-01234567") + 2 <= 245);
}

static void
test_clash(void **state)
{
	struct mb_documents documents = { 0 };
	struct mb_item *items[5];
	guint i;

	items[0] = item_new("1", "Roads", "First text.");
	items[1] = item_new("1", "Roads", "Other words.");
	items[2] = item_new("1", "Roads", "First text.");
	items[3] = item_new("2", "Roads", "First text.");
	items[4] = item_new("1", "Roads", "An exempt item clashes with none.");
	items[4]->exempt = TRUE;
	documents.items =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_item_free);
	for (i = 0; i < G_N_ELEMENTS(items); i++) {
		items[i]->id = mb_document_id(items[i]);
		g_ptr_array_add(documents.items, items[i]);
	}
	mb_documents_part_ids(&documents);
	assert_true(g_str_has_prefix(items[0]->id, PLACE "minute/1-"));
	assert_true(g_str_has_prefix(items[1]->id, PLACE "minute/1-"));
	assert_string_not_equal(items[0]->id, items[1]->id);
	assert_string_equal(items[0]->id, items[2]->id);
	assert_string_equal(items[3]->id, PLACE "minute/2");
	assert_string_equal(items[4]->id, PLACE "minute/1");
	g_ptr_array_unref(documents.items);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slugs),
		cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_length),
		cmocka_unit_test(test_clash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
