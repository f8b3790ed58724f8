#include "indexer/list-numbers.h"

#include <string.h>

#include "indexer/numeral.h"

/* Office programs let nobody write more before a paragraph; what is longer is
 * made to swell a paper. */
#define MAX_TEXT_BYTES 1024

/* Whether @below begins anew after a paragraph of @level. */
static gboolean
restarts(const struct mb_list_level *below, int level)
{
	return below->restart < 0 || level < below->restart;
}

void
mb_list_step(const struct mb_list_level *levels, struct mb_list_count *count,
             int level, int start)
{
	if (start >= 0)
		count->counts[level] = start;
	else if (!count->begun[level])
		count->counts[level] = levels[level].start;
	else if (count->counts[level] < G_MAXINT)
		count->counts[level]++;
	count->begun[level] = TRUE;
	for (int i = level + 1; i < MB_LIST_LEVELS; i++)
		if (restarts(&levels[i], level))
			count->begun[i] = FALSE;
	for (int i = 0; i < level; i++)
		if (!count->begun[i]) {
			count->counts[i] = levels[i].start;
			count->begun[i] = TRUE;
		}
}

static void
append_count(GString *out, char style, int n)
{
	if (style == '0')
		g_string_append_printf(out, "%02d", n);
	else if (style != 0)
		mb_numeral_append(out, style, n);
}

void
mb_list_label(const struct mb_list_level *levels,
              const struct mb_list_count *count, int level, GString *label)
{
	const struct mb_list_level *look = &levels[level];

	if (look->bullet || look->text == NULL ||
	    strlen(look->text) > MAX_TEXT_BYTES)
		return;
	for (const char *p = look->text; *p != '\0'; p++) {
		int of = *p - 1;

		if (of < 0 || of >= MB_LIST_LEVELS)
			g_string_append_c(label, *p);
		else
			append_count(
			    label,
			    look->plain && of < level ? '1' : levels[of].style,
			    count->counts[of]);
	}
}

void
mb_list_levels_clear(struct mb_list_level *levels)
{
	for (int i = 0; i < MB_LIST_LEVELS; i++)
		g_clear_pointer(&levels[i].text, g_free);
}
