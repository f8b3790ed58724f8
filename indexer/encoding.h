/* encoding: which bytes are which characters; the one place that knows.
 * In: bytes of a paper of text.  Out: UTF-8.  Called by sniff.c, paper.c and
 * the readers of text, Markdown and HTML. */
#ifndef MB_INDEXER_ENCODING_H
#define MB_INDEXER_ENCODING_H

#include <glib.h>

enum mb_encoding {
	MB_ENCODING_UTF8,
	MB_ENCODING_UTF16, /* told by a mark or by where the NULs are; */
	MB_ENCODING_UTF32, /* by its mark */
	MB_ENCODING_BYTES, /* one byte a character: Windows-1252, or what the
	                    * page says of itself */
};

/* Tell the encoding of @n_bytes of @data, which may be the head of a paper. */
enum mb_encoding mb_encoding_of(const char *data, gsize n_bytes);

/* @n_bytes of @data as UTF-8.  A byte order mark is dropped; NULs, and what is
 * no character, become U+FFFD; other controls than tab and line ends are
 * dropped. Transfer full. */
char *mb_encoding_to_utf8(const char *data, gsize n_bytes);

/* The same for a paper. */
char *mb_encoding_read(GBytes *content);

#endif
