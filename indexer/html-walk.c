#include "indexer/html-walk.h"

#include <string.h>

#include "indexer/clean.h"
#include "indexer/html-table.h"
#include "indexer/html-tree.h"
#include "indexer/numeral.h"

/* Tables within tables beyond this depth are laid out, not data: each level
 * would be looked through for every one above it. */
#define TABLE_DEPTH_MAX 6u

/* Empty cells that one colspan or rowspan may add. */
#define SPAN_MAX 32

/* A first cell of a layout table that is no longer than this is a number to the
 * text beside it: "1." | "Apologies for Absence". */
#define NUMBER_CELL_MAX_BYTES 16u

/* A list that is open. */
struct list {
	gboolean ordered;
	char style; /* '1', 'a', 'A', 'i', 'I' */
	int next;
};

struct walker {
	struct mb_lines *lines;
	GString *text;   /* of the line being gathered */
	GString *prefix; /* number that the next line begins with */
	struct mb_line as;
	guint bold;       /* elements open that print bold */
	guint pre;        /* <pre> open */
	GArray *lists;    /* of struct list, innermost last */
	GArray *tables;   /* of gboolean: is it data? innermost last */
	GPtrArray *cells; /* of GString: of the row we are in, of a data table;
	                   * NULL when in none */
	GArray *below;    /* of int, one a column: rows that a cell above still
	                   * reaches into */
};

/* Where text goes: the cell of a data table, else the line. */
static GString *
target(struct walker *w)
{
	if (w->cells != NULL && w->cells->len > 0)
		return g_ptr_array_index(w->cells, w->cells->len - 1);
	return w->text;
}

static gboolean
is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n\f" MB_BOLD_ON_STR MB_BOLD_OFF_STR)] ==
	       '\0';
}

/* End the line being gathered; in a cell that is only a space. */
static void
end_line(struct walker *w)
{
	struct mb_line *line = NULL;

	if (w->cells != NULL) {
		g_string_append_c(target(w), ' ');
		return;
	}
	if (!is_blank(w->text->str)) {
		if (w->as.heading > 0)
			w->as.kind = MB_LINE_TEXT;
		g_string_prepend_len(w->text, w->prefix->str,
		                     (gssize)w->prefix->len);
		line = mb_lines_add_as(w->lines, w->text->str, w->text->len,
		                       &w->as);
	}
	if (line != NULL) {
		w->as.offset += strlen(line->text) + 1;
		w->as.gap = FALSE;
		w->as.kind = MB_LINE_TEXT;
		g_string_truncate(w->prefix, 0);
	}
	g_string_truncate(w->text, 0);
	if (w->bold > 0)
		g_string_append_c(w->text, MB_BOLD_ON);
}

static void
end_paragraph(struct walker *w)
{
	end_line(w);
	if (w->cells == NULL)
		w->as.gap = TRUE;
}

static void
set_bold(struct walker *w, gboolean open)
{
	if (open && w->bold++ == 0)
		g_string_append_c(target(w), MB_BOLD_ON);
	else if (!open && w->bold > 0 && --w->bold == 0)
		g_string_append_c(target(w), MB_BOLD_OFF);
}

static void
add_text(struct walker *w, const xmlNode *node)
{
	const char *p = (const char *)node->content;

	for (; p != NULL && *p != '\0'; p++) {
		if (w->pre > 0 && *p == '\n')
			end_line(w);
		else if (*p != MB_BOLD_ON && *p != MB_BOLD_OFF)
			g_string_append_c(target(w), *p);
	}
}

/* The number that a browser prints before an entry of an ordered list. */
static void
number_entry(struct walker *w, struct list *list)
{
	int n = list->next++;

	g_string_truncate(w->prefix, 0);
	mb_numeral_append(w->prefix, list->style, n);
	g_string_append(w->prefix, ". ");
}

static void
open_list(struct walker *w, const xmlNode *node)
{
	g_autofree char *type = mb_html_attribute(node, "type");
	struct list list = { .ordered = mb_html_is(node, "ol"),
		             .style = '1',
		             .next = mb_html_int(node, "start", 1) };

	end_line(w);
	if (type != NULL && strlen(type) == 1 && strchr("1aAiI", *type))
		list.style = *type;
	g_array_append_val(w->lists, list);
}

static void
open_entry(struct walker *w, const xmlNode *node)
{
	struct list *list;

	end_line(w);
	w->as.kind = MB_LINE_LIST;
	if (w->cells != NULL || w->lists->len == 0)
		return;
	list = &g_array_index(w->lists, struct list, w->lists->len - 1);
	if (!list->ordered)
		return;
	list->next = mb_html_int(node, "value", list->next);
	number_entry(w, list);
}

static gboolean
in_data_table(const struct walker *w)
{
	return w->tables->len > 0 &&
	       g_array_index(w->tables, gboolean, w->tables->len - 1);
}

