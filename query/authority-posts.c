/* The posts of each person, from when to when, and who held them next. */
#include <string.h>

#include "query/authority-parts.h"
#include "query/body-names.h"

static void
held_free(gpointer data)
{
	struct mb_held *held = data;

	g_free(held->name);
	g_free(held->next);
	g_free(held);
}

GPtrArray *
mb_authority_posts_new(void)
{
	return g_ptr_array_new_with_free_func(held_free);
}

void
mb_authority_widen(guint32 *from_ymd, guint32 *to_ymd, guint32 date_ymd)
{
	if (date_ymd == 0)
		return;
	if (*from_ymd == 0 || date_ymd < *from_ymd)
		*from_ymd = date_ymd;
	*to_ymd = MAX(*to_ymd, date_ymd);
}

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
	mb_authority_widen(&duty->from_ymd, &duty->to_ymd,
	                   s->meeting->date_ymd);
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

			if (s->role != NULL &&
			    mb_authority_in_view(view, s->meeting))
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

void
mb_authority_fill_posts(struct mb_known *known, const struct person *person,
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
			mb_authority_widen(&d->from_ymd, &d->to_ymd,
			                   duty->from_ymd);
			mb_authority_widen(&d->from_ymd, &d->to_ymd,
			                   duty->to_ymd);
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

/* --- who followed whom ---------------------------------------------------- */

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
void
mb_authority_find_next(GPtrArray *people)
{
	g_autoptr(GHashTable) posts = spans_by_post(people);
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
