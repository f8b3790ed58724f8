#include "indexer/pdf-outline.h"

#include <string.h>

#include "indexer/tokens.h"

/* Bookmarks below this depth, and more of them than this, are not read. */
#define MAX_DEPTH   5u
#define MAX_ENTRIES 20000u

/* Bookmarks of a paper's headings are no more than this for a page. */
#define MAX_A_PAGE 6u

/* One of them is the title of the whole paper, h1, which no bookmark is. */
#define FIRST_LEVEL 2u

struct entry {
	char *key;
	guint level;
};

static void
entry_clear(gpointer data)
{
	struct entry *entry = data;

	g_free(entry->key);
}

/* What is compared: page and letters, without space, stops and capitals. */
static char *
key_of(guint page_no, const char *text, const char *more)
{
	g_autofree char *fold = mb_fold(text, -1);
	g_autofree char *fold_more = mb_fold(more, -1);

	return g_strdup_printf("%u:%s%s", page_no, fold, fold_more);
}

/* The page that @action goes to; 0 for none. */
static guint
page_of(PopplerDocument *document, const PopplerAction *action)
{
	const PopplerDest *dest;
	PopplerDest *named = NULL;
	int page_no;

	if (action->type != POPPLER_ACTION_GOTO_DEST)
		return 0;
	dest = action->goto_dest.dest;
	if (dest != NULL && dest->type == POPPLER_DEST_NAMED &&
	    dest->named_dest != NULL)
		dest = named =
		    poppler_document_find_dest(document, dest->named_dest);
	page_no = dest != NULL ? dest->page_num : 0;
	if (named != NULL)
		poppler_dest_free(named);
	return page_no > 0 ? (guint)page_no : 0;
}

static void
take_entries(PopplerDocument *document, PopplerIndexIter *iter, guint depth,
             GArray *entries)
{
	do {
		PopplerAction *action = poppler_index_iter_get_action(iter);
		PopplerIndexIter *child = NULL;
		guint page_no = 0;

		if (action != NULL) {
			page_no = page_of(document, action);
			if (page_no > 0 && action->any.title != NULL) {
				struct entry entry = {
					key_of(page_no, action->any.title, ""),
					FIRST_LEVEL + depth,
				};

				g_array_append_val(entries, entry);
			}
			poppler_action_free(action);
		}
		if (depth + 1 < MAX_DEPTH)
			child = poppler_index_iter_get_child(iter);
		if (child != NULL) {
			take_entries(document, child, depth + 1, entries);
			poppler_index_iter_free(child);
		}
	} while (entries->len < MAX_ENTRIES && poppler_index_iter_next(iter));
}

/* The lines by their keys, alone and with the next one: a heading may stand on
 * two.  The value is the line's number, doubled, and one more for two. */
static GHashTable *
lines_by_key(const struct mb_lines *lines)
{
	GHashTable *by_key =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = lines->lines->len; i-- > 0;) {
		const struct mb_line *line = mb_lines_at(lines, i);
		const struct mb_line *next = i + 1 < lines->lines->len
		                                 ? mb_lines_at(lines, i + 1)
		                                 : NULL;

		if (line->kind == MB_LINE_RULE)
			continue;
		if (next != NULL && next->page_no == line->page_no)
			g_hash_table_insert(
			    by_key,
			    key_of(line->page_no, line->text, next->text),
			    GUINT_TO_POINTER(i * 2 + 1));
		g_hash_table_insert(by_key,
		                    key_of(line->page_no, line->text, ""),
		                    GUINT_TO_POINTER(i * 2));
	}
	return by_key;
}

static void
mark(const struct mb_lines *lines, GArray *entries)
{
	g_autoptr(GHashTable) by_key = lines_by_key(lines);

	for (guint e = 0; e < entries->len; e++) {
		const struct entry *entry =
		    &g_array_index(entries, struct entry, e);
		gpointer value;
		guint first, n;

		if (!g_hash_table_lookup_extended(by_key, entry->key, NULL,
		                                  &value))
			continue;
		first = GPOINTER_TO_UINT(value) / 2;
		n = 1 + GPOINTER_TO_UINT(value) % 2;
		for (guint i = first; i < first + n; i++)
			if (mb_lines_at(lines, i)->heading == 0)
				mb_lines_at(lines, i)->heading = entry->level;
	}
}

void
mb_pdf_outline_mark(PopplerDocument *document, struct mb_lines *lines)
{
	PopplerIndexIter *iter = poppler_index_iter_new(document);
	g_autoptr(GArray) entries = NULL;

	if (iter == NULL)
		return;
	entries = g_array_new(FALSE, FALSE, sizeof(struct entry));
	g_array_set_clear_func(entries, entry_clear);
	take_entries(document, iter, 0, entries);
	poppler_index_iter_free(iter);
	if (entries->len > 0 && entries->len <= lines->n_pages * MAX_A_PAGE)
		mark(lines, entries);
}
