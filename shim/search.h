/* search: a database being asked.
 * In: query trees built here by query/ask.c.  Out: result rows that hold item
 * documents.  No C++ type, exception or allocation crosses this header.
 *
 * A struct mb_query belongs to whoever made it until it is given to
 * mb_query_join() or mb_query_filter(), which take it over. */
#ifndef MB_SHIM_SEARCH_H
#define MB_SHIM_SEARCH_H

#include <glib.h>

#include "base/item.h"
#include "base/sitting.h"
#include "shim/fence.h"
#include "shim/fields.h"
#include "shim/stem.h"

G_BEGIN_DECLS

struct mb_search;
struct mb_query;
struct mb_result;

/* Open the databases in @paths (NULL-terminated, at least one) as one.
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_NOT_FOUND, MB_ERROR_CORRUPT, MB_ERROR_VERSION,
 *           MB_ERROR_IO, MB_ERROR_SYNTAX when their languages differ */
struct mb_search *mb_search_open(const char *const *paths,
                                 GError **error) MB_NOEXCEPT;
void mb_search_free(struct mb_search *search) MB_NOEXCEPT;
typedef struct mb_search mb_search;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_search, mb_search_free)

/* Language and stemmer of the databases.  Transfer none. */
const char *mb_search_language(const struct mb_search *search) MB_NOEXCEPT;
struct mb_stem *mb_search_stem(struct mb_search *search) MB_NOEXCEPT;

/* Items, and papers, in all of them. */
guint mb_search_n_items(struct mb_search *search) MB_NOEXCEPT;
guint mb_search_n_papers(struct mb_search *search) MB_NOEXCEPT;

/* Query trees.  Words are cut and folded by the shim (shim/words.h), so @text
 * is as typed.  All return (transfer full) never NULL; text without a word
 * gives a query that matches nothing, and a query that can't be made (too many
 * words) fails when it is asked. */

/* @text in @field, each of its words needed: stemmed for a text field, with
 * the exact form scoring higher; several words ("107/20") must follow one
 * another; the whole value for an exact field. */
struct mb_query *mb_query_text(struct mb_search *search, enum mb_field_id field,
                               const char *text) MB_NOEXCEPT;
/* The words of @text in order, unstemmed. */
struct mb_query *mb_query_phrase(struct mb_search *search,
                                 enum mb_field_id field,
                                 const char *text) MB_NOEXCEPT;
/* Words that begin with the last word of @text ("foster*" without the star),
 * after its other words, if any. */
struct mb_query *mb_query_prefix(struct mb_search *search,
                                 enum mb_field_id field,
                                 const char *text) MB_NOEXCEPT;
/* Items whose date lies in the range, both ends included, 0 open. */
struct mb_query *mb_query_dates(guint32 from_ymd, guint32 to_ymd) MB_NOEXCEPT;
/* Items in which @council's @name stands on this side, however it is known
 * there: both whole, as the items have them (struct mb_named), without regard
 * to capitals and accents.
 *   council  NULL: of no known council */
struct mb_query *mb_query_person(enum mb_standing side, const char *council,
                                 const char *name) MB_NOEXCEPT;
/* Items that have @council's @role held by @name, all three whole; NULL: by
 * nobody whom they tell. */
struct mb_query *mb_query_post(const char *council, const char *role,
                               const char *name) MB_NOEXCEPT;
/* Items of @council's @committee, both whole; NULL: unknown. */
struct mb_query *mb_query_committee(const char *council,
                                    const char *committee) MB_NOEXCEPT;
/* Items whose words point to @number, a key (keys.h) or "", of a meeting on
 * that day or in that month (YYYYMM00); 0: without a date. */
struct mb_query *mb_query_cites(guint32 ymd, const char *number) MB_NOEXCEPT;
/* Items that ask for something at a later meeting. */
struct mb_query *mb_query_ahead(void) MB_NOEXCEPT;
/* Items with this heading, or one that differs in years and numbers alone. */
struct mb_query *mb_query_topic(const char *title) MB_NOEXCEPT;
/* Items whose committee or council has this name whole, as printed. */
struct mb_query *mb_query_body(enum mb_field_id field,
                               const char *name) MB_NOEXCEPT;
