/* numbering: which numbered lines are the items, as a problem of sequence.
 * In: struct mb_heading of one meeting (headings.h).  Out: the run of them
 * that best counts upwards.  Called by items.c.
 *
 *	43. Apologies        <- chosen
 *	44. Declaration      <- chosen
 *	    1. It was noted  <- counts upwards too, but looks like no heading,
 *	    2. Members       <- and 45 follows 44
 *	45. Minutes          <- chosen
 *
 * Every heading brings its score; every step from one to the next costs what
 * is odd about it: numbers left out, another style.  The dearest path through
 * them is found by dynamic programming over the last number, not over all
 * pairs, so that a paper of 200,000 numbered lines takes no longer a line
 * than one of 200. */
#ifndef MB_INDEXER_NUMBERING_H
#define MB_INDEXER_NUMBERING_H

#include <glib.h>

#include "indexer/headings.h"

/* Choose.
 *   headings  of struct mb_heading, in order
 *   total     score of the chosen run; 0 when none is
 *   returns   (transfer full) of guint: indices into @headings, ascending */
GArray *mb_numbering_choose(const GArray *headings, float *total);

/* The run within one step of which the run @inner lies, as the points of one
 * item do: "V. COMMITTEE REPORTS", then 1 to 13, then "VI. ADJOURNMENT".
 *   total     score of that run
 *   returns   (transfer full) as above; NULL when there is none */
GArray *mb_numbering_around(const GArray *headings, const GArray *inner,
                            float *total);

/* Add to the run @chosen what counts on before its first and behind its last
 * with nothing numbered between, in the style of that: items that are nothing
 * but long sentences speak against themselves one by one. */
void mb_numbering_extend(const GArray *headings, GArray *chosen);

/* The run that counts from 1 with nothing numbered between, in one style: most
 * of the numbers there are, whatever is said behind them.
 *   returns  (transfer full) as above; empty when there is none */
GArray *mb_numbering_count(const GArray *headings);

#endif
