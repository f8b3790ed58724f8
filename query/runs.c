#include "query/runs.h"

#include <string.h>

#include "base/date.h"
#include "shim/words.h"

/* "since 5 March 2020" and a word more, so that it is found out that it is
 * none. */
#define MAX_DATE_WORDS 5

gboolean
mb_run_is_quote(gunichar c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E;
}

gboolean
mb_run_is_end(const char *p)
{
	gunichar c = g_utf8_get_char(p);

	return c == 0 || g_unichar_isspace(c) || mb_run_is_quote(c) || c == ')';
}

/* "20(3)" is one word, the third resolution of minute 20: a bracket that
 * opens inside a word and closes before the next space belongs to it.
 * Returns the byte after the closing bracket, NULL when it does not. */
static const char *
bracket_in_word(const char *open)
{
	const char *p = open + 1;

	while (!mb_run_is_end(p) && *p != '(')
		p = g_utf8_next_char(p);
	return *p == ')' && p > open + 1 ? p + 1 : NULL;
}

const char *
mb_run_end(const char *start)
{
	g_autoptr(mb_words) words = mb_words_new(start, -1);
	struct mb_word first;
	const char *p = start;

	if (mb_words_next(words, &first) && first.start == 0)
		p = start + first.end;
	while (!mb_run_is_end(p)) {
		const char *after;

		if (*p != '(') {
			p = g_utf8_next_char(p);
			continue;
		}
		after = p == start ? NULL : bracket_in_word(p);
		if (after == NULL)
			break;
		p = after;
	}
	return p;
}

/* The end of the words of date:last 0 months, which is no date: what is wrong
 * is all of it and not "last". */
static const char *
end_of_no_date(const char *start, const char *end)
{
	static const struct {
		const char *word;
		guint n_more;
	} begins[] = { { "last", 2 },
		       { "since", 1 },
		       { "until", 1 },
		       { "before", 1 },
		       { "after", 1 } };
	const gsize n = (gsize)(end - start);

	for (gsize i = 0; i < G_N_ELEMENTS(begins); i++) {
		if (n != strlen(begins[i].word) ||
		    g_ascii_strncasecmp(start, begins[i].word, n) != 0)
			continue;
		for (guint k = 0; k < begins[i].n_more; k++) {
			const char *next = end + strspn(end, " ");

			if (mb_run_is_end(next) || *next == '(')
				break;
			end = mb_run_end(next);
		}
	}
	return end;
}

const char *
mb_run_end_of_date(const char *start, const char *end)
{
	const char *p = end;
	const char *best = NULL;

	for (guint i = 0; i < MAX_DATE_WORDS; i++) {
		g_autofree char *value = g_strndup(start, (gsize)(p - start));
		struct mb_date_range range;

		if (mb_date_parse(value, &range, NULL)) {
			best = p;
			if (i == 0)
				return best;
		}
		while (*p == ' ')
			p++;
		if (mb_run_is_end(p) || *p == '(')
			break;
		p = mb_run_end(p);
	}
	return best != NULL ? best : end_of_no_date(start, end);
}
