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
	const GPtrArray *day;

	if (!s->elsewhere && ymd != s->item->date_ymd)
		return mb_resolver_met(s->r, s->item, ymd);
	day = there_on(s, ymd);
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
	g_autoptr(GList) days = mb_resolver_days(s->r, s->item, month);
	guint32 ymd = 0;

	for (GList *at = days; at != NULL; at = at->next) {
		guint32 day = GPOINTER_TO_UINT(at->data);

		if (day >= s->item->date_ymd || is_named_day(s, day) ||
		    !has_meeting(s, day))
			continue;
		if (ymd != 0)
			return 0;
		ymd = day;
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
holds_matters(struct mb_resolver *r, const struct mb_item *item)
{
	return item->kind == MB_KIND_MINUTE &&
	       mb_likeness_is_routine(mb_resolver_topic_key(r, item));
}

/* The matters that a tie binds, where its items hold others too. */
static void
put_parts(const struct mb_cited *s, struct mb_tie *tie, const char *to_part)
{
	if (holds_matters(s->r, s->item))
		tie->from_part = g_strdup(s->key);
	if (tie->to != NULL && holds_matters(s->r, tie->to))
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

static struct mb_tie *
to_last_meeting(const struct mb_cited *s)
{
	guint32 to = mb_date_add_days(s->item->date_ymd, -1);
	guint32 from = mb_date_add_days(s->item->date_ymd, -LAST_MAX_DAYS);
	g_autoptr(GPtrArray) items =
	    mb_resolver_shelf(s->r, s->item, MB_SHELF_MINUTES, from, to);
	struct mb_tie *tie;

	for (guint i = items->len; i-- > 0;) {
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

/* The items of that number at the committee's meetings before, the last one
 * first. */
static GPtrArray *
numbered_before(const struct mb_cited *s, const char *key)
{
	guint32 to = mb_date_add_days(s->item->date_ymd, -1);
	guint32 from = mb_date_add_days(s->item->date_ymd, -NUMBER_MAX_DAYS);
	struct mb_query *query =
	    mb_query_text(s->r->search, MB_FIELD_NUMBER, key);
	GPtrArray *items;

	query = mb_query_filter(query, mb_resolver_months(from, to));
	items = mb_resolver_ask(s->r, mb_resolver_within(s->r, query, s->item),
	                        MB_SORT_NEWEST, MB_RESOLVE_MAX_ITEMS);
	for (guint i = items->len; i-- > 0;) {
		const struct mb_item *one = g_ptr_array_index(items, i);

		if (one->date_ymd < from || one->date_ymd > to)
			g_ptr_array_remove_index(items, i);
	}
	return items;
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

	items = numbered_before(s, whole != NULL ? whole : s->key);
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
is_own_number(struct mb_resolver *r, const struct mb_item *item,
              const char *key)
{
	return item->kind == MB_KIND_ACTION &&
	       strcmp(mb_resolver_key(r, item->number), key) == 0;
}

static struct mb_tie *
look_up(struct mb_resolver *r, const struct mb_item *item,
        const struct mb_ref *ref)
{
	const char *key = mb_resolver_key(r, ref->number);
	struct mb_cited s = { r, item, ref, key, FALSE };

	s.elsewhere = names_other_body(item, ref->what);
	if (*key != '\0' && !is_own_number(r, item, key)) {
		if (ref->date_ymd % 100 != 0)
			return to_number(&s, ref->date_ymd);
		return item->date_ymd != 0 ? to_number_alone(&s) : NULL;
	}
	if (ref->date_ymd != 0)
		return to_meeting(&s, ref->date_ymd);
	return item->date_ymd != 0 ? to_last_meeting(&s) : NULL;
}

/* What a link leads to, looked up once: all that it may lead to ask for it.
 * Transfer none. */
static const struct mb_tie *
resolve(struct mb_resolver *r, const struct mb_item *item,
        const struct mb_ref *ref)
{
	gpointer tie;

	if (!g_hash_table_lookup_extended(r->cited, ref, NULL, &tie)) {
		tie = look_up(r, item, ref);
		g_hash_table_insert(r->cited, (gpointer)ref, tie);
	}
	return tie;
}

/* "Minute 4 of 5 March" in minute 4 of 5 March leads nowhere. */
static gboolean
is_itself(struct mb_resolver *r, const struct mb_item *item,
          const struct mb_ref *ref)
{
	return ref->date_ymd == item->date_ymd && ref->number != NULL &&
	       item->number != NULL &&
	       strcmp(mb_resolver_key(r, ref->number),
	              mb_resolver_key(r, item->number)) == 0;
}

void
mb_resolver_cited(struct mb_resolver *r, const struct mb_item *item,
                  const char *part, GPtrArray *ties)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(item->refs, i);
		const char *key = mb_resolver_key(r, ref->number);

		if (ref->dir == MB_REF_BACK &&
		    (part == NULL || strcmp(part, key) == 0) &&
		    !is_itself(r, item, ref))
			mb_resolver_add(ties,
			                mb_tie_copy(resolve(r, item, ref)));
	}
}

/* --- the other way ------------------------------------------------------- */

/* Items that name @item's day or, without a day, the number with this key; of
 * its own committee, or of others that name it. */
static const GPtrArray *
pointing(struct mb_resolver *r, const struct mb_item *item, guint32 ymd,
         const char *number)
{
	g_autofree char *key =
	    g_strdup_printf("pointing %u %s\n%s\n%s", ymd, number,
	                    item->committee != NULL ? item->committee : "",
	                    item->council != NULL ? item->council : "");
	const GPtrArray *known = g_hash_table_lookup(r->lists, key);
	struct mb_query *query, *named;

	if (known != NULL)
		return known;
	query = mb_query_cites(ymd, number);
	if (item->committee != NULL) {
		named =
		    mb_query_phrase(r->search, MB_FIELD_ANY, item->committee);
		query = mb_query_filter(
		    query,
		    mb_query_join(MB_JOIN_OR,
		                  mb_resolver_within(r, mb_query_all(), item),
		                  named, NULL));
	}
	return mb_resolver_learn(
	    r, key,
	    mb_resolver_ask(r, mb_resolver_in_council(r, query, item),
	                    MB_SORT_OLDEST, MB_RESOLVE_MAX_ITEMS));
}

/* Whether a tie leads to @part of an item, or to the item as a whole. */
static gboolean
is_to(const struct mb_tie *tie, const struct mb_item *item, const char *part)
{
	return tie != NULL && tie->to == item &&
	       (part == NULL || g_strcmp0(part, tie->to_part) == 0);
}

static void
add_pointing(struct mb_resolver *r, const GPtrArray *items,
             const struct mb_item *item, const char *part, GPtrArray *ties)
{
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *from = g_ptr_array_index(items, i);

		for (guint k = 0; from != item && k < from->refs->len; k++) {
			const struct mb_ref *ref =
			    g_ptr_array_index(from->refs, k);
			const struct mb_tie *tie = ref->dir == MB_REF_BACK
			                               ? resolve(r, from, ref)
			                               : NULL;

			if (is_to(tie, item, part))
				mb_resolver_add(ties, mb_tie_copy(tie));
		}
	}
}

void
mb_resolver_citing(struct mb_resolver *r, const struct mb_item *item,
                   const char *part, GPtrArray *ties)
{
	const char *number = mb_resolver_key(r, item->number);

	if (item->date_ymd % 100 == 0)
		return;
	add_pointing(r, pointing(r, item, item->date_ymd, ""), item, part,
	             ties);
	if (*number != '\0')
		add_pointing(r, pointing(r, item, 0, number), item, part, ties);
}