/* Every item. */
struct mb_query *mb_query_all(void) MB_NOEXCEPT;
/* No item. */
struct mb_query *mb_query_nothing(void) MB_NOEXCEPT;

enum mb_join { MB_JOIN_AND, MB_JOIN_OR, MB_JOIN_NOT, MB_JOIN_NEAR };

/* A wildcard stands for this many words at most. */
#define MB_WILDCARD_MAX 2000

/* Words NEAR one another lie within this many words. */
#define MB_NEAR_WINDOW 11

/* Join @left and @right, taking both over.  MB_JOIN_NOT is left without right;
 * MB_JOIN_NEAR takes trees of words and phrases only.
 *   error   MB_ERROR_SYNTAX: NEAR of something else, or of two fields;
 *           MB_ERROR_LIMIT: nested too deep; both are freed */
struct mb_query *mb_query_join(enum mb_join how, struct mb_query *left,
                               struct mb_query *right,
                               GError **error) MB_NOEXCEPT;
/* @query where @filter holds too, without scoring it.  Takes both over. */
struct mb_query *mb_query_filter(struct mb_query *query,
                                 struct mb_query *filter) MB_NOEXCEPT;
void mb_query_free(struct mb_query *query) MB_NOEXCEPT;
typedef struct mb_query mb_query;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_query, mb_query_free)

/* Xapian's description of the tree, for tests.  Transfer full. */
char *mb_query_describe(const struct mb_query *query) MB_NOEXCEPT;

/* The folded words and stems that @query looks for in @field, for
 * highlighting: a set of char *, stems with a leading "Z",
 * prefixes with a trailing "*", words that must follow one another with a
 * space between them ("foster carer*").  Transfer full. */
GHashTable *mb_query_words(const struct mb_query *query,
                           enum mb_field_id field) MB_NOEXCEPT;

/* Whether @query asks for what mb_query_person() or mb_query_post() with these
 * does, other than to leave it out. */
gboolean mb_query_has_person(const struct mb_query *query,
                             enum mb_standing side, const char *council,
                             const char *name) MB_NOEXCEPT;
gboolean mb_query_has_post(const struct mb_query *query, const char *council,
                           const char *role, const char *name) MB_NOEXCEPT;

enum mb_sort { MB_SORT_RELEVANCE, MB_SORT_NEWEST, MB_SORT_OLDEST };

/* Ask.
 *   first   rows to leave out from the start
 *   n_max   rows at most; G_MAXUINT: all
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_LIMIT: a wildcard that stands for too many words;
 *           MB_ERROR_CHANGED: the index was replaced: open it again;
 *           MB_ERROR_CORRUPT, MB_ERROR_IO */
struct mb_result *mb_search_run(struct mb_search *search,
                                const struct mb_query *query, enum mb_sort sort,
                                guint first, guint n_max,
                                GError **error) MB_NOEXCEPT;
void mb_result_free(struct mb_result *result) MB_NOEXCEPT;
typedef struct mb_result mb_result;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_result, mb_result_free)

/* Items that match in all: exact. */
guint mb_result_n_matches(const struct mb_result *result) MB_NOEXCEPT;
/* Rows held. */
guint mb_result_n_rows(const struct mb_result *result) MB_NOEXCEPT;
/* Row @i < n_rows.  The item belongs to the result and is valid until another
 * row is asked for or the result is freed: records are read and unpacked one
 * at a time, so that all of a large result can be walked through.
 *   returns (transfer none) NULL on error
 *   error   MB_ERROR_CORRUPT; MB_ERROR_CHANGED: the index was written twice
 *           since mb_search_run() */
const struct mb_item *mb_result_item(struct mb_result *result, guint i,
                                     GError **error) MB_NOEXCEPT;
/* Relevance of row @i, 0 when sorted by date. */
double mb_result_score(const struct mb_result *result, guint i) MB_NOEXCEPT;

/* The numbers of the first @n_max items that match, without reading any: GArray
 * of guint32, transfer full; NULL on error as mb_search_run().  They are those
 * of the databases and mean nothing to another mb_search. */
GArray *mb_search_numbers(struct mb_search *search,
                          const struct mb_query *query, enum mb_sort sort,
                          guint n_max, GError **error) MB_NOEXCEPT;
/* The item of that number.  Transfer full; NULL on error as
 * mb_result_item(). */
