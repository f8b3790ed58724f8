/* render: items and hits written for people and for programs.
 * In: an item, the marker of the question that found it, the configuration.
 * Out: text appended to a GString.  Called by the commands and by the search
 * page. */
#ifndef MB_QUERY_RENDER_H
#define MB_QUERY_RENDER_H

#include <glib.h>

#include "base/conf.h"
#include "base/item.h"
#include "query/format.h"
#include "query/group.h"
#include "query/marker.h"

/* How and where it is shown. */
struct mb_view {
	const struct mb_conf *conf; /* knows where papers are published */
	gboolean color;             /* mark with escape sequences */
	guint width;                /* columns; 0: lines are not broken */
	gboolean nul;               /* ids are ended by a NUL */
	const char *title;          /* of all, in HTML */
	const char *caption;        /* "12 items", over the first; NULL */
};

/* What is shown of an item. */
struct mb_hit {
	const struct mb_item *item;
	struct mb_marker *marker; /* marks why it was found; NULL: was not */
	double score;
	guint n_before;               /* shown before it */
	const struct mb_group *group; /* it is the first of; NULL */
};

/* A way to print items, for each format (format.h). */
struct mb_renderer {
	/* What comes before the first of them and after the last. */
	void (*begin)(GString *out, const struct mb_view *view);
	void (*end)(GString *out, const struct mb_view *view);
	/* One that a search found, in short. */
	void (*hit)(GString *out, const struct mb_view *view,
	            const struct mb_hit *hit);
	/* One, whole. */
	void (*item)(GString *out, const struct mb_view *view,
	             const struct mb_hit *hit);
};

/* Transfer none. */
const struct mb_renderer *mb_renderer(enum mb_format format);

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
/* A line of text over what belongs together. */
void mb_render_text_title(GString *out, const struct mb_view *view,
                          const char *text);
/* A line of text under an item, broken at the edge of the terminal. */
void mb_render_text_line(GString *out, const struct mb_view *view,
                         const char *text);

/* Where it stands, to paste into a text:
 * "Cabinet, 12 March 2019, minute 7, p. 43".  The page is the printed one
 * where there is one.  Transfer full. */
char *mb_render_citation(const struct mb_item *item);

/* The same for a place on a later @page of the item, and that page alone, which
 * is NULL where papers have none.  @page NULL: the one it begins on. */
char *mb_render_citation_at(const struct mb_item *item,
                            const struct mb_item_page *page);
char *mb_render_page(const struct mb_item *item,
                     const struct mb_item_page *page);

/* The whole item as a line of JSON, as minutebook-item(5) has it. */
void mb_render_json_item(GString *out, const struct mb_conf *conf,
                         const struct mb_item *item);

/* The renderers that have files of their own.  In CSV (RFC 4180), a cell that a
 * spreadsheet would take for a formula gets an apostrophe before it. */
extern const struct mb_renderer mb_render_text;
extern const struct mb_renderer mb_render_csv;
extern const struct mb_renderer mb_render_html;

#endif
