#include "indexer/link-finder.h"

#include <string.h>

#include "base/date.h"
#include "indexer/patterns.h"

/* Where an action is from: its number tells, or its subject, or what stands
 * above the table. */

/* An action that is carried on is no older than this. */
#define ORIGIN_MAX_YEARS 5
/* What a table of actions holds stands within so many lines above a row of it,
 * and is no longer than this. */
#define TABLE_MAX_LINES 200
/* A cell that names a meeting is no longer than this. */
#define ORIGIN_MAX_BYTES      40
#define TABLE_TITLE_MAX_BYTES 80

/* "Convenor’s report (March) – gates", "Return the cabinet (Oct, 23/92)": the
 * month, and perhaps the minute, in brackets.  FALSE when none is there. */
static gboolean
origin_in_brackets(struct mb_link_finder *f, const char *text)
{
	static GRegex *only_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *month = NULL;
	g_autofree char *number = NULL;
	g_autofree char *what = NULL;
	gint start, end;
	guint32 ymd;

	if (!text ||
	    !g_regex_match(
		mb_regex_once(
		    &only_re,
		    "\\((" MB_RE_MONTH_SHORT "(?: 20\\d{2})?)"
		    "(?:[,;] ?(?:min(?:ute)?\\.? ?)?"
		    "((?:[a-z]{1,5}[/-])?\\d{1,4}(?:[./]\\d{1,4})*))?\\)",
		    G_REGEX_CASELESS),
		text, 0, &info))
		return FALSE;
	month = g_match_info_fetch(info, 1);
	number = g_match_info_fetch(info, 2);
	ymd = mb_link_complete(f, mb_link_month(month), TRUE);
	if (ymd && mb_link_is_earlier(f, ymd) &&
	    ymd / 100 != f->date_ymd / 100 && !mb_link_knows(f, ymd / 100)) {
		g_match_info_fetch_pos(info, 0, &start, &end);
		what = mb_link_words(text, (gsize)start, (gsize)end);
		mb_link_add_back(f, ymd, number && *number ? number : NULL,
		                 what);
	}
	return TRUE;
}

/* The date in the brackets at the end of a row's @subject: "Annual Report 2021
 * – 2022 (5 th September 2022)"; 0 when none stands there.  *what gets it. */
static guint32
date_of_subject(const struct mb_link_finder *f, const char *subject,
                char **what)
{
	const char *open = subject ? strrchr(subject, '(') : NULL;
	g_autoptr(GString) date = NULL;
	struct mb_date_hit hit;
	guint32 ymd;

	if (!open || !g_str_has_suffix(open, ")") || strlen(open) > 40)
		return 0;
	date = g_string_new(open + 1);
	g_string_replace(date, " th ", "th ", 1);
	g_string_replace(date, " st ", "st ", 1);
	g_string_replace(date, " nd ", "nd ", 1);
	g_string_replace(date, " rd ", "rd ", 1);
	if (!mb_date_find(date->str, 0, &hit) || hit.start > 12)
		return 0;
	ymd = mb_link_complete(f, hit.ymd, TRUE);
	if (!ymd || !mb_link_is_earlier(f, ymd))
		return 0;
	*what = g_strdup(date->str);
	return ymd;
}

/* "Annual Report 2021 – 2022 (5 th September 2022)": the subject of an action
 * says at which meeting it was set. */
static void
origin_of_title(struct mb_link_finder *f)
{
	const char *title = f->draft->item->title;
	g_autofree char *what = NULL;
	guint32 ymd;

	if (origin_in_brackets(f, title))
		return;
	ymd = date_of_subject(f, title, &what);
	if (ymd && !mb_link_knows(f, ymd / 100))
		mb_link_add_back(f, ymd, NULL, what);
}

/* Below "Subject (date of meeting)" a subject without a date is of the meeting
 * of the row above.  FALSE when no row tells. */
static gboolean
origin_above(struct mb_link_finder *f)
{
	guint head = f->draft->head;
	guint stop = head > TABLE_MAX_LINES ? head - TABLE_MAX_LINES : 0;
	static GRegex *head_re;
	g_autofree char *what = NULL;
	guint32 ymd = 0;

	for (guint i = head; i-- > stop;) {
		const struct mb_line *line = mb_lines_at(f->lines, i);
		const char *cell = line->cells ? line->cells[0] : NULL;

		if (line->kind != MB_LINE_ROW || !cell)
			continue;
		if (!ymd)
			ymd = date_of_subject(f, cell, &what);
		if (!mb_regex_in(&head_re,
		                 "\\(dates? of (?:the )?meeting\\)|"
		                 "\\((?:the )?meeting(?: date)?\\)",
		                 cell))
			continue;
		if (ymd)
			mb_link_add_back(f, ymd, NULL, what);
		return ymd != 0;
	}
	return FALSE;
}

