/* acting: what somebody named in the text is told to do or be, which says on
 * which side of the table he sits.
 * In: struct mb_tokens, struct mb_mention.  Called by people.c. */
#ifndef MB_INDEXER_ACTING_H
#define MB_INDEXER_ACTING_H

#include "indexer/mentions.h"

/* "Jeanelle de Gruchy presented the report": the name and the verb beside it.
 */
gboolean mb_acting_reports(const struct mb_tokens *t,
                           const struct mb_mention *m);

/* Does the sentence, or the heading, say that who is named presents? */
gboolean mb_acting_presents(const struct mb_tokens *t,
                            const struct mb_mention *m);

/* "Mr Smith, a resident": nobody from the lists. */
gboolean mb_acting_is_public(const struct mb_tokens *t,
                             const struct mb_mention *m);

#endif
