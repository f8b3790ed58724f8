/* The JSON form of an item.  Writing and reading follow the same order of keys,
 * that of minutebook-item(5). */
#include "base/item.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/error.h"

/* Digits of "score" that say anything. */
#define SCORE_DIGITS 6

/* Writing. */

static json_t *
text_or_null(const char *text)
{
	json_t *value;
	g_autofree char *valid = NULL;

	if (text == NULL)
		return json_null();
	value = json_string(text);
	if (value != NULL)
		return value;
	/* Readers make sure of UTF-8, but a path is whatever the disk holds. */
	valid = g_utf8_make_valid(text, -1);
	return json_string(valid);
}

static void
put(json_t *object, const char *key, json_t *value)
{
	/* Fails only when there is no memory. */
	if (json_object_set_new(object, key, value) != 0)
		g_error("item: no memory for \"%s\"", key);
}

static void
put_text(json_t *object, const char *key, const char *text)
{
	put(object, key, text_or_null(text));
}

static void
put_date(json_t *object, const char *key, guint32 ymd)
{
	g_autofree char *iso = mb_date_to_iso(ymd);

	put_text(object, key, iso);
}

static void
put_page(json_t *object, guint page_no)
{
	put(object, "page",
	    page_no != 0 ? json_integer((json_int_t)page_no) : json_null());
}

static json_t *
person_to_json(gconstpointer data)
{
	const struct mb_person *p = data;
	json_t *object = json_object();

	put_text(object, "name", p->name);
	put_text(object, "role", p->role);
	put_text(object, "how", mb_how_name(p->how));
	return object;
}

static json_t *
string_to_json(gconstpointer data)
{
	return text_or_null(data);
}

static json_t *
resolution_to_json(gconstpointer data)
{
	const struct mb_resolution *r = data;
	json_t *object = json_object();

	put_text(object, "label", r->label);
	put_text(object, "text", r->text);
	return object;
}

static json_t *
ref_to_json(gconstpointer data)
{
	const struct mb_ref *r = data;
	json_t *object = json_object();

	put_text(object, "dir", mb_ref_dir_name(r->dir));
	put_date(object, "date", r->date_ymd);
	put_text(object, "number", r->number);
	put_text(object, "what", r->what);
	return object;
}

static json_t *
action_to_json(gconstpointer data)
{
	const struct mb_action *a = data;
	json_t *object = json_object();

	put_text(object, "owner", a->owner);
	put_text(object, "due", a->due);
	put_text(object, "status", a->status);
	return object;
}

static json_t *
source_to_json(gconstpointer data)
{
	const struct mb_source *s = data;
	json_t *object = json_object();

	put_text(object, "path", s->path);
	put_page(object, s->page_no);
	put_text(object, "label", s->label);
	/* Few papers are drafts; all have sources. */
	if (s->draft)
		put(object, "draft", json_true());
	if (s->ocr > 0)
		put(object, "ocr", json_integer((json_int_t)s->ocr));
	return object;
}

static void
put_array(json_t *object, const char *key, const GPtrArray *entries,
          json_t *(*entry_to_json)(gconstpointer))
{
	json_t *array = json_array();

	for (guint i = 0; i < entries->len; i++) {
		json_t *entry = entry_to_json(g_ptr_array_index(entries, i));

		if (json_array_append_new(array, entry) != 0)
			g_error("item: no memory for \"%s\"", key);
	}
	put(object, key, array);
}

static guint
first_page(const struct mb_item *item)
{
	const struct mb_source *s;

	if (item->sources->len == 0)
		return 0;
	s = g_ptr_array_index(item->sources, 0);
	return s->page_no;
}

static void
put_head(json_t *object, const struct mb_item *item)
{
	put(object, "format", json_integer(MB_ITEM_FORMAT));
	put_text(object, "id", item->id);
	put_text(object, "paper", item->paper);
	put(object, "seq", json_integer((json_int_t)item->seq));
	put_text(object, "kind", mb_kind_name(item->kind));
	put_text(object, "number", item->number);
	put(object, "number_inferred", json_boolean(item->number_inferred));
	put_text(object, "title", item->title);
	put_date(object, "date", item->date_ymd);
	put_text(object, "committee", item->committee);
	put_text(object, "council", item->council);
	put_page(object, first_page(item));
}