/* "TB/58 29/04/25 Night buses": behind the number, the meeting that set it.
 * FALSE when no date stands there. */
static gboolean
origin_of_line(struct mb_link_finder *f)
{
	const struct mb_line *line = mb_lines_at(f->lines, f->draft->head);
	const struct mb_item *item = f->draft->item;
	const char *number = item->number;
	g_autofree char *what = NULL;
	struct mb_date_hit hit;
	gsize n = number ? strlen(number) : 0;
	guint32 ymd;

	if (!n || line->kind != MB_LINE_TEXT ||
	    !g_str_has_prefix(line->text, number) || line->text[n] != ' ' ||
	    !mb_date_find(line->text, n, &hit) || hit.start != n + 1)
		return FALSE;
	ymd = mb_link_complete(f, hit.ymd, TRUE);
	what = item->title ? g_strdup(item->title)
	                   : mb_link_words(line->text, n, n + 40);
	if (ymd && mb_link_is_earlier(f, ymd) && !mb_link_knows(f, ymd / 100))
		mb_link_add_back(f, ymd, NULL, what);
	return TRUE;
}

/* The cell of the head of the table that stands above cell @k of the row; NULL
 * when there is no head. */
static const char *
head_of_cell(const struct mb_link_finder *f, guint k)
{
	guint head = f->draft->head;
	guint stop = head > TABLE_MAX_LINES ? head - TABLE_MAX_LINES : 0;

	for (guint i = head; i-- > stop;) {
		const struct mb_line *line = mb_lines_at(f->lines, i);

		if (line->kind != MB_LINE_ROW || !line->cells ||
		    strpbrk(line->text, "0123456789"))
			continue;
		return k < g_strv_length(line->cells) ? line->cells[k] : NULL;
	}
	return NULL;
}

/* What stands in @cell behind a date: "44" of "11 May 2023, 44"; all of it
 * where it begins with none. */
static const char *
behind_date(const char *cell)
{
	struct mb_date_hit hit;

	if (!mb_date_find(cell, 0, &hit) || hit.start > 0)
		return cell;
	return cell + hit.end + strspn(cell + hit.end, " ,;:(-");
}

/* The number of the minute that a row of @cells is from, below "Minute",
 * "Agenda item", "Meeting date and minute": "34 Quay lighting".  Transfer full;
 * NULL when none is told. */
static char *
minute_of_row(const struct mb_link_finder *f, char *const *cells)
{
	static GRegex *head_re, *number_re;

	for (guint k = 0; cells[k]; k++) {
		g_autoptr(GMatchInfo) info = NULL;
		const char *head = head_of_cell(f, k);

		if (head &&
		    mb_regex_in(&head_re,
		                "\\b(?:minute|min|agenda item|resolution)\\b",
		                head) &&
		    g_regex_match(
			mb_regex_once(&number_re,
		                      "^((?:[A-Z]{1,5}[/-]?)?\\d{1,4}"
		                      "(?:[./-]\\d{1,4})*)(?=$|[ :.)–-])",
		                      0),
			behind_date(cells[k]), 0, &info))
			return g_match_info_fetch(info, 1);
	}
	return NULL;
}

/* "Meeting date", "Date raised", but not "Due", "Completed". */
static gboolean
names_meeting(const char *head)
{
	static GRegex *meeting_re;

	return mb_regex_in(&meeting_re,
	                   "^(?!.*\\b(?:next|due|target|complet|review|"
	                   "deadline|report)).*\\b(?:meeting|raised|origin|"
	                   "minutes? of)|^date(?: set| agreed)?$",
	                   head);
}

/* "Date raised: 9 September 2021" above "Minute: 44", of an action whose cells
 * are lines.  FALSE when none of them tells. */
static gboolean
origin_of_labels(struct mb_link_finder *f)
{
	g_autofree char *number = NULL;
	g_autofree char *what = NULL;
	guint32 ymd = 0;

	for (guint i = f->draft->head; i < f->draft->end; i++) {
		const char *text = mb_lines_at(f->lines, i)->text;
		const char *colon = strchr(text, ':');
		g_autofree char *label = NULL;
		struct mb_date_hit hit;

		if (!colon || colon - text > ORIGIN_MAX_BYTES)
			continue;
		label = g_ascii_strdown(text, colon - text);
		colon += 1 + strspn(colon + 1, " ");
		if (!ymd && names_meeting(label) &&
		    mb_date_find(colon, 0, &hit)) {
			ymd = mb_link_complete(f, hit.ymd, TRUE);
			what = g_strdup(text);
		} else if (!number && g_str_has_prefix(label, "minute") &&
		           g_ascii_isdigit(*colon)) {
			number = g_strndup(colon, strcspn(colon, " ,;"));
		}
	}
	if (!ymd || !mb_link_is_earlier(f, ymd) || ymd == f->date_ymd)
		return FALSE;
	mb_link_add_back(f, ymd, number, what);
	return TRUE;
}