static void
open_table(struct walker *w, const xmlNode *node)
{
	gboolean data = w->cells == NULL && w->tables->len < TABLE_DEPTH_MAX &&
	                mb_html_is_data_table(node);

	end_paragraph(w);
	g_array_append_val(w->tables, data);
	if (data)
		g_array_set_size(w->below, 0);
}

static void
free_cell(gpointer data)
{
	g_string_free(data, TRUE);
}

static void
open_row(struct walker *w)
{
	end_line(w);
	if (in_data_table(w) && w->cells == NULL)
		w->cells = g_ptr_array_new_with_free_func(free_cell);
}

/* Empty cells where cells of the rows above reach into this one, so that its
 * own keep their places. */
static void
add_reaching(struct walker *w)
{
	while (w->cells->len < w->below->len) {
		int *rows = &g_array_index(w->below, int, w->cells->len);

		if (*rows == 0)
			break;
		--*rows;
		g_ptr_array_add(w->cells, g_string_new(NULL));
	}
}

static void
close_row(struct walker *w)
{
	g_autoptr(GPtrArray) strings = g_ptr_array_new();
	struct mb_line *line;

	if (w->cells == NULL) {
		end_line(w);
		return;
	}
	add_reaching(w);
	for (guint i = 0; i < w->cells->len; i++)
		g_ptr_array_add(strings, ((GString *)w->cells->pdata[i])->str);
	g_ptr_array_add(strings, NULL);
	line = mb_lines_add_row(w->lines, (const char *const *)strings->pdata,
	                        &w->as);
	if (line != NULL) {
		w->as.offset += strlen(line->text) + 1;
		w->as.gap = FALSE;
	}
	g_clear_pointer(&w->cells, g_ptr_array_unref);
}

/* The cell just opened reaches into so many rows below. */
static void
reach_below(struct walker *w, const xmlNode *node)
{
	guint column = w->cells->len - 1;
	int rows = CLAMP(mb_html_int(node, "rowspan", 1), 1, SPAN_MAX) - 1;

	if (column >= w->below->len && rows > 0)
		g_array_set_size(w->below, column + 1);
	if (column < w->below->len)
		g_array_index(w->below, int, column) = rows;
}

static void
open_cell(struct walker *w, const xmlNode *node)
{
	if (w->cells == NULL) {
		end_line(w);
		return;
	}
	add_reaching(w);
	g_ptr_array_add(w->cells, g_string_new(NULL));
	reach_below(w, node);
	if (w->bold > 0)
		g_string_append_c(target(w), MB_BOLD_ON);
}

/* A cell that spans columns is followed by empty ones, so that those after it
 * keep their places. */
static void
add_spanned(struct walker *w, const xmlNode *node)
{
	int span = mb_html_int(node, "colspan", 1);

	for (int i = MIN(span, SPAN_MAX); i > 1; i--)
		g_ptr_array_add(w->cells, g_string_new(NULL));
}

/* The first cell of a row of a layout table is kept for the line that the next
 * one begins with when it is a number. */
static void
close_cell(struct walker *w, const xmlNode *node)
{
	const char *text = w->text->str;

	if (w->cells != NULL) {
		add_spanned(w, node);
		return;
	}
	if (w->tables->len > 0 && !is_blank(text) &&
	    w->text->len <= NUMBER_CELL_MAX_BYTES &&
	    strpbrk(text, "0123456789") != NULL) {
		g_string_assign(w->prefix, text);
		g_string_append_c(w->prefix, ' ');
		g_string_truncate(w->text, 0);
		return;
	}
	end_line(w);
}

/* A number that no text came to, at the end of its row. */
static void
end_prefix(struct walker *w)
{
	if (w->prefix->len > 0 && w->lists->len == 0) {
		g_string_prepend(w->text, w->prefix->str);
		g_string_truncate(w->prefix, 0);
		end_line(w);
	}
}

/* 1 to 6 for headings.  ModernGov's titles are paragraphs of a class. */
static guint
heading_level(const xmlNode *node)
{
	const char *name = (const char *)node->name;

	if ((name[0] == 'h' || name[0] == 'H') && name[1] >= '1' &&
	    name[1] <= '6' && name[2] == '\0')
		return (guint)(name[1] - '0');
	if (!mb_html_is(node, "p"))
		return 0;
	if (mb_html_has_word(node, "class", "mgAiTitleTxt"))
		return 3;
	if (mb_html_has_word(node, "class", "mgSubItemTitleTxt"))
		return 4;
	return 0;
}

static gboolean
is_one_of(const xmlNode *node, const char *const *names)
{
	for (; *names != NULL; names++)
		if (mb_html_is(node, *names))
			return TRUE;
	return FALSE;
}

static const char *const paragraphs[] = { "p",   "h1", "h2",      "h3",
	                                  "h4",  "h5", "h6",      "blockquote",
	                                  "pre", "dl", "caption", NULL };
static const char *const blocks[] = {
	"div",     "section", "article", "main",       "header",
	"dt",      "dd",      "address", "fieldset",   "form",
	"center",  "body",    "figure",  "figcaption", "legend",
	"details", "summary", "time",    NULL
};

