/* Ties that no words make: the papers of one meeting on one item, the same
 * heading at another meeting. */
#include <string.h>

#include "base/date.h"
#include "query/likeness.h"
#include "query/resolve-parts.h"

/* Two headings of one meeting are one when they share this much. */
#define ALIKE_SHARE 0.8
/* Two texts under one heading are about the same. */
#define SAME_SHARE 0.5
#define SAME_WORDS 8
/* Two texts that share less are about something else. */
#define OTHER_SHARE 0.3
/* Under a short heading more has to be the same. */
#define SHORT_SHARE 0.7
#define SHORT_WORDS 15
/* A heading that comes back later than this may be that of another year. */
#define TOPIC_DAYS 300
/* Requests that share so many words ask for the same. */
#define ASKED_WORDS 4

static gboolean
is_number(struct mb_resolver *r, const struct mb_item *a,
          const struct mb_item *b)
{
	const char *one = mb_resolver_key(r, a->number);

	return *one != '\0' && strcmp(one, mb_resolver_key(r, b->number)) == 0;
}

static gboolean
is_topic(struct mb_resolver *r, const struct mb_item *a,
         const struct mb_item *b)
{
	const char *one = mb_resolver_topic_key(r, a);

	return *one != '\0' && strcmp(one, mb_resolver_topic_key(r, b)) == 0;
}

/* The share of the words of two headings, of at least @n_least. */
static double
share_of_titles(struct mb_resolver *r, const struct mb_item *a,
                const struct mb_item *b, guint n_least)
{
	GHashTable *one = mb_resolver_heading_words(r, a);
	GHashTable *other = mb_resolver_heading_words(r, b);

	return mb_likeness_common(one, other) < n_least
	           ? 0
	           : mb_likeness(one, other);
}

/* Whether two texts, where there is enough of both, are of two matters: two
 * motions of one councillor have one heading. */
static gboolean
is_other_text(struct mb_resolver *r, const struct mb_item *a,
              const struct mb_item *b)
{
	GHashTable *one = mb_resolver_words(r, a->text);
	GHashTable *other = mb_resolver_words(r, b->text);

	return MIN(g_hash_table_size(one), g_hash_table_size(other)) >=
	           SAME_WORDS &&
	       mb_likeness(one, other) < OTHER_SHARE;
}

/* --- one meeting --------------------------------------------------------- */

static gboolean
is_report(const struct mb_item *item)
{
	return item->kind == MB_KIND_REPORT || item->kind == MB_KIND_APPENDIX;
}

/* A report has the number of its agenda item, and so has its appendix. */
static gboolean
is_numbered_alike(struct mb_resolver *r, const struct mb_item *a,
                  const struct mb_item *b)
{
	if (!is_number(r, a, b))
		return FALSE;
	return (is_report(a) && b->kind == MB_KIND_AGENDA) ||
	       (is_report(b) && a->kind == MB_KIND_AGENDA) ||
	       (is_report(a) && is_report(b));
}

/* An appendix without a number stands behind its report. */
static gboolean
is_behind(const struct mb_item *appendix, const struct mb_item *report,
          const GPtrArray *meeting)
{
	if (appendix->kind != MB_KIND_APPENDIX || appendix->number != NULL ||
	    report->kind != MB_KIND_REPORT || report->seq > appendix->seq ||
	    strcmp(appendix->paper, report->paper) != 0)
		return FALSE;
	for (guint i = 0; i < meeting->len; i++) {
		const struct mb_item *one = g_ptr_array_index(meeting, i);

		if (one->seq > report->seq && one->seq < appendix->seq &&
		    one->kind != MB_KIND_APPENDIX &&
		    strcmp(one->paper, report->paper) == 0)
			return FALSE;
	}
	return TRUE;
}

/* Whether another item of @b's kind at that meeting has the heading too, so
 * that it does not tell which is meant. */
