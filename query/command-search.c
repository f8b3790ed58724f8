#include "query/asking.h"
#include "query/command.h"
#include "query/counting.h"
#include "query/output.h"
#include "query/outside.h"
#include "query/render.h"
#include "query/rows.h"

/* Options as typed. */
struct options {
	struct mb_asking asking;
	gboolean count;
	gboolean explain;
	gboolean group;
	char *by;
};

static gboolean
print_row(const struct mb_common *common, const struct mb_view *view,
          struct mb_answer *answer, guint i, const struct mb_group *group,
          guint n_before, GString *out)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_marker) marker = NULL;
	struct mb_hit hit = {
		.item = mb_answer_item(answer, i, &error),
		.score = mb_answer_score(answer, i),
		.n_before = n_before,
		.group = group,
	};

	if (hit.item == NULL) {
		mb_output_complain("%s", error->message);
		return FALSE;
	}
	marker = mb_answer_marker(answer, hit.item);
	hit.marker = marker;
	mb_renderer(common->format)->hit(out, view, &hit);
	return TRUE;
}

/* "12 items, showing 1-10"; NULL for none.  Transfer full. */
static char *
caption(struct mb_answer *answer)
{
	guint n_matches = mb_answer_n_matches(answer);
	guint n_rows = mb_answer_n_rows(answer);
	GString *out;

	if (n_matches == 0)
		return NULL;
	out = g_string_new(NULL);
	g_string_append_printf(out, "%u item%s", n_matches,
	                       n_matches == 1 ? "" : "s");
	if (n_rows < n_matches)
		g_string_append_printf(out, ", showing 1-%u", n_rows);
	return g_string_free(out, FALSE);
}

/* Whoever has read all that was found is told of what is no item. */
static void
report_outside(const struct mb_common *common, struct mb_answer *answer,
               const struct mb_question *question)
{
	g_autofree char *line = NULL;

	if (common->format != MB_FORMAT_TEXT ||
	    mb_answer_n_rows(answer) < mb_answer_n_matches(answer))
		return;
	line = mb_outside_line(answer, question);
	if (line != NULL)
		mb_output_complain("%s", line);
}

static enum mb_exit
print_answer(const struct mb_common *common, struct mb_answer *answer,
             const struct mb_conf *conf, const char *title)
{
	g_autofree char *text = caption(answer);
	const struct mb_view view = mb_command_view(common, conf, title, text);
	const struct mb_renderer *renderer = mb_renderer(common->format);
	g_autoptr(GString) out = g_string_new(NULL);
	gboolean exact = mb_format_is_exact(common->format);
	gboolean good = TRUE;

	renderer->begin(out, &view);
	for (guint i = 0; i < mb_answer_n_rows(answer); i++) {
		if (!print_row(common, &view, answer, i, NULL, i, out)) {
			good = FALSE;
			continue;
		}
		if (!mb_output_write(out, exact))
			break;
	}
	renderer->end(out, &view);
	mb_output_write(out, exact);
	if (!good)
		return mb_command_end(MB_EXIT_ERROR);
	return mb_command_end(mb_answer_n_matches(answer) > 0 ? MB_EXIT_FOUND
	                                                      : MB_EXIT_NONE);
}

/* "12 items of 5 matters, showing 1-3". */
static char *
group_caption(struct mb_answer *answer, const GPtrArray *groups, guint n_shown)
{
	GString *out = g_string_new(NULL);

	g_string_append_printf(out, "%u item%s of %u matter%s",
	                       mb_answer_n_matches(answer),
	                       mb_answer_n_matches(answer) == 1 ? "" : "s",
	                       groups->len, groups->len == 1 ? "" : "s");
	if (n_shown < groups->len)
		g_string_append_printf(out, ", showing 1-%u", n_shown);
	return g_string_free(out, FALSE);
}

/* Each matter as one hit, at most @n_max of them. */
static enum mb_exit
print_groups(const struct mb_common *common, struct mb_answer *answer,
             const struct mb_conf *conf, const char *title, guint n_max)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) groups = mb_groups(answer, &error);
	guint n_shown = groups == NULL ? 0 : MIN(n_max, groups->len);
	const struct mb_renderer *renderer = mb_renderer(common->format);
	gboolean exact = mb_format_is_exact(common->format);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *text = NULL;
	struct mb_view view;

	if (groups == NULL) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	text = n_shown > 0 ? group_caption(answer, groups, n_shown) : NULL;
	view = mb_command_view(common, conf, title, text);
	renderer->begin(out, &view);
	for (guint i = 0; i < n_shown; i++) {
		const struct mb_group *group = g_ptr_array_index(groups, i);
		const struct mb_grouped *first =
		    g_ptr_array_index(group->items, 0);

		if (!print_row(common, &view, answer, first->row, group, i,
		               out))
			return mb_command_end(MB_EXIT_ERROR);
		if (!mb_output_write(out, exact))
			break;
	}
	renderer->end(out, &view);
	mb_output_write(out, exact);
	return mb_command_end(n_shown > 0 ? MB_EXIT_FOUND : MB_EXIT_NONE);
}

