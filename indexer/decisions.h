/* decisions: what the forms and the tables of a decision notice tell.
 * In: the lines of a form or a row.  Out: its number, its decision.  Called by
 * items.c and deciding-block.c. */
#ifndef MB_INDEXER_DECISIONS_H
#define MB_INDEXER_DECISIONS_H

#include "indexer/looks.h"

/* The agenda item that a decision was taken under, "(agenda item 7)" below its
 * subject at line @first.  Transfer full; NULL when there is none. */
char *mb_decision_number(const struct mb_looks *looks, guint first, guint end);

/* "Decision No. 2021/47" above its subject: the number; NULL when line @i is
 * none.  Transfer full. */
char *mb_decision_label(const struct mb_lines *lines,
                        const struct mb_looks *looks, guint i);

/* What stands below "Decision" in the row of a table that is line @i; NULL when
 * it is none.  Transfer none. */
const char *mb_decision_cell(const struct mb_lines *lines, guint i);

/* Whether lines [first, end) hold a decision: "RESOLVED: That …". */
gboolean mb_decision_is_told(const struct mb_lines *lines, guint first,
                             guint end);

#endif
