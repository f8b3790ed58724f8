#include "query/people-asked.h"

#include <string.h>

#include "query/called.h"
#include "query/post.h"

/* More forms of one council's surname are each looked at alone, as in
 * authority.h. */
#define MAX_FORMS 200

/* A form of name that may be of whom was asked for. */
struct form {
	const struct mb_named_in *named;
	struct mb_called *called;
};

static void
form_free(gpointer data)
{
	struct form *form = data;

	mb_called_free(form->called);
	g_free(form);
}

static struct mb_query *
either(struct mb_query *query, struct mb_query *more)
{
	return query == NULL ? more
	                     : mb_query_join(MB_JOIN_OR, query, more, NULL);
}

/* --- forms ---------------------------------------------------------------- */

/* The forms of @asked's surname in the council that people[@from] is of; *end
 * is where the next council begins. */
static GPtrArray *
forms_in_council(const GPtrArray *people, guint from, guint *end,
                 const struct mb_called *asked)
{
	const struct mb_named_in *first = g_ptr_array_index(people, from);
	GPtrArray *forms = g_ptr_array_new_with_free_func(form_free);
	guint i;

	for (i = from; i < people->len; i++) {
		const struct mb_named_in *named = g_ptr_array_index(people, i);
		g_autoptr(mb_called) called = NULL;
		struct form *form;

		if (strcmp(named->council, first->council) != 0)
			break;
		called = mb_called_new(named->name);
		if (called == NULL ||
		    strcmp(mb_called_last(called), mb_called_last(asked)) != 0)
			continue;
		form = g_new0(struct form, 1);
		form->named = named;
		form->called = g_steal_pointer(&called);
		g_ptr_array_add(forms, form);
	}
	*end = i;
	return forms;
}

/* Both agree with the same forms: nothing about tells them apart. */
static gboolean
are_alike(const GPtrArray *forms, const struct mb_called *a,
          const struct mb_called *b)
{
	for (guint i = 0; i < forms->len; i++) {
		const struct form *form = g_ptr_array_index(forms, i);

		if (mb_called_agree(form->called, a) !=
		    mb_called_agree(form->called, b))
			return FALSE;
	}
	return TRUE;
}

/* Is @form meant?  "C Knowles" asks for every C Knowles there is; "Catherine
 * Knowles" for C Knowles too, unless there is a Colin. */
static gboolean
is_meant(const GPtrArray *forms, const struct form *form,
         const struct mb_called *asked)
{
	if (!mb_called_agree(form->called, asked))
		return FALSE;
	return mb_called_telling(form->called) >= mb_called_telling(asked) ||
	       (forms->len <= MAX_FORMS &&
	        are_alike(forms, form->called, asked));
}

/* Those of @forms that are meant, which stay @forms' own.  Transfer
 * container. */
static GPtrArray *
those_meant(const GPtrArray *forms, const struct mb_called *asked)
{
	GPtrArray *meant = g_ptr_array_new();

	for (guint i = 0; i < forms->len; i++)
		if (is_meant(forms, g_ptr_array_index(forms, i), asked))
			g_ptr_array_add(meant, g_ptr_array_index(forms, i));
	return meant;
}

/* --- posts ---------------------------------------------------------------- */

/* A council's posts while those of some forms are looked at. */
struct posts {
	struct mb_search *search;
	const char *council;
	GPtrArray *all;  /* of struct mb_post_of */
	GPtrArray *keys; /* of struct mb_post_key, as many */
};

static void
post_key_free(gpointer key)
{
	mb_post_key_free(key);
}

static gboolean
posts_read(struct posts *posts, GError **error)
{
	posts->all = mb_search_posts(posts->search, posts->council, error);
	if (posts->all == NULL)
		return FALSE;
	posts->keys = g_ptr_array_new_with_free_func(post_key_free);
	for (guint i = 0; i < posts->all->len; i++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(posts->all, i);

		g_ptr_array_add(posts->keys, mb_post_key_new(post->role));
	}
	return TRUE;
}

static void
posts_clear(struct posts *posts)
{
	g_clear_pointer(&posts->all, g_ptr_array_unref);
	g_clear_pointer(&posts->keys, g_ptr_array_unref);
}

static gboolean
is_one_of(const GPtrArray *forms, const char *name)
{
	for (guint i = 0; i < forms->len; i++) {
		const struct form *form = g_ptr_array_index(forms, i);

		if (strcmp(form->named->name, name) == 0)
			return TRUE;
	}
	return FALSE;
}

static gboolean
same_post(const struct posts *posts, guint a, guint b)
{
	const struct mb_post_key *left = g_ptr_array_index(posts->keys, a);
	const struct mb_post_key *right = g_ptr_array_index(posts->keys, b);

	return strcmp(left->key, right->key) == 0;
}

/* A post's time with one holder or several. */
struct tenure {
	guint32 from_ymd, to_ymd;
};

