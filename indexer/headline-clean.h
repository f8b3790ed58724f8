/* headline-clean: the words of a title made plain.
 * In: the text of a heading.  Out: the title, without what stands beside it:
 * page references, icons of papers, purposes and authors of an agenda's cells.
 * Called by headline.c and by those that read titles elsewhere. */
#ifndef MB_INDEXER_HEADLINE_CLEAN_H
#define MB_INDEXER_HEADLINE_CLEAN_H

#include <glib.h>

/* A title without marks at its ends and page references: "(Pages 1 - 18)".
 * Transfer full; NULL when nothing is left. */
char *mb_headline_clean(const char *text, gboolean agenda);

#endif
