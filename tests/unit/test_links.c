#include "tests/unit/test.h"

#include "base/date.h"
#include "indexer/links.h"
#include "tests/unit/draft.h"

/* Links of an item of the meeting of 11 November 2020, as
 * "back DATE NUMBER; forward DATE", "-" for what is not told. */
static const struct {
	const char *title;
	const char *body;
	const char *refs;
} rows[] = {
	{ "Minutes",
	  "Resolved\nThat the minutes of the meeting held on 9th September "
	  "2020, "
	  "be approved as a correct record and signed.",
	  "back 2020-09-09 -" },
	{ "Minutes of the meeting held on 9 September 2020", "Agreed.",
	  "back 2020-09-09 -" },
	{ "Minutes", "The minutes of the previous meeting were agreed.",
	  "back - -" },
	{ "Minutes",
	  "That subject to the change in minute no. 37 – Quays, the minutes of "
	  "the meeting held on 30th January, 2020, be approved.",
	  "back 2020-01-30 37; back 2020-01-30 -" },
	{ "Tracker", "Minute 20(3) of 5 September 2020 refers.",
	  "back 2020-09-05 20(3)" },
	{ "Update",
	  "Meetings of the Board were held on 27 and 29 January 2020.",
	  "back 2020-01-27 -; back 2020-01-29 -" },
	{ "Quays", "A report be brought to the next meeting.", "forward -" },
	{ "Quays", "It was agreed to report to the June meeting.",
	  "forward 2021-06" },
	{ "Quays", "That an update be submitted to future meetings.",
	  "forward -" },
	{ "Quays", "This item was deferred.", "forward -" },
	{ "Quays", "A report be submitted in 12 months.", "forward -" },
	{ "Quays",
	  "The plan would be presented to the Corporate Parenting Board.",
	  "forward -" },
	/* told twice, linked once */
	{ "Quays",
	  "The dredging survey of the inner basin would be reported to the "
	  "next "
	  "meeting.\nResolved\nThat the dredging survey of the inner basin be "
	  "reported on at the next meeting of the Committee.",
	  "forward -" },
	/* no links */
	{ "Date of next meeting", "The next meeting is on 9 December 2020.",
	  "" },
	{ "Motion",
	  "“I will move at the next meeting that the quay be mended.”", "" },
	{ "Quays", "The work began on 3 May 2020.", "" },
	{ "Quays", "The letter of 3 May 2020 was read.", "" },
	{ "Quays", "It lasted 15 minutes.", "" },
	{ "Quays", "", "" },
};

static char *
refs_of(const struct mb_item *item)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);
		g_autofree char *date = mb_date_to_iso(r->date_ymd);
		g_auto(GStrv) words = g_strsplit(r->what, " ", -1);

		assert_true(*r->what != '\0');
		assert_true(g_strv_length(words) <= 8);
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
links_are_found(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct test_draft d;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_MINUTE, NULL, rows[i].title,
		                rows[i].body);
		mb_links_find(&d.draft, d.lines);
		got = refs_of(d.draft.item);
		if (strcmp(got, rows[i].refs) != 0)
			fail_msg("want '%s', got '%s': %s", rows[i].refs, got,
			         rows[i].body);
		test_draft_clear(&d);
	}
}

static void
an_action_tells_its_origin(void **state)
{
	static const struct {
		const char *number;
		const char *refs;
	} actions[] = {
		{ "Dec19.02", "back 2019-12 -" },
		{ "Oct 20.05", "back 2020-10 -" },
		{ "Nov20.01", "" }, /* this meeting's own */
		{ "7", "" },
	};

	for (guint i = 0; i < G_N_ELEMENTS(actions); i++) {
		struct test_draft d;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_ACTION, NULL, NULL, "Mend it.");
		d.draft.item->number = g_strdup(actions[i].number);
		mb_links_find(&d.draft, d.lines);
		got = refs_of(d.draft.item);
		assert_string_equal(got, actions[i].refs);
		test_draft_clear(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_are_found),
		cmocka_unit_test(an_action_tells_its_origin),
	};

	return cmocka_run_group_tests_name("links", tests, NULL, NULL);
}
