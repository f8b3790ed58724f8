#include "config.h"

#include "indexer/scanned-dates.h"

#include <string.h>

static gboolean
at_month(const char *p)
{
	static const char *const months[] = { "jan", "feb", "mar", "apr",
		                              "may", "jun", "jul", "aug",
		                              "sep", "oct", "nov", "dec" };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(months); i++)
		if (!g_ascii_strncasecmp(p, months[i], 3))
			return TRUE;
	return FALSE;
}

/* Bytes of what a scanner made of "st", "nd", "rd" or "th" at @p, up to the
 * month; 0 when there is no month. */
static gsize
scanned_ordinal(const char *p)
{
	gsize n = 0;

	while (p[n] && p[n] != ' ' && !g_ascii_isdigit(p[n]) && n < 8)
		n++;
	if (!n || p[n] != ' ' || p[0] == '.' || p[0] == '/' || p[0] == ':')
		return 0;
	return at_month(p + n + 1) ? n : 0;
}

/* "l0th February", "I4 March": a day whose first digit was read as a letter, at
 * the start of a word. */
static gboolean
is_scanned_day(const char *text, const char *p)
{
	gsize n = 2;

	if ((*p != 'l' && *p != 'I') || !g_ascii_isdigit(p[1]) ||
	    (p > text && g_ascii_isalnum(p[-1])))
		return FALSE;
	n += scanned_ordinal(p + n);
	return p[n] == ' ' && at_month(p + n + 1);
}

/* "2lST JULY": the second digit of a day was read as a letter. */
static gboolean
is_scanned_one(const char *p)
{
	return (*p == 'l' || *p == 'I') &&
	       !g_ascii_strncasecmp(p + 1, "st ", 3) && at_month(p + 4);
}

/* How many letters more @word of @n bytes has than @month, or less, or others:
 * 3 for more than two, which no misprint is. */
static guint
letters_off(const char *word, gsize n, const char *month)
{
	gsize start = 0, end = 0, m = strlen(month);

	while (start < MIN(n, m) &&
	       g_ascii_tolower(word[start]) == month[start])
		start++;
	while (end < MIN(n, m) - start &&
	       g_ascii_tolower(word[n - 1 - end]) == month[m - 1 - end])
		end++;
	return (guint)MIN(MAX(n, m) - start - end, 3);
}

/* The month that the word of @n bytes at @p misspells: "DECEMEBER", "Janaury";
 * NULL. */
static const char *
misspelt_month(const char *p, gsize n)
{
	static const char *const months[] = { "january", "february",
		                              "august",  "september",
		                              "october", "november",
		                              "december" };

	for (guint i = 0; i < G_N_ELEMENTS(months); i++) {
		guint off = letters_off(p, n, months[i]);

		if (g_ascii_tolower(*p) == *months[i] && off && off < 3)
			return months[i];
	}
	return NULL;
}

/* Copy a misspelt month behind the day that ends before @p, put right.  Returns
 * the bytes of what it stands for. */
static gsize
mend_month(GString *out, const char *p)
{
	gsize space = strspn(p, " "), n = 0;
	const char *month;

	while (g_ascii_isalpha(p[space + n]))
		n++;
	if (!space || n < 5)
		return 0;
	month = misspelt_month(p + space, n);
	if (!month)
		return 0;
	g_string_append_printf(out, " %s", month);
	return space + n;
}

char *
mb_scanned_dates_mend(const char *text)
{
	GString *out = g_string_new(NULL);
	const char *p = text;

	while (*p) {
		gsize n = 0, junk;

		if (is_scanned_day(text, p)) {
			g_string_append_printf(out, "1%c", p[1]);
			p += 2 + scanned_ordinal(p + 2);
			continue;
		}
		while (g_ascii_isdigit(p[n]))
			n++;
		if (!n) {
			g_string_append_c(out, *p++);
			continue;
		}
		/* "224 January, 2020" was "22nd". */
		g_string_append_len(
		    out, p,
		    (gssize)(n == 3 && p[3] == ' ' && at_month(p + 4) ? 2 : n));
		p += n;
		if (n == 1 && is_scanned_one(p)) {
			g_string_append_c(out, '1');
			p++;
		}
		junk = n <= 2 ? scanned_ordinal(p) : 0;
		p += junk;
		if (n <= 2)
			p += mend_month(out, p);
	}
	return g_string_free(out, FALSE);
}
