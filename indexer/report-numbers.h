/* report-numbers: the agenda items that reports and appendices belong to.
 * In: the drafts of a paper (items.h).  Out: their numbers.  Called by
 * items.c. */
#ifndef MB_INDEXER_REPORT_NUMBERS_H
#define MB_INDEXER_REPORT_NUMBERS_H

#include "indexer/items.h"

/* Number the reports that print none by the agenda entry of the same title, and
 * appendices as what they follow. */
void mb_report_numbers_set(GPtrArray *drafts);

#endif
