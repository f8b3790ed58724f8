/* phrases: the wordings that papers of all councils share, as tables.
 * In: a folded line (looks.h).  Out: whether it begins with, or is, one of a
 * table's phrases.  Called by headings.c, parts.c, titles.c and items.c.
 *
 * A phrase here must be common to many councils: a wording of one paper has
 * no place in these tables. */
#ifndef MB_INDEXER_PHRASES_H
#define MB_INDEXER_PHRASES_H

#include <glib.h>

enum mb_phrases {
	MB_PHRASES_ITEM,       /* begins titles of agenda items everywhere */
	MB_PHRASES_NOT_ITEM,   /* headings inside items, or of lists */
	MB_PHRASES_ATTENDANCE, /* labels of attendance lists */
	MB_PHRASES_CLOSING,    /* signature lines and what follows an agenda */
	MB_PHRASES_OPENER,     /* begins the text of a minute */
	MB_PHRASES_REPORT,     /* headings and labels of reports */
	MB_PHRASES_BODY,       /* last words of a committee's name */
};
#define MB_N_PHRASES 7

/* Bytes of the longest phrase of the table that @fold begins with, followed by
 * a character that is no letter; 0 when it begins with none. */
gsize mb_phrases_begin(enum mb_phrases table, const char *fold);

/* Add the phrase of the table that @fold begins with, if any, to @set, which
 * owns its strings: business that is named again is counted once. */
void mb_phrases_collect(enum mb_phrases table, const char *fold,
                        GHashTable *set);

/* Whether @fold is a phrase of the table and nothing else, leaving out marks
 * at its end. */
gboolean mb_phrases_is(enum mb_phrases table, const char *fold);

/* Whether a word that makes a sentence ("was", "reported", "be") is among the
 * first @n_words words. */
gboolean mb_phrases_sentence(const char *fold, guint n_words);

/* Whether the word at @p, of @n bytes, is a small one that no line ends a
 * title with: "of", "the", "and". */
gboolean mb_phrases_joins(const char *p, gsize n);

#endif
