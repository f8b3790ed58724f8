#include "tests/unit/test.h"

#include "base/date.h"
#include "indexer/links.h"
#include "tests/unit/draft.h"
#include "tests/unit/link-rows-asked.h"
#include "tests/unit/link-rows-earlier.h"
#include "tests/unit/link-rows.h"

/* A dash is no word. */
static guint
n_words(const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	guint n = 0;

	for (guint i = 0; words[i]; i++)
		n += strpbrk(words[i], "-–") && strlen(words[i]) < 4 ? 0 : 1;
	return n;
}

static char *
refs_of(const struct mb_item *item)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);
		g_autofree char *date = mb_date_to_iso(r->date_ymd);

		assert_true(*r->what != '\0');
		assert_true(n_words(r->what) <= 8);
		g_string_append_printf(out, "%s%s %s", i ? "; " : "",
		                       mb_ref_dir_name(r->dir),
		                       date ? date : "-");
		if (r->dir == MB_REF_BACK)
			g_string_append_printf(out, " %s",
			                       r->number ? r->number : "-");
	}
	return g_string_free(out, FALSE);
}

static void
rows_are_found(const struct link_row *rows, gsize n)
{
	guint n_wrong = 0;

	for (gsize i = 0; i < n; i++) {
		struct test_draft d;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_MINUTE, NULL, rows[i].title,
		                rows[i].body);
		mb_links_find(&d.draft, d.lines);
		got = refs_of(d.draft.item);
		if (strcmp(got, rows[i].refs) != 0) {
			print_error("want '%s', got '%s': %s\n", rows[i].refs,
			            got, rows[i].body);
			n_wrong++;
		}
		test_draft_clear(&d);
	}
	assert_int_equal(n_wrong, 0);
}

static void
links_are_found(void **state)
{
	rows_are_found(link_rows, G_N_ELEMENTS(link_rows));
}

static void
what_is_asked_for_is_found(void **state)
{
	rows_are_found(asked_rows, G_N_ELEMENTS(asked_rows));
}

static void
earlier_meetings_are_found(void **state)
{
	rows_are_found(earlier_rows, G_N_ELEMENTS(earlier_rows));
}

static void
an_action_tells_its_origin(void **state)
{
	static const struct {
		const char *number;
		const char *refs;
		const char *title;
	} actions[] = {
		{ NULL, "back 2020-03 -", "Gates (March) – the key" },
		{ NULL, "", "Gates (March and May)" },
		{ NULL, "back 2020-10 20/92", "Return it (Oct, 20/92)" },
		{ "Dec19.02", "back 2019-12 -", NULL },
		{ "Oct 20.05", "back 2020-10 -", NULL },
		{ "09.20.04", "back 2020-09 09.20.04", NULL },
		{ "Nov20.01", "", NULL }, /* this meeting's own */
		{ "11.20.01", "", NULL },
		{ "01.98.01", "", NULL }, /* no action is as old */
		{ "11.17", "", NULL },
		{ "7", "", NULL },
	};

	for (guint i = 0; i < G_N_ELEMENTS(actions); i++) {
		struct test_draft d;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_ACTION, NULL, actions[i].title,
		                "Mend it.");
		d.draft.item->number = g_strdup(actions[i].number);
		mb_links_find(&d.draft, d.lines);
		got = refs_of(d.draft.item);
		assert_string_equal(got, actions[i].refs);
		test_draft_clear(&d);
	}
}

/* Under matters arising, a number in brackets behind this meeting's own. */
static void
earlier_numbers_stand_in_brackets(void **state)
{
	struct test_draft d;
	g_autofree char *got = NULL;

	test_draft_init(&d, MB_KIND_MINUTE, NULL, "Matters Arising",
	                "78.1 (57.4) The clerk had written.\n"
	                "78.2 (81.3) The hedge was cut.\n"
	                "78.3 (2019) A year is no minute.\n"
	                "78.4 (61) Pond sign. It was painted.\n"
	                "(1) The gate was oiled.\n"
	                "78.5 (58.2, the lane by the mill) It is shut.\n"
	                "78.6 (59.2.b) The step was mended.");
	d.draft.item->number = g_strdup("78");
	mb_links_find(&d.draft, d.lines);
	got = refs_of(d.draft.item);
	assert_string_equal(
	    got, "back - 57.4; back - 61; back - 58.2; back - 59.2.b");
	test_draft_clear(&d);
}

/* What stands above the item, for the date of the meeting before: behind a long
 * name; a month alone that is this meeting's own tells nothing. */
static void
minutes_above_tell_when_they_were(void **state)
{
	static const struct {
		const char *above;
		const char *refs;
	} rows[] = {
		{ "Minutes of the Harbour and Inland\nWaters Committee\n"
		  "8 October 2020 at 5.00 pm",
		  "back 2020-10-08 -" },
		{ "Minutes – October 2020\nQuay\nHall", "back 2020-10 -" },
		{ "Minutes – November 2020\nQuay\nHall", "back - -" },
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct test_draft d;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_AGENDA, rows[i].above,
		                "Minutes of the previous meeting", "");
		d.part.first = 3;
		mb_links_find(&d.draft, d.lines);
		got = refs_of(d.draft.item);
		assert_string_equal(got, rows[i].refs);
		test_draft_clear(&d);
	}
}

/* Below "Subject (date of meeting)" one date may do for several subjects. */
static void
a_row_is_of_the_meeting_above(void **state)
{
	static const char *const heads[] = { "Subject (date of meeting)",
		                             "Subject (cost)" };

	for (guint i = 0; i < G_N_ELEMENTS(heads); i++) {
		struct test_draft d;
		g_autofree char *got = NULL;
		struct mb_line *line;

		test_draft_init(&d, MB_KIND_ACTION, "h\nr\n", "Crane",
		                "Oil it.");
		line = mb_lines_at(d.lines, 0);
		line->kind = MB_LINE_ROW;
		line->cells = g_strsplit(heads[i], "|", -1);
		line = mb_lines_at(d.lines, 1);
		line->kind = MB_LINE_ROW;
		line->cells =
		    g_strsplit("Tolls (9 th September 2020)", "|", -1);
		mb_links_find(&d.draft, d.lines);
		got = refs_of(d.draft.item);
		assert_string_equal(got, i ? "" : "back 2020-09-09 -");
		test_draft_clear(&d);
	}
}

/* What is asked for, and in another cell when it is to be. */
static void
a_row_asks_once(void **state)
{
	struct test_draft d;
	g_autofree char *got = NULL;

	test_draft_init(&d, MB_KIND_ACTION, NULL, "Pilots",
	                "To arrange a meeting with the pilots.\n"
	                "Meeting arranged for 3rd April 2021");
	mb_links_find(&d.draft, d.lines);
	got = refs_of(d.draft.item);
	assert_string_equal(got, "forward 2021-04-03");
	test_draft_clear(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_are_found),
		cmocka_unit_test(what_is_asked_for_is_found),
		cmocka_unit_test(earlier_meetings_are_found),
		cmocka_unit_test(an_action_tells_its_origin),
		cmocka_unit_test(earlier_numbers_stand_in_brackets),
		cmocka_unit_test(minutes_above_tell_when_they_were),
		cmocka_unit_test(a_row_is_of_the_meeting_above),
		cmocka_unit_test(a_row_asks_once),
	};

	return cmocka_run_group_tests_name("links", tests, NULL, NULL);
}
