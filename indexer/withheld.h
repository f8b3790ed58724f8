/* withheld: where in a pack a part begins that is withheld from publication.
 * In: struct mb_signs (signs.h).  Out: the words that withhold it.  Called by
 * parts.c. */
#ifndef MB_INDEXER_WITHHELD_H
#define MB_INDEXER_WITHHELD_H

#include "indexer/signs.h"

/* The words by which line @i marks what stands below it as withheld, when it is
 * a paper behind or within another: "NOT FOR PUBLICATION by virtue of paragraph
 * 3" above a report.  NULL when it marks nothing, or speaks of an entry of the
 * agenda or of the minutes that it stands in.
 *   closed   the meeting that the lines before tell of is closed, or signed
 *   more     further wordings by configuration, NULL-terminated, or NULL
 *   returns  (transfer full) */
char *mb_withheld_begins(const struct mb_signs *s, guint i, gboolean closed,
                         const char *const *more);

/* The words of a label in the title of the part that line @i stands in; NULL
 * when it is none.  Transfer full. */
char *mb_withheld_label(const struct mb_signs *s, guint i,
                        const char *const *more);

/* The words by which the running header or footer of the page that begins at
 * line @i withholds it; NULL when no page begins there or nothing does.
 * Transfer full. */
char *mb_withheld_page(const struct mb_signs *s, guint i,
                       const char *const *more);

/* The first line of the title above the marking at @i: a secret may be in it.
 */
guint mb_withheld_title(const struct mb_signs *s, guint i);

/* TRUE when the lines around the marking at @i have the title of another report
 * or appendix: "Report of the Clerk". */
gboolean mb_withheld_names_report(const struct mb_signs *s, guint i);

/* TRUE when line @i tells of all that follows: "PART II" on a page between
 * reports. */
gboolean mb_withheld_is_divider(const struct mb_signs *s, guint i);

/* TRUE while lines [first, i) are a title still: no paragraph, number or entry
 * among them. */
gboolean mb_withheld_is_head(const struct mb_signs *s, guint first, guint i);

#endif
