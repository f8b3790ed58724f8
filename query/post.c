#include "query/post.h"

#include <string.h>

#include "shim/words.h"

/* Words that papers put in or leave out. */
static const char *const small_words[] = { "a",    "of", "for", "the",
	                                   "and",  "to", "in",  "an",
	                                   "with", "at", "on",  NULL };

/* How a post is held when it is not held for good. */
static const char *const holdings[] = { "acting", "interim", "temporary" };

static const char *const vague_words[] = { "officer", "manager", "member",
	                                   "staff", NULL };

void
mb_post_key_free(struct mb_post_key *key)
{
	if (key == NULL)
		return;
	g_free(key->key);
	g_strfreev(key->words);
	g_free(key);
}

static gboolean
is_in(const char *word, const char *const *list)
{
	return g_strv_contains(list, word);
}

/* "children's", "childrens", "services" without what a paper may leave out;
 * the apostrophe alone is left of "members'". */
static char *
without_plural(const char *word)
{
	gsize n = strlen(word);

	if (g_str_has_suffix(word, "'s"))
		n -= 2;
	else if (n > 3 && word[n - 1] == 's' && word[n - 2] != 's')
		n--;
	return g_strndup(word, n);
}

static int
by_letters(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* @words without repetitions, in order.  Transfer full. */
static char **
as_set(GPtrArray *words)
{
	g_autoptr(GStrvBuilder) set = g_strv_builder_new();
	const char *before = NULL;

	g_ptr_array_sort(words, by_letters);
	for (guint i = 0; i < words->len; i++) {
		if (before == NULL || strcmp(before, words->pdata[i]) != 0)
			g_strv_builder_add(set, words->pdata[i]);
		before = words->pdata[i];
	}
	return g_strv_builder_end(set);
}

/* What @word, which ends where @rest begins, says of how the post is held; NULL
 * for nothing.  "A/Senior Executive Engineer" is acting too. */
static const char *
read_holding(const char *word, const char *rest)
{
	for (gsize i = 0; i < G_N_ELEMENTS(holdings); i++)
		if (strcmp(word, holdings[i]) == 0)
			return holdings[i];
	return strcmp(word, "a") == 0 && *rest == '/' ? holdings[0] : NULL;
}

struct mb_post_key *
mb_post_key_new(const char *role)
{
	struct mb_post_key *key = g_new0(struct mb_post_key, 1);
	g_autoptr(mb_words) words = mb_words_new(role, -1);
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *whole = NULL;
	struct mb_word word;

	key->holding = "";
	while (found->len < MB_POST_MAX_WORDS && mb_words_next(words, &word)) {
		const char *holding =
		    read_holding(word.folded, role + word.end);

		if (holding != NULL)
			key->holding = holding;
		if (holding != NULL || is_in(word.folded, small_words))
			continue;
		g_ptr_array_add(found, without_plural(word.folded));
	}
	key->words = as_set(found);
	whole = g_strjoinv(" ", key->words);
	key->key = g_strconcat(key->holding, " ", whole, NULL);
	return key;
}

/* Every word of @few is one of @many; both are in order. */
static gboolean
is_part(char *const *few, char *const *many)
{
	while (*few != NULL) {
		int order = *many == NULL ? -1 : strcmp(*few, *many);

		if (order < 0)
			return FALSE;
		if (order == 0)
			few++;
		many++;
	}
	return TRUE;
}

gboolean
mb_post_is_short(const struct mb_post_key *shorter,
                 const struct mb_post_key *longer)
{
	return strcmp(shorter->holding, longer->holding) == 0 &&
	       *shorter->words != NULL &&
	       is_part(shorter->words, longer->words) &&
	       !is_part(longer->words, shorter->words);
}

gboolean
mb_post_has(const struct mb_post_key *key, const struct mb_post_key *asked)
{
	return is_part(asked->words, key->words) &&
	       (*asked->holding == '\0' ||
	        strcmp(asked->holding, key->holding) == 0);
}

gboolean
mb_post_is_vague(const struct mb_post_key *key)
{
	return key->words[0] == NULL ||
	       (key->words[1] == NULL && is_in(key->words[0], vague_words));
}

gboolean
mb_posts_agree(const struct mb_post_key *a, const struct mb_post_key *b)
{
	return !mb_post_is_vague(a) && !mb_post_is_vague(b) &&
	       (is_part(a->words, b->words) || is_part(b->words, a->words));
}
