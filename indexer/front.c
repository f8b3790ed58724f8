#include "config.h"

#include "indexer/front.h"

#include "indexer/items.h"
#include "indexer/pages.h"

struct finder {
	const struct mb_lines *lines;
	const GPtrArray *drafts;
	gboolean exempt;                 /* the paper as a whole */
	const char *path;                /* of the paper */
	const struct mb_draft **of_line; /* the item of each line; NULL */
	GPtrArray *fronts;
};

/* Front matter being put together. */
struct piece {
	struct mb_item *item;   /* NULL: there is none yet */
	struct mb_pages *pages; /* its text; NULL likewise */
};

/* A report's head ("Report of the Head of Parks", "Wards affected") is not in
 * its text; the heading of other items is their number and title. */
static guint
first_line(const struct mb_draft *draft)
{
	gboolean has_head = draft->item->kind == MB_KIND_REPORT ||
	                    draft->item->kind == MB_KIND_APPENDIX;

	return has_head ? draft->body : draft->head;
}

/* Rows of a tracker are items within an item: the inner one has its lines. */
static void
claim_lines(struct finder *f)
{
	guint n = f->lines->lines->len;

	f->of_line = g_new0(const struct mb_draft *, n + 1);
	for (guint i = 0; i < f->drafts->len; i++) {
		const struct mb_draft *draft = f->drafts->pdata[i];

		for (guint at = first_line(draft); at < MIN(draft->end, n);
		     at++)
			f->of_line[at] = draft;
	}
}

/* The title of a report is its item's, wherever in the part it stands. */
static gboolean
is_of_item(const struct finder *f, const struct mb_part *part, guint line)
{
	return f->of_line[line] ||
	       (line >= part->title_first && line < part->title_end);
}

/* The line after the last one from @first on that no item has. */
static guint
run_end(const struct finder *f, const struct mb_part *part, guint first)
{
	guint end = first;

	while (end < part->end && !is_of_item(f, part, end))
		end++;
	return end;
}

/* An item's end may be told too early: what stands beside an exempt one may
 * be its own. */
static gboolean
is_beside_exempt(const struct finder *f, guint first, guint end)
{
	const struct mb_draft *before = NULL;
	const struct mb_draft *after = NULL;

	while (first > 0 && !before)
		before = f->of_line[--first];
	for (; end < f->lines->lines->len && !after; end++)
		after = f->of_line[end];
	return (before && before->item->exempt) ||
	       (after && after->item->exempt);
}

static struct mb_item *
add_front(struct finder *f, const struct mb_part *part, guint first)
{
	const struct mb_line *line = mb_lines_at(f->lines, first);
	struct mb_item *item = mb_item_new();

	item->kind = MB_KIND_FRONT;
	item->date_ymd = part->meeting->date_ymd;
	item->committee = g_strdup(part->meeting->committee);
	item->council = g_strdup(part->meeting->council);
	g_free(item->paper);
	item->paper = g_strdup(f->path);
	mb_item_add_source(item, f->path, line->page_no,
	                   mb_lines_label(f->lines, line->page_no));
	g_ptr_array_add(f->fronts, item);
	return item;
}

/* The lines [first, end), which no item has. */
static void
add_run(struct finder *f, const struct mb_part *part, guint first, guint end,
        struct piece pieces[2])
{
	gboolean exempt =
	    f->exempt || part->withheld || is_beside_exempt(f, first, end);
	struct piece *piece = &pieces[exempt];

	if (!piece->pages)
		piece->pages = mb_pages_new(f->lines);
	if (!mb_pages_add(piece->pages, first, end, "\n\n") || piece->item)
		return;
	piece->item = add_front(f, part, first);
	piece->item->exempt = exempt;
}

static void
find_in_part(struct finder *f, const struct mb_part *part)
{
	struct piece pieces[2] = { { NULL, NULL } }; /* open, exempt */

	for (guint at = part->first; at < part->end; at++) {
		guint end = run_end(f, part, at);

		if (end == at)
			continue;
		add_run(f, part, at, end, pieces);
		at = end - 1;
	}
	for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
		if (pieces[i].item)
			mb_pages_give(pieces[i].pages, 0, pieces[i].item);
		mb_pages_free(pieces[i].pages);
	}
}

GPtrArray *
mb_front_find(const struct mb_lines *lines, const struct mb_meetings *meetings,
              const GPtrArray *drafts, gboolean exempt, const char *path)
{
	struct finder f = {
		.lines = lines,
		.drafts = drafts,
		.exempt = exempt,
		.path = path,
		.fronts = g_ptr_array_new_with_free_func(
		    (GDestroyNotify)mb_item_free),
	};

	claim_lines(&f);
	for (guint i = 0; i < meetings->parts->len; i++)
		find_in_part(&f, meetings->parts->pdata[i]);
	g_free(f.of_line);
	return f.fronts;
}
