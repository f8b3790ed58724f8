/* What is told of each person: names, committees, meetings; and of whom. */
#include <string.h>

#include "query/authority-parts.h"
#include "query/body-names.h"
#include "shim/words.h"

static void
seat_free(gpointer data)
{
	struct mb_seat *seat = data;

	g_free(seat->committee);
	g_free(seat);
}

static void
known_free(gpointer data)
{
	struct mb_known *known = data;

	g_free(known->name);
	g_free(known->surname);
	g_free(known->council);
	g_ptr_array_unref(known->forms);
	g_ptr_array_unref(known->posts);
	g_ptr_array_unref(known->seats);
	g_ptr_array_unref(known->perhaps);
	mb_query_free(known->items);
	g_free(known);
}

/* --- what is in the scope ------------------------------------------------ */

/* The words of @text, each between two spaces.  Transfer full. */
static char *
spaced(const char *text)
{
	g_autoptr(mb_words) words = mb_words_new(text, -1);
	GString *out = g_string_new(" ");
	struct mb_word word;

	while (mb_words_next(words, &word))
		g_string_append_printf(out, "%s ", word.folded);
	return g_string_free(out, FALSE);
}

/* Some form of @body's name has the words of @text, one after the other. */
static gboolean
body_has(const struct body *body, const char *text)
{
	g_autofree char *asked = spaced(text);
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, body->names);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		g_autofree char *words = spaced(name);

		if (strstr(words, asked) != NULL)
			return TRUE;
	}
	return FALSE;
}

static gboolean
in_dates(const struct view *view, guint32 date_ymd)
{
	const struct mb_scope *scope = view->scope;

	return (scope->from_ymd == 0 || date_ymd >= scope->from_ymd) &&
	       (scope->to_ymd == 0 ||
	        (date_ymd != 0 && date_ymd <= scope->to_ymd));
}

gboolean
mb_authority_in_view(const struct view *view, const struct meeting *meeting)
{
	return in_dates(view, meeting->date_ymd) &&
	       (view->committees == NULL ||
	        g_hash_table_contains(view->committees, meeting->committee));
}

static GHashTable *
committees_in(const struct mb_authority *authority, const char *text)
{
	GHashTable *bodies;
	GHashTableIter iter;
	gpointer place, body;

	if (text == NULL)
		return NULL;
	bodies = g_hash_table_new(NULL, NULL);
	g_hash_table_iter_init(&iter, authority->bodies);
	while (g_hash_table_iter_next(&iter, &place, &body))
		if (g_str_has_prefix(place, "m/") && body_has(body, text))
			g_hash_table_add(bodies, body);
	return bodies;
}

/* --- people's names ------------------------------------------------------ */

static void
fill_name(struct mb_known *known, const struct person *person)
{
	g_autoptr(GPtrArray) names = mb_authority_printed(person);
	const struct form *form;

	for (guint i = 0; i < names->len; i++)
		g_ptr_array_add(known->forms, g_strdup(names->pdata[i]));
	known->name = g_strdup(mb_authority_best_name(person, names, &form));
	known->surname =
	    g_strjoinv(" ", form->called->words + (form->called->n_words -
	                                           form->called->n_surname));
}

/* --- meetings and committees --------------------------------------------- */

/* A meeting that several papers tell of is one: who is present in any of them
 * was there. */
static GHashTable *
meetings_of(const struct person *person, const struct view *view)
{
	GHashTable *meetings = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < person->forms->len; i++) {
		const GArray *showings =
		    ((struct form *)person->forms->pdata[i])->showings;

		for (guint k = 0; k < showings->len; k++) {
			const struct showing *s =
			    &g_array_index(showings, struct showing, k);
			gpointer was = NULL;
			gboolean known = g_hash_table_lookup_extended(
			    meetings, s->meeting, NULL, &was);

			if (!mb_authority_in_view(view, s->meeting))
				continue;
			if (!known || s->presence == MB_PRESENCE_PRESENT ||
			    GPOINTER_TO_UINT(was) == MB_PRESENCE_UNKNOWN)
				g_hash_table_insert(
				    meetings, (gpointer)s->meeting,
				    GUINT_TO_POINTER(s->presence));
		}
	}
	return meetings;
}

static int
by_committee(gconstpointer a, gconstpointer b)
{
	const struct mb_seat *left = *(const struct mb_seat *const *)a;
	const struct mb_seat *right = *(const struct mb_seat *const *)b;

	return strcmp(left->committee, right->committee);
}

