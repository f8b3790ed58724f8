/* page-name: who met, in the heading of a meeting's page on a web site.
 * In: its first lines.  Out: a struct mb_meeting's committee.  Called by
 * meetings.c. */
#ifndef MB_INDEXER_PAGE_NAME_H
#define MB_INDEXER_PAGE_NAME_H

#include "indexer/meetings.h"

/* Read the name that stands before the day, without the kind of meeting:
 * "Special Meeting, Admissions Forum - Friday, 14th June, 2019 2.15 pm", or on
 * the line above the day.  Such a page is made from the site's own list of
 * committees: what it says is the name, whatever its words.
 *   first, end  the lines of the heading
 *   meeting     its committee is replaced when there is such a heading
 *               (transfer full) */
void mb_page_name_read(const struct mb_lines *lines, guint first, guint end,
                       struct mb_meeting *meeting);

#endif
