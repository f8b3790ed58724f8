/* understood-notes: what one word, phrase, date or name of a question means.
 * In: a leaf of its tree.  Out: lines for people.  Called by understood.c. */
#ifndef MB_QUERY_UNDERSTOOD_NOTES_H
#define MB_QUERY_UNDERSTOOD_NOTES_H

#include "query/ask.h"
#include "query/authority.h"

/* Say in @notes what else the folded words @key are looked for as, since papers
 * teach that they are short for it or it for them.
 *   before  how a line begins: what is meant by @key */
void mb_understood_note_acronyms(GPtrArray *notes, const char *before,
                                 const char *key, struct mb_search *search);

/* Lines for @ask, which has no children: GPtrArray of char *, transfer full.
 *   conf       NULL: none
 *   authority  of all papers; NULL: people are not told */
GPtrArray *mb_understood_notes(const struct mb_ask *ask,
                               struct mb_search *search,
                               const struct mb_conf *conf,
                               struct mb_authority *authority);

#endif
