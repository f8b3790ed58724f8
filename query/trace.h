/* trace: matters written for people and for programs.
 * In: struct mb_matter (matter.h).  Out: text appended to a GString.  Called by
 * command-trace.c; the pictures also by the search page. */
#ifndef MB_QUERY_TRACE_H
#define MB_QUERY_TRACE_H

#include <glib.h>

#include "query/matter.h"
#include "query/render.h"
#include "query/table.h"

/* The first and the last day of a matter's items: "23 February 2023 to 27 July
 * 2023".  Transfer full. */
char *mb_trace_span(const struct mb_matter *matter);

/* A line for what a tie rests on: "answers minute 20(3), 5 September 2022:
 * likely, ...".  Transfer full. */
char *mb_trace_tie(const struct mb_tie *tie);

/* Items from the oldest to the newest, and under each what it goes back to. */
void mb_trace_text(GString *out, const struct mb_view *view,
                   const struct mb_matter *matter);

/* An item a line, as minutebook-item(5) has it, with "matter", a number, and
 * "links", those that lead back from it ("FOLLOWING" in minutebook(1)). */
void mb_trace_jsonl(GString *out, const struct mb_conf *conf,
                    const struct mb_matter *matter, guint number);

/* A row for each item; its links one after the other. */
struct mb_table *mb_trace_table(void);
void mb_trace_rows(struct mb_table *table, const struct mb_matter *matter,
                   guint number);

/* All matters as one graph in Graphviz' language: later items point to what
 * they go back to; the less sure a link, the fainter its arrow. */
void mb_trace_dot(GString *out, const GPtrArray *matters);

/* All matters as one picture, in which time runs downwards. */
void mb_trace_svg(GString *out, const GPtrArray *matters);

#endif
