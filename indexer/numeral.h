/* numeral: the numbers of lists, as letters and Roman numerals.
 * In: a count.  Out: "4", "d", "IV".  Called by html-walk.c and
 * list-numbers.c. */
#ifndef MB_INDEXER_NUMERAL_H
#define MB_INDEXER_NUMERAL_H

#include <glib.h>

/* Append @n in the style of HTML's lists: '1', 'a', 'A', 'i' or 'I'.  What the
 * style has no numeral for is written in digits. */
void mb_numeral_append(GString *out, char style, int n);

#endif
