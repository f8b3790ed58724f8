/* params: the parameters of a request to the search page.
 * In: a query string (RFC 3986), as any client may have written it.
 * Out: struct mb_params, which keeps what was typed, so that a page can show
 * it again, and what is wrong with it.  Called by minutebook-cgi.c. */
#ifndef MB_QUERY_PARAMS_H
#define MB_QUERY_PARAMS_H

#include <glib.h>

#include "query/question.h"

/* The longest query string. */
#define MB_PARAMS_MAX_BYTES 16384

/* The last page of results that can be asked for. */
#define MB_PARAMS_MAX_PAGE 100000

/* What can be given, in the order of the form. */
enum mb_param {
	MB_PARAM_TEXT,      /* q: the question */
	MB_PARAM_FROM,      /* from: first day */
	MB_PARAM_TO,        /* to: last day */
	MB_PARAM_COMMITTEE, /* committee: words of its name */
	MB_PARAM_OFFICER,   /* officer: words of a name */
	MB_PARAM_SORT,      /* sort: relevance, newest, oldest */
	MB_PARAM_PAGE,      /* page: of the results, from 1 */
	MB_PARAM_ID,        /* id: of an item to show */
};
#define MB_N_PARAMS 8

struct mb_params {
	char *values[MB_N_PARAMS]; /* as typed, UTF-8; NULL: absent or blank */
	char *faults[MB_N_PARAMS]; /* what is wrong with it; NULL */
	char *fault;               /* of the query string as a whole; NULL */
	guint page;                /* from 1 */
};

/* Read a query string.  What is wrong is told in the faults, never by failing;
 * what is right is kept all the same.  Transfer full, never NULL. */
struct mb_params *mb_params_read(const char *query_string);
void mb_params_free(struct mb_params *params);
typedef struct mb_params mb_params;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_params, mb_params_free)

/* Note that a parameter is wrong; the first fault stays. */
void mb_params_blame(struct mb_params *params, enum mb_param param,
                     const char *message);

/* TRUE when anything is wrong. */
gboolean mb_params_are_wrong(const struct mb_params *params);

/* The question that they ask.  Dates and sort that can't be read are added to
 * the faults.  Transfer full. */
struct mb_question *mb_params_question(struct mb_params *params);

/* The name in a query string; transfer none. */
const char *mb_param_name(enum mb_param param);

/* A query string that asks the same with @param set to @value (NULL: without
 * it), percent-encoded, beginning with "?".  Transfer full. */
char *mb_params_link(const struct mb_params *params, enum mb_param param,
                     const char *value);

#endif
