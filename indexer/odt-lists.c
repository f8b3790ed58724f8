#include "indexer/odt-lists.h"

#include <string.h>

/* Lists deeper or more than these are not counted. */
#define MAX_DEPTH 64u
#define MAX_LISTS 20000u

/* A list that counts, perhaps in several pieces: <text:list> with
 * text:continue-numbering or text:continue-list goes on with one before it. */
struct list {
	struct mb_list_count count;
};

/* A <text:list> that is open. */
struct level {
	struct list *list;
	char *style;      /* its own or that of the list around it; NULL */
	gboolean pending; /* the next paragraph has the entry's number */
	int start;        /* which it is to be; -1 the next */
};

struct mb_odt_lists {
	const struct mb_odt_styles *styles;
	GArray *levels;       /* of struct level: open, innermost last */
	guint n_deeper;       /* open lists that are not counted */
	GPtrArray *all;       /* of struct list */
	GHashTable *by_id;    /* of struct list, by xml:id; */
	GHashTable *by_style; /* the last of each style; both borrowed */
	struct mb_list_count outline;
};

static void
level_clear(gpointer data)
{
	struct level *level = data;

	g_free(level->style);
}

struct mb_odt_lists *
mb_odt_lists_new(const struct mb_odt_styles *styles)
{
	struct mb_odt_lists *lists = g_new0(struct mb_odt_lists, 1);

	lists->styles = styles;
	lists->levels = g_array_new(FALSE, TRUE, sizeof(struct level));
	g_array_set_clear_func(lists->levels, level_clear);
	lists->all = g_ptr_array_new_with_free_func(g_free);
	lists->by_id =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	lists->by_style =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return lists;
}

void
mb_odt_lists_free(struct mb_odt_lists *lists)
{
	g_array_unref(lists->levels);
	g_hash_table_unref(lists->by_id);
	g_hash_table_unref(lists->by_style);
	g_ptr_array_unref(lists->all);
	g_free(lists);
}

static struct level *
innermost(const struct mb_odt_lists *lists)
{
	guint n = lists->levels->len;

	return n > 0 ? &g_array_index(lists->levels, struct level, n - 1)
	             : NULL;
}

/* The list that one which begins goes on with; NULL: it is a new one. */
static struct list *
continued(const struct mb_odt_lists *lists, xmlTextReaderPtr reader,
          const char *style)
{
	g_autofree char *id = mb_xml_attribute(reader, "continue-list");

	if (id != NULL)
		return g_hash_table_lookup(lists->by_id, id);
	if (style != NULL && mb_xml_has(reader, "continue-numbering", "true"))
		return g_hash_table_lookup(lists->by_style, style);
	return NULL;
}

static struct list *
outer_list(struct mb_odt_lists *lists, xmlTextReaderPtr reader,
           const char *style)
{
	struct list *list = continued(lists, reader, style);
	char *id = mb_xml_attribute(reader, "id");

	if (list == NULL) {
		list = g_new0(struct list, 1);
		g_ptr_array_add(lists->all, list);
	}
	if (id != NULL)
		g_hash_table_replace(lists->by_id, id, list);
	if (style != NULL)
		g_hash_table_replace(lists->by_style, g_strdup(style), list);
	return list;
}

void
mb_odt_lists_begin(struct mb_odt_lists *lists, xmlTextReaderPtr reader)
{
	struct level level = { .start = -1 };
	const struct level *outer = innermost(lists);

	if (lists->levels->len >= MAX_DEPTH || lists->all->len >= MAX_LISTS) {
		lists->n_deeper++;
		return;
	}
	level.style = mb_xml_attribute(reader, "style-name");
	if (outer != NULL) {
		level.list = outer->list;
		if (level.style == NULL)
			level.style = g_strdup(outer->style);
	} else {
		level.list = outer_list(lists, reader, level.style);
	}
	g_array_append_val(lists->levels, level);
}

void
mb_odt_lists_entry(struct mb_odt_lists *lists, xmlTextReaderPtr reader)
{
	struct level *level = innermost(lists);

	if (level == NULL)
		return;
	level->pending = mb_xml_is(reader, "list-item");
	level->start = mb_xml_int(reader, "start-value", -1);
}

void
mb_odt_lists_end(struct mb_odt_lists *lists)
{
	if (lists->n_deeper > 0)
		lists->n_deeper--;
	else if (lists->levels->len > 0)
		g_array_set_size(lists->levels, lists->levels->len - 1);
}

/* An entry that begins with a list in it has no number of its own. */
static void
settle(struct mb_odt_lists *lists)
{
	for (guint i = 0; i < lists->levels->len; i++)
		g_array_index(lists->levels, struct level, i).pending = FALSE;
}

static void
number_entry(struct mb_odt_lists *lists, const struct level *level,
             struct mb_paragraph *p)
{
	int n = MIN((int)lists->levels->len, MB_LIST_LEVELS) - 1;
	const struct mb_list_level *levels =
	    level->style != NULL
		? g_hash_table_lookup(lists->styles->lists, level->style)
		: NULL;

	if (levels == NULL) {
		p->bullet = TRUE; /* as Writer has lists without a style */
		return;
	}
	mb_list_step(levels, &level->list->count, n, level->start);
	mb_list_label(levels, &level->list->count, n, p->label);
	p->bullet = levels[n].bullet;
}

/* Headings outside lists are counted by the outline, unless their style has
 * taken them out of it: style:list-style-name="". */
static void
number_heading(struct mb_odt_lists *lists, struct mb_paragraph *p)
{
	const struct mb_office_style *style = p->style;
	int n = p->level;

	if (n < 0 || n >= MB_LIST_LEVELS ||
	    (style != NULL && g_strcmp0(style->list, "") == 0))
		return;
	mb_list_step(lists->styles->outline, &lists->outline, n, p->list);
	mb_list_label(lists->styles->outline, &lists->outline, n, p->label);
}

void
mb_odt_lists_number(struct mb_odt_lists *lists, struct mb_paragraph *p)
{
	const struct level *level = innermost(lists);

	if (lists->n_deeper > 0)
		return;
	if (level == NULL)
		number_heading(lists, p);
	else if (level->pending)
		number_entry(lists, level, p);
	settle(lists);
}
