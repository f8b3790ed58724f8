/* unnumbered: the items of a part whose headings have no numbers.
 * In: a part of the paper.  Out: struct mb_entry (entries.h) added.
 * Called by entries.c. */
#ifndef MB_INDEXER_UNNUMBERED_H
#define MB_INDEXER_UNNUMBERED_H

#include "indexer/entries.h"

void mb_unnumbered_find(const struct mb_lines *lines,
                        const struct mb_looks *looks,
                        const struct mb_part *part, GArray *entries);

/* Whether headings without numbers are more like those of items than numbered
 * ones: under "## Petitions" numbers are those of petitions.
 *   numbered  line of the only one that has a number, MB_NO_LINE for more:
 * above all others it has them as its text n_known   times that numbered ones
 * are of business called so everywhere */
gboolean mb_unnumbered_is_better(const struct mb_lines *lines,
                                 const struct mb_looks *looks,
                                 const struct mb_part *part, guint numbered,
                                 guint n_known);

/* The one entry of a part in which no heading was found: all of its text, below
 * "AGENDA" or the lists of those present. */
void mb_unnumbered_whole(const struct mb_lines *lines,
                         const struct mb_looks *looks,
                         const struct mb_part *part, GArray *entries);

#endif
