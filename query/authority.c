#include "query/authority.h"

#include <string.h>

#include "query/authority-parts.h"
#include "query/body-names.h"

static void
body_free(gpointer data)
{
	struct body *body = data;

	g_free(body->key);
	g_hash_table_unref(body->names);
	g_free(body);
}

static void
role_free(gpointer data)
{
	struct role *role = data;

	g_free(role->name);
	mb_post_key_free(role->post);
	g_free(role);
}

static void
called_free(gpointer called)
{
	mb_called_free(called);
}

static void
form_free(gpointer data)
{
	struct form *form = data;

	g_hash_table_unref(form->names);
	g_array_unref(form->showings);
	g_clear_pointer(&form->apart, g_hash_table_unref);
	g_free(form);
}

static void
forget(struct mb_authority *authority)
{
	g_clear_pointer(&authority->people, g_ptr_array_unref);
	g_hash_table_remove_all(authority->forms);
	g_hash_table_remove_all(authority->called);
	g_hash_table_remove_all(authority->meetings);
	g_hash_table_remove_all(authority->roles);
	g_hash_table_remove_all(authority->councils);
	g_hash_table_remove_all(authority->committees);
	g_hash_table_remove_all(authority->bodies);
	g_clear_error(&authority->error);
}

struct mb_authority *
mb_authority_new(void)
{
	struct mb_authority *authority = g_new0(struct mb_authority, 1);

	authority->councils =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	authority->committees =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	authority->bodies =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, body_free);
	authority->meetings =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	authority->roles =
	    g_hash_table_new_full(g_str_hash, g_str_equal, NULL, role_free);
	authority->called =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, called_free);
	authority->forms =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, form_free);
	return authority;
}

void
mb_authority_free(struct mb_authority *authority)
{
	if (authority == NULL)
		return;
	forget(authority);
	g_hash_table_unref(authority->forms);
	g_hash_table_unref(authority->called);
	g_hash_table_unref(authority->meetings);
	g_hash_table_unref(authority->roles);
	g_hash_table_unref(authority->councils);
	g_hash_table_unref(authority->committees);
	g_hash_table_unref(authority->bodies);
	g_free(authority);
}

/* --- names that are counted ---------------------------------------------- */

static void
count_name(GHashTable *counts, const char *name, guint n_times)
{
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, name));

	g_hash_table_insert(counts, g_strdup(name),
	                    GUINT_TO_POINTER(n + n_times));
}

static int
by_count(gconstpointer a, gconstpointer b, gpointer data)
{
	const char *left = *(const char *const *)a;
	const char *right = *(const char *const *)b;
	guint n_left = GPOINTER_TO_UINT(g_hash_table_lookup(data, left));
	guint n_right = GPOINTER_TO_UINT(g_hash_table_lookup(data, right));

	if (n_left != n_right)
		return n_left > n_right ? -1 : 1;
	return strcmp(left, right);
}

GPtrArray *
mb_authority_by_count(GHashTable *counts)
{
	GPtrArray *names = g_ptr_array_new();
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, counts);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_ptr_array_add(names, name);
	g_ptr_array_sort_with_data(names, by_count, counts);
	return names;
}

const char *
mb_authority_commonest(GHashTable *counts)
{
	g_autoptr(GPtrArray) names = mb_authority_by_count(counts);

	return names->len > 0 ? names->pdata[0] : "";
}

GPtrArray *
mb_authority_names(const struct body *body)
{
	GPtrArray *names = mb_authority_by_count(body->names);

	/* Also where some papers print a name that tells no place. */
	if (*body->key == '\0')
		g_ptr_array_add(names, NULL);
	return names;
}

/* --- taking in ------------------------------------------------------------ */

static struct body *
body_keyed(struct mb_authority *authority, char kind, const char *name)
{
	g_autofree char *key =
	    kind == 'c' ? mb_council_key(name) : mb_body_fold(name);
	g_autofree char *place = g_strdup_printf("%c/%s", kind, key);
	struct body *body = g_hash_table_lookup(authority->bodies, place);

	if (body == NULL) {
		body = g_new0(struct body, 1);
		body->key = g_steal_pointer(&key);
		body->names = g_hash_table_new_full(g_str_hash, g_str_equal,
		                                    g_free, NULL);
		g_hash_table_insert(authority->bodies, g_steal_pointer(&place),
		                    body);
	}
	return body;
}

