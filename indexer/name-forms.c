#include "indexer/names.h"

#include <string.h>

char *
mb_name_surname(const char *name)
{
	const char *space = strrchr(name, ' ');
	char *fold = mb_fold(space ? space + 1 : name, -1);

	if (!*fold)
		g_clear_pointer(&fold, g_free);
	return fold;
}

char *
mb_name_given(const char *name)
{
	const char *space = strchr(name, ' ');

	return space ? mb_fold(name, space - name) : g_strdup("");
}

gboolean
mb_name_is_tail(const char *whole, const char *tail)
{
	gsize n = strlen(whole), n_tail = strlen(tail);

	return n > n_tail && whole[n - n_tail - 1] == ' ' &&
	       strcmp(whole + n - n_tail, tail) == 0;
}

gboolean
mb_name_ends_in_full(const char *whole, const char *full)
{
	g_autofree char *given = mb_name_given(full);

	return mb_word_is_forename(given) && mb_name_is_tail(whole, full);
}

/* "Dave Norton" is David Norton: short forms that are not the beginning of the
 * first name they stand for. */
static const char *const short_forms[] = {
	" david dave davey ",
	" michael mike mick mickey ",
	" robert bob bobby rob bert ",
	" william bill billy will liam ",
	" james jim jimmy jamie ",
	" anthony tony ",
	" elizabeth liz lizzie beth betty libby ",
	" katherine catherine kathryn kate kathy katie cathy cath kath ",
	" margaret maggie meg peggy ",
	" richard dick rick ricky ",
	" edward ted ed eddie ned ",
	" charles charlie chas ",
	" john jack johnny ",
	" patrick pat paddy padraig ",
	" patricia pat trish tricia ",
	" susan sue susie suzie ",
	" andrew andy drew ",
	" alexander alex sandy alec ",
	" deborah debbie deb debra ",
	" jacqueline jackie jacqui ",
	" jennifer jenny jen ",
	" kenneth ken kenny ",
	" lawrence laurence larry ",
	" stephen steven steve ",
	" terence terry ",
	" thomas tom tommy ",
	" timothy tim ",
	" gerard gerald ger gerry jerry ",
	" frederick fred freddie ",
	" henry harry ",
	" philip phil phillip ",
	" sandra sandy ",
	" christine chris ",
};

static gboolean
are_short_forms(const char *a, const char *b)
{
	g_autofree char *first = g_strdup_printf(" %s ", a);
	g_autofree char *second = g_strdup_printf(" %s ", b);

	for (guint i = 0; i < G_N_ELEMENTS(short_forms); i++)
		if (strstr(short_forms[i], first) &&
		    strstr(short_forms[i], second))
			return TRUE;
	return FALSE;
}

gboolean
mb_names_agree(const char *a, const char *b)
{
	g_autofree char *sa = mb_name_surname(a), *sb = mb_name_surname(b);
	g_autofree char *ga = mb_name_given(a), *gb = mb_name_given(b);

	if (!sa || !sb || strcmp(sa, sb) != 0)
		return FALSE;
	if (mb_name_is_tail(a, b) || mb_name_is_tail(b, a))
		return TRUE;
	if (!*ga || !*gb)
		return TRUE;
	if (g_utf8_strlen(ga, -1) == 1 || g_utf8_strlen(gb, -1) == 1)
		return g_utf8_get_char(ga) == g_utf8_get_char(gb);
	/* "Cath" and "Catherine", "Rob" and "Robert". */
	return g_str_has_prefix(ga, gb) || g_str_has_prefix(gb, ga) ||
	       are_short_forms(ga, gb);
}

/* "LM", of "L.M. Sheehy" */
static gboolean
is_initials(const char *word)
{
	return strlen(word) >= 2 && strlen(word) <= 3 &&
	       strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(word);
}

static void
append_initials(GString *out, const char *word)
{
	for (const char *p = word; *p; p++)
		g_string_append_printf(out, "%s%c", p > word ? " " : "", *p);
}

char *
mb_name_initials(const char *name)
{
	g_auto(GStrv) words = g_strsplit(name, " ", -1);
	GString *out = g_string_new(NULL);
	gboolean surname = FALSE;

	for (guint i = 0; words[i]; i++) {
		g_autofree char *fold = mb_fold(words[i], -1);
		gboolean last = words[i + 1] == NULL;

		surname |= last || (i > 0 && mb_word_is_particle(fold));
		if (!*words[i])
			continue;
		if (out->len)
			g_string_append_c(out, ' ');
		if (surname || (i == 0 && mb_word_is_particle(fold)))
			g_string_append(out, words[i]);
		else if (is_initials(words[i]))
			append_initials(out, words[i]);
		else
			g_string_append_unichar(out, g_utf8_get_char(words[i]));
	}
	return g_string_free(out, FALSE);
}

gboolean
mb_name_has_key(const char *name, const char *key)
{
	/* "J Makinson-Sanders" is JMS. */
	g_auto(GStrv) words = g_strsplit_set(name, " -", -1);
	g_autofree char *fold = mb_fold(key, -1);
	const char *p = fold;
	guint n = g_strv_length(words);

	if (n < 2 || g_utf8_strlen(fold, -1) < 2)
		return FALSE;
	for (guint i = 0; i < n; i++) {
		g_autofree char *word = mb_fold(words[i], -1);
		const char *w = word;

		if (!*p || g_utf8_get_char(p) != g_utf8_get_char(w)) {
			/* A middle name may be left out of the key. */
			if (i > 0 && i + 1 < n)
				continue;
			return FALSE;
		}
		/* "MCa", "PWh": letters of the surname tell two apart. */
		do {
			p = g_utf8_next_char(p);
			w = g_utf8_next_char(w);
		} while (i + 1 == n && *p && *w &&
		         g_utf8_get_char(p) == g_utf8_get_char(w));
	}
	return *p == '\0';
}

gboolean
mb_name_may_have_key(const char *name, const char *key)
{
	g_autofree char *fold = mb_fold(key, -1);
	g_autofree char *surname = mb_name_surname(name);
	g_autofree char *given = mb_name_given(name);
	gsize n = strlen(fold);

	return mb_name_has_key(name, key) ||
	       (surname && n >= 3 && n <= 4 && *given == fold[0] &&
	        *surname == fold[n - 1]);
}
