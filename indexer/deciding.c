#include "indexer/deciding.h"

#include <string.h>

#include "indexer/marks.h"

const char *
mb_deciding_line(const struct mb_deciding *r, guint i)
{
	const struct mb_line *line = mb_lines_at(r->lines, i);

	if (line->furniture || line->kind == MB_LINE_RULE)
		return "";
	if (i == r->draft->body && r->draft->body_offset <= strlen(line->text))
		return line->text + r->draft->body_offset;
	return line->text;
}

gboolean
mb_deciding_blank(const char *text)
{
	while (*text == ' ' || *text == ':' || *text == '-')
		text++;
	return *text == '\0';
}

gboolean
mb_deciding_mark(const struct mb_deciding *r, guint i)
{
	const char *text = i < r->draft->end ? mb_deciding_line(r, i) : "";
	gsize end;

	return mb_mark_may(text) && mb_mark_read(text, &end) != MB_MARK_NONE;
}
