/* acting: what somebody named in the text is told to do or be, which says on
 * which side of the table he sits.
 * In: struct mb_tokens, struct mb_mention.  Called by people.c. */
#ifndef MB_INDEXER_ACTING_H
#define MB_INDEXER_ACTING_H

#include "indexer/mentions.h"

/* Does the sentence, or the heading, say that who is named presents something,
 * a report or an update? */
gboolean mb_acting_presents(const struct mb_tokens *t,
                            const struct mb_mention *m);

/* "The report, introduced by Jessica Bale", "an update from Jessica Bale": the
 * same by what leads up to the name. */
gboolean mb_acting_introduced(const struct mb_tokens *t,
                              const struct mb_mention *m);

/* "Jessica Bale advised that the work was done": does who is named answer for
 * something, rather than ask or object? */
gboolean mb_acting_answers(const struct mb_tokens *t,
                           const struct mb_mention *m);

/* "Mr Smith, a resident": nobody from the lists. */
gboolean mb_acting_is_public(const struct mb_tokens *t,
                             const struct mb_mention *m);

/* "from the following co-opted Members: Ann Orme and Jim Groves", "Independent
 * Member: Tom Pell": TRUE when the sentence says so before the name at @i. */
gboolean mb_acting_is_among_others(const struct mb_tokens *t, guint i);

/* "Sue Orme, Chair of Governors", "Chair of the Residents' Association": TRUE when who is named
 * without a councillor's title chairs no body of a council. */
gboolean mb_acting_chairs_outside(const struct mb_mention *m);

#endif
