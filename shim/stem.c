/* libstemmer behind the two calls that are needed of it. */
#include "shim/stem.h"

#include <libstemmer.h>
#include <string.h>

#include "base/error.h"

struct mb_stem {
	struct sb_stemmer *snowball; /* NULL: words are left alone */
};

struct mb_stem *
mb_stem_new(const char *language, GError **error)
{
	g_autofree char *lower = g_ascii_strdown(language, -1);
	struct sb_stemmer *snowball = NULL;
	struct mb_stem *stem;

	if (strcmp(lower, "none") != 0) {
		snowball = sb_stemmer_new(lower, "UTF_8");
		if (snowball == NULL) {
			g_set_error(error, MB_ERROR, MB_ERROR_NOT_FOUND,
			            "no stemmer for the language \"%s\"",
			            language);
			return NULL;
		}
	}
	stem = g_new(struct mb_stem, 1);
	stem->snowball = snowball;
	return stem;
}

void
mb_stem_free(struct mb_stem *stem)
{
	if (stem == NULL)
		return;
	sb_stemmer_delete(stem->snowball);
	g_free(stem);
}

const char *
mb_stem_word(struct mb_stem *stem, const char *folded)
{
	const sb_symbol *result;
	gsize n_bytes = strlen(folded);

	/* Numbers ("107", "3.1") have no stem. */
	if (stem->snowball == NULL || g_ascii_isdigit(*folded) ||
	    n_bytes > G_MAXINT)
		return folded;
	result = sb_stemmer_stem(stem->snowball, (const sb_symbol *)folded,
	                         (int)n_bytes);
	/* Without memory libstemmer gives NULL: the word is its own stem. */
	return result == NULL ? folded : (const char *)result;
}
