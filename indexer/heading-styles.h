/* heading-styles: how headings without numbers stand out from the text of a part.
 * In: its lines and their looks.  Out: the style of a line, and the one that
 * most lines have which are like the headings of items.  Called by
 * unnumbered.c. */
#ifndef MB_INDEXER_HEADING_STYLES_H
#define MB_INDEXER_HEADING_STYLES_H

#include "indexer/looks.h"

/* The ways in which headings without numbers stand out, best first. */
enum mb_style {
	MB_STYLE_HEADING_1, /* by markup, levels 1 to 6 */
	MB_STYLE_HEADING_6 = 5,
	MB_STYLE_CAPS,  /* "DECLARATIONS OF MEMBERS' INTERESTS" */
	MB_STYLE_BOLD,  /* "**Any other business.**" */
	MB_STYLE_PLAIN, /* a short line, as business is called everywhere */
	MB_STYLE_NONE,
};

/* So many headings of business that is known everywhere show what the headings
 * are. */
#define MB_STYLE_MIN_PLAIN 3

/* The style of line @i; MB_STYLE_NONE of one that is no heading. */
enum mb_style mb_style_of(const struct mb_lines *lines,
                          const struct mb_looks *looks, guint i);

/* The style whose lines among [first, end) are most like the headings of
 * items. */
enum mb_style mb_style_best(const struct mb_lines *lines,
                            const struct mb_looks *looks, guint first,
                            guint end);

/* Whether line @i is a heading of the style that the part's headings have:
 * among plain ones, "AOCB" is in capitals only because it is short for them. */
gboolean mb_style_has(const struct mb_lines *lines,
                      const struct mb_looks *looks, guint i,
                      enum mb_style style);

/* Lists of those present are parted from items: whether line @i is the label of
 * one. */
gboolean mb_style_is_list_label(const struct mb_lines *lines,
                                const struct mb_looks *looks, guint i);

#endif
