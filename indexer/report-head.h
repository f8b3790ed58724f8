/* report-head: what the lines at the head of a report are: the meeting it is
 * for, labels with their values, the title.
 * In: a part of the paper.  Out: lines.  Called by reports.c.
 *
 *	Cabinet                          <- place
 *	4 March 2025                     <- place
 *	Quay Lights Renewal Plan         <- title
 *	Relevant Portfolio Holder  ...   <- label
 *	Wards Affected             All   <- label
 *	1. Purpose of Report             <- here its text begins */
#ifndef MB_INDEXER_REPORT_HEAD_H
#define MB_INDEXER_REPORT_HEAD_H

#include <glib.h>

#include "indexer/looks.h"
#include "indexer/meetings.h"

/* Find the title of a report that no label "Subject:" gives.
 *   first, end  of the title: set when TRUE
 *   returns     FALSE when none of the head's lines is one */
gboolean mb_report_head_title(const struct mb_lines *lines,
                              const struct mb_looks *looks,
                              const struct mb_part *part, guint *first,
                              guint *end);

/* Whether line @i is no more of the value of a label above it: it is a label of
 * its own, or the report's text. */
gboolean mb_report_head_ends_value(const struct mb_lines *lines,
                                   const struct mb_looks *looks, guint i);

/* The first line below the head. */
guint mb_report_head_end(const struct mb_lines *lines,
                         const struct mb_looks *looks,
                         const struct mb_part *part);

/* Whether line @i is nothing but the date of the meeting, "Meeting to be held
 * on 4 March 2025", or nothing but its name; @date_ymd or @committee (transfer
 * full) is set. */
gboolean mb_report_head_date(const struct mb_lines *lines, guint i,
                             guint32 *date_ymd);
gboolean mb_report_head_body(const struct mb_lines *lines,
                             const struct mb_looks *looks, guint i,
                             char **committee);

#endif
