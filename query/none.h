/* none: why nothing was found, so that "none" can be trusted to mean none.
 * In: a question that found nothing, and the index.  Out: lines for people:
 * which part of the question nothing has, what was searched, what can't be.
 * Called by asking.c and the search page. */
#ifndef MB_QUERY_NONE_H
#define MB_QUERY_NONE_H

#include <glib.h>

#include "query/answer.h"

/* GPtrArray of char *, transfer full; what can't be told is left out. */
GPtrArray *mb_none_lines(struct mb_answer *answer,
                         const struct mb_question *question);

#endif
