#include "config.h"

#include "indexer/report-meeting.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/nameless.h"
#include "indexer/report-head.h"
#include "indexer/reports.h"
#include "indexer/titles.h"

/* How far down a report its labels stand. */
#define MAX_LABEL_LINES 40

static const char *const meeting_labels[] = { "to",
	                                      "report to",
	                                      "committee",
	                                      "meeting",
	                                      "report for",
	                                      "decision maker",
	                                      "name of committee",
	                                      "meeting of",
	                                      "decision to be taken by",
	                                      "decision due",
	                                      "made at meeting",
	                                      "body",
	                                      "meeting name",
	                                      "for submission to",
	                                      "report presented to",
	                                      "committee and date",
	                                      NULL };

static const char *const date_labels[] = { "date",
	                                   "date of meeting",
	                                   "meeting date",
	                                   "meeting/date",
	                                   "date and time",
	                                   "date & time",
	                                   "date of committee",
	                                   "committee date",
	                                   "date of decision",
	                                   "decision date",
	                                   "date decision made",
	                                   "date decision taken",
	                                   "date of record",
	                                   "decision due",
	                                   "to",
	                                   "meeting",
	                                   "report to",
	                                   "report for",
	                                   "committee and date",
	                                   NULL };

static const char *const decider_labels[] = {
	"decision maker",   "decision taken by", "decision by",      "taken by",
	"portfolio holder", "cabinet member",    "executive member", NULL
};

static char *
value_of(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
         gsize n, guint end)
{
	GString *out = g_string_new(mb_lines_at(lines, i)->text + n);
	guint k, last = mb_reports_value_end(lines, looks, i, end);

	for (k = i + 1; k < last; k++)
		g_string_append_printf(out, " %s", mb_lines_at(lines, k)->text);
	return g_string_free(out, FALSE);
}

static void
read_label(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
           guint end, struct mb_meeting *meeting)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	gsize n = mb_reports_label(line, meeting_labels);

	if (n && !meeting->committee) {
		g_autofree char *value = value_of(lines, looks, i, n, end);
		const char *by = strstr(value, " by ");

		meeting->committee = mb_titles_committee(value);
		/* "Decision due: 1 Mar 2019 by Cabinet" */
		if (!meeting->committee && by)
			meeting->committee =
			    mb_titles_committee(by + strlen(" by "));
	}
	n = mb_reports_label(line, date_labels);
	if (n && !meeting->date_ymd) {
		g_autofree char *value = value_of(lines, looks, i, n, end);
		struct mb_date_hit hit;

		if (mb_date_find(value, 0, &hit) && mb_date_valid(hit.ymd)) {
			meeting->date_ymd = hit.ymd;
			meeting->date_source = MB_DATE_TITLE;
		}
	}
}

/* "Portfolio Holder: Councillor Orme, Cabinet Member for Place" on the notice
 * of a decision that no body took. */
static void
read_decider(const struct mb_lines *lines, const struct mb_looks *looks,
             guint i, guint end, struct mb_meeting *meeting)
{
	gboolean known = meeting->committee &&
	                 g_strcmp0(meeting->committee, meeting->council);
	gsize n =
	    known ? 0 : mb_reports_label(mb_lines_at(lines, i), decider_labels);
	g_autofree char *value = n ? value_of(lines, looks, i, n, end) : NULL;
	char *post = value ? mb_nameless_post(value) : NULL;

	if (!post)
		return;
	g_free(meeting->committee);
	meeting->committee = post;
}

/* "a Public Hearing was held on Wednesday, February 28, 2024", "IT WAS THE
 * DECISION OF THE COMMITTEE OF ADJUSTMENT THAT": the notice of a decision is
 * written to the applicant, on another day. */
static void
read_hearing(const struct mb_lines *lines, guint i, guint end,
             struct mb_meeting *meeting)
{
	static const char held[] = "hearing was held on ";
	static const char decision[] = "was the decision of the ";
	g_autofree char *text = g_strjoin(
	    " ", mb_lines_at(lines, i)->text,
	    i + 1 < end ? mb_lines_at(lines, i + 1)->text : NULL, NULL);
	g_autofree char *lower = g_ascii_strdown(text, -1);
	const char *at = strstr(lower, held);
	struct mb_date_hit hit;

