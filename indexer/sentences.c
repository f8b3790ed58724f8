#include "indexer/sentences.h"

#include <string.h>

/* "no. 37", "Cllr. Ryan", "O. Williams": a stop behind a short word, before a
 * capital or a number, ends no sentence. */
static gboolean
is_abbreviation(const char *start, const char *stop)
{
	static const char *const short_words[] = {
		"cllr", "cllrs", "clir",   "clr",  "mr",   "mrs",
		"ms",   "dr",    "no",     "nos",  "st",   "supt",
		"rev",  "prof",  "para",   "ref",  "sgt",  "insp",
		"hon",  "asst",  "approx", "dept", "prop", "sec",
		"min",  "cmhlr", "eg",     "ie",   "p",    "pp",
	};
	const char *word = stop;
	gsize n;

	while (word > start && g_ascii_isalpha(word[-1]))
		word--;
	n = (gsize)(stop - word);
	if (n == 1)
		return g_ascii_isupper(*word);
	/* "Ardagh, Co. Limerick, was proposed" */
	if (n == 2 && !strncmp(word, "Co", n))
		return g_ascii_isupper(stop[1 + strspn(stop + 1, " ")]);
	for (guint i = 0; i < G_N_ELEMENTS(short_words); i++)
		if (strlen(short_words[i]) == n &&
		    g_ascii_strncasecmp(word, short_words[i], n) == 0)
			return TRUE;
	return FALSE;
}

/* "£252. 50", as a scanner printed it: pounds and pence. */
static gboolean
is_sum(const char *start, const char *stop)
{
	const char *pounds = stop;

	while (pounds > start && strchr("0123456789,", pounds[-1]))
		pounds--;
	return pounds < stop && pounds - start >= 2 &&
	       !strncmp(pounds - 2, "\302\243", 2) && stop[1] == ' ' &&
	       strspn(stop + 2, "0123456789") == 2;
}

static const char *
sentence_end(const char *start)
{
	const char *p = start;

	while ((p = strpbrk(p, ".;\n"))) {
		if (*p != '.')
			return p;
		if ((p[1] == ' ' || p[1] == '\n' || p[1] == '\0') &&
		    !is_abbreviation(start, p) && !is_sum(start, p))
			return p;
		p++;
	}
	return start + strlen(start);
}

GPtrArray *
mb_sentences(const char *text)
{
	GPtrArray *out = g_ptr_array_new_with_free_func(g_free);

	while (*text) {
		const char *end = sentence_end(text);
		gsize n = (gsize)(end - text);
		char *s = g_strndup(text, MIN(n, MB_SENTENCE_MAX_BYTES));
		const char *bad;

		if (!g_utf8_validate(s, -1, &bad))
			s[bad - s] = '\0';
		g_strstrip(s);
		if (*s)
			g_ptr_array_add(out, s);
		else
			g_free(s);
		text = *end ? end + 1 : end;
	}
	return out;
}
