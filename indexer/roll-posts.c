/* Posts of an attendance list that stand before who holds them. */
#include <string.h>

#include "indexer/roll-entry.h"

/* "Special school heads and governors: " */
#define GROUP_MAX_WORDS 6

/* "the Clerk – Adrian Illingworth", "Clerk J Connelly", "the Clerk (Mrs J
 * Dow)", "and the clerk, Tom Brindley", "and treasurer Ray Barn": a post and
 * behind it who holds it; behind "the", and right before a name, small letters
 * will do. */
gboolean
mb_roll_post_first(const struct mb_tokens *t, guint i, gboolean seats,
                   struct mb_role *role, struct mb_name *name)
{
	gboolean small = (i > 0 && mb_tokens_is(t, i - 1, "the")) ||
	                 (i + 1 < t->n && !t->tokens[i + 1].gap &&
	                  !(t->tokens[i].flags & MB_TOKEN_UPPER) &&
	                  (t->tokens[i + 1].flags & MB_TOKEN_UPPER));
	guint gap;

	if (!mb_role_read(t, i, small, role) ||
	    (role->kind == MB_ROLE_MEMBER && !seats) ||
	    role->kind == MB_ROLE_OTHER ||
	    !mb_name_read(t, role->end, FALSE, name))
		return FALSE;
	gap = t->tokens[role->end].gap;
	if (gap & MB_GAP_OPEN)
		return (mb_tokens_gap(t, name->end) & MB_GAP_CLOSE) != 0;
	return !(gap & ~(guint)(MB_GAP_COMMA | MB_GAP_DASH | MB_GAP_COLON));
}

/* The same behind "the" or "and the", where it can't be the post of the name
 * before. */
static gboolean
next_post_first(const struct mb_tokens *t, guint i)
{
	struct mb_role role;
	struct mb_name name;
	guint at = i;

	while (at < t->n && at < i + 2 &&
	       (mb_tokens_is(t, at, "and") || mb_tokens_is(t, at, "the")))
		at++;
	return at > i && mb_roll_post_first(t, at, FALSE, &role, &name);
}

/* "Mr L Page" */
static gboolean
begins_titled(const struct mb_tokens *t, guint i)
{
	struct mb_name name;

	return mb_name_read(t, i, FALSE, &name) && name.title;
}

/* ", clerk Linda Bratt": right before the next name stands a post, which is
 * not that of the name before it. */
static gboolean
stands_before_name(const struct mb_tokens *t, guint i)
{
	struct mb_role role;
	struct mb_name name;

	return mb_roll_post_first(t, i, FALSE, &role, &name) &&
	       !t->tokens[role.end].gap && name.full;
}

/* "D York, Clerk J Ramsay, and Treasurer C Orme": the post belongs to the name
 * behind it, which has no other, nor a rank ("M Sim, Licensing Standards
 * Officer Sergeant Neil Orr"), or which stands in a row of such. */
static gboolean
post_of_next(const struct mb_roll *r, guint i)
{
	const struct mb_tokens *t = r->t;
	struct mb_role role;
	struct mb_name name;

	/* "Ann Hicks and Treasurer Beth Voss"; "Councillors D Reeve and P Marl
	 * Clerk J Connor": no councillor is the clerk. */
	if (mb_tokens_is(t, i, "and"))
		i++;
	else if (!(t->tokens[i].gap & MB_GAP_COMMA) &&
	         (t->tokens[i].gap || !r->councillors))
		return FALSE;
	return i < t->n && !(t->tokens[i].flags & MB_TOKEN_CAPS) &&
	       mb_roll_post_first(t, i, r->posts_first, &role, &name) &&
	       !(t->tokens[role.end].gap & ~(guint)MB_GAP_COLON) && name.full &&
	       name.title != MB_TITLE_RANK &&
	       (mb_tokens_gap(t, name.end) || begins_titled(t, name.end) ||
	        mb_tokens_is(t, name.end, "and")) &&
	       (r->posts_first || !mb_roll_has_role(t, &name) ||
	        stands_before_name(t, name.end));
}

/* "A Armstrong, EDC Clerk Mrs J Todd": the Clerk is not the one before, of whom
 * it is told that he comes from the district's council. */