	if (at && mb_date_find(text, (gsize)(at - lower), &hit) &&
	    mb_date_valid(hit.ymd)) {
		meeting->date_ymd = hit.ymd;
		meeting->weekday = hit.weekday;
		meeting->date_source = MB_DATE_TITLE;
	}
	at = strstr(lower, decision);
	if (at && !meeting->committee)
		meeting->committee =
		    mb_titles_committee(text + (at - lower) + strlen(decision));
}

/* A row of labels, and their values below it: "Item No. Classification: Date:
 * Meeting Name:", "9 Open May 20 2008 Executive". */
static void
read_label_row(const struct mb_lines *lines, const struct mb_looks *looks,
               guint i, guint end, struct mb_meeting *meeting)
{
	const char *fold = mb_looks_at(looks, i)->fold;
	guint next = mb_looks_next(lines, i + 1, end);
	struct mb_date_hit hit;
	const char *text;

	if (next >= end || meeting->date_ymd || !strstr(fold, "date:") ||
	    !(strstr(fold, "meeting") || strstr(fold, "committee") ||
	      strstr(fold, "decision")))
		return;
	text = mb_lines_at(lines, next)->text;
	if (!mb_date_find(text, 0, &hit) || !mb_date_valid(hit.ymd))
		return;
	meeting->date_ymd = hit.ymd;
	meeting->date_source = MB_DATE_TITLE;
	if (!meeting->committee) {
		g_autofree char *name = mb_titles_committee(
		    text + hit.end + strspn(text + hit.end, " |"));

		if (name && mb_bodies_is(name))
			meeting->committee = g_steal_pointer(&name);
	}
}

/* "Cabinet", then "4 March 2025", each in a line of its own at the head. */
static void
read_places(const struct mb_lines *lines, const struct mb_looks *looks,
            const struct mb_part *part, struct mb_meeting *meeting)
{
	guint end = mb_report_head_end(lines, looks, part);

	for (guint i = part->first; i < end; i++) {
		g_autofree char *committee = NULL;
		guint32 ymd;

		if (mb_lines_at(lines, i)->furniture)
			continue;
		if (!meeting->date_ymd && mb_report_head_date(lines, i, &ymd)) {
			meeting->date_ymd = ymd;
			meeting->date_source = MB_DATE_TITLE;
		}
		if (!meeting->committee &&
		    mb_report_head_body(lines, looks, i, &committee))
			meeting->committee = g_steal_pointer(&committee);
	}
}

void
mb_report_meeting_read(const struct mb_lines *lines,
                       const struct mb_looks *looks, const struct mb_part *part,
                       struct mb_meeting *meeting)
{
	/* On a decision's page its date stands below its text. */
	guint end = part->kind == MB_PART_DECISION
	                ? part->end
	                : MIN(part->end, part->first + MAX_LABEL_LINES);
	guint i;

	for (i = part->first; i < end; i++) {
		const struct mb_look *look = mb_looks_at(looks, i);
		const char *text = mb_lines_at(lines, i)->text;
		struct mb_date_hit hit;

		read_label_row(lines, looks, i, end, meeting);
		read_label(lines, looks, i, end, meeting);
		if (part->kind == MB_PART_DECISION) {
			read_hearing(lines, i, end, meeting);
			read_decider(lines, looks, i, end, meeting);
		}
		/* "Children's Services Scrutiny Committee – 29th June, 2020" */
		if (i > part->first + 6 || meeting->date_ymd ||
		    look->n_words > 20 || !mb_reports_is_header(look, text) ||
		    !mb_date_find(text, 0, &hit) || !mb_date_valid(hit.ymd))
			continue;
		meeting->date_ymd = hit.ymd;
		meeting->date_source = MB_DATE_TITLE;
		if (!meeting->committee)
			meeting->committee = mb_titles_committee(text);
	}
	if (part->kind == MB_PART_REPORT)
		read_places(lines, looks, part, meeting);
}
