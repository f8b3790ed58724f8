#include "query/hyphen.h"

#include <string.h>

#include "shim/words.h"

/* What a hyphen often stands behind, and what must follow: "report" is no
 * "re-port", nor is "council" a "co-uncil". */
static const struct {
	const char *begin;
	const char *next; /* "": anything */
} parts[] = {
	{ "co", "o" },   { "re", "e" },   { "pre", "e" },
	{ "e", "mail" }, { "multi", "" }, { "sub", "" },
	{ "non", "" },   { "anti", "" },  { "semi", "" },
};

/* A shorter rest is none of a word: "sub-mit". */
static const gsize min_rest = 4;

static gboolean
is_there(struct mb_search *search, const char *word)
{
	g_autoptr(GPtrArray) forms = mb_search_forms(search, word);

	return forms->len > 0;
}

static char *
in_two(struct mb_search *search, const char *word)
{
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
		const char *rest = word + strlen(parts[i].begin);

		if (g_str_has_prefix(word, parts[i].begin) &&
		    g_str_has_prefix(rest, parts[i].next) &&
		    strlen(rest) >= min_rest && is_there(search, rest) &&
		    is_there(search, parts[i].begin))
			return g_strdup_printf("%s %s", parts[i].begin, rest);
	}
	return NULL;
}

/* Two words of letters with a hyphen, of whatever length, between them. */
static gboolean
is_hyphened(const char *typed, const struct mb_word *before,
            const struct mb_word *after)
{
	const gunichar mark = g_utf8_get_char(typed + before->end);

	return g_unichar_type(mark) == G_UNICODE_DASH_PUNCTUATION &&
	       g_utf8_next_char(typed + before->end) == typed + after->start;
}

char *
mb_hyphen_other(struct mb_search *search, const char *typed)
{
	g_autoptr(mb_words) words = mb_words_new(typed, -1);
	g_autofree char *first = NULL;
	g_autofree char *joined = NULL;
	struct mb_word word, before;

	if (!mb_words_next(words, &before) || g_ascii_isdigit(*before.folded))
		return NULL;
	first = g_strdup(before.folded);
	if (!mb_words_next(words, &word))
		return in_two(search, first);
	if (g_ascii_isdigit(*word.folded) ||
	    !is_hyphened(typed, &before, &word))
		return NULL;
	joined = g_strconcat(first, word.folded, NULL);
	if (mb_words_next(words, &word) || !is_there(search, joined))
		return NULL;
	return g_steal_pointer(&joined);
}
