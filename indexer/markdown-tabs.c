#include "config.h"

#include "indexer/markdown-tabs.h"

#include <string.h>

/* No more columns, nor paragraphs of a cell, are told apart. */
#define MAX_CELLS 64

/* The paragraphs of a cell, "<p>Letter forwarded</p> <p>Report</p>"; the cell
 * itself when it has none.  Transfer full. */
static char **
cell_paragraphs(const char *cell)
{
	char **parts = g_strsplit(cell, "</p>", -1);
	guint n = g_strv_length(parts), k = 0;

	for (guint i = 0; i < n; i++) {
		char *open = strstr(parts[i], "<p>");

		if (open != NULL)
			memmove(parts[i], open + 3, strlen(open + 3) + 1);
		g_strstrip(parts[i]);
		if (*parts[i] == '\0')
			g_free(parts[i]);
		else
			parts[k++] = parts[i];
	}
	parts[k] = NULL;
	return parts;
}

/* Add row @row of the paragraphs of each cell. */
static void
add_cells(const GPtrArray *columns, guint row, const struct mb_line *as,
          struct mb_lines *lines)
{
	g_autoptr(GPtrArray) cells = g_ptr_array_new();

	for (guint i = 0; i < columns->len; i++) {
		char **parts = columns->pdata[i];
		gboolean has = row < g_strv_length(parts);

		g_ptr_array_add(cells, has ? parts[row] : "");
	}
	g_ptr_array_add(cells, NULL);
	mb_lines_add_row(lines, (const char *const *)cells->pdata, as);
}

GPtrArray *
mb_markdown_tabs_read(const char *text, gsize n_bytes)
{
	g_autofree char *line = g_strchomp(g_strndup(text, n_bytes));
	const char *tab = strchr(line, '\t');
	g_auto(GStrv) cells = NULL;
	GPtrArray *columns;

	if (tab == NULL || strchr(tab + 1, '\t') == NULL ||
	    strspn(line, " \t>") >= 2)
		return NULL;
	columns = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
	if (line[strspn(line, "- \t")] == '\0')
		return columns;
	cells = g_strsplit(line, "\t", MAX_CELLS);
	for (guint i = 0; cells[i] != NULL; i++)
		g_ptr_array_add(columns, cell_paragraphs(cells[i]));
	return columns;
}

void
mb_markdown_tabs_add(const GPtrArray *columns, const struct mb_line *as,
                     struct mb_lines *lines)
{
	struct mb_line like = *as;
	guint n_rows = 0;

	for (guint i = 0; i < columns->len; i++)
		n_rows = MAX(n_rows, g_strv_length(columns->pdata[i]));
	for (guint i = 0; i < MIN(n_rows, MAX_CELLS); i++) {
		add_cells(columns, i, &like, lines);
		like.gap = FALSE;
	}
}
