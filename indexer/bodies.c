#include "config.h"

#include "indexer/bodies.h"

#include <string.h>

#include "indexer/phrases.h"

/* Whether @p begins with @words, a line's end being as good as a space. */
gboolean
mb_bodies_begins(const char *p, const char *words)
{
	for (; *words; p++, words++)
		if (g_ascii_tolower(*p == '\n' ? ' ' : *p) != *words)
			return FALSE;
	return TRUE;
}

/* "Council Chamber", "Board Room", "County Council Offices": places. */
static gboolean
is_place(const char *rest)
{
	static const char *const places[] = { "chamber", "house", "office",
		                              "room",    "hall",  "building",
		                              "suite",   "tax",   "member" };
	guint i;

	rest += strspn(rest, " ");
	for (i = 0; i < G_N_ELEMENTS(places); i++)
		if (!g_ascii_strncasecmp(rest, places[i], strlen(places[i])))
			return TRUE;
	return FALSE;
}

static gboolean
is_body_word(const char *p, gsize n)
{
	g_autofree char *word = g_ascii_strdown(p, (gssize)n);

	return mb_phrases_is(MB_PHRASES_BODY, word) && !is_place(p + n);
}

gboolean
mb_bodies_word_at(const char *name, gsize start, gsize end)
{
	static const char *const seconds[] = { "party", "force", "meeting",
		                               "court", "body" };
	gsize before = start;

	/* "Chief Executive" is a post. */
	if (start >= 6 && mb_bodies_begins(name + start - 6, "chief "))
		return FALSE;
	if (is_body_word(name + start, end - start))
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(seconds); i++) {
		if (start == 0 || end - start != strlen(seconds[i]) ||
		    g_ascii_strncasecmp(name + start, seconds[i], end - start))
			continue;
		for (before--; before && !strchr(" \n(", name[before - 1]);)
			before--;
		/* "Annual Parish Meeting" is a council's word for it. */
		if (*seconds[i] == 'm' &&
		    (!before || (before == strlen("annual ") &&
		                 mb_bodies_begins(name, "annual "))))
			return FALSE;
		return is_body_word(name + before, end - before);
	}
	return FALSE;
}

gboolean
mb_bodies_is_which(const char *rest, gsize n)
{
	return n == 2 && *rest == ' ' &&
	       (g_ascii_isupper(rest[1]) || g_ascii_isdigit(rest[1]));
}

/* Whether the name ends, at a line's end, in a word for a body that meets. */
gboolean
mb_bodies_ends_in_body(const char *name, gsize n)
{
	gsize end = n, start;

	/* "Area Planning Committee (North)" */
	if (end && name[end - 1] == ')')
		while (--end && name[end] != '(')
			;
	while (end && strchr(" ,.:;-()", name[end - 1]))
		end--;
	if (end > 2 && mb_bodies_is_which(name + end - 2, 2))
		end -= 2;
	for (start = end; start && !strchr(" \n(", name[start - 1]); start--)
		;
	return end > start && mb_bodies_word_at(name, start, end);
}

/* Whether any word of the name is one for a body that meets. */
gboolean
mb_bodies_has_body(const char *name, gsize n)
{
	gsize i, start = 0;

	for (i = 0; i <= n; i++) {
		if (i < n && !strchr(" \n,.()", name[i]))
			continue;
		if (i > start && mb_bodies_word_at(name, start, i))
			return TRUE;
		start = i + 1;
	}
	return FALSE;
}

/* Whether a line is a name as bodies are called: "… Committee", "Municipal
 * District of …", "Cyngor …"; not "Escalation Panel referral". */
gboolean
mb_bodies_is(const char *name)
{
	gsize n = strlen(name), i, start = 0;

	if (mb_bodies_ends_in_body(name, n))
		return TRUE;
	for (i = 0; i <= n; i++) {
		if (i < n && name[i] != ' ')
			continue;
		if (i > start && mb_bodies_word_at(name, start, i) &&
		    ((!start && !g_ascii_strncasecmp(name, "cyngor", 6)) ||
		     !g_ascii_strncasecmp(name + i, " of ", 4) ||
		     !g_ascii_strncasecmp(name + i, " for ", 5) ||
		     name[i - 1] == ','))
			return TRUE;
		start = i + 1;
	}
	return FALSE;
}

/* Whether every word of a name could be any council's: "District and Borough
 * Council". */
gboolean
mb_bodies_is_anyones(const char *name)
{
	static const char *const words[] = {
		"municipal",     "community", "parish",   "town",
		"county",        "borough",   "district", "city",
		"and",           "council",   "budget",   "annual",
		"meeting",       "ordinary",  "special",  "local",
		"extraordinary", "combined",  "fire",     "rescue",
		"authority",     "&",         "a",        "the",
		"full",
	};
	g_auto(GStrv) parts = g_strsplit(name, " ", -1);
	guint i, k;

	for (i = 0; parts[i]; i++) {
		for (k = 0; k < G_N_ELEMENTS(words); k++)
			if (!g_ascii_strcasecmp(parts[i], words[k]))
				break;
		if (k == G_N_ELEMENTS(words))
			return FALSE;
	}
	return TRUE;
}

/* Whether a name is no more than words for bodies: "Board", "Joint Committee".
 * "Cabinet" and "Council" are whole. */
gboolean
mb_bodies_is_bare(const char *name)
{
	static const char *const words[] = {
		"board", "committee",     "sub-committee", "panel",
		"forum", "group",         "authority",     "commission",
		"trust", "commissioners", "partnership",   "association",
		"joint", "trustees",      "governors",     "directors",
	};
	g_auto(GStrv) parts = g_strsplit(name, " ", -1);

	for (guint i = 0, k; parts[i]; i++) {
		for (k = 0; k < G_N_ELEMENTS(words); k++)
			if (!g_ascii_strcasecmp(parts[i], words[k]))
				break;
		if (k == G_N_ELEMENTS(words))
			return FALSE;
	}
	return TRUE;
}
