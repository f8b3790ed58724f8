#include "indexer/attendance-list.h"

#include <string.h>

#include "indexer/roll-entry.h"
#include "indexer/roll-parts.h"

struct mb_attendee *
mb_attendee_new(const char *name, const char *role, enum mb_standing standing)
{
	struct mb_attendee *a = g_new0(struct mb_attendee, 1);

	a->name = g_strdup(name);
	a->role = g_strdup(role);
	a->standing = standing;
	a->surname = name ? mb_name_surname(name) : NULL;
	a->key = role ? mb_role_key_new(role) : NULL;
	return a;
}

void
mb_attendee_free(struct mb_attendee *attendee)
{
	g_free(attendee->name);
	g_free(attendee->initials);
	g_free(attendee->role);
	g_free(attendee->surname);
	mb_role_key_free(attendee->key);
	g_free(attendee);
}

/* The name behind the one that ends at @i, in one bracket: "(Messrs. S. Nash
 * and J. Sheehan)". */
static gboolean
read_next(const struct mb_tokens *t, guint i, struct mb_name *name)
{
	if (mb_tokens_gap(t, i) & MB_GAP_CLOSE)
		return FALSE;
	return mb_name_read(t, mb_tokens_is(t, i, "and") ? i + 1 : i, FALSE,
	                    name);
}

/* Are names all there is in the bracket that begins with @name? */
static gboolean
is_names_alone(const struct mb_tokens *t, struct mb_name name)
{
	gboolean plural = name.plural;

	while (plural && read_next(t, name.end, &name))
		;
	return (mb_tokens_gap(t, name.end) & MB_GAP_CLOSE) != 0;
}

/* "Head of Service (Building Control) Head of Service (Parks) (Mr S Nash)": the
 * first word at or behind @from of the post that ends before @i, behind those
 * whose bearers are not told. */
static guint
entry_begins(const struct mb_tokens *t, guint from, guint i)
{
	struct mb_role role;

	for (guint k = i - 1; k > from; k--)
		if ((t->tokens[k].gap & MB_GAP_CLOSE) &&
		    !(t->tokens[k].gap & MB_GAP_OPEN) &&
		    mb_role_read(t, k, TRUE, &role) &&
		    role.kind == MB_ROLE_POST)
			return k;
	return from;
}

/* "Director of Water Services (Mr. K. Lehane), Clerical Officer, Corporate
 * Services (Ms. L. Moloney)." */
static void
read_bracketed(struct mb_roll *r)
{
	const struct mb_tokens *t = r->t;
	guint from = 0;

	for (guint i = 0; i < t->n; i++) {
		g_autofree char *role = NULL;
		struct mb_name name;

		if (!(t->tokens[i].gap & MB_GAP_OPEN) ||
		    !mb_name_read(t, i, FALSE, &name) ||
		    !is_names_alone(t, name))
			continue;
		role = mb_roll_role(t, entry_begins(t, from, i), i);
		do
			mb_roll_set_role(r, mb_roll_add(r, &name), role);
		while (read_next(t, name.end, &name));
		from = name.end;
		i = from - 1;
	}
}

/* The first person of the list stands in the bracket behind his post. */
static gboolean
is_bracketed(const struct mb_tokens *t)
{
	for (guint i = 0; i < t->n; i++) {
		struct mb_name name;

		if (!mb_name_read(t, i, FALSE, &name) ||
		    !(name.sure || (t->tokens[i].gap & MB_GAP_OPEN)))
			continue;
		return (t->tokens[i].gap & MB_GAP_OPEN) &&
		       (mb_tokens_gap(t, name.end) & MB_GAP_CLOSE);
	}
	return FALSE;
}

/* Does the label leave no doubt that names follow? */
static gboolean
may_be_bare(const struct mb_roll_label *label)
{
	return label->standing == MB_STANDING_MEMBER ||
	       (label->standing == MB_STANDING_OFFICER && label->certain);
}

/* "JP Dray, Chief Executive": two initials without stops at the head of an
 * entry. */
static gboolean
is_pair(const struct mb_tokens *t, guint i)
{
	return (t->tokens[i].flags & MB_TOKEN_CAPS) && t->tokens[i].len == 2 &&
	       (t->tokens[i].gap || i == 0) && i + 1 < t->n &&
	       !t->tokens[i + 1].gap &&
	       (t->tokens[i + 1].flags & MB_TOKEN_UPPER) &&
	       !(t->tokens[i + 1].flags & MB_TOKEN_CAPS);
}

/* A surname alone is a name in a list of councillors, when marks or "and" set
 * it off on both sides. */
static gboolean
bare_names(const struct mb_roll *r, guint i)
{
	guint gap = r->t->tokens[i].gap;
	guint after = mb_tokens_gap(r->t, i + 1);
	struct mb_role role;

	/* "and McKay (Acting Chief Accountant)" */
	if (mb_tokens_is(r->t, i - 1, "and") && (after & MB_GAP_OPEN) &&
	    mb_role_read(r->t, i + 1, FALSE, &role))
		return role.kind == MB_ROLE_POST;
	if (!may_be_bare(r->label))
		return FALSE;
	/* "Oakes C, Bash A" */
	if (after == 0 && i + 1 < r->t->n &&
	    (r->t->tokens[i + 1].flags & MB_TOKEN_INITIAL))
		after = mb_tokens_gap(r->t, i + 2);
	if (after == 0 && !mb_tokens_is(r->t, i + 1, "and"))
		return FALSE;
	return (gap & (MB_GAP_COMMA | MB_GAP_LINE | MB_GAP_START |
	               MB_GAP_SEMICOLON | MB_GAP_CELL | MB_GAP_CLOSE)) ||
	       (i > 0 && mb_tokens_is(r->t, i - 1, "and"));
}

