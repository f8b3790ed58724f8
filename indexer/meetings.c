#include "config.h"

#include "indexer/meetings.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/councils.h"
#include "indexer/listed.h"
#include "indexer/looks.h"
#include "indexer/meeting-dates.h"
#include "indexer/page-name.h"
#include "indexer/parts.h"
#include "indexer/report-meeting.h"
#include "indexer/reports.h"
#include "indexer/signs.h"
#include "indexer/titles.h"
#include "indexer/who-met.h"

static void
meeting_free(gpointer data)
{
	struct mb_meeting *meeting = data;

	g_free(meeting->committee);
	g_free(meeting->council);
	g_free(meeting);
}

static void
part_free(gpointer data)
{
	struct mb_part *part = data;

	g_free(part->number);
	g_free(part->withheld);
	g_free(part);
}

/* A municipality's name stands in so many lines of the title. */
#define MUNICIPALITY_LINES 5

/* So many lines head a notice of decisions. */
#define DECISION_HEAD 8

struct namer {
	const struct mb_lines *lines;
	const struct mb_looks *looks;
	const char *path;
	const char *council; /* configured; NULL */
	char *printed;       /* council named in the paper; NULL */
	struct mb_meetings *all;
};

static gboolean
same_text(const char *a, const char *b)
{
	return a && b && !g_ascii_strcasecmp(a, b);
}

/* The meeting of the paper that is the same as @found, which is then freed;
 * @found itself when it is new. */
static const struct mb_meeting *
keep_meeting(struct namer *n, struct mb_meeting *found)
{
	guint i;

	for (i = 0; i < n->all->meetings->len; i++) {
		struct mb_meeting *m = g_ptr_array_index(n->all->meetings, i);

		if (m->date_ymd == found->date_ymd &&
		    (same_text(m->committee, found->committee) ||
		     (!m->committee && !found->committee))) {
			meeting_free(found);
			return m;
		}
	}
	g_ptr_array_add(n->all->meetings, found);
	return found;
}

/* Whether parts of this kind say themselves which meeting they are of. */
static gboolean
has_title(enum mb_part_kind kind)
{
	switch (kind) {
	case MB_PART_AGENDA:
	case MB_PART_MINUTES:
	case MB_PART_DECISION:
	case MB_PART_WEB:
		return TRUE;
	case MB_PART_FRONT:
	case MB_PART_REPORT:
	case MB_PART_APPENDIX:
	case MB_PART_ACTIONS:
	case MB_PART_QUESTIONS:
		return FALSE;
	}
	return FALSE;
}

/* Where the items of a part begin.  Where nothing stands above them, the top of
 * the paper is theirs. */
static guint
top_of(const struct mb_part *part)
{
	if (!has_title(part->kind))
		return G_MAXUINT;
	return part->body == part->first ? 0 : part->body;
}

/* A parish council has no committees to speak of: it met itself.  "Parish
 * Council" is the one that the paper names elsewhere, and no county's. */
static void
name_parish(const struct namer *n, const struct mb_part *part,
            struct mb_meeting *meeting)
{
	guint top = top_of(part);
	/* "Annual Parish Meeting" is no type of council. */
	const char *type =
	    meeting->committee && mb_bodies_has_body(meeting->committee,
	                                             strlen(meeting->committee))
		? meeting->committee
		: NULL;
	g_autofree char *printed = NULL;

	if (meeting->committee && !mb_bodies_is_anyones(meeting->committee))
		return;
	printed =
	    n->council && (!type || mb_councils_has_type(n->council, type))
		? g_strdup(n->council)
		: mb_councils_find(n->lines, type);
	/* "to be introduced at Municipal Council" */
	if (!printed || mb_bodies_is_anyones(printed) ||
	    ((!type || !g_ascii_strcasecmp(type, "council")) &&
	     g_strcmp0(printed, n->council) &&
	     !mb_councils_is_host(n->lines, top, printed))) {
		g_clear_pointer(&meeting->council, g_free);
		return;
	}
	g_free(meeting->committee);
	meeting->committee = g_strdup(printed);
	g_free(meeting->council);
	meeting->council = g_strdup(printed);
}

