/* minutebook-index: read papers, write the index; minutebook-index(1). */
#include "config.h"

#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib.h>

#include "base/conf.h"
#include "base/layout.h"
#include "indexer/dump.h"
#include "indexer/ocr.h"
#include "indexer/progress.h"
#include "indexer/run.h"
#include "indexer/worker.h"

/* What the command line said; lives as long as the program. */
static struct {
	char *index;
	char *config;
	char *format;
	char *dump;
	char **names;
	gint n_jobs;
	gboolean items;
	gboolean dry_run;
	gboolean again;
	gboolean prune;
	gboolean ocr;
	gboolean verbose;
	gboolean version;
} options;

static const GOptionEntry entries[] = {
	{ "index", 'i', 0, G_OPTION_ARG_FILENAME, &options.index,
	  "Folder of the index", "DIR" },
	{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &options.config,
	  "Configuration file", "FILE" },
	{ "again", 'a', 0, G_OPTION_ARG_NONE, &options.again,
	  "Read papers again that have not changed", NULL },
	{ "prune", 0, 0, G_OPTION_ARG_NONE, &options.prune,
	  "Drop papers that are gone, however many", NULL },
	{ "jobs", 'j', 0, G_OPTION_ARG_INT, &options.n_jobs,
	  "Papers read at the same time (default: one a core)", "N" },
	{ "items", 0, 0, G_OPTION_ARG_NONE, &options.items,
	  "The files hold items made elsewhere, as JSON Lines", NULL },
	{ "ocr", 0, 0, G_OPTION_ARG_NONE, &options.ocr,
	  "Read pages that are pictures of text", NULL },
	{ "verbose", 'v', 0, G_OPTION_ARG_NONE, &options.verbose,
	  "One line a paper", NULL },
	{ "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run,
	  "Print the items of the papers; write nothing", NULL },
	{ "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
	  "How --dry-run prints items: jsonl", "FORMAT" },
	{ "dump", 0, 0, G_OPTION_ARG_STRING, &options.dump,
	  "Print what a step makes of the papers: lines, meetings, items, "
	  "attendance or front",
	  "STEP" },
	{ "version", 0, 0, G_OPTION_ARG_NONE, &options.version,
	  "Print the version", NULL },
	{ G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.names,
	  NULL, "PAPER|FOLDER..." },
	{ NULL, 0, 0, 0, NULL, NULL, NULL },
};

/* The arguments, with "-j4" as "-j" and "4": GOption does not know a value that
 * stands at its letter, which everybody is used to from make(1). */
static char **
part_jobs(char **argv)
{
	g_autoptr(GStrvBuilder) parted = g_strv_builder_new();
	gboolean is_option = TRUE;

	for (; *argv; argv++) {
		is_option = is_option && !g_str_equal(*argv, "--");
		if (is_option && g_str_has_prefix(*argv, "-j") &&
		    g_ascii_isdigit((*argv)[2])) {
			g_strv_builder_add(parted, "-j");
			g_strv_builder_add(parted, *argv + 2);
		} else {
			g_strv_builder_add(parted, *argv);
		}
	}
	return g_strv_builder_end(parted);
}

static gboolean
parse_options(char **argv, GError **error)
{
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_auto(GStrv) parted = part_jobs(argv);

	g_option_context_set_summary(
	    context, "Split committee papers into items and index them.");
	g_option_context_set_description(
	    context, "The index is --index, else $MINUTEBOOK_INDEX, else "
		     "\"minutebook\" in the XDG data folder.\n"
		     "See minutebook-index(1).");
	g_option_context_add_main_entries(context, entries, NULL);
	return g_option_context_parse_strv(context, &parted, error);
}

/* What is wrong with the options, or NULL. */
static const char *
find_fault(enum mb_dump *dump)
{
	*dump = MB_DUMP_JSONL;
	if (options.dump && !mb_dump_from_name(options.dump, dump))
		return "--dump takes lines, meetings, items, attendance or front";
	if (options.dump && options.dry_run)
		return "--dump and --dry-run exclude each other";
	if (options.format && !options.dry_run)
		return "--format goes with --dry-run";
	if (options.format && !g_str_equal(options.format, "jsonl"))
		return "--format takes jsonl";
	if (options.items && options.dump)
		return "--items and --dump exclude each other";
	if (options.n_jobs < 0 || options.n_jobs > MB_WORKER_MAX_JOBS)
		return "--jobs takes a number from 1 to 64";
	if (options.index && !*options.index)
		return "--index takes the name of a folder";
	if (!options.names)
		return "no papers named; try --help";
	return NULL;
}

static int
index_or_dump(enum mb_dump dump)
{
	g_autofree char *index = mb_layout_index(options.index);
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_conf) conf = NULL;
	struct mb_run run = {
		.index = index,
		.names = options.names,
		.n_jobs = (guint)options.n_jobs,
		.again = options.again,
		.prune = options.prune,
		.verbose = options.verbose,
	};

	conf = mb_conf_load(options.config, index, &error);
	if (!conf || (options.ocr && !mb_ocr_start(&error))) {
		mb_progress_complain(NULL, error->message);
		return MB_EXIT_NOTHING_DONE;
	}
	if (options.items)
		mb_conf_expect_items(conf);
	if (options.ocr)
		mb_conf_ask_ocr(conf);
	if (options.dry_run || options.dump)
		return mb_dump_papers(options.names, index, dump, conf);
	run.conf = conf;
	return mb_run(&run);
}

/* Give the three standard files to who was started without them, as some
 * schedulers do: the first files of the index would get their numbers, and what
 * is printed would go there. */
static void
open_standard_files(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

/* Segments are merged some hundred files at a time, and a shell's own limit may
 * be less. */
static void
allow_many_files(void)
{
	struct rlimit files;

	if (getrlimit(RLIMIT_NOFILE, &files) != 0)
		return;
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	const char *fault;
	enum mb_dump dump;
	int status;

	open_standard_files();
	allow_many_files();
	setlocale(LC_ALL, "");
	if (!parse_options(argv, &error)) {
		mb_progress_complain(NULL, error->message);
		return MB_EXIT_NOTHING_DONE;
	}
	if (options.version) {
		puts(PACKAGE_STRING);
		return MB_EXIT_DONE;
	}
	fault = find_fault(&dump);
	if (fault) {
		mb_progress_complain(NULL, fault);
		return MB_EXIT_NOTHING_DONE;
	}
	status = index_or_dump(dump);
	mb_ocr_stop();
	return status;
}
