/* Which forms are one person's.
 *
 * Forms that could be one person's lie in one bucket: of a council, a side and
 * a last word.  In it a form has a row that says which forms agree with it:
 *
 *	                   C  Catherine  Colin  Ms (Kembles)
 *	C Kembles          x      x        x        x
 *	Catherine Kembles  x      x                 x
 *	Colin Kembles      x               x        x
 *	Kembles            x      x        x        x
 *
 * Forms with the same row agree with the same forms, and so can't be told apart
 * by any: they are one person's.  Here C Kembles and Ms Kembles are one (as far
 * as anybody can tell), whom nobody can tell from Catherine or Colin.  Rows are
 * compared, not pairs chained, so the order of papers can't matter. */
#include <string.h>

#include "query/authority-parts.h"

struct bucket {
	GPtrArray *forms;
	GPtrArray *rows; /* of GBytes, one byte a form; empty when too many */
};

static void
person_free(gpointer data)
{
	struct person *person = data;

	g_ptr_array_unref(person->forms);
	g_ptr_array_unref(person->perhaps);
	g_free(person);
}

static gboolean
agree(const struct form *a, const struct form *b)
{
	return a == b ||
	       (mb_called_agree(a->called, b->called) &&
	        (a->apart == NULL || !g_hash_table_contains(a->apart, b)));
}

static int
by_key(gconstpointer a, gconstpointer b)
{
	const struct form *left = *(const struct form *const *)a;
	const struct form *right = *(const struct form *const *)b;

	return strcmp(left->called->key, right->called->key);
}

static struct bucket *
bucket_new(GPtrArray *forms)
{
	struct bucket *bucket = g_new0(struct bucket, 1);
	guint n = forms->len;

	bucket->forms = g_ptr_array_ref(forms);
	bucket->rows =
	    g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
	g_ptr_array_sort(forms, by_key);
	for (guint i = 0; i < n && n <= MB_AUTHORITY_MAX_FORMS; i++) {
		struct form *form = forms->pdata[i];
		guint8 *row = g_new0(guint8, n);

		form->at = i;
		for (guint k = 0; k < n; k++)
			row[k] = agree(form, forms->pdata[k]) ? 1 : 0;
		g_ptr_array_add(bucket->rows, g_bytes_new_take(row, n));
	}
	return bucket;
}

static void
bucket_free(gpointer data)
{
	struct bucket *bucket = data;

	g_ptr_array_unref(bucket->forms);
	g_ptr_array_unref(bucket->rows);
	g_free(bucket);
}

static gboolean
may_be_one(const struct bucket *bucket, const struct form *a,
           const struct form *b)
{
	const guint8 *row = g_bytes_get_data(bucket->rows->pdata[a->at], NULL);

	return row[b->at] != 0;
}

/* --- posts ---------------------------------------------------------------- */

static gboolean
has_post(const struct form *form)
{
	for (guint i = 0; i < form->showings->len; i++) {
		const struct showing *s =
		    &g_array_index(form->showings, struct showing, i);

		if (s->role != NULL && !mb_post_is_vague(s->role->post))
			return TRUE;
	}
	return FALSE;
}

/* The posts of @form, each once.  Transfer container. */
static GHashTable *
posts_of(const struct form *form)
{
	GHashTable *posts = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < form->showings->len; i++) {
		const struct showing *s =
		    &g_array_index(form->showings, struct showing, i);

		if (s->role != NULL)
			g_hash_table_insert(posts, s->role->post->key,
			                    s->role->post);
	}
	return posts;
}

gboolean
mb_authority_posts_agree(const struct form *a, const struct form *b)
{
	g_autoptr(GHashTable) of_a = posts_of(a);
	g_autoptr(GHashTable) of_b = posts_of(b);
	GHashTableIter ia, ib;
	gpointer pa, pb;

	g_hash_table_iter_init(&ia, of_a);
	while (g_hash_table_iter_next(&ia, NULL, &pa)) {
		g_hash_table_iter_init(&ib, of_b);
		while (g_hash_table_iter_next(&ib, NULL, &pb))
			if (mb_posts_agree(pa, pb))
				return TRUE;
	}
	return FALSE;
}

/* --- people --------------------------------------------------------------- */

void
mb_authority_give(struct person *person, struct form *form)
{
	form->whose = person;
	g_ptr_array_add(person->forms, form);
}

