#include "shim/keys.h"

#include <string.h>

#include "shim/words.h"

char *
mb_key_number(const char *number)
{
	g_autofree char *folded = mb_words_fold(number != NULL ? number : "");
	GString *key = g_string_new(NULL);

	for (const char *p = folded; *p != '\0'; p++)
		if (*p != ' ')
			g_string_append_c(key, *p);
	while (key->len > 0 && key->str[key->len - 1] == '.')
		g_string_truncate(key, key->len - 1);
	return g_string_free(key, FALSE);
}

char *
mb_key_whole(const char *key)
{
	const char *open = strchr(key, '(');

	return open != NULL && open > key ? g_strndup(key, (gsize)(open - key))
	                                  : NULL;
}

const char *
mb_key_earlier(const char *key)
{
	gsize n_digits = strspn(key, "0123456789");

	return n_digits > 0 && key[n_digits] == '.' && key[n_digits + 1] != '\0'
	           ? key + n_digits + 1
	           : NULL;
}

/* "March", "Sept", "31st", "2019", "q1": when, not what. */
static gboolean
is_when(const char *word)
{
	static const char *const months[] = {
		"january",   "february", "march",    "april",
		"may",       "june",     "july",     "august",
		"september", "october",  "november", "december"
	};
	static const char *const marks[] = {
		"st", "nd", "rd", "th", "q", NULL
	};
	gsize n = strlen(word);

	if (strpbrk(word, "0123456789") != NULL)
		return TRUE;
	/* What is left of 31st and of Q1. */
	if (g_strv_contains(marks, word))
		return TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS(months); i++)
		if (strcmp(word, months[i]) == 0 ||
		    (n >= 3 && n <= 4 && strncmp(word, months[i], n) == 0))
			return TRUE;
	return FALSE;
}

/* Whether a heading is all in brackets from here to a bracket that closes. */
static gsize
bracket(const char *text)
{
	const char *close = *text == '(' ? strchr(text, ')') : NULL;

	return close != NULL ? (gsize)(close - text) + 1 : 0;
}

static char *
without_brackets(const char *title)
{
	GString *out = g_string_new(NULL);

	while (*title != '\0') {
		gsize n = bracket(title);

		if (n == 0)
			g_string_append_c(out, *title++);
		else
			g_string_append_c(out, ' ');
		title += n;
	}
	return g_string_free(out, FALSE);
}

char *
mb_key_topic(const char *title)
{
	g_autofree char *plain = without_brackets(title != NULL ? title : "");
	g_autoptr(mb_words) words = mb_words_new(plain, -1);
	GString *topic = g_string_new(NULL);
	struct mb_word word;

	while (mb_words_next(words, &word)) {
		if (*word.folded == '\0' || is_when(word.folded) ||
		    strcmp(word.folded, "the") == 0)
			continue;
		if (topic->len > 0)
			g_string_append_c(topic, ' ');
		g_string_append(topic, word.folded);
	}
	return g_string_free(topic, FALSE);
}
