#include "indexer/numeral.h"

/* Letters go on with aa, bb after z, up to so many of them. */
#define LETTERS_MAX 10

#define ROMAN_MAX 3999

static void
append_roman(GString *out, int n)
{
	static const struct {
		int value;
		const char *digits;
	} parts[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" },
		      { 100, "c" },  { 90, "xc" },  { 50, "l" },  { 40, "xl" },
		      { 10, "x" },   { 9, "ix" },   { 5, "v" },   { 4, "iv" },
		      { 1, "i" } };

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		for (; n >= parts[i].value; n -= parts[i].value)
			g_string_append(out, parts[i].digits);
}

static void
append_letters(GString *out, int n)
{
	for (int times = (n - 1) / 26 + 1; times > 0; times--)
		g_string_append_c(out, (char)('a' + (n - 1) % 26));
}

void
mb_numeral_append(GString *out, char style, int n)
{
	gsize start = out->len;
	char lower = g_ascii_tolower(style);

	if (lower == 'i' && n >= 1 && n <= ROMAN_MAX)
		append_roman(out, n);
	else if (lower == 'a' && n >= 1 && n <= 26 * LETTERS_MAX)
		append_letters(out, n);
	else
		g_string_append_printf(out, "%d", n);
	if (style == 'I' || style == 'A')
		for (gsize i = start; i < out->len; i++)
			out->str[i] = g_ascii_toupper(out->str[i]);
}
