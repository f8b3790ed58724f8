/* marker: finds in a text the words that a query matched.
 * In: a query and an item that it found.  Out: places in the item's words.
 * Called by snippet.c and by the renderers that show whole texts.
 *
 * It cuts and stems with the shim's own words and stemmer, so it marks exactly
 * what matched. */
#ifndef MB_QUERY_MARKER_H
#define MB_QUERY_MARKER_H

#include <glib.h>

#include "base/item.h"
#include "shim/search.h"

/* A place in a text that matched. */
struct mb_mark {
	gsize start;  /* bytes from the start of the text */
	gsize end;    /* first byte after it */
	guint needle; /* which of the things looked for it is */
};

/* Marks in one text at most: a page with more is unreadable. */
#define MB_MARKER_MAX_MARKS 4000

struct mb_marker;

/* What to look for in @item because of @query: the query's words; of people who
 * are asked for, the name as the item has it and the words of the post.
 *   query, search, item  borrowed; must outlive the marker
 *   item     NULL: the query's words alone
 *   returns  (transfer full) never NULL */
struct mb_marker *mb_marker_new(const struct mb_query *query,
                                struct mb_search *search,
                                const struct mb_item *item);
void mb_marker_free(struct mb_marker *marker);
typedef struct mb_marker mb_marker;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_marker, mb_marker_free)

/* How many different things are looked for; 0: nothing will be marked. */
guint mb_marker_n_needles(const struct mb_marker *marker);

/* Start on a text (n_bytes -1: to NUL), then take one mark after the other, in
 * the order of their ends: FALSE at the end.  A role may take in a word that
 * was marked before by itself: mb_marker_append() then drops that. */
void mb_marker_start(struct mb_marker *marker, const char *text,
                     gssize n_bytes);
gboolean mb_marker_next(struct mb_marker *marker, struct mb_mark *mark);

/* Append @mark to @marks (GArray of struct mb_mark), in place of those that it
 * overlaps. */
void mb_marker_append(GArray *marks, const struct mb_mark *mark);

/* All marks in @text, in order, apart: GArray of struct mb_mark.  Transfer
 * full. */
GArray *mb_marker_all(struct mb_marker *marker, const char *text);

#endif
