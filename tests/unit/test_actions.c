#include "tests/unit/test.h"

#include "indexer/actions.h"
#include "tests/unit/draft.h"

/* Add a row of a table to @lines. */
static void
add_row(struct mb_lines *lines, const char *cells)
{
	g_auto(GStrv) split = g_strsplit(cells, "|", -1);
	struct mb_line *line = mb_lines_add(lines, cells);

	assert_non_null(line);
	line->kind = MB_LINE_ROW;
	for (guint i = 0; split[i]; i++)
		g_strstrip(split[i]);
	line->cells = g_steal_pointer(&split);
}

static char *
action_of(const struct mb_item *item)
{
	const struct mb_action *a;

	if (item->actions->len == 0)
		return g_strdup("none");
	assert_int_equal(item->actions->len, 1);
	a = g_ptr_array_index(item->actions, 0);
	return g_strdup_printf("%s; %s; %s", a->owner ? a->owner : "-",
	                       a->due ? a->due : "-",
	                       a->status ? a->status : "-");
}

/* A table's header, a row of it, and what the row's action is. */
static const struct {
	const char *header;
	const char *row;
	const char *want;
} rows[] = {
	{ "No | Action | Owner | Update", "1 | Paint the buoy | J Dean | Done",
	  "J Dean; -; Done" },
	{ "Subject | Action | Responsible Officer/Area | By when | "
	  "Status/Notes",
	  "Quay | Mend it | Harbour Master | May 2021 | In hand",
	  "Harbour Master; May 2021; In hand" },
	{ "Action | Who | Deadline", "Write to the pilots | CF | 3 June",
	  "CF; 3 June; -" },
	{ "Action | Lead | Target date | Progress",
	  "Count the moorings | Diver | |", "Diver; -; -" },
	/* not a header: it has a number */
	{ "8 | Moorings | Due in June 2023", "Paint | the | buoy", "none" },
	{ "Place | Depth | Tide", "Quay 4 | 3m | low", "none" },
};

static void
columns_tell_an_action(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct test_draft d;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_ACTION, NULL, NULL, "");
		add_row(d.lines, rows[i].header);
		d.draft.head = d.draft.body = d.lines->lines->len;
		add_row(d.lines, rows[i].row);
		d.draft.end = d.lines->lines->len;
		mb_actions_find(&d.draft, d.lines);
		got = action_of(d.draft.item);
		if (strcmp(got, rows[i].want) != 0)
			fail_msg("want '%s', got '%s': %s", rows[i].want, got,
			         rows[i].row);
		test_draft_clear(&d);
	}
}

static void
labels_tell_an_action(void **state)
{
	struct test_draft d;
	g_autofree char *got = NULL;

	test_draft_init(&d, MB_KIND_ACTION, NULL, NULL,
	                "Paint the buoy.\nOwner: J Dean\nDue: March 2021\n"
	                "Status: complete\nNote well: it is red");
	mb_actions_find(&d.draft, d.lines);
	got = action_of(d.draft.item);
	assert_string_equal(got, "J Dean; March 2021; complete");
	test_draft_clear(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_tell_an_action),
		cmocka_unit_test(labels_tell_an_action),
	};

	return cmocka_run_group_tests_name("actions", tests, NULL, NULL);
}
