#include "query/committees.h"

#include <string.h>

#include "base/date.h"
#include "query/authority-parts.h"
#include "query/body-names.h"

/* With fewer members in common it is another committee, where papers tell who
 * the members are. */
#define MIN_SHARED 2

/* Words of committees' names that do not say what they are about. */
static const char *const common_words[] = {
	"committee",     "sub",      "subcommittee",
	"council",       "board",    "panel",
	"group",         "forum",    "scrutiny",
	"overview",      "select",   "policy",
	"strategic",     "joint",    "meeting",
	"working",       "district", "municipal",
	"metropolitan",  "area",     "item",
	"supplementary", "task",     "special",
	"advisory",      NULL
};

/* A committee while it is looked at. */
struct found {
	struct mb_committee *committee;
	struct mb_post_key *words; /* of its name */
	GHashTable *dates;         /* of guint32 */
	GHashTable *members;       /* initial and surname */
	gboolean has_homeless;     /* papers without a council are counted */
};

static void
likely_free(gpointer data)
{
	struct mb_likely *likely = data;

	g_free(likely->committee);
	g_free(likely->why);
	g_free(likely);
}

static void
committee_free(gpointer data)
{
	struct mb_committee *committee = data;

	g_free(committee->name);
	g_free(committee->council);
	g_ptr_array_unref(committee->forms);
	g_ptr_array_unref(committee->before);
	g_ptr_array_unref(committee->likely);
	mb_query_free(committee->items);
	g_free(committee);
}

static void
found_free(gpointer data)
{
	struct found *found = data;

	mb_post_key_free(found->words);
	g_hash_table_unref(found->dates);
	g_hash_table_unref(found->members);
	g_free(found);
}

/* --- what papers say ----------------------------------------------------- */

/* The committees found, and what tells whose meetings are whose. */
struct finder {
	GHashTable
	    *by_place; /* keys of council and committee -> struct found */
	GHashTable *councils; /* mb_authority_councils() */
};

static struct found *
found_new(const struct meeting *meeting, const struct body *council)
{
	struct found *found = g_new0(struct found, 1);
	struct mb_committee *committee = g_new0(struct mb_committee, 1);
	g_autoptr(GPtrArray) names =
	    mb_authority_by_count(meeting->committee->names);

	committee->name =
	    g_strdup(mb_authority_commonest(meeting->committee->names));
	/* Of what has no place, "City & County Council", none is shown. */
	committee->council = g_strdup(
	    *council->key != '\0' ? mb_authority_commonest(council->names)
				  : "");
	committee->forms = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < names->len; i++)
		g_ptr_array_add(committee->forms, g_strdup(names->pdata[i]));
	committee->before = g_ptr_array_new_with_free_func(g_free);
	committee->likely = g_ptr_array_new_with_free_func(likely_free);
	committee->items = mb_authority_items(council, meeting->committee);
	found->committee = committee;
	found->words = mb_post_key_new(committee->name);
	found->dates = g_hash_table_new(NULL, NULL);
	found->members =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return found;
}

static struct found *
found_of(const struct finder *f, const struct meeting *meeting)
{
	const struct body *council = mb_authority_home(meeting, f->councils);
	g_autofree char *place =
	    g_strdup_printf("%s\n%s", council->key, meeting->committee->key);
	struct found *found = g_hash_table_lookup(f->by_place, place);
	struct mb_committee *committee;

	if (found == NULL) {
		found = found_new(meeting, council);
		g_hash_table_insert(f->by_place, g_steal_pointer(&place),
		                    found);
	}
	if (council != meeting->council && !found->has_homeless) {
		found->has_homeless = TRUE;
		committee = found->committee;
		committee->items = mb_query_join(
		    MB_JOIN_OR, committee->items,
		    mb_authority_items(meeting->council, meeting->committee),
		    NULL);
	}
	return found;
}

static void
add_meetings(const struct mb_authority *authority, const struct finder *f)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, authority->meetings);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct meeting *meeting = value;
		struct mb_committee *committee;
		struct found *found;

		if (!meeting->has_items)
			continue;
		found = found_of(f, meeting);
		committee = found->committee;
		if (meeting->date_ymd == 0 ||
		    !g_hash_table_add(found->dates,
		                      GUINT_TO_POINTER(meeting->date_ymd)))
			continue;
		committee->n_meetings++;
		if (committee->from_ymd == 0 ||
		    meeting->date_ymd < committee->from_ymd)
			committee->from_ymd = meeting->date_ymd;
		committee->to_ymd = MAX(committee->to_ymd, meeting->date_ymd);
	}
}

/* Members as all papers can have them: an initial and a surname. */
static void
add_members(const struct mb_authority *authority, const struct finder *f)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, authority->forms);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct form *form = value;
		const struct mb_called *called = form->called;

		if (form->side != MB_STANDING_MEMBER ||
		    called->n_words <= called->n_surname)
			continue;
		for (guint i = 0; i < form->showings->len; i++) {
			const struct meeting *meeting =
			    g_array_index(form->showings, struct showing, i)
				.meeting;

			if (meeting->has_items)
				g_hash_table_add(
				    found_of(f, meeting)->members,
				    g_strdup_printf("%.1s %s", called->words[0],
				                    mb_called_last(called)));
		}
	}
}

/* --- what the configuration says ----------------------------------------- */

