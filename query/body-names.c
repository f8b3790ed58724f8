#include "query/body-names.h"

#include <string.h>

/* What committees are called: with these words a name ends. */
static const char *const bodies[] = {
	"committee", "subcommittee", "council",  "cabinet",     "board",
	"panel",     "executive",    "forum",    "group",       "authority",
	"district",  "spc",          "assembly", "partnership", "meeting",
};

/* Words that are said of any meeting, and are no part of a name. */
static const char *const fillers[] = {
	"full",      "ordinary",  "monthly",   "special",   "annual",
	"general",   "previous",  "last",      "minutes",   "adjourned",
	"statutory", "inaugural", "quarterly", "budget",    "agm",
	"egm",       "of",        "and",       "strategic", "policy",
	"joint",     "sub",
};

static gboolean
is_in(const char *word, const char *const *words, gsize n_words)
{
	for (gsize i = 0; i < n_words; i++)
		if (strcmp(word, words[i]) == 0)
			return TRUE;
	return FALSE;
}

/* What the committees of one country are called for short: "Home and Social
 * Development SPC". */
static const char *const short_forms[][2] = {
	{ "spc", "strategic policy committee" },
	{ "jpc", "joint policing committee" },
	{ "the", "" },
};

/* End the word that began at @start.  Where the next begins. */
static gsize
end_word(GString *out, gsize start)
{
	for (gsize i = 0; i < G_N_ELEMENTS(short_forms); i++)
		if (strcmp(out->str + start, short_forms[i][0]) == 0) {
			g_string_truncate(out, start);
			g_string_append(out, short_forms[i][1]);
		}
	if (out->len > start)
		g_string_append_c(out, ' ');
	return out->len;
}

char *
mb_body_fold(const char *name)
{
	g_autofree char *apart =
	    g_utf8_normalize(name != NULL ? name : "", -1, G_NORMALIZE_NFKD);
	GString *out = g_string_new(NULL);
	gsize start = 0;

	for (const char *p = apart; p != NULL && *p != '\0';
	     p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (g_unichar_isalnum(c)) {
			g_string_append_unichar(out, g_unichar_tolower(c));
		} else if (c == '&') {
			start = end_word(out, start);
			g_string_append(out, "and");
			start = end_word(out, start);
		} else if (c != '\'' && c != 0x2019 && !g_unichar_ismark(c)) {
			start = end_word(out, start);
		}
	}
	end_word(out, start);
	if (out->len > 0 && out->str[out->len - 1] == ' ')
		g_string_truncate(out, out->len - 1);
	return g_string_free(out, FALSE);
}

/* Words that are in the names of many councils. */
static const char *const kinds_of_council[] = {
	"and",    "borough",   "city",        "combined",  "community",
	"county", "council",   "councils",    "district",  "metropolitan",
	"of",     "parish",    "town",        "authority", "unitary",
	"royal",  "municipal", "corporation",
};

/* What OCR takes for one another, each as the form that is left. */
static const char *const misread[][2] = {
	{ "rn", "m" }, { "li", "u" }, { "ii", "u" },
	{ "vv", "w" }, { "cl", "d" }, { "1", "l" },
	{ "0", "o" },  { "ri", "n" }, { "q", "c" },
};

/* The first word of the place in a council's name, NULL when none is in it.
 * Kinds stand before it in a letter head ("CITY & COUNTY Limerick City and
 * County Council"), and scraps of them ("ITY NTY Limerick"); but Ely is a
 * place when only kinds stand behind it. */
static char *const *
place_in(char *const *words)
{
	char *const *place = NULL;

	for (char *const *at = words; *at != NULL; at++) {
		if (is_in(*at, kinds_of_council,
		          G_N_ELEMENTS(kinds_of_council)))
			continue;
		if (place == NULL || strlen(*place) <= 3)
			place = at;
		if (strlen(*place) > 3)
			break;
	}
	return place;
}

