#include "config.h"

#include "indexer/printed.h"

#include <string.h>

#include "indexer/numbers.h"
#include "indexer/phrases.h"

/* How far above item 2 item 1 may begin. */
#define MAX_FIRST 12
/* The same for business that is known, whose text may be long. */
#define MAX_ABOVE 40

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

/* The number that line @i begins with, above a title or beside it, as the
 * numbers of chosen heading @h are printed; 0.  @e is its entry. */
static guint
printed_number(const struct mb_chain *c, const struct mb_heading *h, guint i,
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
		guint number = printed_number(c, h, i, &e);

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

/* Bytes of what a scanner makes of "1." before a title: "i. To elect a
 * Cathaoirleach", ". Minutes"; 0 when there is nothing of it. */
static gsize
misread_one(const char *text)
{
	gsize n = strspn(text, "ilI|!");

	if (n > 1)
		return 0;
	if (!text[n] || !strchr(".:", text[n]) || text[n + 1] != ' ')
		return 0;
	return g_ascii_isupper(text[n + 2]) ? n + 2 : 0;
}

/* Whether business that is called so everywhere stands @at bytes into line @i.
 */
static gboolean
is_known(const struct mb_chain *c, guint i, gsize at)
{
	g_autofree char *fold =
	    mb_looks_fold(mb_lines_at(c->lines, i)->text + at);

	return mb_phrases_begin(MB_PHRASES_ITEM, fold) > 0;
}

/* "L To elect a Chairperson", "ad. Minutes", "Minutes" right below "AGENDA":
 * the entry above number 2, whatever a scanner made of its number. */
static gboolean
add_below_agenda(struct mb_chain *c, const struct mb_heading *next)
{
	struct mb_entry e = { .number = "1", .inferred = TRUE };
	guint i = next->line, floor = i > MAX_FIRST ? i - MAX_FIRST : 0;
	const char *text;
	gsize n;

	while (i > floor &&
	       strcmp(mb_looks_at(c->looks, i - 1)->fold, "agenda"))
		i--;
	if (c->minutes || i <= floor || i >= next->line)
		return FALSE;
	text = mb_lines_at(c->lines, i)->text;
	n = strcspn(text, " ");
	if (n <= 3 && text[n] == ' ' && g_ascii_isupper(text[n + 1]) &&
	    g_ascii_strncasecmp(text, "to ", 3))
		e.title_at = n + 1;
	if (!g_ascii_isupper(text[e.title_at]))
		return FALSE;
	e.head = e.title = i;
	g_array_append_val(c->entries, e);
	return TRUE;
}

void
mb_printed_first(struct mb_chain *c, const struct mb_heading *next)
{
	struct mb_entry e = { .number = "1", .inferred = TRUE };

	if (add_below_agenda(c, next))
		return;
	for (guint i = next->line; i > 0 && i + MAX_ABOVE > next->line; i--) {
		gboolean near = i + MAX_FIRST > next->line;
		struct mb_entry printed;

		/* "1. The Convenor welcomed everyone" */
		if (near && !next->own_line &&
		    printed_number(c, next, i - 1, &printed) == 1) {
			g_array_append_val(c->entries, printed);
			return;
		}
		e.title_at = misread_one(mb_lines_at(c->lines, i - 1)->text);
		if (!e.title_at || (!near && !is_known(c, i - 1, e.title_at)))
			continue;
		e.head = e.title = i - 1;
		g_array_append_val(c->entries, e);
		return;
	}
}
