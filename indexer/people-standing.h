/* people-standing: whether who is named in an item is an officer or a member.
 * In: a name in its text (mentions.h) and who the lists say it is.  Out: the
 * standing.  Called by people.c only. */
#ifndef MB_INDEXER_PEOPLE_STANDING_H
#define MB_INDEXER_PEOPLE_STANDING_H

#include "indexer/items.h"
#include "indexer/mentions.h"
#include "indexer/who.h"

/* What one item's people are looked for with. */
struct mb_people_finder {
	struct mb_draft *draft;
	struct mb_who who;
	const struct mb_tokens *t;
	GPtrArray *mentions; /* of struct mb_mention */
	GPtrArray *found;    /* of people.c */
};

/* The standing of who is named by @m.
 *   a      the one of the lists that it is; NULL when they have nobody
 *   known  FALSE when nothing tells: the standing is then MB_STANDING_OTHER */
enum mb_standing mb_people_standing(const struct mb_people_finder *f,
                                    const struct mb_mention *m,
                                    const struct mb_attendee *a,
                                    gboolean *known);

#endif
