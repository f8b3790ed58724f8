/* people-asked: the items that a question for a person means.
 * In: a name as it was typed behind officer: or member:, and the index.
 * Out: struct mb_query.  Called by ask-build.c.
 *
 * Items have a person under the form of name that their paper prints; a
 * question means all forms.  Which forms are one person's is told as
 * authority.h tells it, but from the names that items have alone, read off the
 * list of terms: a question can't wait for the records of all papers.
 *
 * An officer is also meant where only the post is printed, between the first
 * and the last meeting at which items have the officer with that post, unless
 * somebody else is named with it in between: then it is a post that many
 * hold. */
#ifndef MB_QUERY_PEOPLE_ASKED_H
#define MB_QUERY_PEOPLE_ASKED_H

#include <glib.h>

#include "base/sitting.h"
#include "shim/search.h"

/* Items that have whom @name means, on @side.  What @name as words would find
 * is not among it when it is no whole name: "cath".
 *   returns  (transfer full) NULL on error
 *   error    as mb_search_run() */
struct mb_query *mb_people_asked(struct mb_search *search,
                                 enum mb_standing side, const char *name,
                                 GError **error);

#endif
