#include "indexer/page-numbers.h"

#include <string.h>

/* A footer with the number of its page has at most so many bytes. */
#define MAX_FOOT 60u

/* On so many pages a number must stand. */
#define MIN_PAGES 3u

/* "1 | p a g e", as Word's own footers have it, as "1 | page". */
static void
unspace_page(char *text)
{
	static const char spaced[] = "p a g e";
	char *at = strstr(text, spaced);

	if (at == NULL)
		return;
	memcpy(at, "page", strlen("page"));
	memmove(at + strlen("page"), at + strlen(spaced),
	        strlen(at + strlen(spaced)) + 1);
}

gint64
mb_page_number(const char *text, gboolean *worded)
{
	gsize n = strlen(text), digits;
	g_autofree char *lower = NULL;
	const char *p;

	*worded = FALSE;
	if (n > 24)
		return -1;
	lower = g_utf8_strdown(text, -1);
	unspace_page(lower);
	p = lower + strspn(lower, "-–—|[( ");
	if (g_str_has_prefix(p, "page") || g_str_has_prefix(p, "tudalen")) {
		*worded = TRUE;
		p += *p == 'p' ? 4 : 7;
	}
	p += strspn(p, " |:.");
	digits = strspn(p, "0123456789");
	if (digits == 0 || digits > 5)
		return -1;
	n = strlen(p + digits);
	if (strspn(p + digits, "-–—|]) ofpage/0123456789") != n)
		return -1;
	if (strstr(p + digits, "page") != NULL ||
	    strstr(p + digits, " of ") != NULL)
		*worded = TRUE;
	else if (strpbrk(p + digits, "abcdefghijklmnopqrstuvwxyz") != NULL)
		return -1;
	return g_ascii_strtoll(p, NULL, 10);
}

/* "Version January 2024 Page 68": the number behind other words of a short
 * line, or -1. */
static gint64
trailing_number(const char *text)
{
	const char *last = strrchr(text, ' ');
	gboolean worded;

	if (!last || last - text < (gssize)strlen(" page") ||
	    strlen(text) > MAX_FOOT ||
	    g_ascii_strncasecmp(last - strlen(" page"), " page",
	                        strlen(" page")) != 0)
		return -1;
	return mb_page_number(last - strlen("page"), &worded);
}

/* A line that may tell its page's number. */
struct foot {
	guint line;
	gint64 number;
	gboolean alone;
};

/* The lines that say what the number is: "Page 68", or with words before it. */
static GArray *
find_feet(const struct mb_lines *lines)
{
	GArray *feet = g_array_new(FALSE, FALSE, sizeof(struct foot));

	for (guint i = 0; i < lines->lines->len; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		struct foot foot = { .line = i };

		if (line->kind == MB_LINE_ROW)
			continue;
		foot.number = mb_page_number(line->text, &foot.alone);
		if (foot.number < 0) {
			foot.number = trailing_number(line->text);
			foot.alone = FALSE;
		} else if (!foot.alone) {
			continue;
		}
		if (foot.number >= 0)
			g_array_append_val(feet, foot);
	}
	return feet;
}

/* Whether foot @b counts on from @a: alone on its line, or behind the same
 * words; "line 9 of page 1" and "line 1 of page 2" are text. */
static gboolean
counts_on(const struct mb_lines *lines, const struct foot *a,
          const struct foot *b)
{
	const char *s = mb_lines_at(lines, a->line)->text;
	const char *t = mb_lines_at(lines, b->line)->text;
	const char *end = strrchr(s, ' ');

	return a->number + 1 == b->number &&
	       (a->alone || b->alone ||
	        (end && !strncmp(s, t, (gsize)(end - s) + 1)));
}

/* "Minutes – July 14, 2020 – Page 2": what the paper is, and a page behind its
 * first, need no other line beside them. */
static gboolean
is_running(const struct mb_lines *lines, const struct foot *foot)
{
	const char *text = mb_lines_at(lines, foot->line)->text;

	return foot->number > 1 && !foot->alone &&
	       (!g_ascii_strncasecmp(text, "minutes", strlen("minutes")) ||
	        !g_ascii_strncasecmp(text, "agenda", strlen("agenda")));
}

void
mb_page_numbers_mark(struct mb_lines *lines)
{
	g_autoptr(GArray) feet = find_feet(lines);
	const struct foot *foot = (const struct foot *)(void *)feet->data;
	guint n_rising = 0, min = lines->n_pages == 2 ? 2 : MIN_PAGES;

	for (guint i = 0; i < feet->len; i++)
		if (is_running(lines, &foot[i]))
			mb_lines_at(lines, foot[i].line)->furniture = TRUE;
	for (guint i = 1; i < feet->len; i++)
		n_rising += counts_on(lines, &foot[i - 1], &foot[i]) ? 1 : 0;
	if (n_rising + 1 < min)
		return;
	for (guint i = 0; i < feet->len; i++)
		if (foot[i].alone ||
		    (i > 0 && counts_on(lines, &foot[i - 1], &foot[i])) ||
		    (i + 1 < feet->len &&
		     counts_on(lines, &foot[i], &foot[i + 1])))
			mb_lines_at(lines, foot[i].line)->furniture = TRUE;
}