static json_t *
item_to_object(const struct mb_item *item)
{
	json_t *object = json_object();

	put_head(object, item);
	put_array(object, "officers", item->officers, person_to_json);
	put_array(object, "members", item->members, string_to_json);
	put_array(object, "people_other", item->people_other, person_to_json);
	put_array(object, "authors", item->authors, string_to_json);
	put_array(object, "resolutions", item->resolutions, resolution_to_json);
	put_array(object, "refs", item->refs, ref_to_json);
	put_array(object, "actions", item->actions, action_to_json);
	put_array(object, "papers", item->sources, source_to_json);
	put(object, "exempt", json_boolean(item->exempt));
	put(object, "private", json_boolean(item->private_business));
	put_text(object, "exempt_words", item->exempt_words);
	put_text(object, "text", item->text);
	return object;
}

static int
append_piece(const char *piece, size_t n_bytes, void *data)
{
	g_string_append_len(data, piece, (gssize)n_bytes);
	return 0;
}

/* Takes @object over. */
static char *
object_to_line(json_t *object)
{
	GString *line = g_string_sized_new(1024);

	if (json_dump_callback(object, append_piece, line,
	                       JSON_COMPACT |
	                           JSON_REAL_PRECISION(SCORE_DIGITS)) != 0)
		g_error("item: JSON can't be written");
	json_decref(object);
	return g_string_free(line, FALSE);
}

char *
mb_item_to_json(const struct mb_item *item)
{
	return object_to_line(item_to_object(item));
}

char *
mb_item_to_json_printed(const struct mb_item *item,
                        const struct mb_item_print *print)
{
	json_t *object = item_to_object(item), *paper;
	double score = isfinite(print->score) ? print->score : 0.0;
	size_t i;

	json_array_foreach(json_object_get(object, "papers"), i, paper)
		put_text(paper, "url",
		         *print->urls[i] != '\0' ? print->urls[i] : NULL);
	put_text(object, "citation", print->citation);
	if (print->snippet != NULL) {
		put(object, "score", json_real(score));
		put_text(object, "snippet", print->snippet);
	}
	return object_to_line(object);
}

/* Reading.  A struct load remembers the first thing that is wrong, so that the
 * readers of keys need not each be asked whether they failed. */

struct load {
	GError *error;
};

static void
wrong(struct load *load, const char *key)
{
	if (load->error == NULL)
		g_set_error(&load->error, MB_ERROR, MB_ERROR_CORRUPT,
		            "item: \"%s\" is missing or of the wrong type",
		            key);
}

/* NULL for null. */
static char *
take_text(struct load *load, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (json_is_string(value))
		return g_strdup(json_string_value(value));
	if (!json_is_null(value))
		wrong(load, key);
	return NULL;
}

/* Text that must be there: null is wrong. */
static char *
take_some_text(struct load *load, const json_t *object, const char *key)
{
	char *text = take_text(load, object, key);

	if (text != NULL)
		return text;
	wrong(load, key);
	return g_strdup("");
}

static gboolean
take_bool(struct load *load, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (!json_is_boolean(value))
		wrong(load, key);
	return json_is_true(value);
}

/* 0 for null. */
static guint
take_uint(struct load *load, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);
	json_int_t number = json_integer_value(value);

	if (json_is_null(value))
		return 0;
	if (!json_is_integer(value) || number < 0 || number > G_MAXINT32) {
		wrong(load, key);
		return 0;
	}
	return (guint)number;
}

static guint32
take_date(struct load *load, const json_t *object, const char *key)
{
	g_autofree char *iso = take_text(load, object, key);
	guint32 ymd;

	if (iso == NULL)
		return 0;
	ymd = mb_date_from_iso(iso);
	if (ymd == 0)
		wrong(load, key);
	return ymd;
}

static enum mb_how
take_how(struct load *load, const json_t *object)
{
	g_autofree char *name = take_some_text(load, object, "how");

	for (guint how = MB_HOW_NAME; how <= MB_HOW_BOTH; how++)
		if (strcmp(mb_how_name((enum mb_how)how), name) == 0)
			return (enum mb_how)how;
	wrong(load, "how");
	return MB_HOW_NAME;
}

static void
read_person(struct load *load, const json_t *entry, GPtrArray *to)
{
	struct mb_person *p = g_new0(struct mb_person, 1);

	p->name = take_text(load, entry, "name");
	p->role = take_text(load, entry, "role");
	p->how = take_how(load, entry);
	g_ptr_array_add(to, p);
}

static void
read_string(struct load *load, const json_t *entry, GPtrArray *to)
{
	if (!json_is_string(entry)) {
		wrong(load, "members or authors");
		return;
	}
	g_ptr_array_add(to, g_strdup(json_string_value(entry)));
}

