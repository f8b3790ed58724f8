/* minutebook: search a council's committee papers.  See minutebook(1). */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "query/command.h"
#include "query/output.h"

static const struct mb_command commands[] = {
	{ "search", "QUERY...", "find items", mb_command_search },
	{ "show", "ID...", "print items whole", mb_command_show },
	{ "people", "[NAME]", "list people, or tell of one",
	  mb_command_people },
	{ "coverage", "", "what the index has, and what it lacks",
	  mb_command_coverage },
	{ "committees", "", "list committees over the years",
	  mb_command_committees },
	{ "fields", "", "list what a question can name", mb_command_fields },
};

const struct mb_command *
mb_command_by_name(const char *name)
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
	const struct mb_command *command = mb_command_by_name(name);

	if (command != NULL)
		return command->run(argv);
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
