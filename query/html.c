#include "query/html.h"

#include <string.h>

#include "query/marker.h"
#include "query/plain.h"

static void
put(GString *out, gunichar c)
{
	switch (c) {
	case '&':
		g_string_append(out, "&amp;");
		return;
	case '<':
		g_string_append(out, "&lt;");
		return;
	case '>':
		g_string_append(out, "&gt;");
		return;
	case '"':
		g_string_append(out, "&quot;");
		return;
	case '\'':
		g_string_append(out, "&#39;");
		return;
	default:
		if (!mb_plain_is_unsafe(c))
			g_string_append_unichar(out, c);
	}
}

void
mb_html_text(GString *out, const char *text)
{
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
		put(out, g_utf8_get_char(p));
}

void
mb_html(GString *out, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	for (const char *p = format; *p != '\0'; p++) {
		if (*p != '%') {
			g_string_append_c(out, *p);
			continue;
		}
		p++;
		if (*p == 's')
			mb_html_text(out, va_arg(args, const char *));
		else if (*p == 'u')
			g_string_append_printf(out, "%u", va_arg(args, guint));
		else if (*p == '%')
			g_string_append_c(out, '%');
		else
			g_assert_not_reached();
	}
	va_end(args);
}

void
mb_html_marked(GString *out, const char *text, const GArray *marks)
{
	guint next = 0;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		const struct mb_mark *mark =
		    next < marks->len
			? &g_array_index(marks, struct mb_mark, next)
			: NULL;
		gsize at = (gsize)(p - text);

		if (mark != NULL && at == mark->start)
			g_string_append(out, "<mark>");
		put(out, g_utf8_get_char(p));
		if (mark != NULL &&
		    at + (gsize)(g_utf8_next_char(p) - p) == mark->end) {
			g_string_append(out, "</mark>");
			next++;
		}
	}
}
