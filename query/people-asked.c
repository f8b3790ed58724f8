#include "query/people-asked.h"

#include <string.h>

#include "query/body-names.h"
#include "shim/called.h"
#include "query/post.h"

/* More forms of one council's surname are each looked at alone, as in
 * authority.h. */
#define MAX_FORMS 200

/* A form of name that may be of whom was asked for. */
struct form {
	const struct mb_named_in *named;
	struct mb_called *called;
};

/* What a question is answered from.  Councils and posts are read into keys once
 * for each form of them: a big index has few, in thousands of names. */
struct asking {
	struct mb_search *search;
	enum mb_standing side;
	struct mb_called *called;
	GPtrArray *people;    /* of struct mb_named_in */
	GPtrArray *posts;     /* of struct mb_post_of; NULL until needed */
	GHashTable *councils; /* name -> mb_council_key() */
	GHashTable *roles;    /* name -> struct mb_post_key */
	struct mb_query *query;
};

static void
form_free(gpointer data)
{
	struct form *form = data;

	mb_called_free(form->called);
	g_free(form);
}

static void
post_key_free(gpointer key)
{
	mb_post_key_free(key);
}

static const char *
council_key(struct asking *asking, const char *council)
{
	char *key = g_hash_table_lookup(asking->councils, council);

	if (key == NULL) {
		key = mb_council_key(council);
		g_hash_table_insert(asking->councils, (gpointer)council, key);
	}
	return key;
}

static const struct mb_post_key *
role_key(struct asking *asking, const char *role)
{
	struct mb_post_key *key = g_hash_table_lookup(asking->roles, role);

	if (key == NULL) {
		key = mb_post_key_new(role);
		g_hash_table_insert(asking->roles, (gpointer)role, key);
	}
	return key;
}

static void
add(struct asking *asking, struct mb_query *query)
{
	asking->query =
	    asking->query == NULL
		? query
		: mb_query_join(MB_JOIN_OR, asking->query, query, NULL);
}

/* --- forms ---------------------------------------------------------------- */

static void
forms_free(gpointer forms)
{
	g_ptr_array_unref(forms);
}

/* The forms of the surname asked for: council key -> GPtrArray of struct
 * form. */
static GHashTable *
forms_by_council(struct asking *asking)
{
	GHashTable *councils =
	    g_hash_table_new_full(g_str_hash, g_str_equal, NULL, forms_free);
	const char *last = mb_called_last(asking->called);

	for (guint i = 0; i < asking->people->len; i++) {
		const struct mb_named_in *named =
		    g_ptr_array_index(asking->people, i);
		g_autoptr(mb_called) called = mb_called_new(named->name);
		GPtrArray *forms;
		const char *key;
		struct form *form;

		if (called == NULL || strcmp(mb_called_last(called), last) != 0)
			continue;
		key = council_key(asking, named->council);
		forms = g_hash_table_lookup(councils, key);
		if (forms == NULL) {
			forms = g_ptr_array_new_with_free_func(form_free);
			g_hash_table_insert(councils, (gpointer)key, forms);
		}
		form = g_new0(struct form, 1);
		form->named = named;
		form->called = g_steal_pointer(&called);
		g_ptr_array_add(forms, form);
	}
	return councils;
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

/* Is @form meant?  "C Kembles" asks for every C Kembles there is; "Catherine
 * Kembles" for C Kembles too, unless there is a Colin. */
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

/* The names of those of @forms that are meant.  Transfer container. */
static GHashTable *
names_meant(const struct asking *asking, const GPtrArray *forms)
{
	GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < forms->len; i++) {
		const struct form *form = g_ptr_array_index(forms, i);

		if (is_meant(forms, form, asking->called))
			g_hash_table_add(names, form->named->name);
	}
	return names;
}

/* --- posts ---------------------------------------------------------------- */

/* Those meant, in one council, and a post of theirs. */
struct holders {
	const char *council;            /* its key */
	GHashTable *names;              /* of char * */
	const struct mb_post_key *post; /* of theirs */
	guint32 from_ymd, to_ymd;       /* as items have it; 0 */
};

static gboolean
is_theirs(struct asking *asking, const struct holders *holders,
          const struct mb_post_of *post)
{
	return g_hash_table_contains(holders->names, post->name) &&
	       strcmp(council_key(asking, post->council), holders->council) ==
	           0;
}

static gboolean
is_same_post(struct asking *asking, const struct holders *holders,
             const struct mb_post_of *post)
{
	return strcmp(role_key(asking, post->role)->key, holders->post->key) ==
	       0;
}

