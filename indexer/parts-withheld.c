/* The parts that are withheld from publication. */
#include "config.h"

#include "indexer/exempt-itself.h"
#include "indexer/part-finder.h"
#include "indexer/part-title.h"
#include "indexer/withheld.h"

static const struct mb_look *
look_at(const struct mb_part_finder *f, guint i)
{
	return mb_looks_at(f->signs.looks, i);
}

/* Whether a part of @kind behind a withheld one belongs to it.  In doubt it
 * does: only what has the title of another paper is open again.  Behind
 * "Appendix B – EXEMPT" of an open report, "Appendix C" is. */
static gboolean
stays_withheld(const struct mb_part_finder *f, enum mb_part_kind kind)
{
	switch (kind) {
	case MB_PART_APPENDIX:
		return f->divider || f->withheld_kind != MB_PART_APPENDIX;
	case MB_PART_ACTIONS:
	case MB_PART_QUESTIONS:
	case MB_PART_FRONT:
		return TRUE;
	case MB_PART_AGENDA:
	case MB_PART_MINUTES:
	case MB_PART_WEB:
		return FALSE;
	case MB_PART_REPORT:
	case MB_PART_DECISION:
		return f->divider;
	}
	g_assert_not_reached();
}

struct mb_part *
mb_part_begin(struct mb_part_finder *f, enum mb_part_kind kind, guint first)
{
	struct mb_part *part = g_new0(struct mb_part, 1);

	if (f->page_words)
		part->withheld = g_strdup(f->page_words);
	else if (f->part && f->part->withheld && stays_withheld(f, kind))
		part->withheld = g_strdup(f->part->withheld);
	f->closed = FALSE;

	if (f->part)
		f->part->end = first;
	part->kind = kind;
	part->first = first;
	f->part = part;
	f->signs.part = part;
	f->header = FALSE;
	g_ptr_array_add(f->parts, part);
	return part;
}

static void
begin_withheld(struct mb_part_finder *f, guint first, guint i, char *words)
{
	enum mb_part_kind kind = MB_PART_REPORT;

	for (guint k = first; k <= i; k++)
		if (g_str_has_prefix(look_at(f, k)->fold, "append") ||
		    g_str_has_prefix(look_at(f, k)->fold, "annex"))
			kind = MB_PART_APPENDIX;
	if (!f->part && first > 0)
		mb_part_begin(f, mb_part_guess(&f->signs, f->path), 0);
	mb_part_begin(f, kind, first);
	g_free(f->part->withheld);
	f->part->withheld = words;
	f->withheld_kind = kind;
}

/* Whether a marking at line @i withholds all of the part that it stands in:
 * near the top of a report it does, in doubt, and so does "12.1 This report is
 * not for publication" at its end. */
static gboolean
is_of_whole(const struct mb_part_finder *f, guint i)
{
	return f->part &&
	       (i < f->part->first + MB_PART_TITLE_LINES ||
	        mb_exempt_speaks_of_itself(f->signs.lines, i, f->signs.n)) &&
	       !f->divider && !look_at(f, i)->page_top &&
	       !mb_withheld_names_report(&f->signs, i) &&
	       (f->part->kind == MB_PART_REPORT ||
	        f->part->kind == MB_PART_APPENDIX);
}

/* The first line of the page, or of the block without space in it, that line @i
 * stands in; @i when that begins above @floor. */
static guint
top_of(const struct mb_part_finder *f, guint i, guint floor, gboolean block)
{
	guint k = i;

	while (k > floor && !look_at(f, k)->page_top &&
	       mb_lines_at(f->signs.lines, k - 1)->kind != MB_LINE_RULE &&
	       !(block && mb_lines_at(f->signs.lines, k)->gap))
		k--;
	return k > floor ? k : i;
}

/* A withheld part has all of its page above it, or of its block, when that is a
 * title: "Sale of land", and then "Agenda Item No. 5" from the page's corner.
 */