static gboolean
clerk_first(const struct mb_tokens *t, guint i)
{
	struct mb_role role;
	struct mb_name name;

	return mb_tokens_is(t, i, "clerk") &&
	       !(t->tokens[i].gap & ~(guint)MB_GAP_COMMA) &&
	       (t->tokens[i - 1].flags & MB_TOKEN_CAPS) &&
	       !(t->tokens[i].flags & MB_TOKEN_CAPS) &&
	       mb_roll_post_first(t, i, FALSE, &role, &name);
}

/* "clerks Linda Bratt and Carrie Lund": does the post of several stand right
 * before the name of the first? */
static gboolean
is_before_name(const struct mb_tokens *t, guint i)
{
	struct mb_name name;

	if (i >= t->n || t->tokens[i].gap)
		return FALSE;
	/* "Mark and Sue Farr" */
	if ((t->tokens[i].flags & MB_TOKEN_UPPER) &&
	    mb_tokens_is(t, i + 1, "and") && !mb_tokens_gap(t, i + 1))
		i += 2;
	return mb_name_read(t, i, FALSE, &name) && name.full;
}

/* "guests Mark and Sue Farr": those of whom many were there, in which post or
 * as what. */
static gboolean
may_lead(const char *one)
{
	static const char outsiders[] = "guest visitor resident";
	static struct mb_word_set *set;

	return mb_word_is_post(one) || mb_word_in(one, &set, outsiders);
}

char *
mb_roll_plural_post(const struct mb_tokens *t, guint i, guint *end)
{
	for (guint k = i; k < t->n && k < i + 6; k++) {
		const char *fold = t->tokens[k].fold;
		g_autofree char *one = NULL;
		char *text;

		if (k > i && (t->tokens[k].gap ||
		              !(t->tokens[k].flags & MB_TOKEN_UPPER)))
			return NULL;
		one = g_strndup(fold, strlen(fold) - 1);
		if (!g_str_has_suffix(fold, "s") || !may_lead(one) ||
		    !((mb_tokens_gap(t, k + 1) & MB_GAP_COLON) ||
		      is_before_name(t, k + 1)))
			continue;
		*end = k + 1;
		text = mb_tokens_text(t, i, k + 1);
		text[strlen(text) - 1] = '\0';
		return text;
	}
	return NULL;
}

guint
mb_roll_group_end(const struct mb_tokens *t, guint i)
{
	const guint marks = MB_GAP_COLON | MB_GAP_LINE | MB_GAP_COMMA |
	                    MB_GAP_STOP | MB_GAP_SEMICOLON | MB_GAP_CELL;
	struct mb_role role;
	struct mb_name name;
	guint end = i + 1;

	if (i >= t->n || !(t->tokens[i].gap & (MB_GAP_START | MB_GAP_LINE)) ||
	    !(t->tokens[i].flags & MB_TOKEN_UPPER))
		return i;
	while (end < t->n && end < i + GROUP_MAX_WORDS &&
	       !(t->tokens[end].gap & marks))
		end++;
	if (end >= t->n || !(t->tokens[end].gap & MB_GAP_COLON) ||
	    (mb_name_read(t, i, FALSE, &name) && name.sure) ||
	    (mb_role_read(t, i, TRUE, &role) && role.kind != MB_ROLE_OTHER))
		return i;
	return mb_name_read(t, end, FALSE, &name) ? end : i;
}

/* "Gary Mant, clerks Linda Bratt and Carrie Lund", "and guests Bill Taff" */
static gboolean
posts_next(const struct mb_tokens *t, guint i)
{
	guint end, first = mb_tokens_is(t, i, "and") ? i + 1 : i;
	g_autofree char *post = mb_roll_plural_post(t, first, &end);

	return post != NULL;
}

gboolean
mb_roll_is_next_post(const struct mb_roll *r, guint i)
{
	return next_post_first(r->t, i) || post_of_next(r, i) ||
	       posts_next(r->t, i);
}

gboolean
mb_roll_post_ends_role(const struct mb_tokens *t, guint i)
{
	return next_post_first(t, i) || clerk_first(t, i);
}
