/* roll-marks: lists of members in which a letter before each name tells who
 * came: "P Ann Orme", "A Tom Key", with "P: Present" as their key or none.
 * In: the text of a list, an entry a line.  Called by rolls.c. */
#ifndef MB_INDEXER_ROLL_MARKS_H
#define MB_INDEXER_ROLL_MARKS_H

#include <glib.h>

/* Where each entry of the list has such a letter, take the letters off.
 *   text     those who came are left in it (transfer full, may be replaced)
 *   returns  (transfer full) those who did not, an entry a line; NULL when the
 *            list has no such letters, and @text is as it was */
char *mb_roll_marks_take(char **text);

#endif
