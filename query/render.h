/* render: items and hits written for people and for programs.
 * In: an item, the marker of the question that found it, the configuration.
 * Out: text appended to a GString.  Called by the commands and by the search
 * page. */
#ifndef MB_QUERY_RENDER_H
#define MB_QUERY_RENDER_H

#include <glib.h>

#include "base/conf.h"
#include "base/item.h"
#include "query/marker.h"

/* How a terminal wants it. */
struct mb_view {
	const struct mb_conf *conf; /* knows where papers are published */
	gboolean color;             /* mark with escape sequences */
	guint width;                /* columns; 0: lines are not broken */
};

/* "minute 20", "agenda item 5", "report" without a number.  Transfer full. */
char *mb_render_kind_number(const struct mb_item *item);
/* "H Ellis (Acting Director of Children's Services)".  Transfer full. */
char *mb_render_person(const struct mb_person *person);
/* The names of several, with "; " between them.  Transfer full. */
char *mb_render_people(const GPtrArray *people);
/* What the paper says of an earlier or later item, and which that is:
 * "“deferred from the last meeting”, minute 20, 5 March 2020".  Transfer full.
 */
char *mb_render_ref(const struct mb_ref *ref);
/* A title to call the item by, also when it has none.  Transfer full. */
char *mb_render_title(const struct mb_item *item);

/* What an item is called where a line has to do: its title, else the beginning
 * of its text.  Transfer full. */
char *mb_render_name(const struct mb_item *item);

/* "5 March 2020, Scrutiny Committee, minute 20", and what it is called. */
void mb_render_text_brief(GString *out, const struct mb_view *view,
                          const struct mb_item *item);
/* A line of text under an item, broken at the edge of the terminal. */
void mb_render_text_line(GString *out, const struct mb_view *view,
                         const char *text);

/* A hit as a few lines. */
void mb_render_text_hit(GString *out, const struct mb_view *view,
                        const struct mb_item *item, struct mb_marker *marker);
/* A whole item. */
void mb_render_text_item(GString *out, const struct mb_view *view,
                         const struct mb_item *item);

/* One line of JSON, with its newline (minutebook-item(5)). */
void mb_render_json_hit(GString *out, const struct mb_conf *conf,
                        const struct mb_item *item, double score,
                        struct mb_marker *marker);
void mb_render_json_item(GString *out, const struct mb_conf *conf,
                         const struct mb_item *item);

/* CSV as RFC 4180 has it: the names of the columns, and one hit.  A cell that
 * a spreadsheet would take for a formula gets an apostrophe before it. */
void mb_render_csv_head(GString *out);
void mb_render_csv_hit(GString *out, const struct mb_conf *conf,
                       const struct mb_item *item, double score,
                       struct mb_marker *marker);

#endif
