#include "indexer/roll-entry.h"

#include <string.h>

#include "indexer/roll-parts.h"

/* Is whoever "represents" somebody, or is elected, no officer: "Parent
 * Governor", "Member of Public", "Police and Crime Commissioner"? */
static gboolean
is_outsider(const char *role)
{
	static const char words[] =
	    "governor governors representative representatives coopted cooptee "
	    "cooption coopt resident residents parishioner parishioners "
	    "elector electors public mp msp td senator guest visitor";
	static struct mb_word_set *set;
	g_autoptr(mb_tokens) t = mb_tokens_new(role);

	for (guint i = 0; i < t->n; i++)
		if (mb_word_in(t->tokens[i].fold, &set, words) ||
		    (i > 0 && mb_tokens_is(t, i, "commissioner") &&
		     mb_tokens_is(t, i - 1, "crime")))
			return TRUE;
	return FALSE;
}

/* "Chair of SME Recovery Group", "Chairperson of Marram Tidy Towns": of a body
 * that is none of the council's. */
static gboolean
chairs_elsewhere(const char *role)
{
	static const char *const own[] = { "council", "committee", "cabinet",
		                           "board",   "panel",     "district" };
	g_autofree char *low = g_utf8_strdown(role, -1);

	if (!g_str_has_prefix(low, "chair") || !strstr(low, " of "))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(own); i++)
		if (strstr(low, own[i]))
			return FALSE;
	return TRUE;
}

static enum mb_standing
standing_of(const struct mb_roll *r, enum mb_title title, const char *role)
{
	enum mb_role_kind kind = role ? mb_role_kind_of(role) : MB_ROLE_OTHER;

	if (title == MB_TITLE_MEMBER)
		return MB_STANDING_MEMBER;
	if (title == MB_TITLE_RANK)
		return MB_STANDING_OFFICER;
	if (role && kind == MB_ROLE_POST)
		return MB_STANDING_OFFICER;
	/* "Officials present: …, John Marl, Chair of SME Recovery Group" */
	if (role && kind == MB_ROLE_MEMBER && r->label->certain &&
	    r->label->standing == MB_STANDING_OFFICER && chairs_elsewhere(role))
		return MB_STANDING_OTHER;
	if (role && kind == MB_ROLE_MEMBER &&
	    !(r->label->certain && r->label->standing == MB_STANDING_OTHER))
		return MB_STANDING_MEMBER;
	if (role && is_outsider(role))
		return MB_STANDING_OTHER;
	return r->label->standing;
}

/* "Councillors A Orme, B Key, Clerk C Fell", then "Mr D Bell & Mr E Hale":
 * those behind the officer who are called otherwise are none of the
 * councillors. */
static gboolean
is_behind_officer(const struct mb_roll *r, const struct mb_name *name)
{
	if (name->title != MB_TITLE_CIVIL || !r->councillors || r->carried)
		return FALSE;
	for (guint i = r->out->len; i-- > 0;) {
		const struct mb_attendee *a = g_ptr_array_index(r->out, i);

		if (a->standing == MB_STANDING_OFFICER)
			return TRUE;
		if (a->title == MB_TITLE_MEMBER)
			return FALSE;
	}
	return FALSE;
}

struct mb_attendee *
mb_roll_add(struct mb_roll *r, const struct mb_name *name)
{
	g_autofree char *text = mb_name_text(r->t, name);
	struct mb_attendee *a =
	    mb_attendee_new(text, NULL, standing_of(r, name->title, NULL));

	a->title = name->title;
	a->listed = TRUE;
	a->absent = r->label->absent;
	if (a->standing == MB_STANDING_MEMBER && is_behind_officer(r, name))
		a->standing = MB_STANDING_OTHER;
	a->chair = r->label->chair && a->standing == MB_STANDING_MEMBER;
	if (name->title == MB_TITLE_RANK) {
		a->role = mb_name_rank(r->t, name);
		a->key = mb_role_key_new(a->role);
	}
	r->councillors |= name->title == MB_TITLE_MEMBER;
	g_ptr_array_add(r->out, a);
	return a;
}

/* "RB" or "(NO)" behind a name: the initials it goes by.  Returns the word
 * after it. */
static guint
read_key(const struct mb_tokens *t, guint i, struct mb_attendee *a)
{
	const struct mb_token *w = i < t->n ? &t->tokens[i] : NULL;
	g_autofree char *text = NULL;

	if (!w || w->len > 4 || w->len < 2 || !(w->flags & MB_TOKEN_UPPER))
		return i;
	text = g_strndup(t->text + w->at, w->len);
	if (!mb_name_may_have_key(a->name, text))
		return i;
	g_free(a->initials);
	a->initials = g_steal_pointer(&text);
	return i + 1;
}