/* The body that goes by @name, which is met so many times; NULL for an unknown
 * one.  The same names come again and again, and are folded once. */
static struct body *
body_of(struct mb_authority *authority, char kind, const char *name,
        guint n_times)
{
	GHashTable *printed =
	    kind == 'c' ? authority->councils : authority->committees;
	const char *place = name != NULL ? name : "";
	struct body *body = g_hash_table_lookup(printed, place);

	if (body == NULL) {
		body = body_keyed(authority, kind, name);
		g_hash_table_insert(printed, g_strdup(place), body);
	}
	if (name != NULL && n_times > 0)
		count_name(body->names, name, n_times);
	return body;
}

/* The meeting of that day, which so many sittings are of. */
static struct meeting *
meeting_of(struct mb_authority *authority, const char *of_council,
           const char *of_committee, guint32 date_ymd, guint n_times)
{
	struct body *council = body_of(authority, 'c', of_council, n_times);
	struct body *committee = body_of(authority, 'm', of_committee, n_times);
	g_autofree char *place = g_strdup_printf("%u\n%s\n%s", date_ymd,
	                                         council->key, committee->key);
	struct meeting *meeting =
	    g_hash_table_lookup(authority->meetings, place);

	if (meeting != NULL)
		return meeting;
	meeting = g_new0(struct meeting, 1);
	meeting->council = council;
	meeting->committee = committee;
	meeting->date_ymd = date_ymd;
	g_hash_table_insert(authority->meetings, g_steal_pointer(&place),
	                    meeting);
	return meeting;
}

static const struct role *
role_of(struct mb_authority *authority, const char *name)
{
	struct role *role;

	if (name == NULL)
		return NULL;
	role = g_hash_table_lookup(authority->roles, name);
	if (role == NULL) {
		role = g_new0(struct role, 1);
		role->name = g_strdup(name);
		role->post = mb_post_key_new(name);
		g_hash_table_insert(authority->roles, role->name, role);
	}
	return role;
}

/* What @name calls somebody; NULL for what is no name.  The same names stand in
 * list after list, and are cut into words once. */
static const struct mb_called *
called_of(struct mb_authority *authority, const char *name)
{
	gpointer called;

	if (!g_hash_table_lookup_extended(authority->called, name, NULL,
	                                  &called)) {
		called = mb_called_new(name);
		g_hash_table_insert(authority->called, g_strdup(name), called);
	}
	return called;
}

/* The form that @name is, met so many times; NULL for none: a post alone, or
 * words that are no name. */
static struct form *
form_of(struct mb_authority *authority, struct body *council,
        enum mb_standing side, const char *name, guint n_times)
{
	const struct mb_called *called =
	    name != NULL ? called_of(authority, name) : NULL;
	g_autofree char *place = NULL;
	struct form *form;

	if (called == NULL)
		return NULL;
	place = g_strdup_printf("%u\n%s\n%s", side, council->key, called->key);
	form = g_hash_table_lookup(authority->forms, place);
	if (form == NULL) {
		form = g_new0(struct form, 1);
		form->called = called;
		form->council = council;
		form->side = side;
		form->names = g_hash_table_new_full(g_str_hash, g_str_equal,
		                                    g_free, NULL);
		form->showings =
		    g_array_new(FALSE, FALSE, sizeof(struct showing));
		g_hash_table_insert(authority->forms, g_steal_pointer(&place),
		                    form);
	}
	if (n_times > 0)
		count_name(form->names, name, n_times);
	return form;
}

static void
add_apart(struct form *form, struct form *other)
{
	if (form->apart == NULL)
		form->apart = g_hash_table_new(NULL, NULL);
	g_hash_table_add(form->apart, other);
}

/* They stand in one list. */
static void
set_apart(struct form *a, struct form *b)
{
	if (a == b)
		return;
	add_apart(a, b);
	add_apart(b, a);
}

/* A list names everybody once. */
static void
part_listed(GPtrArray *listed)
{
	for (guint i = 0; i < listed->len; i++) {
		for (guint k = 0; k < i; k++) {
			struct form *a = listed->pdata[i];
			struct form *b = listed->pdata[k];

			if (mb_called_agree(a->called, b->called))
				set_apart(a, b);
		}
	}
}

