#include "query/tokens.h"

#include <string.h>

#include "base/error.h"
#include "query/ask.h"
#include "query/question.h"
#include "query/runs.h"
#include "shim/words.h"

/* Where the cutting has got to. */
struct cutter {
	const char *text;
	const char *at;
	GPtrArray *tokens;
	guint n_words;
	guint n_stars;
	const char *fault; /* where an error lies */
	GError *error;
};

static void
token_free(gpointer data)
{
	struct mb_token *token = data;

	g_free(token->text);
	g_free(token);
}

guint
mb_tokens_column(const char *text, gsize at)
{
	return (guint)g_utf8_strlen(text, (gssize)at) + 1;
}

gboolean
mb_tokens_has_word(const char *text)
{
	g_autoptr(mb_words) words = mb_words_new(text, -1);
	struct mb_word word;

	return mb_words_next(words, &word);
}

static gboolean G_GNUC_PRINTF(3, 4)
    fail(struct cutter *cut, const char *where, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	cut->fault = where;
	cut->error =
	    g_error_new_valist(MB_ERROR, MB_ERROR_SYNTAX, format, args);
	va_end(args);
	return FALSE;
}

static struct mb_token *
add(struct cutter *cut, enum mb_token_kind kind, const char *start,
    const char *end)
{
	struct mb_token *token = g_new0(struct mb_token, 1);

	token->kind = kind;
	token->field = MB_FIELD_ANY;
	token->start = (gsize)(start - cut->text);
	token->end = (gsize)(end - cut->text);
	g_ptr_array_add(cut->tokens, token);
	return token;
}

/* Count the words of @text against the limit; FALSE when they pass it. */
static gboolean
count_words(struct cutter *cut, const char *start, const char *text)
{
	g_autoptr(mb_words) words = mb_words_new(text, -1);
	struct mb_word word;

	while (mb_words_next(words, &word))
		cut->n_words++;
	if (cut->n_words <= MB_ASK_MAX_WORDS)
		return TRUE;
	cut->fault = start;
	cut->error = g_error_new(MB_ERROR, MB_ERROR_LIMIT,
	                         "a question may have %d words at most",
	                         MB_ASK_MAX_WORDS);
	return FALSE;
}

static gboolean
count_star(struct cutter *cut, const char *star)
{
	if (++cut->n_stars <= MB_ASK_MAX_STARS)
		return TRUE;
	cut->fault = star;
	cut->error = g_error_new(MB_ERROR, MB_ERROR_LIMIT,
	                         "a question may have %d words with a * at "
	                         "most",
	                         MB_ASK_MAX_STARS);
	return FALSE;
}

/* Add what stands between @start and @end, a run or the inside of quotes:
 * words, or the beginning of one when it ends in a star. */
static gboolean
add_text(struct cutter *cut, enum mb_token_kind kind,
         const struct mb_field *field, const char *whole, const char *start,
         const char *end)
{
	gsize n = (gsize)(end - start);
	const char *star = memchr(start, '*', n);
	g_autofree char *text = g_strndup(start, n);
	struct mb_token *token;

	if (star != NULL && star + 1 != end)
		return fail(cut, star,
		            "a * can stand only at the end of a word");
	if (star != NULL) {
		text[n - 1] = '\0';
		kind = MB_TOKEN_PREFIX;
		/* "foster *" has no word for the star to end. */
		if (star == start || g_ascii_isspace(star[-1]) ||
		    !mb_tokens_has_word(text))
			return fail(cut, star,
			            "a * needs the beginning of a word "
			            "before it");
		if (!count_star(cut, star))
			return FALSE;
	}
	if (!count_words(cut, start, text))
		return FALSE;
	token = add(cut, kind, whole, end);
	token->has_field = field != NULL;
	if (field != NULL)
		token->field = field->id;
	token->text = g_steal_pointer(&text);
	token->text_start = (gsize)(start - cut->text);
	return TRUE;
}

static gboolean
fail_empty(struct cutter *cut, const char *where, const struct mb_field *field)
{
	if (field == NULL)
		return fail(cut, where, "there is nothing between the quotes");
	return fail(cut, where,
	            "\"%s:\" has no value; write it straight after the colon, "
	            "as in %s",
	            field->name, field->example);
}

