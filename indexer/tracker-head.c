#include "indexer/tracker-head.h"

#include <string.h>

static const struct {
	const char *word;
	enum mb_column column;
} column_words[] = {
	{ "action", MB_COLUMN_ACTION },
	{ "recommendation", MB_COLUMN_ACTION },
	{ "task", MB_COLUMN_ACTION },
	{ "what", MB_COLUMN_ACTION },
	{ "owner", MB_COLUMN_OWNER },
	{ "lead", MB_COLUMN_OWNER },
	{ "responsible", MB_COLUMN_OWNER },
	{ "by whom", MB_COLUMN_OWNER },
	{ "who", MB_COLUMN_OWNER },
	{ "officer", MB_COLUMN_OWNER },
	{ "assigned", MB_COLUMN_OWNER },
	{ "due", MB_COLUMN_DUE },
	{ "deadline", MB_COLUMN_DUE },
	{ "by when", MB_COLUMN_DUE },
	{ "timescale", MB_COLUMN_DUE },
	{ "target", MB_COLUMN_DUE },
	{ "status", MB_COLUMN_STATUS },
	{ "update", MB_COLUMN_STATUS },
	{ "progress", MB_COLUMN_STATUS },
	{ "outcome", MB_COLUMN_STATUS },
	{ "comment", MB_COLUMN_STATUS },
	{ "notes", MB_COLUMN_STATUS },
	{ "completed", MB_COLUMN_STATUS },
	{ "subject", MB_COLUMN_SUBJECT },
	{ "topic", MB_COLUMN_SUBJECT },
	{ "issue", MB_COLUMN_SUBJECT },
	{ "agenda item", MB_COLUMN_SUBJECT },
	{ "item", MB_COLUMN_SUBJECT },
	{ "no", MB_COLUMN_NUMBER },
	{ "ref", MB_COLUMN_NUMBER },
	{ "number", MB_COLUMN_NUMBER },
	{ "minute", MB_COLUMN_NUMBER },
	{ "date", MB_COLUMN_OTHER },
	{ "meeting", MB_COLUMN_OTHER },
};

enum mb_column
mb_tracker_column(const char *cell)
{
	g_autofree char *fold = mb_looks_fold(cell);
	gsize i;

	/* "Status / new actions" */
	if (g_str_has_prefix(fold, "status"))
		return MB_COLUMN_STATUS;
	for (i = 0; i < G_N_ELEMENTS(column_words); i++) {
		const char *at = strstr(fold, column_words[i].word);

		if (at && (at == fold || !g_ascii_isalpha(at[-1])))
			return column_words[i].column;
	}
	return MB_COLUMN_OTHER;
}

/* Bytes of the words at @p, of folded text, that name a column; 0 for none. */
static gsize
column_at(const char *p)
{
	gsize best = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(column_words); i++) {
		gsize n = strlen(column_words[i].word);

		if (n > best && g_str_has_prefix(p, column_words[i].word) &&
		    (!p[n] || p[n] == ' ' || p[n] == '.'))
			best = n;
	}
	return best;
}

/* "Agenda item Who What": a head whose cells stand too near to be told apart,
 * cut into the cells.  Transfer full; NULL when a word names no column. */
static char **
cut_head(const char *text)
{
	g_autofree char *fold = mb_looks_fold(text);
	g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);

	for (const char *p = fold; *p;) {
		gsize n = column_at(p);

		if (!n || cells->len >= MB_TABLE_COLUMNS)
			return NULL;
		g_ptr_array_add(cells, g_strndup(p, n));
		p += n + strspn(p + n, " .");
	}
	g_ptr_array_add(cells, NULL);
	return (char **)g_ptr_array_free(g_steal_pointer(&cells), FALSE);
}

/* "NO | ACTION | OWNER | UPDATE": actions, and two of what is told of them.
 * "No | | Owner | Update" will do: the column of actions is the widest. */
static gboolean
read_header(char *const *cells, struct mb_table_head *table)
{
	guint n_told = 0, n_actions = 0, i, empty = MB_TABLE_COLUMNS;

	table->n_columns = 0;
	for (i = 0; cells[i] && i < MB_TABLE_COLUMNS; i++) {
		enum mb_column column = mb_tracker_column(cells[i]);

		if (strlen(cells[i]) > 40)
			return FALSE;
		if (!*cells[i])
			empty = i;
		n_actions += column == MB_COLUMN_ACTION ? 1 : 0;
		n_told += column == MB_COLUMN_OWNER ||
		                  column == MB_COLUMN_DUE ||
		                  column == MB_COLUMN_STATUS
		              ? 1
		              : 0;
		table->columns[i] = column;
		table->n_columns = i + 1;
	}
	if (!n_actions && n_told >= 2 && empty < MB_TABLE_COLUMNS) {
		table->columns[empty] = MB_COLUMN_ACTION;
		n_actions = 1;
	}
	/* "No Action | Owner | Update", "No | Owner | Update": two columns that
	 * stand too near to be told apart. */
	table->joined = n_told >= 2 && table->n_columns >= 3 &&
	                (g_ascii_strncasecmp(cells[0], "no", 2) == 0 ||
	                 g_ascii_strncasecmp(cells[0], "ref", 3) == 0) &&
	                (!n_actions || table->columns[0] == MB_COLUMN_ACTION);
	if (table->joined)
		return TRUE;
	return n_actions && n_told >= 1 && table->n_columns >= 3;
}

gboolean
mb_tracker_head_read(const struct mb_lines *lines, const struct mb_looks *looks,
                     guint i, guint end, struct mb_table_head *table)
{
	const struct mb_line *line = mb_lines_at(lines, i), *below;
	g_auto(GStrv) cells = NULL;

	table->header = i;
	table->x = line->x;
	if (line->kind == MB_LINE_ROW)
		return line->cells &&
		       strpbrk(mb_looks_at(looks, i)->fold, "ao") &&
		       read_header(line->cells, table);
	if (line->kind != MB_LINE_TEXT || line->furniture || i + 1 >= end)
		return FALSE;
	below = mb_lines_at(lines, i + 1);
	if (below->kind != MB_LINE_ROW || !below->cells)
		return FALSE;
	cells = cut_head(line->text);
	return cells && g_strv_length(cells) == g_strv_length(below->cells) &&
	       read_header(cells, table);
}

gboolean
mb_tracker_head_flat(const struct mb_lines *lines, guint i,
                     struct mb_table_head *table)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	g_auto(GStrv) cells = NULL;

	if (line->kind != MB_LINE_TEXT || line->furniture ||
	    strlen(line->text) > 100)
		return FALSE;
	table->header = i;
	table->x = line->x;
	cells = cut_head(line->text);
	return cells && g_strv_length(cells) >= 4 &&
	       read_header(cells, table) && !table->joined &&
	       table->columns[0] == MB_COLUMN_NUMBER;
}