static gboolean
widen(const struct posts *posts, guint i, struct tenure *tenure, GError **error)
{
	guint32 from, to;

	if (!mb_search_post_dates(posts->search, posts->council,
	                          g_ptr_array_index(posts->all, i), &from, &to,
	                          error))
		return FALSE;
	if (from != 0 && (tenure->from_ymd == 0 || from < tenure->from_ymd))
		tenure->from_ymd = from;
	tenure->to_ymd = MAX(tenure->to_ymd, to);
	return TRUE;
}

/* When @forms held post @i; *shared when somebody else did at the time. */
static gboolean
read_tenure(const struct posts *posts, const GPtrArray *forms, guint i,
            struct tenure *tenure, gboolean *shared, GError **error)
{
	*tenure = (struct tenure){ 0, 0 };
	*shared = FALSE;
	for (guint k = 0; k < posts->all->len; k++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(posts->all, k);

		if (same_post(posts, i, k) && is_one_of(forms, post->name) &&
		    !widen(posts, k, tenure, error))
			return FALSE;
	}
	for (guint k = 0; k < posts->all->len && !*shared; k++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(posts->all, k);
		struct tenure other = { 0, 0 };

		if (!same_post(posts, i, k) || *post->name == '\0' ||
		    is_one_of(forms, post->name))
			continue;
		if (!widen(posts, k, &other, error))
			return FALSE;
		*shared =
		    other.from_ymd == 0 || (other.from_ymd <= tenure->to_ymd &&
		                            other.to_ymd >= tenure->from_ymd);
	}
	return TRUE;
}

/* The items that print post @i and tell nobody with it, at the time. */
static struct mb_query *
without_name(const struct posts *posts, guint i, const struct tenure *tenure,
             struct mb_query *query)
{
	for (guint k = 0; k < posts->all->len; k++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(posts->all, k);

		if (*post->name != '\0' || !same_post(posts, i, k))
			continue;
		query = either(
		    query,
		    mb_query_filter(
			mb_query_post(posts->council, post->role, NULL),
			mb_query_dates(tenure->from_ymd, tenure->to_ymd)));
	}
	return query;
}

/* Is there an earlier entry for post @i of the same people? */
static gboolean
was_seen(const struct posts *posts, const GPtrArray *forms, guint i)
{
	for (guint k = 0; k < i; k++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(posts->all, k);

		if (is_one_of(forms, post->name) && same_post(posts, i, k))
			return TRUE;
	}
	return FALSE;
}

/* Add to *query where @forms' posts stand alone. */
static gboolean
add_posts(struct posts *posts, const GPtrArray *forms, struct mb_query **query,
          GError **error)
{
	if (!posts_read(posts, error))
		return FALSE;
	for (guint i = 0; i < posts->all->len; i++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(posts->all, i);
		struct tenure tenure;
		gboolean shared;

		if (!is_one_of(forms, post->name) ||
		    mb_post_is_vague(g_ptr_array_index(posts->keys, i)) ||
		    was_seen(posts, forms, i))
			continue;
		if (!read_tenure(posts, forms, i, &tenure, &shared, error))
			return FALSE;
		if (!shared && tenure.from_ymd != 0)
			*query = without_name(posts, i, &tenure, *query);
	}
	return TRUE;
}

/* --- the question --------------------------------------------------------- */

/* Add to *query the items that have @forms, of @council. */
static gboolean
add_forms(struct mb_search *search, enum mb_standing side, const char *council,
          const GPtrArray *forms, struct mb_query **query, GError **error)
{
	struct posts posts = { .search = search, .council = council };
	gboolean good = TRUE;

	for (guint i = 0; i < forms->len; i++) {
		const struct form *form = g_ptr_array_index(forms, i);

		*query = either(
		    *query, mb_query_person(side, council, form->named->name));
	}
	if (side == MB_STANDING_OFFICER && forms->len > 0)
		good = add_posts(&posts, forms, query, error);
	posts_clear(&posts);
	return good;
}

struct mb_query *
mb_people_asked(struct mb_search *search, enum mb_standing side,
                const char *name, GError **error)
{
	g_autoptr(mb_called) asked = mb_called_new(name);
	g_autoptr(GPtrArray) people = NULL;
	g_autoptr(mb_query) query = NULL;

	if (asked == NULL)
		return mb_query_nothing();
	people = mb_search_people(search, side, error);
	if (people == NULL)
		return NULL;
	for (guint i = 0, end; i < people->len; i = end) {
		const struct mb_named_in *named = g_ptr_array_index(people, i);
		g_autoptr(GPtrArray) forms =
		    forms_in_council(people, i, &end, asked);
		g_autoptr(GPtrArray) meant = those_meant(forms, asked);

		if (!add_forms(search, side, named->council, meant, &query,
		               error))
			return NULL;
	}
	return query != NULL ? g_steal_pointer(&query) : mb_query_nothing();
}
