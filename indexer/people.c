#include "indexer/people.h"

#include <string.h>

#include "indexer/acting.h"
#include "indexer/headings.h"
#include "indexer/people-standing.h"
#include "indexer/short-names.h"
#include "indexer/who.h"

/* A report's title stands within this many lines of its first. */
#define ABOVE_MAX_LINES 60

/* An item has no more people than this, which are compared with each other. */
#define MAX_PEOPLE 4000

/* A person of the item. */
struct found {
	char *name;    /* fullest form in the item, else of the list; NULL */
	char *surname; /* folded; NULL */
	char *role;
	struct mb_role_key *key;
	enum mb_standing standing;
	gboolean by_name; /* named in the item */
	gboolean by_role; /* called by the post in the item */
};

static void
found_free(struct found *f)
{
	g_free(f->name);
	g_free(f->surname);
	g_free(f->role);
	mb_role_key_free(f->key);
	g_free(f);
}

/* --- adding -------------------------------------------------------------- */

static struct found *
find_name(const struct mb_people_finder *f, const char *name,
          enum mb_standing standing)
{
	g_autofree char *surname = mb_name_surname(name);

	for (guint i = 0; i < f->found->len; i++) {
		struct found *x = g_ptr_array_index(f->found, i);

		/* Who has another surname is somebody else. */
		if (x->name && x->standing == standing &&
		    g_strcmp0(x->surname, surname) == 0 &&
		    mb_names_agree(x->name, name))
			return x;
	}
	return NULL;
}

static struct found *
find_role(const struct mb_people_finder *f, const struct mb_role_key *key)
{
	for (guint i = 0; i < f->found->len; i++) {
		struct found *x = g_ptr_array_index(f->found, i);

		if (!x->name && x->key &&
		    (mb_role_keys_match(key, x->key) ||
		     mb_role_keys_match(x->key, key)))
			return x;
	}
	return NULL;
}

static struct found *
add_found(struct mb_people_finder *f, const char *name, const char *role,
          enum mb_standing standing)
{
	struct found *x = g_new0(struct found, 1);

	x->name = g_strdup(name);
	x->surname = name ? mb_name_surname(name) : NULL;
	x->role = g_strdup(role);
	x->key = role ? mb_role_key_new(role) : NULL;
	x->standing = standing;
	g_ptr_array_add(f->found, x);
	return x;
}

/* A person is named; @a is who the lists say it is, or NULL. */
static void
add_named(struct mb_people_finder *f, const char *name, const char *role,
          enum mb_standing standing, const struct mb_attendee *a)
{
	struct found *x = find_name(f, name, standing);
	const char *best = name;

	if (!x && a)
		x = find_name(f, a->name, standing);
	/* "Mr Kennedy" takes his first name from the list; "Barry Murphy"
	 * keeps it though the list has "B. Murphy". */
	if (a && (!strchr(name, ' ') || mb_name_is_tail(a->name, name) ||
	          mb_name_ends_in_full(name, a->name)))
		best = a->name;
	if (!x) {
		x = add_found(f, best, role, standing);
	} else if (strlen(best) > strlen(x->name)) {
		g_free(x->name);
		x->name = g_strdup(best);
		g_free(x->surname);
		x->surname = mb_name_surname(best);
	}
	x->by_name = TRUE;
	if (role) {
		x->by_role = TRUE;
		if (!x->role || !x->by_role) {
			g_free(x->role);
			x->role = g_strdup(role);
		}
	}
	if (!x->role && a && a->role && standing != MB_STANDING_MEMBER)
		x->role = g_strdup(a->role);
	if (!x->key && x->role)
		x->key = mb_role_key_new(x->role);
}

