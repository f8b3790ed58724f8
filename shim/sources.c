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

static gint
compare_sources(gconstpointer a, gconstpointer b)
{
	const struct mb_source *left = *(const struct mb_source *const *)a;
	const struct mb_source *right = *(const struct mb_source *const *)b;
	int order = strcmp(left->path, right->path);

	if (order != 0)
		return order;
	if (left->page_no != right->page_no)
		return left->page_no > right->page_no ? 1 : -1;
	return g_strcmp0(left->label, right->label);
}

/* By path, each once, but the paper that the text was read from first. */
static void
sort_sources(struct mb_item *item)
{
	GPtrArray *sources = item->sources;

	g_ptr_array_sort(sources, compare_sources);
	for (guint i = sources->len; i-- > 1;)
		if (compare_sources(&sources->pdata[i],
		                    &sources->pdata[i - 1]) == 0)
			g_ptr_array_remove_index(sources, i);
	for (guint i = 0; i < sources->len; i++) {
		gpointer own = sources->pdata[i];

		if (!same_path(source_at(item, i)->path, item->paper))
			continue;
		memmove(sources->pdata + 1, sources->pdata, i * sizeof own);
		sources->pdata[0] = own;
		return;
	}
}

/* Whether the paper that the text was read from holds it as a draft. */
static gboolean
is_draft(const struct mb_item *item)
{
	return source_at(item, 0)->draft;
}

/* Whose text stays. */
static gboolean
is_better(const struct mb_item *a, const struct mb_item *b)
{
	gsize n_a = strlen(a->text);
	gsize n_b = strlen(b->text);

	if (is_draft(a) != is_draft(b))
		return is_draft(b);
	if (n_a != n_b)
		return n_a > n_b;
	return strcmp(a->paper, b->paper) < 0;
}

static void
add_sources(struct mb_item *to, const struct mb_item *from)
{
	for (guint i = 0; i < from->sources->len; i++) {
		const struct mb_source *s = source_at(from, i);
		g_autofree char *path = g_utf8_make_valid(s->path, -1);
		struct mb_source *copy;

		mb_item_add_source(to, path, s->page_no, s->label);
		copy = g_ptr_array_index(to->sources, to->sources->len - 1);
		copy->draft = s->draft;
		copy->ocr = s->ocr;
	}
}

struct mb_item *
mb_sources_join(const GPtrArray *copies)
{
	const struct mb_item *best = g_ptr_array_index(copies, 0);
	struct mb_item *joined;

	for (guint i = 1; i < copies->len; i++) {
		const struct mb_item *copy = g_ptr_array_index(copies, i);

		if (is_better(copy, best))
			best = copy;
	}
	joined = mb_item_copy(best);
	for (guint i = 0; i < copies->len; i++) {
		const struct mb_item *copy = g_ptr_array_index(copies, i);

		if (copy != best)
			add_sources(joined, copy);
	}
	sort_sources(joined);
	return joined;
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
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < paths->len; i++)
		g_hash_table_add(known, g_ptr_array_index(paths, i));
	for (guint i = 0; i < item->sources->len; i++) {
		char *path = source_at(item, i)->path;

		if (g_hash_table_add(known, path))
			g_ptr_array_add(paths, g_strdup(path));
	}
}
