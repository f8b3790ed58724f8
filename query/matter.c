#include "query/matter.h"

#include <string.h>

/* Where a trace has got to: items, or matters within them. */
struct trace {
	struct mb_resolver *resolver;
	const struct mb_matter_options *options;
	struct mb_matter *matter;
	GHashTable *seen;  /* id and part: was or will be looked at */
	GPtrArray *queue;  /* of struct place */
	GHashTable *items; /* those of the matter */
};

struct place {
	const struct mb_item *item;
	char *part;
	guint depth;
};

static void
free_place(gpointer data)
{
	struct place *place = data;

	g_free(place->part);
	g_free(place);
}

static void
free_tie(gpointer tie)
{
	mb_tie_free(tie);
}

static void
free_matter(gpointer data)
{
	struct mb_matter *matter = data;

	g_ptr_array_unref(matter->items);
	g_ptr_array_unref(matter->ties);
	g_free(matter);
}

static void
visit(struct trace *t, const struct mb_item *item, const char *part,
      guint depth)
{
	g_autofree char *name =
	    g_strconcat(item->id, " ", part != NULL ? part : "", NULL);
	struct place *place;

	if (g_hash_table_contains(t->seen, name))
		return;
	if (depth > t->options->depth) {
		t->matter->is_cut |= t->options->depth == MB_MATTER_DEPTH;
		return;
	}
	if (!g_hash_table_contains(t->items, item)) {
		if (t->matter->items->len == MB_MATTER_MAX_ITEMS) {
			t->matter->is_cut = TRUE;
			return;
		}
		g_hash_table_add(t->items, (gpointer)item);
		g_ptr_array_add(t->matter->items, (gpointer)item);
	}
	g_hash_table_add(t->seen, g_steal_pointer(&name));
	place = g_new0(struct place, 1);
	place->item = item;
	place->part = g_strdup(part);
	place->depth = depth;
	g_ptr_array_add(t->queue, place);
}

static gboolean
has_tie(const GPtrArray *ties, const struct mb_tie *tie)
{
	for (guint i = 0; i < ties->len; i++)
		if (mb_tie_equal(g_ptr_array_index(ties, i), tie))
			return TRUE;
	return FALSE;
}

static gboolean
look_at(struct trace *t, const struct place *place, GError **error)
{
	g_autoptr(GPtrArray) ties =
	    mb_resolve(t->resolver, place->item, place->part, error);

	if (ties == NULL)
		return FALSE;
	g_ptr_array_set_free_func(ties, NULL);
	for (guint i = 0; i < ties->len; i++) {
		struct mb_tie *tie = g_ptr_array_index(ties, i);

		if (tie->confidence < t->options->least ||
		    has_tie(t->matter->ties, tie)) {
			mb_tie_free(tie);
			continue;
		}
		g_ptr_array_add(t->matter->ties, tie);
		if (tie->to == NULL)
			continue;
		visit(t, tie->from, tie->from_part, place->depth + 1);
		visit(t, tie->to, tie->to_part, place->depth + 1);
	}
	return TRUE;
}

static gint
compare(gconstpointer a, gconstpointer b, gpointer resolver)
{
	return mb_resolver_compare(resolver, *(const struct mb_item *const *)a,
	                           *(const struct mb_item *const *)b);
}

/* Ties to items that were too far are no part of it. */
static void
drop_loose_ties(struct trace *t)
{
	for (guint i = t->matter->ties->len; i-- > 0;) {
		const struct mb_tie *tie =
		    g_ptr_array_index(t->matter->ties, i);

		if (!g_hash_table_contains(t->items, tie->from) ||
		    (tie->to != NULL &&
		     !g_hash_table_contains(t->items, tie->to)))
			g_ptr_array_remove_index(t->matter->ties, i);
	}
}

static gboolean
trace_from(struct trace *t, const struct mb_item *item, GError **error)
{
	visit(t, item, t->options->part, 0);
	for (guint i = 0; i < t->queue->len; i++)
		if (!look_at(t, g_ptr_array_index(t->queue, i), error))
			return FALSE;
	drop_loose_ties(t);
	g_ptr_array_sort_with_data(t->matter->items, compare, t->resolver);
	return TRUE;
}

static struct mb_matter *
matter_new(void)
{
	struct mb_matter *matter = g_new0(struct mb_matter, 1);

	matter->items = g_ptr_array_new();
	matter->ties = g_ptr_array_new_with_free_func(free_tie);
	return matter;
}

static gboolean
add_matter(struct mb_resolver *resolver, const struct mb_item *item,
           const struct mb_matter_options *options, GPtrArray *matters,
           GError **error)
{
	struct trace t = {
		.resolver = resolver,
		.options = options,
		.matter = matter_new(),
		.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
		                              NULL),
		.queue = g_ptr_array_new_with_free_func(free_place),
		.items = g_hash_table_new(NULL, NULL),
	};
	gboolean good;

	g_ptr_array_add(matters, t.matter);
	good = trace_from(&t, item, error);
	g_hash_table_unref(t.seen);
	g_ptr_array_unref(t.queue);
	g_hash_table_unref(t.items);
	return good;
}

static gboolean
is_in_one(const GPtrArray *matters, const struct mb_item *item)
{
	for (guint i = 0; i < matters->len; i++) {
		const struct mb_matter *matter = g_ptr_array_index(matters, i);

		if (g_ptr_array_find(matter->items, item, NULL))
			return TRUE;
	}
	return FALSE;
}

GPtrArray *
mb_matters_trace(struct mb_resolver *resolver, const GPtrArray *items,
                 const struct mb_matter_options *options, GError **error)
{
	GPtrArray *matters = g_ptr_array_new_with_free_func(free_matter);

	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *item = g_ptr_array_index(items, i);

		if (is_in_one(matters, item) ||
		    add_matter(resolver, item, options, matters, error))
			continue;
		g_ptr_array_unref(matters);
		return NULL;
	}
	return matters;
}

GPtrArray *
mb_matter_ties_of(const struct mb_matter *matter, const struct mb_item *item)
{
	GPtrArray *ties = g_ptr_array_new();

	for (guint i = 0; i < matter->ties->len; i++) {
		struct mb_tie *tie = g_ptr_array_index(matter->ties, i);

		if (tie->from == item)
			g_ptr_array_add(ties, tie);
	}
	return ties;
}
