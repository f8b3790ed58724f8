/* stem: libstemmer, the stemmer.  The shim plugs it into Xapian for indexing
 * and asking; query/marker.c uses it to highlight, so that all three agree. */
#ifndef MB_SHIM_STEM_H
#define MB_SHIM_STEM_H

#include <glib.h>

G_BEGIN_DECLS

struct mb_stem;

/* A stemmer for @language: a libstemmer name or code ("english", "en"), or
 * "none", which leaves words alone.
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_NOT_FOUND: libstemmer has no such language */
struct mb_stem *mb_stem_new(const char *language, GError **error);
void mb_stem_free(struct mb_stem *stem);
typedef struct mb_stem mb_stem;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_stem, mb_stem_free)

/* The stem of a folded word.  Owned by @stem, valid until the next call. */
const char *mb_stem_word(struct mb_stem *stem, const char *folded);

G_END_DECLS

#endif
