#include "config.h"

#include "indexer/restarted.h"

#include "indexer/phrases.h"

/* A title without a mark that a list began anew with has no more words. */
#define MAX_WORDS 20

/* Whether the heading is one that a list by markup may have begun anew with,
 * behind @last and in its style.  *known tells of business known everywhere. */
static gboolean
may_restart(const struct mb_chain *c, const struct mb_heading *h,
            const struct mb_heading *last, gboolean *known)
{
	const struct mb_look *look;
	g_autofree char *fold = NULL;

	if (h->series != last->series || h->mark != last->mark ||
	    h->title == MB_NO_LINE || h->line <= mb_chain_last(c)->head)
		return FALSE;
	look = mb_looks_at(c->looks, h->title);
	fold =
	    mb_looks_fold(mb_lines_at(c->lines, h->title)->text + h->title_at);
	*known = mb_phrases_begin(MB_PHRASES_ITEM, fold) > 0;
	return h->marked || (mb_lines_at(c->lines, h->title)->gap &&
	                     !look->sentence && look->n_words <= MAX_WORDS);
}

/* Whether the heading counts on from @run, the number before it in the list
 * that began anew; in bold as the rest are, business known everywhere may have
 * any. */
static gboolean
counts_on(const struct mb_heading *h, const struct mb_heading *last,
          gboolean known, guint run)
{
	if (h->marked && last->marked)
		return known;
	if (h->value != run + 1)
		return FALSE;
	return last->marked ? known && run > 0 : known || run > 0;
}

void
mb_restarted_add(struct mb_chain *c)
{
	guint k = g_array_index(c->chosen, guint, c->chosen->len - 1);
	const struct mb_heading *last = mb_chain_heading(c->headings, k);
	guint value = last->value, run = 0;

	for (k++; k < c->headings->len; k++) {
		const struct mb_heading *h = mb_chain_heading(c->headings, k);
		struct mb_entry e = mb_chain_entry(h);
		gboolean known;

		if (h->value > value || mb_chain_is_stray(c, k, 0) ||
		    !may_restart(c, h, last, &known) ||
		    !counts_on(h, last, known, run))
			continue;
		run = h->value;
		g_snprintf(e.number, sizeof(e.number), "%u", ++value);
		e.inferred = TRUE;
		g_array_append_val(c->entries, e);
	}
}