/* "substitute for J A Wyatt", "in place of Cllr Borg": who is not there. */
gboolean
mb_roll_is_replaced(const struct mb_tokens *t, guint i)
{
	if (i < 2)
		return FALSE;
	if (mb_tokens_is(t, i - 1, "for"))
		return g_str_has_prefix(t->tokens[i - 2].fold, "substitut");
	return mb_tokens_is(t, i - 1, "of") &&
	       (mb_tokens_is(t, i - 2, "place") ||
	        mb_tokens_is(t, i - 2, "behalf"));
}

/* A name behind a mark may be the first words of a post: "P Beubry, Castlecomer
 * Area Engineer". */
static gboolean
begins_post(const struct mb_tokens *t, const struct mb_name *name)
{
	if (name->title || name->sure)
		return FALSE;
	for (guint i = name->end; i < t->n && !t->tokens[i].gap; i++) {
		/* "Cllrs Morrison, Parker & Mawdsley & the Clerk" */
		if (mb_tokens_is(t, i, "the"))
			return FALSE;
		if (mb_word_is_post(t->tokens[i].fold))
			return TRUE;
	}
	return FALSE;
}

gboolean
mb_roll_has_role(const struct mb_tokens *t, const struct mb_name *name)
{
	const guint marks = MB_GAP_COMMA | MB_GAP_DASH | MB_GAP_OPEN |
	                    MB_GAP_COLON | MB_GAP_CELL;
	struct mb_role role;

	return (mb_tokens_gap(t, name->end) & marks) &&
	       mb_role_read(t, name->end, TRUE, &role);
}

/* Is what looks like the rank of @name the end of a post before it? */
static gboolean
ends_post(const struct mb_tokens *t, const struct mb_name *name)
{
	guint i = name->first;

	return name->title == MB_TITLE_RANK && i > 0 && !t->tokens[i].gap &&
	       (t->tokens[i - 1].flags & MB_TOKEN_UPPER) &&
	       mb_word_is_common(t->tokens[i - 1].fold) &&
	       mb_word_is_post(t->tokens[name->name - 1].fold) &&
	       mb_word_is_forename(t->tokens[name->name].fold);
}

/* The next word at or after @i where another entry begins. */
static guint
next_entry(const struct mb_roll *r, guint i, guint from)
{
	const struct mb_tokens *t = r->t;

	for (; i < t->n; i++) {
		guint gap = t->tokens[i].gap;
		struct mb_name name;

		if ((gap & (MB_GAP_LINE | MB_GAP_SEMICOLON | MB_GAP_CELL)) &&
		    i > from)
			return i;
		if (i > from && mb_roll_post_ends_role(t, i))
			return i;
		if (i == from || !mb_name_read(t, i, FALSE, &name))
			continue;
		/* "Andrew Thurn - Highway Superintendent Ted Jonas" */
		if (ends_post(t, &name))
			return name.name;
		if (name.title ||
		    (name.sure && ((gap & (MB_GAP_COMMA | MB_GAP_CLOSE)) ||
		                   mb_tokens_is(t, i - 1, "and"))))
			return i;
		/* "… Quality and Improvement Allison Parkinson, Service
		 * Director": entries that ran together. */
		if (mb_roll_has_role(t, &name))
			return i;
	}
	return i;
}

/* The role in brackets behind a name. */
static guint
read_bracket(const struct mb_roll *r, guint i, char **role,
             struct mb_attendee *key_of)
{
	guint end = i;

	while (end < r->t->n && !(mb_tokens_gap(r->t, end + 1) & MB_GAP_CLOSE))
		end++;
	end = MIN(end + 1, r->t->n);
	/* "(JF)", "(JF, Clerk)", "(JF for item 5)" */
	if (key_of && read_key(r->t, i, key_of) > i &&
	    (end == i + 1 || (r->t->tokens[i + 1].gap & MB_GAP_COMMA) ||
	     mb_roll_is_doing(r->t, i + 1)))
		i++;
	*role = mb_roll_role(r->t, i, end);
	return end;
}

static void
add_post(struct mb_roll *r, const struct mb_attendee *a, const char *post)
{
	struct mb_attendee *b = mb_attendee_new(a->name, post, a->standing);

	b->title = a->title;
	b->listed = a->listed;
	b->absent = a->absent;
	g_ptr_array_add(r->out, b);
}

/* "Head of Audit (S151 Officer)": a second post in brackets behind the first.
 */
