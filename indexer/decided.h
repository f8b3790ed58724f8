/* decided: the resolutions of one item while they are collected.
 * In: blocks of them, in the order of the text.  Out: each once.  Called by
 * resolutions.c and deciding*.c. */
#ifndef MB_INDEXER_DECIDED_H
#define MB_INDEXER_DECIDED_H

#include <glib.h>

/* An item has no more resolutions than this. */
#define MB_DECIDED_MAX 400

struct mb_decided {
	char *label; /* "" when it has none */
	GString *text;
	GHashTable *words; /* folded words of four letters and more; NULL until
	                    * it is added */
};

struct mb_decided *mb_decided_new(const char *label);
void mb_decided_free(struct mb_decided *e);

/* Append a line to its text, up to a limit. */
void mb_decided_append(struct mb_decided *e, const char *text);

/* Add a block of resolutions to what the item has.  What it says again, in a
 * summary or in the minutes under the decision, replaces what was said before;
 * of what it cuts short ("3) Noted the ..."), the longer form stays.
 *   all    of struct mb_decided, freed with it
 *   block  of struct mb_decided, (transfer full) each; empty afterwards */
void mb_decided_add_block(GPtrArray *all, GPtrArray *block);

/* Add what one motion says.  Each was voted on by itself, however alike they
 * are: first, second and third reading of a by-law.  Parameters as above. */
void mb_decided_add_motion(GPtrArray *all, GPtrArray *motion);

/* Whether a block of @all has said what @e says: "It was RESOLVED that the
 * lease be granted" in the minutes below the decision. */
gboolean mb_decided_is_told(GPtrArray *all, struct mb_decided *e);

#endif
