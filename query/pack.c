#include "query/pack.h"

#include <string.h>

struct job {
	const struct mb_item *item;
	GPtrArray *items; /* of struct mb_item, of the same paper */
};

static gint
by_seq(gconstpointer a, gconstpointer b)
{
	const struct mb_item *const *left = a, *const *right = b;

	if ((*left)->seq != (*right)->seq)
		return (*left)->seq < (*right)->seq ? -1 : 1;
	return strcmp((*left)->id, (*right)->id);
}

/* An item that stands in this paper too, but was read from another, has its
 * place there. */
static gboolean
collect(struct mb_search *search, gpointer data, GError **error)
{
	struct job *job = data;
	g_autoptr(mb_query) query =
	    mb_query_text(search, MB_FIELD_PAPER, job->item->paper);
	g_autoptr(mb_result) result =
	    mb_search_run(search, query, MB_SORT_OLDEST, 0, G_MAXUINT, error);

	g_ptr_array_set_size(job->items, 0);
	for (guint i = 0; result != NULL && i < mb_result_n_rows(result); i++) {
		const struct mb_item *item = mb_result_item(result, i, error);

		if (item == NULL)
			return FALSE;
		if (strcmp(item->paper, job->item->paper) == 0)
			g_ptr_array_add(job->items, mb_item_copy(item));
	}
	return result != NULL;
}

GPtrArray *
mb_pack_beside(struct mb_answer *answer, const struct mb_item *item,
               GError **error)
{
	g_autoptr(GPtrArray) items =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_item_free);
	struct job job = { item, items };
	guint at = 0, last;

	if (!mb_answer_use(answer, collect, &job, error))
		return NULL;
	g_ptr_array_sort(items, by_seq);
	while (at < items->len &&
	       strcmp(((struct mb_item *)g_ptr_array_index(items, at))->id,
	              item->id) != 0)
		at++;
	last = MIN(at + MB_PACK_BESIDE + 1, items->len);
	if (last < items->len)
		g_ptr_array_remove_range(items, last, items->len - last);
	if (at > MB_PACK_BESIDE)
		g_ptr_array_remove_range(items, 0, at - MB_PACK_BESIDE);
	return g_steal_pointer(&items);
}
