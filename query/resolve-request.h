/* resolve-request: a request to a later meeting, and how good an answer is.
 * In: an item's reference forward.  Out: struct mb_tie (resolve.h).
 * Called by resolve-ahead.c; resolve-judge.c judges. */
#ifndef MB_QUERY_RESOLVE_REQUEST_H
#define MB_QUERY_RESOLVE_REQUEST_H

#include "query/resolve-parts.h"

/* What was asked for is not looked for later than this. */
#define MB_REQUEST_MAX_DAYS 400

/* A request, and what answers it when that has been looked for: it is asked
 * for by each item that may be the answer. */
struct mb_request {
	struct mb_resolver *r;
	const struct mb_item *item;
	const struct mb_ref *ref;
	char *sentence;
	char *before; /* the text that it ends; of a motion, the motion */
	gboolean is_deferred;
	gboolean is_answered;
	struct mb_tie *best; /* NULL: nothing in the index answers it */
};

/* Whether @text tells that something was put off. */
gboolean mb_request_is_put_off(const char *text);

/* What was asked for: the words of its sentence.  Transfer none. */
GHashTable *mb_request_words(const struct mb_request *q);

/* When the answer has to come. */
void mb_request_time(const struct mb_request *q, guint32 *from, guint32 *to);

/* Why @answer may be the answer, from the two alone, and how sure that is; NULL
 * when it is none. */
const char *mb_request_compare(const struct mb_request *q,
                               const struct mb_item *answer,
                               enum mb_confidence *confidence);

/* The tie that @answer makes; NULL when it is none.  Transfer full. */
struct mb_tie *mb_request_judge(const struct mb_request *q,
                                const struct mb_item *answer);

#endif
