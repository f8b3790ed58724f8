#include "query/asking.h"

#include "query/none.h"
#include "query/output.h"
#include "query/understood.h"

void
mb_asking_clear(struct mb_asking *asking)
{
	g_clear_pointer(&asking->from, g_free);
	g_clear_pointer(&asking->to, g_free);
	g_clear_pointer(&asking->sort, g_free);
}

static gboolean
complain_about(const char *option, const GError *error)
{
	mb_output_complain("--%s: %s", option, error->message);
	return FALSE;
}

static gboolean
read_options(const struct mb_asking *asking, struct mb_question *question)
{
	g_autoptr(GError) error = NULL;

	if (asking->from != NULL &&
	    !mb_question_read_from(asking->from, &question->from_ymd, &error))
		return complain_about("from", error);
	if (asking->to != NULL &&
	    !mb_question_read_to(asking->to, &question->to_ymd, &error))
		return complain_about("to", error);
	if (!mb_question_check_days(question, &error))
		return complain_about("to", error);
	if (asking->sort != NULL &&
	    !mb_question_read_sort(asking->sort, &question->sort, &error))
		return complain_about("sort", error);
	if (asking->n_max <= 0) {
		mb_output_complain("--limit: 1 is the least");
		return FALSE;
	}
	question->n_max = asking->all ? G_MAXUINT : (guint)asking->n_max;
	return TRUE;
}

struct mb_question *
mb_asking_read(const struct mb_asking *asking, const char *command,
               char **words)
{
	g_autoptr(mb_question) question = mb_question_new();

	if (!read_options(asking, question))
		return NULL;
	g_free(question->text);
	question->text = g_strjoinv(" ", words);
	if (!mb_question_is_empty(question))
		return g_steal_pointer(&question);
	mb_output_complain("%s: what for?  * stands for every item", command);
	return NULL;
}

/* The question with a mark under the place that is wrong. */
static void
complain_question(const struct mb_question *question,
                  const struct mb_fault *fault, const GError *error)
{
	g_autofree char *indent = NULL;

	if (fault->part == MB_PART_NONE || fault->column == 0) {
		mb_output_complain("%s", error->message);
		return;
	}
	mb_output_complain("column %u: %s", fault->column, error->message);
	if (!g_utf8_validate(question->text, -1, NULL))
		return;
	indent = g_strnfill(fault->column - 1, ' ');
	mb_output_complain("%s", question->text);
	mb_output_complain("%s^", indent);
}

gboolean
mb_asking_ask(struct mb_answer *answer, const struct mb_question *question)
{
	g_autoptr(GError) error = NULL;
	struct mb_fault fault;

	if (mb_answer_ask(answer, question, &fault, &error))
		return TRUE;
	complain_question(question, &fault, error);
	return FALSE;
}

gboolean
mb_asking_take_ids(struct mb_answer *answer, guint first, guint end,
                   GPtrArray *ids)
{
	for (guint i = first; i < end; i++) {
		g_autoptr(GError) error = NULL;
		const struct mb_item *item = mb_answer_item(answer, i, &error);

		if (item == NULL) {
			mb_output_complain("%s", error->message);
			return FALSE;
		}
		g_ptr_array_add(ids, g_strdup(item->id));
	}
	return TRUE;
}

void
mb_asking_report_none(struct mb_answer *answer,
                      const struct mb_question *question)
{
	g_autofree char *better = mb_answer_respell(answer, question);
	g_autoptr(GPtrArray) lines = mb_none_lines(answer, question);

	mb_output_complain("no item found");
	for (guint i = 0; i < lines->len; i++)
		mb_output_complain("%s", (const char *)lines->pdata[i]);
	/* Nobody knows what these are, so the open databases do not know of
	 * them. */
	if (!mb_answer_has_exempt(answer))
		mb_output_complain("papers that could never be read, such as "
		                   "scans, are told of with --exempt alone");
	if (better != NULL)
		mb_output_complain("did you mean: %s", better);
}

gboolean
mb_asking_explain(struct mb_answer *answer, const struct mb_question *question,
                  GString *out)
{
	g_autoptr(GError) error = NULL;
	guint n_matches = mb_answer_n_matches(answer);
	g_autofree char *better =
	    n_matches == 0 ? mb_answer_respell(answer, question) : NULL;
	g_autoptr(mb_understood) understood =
	    mb_understood_new(answer, question, TRUE, &error);

	if (understood == NULL) {
		mb_output_complain("%s", error->message);
		return FALSE;
	}
	g_string_append_printf(out, "question: %s\nread as: %s\n\n",
	                       question->text, understood->tree);
	mb_understood_text(understood, out);
	g_string_append_printf(out, "\nall of it: %u item%s\n", n_matches,
	                       n_matches == 1 ? "" : "s");
	if (better != NULL)
		g_string_append_printf(out, "did you mean: %s\n", better);
	return TRUE;
}
