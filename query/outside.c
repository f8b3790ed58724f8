#include "query/outside.h"

#include <string.h>

#include "query/ask.h"

/* Whether all that @ask looks for are words of no field. */
static gboolean
has_words_alone(const struct mb_ask *ask)
{
	if (ask->children == NULL)
		return ask->kind != MB_ASK_ALL && ask->field == MB_FIELD_ANY;
	for (guint i = 0; i < ask->children->len; i++)
		if (!has_words_alone(ask->children->pdata[i]))
			return FALSE;
	return TRUE;
}

/* A list has "Ms. S. Parry" for whom minutes call Siân Parry. */
static char *
person_text(const char *name)
{
	const char *rest = strchr(name, ' ');
	g_autoptr(GString) initial = g_string_new(NULL);

	if (rest == NULL)
		return g_strdup_printf("front:%s", name);
	g_string_append_unichar(initial, g_utf8_get_char(name));
	return g_strdup_printf("front:(\"%s\" OR \"%s%s\")", name, initial->str,
	                       strrchr(rest, ' '));
}

char *
mb_outside_text(const char *text)
{
	guint column;
	g_autoptr(mb_ask) ask = mb_ask_parse(text, MB_FIELD_ANY, &column, NULL);
	g_autoptr(mb_ask) made = NULL;
	g_autofree char *front = NULL;

	if (ask == NULL)
		return NULL;
	if (has_words_alone(ask))
		front = g_strdup_printf("front:(%s)", text);
	else if ((ask->kind == MB_ASK_WORD || ask->kind == MB_ASK_PHRASE) &&
	         (ask->field == MB_FIELD_OFFICER ||
	          ask->field == MB_FIELD_MEMBER))
		front = person_text(ask->text);
	if (front != NULL)
		made = mb_ask_parse(front, MB_FIELD_ANY, &column, NULL);
	return made == NULL ? NULL : g_steal_pointer(&front);
}

struct counting {
	const char *text;
	const struct mb_conf *conf;
	guint n;
};

static gboolean
count_fronts(struct mb_search *search, gpointer data, GError **error)
{
	struct counting *job = data;
	guint column;
	g_autoptr(mb_ask) ask =
	    mb_ask_parse(job->text, MB_FIELD_ANY, &column, error);
	g_autoptr(mb_query) query = NULL;

	if (ask != NULL)
		query = mb_ask_build(ask, search, job->conf, &column, error);
	return query != NULL && mb_search_count(search, query, &job->n, error);
}

guint
mb_outside_count(struct mb_answer *answer, const struct mb_question *question,
                 char **text)
{
	g_autofree char *front = NULL;
	struct counting job = { NULL, mb_answer_conf(answer), 0 };

	*text = NULL;
	/* What is narrowed in other ways than by its text has no words outside.
	 */
	if (question->text == NULL || mb_question_is_narrowed(question))
		return 0;
	front = mb_outside_text(question->text);
	job.text = front;
	if (front == NULL || !mb_answer_use(answer, count_fronts, &job, NULL) ||
	    job.n == 0)
		return 0;
	*text = g_steal_pointer(&front);
	return job.n;
}

char *
mb_outside_line(struct mb_answer *answer, const struct mb_question *question)
{
	g_autofree char *text = NULL;
	guint n = mb_outside_count(answer, question, &text);

	if (n == 0)
		return NULL;
	return g_strdup_printf("outside the items, on title pages or among who "
	                       "attended, %u place%s: ask %s",
	                       n, n == 1 ? " has it" : "s have it", text);
}

void
mb_outside_widen(struct mb_answer *answer, struct mb_question *question)
{
	g_autofree char *front = NULL;
	g_autofree char *wide = NULL;
	g_autoptr(mb_ask) ask = NULL;
	guint column;

	if (mb_outside_count(answer, question, &front) == 0)
		return;
	wide = g_strdup_printf("(%s) OR %s", question->text, front);
	/* Twice as many words may be too many. */
	ask = mb_ask_parse(wide, MB_FIELD_ANY, &column, NULL);
	if (ask == NULL)
		return;
	g_free(question->text);
	question->text = g_steal_pointer(&wide);
}
