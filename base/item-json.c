/* The JSON form of an item.  Writing and reading follow the same order of keys,
 * that of minutebook-item(5). */
#include "base/item.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/error.h"

/* With the digits of "score" that say anything. */
#define SCORE_FORMAT "%.6g"

/* Writing.  Straight to text: an index of items spends a tenth of its time on a
 * tree of values that is thrown away at once. */

/* As jansson and everybody else who writes JSON tersely. */
static void
put_escaped(GString *out, char c)
{
	static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt";

	for (const char *at = letters; *at != '\0'; at += 2) {
		if (*at == c) {
			g_string_append_c(out, '\\');
			g_string_append_c(out, at[1]);
			return;
		}
	}
	g_string_append_printf(out, "\\u%04X", (guint)(guchar)c);
}

static void
put_valid(GString *out, const char *text)
{
	g_string_append_c(out, '"');
	for (;;) {
		const char *at = text;

		while ((guchar)*at >= ' ' && *at != '"' && *at != '\\')
			at++;
		g_string_append_len(out, text, at - text);
		if (*at == '\0')
			break;
		put_escaped(out, *at);
		text = at + 1;
	}
	g_string_append_c(out, '"');
}

static void
put_value(GString *out, const char *text)
{
	g_autofree char *valid = NULL;

	if (text == NULL) {
		g_string_append(out, "null");
	} else if (g_utf8_validate(text, -1, NULL)) {
		put_valid(out, text);
	} else {
		/* Readers make sure of UTF-8, but a path is whatever the disk
		 * holds. */
		valid = g_utf8_make_valid(text, -1);
		put_valid(out, valid);
	}
}

static void
put_key(GString *out, const char *key)
{
	if (out->str[out->len - 1] != '{')
		g_string_append_c(out, ',');
	g_string_append_c(out, '"');
	g_string_append(out, key);
	g_string_append(out, "\":");
}

static void
put_text(GString *out, const char *key, const char *text)
{
	put_key(out, key);
	put_value(out, text);
}

static void
put_uint(GString *out, const char *key, guint number)
{
	put_key(out, key);
	g_string_append_printf(out, "%u", number);
}

static void
put_bool(GString *out, const char *key, gboolean value)
{
	put_key(out, key);
	g_string_append(out, value ? "true" : "false");
}

static void
put_date(GString *out, const char *key, guint32 ymd)
{
	g_autofree char *iso = mb_date_to_iso(ymd);

	put_text(out, key, iso);
}

static void
put_page(GString *out, guint page_no)
{
	if (page_no != 0)
		put_uint(out, "page", page_no);
	else
		put_text(out, "page", NULL);
}

static void
put_string(GString *out, gconstpointer text)
{
	put_value(out, text);
}

static void
put_person(GString *out, gconstpointer data)
{
	const struct mb_person *p = data;

	g_string_append_c(out, '{');
	put_text(out, "name", p->name);
	put_text(out, "role", p->role);
	put_text(out, "how", mb_how_name(p->how));
	g_string_append_c(out, '}');
}

static void
put_resolution(GString *out, gconstpointer data)
{
	const struct mb_resolution *r = data;

	g_string_append_c(out, '{');
	put_text(out, "label", r->label);
	put_text(out, "text", r->text);
	g_string_append_c(out, '}');
}

static void
put_ref(GString *out, gconstpointer data)
{
	const struct mb_ref *r = data;

	g_string_append_c(out, '{');
	put_text(out, "dir", mb_ref_dir_name(r->dir));
	put_date(out, "date", r->date_ymd);
	put_text(out, "number", r->number);
	put_text(out, "what", r->what);
	g_string_append_c(out, '}');
}

static void
put_action(GString *out, gconstpointer data)
{
	const struct mb_action *a = data;

	g_string_append_c(out, '{');
	put_text(out, "owner", a->owner);
	put_text(out, "due", a->due);
	put_text(out, "status", a->status);
	g_string_append_c(out, '}');
}

