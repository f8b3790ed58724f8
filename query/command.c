#include "query/command.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/layout.h"
#include "query/body-names.h"
#include "query/output.h"
#include "query/question.h"
#include "query/sheet.h"

/* Arguments come in the locale's character set, but a UTF-8 name typed in the
 * C locale is meant as UTF-8. */
static char *
argument_to_utf8(const char *argument)
{
	if (g_utf8_validate(argument, -1, NULL))
		return g_strdup(argument);
	return g_locale_to_utf8(argument, -1, NULL, NULL, NULL);
}

static gboolean
take_arguments(char **raw, GStrvBuilder *builder)
{
	for (guint i = 0; raw != NULL && raw[i] != NULL; i++) {
		g_autofree char *argument = argument_to_utf8(raw[i]);

		if (argument == NULL) {
			mb_output_complain("argument %u is not readable text",
			                   i + 1);
			return FALSE;
		}
		g_strv_builder_add(builder, argument);
	}
	return TRUE;
}

/* The id of an item whose council is not known begins "-/", as no option does:
 * share the arguments out, so that such ids are not taken for options. */
static void
part_ids(char **argv, GStrvBuilder *others, GStrvBuilder *ids)
{
	for (guint i = 0; argv[i] != NULL; i++)
		g_strv_builder_add(
		    g_str_has_prefix(argv[i], "-/") ? ids : others, argv[i]);
}

/* "--committee=cabinet", where a question says committee:cabinet. */
static const struct mb_field *
field_of_option(const char *message)
{
	const char *name = strstr(message, "--");

	for (guint i = 0; name != NULL && i < MB_N_FIELDS; i++) {
		const struct mb_field *field = &mb_fields()[i];
		gsize n = strlen(field->name);

		if (n > 0 && strncmp(name + 2, field->name, n) == 0 &&
		    !g_ascii_isalnum(name[2 + n]))
			return field;
	}
	return NULL;
}

static void
complain_option(const struct mb_command *command, const GError *error)
{
	const struct mb_field *field = field_of_option(error->message);

	mb_output_complain("%s: %s", command->name, error->message);
	if (!g_error_matches(error, G_OPTION_ERROR,
	                     G_OPTION_ERROR_UNKNOWN_OPTION) ||
	    strcmp(command->name, "search") != 0)
		return;
	if (field != NULL)
		mb_output_complain("a question names it: %s", field->example);
	else
		mb_output_complain("to leave a word out, write NOT before it; "
		                   "after -- nothing is an option");
}

/* Parse @argv; @raw is what @context fills with what is no option. */
static gboolean
parse(GOptionContext *context, const struct mb_command *command, char **argv,
      char ***raw, char ***rest)
{
	g_autoptr(GStrvBuilder) others = g_strv_builder_new();
	g_autoptr(GStrvBuilder) ids = g_strv_builder_new();
	g_autoptr(GStrvBuilder) all = g_strv_builder_new();
	g_auto(GStrv) other = NULL;
	g_auto(GStrv) id = NULL;
	g_autoptr(GError) error = NULL;

	part_ids(argv, others, ids);
	other = g_strv_builder_end(others);
	id = g_strv_builder_end(ids);
	if (!g_option_context_parse_strv(context, &other, &error)) {
		complain_option(command, error);
		return FALSE;
	}
	if (!take_arguments(*raw, all) || !take_arguments(id, all))
		return FALSE;
	*rest = g_strv_builder_end(all);
	return TRUE;
}

/* A command without ids has no -0, one that prints in no format no --format. */
static gint
hidden_unless(guint formats)
{
	return formats != 0 ? 0 : G_OPTION_FLAG_HIDDEN;
}

static gboolean
take_format(const struct mb_command *command, const char *name,
            struct mb_common *common)
{
	g_autoptr(GError) error = NULL;

