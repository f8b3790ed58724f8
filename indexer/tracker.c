#include "config.h"

#include "indexer/tracker.h"

#include <string.h>

#include "indexer/headline-clean.h"
#include "indexer/numbers.h"
#include "indexer/tracker-flat.h"
#include "indexer/tracker-head.h"
#include "indexer/tracker-list.h"
#include "indexer/tracker-split.h"

/* The number of an action that has no head above it: "April23.02". */
#define MAX_NUMBER_BYTES 16

static gboolean
is_numbered(const struct mb_table_head *table)
{
	return table->columns[0] == MB_COLUMN_NUMBER || table->joined;
}

static gboolean
has_digit(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

/* Whether a row begins a new action: its number is there, or in a table
 * without numbers, its action. */
static gboolean
begins_action(const struct mb_table_head *table, const struct mb_line *line)
{
	guint i;

	/* "Feb23.03 AS to action 20mph limit" */
	if (table->joined)
		return strcspn(line->cells[0], "0123456789") < 8 &&
		       has_digit(line->cells[0]);

	if (is_numbered(table))
		return *line->cells[0] != '\0';
	for (i = 0; i < table->n_columns && line->cells[i]; i++)
		if (table->columns[i] == MB_COLUMN_ACTION)
			return *line->cells[i] != '\0';
	return FALSE;
}

/* The words of the rows [first, end) in one column.  Transfer full. */
static char *
column_text(const struct mb_lines *lines, guint first, guint end, guint column)
{
	GString *out = g_string_new(NULL);
	guint i, k;

	for (i = first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		for (k = 0; line->cells && k < column && line->cells[k]; k++)
			;
		if (!line->cells || !line->cells[k] || !*line->cells[k])
			continue;
		/* "Vice-" and "Convenor’s", but "report –" and "gates" */
		if (out->len &&
		    !(g_str_has_suffix(out->str, "-") && out->len > 1 &&
		      g_ascii_isalpha(out->str[out->len - 2])))
			g_string_append_c(out, ' ');
		g_string_append(out, line->cells[k]);
	}
	return g_string_free(out, FALSE);
}

/* The number in a cell: "Action closedDec22.05" says more than its number. */
static char *
read_number(const char *cell)
{
	const char *digit = strpbrk(cell, "0123456789"), *start, *p;

	if (!digit)
		return NULL;
	start = digit;
	while (start > cell &&
	       (g_ascii_isalnum(start[-1]) || strchr("./-", start[-1])))
		start--;
	/* "Feb 23.05" is all number. */
	if (start == digit && start > cell && start[-1] == ' ')
		for (p = start - 1; p > cell && g_ascii_isalpha(p[-1]); p--)
			start = p - 1;
	/* "closedDec22.05": a number begins with a capital, if with a word. */
	for (p = digit; p > start; p--)
		if (g_ascii_isupper(p[-1]) && p - 1 > start &&
		    g_ascii_islower(p[-2])) {
			start = p - 1;
			break;
		}
	for (p = digit; g_ascii_isalnum(*p) || (strchr("./-()", *p) && *p); p++)
		;
	while (p > digit && strchr("./-", p[-1]))
		p--;
	return g_strndup(start, (gsize)(p - start));
}

/* "Car Park Ramp - Additional quotes will be obtained": the subject, and where
 * the action begins; NULL when there is no subject. */
static char *
read_subject(const char *cell, const char **action)
{
	static const char *const marks[] = { " - ", " \342\200\223 ",
		                             " \342\200\224 ", ": " };
	guint i;

	cell += g_str_has_prefix(cell, "- ") ? 2 : 0;
	*action = cell;
	for (i = 0; i < G_N_ELEMENTS(marks); i++) {
		const char *at = strstr(cell, marks[i]), *p;
		guint n_words = 1;

		if (!at || at - cell > 60)
			continue;
		for (p = cell; p < at; p++)
			n_words += *p == ' ' ? 1 : 0;
		if (n_words > 7)
			continue;
		*action = at + strlen(marks[i]);
		return g_strndup(cell, (gsize)(at - cell));
	}
	return NULL;
}

static void
append_part(GString *out, const char *text)
{
	if (!*text)
		return;
	if (out->len)
		g_string_append_c(out, '\n');
	g_string_append(out, text);
}

/* A row whose first cell is number and action: its other cells may be more
 * than the head has. */
static void
fill_joined(struct mb_row *row, GString *text, const struct mb_lines *lines,
            guint first, guint end)
{
	guint i;

	for (i = 0; i < MB_TABLE_COLUMNS; i++) {
		g_autofree char *cell = column_text(lines, first, end, i);
		const char *rest = cell, *at;

		if (!i) {
			row->number = read_number(cell);
			at = row->number ? strstr(cell, row->number) : NULL;
			rest = at ? at + strlen(row->number) : cell;
			rest += strspn(rest, " .:");
		}
		if (*rest && !text->len && !row->title)
			row->title = read_subject(rest, &rest);
		append_part(text, rest);
	}
}

/* "gates", in small letters under "Convenor’s report – cemetery": more of a
 * subject. */
static gboolean
is_subject_end(const struct mb_table_head *table, const struct mb_line *line)
{
	return line->kind == MB_LINE_TEXT && !line->gap && table->x > 0 &&
	       !is_numbered(table) && ABS(line->x - table->x) < 2 &&
	       g_ascii_islower(*line->text) && strlen(line->text) < 24;
}

/* @cell with the words of the rows [first, end) that are more of it.  Transfer
 * full. */
static char *
add_subject_end(const struct mb_lines *lines, const struct mb_table_head *table,
                guint first, guint end, const char *cell)
{
	GString *out = g_string_new(cell);

	for (guint i = first; i < end && *cell; i++)
		if (is_subject_end(table, mb_lines_at(lines, i)))
			g_string_append_printf(out, " %s",
			                       mb_lines_at(lines, i)->text);
	return g_string_free(out, FALSE);
}

/* Take into @row what column @i says, and behind @text what is of its text.
 *   has_subject  another column tells what the row is about */
static void
take_column(struct mb_row *row, GString *text, const struct mb_lines *lines,
            const struct mb_table_head *table, guint i, gboolean has_subject)
{
	g_autofree char *cell = column_text(lines, row->first, row->end, i);
	enum mb_column column = table->columns[i];
	const char *rest = cell;

	if (column == MB_COLUMN_NUMBER && !row->number) {
		row->number = read_number(cell);
		return;
	}
	/* "34 Quay lighting", below "Minute", behind the row's own number. */
	if (column == MB_COLUMN_NUMBER && !has_subject && !row->title &&
	    strpbrk(cell, " ")) {
		row->title = mb_headline_clean(cell, FALSE);
		return;
	}
	if (column == MB_COLUMN_SUBJECT && !row->title) {
		g_autofree char *whole =
		    add_subject_end(lines, table, row->first, row->end, cell);

		row->title = mb_headline_clean(whole, FALSE);
		return;
	}
	if (column == MB_COLUMN_ACTION && !has_subject && !row->title)
		row->title = read_subject(cell, &rest);
	append_part(text, rest);
}

static struct mb_row *
make_row(const struct mb_lines *lines, const struct mb_table_head *table,
         guint first, guint end)
{
	struct mb_row *row = g_new0(struct mb_row, 1);
	GString *text = g_string_new(NULL);
	gboolean has_subject = FALSE;
	guint i;

	row->header = table->header;
	row->first = first;
	row->end = end;
	if (table->joined)
		fill_joined(row, text, lines, first, end);
	for (i = 0; i < table->n_columns; i++)
		has_subject |= table->columns[i] == MB_COLUMN_SUBJECT;
	for (i = 0; i < table->n_columns && !table->joined; i++)
		take_column(row, text, lines, table, i, has_subject);
	for (i = first; i < end; i++)
		if (!mb_lines_at(lines, i)->cells &&
		    !mb_lines_at(lines, i)->furniture &&
		    !is_subject_end(table, mb_lines_at(lines, i)))
			append_part(text, mb_lines_at(lines, i)->text);
	row->text = g_string_free(text, FALSE);
	return row;
}

static void
row_free(gpointer data)
{
	struct mb_row *row = data;

	g_free(row->number);
	g_free(row->title);
	g_free(row->text);
	g_free(row);
}

static const char *
cell_of(const struct mb_table_head *table, const struct mb_line *line,
        enum mb_column column)
{
	for (guint i = 0; i < table->n_columns && line->cells[i]; i++)
		if (table->columns[i] == column)
			return line->cells[i];
	return NULL;
}

static gboolean
is_filled(const char *cell)
{
	return cell && *cell;
}

/* "Gates report –", "Martin, Carole,": a cell that goes on below. */
static gboolean
is_open(const char *cell)
{
	return is_filled(cell) &&
	       (g_str_has_suffix(cell, ",") || g_str_has_suffix(cell, "-") ||
	        g_str_has_suffix(cell, "\342\200\223"));
}

/* "Residents’ | All | Contact Cllr Orme and George", then "Associations | |
 * Free if you are interested": a row without an owner below an action that has
 * not ended is more of it. */
static gboolean
is_more(const struct mb_table_head *table, const struct mb_line *above,
        const struct mb_line *line)
{
	const char *owner = cell_of(table, line, MB_COLUMN_OWNER), *action;

	if (is_numbered(table) || line->gap || !above->cells)
		return FALSE;
	action = cell_of(table, above, MB_COLUMN_ACTION);
	if (!is_filled(action) || !g_ascii_isalnum(action[strlen(action) - 1]))
		return FALSE;
	if (is_open(cell_of(table, above, MB_COLUMN_SUBJECT)) ||
	    is_open(cell_of(table, above, MB_COLUMN_OWNER)))
		return TRUE;
	return owner && !*owner &&
	       is_filled(cell_of(table, above, MB_COLUMN_OWNER));
}

/* Whether the table goes on in line @i: another heading of the meeting may
 * stand in a row too ("03.23.06 | Election"). */
static gboolean
in_table(const struct mb_table_head *table, const struct mb_line *line)
{
	struct mb_heading number;
	guint i, n_full = 0;

	if (line->furniture)
		return TRUE;
	/* The words of a cell go on below, further in than the numbers. */
	if (line->kind == MB_LINE_TEXT && line->x > table->x + 40)
		return table->x > 0;
	if (is_subject_end(table, line))
		return TRUE;
	if (line->kind != MB_LINE_ROW || !line->cells)
		return FALSE;
	for (i = 0; line->cells[i]; i++)
		n_full += *line->cells[i] ? 1 : 0;
	return !(is_numbered(table) && n_full == 2 && i >= 4 &&
	         mb_numbers_read(line->text, &number) &&
	         strchr(number.number, '.'));
}

/* A subject that stands once for several actions. */
static void
carry_subject(const struct mb_table_head *table, GPtrArray *rows,
              struct mb_row *row)
{
	const struct mb_row *last;
	guint i;

	for (i = 0; i < table->n_columns; i++)
		if (table->columns[i] == MB_COLUMN_SUBJECT)
			break;
	if (i == table->n_columns || row->title || !rows->len)
		return;
	last = g_ptr_array_index(rows, rows->len - 1);
	if (last->header == row->header)
		row->title = g_strdup(last->title);
}

/* Add the actions of a table; returns the first line after it. */
static guint
read_table(const struct mb_lines *lines, const struct mb_table_head *table,
           guint end, GPtrArray *rows)
{
	guint i = table->header + 1, next;

	while (i < end && in_table(table, mb_lines_at(lines, i))) {
		const struct mb_line *line = mb_lines_at(lines, i);
		gboolean begun;
		struct mb_row *row;

		if (!line->cells || !begins_action(table, line)) {
			i++;
			continue;
		}
		begun = !is_numbered(table) || has_digit(line->cells[0]);
		for (next = i + 1; next < end; next++) {
			const struct mb_line *other = mb_lines_at(lines, next);

			if (!in_table(table, other))
				break;
			if (!other->cells || !begins_action(table, other) ||
			    is_more(table, mb_lines_at(lines, next - 1), other))
				continue;
			if (begun)
				break;
			begun = has_digit(other->cells[0]);
		}
		row = make_row(lines, table, i, next);
		carry_subject(table, rows, row);
		g_ptr_array_add(rows, row);
		i = next;
	}
	return i;
}

GPtrArray *
mb_tracker_find(const struct mb_lines *lines, const struct mb_looks *looks,
                guint first, guint end)
{
	GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
	struct mb_table_head table;
	guint i = first;

	while (i < end)
		if (mb_tracker_head_read(lines, looks, i, end, &table))
			i = read_table(lines, &table, end, rows);
		else if (mb_tracker_head_flat(lines, i, &table))
			i = mb_tracker_flat_read(lines, &table, end, rows);
		else
			i++;
	mb_tracker_join_split(lines, rows);
	return rows;
}

/* "Feb23.03 | AS to action 20mph limit | AS | ON GOING" */
static gboolean
is_bare_row(const struct mb_line *line)
{
	return line->kind == MB_LINE_ROW && line->cells && line->cells[0] &&
	       line->cells[1] && *line->cells[1] && has_digit(line->cells[0]) &&
	       strlen(line->cells[0]) <= MAX_NUMBER_BYTES;
}

GPtrArray *
mb_tracker_find_bare(const struct mb_lines *lines, guint first, guint end)
{
	GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
	struct mb_table_head table = {
		.columns = { MB_COLUMN_NUMBER, MB_COLUMN_ACTION,
		             MB_COLUMN_OWNER, MB_COLUMN_STATUS },
		.n_columns = 4
	};
	guint i = first + 1;

	while (i < end) {
		if (!is_bare_row(mb_lines_at(lines, i))) {
			i++;
			continue;
		}
		table.header = i - 1;
		table.x = mb_lines_at(lines, i)->x;
		i = read_table(lines, &table, end, rows);
	}
	for (i = first; i < end && !rows->len; i++)
		mb_tracker_list_read(lines, i, end, rows);
	return rows;
}