static void
put_array(GString *out, const char *key, const GPtrArray *entries,
          void (*put_entry)(GString *out, gconstpointer entry))
{
	put_key(out, key);
	g_string_append_c(out, '[');
	for (guint i = 0; i < entries->len; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		put_entry(out, g_ptr_array_index(entries, i));
	}
	g_string_append_c(out, ']');
}

static void
put_later_page(GString *out, gconstpointer data)
{
	const struct mb_item_page *p = data;

	g_string_append_c(out, '{');
	put_uint(out, "page", p->page_no);
	put_text(out, "label", p->label);
	put_uint(out, "at", p->at);
	g_string_append_c(out, '}');
}

/* @url NULL: without one; "": it has none. */
static void
put_source(GString *out, const struct mb_source *s, const char *url)
{
	g_string_append_c(out, '{');
	put_text(out, "path", s->path);
	put_page(out, s->page_no);
	put_text(out, "label", s->label);
	/* Few papers are drafts; all have sources. */
	if (s->draft)
		put_bool(out, "draft", TRUE);
	if (s->ocr > 0)
		put_uint(out, "ocr", s->ocr);
	if (s->pages != NULL)
		put_array(out, "pages", s->pages, put_later_page);
	if (url != NULL)
		put_text(out, "url", *url != '\0' ? url : NULL);
	g_string_append_c(out, '}');
}

static void
put_sources(GString *out, const GPtrArray *sources, const char *const *urls)
{
	put_key(out, "papers");
	g_string_append_c(out, '[');
	for (guint i = 0; i < sources->len; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		put_source(out, g_ptr_array_index(sources, i),
		           urls != NULL ? urls[i] : NULL);
	}
	g_string_append_c(out, ']');
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
put_head(GString *out, const struct mb_item *item)
{
	put_uint(out, "format", MB_ITEM_FORMAT);
	put_text(out, "id", item->id);
	put_text(out, "paper", item->paper);
	put_uint(out, "seq", item->seq);
	put_text(out, "kind", mb_kind_name(item->kind));
	put_text(out, "number", item->number);
	put_bool(out, "number_inferred", item->number_inferred);
	put_text(out, "title", item->title);
	put_date(out, "date", item->date_ymd);
	put_text(out, "committee", item->committee);
	put_text(out, "council", item->council);
	put_page(out, first_page(item));
}

static void
put_item(GString *out, const struct mb_item *item, const char *const *urls)
{
	put_head(out, item);
	put_array(out, "officers", item->officers, put_person);
	put_array(out, "members", item->members, put_string);
	put_array(out, "people_other", item->people_other, put_person);
	put_array(out, "authors", item->authors, put_string);
	put_array(out, "resolutions", item->resolutions, put_resolution);
	put_array(out, "refs", item->refs, put_ref);
	put_array(out, "actions", item->actions, put_action);
	put_sources(out, item->sources, urls);
	put_bool(out, "exempt", item->exempt);
	put_bool(out, "private", item->private_business);
	put_text(out, "exempt_words", item->exempt_words);
	put_text(out, "text", item->text);
}

/* A number with a fraction, whatever the locale. */
static void
put_score(GString *out, double score)
{
	char digits[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(digits, sizeof digits, SCORE_FORMAT,
	                isfinite(score) ? score : 0.0);
	put_key(out, "score");
	g_string_append(out, digits);
	if (strpbrk(digits, ".e") == NULL)
		g_string_append(out, ".0");
}

char *
mb_item_to_json(const struct mb_item *item)
{
	GString *out = g_string_sized_new(1024);

	g_string_append_c(out, '{');
	put_item(out, item, NULL);
	g_string_append_c(out, '}');
	return g_string_free(out, FALSE);
}

char *
mb_item_to_json_printed(const struct mb_item *item,
                        const struct mb_item_print *print)
{
	GString *out = g_string_sized_new(1024);

	g_string_append_c(out, '{');
	put_item(out, item, print->urls);
	put_text(out, "citation", print->citation);
	if (print->snippet != NULL) {
		put_score(out, print->score);
		put_text(out, "snippet", print->snippet);
	}
	g_string_append_c(out, '}');
	return g_string_free(out, FALSE);
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
