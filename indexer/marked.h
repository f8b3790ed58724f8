/* marked: headings without numbers that share their lines with their text, where
 * a colon or a stop parts them: "Planning: None.", "Planning. 5.1 Oak Lodge".
 * In: a part of the paper.  Out: which lines they are.  Called by
 * unnumbered.c. */
#ifndef MB_INDEXER_MARKED_H
#define MB_INDEXER_MARKED_H

#include "indexer/looks.h"
#include "indexer/meetings.h"

/* The mark that headings of the minutes @part end in, ':' or '.', when several of
 * them are business that is called so everywhere; 0 when none is. */
char mb_marked_style(const struct mb_lines *lines,
                     const struct mb_looks *looks,
                     const struct mb_part *part);

/* Whether line @i of such minutes begins with a heading. */
gboolean mb_marked_at(const struct mb_lines *lines,
                      const struct mb_looks *looks, guint i, char mark);

#endif
