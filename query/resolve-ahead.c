/* What answers a request to a later meeting: the report that was asked for,
 * the item that was put off.  Papers seldom say that they do, so such ties are
 * never certain but when a later heading tells what it was deferred from. */
#include <string.h>

#include "base/date.h"
#include "query/likeness.h"
#include "query/resolve-parts.h"
#include "shim/keys.h"
#include "shim/words.h"

/* What was asked for is not looked for later than this. */
#define MAX_DAYS 400
/* What comes later than this without having been asked for so is not likely. */
#define LATE_DAYS 200
/* A special meeting for less is not "the next meeting". */
#define MEETING_ITEMS 4
/* Answers and requests that are looked at. */
#define MAX_CANDIDATES 40
/* Words that they are found by. */
#define MAX_WORDS 16

/* Two texts are one motion, or one report, when they share this much. */
#define ALIKE_SHARE 0.6
#define ALIKE_WORDS 8
/* Two headings are much alike. */
#define NEAR_SHARE 0.8
#define NEAR_WORDS 3
/* A heading is what was asked for when its words stand in the request. */
#define ASKED_SHARE 0.75
#define MAYBE_SHARE 0.5

/* A request, and what answers it when that has been looked for: it is asked
 * for by each item that may be the answer. */
struct request {
	struct mb_resolver *r;
	const struct mb_item *item;
	const struct mb_ref *ref;
	char *sentence;
	char *before; /* the text that it ends; of a motion, the motion */
	gboolean is_deferred;
	gboolean is_answered;
	struct mb_tie *best; /* NULL: nothing in the index answers it */
};

static gboolean
says_deferred(const char *text)
{
	static const char *const words[] = { "defer",        "adjourn",
		                             "brought back", "rolled forward",
		                             "postpone",     "held over" };
	g_autofree char *low = g_utf8_strdown(text, -1);

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (strstr(low, words[i]) != NULL)
			return TRUE;
	return FALSE;
}

/* @text up to @quote; "" when it does not stand there as it is. */
static char *
text_before(const char *text, const char *quote)
{
	const char *at = *quote != '\0' ? strstr(text, quote) : NULL;

	return at != NULL ? g_strndup(text, (gsize)(at - text)) : g_strdup("");
}

static struct request *
request_new(struct mb_resolver *r, const struct mb_item *item,
            const struct mb_ref *ref)
{
	struct request *q = g_new0(struct request, 1);

	q->r = r;
	q->item = item;
	q->ref = ref;
	q->sentence = mb_likeness_sentence(item->text, ref->what);
	q->before = text_before(item->text, ref->what);
	q->is_deferred = says_deferred(q->sentence);
	return q;
}

void
mb_request_free(gpointer request)
{
	struct request *q = request;

	g_free(q->sentence);
	g_free(q->before);
	mb_tie_free(q->best);
	g_free(q);
}

