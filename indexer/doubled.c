#include "config.h"

#include "indexer/doubled.h"

#include <string.h>

void
mb_doubled_mend(const struct mb_chain *c, guint k, struct mb_entry *e)
{
	const struct mb_heading *h = mb_chain_chosen(c, k), *before;
	guint next = k + 1 < c->chosen->len ? mb_chain_chosen(c, k + 1)->value
	                                    : G_MAXUINT;

	if (!k)
		return;
	before = mb_chain_chosen(c, k - 1);
	if (strcmp(before->number, h->number) || next <= h->value + 1)
		return;
	e->inferred = mb_chain_count_on(h, e->number);
}

/* Whether a heading stands out from its text: in capitals, or bold as it is. */
static gboolean
stands_out(const struct mb_looks *looks, const struct mb_heading *h)
{
	const struct mb_look *look;

	if (h->title == MB_NO_LINE || h->own_line)
		return FALSE;
	look = mb_looks_at(looks, h->title);
	return look->n_words <= 12 && (look->caps || (h->marked && look->bold));
}

void
mb_doubled_drop(const GArray *headings, const struct mb_looks *looks,
                GArray *chosen)
{
	guint k;

	for (k = 0; k + 2 < chosen->len; k++) {
		const struct mb_heading *a =
		    mb_chain_heading(headings, g_array_index(chosen, guint, k));
		const struct mb_heading *b = mb_chain_heading(
		    headings, g_array_index(chosen, guint, k + 1));
		const struct mb_heading *next = mb_chain_heading(
		    headings, g_array_index(chosen, guint, k + 2));

		if (strcmp(a->number, b->number) ||
		    next->value > b->value + 1 ||
		    (stands_out(looks, a) && stands_out(looks, b)))
			continue;
		g_array_remove_index(chosen, a->score < b->score ? k : k + 1);
		k = k ? k - 1 : k;
		k--;
	}
}
