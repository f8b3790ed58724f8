/* status: what rows of trackers say of being done, and by when. */
#include "query/status.h"

#include "tests/unit/test.h"

static void
test_closed(void **state)
{
	static const struct {
		const char *status;
		int want; /* enum mb_confidence; -1: open */
	} rows[] = {
		{ "ACTION CLOSED", MB_CONFIDENCE_CERTAIN },
		{ "Sign completed. Action closed", MB_CONFIDENCE_CERTAIN },
		{ "Done + cutting Churchyard", MB_CONFIDENCE_CERTAIN },
		{ "Emailed to Members on 8th February 2023",
		  MB_CONFIDENCE_LIKELY },
		{ "Letter forwarded to the Chancellor on 14th February 2023",
		  MB_CONFIDENCE_LIKELY },
		{ "Being done 31/3/23", -1 },
		{ "Not completed", -1 },
		{ "To be completed by June", -1 },
		{ "Partly complete", -1 },
		{ "ON GOING - AS to action", -1 },
		{ "To email Members the outcome", -1 },
		{ "Report", -1 },
		{ "", -1 },
		{ NULL, -1 },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		enum mb_confidence confidence;
		gboolean closed =
		    mb_status_is_closed(rows[i].status, &confidence);

		assert_int_equal(closed, rows[i].want >= 0);
		if (closed)
			assert_int_equal(confidence, rows[i].want);
	}
}

static void
test_due(void **state)
{
	static const struct {
		const char *due, *status;
		guint32 want;
	} rows[] = {
		{ "30 June 2023", NULL, 20230630 },
		{ "30 June", NULL, 20230630 },
		{ "10 January", NULL, 20240110 },
		{ NULL, "Report due September 2023", 20230900 },
		{ NULL, "to be provided by the end of March 2023", 20230300 },
		{ NULL, "Meeting arranged for 3rd April 2023", 0 },
		{ "as soon as possible", NULL, 0 },
		{ NULL, NULL, 0 },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(mb_item) item = mb_item_new();

		item->date_ymd = 20230313;
		mb_item_add_action(item, NULL, rows[i].due, rows[i].status);
		assert_int_equal(mb_status_due(item), rows[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_closed),
		cmocka_unit_test(test_due),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
