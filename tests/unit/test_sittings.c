/* What the indexer tells the two databases of a paper's meetings. */
#include "tests/unit/test.h"

#include <string.h>

#include "indexer/document.h"
#include "indexer/lines.h"
#include "tests/unit/draft.h"

static const char minutes[] =
    "Ellersham Borough Council\n\nCabinet\n\n"
    "Minutes of the meeting held on 9 February 2022\n\n"
    "Present: Councillors P Bradley (Chair), R Achebe\n\n"
    "Apologies: Councillor M Oduya\n\n"
    "Officers: Jane Dreskell, Head of Finance\n\n"
    "41. Minutes\n\n"
    "The minutes of the meeting held on 12 January 2022 were approved.\n\n"
    "42. Budget\n\n"
    "The Head of Finance, Jane Dreskell, introduced the report.\n\n"
    "43. Any other business\n\nThere was none.\n";

/* The documents of @text as the paper at @path. */
static struct mb_documents *
documents_of(const char *text, const char *path, const char *config)
{
	g_autofree char *folder = test_folder_new();
	g_autofree char *file = test_write(folder, "conf", config);
	g_autoptr(mb_conf) conf = mb_conf_load(file, NULL, NULL);
	g_autoptr(mb_lines) lines = mb_lines_new();

	assert_non_null(conf);
	test_add_lines(lines, text);
	test_folder_free(g_steal_pointer(&folder));
	return mb_documents_make(lines, path, conf);
}

static GPtrArray *
sittings_of(const struct mb_documents *documents, enum mb_side side)
{
	GPtrArray *sittings =
	    mb_sittings_from_json(documents->sittings[side], TRUE, NULL);

	assert_non_null(sittings);
	return sittings;
}

/* The first person of this name, who must be there. */
static const struct mb_named *
find(const struct mb_sitting *sitting, const char *name)
{
	for (guint i = 0; i < sitting->people->len; i++) {
		const struct mb_named *named = sitting->people->pdata[i];

		if (g_strcmp0(named->name, name) == 0)
			return named;
	}
	fail_msg("%s is not there", name);
	g_assert_not_reached();
}

static void
test_minutes(void **state)
{
	g_autoptr(mb_documents) documents =
	    documents_of(minutes, "/p/minutes.txt", "");
	g_autoptr(GPtrArray) open = sittings_of(documents, MB_SIDE_OPEN);
	g_autoptr(GPtrArray) exempt = sittings_of(documents, MB_SIDE_EXEMPT);
	const struct mb_sitting *sitting;
	const struct mb_earlier *earlier;

	assert_int_equal(exempt->len, 0);
	assert_int_equal(open->len, 1);
	sitting = open->pdata[0];
	assert_string_equal(sitting->committee, "Cabinet");
	assert_int_equal(sitting->date_ymd, 20220209);
	assert_int_equal(sitting->date_source, MB_DATE_TITLE);
	assert_int_equal(sitting->n_items[MB_KIND_MINUTE], 3);
	assert_int_equal(sitting->numbers->len, 3);
	assert_string_equal(sitting->numbers->pdata[2], "43");
	assert_int_equal(sitting->earlier->len, 1);
	earlier = sitting->earlier->pdata[0];
	assert_int_equal(earlier->date_ymd, 20220112);
	assert_int_equal(find(sitting, "M Oduya")->presence,
	                 MB_PRESENCE_APOLOGIES);
	assert_int_equal(find(sitting, "R Achebe")->presence,
	                 MB_PRESENCE_PRESENT);
	assert_true(find(sitting, "P Bradley")->chair);
	assert_string_equal(find(sitting, "Jane Dreskell")->role,
	                    "Head of Finance");
}

