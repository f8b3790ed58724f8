/* The papers that one item stands in. */
#include "shim/sources.h"

#include <string.h>

static const struct mb_source *
source_at(const struct mb_item *item, guint i)
{
	return g_ptr_array_index(item->sources, i);
}

static gboolean
same_path(const char *a, const char *b)
{
	g_autofree char *valid_a = g_utf8_make_valid(a, -1);
	g_autofree char *valid_b = g_utf8_make_valid(b, -1);

	return strcmp(valid_a, valid_b) == 0;
}

static gboolean
has_source(const struct mb_item *item, const struct mb_source *source)
{
	for (guint i = 0; i < item->sources->len; i++) {
		const struct mb_source *own = source_at(item, i);

		if (own->page_no == source->page_no &&
		    g_strcmp0(own->label, source->label) == 0 &&
		    same_path(own->path, source->path))
			return TRUE;
	}
	return FALSE;
}

static gint
compare_sources(gconstpointer a, gconstpointer b)
{
	const struct mb_source *left = *(const struct mb_source *const *)a;
	const struct mb_source *right = *(const struct mb_source *const *)b;
	int order = strcmp(left->path, right->path);

	if (order != 0)
		return order;
	return (left->page_no > right->page_no) -
	       (left->page_no < right->page_no);
}

/* By path, but the paper that the text was read from first. */
static void
sort_sources(struct mb_item *item)
{
	gpointer *sources = item->sources->pdata;

	g_ptr_array_sort(item->sources, compare_sources);
	for (guint i = 0; i < item->sources->len; i++) {
		gpointer own = sources[i];

		if (!same_path(source_at(item, i)->path, item->paper))
			continue;
		memmove(sources + 1, sources, i * sizeof *sources);
		sources[0] = own;
		return;
	}
}

struct mb_item *
mb_sources_copy(const struct mb_item *item, GError **error)
{
	g_autofree char *json = mb_item_to_json(item);

	return mb_item_from_json(json, strlen(json), error);
}

/* Whose text stays. */
static gboolean
tells_more(const struct mb_item *a, const struct mb_item *b)
{
	gsize n_a = strlen(a->text);
	gsize n_b = strlen(b->text);

	if (n_a != n_b)
		return n_a > n_b;
	return strcmp(a->paper, b->paper) < 0;
}

struct mb_item *
mb_sources_join(const struct mb_item *old, const struct mb_item *item,
                GError **error)
{
	gboolean is_better = tells_more(item, old);
	const struct mb_item *less = is_better ? old : item;
	struct mb_item *more = mb_sources_copy(is_better ? item : old, error);

	if (more == NULL)
		return NULL;
	for (guint i = 0; i < less->sources->len; i++) {
		const struct mb_source *s = source_at(less, i);

		if (!has_source(more, s))
			mb_item_add_source(more, s->path, s->page_no, s->label);
	}
	g_free(more->id);
	more->id = g_strdup(old->id);
	sort_sources(more);
	return more;
}

gboolean
mb_sources_remove(struct mb_item *item, const char *path)
{
	guint n_before = item->sources->len;

	for (guint i = item->sources->len; i-- > 0;)
		if (same_path(source_at(item, i)->path, path))
			g_ptr_array_remove_index(item->sources, i);
	if (item->sources->len == n_before)
		return FALSE;
	if (item->sources->len > 0 && same_path(item->paper, path)) {
		g_free(item->paper);
		item->paper = g_strdup(source_at(item, 0)->path);
	}
	return TRUE;
}

void
mb_sources_add_paths(const struct mb_item *item, GPtrArray *paths)
{
	for (guint i = 0; i < item->sources->len; i++) {
		const char *path = source_at(item, i)->path;

		if (!g_ptr_array_find_with_equal_func(paths, path, g_str_equal,
		                                      NULL))
			g_ptr_array_add(paths, g_strdup(path));
	}
}
