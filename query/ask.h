/* ask: a question's text read into a tree, and the tree turned into a query.
 * In: text in the language of minutebook-query(7).  Out: struct mb_ask, then
 * struct mb_query (shim/search.h).  Called by query/answer.c.
 *
 * From the loosest to the tightest: OR; AND, which is also meant where nothing
 * stands between two words; NOT; NEAR. */
#ifndef MB_QUERY_ASK_H
#define MB_QUERY_ASK_H

#include <glib.h>

#include "base/conf.h"
#include "base/date.h"
#include "shim/search.h"

/* Words of a question, and brackets within brackets: beyond these Xapian
 * would stall on the one and run out of stack on the other. */
#define MB_ASK_MAX_WORDS 256
#define MB_ASK_MAX_DEPTH 32

/* Words with a star, each of which may stand for MB_WILDCARD_MAX words: 200 of
 * them kept a small index busy for seconds. */
#define MB_ASK_MAX_STARS 8

/* Words in a row that may have a short form. */
#define MB_ASK_MAX_ACRONYM_WORDS 10

enum mb_ask_kind {
	MB_ASK_WORD,
	MB_ASK_PHRASE,
	MB_ASK_PREFIX,
	MB_ASK_DATES,
	MB_ASK_ALL,
	MB_ASK_AND,
	MB_ASK_OR,
	MB_ASK_NOT, /* one child, which must not match */
	MB_ASK_NEAR,
};

struct mb_ask {
	enum mb_ask_kind kind;
	enum mb_field_id field;     /* of words, phrases, prefixes and dates */
	gboolean only;              /* committee:= */
	char *text;                 /* as typed, without quotes or star */
	struct mb_date_range dates; /* of MB_ASK_DATES */
	GPtrArray *children;        /* of struct mb_ask; NULL for leaves */
	gsize start;                /* bytes from the start of the question */
	gsize text_start;           /* where @text begins */
	guint column;               /* in characters, from 1 */
};

/* Read @text.
 *   field   what words without a field of their own are looked for in
 *   column  filled on error: where it lies, in characters from 1; 0 nowhere
 *   returns (transfer full) NULL on error; MB_ASK_ALL for "*" and for nothing
 *           but spaces
 *   error   MB_ERROR_SYNTAX, MB_ERROR_LIMIT, with words for people */
struct mb_ask *mb_ask_parse(const char *text, enum mb_field_id field,
                            guint *column, GError **error);
void mb_ask_free(struct mb_ask *ask);
typedef struct mb_ask mb_ask;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_ask, mb_ask_free)

/* TRUE when it asks for what stands outside the items (front:). */
gboolean mb_ask_has_front(const struct mb_ask *ask);

/* The query for a tree.
 *   conf    what became of committees; NULL: nothing
 *   column  as mb_ask_parse()
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_SYNTAX: NEAR of what has no place in the text */
struct mb_query *mb_ask_build(const struct mb_ask *ask,
                              struct mb_search *search,
                              const struct mb_conf *conf, guint *column,
                              GError **error);

/* How many children of @ask, MB_ASK_AND, from the one at @from on are words
 * that the papers taught a short form for: "multi agency safeguarding hub". The
 * longest such run; 1 for none.
 *   key  filled: they, folded; NULL for none; transfer full */
guint mb_ask_short_run(const struct mb_ask *ask, guint from,
                       struct mb_search *search, char **key);

/* The folded words of @text with single spaces between, which is how names and
 * acronyms are compared.  Transfer full. */
char *mb_ask_fold(const char *text);

/* The tree as "(and officer:dreskell (or foster adopt*))", for tests.
 * Transfer full. */
char *mb_ask_describe(const struct mb_ask *ask);

/* @text, from which @ask was read, with each word that the index does not
 * know spelt as a word it knows, and a year as a date; NULL when nothing
 * changes.  Transfer full. */
char *mb_ask_respell(const struct mb_ask *ask, const char *text,
                     struct mb_search *search);

#endif
