#include "query/resolve.h"

#include <string.h>

#include "query/resolve-parts.h"

static void
free_tie(gpointer tie)
{
	mb_tie_free(tie);
}

void
mb_resolver_add(GPtrArray *ties, struct mb_tie *tie)
{
	if (tie == NULL)
		return;
	for (guint i = 0; i < ties->len; i++) {
		struct mb_tie *had = g_ptr_array_index(ties, i);

		if (!mb_tie_equal(had, tie))
			continue;
		if (tie->confidence > had->confidence) {
			ties->pdata[i] = tie;
			tie = had;
		}
		mb_tie_free(tie);
		return;
	}
	g_ptr_array_add(ties, tie);
}

static gint
by_confidence(gconstpointer a, gconstpointer b)
{
	const struct mb_tie *one = *(const struct mb_tie *const *)a;
	const struct mb_tie *other = *(const struct mb_tie *const *)b;

	if (one->confidence != other->confidence)
		return one->confidence > other->confidence ? -1 : 1;
	if (one->kind != other->kind)
		return one->kind < other->kind ? -1 : 1;
	if (one->to != other->to)
		return g_strcmp0(one->to != NULL ? one->to->id : NULL,
		                 other->to != NULL ? other->to->id : NULL);
	return g_strcmp0(one->from_part, other->from_part);
}

/* @ties, or NULL when something could not be read. */
static GPtrArray *
finish(struct mb_resolver *r, GPtrArray *ties, GError **error)
{
	if (r->error == NULL)
		return ties;
	g_ptr_array_unref(ties);
	g_propagate_error(error, g_steal_pointer(&r->error));
	return NULL;
}

GPtrArray *
mb_resolver_by_id(struct mb_resolver *r, const char *id, GError **error)
{
	g_autoptr(GPtrArray) read = mb_search_by_id(r->search, id, error);
	GPtrArray *kept;

	if (read == NULL)
		return NULL;
	kept = g_ptr_array_new();
	g_ptr_array_set_free_func(read, NULL);
	for (guint i = 0; i < read->len; i++)
		g_ptr_array_add(kept, (gpointer)mb_resolver_keep(
					  r, g_ptr_array_index(read, i)));
	return kept;
}

GPtrArray *
mb_resolver_by_ids(struct mb_resolver *r, const GPtrArray *ids, GError **error)
{
	g_autoptr(GPtrArray) items = g_ptr_array_new();

	for (guint i = 0; i < ids->len; i++) {
		g_autoptr(GPtrArray) these =
		    mb_resolver_by_id(r, g_ptr_array_index(ids, i), error);

		if (these == NULL)
			return NULL;
		g_ptr_array_extend(items, these, NULL, NULL);
	}
	return g_steal_pointer(&items);
}

GPtrArray *
mb_resolve(struct mb_resolver *r, const struct mb_item *item, const char *part,
           GError **error)
{
	GPtrArray *ties = g_ptr_array_new_with_free_func(free_tie);

	mb_resolver_cited(r, item, part, ties);
	mb_resolver_citing(r, item, part, ties);
	/* A matter among those of an item has no heading of its own. */
	if (part == NULL) {
		mb_resolver_answers(r, item, ties);
		mb_resolver_meeting(r, item, ties);
		mb_resolver_action(r, item, ties);
		mb_resolver_topic(r, item, ties);
	}
	g_ptr_array_sort(ties, by_confidence);
	return finish(r, ties, error);
}

GPtrArray *
mb_resolve_cited(struct mb_resolver *r, const struct mb_item *item,
                 GError **error)
{
	GPtrArray *ties = g_ptr_array_new_with_free_func(free_tie);

	mb_resolver_cited(r, item, NULL, ties);
	return finish(r, ties, error);
}

GPtrArray *
mb_resolve_answers(struct mb_resolver *r, const struct mb_item *item,
                   GError **error)
{
	GPtrArray *ties = g_ptr_array_new_with_free_func(free_tie);

	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(item->refs, i);

		if (ref->dir == MB_REF_FORWARD)
			g_ptr_array_add(ties, mb_resolver_answer(r, item, ref));
	}
	return finish(r, ties, error);
}

