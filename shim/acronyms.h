/* acronyms: short forms that a text teaches: "Multi Agency Safeguarding Hub
 * (MASH)", "MASH (Multi Agency Safeguarding Hub)".
 * In: an item's text.  Out: each short form with the words it stands for.
 * Called by shim/terms.cc, which gives the item a term for each. */
#ifndef MB_SHIM_ACRONYMS_H
#define MB_SHIM_ACRONYMS_H

#include <glib.h>

G_BEGIN_DECLS

/* Letters of a short form. */
#define MB_ACRONYM_MIN_LETTERS 2
#define MB_ACRONYM_MAX_LETTERS 10

/* Both folded as mb_words_next() does: "mash", "multi agency safeguarding hub".
 * Valid during the call. */
typedef void (*mb_acronym_func)(const char *acronym, const char *words,
                                gpointer data);

/* Give each that @text teaches to @take, in order. */
void mb_acronyms_find(const char *text, mb_acronym_func take, gpointer data);

G_END_DECLS

#endif
