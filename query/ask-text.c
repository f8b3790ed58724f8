/* A question's tree as text again: for tests, and spelt as the index knows its
 * words. */
#include <string.h>

#include "query/ask.h"
#include "shim/words.h"

static void
describe_leaf(const struct mb_ask *ask, GString *out)
{
	const struct mb_field *field = &mb_fields()[ask->field];
	gboolean is_phrase = ask->kind == MB_ASK_PHRASE;

	if (field->name[0] != '\0')
		g_string_append_printf(out, "%s:%s", field->name,
		                       ask->only ? "=" : "");
	if (ask->kind == MB_ASK_DATES)
		g_string_append_printf(out, "%u..%u", ask->dates.from_ymd,
		                       ask->dates.to_ymd);
	else
		g_string_append_printf(out, "%s%s%s", is_phrase ? "\"" : "",
		                       ask->text, is_phrase ? "\"" : "");
	if (ask->kind == MB_ASK_PREFIX)
		g_string_append_c(out, '*');
}

static void
describe(const struct mb_ask *ask, GString *out)
{
	static const char *const names[] = {
		[MB_ASK_AND] = "and",
		[MB_ASK_OR] = "or",
		[MB_ASK_NOT] = "not",
		[MB_ASK_NEAR] = "near",
	};

	if (ask->kind == MB_ASK_ALL) {
		g_string_append_c(out, '*');
		return;
	}
	if (ask->children == NULL) {
		describe_leaf(ask, out);
		return;
	}
	g_string_append_printf(out, "(%s", names[ask->kind]);
	for (guint i = 0; i < ask->children->len; i++) {
		g_string_append_c(out, ' ');
		describe(g_ptr_array_index(ask->children, i), out);
	}
	g_string_append_c(out, ')');
}

char *
mb_ask_describe(const struct mb_ask *ask)
{
	GString *out = g_string_new(NULL);

	describe(ask, out);
	return g_string_free(out, FALSE);
}

/* Where the respelling has got to: leaves come in the order of the text, so
 * what is between two of them is copied as it is. */
struct respelling {
	const char *text;
	gsize copied; /* bytes of @text that are in @out */
	GString *out;
	struct mb_search *search;
	gboolean all; /* not only words that the index lacks */
	gboolean changed;
};

/* The bytes of the text from @start to @end are @better. */
static void
replace(struct respelling *to, gsize start, gsize end, const char *better)
{
	g_string_append_len(to->out, to->text + to->copied,
	                    (gssize)(start - to->copied));
	g_string_append(to->out, better);
	to->copied = end;
	to->changed = TRUE;
}

/* "precept 2024": the number is looked for in the text, but a year in which
 * there was a meeting may be meant. */
static gboolean
is_year(const struct mb_ask *ask)
{
	return ask->kind == MB_ASK_WORD && ask->field == MB_FIELD_ANY &&
	       strlen(ask->text) == 4 && strspn(ask->text, "0123456789") == 4 &&
	       (g_str_has_prefix(ask->text, "19") ||
	        g_str_has_prefix(ask->text, "20"));
}

/* A word that the index has may be a slip too, but not beside one that it
 * lacks: in "foster carer recrutment" care is commoner than carer. */
static gboolean
is_suspect(const struct respelling *to, const char *folded)
{
	g_autoptr(GPtrArray) forms = NULL;

	if (to->all)
		return TRUE;
	forms = mb_search_forms(to->search, folded);
	return forms->len == 0;
}

static void
respell_leaf(const struct mb_ask *ask, struct respelling *to)
{
	enum mb_field_kind kind = mb_fields()[ask->field].kind;
	g_autoptr(mb_words) words = NULL;
	struct mb_word word;

	if (kind == MB_FIELD_EXACT || kind == MB_FIELD_DATE ||
	    kind == MB_FIELD_LINK)
		return;
	if (is_year(ask)) {
		replace(to, ask->text_start, ask->text_start, "date:");
		return;
	}
	words = mb_words_new(ask->text, -1);
	while (mb_words_next(words, &word)) {
		g_autofree char *better = NULL;

		if (!is_suspect(to, word.folded))
			continue;
		better = mb_search_spelling(to->search, word.folded);
		if (better != NULL && strcmp(better, word.folded) != 0)
			replace(to, ask->text_start + word.start,
			        ask->text_start + word.end, better);
	}
}

static void
respell(const struct mb_ask *ask, struct respelling *to)
{
	if (ask->children == NULL) {
		if (ask->kind == MB_ASK_WORD || ask->kind == MB_ASK_PHRASE)
			respell_leaf(ask, to);
		return;
	}
	for (guint i = 0; i < ask->children->len; i++)
		respell(g_ptr_array_index(ask->children, i), to);
}

static char *
respell_text(const struct mb_ask *ask, const char *text,
             struct mb_search *search, gboolean all)
{
	struct respelling to = {
		.text = text,
		.out = g_string_new(NULL),
		.search = search,
		.all = all,
	};

	respell(ask, &to);
	g_string_append(to.out, text + to.copied);
	return g_string_free(to.out, !to.changed);
}

char *
mb_ask_respell(const struct mb_ask *ask, const char *text,
               struct mb_search *search)
{
	char *better = respell_text(ask, text, search, FALSE);

	return better != NULL ? better : respell_text(ask, text, search, TRUE);
}
