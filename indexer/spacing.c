#include <string.h>

#include "indexer/reader.h"

/* A paper of fewer lines says too little of its spacing. */
#define MIN_LINES 24u

/* Double spaced: of a hundred lines so many are parted from the one before, and
 * so many go on with its sentence, beginning in lower case. */
#define GAPS_PERCENT    85u
#define GOES_ON_PERCENT 20u

/* The measure is the length that so many lines in a hundred do not pass; type
 * is uneven, so that a line this much of it in length is a full one. */
#define MEASURE_PERCENT 80u
#define FULL_PERCENT    88u

/* A title beside its number is indented and bold, so that less fills it. */
#define FULL_TITLE_PERCENT 74u

/* Lines so wide were never wrapped: each is a paragraph.  Where so many of them
 * hold so much of the text, the shorter ones are too. */
#define PARAGRAPH_WIDTH   160u
#define MIN_PARAGRAPHS    3u
#define PARAGRAPH_PERCENT 50u

/* "Item 14:" alone on its line. */
#define NUMBER_MAX_WIDTH 9u

static gboolean
is_prose(const struct mb_line *line)
{
	return line->kind == MB_LINE_TEXT && line->heading == 0 &&
	       !line->furniture;
}

static gboolean
begins_lower(const char *text)
{
	return g_unichar_islower(g_utf8_get_char(text));
}

static gsize
width(const char *text)
{
	return (gsize)g_utf8_strlen(text, -1);
}

static int
compare_widths(gconstpointer a, gconstpointer b)
{
	const gsize *left = a, *right = b;

	return *left < *right ? -1 : *left > *right;
}

/* The length of a full line; 0 when the paper is not double spaced:
 *
 *	He requested that a Reflection circulated by him be read into the
 *
 *	Minutes. On the proposal of Councillor Sheahan (J), seconded by
 */
static gsize
measure(const struct mb_lines *lines)
{
	g_autoptr(GArray) widths = g_array_new(FALSE, FALSE, sizeof(gsize));
	guint n_gaps = 0, n_go_on = 0, n;

	for (guint i = 1; i < lines->lines->len; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		gsize of = width(line->text);

		if (!is_prose(line))
			continue;
		g_array_append_val(widths, of);
		n_gaps += line->gap ? 1 : 0;
		n_go_on += line->gap && begins_lower(line->text) ? 1 : 0;
	}
	n = widths->len;
	if (n < MIN_LINES || n_gaps * 100 < n * GAPS_PERCENT ||
	    n_go_on * 100 < n * GOES_ON_PERCENT)
		return 0;
	g_array_sort(widths, compare_widths);
	return g_array_index(widths, gsize, n * MEASURE_PERCENT / 100);
}

/* "13.", "(a)", "2.4 Roads", "Item 4:": an entry or heading begins a
 * paragraph. */
static gboolean
begins_entry(const char *text)
{
	gsize n;

	if (g_str_has_prefix(text, "Item "))
		text += strlen("Item ");
	n = strspn(text, "(0123456789.");
	if (n > 0 && strpbrk(text, "0123456789") < text + n)
		return text[n] == '\0' || strchr(" ):", text[n]) != NULL;
	return n == 1 && *text == '(' && g_ascii_isalpha(text[1]) &&
	       strcspn(text, ")") <= 5;
}

/* "Presentation on Commemoration Programme (Mr. Damien", "Limerick Arts and".
 */
static gboolean
is_unfinished(const char *text)
{
	static const char *const words[] = { " and", " of", " the", " to",
		                             " for", " in", " by",  " on",
		                             " at",  " a",  " &",   " with",
		                             "," };
	const char *bracket = strrchr(text, '(');

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_str_has_suffix(text, words[i]))
			return TRUE;
	return bracket != NULL && strchr(bracket, ')') == NULL;
}

/* Whether @line is nothing but a number. */
static gboolean
is_number(const struct mb_line *line)
{
	return begins_entry(line->text) &&
	       width(line->text) <= NUMBER_MAX_WIDTH;
}

static gboolean
is_bold(const struct mb_line *line)
{
	return line->bold_start == 0 && line->bold_end == strlen(line->text);
}

/* Whether line @i was broken because the first word of the next did not fit. */
static gboolean
is_full(const struct mb_lines *lines, guint i, gsize measure)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_line *next = mb_lines_at(lines, i + 1);
	gsize word = strcspn(next->text, " ");
	gboolean title = (i > 0 && is_number(mb_lines_at(lines, i - 1))) ||
	                 (is_bold(line) && is_bold(next));

	return (width(line->text) + 1 +
	        (gsize)g_utf8_strlen(next->text, (gssize)word)) *
	           100 >=
	       measure * (title ? FULL_TITLE_PERCENT : FULL_PERCENT);
}

void
mb_read_close_spacing(struct mb_lines *lines)
{
	gsize full = measure(lines);

	for (guint i = 1; full > 0 && i < lines->lines->len; i++) {
		const struct mb_line *before = mb_lines_at(lines, i - 1);
		struct mb_line *line = mb_lines_at(lines, i);

		if (!is_prose(line) || before->heading > 0 ||
		    before->kind == MB_LINE_ROW ||
		    before->kind == MB_LINE_RULE || begins_entry(line->text))
			continue;
		if (begins_lower(line->text) || is_unfinished(before->text) ||
		    is_full(lines, i - 1, full))
			line->gap = FALSE;
	}
}

/* Whether each line of the paper is a paragraph, none parted from the next. */
static gboolean
is_unwrapped(const struct mb_lines *lines)
{
	gsize wide = 0, all = 0;
	guint n_wide = 0, n_gaps = 0;

	for (guint i = 1; i < lines->lines->len; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		gsize of = width(line->text);

		n_gaps += line->gap ? 1 : 0;
		all += of;
		if (of < PARAGRAPH_WIDTH)
			continue;
		n_wide++;
		wide += of;
	}
	return n_wide >= MIN_PARAGRAPHS && n_gaps < n_wide &&
	       wide * 100 >= all * PARAGRAPH_PERCENT;
}

void
mb_read_part_paragraphs(struct mb_lines *lines)
{
	if (!is_unwrapped(lines))
		return;
	for (guint i = 1; i < lines->lines->len; i++) {
		struct mb_line *line = mb_lines_at(lines, i);

		line->gap |= is_prose(line);
	}
}
