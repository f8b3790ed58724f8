/* bodies: the names of committees and of other bodies that meet, told from the
 * words around them.
 * In: plain text with newlines.  Out: names.  Called by titles.c, who-met.c
 * and others that look for names. */
#ifndef MB_INDEXER_BODIES_H
#define MB_INDEXER_BODIES_H

#include <glib.h>

/* Whether @p begins with @words, in small letters; a line's end is as good as
 * a space. */
gboolean mb_bodies_begins(const char *p, const char *words);

/* Skip what stands before a name: "the Ordinary Meeting of the ". */
const char *mb_bodies_skip(const char *p);

/* Whether the word of @name that is bytes [start, end) is one for a body that
 * meets, alone or with the one before it: "Working Party". */
gboolean mb_bodies_word_at(const char *name, gsize start, gsize end);

/* Whether @n bytes tell which of several it is: the " C" of "Sub-Committee C",
 * the " 2" of "Panel 2". */
gboolean mb_bodies_is_which(const char *rest, gsize n);

/* Whether @n bytes of a name end in a word for a body that meets, "Committee",
 * or hold one.  "Council Chamber" does neither. */
gboolean mb_bodies_ends_in_body(const char *name, gsize n);
gboolean mb_bodies_has_body(const char *name, gsize n);

/* Whether a line is a name as bodies are called: "… Committee", "Municipal
 * District of …"; not "Escalation Panel referral". */
gboolean mb_bodies_is(const char *name);

/* Whether a name could be any council's: "Parish Council", "the Council". */
gboolean mb_bodies_is_anyones(const char *name);

/* Whether a name is no more than words for bodies, of which another line may
 * tell more: "Board", "Joint Committee". */
gboolean mb_bodies_is_bare(const char *name);

/* The council of "Finance Committee of Marram Town Council", and in *@end how
 * many bytes the committee's name has; NULL when none is named so. */
const char *mb_bodies_of(const char *name, gsize *end);

/* Whether the meeting named at @at in small letters is another, beside which
 * this one was: "at 7 pm, following the meeting of the Works Committee". */
gboolean mb_bodies_is_other(const char *lower, const char *at);

/* Whether a line of @n bytes ends within a name: "Municipal District of",
 * "District of Saltmere Joint". */
gboolean mb_bodies_is_open(const char *line, gsize n);

/* Bytes of the name that begins at @p: up to the words, marks, date or line's
 * end that end it. */
gsize mb_bodies_length(const char *p);

/* The name that stands at @p, after what is skipped, up to the words, marks,
 * date or line's end that end it.  Transfer full; NULL when there is none. */
char *mb_bodies_take(const char *p);

#endif
