/* The ledger for people: a block for each action, of lines that fit. */
#include "base/date.h"
#include "query/ledger.h"
#include "query/plain.h"

/* "5 September 2022, Scrutiny Committee, number 3: closed after 65 days": from
 * when it was asked for until it was closed, or until today. */
static char *
line_of_state(const struct mb_entry *entry, guint32 today)
{
	g_autofree char *asked = mb_date_to_text(entry->asked_ymd);
	g_autofree char *body = mb_plain_line(entry->last->committee);
	g_autofree char *number =
	    mb_plain_line(entry->is_request ? NULL : entry->first->number);
	const char *days = entry->age_days == 1 ? "day" : "days";
	g_autofree char *age =
	    mb_entry_is_open(entry)
		? g_strdup_printf(", asked for %d %s ago", entry->age_days,
	                          days)
		: g_strdup_printf(" after %d %s", entry->age_days, days);

	return g_strdup_printf("%s%s%s%s%s: %s%s", asked,
	                       *body != '\0' ? ", " : "", body,
	                       *number != '\0' ? ", number " : "", number,
	                       mb_entry_state(entry, today), age);
}

/* "JT: Ongoing" */
static char *
line_of_owner(const struct mb_entry *entry)
{
	g_autofree char *owner = mb_plain_line(entry->owner);
	g_autofree char *status = mb_plain_line(entry->status);

	return g_strdup_printf("%s%s%s", owner,
	                       *owner != '\0' && *status != '\0' ? ": " : "",
	                       status);
}

/* "due March 2023, last heard of on 27 April 2023" */
static char *
line_of_dates(const struct mb_entry *entry)
{
	g_autofree char *due = mb_date_to_text(entry->due_ymd);
	g_autofree char *heard = mb_date_to_text(entry->last->date_ymd);
	gboolean is_due = entry->due_ymd != 0;
	gboolean is_heard = entry->rows->len > 1;

	return g_strdup_printf(
	    "%s%s%s%s%s", is_due ? "due " : "", is_due ? due : "",
	    is_due && is_heard ? ", " : "", is_heard ? "last heard of on " : "",
	    is_heard ? heard : "");
}

static void
append(GString *out, const struct mb_view *view, const char *line)
{
	if (*line != '\0')
		mb_render_text_line(out, view, line);
}

static void
append_closing(GString *out, const struct mb_view *view,
               const struct mb_entry *entry)
{
	g_autofree char *kind = NULL;
	g_autofree char *date = NULL;
	g_autofree char *line = NULL;

	/* What its own row says stands there already. */
	if (mb_entry_is_open(entry) || !entry->is_request)
		return;
	kind = mb_render_kind_number(entry->closed_by);
	date = mb_date_to_text(entry->closed_ymd);
	line = g_strdup_printf("closed by %s, %s: %s, %s", kind, date,
	                       mb_confidence_name(entry->confidence),
	                       entry->reason);
	append(out, view, line);
	append(out, view, entry->closed_by->id);
}

void
mb_ledger_text(GString *out, const struct mb_view *view,
               const struct mb_entry *entry, guint32 today)
{
	g_autofree char *state = line_of_state(entry, today);
	g_autofree char *owner = line_of_owner(entry);
	g_autofree char *dates = line_of_dates(entry);

	if (out->len > 0)
		g_string_append_c(out, '\n');
	mb_render_text_title(out, view, state);
	append(out, view, entry->text);
	append(out, view, owner);
	append(out, view, dates);
	append(out, view, entry->last->id);
	append_closing(out, view, entry);
}
