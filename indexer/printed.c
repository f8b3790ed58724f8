#include "config.h"

#include "indexer/printed.h"

#include <string.h>

#include "indexer/numbers.h"

/* "2929Apologies for absence": a number whose stop and space are lost; bytes
 * of it, 0 when @text begins with none. */
static gsize
read_glued(const char *text, struct mb_heading *found)
{
	gsize n = strspn(text, "0123456789");

	if (!n || n > 4 || !g_ascii_isupper(text[n]) ||
	    !g_ascii_islower(text[n + 1]))
		return 0;
	memset(found, 0, sizeof(*found));
	g_strlcpy(found->number, text, n + 1);
	found->value = (guint)g_ascii_strtoull(found->number, NULL, 10);
	return n;
}

guint
mb_printed_number(const struct mb_chain *c, const struct mb_heading *h, guint i,
                  struct mb_entry *e)
{
	const struct mb_line *line = mb_lines_at(c->lines, i);
	struct mb_heading found;
	gsize n;

	/* Above the first line of all there is no other. */
	if (line->furniture ||
	    (line->kind != MB_LINE_TEXT && line->kind != MB_LINE_LIST) ||
	    (!line->gap && h->line && mb_lines_at(c->lines, h->line)->gap) ||
	    ABS(line->x - h->x) > 12)
		return 0;
	n = mb_numbers_read(line->text, &found);
	n = n ? n : read_glued(line->text, &found);
	if (!n || !mb_chain_is_plain(&found) || !g_ascii_isupper(line->text[n]))
		return 0;
	*e = (struct mb_entry){ .head = i, .title = i, .title_at = n };
	memcpy(e->number, found.number, sizeof(e->number));
	return (guint)found.value;
}

gboolean
mb_printed_add(struct mb_chain *c, const struct mb_heading *h,
               const struct mb_heading *next)
{
	guint before = c->entries->len, value = (guint)h->value;
	guint i = mb_chain_body(c, mb_chain_last(c), next->line);

	if (!mb_chain_is_plain(h) || h->own_line)
		return FALSE;
	for (; i < next->line; i++) {
		struct mb_entry e;
		guint number = mb_printed_number(c, h, i, &e);

		if (!number)
			continue;
		if (number <= value || number >= next->value) {
			g_array_set_size(c->entries, before);
			return FALSE;
		}
		value = number;
		g_array_append_val(c->entries, e);
	}
	return c->entries->len > before;
}
