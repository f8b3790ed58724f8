#include "config.h"

#include "indexer/number-parts.h"

#include <string.h>

#include "indexer/numbers.h"

/* What a scanner makes of 1 and 0 beside other digits: "2l9.", "1O.". */
static const char misread[] = "lIO";
static const char meant[] = "110";

static char
digit_of(char c)
{
	const char *letter = c ? strchr(misread, c) : NULL;

	return letter ? meant[letter - misread] : c;
}

/* Bytes at @p of a number of which a scanner misread some, but not all; 0 when
 * it is none.  "6l" is the letter behind "6k". */
static gsize
misread_digits(const char *p)
{
	gsize n = strspn(p, "0123456789lIO");
	gsize digits = strspn(p, "0123456789");

	if (digits == n || n > 4 || !(digits || *p == 'l') ||
	    strcspn(p, "0123456789") >= n || !(p[n] == '.' || p[n] == '/'))
		return 0;
	return n == 2 && digits && p[1] != 'O' ? 0 : n;
}

/* Up to four digits at @p. */
static gsize
read_digits(const char *p, guint *value, gboolean *is_misread)
{
	gsize n = 0, all = 0;

	while (g_ascii_isdigit(p[n]))
		n++;
	if (p[n] == 'l' || p[n] == 'I' || p[n] == 'O')
		all = misread_digits(p);
	*is_misread = all > 0;
	n = all ? all : n;
	*value = 0;
	for (gsize i = 0; i < MIN(n, 5); i++)
		*value = *value * 10 + (guint)(digit_of(p[i]) - '0');
	return n <= 4 ? n : 0;
}

void
mb_number_mend(char *number)
{
	for (char *p = number; *p; p++)
		*p = digit_of(*p);
}

static gsize
read_capitals(const char *p)
{
	gsize n = 0;

	/* "P&R" */
	while (g_ascii_isupper(p[n]) ||
	       (n && p[n] == '&' && g_ascii_isupper(p[n + 1])))
		n++;
	return n <= 5 ? n : 0;
}

/* "Cou"; behind another part "fa" too. */
static gsize
read_word(const char *p, gboolean behind)
{
	gsize n = 0;

	while (g_ascii_isalpha(p[n]))
		n++;
	return (behind || g_ascii_isupper(*p)) && n >= 2 && n <= 5 ? n : 0;
}

/* One letter that ends a number: "6A", "12b", "5(b)" but not "6Apologies". */
static gsize
read_suffix(const char *p)
{
	if (p[0] == '(' && g_ascii_isalpha(p[1]) && p[2] == ')')
		return 3;
	return g_ascii_isalpha(p[0]) && !g_ascii_isalnum(p[1]) &&
	               p[1] != '\'' && (guchar)p[1] < 0x80
	           ? 1
	           : 0;
}

gsize
mb_number_dash(const char *p)
{
	gsize n = *p == '-' || *p == ':' ? 1 : 0;

	if (g_str_has_prefix(p, "\342\200\223") ||
	    g_str_has_prefix(p, "\342\200\224"))
		n = 3;
	return n && (!p[n] || p[n] == ' ') ? n + strspn(p + n, " ") : 0;
}

/* I to XXXIX in capitals: a longer one is a name or a word. */
static gsize
read_roman(const char *p, guint *value)
{
	static const char *const ones[] = { "IX", "IV",  "VIII", "VII", "VI",
		                            "V",  "III", "II",   "I" };
	static const guint values[] = { 9, 4, 8, 7, 6, 5, 3, 2, 1 };
	gsize n = strspn(p, "X");
	guint i;

	/* "IX" is no ten less one. */
	if (n > 3)
		return 0;
	*value = (guint)n * 10;
	for (i = 0; i < G_N_ELEMENTS(ones); i++)
		if (g_str_has_prefix(p + n, ones[i])) {
			*value += values[i];
			n += strlen(ones[i]);
			break;
		}
	if (!n || p[n] == '.' || p[n] == ')' || p[n] == ':')
		return n;
	/* "IV" alone, "IV ACTION TRACKER", "IV - Action Tracker" */
	return !p[n] || (p[n] == ' ' && (mb_number_dash(p + n + 1) ||
	                                 (g_ascii_isupper(p[n + 1]) &&
	                                  g_ascii_isalpha(p[n + 2]))))
	           ? n
	           : 0;
}

/* The "B" of "B. ROLL CALL"; not of "B.J. Orme". */
static gsize
read_letter(const char *p, guint *value)
{
	if (!g_ascii_isupper(p[0]) || !p[1] || !strchr(".)", p[1]) ||
	    p[2] != ' ')
		return 0;
	*value = (guint)(p[0] - 'A') + 1;
	return 1;
}

static void
add_part(struct mb_heading *h, guint value, gboolean counts)
{
	if (h->n_parts >= MB_HEADING_PARTS)
		return;
	if (counts) {
		h->counter = h->n_parts;
		h->value = value;
	}
	h->parts[h->n_parts++] = value;
}

gboolean
mb_number_part(char element, const char **p, struct mb_heading *h)
{
	guint value;
	gboolean is_misread;
	gsize n;

	switch (element) {
	case '#':
		if (!(n = read_digits(*p, &value, &is_misread)))
			return FALSE;
		h->misread |= is_misread;
		add_part(h, value, TRUE);
		break;
	case 'R':
	case 'U':
		n = element == 'R' ? read_roman(*p, &value)
		                   : read_letter(*p, &value);
		if (!n)
			return FALSE;
		add_part(h, value, TRUE);
		break;
	case '9':
	case 'Y':
		if (!(n = read_digits(*p, &value, &is_misread)) || is_misread ||
		    (element == 'Y' && !mb_numbers_is_year(value)))
			return FALSE;
		add_part(h, value, FALSE);
		break;
	case 'A':
	case 'L':
		n = element == 'A' ? read_capitals(*p)
		                   : read_word(*p, h->n_parts > 0);
		if (!n)
			return FALSE;
		for (gsize i = 0; i < n; i++)
			h->letters = h->letters * 31 + (guchar)(*p)[i];
		break;
	case '?':
		n = read_suffix(*p);
		break;
	case ' ':
		if (!(n = strspn(*p, " ")))
			return FALSE;
		break;
	default:
		/* "R2020 -130" */
		if (element == '-' && h->n_parts && (*p)[0] == ' ' &&
		    (*p)[1] == '-' && g_ascii_isdigit((*p)[2]))
			(*p)++;
		if (**p != element)
			return FALSE;
		/* "01.18..05 Clerks Report" */
		n = element == '.' && (*p)[1] == '.' ? 2 : 1;
		break;
	}
	*p += n;
	return TRUE;
}
