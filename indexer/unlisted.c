#include "config.h"

#include "indexer/unlisted.h"

#include <string.h>

#include "indexer/phrases.h"

/* So many lines above "To consider …" may be its heading. */
#define MAX_ABOVE 4

#define MAX_TITLE_WORDS 16

gboolean
mb_unlisted_is_motion(const char *fold)
{
	static const char *const who[] = { "i ", "| ",  "! ", "l ",
		                           "1 ", "we ", "i" };
	static const char *const what[] = { "ask", "move", "propose", "call",
		                            "request" };
	guint i, k;

	while (*fold == '"' || *fold == '\'')
		fold++;
	for (i = 0; i < G_N_ELEMENTS(who); i++) {
		const char *rest = fold + strlen(who[i]);

		if (!g_str_has_prefix(fold, who[i]) ||
		    !g_str_has_prefix(rest, "will "))
			continue;
		for (k = 0; k < G_N_ELEMENTS(what); k++)
			if (g_str_has_prefix(rest + 5, what[k]))
				return TRUE;
	}
	return FALSE;
}

gboolean
mb_unlisted_is_label(const char *fold)
{
	return (g_str_has_prefix(fold, "question") ||
	        g_str_has_prefix(fold, "notice of motion") ||
	        g_str_has_prefix(fold, "notices of motion") ||
	        g_str_has_prefix(fold, "motion")) &&
	       !mb_phrases_sentence(fold, 3);
}

/* "To receive deputation from …", "(a) To note proposal …": what an entry is
 * for, below its heading. */
static gboolean
is_purpose(const char *fold)
{
	if (*fold == '(' && fold[1] && fold[2] == ')')
		fold += 3 + strspn(fold + 3, " ");
	return g_str_has_prefix(fold, "to ") &&
	       mb_phrases_begin(MB_PHRASES_ITEM, fold) > 0;
}

/* A line that may be heading, or a part of one. */
static gboolean
is_title_line(const struct mb_lines *lines, const struct mb_looks *looks,
              guint i)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *look = mb_looks_at(looks, i);

	return line->kind == MB_LINE_TEXT && !line->furniture &&
	       look->n_words <= MAX_TITLE_WORDS && !look->sentence &&
	       *look->fold != '(' && !strpbrk(look->fold, "@|") &&
	       strlen(look->fold) >= 4 && !mb_unlisted_is_label(look->fold) &&
	       !mb_unlisted_is_motion(look->fold) && !is_purpose(look->fold) &&
	       !mb_phrases_is(MB_PHRASES_CLOSING, look->fold) &&
	       !mb_phrases_sentence(look->fold, MAX_TITLE_WORDS);
}

/* The first line of the heading above line @i; @i when there is none. */
static guint
heading_above(const struct mb_lines *lines, const struct mb_looks *looks,
              guint i, guint floor)
{
	guint head = i;

	while (head > floor && i - head < MAX_ABOVE &&
	       is_title_line(lines, looks, head - 1))
		head--;
	/* "existing plan": the rest of a line that is no heading. */
	while (head < i && !mb_looks_at(looks, head)->upper)
		head++;
	return head;
}

/* "Correspondence", "A.O.B.": alone on its line, not above other words. */
static gboolean
is_known(const struct mb_lines *lines, const struct mb_looks *looks, guint i)
{
	const struct mb_look *look = mb_looks_at(looks, i);
	const struct mb_line *line = mb_lines_at(lines, i);

	return line->kind == MB_LINE_TEXT && !line->furniture && look->upper &&
	       look->n_words <= 6 && !mb_unlisted_is_label(look->fold) &&
	       (mb_phrases_is(MB_PHRASES_ITEM, look->fold) ||
	        g_str_has_prefix(look->fold, "any other ")) &&
	       !g_str_has_prefix(look->fold, "to ");
}

