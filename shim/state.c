/* JSON of paper states and of the index document. */
#include "shim/state.h"

#include <jansson.h>
#include <string.h>

#include "base/error.h"

struct mb_paper_state *
mb_paper_state_copy(const struct mb_paper_state *state)
{
	struct mb_paper_state *copy = g_new(struct mb_paper_state, 1);

	*copy = *state;
	copy->path = g_strdup(state->path);
	copy->sha256 = g_strdup(state->sha256);
	copy->made_by = g_strdup(state->made_by);
	copy->status = g_strdup(state->status);
	copy->reason = g_strdup(state->reason);
	copy->type = g_strdup(state->type);
	copy->sittings = g_strdup(state->sittings);
	return copy;
}

void
mb_paper_state_free(struct mb_paper_state *state)
{
	if (state == NULL)
		return;
	g_free(state->path);
	g_free(state->sha256);
	g_free(state->made_by);
	g_free(state->status);
	g_free(state->reason);
	g_free(state->type);
	g_free(state->sittings);
	g_free(state);
}

/* Takes @value over. */
static void
put(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, value) != 0)
		g_error("state: no memory for \"%s\"", key);
}

static void
put_text(json_t *object, const char *key, const char *text)
{
	g_autofree char *valid = NULL;

	if (text == NULL) {
		put(object, key, json_null());
		return;
	}
	valid = g_utf8_make_valid(text, -1);
	put(object, key, json_string(valid));
}

static void
put_number(json_t *object, const char *key, gint64 number)
{
	put(object, key, json_integer(number));
}

/* The next run must find the very same path, so one that is not UTF-8, which
 * JSON can't hold, is escaped. */
static void
put_path(json_t *object, const char *path)
{
	g_autofree char *escaped = NULL;

	if (g_utf8_validate(path, -1, NULL)) {
		put_text(object, "path", path);
		return;
	}
	escaped = g_uri_escape_string(path, "/", FALSE);
	put_text(object, "path_escaped", escaped);
}

/* Takes @object over. */
static char *
dump(json_t *object)
{
	char *text = json_dumps(object, JSON_COMPACT);
	char *copy;

	if (text == NULL)
		g_error("state: no memory");
	copy = g_strdup(text);
	free(text);
	json_decref(object);
	return copy;
}

/* The state on a line of its own, the sittings behind it, which need no second
 * reading to be stored. */
char *
mb_state_to_json(const struct mb_paper_state *state)
{
	json_t *object = json_object();
	g_autofree char *line = NULL;

	put_path(object, state->path);
	put_number(object, "bytes", (gint64)state->n_bytes);
	put_number(object, "mtime_us", state->mtime_us);
	put_text(object, "sha256", state->sha256);
	put_text(object, "made_by", state->made_by);
	put_text(object, "status", state->status);
	put_text(object, "reason", state->reason);
	put_number(object, "items", state->n_items);
	put_number(object, "pages", state->n_pages);
	put_number(object, "scanned_pages", state->n_scanned_pages);
	put_text(object, "type", state->type);
	put_number(object, "text_bytes", (gint64)state->n_text_bytes);
	put(object, "in_both", json_boolean(state->in_both));
	line = dump(object);
	return g_strconcat(line, "\n", state->sittings, NULL);
}

static json_t *
load(const char *json, gsize n_bytes, GError **error)
{
	json_error_t where;
	json_t *object = json_loadb(json, n_bytes, 0, &where);

	if (json_is_object(object))
		return object;
	json_decref(object);
	g_set_error(error, MB_ERROR, MB_ERROR_CORRUPT,
	            "a record is no JSON object");
	return NULL;
}

static char *
get_text(const json_t *object, const char *key)
{
	return g_strdup(json_string_value(json_object_get(object, key)));
}

/* 0 when it is missing or below 0. */
static guint64
get_number(const json_t *object, const char *key)
{
	json_int_t number = json_integer_value(json_object_get(object, key));

	return number < 0 ? 0 : (guint64)number;
}

static guint
get_count(const json_t *object, const char *key)
{
	return (guint)MIN(get_number(object, key), (guint64)G_MAXUINT);
}

static char *
get_path(const json_t *object)
{
	g_autofree char *escaped = get_text(object, "path_escaped");

	if (escaped != NULL)
		return g_uri_unescape_string(escaped, NULL);
	return get_text(object, "path");
}

struct mb_paper_state *
mb_state_from_json(const char *json, gsize n_bytes, GError **error)
{
	const char *eol = memchr(json, '\n', n_bytes);
	gsize n_line = eol != NULL ? (gsize)(eol - json) : n_bytes;
	json_t *object = load(json, n_line, error);
	struct mb_paper_state *state;

	if (object == NULL)
		return NULL;
	state = g_new0(struct mb_paper_state, 1);
	state->path = get_path(object);
	state->n_bytes = get_number(object, "bytes");
	state->mtime_us =
	    json_integer_value(json_object_get(object, "mtime_us"));
	state->sha256 = get_text(object, "sha256");
	state->made_by = get_text(object, "made_by");
	state->status = get_text(object, "status");
	state->reason = get_text(object, "reason");
	state->n_items = get_count(object, "items");
	state->n_pages = get_count(object, "pages");
	state->n_scanned_pages = get_count(object, "scanned_pages");
	state->type = get_text(object, "type");
	state->n_text_bytes = get_number(object, "text_bytes");
	state->in_both = json_is_true(json_object_get(object, "in_both"));
	if (n_bytes > n_line + 1)
		state->sittings = g_strndup(eol + 1, n_bytes - n_line - 1);
	json_decref(object);
	if (state->path != NULL && state->status != NULL)
		return state;
	mb_paper_state_free(state);
	g_set_error(error, MB_ERROR, MB_ERROR_CORRUPT,
	            "what is remembered of a paper has no path or no status");
	return NULL;
}

char *
mb_index_to_json(const char *language)
{
	json_t *object = json_object();

	put_text(object, "program", "minutebook");
	put_number(object, "format", MB_INDEX_FORMAT);
	put_text(object, "language", language);
	return dump(object);
}

char *
mb_index_language(const char *json, gsize n_bytes, GError **error)
{
	json_t *object = load(json, n_bytes, error);
	char *language;
	guint64 format;

	if (object == NULL)
		return NULL;
	language = get_text(object, "language");
	format = get_number(object, "format");
	json_decref(object);
	if (language != NULL && format == MB_INDEX_FORMAT)
		return language;
	g_free(language);
	g_set_error(error, MB_ERROR, MB_ERROR_VERSION,
	            "the index is of format %" G_GUINT64_FORMAT
	            " and this program reads format %d; remove it and index "
	            "the papers again",
	            format, MB_INDEX_FORMAT);
	return NULL;
}