/* May surnames stand alone behind @name, as it does: "Farr, Oakes", "Farr D,
 * Oakes C"? */
static gboolean
names_bare(const struct mb_roll *r, const struct mb_name *name)
{
	if (name->full &&
	    (name->end != name->name + 2 ||
	     !(r->t->tokens[name->end - 1].flags & MB_TOKEN_INITIAL)))
		return FALSE;
	return may_be_bare(r->label);
}

/* "Cllrs Malcolm Davies, Mrs Shirley Matthews": a lady's title does not end the
 * plural one; "Mr. Michael Tiernan" among councillors is none. */
static void
carry_title(struct mb_roll *r, struct mb_name *name, enum mb_title *carried)
{
	r->carried = FALSE;
	if (name->plural) {
		*carried = name->title;
	} else if (*carried && name->title == *carried) {
		; /* "O’Brien, Cmhlr. Ó Ceallaigh, O’Dea" */
	} else if (!name->title || (name->title == MB_TITLE_CIVIL && *carried &&
	                            !mb_tokens_is(r->t, name->first, "mr"))) {
		name->title = *carried;
		r->carried = *carried != MB_TITLE_NONE;
	} else {
		*carried = MB_TITLE_NONE;
	}
	r->bare = *carried == MB_TITLE_MEMBER || names_bare(r, name) ||
	          (r->label->standing == MB_STANDING_MEMBER && *carried);
}

/* The entry whose post stands first, at @i.  Returns the word behind it; @i
 * when there is none. */
static guint
read_post_first(struct mb_roll *r, guint i)
{
	g_autofree char *text = NULL;
	struct mb_role role;
	struct mb_name name;
	struct mb_attendee *a;

	/* "Chair Rob Orme, Vice Chair Sue Pell, Clerk Ann Fenn" */
	if (!mb_roll_post_first(r->t, i, i == 0 || r->posts_first, &role,
	                        &name))
		return i;
	r->carried = FALSE;
	r->posts_first = TRUE;
	a = mb_roll_add(r, &name);
	text = mb_roll_role(r->t, role.first, role.end);
	mb_roll_set_role(r, a, text);
	return name.end;
}

/* Can the post of those who follow stand at word @i? */
static gboolean
begins_row(const struct mb_tokens *t, guint i)
{
	return (t->tokens[i].gap &
	        (MB_GAP_LINE | MB_GAP_SEMICOLON | MB_GAP_START | MB_GAP_STOP |
	         MB_GAP_COMMA)) ||
	       (i > 0 && mb_tokens_is(t, i - 1, "and"));
}

/* The post at word @i of those who follow, "Directors:", "guests", which ends
 * that of those before; or what is said of them and is no post.  Returns the
 * word behind it; @i when none stands there. */
static guint
read_leading(const struct mb_tokens *t, guint i, char **post,
             enum mb_title *carried)
{
	guint end = i;
	g_autofree char *next = NULL;

	if (!begins_row(t, i))
		return i;
	next = mb_roll_plural_post(t, i, &end);
	if (next || (t->tokens[i].gap && !(t->tokens[i].gap & MB_GAP_COMMA))) {
		*carried = MB_TITLE_NONE;
		g_free(*post);
		*post = g_steal_pointer(&next);
	}
	return end > i ? end : mb_roll_group_end(t, i);
}

static void
read_plain(struct mb_roll *r)
{
	const struct mb_tokens *t = r->t;
	enum mb_title carried = MB_TITLE_NONE;
	g_autofree char *post = NULL;
	guint i = 0;

	while (i < t->n) {
		guint at = i;
		struct mb_name name;
		struct mb_attendee *a;

		i = read_leading(t, i, &post, &carried);
		if (i > at)
			continue;
		if (!mb_name_read(t, i,
		                  bare_names(r, i) || is_pair(t, i) || carried,
		                  &name)) {
			i = read_post_first(r, at);
			/* "supervisors …, treasurer Ray Barn": one's own. */
			if (i > at)
				g_clear_pointer(&post, g_free);
			i = i == at ? at + 1 : i;
			continue;
		}
		if (mb_roll_is_replaced(t, i)) {
			i = name.end;
			continue;
		}
		carry_title(r, &name, &carried);
		a = mb_roll_add(r, &name);
		i = mb_roll_read_behind(r, name.end, a);
		mb_roll_set_role(r, a, post);
		if (r->out->len == r->first_out + 1)
			mb_roll_set_role(r, a, r->label->post);
	}
}

/* "Parish Clerk: Ann Fenn" and below it where she lives, which looks like a
 * name: of one post's bearer, who follows is only somebody with another. */
static void
keep_bearer(struct mb_roll *r)
{
	if (!r->label->post)
		return;
	for (guint i = r->out->len; i > r->first_out + 1; i--) {
		const struct mb_attendee *a = g_ptr_array_index(r->out, i - 1);

		if (!a->role && !a->title && !a->initials)
			mb_attendee_free(
			    g_ptr_array_steal_index(r->out, i - 1));
	}
}

void
mb_roll_read(const char *text, const struct mb_roll_label *label,
             GPtrArray *out)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(text);
	struct mb_roll r = {
		.t = t, .label = label, .out = out, .first_out = out->len
	};

	if (is_bracketed(t))
		read_bracketed(&r);
	else
		read_plain(&r);
	keep_bearer(&r);
	mb_roll_part(out, r.first_out, label, r.councillors);
}