/* "The Corporation of the Township of Marram" over an agenda that names no
 * body: a corporation acts by its council.  A "Town of Marram" met itself, as a
 * parish council does. */
static void
name_municipality(const struct namer *n, const struct mb_part *part,
                  struct mb_meeting *meeting)
{
	guint end = MIN(part->end, part->first + MUNICIPALITY_LINES);

	for (guint i = part->first; i < end; i++) {
		const struct mb_look *look = mb_looks_at(n->looks, i);
		const char *text = mb_lines_at(n->lines, i)->text;

		gboolean corporate = FALSE;

		if (!mb_who_met_is_municipality(look))
			continue;
		if (mb_bodies_begins(text, "the "))
			text += strlen("the ");
		if (mb_bodies_begins(text, "corporation of the ")) {
			text += strlen("corporation of the ");
			corporate = TRUE;
		}
		if (!meeting->committee)
			meeting->committee =
			    g_strdup(corporate ? "Council" : text);
		if (!meeting->council)
			meeting->council = g_strdup(text);
	}
	/* The page of an agenda may name it in its title alone. */
	if (!meeting->committee && !meeting->council && n->lines->title) {
		meeting->committee = mb_who_met_site(n->lines->title);
		meeting->council = g_strdup(meeting->committee);
	}
}

/* Whether the meeting is of the council that the paper names most.  A parish's
 * is often named once, as a guest of a larger one's committee. */
static gboolean
is_of_printed(const struct namer *n, const struct mb_part *part,
              const char *committee)
{
	if (!n->printed || (committee && mb_bodies_is_anyones(committee)))
		return FALSE;
	return (committee &&
	        !mb_councils_has_type(n->printed, "Community Council") &&
	        !mb_councils_has_type(n->printed, "Parish Council")) ||
	       mb_councils_is_host(n->lines, top_of(part), n->printed);
}

static void
name_council(struct namer *n, const struct mb_part *part,
             struct mb_meeting *meeting)
{
	char *council;

	/* What the title names, else what is configured: the rest of a paper
	 * speaks of the "Children in Care Council" too. */
	if (!meeting->council && n->council)
		meeting->council = g_strdup(n->council);
	/* Marram Parish Council is no committee of the county's. */
	if (!meeting->council && meeting->committee &&
	    mb_councils_has_type(meeting->committee, "Council") &&
	    mb_councils_is_authority(meeting->committee))
		meeting->council = g_strdup(meeting->committee);
	if (!meeting->council && is_of_printed(n, part, meeting->committee))
		meeting->council = g_strdup(n->printed);
	if (meeting->council) {
		council = mb_councils_uncapitalise(meeting->council, n->lines);
		g_free(meeting->council);
		meeting->council = council;
	}
	if (meeting->committee) {
		council =
		    mb_councils_uncapitalise(meeting->committee, n->lines);
		g_free(meeting->committee);
		meeting->committee = council;
	}
}

/* Where the lines end that may name a part's meeting.  The title of a decision
 * is that of its form, "DECISION SHEET": who met, and when, stands below it. */
static guint
naming_end(const struct mb_part *part)
{
	return part->kind == MB_PART_DECISION
	           ? MIN(part->end,
	                 MAX(part->body, part->first + DECISION_HEAD))
	           : part->body;
}

/* "## Meeting held on Tuesday 12 March 2024" names no body: its minutes are of
 * the one that the part above them is of. */
static gboolean
is_sitting(const struct namer *n, const struct mb_part *part)
{
	const struct mb_signs signs = { n->lines, n->looks,
		                        n->lines->lines->len, NULL };

	return part->kind == MB_PART_MINUTES && part->first < part->end &&
	       mb_signs_sitting(&signs, part->first);
}

/* "The Ordinary Meeting will follow", with an agenda of its own; "Minutes of
 * the General Meeting" right below those of the annual one: on the same day. */
static gboolean
is_same_day(const struct mb_part *part, const struct mb_part *before)
{
	return part->kind == MB_PART_AGENDA ||
	       (part->kind == MB_PART_MINUTES && before &&
	        before->kind == MB_PART_MINUTES);
}

