/* part-title: what a paper without any sign is, and where the title of a part
 * ends.
 * In: struct mb_signs (signs.h).  Out: a kind, a line.  Called by parts.c. */
#ifndef MB_INDEXER_PART_TITLE_H
#define MB_INDEXER_PART_TITLE_H

#include "indexer/signs.h"

/* What a paper without any sign is, by the words of its name and its text. */
enum mb_part_kind mb_part_guess(const struct mb_signs *s, const char *path);

/* Where the title of a part ends: at the attendance list of minutes, at the
 * first item of an agenda. */
guint mb_part_title_end(const struct mb_signs *s, const struct mb_part *part);

#endif
