#include "query/answer.h"

#include <string.h>

#include "base/error.h"
#include "query/ask.h"
#include "query/opening.h"

struct mb_answer {
	char **indexes;
	char *names; /* of them, for messages */
	gboolean exempt;
	const struct mb_conf *conf;
	struct mb_search *search;
	struct mb_query *query;
	struct mb_result *result;
};

/* What the libraries say of a damaged index ("EOF reading block 2") does not
 * tell people which it is, or what to do. */
static void
name_damage(const struct mb_answer *answer, GError **error)
{
	g_autoptr(GError) why = NULL;

	if (error != NULL &&
	    g_error_matches(*error, MB_ERROR, MB_ERROR_VERSION))
		g_prefix_error(error, "%s: ", answer->names);
	if (error == NULL ||
	    !g_error_matches(*error, MB_ERROR, MB_ERROR_CORRUPT))
		return;
	why = g_steal_pointer(error);
	g_set_error(error, MB_ERROR, MB_ERROR_CORRUPT,
	            "%s: the index is damaged (%s); remove it and index the "
	            "papers again",
	            answer->names, why->message);
}

static void
forget(struct mb_answer *answer)
{
	g_clear_pointer(&answer->result, mb_result_free);
	g_clear_pointer(&answer->query, mb_query_free);
}

static gboolean
reopen(struct mb_answer *answer, GError **error)
{
	g_clear_pointer(&answer->result, mb_result_free);
	g_clear_pointer(&answer->search, mb_search_free);
	answer->search = mb_opening((const char *const *)answer->indexes,
	                            answer->exempt, error);
	if (answer->search == NULL)
		name_damage(answer, error);
	return answer->search != NULL;
}

struct mb_answer *
mb_answer_new(const char *const *indexes, gboolean exempt,
              const struct mb_conf *conf, GError **error)
{
	g_autoptr(mb_answer) answer = g_new0(struct mb_answer, 1);

	answer->indexes = g_strdupv((char **)indexes);
	answer->names = g_strjoinv(", ", answer->indexes);
	answer->exempt = exempt;
	answer->conf = conf;
	if (!reopen(answer, error))
		return NULL;
	return g_steal_pointer(&answer);
}

void
mb_answer_free(struct mb_answer *answer)
{
	if (answer == NULL)
		return;
	forget(answer);
	g_clear_pointer(&answer->search, mb_search_free);
	g_strfreev(answer->indexes);
	g_free(answer->names);
	g_free(answer);
}

gboolean
mb_answer_has_exempt(const struct mb_answer *answer)
{
	return answer->exempt;
}

const struct mb_conf *
mb_answer_conf(const struct mb_answer *answer)
{
	return answer->conf;
}

/* Front matter has neither dates nor committees: none would be found, whatever
 * the papers say. */
static gboolean
check_front(const struct mb_ask *ask, const struct mb_question *question,
            struct mb_fault *fault, GError **error)
{
	if (!mb_ask_has_front(ask) || !mb_question_is_narrowed(question))
		return TRUE;
	fault->column = 0;
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
	            "front: can't be narrowed by dates or anything else: its "
	            "words stand in no item");
	return FALSE;
}

/* Read one part and narrow @query by it; the parts that are boxes of their own
 * on the search page don't change which item is the best. */
static gboolean
add_part(struct mb_answer *answer, const struct mb_question *question,
         enum mb_part part, const char *text, struct mb_query **query,
         struct mb_fault *fault, GError **error)
{
	static const enum mb_field_id fields[] = {
		[MB_PART_NONE] = MB_FIELD_ANY,
		[MB_PART_TEXT] = MB_FIELD_ANY,
		[MB_PART_COMMITTEE] = MB_FIELD_COMMITTEE,
		[MB_PART_OFFICER] = MB_FIELD_OFFICER,
	};
	g_autoptr(mb_ask) ask = NULL;
	struct mb_query *next;

	if (text == NULL)
		return TRUE;
	fault->part = part;
	ask = mb_ask_parse(text, fields[part], &fault->column, error);
	if (ask == NULL || !check_front(ask, question, fault, error))
		return FALSE;
	if (ask->kind == MB_ASK_ALL)
		return TRUE;
	next = mb_ask_build(ask, answer->search, answer->conf, &fault->column,
	                    error);
	if (next == NULL)
		return FALSE;
	*query = *query == NULL ? next : mb_query_filter(*query, next);
	return TRUE;
}

