#include "config.h"

#include "indexer/decisions.h"

#include <string.h>

#include "indexer/marks.h"
#include "indexer/patterns.h"
#include "indexer/signs.h"

/* A table of decisions has no more rows. */
#define MAX_ROWS 500

char *
mb_decision_number(const struct mb_looks *looks, guint first, guint end)
{
	guint i;

	for (i = first; i < MIN(end, first + 6); i++) {
		g_autofree char *fold = g_strdup(mb_looks_at(looks, i)->fold);

		if (*fold == '(' && g_str_has_suffix(fold, ")")) {
			fold[strlen(fold) - 1] = '\0';
			return mb_signs_item_header(fold + 1);
		}
	}
	return NULL;
}

char *
mb_decision_label(const struct mb_lines *lines, const struct mb_looks *looks,
                  guint i)
{
	static const char *const labels[] = { "decision no",  "decision number",
		                              "decision ref", "decision:",
		                              "reference",    "minute no" };
	const char *text = mb_lines_at(lines, i)->text;
	const char *digit = strpbrk(text, "0123456789");
	guint k;

	if (!digit || mb_looks_at(looks, i)->n_words > 5)
		return NULL;
	for (k = 0; k < G_N_ELEMENTS(labels); k++)
		if (g_str_has_prefix(mb_looks_at(looks, i)->fold, labels[k]))
			break;
	if (k == G_N_ELEMENTS(labels))
		return NULL;
	while (digit > text && g_ascii_isalnum(digit[-1]))
		digit--;
	return g_strndup(digit, strcspn(digit, " |:"));
}

/* The head of the table that row @i stands in; @i when there is none. */
static guint
head_of_table(const struct mb_lines *lines, guint i)
{
	guint least = i > MAX_ROWS ? i - MAX_ROWS : 0;

	while (i > least && mb_lines_at(lines, i - 1)->kind == MB_LINE_ROW)
		i--;
	return i;
}

/* The cell of @row below "Decision" in the table's head; NULL. */
static const char *
cell_below(const struct mb_line *head, const struct mb_line *row)
{
	static GRegex *head_re;
	guint k, n = head->cells ? g_strv_length(head->cells) : 0;

	if (n < 3 || n != g_strv_length(row->cells))
		return NULL;
	for (k = 1; k < n; k++)
		if (mb_regex_in(&head_re,
		                "^\\W*(?:decisions?|resolutions?|outcome)"
		                "(?: (?:taken|made))?\\W*$",
		                head->cells[k]))
			return row->cells[k];
	return NULL;
}

/* "RESOLVED: That …", the last cell behind a number and a subject, where the
 * table's head is no row; NULL. */
static const char *
cell_marked(const struct mb_line *row)
{
	static GRegex *resolved_re;
	guint n = g_strv_length(row->cells);
	const char *number = row->cells[0];

	return n >= 3 && *number && !number[strspn(number, "0123456789.")] &&
	               mb_regex_in(&resolved_re,
	                           "^\\W*(?:resolved|agreed|decided)"
	                           "(?::| that)",
	                           row->cells[n - 1])
	           ? row->cells[n - 1]
	           : NULL;
}

const char *
mb_decision_cell(const struct mb_lines *lines, guint i)
{
	const struct mb_line *row = mb_lines_at(lines, i);
	const struct mb_line *head;
	const char *cell = NULL;

	if (row->kind != MB_LINE_ROW || !row->cells || !row->cells[0])
		return NULL;
	head = mb_lines_at(lines, head_of_table(lines, i));
	if (head != row)
		cell = cell_below(head, row);
	return cell ? cell : cell_marked(row);
}

gboolean
mb_decision_is_told(const struct mb_lines *lines, guint first, guint end)
{
	for (guint i = first; i < end; i++) {
		const char *text = mb_lines_at(lines, i)->text;
		gsize at;

		if (mb_decision_cell(lines, i))
			return TRUE;
		if (mb_mark_may(text) &&
		    mb_mark_read(text, &at) != MB_MARK_NONE)
			return TRUE;
	}
	return FALSE;
}