/* From when to when @holders have the post. */
static gboolean
read_tenure(struct asking *asking, struct holders *holders, GError **error)
{
	for (guint i = 0; i < asking->posts->len; i++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(asking->posts, i);
		guint32 from, to;

		if (!is_theirs(asking, holders, post) ||
		    !is_same_post(asking, holders, post))
			continue;
		if (!mb_search_post_dates(asking->search, post, &from, &to,
		                          error))
			return FALSE;
		if (from != 0 &&
		    (holders->from_ymd == 0 || from < holders->from_ymd))
			holders->from_ymd = from;
		holders->to_ymd = MAX(holders->to_ymd, to);
	}
	return TRUE;
}

/* Does somebody else hold the post at the time: in the council; in any, when
 * @council is not known? */
static gboolean
is_shared(struct asking *asking, const struct holders *holders,
          const char *council, gboolean *shared, GError **error)
{
	*shared = FALSE;
	for (guint i = 0; i < asking->posts->len && !*shared; i++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(asking->posts, i);
		guint32 from, to;

		if (*post->name == '\0' ||
		    g_hash_table_contains(holders->names, post->name) ||
		    !is_same_post(asking, holders, post) ||
		    (*council != '\0' &&
		     strcmp(council_key(asking, post->council), council) != 0))
			continue;
		if (!mb_search_post_dates(asking->search, post, &from, &to,
		                          error))
			return FALSE;
		*shared = from == 0 ||
		          (from <= holders->to_ymd && to >= holders->from_ymd);
	}
	return TRUE;
}

/* Do some items print the post of @holders and tell nobody with it?  A paper
 * without a council's name may be of any. */
static gboolean
is_untold(struct asking *asking, const struct holders *holders,
          const struct mb_post_of *post)
{
	const char *council;

	if (*post->name != '\0' || !is_same_post(asking, holders, post))
		return FALSE;
	council = council_key(asking, post->council);
	return *council == '\0' || strcmp(council, holders->council) == 0;
}

static gboolean
is_ever_untold(struct asking *asking, const struct holders *holders)
{
	for (guint i = 0; i < asking->posts->len; i++)
		if (is_untold(asking, holders,
		              g_ptr_array_index(asking->posts, i)))
			return TRUE;
	return FALSE;
}

/* Add the items that print the post of @holders and tell nobody with it, at the
 * time. */
static gboolean
add_post(struct asking *asking, const struct holders *holders, GError **error)
{
	for (guint i = 0; i < asking->posts->len; i++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(asking->posts, i);
		gboolean shared;

		if (!is_untold(asking, holders, post))
			continue;
		if (!is_shared(asking, holders,
		               council_key(asking, post->council), &shared,
		               error))
			return FALSE;
		if (!shared)
			add(asking,
			    mb_query_filter(
				mb_query_post(post->council, post->role, NULL),
				mb_query_dates(holders->from_ymd,
			                       holders->to_ymd)));
	}
	return TRUE;
}

static gboolean
add_posts(struct asking *asking, const char *council, GHashTable *names,
          GError **error)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	if (asking->posts == NULL)
		asking->posts = mb_search_posts(asking->search, error);
	if (asking->posts == NULL)
		return FALSE;
	for (guint i = 0; i < asking->posts->len; i++) {
		const struct mb_post_of *post =
		    g_ptr_array_index(asking->posts, i);
		struct holders holders = { .council = council, .names = names };

		if (!is_theirs(asking, &holders, post))
			continue;
		holders.post = role_key(asking, post->role);
		/* To read from when to when goes along long lists. */
		if (mb_post_is_vague(holders.post) ||
		    !g_hash_table_add(seen, holders.post->key) ||
		    !is_ever_untold(asking, &holders))
			continue;
		if (!read_tenure(asking, &holders, error))
			return FALSE;
		if (holders.from_ymd != 0 && !add_post(asking, &holders, error))
			return FALSE;
	}
	return TRUE;
}

/* --- the name in the text ------------------------------------------------ */

/* Is some member of the council called so? */
static gboolean
is_member_too(struct asking *asking, const char *council,
              const struct mb_called *form, gboolean *is, GError **error)
{
	g_autoptr(GPtrArray) members =
	    mb_search_people(asking->search, MB_STANDING_MEMBER, error);

	*is = FALSE;
	for (guint i = 0; members != NULL && i < members->len && !*is; i++) {
		const struct mb_named_in *named = g_ptr_array_index(members, i);
		g_autofree char *key = mb_council_key(named->council);
		g_autoptr(mb_called) called = strcmp(key, council) == 0
		                                  ? mb_called_new(named->name)
		                                  : NULL;

		*is = called != NULL && mb_called_agree(called, form);
	}
	return members != NULL;
}

