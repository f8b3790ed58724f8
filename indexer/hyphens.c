#include <string.h>

#include "indexer/clean.h"
#include "indexer/lines.h"

/* Words parted at the end of a line.  A soft hyphen is there for nothing else;
 * a plain one may be the word's own ("mental ill-", "health"), so it goes only
 * when the paper has the word without it, and not with it, somewhere else.  A
 * paper that parts so many words is one that was set with parted words: there
 * the others that are not known with their hyphen go too. */

/* So many parted words, known whole, and twice as many as are known with their
 * hyphen, show that the paper parts words. */
#define PARTING_WORDS 3u

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

/* What the paper tells of a word with a hyphen at a line's end. */
enum told {
	TOLD_NOTHING,
	TOLD_WHOLE,  /* it has the word without the hyphen, and not with it */
	TOLD_HYPHEN, /* it has it with the hyphen, or that is what heads of its
	              * kind have: "co-operation" */
};

static gboolean
keeps_hyphen(const char *head)
{
	static const char *const heads[] = {
		"all",  "anti", "co",   "cross", "ex",   "full", "half",
		"high", "ill",  "in",   "inter", "long", "low",  "multi",
		"non",  "on",   "part", "post",  "pre",  "re",   "self",
		"semi", "sub",  "well", NULL
	};

	return strlen(head) < 2 || g_strv_contains(heads, head);
}

static enum told
tell(GHashTable *words, const struct mb_line *line, const struct mb_line *next)
{
	const char *first = last_letters(line->text, 1);
	g_autofree char *head =
	    g_utf8_strdown(first, (gssize)strlen(first) - 1);
	g_autofree char *tail =
	    g_utf8_strdown(next->text, (gssize)letters(next->text));
	g_autofree char *joined = g_strconcat(head, tail, NULL);
	g_autofree char *hyphened = g_strconcat(head, "-", tail, NULL);

	if (*head == '\0' || g_hash_table_contains(words, hyphened))
		return TOLD_HYPHEN;
	if (g_hash_table_contains(words, joined))
		return TOLD_WHOLE;
	return keeps_hyphen(head) ? TOLD_HYPHEN : TOLD_NOTHING;
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

/* The line that may go on with the word that line @i parts; NULL for none. */
static struct mb_line *
next_of(const struct mb_lines *lines, guint i)
{
	struct mb_line *next =
	    i + 1 < lines->lines->len ? mb_lines_at(lines, i + 1) : NULL;

	return next != NULL && goes_on(mb_lines_at(lines, i), next) &&
	               strchr(next->text, ' ') != NULL
	           ? next
	           : NULL;
}

/* Whether the paper was set with parted words. */
static gboolean
parts_words(const struct mb_lines *lines, GHashTable *words, GArray *plain)
{
	guint n_whole = 0, n_hyphen = 0;

	for (guint p = 0; p < plain->len; p++) {
		guint i = g_array_index(plain, guint, p);
		const struct mb_line *next = next_of(lines, i);
		enum told told = next != NULL
		                     ? tell(words, mb_lines_at(lines, i), next)
		                     : TOLD_NOTHING;

		n_whole += told == TOLD_WHOLE ? 1 : 0;
		n_hyphen += told == TOLD_HYPHEN ? 1 : 0;
	}
	return n_whole >= PARTING_WORDS && n_whole >= n_hyphen * 2;
}

/* Join what a plain hyphen parts at the ends of the lines @plain.  The last
 * ones come first, since what moves up from a line leaves its end as it is. */
static void
join_plain(struct mb_lines *lines, GArray *plain)
{
	g_autoptr(GHashTable) words = all_words(lines);
	gboolean parted = parts_words(lines, words, plain);

	for (guint p = plain->len; p-- > 0;) {
		guint i = g_array_index(plain, guint, p);
		struct mb_line *line = mb_lines_at(lines, i);
		struct mb_line *next = next_of(lines, i);
		enum told told =
		    next != NULL ? tell(words, line, next) : TOLD_HYPHEN;

		if (told == TOLD_WHOLE || (told == TOLD_NOTHING && parted))
			join(line, next, 1);
	}
}

void
mb_lines_join_hyphens(struct mb_lines *lines)
{
	g_autoptr(GArray) plain = g_array_new(FALSE, FALSE, sizeof(guint));

	for (guint i = 0; i < lines->lines->len; i++) {
		struct mb_line *line = mb_lines_at(lines, i);
		gsize n = hyphen_length(line);
		struct mb_line *next = n > 0 ? next_of(lines, i) : NULL;

		if (n == 1 && next != NULL)
			g_array_append_val(plain, i);
		else if (n > 1 && next != NULL)
			join(line, next, n);
		else if (n > 1)
			drop_soft(line);
	}
	if (plain->len > 0)
		join_plain(lines, plain);
}
