/* How good an answer an item is to a request: from the two alone. */
#include "query/resolve-request.h"

#include <string.h>

#include "base/date.h"
#include "query/likeness.h"
#include "shim/keys.h"
#include "shim/words.h"

/* What comes later than this without having been asked for so is not likely. */
#define LATE_DAYS 200
/* A special meeting for less is not "the next meeting". */
#define MEETING_ITEMS 4

/* Two texts are one motion, or one report, when they share this much. */
#define ALIKE_SHARE 0.6
#define ALIKE_WORDS 8
/* Two headings are much alike. */
#define NEAR_SHARE 0.8
#define NEAR_WORDS 3
/* A heading is what was asked for when its words stand in the request. */
#define ASKED_SHARE 0.75
#define MAYBE_SHARE 0.5

gboolean
mb_request_is_put_off(const char *text)
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

GHashTable *
mb_request_words(const struct mb_request *q)
{
	return mb_resolver_words(q->r, q->sentence);
}

/* "(deferred from June 2018 Meeting)" over an item, of the meeting that put it
 * off. */
static gboolean
tells_deferral(const struct mb_request *q, const struct mb_item *answer)
{
	struct mb_date_hit hit;
	gsize at = 0;

	if (answer->title == NULL || !mb_request_is_put_off(answer->title))
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
has_same_text(const struct mb_request *q, const struct mb_item *answer)
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
title_size(const struct mb_request *q)
{
	return g_hash_table_size(mb_resolver_words(q->r, q->item->title));
}

/* The share of the heading's words that were asked for; 0 of too few. */
static double
asked_share(const struct mb_request *q, GHashTable *heading)
{
	guint n = g_hash_table_size(heading);
	guint common = mb_likeness_common(heading, mb_request_words(q));

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
has_same_topic(const struct mb_request *q, const struct mb_item *answer)
{
	const char *asks = mb_resolver_topic_key(q->r, q->item);
	const char *topic = mb_resolver_topic_key(q->r, answer);

	return strcmp(topic, asks) == 0 && !mb_likeness_is_routine(topic) &&
	       (!tells_who_only(topic) || has_same_text(q, answer));
}

/* "Election of Leas-Chathaoirleach of the Municipal District", put off, comes
 * back as "Election of Leas-Chathaoirleach". */
static gboolean
has_near_topic(const struct mb_request *q, const struct mb_item *answer)
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
met_before(const struct mb_request *q, const struct mb_item *answer)
{
	guint32 from = mb_date_add_days(q->item->date_ymd, 1);
	guint32 to = mb_date_add_days(answer->date_ymd, -1);

	return mb_resolver_count_between(q->r, q->item, from, to) >=
	       MEETING_ITEMS;
}

/* Whether nothing printed says that it was to take so long. */
static gboolean
is_late(const struct mb_request *q, const struct mb_item *answer)
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
judge_deferred(const struct mb_request *q, const struct mb_item *answer,
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
judge_asked(const struct mb_request *q, const struct mb_item *answer,
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

void
mb_request_time(const struct mb_request *q, guint32 *from, guint32 *to)
{
	guint32 asked = q->ref->date_ymd;

	*from = mb_date_add_days(q->item->date_ymd, 1);
	*to = mb_date_add_days(q->item->date_ymd, MB_REQUEST_MAX_DAYS);
	if (asked % 100 != 0 && asked > q->item->date_ymd)
		*from = *to = asked;
	else if (asked != 0 && asked / 100 > q->item->date_ymd / 100) {
		*from = asked + 1;
		*to = asked + 31;
	}
}

static gboolean
is_in_time(const struct mb_request *q, const struct mb_item *answer)
{
	guint32 from, to;

	mb_request_time(q, &from, &to);
	return answer->date_ymd >= from && answer->date_ymd <= to;
}

const char *
mb_request_compare(const struct mb_request *q, const struct mb_item *answer,
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

struct mb_tie *
mb_request_judge(const struct mb_request *q, const struct mb_item *answer)
{
	enum mb_confidence confidence;
	const char *reason = mb_request_compare(q, answer, &confidence);

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
