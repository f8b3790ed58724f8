#include "tests/unit/test.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/item.h"

static struct mb_item *
full_item(void)
{
	struct mb_item *item = mb_item_new();

	item->id = g_strdup("ashby/cabinet/2020-03-05/minute/20");
	g_free(item->paper);
	item->paper = g_strdup("a \"quoted\"/paper.pdf");
	item->seq = 3;
	item->kind = MB_KIND_MINUTE;
	item->number = g_strdup("20");
	item->number_inferred = TRUE;
	item->title = g_strdup("Fostering – a review\n");
	item->date_ymd = 20200305;
	item->committee = g_strdup("Cabinet");
	item->council = g_strdup("Ashby");
	mb_item_add_officer(item, "H Marlow", NULL, MB_HOW_NAME);
	mb_item_add_officer(item, NULL, "the Clerk", MB_HOW_ROLE);
	mb_item_add_member(item, "P Bradley");
	mb_item_add_other(item, "Siân Price", "co-optee", MB_HOW_BOTH);
	mb_item_add_author(item, "J Hall");
	mb_item_add_resolution(item, NULL, "That it be noted.");
	mb_item_add_resolution(item, "(2)", "That it be done.");
	mb_item_add_ref(item, MB_REF_BACK, 20200200, "20(3)", "minute");
	mb_item_add_ref(item, MB_REF_FORWARD, 0, NULL, "next meeting");
	mb_item_add_action(item, "Clerk", NULL, "open");
	mb_item_add_source(item, "a.pdf", 12, "10");
	mb_item_add_source(item, "b.html", 0, NULL);
	((struct mb_source *)item->sources->pdata[1])->draft = TRUE;
	((struct mb_source *)item->sources->pdata[0])->ocr = 87;
	mb_source_add_page(item->sources->pdata[0], 13, "11", 9);
	mb_source_add_page(item->sources->pdata[0], 15, NULL, 20);
	item->exempt = TRUE;
	item->private_business = TRUE;
	item->exempt_words = g_strdup("Part II");
	g_free(item->text);
	item->text = g_strdup("A \x01 control, a \\ and a tab\t.");
	return item;
}

static const char full_json[] =
    "{\"format\":1,\"id\":\"ashby/cabinet/2020-03-05/minute/20\","
    "\"paper\":\"a \\\"quoted\\\"/paper.pdf\",\"seq\":3,"
    "\"kind\":\"minute\",\"number\":\"20\",\"number_inferred\":true,"
    "\"title\":\"Fostering – a review\\n\",\"date\":\"2020-03-05\","
    "\"committee\":\"Cabinet\",\"council\":\"Ashby\",\"page\":12,"
    "\"officers\":[{\"name\":\"H Marlow\",\"role\":null,\"how\":\"name\"},"
    "{\"name\":null,\"role\":\"the Clerk\",\"how\":\"role\"}],"
    "\"members\":[\"P Bradley\"],"
    "\"people_other\":[{\"name\":\"Siân Price\",\"role\":\"co-optee\","
    "\"how\":\"both\"}],\"authors\":[\"J Hall\"],"
    "\"resolutions\":[{\"label\":\"\",\"text\":\"That it be noted.\"},"
    "{\"label\":\"(2)\",\"text\":\"That it be done.\"}],"
    "\"refs\":[{\"dir\":\"back\",\"date\":\"2020-02\","
    "\"number\":\"20(3)\",\"what\":\"minute\"},"
    "{\"dir\":\"forward\",\"date\":null,\"number\":null,"
    "\"what\":\"next meeting\"}],"
    "\"actions\":[{\"owner\":\"Clerk\",\"due\":null,\"status\":\"open\"}],"
    "\"papers\":[{\"path\":\"a.pdf\",\"page\":12,\"label\":\"10\",\"ocr\":87,"
    "\"pages\":[{\"page\":13,\"label\":\"11\",\"at\":9},"
    "{\"page\":15,\"label\":null,\"at\":20}]},"
    "{\"path\":\"b.html\",\"page\":null,\"label\":null,"
    "\"draft\":true}],"
    "\"exempt\":true,\"private\":true,\"exempt_words\":\"Part II\","
    "\"text\":\"A \\u0001 control, a \\\\ and a tab\\t.\"}";

static void
writes_every_key(void **state)
{
	g_autoptr(mb_item) item = full_item();
	g_autofree char *json = mb_item_to_json(item);

	assert_string_equal(json, full_json);
}

static void
reads_what_it_wrote(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_item) item =
	    mb_item_from_json(full_json, strlen(full_json), &error);
	g_autofree char *json = NULL;

	if (item == NULL)
		fail_msg("%s", error->message);
	json = mb_item_to_json(item);
	assert_string_equal(json, full_json);
}

