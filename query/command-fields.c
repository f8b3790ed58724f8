#include <string.h>

#include "query/command.h"
#include "query/output.h"
#include "query/rows.h"

static const struct mb_column columns[] = {
	{ "field", "FIELD" },
	{ "example", "EXAMPLE" },
	{ "meaning", "MEANING" },
	{ NULL, NULL },
};

static enum mb_exit
fields(const struct mb_common *common)
{
	g_autoptr(mb_table) table = mb_table_new(columns);

	for (guint i = 0; i < MB_N_FIELDS; i++) {
		const struct mb_field *field = &mb_fields()[i];
		json_t *row;

		if (field->name[0] == '\0')
			continue;
		row = json_object();
		mb_row_text(row, "field", field->name);
		mb_row_text(row, "example", field->example);
		mb_row_text(row, "meaning", field->meaning);
		mb_table_add(table, row);
	}
	return mb_command_print(common, table, NULL, "there are no fields");
}

enum mb_exit
mb_command_fields(const struct mb_command *command, char **argv)
{
	g_auto(GStrv) rest = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (!mb_command_options(command, argv, NULL, NULL, &common, &rest))
		return MB_EXIT_ERROR;
	if (rest[0] != NULL)
		mb_output_complain("fields: \"%s\" is too much; it lists all "
		                   "fields",
		                   rest[0]);
	else
		status = fields(&common);
	mb_common_clear(&common);
	return status;
}
