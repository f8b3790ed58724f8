/* What is told of each person: posts, committees, meetings, items. */
#include <string.h>

#include "query/authority-parts.h"
#include "query/body-names.h"
#include "shim/words.h"

static void
held_free(gpointer data)
{
	struct mb_held *held = data;

	g_free(held->name);
	g_free(held->next);
	g_free(held);
}

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

/* --- what is in the scope --------------------------------------------------
 */

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

/* What the scope comes to for the papers at hand. */
struct view {
	const struct mb_scope *scope;
	GHashTable *committees; /* of struct body; NULL: all */
};

static gboolean
in_dates(const struct view *view, guint32 date_ymd)
{
	const struct mb_scope *scope = view->scope;

	return (scope->from_ymd == 0 || date_ymd >= scope->from_ymd) &&
	       (scope->to_ymd == 0 ||
	        (date_ymd != 0 && date_ymd <= scope->to_ymd));
}

static gboolean
in_view(const struct view *view, const struct meeting *meeting)
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

/* --- names ------------------------------------------------------------------
 */

/* How well @name will do to call somebody by. */
static guint
fitness(const struct form *form, const char *name)
{
	return 2 * mb_called_telling(form->called) +
	       (mb_called_has_small_letters(name) ? 1 : 0);
}

/* Every form as printed, counted over all that @person is called. */
static GHashTable *
printed_names(const struct person *person)
{
	GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);

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
	return names;
}

static void
fill_name(struct mb_known *known, const struct person *person)
{
	g_autoptr(GHashTable) names = printed_names(person);
	g_autoptr(GPtrArray) ordered = mb_authority_by_count(names);
	guint best = 0;

	for (guint i = 0; i < ordered->len; i++) {
		const char *name = ordered->pdata[i];
		const struct form *form = NULL;

		for (guint k = 0; k < person->forms->len; k++) {
			form = person->forms->pdata[k];
			if (g_hash_table_contains(form->names, name))
				break;
		}
		g_ptr_array_add(known->forms, g_strdup(name));
		if (known->name == NULL || fitness(form, name) > best) {
			const struct mb_called *c = form->called;

			best = fitness(form, name);
			g_free(known->name);
			known->name = g_strdup(name);
			g_free(known->surname);
			known->surname = g_strjoinv(
			    " ", c->words + (c->n_words - c->n_surname));
		}
	}
}

/* --- meetings and committees ------------------------------------------------
 */

static void
widen(guint32 *from_ymd, guint32 *to_ymd, guint32 date_ymd)
{
	if (date_ymd == 0)
		return;
	if (*from_ymd == 0 || date_ymd < *from_ymd)
		*from_ymd = date_ymd;
	*to_ymd = MAX(*to_ymd, date_ymd);
}

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

			if (!in_view(view, s->meeting))
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
		widen(&seat->from_ymd, &seat->to_ymd, m->date_ymd);
		widen(&known->from_ymd, &known->to_ymd, m->date_ymd);
	}
	g_ptr_array_sort(known->seats, by_committee);
}

/* --- posts ------------------------------------------------------------------
 */

/* A post under the forms of its name. */
struct duty {
	const struct mb_post_key *post;
	GHashTable *names; /* as printed -> how often */
	guint32 from_ymd, to_ymd;
	struct duty *longer; /* of which this is short for */
};

static void
duty_free(gpointer data)
{
	struct duty *duty = data;

	g_hash_table_unref(duty->names);
	g_free(duty);
}

static void
add_duty(GHashTable *duties, const struct showing *s)
{
	struct duty *duty = g_hash_table_lookup(duties, s->role->post->key);
	gpointer n;

	if (duty == NULL) {
		duty = g_new0(struct duty, 1);
		duty->post = s->role->post;
		duty->names = g_hash_table_new(g_str_hash, g_str_equal);
		g_hash_table_insert(duties, duty->post->key, duty);
	}
	n = g_hash_table_lookup(duty->names, s->role->name);
	g_hash_table_insert(duty->names, s->role->name,
	                    GUINT_TO_POINTER(GPOINTER_TO_UINT(n) + 1));
	widen(&duty->from_ymd, &duty->to_ymd, s->meeting->date_ymd);
}