char *
mb_council_key(const char *name)
{
	g_autofree char *folded = mb_body_fold(name);
	g_auto(GStrv) words = g_strsplit(folded, " ", -1);
	char *const *place = place_in(words);
	GString *key = g_string_new(NULL);

	for (; place != NULL && *place != NULL; place++)
		g_string_append_printf(key, "%s%s", key->len > 0 ? " " : "",
		                       *place);
	for (gsize i = 0; i < G_N_ELEMENTS(misread); i++)
		g_string_replace(key, misread[i][0], misread[i][1], 0);
	return g_string_free(key, FALSE);
}

/* Whether @word is one of the words of @folded. */
static gboolean
has_word(const char *folded, const char *word)
{
	gsize n = strlen(word);

	for (const char *p = strstr(folded, word); p != NULL;
	     p = strstr(p + 1, word))
		if ((p == folded || p[-1] == ' ') &&
		    (p[n] == '\0' || p[n] == ' '))
			return TRUE;
	return FALSE;
}

/* How many words of @of that make a name stand in @folded; all of them say
 * more than that it is a committee.
 *   n_words  filled: how many there are */
static guint
n_words_in(const char *folded, const char *of, gboolean all, guint *n_words)
{
	g_auto(GStrv) words = g_strsplit(of, " ", -1);
	guint n_found = 0;

	*n_words = 0;
	for (guint i = 0; words[i] != NULL; i++) {
		if (!all && (is_in(words[i], bodies, G_N_ELEMENTS(bodies)) ||
		             is_in(words[i], fillers, G_N_ELEMENTS(fillers))))
			continue;
		(*n_words)++;
		if (has_word(folded, words[i]))
			n_found++;
	}
	return n_found;
}

gboolean
mb_body_has_words(const char *folded, const char *words)
{
	guint n;

	return n_words_in(folded, words, TRUE, &n) == n;
}

/* "Joint Policing Committee", "Limerick Joint Policing Committee"; "Home and
 * Social Development SPC", "Home and Social Development Strategic Policy
 * Committee". */
static gboolean
stands_in(const char *folded, const char *other)
{
	guint n;

	if (n_words_in(other, folded, TRUE, &n) == n && n > 0)
		return TRUE;
	return n_words_in(other, folded, FALSE, &n) == n && n > 1;
}

gboolean
mb_body_alike(const char *folded, const char *other)
{
	return stands_in(folded, other) || stands_in(other, folded);
}

/* A word with a capital that is neither of the committee's names nor said of
 * any meeting. */
static gboolean
is_strange(const char *word, const char *committee, const char *council)
{
	g_autofree char *folded = NULL;

	if (!g_unichar_isupper(g_utf8_get_char(word)))
		return FALSE;
	folded = mb_body_fold(word);
	return *folded != '\0' &&
	       !is_in(folded, fillers, G_N_ELEMENTS(fillers)) &&
	       !is_in(folded, bodies, G_N_ELEMENTS(bodies)) &&
	       !has_word(committee, folded) && !has_word(council, folded);
}

static gboolean
is_body(const char *word)
{
	g_autofree char *folded = mb_body_fold(word);

	return is_in(folded, bodies, G_N_ELEMENTS(bodies));
}

/* A name ends with what it is called: "Audit and Governance Committee"; look
 * at the words with capitals on the way to it.  Months and days are behind it,
 * or before "of". */
gboolean
mb_body_is_other(const char *words, const char *committee, const char *council)
{
	g_auto(GStrv) all = g_strsplit_set(words, " \n\t", -1);
	gboolean strange = FALSE;

	for (guint i = 0; all[i] != NULL; i++) {
		if (is_body(all[i])) {
			g_autofree char *folded = mb_body_fold(all[i]);

			/* "Cabinet" alone is a name. */
			if (strange ||
			    (strcmp(folded, "cabinet") == 0 &&
			     g_unichar_isupper(g_utf8_get_char(all[i])) &&
			     !has_word(committee, folded)))
				return TRUE;
			strange = FALSE;
		} else if (is_strange(all[i], committee, council)) {
			strange = TRUE;
		} else if (strcmp(all[i], "of") == 0 ||
		           strcmp(all[i], "the") == 0 ||
		           strcmp(all[i], "on") == 0) {
			strange = FALSE;
		}
	}
	return FALSE;
}
