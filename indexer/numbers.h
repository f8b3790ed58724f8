/* numbers: the numbers that items have, as a table of shapes.
 * In: the text of a line.  Out: the number it begins with, in struct mb_heading
 * (headings.h).  Called by headings.c, and wherever a line with a number is to
 * be told from others. */
#ifndef MB_INDEXER_NUMBERS_H
#define MB_INDEXER_NUMBERS_H

#include "indexer/headings.h"

/* Read the number at the start of @text.
 *   heading  number, value, series, prefix and mark are filled
 *   returns  bytes up to what follows the number, its mark and space; 0 when
 *            the text begins with no number of the table */
gsize mb_numbers_read(const char *text, struct mb_heading *heading);

/* The same, and for a letter that may be a number or of a name: "B. Roll call",
 * "V Elm".  Then heading->initial is set. */
gsize mb_numbers_read_initial(const char *text, struct mb_heading *heading);

/* The same for numbers like "24.1", which elsewhere are points of item 24. */
gsize mb_numbers_read_nested(const char *text, struct mb_heading *heading);

/* "2021" is a year and no item. */
static inline gboolean
mb_numbers_is_year(guint value)
{
	return value >= 1900 && value <= 2100;
}

/* Does a word that items are called by stand before the number, "Item 1:",
 * "Agenda item 3"? */
gboolean mb_numbers_is_called_item(const struct mb_heading *heading);

/* Settle which part of the numbers of each series counts, from how they go on:
 * @headings are of struct mb_heading, in the order of the paper. */
void mb_numbers_settle(GArray *headings);

/* Leave out the nested numbers when they do not all begin alike. */
void mb_numbers_drop_points(GArray *headings);

#endif