static void
take_above(struct mb_part_finder *f)
{
	guint n = f->parts->len, first = f->part->first, k;
	struct mb_part *above =
	    n > 1 ? g_ptr_array_index(f->parts, n - 2) : NULL;

	if (!above)
		return;
	k = top_of(f, first, above->first, FALSE);
	if (k == first || !mb_withheld_is_head(&f->signs, k, first))
		k = top_of(f, first, above->first, TRUE);
	if (mb_withheld_is_head(&f->signs, k, first))
		f->part->first = above->end = k;
}

/* What stands above the marking at line @i has no title of a part: a report
 * perhaps, of which the marking speaks. */
static struct mb_part *
begin_untitled(struct mb_part_finder *f, guint i)
{
	struct mb_signs above = f->signs;

	above.n = i;
	return mb_part_begin(f, mb_part_guess(&above, f->path), 0);
}

gboolean
mb_parts_withheld(struct mb_part_finder *f, guint i)
{
	struct mb_part *part = f->part;
	gboolean head = part && mb_withheld_is_head(&f->signs, part->first, i);
	char *words;

	if (part && part->withheld && (head || part->kind == MB_PART_REPORT))
		return FALSE;
	if (head && part->first == 0)
		return FALSE;
	words = head ? mb_withheld_label(&f->signs, i, f->more)
	             : mb_withheld_begins(&f->signs, i, f->closed, f->more);
	if (!words)
		return FALSE;
	f->divider = mb_withheld_is_divider(&f->signs, i);
	if (!part && i > 0 &&
	    mb_exempt_speaks_of_itself(f->signs.lines, i, f->signs.n))
		part = begin_untitled(f, i);
	if (part && (head || is_of_whole(f, i))) {
		g_free(part->withheld);
		part->withheld = words;
		f->withheld_kind = part->kind;
		take_above(f);
	} else {
		begin_withheld(f, mb_withheld_title(&f->signs, i), i, words);
	}
	return TRUE;
}

/* How many lines a title has above the number of its item. */
#define MAX_BLOCK 8

gboolean
mb_parts_withheld_block(struct mb_part_finder *f, guint i)
{
	guint floor = f->part ? f->part->first + 1 : 1, k = i;
	char *words = NULL;

	while (k > floor && i - k < MAX_BLOCK &&
	       !mb_lines_at(f->signs.lines, k)->gap &&
	       !look_at(f, k)->page_top && !look_at(f, k - 1)->sentence) {
		k--;
		if (!words)
			words = mb_withheld_label(&f->signs, k, f->more);
	}
	if (!words || (f->part && f->part->withheld)) {
		g_free(words);
		return FALSE;
	}
	begin_withheld(f, k, i, words);
	return TRUE;
}

gboolean
mb_parts_withheld_title(struct mb_part_finder *f, guint i)
{
	g_autofree char *number = NULL;

	if (!f->part || !f->part->withheld ||
	    !mb_withheld_is_head(&f->signs, f->part->first, i))
		return FALSE;
	number = mb_signs_item_header(look_at(f, i)->fold);
	if (number && f->part->number)
		return FALSE;
	if (number)
		f->part->number = g_steal_pointer(&number);
	else if (mb_signs_minutes(&f->signs, i))
		f->part->kind = MB_PART_MINUTES;
	else if (mb_signs_agenda(&f->signs, i))
		f->part->kind = MB_PART_AGENDA;
	else if (mb_signs_appendix(&f->signs, i) && !f->part->number)
		f->part->kind = f->withheld_kind = MB_PART_APPENDIX;
	return TRUE;
}

void
mb_parts_withheld_page(struct mb_part_finder *f, guint i)
{
	const struct mb_line *line = mb_lines_at(f->signs.lines, i);

	if (i > 0 &&
	    line->page_no == mb_lines_at(f->signs.lines, i - 1)->page_no)
		return;
	g_free(f->page_words);
	f->page_words = mb_withheld_page(&f->signs, i, f->more);
	if (f->page_words && !(f->part && f->part->withheld))
		begin_withheld(f, i, i, g_strdup(f->page_words));
}
