/* html-moderngov: ModernGov's pages of one item made into what later steps
 * know. In: the content of a page, before and after it is read.  Out: a page of
 * one item of an agenda (mgAi) as the page of a meeting with one item; pages of
 * a decision or an issue without a heading that only says so.  Called by
 * read-html.c. */
#ifndef MB_INDEXER_HTML_MODERNGOV_H
#define MB_INDEXER_HTML_MODERNGOV_H

#include <libxml/tree.h>

#include "indexer/lines.h"

/* Put the meeting that an item's page names below its subject above it, and the
 * item's number before the subject.  @content is changed; it stays as it is
 * when it is no page of an item, or names no meeting.
 *   returns  whether it now reads as a meeting with one numbered item */
gboolean mb_moderngov_arrange(xmlNode *content);

/* Take the rank of a heading from the lines' first when it only says what kind
 * of page this is: "Decision details".  For a page that was not arranged. */
void mb_moderngov_mark_kind(struct mb_lines *lines);

#endif
