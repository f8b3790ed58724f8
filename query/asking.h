/* asking: what the commands that take a QUERY have in common.
 * In: options and words as typed.  Out: struct mb_question, and messages for
 * people about what is wrong with it.  Called by the commands.
 *
 *	struct mb_asking asking = { .n_max = MB_QUESTION_ROWS };
 *	const GOptionEntry own[] = { MB_ASKING_OPTIONS(&asking), … };
 */
#ifndef MB_QUERY_ASKING_H
#define MB_QUERY_ASKING_H

#include <glib.h>

#include "query/answer.h"

/* Options as typed. */
struct mb_asking {
	char *from;
	char *to;
	char *sort;
	gint n_max;
	gboolean all;
};

/* clang-format off */
#define MB_ASKING_OPTIONS(asking)					\
	{ "from", 0, 0, G_OPTION_ARG_STRING, &(asking)->from,		\
	  "No item of an earlier date", "DATE" },			\
	{ "to", 0, 0, G_OPTION_ARG_STRING, &(asking)->to,		\
	  "No item of a later date", "DATE" },				\
	{ "sort", 0, 0, G_OPTION_ARG_STRING, &(asking)->sort,		\
	  "What comes first", "relevance|newest|oldest" },		\
	{ "limit", 0, 0, G_OPTION_ARG_INT, &(asking)->n_max,		\
	  "Print this many at most", "N" },				\
	{ "all", 0, 0, G_OPTION_ARG_NONE, &(asking)->all,		\
	  "Print all that is found", NULL }
/* clang-format on */

void mb_asking_clear(struct mb_asking *asking);

/* The question that the options and @words make.  Transfer full; NULL when
 * they make none: a message was written, which calls @command by its name. */
struct mb_question *mb_asking_read(const struct mb_asking *asking,
                                   const char *command, char **words);

/* As mb_answer_ask(), with a message, and a mark under the place that is
 * wrong, when it fails. */
gboolean mb_asking_ask(struct mb_answer *answer,
                       const struct mb_question *question);

/* Add the ids of the rows [first, end) of the answer to @ids, of char *. FALSE,
 * with a message, when one can't be read. */
gboolean mb_asking_take_ids(struct mb_answer *answer, guint first, guint end,
                            GPtrArray *ids);

/* Say that nothing was found: which part of the question nothing has, what was
 * searched, what can't be, and what would find something. */
void mb_asking_report_none(struct mb_answer *answer,
                           const struct mb_question *question);

/* Append how @question was understood, and how many items each part of it and
 * all of it find.  FALSE, with a message, when that can't be told. */
gboolean mb_asking_explain(struct mb_answer *answer,
                           const struct mb_question *question, GString *out);

#endif
