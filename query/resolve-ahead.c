/* What answers a request to a later meeting: the report that was asked for,
 * the item that was put off.  Papers seldom say that they do, so such ties are
 * never certain but when a later heading tells what it was deferred from. */
#include "query/resolve-request.h"

#include <string.h>

#include "base/date.h"
#include "query/likeness.h"

/* Answers and requests that are looked at. */
#define MAX_CANDIDATES 40
/* Words that they are found by. */
#define MAX_WORDS 16

/* @text up to @quote; "" when it does not stand there as it is. */
static char *
text_before(const char *text, const char *quote)
{
	const char *at = *quote != '\0' ? strstr(text, quote) : NULL;

	return at != NULL ? g_strndup(text, (gsize)(at - text)) : g_strdup("");
}

static struct mb_request *
request_new(struct mb_resolver *r, const struct mb_item *item,
            const struct mb_ref *ref)
{
	struct mb_request *q = g_new0(struct mb_request, 1);

	q->r = r;
	q->item = item;
	q->ref = ref;
	q->sentence = mb_likeness_sentence(item->text, ref->what);
	q->before = text_before(item->text, ref->what);
	q->is_deferred = mb_request_is_put_off(q->sentence);
	return q;
}

void
mb_request_free(gpointer request)
{
	struct mb_request *q = request;

	g_free(q->sentence);
	g_free(q->before);
	mb_tie_free(q->best);
	g_free(q);
}

/* The request that @ref of @item is.  Transfer none. */
static struct mb_request *
request_of(struct mb_resolver *r, const struct mb_item *item,
           const struct mb_ref *ref)
{
	struct mb_request *q = g_hash_table_lookup(r->requests, ref);

	if (q == NULL) {
		q = request_new(r, item, ref);
		g_hash_table_insert(r->requests, (gpointer)ref, q);
	}
	return q;
}

const char *
mb_resolver_sentence(struct mb_resolver *r, const struct mb_item *item,
                     const struct mb_ref *ref)
{
	return request_of(r, item, ref)->sentence;
}

/* @query, or any of @words in a heading. */
static struct mb_query *
add_words(struct mb_resolver *r, struct mb_query *query, GHashTable *words)
{
	g_autoptr(GList) list =
	    g_list_sort(g_hash_table_get_keys(words), (GCompareFunc)strcmp);
	guint n = 0;

	for (GList *at = list; at != NULL && n++ < MAX_WORDS; at = at->next) {
		struct mb_query *one =
		    mb_query_text(r->search, MB_FIELD_TITLE, at->data);

		query = query == NULL
		            ? one
		            : mb_query_join(MB_JOIN_OR, query, one, NULL);
	}
	return query;
}

/* What @query, taken over, finds of the committee when the answer has to come.
 */
static GPtrArray *
ask_in_time(const struct mb_request *q, struct mb_query *query,
            enum mb_sort sort)
{
	guint32 from, to;

	mb_request_time(q, &from, &to);
	query =
	    mb_query_filter(query, from == to ? mb_query_dates(from, to)
	                                      : mb_resolver_months(from, to));
	return mb_resolver_ask(q->r, mb_resolver_within(q->r, query, q->item),
	                       sort, MAX_CANDIDATES);
}

/* What has the same heading, the earliest first, since "Notice of Motion
 * submitted by Councillor Teefy" comes often. */
static GPtrArray *
under_same_heading(const struct mb_request *q)
{
	return *mb_resolver_topic_key(q->r, q->item) == '\0'
	           ? g_ptr_array_new()
	           : ask_in_time(q, mb_query_topic(q->item->title),
	                         MB_SORT_OLDEST);
}

/* What has words of the heading or of the request in its own. */
static GPtrArray *
under_words(const struct mb_request *q)
{
	struct mb_query *query = NULL;

	query = add_words(q->r, query, mb_resolver_words(q->r, q->item->title));
	query = add_words(q->r, query, mb_request_words(q));
	return query == NULL ? g_ptr_array_new()
	                     : ask_in_time(q, query, MB_SORT_RELEVANCE);
}

