#include "query/meetings.h"

#include <string.h>

#include "query/body-names.h"

static void
meeting_free(gpointer data)
{
	struct mb_meeting *meeting = data;

	g_free(meeting->id);
	g_free(meeting->council);
	g_free(meeting->committee);
	g_ptr_array_unref(meeting->papers);
	g_ptr_array_unref(meeting->present);
	g_ptr_array_unref(meeting->apologies);
	g_ptr_array_unref(meeting->named);
	g_free(meeting);
}

/* --- what papers say ----------------------------------------------------- */

struct gathering {
	const struct mb_meeting_wish *wish;
	GHashTable *meetings; /* by council, committee and date */
};

static gboolean
is_wanted(const struct mb_meeting_wish *wish, const struct mb_sitting *sitting)
{
	g_autofree char *folded = NULL;

	if (sitting->date_ymd == 0 || mb_sitting_n_items(sitting) == 0 ||
	    sitting->date_ymd < wish->from_ymd ||
	    (wish->to_ymd != 0 && sitting->date_ymd > wish->to_ymd))
		return FALSE;
	if (wish->committee == NULL)
		return TRUE;
	if (sitting->committee == NULL)
		return FALSE;
	folded = mb_body_fold(sitting->committee);
	return mb_body_has_words(folded, wish->committee);
}

static struct mb_meeting *
meeting_of(struct gathering *gathering, const struct mb_sitting *sitting)
{
	char *key = g_strdup_printf(
	    "%s\n%s\n%u", sitting->council == NULL ? "" : sitting->council,
	    sitting->committee == NULL ? "" : sitting->committee,
	    sitting->date_ymd);
	struct mb_meeting *meeting =
	    g_hash_table_lookup(gathering->meetings, key);

	if (meeting != NULL) {
		g_free(key);
		return meeting;
	}
	meeting = g_new0(struct mb_meeting, 1);
	meeting->council = g_strdup(sitting->council);
	meeting->committee = g_strdup(sitting->committee);
	meeting->date_ymd = sitting->date_ymd;
	meeting->papers = g_ptr_array_new_with_free_func(g_free);
	meeting->present = g_ptr_array_new_with_free_func(g_free);
	meeting->apologies = g_ptr_array_new_with_free_func(g_free);
	meeting->named = g_ptr_array_new_with_free_func(g_free);
	g_hash_table_insert(gathering->meetings, key, meeting);
	return meeting;
}

static void
add_once(GPtrArray *texts, const char *text)
{
	if (!g_ptr_array_find_with_equal_func(texts, text, g_str_equal, NULL))
		g_ptr_array_add(texts, g_strdup(text));
}

/* "D Hargreave (Chair)", "H Ellis (Acting Director)"; NULL for a post without
 * a name.  Transfer full. */
static char *
name_of(const struct mb_named *named)
{
	if (named->name == NULL)
		return NULL;
	if (named->chair)
		return g_strdup_printf("%s (Chair)", named->name);
	if (named->role != NULL && named->standing == MB_STANDING_OFFICER)
		return g_strdup_printf("%s (%s)", named->name, named->role);
	return g_strdup(named->name);
}

static void
take_people(struct mb_meeting *meeting, const struct mb_sitting *sitting)
{
	for (guint i = 0; i < sitting->people->len; i++) {
		const struct mb_named *named =
		    g_ptr_array_index(sitting->people, i);
		g_autofree char *name = name_of(named);

		if (name == NULL)
			continue;
		switch (named->presence) {
		case MB_PRESENCE_PRESENT:
			add_once(meeting->present, name);
			break;
		case MB_PRESENCE_APOLOGIES:
			add_once(meeting->apologies, name);
			break;
		case MB_PRESENCE_UNKNOWN:
			if (named->standing == MB_STANDING_OFFICER)
				add_once(meeting->named, name);
			break;
		}
	}
}

static void
take(const struct mb_paper_state *paper, gpointer data)
{
	struct gathering *gathering = data;
	g_autoptr(GPtrArray) sittings = NULL;

	if (paper == NULL) {
		g_hash_table_remove_all(gathering->meetings);
		return;
	}
	sittings = mb_sittings_from_json(paper->sittings, TRUE, NULL);
	for (guint i = 0; sittings != NULL && i < sittings->len; i++) {
		const struct mb_sitting *sitting =
		    g_ptr_array_index(sittings, i);
		struct mb_meeting *meeting;

		if (!is_wanted(gathering->wish, sitting))
			continue;
		meeting = meeting_of(gathering, sitting);
		add_once(meeting->papers, paper->path);
		take_people(meeting, sitting);
	}
}