static struct mb_seat *
seat_at(struct mb_known *known, GHashTable *seats, const struct body *committee)
{
	struct mb_seat *seat = g_hash_table_lookup(seats, committee);

	if (seat == NULL) {
		seat = g_new0(struct mb_seat, 1);
		seat->committee =
		    g_strdup(mb_authority_commonest(committee->names));
		g_ptr_array_add(known->seats, seat);
		g_hash_table_insert(seats, (gpointer)committee, seat);
	}
	return seat;
}

static void
fill_seats(struct mb_known *known, const struct person *person,
           const struct view *view)
{
	g_autoptr(GHashTable) meetings = meetings_of(person, view);
	g_autoptr(GHashTable) seats = g_hash_table_new(NULL, NULL);
	GHashTableIter iter;
	gpointer key, presence;

	g_hash_table_iter_init(&iter, meetings);
	while (g_hash_table_iter_next(&iter, &key, &presence)) {
		const struct meeting *m = key;
		struct mb_seat *seat = seat_at(known, seats, m->committee);

		seat->n_meetings++;
		if (GPOINTER_TO_UINT(presence) == MB_PRESENCE_PRESENT)
			seat->n_present++;
		if (GPOINTER_TO_UINT(presence) == MB_PRESENCE_APOLOGIES)
			seat->n_apologies++;
		mb_authority_widen(&seat->from_ymd, &seat->to_ymd, m->date_ymd);
		mb_authority_widen(&known->from_ymd, &known->to_ymd,
		                   m->date_ymd);
	}
	g_ptr_array_sort(known->seats, by_committee);
}

/* --- people -------------------------------------------------------------- */

/* Where papers show them most, if they are somebody there. */
static enum mb_standing
side_of(const struct person *person)
{
	guint n[MB_STANDING_OTHER + 1] = { 0 };

	for (guint i = 0; i < person->forms->len; i++) {
		const struct form *form = person->forms->pdata[i];

		for (guint k = 0; k < form->showings->len; k++)
			n[form->side] +=
			    g_array_index(form->showings, struct showing, k)
				.n_times;
	}
	if (n[MB_STANDING_MEMBER] + n[MB_STANDING_OFFICER] == 0)
		return MB_STANDING_OTHER;
	return n[MB_STANDING_OFFICER] > n[MB_STANDING_MEMBER]
	           ? MB_STANDING_OFFICER
	           : MB_STANDING_MEMBER;
}

/* What is told of @person; NULL when nothing of it is in view. */
static struct mb_known *
tell(const struct person *person, const struct view *view)
{
	struct mb_known *known = g_new0(struct mb_known, 1);

	known->council = g_strdup(mb_authority_council_of(person));
	known->side = side_of(person);
	known->forms = g_ptr_array_new_with_free_func(g_free);
	known->posts = mb_authority_posts_new();
	known->seats = g_ptr_array_new_with_free_func(seat_free);
	known->perhaps = g_ptr_array_new_with_free_func(g_free);
	fill_seats(known, person, view);
	if (known->seats->len == 0) {
		known_free(known);
		return NULL;
	}
	fill_name(known, person);
	mb_authority_fill_posts(known, person, view);
	known->items = mb_authority_items_of(person, view);
	return known;
}

static int
by_surname(gconstpointer a, gconstpointer b)
{
	const struct mb_known *left = *(const struct mb_known *const *)a;
	const struct mb_known *right = *(const struct mb_known *const *)b;
	int order = strcmp(left->surname, right->surname);

	if (order == 0)
		order = strcmp(left->name, right->name);
	if (order == 0)
		order = strcmp(left->council, right->council);
	if (order == 0)
		order = (int)left->side - (int)right->side;
	/* Two of one name, whom the papers keep apart. */
	if (order == 0 && left->from_ymd != right->from_ymd)
		order = left->from_ymd < right->from_ymd ? -1 : 1;
	return order;
}

