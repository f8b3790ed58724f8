#include "query/asking.h"
#include "query/command.h"
#include "query/output.h"
#include "query/render.h"

static gboolean
print_row(const struct mb_common *common, const struct mb_view *view,
          struct mb_answer *answer, guint i, GString *out)
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
	switch (common->format) {
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
	case MB_FORMAT_IDS:
		mb_command_append_id(common, out, item->id);
		break;
	case MB_FORMAT_DOT:
	case MB_FORMAT_SVG:
	case MB_FORMAT_ICS:
		g_assert_not_reached();
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
print_answer(const struct mb_common *common, struct mb_answer *answer,
             const struct mb_conf *conf)
{
	const struct mb_view view = {
		.conf = conf,
		.color =
		    common->format == MB_FORMAT_TEXT && mb_output_wants_color(),
		.width = mb_output_width(),
	};
	g_autoptr(GString) out = g_string_new(NULL);
	gboolean exact = mb_format_is_exact(common->format);
	gboolean good = TRUE;

	print_head(out, common->format, answer);
	for (guint i = 0; i < mb_answer_n_rows(answer); i++) {
		if (!print_row(common, &view, answer, i, out)) {
			good = FALSE;
			continue;
		}
		if (!mb_output_write(out, exact))
			break;
	}
	mb_output_write(out, exact);
	if (!good)
		return mb_command_end(MB_EXIT_ERROR);
	return mb_command_end(mb_answer_n_matches(answer) > 0 ? MB_EXIT_FOUND
	                                                      : MB_EXIT_NONE);
}

static enum mb_exit
search(const struct mb_common *common, const struct mb_asking *asking,
       char **words)
{
	g_autoptr(mb_question) question =
	    mb_asking_read(asking, "search", words);
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;

	if (question == NULL || !mb_command_open(common, &answer, &conf) ||
	    !mb_asking_ask(answer, question))
		return MB_EXIT_ERROR;
	if (mb_answer_n_matches(answer) == 0)
		mb_asking_report_none(answer, question);
	return print_answer(common, answer, conf);
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
	struct mb_asking asking = { .n_max = MB_QUESTION_ROWS };
	const GOptionEntry own[] = {
		MB_ASKING_OPTIONS(&asking),
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_autofree char *notes = field_notes();
	g_auto(GStrv) words = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (mb_command_options(command, argv, own, notes, &common, &words))
		status = search(&common, &asking, words);
	mb_asking_clear(&asking);
	mb_common_clear(&common);
	return status;
}
