/* Which items are of one committee, by whatever name its papers have, and what
 * it had on a day: read once for all items of a matter. */
#include <string.h>

#include "base/date.h"
#include "query/body-names.h"
#include "query/likeness.h"
#include "query/resolve-parts.h"

/* Items with one heading: an agenda's and a minute each at five meetings. */
#define STANDING_ITEMS 10

/* Items that are looked at for being of one meeting, before all are. */
#define FEW_ITEMS 3

struct mb_query *
mb_resolver_in_council(struct mb_resolver *r, struct mb_query *query,
                       const struct mb_item *item)
{
	if (item->council == NULL)
		return query;
	return mb_query_filter(
	    query, mb_query_phrase(r->search, MB_FIELD_COUNCIL, item->council));
}

/* Names that both are known and are not alike are two bodies.  The same few
 * are compared over and over. */
static gboolean
may_be_one(struct mb_resolver *r, const char *a, const char *b)
{
	g_autofree char *pair = NULL;
	g_autofree char *one = NULL;
	g_autofree char *other = NULL;
	gpointer known;
	gboolean alike;

	if (a == NULL || b == NULL || strcmp(a, b) == 0)
		return TRUE;
	pair = g_strconcat(a, "\n", b, NULL);
	if (g_hash_table_lookup_extended(r->alike, pair, NULL, &known))
		return GPOINTER_TO_INT(known);
	one = mb_body_fold(a);
	other = mb_body_fold(b);
	alike = *one == '\0' || *other == '\0' || strcmp(one, other) == 0 ||
	        mb_body_alike(one, other);
	g_hash_table_insert(r->alike, g_steal_pointer(&pair),
	                    GINT_TO_POINTER(alike));
	return alike;
}

/* The names in the index that can mean a committee, its own among them.
 * Transfer none. */
static const GPtrArray *
names_of(struct mb_resolver *r, const char *committee)
{
	GPtrArray *alike = g_hash_table_lookup(r->bodies, committee);

	if (alike != NULL)
		return alike;
	if (r->names == NULL && r->error == NULL)
		r->names = mb_search_committees(r->search, &r->error);
	alike = g_ptr_array_new();
	for (guint i = 0; r->names != NULL && i < r->names->len; i++)
		if (may_be_one(r, committee, g_ptr_array_index(r->names, i)))
			g_ptr_array_add(alike, g_ptr_array_index(r->names, i));
	g_hash_table_insert(r->bodies, g_strdup(committee), alike);
	return alike;
}

struct mb_query *
mb_resolver_within(struct mb_resolver *r, struct mb_query *query,
                   const struct mb_item *item)
{
	const GPtrArray *names;
	struct mb_query *body;

	if (item->committee == NULL)
		return mb_resolver_in_council(r, query, item);
	names = names_of(r, item->committee);
	body = mb_query_nothing();
	for (guint i = 0; i < names->len; i++)
		body = mb_query_join(MB_JOIN_OR, body,
		                     mb_query_body(MB_FIELD_COMMITTEE,
		                                   g_ptr_array_index(names, i)),
		                     NULL);
	return mb_query_filter(query, body);
}

const GPtrArray *
mb_resolver_day(struct mb_resolver *r, guint32 ymd)
{
	g_autofree char *key = g_strdup_printf("day %u", ymd);
	const GPtrArray *day = g_hash_table_lookup(r->lists, key);

	return day != NULL
	           ? day
	           : mb_resolver_learn(
			 r, key,
			 mb_resolver_ask(r, mb_query_dates(ymd, ymd),
	                                 MB_SORT_OLDEST, MB_RESOLVE_MAX_ITEMS));
}

gboolean
mb_resolver_same_body(struct mb_resolver *r, const struct mb_item *a,
                      const struct mb_item *b)
{
	/* What names no committee is of one with what stands in its paper. */
	if (a->committee == NULL || b->committee == NULL)
		return strcmp(a->paper, b->paper) == 0;
	return may_be_one(r, a->committee, b->committee) &&
	       may_be_one(r, a->council, b->council);
}