	if (name == NULL)
		name = common->nul ? "ids" : "text";
	if (command->formats == MB_FORMATS_NONE && strcmp(name, "text") == 0)
		return TRUE;
	if (!mb_format_from_name(name, command->formats, &common->format,
	                         &error)) {
		mb_output_complain("%s: %s", command->name, error->message);
		return FALSE;
	}
	if (!common->nul || common->format == MB_FORMAT_IDS)
		return TRUE;
	mb_output_complain("%s: -0 is for ids, not for %s", command->name,
	                   name);
	return FALSE;
}

/* @own, then the words of --help that follow the options. */
static void
describe(GOptionContext *context, const struct mb_command *command,
         const GOptionEntry *own, const char *notes)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (own != NULL)
		g_option_context_add_main_entries(context, own, NULL);
	if (command->examples != NULL)
		g_string_append_printf(text, "Examples:\n%s\n",
		                       command->examples);
	if (notes != NULL)
		g_string_append_printf(text, "%s\n", notes);
	g_string_append(text, "More: man minutebook");
	g_option_context_set_description(context, text->str);
}

/* GOption's own --help does not see that it can't be written. */
static enum mb_exit
print_help(GOptionContext *context)
{
	g_autofree char *help = g_option_context_get_help(context, TRUE, NULL);
	g_autoptr(GString) out = g_string_new(help);

	mb_output_write(out, FALSE);
	return mb_command_end(MB_EXIT_FOUND);
}

gboolean
mb_command_options(const struct mb_command *command, char **argv,
                   const GOptionEntry *own, const char *notes,
                   struct mb_common *common, char ***rest)
{
	guint ids = command->formats & MB_FORMAT_BIT(MB_FORMAT_IDS);
	g_auto(GStrv) raw = NULL;
	g_autofree char *format = NULL;
	g_autofree char *formats = mb_format_names(command->formats);
	g_autofree char *how = g_strconcat("How to print: ", formats, NULL);
	g_autofree char *usage =
	    g_strdup_printf("%s - %s", command->arguments, command->summary);
	g_autofree char *name = g_strconcat("minutebook ", argv[0], NULL);
	g_autoptr(GOptionContext) context = g_option_context_new(usage);
	gboolean wants_help = FALSE;
	const GOptionEntry entries[] = {
		{ "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help,
		  "Tell about the command", NULL },
		{ "format", 0, hidden_unless(command->formats),
		  G_OPTION_ARG_STRING, &format, how, "FORMAT" },
		{ "null", '0', hidden_unless(ids), G_OPTION_ARG_NONE,
		  &common->nul, "Print ids, each ended by a NUL", NULL },
		{ "index", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &common->indexes,
		  "The folder of the index; several are searched as one",
		  "DIR" },
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &common->config,
		  "The configuration, minutebook.conf(5)", "FILE" },
		{ "exempt", 0, 0, G_OPTION_ARG_NONE, &common->exempt,
		  "Look among the items withheld from publication too", NULL },
		{ "no-pager", 0, 0, G_OPTION_ARG_NONE, &common->no_pager,
		  "Don't stop after each screen of a terminal", NULL },
		{ G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw,
		  NULL, NULL },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};

	*rest = NULL;
	*common = (struct mb_common){ .command = command };
	g_set_prgname(name);
	describe(context, command, own, notes);
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, entries, NULL);
	if (parse(context, command, argv, &raw, rest) && wants_help)
		exit((int)print_help(context));
	if (*rest != NULL && take_format(command, format, common))
		return TRUE;
	g_clear_pointer(rest, g_strfreev);
	mb_common_clear(common);
	return FALSE;
}

enum mb_exit
mb_command_list(const struct mb_command *command, char **argv,
                enum mb_exit (*list)(const struct mb_common *common))
{
	g_auto(GStrv) rest = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (!mb_command_options(command, argv, NULL, NULL, &common, &rest))
		return MB_EXIT_ERROR;
	if (mb_command_has_no_more(command, rest, "it lists them all"))
		status = list(&common);
	mb_common_clear(&common);
	return status;
}