/* "12 March 2020" below "Meeting date", "Date raised": the meeting that set the
 * row's action; below "Due", "Completed" it is another date.  FALSE when no
 * cell tells. */
static gboolean
origin_of_cells(struct mb_link_finder *f)
{
	const struct mb_line *line = mb_lines_at(f->lines, f->draft->head);
	g_autofree char *number = NULL;

	for (guint k = 0; line->cells && line->cells[k]; k++) {
		const char *cell = line->cells[k];
		const char *head = head_of_cell(f, k);
		struct mb_date_hit hit;
		guint32 ymd;

		if (!head || strlen(cell) > ORIGIN_MAX_BYTES ||
		    !names_meeting(head) || !mb_date_find(cell, 0, &hit))
			continue;
		ymd = mb_link_complete(f, hit.ymd, TRUE);
		if (!ymd || !mb_link_is_earlier(f, ymd) || ymd == f->date_ymd ||
		    mb_link_knows(f, ymd / 100))
			return FALSE;
		number = minute_of_row(f, line->cells);
		mb_link_add_back(f, ymd, number,
		                 f->draft->item->title ? f->draft->item->title
		                                       : cell);
		return TRUE;
	}
	return FALSE;
}

/* "Actions from last meeting" above the table that the row stands in. */
static gboolean
is_of_last_meeting(const struct mb_link_finder *f)
{
	static GRegex *table_re, *last_re;
	guint head = f->draft->head;
	guint stop = head > TABLE_MAX_LINES ? head - TABLE_MAX_LINES : 0;

	for (guint i = head; i-- > stop;) {
		const struct mb_line *line = mb_lines_at(f->lines, i);

		if (line->kind == MB_LINE_ROW || line->furniture ||
		    strlen(line->text) > TABLE_TITLE_MAX_BYTES ||
		    !mb_regex_in(
			&table_re,
			"^\\W*(?:\\w{1,4}[.)] )?(?:(?:new|current|open|"
			"outstanding|ongoing|completed|review of|update "
			"on|progress on|the) )*actions?\\b",
			line->text))
			continue;
		return mb_regex_in(&last_re,
		                   "\\b(?:from|of|at|since)\\b[^.]{0,20}\\b(?:"
		                   "last|previous)\\b",
		                   line->text);
	}
	return FALSE;
}

/* Whether something in the row links it back already. */
static gboolean
origin_known(const struct mb_link_finder *f)
{
	for (guint i = 0; i < f->draft->item->refs->len; i++) {
		const struct mb_ref *r =
		    g_ptr_array_index(f->draft->item->refs, i);

		if (r->dir == MB_REF_BACK)
			return TRUE;
	}
	return FALSE;
}

static void
origin_of_table(struct mb_link_finder *f)
{
	guint32 ymd = is_of_last_meeting(f) ? mb_link_previous(f) : 0;

	if (ymd)
		mb_link_add_back(f, ymd, NULL, "actions from last meeting");
}

/* An action's number says when it was set, or its subject does, or what stands
 * above the table. */
void
mb_links_back_origin(struct mb_link_finder *f, const char *text)
{
	const char *number = f->draft->item->number;
	guint32 ymd = number ? mb_link_month_of_number(number) : 0, last;
	g_autofree char *what = NULL;

	origin_of_title(f);
	if (!f->draft->item->refs->len)
		origin_in_brackets(f, text);
	if (!ymd && !origin_of_cells(f) && !origin_of_labels(f) &&
	    !origin_of_line(f) && !origin_known(f) && !origin_above(f))
		origin_of_table(f);
	if (!ymd || ymd / 100 >= f->date_ymd / 100 ||
	    ymd / 10000 + ORIGIN_MAX_YEARS < f->date_ymd / 10000)
		return;
	last = mb_link_previous(f);
	if (last / 100 == ymd / 100)
		ymd = last;
	what = g_strdup_printf("origin of action %s", number);
	mb_link_add_back(f, ymd, g_ascii_isdigit(*number) ? number : NULL,
	                 what);
}
