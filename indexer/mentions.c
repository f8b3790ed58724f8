#include "indexer/mentions.h"

#include <string.h>

#include "indexer/credits.h"
#include "indexer/posts-alone.h"
#include "indexer/posts-beside.h"
#include "indexer/small-posts.h"

void
mb_mention_free(struct mb_mention *mention)
{
	g_free(mention->name);
	g_free(mention->role);
	g_free(mention->second);
	g_free(mention);
}

/* The words of a role, without the possessive of "the Clerk's salary". */
static char *
role_text(const struct mb_tokens *t, const struct mb_role *role)
{
	char *text = mb_tokens_text(t, role->first, role->end);

	if (*text && (t->tokens[role->end - 1].flags & MB_TOKEN_POSSESSIVE)) {
		char *s = text + strlen(text) - 1;

		*g_utf8_find_prev_char(text, s) = '\0';
	}
	return text;
}

static struct mb_mention *
add(GPtrArray *out, guint first, guint end)
{
	struct mb_mention *m = g_new0(struct mb_mention, 1);

	m->first = first;
	m->end = end;
	g_ptr_array_add(out, m);
	return m;
}

/* --- a name with its role ------------------------------------------------ */

/* Words behind a post that make a thing of it: "the Chief Executive Report",
 * "the Clerk role". */
static gboolean
is_thing(const struct mb_tokens *t, const struct mb_role *role)
{
	static const char things[] =
	    "report reports annual update updates role post posts position "
	    "network forum group programme decision decisions team "
	    "recommendations service services framework scheme function";
	static struct mb_word_set *thing_set;
	guint i = role->end;

	/* "the Independent Reviewing Officer (IRO) Annual Report" */
	if (i + 1 < t->n && (t->tokens[i].gap & MB_GAP_OPEN) &&
	    (t->tokens[i].flags & MB_TOKEN_CAPS) &&
	    t->tokens[i + 1].gap == MB_GAP_CLOSE)
		i++;
	else if (i < t->n && t->tokens[i].gap)
		return FALSE;
	/* "That the Head of Planning report to the meeting in April" */
	if (mb_tokens_is(t, i, "report") && i + 1 < t->n &&
	    (mb_tokens_is(t, i + 1, "to") || mb_tokens_is(t, i + 1, "on") ||
	     mb_tokens_is(t, i + 1, "back") || mb_tokens_is(t, i + 1, "every")))
		return FALSE;
	return i < t->n &&
	       !g_str_has_prefix(t->tokens[role->end - 1].fold, "clerk") &&
	       !(t->tokens[i - 1].flags & MB_TOKEN_POSSESSIVE) &&
	       mb_word_in(t->tokens[i].fold, &thing_set, things);
}

/* "Mohammed Farooq, Lead for Law and Governance (Monitoring Officer)" */
static void
add_second(const struct mb_tokens *t, struct mb_mention *m)
{
	struct mb_role role;

	if (m->end >= t->n || !(t->tokens[m->end].gap & MB_GAP_OPEN) ||
	    !mb_role_read(t, m->end, FALSE, &role) ||
	    role.kind != MB_ROLE_POST ||
	    !(mb_tokens_gap(t, role.end) & MB_GAP_CLOSE))
		return;
	m->second = mb_tokens_text(t, role.first, role.end);
	m->end = role.end;
}

/* "Contact Officer: Dana Rowe, Tel: …": between marks, what looks like a name
 * is one. */
static gboolean
stands_alone(const struct mb_tokens *t, const struct mb_name *name)
{
	const guint marks = MB_GAP_LINE | MB_GAP_COMMA | MB_GAP_OPEN |
	                    MB_GAP_DASH | MB_GAP_COLON | MB_GAP_CELL;

	return name->full && (t->tokens[name->first].gap & MB_GAP_COLON) &&
	       ((mb_tokens_gap(t, name->end) & marks) ||
	        mb_tokens_is(t, name->end, "tel") ||
	        mb_tokens_is(t, name->end, "email"));
}

/* "the Executive Director (Place), Jane Hill": take the field of the post in.
 */
