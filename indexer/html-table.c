#include "indexer/html-table.h"

#include <string.h>

#include "indexer/html-tree.h"

/* A table of more nodes than this is not looked at to its end. */
#define SCAN_MAX_NODES 200000u

/* A cell that says more than this, or in more paragraphs, is no cell of data.
 */
#define CELL_MAX_BYTES  2000u
#define CELL_MAX_BLOCKS 12u

struct scan {
	gsize n_bytes;    /* in the cell we are in */
	guint n_blocks;   /* in it */
	guint n_cells;    /* in the row we are in */
	guint most_cells; /* in any row */
	gboolean layout;
};

static gboolean
is_heading(const xmlNode *node)
{
	const char *name = (const char *)node->name;

	return (name[0] == 'h' || name[0] == 'H') && name[1] >= '1' &&
	       name[1] <= '6' && name[2] == '\0';
}

static void
scan_element(struct scan *scan, const xmlNode *node)
{
	if (mb_html_is(node, "tr")) {
		scan->n_cells = 0;
	} else if (mb_html_is(node, "td") || mb_html_is(node, "th")) {
		scan->n_cells++;
		scan->most_cells = MAX(scan->most_cells, scan->n_cells);
		scan->n_bytes = 0;
		scan->n_blocks = 0;
	} else if (mb_html_is(node, "table") || is_heading(node)) {
		scan->layout = TRUE;
	} else if (mb_html_is(node, "p") || mb_html_is(node, "li") ||
	           mb_html_is(node, "div")) {
		scan->n_blocks++;
	}
}

gboolean
mb_html_is_data_table(const xmlNode *table)
{
	struct scan scan = { 0 };
	guint n = 0;

	if (mb_html_has_word(table, "class", "mgItemTable") ||
	    mb_html_has_word(table, "id", "mgItemTable") ||
	    mb_html_has_word(table, "role", "presentation"))
		return FALSE;
	for (const xmlNode *node = mb_html_next(table, table, FALSE);
	     node != NULL && n < SCAN_MAX_NODES && !scan.layout;
	     node = mb_html_next(node, table, FALSE), n++) {
		if (node->type == XML_ELEMENT_NODE)
			scan_element(&scan, node);
		else if (node->content != NULL)
			scan.n_bytes += strlen((const char *)node->content);
		if (scan.n_bytes > CELL_MAX_BYTES ||
		    scan.n_blocks > CELL_MAX_BLOCKS)
			scan.layout = TRUE;
	}
	return !scan.layout && scan.most_cells >= 2;
}