/* @query without the items of another council than @council; an item without a
 * council's name may be of any.  Takes @query over; NULL on error. */
static struct mb_query *
not_elsewhere(struct asking *asking, struct mb_query *query,
              const char *council, GError **error)
{
	g_autoptr(GPtrArray) found = mb_search_facet(
	    asking->search, query, MB_FIELD_COUNCIL, NULL, error);

	if (found == NULL) {
		mb_query_free(query);
		return NULL;
	}
	for (guint i = 0; i < found->len; i++) {
		const struct mb_facet *facet = g_ptr_array_index(found, i);
		g_autofree char *key = mb_council_key(facet->value);

		if (strcmp(key, council) != 0)
			query = mb_query_join(MB_JOIN_NOT, query,
			                      mb_query_phrase(asking->search,
			                                      MB_FIELD_COUNCIL,
			                                      facet->value),
			                      NULL);
	}
	return query;
}

/* "The Members congratulated Anne Goggin": a paper that does not tell who she
 * is.  First name and surname are enough in the council whose officer she is,
 * unless a member may be called so. */
static gboolean
add_text(struct asking *asking, const char *council,
         const struct mb_called *form, GError **error)
{
	struct mb_query *query;
	gboolean member;

	if (*council == '\0' || !mb_called_is_full(form))
		return TRUE;
	if (!is_member_too(asking, council, form, &member, error))
		return FALSE;
	if (member)
		return TRUE;
	query = not_elsewhere(
	    asking, mb_query_phrase(asking->search, MB_FIELD_ANY, form->key),
	    council, error);
	if (query == NULL)
		return FALSE;
	add(asking, query);
	return TRUE;
}

/* --- the question --------------------------------------------------------- */

/* Add the items that have those of @forms that are meant. */
static gboolean
add_forms(struct asking *asking, const char *council, const GPtrArray *forms,
          GError **error)
{
	g_autoptr(GHashTable) names = names_meant(asking, forms);

	for (guint i = 0; i < forms->len; i++) {
		const struct form *form = g_ptr_array_index(forms, i);

		if (g_hash_table_contains(names, form->named->name))
			add(asking,
			    mb_query_person(asking->side, form->named->council,
			                    form->named->name));
	}
	if (asking->side != MB_STANDING_OFFICER ||
	    g_hash_table_size(names) == 0)
		return TRUE;
	/* "L Moloney" is also who another paper congratulates as Liz Moloney.
	 */
	for (guint i = 0; i < forms->len; i++) {
		const struct form *form = g_ptr_array_index(forms, i);

		if (g_hash_table_contains(names, form->named->name) &&
		    !add_text(asking, council, form->called, error))
			return FALSE;
	}
	return add_posts(asking, council, names, error) &&
	       add_text(asking, council, asking->called, error);
}

static gboolean
add_all(struct asking *asking, GError **error)
{
	g_autoptr(GHashTable) councils = NULL;
	GHashTableIter iter;
	gpointer council, forms;

	asking->people = mb_search_people(asking->search, asking->side, error);
	if (asking->people == NULL)
		return FALSE;
	councils = forms_by_council(asking);
	g_hash_table_iter_init(&iter, councils);
	while (g_hash_table_iter_next(&iter, &council, &forms))
		if (!add_forms(asking, council, forms, error))
			return FALSE;
	return TRUE;
}

static void
asking_clear(struct asking *asking)
{
	mb_called_free(asking->called);
	g_clear_pointer(&asking->people, g_ptr_array_unref);
	g_clear_pointer(&asking->posts, g_ptr_array_unref);
	g_hash_table_unref(asking->councils);
	g_hash_table_unref(asking->roles);
}

struct mb_query *
mb_people_asked(struct mb_search *search, enum mb_standing side,
                const char *name, GError **error)
{
	struct asking asking = {
		.search = search,
		.side = side,
		.called = mb_called_new(name),
		.councils = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
		                                  g_free),
		.roles = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
		                               post_key_free),
	};
	gboolean good = asking.called == NULL || add_all(&asking, error);

	asking_clear(&asking);
	if (!good) {
		mb_query_free(asking.query);
		return NULL;
	}
	return asking.query != NULL ? asking.query : mb_query_nothing();
}
