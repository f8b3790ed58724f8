#include "indexer/probe.h"

#include <string.h>

void
mb_probe_init(struct mb_probe *probe, const char *text)
{
	probe->text = text;
	probe->n = strlen(text);
	probe->fold = g_ascii_strdown(text, (gssize)probe->n);
	memset(probe->second, 0, sizeof probe->second);
	for (const char *s = text; *s; s++)
		probe->second[(guchar)s[0] % 32] |= (guint32)1
		                                    << ((guchar)s[1] % 32);
}

void
mb_probe_clear(struct mb_probe *probe)
{
	g_clear_pointer(&probe->fold, g_free);
}

static gboolean
may_hold(const struct mb_probe *probe, const char *key, gsize n)
{
	for (gsize i = 0; i + 1 < n; i++)
		if (!(probe->second[(guchar)key[i] % 32] >>
		          ((guchar)key[i + 1] % 32) &
		      1))
			return FALSE;
	return TRUE;
}

gboolean
mb_probe_any(const struct mb_probe *probe, const char *list)
{
	while (*list) {
		gsize n = strcspn(list, "|");

		if (may_hold(probe, list, n) &&
		    memmem(probe->fold, probe->n, list, n))
			return TRUE;
		list += n + (list[n] ? 1 : 0);
	}
	return FALSE;
}

gboolean
mb_probe_month(const struct mb_probe *probe)
{
	/* "may" is seldom a month. */
	return mb_probe_any(probe, "january|february|march|april|june|july|"
	                           "august|september|october|november|"
	                           "december") ||
	       (mb_probe_any(probe, "may") &&
	        (strstr(probe->text, "May") || strstr(probe->text, "MAY")));
}
