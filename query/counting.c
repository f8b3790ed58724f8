#include "query/counting.h"

#include <string.h>

#include "base/error.h"
#include "query/authority.h"
#include "query/body-names.h"
#include "query/plain.h"
#include "query/rows.h"

/* --- what is counted ----------------------------------------------------- */

static const enum mb_field_id fields[] = {
	MB_FIELD_YEAR,   MB_FIELD_COMMITTEE, MB_FIELD_OFFICER,
	MB_FIELD_MEMBER, MB_FIELD_KIND_OF,   MB_FIELD_COUNCIL,
};

gboolean
mb_counting_read(const char *name, enum mb_field_id *out, GError **error)
{
	g_autoptr(GString) names = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
		const char *field = mb_fields()[fields[i]].name;

		*out = fields[i];
		if (strcmp(name, field) == 0)
			return TRUE;
		g_string_append_printf(names, "%s%s", i == 0 ? "" : ", ",
		                       field);
	}
	*out = MB_FIELD_ANY;
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
	            "items can be counted by %s, not by \"%s\"", names->str,
	            name);
	return FALSE;
}

static void
counted_free(gpointer data)
{
	struct mb_counted *counted = data;

	g_free(counted->value);
	g_free(counted->council);
	g_free(counted);
}

static struct mb_counted *
add(GPtrArray *all, const char *value, const char *council, guint n_items)
{
	struct mb_counted *counted = g_new0(struct mb_counted, 1);

	counted->value = g_strdup(value);
	counted->council =
	    council == NULL || *council == '\0' ? NULL : g_strdup(council);
	counted->n_items = n_items;
	g_ptr_array_add(all, counted);
	return counted;
}

static gint
by_value(gconstpointer a, gconstpointer b)
{
	const struct mb_counted *const *left = a, *const *right = b;

	return strcmp((*left)->value, (*right)->value);
}

static gint
by_number(gconstpointer a, gconstpointer b)
{
	const struct mb_counted *const *left = a, *const *right = b;

	if ((*left)->n_items != (*right)->n_items)
		return (*left)->n_items > (*right)->n_items ? -1 : 1;
	return strcmp((*left)->value, (*right)->value);
}

static gboolean
count_people(struct mb_answer *answer, enum mb_field_id field, GPtrArray *all,
             GError **error)
{
	g_autoptr(mb_authority) authority = mb_authority_new();
	g_autoptr(GHashTable) groups = NULL;
	g_autoptr(GPtrArray) facets = NULL;

	if (!mb_authority_read_names(authority, answer, error))
		return FALSE;
	groups = mb_authority_groups(authority, field == MB_FIELD_OFFICER
	                                            ? MB_STANDING_OFFICER
	                                            : MB_STANDING_MEMBER);
	facets = mb_answer_facet(answer, NULL, field, groups, error);
	for (guint i = 0; facets != NULL && i < facets->len; i++) {
		const struct mb_facet *facet = g_ptr_array_index(facets, i);
		g_autoptr(mb_label) label =
		    mb_authority_label(authority, facet->value);

		/* A name that no paper's record has stands for itself. */
		if (label != NULL)
			add(all, label->name, label->council, facet->n_items);
		else
			add(all, strrchr(facet->value, '/') + 1, NULL,
			    facet->n_items);
	}
	g_ptr_array_sort(all, by_number);
	return facets != NULL;
}

/* "Adare- Rathkeale" and "Adare-Rathkeale" are one committee, which goes by the
 * form that most items have: @facets have that first. */
static void
add_committees(GPtrArray *all, const GPtrArray *facets)
{
	g_autoptr(GHashTable) known =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < facets->len; i++) {
		const struct mb_facet *facet = g_ptr_array_index(facets, i);
		char *key = mb_body_fold(facet->value);
		struct mb_counted *same = g_hash_table_lookup(known, key);

		if (same == NULL)
			same = add(all, facet->value, NULL, 0);
		same->n_items += facet->n_items;
		g_hash_table_replace(known, key, same);
	}
	g_ptr_array_sort(all, by_number);
}

static void
add_values(GPtrArray *all, const GPtrArray *facets)
{
	for (guint i = 0; i < facets->len; i++) {
		const struct mb_facet *facet = g_ptr_array_index(facets, i);

		add(all, facet->value, NULL, facet->n_items);
	}
}

/* An item has one value at most. */
static void
add_unknown(GPtrArray *all, guint n_matches)
{
	guint n_known = 0;

	for (guint i = 0; i < all->len; i++)
		n_known += ((const struct mb_counted *)all->pdata[i])->n_items;
	if (n_known < n_matches)
		add(all, NULL, NULL, n_matches - n_known);
}