static GHashTable *
duties_of(const struct person *person, const struct view *view)
{
	GHashTable *duties =
	    g_hash_table_new_full(g_str_hash, g_str_equal, NULL, duty_free);

	for (guint i = 0; i < person->forms->len; i++) {
		const GArray *showings =
		    ((struct form *)person->forms->pdata[i])->showings;

		for (guint k = 0; k < showings->len; k++) {
			const struct showing *s =
			    &g_array_index(showings, struct showing, k);

			if (s->role != NULL && in_view(view, s->meeting))
				add_duty(duties, s);
		}
	}
	return duties;
}

/* "Director" is short for "Director of Public Health" when that is the only
 * one of the person's posts that it can be short for. */
static void
find_longer(GHashTable *duties)
{
	GHashTableIter one, other;
	gpointer a, b;

	if (g_hash_table_size(duties) > MB_AUTHORITY_MAX_FORMS)
		return;
	g_hash_table_iter_init(&one, duties);
	while (g_hash_table_iter_next(&one, NULL, &a)) {
		struct duty *few = a;
		guint n = 0;

		g_hash_table_iter_init(&other, duties);
		while (g_hash_table_iter_next(&other, NULL, &b)) {
			struct duty *many = b;

			if (!mb_post_is_short(few->post, many->post))
				continue;
			few->longer = many;
			n++;
		}
		if (n != 1)
			few->longer = NULL;
	}
}

static int
by_start(gconstpointer a, gconstpointer b)
{
	const struct mb_held *left = *(const struct mb_held *const *)a;
	const struct mb_held *right = *(const struct mb_held *const *)b;

	if (left->from_ymd != right->from_ymd)
		return left->from_ymd < right->from_ymd ? -1 : 1;
	if (left->to_ymd != right->to_ymd)
		return left->to_ymd < right->to_ymd ? -1 : 1;
	return strcmp(left->name, right->name);
}

static void
fill_posts(struct mb_known *known, const struct person *person,
           const struct view *view)
{
	g_autoptr(GHashTable) duties = duties_of(person, view);
	GHashTableIter iter;
	gpointer value;

	find_longer(duties);
	g_hash_table_iter_init(&iter, duties);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct duty *duty = value;

		/* A name that is short for one that is short itself goes
		 * with the longest. */
		for (struct duty *d = duty->longer; d != NULL; d = d->longer) {
			widen(&d->from_ymd, &d->to_ymd, duty->from_ymd);
			widen(&d->from_ymd, &d->to_ymd, duty->to_ymd);
		}
	}
	g_hash_table_iter_init(&iter, duties);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct duty *duty = value;
		struct mb_held *held;

		if (duty->longer != NULL)
			continue;
		held = g_new0(struct mb_held, 1);
		held->name = g_strdup(mb_authority_commonest(duty->names));
		held->from_ymd = duty->from_ymd;
		held->to_ymd = duty->to_ymd;
		g_ptr_array_add(known->posts, held);
	}
	g_ptr_array_sort(known->posts, by_start);
}

/* --- who followed whom -------------------------------------------------------
 */

struct span {
	struct mb_held *held;
	const struct mb_known *holder;
};

static int
by_span(gconstpointer a, gconstpointer b)
{
	const struct span *left = a;
	const struct span *right = b;

	if (left->held->from_ymd != right->held->from_ymd)
		return left->held->from_ymd < right->held->from_ymd ? -1 : 1;
	return strcmp(left->holder->name, right->holder->name);
}

static void
span_array_free(gpointer data)
{
	g_array_unref(data);
}

/* Posts of officers with known dates, by council and key. */
static GHashTable *
spans_by_post(GPtrArray *people)
{
	GHashTable *posts = g_hash_table_new_full(g_str_hash, g_str_equal,
	                                          g_free, span_array_free);

	for (guint i = 0; i < people->len; i++) {
		const struct mb_known *known = people->pdata[i];

		for (guint k = 0; k < known->posts->len; k++) {
			struct span span = { known->posts->pdata[k], known };
			g_autoptr(mb_post_key) post =
			    mb_post_key_new(span.held->name);
			g_autofree char *council =
			    mb_council_key(known->council);
			char *place =
			    g_strconcat(council, "\n", post->key, NULL);
			GArray *spans = g_hash_table_lookup(posts, place);

			if (spans == NULL) {
				spans = g_array_new(FALSE, FALSE, sizeof(span));
				g_hash_table_insert(posts, place, spans);
			} else {
				g_free(place);
			}
			if (known->side == MB_STANDING_OFFICER &&
			    span.held->from_ymd != 0)
				g_array_append_val(spans, span);
		}
	}
	return posts;
}

