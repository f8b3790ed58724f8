/* understood-notes: what one word, phrase, date or name of a question means.
 * In: a leaf of its tree.  Out: lines for people.  Called by understood.c. */
#ifndef MB_QUERY_UNDERSTOOD_NOTES_H
#define MB_QUERY_UNDERSTOOD_NOTES_H

#include "query/ask.h"
#include "query/authority.h"

/* Lines for @ask, which has no children: GPtrArray of char *, transfer full.
 *   conf       NULL: none
 *   authority  of all papers; NULL: people are not told */
GPtrArray *mb_understood_notes(const struct mb_ask *ask,
                               struct mb_search *search,
                               const struct mb_conf *conf,
                               struct mb_authority *authority);

#endif