gboolean
mb_command_has_no_more(const struct mb_command *command, char *const *rest,
                       const char *instead)
{
	if (rest[0] == NULL)
		return TRUE;
	mb_output_complain("%s: \"%s\" is too much; %s", command->name, rest[0],
	                   instead);
	return FALSE;
}

void
mb_common_clear(struct mb_common *common)
{
	g_clear_pointer(&common->indexes, g_strfreev);
	g_clear_pointer(&common->config, g_free);
}

gboolean
mb_command_has_words(const char *option, const char *text)
{
	g_autofree char *words = text != NULL ? mb_body_fold(text) : NULL;

	if (words == NULL || *words != '\0')
		return TRUE;
	mb_output_complain("%s: there is no word in it", option);
	return FALSE;
}

gboolean
mb_command_open(const struct mb_common *common, struct mb_answer **answer,
                struct mb_conf **conf)
{
	g_auto(GStrv) indexes =
	    mb_layout_indexes((const char *const *)common->indexes);
	g_autoptr(GError) error = NULL;

	*answer = NULL;
	*conf = mb_conf_load(common->config, indexes[0], &error);
	if (*conf != NULL)
		*answer = mb_answer_new((const char *const *)indexes,
		                        common->exempt, *conf, &error);
	if (*answer != NULL) {
		if (common->format == MB_FORMAT_TEXT && !common->no_pager)
			mb_output_use_pager();
		return TRUE;
	}
	g_clear_pointer(conf, mb_conf_free);
	mb_output_complain("%s", error->message);
	if (g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND))
		mb_output_complain("make an index with "
		                   "\"minutebook-index PAPER|FOLDER...\", or "
		                   "name another with --index");
	return FALSE;
}

enum mb_exit
mb_command_end(enum mb_exit status)
{
	g_autoptr(GError) error = NULL;

	if (mb_output_close(&error))
		return status;
	mb_output_complain("%s", error->message);
	return MB_EXIT_ERROR;
}

struct mb_view
mb_command_view(const struct mb_common *common, const struct mb_conf *conf,
                const char *title, const char *caption)
{
	return (struct mb_view){
		.conf = conf,
		.color =
		    common->format == MB_FORMAT_TEXT && mb_output_wants_color(),
		.width = mb_output_width(),
		.nul = common->nul,
		.title = title,
		.caption = caption,
	};
}

/* "Committees".  Transfer full. */
static char *
title_of(const struct mb_command *command)
{
	char *title = g_strdup(command->name);

	title[0] = g_ascii_toupper(title[0]);
	return title;
}

void
mb_command_append_table(const struct mb_common *common,
                        const struct mb_table *table, GString *out)
{
	g_autofree char *title = title_of(common->command);

	switch (common->format) {
	case MB_FORMAT_TEXT:
		mb_table_text(table, out);
		return;
	case MB_FORMAT_JSONL:
		mb_table_jsonl(table, out);
		return;
	case MB_FORMAT_CSV:
		mb_table_csv(table, out);
		return;
	case MB_FORMAT_IDS:
		mb_table_ids(table, common->nul ? '\0' : '\n', out);
		return;
	case MB_FORMAT_HTML:
		mb_sheet_begin(out, title, NULL);
		mb_table_html(table, out);
		mb_sheet_end(out);
		return;
	case MB_FORMAT_DOT:
	case MB_FORMAT_SVG:
	case MB_FORMAT_ICS:
		break;
	}
	g_assert_not_reached();
}

enum mb_exit
mb_command_print(const struct mb_common *common, const struct mb_table *table,
                 const GString *text, const char *complaint)
{
	g_autoptr(GString) out = g_string_new(NULL);

	if (common->format == MB_FORMAT_TEXT && text != NULL)
		g_string_append_len(out, text->str, (gssize)text->len);
	else
		mb_command_append_table(common, table, out);
	if (mb_table_n_rows(table) == 0)
		mb_output_complain("%s", complaint);
	mb_output_write(out, mb_format_is_exact(common->format));
	return mb_command_end(mb_table_n_rows(table) > 0 ? MB_EXIT_FOUND
	                                                 : MB_EXIT_NONE);
}
