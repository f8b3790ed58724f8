#include "indexer/exported.h"

#include <string.h>

#include "base/error.h"

/* The first paper that the item names knows the page. */
static void
set_source(struct mb_item *item, const char *path)
{
	g_autofree char *label = NULL;
	guint page_no = 0;

	if (item->sources->len > 0) {
		const struct mb_source *own = item->sources->pdata[0];

		page_no = own->page_no;
		label = g_strdup(own->label);
	}
	g_ptr_array_set_size(item->sources, 0);
	mb_item_add_source(item, path, page_no, label);
	g_free(item->paper);
	item->paper = g_strdup(path);
}

static struct mb_item *
read_item(const char *line, gsize n_bytes, const struct mb_paper *paper,
          guint seq, GError **error)
{
	struct mb_item *item = mb_item_from_json(line, n_bytes, error);

	if (!item)
		return NULL;
	if (!*item->id) {
		g_free(item->id);
		item->id = mb_document_id(item);
	}
	item->seq = seq;
	set_source(item, paper->path);
	return item;
}

static gboolean
read_items(const struct mb_paper *paper, GPtrArray *items, GError **error)
{
	gsize n_bytes;
	const char *at = g_bytes_get_data(paper->content, &n_bytes);
	const char *end = at + n_bytes;
	guint line_no;

	for (line_no = 1; at < end; line_no++) {
		const char *eol = memchr(at, '\n', (gsize)(end - at));
		gsize n = (gsize)((eol ? eol : end) - at);
		g_autoptr(GError) wrong = NULL;
		struct mb_item *item =
		    read_item(at, n, paper, items->len, &wrong);

		if (!item) {
			g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
			            "line %u is no item: %s", line_no,
			            wrong->message);
			return FALSE;
		}
		g_ptr_array_add(items, item);
		at += n + (eol ? 1 : 0);
	}
	return TRUE;
}

/* What the configuration says of the file comes on top of what items say of
 * themselves. */
static void
withhold(struct mb_documents *documents)
{
	guint i;

	documents->exempt = TRUE;
	for (i = 0; i < documents->items->len; i++) {
		struct mb_item *item = documents->items->pdata[i];

		item->exempt = TRUE;
		g_free(item->exempt_words);
		item->exempt_words = g_strdup("exempt by configuration");
	}
}

struct mb_documents *
mb_exported_read(const struct mb_paper *paper, const struct mb_conf *conf,
                 GError **error)
{
	g_autoptr(mb_documents) documents = g_new0(struct mb_documents, 1);

	documents->items =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_item_free);
	documents->fronts = g_ptr_array_new();
	if (!read_items(paper, documents->items, error))
		return NULL;
	if (mb_conf_forced(conf, paper->path) == MB_FORCED_EXEMPT)
		withhold(documents);
	mb_sittings_of_items(documents->items, documents->sittings);
	return g_steal_pointer(&documents);
}