static void
add_field(const struct mb_tokens *t, struct mb_mention *m)
{
	guint end = mb_role_field_end(t, m->end);
	g_autofree char *role = m->role, *field = NULL;

	if (!end) {
		g_steal_pointer(&role);
		return;
	}
	field = mb_tokens_text(t, m->end, end);
	m->role = g_strdup_printf("%s (%s)", role, field);
	m->end = end;
}

/* "Report Authors: Jane Hill and Tom Orme": he stands beside one who is. */
static gboolean
beside_contact(const struct mb_tokens *t, const GPtrArray *out,
               const struct mb_name *name)
{
	const struct mb_mention *b =
	    out->len > 1 ? g_ptr_array_index(out, out->len - 2) : NULL;
	guint i = name->first;

	if (!b || !b->contact || !name->full || !name->sure)
		return FALSE;
	return b->end == i ? t->tokens[i].gap == MB_GAP_COMMA
	                   : b->end + 1 == i && mb_tokens_is(t, i - 1, "and") &&
	                         !t->tokens[i].gap;
}

static guint
add_name(const struct mb_tokens *t, GPtrArray *out, const struct mb_name *name)
{
	struct mb_mention *m = add(out, name->first, name->end);
	struct mb_role role;

	m->name = mb_name_text(t, name);
	m->title = name->title;
	m->full = name->full;
	m->sure = name->sure;
	m->contact =
	    (name->sure || stands_alone(t, name)) &&
	    (mb_credit_before(t, name->first) || beside_contact(t, out, name));
	m->dotted = (t->tokens[name->name].flags & MB_TOKEN_INITIAL) &&
	            name->end == name->name + 2 &&
	            (t->tokens[name->name + 1].gap & MB_GAP_STOP);
	if (mb_post_behind(t, name, &role) && !mb_credit_is_label(t, &role)) {
		m->role = role_text(t, &role);
		m->kind = role.kind;
		m->end = role.end;
		add_second(t, m);
		add_field(t, m);
	} else if (name->title != MB_TITLE_MEMBER &&
	           mb_post_appointed(t, name->end, &role)) {
		m->role = role_text(t, &role);
		m->kind = role.kind;
	} else if (name->sure && name->title != MB_TITLE_MEMBER &&
	           mb_post_before(t, name->first, &role)) {
		m->role = role_text(t, &role);
		m->kind = role.kind;
	} else if (name->title == MB_TITLE_RANK) {
		m->role = mb_name_rank(t, name);
		m->kind = MB_ROLE_POST;
	} else {
		m->employer = mb_employer_behind(t, name);
		if (!m->employer)
			m->employer = mb_employer_before(t, name);
	}
	return m->end;
}

/* The word behind a short bracket at @i: "(Chairman)", "(Church rep)". */
static guint
skip_bracket(const struct mb_tokens *t, guint i)
{
	guint end = i;

	if (i >= t->n || !(t->tokens[i].gap & MB_GAP_OPEN))
		return i;
	while (end < t->n && end < i + 5 &&
	       !(mb_tokens_gap(t, end + 1) & MB_GAP_CLOSE))
		end++;
	return mb_tokens_gap(t, end + 1) & MB_GAP_CLOSE ? end + 1 : i;
}

/* A further name at @i with the title of those before: "Cllrs Malcolm Davies,
 * Mrs Shirley Matthews" are all councillors, "Mr. Michael Tiernan" among them
 * is not, nor who is "(Church rep)". */
static gboolean
more_name(const struct mb_tokens *t, guint i, enum mb_title title,
          struct mb_name *name)
{
	struct mb_role role;

	if (!mb_name_read(t, i, TRUE, name))
		return FALSE;
	if (name->title && (name->title != MB_TITLE_CIVIL ||
	                    mb_tokens_is(t, name->first, "mr")))
		return FALSE;
	if (!(mb_tokens_gap(t, name->end) & MB_GAP_OPEN) ||
	    !mb_role_read(t, name->end, TRUE, &role) ||
	    role.kind == MB_ROLE_MEMBER)
		name->title = title;
	return TRUE;
}

/* "Councillors Murphy, Sheehy (Chair) and Teefy": the names behind the first.
 */
