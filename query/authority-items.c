/* The items that name each person. */
#include "query/authority-parts.h"

static struct mb_query *
either(struct mb_query *query, struct mb_query *more)
{
	return query == NULL ? more
	                     : mb_query_join(MB_JOIN_OR, query, more, NULL);
}

struct mb_query *
mb_authority_items(const struct body *council, const struct body *committee)
{
	g_autoptr(GPtrArray) councils = mb_authority_names(council);
	g_autoptr(GPtrArray) committees = mb_authority_names(committee);
	struct mb_query *query = NULL;

	for (guint i = 0; i < councils->len; i++)
		for (guint k = 0; k < committees->len; k++)
			query = either(
			    query, mb_query_committee(councils->pdata[i],
			                              committees->pdata[k]));
	return query;
}

/* Items that have one of @person's forms, in one of the forms of the council's
 * name. */
static struct mb_query *
named_in(const struct person *person)
{
	struct mb_query *query = NULL;

	for (guint i = 0; i < person->forms->len; i++) {
		const struct form *form = person->forms->pdata[i];
		g_autoptr(GPtrArray) councils =
		    mb_authority_names(form->council);
		GHashTableIter names;
		gpointer name;

		g_hash_table_iter_init(&names, form->names);
		while (g_hash_table_iter_next(&names, &name, NULL))
			for (guint k = 0; k < councils->len; k++)
				query = either(
				    query,
				    mb_query_person(form->side,
				                    councils->pdata[k], name));
	}
	return query;
}

/* Items of the committees of @person's councils, in all forms of their names:
 * several councils, where a paper prints none. */
static struct mb_query *
of_committees(const struct person *person, GHashTable *committees)
{
	g_autoptr(GHashTable) councils = g_hash_table_new(NULL, NULL);
	struct mb_query *query = mb_query_nothing();
	GHashTableIter iter;
	gpointer body;

	for (guint i = 0; i < person->forms->len; i++) {
		const struct form *form = person->forms->pdata[i];

		if (!g_hash_table_add(councils, form->council))
			continue;
		g_hash_table_iter_init(&iter, committees);
		while (g_hash_table_iter_next(&iter, &body, NULL))
			query = either(query,
			               mb_authority_items(form->council, body));
	}
	return query;
}

struct mb_query *
mb_authority_items_of(const struct person *person, const struct view *view)
{
	const struct mb_scope *scope = view->scope;
	struct mb_query *query = named_in(person);

	if (view->committees != NULL)
		query = mb_query_filter(
		    query, of_committees(person, view->committees));
	if (scope->from_ymd != 0 || scope->to_ymd != 0)
		query = mb_query_filter(
		    query, mb_query_dates(scope->from_ymd, scope->to_ymd));
	return query;
}