/* The names that items are searched by are those that are remembered. */
static void
test_configured_names(void **state)
{
	g_autoptr(mb_documents) documents = documents_of(
	    minutes, "/p/minutes.txt", "[committees]\nExecutive=Cabinet\n");
	g_autoptr(GPtrArray) open = sittings_of(documents, MB_SIDE_OPEN);
	const struct mb_sitting *sitting = open->pdata[0];
	const struct mb_item *item = documents->items->pdata[0];

	assert_int_equal(open->len, 1);
	assert_string_equal(sitting->committee, "Executive");
	assert_string_equal(item->committee, "Executive");
	assert_non_null(find(sitting, "R Achebe"));
}

/* Of an exempt paper the open side knows nothing. */
static void
test_exempt_paper(void **state)
{
	g_autoptr(mb_documents) documents =
	    documents_of(minutes, "/p/minutes.txt", "[exempt]\nexempt=/p/*\n");
	g_autoptr(GPtrArray) exempt = sittings_of(documents, MB_SIDE_EXEMPT);
	const struct mb_sitting *sitting;

	assert_true(documents->exempt);
	assert_string_equal(documents->sittings[MB_SIDE_OPEN], "[]\n[]\n");
	assert_int_equal(exempt->len, 1);
	sitting = exempt->pdata[0];
	assert_int_equal(sitting->n_items[MB_KIND_MINUTE], 3);
	assert_non_null(find(sitting, "R Achebe"));
}

/* What stands in an exempt report of an open pack is exempt: its author, and a
 * meeting that nothing else is of. */
static void
test_exempt_report(void **state)
{
	struct test_draft d;
	struct mb_meeting other = { .date_ymd = 20210505,
		                    .committee = (char *)"Hidden Panel" };
	struct mb_part report = { .kind = MB_PART_REPORT, .meeting = &other };
	struct mb_draft hidden = { .part = &report };
	g_autoptr(GPtrArray) drafts = g_ptr_array_new();
	g_autoptr(mb_attendance) attendance = NULL;
	g_autoptr(mb_conf) conf = mb_conf_load(NULL, NULL, NULL);
	g_autofree char *open = NULL;
	char *json[MB_N_SIDES];

	test_draft_init(&d, MB_KIND_MINUTE, "Present: Councillor R Achebe\n",
	                "7. Budget", "The budget was agreed.");
	report.first = hidden.head = d.lines->lines->len;
	test_add_lines(d.lines,
	               "Sale of the depot\n\nReport of Quentin Harewood, Head "
	               "of Property\n\nCouncillor Z Maddock asked.");
	report.end = hidden.end = d.lines->lines->len;
	hidden.item = mb_item_new();
	hidden.item->kind = MB_KIND_REPORT;
	hidden.item->exempt = TRUE;
	hidden.item->number = g_strdup("99");
	hidden.item->date_ymd = other.date_ymd;
	hidden.item->committee = g_strdup(other.committee);
	g_ptr_array_add(d.meetings.parts, &report);
	g_ptr_array_add(d.meetings.meetings, &other);
	d.draft.item->committee = g_strdup(d.meeting.committee);
	g_ptr_array_add(drafts, &d.draft);
	g_ptr_array_add(drafts, &hidden);
	attendance = mb_attendance_find(d.lines, &d.meetings, TRUE);
	mb_sittings_find(drafts, &d.meetings, attendance, FALSE, conf, json);
	open = json[MB_SIDE_OPEN];
	assert_non_null(strstr(open, "Harbour Committee"));
	assert_non_null(strstr(open, "Achebe"));
	assert_null(strstr(open, "Hidden Panel"));
	assert_null(strstr(open, "20210505"));
	assert_null(strstr(open, "Harewood"));
	assert_null(strstr(open, "Maddock"));
	assert_null(strstr(open, "report"));
	assert_non_null(strstr(json[MB_SIDE_EXEMPT], "Hidden Panel"));
	assert_non_null(strstr(json[MB_SIDE_EXEMPT], "Harewood"));
	g_free(json[MB_SIDE_EXEMPT]);
	mb_item_free(hidden.item);
	test_draft_clear(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_minutes),
		cmocka_unit_test(test_configured_names),
		cmocka_unit_test(test_exempt_paper),
		cmocka_unit_test(test_exempt_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