static void
an_empty_item_survives(void **state)
{
	g_autoptr(mb_item) item = mb_item_new();
	g_autofree char *json = mb_item_to_json(item);
	g_autoptr(mb_item) again = mb_item_from_json(json, strlen(json), NULL);
	g_autofree char *json_again = NULL;

	assert_non_null(again);
	assert_string_equal(again->text, "");
	assert_null(again->title);
	assert_int_equal(again->officers->len, 0);
	json_again = mb_item_to_json(again);
	assert_string_equal(json, json_again);
}

static void
every_kind_has_a_name(void **state)
{
	enum mb_kind kind;

	for (guint i = 0; i < MB_N_KINDS; i++) {
		assert_true(
		    mb_kind_from_name(mb_kind_name((enum mb_kind)i), &kind));
		assert_int_equal(kind, i);
	}
	assert_false(mb_kind_from_name("minutes", &kind));
	assert_int_equal(kind, MB_KIND_MINUTE);
	assert_false(mb_kind_from_name("", &kind));
}

/* Rows that change one thing in the JSON so that it is no item any more. */
static const struct {
	const char *from;
	const char *to;
} damage[] = {
	{ "\"format\":1", "\"format\":2" },
	{ "\"format\":1", "\"format\":\"1\"" },
	{ "\"format\":1,", "" },
	{ "\"seq\":3", "\"seq\":-3" },
	{ "\"seq\":3", "\"seq\":99999999999" },
	{ "\"seq\":3", "\"seq\":3.5" },
	{ "\"kind\":\"minute\"", "\"kind\":\"minutes\"" },
	{ "\"kind\":\"minute\"", "\"kind\":null" },
	{ "\"number\":\"20\"", "\"number\":20" },
	{ "\"number_inferred\":true", "\"number_inferred\":1" },
	{ "\"date\":\"2020-03-05\"", "\"date\":\"2020-03-35\"" },
	{ "\"date\":\"2020-03-05\"", "\"date\":20200305" },
	{ "\"how\":\"name\"", "\"how\":\"hearsay\"" },
	{ "\"dir\":\"back\"", "\"dir\":\"sideways\"" },
	{ "\"members\":[\"P Bradley\"]", "\"members\":[7]" },
	{ "\"members\":[\"P Bradley\"]", "\"members\":\"P Bradley\"" },
	{ "\"authors\":[\"J Hall\"]", "\"authors\":{}" },
	{ "\"papers\":[{", "\"papers\":[7,{" },
	{ "\"path\":\"a.pdf\"", "\"path\":null" },
	{ "\"page\":12,\"label\"", "\"page\":\"12\",\"label\"" },
	{ "\"exempt\":true", "\"exempt\":\"no\"" },
	{ "\"private\":true,", "" },
	{ "\"text\":\"A", "\"texts\":\"A" },
	{ "\"text\":\"A", "\"text\":\"\\u0000A" },
	{ "\"text\":\"A", "\"text\":\"\xff" },
	{ "{\"format\"", "[{\"format\"" },
	{ "{\"format\"", "" },
};

static void
damage_is_an_error(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(damage); i++) {
		g_autoptr(GString) json = g_string_new(full_json);
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_item) item = NULL;

		assert_int_equal(
		    g_string_replace(json, damage[i].from, damage[i].to, 1), 1);
		item = mb_item_from_json(json->str, json->len, &error);
		if (item != NULL)
			fail_msg("%s was read", damage[i].to);
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
	}
}

static void
a_cut_record_is_an_error(void **state)
{
	for (gsize n = 0; n < strlen(full_json); n++) {
		/* An exact copy, so that reading on is seen. */
		g_autofree char *cut = g_memdup2(full_json, n);
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_item) item =
		    mb_item_from_json(n > 0 ? cut : "", n, &error);

		assert_null(item);
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
	}
}

static void
a_record_holds_text_as_it_is(void **state)
{
	static const char text[] = "Line\n\n\"one\"\\n\n{\n";
	g_autoptr(mb_item) item =
	    mb_item_from_json(full_json, strlen(full_json), NULL);
	g_autoptr(mb_item) again = NULL, copy = NULL;
	g_autoptr(GString) record = NULL;
	g_autofree char *json = NULL, *json_again = NULL;

	g_free(item->text);
	item->text = g_strdup(text);
	record = mb_item_to_record(item);
	assert_true(g_str_has_suffix(record->str, text));
	again = mb_item_from_record(record->str, record->len, NULL);
	assert_string_equal(again->text, text);
	copy = mb_item_copy(again);
	json = mb_item_to_json(item);
	json_again = mb_item_to_json(copy);
	assert_string_equal(json_again, json);
}

