/* called: a form of a person's name taken apart, and whether two forms can be
 * one person's.
 * In: a name as papers or people write it: "C Kembles", "Cllr Seán Ó Sé OBE".
 * Out: struct mb_called.  Called by namings.cc, authority.c and people-asked.c.
 *
 * The indexer has its own eye for names (indexer/names.h), which tells a name
 * from other words in running text.  Here it is known to be one, but of any
 * paper and any year. */
#ifndef MB_SHIM_CALLED_H
#define MB_SHIM_CALLED_H

#include <glib.h>

G_BEGIN_DECLS

/* More words than any name has. */
#define MB_CALLED_MAX_WORDS 12

struct mb_called {
	char **words;    /* folded; an initial is one letter; small words
	                  * before a surname are part of it: "odonnell",
	                  * "vanderberg" */
	guint n_words;   /* at least 1 */
	guint n_surname; /* of them at the end that are the surname for sure:
	                  * "stafford-townsend" is two */
	char *key;       /* the words with spaces between: the same for what
	                  * differs in capitals, accents, stops and titles */
};

/* Take @name apart.  Transfer full; NULL when no name is in it: nothing but
 * titles, or more than MB_CALLED_MAX_WORDS words. */
struct mb_called *mb_called_new(const char *name);
void mb_called_free(struct mb_called *called);
typedef struct mb_called mb_called;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_called, mb_called_free)

/* The last word: forms of one person share it.  Transfer none. */
const char *mb_called_last(const struct mb_called *called);

/* TRUE when there is a first name, not only an initial. */
gboolean mb_called_is_full(const struct mb_called *called);

/* How much a form tells: letters of its first names, so that "Catherine
 * Kembles" comes before "C Kembles". */
guint mb_called_telling(const struct mb_called *called);

/* FALSE for a name in capitals alone. */
gboolean mb_called_has_small_letters(const char *name);

/* TRUE when two forms can be one person's: the same surname, and first names
 * or initials that do not contradict one another. */
gboolean mb_called_agree(const struct mb_called *a, const struct mb_called *b);

G_END_DECLS

#endif
