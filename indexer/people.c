#include "indexer/people.h"

#include <string.h>

#include "indexer/mentions.h"

/* A report's title stands within this many lines of its first. */
#define ABOVE_MAX_LINES 60

/* --- who is meant -------------------------------------------------------- */

/* What one item's people are looked for with. */
struct finder {
	struct mb_draft *draft;
	const struct mb_attendance *attendance;
	const struct mb_meeting *meeting;
	const struct mb_tokens *t;
	GPtrArray *mentions;        /* of struct mb_mention */
	GPtrArray *found;           /* of struct found */
	gboolean officers_untitled; /* officers are printed "P Crowe" */
	gboolean members_civil;     /* members are printed "Mrs C Bell" */
	gboolean unlisted;          /* no list tells who was there */
};

/* A person of the item. */
struct found {
	char *name; /* fullest form in the item, else of the list; NULL */
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
	g_free(f->role);
	mb_role_key_free(f->key);
	g_free(f);
}

static gboolean
same_meeting(const struct mb_meeting *a, const struct mb_meeting *b)
{
	if (a == b)
		return TRUE;
	return a && b && a->date_ymd && a->date_ymd == b->date_ymd &&
	       g_strcmp0(a->committee, b->committee) == 0;
}

/* How well an attendee fits a printed name: those of the item's own meeting
 * first, then those who are listed rather than told in the text. */
static guint
fitness(const struct finder *f, const struct mb_attendee *a, const char *name,
        enum mb_title title)
{
	guint fit = 1;

	if (!mb_names_agree(a->name, name))
		return 0;
	if (title == MB_TITLE_MEMBER && a->standing != MB_STANDING_MEMBER)
		return 0;
	/* "Mr Jones" is not Councillor Jones where councillors are titled. */
	if (title == MB_TITLE_CIVIL && a->title == MB_TITLE_MEMBER &&
	    !f->members_civil)
		return 0;
	if (same_meeting(a->meeting, f->meeting))
		fit += 8;
	if (a->listed)
		fit += 4;
	/* A fuller name in the text beats a surname in the list. */
	if (strchr(a->name, ' '))
		fit += 6;
	/* "Mr. Kennedy" among two: the one who is titled like him. */
	if (title == MB_TITLE_CIVIL && a->standing == MB_STANDING_OFFICER)
		fit += 1;
	return fit;
}

/* The attendee whose name is printed; NULL when nobody's is. */
static const struct mb_attendee *
who_is_named(const struct finder *f, const char *name, enum mb_title title)
{
	g_autofree char *surname = mb_name_surname(name);
	GPtrArray *list =
	    surname ? g_hash_table_lookup(f->attendance->by_surname, surname)
		    : NULL;
	const struct mb_attendee *best = NULL;
	guint best_fit = 0;

	for (guint i = 0; list && i < list->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(list, i);
		guint fit = fitness(f, a, name, title);

		if (fit > best_fit) {
			best = a;
			best_fit = fit;
		}
	}
	return best;
}

/* The officer who holds a role at the item's meeting; *ambiguous when several
 * do. */
static const struct mb_attendee *
who_holds(const struct finder *f, const struct mb_role_key *key)
{
	const struct mb_attendee *best = NULL;
	enum mb_role_match best_match = MB_ROLE_DIFFERENT;
	gboolean listed = FALSE, several = FALSE;

	for (guint i = 0; i < f->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(f->attendance->attendees, i);
		enum mb_role_match match;

		if (a->standing != MB_STANDING_OFFICER || !a->key || !a->name ||
		    !same_meeting(a->meeting, f->meeting))
			continue;
		match = mb_role_keys_match(key, a->key);
		if (match == MB_ROLE_DIFFERENT || match < best_match ||
		    (match == best_match && listed && !a->listed))
			continue;
		if (match > best_match || (a->listed && !listed)) {
			best = a;
			several = FALSE;
		} else if (!mb_names_agree(best->name, a->name)) {
			several = TRUE;
		} else if (strlen(a->name) > strlen(best->name)) {
			best = a;
		}
		best_match = match;
		listed = a->listed;
	}
	return several ? NULL : best;
}

/* --- adding -------------------------------------------------------------- */

static struct found *
find_name(const struct finder *f, const char *name, enum mb_standing standing)
{
	for (guint i = 0; i < f->found->len; i++) {
		struct found *x = g_ptr_array_index(f->found, i);

		if (x->name && x->standing == standing &&
		    mb_names_agree(x->name, name))
			return x;
	}
	return NULL;
}

static struct found *
find_role(const struct finder *f, const struct mb_role_key *key)
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
add_found(struct finder *f, const char *name, const char *role,
          enum mb_standing standing)
{
	struct found *x = g_new0(struct found, 1);

