/* exempt-name: what the name of a paper's file says of publication.
 * In: the paper's path.  Out: the words that withhold it.  Called by
 * exempt.c. */
#ifndef MB_INDEXER_EXEMPT_NAME_H
#define MB_INDEXER_EXEMPT_NAME_H

#include <glib.h>

/* The words by which the file at @path, an archive that it is in, or a folder
 * that is called nothing else ("Exempt", "Confidential reports") mark it:
 * "Appendix 2 - EXEMPT.pdf", a published name of what should not have been.
 * NULL when none does.  Transfer full. */
char *mb_exempt_name(const char *path);

#endif