static gboolean
is_one_of_many(struct mb_resolver *r, const struct mb_item *a,
               const struct mb_item *b, const GPtrArray *meeting)
{
	for (guint i = 0; i < meeting->len; i++) {
		const struct mb_item *one = g_ptr_array_index(meeting, i);

		if (one != a && one != b &&
		    (one->kind == b->kind || one->kind == a->kind) &&
		    is_topic(r, one, b))
			return TRUE;
	}
	return FALSE;
}

/* Why @a and @b, of one meeting, are one matter; NULL when they are not. */
static const char *
why_one(struct mb_resolver *r, const struct mb_item *a, const struct mb_item *b,
        const GPtrArray *meeting, enum mb_confidence *confidence)
{
	*confidence = MB_CONFIDENCE_CERTAIN;
	if (is_topic(r, a, b) && is_number(r, a, b))
		return "one meeting, the same number and heading";
	if (is_topic(r, a, b) && !is_one_of_many(r, a, b, meeting) &&
	    !is_other_text(r, a, b))
		return "one meeting, the same heading";
	if (is_numbered_alike(r, a, b))
		return "one meeting, and the number of the agenda item";
	if (is_behind(a, b, meeting) || is_behind(b, a, meeting))
		return "the appendix stands behind the report";
	*confidence = MB_CONFIDENCE_LIKELY;
	if (is_number(r, a, b) && share_of_titles(r, a, b, 2) >= ALIKE_SHARE)
		return "one meeting, the same number, a heading much alike";
	if (share_of_titles(r, a, b, 3) >= ALIKE_SHARE &&
	    !is_other_text(r, a, b))
		return "one meeting, a heading much alike";
	return NULL;
}

/* "It was agreed to refer this Motion to the Environment Strategic Policy
 * Committee" is said of each motion anew. */
static gboolean
speaks_of_itself(const char *sentence)
{
	static const char *const words[] = {
		"this motion", "this notice", "this item",
		"this matter", "this report", "this question",
		"the motion",  "the item",    "these ",
	};
	g_autofree char *low = g_utf8_strdown(sentence, -1);

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (strstr(low, words[i]) != NULL)
			return TRUE;
	return FALSE;
}

/* The sentence in which both ask for the same; NULL.  Transfer none. */
static const char *
shared_request(struct mb_resolver *r, const struct mb_item *a,
               const struct mb_ref *ref, const struct mb_item *b)
{
	const char *sentence = mb_resolver_sentence(r, a, ref);
	GHashTable *words = mb_resolver_words(r, sentence);

	if (speaks_of_itself(sentence))
		return NULL;
	for (guint i = 0; i < b->refs->len; i++) {
		const struct mb_ref *other = g_ptr_array_index(b->refs, i);
		GHashTable *its;

		if (other->dir != MB_REF_FORWARD)
			continue;
		its = mb_resolver_words(r, mb_resolver_sentence(r, b, other));
		if (mb_likeness(words, its) >= ALIKE_SHARE &&
		    mb_likeness_common(words, its) >= ASKED_WORDS)
			return sentence;
	}
	return NULL;
}

static void
tie_requests(struct mb_resolver *r, const struct mb_item *a,
             const struct mb_item *b, GPtrArray *ties)
{
	for (guint i = 0; i < a->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(a->refs, i);
		const char *sentence;

		if (ref->dir != MB_REF_FORWARD)
			continue;
		sentence = shared_request(r, a, ref, b);
		if (sentence == NULL)
			continue;
		mb_resolver_add(ties, mb_tie_new(MB_TIE_MEETING,
		                                 MB_CONFIDENCE_CERTAIN, a, b,
		                                 "one meeting, and both ask "
		                                 "for the same",
		                                 sentence));
		return;
	}
}

static void
tie_meeting(struct mb_resolver *r, const struct mb_item *a,
            const struct mb_item *b, const GPtrArray *meeting, GPtrArray *ties)
{
	gboolean turn = mb_resolver_compare(r, a, b) < 0;
	const struct mb_item *later = turn ? b : a, *earlier = turn ? a : b;
	enum mb_confidence confidence;
	const char *reason;

	if (a->kind == b->kind) {
		if (a->kind == MB_KIND_MINUTE)
			tie_requests(r, later, earlier, ties);
		return;
	}
	reason = why_one(r, later, earlier, meeting, &confidence);
	if (reason != NULL)
		mb_resolver_add(ties,
		                mb_tie_new(MB_TIE_MEETING, confidence, later,
		                           earlier, reason, earlier->title));
}

