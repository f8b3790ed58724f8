/* What people are called, and which forms of name in items are whose. */
#include <string.h>

#include "query/authority-parts.h"

/* How well @name will do to call somebody by. */
static guint
fitness(const struct form *form, const char *name)
{
	return 2 * mb_called_telling(form->called) +
	       (mb_called_has_small_letters(name) ? 1 : 0);
}

/* Counted over all that @person is called. */
GPtrArray *
mb_authority_printed(const struct person *person)
{
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < person->forms->len; i++) {
		const struct form *form = person->forms->pdata[i];
		GHashTableIter iter;
		gpointer name, n;

		g_hash_table_iter_init(&iter, form->names);
		while (g_hash_table_iter_next(&iter, &name, &n))
			g_hash_table_insert(
			    names, name,
			    GUINT_TO_POINTER(
				GPOINTER_TO_UINT(n) +
				GPOINTER_TO_UINT(
				    g_hash_table_lookup(names, name))));
	}
	return mb_authority_by_count(names);
}

static const struct form *
form_named(const struct person *person, const char *name)
{
	const struct form *form = NULL;

	for (guint k = 0; k < person->forms->len; k++) {
		form = person->forms->pdata[k];
		if (g_hash_table_contains(form->names, name))
			break;
	}
	return form;
}

const char *
mb_authority_best_name(const struct person *person, const GPtrArray *names,
                       const struct form **form)
{
	const char *best = NULL;
	guint most = 0;

	for (guint i = 0; i < names->len; i++) {
		const char *name = names->pdata[i];
		const struct form *its = form_named(person, name);

		if (best != NULL && fitness(its, name) <= most)
			continue;
		most = fitness(its, name);
		best = name;
		*form = its;
	}
	return best;
}

/* "City & County Council" alone is no council's name. */
const char *
mb_authority_council_of(const struct person *person)
{
	const struct form *first = person->forms->pdata[0];

	return *first->home->key != '\0'
	           ? mb_authority_commonest(first->home->names)
	           : "";
}

/* --- groups -------------------------------------------------------------- */

/* @form's council is printed in several ways, and so is the name. */
static void
group_form(GHashTable *groups, const struct form *form, const char *number)
{
	g_autoptr(GPtrArray) councils = mb_authority_names(form->council);
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, form->names);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		for (guint i = 0; i < councils->len; i++)
			g_hash_table_insert(
			    groups, mb_facet_person(councils->pdata[i], name),
			    g_strdup(number));
}

GHashTable *
mb_authority_groups(struct mb_authority *authority, enum mb_standing side)
{
	GHashTable *groups =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

	if (authority->people == NULL)
		mb_authority_join(authority);
	for (guint i = 0; i < authority->people->len; i++) {
		const struct person *person = authority->people->pdata[i];
		g_autofree char *number = g_strdup_printf("%u", i);

		for (guint k = 0; k < person->forms->len; k++) {
			const struct form *form = person->forms->pdata[k];

			if (form->side == side)
				group_form(groups, form, number);
		}
	}
	return groups;
}

struct mb_label *
mb_authority_label(const struct mb_authority *authority, const char *number)
{
	g_autoptr(GPtrArray) names = NULL;
	struct mb_label *label;
	const struct person *person;
	const struct form *form;
	guint64 i;

	if (!g_ascii_string_to_unsigned(number, 10, 0, G_MAXUINT, &i, NULL) ||
	    i >= authority->people->len)
		return NULL;
	person = authority->people->pdata[i];
	names = mb_authority_printed(person);
	label = g_new(struct mb_label, 1);
	label->name = g_strdup(mb_authority_best_name(person, names, &form));
	label->council = g_strdup(mb_authority_council_of(person));
	return label;
}

void
mb_label_free(struct mb_label *label)
{
	if (label == NULL)
		return;
	g_free(label->name);
	g_free(label->council);
	g_free(label);
}