/* The meeting of @part, which stands behind @before, NULL for the first part.
 *   above  the last meeting that a part before has; NULL */
static const struct mb_meeting *
read_meeting(struct namer *n, const struct mb_part *part,
             const struct mb_part *before, const struct mb_meeting *above)
{
	struct mb_meeting *meeting = g_new0(struct mb_meeting, 1);
	gboolean by_title = has_title(part->kind) ||
	                    part->kind == MB_PART_ACTIONS ||
	                    part->kind == MB_PART_QUESTIONS;
	g_auto(mb_listed) listed = { 0 };
	gboolean weak = FALSE;

	if (part->first < part->end &&
	    mb_listed_read(mb_lines_at(n->lines, part->first), &listed)) {
		meeting->date_ymd = listed.date_ymd;
		meeting->date_source = MB_DATE_TITLE;
		meeting->committee = g_steal_pointer(&listed.committee);
	} else if (by_title)
		mb_titles_read(n->lines, n->looks, part->first,
		               naming_end(part), part->kind == MB_PART_AGENDA,
		               meeting, &weak);
	if (part->kind == MB_PART_WEB)
		mb_page_name_read(n->lines, part->first, part->body, meeting);
	/* "Decision Maker: Cabinet" where no title names it, and below the text
	 * "Date of decision: 01/03/2019". */
	if (part->kind == MB_PART_DECISION || !by_title)
		mb_report_meeting_read(n->lines, n->looks, part, meeting);
	mb_meeting_dates_settle(n->lines, n->path, part, weak, meeting);
	if (!meeting->date_ymd && above && is_same_day(part, before)) {
		meeting->date_ymd = above->date_ymd;
		meeting->date_source = above->date_source;
	}
	if (!meeting->committee && above && is_sitting(n, part))
		meeting->committee = g_strdup(above->committee);
	if (!meeting->committee && n->lines->title)
		meeting->committee = mb_titles_committee(n->lines->title);
	if (!meeting->committee)
		meeting->committee = mb_titles_committee_of_path(n->path);
	name_parish(n, part, meeting);
	name_municipality(n, part, meeting);
	name_council(n, part, meeting);
	return keep_meeting(n, meeting);
}

/* The meeting that reports of a pack are for is its agenda's. */
static const struct mb_meeting *
find_agenda(const struct mb_meetings *all)
{
	guint i;

	for (i = 0; i < all->parts->len; i++) {
		const struct mb_part *part = g_ptr_array_index(all->parts, i);

		if (part->kind == MB_PART_AGENDA && part->meeting)
			return part->meeting;
	}
	return NULL;
}

static void
name_meetings(struct namer *n)
{
	const struct mb_meeting *agenda, *last = NULL;
	const struct mb_part *before = NULL;
	guint i;

	for (i = 0; i < n->all->parts->len; i++) {
		struct mb_part *part = g_ptr_array_index(n->all->parts, i);

		if (has_title(part->kind) ||
		    (part->kind == MB_PART_QUESTIONS && i == 0))
			part->meeting = read_meeting(n, part, before, last);
		if (part->meeting)
			last = part->meeting;
		before = part;
	}
	last = NULL;
	agenda = find_agenda(n->all);
	for (i = 0; i < n->all->parts->len; i++) {
		struct mb_part *part = g_ptr_array_index(n->all->parts, i);

		if (!part->meeting)
			part->meeting = agenda ? agenda : last;
		if (!part->meeting)
			part->meeting = read_meeting(n, part, NULL, last);
		last = part->meeting;
	}
}

/* What follows the appendices' list of a report is an appendix of it. */
static struct mb_part *
part_appendix(const struct mb_lines *lines, const struct mb_looks *looks,
              struct mb_part *report)
{
	guint title, at = mb_reports_appendix(lines, looks, report, &title);
	struct mb_part *part;

	if (at >= report->end)
		return NULL;
	part = g_new0(struct mb_part, 1);
	part->kind = MB_PART_APPENDIX;
	part->first = at;
	part->end = report->end;
	part->number = g_strdup(report->number);
	part->withheld = g_strdup(report->withheld);
	report->end = at;
	mb_reports_title(lines, looks, part);
	if (title < at) {
		part->title_first = title;
		part->title_end = part->body = at;
	}
	return part;
}