void
mb_resolver_meeting(struct mb_resolver *r, const struct mb_item *item,
                    GPtrArray *ties)
{
	const GPtrArray *meeting;

	if (item->date_ymd % 100 == 0 || item->kind == MB_KIND_ACTION)
		return;
	meeting = mb_resolver_sitting(r, item, item->date_ymd);
	for (guint i = 0; i < meeting->len; i++) {
		const struct mb_item *other = g_ptr_array_index(meeting, i);

		if (other != item && other->kind != MB_KIND_ACTION)
			tie_meeting(r, item, other, meeting, ties);
	}
}

/* --- the same heading ---------------------------------------------------- */

/* Of the items of one day the one to go to: minutes rather than an agenda. */
static gboolean
is_nearer(const struct mb_item *one, const struct mb_item *best, gboolean past)
{
	if (best == NULL)
		return TRUE;
	if (one->date_ymd != best->date_ymd)
		return past ? one->date_ymd > best->date_ymd
		            : one->date_ymd < best->date_ymd;
	return one->kind == MB_KIND_MINUTE && best->kind != MB_KIND_MINUTE;
}

/* Whether the same heading is the same business too: much of the text is the
 * same, and all the more of it when the heading is short. */
static gboolean
is_same_business(struct mb_resolver *r, const struct mb_item *later,
                 const struct mb_item *earlier)
{
	GHashTable *heading = mb_resolver_heading_words(r, later);
	GHashTable *one = mb_resolver_words(r, later->text);
	GHashTable *other = mb_resolver_words(r, earlier->text);
	gboolean is_short = g_hash_table_size(heading) < 3;

	return mb_date_add_days(earlier->date_ymd, TOPIC_DAYS) >=
	           later->date_ymd &&
	       mb_likeness(one, other) >=
	           (is_short ? SHORT_SHARE : SAME_SHARE) &&
	       mb_likeness_common(one, other) >=
	           (is_short ? SHORT_WORDS : SAME_WORDS);
}

static struct mb_tie *
tie_topics(struct mb_resolver *r, const struct mb_item *later,
           const struct mb_item *earlier)
{
	gboolean same = is_same_business(r, later, earlier);

	return mb_tie_new(MB_TIE_TOPIC,
	                  same ? MB_CONFIDENCE_LIKELY : MB_CONFIDENCE_POSSIBLE,
	                  later, earlier,
	                  same ? "the same heading, and much of the text"
	                       : "the same heading at another meeting",
	                  later->title);
}

void
mb_resolver_topic(struct mb_resolver *r, const struct mb_item *item,
                  GPtrArray *ties)
{
	g_autoptr(GPtrArray) items = NULL;
	const struct mb_item *before = NULL, *after = NULL;

	if (item->date_ymd % 100 == 0 || item->kind == MB_KIND_ACTION ||
	    mb_resolver_is_standing(r, item))
		return;
	items = mb_resolver_ask(
	    r, mb_resolver_within(r, mb_query_topic(item->title), item),
	    MB_SORT_OLDEST, MB_RESOLVE_MAX_ITEMS);
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *one = g_ptr_array_index(items, i);

		if (one->kind == MB_KIND_ACTION ||
		    !mb_resolver_same_body(r, item, one))
			continue;
		if (one->date_ymd != 0 && one->date_ymd < item->date_ymd &&
		    is_nearer(one, before, TRUE))
			before = one;
		if (one->date_ymd > item->date_ymd &&
		    is_nearer(one, after, FALSE))
			after = one;
	}
	if (before != NULL)
		mb_resolver_add(ties, tie_topics(r, item, before));
	if (after != NULL)
		mb_resolver_add(ties, tie_topics(r, after, item));
}