static void
take_printed_name(struct mb_people_finder *f, const struct mb_mention *m)
{
	const struct mb_attendee *a =
	    mb_who_is_named(&f->who, m->name, m->title);
	gboolean known;
	enum mb_standing standing = mb_people_standing(f, m, a, &known);

	/* A namesake elsewhere in the paper tells nothing of a name that is
	 * printed with another post here. */
	if (!known)
		return;
	if (standing == MB_STANDING_MEMBER && a &&
	    a->standing != MB_STANDING_MEMBER)
		a = NULL;
	add_named(f, m->name, standing == MB_STANDING_OFFICER ? m->role : NULL,
	          standing, a);
}

static void
take_name(struct mb_people_finder *f, const struct mb_mention *m)
{
	const struct mb_attendee *holder = NULL;

	if (mb_acting_is_public(f->t, m))
		return;
	if (m->title == MB_TITLE_NONE && m->full)
		holder = mb_who_holds_exactly(&f->who, m->name);
	if (holder) {
		struct found *x =
		    find_name(f, holder->name, MB_STANDING_OFFICER);

		if (!x)
			x = add_found(f, holder->name, holder->role,
			              MB_STANDING_OFFICER);
		x->by_role = TRUE;
		return;
	}
	take_printed_name(f, m);
}

/* A post that is a cell by itself, "Head of Early Help" in the column of
 * owners, is one person's as much as "the Head of Early Help". */
static gboolean
is_owner(const struct mb_people_finder *f, const struct mb_mention *m)
{
	const guint edges = MB_GAP_LINE | MB_GAP_CELL | MB_GAP_START;

	return f->draft->item->kind == MB_KIND_ACTION &&
	       (mb_tokens_gap(f->t, m->first) & edges) &&
	       (mb_tokens_gap(f->t, m->end) & edges);
}

/* "City Manager Tower said": a post and the surname of who holds it, which read
 * like a longer post; where no list has him, what he did tells that he is one.
 * TRUE when somebody was found by it. */
static gboolean
take_post_and_surname(struct mb_people_finder *f, const struct mb_mention *m)
{
	guint last = m->end - 1;
	const struct mb_attendee *a;
	g_autofree char *role = NULL, *name = NULL;

	if (m->end < m->first + 2 ||
	    mb_word_is_common(f->t->tokens[last].fold) ||
	    mb_word_is_post(f->t->tokens[last].fold))
		return FALSE;
	a = mb_short_names_holder(f->t, last, &f->who);
	if (!a &&
	    (m->definite || !mb_word_is_post(f->t->tokens[last - 1].fold) ||
	     !mb_short_names_acts(f->t, last)))
		return FALSE;
	role = mb_tokens_text(f->t, m->first, last);
	name = a ? g_strdup(a->name) : mb_tokens_text(f->t, last, m->end);
	if (a && a->standing == MB_STANDING_MEMBER)
		add_named(f, name, NULL, MB_STANDING_MEMBER, a);
	else
		add_named(f, name, role, MB_STANDING_OFFICER, a);
	return TRUE;
}

/* "The Treasurer" of a joint committee or a fire authority is its chief finance
 * officer. */
static gboolean
meets_jointly(const struct mb_people_finder *f)
{
	const char *committee = f->draft->item->committee;

	return committee && (strstr(committee, "Joint Committee") ||
	                     strstr(committee, "Joint Board") ||
	                     strstr(committee, "Authority"));
}

/* "The report of the Treasurer": an office that is listed with an officer is
 * his post. */
static gboolean
is_post(const struct mb_people_finder *f, const struct mb_mention *m)
{
	struct mb_role_key *key;
	const struct mb_attendee *a;
	gboolean treasurer;

	if (m->kind != MB_ROLE_OFFICE || !m->definite)
		return m->kind == MB_ROLE_POST;
	key = mb_role_key_new(m->role);
	a = mb_who_holds(&f->who, key);
	treasurer = mb_role_key_is(key, "treasurer");
	mb_role_key_free(key);
	return a ? a->listed : treasurer && meets_jointly(f);
}

