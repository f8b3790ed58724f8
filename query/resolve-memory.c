/* What a resolver has asked, read and taken apart.  The items of a matter ask
 * for the same meetings, rows and headings over and over: each question is
 * asked once, each item read once, and each text cut into words once. */
#include <string.h>

#include "query/likeness.h"
#include "query/resolve-parts.h"
#include "shim/keys.h"

static void
free_item(gpointer item)
{
	mb_item_free(item);
}

static void
free_list(gpointer list)
{
	g_ptr_array_unref(list);
}

static void
free_set(gpointer set)
{
	g_hash_table_unref(set);
}

static void
free_tie(gpointer tie)
{
	mb_tie_free(tie);
}

static GHashTable *
table_by_text(GDestroyNotify free_value)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	                             free_value);
}

static GHashTable *
table_by_place(GDestroyNotify free_value)
{
	return g_hash_table_new_full(NULL, NULL, NULL, free_value);
}

struct mb_resolver *
mb_resolver_new(struct mb_search *search)
{
	struct mb_resolver *r = g_new0(struct mb_resolver, 1);

	r->search = search;
	r->items =
	    g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_item);
	r->numbers = table_by_place(NULL);
	r->lists = table_by_text(free_list);
	r->years = table_by_text(free_set);
	r->bodies = table_by_text(free_list);
	r->alike = table_by_text(NULL);
	r->counts = table_by_text(NULL);
	r->stages = table_by_text(NULL);
	r->requests = table_by_place(mb_request_free);
	r->cited = table_by_place(free_tie);
	r->words = table_by_place(free_set);
	r->lines = table_by_place(free_set);
	r->headings = table_by_place(free_set);
	r->keys = table_by_place(g_free);
	r->topics = table_by_place(g_free);
	return r;
}

void
mb_resolver_free(struct mb_resolver *r)
{
	if (r == NULL)
		return;
	/* What is known of items goes before them. */
	g_hash_table_unref(r->topics);
	g_hash_table_unref(r->keys);
	g_hash_table_unref(r->headings);
	g_hash_table_unref(r->lines);
	g_hash_table_unref(r->words);
	g_hash_table_unref(r->cited);
	g_hash_table_unref(r->requests);
	g_hash_table_unref(r->stages);
	g_hash_table_unref(r->counts);
	g_hash_table_unref(r->alike);
	g_hash_table_unref(r->bodies);
	g_hash_table_unref(r->years);
	g_hash_table_unref(r->lists);
	g_hash_table_unref(r->numbers);
	g_hash_table_unref(r->items);
	g_clear_pointer(&r->names, g_ptr_array_unref);
	g_clear_error(&r->error);
	g_free(r);
}

/* --- items --------------------------------------------------------------- */

const struct mb_item *
mb_resolver_keep(struct mb_resolver *r, struct mb_item *item)
{
	const struct mb_item *had = g_hash_table_lookup(r->items, item->id);

	/* The same item in another index, or found by its id. */
	if (had != NULL) {
		mb_item_free(item);
		return had;
	}
	g_hash_table_insert(r->items, item->id, item);
	return item;
}

/* The item of a number, read unless it is known; NULL with r->error. */
static const struct mb_item *
read_item(struct mb_resolver *r, guint32 number)
{
	const struct mb_item *had =
	    g_hash_table_lookup(r->numbers, GUINT_TO_POINTER(number));
	struct mb_item *item;

	if (had != NULL || r->error != NULL)
		return had;
	item = mb_search_item(r->search, number, &r->error);
	if (item == NULL)
		return NULL;
	had = mb_resolver_keep(r, item);
	g_hash_table_insert(r->numbers, GUINT_TO_POINTER(number),
	                    (gpointer)had);
	return had;
}

GPtrArray *
mb_resolver_ask(struct mb_resolver *r, struct mb_query *query,
                enum mb_sort sort, guint n_max)
{
	g_autoptr(mb_query) owned = query;
	g_autoptr(GArray) numbers = NULL;
	GPtrArray *items = g_ptr_array_new();

	if (r->error == NULL)
		numbers =
		    mb_search_numbers(r->search, owned, sort, n_max, &r->error);
	for (guint i = 0; numbers != NULL && i < numbers->len; i++) {
		const struct mb_item *item =
		    read_item(r, g_array_index(numbers, guint32, i));

		if (item != NULL)
			g_ptr_array_add(items, (gpointer)item);
	}
	return items;
}

const GPtrArray *
mb_resolver_learn(struct mb_resolver *r, const char *key, GPtrArray *items)
{
	g_hash_table_insert(r->lists, g_strdup(key), items);
	return items;
}

guint
mb_resolver_count(struct mb_resolver *r, const char *key,
                  struct mb_query *query)
{
	g_autoptr(mb_query) owned = query;
	guint n = 0;

	if (r->error == NULL)
		mb_search_count(r->search, owned, &n, &r->error);
	g_hash_table_insert(r->counts, g_strdup(key), GUINT_TO_POINTER(n));
	return n;
}

/* --- their texts --------------------------------------------------------- */

GHashTable *
mb_resolver_words(struct mb_resolver *r, const char *text)
{
	GHashTable *words;

	text = text != NULL ? text : "";
	words = g_hash_table_lookup(r->words, text);
	if (words == NULL) {
		words = mb_likeness_words(text);
		g_hash_table_insert(r->words, (gpointer)text, words);
	}
	return words;
}

GHashTable *
mb_resolver_line_words(struct mb_resolver *r, const struct mb_item *row)
{
	GHashTable *words = g_hash_table_lookup(r->lines, row);

	if (words == NULL) {
		g_autofree char *line =
		    g_strndup(row->text, strcspn(row->text, "\n"));

		words = mb_likeness_words(line);
		g_hash_table_insert(r->lines, (gpointer)row, words);
	}
	return words;
}

static void
drop_words(GHashTable *words, const char *name)
{
	g_autoptr(GHashTable) its = mb_likeness_words(name != NULL ? name : "");
	GHashTableIter at;
	gpointer word;

	g_hash_table_iter_init(&at, its);
	while (g_hash_table_iter_next(&at, &word, NULL))
		g_hash_table_remove(words, word);
}

GHashTable *
mb_resolver_heading_words(struct mb_resolver *r, const struct mb_item *item)
{
	GHashTable *words = g_hash_table_lookup(r->headings, item);

	if (words == NULL) {
		words =
		    mb_likeness_words(item->title != NULL ? item->title : "");
		drop_words(words, item->council);
		drop_words(words, item->committee);
		g_hash_table_insert(r->headings, (gpointer)item, words);
	}
	return words;
}

/* What @make makes of @text, made once. */
static const char *
make_once(GHashTable *made, const char *text, char *(*make)(const char *text))
{
	char *key;

	text = text != NULL ? text : "";
	key = g_hash_table_lookup(made, text);
	if (key == NULL) {
		key = make(text);
		g_hash_table_insert(made, (gpointer)text, key);
	}
	return key;
}

const char *
mb_resolver_key(struct mb_resolver *r, const char *number)
{
	return make_once(r->keys, number, mb_key_number);
}

const char *
mb_resolver_topic_key(struct mb_resolver *r, const struct mb_item *item)
{
	return make_once(r->topics, item->title, mb_key_topic);
}
