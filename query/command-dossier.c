#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "query/asking.h"
#include "query/command.h"
#include "query/dossier.h"
#include "query/output.h"

struct options {
	struct mb_asking asking;
	char *output;
	char *title;
};

/* Whether @path is a device, a pipe or the like: to be written into.  A file is
 * replaced whole, but replacing /dev/null would take it from everybody. */
static gboolean
is_special(const char *path)
{
	return g_file_test(path, G_FILE_TEST_EXISTS) &&
	       !g_file_test(path, G_FILE_TEST_IS_REGULAR | G_FILE_TEST_IS_DIR);
}

static gboolean
write_into(const char *path, const GString *page, GError **error)
{
	FILE *file = fopen(path, "we");
	gboolean good = file != NULL;

	good = good && fwrite(page->str, 1, page->len, file) == page->len;
	/* What a device has no room for may show only when it is closed. */
	if (file != NULL && fclose(file) != 0)
		good = FALSE;
	if (!good)
		g_set_error(error, MB_ERROR, MB_ERROR_IO, "can't write %s: %s",
		            path, g_strerror(errno));
	return good;
}

static enum mb_exit
write_page(const struct options *options, GString *page)
{
	g_autoptr(GError) error = NULL;

	if (options->output == NULL || strcmp(options->output, "-") == 0) {
		mb_output_write(page, TRUE);
		return mb_command_end(MB_EXIT_FOUND);
	}
	if (is_special(options->output)
	        ? write_into(options->output, page, &error)
	        : g_file_set_contents(options->output, page->str,
	                              (gssize)page->len, &error))
		return MB_EXIT_FOUND;
	mb_output_complain("%s", error->message);
	return MB_EXIT_ERROR;
}

static enum mb_exit
dossier(const struct mb_common *common, const struct options *options,
        char **words)
{
	g_autoptr(mb_question) question =
	    mb_asking_read(&options->asking, "dossier", words);
	g_autoptr(GString) page = g_string_new(NULL);
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(GError) error = NULL;
	struct mb_dossier_job job = {
		.program = PACKAGE_STRING,
		.exempt = common->exempt,
	};

	if (question == NULL || !mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	question->sort = MB_SORT_OLDEST;
	if (!mb_asking_ask(answer, question))
		return MB_EXIT_ERROR;
	if (mb_answer_n_matches(answer) == 0) {
		mb_asking_report_none(answer, question);
		return MB_EXIT_NONE;
	}
	job.answer = answer;
	job.conf = conf;
	job.question = question;
	job.title = options->title != NULL ? options->title : question->text;
	if (mb_dossier(page, &job, &error))
		return write_page(options, page);
	mb_output_complain("%s", error->message);
	return MB_EXIT_ERROR;
}

enum mb_exit
mb_command_dossier(const struct mb_command *command, char **argv)
{
	struct options options = { .asking = { .n_max = G_MAXINT } };
	const GOptionEntry own[] = {
		{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
		  "Write the page there", "FILE" },
		{ "title", 0, 0, G_OPTION_ARG_STRING, &options.title,
		  "What the page is called, rather than the question",
		  "TITLE" },
		{ "from", 0, 0, G_OPTION_ARG_STRING, &options.asking.from,
		  "No item of an earlier date", "DATE" },
		{ "to", 0, 0, G_OPTION_ARG_STRING, &options.asking.to,
		  "No item of a later date", "DATE" },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_auto(GStrv) words = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (mb_command_options(command, argv, own, NULL, &common, &words))
		status = dossier(&common, &options, words);
	mb_asking_clear(&options.asking);
	g_free(options.output);
	g_free(options.title);
	mb_common_clear(&common);
	return status;
}
