/* What the words of an item point to: minutes of a meeting, a minute by its
 * number, an action's origin. */
#include <string.h>

#include "base/date.h"
#include "query/body-names.h"
#include "query/likeness.h"
#include "query/resolve-parts.h"
#include "shim/keys.h"

/* Minutes of a meeting longer ago are not "the last meeting"'s. */
#define LAST_MAX_DAYS 200
/* "Minute 37" without a date is not of an older meeting. */
#define NUMBER_MAX_DAYS 400

/* --- where --------------------------------------------------------------- */

static gboolean
names_other_body(const struct mb_item *item, const char *words)
{
	g_autofree char *committee = mb_body_fold(item->committee);
	g_autofree char *council = mb_body_fold(item->council);

	return mb_body_is_other(words, committee, council);
}

/* Whether the words that point there, or the heading over them, name its
 * committee. */
static gboolean
is_named(const struct mb_cited *s, const struct mb_item *there)
{
	g_autofree char *committee = mb_body_fold(there->committee);
	g_autofree char *said = NULL;
	g_autofree char *words = NULL;

	if (*committee == '\0')
		return FALSE;
	said = g_strconcat(s->ref->what, " ",
	                   s->item->title != NULL ? s->item->title : "", " ",
	                   s->item->text, NULL);
	words = mb_body_fold(said);
	return strstr(words, committee) != NULL;
}

gboolean
mb_cited_is_there(const struct mb_cited *s, const struct mb_item *there)
{
	if (there == s->item)
		return FALSE;
	if (mb_resolver_same_body(s->r, s->item, there))
		return TRUE;
	return s->elsewhere && is_named(s, there);
}

/* The items among which the one that is meant has to be. */
static const GPtrArray *
there_on(const struct mb_cited *s, guint32 ymd)
{
	return s->elsewhere ? mb_resolver_day(s->r, ymd)
	                    : mb_resolver_sitting(s->r, s->item, ymd);
}

static gboolean
has_meeting(const struct mb_cited *s, guint32 ymd)
{
	const GPtrArray *day = there_on(s, ymd);

	for (guint i = 0; i < day->len; i++)
		if (mb_cited_is_there(s, g_ptr_array_index(day, i)))
			return TRUE;
	return FALSE;
}

/* Whether another link of the item names that day. */
static gboolean
is_named_day(const struct mb_cited *s, guint32 ymd)
{
	for (guint i = 0; i < s->item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(s->item->refs, i);

		if (ref->date_ymd == ymd)
			return TRUE;
	}
	return FALSE;
}

/* The meeting of a month, if the index has just one besides those that are
 * named by their day; 0.  "held on 45\" October" and "held on 22\" October"
 * are two. */
static guint32
meeting_of_month(const struct mb_cited *s, guint32 month)
{
	g_autoptr(GPtrArray) items = NULL;
	struct mb_query *query = mb_query_dates(month + 1, month + 31);
	guint32 ymd = 0;

	query = mb_resolver_within(s->r, query, s->item);
	items =
	    mb_resolver_ask(s->r, query, MB_SORT_OLDEST, MB_RESOLVE_MAX_ITEMS);
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *one = g_ptr_array_index(items, i);

		if (!mb_cited_is_there(s, one) || one->date_ymd == ymd ||
		    one->date_ymd >= s->item->date_ymd ||
		    is_named_day(s, one->date_ymd))
			continue;
		if (ymd != 0)
			return 0;
		ymd = one->date_ymd;
	}
	return ymd;
}

/* --- the ties ------------------------------------------------------------ */

static struct mb_tie *
new_tie(const struct mb_cited *s, enum mb_tie_kind kind,
        enum mb_confidence confidence, const struct mb_item *to,
        const char *reason)
{
	struct mb_tie *tie =
	    mb_tie_new(kind, confidence, s->item, to, reason, s->ref->what);

	if (s->ref->date_ymd != 0 && to == NULL)
		tie->date_ymd = s->ref->date_ymd;
	if (s->ref->number != NULL) {
		g_free(tie->number);
		tie->number = g_strdup(s->ref->number);
	}
	return tie;
}

/* Whether an item holds many matters, as "Matters arising" does: each is then
 * followed by itself. */
static gboolean
holds_matters(const struct mb_item *item)
{
	g_autofree char *topic = mb_key_topic(item->title);

	return item->kind == MB_KIND_MINUTE && mb_likeness_is_routine(topic);
}

