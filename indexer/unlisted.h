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

#include "indexer/chain.h"

/* Whether chosen heading @k is one of a column of numbers that text extraction
 * parted from their titles. */
gboolean mb_unlisted_in_column(const struct mb_chain *c, guint k);

/* Add the entries between chosen heading @k and @next, the next that is in no
 * column of numbers; @next may be the number of headings. */
void mb_unlisted_add(struct mb_chain *c, guint k, guint next);

/* The same in [first, end), where no number was left at all: they take the
 * place of @entries when they are many more. */
void mb_unlisted_all(const struct mb_lines *lines, const struct mb_looks *looks,
                     guint first, guint end, GArray *entries);

/* "I will ask at the next Meeting …", also where a scanner made a bar or an
 * exclamation mark of the "I". */
gboolean mb_unlisted_is_motion(const char *fold);

/* "Questions submitted by Councillor L. Galvin", "NOTICES OF MOTION": stands
 * above entries and is none. */
gboolean mb_unlisted_is_label(const char *fold);

#endif
