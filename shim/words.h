/* words: text cut into words, the same for indexing, asking and highlighting.
 * In: UTF-8 text.  Out: struct mb_word.  Called by shim/terms.cc, query/ask.c
 * and query/marker.c.
 *
 * A word is a run of letters or of digits; an apostrophe, or a full stop or comma
 * between digits, belongs to it ("children's", "3.1"); anything else parts
 * words, so that "107/20" is two words that follow one another, as "PLA146" is,
 * which other papers print as "PLA 146".  The folded
 * form has no capitals and no accents, and typographic apostrophes are
 * straight.  "O'Donnell" and "O’ Donnell" are "odonnell": the one word that can
 * reach over a space. */
#ifndef MB_SHIM_WORDS_H
#define MB_SHIM_WORDS_H

#include <glib.h>

G_BEGIN_DECLS

/* Longer words are cut; Xapian's terms end at 245 bytes. */
#define MB_WORD_MAX_BYTES 64

struct mb_word {
	const char
	    *folded; /* owned by the iterator, valid until the next call */
	gsize start; /* bytes from the start of the text */
	gsize end;   /* first byte after the word */
};

struct mb_words;

/* Start over @text (borrowed; must outlive the iterator; n_bytes -1: to NUL).
 * Transfer full. */
struct mb_words *mb_words_new(const char *text, gssize n_bytes);
/* FALSE at the end of the text. */
gboolean mb_words_next(struct mb_words *words, struct mb_word *word);
void mb_words_free(struct mb_words *words);
typedef struct mb_words mb_words;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_words, mb_words_free)

/* The whole of @text folded as its words are: what whole-value fields compare.
 * Marks stay, but dashes and quotes of all shapes are one; white space becomes
 * one space, and none at the ends.  Transfer full. */
char *mb_words_fold(const char *text);

G_END_DECLS

#endif
