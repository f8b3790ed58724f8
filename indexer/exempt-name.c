#include "indexer/exempt-name.h"

#include <string.h>

#include "indexer/archive.h"
#include "indexer/exempt-phrases.h"
#include "indexer/exempt-signals.h"
#include "indexer/exempt-words.h"

/* The words of a file's name: "Item5_Exempt%20Report.pdf" is "Item5 Exempt
 * Report pdf", "Appendix 2 - EXEMPT" keeps its edge. */
static char *
spaced(const char *name)
{
	g_autofree char *plain = g_uri_unescape_string(name, NULL);
	g_autofree char *valid = g_utf8_make_valid(plain ? plain : name, -1);
	GString *out = g_string_new(NULL);

	for (const char *c = valid; *c; c++) {
		gboolean joint = *c == '-' && c > valid &&
		                 g_ascii_isalnum(c[-1]) &&
		                 g_ascii_isalnum(c[1]);

		if (c > valid && g_ascii_isupper(*c) &&
		    (g_ascii_islower(c[-1]) || g_ascii_isdigit(c[-1])))
			g_string_append_c(out, ' ');
		g_string_append_c(out, joint || strchr("_.+", *c) ? ' ' : *c);
	}
	return g_string_free(out, FALSE);
}

/* "exempt", and what was run together: "exemptappendix2". */
static gboolean
is_strong(const char *fold)
{
	g_autofree char *word = g_strndup(fold, strcspn(fold, "0123456789"));

	return mb_exempt_word(word) == MB_SIGNAL_STRONG;
}

/* "Part 2" of a name is most often the second half of a pack. */
static gboolean
has_part(const struct mb_tokens *t)
{
	for (guint i = 0; i < t->n; i++)
		if (mb_exempt_is_part(t, i))
			return TRUE;
	return FALSE;
}

static char *
file_marking(const char *name)
{
	g_autofree char *words = spaced(name);
	g_autofree char *label = NULL;
	g_autoptr(mb_tokens) t = NULL;
	char *dot = strrchr(name, '.') ? strrchr(words, ' ') : NULL;

	if (dot)
		*dot = '\0';
	t = mb_tokens_new(words);
	for (guint i = 0; i < t->n; i++)
		if (is_strong(t->tokens[i].fold) &&
		    !(i > 0 && mb_word_is_no(t, i - 1)) &&
		    !mb_word_is_other_sense(t, i + 1))
			return mb_tokens_text(t, i, i + 1);
	if (has_part(t))
		return NULL;
	/* Small letters tell nothing in a name: "restricted report". */
	label = g_utf8_strup(words, -1);
	return mb_exempt_marking(label, NULL);
}

static char *
folder_marking(const char *name)
{
	g_autofree char *words = spaced(name);
	g_autoptr(mb_tokens) t = mb_tokens_new(words);

	if (t->n == 0 || mb_exempt_word(mb_word_at(t, 0)) != MB_SIGNAL_STRONG)
		return NULL;
	return mb_exempt_marking(words, NULL);
}

char *
mb_exempt_name(const char *path)
{
	g_auto(GStrv) names = g_strsplit(path, "/", -1);
	guint n = g_strv_length(names);
	char *words = NULL;

	for (guint i = n; i > 0 && !words; i--) {
		const char *name = names[i - 1];

		words = i == n || mb_archive_is_named(name)
		            ? file_marking(name)
		            : folder_marking(name);
	}
	return words;
}
