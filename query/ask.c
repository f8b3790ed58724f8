#include "query/ask.h"

#include <string.h>

#include "base/error.h"
#include "base/item.h"
#include "query/question.h"
#include "query/tokens.h"
#include "shim/words.h"

/* One function for each level of the grammar, the loosest first:
 *
 *	either   = all { "OR" all }
 *	all      = [ "AND" ] unless { [ "AND" ] unless }
 *	unless   = { "NOT" } beside
 *	beside   = one { "NEAR" one }
 *	one      = word | phrase | prefix | "*" | [ field ":" ] "(" either ")"
 *
 * Only a bracket makes it call itself, and brackets are counted. */
struct parser {
	const char *text;
	GPtrArray *tokens;
	guint at;
	guint depth;
	enum mb_field_id field; /* of words that name none */
	gboolean only;          /* committee:= stands before the bracket */
	gsize fault;
	GError *error;
};

static struct mb_ask *parse_either(struct parser *parser);

static void
free_child(gpointer data)
{
	mb_ask_free(data);
}

void
mb_ask_free(struct mb_ask *ask)
{
	if (ask == NULL)
		return;
	g_clear_pointer(&ask->children, g_ptr_array_unref);
	g_free(ask->text);
	g_free(ask);
}

static const struct mb_token *
peek(const struct parser *parser)
{
	return g_ptr_array_index(parser->tokens, parser->at);
}

static gpointer G_GNUC_PRINTF(3, 4)
    fail(struct parser *parser, gsize where, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	parser->fault = where;
	parser->error =
	    g_error_new_valist(MB_ERROR, MB_ERROR_SYNTAX, format, args);
	va_end(args);
	return NULL;
}

static struct mb_ask *
node_new(const struct parser *parser, enum mb_ask_kind kind, gsize start)
{
	struct mb_ask *ask = g_new0(struct mb_ask, 1);

	ask->kind = kind;
	ask->field = MB_FIELD_ANY;
	ask->start = start;
	ask->column = mb_tokens_column(parser->text, start);
	return ask;
}

/* @left joined with @right, both taken over; a chain of one operator is one
 * node, so that "a b c" is no deeper than "a b". */
static struct mb_ask *
join(const struct parser *parser, enum mb_ask_kind kind, gsize start,
     struct mb_ask *left, struct mb_ask *right)
{
	struct mb_ask *ask = left;

	if (left->kind != kind || left->start != start) {
		ask = node_new(parser, kind, start);
		ask->children = g_ptr_array_new_with_free_func(free_child);
		g_ptr_array_add(ask->children, left);
	}
	g_ptr_array_add(ask->children, right);
	return ask;
}

static const char *
token_name(const struct mb_token *token)
{
	switch (token->kind) {
	case MB_TOKEN_AND:
		return "AND";
	case MB_TOKEN_OR:
		return "OR";
	case MB_TOKEN_NOT:
		return "NOT";
	case MB_TOKEN_NEAR:
		return "NEAR";
	case MB_TOKEN_WORD:
	case MB_TOKEN_PHRASE:
	case MB_TOKEN_PREFIX:
	case MB_TOKEN_ALL:
	case MB_TOKEN_OPEN:
	case MB_TOKEN_CLOSE:
	case MB_TOKEN_END:
		break;
	}
	return NULL;
}

/* A word was needed at the token before which the parser stands.  The fault
 * is the operator's that waits for it, if there is one. */
static gpointer
fail_missing(struct parser *parser)
{
	const struct mb_token *token = peek(parser);
	const struct mb_token *before = NULL;
	const char *name = token_name(token);

	if (parser->at > 0)
		before = g_ptr_array_index(parser->tokens, parser->at - 1);
	if (before != NULL && token_name(before) != NULL)
		return fail(parser, before->start,
		            "%s needs something to look for after it",
		            parser->text[before->start] == '-'
		                ? "-"
		                : token_name(before));
	if (name != NULL)
		return fail(parser, token->start,
		            "%s needs something to look for before it; to look "
		            "for the word itself, put it in quotes",
		            name);
	if (token->kind == MB_TOKEN_CLOSE && parser->depth == 0)
		return fail(parser, token->start,
		            "this bracket closes none that was opened");
	if (before != NULL && before->kind == MB_TOKEN_OPEN)
		return fail(parser, before->start,
		            "there is nothing between the brackets");
	return fail(parser, token->start, "something to look for is missing");
}

static struct mb_ask *
parse_bracket(struct parser *parser)
{
	const struct mb_token *open = peek(parser);
	enum mb_field_id outside = parser->field;
	gboolean was_only = parser->only;
	g_autoptr(mb_ask) inside = NULL;

	if (parser->depth >= MB_ASK_MAX_DEPTH) {
		parser->fault = open->start;
		parser->error = g_error_new(
		    MB_ERROR, MB_ERROR_LIMIT,
		    "brackets may stand within brackets %d deep at most",
		    MB_ASK_MAX_DEPTH);
		return NULL;
	}
	parser->at++;
	parser->depth++;
	if (open->has_field) {
		parser->field = open->field;
		parser->only = open->only;
	}
	inside = parse_either(parser);
	parser->field = outside;
	parser->only = was_only;
	parser->depth--;
	if (inside == NULL)
		return NULL;
	if (peek(parser)->kind != MB_TOKEN_CLOSE)
		return fail(parser, open->start, "this bracket is not closed");
	parser->at++;
	return g_steal_pointer(&inside);
}

