/* post: the name of a post as papers print it, made ready to be compared.
 * In: "Interim Director for Children’s Services".  Out: struct mb_post_key.
 * Called by authority.c. */
#ifndef MB_QUERY_POST_H
#define MB_QUERY_POST_H

#include <glib.h>

/* Longer names are a misread paper's, and compared by these words. */
#define MB_POST_MAX_WORDS 24

struct mb_post_key {
	char *key;    /* the same for what differs in capitals, accents, small
	               * words, plurals and the order of words; not to be shown
	               */
	char **words; /* of it, each once, in the order of the alphabet */
	const char *holding; /* "acting", "interim", "temporary": posts of
	                      * their own; "" */
};

/* Transfer full. */
struct mb_post_key *mb_post_key_new(const char *role);
void mb_post_key_free(struct mb_post_key *key);
typedef struct mb_post_key mb_post_key;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_post_key, mb_post_key_free)

/* TRUE when @longer has all words of @shorter and more, and is held as it is:
 * "Director" for "Director of Public Health". */
gboolean mb_post_is_short(const struct mb_post_key *shorter,
                          const struct mb_post_key *longer);

/* TRUE when @key has the words of @asked, and is held so if @asked says how. */
gboolean mb_post_has(const struct mb_post_key *key,
                     const struct mb_post_key *asked);

/* TRUE when a name is no more than "Officer". */
gboolean mb_post_is_vague(const struct mb_post_key *key);

/* TRUE when both can be the post of one person who does one work, acting or
 * not.  A vague one agrees with none. */
gboolean mb_posts_agree(const struct mb_post_key *a,
                        const struct mb_post_key *b);

#endif
