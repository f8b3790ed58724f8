#include "config.h"

#include "indexer/scanned-dates.h"

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

char *
mb_scanned_dates_mend(const char *text)
{
	GString *out = g_string_new(NULL);
	const char *p = text;

	while (*p) {
		gsize n = 0, junk;

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
		junk = n <= 2 ? scanned_ordinal(p) : 0;
		p += junk;
	}
	return g_string_free(out, FALSE);
}
