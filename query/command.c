#include "query/command.h"

#include <string.h>

#include "base/error.h"
#include "base/layout.h"
#include "query/output.h"
#include "query/question.h"

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

static void
complain_option(const struct mb_command *command, const GError *error)
{
	mb_output_complain("%s: %s", command->name, error->message);
	if (g_error_matches(error, G_OPTION_ERROR,
	                    G_OPTION_ERROR_UNKNOWN_OPTION) &&
	    strcmp(command->name, "search") == 0)
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

gboolean
mb_command_options(const struct mb_command *command, char **argv,
                   const GOptionEntry *own, const char *notes,
                   struct mb_common *common, char ***rest)
{
	g_auto(GStrv) raw = NULL;
	g_autofree char *usage =
	    g_strdup_printf("%s - %s", command->arguments, command->summary);
	g_autofree char *name = g_strconcat("minutebook ", argv[0], NULL);
	g_autoptr(GOptionContext) context = g_option_context_new(usage);
	const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &common->index,
		  "The folder of the index", "DIR" },
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &common->config,
		  "The configuration, minutebook.conf(5)", "FILE" },
		{ "exempt", 0, 0, G_OPTION_ARG_NONE, &common->exempt,
		  "Look among the items withheld from publication too", NULL },
		{ "format", 0, 0, G_OPTION_ARG_STRING, &common->format,
		  "How to print: text, jsonl; csv where there are rows",
		  "FORMAT" },
		{ G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw,
		  NULL, NULL },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};

	*rest = NULL;
	*common = (struct mb_common){ NULL, NULL, FALSE, NULL };
	g_set_prgname(name);
	if (own != NULL)
		g_option_context_add_main_entries(context, own, NULL);
	g_option_context_add_main_entries(context, entries, NULL);
	g_option_context_set_description(context, notes);
	if (parse(context, command, argv, &raw, rest))
		return TRUE;
	mb_common_clear(common);
	return FALSE;
}

void
mb_common_clear(struct mb_common *common)
{
	g_clear_pointer(&common->index, g_free);
	g_clear_pointer(&common->config, g_free);
	g_clear_pointer(&common->format, g_free);
}

gboolean
mb_command_format(const struct mb_common *common, gboolean with_csv,
                  enum mb_format *format)
{
	const char *name = common->format == NULL ? "text" : common->format;

	*format = MB_FORMAT_TEXT;
	if (strcmp(name, "text") == 0)
		return TRUE;
	if (strcmp(name, "jsonl") == 0) {
		*format = MB_FORMAT_JSONL;
		return TRUE;
	}
	if (with_csv && strcmp(name, "csv") == 0) {
		*format = MB_FORMAT_CSV;
		return TRUE;
	}
	mb_output_complain("there is no format \"%s\"; there is text, jsonl%s",
	                   name, with_csv ? " and csv" : "");
	return FALSE;
}

gboolean
mb_command_open(const struct mb_common *common, struct mb_answer **answer,
                struct mb_conf **conf)
{
	g_autofree char *index = mb_layout_index(common->index);
	g_autoptr(GError) error = NULL;

	*answer = NULL;
	*conf = mb_conf_load(common->config, index, &error);
	if (*conf != NULL)
		*answer = mb_answer_new(index, common->exempt, &error);
	if (*answer != NULL)
		return TRUE;
	g_clear_pointer(conf, mb_conf_free);
	mb_output_complain("%s", error->message);
	if (g_error_matches(error, MB_ERROR, MB_ERROR_NOT_FOUND))
		mb_output_complain("make an index with "
		                   "\"minutebook-index PAPER|FOLDER...\", or "
		                   "name another with --index");
	return FALSE;
}

enum mb_exit
mb_command_print(const struct mb_table *table, enum mb_format format,
                 const GString *text, const char *complaint)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	switch (format) {
	case MB_FORMAT_TEXT:
		if (text != NULL)
			g_string_append_len(out, text->str, (gssize)text->len);
		else
			mb_table_text(table, out);
		break;
	case MB_FORMAT_JSONL:
		mb_table_jsonl(table, out);
		break;
	case MB_FORMAT_CSV:
		mb_table_csv(table, out);
		break;
	}
	if (mb_table_n_rows(table) == 0)
		mb_output_complain("%s", complaint);
	mb_output_write(out, format != MB_FORMAT_TEXT);
	if (!mb_output_close(&error)) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	return mb_table_n_rows(table) > 0 ? MB_EXIT_FOUND : MB_EXIT_NONE;
}
