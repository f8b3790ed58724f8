/* Which council a form of name, or a meeting, belongs to whose paper prints
 * none.
 *
 * A committee that meets under one council's name in other papers is that
 * council's in those without: "Municipal District of Newcastle West".  A
 * "Cabinet" that several councils have tells nothing, and then the form stays
 * with those of no council. */
#include "query/authority-parts.h"

/* Of so many meetings of a committee one may be printed, or was read, under the
 * name of another council. */
#define MISREAD_ONE_IN 10

/* How often a committee met under the name of each council. */
struct shares {
	GHashTable *meetings; /* struct body of the council -> how many */
};

static void
shares_free(gpointer data)
{
	struct shares *shares = data;

	g_hash_table_unref(shares->meetings);
	g_free(shares);
}

static void
count_meeting(GHashTable *committees, const struct meeting *m)
{
	struct shares *shares = g_hash_table_lookup(committees, m->committee);
	guint n;

	if (shares == NULL) {
		shares = g_new0(struct shares, 1);
		shares->meetings = g_hash_table_new(NULL, NULL);
		g_hash_table_insert(committees, (gpointer)m->committee, shares);
	}
	n = GPOINTER_TO_UINT(g_hash_table_lookup(shares->meetings, m->council));
	g_hash_table_insert(shares->meetings, (gpointer)m->council,
	                    GUINT_TO_POINTER(n + 1));
}

GHashTable *
mb_authority_councils(const struct mb_authority *authority)
{
	GHashTable *committees =
	    g_hash_table_new_full(NULL, NULL, NULL, shares_free);
	GHashTableIter iter;
	gpointer meeting;

	g_hash_table_iter_init(&iter, authority->meetings);
	while (g_hash_table_iter_next(&iter, NULL, &meeting))
		if (*((const struct meeting *)meeting)->council->key != '\0')
			count_meeting(committees, meeting);
	return committees;
}

/* The council of nearly all that are known of a committee's meetings: papers
 * may have been misread, each as another guest's.  NULL when they are of
 * several. */
static const struct body *
most_are_of(const struct shares *shares)
{
	GHashTableIter iter;
	gpointer council, n;
	const struct body *best = NULL;
	guint most = 0, next = 0;

	if (shares == NULL)
		return NULL;
	g_hash_table_iter_init(&iter, shares->meetings);
	while (g_hash_table_iter_next(&iter, &council, &n)) {
		guint count = GPOINTER_TO_UINT(n);

		if (count > most) {
			next = most;
			most = count;
			best = council;
		} else if (count > next) {
			next = count;
		}
	}
	return next * (MISREAD_ONE_IN - 1) <= most ? best : NULL;
}

const struct body *
mb_authority_home(const struct meeting *meeting, GHashTable *councils)
{
	const struct body *home = NULL;

	if (*meeting->council->key == '\0' && *meeting->committee->key != '\0')
		home = most_are_of(
		    g_hash_table_lookup(councils, meeting->committee));
	return home != NULL ? home : meeting->council;
}

/* The councils that met once, of all that is known: a paper may have been
 * misread as theirs.  Transfer container. */
static GHashTable *
met_once(const struct mb_authority *authority)
{
	GHashTable *once = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) often = g_hash_table_new(NULL, NULL);
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, authority->meetings);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct body *council = ((struct meeting *)value)->council;

		if (*council->key == '\0' ||
		    g_hash_table_contains(often, council))
			continue;
		if (g_hash_table_remove(once, council))
			g_hash_table_add(often, council);
		else
			g_hash_table_add(once, council);
	}
	return once;
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
		    mb_authority_home(s->meeting, councils);

		if (*council->key == '\0' || (home != NULL && home != council))
			return NULL;
		home = council;
	}
	return home;
}

/* The council whose committee the one meeting that names @form is in nearly all
 * other papers; NULL for none. */
static const struct body *
misread_for(const struct form *form, GHashTable *councils)
{
	const struct showing *s =
	    form->showings->len
		? &g_array_index(form->showings, struct showing, 0)
		: NULL;

	return s && *s->meeting->committee->key != '\0'
	           ? most_are_of(
			 g_hash_table_lookup(councils, s->meeting->committee))
	           : NULL;
}

void
mb_authority_find_homes(struct mb_authority *authority)
{
	g_autoptr(GHashTable) councils = mb_authority_councils(authority);
	g_autoptr(GHashTable) once = met_once(authority);
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, authority->forms);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct form *form = value;

		form->home = form->council;
		if (*form->council->key == '\0')
			form->home = council_of(form, councils);
		else if (g_hash_table_contains(once, form->council))
			form->home = misread_for(form, councils);
		if (form->home == NULL)
			form->home = form->council;
	}
}
