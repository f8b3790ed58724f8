/* Reads the JSON form of an item, in the order of minutebook-item(5), as
 * item-to-json.c writes it. */
#include "base/item.h"

#include <jansson.h>
#include <string.h>

#include "base/date.h"
#include "base/error.h"

/* Remembers the first thing that is wrong, so that the readers of keys need not
 * each be asked whether they failed. */
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
read_later_page(struct load *load, const json_t *entry, struct mb_source *to)
{
	g_autofree char *label = take_text(load, entry, "label");

	mb_source_add_page(to, take_uint(load, entry, "page"), label,
	                   take_uint(load, entry, "at"));
}

static void
read_source(struct load *load, const json_t *entry, GPtrArray *to)
{
	const json_t *pages = json_object_get(entry, "pages");
	json_t *page;
	size_t i;

	struct mb_source *s = g_new0(struct mb_source, 1);

	s->path = take_some_text(load, entry, "path");
	s->page_no = take_uint(load, entry, "page");
	s->label = take_text(load, entry, "label");
	if (json_object_get(entry, "draft") != NULL)
		s->draft = take_bool(load, entry, "draft");
	if (json_object_get(entry, "ocr") != NULL)
		s->ocr = MIN(take_uint(load, entry, "ocr"), 100);
	json_array_foreach(pages, i, page) read_later_page(load, page, s);
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

struct mb_item *
mb_item_from_record(const char *record, gsize n_bytes, GError **error)
{
	const char *eol = memchr(record, '\n', n_bytes);
	gsize n_head = eol != NULL ? (gsize)(eol - record) : n_bytes;
	g_autoptr(mb_item) item = mb_item_from_json(record, n_head, error);

	if (item == NULL)
		return NULL;
	if (eol == NULL ||
	    !g_utf8_validate(eol + 1, (gssize)(n_bytes - n_head - 1), NULL)) {
		g_set_error_literal(error, MB_ERROR, MB_ERROR_CORRUPT,
		                    "item: without its text");
		return NULL;
	}
	g_free(item->text);
	item->text = g_strndup(eol + 1, n_bytes - n_head - 1);
	return g_steal_pointer(&item);
}

struct mb_item *
mb_item_copy(const struct mb_item *item)
{
	g_autoptr(GString) record = mb_item_to_record(item);
	struct mb_item *copy =
	    mb_item_from_record(record->str, record->len, NULL);

	/* What was written can be read. */
	g_assert(copy != NULL);
	return copy;
}