/* A number cell's own paragraph ends with the cell: "<td><p>1.</p></td>". */
static gboolean
is_cell_child(const struct walker *w, const xmlNode *node)
{
	return w->tables->len > 0 && w->cells == NULL && node->next == NULL &&
	       node->prev == NULL && node->parent != NULL &&
	       mb_html_is(node->parent, "td");
}

static void
enter(struct walker *w, const xmlNode *node)
{
	if (is_one_of(node, paragraphs)) {
		end_paragraph(w);
		w->as.heading = heading_level(node);
		w->pre += mb_html_is(node, "pre") ? 1 : 0;
	} else if (is_one_of(node, blocks) || mb_html_is(node, "br")) {
		end_line(w);
	} else if (mb_html_is(node, "b") || mb_html_is(node, "strong") ||
	           mb_html_is(node, "th")) {
		if (mb_html_is(node, "th"))
			open_cell(w, node);
		set_bold(w, TRUE);
	} else if (mb_html_is(node, "ul") || mb_html_is(node, "ol")) {
		open_list(w, node);
	} else if (mb_html_is(node, "li")) {
		open_entry(w, node);
	} else if (mb_html_is(node, "table")) {
		open_table(w, node);
	} else if (mb_html_is(node, "tr")) {
		open_row(w);
	} else if (mb_html_is(node, "td")) {
		open_cell(w, node);
	} else if (mb_html_is(node, "hr")) {
		end_paragraph(w);
		mb_lines_add_rule(w->lines, w->as.offset);
	}
}

static void
leave_list(struct walker *w)
{
	end_line(w);
	if (w->lists->len > 0)
		g_array_set_size(w->lists, w->lists->len - 1);
	g_string_truncate(w->prefix, 0);
}

static void
leave_table(struct walker *w)
{
	end_paragraph(w);
	if (w->tables->len > 0)
		g_array_set_size(w->tables, w->tables->len - 1);
}

static void
leave_paragraph(struct walker *w, const xmlNode *node)
{
	if (mb_html_is(node, "pre") && w->pre > 0)
		w->pre--;
	if (!is_cell_child(w, node))
		end_paragraph(w);
	w->as.heading = 0;
}

static void
leave(struct walker *w, const xmlNode *node)
{
	if (is_one_of(node, paragraphs)) {
		leave_paragraph(w, node);
	} else if (is_one_of(node, blocks)) {
		end_line(w);
	} else if (mb_html_is(node, "b") || mb_html_is(node, "strong")) {
		set_bold(w, FALSE);
	} else if (mb_html_is(node, "th")) {
		set_bold(w, FALSE);
		close_cell(w, node);
	} else if (mb_html_is(node, "ul") || mb_html_is(node, "ol")) {
		leave_list(w);
	} else if (mb_html_is(node, "li")) {
		end_line(w);
		w->as.kind = MB_LINE_TEXT;
	} else if (mb_html_is(node, "table")) {
		leave_table(w);
	} else if (mb_html_is(node, "tr")) {
		close_row(w);
		end_prefix(w);
	} else if (mb_html_is(node, "td")) {
		close_cell(w, node);
	}
}

/* From @node to the next in document order, leaving what ends on the way; the
 * parser's own limit bounds the depth, and nothing here recurses. */
static const xmlNode *
advance(struct walker *w, const xmlNode *node, const xmlNode *root,
        gboolean skip)
{
	if (!skip && node->type == XML_ELEMENT_NODE && node->children != NULL)
		return node->children;
	for (;;) {
		if (!skip && node->type == XML_ELEMENT_NODE)
			leave(w, node);
		skip = FALSE;
		if (node == root)
			return NULL;
		if (node->next != NULL)
			return node->next;
		node = node->parent;
	}
}

static void
walk(struct walker *w, const xmlNode *root)
{
	for (const xmlNode *node = root; node != NULL;) {
		gboolean skip = FALSE;

		if (node->type == XML_TEXT_NODE ||
		    node->type == XML_CDATA_SECTION_NODE)
			add_text(w, node);
		else if (node->type != XML_ELEMENT_NODE)
			skip = TRUE;
		else if (node != root && (mb_html_is_skipped(node)))
			skip = TRUE;
		else
			enter(w, node);
		node = advance(w, node, root, skip);
	}
}

void
mb_html_walk(const xmlNode *root, struct mb_lines *lines, gboolean gap)
{
	struct walker w = { .lines = lines, .as.gap = gap };

	w.text = g_string_new(NULL);
	w.prefix = g_string_new(NULL);
	w.lists = g_array_new(FALSE, FALSE, sizeof(struct list));
	w.tables = g_array_new(FALSE, FALSE, sizeof(gboolean));
	w.below = g_array_new(FALSE, TRUE, sizeof(int));
	walk(&w, root);
	end_line(&w);
	g_string_free(w.text, TRUE);
	g_string_free(w.prefix, TRUE);
	g_array_unref(w.lists);
	g_array_unref(w.tables);
	g_array_unref(w.below);
	g_clear_pointer(&w.cells, g_ptr_array_unref);
}
