#include "indexer/resolutions.h"

#include <string.h>

#include "indexer/decided.h"
#include "indexer/deciding.h"

/* "Minutes:", "Decision" alone on a line. */
static gboolean
begins_minutes(const char *text)
{
	static const char *const labels[] = { "Minutes", "Decision",
		                              "Decisions", "Cofnodion",
		                              "Penderfyniad" };
	gsize n = strcspn(text, ":");

	for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
		if (n == strlen(labels[i]) && !strncmp(text, labels[i], n) &&
		    strlen(text + n) <= 1)
			return TRUE;
	return FALSE;
}

/* Above "Minutes:" a meeting's page prints what its agenda asked for: "To pass
 * the following: RESOLVED to exclude the public". */
static void
leave_agenda(struct mb_deciding *r)
{
	const struct mb_draft *d = r->draft;
	guint i = d->body;

	if (d->part->kind != MB_PART_WEB)
		return;
	while (i < d->end && !begins_minutes(mb_deciding_line(r, i)))
		i++;
	for (; i < d->end && i-- > d->body;)
		r->used[i - d->body] = TRUE;
}

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
	leave_agenda(&r);
	mb_deciding_marks(&r);
	mb_deciding_motions(&r);
	if (!r.labelled)
		mb_deciding_prose(&r);
	mb_deciding_views(&r);
	if (!all->len && draft->part->kind == MB_PART_MINUTES)
		mb_deciding_recommended(&r);
	for (guint i = 0; i < all->len; i++) {
		const struct mb_decided *e = g_ptr_array_index(all, i);

		mb_item_add_resolution(draft->item, e->label, e->text->str);
	}
}