/* Rows of trackers, and items that ask for something at a later meeting. */
static struct mb_query *
asking_items(struct mb_answer *answer)
{
	return mb_query_join(MB_JOIN_OR,
	                     mb_query_text(answer->search, MB_FIELD_KIND_OF,
	                                   mb_kind_name(MB_KIND_ACTION)),
	                     mb_query_ahead(), NULL);
}

static struct mb_query *
make_query(struct mb_answer *answer, const struct mb_question *question,
           struct mb_fault *fault, GError **error)
{
	g_autoptr(mb_query) query = NULL;

	if (!add_part(answer, question, MB_PART_TEXT, question->text, &query,
	              fault, error) ||
	    !add_part(answer, question, MB_PART_COMMITTEE, question->committee,
	              &query, fault, error) ||
	    !add_part(answer, question, MB_PART_OFFICER, question->officer,
	              &query, fault, error))
		return NULL;
	fault->part = MB_PART_NONE;
	fault->column = 0;
	if (query == NULL)
		query = mb_query_all();
	if (question->asks_only)
		query = mb_query_filter(g_steal_pointer(&query),
		                        asking_items(answer));
	if (question->from_ymd == 0 && question->to_ymd == 0)
		return g_steal_pointer(&query);
	return mb_query_filter(
	    g_steal_pointer(&query),
	    mb_query_dates(question->from_ymd, question->to_ymd));
}

/* A wildcard that stands for too many words is found out by running. */
static void
blame_text(struct mb_fault *fault, const GError *why)
{
	if (fault->part == MB_PART_NONE &&
	    g_error_matches(why, MB_ERROR, MB_ERROR_LIMIT)) {
		fault->part = MB_PART_TEXT;
		fault->column = 0;
	}
}

static gboolean
ask_once(struct mb_answer *answer, const struct mb_question *question,
         struct mb_fault *fault, GError **error)
{
	forget(answer);
	answer->query = make_query(answer, question, fault, error);
	if (answer->query == NULL)
		return FALSE;
	answer->result =
	    mb_search_run(answer->search, answer->query, question->sort,
	                  question->first, question->n_max, error);
	return answer->result != NULL;
}

gboolean
mb_answer_ask(struct mb_answer *answer, const struct mb_question *question,
              struct mb_fault *fault, GError **error)
{
	*fault = (struct mb_fault){ MB_PART_NONE, 0 };
	for (guint i = 0;; i++) {
		g_autoptr(GError) why = NULL;

		if (ask_once(answer, question, fault, &why))
			return TRUE;
		if (i + 1 == MB_OPENING_MAX_TRIES ||
		    !g_error_matches(why, MB_ERROR, MB_ERROR_CHANGED)) {
			blame_text(fault, why);
			g_propagate_error(error, g_steal_pointer(&why));
			name_damage(answer, error);
			return FALSE;
		}
		if (!reopen(answer, error))
			return FALSE;
	}
}

guint
mb_answer_n_items(const struct mb_answer *answer)
{
	return mb_search_n_items(answer->search);
}

guint
mb_answer_n_matches(const struct mb_answer *answer)
{
	return mb_result_n_matches(answer->result);
}

guint
mb_answer_n_rows(const struct mb_answer *answer)
{
	return mb_result_n_rows(answer->result);
}

const struct mb_item *
mb_answer_item(struct mb_answer *answer, guint i, GError **error)
{
	const struct mb_item *item = mb_result_item(answer->result, i, error);

	if (item == NULL)
		name_damage(answer, error);
	return item;
}

double
mb_answer_score(const struct mb_answer *answer, guint i)
{
	return mb_result_score(answer->result, i);
}

struct mb_marker *
mb_answer_marker(struct mb_answer *answer, const struct mb_item *item)
{
	if (answer->query == NULL)
		answer->query = mb_query_nothing();
	return mb_marker_new(answer->query, answer->search, item);
}

/* Only a spelling that finds something is worth offering. */
static gboolean
finds_something(struct mb_answer *answer, const struct mb_question *question)
{
	g_autoptr(mb_query) query = NULL;
	g_autoptr(mb_result) result = NULL;
	struct mb_fault fault = { MB_PART_NONE, 0 };

	query = make_query(answer, question, &fault, NULL);
	if (query == NULL)
		return FALSE;
	result =
	    mb_search_run(answer->search, query, MB_SORT_RELEVANCE, 0, 1, NULL);
	return result != NULL && mb_result_n_matches(result) > 0;
}