static guint
add_more_names(const struct mb_tokens *t, GPtrArray *out, guint i,
               const struct mb_name *before)
{
	struct mb_name name;

	for (;;) {
		guint at = skip_bracket(t, i);

		guint gap = mb_tokens_gap(t, at);

		gboolean and = mb_tokens_is(t, at, "and");

		if (!and&&(!(gap & MB_GAP_COMMA) ||
		           (gap & ~(guint)(MB_GAP_COMMA | MB_GAP_CLOSE))))
			break;
		at += and? 1 : 0;
		if (!more_name(t, at, before->title, &name))
			break;
		i = add_name(t, out, &name);
	}
	return i;
}

/* --- a role alone ------------------------------------------------------- */

/* Is the post that begins at @first one person's? */
static gboolean
is_definite(const struct mb_tokens *t, const struct mb_role *role, guint first,
            gboolean *is_vague)
{
	const struct mb_token *last = &t->tokens[role->end - 1];

	if (mb_alone_is_definite(t, role->first, is_vague) ||
	    first != role->first || mb_alone_is_ones(t, role) ||
	    mb_credit_before(t, role->first))
		return TRUE;
	/* "Circulated, Chief Executive’s Report": what is somebody's */
	if (!role->bare && (last->flags & MB_TOKEN_POSSESSIVE))
		return TRUE;
	/* "Clerk Salary £93.60" in a list of payments */
	return role->bare && strcmp(last->fold, "clerk") == 0 &&
	       role->end < t->n && !t->tokens[role->end].gap &&
	       mb_small_post_owns(t->tokens[role->end].fold);
}

/* "the Director of Finance, Head of Audit and Monitoring Officer": what holds
 * for the first of a row holds for all. */
static gboolean
is_in_definite_row(const struct mb_tokens *t, const GPtrArray *out, guint first)
{
	const struct mb_mention *b =
	    out->len > 1 ? g_ptr_array_index(out, out->len - 2) : NULL;

	return b && first > 0 && b->definite && !b->name &&
	       (b->end == first
	            ? t->tokens[first].gap == MB_GAP_COMMA
	            : b->end + 1 == first && mb_tokens_is(t, first - 1, "and"));
}

static guint
add_role(const struct mb_tokens *t, GPtrArray *out, const struct mb_role *role)
{
	guint first = mb_alone_first(t, role);
	struct mb_role rest = *role;
	struct mb_mention *m;
	gboolean is_vague, definite = is_definite(t, role, first, &is_vague);

	if (is_vague || mb_credit_is_label(t, role) || is_thing(t, role))
		return role->end;
	m = add(out, first, role->end);
	m->kind = role->kind;
	rest.first = first;
	rest.end = mb_alone_end(t, &rest);
	m->role = role_text(t, &rest);
	if (rest.end == role->end)
		add_field(t, m);
	m->definite = definite || is_in_definite_row(t, out, first);
	return m->end;
}

/* "Roads Engineer S Nash", "the Director of Service, Paul Crowe": the role
 * before the name. */
static void
join_role_before(const struct mb_tokens *t, GPtrArray *out, guint at)
{
	struct mb_mention *m = g_ptr_array_index(out, at);
	struct mb_mention *b = at ? g_ptr_array_index(out, at - 1) : NULL;
	guint gap = t->tokens[m->first].gap;

	/* "the Executive Director (Place), Jane Hill" */
	if (b && b->role && g_str_has_suffix(b->role, ")"))
		gap &= ~(guint)MB_GAP_CLOSE;
	if (!b || b->name || b->kind != MB_ROLE_POST || m->role ||
	    b->end != m->first || m->title == MB_TITLE_MEMBER ||
	    (gap &
	     ~(guint)(MB_GAP_COMMA | MB_GAP_DASH | MB_GAP_COLON | MB_GAP_OPEN)))
		return;
	/* "The Clerk, Mrs Hill, reported" */
	if (!m->full && (gap & MB_GAP_COMMA) &&
	    !(m->title == MB_TITLE_CIVIL &&
	      mb_tokens_gap(t, m->end) == MB_GAP_COMMA))
		return;
	/* "Chief Operating Officer, Aldwater Hospitals NHS Trust" */
	if (!m->sure && m->end < t->n && !t->tokens[m->end].gap &&
	    (t->tokens[m->end].flags & MB_TOKEN_UPPER))
		return;
	m->role = g_steal_pointer(&b->role);
	m->kind = b->kind;
	m->first = b->first;
	m->definite = b->definite;
	g_ptr_array_remove_index(out, at - 1);
}

