#include "indexer/unconfirmed.h"

#include <string.h>

#include "indexer/patterns.h"

/* "DRAFT" stands this many lines above the title at most. */
#define ABOVE_LINES 3
/* "These minutes are subject to confirmation at the next meeting" stands among
 * this many last lines. */
#define END_LINES 8

/* "DRAFT" on a line of its own; "Draft Minutes of the Meeting of Limerick City
 * and County Council's Travel and Transportation …"; "Minutes (Draft)"; but not
 * "MINUTES OF PROCEEDINGS AT DRAFT BUDGETARY PLAN MEETING". */
static const char in_title[] =
    "^\\W*draft\\W*$|\\bdraft (?:unconfirmed |unapproved )?minutes\\b|"
    "\\bminutes? ?(?:[-–—(:] ?)?draft\\)?\\W*$|"
    "\\bun(?:confirmed|approved)\\b|"
    "\\bsubject to (?:confirmation|approval|ratification|adoption)\\b";

/* At the end; in the text "subject to approval" is said of anything. */
static const char at_end[] =
    "\\b(?:draft|minutes)\\b.{0,60}\\bsubject to (?:confirmation|approval|"
    "ratification|adoption)\\b|"
    "^\\W*(?:draft )?subject to (?:confirmation|approval|ratification)\\b|"
    "^\\W*(?:these|the above) (?:minutes )?are (?:draft|unconfirmed)\\b";

static gboolean
is_said_in(const struct mb_lines *lines, guint first, guint end, GRegex *regex)
{
	for (guint i = first; i < end; i++)
		if (g_regex_match(regex, mb_lines_at(lines, i)->text, 0, NULL))
			return TRUE;
	return FALSE;
}

static gboolean
is_said_by_header(const struct mb_lines *lines, const struct mb_part *part,
                  GRegex *regex)
{
	for (guint i = part->first; i < part->end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		if (line->furniture &&
		    g_regex_match(regex, line->text, 0, NULL))
			return TRUE;
	}
	return FALSE;
}

/* "Draft_Minutes_-_Meeting_of_…_17th_April_2023.md" */
static gboolean
is_said_by_name(const char *path, GRegex *regex)
{
	g_autofree char *name = g_path_get_basename(path);
	char *dot = strrchr(name, '.');

	if (dot)
		*dot = '\0';
	g_strdelimit(name, "_-", ' ');
	return g_regex_match(regex, name, 0, NULL);
}

/* Is the agenda of a later meeting in the paper? */
static gboolean
is_to_be_confirmed(const struct mb_part *part,
                   const struct mb_meetings *meetings)
{
	guint32 date_ymd = part->meeting->date_ymd;

	for (guint i = 0; date_ymd && i < meetings->parts->len; i++) {
		const struct mb_part *other = meetings->parts->pdata[i];

		if (other->kind == MB_PART_AGENDA &&
		    other->meeting->date_ymd > date_ymd)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_draft(const struct mb_part *part, const struct mb_lines *lines,
         const struct mb_meetings *meetings, const char *path)
{
	static GRegex *title_re, *end_re;
	guint above = MIN(part->first, ABOVE_LINES);
	guint tail = MAX(part->body, part->end - MIN(part->end, END_LINES));
	GRegex *title = mb_regex_once(&title_re, in_title, G_REGEX_CASELESS);
	GRegex *end = mb_regex_once(&end_re, at_end, G_REGEX_CASELESS);

	return is_said_by_name(path, title) ||
	       is_said_in(lines, part->first - above, part->body, title) ||
	       is_said_by_header(lines, part, title) ||
	       is_said_in(lines, tail, part->end, end) ||
	       is_to_be_confirmed(part, meetings);
}

void
mb_unconfirmed_mark(GPtrArray *drafts, const struct mb_lines *lines,
                    const struct mb_meetings *meetings, const char *path)
{
	const struct mb_part *known = NULL;
	gboolean draft = FALSE;

	for (guint i = 0; i < drafts->len; i++) {
		const struct mb_draft *d = drafts->pdata[i];

		if (d->item->kind != MB_KIND_MINUTE || !d->part)
			continue;
		if (d->part != known) {
			known = d->part;
			draft = is_draft(known, lines, meetings, path);
		}
		for (guint k = 0; k < d->item->sources->len; k++) {
			struct mb_source *s = d->item->sources->pdata[k];

			s->draft = draft;
		}
	}
}