/* Whether both ends are those of a year or of a municipal year. */
static gboolean
is_of_years(const struct mb_date_range *range)
{
	guint32 from = range->from_ymd % 10000;
	guint32 to = range->to_ymd % 10000;

	return (from == 0 || from == 101 || from == 501) &&
	       (to == 0 || to == 1231 || to == 430);
}

/* A day, month, year or range in a word: date:2019..2021. */
static gboolean
read_dates(struct parser *parser, struct mb_ask *ask)
{
	g_autoptr(GError) error = NULL;

	if (ask->kind == MB_ASK_PREFIX) {
		fail(parser, ask->start,
		     "a date can't end in a *; %s.. is from then on",
		     ask->text);
		return FALSE;
	}
	ask->kind = MB_ASK_DATES;
	if (!mb_date_parse(ask->text, &ask->dates, &error)) {
		fail(parser, ask->text_start, "%s", error->message);
		return FALSE;
	}
	if (ask->field == MB_FIELD_YEAR && !is_of_years(&ask->dates)) {
		fail(parser, ask->text_start,
		     "\"%s\" is not a year; write 2020, 2020/21 or "
		     "2019..2021, or date:%s",
		     ask->text, ask->text);
		return FALSE;
	}
	return TRUE;
}

/* "a, b and c" of @names, which NULL ends.  Transfer full. */
static char *
list_names(const char *const *names)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; names[i] != NULL; i++)
		g_string_append_printf(out, "%s%s",
		                       i == 0                 ? ""
		                       : names[i + 1] == NULL ? " and "
		                                              : ", ",
		                       names[i]);
	return g_string_free(out, FALSE);
}

/* A kind that does not exist would silently find nothing. */
static gboolean
check_value(struct parser *parser, const struct mb_ask *ask,
            const char *const *names)
{
	g_autofree char *name = g_ascii_strdown(ask->text, -1);
	g_autofree char *known = NULL;

	if (ask->kind == MB_ASK_PREFIX || g_strv_contains(names, name))
		return TRUE;
	known = list_names(names);
	fail(parser, ask->text_start, "\"%s\" can't follow %s:, which takes %s",
	     ask->text, mb_fields()[ask->field].name, known);
	return FALSE;
}

static gboolean
check_kind(struct parser *parser, const struct mb_ask *ask)
{
	const char *names[MB_N_KINDS + 1] = { NULL };

	for (guint i = 0; i < MB_N_KINDS; i++)
		names[i] = mb_kind_name((enum mb_kind)i);
	return check_value(parser, ask, names);
}

static gboolean
check_leaf(struct parser *parser, struct mb_ask *ask)
{
	static const char *const states[] = { "exempt", "private", "scanned",
		                              "draft",  "open",    NULL };

	if (mb_fields()[ask->field].kind == MB_FIELD_DATE)
		return read_dates(parser, ask);
	if (ask->field == MB_FIELD_KIND_OF)
		return check_kind(parser, ask);
	if (ask->field == MB_FIELD_IS)
		return check_value(parser, ask, states);
	return TRUE;
}

static struct mb_ask *
parse_leaf(struct parser *parser, enum mb_ask_kind kind)
{
	const struct mb_token *token = peek(parser);
	g_autoptr(mb_ask) ask = node_new(parser, kind, token->start);

	parser->at++;
	if (kind == MB_ASK_ALL)
		return g_steal_pointer(&ask);
	ask->text = g_strdup(token->text);
	ask->text_start = token->text_start;
	ask->field = token->has_field ? token->field : parser->field;
	ask->only = token->has_field ? token->only : parser->only;
	if (!check_leaf(parser, ask))
		return NULL;
	return g_steal_pointer(&ask);
}

static struct mb_ask *
parse_one(struct parser *parser)
{
	switch (peek(parser)->kind) {
	case MB_TOKEN_WORD:
		return parse_leaf(parser, MB_ASK_WORD);
	case MB_TOKEN_PHRASE:
		return parse_leaf(parser, MB_ASK_PHRASE);
	case MB_TOKEN_PREFIX:
		return parse_leaf(parser, MB_ASK_PREFIX);
	case MB_TOKEN_ALL:
		return parse_leaf(parser, MB_ASK_ALL);
	case MB_TOKEN_OPEN:
		return parse_bracket(parser);
	case MB_TOKEN_AND:
	case MB_TOKEN_OR:
	case MB_TOKEN_NOT:
	case MB_TOKEN_NEAR:
	case MB_TOKEN_CLOSE:
	case MB_TOKEN_END:
		break;
	}
	return fail_missing(parser);
}

