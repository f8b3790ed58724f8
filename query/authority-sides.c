/* Which people on two sides of a council are one. */
#include "query/authority-parts.h"

static gboolean
are_apart(const struct person *a, const struct person *b)
{
	for (guint i = 0; i < a->forms->len; i++) {
		const struct form *form = a->forms->pdata[i];

		for (guint k = 0; form->apart != NULL && k < b->forms->len; k++)
			if (g_hash_table_contains(form->apart,
			                          b->forms->pdata[k]))
				return TRUE;
	}
	return FALSE;
}

/* The same first name and surname on two sides.  Whoever a paper counts to
 * neither side may well be a member or an officer at another meeting; a member
 * and an officer are one only when both are printed with the same post. */
static gboolean
may_change_sides(const struct form *a, const struct form *b, guint n_sides)
{
	if (a->whose == b->whose || are_apart(a->whose, b->whose))
		return FALSE;
	if (a->side == MB_STANDING_OTHER || b->side == MB_STANDING_OTHER)
		return n_sides == 2;
	return mb_authority_posts_agree(a, b);
}

static void
unite(struct person *to, struct person *from)
{
	for (guint i = 0; i < from->forms->len; i++)
		mb_authority_give(to, from->forms->pdata[i]);
	g_ptr_array_set_size(from->forms, 0);
}

static int
by_side(gconstpointer a, gconstpointer b)
{
	const struct form *left = *(const struct form *const *)a;
	const struct form *right = *(const struct form *const *)b;

	return (int)left->side - (int)right->side;
}

/* @forms have one key, on two or three sides. */
void
mb_authority_join_sides(GPtrArray *forms)
{
	g_ptr_array_sort(forms, by_side);
	for (guint i = 1; i < forms->len; i++)
		for (guint k = 0; k < i; k++) {
			struct form *a = forms->pdata[k];
			struct form *b = forms->pdata[i];

			if (may_change_sides(a, b, forms->len))
				unite(a->whose, b->whose);
		}
}