static int
by_letters(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* @told: struct person -> struct mb_known. */
static void
fill_perhaps(GHashTable *told)
{
	GHashTableIter iter;
	gpointer one, is;

	g_hash_table_iter_init(&iter, told);
	while (g_hash_table_iter_next(&iter, &one, &is)) {
		const struct person *person = one;
		struct mb_known *known = is;

		for (guint i = 0; i < person->perhaps->len; i++) {
			const struct mb_known *other = g_hash_table_lookup(
			    told, person->perhaps->pdata[i]);

			if (other != NULL)
				g_ptr_array_add(known->perhaps,
				                g_strdup(other->name));
		}
		g_ptr_array_sort(known->perhaps, by_letters);
	}
}

/* Whether the words of @phrase follow one another in @name. */
static gboolean
has_phrase(const char *name, const char *phrase)
{
	g_autofree char *words = mb_body_fold(name);
	g_autofree char *asked = mb_body_fold(phrase);
	g_autofree char *all = g_strdup_printf(" %s ", words);
	g_autofree char *part = g_strdup_printf(" %s ", asked);

	return strstr(all, part) != NULL;
}

/* "Service Director Children's Social Care" has all words of "director of
 * children's services", but not as a phrase. */
static gboolean
has_role(const struct mb_known *known, const struct mb_scope *scope)
{
	g_autoptr(mb_post_key) asked = mb_post_key_new(scope->role);

	for (guint i = 0; i < known->posts->len; i++) {
		const struct mb_held *held = known->posts->pdata[i];
		g_autoptr(mb_post_key) post = mb_post_key_new(held->name);

		if (scope->role_is_phrase ? has_phrase(held->name, scope->role)
		                          : mb_post_has(post, asked))
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_called(const struct person *person, const struct mb_called *called)
{
	for (guint i = 0; i < person->forms->len; i++) {
		const struct form *form = person->forms->pdata[i];

		if (mb_called_agree(form->called, called))
			return TRUE;
	}
	return FALSE;
}

/* Every word that was typed stands in one form: a first name alone, or words
 * in another order. */
static gboolean
has_name_words(const struct person *person, const struct mb_called *called)
{
	for (guint i = 0; i < person->forms->len; i++) {
		const struct form *form = person->forms->pdata[i];
		guint n = 0;

		while (n < called->n_words &&
		       g_strv_contains((const char *const *)form->called->words,
		                       called->words[n]))
			n++;
		if (n == called->n_words)
			return TRUE;
	}
	return FALSE;
}

/* Move to @people those of @told that the scope's @called means, in the order
 * of @everybody, which is the same each time. */
static void
choose(GPtrArray *people, const GPtrArray *everybody, GHashTable *told,
       const struct mb_scope *scope, const struct mb_called *called,
       gboolean (*means)(const struct person *person,
                         const struct mb_called *called))
{
	for (guint i = 0; i < everybody->len; i++) {
		struct person *person = everybody->pdata[i];
		const struct form *form = person->forms->pdata[0];
		struct mb_known *known = g_hash_table_lookup(told, person);

		if (known == NULL ||
		    (called != NULL && !means(person, called)) ||
		    (scope->council != NULL &&
		     !body_has(form->home, scope->council)) ||
		    (scope->role != NULL && !has_role(known, scope)))
			continue;
		g_ptr_array_add(people, known);
		g_hash_table_steal(told, person);
	}
}

/* Everybody of whom something is in view, those who follow one another set. */
static GHashTable *
tell_all(const struct mb_authority *authority, const struct view *view)
{
	GHashTable *told = g_hash_table_new_full(NULL, NULL, NULL, known_free);
	g_autoptr(GPtrArray) everybody = g_ptr_array_new();

	for (guint i = 0; i < authority->people->len; i++) {
		struct person *person = authority->people->pdata[i];
		struct mb_known *known = tell(person, view);

		if (known == NULL)
			continue;
		g_hash_table_insert(told, person, known);
		g_ptr_array_add(everybody, known);
	}
	mb_authority_find_next(everybody);
	fill_perhaps(told);
	return told;
}

GPtrArray *
mb_authority_people(struct mb_authority *authority,
                    const struct mb_scope *scope)
{
	g_autoptr(GHashTable) committees =
	    committees_in(authority, scope->committee);
	const struct view view = { scope, committees };
	GPtrArray *people = g_ptr_array_new_with_free_func(known_free);
	g_autoptr(GHashTable) told = NULL;
	g_autoptr(mb_called) called = NULL;

	if (authority->people == NULL)
		mb_authority_join(authority);
	if (scope->name != NULL) {
		called = mb_called_new(scope->name);
		if (called == NULL)
			return people;
	}
	told = tell_all(authority, &view);
	choose(people, authority->people, told, scope, called, is_called);
	if (people->len == 0 && called != NULL)
		choose(people, authority->people, told, scope, called,
		       has_name_words);
	g_ptr_array_sort(people, by_surname);
	return people;
}
