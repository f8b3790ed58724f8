/* tokens: running text cut into words, with what stands between them, so that
 * names and posts can be read word by word.
 * In: text, or lines of a paper (lines.h).  Out: struct mb_tokens (names.h,
 * roles.h, mentions.h). */
#ifndef MB_INDEXER_TOKENS_H
#define MB_INDEXER_TOKENS_H

#include <glib.h>

#include "indexer/lines.h"

/* What a word looks like. */
enum mb_token_flags {
	MB_TOKEN_UPPER = 1 << 0,   /* begins with a capital */
	MB_TOKEN_CAPS = 1 << 1,    /* two capitals or more, no small letter */
	MB_TOKEN_INITIAL = 1 << 2, /* "P", "P.J." */
	MB_TOKEN_NUMBER = 1 << 3,  /* begins with a digit */
	MB_TOKEN_POSSESSIVE = 1 << 4, /* "Council's"; the fold is without it */
	MB_TOKEN_DOTTED = 1 << 5,     /* "S.E.E." */
};

/* What stands between the word before and this one, besides space. */
enum mb_token_gap {
	MB_GAP_COMMA = 1 << 0,
	MB_GAP_STOP = 1 << 1,
	MB_GAP_COLON = 1 << 2,
	MB_GAP_SEMICOLON = 1 << 3,
	MB_GAP_OPEN = 1 << 4,
	MB_GAP_CLOSE = 1 << 5,
	MB_GAP_DASH = 1 << 6,
	MB_GAP_LINE = 1 << 7,
	MB_GAP_SLASH = 1 << 8,
	MB_GAP_QUOTE = 1 << 9,
	MB_GAP_CELL = 1 << 10,
	MB_GAP_OTHER = 1 << 11,
	MB_GAP_START = 1 << 12, /* the first word */
};

struct mb_token {
	guint at; /* bytes in text */
	guint len;
	const char *fold; /* small letters without accents, hyphens and
	                   * apostrophes */
	guint flags;      /* enum mb_token_flags */
	guint gap;        /* enum mb_token_gap, 0 for space alone */
};

struct mb_tokens {
	char *text;
	struct mb_token *tokens;
	guint n;
	guint end_gap; /* what stands after the last word */
	GStringChunk *folds;
};

/* Cut @text.  Transfer full. */
struct mb_tokens *mb_tokens_new(const char *text);
void mb_tokens_free(struct mb_tokens *tokens);
typedef struct mb_tokens mb_tokens;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_tokens, mb_tokens_free)

/* The gap before word @i; after the last word, what ends the text. */
static inline guint
mb_tokens_gap(const struct mb_tokens *t, guint i)
{
	return i < t->n ? t->tokens[i].gap : t->end_gap | MB_GAP_LINE;
}

/* TRUE when word @i exists and folds to @fold. */
gboolean mb_tokens_is(const struct mb_tokens *t, guint i, const char *fold);

/* The text of words [first, end) as printed, on one line.  Transfer full. */
char *mb_tokens_text(const struct mb_tokens *t, guint first, guint end);

/* @word in small letters without accents, hyphens and apostrophes.
 * Transfer full. */
char *mb_fold(const char *word, gssize len);

/* The lines [first, end) as flowing text: lines that one sentence was broken
 * over are joined, others parted by a newline; furniture is left out.
 *   offset  bytes of line @first to leave out
 *   returns (transfer full) */
char *mb_flow(const struct mb_lines *lines, guint first, gsize offset,
              guint end);

#endif