static void
take_role(struct mb_people_finder *f, const struct mb_mention *m)
{
	struct mb_role_key *key = mb_role_key_new(m->role);
	gboolean definite = (m->definite || is_owner(f, m)) &&
	                    !mb_who_is_elsewhere(&f->who, key);
	enum mb_role_match least = MB_ROLE_NEAR;
	const struct mb_attendee *a;
	struct found *x = NULL;

	a = mb_who_holds(&f->who, key);
	if (a && mb_role_keys_match(key, a->key) == MB_ROLE_SAME)
		least = MB_ROLE_SAME;
	/* Who is named with the post in the same item comes first, but a
	 * temporary clerk is not the Clerk where there is one. */
	for (guint i = 0; i < f->found->len && !x; i++) {
		struct found *y = g_ptr_array_index(f->found, i);

		if (y->name && y->key && y->standing == MB_STANDING_OFFICER &&
		    mb_role_keys_match(key, y->key) >= least)
			x = y;
	}
	a = x ? NULL : a;
	/* "Head of Services were ensuring": only "the" makes one person of a
	 * post, or that it is printed whole. */
	if (a && !definite && strcmp(m->role, "Clerk") != 0 &&
	    (mb_role_keys_match(key, a->key) < MB_ROLE_NEAR ||
	     !strpbrk(m->role, " ") || strlen(m->role) < 18))
		a = NULL;
	if (a)
		x = find_name(f, a->name, MB_STANDING_OFFICER);
	if (!x && a)
		x = add_found(f, a->name, m->role, MB_STANDING_OFFICER);
	/* "the Director" when nobody or several are: says nothing. */
	if (!x && strcmp(m->role, "Director") != 0)
		x = find_role(f, key);
	if (!x && definite && strcmp(m->role, "Director") != 0)
		x = add_found(f, NULL, m->role, MB_STANDING_OFFICER);
	if (x)
		x->by_role = TRUE;
	mb_role_key_free(key);
}

/* Those whom initials or first names mean. */
static void
take_short(struct mb_people_finder *f, GPtrArray *attendees)
{
	for (guint i = 0; i < attendees->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(attendees, i);

		add_named(f, a->name, NULL, a->standing, a);
	}
}

/* An agenda's action table has owners, and no list: "AS" is then who is named
 * elsewhere in the paper. */
static gboolean
may_have_keys(const struct mb_people_finder *f)
{
	return f->who.keyed || f->who.members_plain ||
	       (f->who.unlisted && f->draft->item->kind == MB_KIND_ACTION);
}

/* "HD", "NO/AS" in the column of owners of a small council's actions: members
 * whom the paper nowhere names. */
static void
take_owners(struct mb_people_finder *f)
{
	const guint edges =
	    MB_GAP_LINE | MB_GAP_CELL | MB_GAP_START | MB_GAP_SLASH;
	const char *committee = f->draft->item->committee;

	if (f->draft->item->kind != MB_KIND_ACTION || !f->who.unlisted ||
	    !committee || !g_str_has_suffix(committee, " Council"))
		return;
	for (guint i = 0; i < f->t->n; i++) {
		const struct mb_token *w = &f->t->tokens[i];
		g_autofree char *word = NULL;

		if (w->len != 2 || !(w->flags & MB_TOKEN_CAPS) ||
		    !(w->gap & edges) || !(mb_tokens_gap(f->t, i + 1) & edges))
			continue;
		word = g_strndup(f->t->text + w->at, w->len);
		if (!mb_short_names_knows(&f->who, word) &&
		    !find_name(f, word, MB_STANDING_MEMBER))
			add_found(f, word, NULL, MB_STANDING_MEMBER)->by_name =
			    TRUE;
	}
}