	x->name = g_strdup(name);
	x->role = g_strdup(role);
	x->key = role ? mb_role_key_new(role) : NULL;
	x->standing = standing;
	g_ptr_array_add(f->found, x);
	return x;
}

/* A person is named; @a is who the lists say it is, or NULL. */
static void
add_named(struct finder *f, const char *name, const char *role,
          enum mb_standing standing, const struct mb_attendee *a)
{
	struct found *x = find_name(f, name, standing);
	const char *best = name;

	if (!x && a)
		x = find_name(f, a->name, standing);
	/* "Mr Kennedy" takes his first name from the list; "Barry Murphy"
	 * keeps it though the list has "B. Murphy". */
	if (a && (!strchr(name, ' ') || strlen(a->name) > strlen(name) + 8))
		best = strchr(name, ' ') ? name : a->name;
	if (!x) {
		x = add_found(f, best, role, standing);
	} else if (strlen(best) > strlen(x->name)) {
		g_free(x->name);
		x->name = g_strdup(best);
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

/* Does the sentence, or the heading, say that who is named presents? */
static gboolean
presents(const struct finder *f, const struct mb_mention *m)
{
	const struct mb_tokens *t = f->t;
	guint from = m->first, end = m->end;

	while (from > 0 && m->first - from < 16 &&
	       !(t->tokens[from].gap & (MB_GAP_STOP | MB_GAP_LINE)))
		from--;
	while (end < t->n && end - m->end < 24 &&
	       !(t->tokens[end].gap & (MB_GAP_STOP | MB_GAP_LINE)))
		end++;
	for (guint i = from; i < end; i++) {
		if (i < m->first && strcmp(t->tokens[i].fold, "presentation"))
			continue;
		if (strcmp(t->tokens[i].fold, "presentation") == 0)
			return TRUE;
		/* The report was presented; she presented it. */
		if (strcmp(t->tokens[i].fold, "presented") == 0 &&
		    !mb_tokens_is(t, i - 1, "was") &&
		    !mb_tokens_is(t, i - 1, "were") &&
		    !mb_tokens_is(t, i - 1, "be"))
			return TRUE;
	}
	return FALSE;
}

static enum mb_standing
standing_of(const struct finder *f, const struct mb_mention *m,
            const struct mb_attendee *a, gboolean *known)
{
	*known = TRUE;
	if (m->title == MB_TITLE_MEMBER)
		return MB_STANDING_MEMBER;
	if (m->title == MB_TITLE_RANK || m->contact)
		return MB_STANDING_OFFICER;
	if (a)
		return a->standing;
	if (m->role && m->kind == MB_ROLE_POST)
		return MB_STANDING_OFFICER;
	if (m->role && m->kind == MB_ROLE_MEMBER)
		return MB_STANDING_MEMBER;
	/* "through B. Noonan": staff are named so where councillors are
	 * titled. */
	if (f->officers_untitled && m->title == MB_TITLE_NONE &&
	    f->draft->item->kind == MB_KIND_MINUTE && m->dotted)
		return MB_STANDING_OFFICER;
	if (f->members_civil && m->title == MB_TITLE_CIVIL &&
	    f->draft->item->title) {
		g_autofree char *fold = mb_fold(f->draft->item->title, -1);

		if (g_str_has_prefix(fold, "apolog"))
			return MB_STANDING_MEMBER;
	}
	/* "Mr Alud Jones, … gave a presentation": a partner's officer. */
	if (m->full && presents(f, m)) {
		g_autofree char *given = mb_name_given(m->name);

		if (m->title == MB_TITLE_CIVIL || mb_word_is_forename(given))
			return MB_STANDING_OFFICER;
	}
	*known = FALSE;
	return MB_STANDING_OTHER;
}

static void
take_printed_name(struct finder *f, const struct mb_mention *m)
{
	const struct mb_attendee *a = who_is_named(f, m->name, m->title);
	gboolean known;
	enum mb_standing standing = standing_of(f, m, a, &known);

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

/* "the Harbour Master" looks like a name, but the list has it as a post. */
static const struct mb_attendee *
who_holds_printed(const struct finder *f, const struct mb_mention *m)
{
	struct mb_role_key *key;
	const struct mb_attendee *found = NULL;

	if (m->title != MB_TITLE_NONE || !m->full || !m->name)
		return NULL;
	key = mb_role_key_new(m->name);
	for (guint i = 0; i < f->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(f->attendance->attendees, i);

		if (a->standing == MB_STANDING_OFFICER && a->key && a->name &&
		    a->listed && same_meeting(a->meeting, f->meeting) &&
		    mb_role_keys_match(key, a->key) == MB_ROLE_SAME)
			found = a;
	}
	mb_role_key_free(key);
	return found;
}

static void
take_name(struct finder *f, const struct mb_mention *m)
{
	const struct mb_attendee *holder = who_holds_printed(f, m);

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
is_owner(const struct finder *f, const struct mb_mention *m)
{
	const guint edges = MB_GAP_LINE | MB_GAP_CELL | MB_GAP_START;

	return f->draft->item->kind == MB_KIND_ACTION &&
	       (mb_tokens_gap(f->t, m->first) & edges) &&
	       (mb_tokens_gap(f->t, m->end) & edges);
}

static void
take_role(struct finder *f, const struct mb_mention *m)
{
	struct mb_role_key *key = mb_role_key_new(m->role);
	gboolean definite = m->definite || is_owner(f, m);
	const struct mb_attendee *a;
	struct found *x = NULL;

	/* Who is named with the post in the same item comes first. */
	for (guint i = 0; i < f->found->len && !x; i++) {
		struct found *y = g_ptr_array_index(f->found, i);

		if (y->name && y->key && y->standing == MB_STANDING_OFFICER &&
		    mb_role_keys_match(key, y->key) >= MB_ROLE_NEAR)
			x = y;
	}
	a = x ? NULL : who_holds(f, key);
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

/* --- names without titles: initials, first names ------------------------- */

/* "AS to chase NO re sleepers": a word that is somebody's initials. */
static const struct mb_attendee *
who_has_key(const struct finder *f, const char *word, gboolean derived)
{
	const struct mb_attendee *found = NULL;

	for (guint i = 0; i < f->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(f->attendance->attendees, i);

		if (!a->name || a->listed == f->unlisted ||
		    !same_meeting(a->meeting, f->meeting))
			continue;
		if (a->initials ? strcmp(a->initials, word) != 0
		                : !derived || !mb_name_has_key(a->name, word))
			continue;
		if (found && !mb_names_agree(found->name, a->name))
			return NULL;
		found = a;
	}
	return found;
}

/* A line in capitals, "NO ACTION OWNER UPDATE", has words, not initials. */
static gboolean
in_capitals(const struct mb_tokens *t, guint i)
{
	guint first = i, end = i + 1, n_caps = 0, n_slashes = 0;

	while (first > 0 &&
	       !(t->tokens[first].gap & (MB_GAP_LINE | MB_GAP_CELL)))
		first--;
	while (end < t->n &&
	       !(t->tokens[end].gap & (MB_GAP_LINE | MB_GAP_CELL)))
		end++;
	for (guint k = first; k < end; k++) {
		n_caps += (t->tokens[k].flags & MB_TOKEN_CAPS) ? 1 : 0;
		n_slashes += (t->tokens[k].gap & MB_GAP_SLASH) ? 1 : 0;
	}
	/* "NO/CF": two owners. */
	return end - first > 1 && n_caps == end - first &&
	       n_slashes + 1 != end - first;
}

static void
take_keys(struct finder *f, gboolean derived)
{
	const struct mb_tokens *t = f->t;

	for (guint i = 0; i < t->n; i++) {
		const struct mb_token *w = &t->tokens[i];
		g_autofree char *word = NULL;
		const struct mb_attendee *a;

		if (w->len < 2 || w->len > 4 || !(w->flags & MB_TOKEN_UPPER) ||
		    g_ascii_islower(t->text[w->at + 1]))
			continue;
		word = g_strndup(t->text + w->at, w->len);
		if (w->flags & MB_TOKEN_POSSESSIVE)
			word[w->len - strlen("s") - 1] = '\0';
		a = who_has_key(f, word, derived);
		/* "the CC" is the council, not Che Campbell. */
		if (a && i > 0 && w->gap == 0 &&
		    (mb_tokens_is(t, i - 1, "the") ||
		     mb_tokens_is(t, i - 1, "our") ||
		     mb_tokens_is(t, i - 1, "a")))
			continue;
		if (a && !in_capitals(t, i))
			add_named(f, a->name, NULL, a->standing, a);
	}
}

/* "Hannah promised": a first name that only one of those present has, where
 * people are listed by full names without titles. */
static void
take_forenames(struct finder *f)
{
	g_autoptr(GHashTable) given =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < f->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(f->attendance->attendees, i);
		char *fold;

		if (!a->listed || !a->name || a->title != MB_TITLE_NONE ||
		    !same_meeting(a->meeting, f->meeting))
			continue;
		fold = mb_name_given(a->name);
		if (strlen(fold) < 3)
			g_free(fold);
		else
			g_hash_table_replace(given, fold,
			                     g_hash_table_contains(given, fold)
			                         ? NULL
			                         : (gpointer)(gsize)a);
	}
	for (guint i = 0; i < f->t->n; i++) {
		const struct mb_token *w = &f->t->tokens[i];
		const struct mb_attendee *a;

		if (!(w->flags & MB_TOKEN_UPPER) || (w->flags & MB_TOKEN_CAPS))
			continue;
		a = g_hash_table_lookup(given, w->fold);
		if (!a)
			continue;
		/* Followed by a surname it is that person's, and was read. */
		if (i + 1 < f->t->n && f->t->tokens[i + 1].gap == 0 &&
		    (f->t->tokens[i + 1].flags & MB_TOKEN_UPPER))
			continue;
		if (i > 0 && w->gap == 0 &&
		    (f->t->tokens[i - 1].flags & MB_TOKEN_UPPER) &&
		    !mb_word_is_common(f->t->tokens[i - 1].fold))
			continue;
		add_named(f, a->name, NULL, a->standing, a);
	}
}

/* --- the style of the meeting's lists ------------------------------------ */

struct style {
	guint members_titled;
	guint members_civil;
	guint members_plain;
	guint officers;
	guint keys;
};

static void
read_style(const struct finder *f, struct style *style)
{
	memset(style, 0, sizeof *style);
	for (guint i = 0; i < f->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(f->attendance->attendees, i);

		if (!a->listed || !same_meeting(a->meeting, f->meeting))
			continue;
		style->keys += a->initials ? 1 : 0;
		if (a->standing == MB_STANDING_OFFICER)
			style->officers++;
		else if (a->standing != MB_STANDING_MEMBER)
			continue;
		else if (a->title == MB_TITLE_MEMBER)
			style->members_titled++;
		else if (a->title == MB_TITLE_CIVIL)
			style->members_civil++;
		else if (strchr(a->name, ' '))
			style->members_plain++;
	}
}

/* --- the item's arrays --------------------------------------------------- */

/* "Alun Davies" and "Arwel Davies" are told apart by more than initials. */
static gboolean
initials_clash(const struct finder *f, const char *name)
{
	g_autofree char *surname = mb_name_surname(name);
	g_autofree char *given = mb_name_given(name);
	GPtrArray *list =
	    surname ? g_hash_table_lookup(f->attendance->by_surname, surname)
		    : NULL;

	if (g_utf8_strlen(given, -1) < 2)
		return FALSE;
	for (guint i = 0; list && i < list->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(list, i);
		g_autofree char *other = mb_name_given(a->name);

		if (a->standing == MB_STANDING_MEMBER &&
		    g_utf8_strlen(other, -1) > 1 &&
		    g_utf8_get_char(other) == g_utf8_get_char(given) &&
		    !g_str_has_prefix(other, given) &&
		    !g_str_has_prefix(given, other))
			return TRUE;
	}
	return FALSE;
}

static void
fill_item(const struct finder *f)
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
			initials = initials_clash(f, x->name)
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
fill_authors(const struct finder *f)
{
	if (f->draft->item->kind != MB_KIND_REPORT)
		return;
	for (guint i = 0; i < f->mentions->len; i++) {
		const struct mb_mention *m = g_ptr_array_index(f->mentions, i);

		if (m->name && m->contact)
			mb_item_add_author(f->draft->item, m->name);
	}
}

/* The item's text, its heading with it; of a report, also what stands above its
 * title: "Report of the Director of …", "From: Sue Chandler, Cabinet Member for
 * …". */
static char *
item_text(const struct mb_draft *draft, const struct mb_lines *lines)
{
	guint first = MIN(draft->head, draft->body);

	if (draft->item->kind == MB_KIND_REPORT && draft->part &&
	    draft->part->first < first &&
	    first - draft->part->first < ABOVE_MAX_LINES)
		first = draft->part->first;
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
	struct finder f = {
		.draft = draft,
		.attendance = attendance,
		.meeting = draft->part ? draft->part->meeting : NULL,
		.t = t,
		.mentions = mentions,
		.found = found,
	};
	struct style style;
	gboolean plain;

	read_style(&f, &style);
	plain = style.members_plain > style.members_titled;
	f.officers_untitled = style.officers > 0 && style.members_titled > 0;
	f.members_civil = style.members_civil > style.members_titled;
	for (guint i = 0; i < mentions->len; i++) {
		const struct mb_mention *m = g_ptr_array_index(mentions, i);

		if (m->name)
			take_name(&f, m);
	}
	/* An agenda's action table has owners, and no list: "AS" is then who is
	 * named elsewhere in the paper. */
	f.unlisted = style.keys + style.officers + style.members_titled +
	                 style.members_civil + style.members_plain ==
	             0;
	if (style.keys > 0 || style.members_plain > style.members_titled ||
	    (f.unlisted && draft->item->kind == MB_KIND_ACTION))
		take_keys(&f, style.keys == 0);
	if (plain)
		take_forenames(&f);
	for (guint i = 0; i < mentions->len; i++) {
		const struct mb_mention *m = g_ptr_array_index(mentions, i);

		if (!m->name && m->kind == MB_ROLE_POST)
			take_role(&f, m);
	}
	fill_item(&f);
	fill_authors(&f);
}