/* A phrase; @at is its opening quote, @whole where its field begins. */
static gboolean
cut_phrase(struct cutter *cut, const struct mb_field *field, const char *whole)
{
	const char *open = cut->at;
	const char *start = g_utf8_next_char(open);
	const char *end = start;
	g_autofree char *inside = NULL;

	while (*end != '\0' && !mb_run_is_quote(g_utf8_get_char(end)))
		end = g_utf8_next_char(end);
	if (*end == '\0')
		return fail(cut, open, "this quote is not closed");
	inside = g_strndup(start, (gsize)(end - start));
	if (!mb_tokens_has_word(inside))
		return fail_empty(cut, whole, field);
	if (!add_text(cut, MB_TOKEN_PHRASE, field, whole, start, end))
		return FALSE;
	cut->at = g_utf8_next_char(end);
	((struct mb_token *)g_ptr_array_index(cut->tokens,
	                                      cut->tokens->len - 1))
	    ->end = (gsize)(cut->at - cut->text);
	return TRUE;
}

/* What follows "field:". */
static gboolean
cut_value(struct cutter *cut, const struct mb_field *field, const char *whole)
{
	const char *start = cut->at;
	const char *end = mb_run_end(start);
	g_autofree char *value = NULL;
	struct mb_token *open;

	if (mb_run_is_quote(g_utf8_get_char(start)))
		return cut_phrase(cut, field, whole);
	if (*start == '(') {
		open = add(cut, MB_TOKEN_OPEN, whole, start + 1);
		open->has_field = TRUE;
		open->field = field->id;
		cut->at = start + 1;
		return TRUE;
	}
	if (field->kind == MB_FIELD_DATE)
		end = mb_run_end_of_date(start, end);
	value = g_strndup(start, (gsize)(end - start));
	if (!mb_tokens_has_word(value) && strchr(value, '*') == NULL)
		return fail_empty(cut, whole, field);
	cut->at = end;
	return add_text(cut, MB_TOKEN_WORD, field, whole, start, end);
}

/* What follows "field:", and the mark of committee:=. */
static gboolean
cut_only(struct cutter *cut, const struct mb_field *field, const char *whole)
{
	gboolean only = *cut->at == '=' && field->id == MB_FIELD_COMMITTEE;
	guint first = cut->tokens->len;

	if (only)
		cut->at++;
	if (!cut_value(cut, field, whole))
		return FALSE;
	((struct mb_token *)cut->tokens->pdata[first])->only = only;
	return TRUE;
}

static gboolean
fail_field(struct cutter *cut, const char *start, const char *name)
{
	const struct mb_field *near_one = mb_field_suggest(name);

	if (near_one != NULL)
		return fail(cut, start,
		            "there is no field \"%s\"; did you mean \"%s\"?",
		            name, near_one->name);
	return fail(cut, start,
	            "there is no field \"%s\"; put quotes round it to look for "
	            "the words themselves",
	            name);
}

/* The length of "officer" when @p is at "officer:value", else 0.  "12:30" has
 * no letters, "http://" and "note: x" have no value, so these are words. */
static gsize
field_name_length(const char *p)
{
	gsize n = 0;

	while (g_ascii_isalpha(p[n]))
		n++;
	return p[n] == ':' ? n : 0;
}

/* Operators are whole words in capitals, so that "and" can be looked for. */
static gboolean
is_operator(const char *start, const char *end, enum mb_token_kind *kind)
{
	static const struct {
		const char *name;
		enum mb_token_kind kind;
	} operators[] = {
		{ "AND", MB_TOKEN_AND },
		{ "OR", MB_TOKEN_OR },
		{ "NOT", MB_TOKEN_NOT },
		{ "NEAR", MB_TOKEN_NEAR },
	};
	gsize n = (gsize)(end - start);

	for (gsize i = 0; i < G_N_ELEMENTS(operators); i++) {
		if (n == strlen(operators[i].name) &&
		    memcmp(start, operators[i].name, n) == 0) {
			*kind = operators[i].kind;
			return TRUE;
		}
	}
	return FALSE;
}

/* "NEAR/3", as other programs have it: NEAR and what would be words. */
static gboolean
is_near_with_number(const char *run)
{
	return g_str_has_prefix(run, "NEAR/") && g_ascii_isdigit(run[5]);
}

