/* command: the commands of minutebook(1), and what they have in common.
 * In: their arguments.  Out: standard output and an exit status.
 * Called by minutebook.c. */
#ifndef MB_QUERY_COMMAND_H
#define MB_QUERY_COMMAND_H

#include <glib.h>

#include "base/conf.h"
#include "query/answer.h"
#include "query/format.h"
#include "query/render.h"
#include "query/table.h"

/* Exit statuses, as grep(1) has them.  Ctrl-C ends the program by its signal,
 * which a shell shows as 130. */
enum mb_exit {
	MB_EXIT_FOUND = 0,
	MB_EXIT_NONE = 1,
	MB_EXIT_ERROR = 2,
};

/* A command: a row of the table in minutebook.c. */
struct mb_command {
	const char *name;
	const char *arguments; /* what stands after it */
	const char *summary;   /* one line of what it does */
	guint formats;         /* it can print in, of MB_FORMAT_BIT() */
	enum mb_exit (*run)(const struct mb_command *command, char **argv);
	const char *examples; /* lines for --help; NULL */
};

/* The options of every command, as given. */
struct mb_common {
	const struct mb_command *command;
	char **indexes; /* NULL: none was named */
	char *config;
	gboolean exempt;
	enum mb_format format;
	gboolean nul;      /* ids are ended by a NUL rather than a new line */
	gboolean no_pager; /* long output goes to the terminal all the same */
};

/* Read the options of @command out of @argv (a NULL-terminated vector that
 * begins with the command's name), leaving what is no option in @rest.
 *   own     the command's own options, ended by a NULL name; NULL
 *   notes   shown at the end of --help; NULL
 *   common  filled; clear with mb_common_clear()
 *   rest    transfer full, UTF-8
 *   returns FALSE when they make no sense; a message was written
 * --help is answered here, and ends the program. */
gboolean mb_command_options(const struct mb_command *command, char **argv,
                            const GOptionEntry *own, const char *notes,
                            struct mb_common *common, char ***rest);
void mb_common_clear(struct mb_common *common);

/* A command that lists all of something, and has no options or arguments of its
 * own: read those of every command and have @list print. */
enum mb_exit
mb_command_list(const struct mb_command *command, char **argv,
                enum mb_exit (*list)(const struct mb_common *common));

/* TRUE when no argument is left in @rest.  FALSE when one is; a message was
 * written, which ends with what to do @instead. */
gboolean mb_command_has_no_more(const struct mb_command *command,
                                char *const *rest, const char *instead);

/* Whether @text, of @option, has a word: one without would stand in every name.
 * FALSE when it has none; a message was written.  TRUE for NULL. */
gboolean mb_command_has_words(const char *option, const char *text);

/* Open the index and its configuration.  FALSE when that fails; a message was
 * written.  Both are transfer full. */
gboolean mb_command_open(const struct mb_common *common,
                         struct mb_answer **answer, struct mb_conf **conf);

/* Print @table and say whether it has a row.
 *   text       for people, in place of the table; NULL: the table
 *   complaint  what to say when it has no row */
enum mb_exit mb_command_print(const struct mb_common *common,
                              const struct mb_table *table, const GString *text,
                              const char *complaint);

/* Append @table in the format that is asked for, of those that every table
 * has. */
void mb_command_append_table(const struct mb_common *common,
                             const struct mb_table *table, GString *out);

/* Write what is left and close the output: @status, or MB_EXIT_ERROR, with a
 * message, when it can't be written. */
enum mb_exit mb_command_end(enum mb_exit status);

/* How items are shown.  Everything is borrowed.
 *   caption   NULL: none */
struct mb_view mb_command_view(const struct mb_common *common,
                               const struct mb_conf *conf, const char *title,
                               const char *caption);

enum mb_exit mb_command_trace(const struct mb_command *command, char **argv);
enum mb_exit mb_command_actions(const struct mb_command *command, char **argv);
enum mb_exit mb_command_refs(const struct mb_command *command, char **argv);
enum mb_exit mb_command_search(const struct mb_command *command, char **argv);
enum mb_exit mb_command_mentions(const struct mb_command *command, char **argv);
enum mb_exit mb_command_dossier(const struct mb_command *command, char **argv);
enum mb_exit mb_command_show(const struct mb_command *command, char **argv);
enum mb_exit mb_command_meetings(const struct mb_command *command, char **argv);
enum mb_exit mb_command_meeting(const struct mb_command *command, char **argv);
enum mb_exit mb_command_people(const struct mb_command *command, char **argv);
enum mb_exit mb_command_committees(const struct mb_command *command,
                                   char **argv);
enum mb_exit mb_command_fields(const struct mb_command *command, char **argv);
enum mb_exit mb_command_coverage(const struct mb_command *command, char **argv);

#endif