static void
find_unlisted(const struct mb_lines *lines, const struct mb_looks *looks,
              guint first, guint end, GArray *entries)
{
	guint i, floor = first;

	for (i = first; i < end; i++) {
		const char *fold = mb_looks_at(looks, i)->fold;
		struct mb_entry e = { .head = i, .title = i };

		if (mb_lines_at(lines, i)->furniture)
			continue;
		if (mb_unlisted_is_motion(fold)) {
			g_array_append_val(entries, e);
			floor = i + 1;
		} else if (is_purpose(fold)) {
			e.head = heading_above(lines, looks, i, floor);
			floor = i + 1;
			if (e.head == i)
				continue;
			e.title = e.head;
			g_array_append_val(entries, e);
		} else if (is_known(lines, looks, i)) {
			guint next = mb_looks_next(lines, i + 1, end);

			/* Its purpose below finds it. */
			if (next < end &&
			    is_purpose(mb_looks_at(looks, next)->fold))
				continue;
			g_array_append_val(entries, e);
			floor = i + 1;
		}
	}
}

/* One of a column of numbers that text extraction parted from their titles:
 * "10.", "11." and "12." on lines of their own, one below the other. */
gboolean
mb_unlisted_in_column(const struct mb_chain *c, guint k)
{
	guint at = g_array_index(c->chosen, guint, k);
	const struct mb_heading *h = mb_chain_heading(c->headings, at), *near;

	if (c->minutes || !h->own_line)
		return FALSE;
	near = at ? mb_chain_heading(c->headings, at - 1) : h;
	if (near->own_line && near->line + 1 == h->line)
		return TRUE;
	near = at + 1 < c->headings->len ? mb_chain_heading(c->headings, at + 1)
	                                 : h;
	return near->own_line && near->line == h->line + 1;
}

/* Give the entries from @before on the numbers that follow @h.  @column is the
 * last number of a column between them, 0 when there is none; @next the number
 * of the heading below, 0 when there is none: one of them must agree. */
static void
number_unlisted(struct mb_chain *c, const struct mb_heading *h, guint before,
                guint column, guint next)
{
	guint n = c->entries->len - before, i, k;

	if (!mb_chain_is_plain(h) || (next ? h->value + n + 1 != next
	                                   : !column || h->value + n < column ||
	                                         h->value + n > column + 1))
		return;
	for (i = 0; i < n; i++) {
		struct mb_entry *e =
		    &g_array_index(c->entries, struct mb_entry, before + i);

		e->inferred = TRUE;
		for (k = 0; k < c->chosen->len; k++)
			if (mb_chain_chosen(c, k)->value == h->value + 1 + i)
				e->inferred = FALSE;
		g_snprintf(e->number, sizeof(e->number), "%u",
		           h->value + 1 + i);
	}
}

/* Entries of an agenda between heading @k and the next that is not in a column
 * of numbers, @next, whose numbers are missing; those of the last pages may
 * all be. */
void
mb_unlisted_add(struct mb_chain *c, guint k, guint next)
{
	const struct mb_heading *h = mb_chain_chosen(c, k);
	guint before = c->entries->len, value = 0, column = 0, first, end;
	const struct mb_entry *last;

	last = &g_array_index(c->entries, struct mb_entry, before - 1);
	first = mb_chain_body(c, last, c->end);
	end = c->end;
	if (next < c->chosen->len) {
		value = mb_chain_chosen(c, next)->value;
		end = mb_chain_chosen(c, next)->line;
		if (value <= h->value + 1 ||
		    h->prefix != mb_chain_chosen(c, next)->prefix)
			return;
	} else if (next == k + 1) {
		first = mb_looks_page_end(c->lines, first, c->end);
	}
	if (next > k + 1)
		column = mb_chain_chosen(c, next - 1)->value;
	find_unlisted(c->lines, c->looks, first, end, c->entries);
	number_unlisted(c, h, before, column, value);
}

void
mb_unlisted_all(const struct mb_lines *lines, const struct mb_looks *looks,
                guint first, guint end, GArray *entries)
{
	g_autoptr(GArray) found =
	    g_array_new(FALSE, TRUE, sizeof(struct mb_entry));

	find_unlisted(lines, looks, first, end, found);
	if (found->len < 3 || found->len <= entries->len * 2)
		return;
	g_array_set_size(entries, 0);
	g_array_append_vals(entries, found->data, found->len);
}
