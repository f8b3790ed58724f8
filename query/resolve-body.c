/* Which items are of one committee, by whatever name its papers have, and what
 * it had on a day: read once for all items of a matter. */
#include <string.h>

#include "query/body-names.h"
#include "query/likeness.h"
#include "query/resolve-parts.h"
#include "shim/keys.h"

/* Items with one heading: an agenda's and a minute each at five meetings. */
#define STANDING_ITEMS 10

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
	GPtrArray *day = g_hash_table_lookup(r->days, GUINT_TO_POINTER(ymd));

	if (day != NULL)
		return day;
	day = mb_resolver_ask(r, mb_query_dates(ymd, ymd), MB_SORT_OLDEST,
	                      MB_RESOLVE_MAX_ITEMS);
	g_hash_table_insert(r->days, GUINT_TO_POINTER(ymd), day);
	return day;
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

/* How many items @query, taken over, finds; @key, taken over, names it: the
 * same few things are counted for each item of a matter. */
static guint
count_once(struct mb_resolver *r, char *key, struct mb_query *query)
{
	g_autoptr(mb_query) owned = query;
	g_autofree char *name = key;
	gpointer known;
	guint n = 0;

	if (g_hash_table_lookup_extended(r->counts, name, NULL, &known))
		return GPOINTER_TO_UINT(known);
	if (r->error == NULL)
		mb_search_count(r->search, owned, &n, &r->error);
	g_hash_table_insert(r->counts, g_steal_pointer(&name),
	                    GUINT_TO_POINTER(n));
	return n;
}

/* A name of @item's committee for keys of what is counted.  Transfer full. */
static char *
key_within(const struct mb_item *item, const char *what)
{
	return g_strdup_printf("%s\n%s\n%s", what,
	                       item->committee != NULL ? item->committee : "",
	                       item->council != NULL ? item->council : "");
}

guint
mb_resolver_count_between(struct mb_resolver *r, const struct mb_item *item,
                          guint32 from, guint32 to)
{
	g_autofree char *dates = g_strdup_printf("\t%u %u", from, to);

	return count_once(
	    r, key_within(item, dates),
	    mb_resolver_within(r, mb_query_dates(from, to), item));
}

gboolean
mb_resolver_is_standing(struct mb_resolver *r, const struct mb_item *item)
{
	g_autofree char *topic = mb_key_topic(item->title);

	return mb_likeness_is_routine(topic) ||
	       count_once(r, key_within(item, topic),
	                  mb_resolver_within(r, mb_query_topic(item->title),
	                                     item)) > STANDING_ITEMS;
}

const GPtrArray *
mb_resolver_sitting(struct mb_resolver *r, const struct mb_item *item,
                    guint32 ymd)
{
	g_autofree char *key = g_strdup_printf(
	    "%u\n%s\n%s", ymd,
	    item->committee != NULL ? item->committee : item->paper,
	    item->council != NULL ? item->council : "");
	GPtrArray *sitting = g_hash_table_lookup(r->sittings, key);
	g_autoptr(GPtrArray) day = NULL;

	if (sitting != NULL)
		return sitting;
	sitting = g_ptr_array_new();
	day = mb_resolver_ask(
	    r, mb_resolver_within(r, mb_query_dates(ymd, ymd), item),
	    MB_SORT_OLDEST, MB_RESOLVE_MAX_ITEMS);
	for (guint i = 0; i < day->len; i++)
		if (mb_resolver_same_body(r, item, g_ptr_array_index(day, i)))
			g_ptr_array_add(sitting, g_ptr_array_index(day, i));
	g_hash_table_insert(r->sittings, g_steal_pointer(&key), sitting);
	return sitting;
}