/* How many there are, and nothing else. */
static enum mb_exit
print_count(const struct mb_common *common, guint n_matches)
{
	static const struct mb_column columns[] = { { "items", "ITEMS" },
		                                    { NULL, NULL } };
	g_autoptr(mb_table) table = mb_table_new(columns);
	g_autoptr(GString) text = g_string_new(NULL);
	json_t *row = json_object();
	enum mb_exit status;

	g_string_printf(text, "%u\n", n_matches);
	mb_row_put(row, "items", json_integer(n_matches));
	mb_table_add(table, row);
	status = mb_command_print(common, table, text, "no item found");
	return status == MB_EXIT_FOUND && n_matches == 0 ? MB_EXIT_NONE
	                                                 : status;
}

static enum mb_exit
print_counted(const struct mb_common *common, struct mb_answer *answer,
              enum mb_field_id field)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) counted = mb_counting(answer, field, &error);
	g_autoptr(mb_table) table = NULL;
	g_autoptr(GString) text = g_string_new(NULL);

	if (counted == NULL) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	table = mb_counting_table(counted, field);
	g_string_printf(text, "%u item%s\n\n", mb_answer_n_matches(answer),
	                mb_answer_n_matches(answer) == 1 ? "" : "s");
	mb_counting_chart(text, counted, mb_output_width(),
	                  mb_output_wants_color());
	return mb_command_print(common, table, text, "nothing to count");
}

/* For people, in words. */
static enum mb_exit
print_explained(struct mb_answer *answer, const struct mb_question *question)
{
	g_autoptr(GString) out = g_string_new(NULL);

	if (!mb_asking_explain(answer, question, out))
		return MB_EXIT_ERROR;
	mb_output_write(out, FALSE);
	return mb_command_end(mb_answer_n_matches(answer) > 0 ? MB_EXIT_FOUND
	                                                      : MB_EXIT_NONE);
}

/* What was asked for is no list of items, which alone have ids. */
static gboolean
read_options(const struct mb_common *common, const struct options *options,
             enum mb_field_id *field)
{
	g_autoptr(GError) error = NULL;
	gboolean counts = options->count || options->by != NULL;

	if (options->by != NULL &&
	    !mb_counting_read(options->by, field, &error)) {
		mb_output_complain("--by: %s", error->message);
		return FALSE;
	}
	if (options->explain && common->format != MB_FORMAT_TEXT) {
		mb_output_complain("--explain: it is told in words, as text");
		return FALSE;
	}
	if (!counts || common->format != MB_FORMAT_IDS)
		return TRUE;
	mb_output_complain("--%s: counts have no ids",
	                   options->count ? "count" : "by");
	return FALSE;
}

static enum mb_exit
search(const struct mb_common *common, const struct options *options,
       char **words)
{
	g_autoptr(mb_question) question =
	    mb_asking_read(&options->asking, "search", words);
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	enum mb_field_id field = MB_FIELD_ANY;
	enum mb_exit status;
	guint n_max;

	if (question == NULL || !read_options(common, options, &field) ||
	    !mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	n_max = question->n_max;
	if (options->group)
		question->n_max = G_MAXUINT;
	if (options->by != NULL || options->count) {
		question->n_max = 0;
		question->sort = MB_SORT_NEWEST;
	}
	if (!mb_asking_ask(answer, question))
		return MB_EXIT_ERROR;
	if (options->explain)
		return print_explained(answer, question);
	if (mb_answer_n_matches(answer) == 0)
		mb_asking_report_none(answer, question);
	if (options->by != NULL && mb_answer_n_matches(answer) > 0)
		return print_counted(common, answer, field);
	if (options->by != NULL || options->count)
		return print_count(common, mb_answer_n_matches(answer));
	if (options->group)
		return print_groups(common, answer, conf, question->text,
		                    n_max);
	status = print_answer(common, answer, conf, question->text);
	if (status == MB_EXIT_FOUND)
		report_outside(common, answer, question);
	return status;
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
mb_command_search(const struct mb_command *command, char **argv)
{
	struct options options = { .asking = { .n_max = MB_QUESTION_ROWS } };
	const GOptionEntry own[] = {
		MB_ASKING_OPTIONS(&options.asking),
		{ "count", 0, 0, G_OPTION_ARG_NONE, &options.count,
		  "Print how many there are, and nothing else", NULL },
		{ "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain,
		  "Print how the question is understood, and what each part "
		  "finds",
		  NULL },
		{ "group", 0, 0, G_OPTION_ARG_NONE, &options.group,
		  "A matter's agenda entry, report and minute as one", NULL },
		{ "by", 0, 0, G_OPTION_ARG_STRING, &options.by,
		  "Count by year, committee, officer, member, kind or council",
		  "FIELD" },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_autofree char *notes = field_notes();
	g_auto(GStrv) words = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (mb_command_options(command, argv, own, notes, &common, &words))
		status = search(&common, &options, words);
	mb_asking_clear(&options.asking);
	g_free(options.by);
	mb_common_clear(&common);
	return status;
}
