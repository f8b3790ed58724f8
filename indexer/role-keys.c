/* Roles compared: whether what an item prints is what somebody holds. */
#include <string.h>

#include "indexer/names.h"
#include "indexer/roles.h"

#define ROLE_KEY_MAX 24

static const char dropped[] =
    "of for and the to in on a an at with & new our its s section";
static const char standing_in[] = "acting interim temporary a actg";
/* Words that make another post of one: an Assistant Director is not the
 * Director. */
static const char rank_words[] =
    "chief assistant deputy associate senior principal junior vice head "
    "director "
    "officer manager engineer lead staff administrative clerical planner "
    "accountant solicitor advisor consultant coordinator secretary";

static struct mb_word_set *dropped_set, *acting_set, *rank_set;

/* The words of a role that count, each without its plural. */
struct mb_role_key {
	char *words[ROLE_KEY_MAX];
	guint n;
	gboolean acting;
};

static char *
role_word(const char *fold)
{
	gsize n = strlen(fold);

	if (strcmp(fold, "asst") == 0)
		return g_strdup("assistant");
	if (strcmp(fold, "exec") == 0)
		return g_strdup("executive");
	if (strcmp(fold, "snr") == 0)
		return g_strdup("senior");
	if (strcmp(fold, "adviser") == 0)
		return g_strdup("advisor");
	if (strcmp(fold, "mgr") == 0)
		return g_strdup("manager");
	if (strcmp(fold, "dir") == 0)
		return g_strdup("director");
	/* "the s.151 Officer", "the S151 Officer", "the Section 151 Officer" */
	if (n > 1 && fold[0] == 's' && g_ascii_isdigit(fold[1]))
		return g_strdup(fold + 1);
	if (n > 3 && fold[n - 1] == 's' && fold[n - 2] != 's')
		return g_strndup(fold, n - 1);
	return g_strdup(fold);
}

static gboolean
key_has(const struct mb_role_key *key, const char *word)
{
	for (guint i = 0; i < key->n; i++)
		if (strcmp(key->words[i], word) == 0)
			return TRUE;
	return FALSE;
}

gboolean
mb_role_key_is(const struct mb_role_key *key, const char *word)
{
	return key->n == 1 && key_has(key, word);
}

static void
key_add(struct mb_role_key *key, const char *word)
{
	if (key->n < ROLE_KEY_MAX && !key_has(key, word))
		key->words[key->n++] = g_strdup(word);
}

struct mb_role_key *
mb_role_key_new(const char *role)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(role);
	struct mb_role_key *key = g_new0(struct mb_role_key, 1);

	for (guint i = 0; i < t->n; i++) {
		const char *fold = t->tokens[i].fold;
		g_autofree char *word = role_word(fold);

		/* "Clerk to Wereham Parish Council" is the Clerk. */
		if (i > 0 && strcmp(fold, "to") == 0 &&
		    mb_tokens_is(t, i - 1, "clerk"))
			break;
		/* "Chief Executive Officer (CEO)" */
		if (strcmp(fold, "ceo") == 0) {
			key_add(key, "chief");
			key_add(key, "executive");
			continue;
		}
		/* "Head Teacher" */
		if (strcmp(fold, "headteacher") == 0) {
			key_add(key, "head");
			key_add(key, "teacher");
			continue;
		}
		if (strcmp(fold, "officer") == 0 && i > 1 &&
		    mb_tokens_is(t, i - 1, "executive") &&
		    mb_tokens_is(t, i - 2, "chief"))
			continue;
		if (mb_word_in(fold, &acting_set, standing_in)) {
			key->acting |=
			    strcmp(fold, "a") != 0 ||
			    (mb_tokens_gap(t, i + 1) & MB_GAP_SLASH) != 0;
			continue;
		}
		if (!mb_word_in(fold, &dropped_set, dropped))
			key_add(key, word);
	}
	return key;
}

void
mb_role_key_free(struct mb_role_key *key)
{
	for (guint i = 0; key && i < key->n; i++)
		g_free(key->words[i]);
	g_free(key);
}

/* How many words of @a are not in @b; *ranks counts those that make another
 * post of it. */
static guint
key_missing(const struct mb_role_key *a, const struct mb_role_key *b,
            guint *ranks)
{
	guint n = 0;

	*ranks = 0;
	for (guint i = 0; i < a->n; i++) {
		if (key_has(b, a->words[i]))
			continue;
		n++;
		if (mb_word_in(a->words[i], &rank_set, rank_words))
			++*ranks;
	}
	return n;
}

/* "the RFO" is the Responsible Financial Officer, and the Chief Fire Officer is
 * "CFO Ann Orme": the one word of @p is made of
 * the first letters of @h. */
static gboolean
is_acronym(const struct mb_role_key *p, const struct mb_role_key *h)
{
	gsize n = p->n == 1 ? strlen(p->words[0]) : 0;

	if (n < 3 || n != h->n)
		return FALSE;
	for (guint i = 0; i < h->n; i++)
		if (h->words[i][0] != p->words[0][i])
			return FALSE;
	return TRUE;
}

enum mb_role_match
mb_role_keys_match(const struct mb_role_key *p, const struct mb_role_key *h)
{
	guint p_ranks, h_ranks;
	guint only_p = key_missing(p, h, &p_ranks);
	guint only_h = key_missing(h, p, &h_ranks);

	/* Who acts as Head is not the Head; but a Director who is printed
	 * without "Interim" is the Interim Director. */
	if (p->n == 0 || h->n == 0 || (p->acting && !h->acting))
		return MB_ROLE_DIFFERENT;
	if (only_p == 0 && only_h == 0)
		return p->acting == h->acting ? MB_ROLE_SAME : MB_ROLE_NEAR;
	if (is_acronym(p, h) || is_acronym(h, p))
		return MB_ROLE_SAME;
	if (only_p == 0 && h_ranks == 0)
		return MB_ROLE_SHORTENED;
	/* "Clerk to the Council" is the Clerk, "Commissioner for Children's
	 * Services" the Commissioner. */
	if (only_h == 0 && h->n == 1 && p_ranks == 0 &&
	    !mb_word_in(h->words[0], &rank_set, rank_words))
		return MB_ROLE_SHORTENED;
	if (only_p == 1 && p_ranks == 0 && h_ranks == 0 && only_h <= 1 &&
	    p->n >= 4)
		return MB_ROLE_NEAR;
	return MB_ROLE_DIFFERENT;
}

enum mb_role_match
mb_roles_match(const char *printed, const char *held)
{
	struct mb_role_key *p = mb_role_key_new(printed);
	struct mb_role_key *h = mb_role_key_new(held);
	enum mb_role_match match = mb_role_keys_match(p, h);

	mb_role_key_free(p);
	mb_role_key_free(h);
	return match;
}
