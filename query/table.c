#include "query/table.h"

#include <string.h>

#include "query/csv.h"
#include "query/html.h"
#include "query/plain.h"

/* Between two columns. */
#define N_SPACES 2

/* A longer cell pushes the rest of its line aside rather than that of all. */
#define MAX_WIDTH 40

struct mb_table {
	const struct mb_column *columns;
	GPtrArray *rows; /* of json_t: objects, and titles as strings */
	gboolean has_titles;
};

static void
row_free(gpointer row)
{
	json_decref(row);
}

struct mb_table *
mb_table_new(const struct mb_column *columns)
{
	struct mb_table *table = g_new0(struct mb_table, 1);

	table->columns = columns;
	table->rows = g_ptr_array_new_with_free_func(row_free);
	return table;
}

void
mb_table_free(struct mb_table *table)
{
	if (table == NULL)
		return;
	g_ptr_array_unref(table->rows);
	g_free(table);
}

void
mb_table_add(struct mb_table *table, json_t *row)
{
	g_ptr_array_add(table->rows, row);
}

void
mb_table_add_title(struct mb_table *table, const char *text)
{
	table->has_titles = TRUE;
	g_ptr_array_add(table->rows, json_string(text));
}

guint
mb_table_n_rows(const struct mb_table *table)
{
	return table->rows->len;
}

static gboolean
is_nothing(const json_t *value)
{
	return value == NULL || json_is_null(value) || json_is_false(value) ||
	       (json_is_integer(value) && json_integer_value(value) == 0) ||
	       (json_is_string(value) && json_string_length(value) == 0);
}

static void
append_one(GString *out, const json_t *value)
{
	if (json_is_string(value))
		g_string_append(out, json_string_value(value));
	else if (json_is_integer(value))
		g_string_append_printf(out, "%" JSON_INTEGER_FORMAT,
		                       json_integer_value(value));
	else if (json_is_true(value))
		g_string_append(out, "yes");
}

static void
append_object(GString *out, json_t *object)
{
	const char *key;
	json_t *value;
	guint n = 0;

	json_object_foreach(object, key, value)
	{
		if (is_nothing(value))
			continue;
		g_string_append(out, n == 0 ? "" : n == 1 ? " (" : ", ");
		if (n > 0)
			g_string_append_printf(out, "%s ", key);
		append_one(out, value);
		n++;
	}
	if (n > 1)
		g_string_append_c(out, ')');
}

/* The cell as text; "" for what the row does not have.  Transfer full. */
static char *
cell_text(const json_t *row, const char *key)
{
	json_t *value = json_object_get(row, key);
	g_autoptr(GString) out = g_string_new(NULL);

	if (json_is_object(value))
		append_object(out, value);
	else if (!json_is_array(value))
		append_one(out, value);
	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *entry = json_array_get(value, i);

		g_string_append(out, i == 0 ? "" : "; ");
		if (json_is_object(entry))
			append_object(out, entry);
		else
			append_one(out, entry);
	}
	return mb_plain_line(out->str);
}

static guint
column_width(const struct mb_table *table, const struct mb_column *column)
{
	guint width = mb_plain_width(column->heading, -1);

	for (guint i = 0; i < table->rows->len; i++) {
		g_autofree char *text =
		    cell_text(g_ptr_array_index(table->rows, i), column->key);

		width = MAX(width, mb_plain_width(text, -1));
	}
	return MIN(width, MAX_WIDTH);
}

/* Counts stand to the right, under one another. */
static gboolean
is_count(const struct mb_table *table, const struct mb_column *column)
{
	for (guint i = 0; i < table->rows->len; i++) {
		const json_t *row = g_ptr_array_index(table->rows, i);

		if (json_is_object(row))
			return json_is_integer(
			    json_object_get(row, column->key));
	}
	return FALSE;
}

/* @text, padded by the column before it: no line ends in spaces. */
static void
append_cell(GString *out, const char *text, guint width, gboolean right,
            guint *n_owed)
{
	guint n_missing = width - MIN(width, mb_plain_width(text, -1));

	if (right)
		*n_owed += n_missing;
	if (*text != '\0')
		for (; *n_owed > 0; (*n_owed)--)
			g_string_append_c(out, ' ');
	g_string_append(out, text);
	*n_owed += *text != '\0' ? 0 : width - n_missing;
	*n_owed += (right ? 0 : n_missing) + N_SPACES;
}

