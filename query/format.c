#include "query/format.h"

#include <string.h>

#include "base/error.h"

static const struct {
	const char *name;
	gboolean exact;
} formats[MB_N_FORMATS] = {
	[MB_FORMAT_TEXT] = { "text", FALSE },
	[MB_FORMAT_JSONL] = { "jsonl", TRUE },
	[MB_FORMAT_CSV] = { "csv", TRUE },
	[MB_FORMAT_IDS] = { "ids", TRUE },
	[MB_FORMAT_HTML] = { "html", TRUE },
	[MB_FORMAT_DOT] = { "dot", TRUE },
	[MB_FORMAT_SVG] = { "svg", TRUE },
	[MB_FORMAT_ICS] = { "ics", TRUE },
};

char *
mb_format_names(guint allowed)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < MB_N_FORMATS; i++)
		if ((allowed & MB_FORMAT_BIT(i)) != 0)
			g_string_append_printf(out, "%s%s",
			                       out->len > 0 ? ", " : "",
			                       formats[i].name);
	return g_string_free(out, FALSE);
}

gboolean
mb_format_from_name(const char *name, guint allowed, enum mb_format *out,
                    GError **error)
{
	g_autofree char *names = mb_format_names(allowed);

	for (guint i = 0; i < MB_N_FORMATS; i++) {
		if ((allowed & MB_FORMAT_BIT(i)) != 0 &&
		    strcmp(name, formats[i].name) == 0) {
			*out = (enum mb_format)i;
			return TRUE;
		}
	}
	*out = MB_FORMAT_TEXT;
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
	            "there is no format \"%s\" here; there is %s", name, names);
	return FALSE;
}

gboolean
mb_format_is_exact(enum mb_format format)
{
	return formats[format].exact;
}
