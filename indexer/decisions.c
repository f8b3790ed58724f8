#include "config.h"

#include "indexer/decisions.h"

#include <string.h>

#include "indexer/marks.h"
#include "indexer/signs.h"

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

gboolean
mb_decision_is_told(const struct mb_lines *lines, guint first, guint end)
{
	for (guint i = first; i < end; i++) {
		const char *text = mb_lines_at(lines, i)->text;
		gsize at;

		if (mb_mark_may(text) &&
		    mb_mark_read(text, &at) != MB_MARK_NONE)
			return TRUE;
	}
	return FALSE;
}