/* The headings for @row NULL. */
static void
append_line(const struct mb_table *table, const json_t *row,
            const guint *widths, GString *out)
{
	guint n_owed = table->has_titles ? N_SPACES : 0;

	if (json_is_string(row)) {
		g_autofree char *title = mb_plain_line(json_string_value(row));

		g_string_append_printf(out, "%s\n", title);
		return;
	}
	for (guint i = 0; table->columns[i].key != NULL; i++) {
		const struct mb_column *column = &table->columns[i];
		g_autofree char *text = NULL;

		if (column->heading == NULL)
			continue;
		text = row == NULL ? g_strdup(column->heading)
		                   : cell_text(row, column->key);
		append_cell(out, text, widths[i], is_count(table, column),
		            &n_owed);
	}
	g_string_append_c(out, '\n');
}

static guint
n_columns(const struct mb_table *table)
{
	guint n = 0;

	while (table->columns[n].key != NULL)
		n++;
	return n;
}

void
mb_table_text(const struct mb_table *table, GString *out)
{
	g_autofree guint *widths = g_new0(guint, n_columns(table));

	if (table->rows->len == 0)
		return;
	for (guint i = 0; table->columns[i].key != NULL; i++)
		if (table->columns[i].heading != NULL)
			widths[i] = column_width(table, &table->columns[i]);
	append_line(table, NULL, widths, out);
	for (guint i = 0; i < table->rows->len; i++)
		append_line(table, g_ptr_array_index(table->rows, i), widths,
		            out);
}

void
mb_table_csv(const struct mb_table *table, GString *out)
{
	for (guint i = 0; table->columns[i].key != NULL; i++)
		g_string_append_printf(out, "%s%s", i == 0 ? "" : ",",
		                       table->columns[i].key);
	g_string_append(out, "\r\n");
	for (guint r = 0; r < table->rows->len; r++) {
		const json_t *row = g_ptr_array_index(table->rows, r);

		for (guint i = 0; table->columns[i].key != NULL; i++) {
			g_autofree char *text =
			    cell_text(row, table->columns[i].key);

			mb_csv_add(out, text);
		}
		g_string_append(out, "\r\n");
	}
}

void
mb_table_jsonl(const struct mb_table *table, GString *out)
{
	for (guint i = 0; i < table->rows->len; i++) {
		const json_t *row = g_ptr_array_index(table->rows, i);
		char *text;

		if (!json_is_object(row))
			continue;
		text = json_dumps(row, JSON_COMPACT);
		if (text == NULL)
			g_error("table: no memory");
		g_string_append_printf(out, "{\"format\":%d,%s\n",
		                       MB_ROW_FORMAT, text + 1);
		free(text);
	}
}

/* @row NULL: the headings. */
static void
append_html_row(const struct mb_table *table, const json_t *row, GString *out)
{
	mb_html(out, "<tr>");
	for (guint i = 0; table->columns[i].key != NULL; i++) {
		const struct mb_column *column = &table->columns[i];
		const char *class =
		    is_count(table, column) ? " class=\"count\"" : "";

		if (column->heading == NULL)
			continue;
		g_string_append_printf(
		    out, row == NULL ? "<th scope=\"col\"%s>" : "<td%s>",
		    class);
		if (row == NULL) {
			mb_html(out, "%s</th>", column->heading);
		} else {
			g_autofree char *text = cell_text(row, column->key);

			mb_html(out, "%s</td>", text);
		}
	}
	mb_html(out, "</tr>\n");
}

void
mb_table_html(const struct mb_table *table, GString *out)
{
	mb_html(out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
	             "aria-label=\"Table\">\n<table>\n<thead>\n");
	append_html_row(table, NULL, out);
	mb_html(out, "</thead>\n<tbody>\n");
	for (guint i = 0; i < table->rows->len; i++) {
		const json_t *row = g_ptr_array_index(table->rows, i);

		if (json_is_object(row))
			append_html_row(table, row, out);
		else
			mb_html(out,
			        "<tr><th colspan=\"%u\" scope=\"rowgroup\">"
			        "%s</th></tr>\n",
			        n_columns(table), json_string_value(row));
	}
	mb_html(out, "</tbody>\n</table>\n</div>\n");
}

void
mb_table_ids(const struct mb_table *table, char end, GString *out)
{
	const char *last = NULL;

	for (guint i = 0; i < table->rows->len; i++) {
		const json_t *row = g_ptr_array_index(table->rows, i);
		const char *id = json_string_value(json_object_get(row, "id"));

		if (id != NULL && g_strcmp0(id, last) != 0)
			g_string_append_printf(out, "%s%c", id, end);
		last = id;
	}
}
