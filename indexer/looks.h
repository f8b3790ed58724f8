/* looks: how each line of a paper looks, worked out once and cheaply.
 * In: struct mb_lines (lines.h).  Out: struct mb_looks, which meetings.c,
 * items.c and their helpers read instead of looking at the text again. */
#ifndef MB_INDEXER_LOOKS_H
#define MB_INDEXER_LOOKS_H

#include <glib.h>

#include "indexer/lines.h"

/* How much of a line is kept folded: longer lines are prose. */
#define MB_LOOK_FOLD 160

struct mb_look {
	/* The start of the line, at most MB_LOOK_FOLD bytes, with ASCII letters
	 * lower, quotes and dashes straight, markup left out. */
	const char *fold;
	guint n_chars;     /* of the line */
	guint n_words;     /* of the line, counted up to 60 */
	gboolean caps;     /* its letters are capitals: "DECLARATIONS OF …" */
	gboolean bold;     /* bold from end to end */
	gboolean upper;    /* its first letter is a capital, or a digit */
	gboolean title;    /* nearly all longer words begin with capitals */
	gboolean sentence; /* ends as sentences end */
	gboolean page_top; /* first line of its page */
	gboolean icon;     /* a paper's icon stood behind it: "PDF 31 KB"; the
	                    * line is looked at as if it did not */
};

struct mb_looks {
	GArray *looks; /* of struct mb_look, one a line */
	GStringChunk *folds;
	guint width;    /* characters of a full line; 0 when lines are long */
	gboolean gappy; /* nearly every line has a gap before it: gaps of
	                 * Markdown made from PDF say nothing */
};

struct mb_looks *mb_looks_new(const struct mb_lines *lines);
void mb_looks_free(struct mb_looks *looks);
typedef struct mb_looks mb_looks;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_looks, mb_looks_free)

static inline const struct mb_look *
mb_looks_at(const struct mb_looks *looks, guint i)
{
	return &g_array_index(looks->looks, struct mb_look, i);
}

/* "Minutes:", "Decision:" alone: what stands below is the minute of the entry
 * above, on a meeting page. */
gboolean mb_looks_is_label(const struct mb_look *look);

/* Fold @text as mb_look.fold is folded.  Transfer full. */
char *mb_looks_fold(const char *text);

/* Bytes of @text before what a web page prints behind the title of a paper:
 * "pdf icon PDF 31 KB"; all of them when there is no such thing. */
gsize mb_looks_icon(const char *text);

/* The next line of [i, end) that is not furniture or a rule; @end if none. */
guint mb_looks_next(const struct mb_lines *lines, guint i, guint end);

/* The first line after @i that is on another page, or a rule between pages of
 * Markdown made from a PDF; @end if none before it. */
guint mb_looks_page_end(const struct mb_lines *lines, guint i, guint end);

#endif
