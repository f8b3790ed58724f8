/* answer: a question put to the index.
 * In: where the index lies and struct mb_question.  Out: rows with their item
 * and the words to mark.  Called by the commands and by minutebook-cgi.c.
 *
 * The index may be published anew between finding it and reading it; it is
 * then opened again and asked again, a few times. */
#ifndef MB_QUERY_ANSWER_H
#define MB_QUERY_ANSWER_H

#include <glib.h>

#include "base/conf.h"
#include "query/marker.h"
#include "query/question.h"
#include "shim/papers.h"
#include "shim/search.h"

struct mb_answer;

/* Open the published indexes, as one.
 *   indexes  their folders, or stub files (mb_layout_indexes())
 *   exempt   the exempt databases too
 *   conf     borrowed, must outlive the answer; NULL: none
 *   returns  (transfer full) NULL on error
 *   error    MB_ERROR_NOT_FOUND: nothing published there; MB_ERROR_IO;
 *            MB_ERROR_CORRUPT; MB_ERROR_SYNTAX: they are of two languages */
struct mb_answer *mb_answer_new(const char *const *indexes, gboolean exempt,
                                const struct mb_conf *conf, GError **error);
void mb_answer_free(struct mb_answer *answer);
typedef struct mb_answer mb_answer;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_answer, mb_answer_free)

/* Whether the exempt databases are open too. */
gboolean mb_answer_has_exempt(const struct mb_answer *answer);

/* The configuration that it was opened with.  Transfer none; NULL: none. */
const struct mb_conf *mb_answer_conf(const struct mb_answer *answer);

/* Ask.  A row that was had before is gone then.
 *   fault   filled on error: the part of the question that is wrong, or
 *           MB_PART_NONE when it is the index
 *   error   MB_ERROR_SYNTAX, MB_ERROR_LIMIT: the question, in words for
 *           people; MB_ERROR_CORRUPT, MB_ERROR_IO, MB_ERROR_NOT_FOUND,
 *           MB_ERROR_CHANGED: the index */
gboolean mb_answer_ask(struct mb_answer *answer,
                       const struct mb_question *question,
                       struct mb_fault *fault, GError **error);

/* Items there are. */
guint mb_answer_n_items(const struct mb_answer *answer);

/* Items that match in all, and rows held of them, after mb_answer_ask(). */
guint mb_answer_n_matches(const struct mb_answer *answer);
guint mb_answer_n_rows(const struct mb_answer *answer);

/* Row @i < n_rows.  Transfer none; NULL with MB_ERROR_CORRUPT. */
const struct mb_item *mb_answer_item(struct mb_answer *answer, guint i,
                                     GError **error);
double mb_answer_score(const struct mb_answer *answer, guint i);

/* Marks in @item, which need not be a row, what was asked for last; marks
 * nothing when nothing was.  Must not outlive the answer or the next asking.
 * Transfer full. */
struct mb_marker *mb_answer_marker(struct mb_answer *answer,
                                   const struct mb_item *item);

/* The question's text with words spelt as the index knows them, when that
 * finds something; NULL when it doesn't.  For a question that found nothing.
 * Transfer full. */
char *mb_answer_respell(struct mb_answer *answer,
                        const struct mb_question *question);

/* Items with this id: GPtrArray of struct mb_item, empty when there is none;
 * several for the bare form of ids that clashed.  Transfer full, NULL on error
 * as mb_answer_ask(). */
GPtrArray *mb_answer_by_id(struct mb_answer *answer, const char *id,
                           GError **error);

/* Give all papers to @take, as mb_papers_walk() does (shim/papers.h).
 *   error   MB_ERROR_CORRUPT, MB_ERROR_IO, MB_ERROR_NOT_FOUND,
 *           MB_ERROR_CHANGED */
gboolean mb_answer_papers(struct mb_answer *answer, mb_paper_func take,
                          gpointer data, GError **error);

/* Have @work done with the database; again from the beginning when the index
 * moves under it.  What it keeps of @search must not be used after the next
 * call of this answer.
 *   error   as mb_answer_papers(), and what @work fails with */
typedef gboolean (*mb_answer_func)(struct mb_search *search, gpointer data,
                                   GError **error);
gboolean mb_answer_use(struct mb_answer *answer, mb_answer_func work,
                       gpointer data, GError **error);

/* How many items match @query, which is borrowed.  Errors as
 * mb_answer_papers(), and MB_ERROR_LIMIT. */
gboolean mb_answer_count(struct mb_answer *answer, const struct mb_query *query,
                         guint *n_items, GError **error);

/* How many of them have which value of @field, as mb_search_facet() has it.
 *   query  borrowed; NULL: what was asked last
 * Transfer full; NULL on error as mb_answer_count(). */
GPtrArray *mb_answer_facet(struct mb_answer *answer,
                           const struct mb_query *query, enum mb_field_id field,
                           GHashTable *groups, GError **error);

/* Names of committees that have items, in the order of the alphabet: GPtrArray
 * of char *; empty when they can't be read.  Transfer full. */
GPtrArray *mb_answer_committees(struct mb_answer *answer);

#endif
