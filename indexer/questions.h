/* questions: the questions of an annex that prints them with their answers.
 * In: lines of a paper.  Out: where each question begins, and its heading.
 * Called by signs.c, which tells such an annex, and items.c.
 *
 *	Public questions and answers
 *	Question 1 from Ms A Orme: Bus lanes     <- number 1, title
 *	When will …
 *	Answer: …                                <- of the same item */
#ifndef MB_INDEXER_QUESTIONS_H
#define MB_INDEXER_QUESTIONS_H

#include "indexer/looks.h"

/* Whether line @i begins a question: "Question 1", "Q2.", "Question from …",
 * "(1) Councillor Lusk asked the Leader". */
gboolean mb_questions_begins(const struct mb_looks *looks, guint i);

/* Whether line @i begins an answer: "Answer:", "Reply by the Leader". */
gboolean mb_questions_answers(const struct mb_looks *looks, guint i);

/* The number in the heading at @text, transfer full, NULL when there is none.
 *   rest  bytes of the label and number, 0 when the whole line is the title */
char *mb_questions_number(const char *text, gsize *rest);

#endif
