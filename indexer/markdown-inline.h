/* markdown-inline: the marks inside a Markdown paragraph undone.
 * In: one paragraph.  Out: its text, with clean.h's marks for bold.
 * Called by read-markdown.c. */
#ifndef MB_INDEXER_MARKDOWN_INLINE_H
#define MB_INDEXER_MARKDOWN_INLINE_H

#include <glib.h>

/* What a line break by markup, "<br />", is written as: unlike a newline of the
 * source it does not begin a source line. */
#define MB_MARKDOWN_BREAK '\v'

/* Append the text of @n_bytes of @source to @out: emphasis, links, images,
 * tags, entities and escapes are undone, newlines kept. */
void mb_markdown_inline(const char *source, gsize n_bytes, GString *out);

#endif