static struct person *
person_new(struct mb_authority *authority, struct form *form)
{
	struct person *person = g_new0(struct person, 1);

	person->forms = g_ptr_array_new();
	person->perhaps = g_ptr_array_new();
	g_ptr_array_add(authority->people, person);
	mb_authority_give(person, form);
	return person;
}

/* All forms whose posts hang together with @person's first. */
static void
gather_posts(struct person *person, GPtrArray *equals)
{
	for (guint i = 0; i < person->forms->len; i++) {
		for (guint k = 0; k < equals->len; k++) {
			struct form *other = equals->pdata[k];

			if (other->whose == NULL && has_post(other) &&
			    mb_authority_posts_agree(person->forms->pdata[i],
			                             other))
				mb_authority_give(person, other);
		}
	}
}

/* Share out forms with the same row.  Of officers, those with posts go by
 * them, and one without goes with them if they are all one person. */
static void
share_out(struct mb_authority *authority, GPtrArray *equals)
{
	struct person *only = NULL;
	guint n_people = 0;

	for (guint i = 0; i < equals->len; i++) {
		struct form *form = equals->pdata[i];

		if (form->whose != NULL || form->side != MB_STANDING_OFFICER ||
		    !has_post(form))
			continue;
		only = person_new(authority, form);
		gather_posts(only, equals);
		n_people++;
	}
	for (guint i = 0; i < equals->len; i++) {
		struct form *form = equals->pdata[i];

		if (form->whose != NULL)
			continue;
		if (n_people > 1)
			person_new(authority, form);
		else if (only != NULL)
			mb_authority_give(only, form);
		else
			only = person_new(authority, form);
	}
}

/* --- forms that could be several people's -------------------------------- */

/* TRUE when @form agrees with all forms of @person, one of which tells more,
 * and its posts with those of one. */
static gboolean
fits(const struct bucket *bucket, const struct form *form,
     const struct person *person)
{
	gboolean posts = FALSE;
	gboolean more = FALSE;

	for (guint i = 0; i < person->forms->len; i++) {
		const struct form *other = person->forms->pdata[i];

		if (!may_be_one(bucket, form, other))
			return FALSE;
		posts = posts || mb_authority_posts_agree(form, other);
		more = more || mb_called_telling(other->called) >
		                   mb_called_telling(form->called);
	}
	return posts && more;
}

/* The one person whom @form's posts mean; NULL for none or several. */
static struct person *
meant_by(const struct bucket *bucket, const struct form *form)
{
	struct person *meant = NULL;

	for (guint i = 0; i < bucket->forms->len; i++) {
		struct person *person =
		    ((struct form *)bucket->forms->pdata[i])->whose;

		if (person == form->whose || person == meant ||
		    !fits(bucket, form, person))
			continue;
		if (meant != NULL)
			return NULL;
		meant = person;
	}
	return meant;
}

static const struct form *
sole_form(const struct person *person)
{
	return person->forms->pdata[0];
}

/* All at once, so that no form's fate hangs on another's.  A form goes to
 * somebody of whom more is told, so whoever it goes to may go on, but not back
 * to it. */
static void
settle(const struct bucket *bucket)
{
	guint n = bucket->forms->len;
	g_autofree struct person **meant = g_new0(struct person *, n);

	for (guint i = 0; i < n; i++) {
		const struct form *form = bucket->forms->pdata[i];

		if (form->whose->forms->len == 1 && has_post(form))
			meant[i] = meant_by(bucket, form);
	}
	for (guint i = 0; i < n; i++) {
		struct form *form = bucket->forms->pdata[i];
		struct person *last = meant[i];

		while (last != NULL && last->forms->len == 1 &&
		       meant[sole_form(last)->at] != NULL)
			last = meant[sole_form(last)->at];
		form->goes_to = last;
	}
	for (guint i = 0; i < n; i++) {
		struct form *form = bucket->forms->pdata[i];

		if (form->goes_to == NULL)
			continue;
		g_ptr_array_set_size(form->whose->forms, 0);
		mb_authority_give(form->goes_to, form);
	}
}

