/* tokens: a question cut into words, phrases, operators and brackets.
 * In: question text as typed.  Out: struct mb_token, each knowing its column.
 * Called by query/ask.c. */
#ifndef MB_QUERY_TOKENS_H
#define MB_QUERY_TOKENS_H

#include <glib.h>

#include "shim/fields.h"

enum mb_token_kind {
	MB_TOKEN_WORD,
	MB_TOKEN_PHRASE,
	MB_TOKEN_PREFIX, /* text without the star */
	MB_TOKEN_ALL,    /* a star by itself */
	MB_TOKEN_AND,
	MB_TOKEN_OR,
	MB_TOKEN_NOT, /* also the minus of -word */
	MB_TOKEN_NEAR,
	MB_TOKEN_OPEN,
	MB_TOKEN_CLOSE,
	MB_TOKEN_END,
};

struct mb_token {
	enum mb_token_kind kind;
	gboolean has_field;     /* "officer:" stands before it */
	enum mb_field_id field; /* MB_FIELD_ANY when it has none */
	gboolean only;          /* "committee:=" stands before it */
	char *text;             /* of words, phrases and prefixes; else NULL */
	gsize start;            /* bytes from the start of the question */
	gsize end;              /* first byte after it */
	gsize text_start;       /* where @text begins */
};

/* Cut @text up.  The last token is MB_TOKEN_END.
 *   column  filled on error: where it lies, in characters from 1
 *   returns (transfer full) array of struct mb_token, NULL on error
 *   error   MB_ERROR_SYNTAX: not UTF-8, a quote that is not closed, a field
 *           that is not known or has no value, a star inside a word;
 *           MB_ERROR_LIMIT: too long, too many words */
GPtrArray *mb_tokens_cut(const char *text, guint *column, GError **error);

/* The column of a byte of @text, in characters from 1. */
guint mb_tokens_column(const char *text, gsize at);

/* TRUE when @text holds something the index could know (shim/words.h). */
gboolean mb_tokens_has_word(const char *text);

#endif