static void
add_bracketed(struct mb_roll *r, const struct mb_attendee *a, guint first,
              guint end)
{
	const struct mb_tokens *t = r->t;
	struct mb_role role;

	for (guint i = first + 1; i < end; i++)
		if ((t->tokens[i].gap & MB_GAP_OPEN) &&
		    mb_role_read(t, i, FALSE, &role) &&
		    role.kind == MB_ROLE_POST &&
		    (mb_tokens_gap(t, role.end) & MB_GAP_CLOSE)) {
			g_autofree char *text = mb_tokens_text(t, i, role.end);

			add_post(r, a, text);
		}
}

/* "Parish Clerk/Responsible Finance Officer", "Clerk & RFO", "Town Clerk and
 * Responsible Financial Officer": two posts of one person, each of which may be
 * printed alone. */
static void
add_posts(struct mb_roll *r, const struct mb_attendee *a)
{
	static const char *const joins[] = { "/", " & ", " and " };
	g_auto(GStrv) posts = NULL;
	guint join = 0;

	if (a->standing != MB_STANDING_OFFICER || !a->role)
		return;
	while (join + 1 < G_N_ELEMENTS(joins) && !strstr(a->role, joins[join]))
		join++;
	posts = g_strsplit(a->role, joins[join], 3);
	if (g_strv_length(posts) < 2)
		return;
	for (guint i = 0; posts[i]; i++) {
		enum mb_role_kind kind = mb_role_kind_of(g_strstrip(posts[i]));

		/* "Head of Finance and Treasurer"; and "the Director" may be
		 * another than a gallery's "Director/Curator" */
		if ((kind != MB_ROLE_POST && kind != MB_ROLE_OFFICE) ||
		    strcmp(posts[i], "Director") == 0)
			return;
	}
	for (guint i = 0; posts[i]; i++)
		add_post(r, a, posts[i]);
}

void
mb_roll_set_role(struct mb_roll *r, struct mb_attendee *a, const char *role)
{
	g_autofree char *low = role ? g_utf8_strdown(role, -1) : NULL;

	/* "Dr Colin STRANG (Vice Chairperson) | Nominated by Health Board" */
	if (role && a->role && a->standing == MB_STANDING_MEMBER &&
	    r->label->mixed && a->title != MB_TITLE_MEMBER &&
	    !mb_roll_sits_for_council(role))
		a->standing = MB_STANDING_OTHER;
	if (!role || a->role)
		return;
	/* "Apologies: Cllr M Hask (work), Cllr P Wick (on holiday)" */
	if (a->absent && strcmp(role, low) == 0 &&
	    mb_role_kind_of(role) == MB_ROLE_OTHER)
		return;
	/* "Miss J Rich, Mr A Lund and Mrs S Shaw, Councillors" */
	if (strcmp(low, "councillors") == 0 &&
	    a->standing == MB_STANDING_MEMBER)
		return;
	a->role = g_strdup(role);
	a->key = mb_role_key_new(role);
	/* "Cllrs I Robinson, R Tift, J Franklyn (JF, Clerk)": the plural title
	 * is not meant for the last. */
	if (r->carried && mb_role_kind_of(role) == MB_ROLE_POST)
		a->title = MB_TITLE_NONE;
	a->standing = standing_of(r, a->title, role);
	if (a->standing == MB_STANDING_MEMBER && strstr(low, "chair"))
		a->chair = !strstr(low, "vice") && !strstr(low, "deputy");
	add_posts(r, a);
}

/* A key in the next cell, or by itself on the next line. */
static guint
read_key_behind(const struct mb_tokens *t, guint i, struct mb_attendee *a)
{
	const guint marks = MB_GAP_CELL | MB_GAP_CLOSE | MB_GAP_DASH;
	guint gap = mb_tokens_gap(t, i);

	if (i >= t->n ||
	    ((gap & MB_GAP_LINE) && !(mb_tokens_gap(t, i + 1) & MB_GAP_LINE)) ||
	    (gap & ~(marks | MB_GAP_LINE)))
		return i;
	return read_key(t, i, a);
}

/* "Nicola Cooper NC Parish Clerk": the word behind the role that follows a key
 * at once. */
static guint
role_behind_key(struct mb_roll *r, guint i, struct mb_attendee *a)
{
	g_autofree char *text = NULL;
	struct mb_role role;
	struct mb_name name;

	if (i >= r->t->n || r->t->tokens[i].gap ||
	    mb_name_read(r->t, i, FALSE, &name) ||
	    !mb_role_read(r->t, i, FALSE, &role))
		return i;
	text = mb_roll_role(r->t, role.first, role.end);
	mb_roll_set_role(r, a, text);
	return role.end;
}

