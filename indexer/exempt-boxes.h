/* exempt-boxes: the answer that a form gives by ticking one of its boxes.
 * In: one line of a paper's header.  Out: the line as if the answer were
 * written.  Called by exempt-words.c. */
#ifndef MB_INDEXER_EXEMPT_BOXES_H
#define MB_INDEXER_EXEMPT_BOXES_H

#include <glib.h>

/* "Exempt: Yes ☐ No ☒" as "Exempt: No", "☐ Public ☒ Exempt" as "Exempt".
 * NULL when the line has no boxes.  Transfer full. */
char *mb_exempt_boxes(const char *line);

#endif
