/* link-rows-earlier: more of link-rows.h: what is told of earlier meetings. */
#ifndef MB_TESTS_LINK_ROWS_EARLIER_H
#define MB_TESTS_LINK_ROWS_EARLIER_H

#include "tests/unit/link-rows.h"

static const struct link_row earlier_rows[] = {
	/* several days of one month */
	{ "Quays",
	  "The minutes of the Pilot Board held on 3rd, 4th and 7th May 2020 "
	  "were received.",
	  "back 2020-05-04 -; back 2020-05-03 -; back 2020-05-07 -" },
	{ "Quays", "Buoy 12, at the meeting on 7th May 2020.",
	  "back 2020-05-07 -" },
	/* agreed, and then what arose from them by its number */
	{ "Minutes of the meeting of 14 October 2020 and matters arising",
	  "The minutes of the 14 October 2020 meeting were agreed.\n"
	  "Item 5 Slipway: it was painted.\n"
	  "Item 7 Crane: it was oiled.",
	  "back 2020-10-14 5; back 2020-10-14 7; back 2020-10-14 -" },
	{ "Minutes of 14 October 2020",
	  "They were agreed with corrections in items 19, 21 and 23a.",
	  "back 2020-10-14 -; back 2020-10-14 19; back 2020-10-14 21; back "
	  "2020-10-14 23a" },
	{ "Minutes of the previous meeting",
	  "Signed after an alteration to 2409 re the tolls.",
	  "back - -; back - 2409" },
	{ "Minutes of the previous meeting",
	  "Matters arising: on item 6, the buoy had been painted.",
	  "back - -; back - 6" },
	{ "Minutes of the previous meeting", "A change to 2 pages was noted.",
	  "back - -" },
	{ "Quays", "A correction was made in item 6 of the price list.", "" },
	{ "Minutes of the 2019 Annual Assembly",
	  "These were moved as correct by Cllr Ames.", "back - -" },
	/* the date first, then who met */
	{ "Quays", "In November 2019 Full Council passed a motion on tolls.",
	  "back 2019-11 -" },
	{ "Quays", "On 3 June 2020, the Pilot Authority met with the divers.",
	  "back 2020-06-03 -" },
	{ "Quays", "Our monthly Tide Board in June 2020 noted the gauge.",
	  "back 2020-06 -" },
	{ "Quays", "On 3 June 2020 a letter to the Council noted the gauge.",
	  "" },
	{ "Quays", "By a letter of 3 June 2020 the Council noted the gauge.",
	  "" },
	{ "Quays", "A call-in of a decision of the Board dated 3 June 2020.",
	  "back 2020-06-03 -" },
	{ "Quays",
	  "That the minutes be received: Advisory Council on Tides – 3 June "
	  "2020.",
	  "back 2020-06-03 -" },
	{ "Quays", "The talk, deferred from June, would now be given.",
	  "back 2020-06 -" },
	{ "Minutes of the previous meeting",
	  "The Chair said that it would be the last meeting of the pilot.",
	  "back - -" },
	{ "Matters", "He said that this was the last meeting with minutes.",
	  "" },
	{ "Quays", "The reply to the Meeting and the position at 3 June 2020.",
	  "" },
	/* of meetings to come */
	{ "Quays", "The next liaison group meeting is on 13 January.", "" },
	{ "Quays",
	  "Dates of future Harbour Board Meetings 2nd May, 4th July, 5th "
	  "September and 7th November 2021",
	  "" },
	{ "Quays",
	  "At the next meeting of the Board the motion passed at the October "
	  "2019 meeting will be read.",
	  "back 2019-10 -; forward -" },
};

#endif