/* The matters that a tie binds, where its items hold others too. */
static void
put_parts(const struct mb_cited *s, struct mb_tie *tie, const char *to_part)
{
	if (holds_matters(s->item))
		tie->from_part = g_strdup(s->key);
	if (tie->to != NULL && holds_matters(tie->to))
		tie->to_part = g_strdup(to_part);
}

static struct mb_tie *
to_number(const struct mb_cited *s, guint32 ymd)
{
	const GPtrArray *there = there_on(s, ymd);
	const char *part;
	const struct mb_item *to = mb_cited_by_history(s, there, &part);
	struct mb_tie *tie;
	enum mb_fit fit;

	if (to != NULL) {
		tie = new_tie(s, MB_TIE_CARRIES, MB_CONFIDENCE_CERTAIN, to,
		              "the number carries the earlier one within it");
		put_parts(s, tie, part);
		return tie;
	}
	to = mb_cited_by_number(s, there, &fit);
	if (to != NULL && fit == MB_FIT_EXACT)
		tie = new_tie(s, MB_TIE_REFERS, MB_CONFIDENCE_CERTAIN, to,
		              "date and number agree");
	else if (to != NULL)
		tie = new_tie(s, MB_TIE_REFERS,
		              strchr(s->key, '(') != NULL
		                  ? MB_CONFIDENCE_LIKELY
		                  : MB_CONFIDENCE_POSSIBLE,
		              to,
		              "date and number agree; the paragraph is not "
		              "marked there");
	else
		tie = new_tie(s, MB_TIE_REFERS, MB_CONFIDENCE_CERTAIN, NULL,
		              "date and number are given; no such item is in "
		              "the index");
	put_parts(s, tie, s->key);
	return tie;
}

/* A tie to a meeting as a whole. */
static struct mb_tie *
to_whole(const struct mb_cited *s, enum mb_tie_kind kind, const char *reason)
{
	struct mb_tie *tie =
	    new_tie(s, kind, MB_CONFIDENCE_CERTAIN, NULL, reason);
	guint32 ymd;

	if (tie->date_ymd % 100 != 0) {
		tie->is_indexed = has_meeting(s, tie->date_ymd);
		return tie;
	}
	ymd = meeting_of_month(s, tie->date_ymd);
	if (ymd != 0) {
		tie->date_ymd = ymd;
		tie->is_indexed = TRUE;
	}
	return tie;
}

static struct mb_tie *
to_meeting(const struct mb_cited *s, guint32 ymd)
{
	const struct mb_item *to = NULL;

	if (s->item->kind != MB_KIND_ACTION)
		return to_whole(s, MB_TIE_MINUTES,
		                ymd % 100 != 0
		                    ? "the date of the meeting is given"
		                    : "the month of the meeting is given");
	if (ymd % 100 != 0)
		to = mb_cited_by_heading(s, there_on(s, ymd));
	if (to != NULL)
		return new_tie(s, MB_TIE_ORIGIN, MB_CONFIDENCE_CERTAIN, to,
		               "date and heading agree");
	return to_whole(s, MB_TIE_ORIGIN, "the action tells when it was set");
}

/* The last items of the committee before the item's meeting. */
static GPtrArray *
before(const struct mb_cited *s, struct mb_query *query, guint n_days)
{
	guint32 to = mb_date_add_days(s->item->date_ymd, -1);
	guint32 from = mb_date_add_days(s->item->date_ymd, -(gint)n_days);

	query = mb_query_filter(query, mb_query_dates(from, to));
	return mb_resolver_ask(s->r, mb_resolver_within(s->r, query, s->item),
	                       MB_SORT_NEWEST, MB_RESOLVE_MAX_ITEMS);
}

static struct mb_tie *
to_last_meeting(const struct mb_cited *s)
{
	g_autoptr(GPtrArray) items = NULL;
	struct mb_tie *tie;

	items = before(s,
	               mb_query_text(s->r->search, MB_FIELD_KIND_OF,
	                             mb_kind_name(MB_KIND_MINUTE)),
	               LAST_MAX_DAYS);
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *one = g_ptr_array_index(items, i);

		if (!mb_resolver_same_body(s->r, s->item, one))
			continue;
		tie = new_tie(s, MB_TIE_MINUTES, MB_CONFIDENCE_LIKELY, NULL,
		              "the last meeting before it that is in the "
		              "index");
		tie->date_ymd = one->date_ymd;
		tie->is_indexed = TRUE;
		return tie;
	}
	return NULL;
}

/* "minute 37" without a date.  Numbers that councils give once a year, such as
 * "107/20", tell more than those that begin anew at each meeting. */
