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
	static const char *const who[] = {
		"i ", "| ", "! ", "l ", "1 ", "we "
	};
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

void
mb_unlisted_find(const struct mb_lines *lines, const struct mb_looks *looks,
                 guint first, guint end, gboolean motions_only, GArray *entries)
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
		} else if (!motions_only && is_purpose(fold)) {
			e.head = heading_above(lines, looks, i, floor);
			floor = i + 1;
			if (e.head == i)
				continue;
			e.title = e.head;
			g_array_append_val(entries, e);
		} else if (!motions_only && is_known(lines, looks, i)) {
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
