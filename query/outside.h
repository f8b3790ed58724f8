/* outside: what a question finds outside the items: on title pages, among who
 * attended, in an address before the first item.
 * In: a question's text.  Out: the text that asks for its words there (front:
 * of minutebook-query(7)), and how many places have them.  Called by none.c and
 * by the commands. */
#ifndef MB_QUERY_OUTSIDE_H
#define MB_QUERY_OUTSIDE_H

#include <glib.h>

#include "query/answer.h"

/* "front:(foster carers)" for a question of words, and for one that is a person
 * alone (officer:"Siân Parry") that name, also with the initial; NULL for all
 * others, because front: has no dates and no committees.  Transfer full. */
char *mb_outside_text(const char *text);

/* How many pieces of front matter have what @question asks for, and in @text
 * (transfer full) the question that finds them; 0 and NULL when there are none,
 * or when it can't be asked there. */
guint mb_outside_count(struct mb_answer *answer,
                       const struct mb_question *question, char **text);

/* "outside the items, on title pages or among who attended, 2 places have it:
 * ask front:(burke)", or NULL when none has.  Transfer full. */
char *mb_outside_line(struct mb_answer *answer,
                      const struct mb_question *question);

/* Have @question find what it asks for outside the items too, where it can be
 * asked there and something is found. */
void mb_outside_widen(struct mb_answer *answer, struct mb_question *question);

#endif