struct mb_item *mb_search_item(struct mb_search *search, guint32 number,
                               GError **error) MB_NOEXCEPT;

/* How many items match: exact.
 *   error   as mb_search_run() */
gboolean mb_search_count(struct mb_search *search, const struct mb_query *query,
                         guint *n_items, GError **error) MB_NOEXCEPT;

/* How many matches have which value of @field: GPtrArray of struct mb_facet,
 * most first.  Exact, over all matches; items without a value are not counted.
 *   field   date: (YYYYMMDD), year:, committee:, council:, kind:, officer: or
 *           member:
 *   groups  value -> the value that it is counted as, strings, borrowed: an
 *           item that has several of one is counted once; what is not in it
 *           stands for itself; NULL: all do
 *   returns (transfer full); errors as mb_search_run() */
struct mb_facet {
	char *value; /* of people: mb_facet_person() */
	guint n_items;
};
GPtrArray *mb_search_facet(struct mb_search *search,
                           const struct mb_query *query, enum mb_field_id field,
                           GHashTable *groups, GError **error) MB_NOEXCEPT;

/* How officer: and member: have @council's @name, both as items have them:
 * "ashby council/h ellis".  Transfer full. */
char *mb_facet_person(const char *council, const char *name) MB_NOEXCEPT;

/* The names of all committees that have items, as printed, in no order: read
 * off the list of terms, so that it costs the same however many items there
 * are.  GPtrArray of char *, transfer full; NULL on error as
 * mb_search_run(). */
GPtrArray *mb_search_committees(struct mb_search *search,
                                GError **error) MB_NOEXCEPT;

/* A person as items have them: a form of name in one council, folded. */
struct mb_named_in {
	char *council; /* "" unknown */
	char *name;
};
void mb_named_in_free(struct mb_named_in *named) MB_NOEXCEPT;

/* Everybody whom some item has on @side, in the order of the alphabet, read off
 * the list of terms: GPtrArray of struct mb_named_in, transfer full; NULL on
 * error as mb_search_run(). */
GPtrArray *mb_search_people(struct mb_search *search, enum mb_standing side,
                            GError **error) MB_NOEXCEPT;

/* A post as items have it, and the holder whom they tell, all folded. */
struct mb_post_of {
	char *council; /* "" unknown */
	char *role;
	char *name; /* "" nobody */
};
void mb_post_of_free(struct mb_post_of *post) MB_NOEXCEPT;

/* All posts, likewise: GPtrArray of struct mb_post_of. */
GPtrArray *mb_search_posts(struct mb_search *search,
                           GError **error) MB_NOEXCEPT;

/* The earliest and the latest meeting whose items have @post, read along a
 * posting list.  0: at no known date, or on error. */
gboolean mb_search_post_dates(struct mb_search *search,
                              const struct mb_post_of *post, guint32 *from_ymd,
                              guint32 *to_ymd, GError **error) MB_NOEXCEPT;

/* Acronyms are looked up so often at most for one word. */
#define MB_ACRONYMS_MAX 8

/* What the papers taught to be the same as @words, folded: what "mash" is short
 * for, or what is short for "multi agency safeguarding hub".  GPtrArray of
 * struct mb_facet, commonest first, no more than MB_ACRONYMS_MAX; empty when it
 * can't be read.  Transfer full. */
GPtrArray *mb_search_acronyms(struct mb_search *search,
                              const char *words) MB_NOEXCEPT;

/* The item with this id, or, for the bare form of ids that clashed, all of
 * them: GPtrArray of struct mb_item, empty when there is none.
 * Transfer full, NULL on error as mb_search_run(). */
GPtrArray *mb_search_by_id(struct mb_search *search, const char *id,
                           GError **error) MB_NOEXCEPT;

/* The words of the index that are forms of the folded @word: GPtrArray of
 * char *, empty when there are none or they can't be read.  Transfer full. */
GPtrArray *mb_search_forms(struct mb_search *search,
                           const char *word) MB_NOEXCEPT;

/* A word of the index that is spelt nearly like @word and more common there;
 * NULL when there is none.  Transfer full. */
char *mb_search_spelling(struct mb_search *search,
                         const char *word) MB_NOEXCEPT;

G_END_DECLS

#endif
