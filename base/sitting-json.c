/* The JSON of sittings: one array of what is known of each meeting, and one of
 * the people at each, in the same order.  What is unknown, nothing or none is
 * left out: there is one such record for each paper. */
#include "base/sitting.h"

#include <jansson.h>
#include <string.h>

#include "base/error.h"

/* Writing. */

static void
put(json_t *object, const char *key, json_t *value)
{
	/* Fails only when there is no memory. */
	if (json_object_set_new(object, key, value) != 0)
		g_error("sitting: no memory for \"%s\"", key);
}

static void
add(json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) != 0)
		g_error("sitting: no memory");
}

static json_t *
text_to_json(const char *text)
{
	json_t *value = json_string(text);
	g_autofree char *valid = NULL;

	if (value != NULL)
		return value;
	valid = g_utf8_make_valid(text, -1);
	return json_string(valid);
}

static void
put_text(json_t *object, const char *key, const char *text)
{
	if (text != NULL)
		put(object, key, text_to_json(text));
}

static void
put_number(json_t *object, const char *key, guint number)
{
	if (number != 0)
		put(object, key, json_integer((json_int_t)number));
}

static json_t *
counts_to_json(const guint n_items[MB_N_KINDS])
{
	json_t *object = json_object();

	for (guint kind = 0; kind < MB_N_KINDS; kind++)
		put_number(object, mb_kind_name((enum mb_kind)kind),
		           n_items[kind]);
	return object;
}

static json_t *
numbers_to_json(const GPtrArray *numbers)
{
	json_t *array = json_array();

	for (guint i = 0; i < numbers->len; i++)
		add(array, text_to_json(g_ptr_array_index(numbers, i)));
	return array;
}

static json_t *
earlier_to_json(const GPtrArray *earlier)
{
	json_t *array = json_array();

	for (guint i = 0; i < earlier->len; i++) {
		const struct mb_earlier *one = g_ptr_array_index(earlier, i);
		json_t *object = json_object();

		put_number(object, "date", one->date_ymd);
		put_text(object, "words", one->words);
		add(array, object);
	}
	return array;
}

static json_t *
sitting_to_json(const struct mb_sitting *sitting)
{
	json_t *object = json_object();

	put_text(object, "council", sitting->council);
	put_text(object, "committee", sitting->committee);
	put_number(object, "date", sitting->date_ymd);
	put_number(object, "dated_by", sitting->date_source);
	put(object, "items", counts_to_json(sitting->n_items));
	if (sitting->numbers->len > 0)
		put(object, "numbers", numbers_to_json(sitting->numbers));
	if (sitting->earlier->len > 0)
		put(object, "earlier", earlier_to_json(sitting->earlier));
	return object;
}

static json_t *
people_to_json(const struct mb_sitting *sitting)
{
	json_t *array = json_array();

	for (guint i = 0; i < sitting->people->len; i++) {
		const struct mb_named *named =
		    g_ptr_array_index(sitting->people, i);
		json_t *object = json_object();

		put_text(object, "name", named->name);
		put_text(object, "role", named->role);
		put_number(object, "standing", named->standing);
		put_number(object, "presence", named->presence);
		put_number(object, "chair", named->chair ? 1 : 0);
		put_number(object, "items", named->n_items);
		add(array, object);
	}
	return array;
}

/* Takes @array over. */
static void
append_line(GString *out, json_t *array)
{
	char *text = json_dumps(array, JSON_COMPACT);

	if (text == NULL)
		g_error("sitting: no memory");
	g_string_append(out, text);
	g_string_append_c(out, '\n');
	free(text);
	json_decref(array);
}

char *
mb_sittings_to_json(const GPtrArray *sittings)
{
	GString *out = g_string_new(NULL);
	json_t *meetings = json_array();
	json_t *people = json_array();

	for (guint i = 0; i < sittings->len; i++) {
		const struct mb_sitting *sitting =
		    g_ptr_array_index(sittings, i);

		add(meetings, sitting_to_json(sitting));
		add(people, people_to_json(sitting));
	}
	append_line(out, meetings);
	append_line(out, people);
	return g_string_free(out, FALSE);
}

/* Reading.  What is not of its type counts as left out: the record's checksum
 * tells damage, and a later version may say more. */

