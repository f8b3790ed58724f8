/* Writes the JSON form of an item, its keys in the order of minutebook-item(5).
 * Straight to text: an index of items spends a tenth of its time on a tree of
 * values that is thrown away at once. */
#include "base/item.h"

#include <math.h>
#include <string.h>

#include "base/date.h"

/* With the digits of "score" that say anything. */
#define SCORE_FORMAT "%.6g"

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

GString *
mb_item_to_record(const struct mb_item *item)
{
	g_autofree char *valid = g_utf8_make_valid(item->text, -1);
	GString *out = g_string_sized_new(strlen(valid) + 1024);
	struct mb_item head = *item;
	char nothing[] = "";

	head.text = nothing;
	g_string_append_c(out, '{');
	put_item(out, &head, NULL);
	g_string_append(out, "}\n");
	g_string_append(out, valid);
	return out;
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
