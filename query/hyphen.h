/* hyphen: the other way to write a word that some write with a hyphen.
 * In: a word as it was typed.  Out: the same word, joined or in two.
 * Called by ask-build.c and understood-notes.c. */
#ifndef MB_QUERY_HYPHEN_H
#define MB_QUERY_HYPHEN_H

#include <glib.h>

#include "shim/search.h"

/* "cooperation" for "co-operation", and "co operation" for "cooperation": the
 * index has words in two where a hyphen stood.  NULL when there is none that
 * the index could have.  Transfer full. */
char *mb_hyphen_other(struct mb_search *search, const char *typed);

#endif
