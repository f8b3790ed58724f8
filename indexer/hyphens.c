#include <string.h>

#include "indexer/clean.h"
#include "indexer/lines.h"

/* Words parted at the end of a line.  A soft hyphen is there for nothing else;
 * a plain one may be the word's own ("mental ill-", "health"), so it goes only
 * when the paper has the word without it, and not with it, somewhere else. */

/* Bytes of letters at the start of @text. */
static gsize
letters(const char *text)
{
	const char *p = text;

	while (*p != '\0' && g_unichar_isalpha(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return (gsize)(p - text);
}

/* Where the letters that @text ends with, before a hyphen of @n_hyphen bytes,
 * begin. */
static const char *
last_letters(const char *text, gsize n_hyphen)
{
	const char *p = text + strlen(text) - n_hyphen;

	while (p > text) {
		const char *before = g_utf8_prev_char(p);

		if (!g_unichar_isalpha(g_utf8_get_char(before)))
			break;
		p = before;
	}
	return p;
}

/* The hyphen that @line ends with, in bytes; 0 for none. */
static gsize
hyphen_length(const struct mb_line *line)
{
	if (g_str_has_suffix(line->text, MB_SOFT_HYPHEN))
		return strlen(MB_SOFT_HYPHEN);
	return g_str_has_suffix(line->text, "-") ? 1 : 0;
}

/* Whether @next may go on with a word of @line. */
static gboolean
goes_on(const struct mb_line *line, const struct mb_line *next)
{
	gsize n = letters(next->text);

	return line->cells == NULL && next->cells == NULL && !next->gap &&
	       !line->furniture && !next->furniture &&
	       next->kind == MB_LINE_TEXT && n > 0 && next->text[n] != '\0' &&
	       g_unichar_islower(g_utf8_get_char(next->text));
}

/* Add the words of @text, with their inner hyphens, in lower case. */
static void
add_words(GHashTable *words, const char *text)
{
	g_autofree char *lower = g_utf8_strdown(text, -1);

	for (char *p = lower; *p != '\0';) {
		gsize n = letters(p);

		while (n > 0 && p[n] == '-' && letters(p + n + 1) > 0)
			n += 1 + letters(p + n + 1);
		if (n > 0)
			g_hash_table_add(words, g_strndup(p, n));
		p += n;
		if (*p != '\0')
			p = g_utf8_next_char(p);
	}
}

static GHashTable *
all_words(const struct mb_lines *lines)
{
	GHashTable *words =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < lines->lines->len; i++)
		add_words(words, mb_lines_at(lines, i)->text);
	return words;
}

/* Whether the paper has the word without its hyphen, and not with it. */
static gboolean
is_parted_word(GHashTable *words, const struct mb_line *line,
               const struct mb_line *next)
{
	const char *first = last_letters(line->text, 1);
	g_autofree char *head =
	    g_utf8_strdown(first, (gssize)strlen(first) - 1);
	g_autofree char *tail =
	    g_utf8_strdown(next->text, (gssize)letters(next->text));
	g_autofree char *joined = g_strconcat(head, tail, NULL);
	g_autofree char *hyphened = g_strconcat(head, "-", tail, NULL);

	return *head != '\0' && g_hash_table_contains(words, joined) &&
	       !g_hash_table_contains(words, hyphened);
}

/* Move the rest of the word, and what stands close behind it, up to @line. */
static void
join(struct mb_line *line, struct mb_line *next, gsize n_hyphen)
{
	gsize n = strcspn(next->text, " ");
	gsize keep = strlen(line->text) - n_hyphen;
	gsize cut = n + (next->text[n] == ' ' ? 1 : 0);
	char *joined = g_strdup_printf("%.*s%.*s", (int)keep, line->text,
	                               (int)n, next->text);

	if (line->bold_end > keep)
		line->bold_end = next->bold_start == 0 && next->bold_end > 0
		                     ? strlen(joined)
		                     : keep;
	g_free(line->text);
	line->text = joined;
	memmove(next->text, next->text + cut, strlen(next->text + cut) + 1);
	next->bold_start -= MIN(next->bold_start, cut);
	next->bold_end -= MIN(next->bold_end, cut);
	next->offset += cut;
}

/* What is left of a soft hyphen that nothing followed goes. */
static void
drop_soft(struct mb_line *line)
{
	gsize n = strlen(line->text) - strlen(MB_SOFT_HYPHEN);

	line->text[n] = '\0';
	line->bold_end = MIN(line->bold_end, n);
}

void
mb_lines_join_hyphens(struct mb_lines *lines)
{
	g_autoptr(GHashTable) words = NULL;

	for (guint i = 0; i < lines->lines->len; i++) {
		struct mb_line *line = mb_lines_at(lines, i);
		struct mb_line *next = i + 1 < lines->lines->len
		                           ? mb_lines_at(lines, i + 1)
		                           : NULL;
		gsize n = hyphen_length(line);
		gboolean soft = n == strlen(MB_SOFT_HYPHEN);

		if (n == 0)
			continue;
		if (next != NULL && goes_on(line, next) &&
		    strchr(next->text, ' ') != NULL) {
			if (!soft && words == NULL)
				words = all_words(lines);
			if (soft || is_parted_word(words, line, next)) {
				join(line, next, n);
				continue;
			}
		}
		if (soft)
			drop_soft(line);
	}
}
