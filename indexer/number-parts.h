/* number-parts: the parts that numbers of items are made of: digits, capitals,
 * Roman numerals, years.
 * In: a place in a line.  Out: what stands there, added to struct mb_heading.
 * Called by numbers.c, whose shapes are patterns of such parts. */
#ifndef MB_INDEXER_NUMBER_PARTS_H
#define MB_INDEXER_NUMBER_PARTS_H

#include "indexer/headings.h"

/* Match the @element of a pattern (numbers.c) at @p, which is then behind it,
 * and add it to @h.  FALSE when something else stands there. */
gboolean mb_number_part(char element, const char **p, struct mb_heading *h);

/* Give a number that a scanner misread its digits: "2l9" is 219. */
void mb_number_mend(char *number);

/* Bytes of a dash at @p with the space behind it; 0 when there is none. */
gsize mb_number_dash(const char *p);

#endif
