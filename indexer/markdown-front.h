/* markdown-front: what the generator of a web site keeps at the head of a page:
 * "---", "title: …", "date: …" (of the posting, not of the meeting), "---".
 * In: Markdown.  Out: title and day of posting of the lines.  Called by
 * read-markdown.c. */
#ifndef MB_INDEXER_MARKDOWN_FRONT_H
#define MB_INDEXER_MARKDOWN_FRONT_H

#include "indexer/lines.h"

/* Keep what the front matter at the start of @text says, and return where the
 * page begins behind it: @text when there is none. */
const char *mb_markdown_front(const char *text, struct mb_lines *lines);

#endif
