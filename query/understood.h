/* understood: how a question was understood, part by part, and how many items
 * each part finds by itself.
 * In: struct mb_question and the index.  Out: struct mb_understood.
 * Called for `minutebook search --explain`, and when nothing was found. */
#ifndef MB_QUERY_UNDERSTOOD_H
#define MB_QUERY_UNDERSTOOD_H

#include <glib.h>

#include "query/answer.h"

/* So many forms, names or people are told of one part. */
#define MB_UNDERSTOOD_MAX_NOTES 12

/* A word, phrase, date or name of a question. */
struct mb_understood_part {
	char *text;       /* "officer:dreskell" */
	gboolean is_not;  /* it must not match */
	guint n_items;    /* that it finds by itself */
	char *nearest;    /* when that is none: it, spelt as the index knows it;
	                   * NULL */
	GPtrArray *notes; /* of char *: what it means, for people */
};

struct mb_understood {
	char *tree;       /* mb_ask_describe() of the question's text */
	GPtrArray *parts; /* of struct mb_understood_part, as they come */
};

/* Take @question apart.
 *   people   say whom names mean, with posts and dates, which reads the
 *            records of all papers
 *   returns  (transfer full) NULL on error
 *   error    as mb_answer_ask() */
struct mb_understood *mb_understood_new(struct mb_answer *answer,
                                        const struct mb_question *question,
                                        gboolean people, GError **error);
void mb_understood_free(struct mb_understood *understood);
typedef struct mb_understood mb_understood;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_understood, mb_understood_free)

/* The parts as lines for people. */
void mb_understood_text(const struct mb_understood *understood, GString *out);

#endif
