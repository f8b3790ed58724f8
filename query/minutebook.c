/* minutebook: search a council's committee papers.  See minutebook(1). */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "query/command.h"
#include "query/output.h"

/* The one table of commands. */
static const struct mb_command commands[] = {
	{ "search", "QUERY...", "find items", MB_FORMATS_ALL, mb_command_search,
	  "  minutebook search fostering recruitment\n"
	  "  minutebook search 'officer:ellis date:2020'\n"
	  "  minutebook search --sort=oldest '\"foster carers\" OR adopt*'\n" },
	{ "mentions", "QUERY...", "every mention in its sentence, by date",
	  MB_FORMATS_ALL, mb_command_mentions,
	  "  minutebook mentions officer:ellis\n"
	  "  minutebook mentions --format=csv '\"foster carers\"' "
	  ">carers.csv\n" },
	{ "dossier", "QUERY... [-o FILE]", "a chronology to print or send",
	  MB_FORMATS_NONE, mb_command_dossier,
	  "  minutebook dossier officer:ellis -o ellis.html\n"
	  "  minutebook dossier --title='Foster carers' 'foster carer*' -o "
	  "carers.html\n" },
	{ "show", "ID...", "print items whole", MB_FORMATS_ALL, mb_command_show,
	  "  minutebook show ellersham/cabinet/2022-02-09/minute/4\n"
	  "  minutebook search -0 budget | xargs -0 minutebook show\n" },
	{ "trace", "ID|QUERY...", "follow a matter from meeting to meeting",
	  MB_FORMATS_LIST | MB_FORMAT_BIT(MB_FORMAT_DOT) |
	      MB_FORMAT_BIT(MB_FORMAT_SVG) | MB_FORMAT_BIT(MB_FORMAT_IDS),
	  mb_command_trace,
	  "  minutebook trace ashby/cabinet/2020-03-05/minute/13\n"
	  "  minutebook trace 'number:Feb23.03' --format=svg >matter.svg\n" },
	{ "actions", "[QUERY...]", "what is to be done, and what became of it",
	  MB_FORMATS_ALL | MB_FORMAT_BIT(MB_FORMAT_ICS), mb_command_actions,
	  "  minutebook actions --overdue committee:scrutiny\n"
	  "  minutebook actions --open --owner=ellis\n"
	  "  minutebook actions --format=ics >due.ics\n" },
	{ "refs", "ID...", "what items cite, and what cites them",
	  MB_FORMATS_LIST, mb_command_refs,
	  "  minutebook refs ashby/cabinet/2020-03-05/minute/13\n" },
	{ "meetings", "", "list meetings", MB_FORMATS_ALL, mb_command_meetings,
	  "  minutebook meetings --committee=cabinet --year=2020/21\n" },
	{ "meeting", "ID", "its items in order, who attended, its papers",
	  MB_FORMATS_ALL, mb_command_meeting,
	  "  minutebook meeting ellersham/cabinet/2022-02-09\n" },
	{ "people", "[NAME]", "list people, or tell of one", MB_FORMATS_LIST,
	  mb_command_people,
	  "  minutebook people 'C Kembles'\n"
	  "  minutebook people --role='director of finance'\n" },
	{ "committees", "", "list committees over the years", MB_FORMATS_LIST,
	  mb_command_committees, NULL },
	{ "coverage", "", "what the index has, and what it lacks",
	  MB_FORMATS_LIST, mb_command_coverage,
	  "  minutebook coverage --committee=cabinet --civic\n" },
	{ "fields", "", "list what a question can name", MB_FORMATS_LIST,
	  mb_command_fields, NULL },
};

static const struct mb_command *
command_by_name(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static void
print_usage(FILE *file)
{
	fputs("Usage: minutebook COMMAND [OPTION...] [ARGUMENT...]\n\n", file);
	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
		fprintf(file, "  %-10s %-9s %s\n", commands[i].name,
		        commands[i].arguments, commands[i].summary);
	fputs(
	    "  help       [COMMAND] tell about a command\n\n"
	    "The index is --index DIR, else $MINUTEBOOK_INDEX, else minutebook "
	    "in\nthe user's data folder; minutebook-index makes it.\n",
	    file);
}

static enum mb_exit
close_usage(void)
{
	g_autoptr(GError) error = NULL;

	if (mb_output_close(&error))
		return MB_EXIT_FOUND;
	mb_output_complain("%s", error->message);
	return MB_EXIT_ERROR;
}

static enum mb_exit
run(const char *name, char **argv)
{
	const struct mb_command *command = command_by_name(name);

	if (command != NULL)
		return command->run(command, argv);
	mb_output_complain("there is no command \"%s\"", name);
	print_usage(stderr);
	return MB_EXIT_ERROR;
}

static enum mb_exit
help(const char *name)
{
	char *argv[] = { (char *)name, (char *)"--help", NULL };

	if (name != NULL)
		return run(name, argv);
	print_usage(stdout);
	return close_usage();
}

int
main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : NULL;

	setlocale(LC_ALL, "");
	if (name == NULL) {
		print_usage(stderr);
		return MB_EXIT_ERROR;
	}
	if (strcmp(name, "help") == 0 || strcmp(name, "--help") == 0 ||
	    strcmp(name, "-h") == 0)
		return (int)help(argc > 2 ? argv[2] : NULL);
	if (strcmp(name, "--version") == 0) {
		puts(PACKAGE_STRING);
		return (int)close_usage();
	}
	return (int)run(name, argv + 1);
}
