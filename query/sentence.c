#include "query/sentence.h"

#include <string.h>

/* A stop after one of these ends no sentence: "Cllr. Bradley", "No. 5". */
static const char *const short_forms[] = {
	"approx", "art", "ave", "bldg", "c.f", "cf", "cllr", "cllrs", "clr",
	"co", "col", "cr", "dept", "dir", "div", "dr", "e.g", "eg", "est",
	"etc", "ext", "fig", "figs", "gen", "hon", "i.e", "ie", "inc", "jnr",
	"lt", "ltd", "maj", "messrs", "min", "mr", "mrs", "ms", "no", "nos",
	"p", "para", "paras", "pp", "prof", "ref", "refs", "rev", "rt", "sec",
	"sgt", "snr", "sq", "st", "supt", "tel", "v", "viz", "vol", "vs",
};

static gboolean
is_space(char c)
{
	return c == ' ' || c == '\t';
}

/* Whether the word that ends before byte @at is a short form or an initial. */
static gboolean
is_short(const char *text, gsize at)
{
	gsize start = at;
	g_autofree char *word = NULL;

	while (start > 0 &&
	       (g_ascii_isalpha(text[start - 1]) || text[start - 1] == '.'))
		start--;
	if (at - start == 1)
		return TRUE;
	word = g_ascii_strdown(text + start, (gssize)(at - start));
	for (gsize i = 0; i < G_N_ELEMENTS(short_forms); i++)
		if (strcmp(word, short_forms[i]) == 0)
			return TRUE;
	return FALSE;
}

/* Whether a sentence ends with the byte at @i: with a stop that a space and
 * no small letter follow, quotes and brackets between left out. */
static gboolean
ends_at(const char *text, gsize i)
{
	gsize next = i + 1;

	if (text[i] == '\n' || text[i] == '\f')
		return TRUE;
	if (text[i] != '.' && text[i] != '!' && text[i] != '?')
		return FALSE;
	while (text[next] != '\0' && strchr(")]\"'", text[next]) != NULL)
		next++;
	if (g_str_has_prefix(text + next, "\342\200\235") ||
	    g_str_has_prefix(text + next, "\342\200\231"))
		next += 3;
	if (text[next] == '\0' || text[next] == '\n' || text[next] == '\f')
		return TRUE;
	if (!is_space(text[next]))
		return FALSE;
	while (is_space(text[next]))
		next++;
	return !g_unichar_islower(g_utf8_get_char(text + next)) &&
	       (text[i] != '.' || !is_short(text, i));
}

/* Bytes of what stands between two sentences at @at: a space, or the quote or
 * bracket that closes the first; 0 for none. */
static gsize
n_between(const char *at)
{
	if (is_space(*at) || *at == '\n' || *at == '\f')
		return 1;
	if (*at == ')' || *at == ']' || *at == '"')
		return 1;
	return g_str_has_prefix(at, "\342\200\235") ? 3 : 0;
}

static gsize
begin_of(const char *text, gsize start)
{
	gsize lowest =
	    start > MB_SENTENCE_MAX_BYTES ? start - MB_SENTENCE_MAX_BYTES : 0;
	gsize i = start;

	while (i > lowest && !ends_at(text, i - 1))
		i--;
	if (i > 0 && i == lowest)
		while (i < start && !is_space(text[i - 1]))
			i++;
	while (i < start && n_between(text + i) > 0)
		i += n_between(text + i);
	return i;
}

static gsize
end_of(const char *text, gsize end)
{
	gsize highest = end + strnlen(text + end, MB_SENTENCE_MAX_BYTES);
	gsize i = end;

	while (i < highest && !ends_at(text, i))
		i++;
	if (text[i] == '.' || text[i] == '!' || text[i] == '?')
		i++;
	else if (i == highest && text[i] != '\0')
		while (i > end && !is_space(text[i]))
			i--;
	return i;
}

void
mb_sentence_round(const char *text, gsize start, gsize end, gsize *from,
                  gsize *to)
{
	*from = begin_of(text, start);
	*to = end_of(text, end);
}