/* An entry of a list of decisions has its title in its first line. */
static gboolean
is_listed(const struct mb_lines *lines, const struct mb_part *part)
{
	g_auto(mb_listed) listed = { 0 };

	return part->kind == MB_PART_DECISION &&
	       mb_listed_read(mb_lines_at(lines, part->first), &listed);
}

/* The titles of reports and appendices, and the appendices that no heading
 * announces. */
static void
read_reports(struct mb_meetings *all, const struct mb_lines *lines,
             const struct mb_looks *looks)
{
	const char *number = NULL;
	guint i;

	for (i = 0; i < all->parts->len; i++) {
		struct mb_part *part = g_ptr_array_index(all->parts, i);
		struct mb_part *appendix;

		if (part->kind != MB_PART_REPORT &&
		    part->kind != MB_PART_APPENDIX &&
		    part->kind != MB_PART_DECISION)
			continue;
		if (is_listed(lines, part))
			part->body = part->title_end = part->first + 1;
		else
			mb_reports_title(lines, looks, part);
		if (part->kind == MB_PART_APPENDIX && !part->number)
			part->number = g_strdup(number);
		number = part->number;
		if (part->kind != MB_PART_REPORT)
			continue;
		appendix = part_appendix(lines, looks, part);
		if (appendix)
			g_ptr_array_insert(all->parts, (gint)++i, appendix);
	}
}

struct mb_meetings *
mb_meetings_find(const struct mb_lines *lines, const char *path,
                 const struct mb_conf *conf)
{
	struct mb_meetings *all = g_new0(struct mb_meetings, 1);
	struct mb_looks *looks = mb_looks_new(lines);
	g_autofree char *printed = mb_councils_find(lines, NULL);
	struct namer namer = { lines,   looks, path, mb_conf_council(conf),
		               printed, all };

	all->looks = looks;
	all->meetings = g_ptr_array_new_with_free_func(meeting_free);
	all->parts =
	    mb_parts_find(lines, looks, path, mb_conf_exempt_words(conf));
	g_ptr_array_set_free_func(all->parts, part_free);
	read_reports(all, lines, looks);
	name_meetings(&namer);
	return all;
}

void
mb_meetings_free(struct mb_meetings *meetings)
{
	if (!meetings)
		return;
	g_ptr_array_unref(meetings->parts);
	g_ptr_array_unref(meetings->meetings);
	mb_looks_free(meetings->looks);
	g_free(meetings);
}

const char *
mb_part_kind_name(enum mb_part_kind kind)
{
	switch (kind) {
	case MB_PART_FRONT:
		return "front";
	case MB_PART_AGENDA:
		return "agenda";
	case MB_PART_MINUTES:
		return "minutes";
	case MB_PART_REPORT:
		return "report";
	case MB_PART_APPENDIX:
		return "appendix";
	case MB_PART_ACTIONS:
		return "actions";
	case MB_PART_DECISION:
		return "decision";
	case MB_PART_QUESTIONS:
		return "questions";
	case MB_PART_WEB:
		return "web";
	}
	return "front";
}

char *
mb_meetings_dump(const struct mb_meetings *meetings,
                 const struct mb_lines *lines)
{
	GString *out = g_string_new(NULL);
	guint i;

	for (i = 0; i < meetings->parts->len; i++) {
		const struct mb_part *part =
		    g_ptr_array_index(meetings->parts, i);
		const struct mb_meeting *m = part->meeting;
		g_autofree char *date = mb_date_to_iso(m->date_ymd);

		g_string_append_printf(
		    out, "%s %u-%u %s (%s) | %s | %s",
		    mb_part_kind_name(part->kind), part->first, part->end,
		    date ? date : "-", mb_date_source_name(m->date_source),
		    m->committee ? m->committee : "-",
		    m->council ? m->council : "-");
		if (part->number)
			g_string_append_printf(out, " | item %s", part->number);
		if (part->title_end > part->title_first)
			g_string_append_printf(
			    out, " | %s",
			    mb_lines_at(lines, part->title_first)->text);
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}
