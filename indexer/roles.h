/* roles: the posts people hold, recognised in text and compared.
 * In: struct mb_tokens (tokens.h).  Out: struct mb_role (mentions.h,
 * attendance.h, people.h). */
#ifndef MB_INDEXER_ROLES_H
#define MB_INDEXER_ROLES_H

#include "indexer/tokens.h"

enum mb_role_kind {
	MB_ROLE_POST,   /* of paid staff: "Director of Public Health" */
	MB_ROLE_OFFICE, /* "Secretary", "Treasurer": a member's in a small
	                 * council, an officer's in a large one */
	MB_ROLE_MEMBER, /* "Cabinet Member for Housing", "Vice-Chair" */
	MB_ROLE_OTHER,  /* "Parent Governor", "Archdiocese representative" */
};

/* A role in words [first, end). */
struct mb_role {
	guint first;
	guint end;
	enum mb_role_kind kind;
	gboolean bare; /* a single word, "Director", "Officer" */
};

/* Read the role that begins at word @i.
 *   list     in an attendance list: small letters will do, and commas and
 *            dashes may stand inside the role
 *   returns  FALSE when none begins there; @out is then untouched */
gboolean mb_role_read(const struct mb_tokens *t, guint i, gboolean list,
                      struct mb_role *out);

/* "Assistant Chief Officer (Corporate)": the word behind the bracket at @i, when
 * what stands in it is the field of the post before it, and not where its bearer
 * belongs, "(All Directorate of Place)", a second post, or how he was there; 0
 * when it is none. */
guint mb_role_field_end(const struct mb_tokens *t, guint i);

/* What a role is whose words are known to be one ("Hon. Treasurer"), as read
 * from a list; MB_ROLE_OTHER when no post is recognised in it. */
enum mb_role_kind mb_role_kind_of(const char *role);

/* TRUE when word @fold names a post ("director", "clerk"). */
gboolean mb_word_is_post(const char *fold);

enum mb_role_match {
	MB_ROLE_DIFFERENT,
	MB_ROLE_SHORTENED, /* the first is the second with words left out */
	MB_ROLE_NEAR,      /* the same but for "Acting" or "Interim", or a word
	                    * of a long name */
	MB_ROLE_SAME,      /* the same but for small words, plurals, commas */
};

/* A role made ready to be compared.  Transfer full. */
struct mb_role_key *mb_role_key_new(const char *role);
void mb_role_key_free(struct mb_role_key *key);

enum mb_role_match mb_role_keys_match(const struct mb_role_key *printed,
                                      const struct mb_role_key *held);

/* TRUE when the role has no word but @word, in small letters. */
gboolean mb_role_key_is(const struct mb_role_key *key, const char *word);

/* Compare a role printed in an item with one that somebody holds. */
enum mb_role_match mb_roles_match(const char *printed, const char *held);

#endif
