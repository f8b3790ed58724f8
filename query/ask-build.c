#include <string.h>

#include "base/error.h"
#include "query/ask.h"
#include "query/hyphen.h"
#include "query/people-asked.h"
#include "query/resolve.h"
#include "query/succession.h"
#include "shim/words.h"

/* What a tree is turned into a query by, and where what goes wrong is told. */
struct scene {
	struct mb_search *search;
	const struct mb_conf *conf; /* NULL: none */
	guint *column;
};

static struct mb_query *build(const struct mb_ask *ask,
                              const struct scene *scene, GError **error);

/* What makes a query of a tree. */
typedef struct mb_query *(*build_func)(const struct mb_ask *ask,
                                       const struct scene *scene,
                                       GError **error);

/* A word or phrase as it stands. */
static struct mb_query *
build_words(const struct mb_ask *ask, const struct scene *scene, GError **error)
{
	(void)error;
	/* Of a whole value, a phrase is the value. */
	if (ask->kind == MB_ASK_WORD ||
	    mb_fields()[ask->field].kind == MB_FIELD_EXACT)
		return mb_query_text(scene->search, ask->field, ask->text);
	return mb_query_phrase(scene->search, ask->field, ask->text);
}

/* A committee is meant with what it was and what became of it, unless it is
 * asked for by committee:=. */
static struct mb_query *
with_successions(const struct mb_ask *ask, const struct scene *scene,
                 struct mb_query *query, GError **error)
{
	g_autoptr(GPtrArray) names = NULL;

	if (ask->only || scene->conf == NULL)
		return query;
	names = mb_succession_names(scene->search, scene->conf, ask->text,
	                            ask->kind == MB_ASK_PREFIX);
	for (guint i = 0; query != NULL && i < names->len; i++)
		query = mb_query_join(
		    MB_JOIN_OR, query,
		    mb_query_body(MB_FIELD_COMMITTEE, names->pdata[i]), error);
	return query;
}

/* A word or phrase that the papers taught is the same as @key, folded, in the
 * field @id, joined onto @query. */
static struct mb_query *
or_acronyms(const struct scene *scene, enum mb_field_id id, const char *key,
            struct mb_query *query, GError **error)
{
	g_autoptr(GPtrArray) same = mb_search_acronyms(scene->search, key);

	for (guint i = 0; query != NULL && i < same->len; i++) {
		const struct mb_facet *facet = same->pdata[i];

		query = mb_query_join(
		    MB_JOIN_OR, query,
		    mb_query_phrase(scene->search, id, facet->value), error);
	}
	return query;
}

/* MASH is looked for as the Multi Agency Safeguarding Hub too. */
static struct mb_query *
with_acronyms(const struct mb_ask *ask, const struct scene *scene,
              struct mb_query *query, GError **error)
{
	g_autofree char *key = NULL;

	if (mb_fields()[ask->field].kind != MB_FIELD_TEXT)
		return query;
	key = mb_ask_fold(ask->text);
	return or_acronyms(scene, ask->field, key, query, error);
}

/* Co-operation is cooperation. */
static struct mb_query *
with_hyphens(const struct mb_ask *ask, const struct scene *scene,
             struct mb_query *query, GError **error)
{
	g_autofree char *other = NULL;

	if (mb_fields()[ask->field].kind == MB_FIELD_TEXT)
		other = mb_hyphen_other(scene->search, ask->text);
	if (query == NULL || other == NULL)
		return query;
	return mb_query_join(MB_JOIN_OR, query,
	                     mb_query_text(scene->search, ask->field, other),
	                     error);
}

/* A person is meant under every form of the name, not only the words typed. */
static struct mb_query *
build_leaf(const struct mb_ask *ask, const struct scene *scene, GError **error)
{
	struct mb_query *words = build_words(ask, scene, error);
	struct mb_query *person;

	if (ask->field == MB_FIELD_COMMITTEE)
		return with_successions(ask, scene, words, error);
	if (ask->kind == MB_ASK_WORD)
		words = with_hyphens(
		    ask, scene, with_acronyms(ask, scene, words, error), error);
	if (words == NULL ||
	    (ask->field != MB_FIELD_OFFICER && ask->field != MB_FIELD_MEMBER))
		return words;
	person =
	    mb_people_asked(scene->search,
	                    ask->field == MB_FIELD_OFFICER ? MB_STANDING_OFFICER
	                                                   : MB_STANDING_MEMBER,
	                    ask->text, error);
	if (person == NULL) {
		mb_query_free(words);
		return NULL;
	}
	return mb_query_join(MB_JOIN_OR, words, person, error);
}