/* A name of @item's committee in what is remembered of it.  Transfer full. */
static char *
key_within(const struct mb_item *item, const char *what)
{
	return g_strdup_printf("%s\n%s\n%s", what,
	                       item->committee != NULL ? item->committee : "",
	                       item->council != NULL ? item->council : "");
}

gboolean
mb_resolver_is_standing(struct mb_resolver *r, const struct mb_item *item)
{
	const char *topic = mb_resolver_topic_key(r, item);
	g_autofree char *key = NULL;
	gpointer n;

	if (mb_likeness_is_routine(topic))
		return TRUE;
	key = key_within(item, topic);
	if (!g_hash_table_lookup_extended(r->counts, key, NULL, &n))
		n = GUINT_TO_POINTER(mb_resolver_count(
		    r, key,
		    mb_resolver_within(r, mb_query_topic(item->title), item)));
	return GPOINTER_TO_UINT(n) > STANDING_ITEMS;
}

const GPtrArray *
mb_resolver_sitting(struct mb_resolver *r, const struct mb_item *item,
                    guint32 ymd)
{
	g_autofree char *what = g_strdup_printf(
	    "sitting %u %s", ymd, item->committee == NULL ? item->paper : "");
	g_autofree char *key = key_within(item, what);
	const GPtrArray *known = g_hash_table_lookup(r->lists, key);
	g_autoptr(GPtrArray) day = NULL;
	GPtrArray *sitting;

	if (known != NULL)
		return known;
	sitting = g_ptr_array_new();
	day = mb_resolver_ask(
	    r, mb_resolver_within(r, mb_query_dates(ymd, ymd), item),
	    MB_SORT_OLDEST, MB_RESOLVE_MAX_ITEMS);
	for (guint i = 0; i < day->len; i++)
		if (mb_resolver_same_body(r, item, g_ptr_array_index(day, i)))
			g_ptr_array_add(sitting, g_ptr_array_index(day, i));
	return mb_resolver_learn(r, key, sitting);
}

/* The first few items of a day are mostly of the one meeting: all of it need
 * not be read to know that there was one. */
gboolean
mb_resolver_met(struct mb_resolver *r, const struct mb_item *item, guint32 ymd)
{
	g_autoptr(GPtrArray) few = mb_resolver_ask(
	    r, mb_resolver_within(r, mb_query_dates(ymd, ymd), item),
	    MB_SORT_OLDEST, FEW_ITEMS);

	for (guint i = 0; i < few->len; i++)
		if (mb_resolver_same_body(r, item, g_ptr_array_index(few, i)))
			return TRUE;
	return few->len == FEW_ITEMS &&
	       mb_resolver_sitting(r, item, ymd)->len > 0;
}

/* --- a committee's months and years -------------------------------------- */

static guint32
end_of_month(guint32 ymd)
{
	guint32 next = ymd / 100 % 100 == 12 ? ymd / 10000 * 10000 + 10101
	                                     : ymd / 100 * 100 + 101;

	return mb_date_add_days(next, -1);
}

struct mb_query *
mb_resolver_months(guint32 from, guint32 to)
{
	return mb_query_dates(from / 100 * 100 + 1, end_of_month(to));
}

static struct mb_query *
of_sort(struct mb_resolver *r, enum mb_shelf shelf)
{
	switch (shelf) {
	case MB_SHELF_MINUTES:
		return mb_query_text(r->search, MB_FIELD_KIND_OF,
		                     mb_kind_name(MB_KIND_MINUTE));
	case MB_SHELF_ROWS:
		return mb_query_text(r->search, MB_FIELD_KIND_OF,
		                     mb_kind_name(MB_KIND_ACTION));
	case MB_SHELF_ASKING:
		return mb_query_ahead();
	}
	g_assert_not_reached();
}

