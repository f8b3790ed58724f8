/* titles: the date, committee and council in the title of a part of a paper.
 * In: the first lines of the part.  Out: a struct mb_meeting (meetings.h)
 * filled in.  Called by meetings.c. */
#ifndef MB_INDEXER_TITLES_H
#define MB_INDEXER_TITLES_H

#include <glib.h>

#include "indexer/looks.h"
#include "indexer/meetings.h"

/* Read the title in lines [first, end).
 *   agenda   letters that call a meeting begin with the day they were written
 *   meeting  what is found is set (transfer full), the rest left alone; a
 *            date that stands without its year is found with year 0
 *   weak     set when the date may be another than that of the meeting */
void mb_titles_read(const struct mb_lines *lines, const struct mb_looks *looks,
                    guint first, guint end, gboolean agenda,
                    struct mb_meeting *meeting, gboolean *weak);

/* The committee's name in one line, "Cabinet - 30 January 2025"; NULL when it
 * names none.  Transfer full. */
char *mb_titles_committee(const char *text);

/* The name of the file as words: "Minutes - 3rd December 2018".  Transfer full.
 */
char *mb_titles_of_path(const char *path);

/* The committee in those words, "Minutes - Harbour Committee - 3rd May 2018";
 * NULL when none stands between their dashes.  Transfer full. */
char *mb_titles_committee_of_path(const char *path);

/* Append @text with straight quotes and dashes, without markup, its case kept;
 * a few thousand bytes at most. */
void mb_titles_append_plain(GString *out, const char *text);

#endif
