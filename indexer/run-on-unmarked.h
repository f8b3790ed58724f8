/* run-on-unmarked: text that follows a heading on its line without a mark, told
 * by the words with which it begins.
 * In: a line that begins with a heading.  Out: bytes.  Called by run-on.c and
 * headline.c. */
#ifndef MB_INDEXER_RUN_ON_UNMARKED_H
#define MB_INDEXER_RUN_ON_UNMARKED_H

#include <glib.h>

/* Bytes of space at @p of @text before what begins the item's text: "Election of
 * Chairman It was proposed …", "Map of Village Cllr Lintern shared that …"; 0
 * when nothing does.  @agenda as in mb_run_on_find(). */
gsize mb_run_on_unmarked(const char *text, gsize p, gboolean agenda);

/* The same for a line of minutes that is too long for a heading alone, behind
 * whatever heading; @length is that of the heading.  "Dog bin for the gardens
 * Following a report that …", "Benches by the green: These are both in …". */
gsize mb_run_on_long(const char *text, gsize *length);

/* Whether the stop at @stop ends no sentence: "Cllr. ", "No. ", "J. ". */
gboolean mb_run_on_is_abbreviation(const char *text, gsize stop);

/* Whether @n bytes of @text are business that is called so everywhere:
 * "Declarations of Interest", and not "Minutes of the" or "To receive". */
gboolean mb_run_on_is_business(const char *text, gsize n);

#endif
