/* render-html: the parts of an item as HTML.
 * In: an item, the configuration, the marker of the question that found it.
 * Out: HTML appended to a GString.  Called by the renderer of HTML, the
 * dossier and the search page, which share their looks. */
#ifndef MB_QUERY_RENDER_HTML_H
#define MB_QUERY_RENDER_HTML_H

#include <glib.h>

#include "base/conf.h"
#include "base/item.h"
#include "query/marker.h"

/* "5 March 2020 · Scrutiny Committee · minute 20", in a paragraph. */
void mb_render_html_meta(GString *out, const struct mb_item *item);
/* "Officers: …", in a paragraph; nothing when there are none. */
void mb_render_html_officers(GString *out, const struct mb_item *item);
/* Where an item stands: the published paper where that is known, else the
 * paper's name. */
void mb_render_html_source(GString *out, const struct mb_conf *conf,
                           const struct mb_source *source);
/* Council, people, links, actions, papers and id, as a list. */
void mb_render_html_facts(GString *out, const struct mb_conf *conf,
                          const struct mb_item *item);
/* What was resolved, under a heading of this @level. */
void mb_render_html_resolutions(GString *out, const struct mb_item *item,
                                guint level);
/* Its text, with what @marker finds marked.
 *   marker   NULL: nothing is marked */
void mb_render_html_text(GString *out, const struct mb_item *item,
                         struct mb_marker *marker);

#endif