/* --- what items say ------------------------------------------------------ */

static struct mb_query *
query_for(const struct mb_meeting *meeting)
{
	return mb_query_filter(
	    mb_query_committee(meeting->council, meeting->committee),
	    mb_query_dates(meeting->date_ymd, meeting->date_ymd));
}

struct asking_items {
	const struct mb_meeting *meeting;
	guint n_max;
	guint n_items;
	GPtrArray *items; /* of struct mb_item */
};

static gboolean
ask_items(struct mb_search *search, gpointer data, GError **error)
{
	struct asking_items *asking = data;
	g_autoptr(mb_query) query = query_for(asking->meeting);
	g_autoptr(mb_result) result = mb_search_run(
	    search, query, MB_SORT_OLDEST, 0, asking->n_max, error);

	g_ptr_array_set_size(asking->items, 0);
	if (result == NULL)
		return FALSE;
	asking->n_items = mb_result_n_matches(result);
	for (guint i = 0; i < mb_result_n_rows(result); i++) {
		const struct mb_item *item = mb_result_item(result, i, error);

		if (item == NULL)
			return FALSE;
		g_ptr_array_add(asking->items, mb_item_copy(item));
	}
	return TRUE;
}

static GPtrArray *
items_of(struct mb_answer *answer, const struct mb_meeting *meeting,
         guint n_max, guint *n_items, GError **error)
{
	g_autoptr(GPtrArray) items =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_item_free);
	struct asking_items asking = { meeting, n_max, 0, items };

	if (!mb_answer_use(answer, ask_items, &asking, error))
		return NULL;
	*n_items = asking.n_items;
	return g_steal_pointer(&items);
}

/* Ids are made by the indexer: the meeting's is how those of its items
 * begin. */
static gboolean
fill_id(struct mb_answer *answer, struct mb_meeting *meeting, GError **error)
{
	g_autoptr(GPtrArray) items =
	    items_of(answer, meeting, 1, &meeting->n_items, error);
	const struct mb_item *first;
	const char *end;

	if (items == NULL)
		return FALSE;
	if (items->len == 0)
		return TRUE;
	first = g_ptr_array_index(items, 0);
	end = first->id;
	for (guint i = 0; i < 3 && end != NULL; i++)
		end = strchr(end + (i > 0 ? 1 : 0), '/');
	if (end != NULL)
		meeting->id = g_strndup(first->id, (gsize)(end - first->id));
	return TRUE;
}

static gint
by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gint
by_date(gconstpointer a, gconstpointer b)
{
	const struct mb_meeting *const *left = a, *const *right = b;

	if ((*left)->date_ymd != (*right)->date_ymd)
		return (*left)->date_ymd < (*right)->date_ymd ? -1 : 1;
	return strcmp((*left)->id, (*right)->id);
}

GPtrArray *
mb_meetings(struct mb_answer *answer, const struct mb_meeting_wish *wish,
            GError **error)
{
	g_autoptr(GHashTable) meetings = g_hash_table_new_full(
	    g_str_hash, g_str_equal, g_free, meeting_free);
	struct gathering gathering = { wish, meetings };
	GPtrArray *all = g_ptr_array_new_with_free_func(meeting_free);
	GHashTableIter iter;
	gpointer key, value;

	if (!mb_answer_papers(answer, take, &gathering, error)) {
		g_ptr_array_unref(all);
		return NULL;
	}
	g_hash_table_iter_init(&iter, meetings);
	while (g_hash_table_iter_next(&iter, &key, &value)) {
		struct mb_meeting *meeting = value;

		if (!fill_id(answer, meeting, error)) {
			g_ptr_array_unref(all);
			return NULL;
		}
		if (meeting->id == NULL ||
		    (wish->id != NULL && strcmp(wish->id, meeting->id) != 0))
			continue;
		g_ptr_array_sort(meeting->papers, by_text);
		g_hash_table_iter_steal(&iter);
		g_free(key);
		g_ptr_array_add(all, meeting);
	}
	g_ptr_array_sort(all, by_date);
	return all;
}

GPtrArray *
mb_meeting_items(struct mb_answer *answer, const struct mb_meeting *meeting,
                 GError **error)
{
	guint n_items;

	return items_of(answer, meeting, G_MAXUINT, &n_items, error);
}
