/* points: items whose headings are lost, or numbered anew, told by the numbers
 *of their points. In: headings that were chosen.  Out: entries added to the
 *chain.  Called by missing.c.
 *
 *	4. Minutes of the last meeting
 *	5.1 Chairman's Report       <- item 5 begins here
 *	5.2 Clerk's Report
 *	1. Council policies         <- item 6: its points say so
 *	6.1 Training policy */
#ifndef MB_INDEXER_POINTS_H
#define MB_INDEXER_POINTS_H

#include "indexer/chain.h"

/* Add those between two chosen headings; @next is NULL behind the last.  FALSE
 * when there are none. */
gboolean mb_points_add(struct mb_chain *c, const struct mb_heading *h,
                       const struct mb_heading *next);

#endif
