#include "config.h"

#include "indexer/council-names.h"

#include <string.h>

/* Words with a capital before "Council" that are of no name: "Watch Council
 * meetings", "November Parish Council Minutes", "That Council approve". */
static gboolean
is_no_name(const char *text, gsize word, gsize end)
{
	static const char *const words[] = {
		"a", "an", "my", "new", "former", "regular", "special",
		"monthly", "join", "represents", "set", "meetings", "meeting",
		"the", "next", "of", "that", "this", "watch", "with", "when",
		"where", "as", "if", "by", "contact", "view", "find", "all",
		"any", "each", "your", "our", "under", "from", "to", "for",
		"at", "in", "on", "about", "model", "scheme", "january",
		"february", "march", "april", "may", "june", "july", "august",
		"september", "october", "november", "december", "annual",
		"previous", "last", "draft", "minutes", "agenda", "chair",
		"chairman", "clerk", "leader",
		/* "Resolution: Appoint Council member to the Library Board" */
		"appoint", "change", "approve", "adopt", "award", "amend",
		"authorize", "authorise", "request", "support", "review",
		"invite", "ask", "inform", "advise", "allow", "direct", "notify"
	};

	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (strlen(words[i]) == end - word &&
		    !g_ascii_strncasecmp(text + word, words[i], end - word))
			return TRUE;
	return FALSE;
}

/* "Cllr Jasmine Oakes Skelby City Council": where the person ends and the
 * council begins nobody can tell. */
static gboolean
is_title_of_person(const char *text, gsize word, gsize end)
{
	static const char *const titles[] = { "cllr", "cllrs", "councillor",
		                              "cr",   "mr",    "mrs",
		                              "ms",   "miss",  "dr",
		                              "rev",  "sir",   "lord" };
	gsize n = end - word;

	if (n > 0 && text[end - 1] == '.')
		n--;
	for (guint i = 0; i < G_N_ELEMENTS(titles); i++)
		if (strlen(titles[i]) == n &&
		    !g_ascii_strncasecmp(text + word, titles[i], n))
			return TRUE;
	return FALSE;
}

/* So many of the small words of names join nothing else. */
#define N_SURE 11

/* Whether a word within a name may be small: "Stoke on Trent", "Ashby de la
 * Zouch", "Bourton on the Water": one of the first @n_small of the words. */
static gboolean
is_small(const char *word, gsize n, guint n_small)
{
	static const char *const small[] = { "upon",  "le",    "sub", "super",
		                             "juxta", "cum",   "de",  "la",
		                             "en",    "y",     "yr",  "and",
		                             "with",  "of",    "in",  "on",
		                             "by",    "under", "next" };

	for (guint i = 0; i < MIN(n_small, G_N_ELEMENTS(small)); i++)
		if (strlen(small[i]) == n && !strncmp(word, small[i], n))
			return TRUE;
	return FALSE;
}

/* "Nether Audlow with Pinmoor Parish Council", "Stoke on Trent City Council": a
 * line that is a name and nothing else, small words within it too. */
static gboolean
is_name_alone(const char *text, gsize end)
{
	g_autofree char *name = g_strndup(text, end);
	g_auto(GStrv) words = g_strsplit(name, " ", -1);
	gboolean small = FALSE;

	if (text[end] != '\0' || !g_ascii_isupper(*text) || strchr(name, ':'))
		return FALSE;
	for (guint i = 0; words[i]; i++) {
		gsize n = strlen(words[i]);

		small = (small && !strcmp(words[i], "the")) ||
		        is_small(words[i], n, G_MAXUINT);
		if (!small && (!g_ascii_isupper(*words[i]) ||
		               is_no_name(words[i], 0, n) ||
		               is_title_of_person(words[i], 0, n)))
			return FALSE;
	}
	return TRUE;
}

/* "West of England Combined Authority", "Isle of Wight Council"; but "Report of
 * Bristol City Council". */
static gboolean
is_of_place(const char *text, gsize of)
{
	static const char *const places[] = { "West",   "East", "North",
		                              "South",  "Vale", "Isle",
		                              "Forest", "City", "County",
		                              "Borough" };

	if (strncmp(text + of, "of ", 3))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
		gsize n = strlen(places[i]);

		if (of > n && text[of - 1] == ' ' &&
		    !g_ascii_strncasecmp(text + of - 1 - n, places[i], n) &&
		    g_ascii_isupper(text[of - 1 - n]))
			return TRUE;
	}
	return FALSE;
}

/* "LDF Council": letters that are no place; but "KENT COUNTY COUNCIL". */
static gboolean
is_acronym(const char *text, gsize word, gsize end, gsize at)
{
	if (!g_ascii_islower(text[at + 1]) || end - word < 2)
		return FALSE;
	for (gsize i = word; i < end; i++)
		if (!g_ascii_isupper(text[i]))
			return FALSE;
	return TRUE;
}

gsize
mb_council_name_start(const char *text, gsize at, gsize end)
{
	gsize start = at, p = at;

	if (is_name_alone(text, end))
		return 0;
	while (p > 0) {
		gsize word;

		if (text[p - 1] != ' ')
			break;
		word = p - 1;
		while (word > 0 && !strchr(" ,.(;:\"", text[word - 1]))
			word--;
		if (!g_ascii_isupper(text[word]) && text[word] != '&' &&
		    strncmp(text + word, "and ", 4) &&
		    !is_small(text + word, p - 1 - word, N_SURE) &&
		    !is_of_place(text, word))
			break;
		if (is_no_name(text, word, p - 1) && !is_of_place(text, word))
			break;
		if (is_title_of_person(text, word, p - 1))
			return at;
		if (start == at && is_acronym(text, word, p - 1, at))
			break;
		p = word;
		if (g_ascii_isupper(text[word]))
			start = word;
	}
	return start;
}