static gboolean
is_called(const struct mb_committee *committee, const char *name)
{
	g_autofree char *asked = mb_body_fold(name);
	g_autofree char *key = mb_body_fold(committee->name);

	return strcmp(asked, key) == 0;
}

static void
add_successions(struct mb_committee *committee, const struct mb_conf *conf)
{
	const GPtrArray *all = mb_conf_successions(conf);

	for (guint i = 0; i < all->len; i++) {
		const struct mb_succession *one = g_ptr_array_index(all, i);

		if (is_called(committee, one->name))
			committee->after = one;
		for (guint k = 0; one->next[k] != NULL; k++)
			if (is_called(committee, one->next[k]))
				g_ptr_array_add(committee->before,
				                g_strdup(one->name));
	}
}

/* --- what is likely
 * ----------------------------------------------------------- */

/* Words that say what both are about: "children".  Transfer full; "" when there
 * is none. */
static char *
shared_words(const struct found *a, const struct found *b)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; a->words->words[i] != NULL; i++) {
		const char *word = a->words->words[i];

		if (g_strv_contains(common_words, word) ||
		    !g_strv_contains((const char *const *)b->words->words,
		                     word))
			continue;
		g_string_append_printf(out, "%s\"%s\"",
		                       out->len > 0 ? ", " : "", word);
	}
	return g_string_free(out, FALSE);
}

static guint
n_shared_members(const struct found *a, const struct found *b)
{
	GHashTableIter iter;
	gpointer member;
	guint n = 0;

	g_hash_table_iter_init(&iter, a->members);
	while (g_hash_table_iter_next(&iter, &member, NULL))
		if (g_hash_table_contains(b->members, member))
			n++;
	return n;
}

/* @after begins where @before ends, within @n_days. */
static gboolean
is_after(const struct mb_committee *before, const struct mb_committee *after,
         gint n_days)
{
	return before->to_ymd != 0 && after->from_ymd > before->to_ymd &&
	       after->from_ymd <= mb_date_add_days(before->to_ymd, n_days);
}

static gboolean
has_members(const struct found *found)
{
	return g_hash_table_size(found->members) > 0;
}

static void
add_likely(struct mb_committee *before, const struct mb_committee *after,
           const char *words, guint n_members)
{
	g_autofree char *last = mb_date_to_text(before->to_ymd);
	g_autofree char *first = mb_date_to_text(after->from_ymd);
	struct mb_likely *likely = g_new0(struct mb_likely, 1);

	likely->committee = g_strdup(after->name);
	likely->why = g_strdup_printf(
	    "it met last on %s, the other first on %s; both have %s; %u "
	    "member%s of both",
	    last, first, words, n_members, n_members == 1 ? "" : "s");
	g_ptr_array_add(before->likely, likely);
}

static void
consider(const struct found *before, const struct found *after)
{
	g_autofree char *words = NULL;
	guint n_members;

	if (!is_after(before->committee, after->committee,
	              MB_COMMITTEES_MAX_MEMBERS))
		return;
	words = shared_words(before, after);
	n_members = n_shared_members(before, after);
	if (*words == '\0')
		return;
	if (n_members >= MIN_SHARED ||
	    (!(has_members(before) && has_members(after)) &&
	     is_after(before->committee, after->committee,
	              MB_COMMITTEES_MAX_GAP)))
		add_likely(before->committee, after->committee, words,
		           n_members);
}

/* @all is by council. */
static void
find_likely(GPtrArray *all)
{
	guint first = 0;

	for (guint end = 1; end <= all->len; end++) {
		const struct found *a = all->pdata[first];

		if (end < all->len) {
			const struct found *b = all->pdata[end];

			if (strcmp(a->committee->council,
			           b->committee->council) == 0)
				continue;
		}
		for (guint i = first;
		     end - first <= MB_COMMITTEES_MAX && i < end; i++) {
			struct found *before = all->pdata[i];

			if (before->committee->after != NULL ||
			    *before->committee->council == '\0')
				continue;
			for (guint k = first; k < end; k++)
				consider(before, all->pdata[k]);
		}
		first = end;
	}
}

/* --- the list
 * ------------------------------------------------------------------ */

static int
by_council(gconstpointer a, gconstpointer b)
{
	const struct found *left = *(const struct found *const *)a;
	const struct found *right = *(const struct found *const *)b;
	int order = strcmp(left->committee->council, right->committee->council);

	return order != 0
	           ? order
	           : strcmp(left->committee->name, right->committee->name);
}

GPtrArray *
mb_committees_list(struct mb_authority *authority, const struct mb_conf *conf)
{
	g_autoptr(GHashTable) by_place =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, found_free);
	g_autoptr(GHashTable) councils = mb_authority_councils(authority);
	const struct finder f = { by_place, councils };
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	GPtrArray *list = g_ptr_array_new_with_free_func(committee_free);
	GHashTableIter iter;
	gpointer value;

	add_meetings(authority, &f);
	add_members(authority, &f);
	g_hash_table_iter_init(&iter, by_place);
	while (g_hash_table_iter_next(&iter, NULL, &value))
		g_ptr_array_add(all, value);
	g_ptr_array_sort(all, by_council);
	for (guint i = 0; i < all->len; i++) {
		struct found *found = all->pdata[i];

		add_successions(found->committee, conf);
		g_ptr_array_add(list, found->committee);
	}
	if (all->len > 0)
		find_likely(all);
	return list;
}