char *
mb_answer_respell(struct mb_answer *answer, const struct mb_question *question)
{
	struct mb_question better = *question;
	g_autoptr(mb_ask) ask = NULL;
	g_autofree char *text = NULL;
	guint column;

	ask = mb_ask_parse(question->text, MB_FIELD_ANY, &column, NULL);
	if (ask == NULL)
		return NULL;
	text = mb_ask_respell(ask, question->text, answer->search);
	if (text == NULL)
		return NULL;
	better.text = text;
	if (!finds_something(answer, &better))
		return NULL;
	return g_steal_pointer(&text);
}

/* The index moved under the reader, for the first few times. */
static gboolean
may_try_again(guint n_tries, const GError *why)
{
	return n_tries + 1 < MB_OPENING_MAX_TRIES &&
	       g_error_matches(why, MB_ERROR, MB_ERROR_CHANGED);
}

static gboolean
fail(const struct mb_answer *answer, GError **why, GError **error)
{
	g_propagate_error(error, g_steal_pointer(why));
	name_damage(answer, error);
	return FALSE;
}

gboolean
mb_answer_use(struct mb_answer *answer, mb_answer_func work, gpointer data,
              GError **error)
{
	g_autoptr(GError) why = NULL;

	for (guint i = 0;; i++) {
		g_clear_error(&why);
		if (work(answer->search, data, &why))
			return TRUE;
		if (!may_try_again(i, why))
			break;
		if (!reopen(answer, error))
			return FALSE;
	}
	return fail(answer, &why, error);
}

struct by_id {
	const char *id;
	GPtrArray *items;
};

static gboolean
find_id(struct mb_search *search, gpointer data, GError **error)
{
	struct by_id *job = data;

	job->items = mb_search_by_id(search, job->id, error);
	return job->items != NULL;
}

GPtrArray *
mb_answer_by_id(struct mb_answer *answer, const char *id, GError **error)
{
	struct by_id job = { .id = id };

	return mb_answer_use(answer, find_id, &job, error) ? job.items : NULL;
}

struct walk {
	mb_paper_func take;
	gpointer data;
};

static gboolean
walk_papers(struct mb_search *search, gpointer data, GError **error)
{
	const struct walk *job = data;

	return mb_papers_walk(search, job->take, job->data, error);
}

gboolean
mb_answer_papers(struct mb_answer *answer, mb_paper_func take, gpointer data,
                 GError **error)
{
	struct walk job = { take, data };

	return mb_answer_use(answer, walk_papers, &job, error);
}

struct count {
	const struct mb_query *query;
	guint *n_items;
};

static gboolean
count_items(struct mb_search *search, gpointer data, GError **error)
{
	const struct count *job = data;

	return mb_search_count(search, job->query, job->n_items, error);
}

gboolean
mb_answer_count(struct mb_answer *answer, const struct mb_query *query,
                guint *n_items, GError **error)
{
	struct count job = { query, n_items };

	return mb_answer_use(answer, count_items, &job, error);
}

struct facet {
	const struct mb_query *query;
	enum mb_field_id field;
	GHashTable *groups;
	GPtrArray *facets;
};

static gboolean
count_facet(struct mb_search *search, gpointer data, GError **error)
{
	struct facet *job = data;

	job->facets =
	    mb_search_facet(search, job->query, job->field, job->groups, error);
	return job->facets != NULL;
}

GPtrArray *
mb_answer_facet(struct mb_answer *answer, const struct mb_query *query,
                enum mb_field_id field, GHashTable *groups, GError **error)
{
	struct facet job = { query != NULL ? query : answer->query, field,
		             groups, NULL };

	return mb_answer_use(answer, count_facet, &job, error) ? job.facets
	                                                       : NULL;
}

static gint
by_name(gconstpointer a, gconstpointer b)
{
	return g_utf8_collate(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
mb_answer_committees(struct mb_answer *answer)
{
	GPtrArray *names = mb_search_committees(answer->search, NULL);

	if (names == NULL)
		return g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_sort(names, by_name);
	return names;
}
