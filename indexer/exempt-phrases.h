/* exempt-phrases: what a line of a paper's header says of publication.
 * In: the words of the line.  Out: whether it withholds, denies, or speaks of
 * papers in general.  Called by exempt-words.c, exempt.c and withheld.c. */
#ifndef MB_INDEXER_EXEMPT_PHRASES_H
#define MB_INDEXER_EXEMPT_PHRASES_H

#include "indexer/tokens.h"

struct mb_word_set; /* names.h */

/* TRUE when a phrase that withholds has its key word at word @i: "NOT FOR
 * PUBLICATION", "paragraph 3 of Part 1 of Schedule 12A", "Members only". */
gboolean mb_exempt_phrase(const struct mb_tokens *t, guint i);

/* Word @i folded, "" behind the last. */
const char *mb_word_at(const struct mb_tokens *t, guint i);

/* TRUE when one of the words [first, end) is in the list, as mb_word_in(). */
gboolean mb_words_any(const struct mb_tokens *t, guint first, guint end,
                      struct mb_word_set **set, const char *words);

/* TRUE when word @i is a number or a letter: "Appendix 2B", "Item 14". */
gboolean mb_word_is_mark(const struct mb_tokens *t, guint i);

/* TRUE when word @i is a paper or a part of one: "report", "Appendix". */
gboolean mb_word_is_document(const struct mb_tokens *t, guint i);

/* TRUE when word @i is a "no"; the number sign of "Appendix No. 2" is none. */
gboolean mb_word_is_no(const struct mb_tokens *t, guint i);

/* TRUE when word @i gives "exempt" or "confidential" before it another sense:
 * "Exempt accommodation", "Confidential Reporting Code". */
gboolean mb_word_is_other_sense(const struct mb_tokens *t, guint i);

/* TRUE when a "no" is among the words [first, end). */
gboolean mb_words_deny(const struct mb_tokens *t, guint first, guint end);

/* TRUE when "publication", "public", "circulated" … is among them. */
gboolean mb_words_publish(const struct mb_tokens *t, guint first, guint end);

/* TRUE when the words before @end make a notice about papers in general: "Any
 * agendas containing exempt reports should be …". */
gboolean mb_words_are_notice(const struct mb_tokens *t, guint end);

/* A heading of an agenda, "EXEMPT ITEMS", or its "the public be excluded from
 * the meeting", says what follows, not what the paper is. */
gboolean mb_exempt_is_section(const char *line);

/* TRUE when a line, folded, begins as the label of a withheld paper does. */
gboolean mb_exempt_leads_label(const char *fold);

/* TRUE when a line, folded, is the heading of a section of a report or of an
 * agenda: "EXEMPT ITEMS". */
gboolean mb_exempt_is_heading(const char *fold);

#endif