/* A run without a field: an operator, a star, a word, or only marks, which
 * are passed over ("health & wellbeing"). */
static gboolean
cut_run(struct cutter *cut)
{
	const char *start = cut->at;
	const char *end = mb_run_end(start);
	g_autofree char *run = g_strndup(start, (gsize)(end - start));
	enum mb_token_kind kind = MB_TOKEN_WORD;

	cut->at = end;
	if (is_operator(start, end, &kind)) {
		add(cut, kind, start, end);
		return TRUE;
	}
	if (is_near_with_number(run))
		return fail(cut, start + 4,
		            "NEAR takes no number; write NEAR, which means "
		            "within eleven words, or put quotes round it");
	if (strcmp(run, "*") == 0) {
		add(cut, MB_TOKEN_ALL, start, end);
		return TRUE;
	}
	if (!mb_tokens_has_word(run) && strchr(run, '*') == NULL)
		return TRUE;
	return add_text(cut, MB_TOKEN_WORD, NULL, start, start, end);
}

static gboolean
cut_word(struct cutter *cut)
{
	const char *start = cut->at;
	gsize n = field_name_length(start);
	const struct mb_field *field;
	g_autofree char *name = NULL;

	if (n == 0)
		return cut_run(cut);
	name = g_ascii_strdown(start, (gssize)n);
	field = mb_field_by_name(name);
	if (field != NULL) {
		cut->at = start + n + 1;
		return cut_only(cut, field, start);
	}
	if (start[n + 1] == '/' || mb_run_is_end(start + n + 1))
		if (!mb_run_is_quote(g_utf8_get_char(start + n + 1)))
			return cut_run(cut);
	return fail_field(cut, start, name);
}

/* "-word" leaves the word out; a dash that stands by itself, or within
 * "agency-staff", is only a mark. */
static gboolean
is_minus(const struct cutter *cut)
{
	const char *next = cut->at + 1;
	gunichar c = g_utf8_get_char(next);

	if (*cut->at != '-')
		return FALSE;
	if (cut->at > cut->text && cut->at[-1] != '(' &&
	    !g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(cut->at))))
		return FALSE;
	return g_unichar_isalnum(c) || mb_run_is_quote(c) || c == '(';
}

static gboolean
cut_one(struct cutter *cut)
{
	gunichar c = g_utf8_get_char(cut->at);

	if (g_unichar_isspace(c)) {
		cut->at = g_utf8_next_char(cut->at);
		return TRUE;
	}
	if (mb_run_is_quote(c))
		return cut_phrase(cut, NULL, cut->at);
	if (c == '(' || c == ')' || is_minus(cut)) {
		add(cut,
		    c == '('   ? MB_TOKEN_OPEN
		    : c == ')' ? MB_TOKEN_CLOSE
		               : MB_TOKEN_NOT,
		    cut->at, cut->at + 1);
		cut->at++;
		return TRUE;
	}
	return cut_word(cut);
}

static gboolean
check_text(const char *text, guint *column, GError **error)
{
	const char *bad = NULL;

	if (strlen(text) > MB_QUESTION_MAX_BYTES) {
		*column = 0;
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "a question may be %d bytes long at most",
		            MB_QUESTION_MAX_BYTES);
		return FALSE;
	}
	if (!g_utf8_validate(text, -1, &bad)) {
		*column = mb_tokens_column(text, (gsize)(bad - text));
		g_set_error_literal(error, MB_ERROR, MB_ERROR_SYNTAX,
		                    "this is not UTF-8 text");
		return FALSE;
	}
	return TRUE;
}

GPtrArray *
mb_tokens_cut(const char *text, guint *column, GError **error)
{
	struct cutter cut = { .text = text, .at = text };

	*column = 0;
	if (!check_text(text, column, error))
		return NULL;
	cut.tokens = g_ptr_array_new_with_free_func(token_free);
	while (*cut.at != '\0') {
		if (!cut_one(&cut)) {
			*column =
			    mb_tokens_column(text, (gsize)(cut.fault - text));
			g_propagate_error(error, cut.error);
			g_ptr_array_unref(cut.tokens);
			return NULL;
		}
	}
	add(&cut, MB_TOKEN_END, cut.at, cut.at);
	return cut.tokens;
}
