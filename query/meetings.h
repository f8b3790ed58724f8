/* meetings: each sitting of each committee that the index has items of, with
 * who was there and the papers that tell of it.
 * In: the records of all papers (shim/papers.h).  Out: struct mb_meeting.
 * Called by command-meetings.c. */
#ifndef MB_QUERY_MEETINGS_H
#define MB_QUERY_MEETINGS_H

#include <glib.h>

#include "query/answer.h"

struct mb_meeting {
	char *id;        /* "council/committee/2020-03-05", as its items' ids
	                  * begin */
	char *council;   /* NULL unknown */
	char *committee; /* NULL unknown */
	guint32 date_ymd;
	guint n_items;
	GPtrArray *papers;    /* of char *, by path */
	GPtrArray *present;   /* of char *: who is listed so, by name */
	GPtrArray *apologies; /* of char * */
	GPtrArray *named;     /* of char *: officers named in no list */
};

/* Which meetings are wanted. */
struct mb_meeting_wish {
	const char *committee;    /* folded words of its name; NULL: any */
	guint32 from_ymd, to_ymd; /* 0: open */
	const char *id;           /* NULL: any */
};

/* The meetings of known date that @wish asks for, by date, council and
 * committee: of struct mb_meeting.  Transfer full; NULL on error as
 * mb_answer_papers(). */
GPtrArray *mb_meetings(struct mb_answer *answer,
                       const struct mb_meeting_wish *wish, GError **error);

/* Its items, in the order of the papers: of struct mb_item.  Transfer full;
 * errors as mb_answer_ask(). */
GPtrArray *mb_meeting_items(struct mb_answer *answer,
                            const struct mb_meeting *meeting, GError **error);

#endif
