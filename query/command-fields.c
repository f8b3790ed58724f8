#include <string.h>

#include "query/command.h"
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
	return mb_command_list(command, argv, fields);
}
