#include "indexer/exempt-signals.h"

#include <string.h>

#include "indexer/exempt-phrases.h"
#include "indexer/names.h"

/* Words that have no other sense in the header of a paper, and those that
 * have many. */
static const char strong_words[] =
    "exempt confidential eithriedig cyfrinachol gyfrinachol notforpublication "
    "strictlyconfidential privateandconfidential";
static const char weak_words[] = "restricted private closed protect "
				 "sensitive privileged";

/* "Part II", "PART 2", "Part B", "RHAN II". */
gboolean
mb_exempt_is_part(const struct mb_tokens *t, guint i)
{
	static const char *const numbers[] = { "ii", "2", "b", "two" };

	if (!(mb_tokens_is(t, i, "part") || mb_tokens_is(t, i, "rhan")) ||
	    mb_tokens_gap(t, i + 1))
		return FALSE;
	for (guint k = 0; k < G_N_ELEMENTS(numbers); k++)
		if (mb_tokens_is(t, i + 1, numbers[k]))
			return TRUE;
	return FALSE;
}

/* "EXEMPTREPORT", which was printed "E X E M P T  R E P O R T". */
static gboolean
is_run_together(const char *fold)
{
	static const char *const words[] = { "exempt", "confidential" };

	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		g_autoptr(mb_tokens) t = NULL;

		if (!g_str_has_prefix(fold, words[i]))
			continue;
		t = mb_tokens_new(fold + strlen(words[i]));
		return t->n == 1 && mb_word_is_document(t, 0);
	}
	return FALSE;
}

enum mb_signal_strength
mb_exempt_word(const char *fold)
{
	static struct mb_word_set *strong_set, *weak_set;

	if (mb_word_in(fold, &strong_set, strong_words) ||
	    is_run_together(fold))
		return MB_SIGNAL_STRONG;
	return mb_word_in(fold, &weak_set, weak_words) ? MB_SIGNAL_WEAK
	                                               : MB_SIGNAL_NONE;
}

/* Words that only together are strong, in the order they are printed. */
static const char *const pairs[][2] = {
	{ "official", "sensitive" },
	{ "commercially", "sensitive" },
	{ "in", "confidence" },
	{ "legally", "privileged" },
	{ "legal", "privilege" },
	{ "professional", "privilege" },
	{ "attorneyclient", "privilege" },
	{ "attorneyclient", "privileged" },
	{ "in", "camera" },
	{ "pink", "paper" },
	{ "pink", "papers" },
	{ "pink", "pages" },
	{ "public", "excluded" },
	{ "restricted", "circulation" },
	{ "limited", "circulation" },
	{ "eyes", "only" },
};

/* Whether a word is a pair written as one, with others perhaps:
 * "OFFICIAL-SENSITIVE-COMMERCIAL", "Commercial-in-confidence". */
static gboolean
is_joined(const char *fold, const char *const pair[2])
{
	gsize n = strlen(fold), n_first = strlen(pair[0]);
	gsize n_pair = n_first + strlen(pair[1]);

	return n >= n_pair && ((g_str_has_prefix(fold, pair[0]) &&
	                        g_str_has_prefix(fold + n_first, pair[1])) ||
	                       (g_str_has_suffix(fold, pair[1]) &&
	                        g_str_has_prefix(fold + n - n_pair, pair[0])));
}

/* How many words the pair has that begins at word @i; 0 for none. */
static guint
pair_at(const struct mb_tokens *t, guint i)
{
	for (guint k = 0; k < G_N_ELEMENTS(pairs); k++) {
		if (mb_tokens_is(t, i, pairs[k][0]) &&
		    mb_tokens_is(t, i + 1, pairs[k][1]))
			return 2;
		if (is_joined(mb_word_at(t, i), pairs[k]))
			return 1;
	}
	return 0;
}

gboolean
mb_exempt_signal_read(const struct mb_tokens *t, guint i, struct mb_signal *s)
{
	guint n = pair_at(t, i);

	*s = (struct mb_signal){ .first = i, .end = i + MAX(n, 1) };
	if (n) {
		s->strength = MB_SIGNAL_STRONG;
	} else if (mb_exempt_is_part(t, i)) {
		s->end = i + 2;
		s->strength = MB_SIGNAL_WEAK;
		s->part = TRUE;
	} else {
		s->strength = mb_exempt_word(mb_word_at(t, i));
	}
	return s->strength != MB_SIGNAL_NONE;
}

gboolean
mb_exempt_signals_in(const struct mb_tokens *t, guint first, guint end)
{
	struct mb_signal s;

	for (guint i = first; i < end; i++)
		if (mb_exempt_signal_read(t, i, &s) ||
		    g_str_has_prefix(t->tokens[i].fold, "exempt") ||
		    (mb_tokens_is(t, i, "not") &&
		     mb_tokens_is(t, i + 1, "for")))
			return TRUE;
	return FALSE;
}