static struct mb_ask *
parse_beside(struct parser *parser)
{
	gsize start = peek(parser)->start;
	struct mb_ask *left = parse_one(parser);

	while (left != NULL && peek(parser)->kind == MB_TOKEN_NEAR) {
		struct mb_ask *right;

		parser->at++;
		right = parse_one(parser);
		if (right == NULL) {
			mb_ask_free(left);
			return NULL;
		}
		left = join(parser, MB_ASK_NEAR, start, left, right);
	}
	return left;
}

static struct mb_ask *
parse_unless(struct parser *parser)
{
	gsize start = peek(parser)->start;
	gboolean is_not = FALSE;
	struct mb_ask *ask;
	struct mb_ask *not_ask;

	for (; peek(parser)->kind == MB_TOKEN_NOT; parser->at++)
		is_not = !is_not;
	ask = parse_beside(parser);
	if (ask == NULL || !is_not)
		return ask;
	not_ask = node_new(parser, MB_ASK_NOT, start);
	not_ask->children = g_ptr_array_new_with_free_func(free_child);
	g_ptr_array_add(not_ask->children, ask);
	return not_ask;
}

/* TRUE when what follows belongs to the same list of things all needed. */
static gboolean
goes_on(const struct parser *parser)
{
	enum mb_token_kind kind = peek(parser)->kind;

	return kind != MB_TOKEN_OR && kind != MB_TOKEN_CLOSE &&
	       kind != MB_TOKEN_END && kind != MB_TOKEN_NEAR;
}

static struct mb_ask *
parse_all(struct parser *parser)
{
	gsize start = peek(parser)->start;
	struct mb_ask *left = parse_unless(parser);

	while (left != NULL && goes_on(parser)) {
		struct mb_ask *right;

		if (peek(parser)->kind == MB_TOKEN_AND)
			parser->at++;
		right = parse_unless(parser);
		if (right == NULL) {
			mb_ask_free(left);
			return NULL;
		}
		left = join(parser, MB_ASK_AND, start, left, right);
	}
	return left;
}

static struct mb_ask *
parse_either(struct parser *parser)
{
	gsize start = peek(parser)->start;
	struct mb_ask *left = parse_all(parser);

	while (left != NULL && peek(parser)->kind == MB_TOKEN_OR) {
		struct mb_ask *right;

		parser->at++;
		right = parse_all(parser);
		if (right == NULL) {
			mb_ask_free(left);
			return NULL;
		}
		left = join(parser, MB_ASK_OR, start, left, right);
	}
	return left;
}

/* The first leaf of @ask that is of front:, or the first that is not; NULL when
 * there is none. */
static const struct mb_ask *
find_leaf(const struct mb_ask *ask, gboolean front)
{
	const struct mb_ask *found = NULL;

	if (ask->children == NULL)
		return (ask->field == MB_FIELD_FRONT) == front ? ask : NULL;
	for (guint i = 0; i < ask->children->len && found == NULL; i++)
		found = find_leaf(ask->children->pdata[i], front);
	return found;
}

gboolean
mb_ask_has_front(const struct mb_ask *ask)
{
	return find_leaf(ask, TRUE) != NULL;
}

/* What is outside the items has words, but nothing else that is needed of an
 * item: "front:parry date:2019" would never find anything. */
static gboolean
check_front(struct parser *parser, const struct mb_ask *ask)
{
	const struct mb_ask *front = find_leaf(ask, TRUE);

	if (front == NULL || find_leaf(ask, FALSE) == NULL)
		return TRUE;
	if (ask->kind != MB_ASK_OR) {
		fail(parser, front->start,
		     "front: can't be needed together with anything else: its "
		     "words stand in no item");
		return FALSE;
	}
	for (guint i = 0; i < ask->children->len; i++)
		if (!check_front(parser, ask->children->pdata[i]))
			return FALSE;
	return TRUE;
}

/* "??" is a slip, and not a question for every item. */
static struct mb_ask *
parse_whole(struct parser *parser)
{
	g_autoptr(mb_ask) ask = NULL;

	if (peek(parser)->kind == MB_TOKEN_END) {
		if (mb_question_is_blank(parser->text))
			return node_new(parser, MB_ASK_ALL, 0);
		return fail(parser, 0,
		            "there is no word here to look for; * stands for "
		            "every item");
	}
	ask = parse_either(parser);
	if (ask != NULL && peek(parser)->kind != MB_TOKEN_END)
		return fail_missing(parser);
	if (ask != NULL && !check_front(parser, ask))
		return NULL;
	return g_steal_pointer(&ask);
}

struct mb_ask *
mb_ask_parse(const char *text, enum mb_field_id field, guint *column,
             GError **error)
{
	struct parser parser = { .text = text, .field = field };
	struct mb_ask *ask;

	parser.tokens = mb_tokens_cut(text, column, error);
	if (parser.tokens == NULL)
		return NULL;
	ask = parse_whole(&parser);
	if (ask == NULL) {
		*column = mb_tokens_column(text, parser.fault);
		g_propagate_error(error, parser.error);
	}
	g_ptr_array_unref(parser.tokens);
	return ask;
}