static void
add_sitting(struct mb_authority *authority, const struct mb_sitting *sitting)
{
	struct meeting *meeting =
	    meeting_of(authority, sitting->council, sitting->committee,
	               sitting->date_ymd, 1);
	g_autoptr(GHashTable) listed = g_hash_table_new_full(
	    g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
	GHashTableIter iter;
	gpointer forms;

	if (mb_sitting_n_items(sitting) > 0)
		meeting->has_items = TRUE;
	for (guint i = 0; i < sitting->people->len; i++) {
		const struct mb_named *named = sitting->people->pdata[i];
		struct form *form = form_of(authority, meeting->council,
		                            named->standing, named->name, 1);
		struct showing showing = {
			.meeting = meeting,
			.role = role_of(authority, named->role),
			.presence = named->presence,
			.n_times = 1,
		};
		const char *last;

		if (form == NULL)
			continue;
		g_array_append_val(form->showings, showing);
		if (named->presence == MB_PRESENCE_UNKNOWN)
			continue;
		last = mb_called_last(form->called);
		forms = g_hash_table_lookup(listed, last);
		if (forms == NULL) {
			forms = g_ptr_array_new();
			g_hash_table_insert(listed, (gpointer)last, forms);
		}
		g_ptr_array_add(forms, form);
	}
	g_hash_table_iter_init(&iter, listed);
	while (g_hash_table_iter_next(&iter, NULL, &forms))
		part_listed(forms);
}

void
mb_authority_add(struct mb_authority *authority, const GPtrArray *sittings)
{
	g_clear_pointer(&authority->people, g_ptr_array_unref);
	for (guint i = 0; i < sittings->len; i++)
		add_sitting(authority, g_ptr_array_index(sittings, i));
}

static void
take_paper(const struct mb_paper_state *paper, gpointer data)
{
	struct mb_authority *authority = data;
	g_autoptr(GPtrArray) sittings = NULL;

	if (paper == NULL)
		forget(authority);
	if (paper == NULL || authority->error != NULL)
		return;
	sittings =
	    mb_sittings_from_json(paper->sittings, TRUE, &authority->error);
	if (sittings != NULL)
		mb_authority_add(authority, sittings);
	else
		g_prefix_error(&authority->error, "%s: ", paper->path);
}

gboolean
mb_authority_read(struct mb_authority *authority, struct mb_answer *answer,
                  GError **error)
{
	if (!mb_answer_papers(answer, take_paper, authority, error))
		return FALSE;
	if (authority->error == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&authority->error));
	return FALSE;
}

/* --- taking in names alone ------------------------------------------------ */

static void
add_naming(struct mb_authority *authority, const struct mb_naming *naming)
{
	struct meeting *meeting =
	    meeting_of(authority, naming->council, naming->committee, 0, 0);
	struct form *form =
	    form_of(authority, meeting->council, naming->standing, naming->name,
	            naming->n_papers);
	const struct showing showing = {
		.meeting = meeting,
		.role = role_of(authority, naming->role),
		.n_times = naming->n_papers,
	};

	if (form != NULL)
		g_array_append_val(form->showings, showing);
}

/* Both are also named by themselves. */
static void
part_naming(struct mb_authority *authority, const struct mb_naming *naming)
{
	struct body *council = body_of(authority, 'c', naming->council, 0);
	struct form *form =
	    form_of(authority, council, naming->standing, naming->name, 0);
	struct form *other = form_of(authority, council, naming->other_standing,
	                             naming->other, 0);

	if (form != NULL && other != NULL)
		set_apart(form, other);
}

void
mb_authority_add_naming(struct mb_authority *authority,
                        const struct mb_naming *naming)
{
	g_clear_pointer(&authority->people, g_ptr_array_unref);
	if (naming->name == NULL)
		meeting_of(authority, naming->council, naming->committee, 0,
		           naming->n_papers);
	else if (naming->other == NULL)
		add_naming(authority, naming);
	else
		part_naming(authority, naming);
}

static void
take_naming(const struct mb_naming *naming, gpointer authority)
{
	if (naming == NULL)
		forget(authority);
	else
		mb_authority_add_naming(authority, naming);
}

static gboolean
walk_namings(struct mb_search *search, gpointer authority, GError **error)
{
	return mb_namings_walk(search, take_naming, authority, error);
}

gboolean
mb_authority_read_names(struct mb_authority *authority,
                        struct mb_answer *answer, GError **error)
{
	return mb_answer_use(answer, walk_namings, authority, error);
}