/* All children joined from left to right. */
static struct mb_query *
build_chain(const struct mb_ask *ask, enum mb_join how, build_func make,
            const struct scene *scene, GError **error)
{
	g_autoptr(mb_query) query = NULL;

	for (guint i = 0; i < ask->children->len; i++) {
		const struct mb_ask *child =
		    g_ptr_array_index(ask->children, i);
		struct mb_query *next = make(child, scene, error);

		if (next == NULL)
			return NULL;
		if (query == NULL) {
			query = next;
			continue;
		}
		*scene->column = child->column;
		query =
		    mb_query_join(how, g_steal_pointer(&query), next, error);
		if (query == NULL)
			return NULL;
	}
	return g_steal_pointer(&query);
}

/* Join @next onto @query, either of which may be the first. */
static gboolean
add_to(struct mb_query **query, enum mb_join how, struct mb_query *next,
       GError **error)
{
	if (next == NULL)
		return FALSE;
	if (*query == NULL)
		*query = next;
	else
		*query =
		    mb_query_join(how, g_steal_pointer(query), next, error);
	return *query != NULL;
}

/* Whether @child is a word that may be one of several that have a short form.
 */
static gboolean
may_be_short(const struct mb_ask *child, const struct mb_ask *before)
{
	return child->kind == MB_ASK_WORD &&
	       mb_fields()[child->field].kind == MB_FIELD_TEXT &&
	       (before == NULL || before->field == child->field);
}

guint
mb_ask_short_run(const struct mb_ask *ask, guint from, struct mb_search *search,
                 char **key)
{
	g_autoptr(GString) words = g_string_new(NULL);
	const struct mb_ask *before = NULL;
	guint n = 1;

	*key = NULL;
	for (guint i = from;
	     i < ask->children->len && i - from < MB_ASK_MAX_ACRONYM_WORDS;
	     i++) {
		const struct mb_ask *child = ask->children->pdata[i];
		g_autofree char *folded = NULL;
		g_autoptr(GPtrArray) same = NULL;

		if (!may_be_short(child, before))
			break;
		folded = mb_ask_fold(child->text);
		g_string_append_printf(words, "%s%s", i > from ? " " : "",
		                       folded);
		before = child;
		if (i == from)
			continue;
		same = mb_search_acronyms(search, words->str);
		if (same->len == 0)
			continue;
		n = i - from + 1;
		g_free(*key);
		*key = g_strdup(words->str);
	}
	return n;
}

/* The child at *at and, when it begins words that have a short form, all of
 * them or that; *at moves on behind them. */
static struct mb_query *
build_child(const struct mb_ask *ask, guint *at, const struct scene *scene,
            GError **error)
{
	const struct mb_ask *child = ask->children->pdata[*at];
	g_autofree char *key = NULL;
	guint n = mb_ask_short_run(ask, *at, scene->search, &key);
	struct mb_query *query = NULL;

	for (guint i = *at; i < *at + n; i++)
		if (!add_to(&query, MB_JOIN_AND,
		            build(ask->children->pdata[i], scene, error),
		            error)) {
			mb_query_free(query);
			return NULL;
		}
	*at += n;
	if (key == NULL)
		return query;
	return or_acronyms(scene, child->field, key, query, error);
}

/* What must match less what must not; when all must not, every item less
 * those: "NOT kind:agenda" is a question too. */
static struct mb_query *
build_and(const struct mb_ask *ask, const struct scene *scene, GError **error)
{
	g_autoptr(mb_query) with = NULL;
	g_autoptr(mb_query) without = NULL;

	for (guint i = 0; i < ask->children->len;) {
		const struct mb_ask *child = ask->children->pdata[i];

		if (child->kind != MB_ASK_NOT) {
			if (!add_to(&with, MB_JOIN_AND,
			            build_child(ask, &i, scene, error), error))
				return NULL;
			continue;
		}
		if (!add_to(&without, MB_JOIN_OR,
		            build(child->children->pdata[0], scene, error),
		            error))
			return NULL;
		i++;
	}
	if (with == NULL)
		with = mb_query_all();
	if (without == NULL)
		return g_steal_pointer(&with);
	return mb_query_join(MB_JOIN_NOT, g_steal_pointer(&with),
	                     g_steal_pointer(&without), error);
}

