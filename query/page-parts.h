/* page-parts: what the pages have in common.
 * In: struct mb_page.  Out: HTML appended to it.  Called by the files that
 * write a page: page.c, page-results.c,
 * page-item.c, page-matter.c. */
#ifndef MB_QUERY_PAGE_PARTS_H
#define MB_QUERY_PAGE_PARTS_H

#include <glib.h>

#include "base/item.h"
#include "query/page.h"

/* Everything before the content of a page called @title, and after it. */
void mb_page_begin(struct mb_page *page, const char *title);
void mb_page_end(struct mb_page *page);

/* page-form.c: the boxes, with what was typed and what is wrong with it. */
void mb_page_form(struct mb_page *page);
/* What was typed into a box; "" when nothing was.  Transfer none. */
const char *mb_page_typed(const struct mb_page *page, enum mb_param param);
/* What the page calls a parameter: "Committee".  Transfer full. */
char *mb_page_param_label(enum mb_param param);

/* page-results.c: a link back to what was found. */
void mb_page_back(struct mb_page *page);

/* page-matter.c: the life of @item's matter and what cites it, as HTML; "" when
 * there is nothing to tell.  May open the index anew.  (transfer full) */
GString *mb_page_matter(struct mb_page *page, struct mb_answer *answer,
                        const struct mb_item *item);

#endif