static struct mb_tie *
to_number_alone(const struct mb_cited *s)
{
	g_autofree char *whole = mb_key_whole(s->key);
	g_autoptr(GPtrArray) items = NULL;
	gboolean once = strchr(s->key, '/') != NULL;
	struct mb_tie *tie = NULL;
	enum mb_fit fit = MB_FIT_NOT;
	const struct mb_item *to;

	items = before(s,
	               mb_query_text(s->r->search, MB_FIELD_NUMBER,
	                             whole != NULL ? whole : s->key),
	               NUMBER_MAX_DAYS);
	to = mb_cited_by_number(s, items, &fit);
	if (to != NULL)
		tie = new_tie(
		    s, MB_TIE_REFERS,
		    once ? MB_CONFIDENCE_LIKELY : MB_CONFIDENCE_POSSIBLE, to,
		    once ? "a number given once"
			 : "the last item of that number");
	else
		tie = new_tie(s, MB_TIE_REFERS, MB_CONFIDENCE_CERTAIN, NULL,
		              "a number is given; no such item is in the "
		              "index");
	put_parts(s, tie, s->key);
	return tie;
}

/* "origin of action Feb23.03": the number is the row's own. */
static gboolean
is_own_number(const struct mb_item *item, const char *key)
{
	g_autofree char *own = mb_key_number(item->number);

	return item->kind == MB_KIND_ACTION && strcmp(own, key) == 0;
}

static struct mb_tie *
resolve(struct mb_resolver *r, const struct mb_item *item,
        const struct mb_ref *ref)
{
	g_autofree char *key = mb_key_number(ref->number);
	struct mb_cited s = { r, item, ref, key, FALSE };

	s.elsewhere = names_other_body(item, ref->what);
	if (*key != '\0' && !is_own_number(item, key)) {
		if (ref->date_ymd % 100 != 0)
			return to_number(&s, ref->date_ymd);
		return item->date_ymd != 0 ? to_number_alone(&s) : NULL;
	}
	if (ref->date_ymd != 0)
		return to_meeting(&s, ref->date_ymd);
	return item->date_ymd != 0 ? to_last_meeting(&s) : NULL;
}

void
mb_resolver_cited(struct mb_resolver *r, const struct mb_item *item,
                  const char *part, GPtrArray *ties)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(item->refs, i);
		g_autofree char *key = mb_key_number(ref->number);

		if (ref->dir == MB_REF_BACK &&
		    (part == NULL || strcmp(part, key) == 0))
			mb_resolver_add(ties, resolve(r, item, ref));
	}
}

/* --- the other way ------------------------------------------------------- */

static struct mb_query *
add_or(struct mb_query *query, struct mb_query *other)
{
	return query == NULL ? other
	                     : mb_query_join(MB_JOIN_OR, query, other, NULL);
}

/* Items that may point to @item: those that name its day, and those that name
 * its number without one. */
static GPtrArray *
pointing(struct mb_resolver *r, const struct mb_item *item)
{
	g_autofree char *key = mb_key_number(item->number);
	struct mb_query *query = mb_query_cites(item->date_ymd, "");

	if (*key != '\0')
		query = add_or(query, mb_query_cites(0, key));
	/* Its own committee, and others that name it. */
	if (item->committee != NULL)
		query = mb_query_filter(
		    query, add_or(mb_resolver_within(r, mb_query_all(), item),
		                  mb_query_phrase(r->search, MB_FIELD_ANY,
		                                  item->committee)));
	return mb_resolver_ask(r, mb_resolver_in_council(r, query, item),
	                       MB_SORT_OLDEST, MB_RESOLVE_MAX_ITEMS);
}

/* Whether a tie leads to @part of an item, or to the item as a whole. */
static gboolean
is_to(const struct mb_tie *tie, const struct mb_item *item, const char *part)
{
	return tie != NULL && tie->to == item &&
	       (part == NULL || g_strcmp0(part, tie->to_part) == 0);
}

void
mb_resolver_citing(struct mb_resolver *r, const struct mb_item *item,
                   const char *part, GPtrArray *ties)
{
	g_autoptr(GPtrArray) items = NULL;

	if (item->date_ymd % 100 == 0)
		return;
	items = pointing(r, item);
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *from = g_ptr_array_index(items, i);

		for (guint k = 0; k < from->refs->len; k++) {
			const struct mb_ref *ref =
			    g_ptr_array_index(from->refs, k);
			struct mb_tie *tie = NULL;

			if (ref->dir == MB_REF_BACK && from != item)
				tie = resolve(r, from, ref);
			if (is_to(tie, item, part))
				mb_resolver_add(ties, tie);
			else
				mb_tie_free(tie);
		}
	}
}
