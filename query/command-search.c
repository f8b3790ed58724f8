#include <string.h>

#include "base/error.h"
#include "query/command.h"
#include "query/output.h"
#include "query/render.h"

/* Options of the search as typed. */
struct options {
	char *from;
	char *to;
	char *sort;
	gint n_max;
	gboolean all;
};

static void
options_clear(struct options *options)
{
	g_free(options->from);
	g_free(options->to);
	g_free(options->sort);
}

static gboolean
complain_about(const char *option, const GError *error)
{
	mb_output_complain("--%s: %s", option, error->message);
	return FALSE;
}

static gboolean
read_options(const struct options *options, struct mb_question *question)
{
	g_autoptr(GError) error = NULL;

	if (options->from != NULL &&
	    !mb_question_read_from(options->from, &question->from_ymd, &error))
		return complain_about("from", error);
	if (options->to != NULL &&
	    !mb_question_read_to(options->to, &question->to_ymd, &error))
		return complain_about("to", error);
	if (!mb_question_check_days(question, &error))
		return complain_about("to", error);
	if (options->sort != NULL &&
	    !mb_question_read_sort(options->sort, &question->sort, &error))
		return complain_about("sort", error);
	if (options->n_max <= 0) {
		mb_output_complain("--limit: 1 is the least");
		return FALSE;
	}
	question->n_max = options->all ? G_MAXUINT : (guint)options->n_max;
	return TRUE;
}

static struct mb_question *
read_question(const struct options *options, char **words)
{
	g_autoptr(mb_question) question = mb_question_new();

	if (!read_options(options, question))
		return NULL;
	g_free(question->text);
	question->text = g_strjoinv(" ", words);
	if (!mb_question_is_empty(question))
		return g_steal_pointer(&question);
	mb_output_complain("search: what for?  * stands for every item");
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

static void
report_none(struct mb_answer *answer, const struct mb_question *question)
{
	g_autofree char *better = mb_answer_respell(answer, question);

	mb_output_complain("no item found");
	if (better != NULL)
		mb_output_complain("did you mean: %s", better);
}

static gboolean
print_row(GString *out, const struct mb_view *view, enum mb_format format,
          struct mb_answer *answer, guint i)
{
	g_autoptr(GError) error = NULL;
	const struct mb_item *item = mb_answer_item(answer, i, &error);
	g_autoptr(mb_marker) marker = NULL;
	double score;

	if (item == NULL) {
		mb_output_complain("%s", error->message);
		return FALSE;
	}
	marker = mb_answer_marker(answer, item);
	score = mb_answer_score(answer, i);
	switch (format) {
	case MB_FORMAT_TEXT:
		if (i > 0)
			g_string_append_c(out, '\n');
		mb_render_text_hit(out, view, item, marker);
		break;
	case MB_FORMAT_JSONL:
		mb_render_json_hit(out, view->conf, item, score, marker);
		break;
	case MB_FORMAT_CSV:
		mb_render_csv_hit(out, view->conf, item, score, marker);
		break;
	}
	return TRUE;
}

static void
print_head(GString *out, enum mb_format format, struct mb_answer *answer)
{
	guint n_matches = mb_answer_n_matches(answer);
	guint n_rows = mb_answer_n_rows(answer);

	if (format == MB_FORMAT_CSV)
		mb_render_csv_head(out);
	if (format != MB_FORMAT_TEXT || n_matches == 0)
		return;
	g_string_append_printf(out, "%u item%s", n_matches,
	                       n_matches == 1 ? "" : "s");
	if (n_rows < n_matches)
		g_string_append_printf(out, ", showing 1-%u", n_rows);
	g_string_append(out, "\n\n");
}

static enum mb_exit
print_answer(struct mb_answer *answer, const struct mb_conf *conf,
             enum mb_format format)
{
	const struct mb_view view = {
		.conf = conf,
		.color = format == MB_FORMAT_TEXT && mb_output_wants_color(),
		.width = mb_output_width(),
	};
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	gboolean exact = format != MB_FORMAT_TEXT;
	gboolean good = TRUE;

	print_head(out, format, answer);
	for (guint i = 0; i < mb_answer_n_rows(answer); i++) {
		if (!print_row(out, &view, format, answer, i)) {
			good = FALSE;
			continue;
		}
		if (!mb_output_write(out, exact))
			break;
	}
	mb_output_write(out, exact);
	if (!mb_output_close(&error)) {
		mb_output_complain("%s", error->message);
		good = FALSE;
	}
	if (!good)
		return MB_EXIT_ERROR;
	return mb_answer_n_matches(answer) > 0 ? MB_EXIT_FOUND : MB_EXIT_NONE;
}

static enum mb_exit
search(const struct mb_common *common, const struct options *options,
       char **words)
{
	g_autoptr(mb_question) question = read_question(options, words);
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(GError) error = NULL;
	struct mb_fault fault;
	enum mb_format format;

	if (question == NULL || !mb_command_format(common, TRUE, &format) ||
	    !mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	if (!mb_answer_ask(answer, question, &fault, &error)) {
		complain_question(question, &fault, error);
		return MB_EXIT_ERROR;
	}
	if (mb_answer_n_matches(answer) == 0)
		report_none(answer, question);
	return print_answer(answer, conf, format);
}

/* The fields, for the end of --help. */
static char *
field_notes(void)
{
	GString *out = g_string_new("Fields of a question:\n");

	for (guint i = 0; i < MB_N_FIELDS; i++) {
		const struct mb_field *field = &mb_fields()[i];

		if (field->name[0] != '\0')
			g_string_append_printf(out, "  %-11s %s\n", field->name,
			                       field->meaning);
	}
	g_string_append(out, "\nminutebook-query(7) has the language whole.");
	return g_string_free(out, FALSE);
}

enum mb_exit
mb_command_search(char **argv)
{
	struct options options = { .n_max = MB_QUESTION_ROWS };
	const GOptionEntry own[] = {
		{ "from", 0, 0, G_OPTION_ARG_STRING, &options.from,
		  "No item of an earlier date", "DATE" },
		{ "to", 0, 0, G_OPTION_ARG_STRING, &options.to,
		  "No item of a later date", "DATE" },
		{ "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort,
		  "What comes first", "relevance|newest|oldest" },
		{ "limit", 0, 0, G_OPTION_ARG_INT, &options.n_max,
		  "Print this many items at most [10]", "N" },
		{ "all", 0, 0, G_OPTION_ARG_NONE, &options.all,
		  "Print all items found", NULL },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	const struct mb_command *command = mb_command_by_name("search");
	g_autofree char *notes = field_notes();
	g_auto(GStrv) words = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (mb_command_options(command, argv, own, notes, &common, &words))
		status = search(&common, &options, words);
	options_clear(&options);
	mb_common_clear(&common);
	return status;
}
