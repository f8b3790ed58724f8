/* command: the commands of minutebook(1), and what they have in common.
 * In: their arguments.  Out: standard output and an exit status.
 * Called by minutebook.c. */
#ifndef MB_QUERY_COMMAND_H
#define MB_QUERY_COMMAND_H

#include <glib.h>

#include "base/conf.h"
#include "query/answer.h"
#include "query/table.h"

/* Exit statuses, as grep(1) has them.  Ctrl-C ends the program by its signal,
 * which a shell shows as 130. */
enum mb_exit {
	MB_EXIT_FOUND = 0,
	MB_EXIT_NONE = 1,
	MB_EXIT_ERROR = 2,
};

enum mb_format { MB_FORMAT_TEXT, MB_FORMAT_JSONL, MB_FORMAT_CSV };

/* A command: its name, what stands after it, one line of what it does. */
struct mb_command {
	const char *name;
	const char *arguments;
	const char *summary;
	enum mb_exit (*run)(char **argv);
};

/* The options of every command, as given. */
struct mb_common {
	char *index;
	char *config;
	gboolean exempt;
	char *format;
};

/* Read the options of @command out of @argv (a NULL-terminated vector that
 * begins with the command's name), leaving what is no option in @rest.
 *   own     the command's own options, ended by a NULL name; NULL
 *   notes   shown at the end of --help; NULL
 *   common  filled; clear with mb_common_clear()
 *   rest    transfer full, UTF-8
 *   returns FALSE when they make no sense; a message was written */
gboolean mb_command_options(const struct mb_command *command, char **argv,
                            const GOptionEntry *own, const char *notes,
                            struct mb_common *common, char ***rest);
void mb_common_clear(struct mb_common *common);

/* "text", "jsonl", "csv"; FALSE, with a message, for another name, or for csv
 * when @with_csv is FALSE. */
gboolean mb_command_format(const struct mb_common *common, gboolean with_csv,
                           enum mb_format *format);

/* Open the index and its configuration.  FALSE when that fails; a message was
 * written.  Both are transfer full. */
gboolean mb_command_open(const struct mb_common *common,
                         struct mb_answer **answer, struct mb_conf **conf);

/* Print @table and say whether it has a row.
 *   text       for people, in place of the table; NULL: the table
 *   complaint  what to say when it has no row */
enum mb_exit mb_command_print(const struct mb_table *table,
                              enum mb_format format, const GString *text,
                              const char *complaint);

enum mb_exit mb_command_search(char **argv);
enum mb_exit mb_command_show(char **argv);
enum mb_exit mb_command_people(char **argv);
enum mb_exit mb_command_committees(char **argv);
enum mb_exit mb_command_fields(char **argv);
enum mb_exit mb_command_coverage(char **argv);

/* The command of this name; NULL when there is none.  Transfer none. */
const struct mb_command *mb_command_by_name(const char *name);

#endif
