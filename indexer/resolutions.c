#include "indexer/resolutions.h"

#include "indexer/decided.h"
#include "indexer/deciding.h"

void
mb_resolutions_find(struct mb_draft *draft, const struct mb_lines *lines)
{
	g_autoptr(GPtrArray) all = NULL;
	g_autofree gboolean *used = NULL;
	struct mb_deciding r = { .lines = lines, .draft = draft };

	if ((draft->item->kind != MB_KIND_MINUTE &&
	     draft->item->kind != MB_KIND_DECISION) ||
	    draft->body >= draft->end)
		return;
	all = g_ptr_array_new_with_free_func((GDestroyNotify)mb_decided_free);
	used = g_new0(gboolean, draft->end - draft->body);
	r.all = all;
	r.used = used;
	mb_deciding_marks(&r);
	mb_deciding_motions(&r);
	if (!r.labelled)
		mb_deciding_prose(&r);
	mb_deciding_views(&r);
	for (guint i = 0; i < all->len; i++) {
		const struct mb_decided *e = g_ptr_array_index(all, i);

		mb_item_add_resolution(draft->item, e->label, e->text->str);
	}
}
