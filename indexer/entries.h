/* entries: the lines at which the items of minutes and agendas begin.
 * In: a part of the paper (meetings.h).  Out: struct mb_entry.  Called by
 * items.c.  Numbered headings are chosen by numbering.c; numbers that text
 * extraction lost or parted from their titles are put back here; papers
 * without numbers are parted at headings that look alike. */
#ifndef MB_INDEXER_ENTRIES_H
#define MB_INDEXER_ENTRIES_H

#include <glib.h>

#include "indexer/headings.h"
#include "indexer/meetings.h"

struct mb_entry {
	guint head;     /* first line of the item */
	guint title;    /* where its title begins */
	gsize title_at; /* bytes into that line */
	gboolean
	    untitled; /* it is all text: "An apology was received from …" */
	gboolean inferred;
	char number[MB_HEADING_NUMBER_MAX]; /* "" when none */
};

/* (transfer full) of struct mb_entry, in paper order. */
GArray *mb_entries_find(const struct mb_lines *lines,
                        const struct mb_looks *looks,
                        const struct mb_part *part);

#endif
