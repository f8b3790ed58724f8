/* succession: what a committee was before and what became of it, as the
 * configuration tells it.
 * In: what was typed behind committee:, [successors] of minutebook.conf(5).
 * Out: names of committees that items have.  Called by ask-build.c and
 * understood-notes.c. */
#ifndef MB_QUERY_SUCCESSION_H
#define MB_QUERY_SUCCESSION_H

#include <glib.h>

#include "base/conf.h"
#include "shim/search.h"

/* Names, as items have them, of the predecessors and successors of every
 * committee whose name has @text, and of theirs: GPtrArray of char *, in the
 * order of the alphabet, without those that have @text themselves.  What a
 * committee's predecessor also became is none of them.
 *   is_open  @text may be the beginning of its last word
 *   returns  (transfer full) never NULL */
GPtrArray *mb_succession_names(struct mb_search *search,
                               const struct mb_conf *conf, const char *text,
                               gboolean is_open);

/* The names that have @text themselves, likewise. */
GPtrArray *mb_succession_named(struct mb_search *search, const char *text,
                               gboolean is_open);

#endif
