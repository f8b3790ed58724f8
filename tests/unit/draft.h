/* draft: one item of a small paper in a test.
 * Included by the tests of what reads an item's text, after test.h. */
#ifndef MB_TESTS_UNIT_DRAFT_H
#define MB_TESTS_UNIT_DRAFT_H

#include <string.h>

#include "base/item.h"
#include "indexer/headings.h"
#include "indexer/items.h"

/* A paper of one part and one item: the first lines are what stands before the
 * item, for who is there. */
struct test_draft {
	struct mb_lines *lines;
	struct mb_meeting meeting;
	struct mb_part part;
	struct mb_meetings meetings;
	struct mb_draft draft;
};

static inline void
test_add_lines(struct mb_lines *lines, const char *text)
{
	g_auto(GStrv) split = g_strsplit(text, "\n", -1);
	gboolean gap = FALSE;

	for (guint i = 0; split[i] != NULL; i++) {
		struct mb_line *line = mb_lines_add(lines, split[i]);

		if (line)
			line->gap = gap;
		gap = line == NULL;
	}
}

/* An item of the meeting of 11 November 2020.
 *   before  lines above it, or NULL
 *   title   or NULL
 *   body    its text, lines parted by newlines, an empty line is a gap */
static inline void
test_draft_init(struct test_draft *d, enum mb_kind kind, const char *before,
                const char *title, const char *body)
{
	memset(d, 0, sizeof *d);
	d->lines = mb_lines_new();
	d->meeting.date_ymd = 20201111;
	d->meeting.committee = (char *)"Harbour Committee";
	if (before)
		test_add_lines(d->lines, before);
	d->draft.group = MB_NO_LINE;
	d->draft.table = MB_NO_LINE;
	d->draft.head = d->lines->lines->len;
	if (title)
		mb_lines_add(d->lines, title);
	d->draft.body = d->lines->lines->len;
	test_add_lines(d->lines, body);
	d->draft.end = d->lines->lines->len;
	d->part.kind =
	    kind == MB_KIND_REPORT ? MB_PART_REPORT : MB_PART_MINUTES;
	d->part.meeting = &d->meeting;
	d->part.end = d->draft.end;
	d->meetings.parts = g_ptr_array_new();
	d->meetings.meetings = g_ptr_array_new();
	g_ptr_array_add(d->meetings.parts, &d->part);
	g_ptr_array_add(d->meetings.meetings, &d->meeting);
	d->draft.part = &d->part;
	d->draft.item = mb_item_new();
	d->draft.item->kind = kind;
	d->draft.item->title = g_strdup(title);
	d->draft.item->date_ymd = d->meeting.date_ymd;
}

static inline void
test_draft_clear(struct test_draft *d)
{
	g_free(d->part.withheld);
	g_ptr_array_unref(d->meetings.parts);
	g_ptr_array_unref(d->meetings.meetings);
	mb_item_free(d->draft.item);
	mb_lines_free(d->lines);
}

#endif
