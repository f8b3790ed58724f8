/* mentions: every place in an item that matches a question.
 * In: an item and the marker of the question that found it.  Out: struct
 * mb_mention, in the order of the text.  Called by command-mentions.c and by
 * the dossier. */
#ifndef MB_QUERY_MENTIONS_H
#define MB_QUERY_MENTIONS_H

#include <glib.h>

#include "base/item.h"
#include "query/marker.h"

struct mb_mention {
	char *before; /* of its sentence, on one line, safe to show (plain.h) */
	char *match;
	char *after;
	GPtrArray *who; /* of struct mb_person, the item's: whose name or post
	                 * the match is, or stands in; may be empty */
	gboolean in_title;
	const struct mb_item_page *page; /* the item's, where the match begins;
	                                  * NULL: the page it begins on */
};

/* Words that matched side by side are one mention.  Transfer full, of struct
 * mb_mention, which borrow from @item; empty when what matched does not stand
 * in its words. */
GPtrArray *mb_mentions(const struct mb_item *item, struct mb_marker *marker);

#endif