/* Forms with the same row, in the order of the bucket. */
static void
share_bucket(struct mb_authority *authority, const struct bucket *bucket)
{
	g_autoptr(GHashTable) classes =
	    g_hash_table_new_full(g_bytes_hash, g_bytes_equal, NULL,
	                          (GDestroyNotify)g_ptr_array_unref);
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();

	if (bucket->rows->len == 0) {
		for (guint i = 0; i < bucket->forms->len; i++)
			person_new(authority, bucket->forms->pdata[i]);
		return;
	}
	for (guint i = 0; i < bucket->forms->len; i++) {
		gpointer row = bucket->rows->pdata[i];
		GPtrArray *equals = g_hash_table_lookup(classes, row);

		if (equals == NULL) {
			equals = g_ptr_array_new();
			g_hash_table_insert(classes, row, equals);
			g_ptr_array_add(sorted, equals);
		}
		g_ptr_array_add(equals, bucket->forms->pdata[i]);
	}
	for (guint i = 0; i < sorted->len; i++)
		share_out(authority, sorted->pdata[i]);
	settle(bucket);
}

/* Whose some form of somebody could also be. */
static void
find_perhaps(const struct bucket *bucket)
{
	if (bucket->rows->len == 0)
		return;
	for (guint i = 0; i < bucket->forms->len; i++) {
		const struct form *form = bucket->forms->pdata[i];

		for (guint k = 0; k < bucket->forms->len; k++) {
			const struct form *other = bucket->forms->pdata[k];

			if (form->whose != other->whose &&
			    may_be_one(bucket, form, other) &&
			    !g_ptr_array_find(form->whose->perhaps,
			                      other->whose, NULL))
				g_ptr_array_add(form->whose->perhaps,
				                other->whose);
		}
	}
}

/* --- all ----------------------------------------------------------------- */

static void
add_to(GHashTable *groups, char *place, struct form *form)
{
	GPtrArray *forms = g_hash_table_lookup(groups, place);

	if (forms == NULL) {
		forms = g_ptr_array_new();
		g_hash_table_insert(groups, place, forms);
	} else {
		g_free(place);
	}
	g_ptr_array_add(forms, form);
}

/* Groups in the order of their names, so that nothing hangs on which is dealt
 * with first.  Transfer container. */
static GList *
in_order(GHashTable *groups)
{
	return g_list_sort(g_hash_table_get_keys(groups), (GCompareFunc)strcmp);
}

static GHashTable *
groups_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	                             (GDestroyNotify)g_ptr_array_unref);
}

static GPtrArray *
make_buckets(struct mb_authority *authority)
{
	g_autoptr(GHashTable) groups = groups_new();
	g_autoptr(GList) places = NULL;
	GPtrArray *buckets = g_ptr_array_new_with_free_func(bucket_free);
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, authority->forms);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct form *form = value;

		form->whose = NULL;
		add_to(groups,
		       g_strdup_printf("%u\n%s\n%s", form->side,
		                       form->home->key,
		                       mb_called_last(form->called)),
		       form);
	}
	places = in_order(groups);
	for (GList *at = places; at != NULL; at = at->next)
		g_ptr_array_add(
		    buckets, bucket_new(g_hash_table_lookup(groups, at->data)));
	return buckets;
}

static void
join_all_sides(struct mb_authority *authority)
{
	g_autoptr(GHashTable) groups = groups_new();
	g_autoptr(GList) places = NULL;
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, authority->forms);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct form *form = value;

		if (mb_called_is_full(form->called))
			add_to(groups,
			       g_strdup_printf("%s\n%s", form->home->key,
			                       form->called->key),
			       form);
	}
	places = in_order(groups);
	for (GList *at = places; at != NULL; at = at->next)
		mb_authority_join_sides(g_hash_table_lookup(groups, at->data));
}

/* People without a form went to others. */
static void
drop_empty(struct mb_authority *authority)
{
	GPtrArray *all = authority->people;

	authority->people = g_ptr_array_new_with_free_func(person_free);
	for (guint i = 0; i < all->len; i++) {
		struct person *person = all->pdata[i];

		if (person->forms->len > 0)
			g_ptr_array_add(authority->people, person);
		else
			person_free(person);
	}
	g_ptr_array_set_free_func(all, NULL);
	g_ptr_array_unref(all);
}

void
mb_authority_join(struct mb_authority *authority)
{
	g_autoptr(GPtrArray) buckets = NULL;

	mb_authority_find_homes(authority);
	buckets = make_buckets(authority);
	authority->people = g_ptr_array_new_with_free_func(person_free);
	for (guint i = 0; i < buckets->len; i++)
		share_bucket(authority, buckets->pdata[i]);
	join_all_sides(authority);
	drop_empty(authority);
	for (guint i = 0; i < buckets->len; i++)
		find_perhaps(buckets->pdata[i]);
}
