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

const char *
mb_decision_cell(const struct mb_lines *lines, guint i)
{
	static GRegex *head_re;
	const struct mb_line *row = mb_lines_at(lines, i);
	const struct mb_line *head;
	guint k, n;

	if (row->kind != MB_LINE_ROW || !row->cells)
		return NULL;
	head = mb_lines_at(lines, head_of_table(lines, i));
	if (head == row || !head->cells)
		return NULL;
	n = g_strv_length(head->cells);
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
