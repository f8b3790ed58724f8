/* group: the items found that are one matter of one meeting: its line of the
 * agenda, its report with appendices, and its minute.
 * In: an answer that was asked for all its items.  Out: struct mb_group.
 * Called by command-search.c.
 *
 * Items of one meeting are one matter when their headings have their words in
 * common, or when agenda, report and appendix of one paper bear one number. */
#ifndef MB_QUERY_GROUP_H
#define MB_QUERY_GROUP_H

#include <glib.h>

#include "query/answer.h"

/* Words of the shorter of two headings that the other must have. */
#define MB_GROUP_LIKE 0.8

/* An item of a group. */
struct mb_grouped {
	guint row; /* of the answer */
	enum mb_kind kind;
	char *id;
	char *name; /* "report 5, p. 12" */
};

struct mb_group {
	GPtrArray *items; /* of struct mb_grouped: minute, decision, report,
	                   * appendix, agenda, others; as found among each */
};

/* By the place of the best of their items: of struct mb_group.  Transfer full;
 * NULL on error as mb_answer_item(). */
GPtrArray *mb_groups(struct mb_answer *answer, GError **error);

#endif