static void
a_damaged_record_is_an_error(void **state)
{
	static const char *const behind[] = { "", " ", "\n\xff", "\nA\xc3" };

	for (gsize i = 0; i < G_N_ELEMENTS(behind); i++) {
		g_autofree char *record =
		    g_strconcat(full_json, behind[i], NULL);
		g_autoptr(GError) error = NULL;

		assert_null(
		    mb_item_from_record(record, strlen(record), &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
	}
}

static void
deep_nesting_is_an_error(void **state)
{
	g_autofree char *deep = g_strnfill(1000000, '[');
	g_autoptr(GError) error = NULL;

	assert_null(mb_item_from_json(deep, 1000000, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT));
}

static void
a_hit_ends_with_score_and_snippet(void **state)
{
	g_autoptr(mb_item) item = mb_item_new();
	const char *const urls[] = { NULL };
	struct mb_item_print print = { urls, "Cabinet", "a <b>", 1.5 };
	g_autofree char *hit = mb_item_to_json_printed(item, &print);
	g_autofree char *odd = NULL, *none = NULL;

	assert_true(g_str_has_suffix(hit,
	                             "\"text\":\"\",\"citation\":\"Cabinet\","
	                             "\"score\":1.5,\"snippet\":\"a <b>\"}"));
	print.score = NAN;
	odd = mb_item_to_json_printed(item, &print);
	assert_true(
	    g_str_has_suffix(odd, "\"score\":0.0,\"snippet\":\"a <b>\"}"));
	print.snippet = NULL;
	none = mb_item_to_json_printed(item, &print);
	assert_true(g_str_has_suffix(none, "\"citation\":\"Cabinet\"}"));
}

static void
what_is_printed_has_addresses(void **state)
{
	g_autoptr(mb_item) item = mb_item_new();
	const char *const urls[] = { "https://a.example/p.pdf#page=5", "" };
	const struct mb_item_print print = { .urls = urls };
	g_autofree char *json = NULL;

	mb_item_add_source(item, "p.pdf", 5, "iv");
	mb_item_add_source(item, "q.pdf", 0, NULL);
	json = mb_item_to_json_printed(item, &print);
	assert_non_null(strstr(json,
	                       "\"label\":\"iv\","
	                       "\"url\":\"https://a.example/p.pdf#page=5\"}"));
	assert_non_null(strstr(json, "\"label\":null,\"url\":null}"));
}

static void
a_path_that_is_not_utf8_is_kept(void **state)
{
	g_autoptr(mb_item) item = mb_item_new();
	g_autofree char *json = NULL;

	g_free(item->paper);
	item->paper = g_strdup("caf\xe9.pdf");
	json = mb_item_to_json(item);
	assert_non_null(strstr(json, "\"paper\":\"caf\xef\xbf\xbd.pdf\""));
}

static char *
hash_of(const char *title, const char *text)
{
	g_autoptr(mb_item) item = mb_item_new();

	item->date_ymd = 20200305;
	item->title = g_strdup(title);
	g_free(item->text);
	item->text = g_strdup(text);
	return mb_item_words_hash(item);
}

static void
check_hash(const char *title, const char *text, const char *other_title,
           const char *other_text, gboolean same)
{
	g_autofree char *one = hash_of(title, text);
	g_autofree char *other = hash_of(other_title, other_text);

	assert_int_equal(strlen(one), 8);
	if (same)
		assert_string_equal(one, other);
	else
		assert_string_not_equal(one, other);
}

static void
the_hash_is_of_words(void **state)
{
	g_autofree char *long_text = g_strnfill(200000, 'x');
	g_autofree char *longer = g_strconcat(long_text, "y", NULL);

	check_hash("SIÂN’S REPORT", "multi-\nagency", "Sian's report",
	           "Multi agency", TRUE);
	check_hash(NULL, "", "", "", TRUE);
	check_hash("Apologies", "from Councillor A", "Apologies",
	           "from Councillor B", FALSE);
	check_hash("A", "B", "AB", "", FALSE);
	check_hash("A", long_text, "A", longer, TRUE);
}

/* The id of an item without a date says little, so all of its words must. */
static void
the_hash_is_of_all_words_without_a_date(void **state)
{
	g_autofree char *long_text = g_strnfill(200000, 'x');
	g_autoptr(mb_item) item = mb_item_new();
	g_autofree char *one = NULL;
	g_autofree char *other = NULL;

	g_free(item->text);
	item->text = g_strconcat(long_text, "y", NULL);
	one = mb_item_words_hash(item);
	g_free(item->text);
	item->text = g_strconcat(long_text, "z", NULL);
	other = mb_item_words_hash(item);
	assert_string_not_equal(one, other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_every_key),
		cmocka_unit_test(reads_what_it_wrote),
		cmocka_unit_test(an_empty_item_survives),
		cmocka_unit_test(every_kind_has_a_name),
		cmocka_unit_test(damage_is_an_error),
		cmocka_unit_test(a_cut_record_is_an_error),
		cmocka_unit_test(a_record_holds_text_as_it_is),
		cmocka_unit_test(a_damaged_record_is_an_error),
		cmocka_unit_test(deep_nesting_is_an_error),
		cmocka_unit_test(a_hit_ends_with_score_and_snippet),
		cmocka_unit_test(what_is_printed_has_addresses),
		cmocka_unit_test(a_path_that_is_not_utf8_is_kept),
		cmocka_unit_test(the_hash_is_of_words),
		cmocka_unit_test(the_hash_is_of_all_words_without_a_date),
	};

	return cmocka_run_group_tests_name("item", tests, NULL, NULL);
}
