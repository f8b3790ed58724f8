#include "config.h"

#include "indexer/item-rows.h"

#include "indexer/headings.h"
#include "indexer/pages.h"
#include "indexer/tracker.h"

/* Is row @i the last of its table? */
static gboolean
ends_table(GPtrArray *rows, guint i)
{
	const struct mb_row *row = g_ptr_array_index(rows, i);
	const struct mb_row *next =
	    i + 1 < rows->len ? g_ptr_array_index(rows, i + 1) : NULL;

	return !next || next->header != row->header;
}

/* The text of @draft is without the rows of its tables, each of which leaves
 * its head.  The item ends at a table that nothing stands below, or where
 * tables follow each other at the first: who is in them is not in it. */
static void
take_rows_out(struct mb_splitter *s, struct mb_draft *draft, GPtrArray *rows)
{
	g_autoptr(mb_pages) pages = mb_pages_new(s->lines);
	gboolean has_rest;
	guint at = draft->body, first = MB_NO_LINE, n_tables = 0;

	for (guint i = 0; i < rows->len; i++) {
		const struct mb_row *row = g_ptr_array_index(rows, i);

		if (draft->body > row->header || draft->end <= row->header ||
		    !ends_table(rows, i))
			continue;
		mb_pages_add(pages, at, row->header + 1, "\n");
		first = MIN(first, row->header);
		at = row->end;
		n_tables++;
	}
	if (!n_tables)
		return;
	has_rest = mb_pages_add(pages, at, draft->end, "\n");
	if (!has_rest || n_tables > 1)
		draft->end = first + 1;
	mb_pages_give(pages, 0, draft->item);
}

static void
add_row(struct mb_splitter *s, const struct mb_part *part, struct mb_row *row)
{
	struct mb_draft *draft =
	    mb_splitter_add(s, part, MB_KIND_ACTION, row->first);

	draft->item->number = g_steal_pointer(&row->number);
	draft->item->title = g_steal_pointer(&row->title);
	g_free(draft->item->text);
	draft->item->text = g_steal_pointer(&row->text);
	draft->body = row->first;
	draft->end = row->end;
	draft->table = row->header;
}

static int
compare_drafts(gconstpointer a, gconstpointer b)
{
	const struct mb_draft *const *x = a, *const *y = b;

	return (*x)->head < (*y)->head ? -1 : (*x)->head > (*y)->head;
}

/* Rows of the tables of actions in lines [first, end) are items of their own,
 * whatever they stand in. */
void
mb_item_rows_split(struct mb_splitter *s, const struct mb_part *part,
                   guint from, guint first, guint end)
{
	g_autoptr(GPtrArray) rows =
	    mb_tracker_find(s->lines, s->looks, first, end);
	guint i;

	if (!rows->len && part->kind == MB_PART_ACTIONS) {
		g_ptr_array_unref(rows);
		rows = mb_tracker_find_bare(s->lines, first, end);
	}
	for (i = from; i < s->drafts->len; i++) {
		struct mb_draft *draft = g_ptr_array_index(s->drafts, i);

		if (draft->item->kind != MB_KIND_ACTION)
			take_rows_out(s, draft, rows);
	}
	for (i = 0; i < rows->len; i++)
		add_row(s, part, g_ptr_array_index(rows, i));
}

/* The tables within each item, and those below the signature. */
void
mb_item_rows_split_all(struct mb_splitter *s, const struct mb_part *part,
                       guint from)
{
	guint n = s->drafts->len, i, last = part->first;

	for (i = from; i < n; i++) {
		const struct mb_draft *draft = g_ptr_array_index(s->drafts, i);
		guint first = draft->body, end = draft->end;

		mb_item_rows_split(s, part, i, first, end);
		last = end;
	}
	mb_item_rows_split(s, part, s->drafts->len, last, part->end);
	if (s->drafts->len > n)
		g_ptr_array_sort(s->drafts, compare_drafts);
}
