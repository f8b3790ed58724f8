/* role-words: the words that posts, offices and seats are made of, counted
 * while a role is read.
 * In: struct mb_tokens (tokens.h).  Called by roles.c only. */
#ifndef MB_INDEXER_ROLE_WORDS_H
#define MB_INDEXER_ROLE_WORDS_H

#include "indexer/tokens.h"

/* What the words read so far make of a role. */
struct mb_role_words {
	guint n_posts;
	guint n_office;
	guint n_member;
	guint n_other;
	guint n_teacher; /* of posts outside the council */
	guint n_club;
	guint n_capital;
	gboolean extended; /* by a comma or dash */
};

/* Count word @i of a role. */
void mb_role_words_add(struct mb_role_words *s, const struct mb_tokens *t,
                       guint i);

/* TRUE when one of the words counted makes a role. */
gboolean mb_role_words_any(const struct mb_role_words *s);

/* "Harbour Master", "Team Leader": TRUE when word @i makes a post behind the
 * one before it. */
gboolean mb_role_word_is_post_at(const struct mb_tokens *t, guint i);

/* TRUE for the folded words of an office ("treasurer"), of a member
 * ("councillor", "mayor") and of others ("governor", "resident"). */
gboolean mb_role_word_is_office(const char *fold);
gboolean mb_role_word_is_member(const char *fold);
gboolean mb_role_word_is_other(const char *fold);

#endif
