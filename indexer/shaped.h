/* shaped: numbers inside long lines that are told by their shape alone, since
 * they count up through the paper: "Par/86/09-10 Apologies … Par/87/09-10".
 * In: struct mb_lines.  Out: where to cut.  Called by ran-together.c. */
#ifndef MB_INDEXER_SHAPED_H
#define MB_INDEXER_SHAPED_H

#include <glib.h>

#include "indexer/headings.h"
#include "indexer/lines.h"

/* Shorter lines are lines as printed. */
#define MB_SHAPED_MIN_CHARS 120

/* Where in the paper such a number stands. */
struct mb_shaped_place {
	guint line;
	gsize at; /* bytes */
	struct mb_heading number;
};

/* The places inside lines before which a number of the paper's sequence
 * begins, in order: (transfer full) of struct mb_shaped_place, NULL when there
 * is no such sequence. */
GArray *mb_shaped_find(const struct mb_lines *lines);

#endif