static const char *
get_text(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

/* 0 when it is missing or no count. */
static guint
get_number(const json_t *object, const char *key)
{
	json_int_t number = json_integer_value(json_object_get(object, key));

	return number < 0 ? 0 : (guint)MIN(number, (json_int_t)G_MAXUINT);
}

static void
read_numbers(struct mb_sitting *sitting, const json_t *array)
{
	for (size_t i = 0; i < json_array_size(array); i++) {
		const char *number =
		    json_string_value(json_array_get(array, i));

		if (number != NULL)
			g_ptr_array_add(sitting->numbers, g_strdup(number));
	}
}

static void
read_earlier(struct mb_sitting *sitting, const json_t *array)
{
	for (size_t i = 0; i < json_array_size(array); i++) {
		const json_t *one = json_array_get(array, i);
		const char *words = get_text(one, "words");

		if (words != NULL)
			mb_sitting_add_earlier(sitting, get_number(one, "date"),
			                       words);
	}
}

static struct mb_sitting *
sitting_from_json(const json_t *object)
{
	struct mb_sitting *sitting = mb_sitting_new(
	    get_text(object, "council"), get_text(object, "committee"),
	    get_number(object, "date"));
	const json_t *counts = json_object_get(object, "items");
	guint source = get_number(object, "dated_by");

	if (source <= MB_DATE_FILE_NAME)
		sitting->date_source = (enum mb_date_source)source;
	for (guint kind = 0; kind < MB_N_KINDS; kind++)
		sitting->n_items[kind] =
		    get_number(counts, mb_kind_name((enum mb_kind)kind));
	read_numbers(sitting, json_object_get(object, "numbers"));
	read_earlier(sitting, json_object_get(object, "earlier"));
	return sitting;
}

static void
read_people(struct mb_sitting *sitting, const json_t *array)
{
	for (size_t i = 0; i < json_array_size(array); i++) {
		const json_t *one = json_array_get(array, i);
		guint standing = get_number(one, "standing");
		guint presence = get_number(one, "presence");
		struct mb_named *named = g_new0(struct mb_named, 1);

		named->name = g_strdup(get_text(one, "name"));
		named->role = g_strdup(get_text(one, "role"));
		if (standing <= MB_STANDING_OTHER)
			named->standing = (enum mb_standing)standing;
		if (presence <= MB_PRESENCE_APOLOGIES)
			named->presence = (enum mb_presence)presence;
		named->chair = get_number(one, "chair") != 0;
		named->n_items = get_number(one, "items");
		g_ptr_array_add(sitting->people, named);
	}
}

/* The array on the line that @json begins with; NULL with an error. */
static json_t *
load_line(const char *json, GError **error)
{
	size_t n_bytes = strcspn(json, "\n");
	json_t *array = json_loadb(json, n_bytes, 0, NULL);

	if (json_is_array(array))
		return array;
	json_decref(array);
	g_set_error(error, MB_ERROR, MB_ERROR_CORRUPT,
	            "what is remembered of a paper's meetings is damaged");
	return NULL;
}

static gboolean
load_people(GPtrArray *sittings, const char *json, GError **error)
{
	const char *line = strchr(json, '\n');
	json_t *people = load_line(line != NULL ? line + 1 : "", error);

	if (people == NULL)
		return FALSE;
	for (guint i = 0; i < sittings->len; i++)
		read_people(g_ptr_array_index(sittings, i),
		            json_array_get(people, i));
	json_decref(people);
	return TRUE;
}

GPtrArray *
mb_sittings_from_json(const char *json, gboolean people, GError **error)
{
	g_autoptr(GPtrArray) sittings =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_sitting_free);
	json_t *meetings;

	if (json == NULL || *json == '\0')
		return g_steal_pointer(&sittings);
	meetings = load_line(json, error);
	if (meetings == NULL)
		return NULL;
	for (size_t i = 0; i < json_array_size(meetings); i++)
		g_ptr_array_add(sittings,
		                sitting_from_json(json_array_get(meetings, i)));
	json_decref(meetings);
	if (people && !load_people(sittings, json, error))
		return NULL;
	return g_steal_pointer(&sittings);
}
