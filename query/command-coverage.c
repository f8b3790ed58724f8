#include <string.h>

#include "base/date.h"
#include "query/body-names.h"
#include "query/command.h"
#include "query/coverage-print.h"
#include "query/output.h"

/* What was asked for. */
struct options {
	gboolean civic;
	gboolean papers;
	char *committee;
	char *year;
};

static enum mb_exit
print(const struct mb_common *common, const struct options *options,
      struct mb_coverage *coverage, const struct mb_wish *wish)
{
	g_autoptr(GPtrArray) rows = mb_coverage_wanted_rows(coverage, wish);
	g_autoptr(GPtrArray) papers = mb_coverage_wanted_papers(coverage, wish);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(mb_table) table = options->papers
	                                ? mb_coverage_paper_table(papers)
	                                : mb_coverage_row_table(rows);

	if (common->format == MB_FORMAT_TEXT && options->papers)
		mb_coverage_paper_text(text, papers);
	else if (common->format == MB_FORMAT_TEXT && rows->len > 0)
		mb_coverage_text(text, rows, papers,
		                 wish->committee != NULL || wish->year != NULL,
		                 common->exempt);
	return mb_command_print(common, table, text,
	                        "the index has nothing of that");
}

static enum mb_exit
cover(const struct mb_common *common, const struct options *options)
{
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(mb_coverage) coverage = mb_coverage_new(options->civic);
	g_autoptr(GError) error = NULL;
	g_autofree char *committee = options->committee != NULL
	                                 ? mb_body_fold(options->committee)
	                                 : NULL;
	struct mb_wish wish = { committee, options->year };

	if (!mb_command_has_words("--committee", options->committee) ||
	    !mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	if (!mb_answer_papers(answer, mb_coverage_take, coverage, &error) ||
	    !mb_coverage_count_items(coverage, answer, &error)) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	return print(common, options, coverage, &wish);
}

static gboolean
check_options(struct options *options)
{
	struct mb_date_range range;

	if (options->year != NULL &&
	    (!mb_date_parse(options->year, &range, NULL) ||
	     strspn(options->year, "0123456789/") != strlen(options->year))) {
		mb_output_complain("--year: \"%s\" is no year; write 2021, or "
		                   "2020/21 for a municipal year",
		                   options->year);
		return FALSE;
	}
	if (options->year != NULL && strchr(options->year, '/') != NULL)
		options->civic = TRUE;
	return TRUE;
}

static const char notes[] =
    "Meetings: of which there are items.  Scanned: papers with pages that are\n"
    "pictures.  Unread: papers without text, or of a type without a reader.\n"
    "Missing: meetings whose minutes other papers speak of.  Gaps: numbers\n"
    "missing among the minutes.";

enum mb_exit
mb_command_coverage(const struct mb_command *command, char **argv)
{
	struct options options = { 0 };
	const GOptionEntry own[] = {
		{ "committee", 0, 0, G_OPTION_ARG_STRING, &options.committee,
		  "Only committees with these words in their name", "NAME" },
		{ "year", 0, 0, G_OPTION_ARG_STRING, &options.year,
		  "Only this year: 2021, or 2020/21", "YEAR" },
		{ "civic", 0, 0, G_OPTION_ARG_NONE, &options.civic,
		  "Count by municipal years, May to April", NULL },
		{ "papers", 0, 0, G_OPTION_ARG_NONE, &options.papers,
		  "List the papers", NULL },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_auto(GStrv) rest = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (!mb_command_options(command, argv, own, notes, &common, &rest))
		return MB_EXIT_ERROR;
	if (mb_command_has_no_more(command, rest,
	                           "name a committee with --committee") &&
	    check_options(&options))
		status = cover(&common, &options);
	g_free(options.committee);
	g_free(options.year);
	mb_common_clear(&common);
	return status;
}
