/* snippet: the few words of an item that show why it was found.
 * In: an item and a marker (marker.h).  Out: struct mb_snippet, which the
 * renderers mark in their own ways.
 *
 * Made here from the stored text, because Xapian's snippets can't show a match
 * in a field: an officer who is found by role is shown by the role's words. */
#ifndef MB_QUERY_SNIPPET_H
#define MB_QUERY_SNIPPET_H

#include <glib.h>

#include "base/item.h"
#include "query/marker.h"

/* About this long, in bytes of text. */
#define MB_SNIPPET_BYTES 240

/* After the first match in a long report, this many bytes more are looked
 * through for a better one. */
#define MB_SNIPPET_LOOK_ON 32768

struct mb_snippet {
	char *text;    /* one line, safe to show (plain.h); "" for no text;
	                * U+2026 stands for what was left out */
	GArray *marks; /* of struct mb_mark, in order, apart, bytes of @text */
};

/* The best place in the item's text, or the best two; the start of the text
 * when nothing in it matched.  Transfer full, never NULL. */
struct mb_snippet *mb_snippet_make(struct mb_marker *marker,
                                   const struct mb_item *item);
void mb_snippet_free(struct mb_snippet *snippet);
typedef struct mb_snippet mb_snippet;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_snippet, mb_snippet_free)

#endif