/* A post that two hold at a time is one that many hold: nobody follows. */
static void
find_next(GHashTable *posts)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, posts);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		GArray *spans = value;
		gboolean one_by_one = TRUE;

		g_array_sort(spans, by_span);
		for (guint i = 1; i < spans->len; i++) {
			struct span *s =
			    &g_array_index(spans, struct span, i - 1);

			one_by_one = one_by_one &&
			             s[0].held->to_ymd <= s[1].held->from_ymd;
		}
		for (guint i = 1; one_by_one && i < spans->len; i++) {
			struct span *s =
			    &g_array_index(spans, struct span, i - 1);

			s[0].held->next = g_strdup(s[1].holder->name);
		}
	}
}

/* --- items -------------------------------------------------------------------
 */

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

static struct mb_query *
items_of(const struct person *person, const struct view *view)
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

/* --- people ------------------------------------------------------------------
 */

/* Where papers show them most, if they are somebody there. */
static enum mb_standing
side_of(const struct person *person)
{
	guint n[MB_STANDING_OTHER + 1] = { 0 };

	for (guint i = 0; i < person->forms->len; i++) {
		const struct form *form = person->forms->pdata[i];

		n[form->side] += form->showings->len;
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
	const struct form *first = person->forms->pdata[0];
	struct mb_known *known = g_new0(struct mb_known, 1);

	/* "City & County Council" alone is no council's name. */
	known->council =
	    g_strdup(*first->home->key != '\0'
	                 ? mb_authority_commonest(first->home->names)
	                 : "");
	known->side = side_of(person);
	known->forms = g_ptr_array_new_with_free_func(g_free);
	known->posts = g_ptr_array_new_with_free_func(held_free);
	known->seats = g_ptr_array_new_with_free_func(seat_free);
	known->perhaps = g_ptr_array_new_with_free_func(g_free);
	fill_seats(known, person, view);
	if (known->seats->len == 0) {
		known_free(known);
		return NULL;
	}
	fill_name(known, person);
	fill_posts(known, person, view);
	known->items = items_of(person, view);
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

static gboolean
has_role(const struct mb_known *known, const char *role)
{
	g_autoptr(mb_post_key) asked = mb_post_key_new(role);

	for (guint i = 0; i < known->posts->len; i++) {
		const struct mb_held *held = known->posts->pdata[i];
		g_autoptr(mb_post_key) post = mb_post_key_new(held->name);

		if (mb_post_has(post, asked))
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

/* Move to @people those of @told that the scope's @called means. */
static void
choose(GPtrArray *people, GHashTable *told, const struct mb_scope *scope,
       const struct mb_called *called,
       gboolean (*means)(const struct person *person,
                         const struct mb_called *called))
{
	GHashTableIter iter;
	gpointer one, is;

	g_hash_table_iter_init(&iter, told);
	while (g_hash_table_iter_next(&iter, &one, &is)) {
		const struct person *person = one;
		const struct form *form = person->forms->pdata[0];

		if ((called != NULL && !means(person, called)) ||
		    (scope->council != NULL &&
		     !body_has(form->home, scope->council)) ||
		    (scope->role != NULL && !has_role(is, scope->role)))
			continue;
		g_ptr_array_add(people, is);
		g_hash_table_iter_steal(&iter);
	}
}

/* Everybody of whom something is in view, those who follow one another set. */
static GHashTable *
tell_all(const struct mb_authority *authority, const struct view *view)
{
	GHashTable *told = g_hash_table_new_full(NULL, NULL, NULL, known_free);
	g_autoptr(GPtrArray) everybody = g_ptr_array_new();
	g_autoptr(GHashTable) posts = NULL;

	for (guint i = 0; i < authority->people->len; i++) {
		struct person *person = authority->people->pdata[i];
		struct mb_known *known = tell(person, view);

		if (known == NULL)
			continue;
		g_hash_table_insert(told, person, known);
		g_ptr_array_add(everybody, known);
	}
	posts = spans_by_post(everybody);
	find_next(posts);
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
	choose(people, told, scope, called, is_called);
	if (people->len == 0 && called != NULL)
		choose(people, told, scope, called, has_name_words);
	g_ptr_array_sort(people, by_surname);
	return people;
}
