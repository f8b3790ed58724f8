/* marks: the words that open a block of resolutions, "RESOLVED that".
 * In: a line.  Out: whether and where it bears a mark.
 * Called by deciding*.c. */
#ifndef MB_INDEXER_MARKS_H
#define MB_INDEXER_MARKS_H

#include <glib.h>

enum mb_mark {
	MB_MARK_NONE,
	MB_MARK_ALONE, /* "Resolved", "And Resolved:", "AGREED as follows:" */
	MB_MARK_TEXT,  /* "RESOLVED that …", "AGREED that …" */
};

/* Cheap: FALSE when the line holds no word that a mark is made of. */
gboolean mb_mark_may(const char *line);

/* A word in capitals, or "Resolved" at the start of a line, opens a block.
 *   end      the byte behind the mark; untouched without one */
enum mb_mark mb_mark_read(const char *line, gsize *end);

/* "… of the programme. Resolved: (i) That": the mark stands behind a sentence
 * of the same paragraph.
 *   returns  (transfer none) where in @line it begins, @line when nowhere */
const char *mb_mark_inside(const char *line);

#endif