static gboolean
count_values(struct mb_answer *answer, enum mb_field_id field, GPtrArray *all,
             GError **error)
{
	g_autoptr(GPtrArray) facets =
	    mb_answer_facet(answer, NULL, field, NULL, error);

	if (facets == NULL)
		return FALSE;
	if (field == MB_FIELD_COMMITTEE)
		add_committees(all, facets);
	else
		add_values(all, facets);
	if (field == MB_FIELD_YEAR)
		g_ptr_array_sort(all, by_value);
	add_unknown(all, mb_answer_n_matches(answer));
	return TRUE;
}

GPtrArray *
mb_counting(struct mb_answer *answer, enum mb_field_id field, GError **error)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(counted_free);
	gboolean people = field == MB_FIELD_OFFICER || field == MB_FIELD_MEMBER;

	if (people ? !count_people(answer, field, all, error)
	           : !count_values(answer, field, all, error))
		return NULL;
	return g_steal_pointer(&all);
}

/* --- how it is shown ----------------------------------------------------- */

struct mb_table *
mb_counting_table(const GPtrArray *counted, enum mb_field_id field)
{
	static const struct mb_column columns[] = {
		{ "by", NULL },           { "value", "VALUE" },
		{ "council", "COUNCIL" }, { "items", "ITEMS" },
		{ NULL, NULL },
	};
	struct mb_table *table = mb_table_new(columns);

	for (guint i = 0; i < counted->len; i++) {
		const struct mb_counted *one = g_ptr_array_index(counted, i);
		json_t *row = json_object();

		mb_row_text(row, "by", mb_fields()[field].name);
		mb_row_text(row, "value", one->value);
		mb_row_text(row, "council", one->council);
		mb_row_put(row, "items", json_integer(one->n_items));
		mb_table_add(table, row);
	}
	return table;
}

/* Of a bar where the locale has no blocks. */
static void
append_signs(GString *out, guint64 n)
{
	for (guint64 i = 0; i < n; i++)
		g_string_append_c(out, '#');
}

/* Full blocks, and one of eighths for the rest; something is shown of the
 * smallest count. */
static void
append_bar(GString *out, guint n_items, guint most, guint width)
{
	static const char *const eighths[] = {
		"",
		"\342\226\217",
		"\342\226\216",
		"\342\226\215",
		"\342\226\214",
		"\342\226\213",
		"\342\226\212",
		"\342\226\211",
	};
	guint64 n = MAX((guint64)n_items * width * 8 / most, 1);

	if (!g_get_charset(NULL)) {
		append_signs(out, MAX(n / 8, 1));
		return;
	}
	for (guint64 i = 0; i < n / 8; i++)
		g_string_append(out, "\342\226\210");
	g_string_append(out, eighths[n % 8]);
}

static const char *
name_of(const struct mb_counted *counted)
{
	return counted->value == NULL ? "unknown" : counted->value;
}

/* The label, cut to @width columns and padded. */
static void
append_label(GString *out, const struct mb_counted *counted, guint width)
{
	g_autofree char *text =
	    counted->council == NULL
		? g_strdup(name_of(counted))
		: g_strdup_printf("%s, %s", name_of(counted), counted->council);
	g_autofree char *label = mb_plain_line(text);

	mb_plain_append_padded(out, label, width);
}

void
mb_counting_chart(GString *out, const GPtrArray *counted, guint width,
                  gboolean color)
{
	guint widest = 0, most = 1, n_digits;

	for (guint i = 0; i < counted->len; i++) {
		const struct mb_counted *one = g_ptr_array_index(counted, i);
		guint n = mb_plain_width(name_of(one), -1) +
		          (one->council == NULL
		               ? 0
		               : 2 + mb_plain_width(one->council, -1));

		widest = MAX(widest, n);
		most = MAX(most, one->n_items);
	}
	widest = width == 0 ? widest : MIN(widest, MAX(width / 2, 16));
	n_digits = (guint)snprintf(NULL, 0, "%u", most);
	for (guint i = 0; i < counted->len; i++) {
		const struct mb_counted *one = g_ptr_array_index(counted, i);
		guint before = widest + n_digits + 3;

		append_label(out, one, widest);
		g_string_append_printf(out, "  %*u", (int)n_digits,
		                       one->n_items);
		if (width > before + 4) {
			g_string_append(out, color ? " \033[34m" : " ");
			append_bar(out, one->n_items, most, width - before);
			g_string_append(out, color ? "\033[0m" : "");
		}
		g_string_append_c(out, '\n');
	}
}
