/* bodies: the names of committees and of other bodies that meet, told from the
 * words around them.
 * In: plain text with newlines.  Out: names.  Called by titles.c. */
#ifndef MB_INDEXER_BODIES_H
#define MB_INDEXER_BODIES_H

#include <glib.h>

/* Whether @p begins with @words, in small letters; a line's end is as good as
 * a space. */
gboolean mb_bodies_begins(const char *p, const char *words);

/* Skip what stands before a name: "the Ordinary Meeting of the ". */
const char *mb_bodies_skip(const char *p);

/* Whether @n bytes of a name end in a word for a body that meets, "Committee",
 * or hold one.  "Council Chamber" does neither. */
gboolean mb_bodies_ends_in_body(const char *name, gsize n);
gboolean mb_bodies_has_body(const char *name, gsize n);

/* Whether a line is a name as bodies are called: "… Committee", "Municipal
 * District of …"; not "Escalation Panel referral". */
gboolean mb_bodies_is(const char *name);

/* Whether a name could be any council's: "Parish Council", "the Council". */
gboolean mb_bodies_is_anyones(const char *name);

/* The council of "Finance Committee of Marram Town Council", and in *@end how
 * many bytes the committee's name has; NULL when none is named so. */
const char *mb_bodies_of(const char *name, gsize *end);

/* The name that stands at @p, after what is skipped, up to the words, marks,
 * date or line's end that end it.  Transfer full; NULL when there is none. */
char *mb_bodies_take(const char *p);

#endif