/* The request that @ref of @item is.  Transfer none. */
static struct request *
request_of(struct mb_resolver *r, const struct mb_item *item,
           const struct mb_ref *ref)
{
	struct request *q = g_hash_table_lookup(r->requests, ref);

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

static GHashTable *
asked_words(const struct request *q)
{
	return mb_resolver_words(q->r, q->sentence);
}

/* --- how good an answer is ----------------------------------------------- */

/* "(deferred from June 2018 Meeting)" over an item, of the meeting that put it
 * off. */
static gboolean
tells_deferral(const struct request *q, const struct mb_item *answer)
{
	struct mb_date_hit hit;
	gsize at = 0;

	if (answer->title == NULL || !says_deferred(answer->title))
		return FALSE;
	while (mb_date_find(answer->title, at, &hit)) {
		if (hit.ymd / 100 == q->item->date_ymd / 100)
			return TRUE;
		at = MAX(hit.end, at + 1);
	}
	return FALSE;
}

/* The same motion or report, word for word nearly.  What comes after it was put
 * off may be the end of the meeting. */
static gboolean
has_same_text(const struct request *q, const struct mb_item *answer)
{
	GHashTable *before = mb_resolver_words(q->r, q->before);
	GHashTable *asks = g_hash_table_size(before) >= ALIKE_WORDS
	                       ? before
	                       : mb_resolver_words(q->r, q->item->text);
	GHashTable *text = mb_resolver_words(q->r, answer->text);

	return mb_likeness(asks, text) >= ALIKE_SHARE &&
	       mb_likeness_common(asks, text) >= ALIKE_WORDS;
}

static guint
title_size(const struct request *q)
{
	return g_hash_table_size(mb_resolver_words(q->r, q->item->title));
}

/* The share of the heading's words that were asked for; 0 of too few. */
static double
asked_share(const struct request *q, GHashTable *heading)
{
	guint n = g_hash_table_size(heading);
	guint common = mb_likeness_common(heading, asked_words(q));

	return common < 2 ? 0 : (double)common / n;
}

/* "Notice of Motion submitted by Councillor Galvin": who asks, not for what. */
static gboolean
tells_who_only(const char *topic)
{
	return g_str_has_prefix(topic, "notice of motion") ||
	       g_str_has_prefix(topic, "motion ") ||
	       g_str_has_prefix(topic, "question");
}

static gboolean
has_same_topic(const struct request *q, const struct mb_item *answer)
{
	const char *asks = mb_resolver_topic_key(q->r, q->item);
	const char *topic = mb_resolver_topic_key(q->r, answer);

	return strcmp(topic, asks) == 0 && !mb_likeness_is_routine(topic) &&
	       (!tells_who_only(topic) || has_same_text(q, answer));
}

/* "Election of Leas-Chathaoirleach of the Municipal District", put off, comes
 * back as "Election of Leas-Chathaoirleach". */
static gboolean
has_near_topic(const struct request *q, const struct mb_item *answer)
{
	GHashTable *asks = mb_resolver_heading_words(q->r, q->item);
	GHashTable *heading = mb_resolver_heading_words(q->r, answer);

	return mb_likeness_common(asks, heading) >= NEAR_WORDS &&
	       mb_likeness(asks, heading) >= NEAR_SHARE;
}

/* "to the next Meeting" */
static gboolean
says_next(const char *sentence)
{
	g_autofree char *low = g_utf8_strdown(sentence, -1);

	return strstr(low, "next ") != NULL;
}

/* Whether the committee met in between, for more than a word or two. */
static gboolean
met_before(const struct request *q, const struct mb_item *answer)
{
	guint32 from = mb_date_add_days(q->item->date_ymd, 1);
	guint32 to = mb_date_add_days(answer->date_ymd, -1);

	return mb_resolver_count_between(q->r, q->item, from, to) >=
	       MEETING_ITEMS;
}

/* Whether nothing printed says that it was to take so long. */
static gboolean
is_late(const struct request *q, const struct mb_item *answer)
{
	if (q->ref->date_ymd == 0 && says_next(q->sentence) &&
	    met_before(q, answer))
		return TRUE;
	return q->ref->date_ymd == 0 &&
	       mb_date_add_days(q->item->date_ymd, LATE_DAYS) <
	           answer->date_ymd;
}

/* Why @answer may be the answer; NULL when nothing speaks for it. */
static const char *
judge_deferred(const struct request *q, const struct mb_item *answer,
               enum mb_confidence *confidence)
{
	gboolean same_topic = has_same_topic(q, answer);
	gboolean same_text =
	    has_same_text(q, answer) &&
	    !mb_likeness_is_routine(mb_resolver_topic_key(q->r, answer));

	*confidence = MB_CONFIDENCE_CERTAIN;
	if (same_topic && same_text && tells_deferral(q, answer))
		return "its heading says that it was put off there";
	*confidence = MB_CONFIDENCE_LIKELY;
	if (same_topic && same_text)
		return "put off there; the heading is the same, and most of "
		       "the text";
	if (same_topic && title_size(q) >= 3)
		return "put off there; the heading is the same";
	if (has_near_topic(q, answer) && says_next(q->sentence))
		return "put off there to the next meeting; a heading much "
		       "alike";
	*confidence = MB_CONFIDENCE_POSSIBLE;
	if (same_topic)
		return "put off there; the heading is the same, but short";
	return same_text ? "put off there; most of the text is the same" : NULL;
}

static const char *
judge_asked(const struct request *q, const struct mb_item *answer,
            enum mb_confidence *confidence)
{
	GHashTable *heading = mb_resolver_words(q->r, answer->title);
	double share = asked_share(q, heading);

	*confidence = MB_CONFIDENCE_LIKELY;
	if (has_same_topic(q, answer) && says_next(q->sentence))
		return "the same heading, and asked for to the next meeting";
	if (share >= ASKED_SHARE && q->ref->date_ymd != 0)
		return "the words of its heading were asked for, and to that "
		       "time";
	if (share >= ASKED_SHARE && g_hash_table_size(heading) >= 3)
		return "the words of its heading were asked for";
	*confidence = MB_CONFIDENCE_POSSIBLE;
	if (share >= MAYBE_SHARE)
		return "many words of its heading were asked for";
	return has_same_topic(q, answer) && title_size(q) >= 2
	           ? "the heading under which it was asked for"
	           : NULL;
}

/* When the answer has to come. */
static void
when(const struct request *q, guint32 *from, guint32 *to)
{
	guint32 asked = q->ref->date_ymd;

	*from = mb_date_add_days(q->item->date_ymd, 1);
	*to = mb_date_add_days(q->item->date_ymd, MAX_DAYS);
	if (asked % 100 != 0 && asked > q->item->date_ymd)
		*from = *to = asked;
	else if (asked != 0 && asked / 100 > q->item->date_ymd / 100) {
		*from = asked + 1;
		*to = asked + 31;
	}
}

static gboolean
is_in_time(const struct request *q, const struct mb_item *answer)
{
	guint32 from, to;

	when(q, &from, &to);
	return answer->date_ymd >= from && answer->date_ymd <= to;
}

/* Why @answer may be the answer, from the two alone; NULL. */
static const char *
compare(const struct request *q, const struct mb_item *answer,
        enum mb_confidence *confidence)
{
	const char *reason = NULL;

	if (answer->date_ymd <= q->item->date_ymd || !is_in_time(q, answer) ||
	    answer->kind == MB_KIND_ACTION ||
	    !mb_resolver_same_body(q->r, q->item, answer))
		return NULL;
	if (q->is_deferred)
		reason = judge_deferred(q, answer, confidence);
	return reason != NULL ? reason : judge_asked(q, answer, confidence);
}

static struct mb_tie *
judge(const struct request *q, const struct mb_item *answer)
{
	enum mb_confidence confidence;
	const char *reason = compare(q, answer, &confidence);

	if (reason == NULL)
		return NULL;
	/* "Economic Development and Planning" is asked for all the time, but a
	 * motion that is put off comes again word for word under the name of
	 * whoever moved many; an election is put off, but comes again a year
	 * later. */
	if (confidence == MB_CONFIDENCE_LIKELY &&
	    ((mb_resolver_is_standing(q->r, answer) &&
	      !has_same_text(q, answer)) ||
	     is_late(q, answer)))
		confidence = MB_CONFIDENCE_POSSIBLE;
	return mb_tie_new(MB_TIE_ANSWERS, confidence, answer, q->item, reason,
	                  q->sentence);
}

/* --- looking for it ------------------------------------------------------ */

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
ask_in_time(const struct request *q, struct mb_query *query, enum mb_sort sort)
{
	guint32 from, to;

	when(q, &from, &to);
	query =
	    mb_query_filter(query, from == to ? mb_query_dates(from, to)
	                                      : mb_resolver_months(from, to));
	return mb_resolver_ask(q->r, mb_resolver_within(q->r, query, q->item),
	                       sort, MAX_CANDIDATES);
}

/* What has the same heading, the earliest first, since "Notice of Motion
 * submitted by Councillor Teefy" comes often. */
static GPtrArray *
under_same_heading(const struct request *q)
{
	return *mb_resolver_topic_key(q->r, q->item) == '\0'
	           ? g_ptr_array_new()
	           : ask_in_time(q, mb_query_topic(q->item->title),
	                         MB_SORT_OLDEST);
}

/* What has words of the heading or of the request in its own. */
static GPtrArray *
under_words(const struct request *q)
{
	struct mb_query *query = NULL;

	query = add_words(q->r, query, mb_resolver_words(q->r, q->item->title));
	query = add_words(q->r, query, asked_words(q));
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
best_of(const struct request *q, GPtrArray *items, struct mb_tie *best)
{
	for (guint i = 0; i < items->len; i++) {
		struct mb_tie *tie = judge(q, g_ptr_array_index(items, i));

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
look_for_answer(const struct request *q)
{
	struct mb_tie *best = best_of(q, under_same_heading(q), NULL);

	if (q->is_deferred && best != NULL &&
	    best->confidence >= MB_CONFIDENCE_LIKELY)
		return best;
	return best_of(q, under_words(q), best);
}

/* The best answer, looked for once.  Transfer none. */
static const struct mb_tie *
best_answer(struct request *q)
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
	struct request *q = request_of(r, asks, ref);
	enum mb_confidence confidence;
	const struct mb_tie *tie = NULL;

	if (compare(q, item, &confidence) != NULL)
		tie = best_answer(q);
	return tie != NULL && tie->from == item ? mb_tie_copy(tie) : NULL;
}

/* What @item answers. */
static void
answered(struct mb_resolver *r, const struct mb_item *item, GPtrArray *ties)
{
	guint32 to = mb_date_add_days(item->date_ymd, -1);
	guint32 from = mb_date_add_days(item->date_ymd, -MAX_DAYS);
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