static void
read_resolution(struct load *load, const json_t *entry, GPtrArray *to)
{
	struct mb_resolution *r = g_new0(struct mb_resolution, 1);

	r->label = take_some_text(load, entry, "label");
	r->text = take_some_text(load, entry, "text");
	g_ptr_array_add(to, r);
}

static void
read_ref(struct load *load, const json_t *entry, GPtrArray *to)
{
	struct mb_ref *r = g_new0(struct mb_ref, 1);
	g_autofree char *dir = take_some_text(load, entry, "dir");

	if (strcmp(dir, mb_ref_dir_name(MB_REF_FORWARD)) == 0)
		r->dir = MB_REF_FORWARD;
	else if (strcmp(dir, mb_ref_dir_name(MB_REF_BACK)) == 0)
		r->dir = MB_REF_BACK;
	else
		wrong(load, "dir");
	r->date_ymd = take_date(load, entry, "date");
	r->number = take_text(load, entry, "number");
	r->what = take_some_text(load, entry, "what");
	g_ptr_array_add(to, r);
}

static void
read_action(struct load *load, const json_t *entry, GPtrArray *to)
{
	struct mb_action *a = g_new0(struct mb_action, 1);

	a->owner = take_text(load, entry, "owner");
	a->due = take_text(load, entry, "due");
	a->status = take_text(load, entry, "status");
	g_ptr_array_add(to, a);
}

static void
read_source(struct load *load, const json_t *entry, GPtrArray *to)
{
	struct mb_source *s = g_new0(struct mb_source, 1);

	s->path = take_some_text(load, entry, "path");
	s->page_no = take_uint(load, entry, "page");
	s->label = take_text(load, entry, "label");
	if (json_object_get(entry, "draft") != NULL)
		s->draft = take_bool(load, entry, "draft");
	if (json_object_get(entry, "ocr") != NULL)
		s->ocr = MIN(take_uint(load, entry, "ocr"), 100);
	g_ptr_array_add(to, s);
}

static void
take_array(struct load *load, const json_t *object, const char *key,
           GPtrArray *to,
           void (*read_entry)(struct load *, const json_t *, GPtrArray *))
{
	const json_t *array = json_object_get(object, key);
	json_t *entry;
	size_t i;

	if (!json_is_array(array))
		wrong(load, key);
	json_array_foreach(array, i, entry) read_entry(load, entry, to);
}

static void
take_head(struct load *load, const json_t *object, struct mb_item *item)
{
	g_autofree char *kind = NULL;

	if (take_uint(load, object, "format") != MB_ITEM_FORMAT)
		wrong(load, "format");
	item->id = take_text(load, object, "id");
	g_free(item->paper);
	item->paper = take_some_text(load, object, "paper");
	item->seq = take_uint(load, object, "seq");
	kind = take_some_text(load, object, "kind");
	if (!mb_kind_from_name(kind, &item->kind))
		wrong(load, "kind");
	item->number = take_text(load, object, "number");
	item->number_inferred = take_bool(load, object, "number_inferred");
	item->title = take_text(load, object, "title");
	item->date_ymd = take_date(load, object, "date");
	item->committee = take_text(load, object, "committee");
	item->council = take_text(load, object, "council");
}

static void
take_rest(struct load *load, const json_t *object, struct mb_item *item)
{
	take_array(load, object, "officers", item->officers, read_person);
	take_array(load, object, "members", item->members, read_string);
	take_array(load, object, "people_other", item->people_other,
	           read_person);
	take_array(load, object, "authors", item->authors, read_string);
	take_array(load, object, "resolutions", item->resolutions,
	           read_resolution);
	take_array(load, object, "refs", item->refs, read_ref);
	take_array(load, object, "actions", item->actions, read_action);
	take_array(load, object, "papers", item->sources, read_source);
	item->exempt = take_bool(load, object, "exempt");
	item->private_business = take_bool(load, object, "private");
	item->exempt_words = take_text(load, object, "exempt_words");
	g_free(item->text);
	item->text = take_some_text(load, object, "text");
}

struct mb_item *
mb_item_from_json(const char *json, gsize n_bytes, GError **error)
{
	g_autoptr(mb_item) item = mb_item_new();
	struct load load = { NULL };
	json_error_t where;
	json_t *object = json_loadb(json, n_bytes, 0, &where);

	if (object == NULL) {
		g_set_error(error, MB_ERROR, MB_ERROR_CORRUPT,
		            "item: not JSON: %s", where.text);
		return NULL;
	}
	take_head(&load, object, item);
	take_rest(&load, object, item);
	json_decref(object);
	if (load.error != NULL) {
		g_propagate_error(error, load.error);
		return NULL;
	}
	return g_steal_pointer(&item);
}
