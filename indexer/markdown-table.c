#include "indexer/markdown-table.h"

#include <string.h>

#include "indexer/markdown-inline.h"

/*   | No | Item      |          |
 *   |----|-----------|          **No**
 *   | 1. | Apologies |
 *                                |
 *   The usual form, and        **Item**
 *   what converters make
 *   of Word's tables:            |
 *                              | --- | --- |
 *                              | **1.** | **Apologies**
 *
 *                               |
 *
 * The line of dashes tells how many bars a row has; a row goes on until it has
 * them all.  Without such a line "|" is a letter: scanned pages print "I will
 * ask" as "| will ask". */

/* A row does not run over more lines or bytes than this. */
#define ROW_MAX_LINES 60u
#define ROW_MAX_BYTES (64u * 1024)

#define MAX_COLUMNS 64u

static gsize
line_length(const char *p)
{
	return strcspn(p, "\n\f");
}

static const char *
next_line(const char *p)
{
	p += line_length(p);
	return *p == '\0' ? p : p + 1;
}

/* Bars in @n_bytes of @text, but for escaped ones. */
static guint
count_bars(const char *text, gsize n_bytes)
{
	guint n = 0;

	for (gsize i = 0; i < n_bytes; i++) {
		if (text[i] == '\\')
			i++;
		else if (text[i] == '|')
			n++;
	}
	return n;
}

/* The columns of a line of dashes, "| --- |:---:|"; 0 when it is none. */
static guint
dash_columns(const char *p)
{
	gsize n = line_length(p);
	guint bars = count_bars(p, n);
	const char *bar;

	if (strspn(p, " \t|:-\r") < n || bars == 0 || memchr(p, '-', n) == NULL)
		return 0;
	p += strspn(p, " \t");
	n = line_length(p);
	while (n > 0 && g_ascii_isspace(p[n - 1]))
		n--;
	bar = p + n - 1;
	if (*p == '|')
		bars--;
	if (*bar == '|' && bars > 0)
		bars--;
	return MIN(bars + 1, MAX_COLUMNS);
}

/* Where the row that begins at @p ends, when all its @n_bars come within the
 * limits; NULL otherwise. */
static const char *
row_end(const char *p, guint n_bars)
{
	const char *start = p;
	guint bars = 0;

	for (guint i = 0; i < ROW_MAX_LINES && *p != '\0'; i++) {
		bars += count_bars(p, line_length(p));
		p = next_line(p);
		if ((gsize)(p - start) > ROW_MAX_BYTES)
			return NULL;
		if (bars >= n_bars)
			return p;
	}
	return NULL;
}

/* Split a row's source at its bars into the text of cells. */
static GPtrArray *
split_cells(const char *p, gsize n_bytes)
{
	GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
	gsize start, i;

	while (n_bytes > 0 && g_ascii_isspace(p[n_bytes - 1]))
		n_bytes--;
	start = strspn(p, " \t");
	if (start < n_bytes && p[start] == '|')
		start++;
	for (i = start; i <= n_bytes && cells->len < MAX_COLUMNS; i++) {
		if (i < n_bytes && p[i] == '\\') {
			i++;
		} else if (i == n_bytes || p[i] == '|') {
			GString *cell = g_string_new(NULL);

			if (i == n_bytes && start == i && cells->len > 0) {
				g_string_free(cell, TRUE);
				break;
			}
			mb_markdown_inline(p + start, i - start, cell);
			g_ptr_array_add(cells, g_string_free(cell, FALSE));
			start = i + 1;
		}
	}
	g_ptr_array_add(cells, NULL);
	return cells;
}

static void
add_row(const char *text, const char *p, const char *end, gboolean gap,
        struct mb_lines *lines)
{
	g_autoptr(GPtrArray) cells = split_cells(p, (gsize)(end - p));
	const struct mb_line as = { .gap = gap, .offset = (gsize)(p - text) };

	mb_lines_add_row(lines, (const char *const *)cells->pdata, &as);
}

/* The line of dashes under the header that begins at @p, and its columns; NULL
 * when none follows. */
static const char *
find_dashes(const char *p, guint *n_columns)
{
	const char *line = p;

	for (guint i = 0; i < ROW_MAX_LINES && *line != '\0'; i++) {
		*n_columns = dash_columns(line);
		if (*n_columns > 0)
			return line;
		if ((gsize)(line - p) > ROW_MAX_BYTES)
			return NULL;
		line = next_line(line);
	}
	return NULL;
}

static gboolean
starts_with_bar(const char *p)
{
	return p[strspn(p, " \t")] == '|';
}

/* The bars of one row: one more than columns, or one less where a table has
 * none at its sides. */
static guint
bars_of(const char *p, guint n_columns)
{
	return starts_with_bar(p) ? n_columns + 1 : MAX(n_columns, 2u) - 1;
}

/* Whether another row begins at @p: at once, or where the table has bars at its
 * sides, after blank lines too. */
static const char *
next_row(const char *p, gboolean sided)
{
	if (!sided)
		return count_bars(p, line_length(p)) > 0 ? p : NULL;
	p += strspn(p, " \t\r\n");
	return *p == '|' ? p : NULL;
}

const char *
mb_markdown_table(const char *text, const char *p, gboolean gap,
                  struct mb_lines *lines)
{
	gboolean sided = starts_with_bar(p);
	const char *row, *end, *dashes;
	guint n_columns;

	if (count_bars(p, line_length(p)) == 0)
		return NULL;
	dashes = find_dashes(p, &n_columns);
	if (dashes == NULL || dashes == p ||
	    row_end(p, bars_of(p, n_columns)) != dashes)
		return NULL;
	add_row(text, p, dashes, gap, lines);
	end = next_line(dashes);
	while ((row = next_row(end, sided)) != NULL) {
		const char *after = row_end(row, bars_of(row, n_columns));

		if (after == NULL)
			break;
		add_row(text, row, after, FALSE, lines);
		end = after;
	}
	return end;
}