/* "Clerks Report": the post is Clerk. */
static void
name_clerk(const struct mb_tokens *t, GPtrArray *out, guint at)
{
	struct mb_mention *m;

	if (at >= out->len)
		return;
	m = g_ptr_array_index(out, at);
	if (strcmp(t->tokens[m->first].fold, "clerks") == 0) {
		g_free(m->role);
		m->role = g_strdup("Clerk");
	}
}

/* A post in small letters at @i.  Returns the word behind it; @i when none
 * stands there. */
static guint
add_small_post(const struct mb_tokens *t, GPtrArray *out, guint i)
{
	gboolean clerk = mb_small_post_is_clerk(t, i);
	guint at = out->len;
	struct mb_role role = { .first = i,
		                .end = clerk ? i + 1 : mb_small_post_read(t, i),
		                .kind = MB_ROLE_POST,
		                .bare = clerk };

	if (role.end == i)
		return i;
	i = add_role(t, out, &role);
	if (clerk)
		name_clerk(t, out, at);
	return i;
}

/* "Councillors George and Judith Cope": a couple, whose surname stands behind
 * the second. */
static void
share_surname(const struct mb_tokens *t, const struct mb_name *name,
              struct mb_mention *m, const struct mb_mention *next)
{
	const char *surname = next->name ? strchr(next->name, ' ') : NULL;
	g_autofree char *given = NULL;
	guint i = name->end;

	if (name->full || !surname || strchr(surname + 1, ' ') || m->role ||
	    !mb_word_is_forename(t->tokens[name->name].fold) ||
	    !mb_tokens_is(t, i, "and") || mb_tokens_gap(t, i) ||
	    next->first != i + 1 || !mb_word_is_forename(t->tokens[i + 1].fold))
		return;
	given = g_steal_pointer(&m->name);
	m->name = g_strconcat(given, surname, NULL);
	m->full = TRUE;
}

/* The name at word @i, and those behind it that share its title.  "Clerks and
 * Councillors Direct", a magazine, names nobody: councillors are several. */
static guint
add_names(const struct mb_tokens *t, GPtrArray *out, const struct mb_name *name)
{
	guint at = out->len;
	guint i = add_name(t, out, name);

	join_role_before(t, out, at);
	if (!name->plural)
		return i;
	i = add_more_names(t, out, i, name);
	if (out->len == at + 2)
		share_surname(t, name, g_ptr_array_index(out, at),
		              g_ptr_array_index(out, at + 1));
	if (out->len == at + 1 && !name->full && !mb_tokens_gap(t, name->end) &&
	    name->end + 1 < t->n &&
	    (t->tokens[name->end].flags & MB_TOKEN_UPPER))
		g_ptr_array_set_size(out, (gint)at);
	return i;
}

/* "Mary Street" */
static gboolean
is_place(const struct mb_tokens *t, const struct mb_name *name)
{
	static const char places[] =
	    "street avenue terrace quay crescent drive";
	static struct mb_word_set *set;

	return !name->title &&
	       mb_word_in(t->tokens[name->end - 1].fold, &set, places);
}

GPtrArray *
mb_mentions_find(const struct mb_tokens *t)
{
	GPtrArray *out =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_mention_free);
	guint i = 0;

	while (i < t->n) {
		const guint capital = MB_TOKEN_UPPER | MB_TOKEN_CAPS;
		guint end = mb_credit_label_end(t, i);
		struct mb_name name;
		struct mb_role role;

		if (!end && mb_small_post_is_clerk(t, i))
			end = add_small_post(t, out, i);
		else if (!end && mb_name_read(t, i, FALSE, &name))
			end = is_place(t, &name) ? name.end
			                         : add_names(t, out, &name);
		else if (!end && !(t->tokens[i].flags & capital))
			end = add_small_post(t, out, i);
		else if (!end && mb_role_read(t, i, FALSE, &role))
			end = add_role(t, out, &role);
		i = MAX(end, i + 1);
	}
	return out;
}
