#include "query/rows.h"

#include <stdlib.h>

#include "base/date.h"

void
mb_row_put(json_t *row, const char *key, json_t *value)
{
	if (json_object_set_new(row, key, value) != 0)
		g_error("rows: no memory for \"%s\"", key);
}

static json_t *
text_to_json(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	return json_string(valid);
}

void
mb_row_text(json_t *row, const char *key, const char *text)
{
	mb_row_put(row, key, text != NULL ? text_to_json(text) : json_null());
}

void
mb_row_name(json_t *row, const char *key, const char *name)
{
	mb_row_text(row, key, name != NULL && *name != '\0' ? name : NULL);
}

void
mb_row_date(json_t *row, const char *key, guint32 ymd)
{
	g_autofree char *date = ymd != 0 ? mb_date_to_iso(ymd) : NULL;

	mb_row_text(row, key, date);
}

json_t *
mb_row_texts(const GPtrArray *texts)
{
	json_t *array = json_array();

	for (guint i = 0; i < texts->len; i++)
		json_array_append_new(
		    array, text_to_json(g_ptr_array_index(texts, i)));
	return array;
}

void
mb_row_line(GString *out, json_t *row)
{
	char *text = json_dumps(row, JSON_COMPACT);

	if (text == NULL)
		g_error("rows: no memory");
	g_string_append(out, text);
	g_string_append_c(out, '\n');
	free(text);
	json_decref(row);
}