static const GPtrArray *
month_of(struct mb_resolver *r, const struct mb_item *item, enum mb_shelf shelf,
         guint32 month)
{
	g_autofree char *what =
	    g_strdup_printf("month %u %u", (guint)shelf, month);
	g_autofree char *key = key_within(item, what);
	const GPtrArray *known = g_hash_table_lookup(r->lists, key);
	struct mb_query *query;

	if (known != NULL)
		return known;
	query = mb_query_filter(of_sort(r, shelf),
	                        mb_resolver_months(month, month));
	return mb_resolver_learn(
	    r, key,
	    mb_resolver_ask(r, mb_resolver_within(r, query, item),
	                    MB_SORT_OLDEST, MB_RESOLVE_MAX_ITEMS));
}

GPtrArray *
mb_resolver_shelf(struct mb_resolver *r, const struct mb_item *item,
                  enum mb_shelf shelf, guint32 from, guint32 to)
{
	GPtrArray *items = g_ptr_array_new();

	for (guint32 at = from / 100 * 100; at <= to;
	     at = mb_date_add_days(end_of_month(at), 1) / 100 * 100) {
		const GPtrArray *month = month_of(r, item, shelf, at);

		for (guint i = 0; i < month->len; i++) {
			const struct mb_item *one = g_ptr_array_index(month, i);

			if (one->date_ymd >= from && one->date_ymd <= to)
				g_ptr_array_add(items, (gpointer)one);
		}
	}
	return items;
}

/* The days of a year on which @item's committee has items, and how many. */
static GHashTable *
year_of(struct mb_resolver *r, const struct mb_item *item, guint32 year)
{
	g_autofree char *what = g_strdup_printf("%u", year);
	g_autofree char *key = key_within(item, what);
	GHashTable *days = g_hash_table_lookup(r->years, key);
	g_autoptr(mb_query) query = NULL;
	g_autoptr(GPtrArray) facets = NULL;

	if (days != NULL)
		return days;
	days = g_hash_table_new(NULL, NULL);
	g_hash_table_insert(r->years, g_strdup(key), days);
	query = mb_resolver_within(
	    r, mb_query_dates(year * 10000 + 101, year * 10000 + 1231), item);
	if (r->error == NULL)
		facets = mb_search_facet(r->search, query, MB_FIELD_DATE_OF,
		                         NULL, &r->error);
	for (guint i = 0; facets != NULL && i < facets->len; i++) {
		const struct mb_facet *day = g_ptr_array_index(facets, i);
		guint64 ymd = g_ascii_strtoull(day->value, NULL, 10);

		g_hash_table_insert(days, GUINT_TO_POINTER((guint)ymd),
		                    GUINT_TO_POINTER(day->n_items));
	}
	return days;
}

guint
mb_resolver_count_between(struct mb_resolver *r, const struct mb_item *item,
                          guint32 from, guint32 to)
{
	guint n_items = 0;

	for (guint32 year = from / 10000; year <= to / 10000; year++) {
		GHashTableIter at;
		gpointer day, n;

		g_hash_table_iter_init(&at, year_of(r, item, year));
		while (g_hash_table_iter_next(&at, &day, &n))
			if (GPOINTER_TO_UINT(day) >= from &&
			    GPOINTER_TO_UINT(day) <= to)
				n_items += GPOINTER_TO_UINT(n);
	}
	return n_items;
}

static gint
compare_days(gconstpointer a, gconstpointer b)
{
	return GPOINTER_TO_UINT(a) < GPOINTER_TO_UINT(b) ? -1 : 1;
}

GList *
mb_resolver_days(struct mb_resolver *r, const struct mb_item *item,
                 guint32 month)
{
	GList *days = NULL;
	GHashTableIter at;
	gpointer day;

	g_hash_table_iter_init(&at, year_of(r, item, month / 10000));
	while (g_hash_table_iter_next(&at, &day, NULL))
		if (GPOINTER_TO_UINT(day) / 100 == month / 100 &&
		    GPOINTER_TO_UINT(day) % 100 != 0)
			days = g_list_insert_sorted(days, day, compare_days);
	return days;
}
