/* names: a person's name recognised in text, and whether two forms of a name
 * can be one person's.
 * In: struct mb_tokens (tokens.h).  Out: struct mb_name (mentions.h,
 * attendance.h, people.h). */
#ifndef MB_INDEXER_NAMES_H
#define MB_INDEXER_NAMES_H

#include "indexer/tokens.h"

/* The title word before a name, by what it says of the person. */
enum mb_title {
	MB_TITLE_NONE,
	MB_TITLE_MEMBER, /* Councillor, Cllr, Alderman, Mayor … */
	MB_TITLE_RANK,   /* Supt., Inspector, PC … : the police */
	MB_TITLE_CIVIL,  /* Mr, Mrs, Dr … */
};

/* A name in words [first, end): the title words, then the name itself. */
struct mb_name {
	guint first;
	guint name; /* first word of the name itself */
	guint end;
	enum mb_title title;
	gboolean plural; /* "Councillors": more names follow */
	gboolean full;   /* with a forename or an initial */
	gboolean sure;   /* a title, an initial or a known first name says that
	                  * it is a name */
};

/* The title at word @i; *end is the word after it.  *plural is TRUE for
 * "Councillors", "Cllrs", "Messrs". */
enum mb_title mb_title_read(const struct mb_tokens *t, guint i, guint *end,
                            gboolean *plural);

/* Read the name that begins at word @i, with or without title.
 *   bare     take a surname that stands alone without a title too
 *   returns  FALSE when no name begins there; @out is then untouched */
gboolean mb_name_read(const struct mb_tokens *t, guint i, gboolean bare,
                      struct mb_name *out);

/* The name without titles, stops and honours: "R W Gough", "Sheahan (M)" as "M
 * Sheahan".  Transfer full. */
char *mb_name_text(const struct mb_tokens *t, const struct mb_name *name);

/* The rank before the name, "Chief Superintendent" of "Chief Superintendent Mr
 * G Roche".  Transfer full. */
char *mb_name_rank(const struct mb_tokens *t, const struct mb_name *name);

/* TRUE for a word that is no part of a person's name ("Services"). */
gboolean mb_word_is_common(const char *fold);

/* TRUE for a small word within a name, folded: "van", "de", "Ni". */
gboolean mb_word_is_particle(const char *fold);

/* TRUE for a common first name, folded. */
gboolean mb_word_is_forename(const char *fold);

/* The words of a list, made by the first question about it. */
struct mb_word_set;

/* TRUE when the folded @word is one of the words of @list, which are parted by
 * single spaces.  *set is where the set is kept between calls; it begins as
 * NULL. */
gboolean mb_word_in(const char *word, struct mb_word_set **set,
                    const char *list);

/* --- name-forms.c: what cleaned names say, without the text they stood in - */

/* The surname of a cleaned name, folded; NULL when there is none. Transfer
 * full. */
char *mb_name_surname(const char *name);

/* The first forename or initial of a cleaned name, folded; "" when none.
 * Transfer full. */
char *mb_name_given(const char *name);

/* TRUE when two cleaned names can be one person's: same surname, and forenames
 * or initials that do not contradict. */
gboolean mb_names_agree(const char *a, const char *b);

/* "Cabbell Manners" is the end of "B Cabbell Manners": a surname of two words.
 */
gboolean mb_name_is_tail(const char *whole, const char *tail);

/* "Review of the Checklist Barry Murphy", "P Barry Murphy": TRUE when @whole is
 * the first name and surname @full, with words or a mark before it. */
gboolean mb_name_ends_in_full(const char *whole, const char *full);

/* "William O'Donnell" as "W O'Donnell".  Transfer full. */
char *mb_name_initials(const char *name);

/* "Rob Boyd" and "RB", "Paul Wheelhouse" and "PWh" (both folded keys are
 * compared): TRUE when @key can stand for @name. */
gboolean mb_name_has_key(const char *name, const char *key);

/* The same for a key that stands behind the name: "L Cooney (LMC)" is printed
 * without one of its initials, but the first and the last letter agree. */
gboolean mb_name_may_have_key(const char *name, const char *key);

#endif
