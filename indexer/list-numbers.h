/* list-numbers: the numbers that office programs print before paragraphs and
 * keep out of their text.  In: what a list's levels look like, how far it has
 * counted.  Out: "13.", "2.4", "(a)".  Called by docx-numbering.c and
 * odt-lists.c. */
#ifndef MB_INDEXER_LIST_NUMBERS_H
#define MB_INDEXER_LIST_NUMBERS_H

#include <glib.h>

#define MB_LIST_LEVELS 10

/* How a level is printed.  In @text the count of level n, from 0, stands as the
 * character 1 + n: "\1.\2" is "3.1". */
struct mb_list_level {
	char *text; /* NULL: nothing is printed */
	char style; /* of numeral.h; '0' for "01", 0 for no count */
	gboolean bullet;
	gboolean plain; /* the counts of the levels above it are digits too */
	int start;
	int restart; /* it begins anew after a paragraph of a level above
	              * this one, from 0; 0: never; -1: of any above it */
};

/* How far a list has counted. */
struct mb_list_count {
	int counts[MB_LIST_LEVELS];     /* last number given; */
	gboolean begun[MB_LIST_LEVELS]; /* whether any was */
};

/* Step the count of @level: those below it begin anew, those above it that have
 * not begun count as if they had.
 *   start  number that this paragraph has; -1 the next */
void mb_list_step(const struct mb_list_level *levels,
                  struct mb_list_count *count, int level, int start);

/* Append what stands before a paragraph of @level; nothing for a bullet. */
void mb_list_label(const struct mb_list_level *levels,
                   const struct mb_list_count *count, int level,
                   GString *label);

/* Free what the levels hold. */
void mb_list_levels_clear(struct mb_list_level *levels);

#endif