static struct mb_query *
build_not(const struct mb_ask *ask, const struct scene *scene, GError **error)
{
	struct mb_query *without =
	    build(g_ptr_array_index(ask->children, 0), scene, error);

	if (without == NULL)
		return NULL;
	return mb_query_join(MB_JOIN_NOT, mb_query_all(), without, error);
}

/* Places in the text are kept for words alone. */
static gboolean
has_place(const struct mb_ask *ask)
{
	enum mb_field_kind kind = mb_fields()[ask->field].kind;

	switch (ask->kind) {
	case MB_ASK_WORD:
	case MB_ASK_PHRASE:
		return kind != MB_FIELD_EXACT && kind != MB_FIELD_DATE &&
		       kind != MB_FIELD_LINK;
	case MB_ASK_PREFIX:
	case MB_ASK_DATES:
	case MB_ASK_ALL:
	case MB_ASK_AND:
	case MB_ASK_OR:
	case MB_ASK_NOT:
	case MB_ASK_NEAR:
		break;
	}
	return FALSE;
}

/* Words of different fields are never near one another. */
static struct mb_query *
build_near(const struct mb_ask *ask, const struct scene *scene, GError **error)
{
	const struct mb_ask *first = g_ptr_array_index(ask->children, 0);

	for (guint i = 0; i < ask->children->len; i++) {
		const struct mb_ask *child =
		    g_ptr_array_index(ask->children, i);

		*scene->column = child->column;
		if (!has_place(child)) {
			g_set_error_literal(
			    error, MB_ERROR, MB_ERROR_SYNTAX,
			    "NEAR takes words and phrases only");
			return NULL;
		}
		if (child->field != first->field) {
			g_set_error_literal(
			    error, MB_ERROR, MB_ERROR_SYNTAX,
			    "NEAR takes words of one field only");
			return NULL;
		}
	}
	return build_chain(ask, MB_JOIN_NEAR, build_words, scene, error);
}

/* The items that are linked with the item of an id. */
static struct mb_query *
build_link(const struct mb_ask *ask, const struct scene *scene, GError **error)
{
	g_autoptr(GPtrArray) ids = mb_resolve_linked(
	    scene->search, ask->text, ask->field == MB_FIELD_CITES, error);
	struct mb_query *query = mb_query_nothing();

	if (ids == NULL) {
		mb_query_free(query);
		return NULL;
	}
	for (guint i = 0; i < ids->len && query != NULL; i++)
		query = mb_query_join(MB_JOIN_OR, query,
		                      mb_query_text(scene->search, MB_FIELD_ID,
		                                    g_ptr_array_index(ids, i)),
		                      error);
	return query;
}

static struct mb_query *
build(const struct mb_ask *ask, const struct scene *scene, GError **error)
{
	switch (ask->kind) {
	case MB_ASK_WORD:
	case MB_ASK_PHRASE:
		if (mb_fields()[ask->field].kind == MB_FIELD_LINK)
			return build_link(ask, scene, error);
		return build_leaf(ask, scene, error);
	case MB_ASK_PREFIX:
		if (ask->field == MB_FIELD_COMMITTEE)
			return with_successions(ask, scene,
			                        mb_query_prefix(scene->search,
			                                        ask->field,
			                                        ask->text),
			                        error);
		return mb_query_prefix(scene->search, ask->field, ask->text);
	case MB_ASK_DATES:
		return mb_query_dates(ask->dates.from_ymd, ask->dates.to_ymd);
	case MB_ASK_ALL:
		return mb_query_all();
	case MB_ASK_AND:
		return build_and(ask, scene, error);
	case MB_ASK_OR:
		return build_chain(ask, MB_JOIN_OR, build, scene, error);
	case MB_ASK_NOT:
		return build_not(ask, scene, error);
	case MB_ASK_NEAR:
		return build_near(ask, scene, error);
	}
	g_assert_not_reached();
}

char *
mb_ask_fold(const char *text)
{
	g_autoptr(mb_words) words = mb_words_new(text, -1);
	GString *out = g_string_new(NULL);
	struct mb_word word;

	while (mb_words_next(words, &word))
		g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "",
		                       word.folded);
	return g_string_free(out, FALSE);
}

struct mb_query *
mb_ask_build(const struct mb_ask *ask, struct mb_search *search,
             const struct mb_conf *conf, guint *column, GError **error)
{
	const struct scene scene = { search, conf, column };
	struct mb_query *query = build(ask, &scene, error);

	if (query != NULL)
		*column = 0;
	return query;
}
