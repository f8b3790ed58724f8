/* items: the items of each part of a paper.
 * In: struct mb_lines, struct mb_meetings.  Out: struct mb_draft, an item
 * document with its place in the lines (resolutions.h, people.h, links.h,
 * exempt.h, document.h).  Printed by `minutebook-index --dump=items`. */
#ifndef MB_INDEXER_ITEMS_H
#define MB_INDEXER_ITEMS_H

#include <glib.h>

#include "base/item.h"
#include "indexer/meetings.h"

/* An item being put together: where it stands, and what is known of it. */
struct mb_draft {
	struct mb_item *item; /* kind, number, title, text, date, committee,
	                       * council and source are set here */
	const struct mb_part *part; /* owned by struct mb_meetings */
	guint head;                 /* first line of the heading */
	guint body; /* first line of the text; a heading that runs on into its
	             * text shares that line, and body_offset says where */
	guint end;  /* first line after the item */
	gsize body_offset; /* bytes into line @body */
	guint group;       /* line that names who moves the motions below it:
	                    * "Notices of Motion submitted by Councillor L.
	                    * Galvin"; MB_NO_LINE */
	guint table;       /* line of the head of the table that an action is a
	                    * row of; MB_NO_LINE */
};

/* Find the items of a paper, in paper order.  One in which none can be told is
 * an appendix as a whole; only one without words has no items.
 *   lines, meetings  borrowed; must outlive the drafts
 *   path             of the paper
 *   returns          (transfer full) of struct mb_draft, never NULL, may be
 *                    empty */
GPtrArray *mb_items_find(const struct mb_lines *lines,
                         const struct mb_meetings *meetings, const char *path);

/* For --dump=items and golden tests.  Transfer full. */
char *mb_items_dump(GPtrArray *drafts);

#endif
