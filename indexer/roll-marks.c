#include "config.h"

#include "indexer/roll-marks.h"

#include <string.h>

/* So many in a row are no initials. */
#define MIN_MARKED 3

/* Bytes of the letter at @entry and its space, when a first name and another
 * follow, "P Ann Orme"; 0: "P Orme" is somebody. */
static gsize
mark_length(const char *entry)
{
	const char *name = entry + 2, *rest;

	if (!(*entry == 'P' || *entry == 'A') || entry[1] != ' ' ||
	    !g_ascii_isupper(name[0]) || !g_ascii_isalpha(name[1]))
		return 0;
	rest = strchr(name, ' ');
	return rest && g_ascii_isupper(rest[1]) ? 2 : 0;
}

char *
mb_roll_marks_take(char **text)
{
	g_auto(GStrv) entries = g_strsplit(*text, "\n", -1);
	g_autoptr(GString) came = g_string_new(NULL);
	GString *absent;
	guint n = 0;

	for (guint i = 0; entries[i]; i++) {
		if (!*g_strstrip(entries[i]))
			continue;
		if (!mark_length(entries[i]))
			return NULL;
		n++;
	}
	if (n < MIN_MARKED)
		return NULL;
	absent = g_string_new(NULL);
	for (guint i = 0; entries[i]; i++) {
		GString *side = *entries[i] == 'A' ? absent : came;

		if (*entries[i])
			g_string_append_printf(
			    side, "%s%s", side->len ? "\n" : "",
			    entries[i] + mark_length(entries[i]));
	}
	g_free(*text);
	*text = g_string_free(g_steal_pointer(&came), FALSE);
	return g_string_free(absent, FALSE);
}
