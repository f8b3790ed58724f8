#include "query/calendar.h"

#include <string.h>

#include "base/date.h"
#include "query/plain.h"

/* A line has no more bytes; the rest goes onto the next one, after a space. */
#define LINE_BYTES 75

/* Append a line, folded where characters begin. */
static void
append_line(GString *out, const char *name, const char *value)
{
	g_autofree char *line = g_strconcat(name, ":", value, NULL);
	gsize n = 0;

	for (const char *p = line; *p != '\0'; p = g_utf8_next_char(p)) {
		gsize n_char = (gsize)(g_utf8_next_char(p) - p);

		if (n + n_char > LINE_BYTES) {
			g_string_append(out, "\r\n ");
			n = 1;
		}
		g_string_append_len(out, p, (gssize)n_char);
		n += n_char;
	}
	g_string_append(out, "\r\n");
}

/* Text on one line, with what parts values escaped. */
static void
append_text(GString *out, const char *name, const char *text)
{
	g_autofree char *plain = mb_plain_line(text);
	g_autoptr(GString) value = g_string_new(NULL);

	for (const char *p = plain; *p != '\0'; p++) {
		if (strchr("\\;,", *p) != NULL)
			g_string_append_c(value, '\\');
		g_string_append_c(value, *p);
	}
	append_line(out, name, value->str);
}

static guint32
last_day(guint32 ymd)
{
	guint32 last;

	if (ymd % 100 != 0)
		return ymd;
	last = ymd + 31;
	while (!mb_date_valid(last) && last % 100 > 1)
		last--;
	return last;
}

static void
append_day(GString *out, const char *name, guint32 ymd)
{
	g_string_append_printf(out, "%s;VALUE=DATE:%08u\r\n", name, ymd);
}

/* An event keeps its name while the action is followed: that of its first
 * row, and for requests, of which one item may have several, of its words. */
static void
append_uid(GString *out, const struct mb_entry *entry)
{
	g_autofree char *hash =
	    g_compute_checksum_for_string(G_CHECKSUM_SHA256, entry->text, -1);
	g_autofree char *uid = g_strdup_printf(
	    "%s%s%.8s@minutebook", entry->first->id,
	    entry->is_request ? "-" : "", entry->is_request ? hash : "");

	append_text(out, "UID", uid);
}

void
mb_calendar_begin(GString *out)
{
	g_string_append(out, "BEGIN:VCALENDAR\r\n"
	                     "VERSION:2.0\r\n"
	                     "PRODID:-//minutebook//actions//EN\r\n"
	                     "CALSCALE:GREGORIAN\r\n");
}

void
mb_calendar_end(GString *out)
{
	g_string_append(out, "END:VCALENDAR\r\n");
}

gboolean
mb_calendar_add(GString *out, const struct mb_entry *entry, guint32 today)
{
	guint32 due = last_day(entry->due_ymd);
	g_autofree char *summary = NULL;
	g_autofree char *told = NULL;

	if (!mb_date_valid(due))
		return FALSE;
	summary = g_strdup_printf("Due: %s", entry->text);
	told = g_strdup_printf("%s%s%s%s", entry->owner ? entry->owner : "",
	                       entry->owner && entry->status ? ": " : "",
	                       entry->status ? entry->status : "",
	                       mb_entry_is_open(entry) ? "" : " (closed)");
	g_string_append(out, "BEGIN:VEVENT\r\n");
	append_uid(out, entry);
	g_string_append_printf(out, "DTSTAMP:%08uT000000Z\r\n", today);
	append_day(out, "DTSTART", due);
	append_day(out, "DTEND", mb_date_add_days(due, 1));
	append_text(out, "SUMMARY", summary);
	append_text(out, "DESCRIPTION", told);
	append_text(out, "LOCATION", entry->last->committee);
	g_string_append(out, "TRANSP:TRANSPARENT\r\n"
	                     "END:VEVENT\r\n");
	return TRUE;
}
