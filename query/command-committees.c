#include <string.h>

#include "base/date.h"
#include "query/command.h"
#include "query/committees.h"
#include "query/output.h"
#include "query/rows.h"

static const struct mb_column columns[] = {
	{ "committee", "COMMITTEE" },
	{ "council", "COUNCIL" },
	{ "meetings", "MEETINGS" },
	{ "items", "ITEMS" },
	{ "first", "FIRST" },
	{ "last", "LAST" },
	{ "forms", NULL },
	{ "aliases", NULL },
	{ "before", "BEFORE" },
	{ "after", "AFTER" },
	{ "likely", "LIKELY AFTER" },
	{ NULL, NULL },
};

static json_t *
aliases_to_json(const struct mb_conf *conf, const char *name)
{
	const char *const *aliases = mb_conf_aliases(conf, name);
	json_t *array = json_array();

	for (gsize i = 0; aliases[i] != NULL; i++)
		json_array_append_new(array, json_string(aliases[i]));
	return array;
}

static json_t *
after_to_json(const struct mb_succession *after)
{
	json_t *array = json_array();

	for (gsize i = 0; after != NULL && after->next[i] != NULL; i++) {
		json_t *object = json_object();

		mb_row_text(object, "committee", after->next[i]);
		mb_row_date(object, "from", after->from_ymd);
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
likely_to_json(const GPtrArray *likely)
{
	json_t *array = json_array();

	for (guint i = 0; i < likely->len; i++) {
		const struct mb_likely *one = g_ptr_array_index(likely, i);
		json_t *object = json_object();

		mb_row_text(object, "committee", one->committee);
		mb_row_text(object, "why", one->why);
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
committee_to_json(const struct mb_committee *committee,
                  const struct mb_conf *conf, guint n_items)
{
	json_t *row = json_object();

	mb_row_name(row, "committee", committee->name);
	mb_row_name(row, "council", committee->council);
	mb_row_put(row, "forms", mb_row_texts(committee->forms));
	mb_row_put(row, "aliases", aliases_to_json(conf, committee->name));
	mb_row_put(row, "meetings", json_integer(committee->n_meetings));
	mb_row_put(row, "items", json_integer(n_items));
	mb_row_date(row, "first", committee->from_ymd);
	mb_row_date(row, "last", committee->to_ymd);
	mb_row_put(row, "before", mb_row_texts(committee->before));
	mb_row_put(row, "after", after_to_json(committee->after));
	mb_row_put(row, "likely", likely_to_json(committee->likely));
	return row;
}

static enum mb_exit
committees(const struct mb_common *common)
{
	g_autoptr(mb_authority) authority = mb_authority_new();
	g_autoptr(mb_table) table = mb_table_new(columns);
	g_autoptr(GPtrArray) list = NULL;
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(GError) error = NULL;

	if (!mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	if (!mb_authority_read(authority, answer, &error)) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	list = mb_committees_list(authority, conf);
	for (guint i = 0; i < list->len; i++) {
		const struct mb_committee *one = g_ptr_array_index(list, i);
		guint n_items;

		if (!mb_answer_count(answer, one->items, &n_items, &error)) {
			mb_output_complain("%s", error->message);
			return MB_EXIT_ERROR;
		}
		mb_table_add(table, committee_to_json(one, conf, n_items));
	}
	return mb_command_print(common, table, NULL, "no committee found");
}

enum mb_exit
mb_command_committees(const struct mb_command *command, char **argv)
{
	return mb_command_list(command, argv, committees);
}
