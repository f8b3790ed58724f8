#include "config.h"

#include "indexer/decision-rows.h"

#include <string.h>

#include "indexer/decisions.h"
#include "indexer/headline-clean.h"
#include "indexer/pages.h"

/* Fewer are no table. */
#define MIN_ROWS 2

/* Between the cells of a row's text. */
#define CELL_MARK_LENGTH (sizeof(" | ") - 1)

/* Whether line @i is the first row of a decision: "3 | Minutes | RESOLVED". */
static gboolean
begins_decision(const struct mb_lines *lines, guint i)
{
	const char *cell = mb_decision_cell(lines, i);
	char **cells = mb_lines_at(lines, i)->cells;

	return cell && g_ascii_isalnum(*cells[0]) &&
	       strpbrk(cells[0], "0123456789") && *cells[1] && cell != cells[1];
}

/* More of the row above, which text extraction has parted from it: " | Mill
 * Street | shown edged red". */
static gboolean
goes_on(const struct mb_lines *lines, guint i)
{
	char **cells = mb_lines_at(lines, i)->cells;

	return cells && cells[0] && !*cells[0] && cells[1];
}

static void
add_row(struct mb_splitter *s, const struct mb_part *part, guint i, guint end)
{
	struct mb_draft *draft = mb_splitter_add(s, part, MB_KIND_DECISION, i);
	g_autoptr(mb_pages) pages = mb_pages_new(s->lines);
	char **cells = mb_lines_at(s->lines, i)->cells;
	g_autoptr(GString) title = g_string_new(cells[1]);

	for (guint k = i + 1; k < end && goes_on(s->lines, k); k++) {
		const char *more = mb_lines_at(s->lines, k)->cells[1];

		g_string_append_printf(title, "%s%s", *more ? " " : "", more);
	}
	draft->item->number =
	    g_strndup(cells[0], strlen(cells[0]) -
	                            (g_str_has_suffix(cells[0], ".") ? 1 : 0));
	draft->item->title = mb_headline_clean(title->str, FALSE);
	draft->body = i;
	draft->end = end;
	mb_pages_add(pages, i, end, "");
	mb_pages_give(
	    pages, strlen(cells[0]) + strlen(cells[1]) + 2 * CELL_MARK_LENGTH,
	    draft->item);
}

/* The line after the rows that belong to the one at @i. */
static guint
row_end(const struct mb_lines *lines, guint i, guint end)
{
	i++;
	while (i < end && mb_lines_at(lines, i)->kind == MB_LINE_ROW &&
	       !begins_decision(lines, i))
		i++;
	return i;
}

gboolean
mb_decision_rows_split(struct mb_splitter *s, const struct mb_part *part)
{
	guint n = 0;

	for (guint i = part->first; i < part->end; i++)
		n += begins_decision(s->lines, i) ? 1 : 0;
	if (n < MIN_ROWS)
		return FALSE;
	for (guint i = part->first; i < part->end; i++)
		if (begins_decision(s->lines, i))
			add_row(s, part, i, row_end(s->lines, i, part->end));
	return TRUE;
}
