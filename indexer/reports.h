/* reports: the first lines of reports, appendices and decision notices: their
 * titles.
 * In: a part of the paper.  Out: its title and body.  Called by meetings.c. */
#ifndef MB_INDEXER_REPORTS_H
#define MB_INDEXER_REPORTS_H

#include <glib.h>

#include "indexer/looks.h"
#include "indexer/meetings.h"

/* Set title_first, title_end and body of a report, appendix or decision. */
void mb_reports_title(const struct mb_lines *lines,
                      const struct mb_looks *looks, struct mb_part *part);

/* Where an appendix begins inside the report, after its list of appendices and
 * background papers; @part->end when none does.
 *   title  first line of the appendix's title; it may be the last entry of
 *          the list when the appendix itself has none */
guint mb_reports_appendix(const struct mb_lines *lines,
                          const struct mb_looks *looks,
                          const struct mb_part *part, guint *title);

/* Bytes of the label at the start of @line, with its mark and space, when it is
 * one of @labels, NULL-terminated and in small letters; 0 when it is not. */
gsize mb_reports_label(const struct mb_line *line, const char *const *labels);

/* Whether a line names the meeting, the council or the place in the pack. */
gboolean mb_reports_is_header(const struct mb_look *look, const char *text);

/* Bytes of the label at the start of a line, "Subject: ", up to its value; 0
 * when the line does not begin with one of the labels of a title. */
gsize mb_reports_title_label(const struct mb_line *line);

/* The first line after the value of the label in line @i. */
guint mb_reports_value_end(const struct mb_lines *lines,
                           const struct mb_looks *looks, guint i, guint end);

#endif
