/* Which council a form of name belongs to whose paper prints none.
 *
 * A committee that meets under one council's name in other papers is that
 * council's in those without: "Municipal District of Newcastle West".  A
 * "Cabinet" that several councils have tells nothing, and then the form stays
 * with those of no council. */
#include "query/authority-parts.h"

/* Of a committee: its one known council; NULL in the table: several. */
static GHashTable *
councils_of_committees(const struct mb_authority *authority)
{
	GHashTable *councils = g_hash_table_new(NULL, NULL);
	GHashTableIter iter;
	gpointer value, known;

	g_hash_table_iter_init(&iter, authority->meetings);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct meeting *m = value;

		if (*m->council->key == '\0')
			continue;
		if (!g_hash_table_lookup_extended(councils, m->committee, NULL,
		                                  &known))
			known = m->council;
		g_hash_table_insert(councils, m->committee,
		                    known == m->council ? known : NULL);
	}
	return councils;
}

/* The council that all meetings which name @form are of; NULL when they don't
 * tell one. */
static const struct body *
council_of(const struct form *form, GHashTable *councils)
{
	const struct body *home = NULL;

	for (guint i = 0; i < form->showings->len; i++) {
		const struct showing *s =
		    &g_array_index(form->showings, struct showing, i);
		const struct body *council =
		    *s->meeting->committee->key != '\0'
			? g_hash_table_lookup(councils, s->meeting->committee)
			: NULL;

		if (council == NULL || (home != NULL && home != council))
			return NULL;
		home = council;
	}
	return home;
}

void
mb_authority_find_homes(struct mb_authority *authority)
{
	g_autoptr(GHashTable) councils = councils_of_committees(authority);
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, authority->forms);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct form *form = value;

		form->home = *form->council->key == '\0'
		                 ? council_of(form, councils)
		                 : form->council;
		if (form->home == NULL)
			form->home = form->council;
	}
}
