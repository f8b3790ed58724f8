#include "query/csv.h"

#include <string.h>

#include "query/plain.h"

/* A paper may hold a line that a spreadsheet would run when the file is
 * opened: =HYPERLINK(...), +..., -..., @...  */
static gboolean
is_formula(const char *text)
{
	return text[0] != '\0' && strchr("=+-@", text[0]) != NULL;
}

void
mb_csv_add_exact(GString *out, const char *text)
{
	char end = out->len > 0 ? out->str[out->len - 1] : '\n';

	if (end != '\n')
		g_string_append_c(out, ',');
	g_string_append_c(out, '"');
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '"')
			g_string_append_c(out, '"');
		g_string_append_c(out, *p);
	}
	g_string_append_c(out, '"');
}

void
mb_csv_add(GString *out, const char *text)
{
	g_autofree char *line = mb_plain_line(text);
	g_autofree char *safe =
	    g_strconcat(is_formula(line) ? "'" : "", line, NULL);

	mb_csv_add_exact(out, safe);
}