static void
take_short_names(struct mb_people_finder *f)
{
	g_autoptr(GPtrArray) rows = mb_short_names_rows(f->t, &f->who);
	g_autoptr(GPtrArray) acting = mb_short_names_acting(f->t, &f->who);

	take_owners(f);
	take_short(f, rows);
	take_short(f, acting);
	if (may_have_keys(f)) {
		g_autoptr(GPtrArray) keys = mb_short_names_keys(f->t, &f->who);

		take_short(f, keys);
	}
	if (f->who.members_plain) {
		g_autoptr(GPtrArray) given =
		    mb_short_names_given(f->t, &f->who);

		take_short(f, given);
	}
}

/* --- the item's arrays --------------------------------------------------- */

static void
fill_item(const struct mb_people_finder *f)
{
	struct mb_item *item = f->draft->item;

	for (guint i = 0; i < f->found->len; i++) {
		const struct found *x = g_ptr_array_index(f->found, i);
		enum mb_how how = x->by_name
		                      ? (x->by_role ? MB_HOW_BOTH : MB_HOW_NAME)
		                      : MB_HOW_ROLE;
		g_autofree char *initials = NULL;

		switch (x->standing) {
		case MB_STANDING_OFFICER:
			mb_item_add_officer(item, x->name, x->role, how);
			break;
		case MB_STANDING_MEMBER:
			initials = mb_who_initials_clash(&f->who, x->name)
			               ? g_strdup(x->name)
			               : mb_name_initials(x->name);
			mb_item_add_member(item, initials);
			break;
		case MB_STANDING_OTHER:
			mb_item_add_other(item, x->name, x->role, how);
			break;
		}
	}
}

/* Contact officers, authors and who signs a report are its authors. */
static void
fill_authors(const struct mb_people_finder *f)
{
	if (f->draft->item->kind != MB_KIND_REPORT)
		return;
	for (guint i = 0; i < f->mentions->len; i++) {
		const struct mb_mention *m = g_ptr_array_index(f->mentions, i);

		if (m->name && m->contact)
			mb_item_add_author(f->draft->item, m->name);
	}
}

/* The item's text, its heading with it, and who moves the motion; of a report,
 * also what stands above its title: "Report of the Director of …", "From: Sue
 * Chandler, Cabinet Member for …". */
static char *
item_text(const struct mb_draft *draft, const struct mb_lines *lines)
{
	guint first = MIN(draft->head, draft->body);

	if (draft->item->kind == MB_KIND_REPORT && draft->part &&
	    draft->part->first < first &&
	    first - draft->part->first < ABOVE_MAX_LINES)
		first = draft->part->first;
	if (draft->group != MB_NO_LINE) {
		g_autofree char *text = mb_flow(lines, first, 0, draft->end);

		return g_strconcat(mb_lines_at(lines, draft->group)->text, "\n",
		                   text, NULL);
	}
	return mb_flow(lines, first, 0, draft->end);
}

void
mb_people_find(struct mb_draft *draft, const struct mb_lines *lines,
               const struct mb_attendance *attendance)
{
	g_autofree char *text = item_text(draft, lines);
	g_autoptr(mb_tokens) t = mb_tokens_new(text);
	g_autoptr(GPtrArray) mentions = mb_mentions_find(t);
	g_autoptr(GPtrArray) found =
	    g_ptr_array_new_with_free_func((GDestroyNotify)found_free);
	struct mb_people_finder f = {
		.draft = draft,
		.t = t,
		.mentions = mentions,
		.found = found,
	};

	mb_who_init(&f.who, attendance,
	            draft->part ? draft->part->meeting : NULL);
	for (guint i = 0; i < mentions->len && found->len < MAX_PEOPLE; i++) {
		const struct mb_mention *m = g_ptr_array_index(mentions, i);

		if (m->name)
			take_name(&f, m);
	}
	take_short_names(&f);
	for (guint i = 0; i < mentions->len && found->len < MAX_PEOPLE; i++) {
		const struct mb_mention *m = g_ptr_array_index(mentions, i);

		if (!m->name && is_post(&f, m))
			if (!take_post_and_surname(&f, m))
				take_role(&f, m);
	}
	fill_item(&f);
	fill_authors(&f);
}
