/* credits: the label that makes whoever stands behind it the author of a report
 * or the one to ask: "Contact Officer:", "Report of:", "Prepared by".
 * In: struct mb_tokens (tokens.h).  Out: whether such a label stands there.
 * Called by mentions.c. */
#ifndef MB_INDEXER_CREDITS_H
#define MB_INDEXER_CREDITS_H

#include "indexer/names.h"
#include "indexer/roles.h"

/* TRUE when @role is no post but a label: "Contact Officer", "Report Author",
 * "Lead Officer:". */
gboolean mb_credit_is_label(const struct mb_tokens *t,
                            const struct mb_role *role);

/* TRUE when a label of staff stands before word @i, where a name or a post
 * begins. */
gboolean mb_credit_before(const struct mb_tokens *t, guint i);

/* "Lead Officer Neil Kirby": the end of a label at word @i that stands before a
 * name without a mark; 0 when there is none. */
guint mb_credit_label_end(const struct mb_tokens *t, guint i);

#endif
