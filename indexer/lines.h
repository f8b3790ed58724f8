/* lines: what every reader makes of a paper, so that no later step needs to
 * know its format.  In: a paper (paper.h).  Out: struct mb_lines (meetings.h).
 * Printed by `minutebook-index --dump=lines`. */
#ifndef MB_INDEXER_LINES_H
#define MB_INDEXER_LINES_H

#include <glib.h>

#include "indexer/paper.h"

/* A line longer than this is cut in two at a space: 10 MB without a newline is
 * not a line that anybody wrote. */
#define MB_LINE_MAX_BYTES (64u * 1024)

/* A paper of more lines is none: the longest packs have 200,000. */
#define MB_LINES_MAX (1000u * 1000)

enum mb_line_kind {
	MB_LINE_TEXT,
	MB_LINE_LIST, /* a bullet or list entry by markup or mark */
	MB_LINE_ROW,  /* a row of a table: cells is set */
	MB_LINE_RULE, /* a drawn rule, "---": text is "" */
};

/* One line as printed, in reading order.  Text is valid UTF-8 in NFC, without
 * control characters, markup, or space at its ends; runs of space are single.
 * Blank lines are not lines: they set @gap on the next.  A list entry's text is
 * without its bullet, but with its number or letter ("(1) That …").  A row's
 * text is its cells that are not empty, parted by a space: "13 Minutes". */
struct mb_line {
	char *text;
	enum mb_line_kind kind;
	char **cells;  /* NULL unless MB_LINE_ROW; NULL-terminated */
	gboolean gap;  /* parted from the line before by space or paragraph */
	guint page_no; /* 1-based page of a PDF (or after form feeds); 0 none */
	guint heading; /* 1..6 by markup or style, 0 none */
	gsize bold_start; /* first bold run, bytes in text; */
	gsize bold_end;   /* equal when nothing is bold */
	gsize column; /* of plain text: where its second column begins, bytes
	               * in text; 0 none */
	float x, y;   /* PDF points from top left of the page; 0 elsewhere */
	float size;   /* font size in points; 0 unknown */
	gsize offset; /* bytes from the start of the unpacked paper as UTF-8,
	               * or for PDF and DOCX of the text read from it */
	guint confidence;   /* 1..100 of a line read from a picture; 0 else */
	gboolean furniture; /* running header or footer, page number: kept for
	                     * dates and names, left out of item text */
};

struct mb_lines {
	GPtrArray *lines;  /* of struct mb_line */
	char *title;       /* document title by metadata; NULL */
	guint32 posted;    /* day a page was posted, by metadata; 0 */
	guint32 created;   /* day the file was made, by metadata; 0 */
	GPtrArray *labels; /* of char *: printed label of page i + 1, or NULL */
	gboolean
	    paragraphs;    /* lines are whole ones, as their writer set them */
	gboolean too_many; /* lines over MB_LINES_MAX were dropped */
	guint n_pages;     /* 0 for formats without pages */
	guint n_empty_pages; /* that show text without having any: scans */
	GArray *page_starts; /* of guint: first line of each page after the
	                      * first; for furniture.c */
};

struct mb_lines *mb_lines_new(void);
void mb_lines_free(struct mb_lines *lines);
typedef struct mb_lines mb_lines;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_lines, mb_lines_free)

/* Add a line; the text is cleaned (clean.h, whose marks for bold it may hold)
 * and copied.  Returns the last line added, for its other members to be set;
 * NULL when nothing is left of the text after cleaning.  Transfer none. */
struct mb_line *mb_lines_add(struct mb_lines *lines, const char *text);

/* The same for @n_bytes of @text, with the kind, gap, page, heading, place,
 * size and offset of @as (its text and cells are not looked at). */
struct mb_line *mb_lines_add_as(struct mb_lines *lines, const char *text,
                                gsize n_bytes, const struct mb_line *as);

/* Add a table's row.  Cells that are empty stay, so that columns can be told; a
 * row that has nothing but empty cells is not added: NULL.
 *   cells  NULL-terminated; may hold marks for bold */
struct mb_line *mb_lines_add_row(struct mb_lines *lines,
                                 const char *const *cells,
                                 const struct mb_line *as);

/* Add @cells to those of @row, a line that mb_lines_add_row() returned: more of
 * its cells, from the next page. */
void mb_lines_extend_row(struct mb_line *row, const char *const *cells);

/* Add a drawn rule. */
void mb_lines_add_rule(struct mb_lines *lines, gsize offset);

/* The next line is the first of a page. */
void mb_lines_begin_page(struct mb_lines *lines);

/* Line @i.  Transfer none. */
static inline struct mb_line *
mb_lines_at(const struct mb_lines *lines, guint i)
{
	return g_ptr_array_index(lines->lines, i);
}

/* Printed label of a page; NULL when none.  Transfer none. */
const char *mb_lines_label(const struct mb_lines *lines, guint page_no);

/* Join words parted by a hyphen at the end of a line (hyphens.c): the rest of
 * the word moves up.  Called by mb_lines_read(). */
void mb_lines_join_hyphens(struct mb_lines *lines);

/* Cut lines apart into which several things ran together (ran-together.c).
 * Called by mb_lines_read(). */
void mb_lines_cut_apart(struct mb_lines *lines);

/* Mark running headers, footers and page numbers (furniture.c).  Called by
 * mb_lines_read(). */
void mb_lines_mark_furniture(struct mb_lines *lines);

/* Where the text of a page begins. */
struct mb_page_start {
	guint page_no;
	gsize offset; /* bytes of the text before it */
};

/* The lines [first, end) as text for people and for the index: furniture left
 * out, a newline between lines, an empty line at gaps, cells parted by " | ".
 *   starts   of struct mb_page_start: each page that the text has is added;
 *            NULL
 *   returns  transfer full */
char *mb_lines_text(const struct mb_lines *lines, guint first, guint end,
                    GArray *starts);

/* One printable line each, for --dump=lines and golden tests.  Transfer full */
char *mb_lines_dump(const struct mb_lines *lines);

/* Read a paper's lines by the reader of its format.
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_FORMAT: damaged; MB_ERROR_LIMIT;
 *           MB_ERROR_NO_READER: a type without one, which is named;
 *           MB_ERROR_NO_TEXT: readable, but no page has text (a scan) */
struct mb_lines *mb_lines_read(const struct mb_paper *paper, GError **error);

/* The same, but a paper without text has no lines, instead of being an error,
 * so that its pages are known.  mb_lines_why_none() tells people why; NULL when
 * there are lines.  Transfer none. */
struct mb_lines *mb_lines_read_any(const struct mb_paper *paper,
                                   GError **error);
const char *mb_lines_why_none(const struct mb_lines *lines);

#endif