/* Of equally sure answers, the earlier. */
static gboolean
is_better(const struct mb_tie *tie, const struct mb_tie *best)
{
	if (best == NULL || tie->confidence != best->confidence)
		return best == NULL || tie->confidence > best->confidence;
	if (tie->from->date_ymd != best->from->date_ymd)
		return tie->from->date_ymd < best->from->date_ymd;
	return tie->from->kind == MB_KIND_MINUTE &&
	       best->from->kind != MB_KIND_MINUTE;
}

/* The best of @items, taken over, unless @best, taken over, is as good. */
static struct mb_tie *
best_of(const struct mb_request *q, GPtrArray *items, struct mb_tie *best)
{
	for (guint i = 0; i < items->len; i++) {
		struct mb_tie *tie =
		    mb_request_judge(q, g_ptr_array_index(items, i));

		if (tie != NULL && is_better(tie, best)) {
			mb_tie_free(best);
			best = tie;
		} else {
			mb_tie_free(tie);
		}
	}
	g_ptr_array_unref(items);
	return best;
}

/* What was put off and has come back under its heading is looked for no
 * further. */
static struct mb_tie *
look_for_answer(const struct mb_request *q)
{
	struct mb_tie *best = best_of(q, under_same_heading(q), NULL);

	if (q->is_deferred && best != NULL &&
	    best->confidence >= MB_CONFIDENCE_LIKELY)
		return best;
	return best_of(q, under_words(q), best);
}

/* The best answer, looked for once.  Transfer none. */
static const struct mb_tie *
best_answer(struct mb_request *q)
{
	if (!q->is_answered)
		q->best = look_for_answer(q);
	q->is_answered = TRUE;
	return q->best;
}

struct mb_tie *
mb_resolver_answer(struct mb_resolver *r, const struct mb_item *item,
                   const struct mb_ref *ref)
{
	return item->date_ymd % 100 == 0
	           ? NULL
	           : mb_tie_copy(best_answer(request_of(r, item, ref)));
}

/* The tie by which @item answers a request, unless another does so better: only
 * what it could answer is worth the search for one.  Transfer full. */
static struct mb_tie *
answer_by(struct mb_resolver *r, const struct mb_item *item,
          const struct mb_item *asks, const struct mb_ref *ref)
{
	struct mb_request *q = request_of(r, asks, ref);
	enum mb_confidence confidence;
	const struct mb_tie *tie = NULL;

	if (mb_request_compare(q, item, &confidence) != NULL)
		tie = best_answer(q);
	return tie != NULL && tie->from == item ? mb_tie_copy(tie) : NULL;
}

/* What @item answers. */
static void
answered(struct mb_resolver *r, const struct mb_item *item, GPtrArray *ties)
{
	guint32 to = mb_date_add_days(item->date_ymd, -1);
	guint32 from = mb_date_add_days(item->date_ymd, -MB_REQUEST_MAX_DAYS);
	g_autoptr(GPtrArray) items = NULL;

	if (item->kind == MB_KIND_ACTION ||
	    g_hash_table_size(mb_resolver_words(r, item->title)) == 0)
		return;
	items = mb_resolver_shelf(r, item, MB_SHELF_ASKING, from, to);
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *asks = g_ptr_array_index(items, i);

		for (guint k = 0; k < asks->refs->len; k++) {
			const struct mb_ref *ref =
			    g_ptr_array_index(asks->refs, k);

			if (ref->dir == MB_REF_FORWARD)
				mb_resolver_add(ties,
				                answer_by(r, item, asks, ref));
		}
	}
}

void
mb_resolver_answers(struct mb_resolver *r, const struct mb_item *item,
                    GPtrArray *ties)
{
	if (item->date_ymd % 100 == 0)
		return;
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(item->refs, i);

		if (ref->dir == MB_REF_FORWARD)
			mb_resolver_add(ties, mb_resolver_answer(r, item, ref));
	}
	answered(r, item, ties);
}
