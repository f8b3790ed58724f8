#include <string.h>

#include "base/date.h"
#include "query/asking.h"
#include "query/calendar.h"
#include "query/command.h"
#include "query/ledger.h"
#include "query/output.h"

/* What was asked for. */
struct options {
	struct mb_asking asking;
	gboolean open;
	gboolean overdue;
	gboolean lost;
	char *owner;
	char *on;
	guint32 today;
};

/* What the ledger is made of, and it. */
struct job {
	GPtrArray *ids;
	guint32 today;
	struct mb_resolver *resolver;
	GPtrArray *entries;
};

static void
job_clear(struct job *job)
{
	g_clear_pointer(&job->entries, g_ptr_array_unref);
	g_clear_pointer(&job->resolver, mb_resolver_free);
}

static gboolean
make_ledger(struct mb_search *search, gpointer data, GError **error)
{
	g_autoptr(GPtrArray) items = NULL;
	struct job *job = data;

	job_clear(job);
	job->resolver = mb_resolver_new(search);
	items = mb_resolver_by_ids(job->resolver, job->ids, error);
	if (items == NULL)
		return FALSE;
	job->entries = mb_ledger_make(job->resolver, items, job->today, error);
	return job->entries != NULL;
}

static gboolean
is_wanted(const struct options *options, const struct mb_entry *entry)
{
	if (options->open && !mb_entry_is_open(entry))
		return FALSE;
	if (options->overdue && !mb_entry_is_overdue(entry, options->today))
		return FALSE;
	if (options->lost && !mb_entry_is_lost(entry))
		return FALSE;
	return options->owner == NULL ||
	       mb_entry_has_owner(entry, options->owner);
}

static enum mb_exit
print_calendar(const GPtrArray *wanted, guint32 today)
{
	g_autoptr(GString) out = g_string_new(NULL);
	guint n_events = 0;

	mb_calendar_begin(out);
	for (guint i = 0; i < wanted->len; i++)
		n_events +=
		    mb_calendar_add(out, g_ptr_array_index(wanted, i), today)
			? 1
			: 0;
	mb_calendar_end(out);
	/* RFC 5545 knows no calendar without a component. */
	if (n_events == 0) {
		mb_output_complain("no such action has a date by which it is "
		                   "due");
		return MB_EXIT_NONE;
	}
	mb_output_write(out, TRUE);
	return mb_command_end(MB_EXIT_FOUND);
}

static enum mb_exit
print_ledger(const struct mb_common *common, const struct mb_conf *conf,
             const GPtrArray *wanted, guint32 today)
{
	const struct mb_view view = mb_command_view(common, conf, NULL, NULL);
	g_autoptr(mb_table) table = mb_ledger_table();
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < wanted->len; i++) {
		const struct mb_entry *entry = g_ptr_array_index(wanted, i);

		mb_ledger_row(table, entry, today);
		if (common->format == MB_FORMAT_TEXT)
			mb_ledger_text(text, &view, entry, today);
	}
	return mb_command_print(common, table, text, "no such action");
}

static enum mb_exit
print(const struct mb_common *common, const struct mb_conf *conf,
      const struct options *options, const GPtrArray *entries)
{
	g_autoptr(GPtrArray) wanted = g_ptr_array_new();
	guint n_max =
	    options->asking.all ? G_MAXUINT : (guint)options->asking.n_max;

	for (guint i = 0; i < entries->len && wanted->len < n_max; i++)
		if (is_wanted(options, g_ptr_array_index(entries, i)))
			g_ptr_array_add(wanted, g_ptr_array_index(entries, i));
	if (common->format == MB_FORMAT_ICS)
		return print_calendar(wanted, options->today);
	return print_ledger(common, conf, wanted, options->today);
}

/* The items that are rows of trackers or ask for something. */
static gboolean
take_items(struct mb_answer *answer, const struct options *options,
           char **words, GPtrArray *ids)
{
	static char *every[] = { (char *)"*", NULL };
	g_autoptr(mb_question) question = mb_asking_read(
	    &options->asking, "actions", words[0] != NULL ? words : every);

	if (question == NULL)
		return FALSE;
	question->asks_only = TRUE;
	question->n_max = G_MAXUINT;
	return mb_asking_ask(answer, question) &&
	       mb_asking_take_ids(answer, 0, mb_answer_n_rows(answer), ids);
}

static guint32
date_of_today(void)
{
	g_autoptr(GDateTime) now = g_date_time_new_now_local();
	gint year, month, day;

	g_date_time_get_ymd(now, &year, &month, &day);
	return mb_date_make((guint)year, (guint)month, (guint)day);
}

static gboolean
check_options(struct options *options)
{
	options->today = options->on != NULL ? mb_date_from_iso(options->on)
	                                     : date_of_today();
	if (options->today % 100 != 0)
		return TRUE;
	mb_output_complain("--on: \"%s\" is no day; write 2023-07-27",
	                   options->on);
	return FALSE;
}

static enum mb_exit
run(const struct mb_common *common, struct options *options, char **words)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
	struct job job = { .ids = ids };
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(GError) error = NULL;
	enum mb_exit status = MB_EXIT_ERROR;

	if (!check_options(options) ||
	    !mb_command_open(common, &answer, &conf) ||
	    !take_items(answer, options, words, ids))
		return MB_EXIT_ERROR;
	job.today = options->today;
	if (mb_answer_use(answer, make_ledger, &job, &error))
		status = print(common, conf, options, job.entries);
	else
		mb_output_complain("%s", error->message);
	job_clear(&job);
	return status;
}

enum mb_exit
mb_command_actions(const struct mb_command *command, char **argv)
{
	struct options options = { .asking = { .n_max = G_MAXINT } };
	const GOptionEntry own[] = {
		{ "open", 0, 0, G_OPTION_ARG_NONE, &options.open,
		  "Only what is not closed", NULL },
		{ "overdue", 0, 0, G_OPTION_ARG_NONE, &options.overdue,
		  "Only what is open and past its date", NULL },
		{ "never-heard-of-again", 0, 0, G_OPTION_ARG_NONE,
		  &options.lost, "Only what is open, and not spoken of since",
		  NULL },
		{ "owner", 0, 0, G_OPTION_ARG_STRING, &options.owner,
		  "Only those of owners with these words in their name",
		  "WORDS" },
		{ "on", 0, 0, G_OPTION_ARG_STRING, &options.on,
		  "As on this day rather than today", "DATE" },
		MB_ASKING_OPTIONS(&options.asking),
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_auto(GStrv) words = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (mb_command_options(command, argv, own, NULL, &common, &words))
		status = run(&common, &options, words);
	mb_asking_clear(&options.asking);
	g_free(options.owner);
	g_free(options.on);
	mb_common_clear(&common);
	return status;
}
