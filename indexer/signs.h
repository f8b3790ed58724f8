/* signs: which lines begin a part of a paper: titles of minutes and agendas,
 * headers of reports, appendices, trackers, decision notices.
 * In: struct mb_lines, struct mb_looks.  Out: yes or no.  Called by parts.c;
 * a few by reports.c, unnumbered.c and items.c. */
#ifndef MB_INDEXER_SIGNS_H
#define MB_INDEXER_SIGNS_H

#include <glib.h>

#include "indexer/looks.h"
#include "indexer/meetings.h"

struct mb_signs {
	const struct mb_lines *lines;
	const struct mb_looks *looks;
	guint n;                    /* of lines */
	const struct mb_part *part; /* the part before; NULL at first */
};

/* Whether line @i begins minutes: their title, and a list of who was there
 * below it. */
gboolean mb_signs_minutes(const struct mb_signs *f, guint i);

/* Whether line @i is a heading by markup that says no more than when a meeting
 * was held: "## Meeting held on Tuesday 12 March 2024". */
gboolean mb_signs_sitting(const struct mb_signs *signs, guint i);

/* "AGENDA", "Agenda - Public Session" */
gboolean mb_signs_agenda(const struct mb_signs *f, guint i);

/* "Supplementary agenda": of what came too late for the first. */
gboolean mb_signs_supplement(const struct mb_look *look);

/* "Action Tracker – …" above a table */
gboolean mb_signs_actions(const struct mb_signs *f, guint i);

/* The first heading of a meeting's page on a web site. */
gboolean mb_signs_web(const struct mb_signs *f, guint i);

/* "No. Item", the head of such a page's table, left of it as text. */
gboolean mb_signs_is_web_head(const char *fold);

/* "Report of the …", "From: …" with other labels of reports below. */
gboolean mb_signs_report(const struct mb_signs *f, guint i);

/* How many labels and headings of a report stand in the lines below @i. */
guint mb_signs_of_report(const struct mb_signs *f, guint i);

/* The line above a report's author that names its meeting or its title; @i
 * when there is none. */
guint mb_signs_names_above(const struct mb_signs *f, guint i);

/* Whether line @i stands among the labels that the report begins with. */
gboolean mb_signs_in_report_title(const struct mb_signs *f, guint i);

/* "Appendix 1 – Contact Activity Data" */
gboolean mb_signs_appendix(const struct mb_signs *f, guint i);

/* "Decision Notice", "Record of Decisions" */
gboolean mb_signs_decision(const struct mb_signs *f, guint i);

/* The label of a list that only minutes have: "PRESENT", "In attendance". */
gboolean mb_signs_presence(const struct mb_signs *f, guint i);

/* The label of any attendance list: "PRESENT", "Officers:", "Members Present:
 * Councillors …". */
gboolean mb_signs_attendance(const struct mb_lines *lines,
                             const struct mb_looks *looks, guint i);

/* "Equality Impact Assessment [version 2.9]", the form behind a report */
gboolean mb_signs_assessment(const struct mb_signs *f, guint i);

/* The number in a line that heads a report in a pack: "Agenda Item No. 5".
 * Transfer full; NULL when it does not. */
char *mb_signs_item_header(const char *fold);

/* Whether line @i is the title of an annex of questions and answers. */
gboolean mb_signs_questions(const struct mb_signs *f, guint i);
/* The same, with its label: "Annex B - Public questions and replies". */
gboolean mb_signs_questions_annex(const struct mb_signs *f, guint i);

#endif
