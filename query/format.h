/* format: the one table of the forms that output can have.
 * In: the word after --format=.  Out: enum mb_format.  Called by command.c;
 * what a command can print in is told by its row in minutebook.c. */
#ifndef MB_QUERY_FORMAT_H
#define MB_QUERY_FORMAT_H

#include <glib.h>

enum mb_format {
	MB_FORMAT_TEXT,
	MB_FORMAT_JSONL,
	MB_FORMAT_CSV,
	MB_FORMAT_IDS,
	MB_FORMAT_HTML,
	MB_FORMAT_DOT, /* a graph, for Graphviz */
	MB_FORMAT_SVG, /* a picture */
	MB_FORMAT_ICS, /* a calendar, RFC 5545 */
};
#define MB_N_FORMATS 8

/* Sets of formats: what every list has, and what has ids besides. */
#define MB_FORMAT_BIT(format) (1U << (format))
#define MB_FORMATS_NONE       0U
#define MB_FORMATS_LIST                                                        \
	(MB_FORMAT_BIT(MB_FORMAT_TEXT) | MB_FORMAT_BIT(MB_FORMAT_JSONL) |      \
	 MB_FORMAT_BIT(MB_FORMAT_CSV) | MB_FORMAT_BIT(MB_FORMAT_HTML))
#define MB_FORMATS_ALL (MB_FORMATS_LIST | MB_FORMAT_BIT(MB_FORMAT_IDS))

/* The format called @name among @allowed.
 *   out     MB_FORMAT_TEXT on error
 *   error   MB_ERROR_SYNTAX with the names there are */
gboolean mb_format_from_name(const char *name, guint allowed,
                             enum mb_format *out, GError **error);

/* The names of @allowed: "text, jsonl, csv".  Transfer full. */
char *mb_format_names(guint allowed);

/* TRUE when programs read it, who want every byte as it is. */
gboolean mb_format_is_exact(enum mb_format format);

#endif
