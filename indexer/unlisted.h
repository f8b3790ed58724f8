/* unlisted: entries of an agenda whose numbers the scanner lost, or parted from
 * them into a column of their own.
 * In: lines between entries that are known.  Out: struct mb_entry (entries.h)
 * added.  Called by entries.c.
 *
 *	10.                      <- a column of the numbers that were read
 *	11.
 *	Disposal of Land         <- an entry: its purpose stands below
 *	To note proposal for …
 *	Questions submitted by Councillor J. Scanlan
 *	I will ask at the next Meeting …   <- an entry: what a member asks
 *	Correspondence           <- an entry: business known everywhere */
#ifndef MB_INDEXER_UNLISTED_H
#define MB_INDEXER_UNLISTED_H

#include "indexer/entries.h"

/* Entries in lines [first, end), appended to @entries without numbers.
 *   motions_only  no headings, but what members ask and move */
void mb_unlisted_find(const struct mb_lines *lines,
                      const struct mb_looks *looks, guint first, guint end,
                      gboolean motions_only, GArray *entries);

/* "I will ask at the next Meeting …", also where a scanner made a bar or an
 * exclamation mark of the "I". */
gboolean mb_unlisted_is_motion(const char *fold);

/* "Questions submitted by Councillor L. Galvin", "NOTICES OF MOTION": stands
 * above entries and is none. */
gboolean mb_unlisted_is_label(const char *fold);

#endif
