#include "indexer/origins.h"

#include <string.h>

#include "indexer/items.h"
#include "indexer/link-finder.h"
#include "indexer/tokens.h"

/* A subject of fewer letters, "Minutes", is no one item's. */
#define MIN_SUBJECT 12

/* Bytes of the subject that are told of a link. */
#define MAX_WHAT 40

/* The letters of @title, by which a heading and a subject are compared. */
static char *
subject_key(const struct mb_item *item)
{
	g_autofree char *fold = mb_fold(item->title, -1);
	GString *key = g_string_new(NULL);

	for (const char *p = fold; *p; p++)
		if (g_ascii_isalnum(*p))
			g_string_append_c(key, *p);
	return g_string_free(key, FALSE);
}

/* The minutes by what they are headed; a heading of two meetings tells
 * neither, its value is NULL. */
static GHashTable *
minutes_by_subject(const GPtrArray *drafts)
{
	GHashTable *minutes =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < drafts->len; i++) {
		const struct mb_draft *draft = drafts->pdata[i];
		struct mb_item *item = draft->item;
		char *key;

		if (item->kind != MB_KIND_MINUTE || !item->title ||
		    !item->date_ymd)
			continue;
		key = subject_key(item);
		if (g_hash_table_contains(minutes, key))
			item = NULL;
		g_hash_table_insert(minutes, key, item);
	}
	return minutes;
}

static gboolean
has_origin(const struct mb_item *item)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = item->refs->pdata[i];

		if (ref->dir == MB_REF_BACK)
			return TRUE;
	}
	return FALSE;
}

void
mb_origins_find(const GPtrArray *drafts)
{
	g_autoptr(GHashTable) minutes = minutes_by_subject(drafts);

	for (guint i = 0; i < drafts->len; i++) {
		const struct mb_draft *draft = drafts->pdata[i];
		struct mb_item *item = draft->item;
		const struct mb_item *minute;
		g_autofree char *key = NULL;
		g_autofree char *what = NULL;

		if (item->kind != MB_KIND_ACTION || !item->title ||
		    has_origin(item))
			continue;
		key = subject_key(item);
		minute = strlen(key) < MIN_SUBJECT
		             ? NULL
		             : g_hash_table_lookup(minutes, key);
		if (!minute || minute->date_ymd >= item->date_ymd ||
		    (minute->exempt && !item->exempt))
			continue;
		what = mb_link_words(item->title, 0, MAX_WHAT);
		mb_item_add_ref(item, MB_REF_BACK, minute->date_ymd,
		                minute->number, what);
	}
}