gboolean
mb_tie_is_cited(const struct mb_tie *tie)
{
	switch (tie->kind) {
	case MB_TIE_MINUTES:
	case MB_TIE_REFERS:
	case MB_TIE_CARRIES:
	case MB_TIE_ORIGIN:
		return TRUE;
	case MB_TIE_ACTION:
	case MB_TIE_ANSWERS:
	case MB_TIE_MEETING:
	case MB_TIE_TOPIC:
		break;
	}
	return FALSE;
}

static void
add_linked(const GPtrArray *ties, const struct mb_item *item, gboolean citing,
           GPtrArray *ids)
{
	for (guint i = 0; i < ties->len; i++) {
		const struct mb_tie *tie = g_ptr_array_index(ties, i);

		if (!mb_tie_is_cited(tie) || tie->to == NULL ||
		    item != (citing ? tie->to : tie->from))
			continue;
		g_ptr_array_add(ids,
		                g_strdup(citing ? tie->from->id : tie->to->id));
	}
}

GPtrArray *
mb_resolve_linked(struct mb_search *search, const char *id, gboolean citing,
                  GError **error)
{
	g_autoptr(mb_resolver) r = mb_resolver_new(search);
	g_autoptr(GPtrArray) items = mb_resolver_by_id(r, id, error);
	GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; items != NULL && i < items->len; i++) {
		const struct mb_item *item = g_ptr_array_index(items, i);
		g_autoptr(GPtrArray) ties = mb_resolve(r, item, NULL, error);

		if (ties == NULL) {
			g_ptr_array_unref(ids);
			return NULL;
		}
		add_linked(ties, item, citing, ids);
	}
	if (items != NULL)
		return ids;
	g_ptr_array_unref(ids);
	return NULL;
}

/* --- the order of a meeting ---------------------------------------------- */

/* Whether a paper, in which a row of a tracker stands, is the minutes: such a
 * table comes with the agenda, and again, brought up to date, after it. */
static gboolean
is_in_minutes(struct mb_resolver *r, const struct mb_item *item)
{
	gpointer known;
	guint n = 0;

	if (!g_hash_table_lookup_extended(r->stages, item->paper, NULL,
	                                  &known)) {
		g_autoptr(mb_query) query = mb_query_filter(
		    mb_query_text(r->search, MB_FIELD_PAPER, item->paper),
		    mb_query_text(r->search, MB_FIELD_KIND_OF,
		                  mb_kind_name(MB_KIND_MINUTE)));

		if (r->error == NULL)
			mb_search_count(r->search, query, &n, &r->error);
		known = GUINT_TO_POINTER(n);
		g_hash_table_insert(r->stages, g_strdup(item->paper), known);
	}
	return GPOINTER_TO_UINT(known) > 0;
}

static guint
stage_of(struct mb_resolver *r, const struct mb_item *item)
{
	switch (item->kind) {
	case MB_KIND_FRONT:
	case MB_KIND_AGENDA:
		return 0;
	case MB_KIND_REPORT:
		return 1;
	case MB_KIND_APPENDIX:
		return 2;
	case MB_KIND_QUESTION:
		return 3;
	case MB_KIND_MINUTE:
		return 5;
	case MB_KIND_DECISION:
		return 6;
	case MB_KIND_ACTION:
		break;
	}
	return is_in_minutes(r, item) ? 7 : 4;
}

gint
mb_resolver_compare(struct mb_resolver *r, const struct mb_item *a,
                    const struct mb_item *b)
{
	guint one = stage_of(r, a), other = stage_of(r, b);

	if (a->date_ymd != b->date_ymd)
		return a->date_ymd < b->date_ymd ? -1 : 1;
	if (one != other)
		return one < other ? -1 : 1;
	if (strcmp(a->paper, b->paper) != 0)
		return strcmp(a->paper, b->paper);
	return a->seq != b->seq ? (a->seq < b->seq ? -1 : 1)
	                        : strcmp(a->id, b->id);
}
