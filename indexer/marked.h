/* marked: headings without numbers that share their lines with their text, where
 * a mark parts them: "Planning: None.", "Matters Arising: The bench is mended".
 * In: a part of the paper.  Out: which lines they are.  Called by
 * unnumbered.c. */
#ifndef MB_INDEXER_MARKED_H
#define MB_INDEXER_MARKED_H

#include "indexer/looks.h"
#include "indexer/meetings.h"

/* Whether the minutes @part have their headings so: several are business that
 * is called so everywhere. */
gboolean mb_marked_is_style(const struct mb_lines *lines,
                            const struct mb_looks *looks,
                            const struct mb_part *part);

/* Whether line @i of such minutes begins with a heading. */
gboolean mb_marked_at(const struct mb_lines *lines,
                      const struct mb_looks *looks, guint i);

#endif