/* "Tim Sheppard Chair (TS)" */
static void
read_key_within(const struct mb_tokens *t, guint i, guint end,
                struct mb_attendee *a)
{
	for (; i < end && !a->initials; i++)
		if ((t->tokens[i].gap & MB_GAP_OPEN) &&
		    (mb_tokens_gap(t, i + 1) & MB_GAP_CLOSE))
			read_key(t, i, a);
}

/* The first word at or behind @i + 1 that begins a line. */
static guint
next_line(const struct mb_tokens *t, guint i)
{
	do
		i++;
	while (i < t->n && !(t->tokens[i].gap & MB_GAP_LINE));
	return i;
}

/* "Martin Holloway" and below it "Chief Executive", which fills its line, and
 * below that another name: not a column of names above one of posts. */
static gboolean
is_role_below(const struct mb_tokens *t, guint i)
{
	struct mb_role role;
	struct mb_name name;
	guint end;

	if (i >= t->n || t->tokens[i].gap != MB_GAP_LINE ||
	    mb_name_read(t, i, FALSE, &name) ||
	    !mb_role_read(t, i, TRUE, &role) || role.kind != MB_ROLE_POST)
		return FALSE;
	end = next_line(t, i);
	return role.end == end &&
	       (end >= t->n || mb_name_read(t, end, FALSE, &name));
}

/* What stands in brackets behind a name, and orders: "Jawaid MBE and Ogg".
 * Returns the word behind. */
static guint
read_brackets(struct mb_roll *r, guint i, struct mb_attendee *a)
{
	static const char orders[] = "obe mbe cbe kbe qpm jp dl";
	static struct mb_word_set *order_set;
	const struct mb_tokens *t = r->t;

	while (i < t->n && (t->tokens[i].gap & MB_GAP_OPEN)) {
		g_autofree char *in_bracket = NULL;

		i = read_bracket(r, i, &in_bracket, a);
		mb_roll_set_role(r, a, in_bracket);
	}
	while (i < t->n && !t->tokens[i].gap &&
	       mb_word_in(t->tokens[i].fold, &order_set, orders))
		i++;
	return i;
}

/* Does the next entry begin at @i, right behind a name? */
static gboolean
begins_entry(const struct mb_roll *r, guint i)
{
	const struct mb_tokens *t = r->t;
	guint gap = t->tokens[i].gap;
	struct mb_name name;

	if ((gap & (MB_GAP_LINE | MB_GAP_SEMICOLON | MB_GAP_STOP)) &&
	    !(gap & MB_GAP_COLON))
		return TRUE;
	/* "Councillors Collins, Keary": the next name, not a role; "Ms. C
	 * Browne, Chief Planner", "Tony Marsh, Healthwatch": a role. */
	if ((gap & (MB_GAP_COMMA | MB_GAP_CELL)) &&
	    mb_name_read(t, i, r->bare, &name) && !begins_post(t, &name))
		return TRUE;
	if (mb_roll_is_next_post(r, i))
		return TRUE;
	/* "Clerk: Sarah Teal Cllr Bram Orme", "D Richardson (Chair) R Healey",
	 * "B Simkins B Jones": entries that ran together. */
	return mb_name_read(t, i, FALSE, &name) &&
	       (name.title ||
	        (name.sure && ((gap & MB_GAP_CLOSE) || (!gap && name.full))) ||
	        ((gap & MB_GAP_CLOSE) && mb_roll_has_role(t, &name)));
}

guint
mb_roll_read_behind(struct mb_roll *r, guint i, struct mb_attendee *a)
{
	const struct mb_tokens *t = r->t;
	g_autofree char *role = NULL;
	struct mb_name name;
	guint end;

	i = read_brackets(r, i, a);
	if (i >= t->n)
		return i;
	end = read_key_behind(t, i, a);
	if (end > i)
		return role_behind_key(r, end, a);
	/* "B. Murphy:" and "E.E." on the next line */
	if (is_role_below(t, i)) {
		end = next_line(t, i);
		role = mb_roll_role(t, i, end);
		mb_roll_set_role(r, a, role);
		return end;
	}
	if (begins_entry(r, i))
		return i;
	if (mb_tokens_is(t, i, "and") && mb_name_read(t, i + 1, r->bare, &name))
		return i + 1;
	/* "Cllrs Parker & Mawdsley & the Clerk": who is not named. */
	if (mb_tokens_is(t, i, "and") && mb_tokens_is(t, i + 1, "the"))
		return next_entry(r, i, i);
	end = next_entry(r, i, i);
	role = mb_roll_role(t, i, end);
	mb_roll_set_role(r, a, role);
	if (a->standing == MB_STANDING_OFFICER && g_strcmp0(a->role, role) == 0)
		add_bracketed(r, a, i, end);
	read_key_within(t, i, end, a);
	return MAX(read_key_behind(t, end, a), i);
}
