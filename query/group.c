#include "query/group.h"

#include <string.h>

#include "query/likeness.h"
#include "query/render.h"

static void
grouped_free(gpointer data)
{
	struct mb_grouped *grouped = data;

	g_free(grouped->id);
	g_free(grouped->name);
	g_free(grouped);
}

static void
group_free(gpointer data)
{
	struct mb_group *group = data;

	g_ptr_array_unref(group->items);
	g_free(group);
}

/* A group while items are still looked for. */
struct open_group {
	struct mb_group *group; /* borrowed */
	GHashTable *words;      /* of the heading of its first item */
	GPtrArray *numbers;     /* of char *: paper and number of its items
	                         * that are no minutes */
};

static void
open_group_free(gpointer data)
{
	struct open_group *open = data;

	g_hash_table_unref(open->words);
	g_ptr_array_unref(open->numbers);
	g_free(open);
}

/* Agenda, report and appendix of a pack share their number; minutes have their
 * own.  NULL for what has none.  Transfer full. */
static char *
number_key(const struct mb_item *item)
{
	gboolean shares = item->kind == MB_KIND_AGENDA ||
	                  item->kind == MB_KIND_REPORT ||
	                  item->kind == MB_KIND_APPENDIX;

	if (!shares || item->number == NULL)
		return NULL;
	return g_strdup_printf("%s\n%s", item->number, item->paper);
}

static gboolean
is_same(const struct open_group *open, GHashTable *words, const char *number)
{
	if (number != NULL && g_ptr_array_find_with_equal_func(
				  open->numbers, number, g_str_equal, NULL))
		return TRUE;
	return mb_likeness(open->words, words) >= MB_GROUP_LIKE;
}

/* The groups of the item's meeting. */
static GPtrArray *
meeting_of(GHashTable *meetings, const struct mb_item *item)
{
	char *key =
	    g_strdup_printf("%u\n%s\n%s", item->date_ymd,
	                    item->committee == NULL ? "" : item->committee,
	                    item->council == NULL ? "" : item->council);
	GPtrArray *groups = g_hash_table_lookup(meetings, key);

	if (groups != NULL) {
		g_free(key);
		return groups;
	}
	groups = g_ptr_array_new_with_free_func(open_group_free);
	g_hash_table_insert(meetings, key, groups);
	return groups;
}

static struct open_group *
open_new(GPtrArray *groups, GPtrArray *all, GHashTable *words)
{
	struct open_group *open = g_new0(struct open_group, 1);

	open->group = g_new0(struct mb_group, 1);
	open->group->items = g_ptr_array_new_with_free_func(grouped_free);
	open->words = g_hash_table_ref(words);
	open->numbers = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(groups, open);
	g_ptr_array_add(all, open->group);
	return open;
}

static struct mb_grouped *
grouped_new(const struct mb_item *item, guint row)
{
	struct mb_grouped *grouped = g_new0(struct mb_grouped, 1);
	g_autofree char *number = mb_render_kind_number(item);
	const struct mb_source *source =
	    item->sources->len > 0 ? g_ptr_array_index(item->sources, 0) : NULL;

	grouped->row = row;
	grouped->kind = item->kind;
	grouped->id = g_strdup(item->id);
	grouped->name =
	    source == NULL || source->page_no == 0
		? g_strdup(number)
		: g_strdup_printf("%s, p. %u", number, source->page_no);
	return grouped;
}

/* An item of no known meeting is a matter of its own, and so is an action: a
 * tracker's rows have a heading in common. */
static void
take(GHashTable *meetings, GPtrArray *all, const struct mb_item *item,
     guint row)
{
	gboolean alone = item->date_ymd == 0 || item->kind == MB_KIND_ACTION ||
	                 item->kind == MB_KIND_FRONT;
	g_autoptr(GHashTable) words =
	    mb_likeness_words(item->title == NULL ? "" : item->title);
	g_autofree char *number = number_key(item);
	GPtrArray *groups = meeting_of(meetings, item);
	struct open_group *open = NULL;

	for (guint i = 0; !alone && open == NULL && i < groups->len; i++)
		if (is_same(g_ptr_array_index(groups, i), words, number))
			open = g_ptr_array_index(groups, i);
	if (open == NULL)
		open = open_new(groups, all, words);
	if (number != NULL)
		g_ptr_array_add(open->numbers, g_steal_pointer(&number));
	g_ptr_array_add(open->group->items, grouped_new(item, row));
}

static gint
by_kind(gconstpointer a, gconstpointer b)
{
	static const guint order[MB_N_KINDS] = {
		[MB_KIND_MINUTE] = 0, [MB_KIND_DECISION] = 1,
		[MB_KIND_REPORT] = 2, [MB_KIND_APPENDIX] = 3,
		[MB_KIND_AGENDA] = 4, [MB_KIND_QUESTION] = 5,
		[MB_KIND_ACTION] = 6, [MB_KIND_FRONT] = 7,
	};
	const struct mb_grouped *const *left = a, *const *right = b;

	if (order[(*left)->kind] != order[(*right)->kind])
		return order[(*left)->kind] < order[(*right)->kind] ? -1 : 1;
	return (*left)->row < (*right)->row ? -1 : 1;
}

GPtrArray *
mb_groups(struct mb_answer *answer, GError **error)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(group_free);
	g_autoptr(GHashTable) meetings = g_hash_table_new_full(
	    g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

	for (guint i = 0; i < mb_answer_n_rows(answer); i++) {
		const struct mb_item *item = mb_answer_item(answer, i, error);

		if (item == NULL)
			return NULL;
		take(meetings, all, item, i);
	}
	for (guint i = 0; i < all->len; i++) {
		struct mb_group *group = g_ptr_array_index(all, i);

		g_ptr_array_sort(group->items, by_kind);
	}
	return g_steal_pointer(&all);
}
