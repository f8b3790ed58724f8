#include "indexer/posts-beside.h"

#include <string.h>

/* "(Chief Operating Officer, Aldwater Hospitals NHS Trust)" */
#define BRACKET_MAX_WORDS 10

/* "Deputy Director of Public Health Jane Rowe" */
#define POST_MAX_WORDS 6

static const char introducing[] = "the our a an new newly appointed then";
/* "a new Project Manager" is nobody in particular; nor is who has left. */
static const char vague[] = "a an any each every some no all another other "
			    "relevant appropriate former late ex future "
			    "potential either many few lead";

static struct mb_word_set *introducing_set, *vague_set;

gboolean
mb_posts_vague(const char *fold)
{
	return mb_word_in(fold, &vague_set, vague);
}

static guint
skip_introducing(const struct mb_tokens *t, guint i)
{
	for (guint n = 0; n < 3 && i < t->n; n++, i++)
		if (!mb_word_in(t->tokens[i].fold, &introducing_set,
		                introducing) ||
		    (n > 0 && t->tokens[i].gap))
			break;
	return i;
}

/* "Mrs W. Phillips the internal auditor", "Logan Ings, area manager": a post in
 * small letters behind a name. */
static gboolean
lower_role_at(const struct mb_tokens *t, guint i, struct mb_role *role)
{
	for (guint k = i; k < t->n && k < i + 4; k++) {
		/* "a talented former officer" holds no post; who "asked
		 * officers" or "updated the manager" did something. */
		if ((t->tokens[k].flags & MB_TOKEN_UPPER) ||
		    (k > i && t->tokens[k].gap) ||
		    g_str_has_suffix(t->tokens[k].fold, "ed") ||
		    mb_posts_vague(t->tokens[k].fold))
			return FALSE;
		if (strlen(t->tokens[k].fold) > 3 &&
		    mb_word_is_post(t->tokens[k].fold)) {
			*role = (struct mb_role){ .first = i,
				                  .end = k + 1,
				                  .kind = MB_ROLE_POST };
			return TRUE;
		}
		if (strlen(t->tokens[k].fold) < 4)
			return FALSE;
	}
	return FALSE;
}

/* "New Clerk to the Council was introduced, Mrs Nan Clover": the post, what
 * happened, and a comma before the name. */
static gboolean
introduced_before(const struct mb_tokens *t, guint i, struct mb_role *role)
{
	static const char verbs[] = "introduced welcomed appointed";
	static struct mb_word_set *verb_set;
	guint k;

	if (i < 3 || t->tokens[i].gap != MB_GAP_COMMA ||
	    !mb_word_in(t->tokens[i - 1].fold, &verb_set, verbs))
		return FALSE;
	for (k = i - 1; k > 0 && i - k < 12 && !t->tokens[k].gap; k--)
		if (mb_role_read(t, k - 1, FALSE, role) &&
		    role->kind == MB_ROLE_POST)
			return TRUE;
	return FALSE;
}

/* "planning officer Dana Rowe": the first word of the post that ends before @i,
 * with what it is for; @i when that is not told. */
static guint
post_begins(const struct mb_tokens *t, guint i)
{
	guint first = i - 1;

	while (first > 0 && i - first < 3 && !t->tokens[i].gap &&
	       !t->tokens[first].gap && !t->tokens[first - 1].flags &&
	       t->tokens[first - 1].len > 3 &&
	       !g_str_has_suffix(t->tokens[first - 1].fold, "ed") &&
	       mb_word_is_common(t->tokens[first - 1].fold))
		first--;
	return first + 1 < i ? first : i;
}

/* "the new area manager, Douglas Castle": the word behind "the" or "new" where
 * the post that ends before @i begins; @i when none stands there. */
static guint
behind_introducing(const struct mb_tokens *t, guint i)
{
	guint first = i;

	while (first > 0 && i - first < 4 &&
	       !mb_word_in(t->tokens[first - 1].fold, &introducing_set,
	                   introducing) &&
	       t->tokens[first - 1].len > 3 &&
	       (first == i || t->tokens[first].gap == 0))
		first--;
	return first > 0 && t->tokens[first].gap == 0 && i - first < 4 &&
	               mb_word_in(t->tokens[first - 1].fold, &introducing_set,
	                          introducing)
	           ? first
	           : i;
}

gboolean
mb_post_before(const struct mb_tokens *t, guint i, struct mb_role *role)
{
	guint first;

	if (introduced_before(t, i, role))
		return TRUE;
	if (i == 0 || (t->tokens[i].gap & ~(guint)MB_GAP_COMMA) ||
	    !mb_word_is_post(t->tokens[i - 1].fold) ||
	    (t->tokens[i - 1].flags & MB_TOKEN_UPPER))
		return FALSE;
	/* "the Council's valuer, Mr Quentin Farrowdale" */
	if (i > 1 && !t->tokens[i - 1].gap &&
	    (t->tokens[i - 2].flags & MB_TOKEN_POSSESSIVE))
		first = i - 1;
	else
		first = behind_introducing(t, i);
	if (first == i)
		first = post_begins(t, i);
	*role =
	    (struct mb_role){ .first = first, .end = i, .kind = MB_ROLE_POST };
	return first < i;
}

/* Two capital words that only look like a name, with a post behind them:
 * "Housing, Motor Tax, Head of Finance", "BODY WORN CAMERAS, CHIEF
 * SUPERINTENDENT". */
static gboolean
may_be_name(const struct mb_tokens *t, const struct mb_name *name)
{
	guint gap = mb_tokens_gap(t, name->end);

	if (t->tokens[name->name].flags & MB_TOKEN_CAPS)
		return FALSE;
	return (gap & MB_GAP_OPEN) ||
	       ((gap & MB_GAP_COMMA) &&
	        !(t->tokens[name->first].gap & MB_GAP_COMMA));
}

gboolean
mb_post_appointed(const struct mb_tokens *t, guint i, struct mb_role *role)
{
	static const char verbs[] =
	    "appointed taken take taking took succeeded succeed act acting "
	    "acted become became joined promoted retiring retired resigned "
	    "leaving work service time role";
	static struct mb_word_set *verb_set;
	gboolean verb = FALSE;
	struct mb_name other;

	/* "Olwen Tranter, who was retiring as Harbour Manager" */
	if (i + 1 < t->n && t->tokens[i].gap == MB_GAP_COMMA &&
	    mb_tokens_is(t, i, "who"))
		i++;
	/* "Sarah Saunders is the new Head of Planning" */
	if (i + 1 < t->n && !t->tokens[i].gap && !t->tokens[i + 1].gap &&
	    (mb_tokens_is(t, i, "is") || mb_tokens_is(t, i, "was")) &&
	    (mb_tokens_is(t, i + 1, "the") || mb_tokens_is(t, i + 1, "our")))
		return mb_role_read(t, skip_introducing(t, i + 1), FALSE,
		                    role) &&
		       role->kind == MB_ROLE_POST;
	for (guint k = i; k < t->n && k < i + 9 && !t->tokens[k].gap; k++) {
		gboolean post = mb_tokens_is(t, k, "as") ||
		                (mb_tokens_is(t, k, "of") && k > i &&
		                 mb_tokens_is(t, k - 1, "post"));

		if (post && (verb || k == i))
			return mb_role_read(t, skip_introducing(t, k + 1),
			                    FALSE, role) &&
			       role->kind == MB_ROLE_POST;
		verb = verb || mb_word_in(t->tokens[k].fold, &verb_set, verbs);
		/* "succeeded Graham Isherwood as" */
		if (verb && mb_name_read(t, k, FALSE, &other))
			k = other.end - 1;
		else if (t->tokens[k].flags & MB_TOKEN_UPPER)
			return FALSE;
	}
	return FALSE;
}

/* Does a post end right before word @i? */
static gboolean
has_post_before(const struct mb_tokens *t, guint i)
{
	struct mb_role role;
	guint from = i > POST_MAX_WORDS ? i - POST_MAX_WORDS : 0;

	for (guint k = i; k > from && !t->tokens[k].gap; k--)
		if (mb_role_read(t, k - 1, FALSE, &role) && role.end == i)
			return TRUE;
	return FALSE;
}

/* "PCSO L Timm, the Clerk (Mrs J Dow)", "City Manager Jeff Tower, City Attorney
 * Joe Lahey": the post of who stands behind it; but "Jeff Tower - Manager Joe
 * Lahey - Attorney" ran together. */
static gboolean
is_next_ones(const struct mb_tokens *t, const struct mb_name *name,
             const struct mb_role *role)
{
	guint gap = mb_tokens_gap(t, role->end);
	struct mb_name next;
	struct mb_role own;

	if (!mb_name_read(t, role->end, FALSE, &next) || !next.sure)
		return FALSE;
	if (gap & (MB_GAP_OPEN | MB_GAP_DASH | MB_GAP_COLON))
		return TRUE;
	if (gap || !next.full || next.title == MB_TITLE_MEMBER ||
	    t->tokens[role->first].gap != MB_GAP_COMMA)
		return FALSE;
	return has_post_before(t, name->first) ||
	       !(mb_tokens_gap(t, next.end) & (MB_GAP_COMMA | MB_GAP_DASH)) ||
	       !mb_role_read(t, next.end, FALSE, &own);
}

/* "Adam Carver Job title: Head of City Transport": the word behind the label of
 * a form's next field; @i when none stands there. */
static guint
skip_title_label(const struct mb_tokens *t, guint i)
{
	static const char labels[] = "title role position designation post";
	static struct mb_word_set *label_set;
	guint k = mb_tokens_is(t, i, "job") ? i + 1 : i;

	if (k < t->n && mb_word_in(t->tokens[k].fold, &label_set, labels) &&
	    (mb_tokens_gap(t, k + 1) & (MB_GAP_COLON | MB_GAP_CELL)))
		return k + 1;
	return i;
}

/* The post in the bracket at @i, with what follows it there: "(Chief Operating
 * Officer, Aldwater Hospitals NHS Trust)", "(Assistant Director (Housing))". */
static gboolean
in_bracket(const struct mb_tokens *t, guint i, struct mb_role *role)
{
	struct mb_name name;
	guint end;

	if (!mb_role_read(t, i, TRUE, role))
		return FALSE;
	for (end = role->end; end < t->n && end < role->end + BRACKET_MAX_WORDS;
	     end++) {
		guint gap = t->tokens[end].gap;

		if (gap & MB_GAP_CLOSE)
			break;
		if (gap & (MB_GAP_SEMICOLON | MB_GAP_LINE) ||
		    (mb_name_read(t, end, FALSE, &name) && name.sure))
			return FALSE;
	}
	if (!(mb_tokens_gap(t, end) & MB_GAP_CLOSE))
		return FALSE;
	if (!(mb_tokens_gap(t, role->end) & MB_GAP_OPEN))
		role->end = end;
	return TRUE;
}

/* "Jane Hill, Detective Inspector, Westshire Police": a rank between marks. */
static gboolean
rank_behind(const struct mb_tokens *t, guint i, struct mb_role *role)
{
	gboolean plural;
	guint end;

	if (!(t->tokens[i].gap & (MB_GAP_COMMA | MB_GAP_OPEN)) ||
	    mb_title_read(t, i, &end, &plural) != MB_TITLE_RANK ||
	    !(mb_tokens_gap(t, end) & (MB_GAP_COMMA | MB_GAP_CLOSE)))
		return FALSE;
	*role =
	    (struct mb_role){ .first = i, .end = end, .kind = MB_ROLE_POST };
	return TRUE;
}

/* "thanked Sheila Marram temporary clerk for her help" */
static gboolean
stands_in(const struct mb_tokens *t, guint i)
{
	return mb_tokens_is(t, i, "temporary") || mb_tokens_is(t, i, "acting");
}

/* "Mayoral Combined Authority Director", "Nursery Provision\nLeapfrog
 * Specialist": what only looks like a name needs a stronger sign; and in "With
 * regard to the Taliaris War Memorial, the Clerk had contacted the insurers" it
 * is a thing, behind which stands who dealt with it. */
static gboolean
is_somebody(const struct mb_tokens *t, const struct mb_name *name)
{
	guint i = name->end;

	if (name->sure)
		return TRUE;
	return (may_be_name(t, name) || stands_in(t, i)) &&
	       !((mb_tokens_gap(t, i) & MB_GAP_COMMA) &&
	         skip_introducing(t, i) > i);
}

/* The post below a name that begins its line, as under a signature. */
static gboolean
on_next_line(const struct mb_tokens *t, const struct mb_name *name,
             struct mb_role *role)
{
	const guint edges = MB_GAP_LINE | MB_GAP_START | MB_GAP_CELL;

	return (t->tokens[name->first].gap & edges) &&
	       mb_role_read(t, name->end, FALSE, role) &&
	       (mb_tokens_gap(t, role->end) &
	        (MB_GAP_LINE | MB_GAP_CELL | MB_GAP_OPEN));
}

/* "Mr O. Tranter, S.E.E.", "Ger O’Conlon S.E.E.;": letters that are a post. */
static gboolean
in_letters(const struct mb_tokens *t, guint i, struct mb_role *role)
{
	if (!(t->tokens[i].flags & MB_TOKEN_CAPS) ||
	    !(t->tokens[i].gap || (t->tokens[i].flags & MB_TOKEN_DOTTED)) ||
	    !mb_word_is_post(t->tokens[i].fold) || !mb_tokens_gap(t, i + 1))
		return FALSE;
	*role = (struct mb_role){
		.first = i, .end = i + 1, .kind = MB_ROLE_POST, .bare = TRUE
	};
	return TRUE;
}

/* "Mrs J Wain, the Commissioner's Chief Finance Officer": hers is the second
 * post. */
static void
take_owned(const struct mb_tokens *t, struct mb_role *role)
{
	struct mb_role own;

	if ((t->tokens[role->end - 1].flags & MB_TOKEN_POSSESSIVE) &&
	    !mb_tokens_gap(t, role->end) &&
	    mb_role_read(t, role->end, FALSE, &own) && own.kind == MB_ROLE_POST)
		*role = own;
}

/* The post on the line of a name, behind a mark or none. */
static gboolean
on_line(const struct mb_tokens *t, const struct mb_name *name,
        struct mb_role *role)
{
	guint i = name->end, gap = t->tokens[i].gap;
	guint from = skip_introducing(t, i);

	if (gap & ~(guint)(MB_GAP_COMMA | MB_GAP_DASH | MB_GAP_COLON))
		return FALSE;
	if (in_letters(t, i, role))
		return TRUE;
	/* "Mr Martin Murray C.C.C. Public Rights of Way Development
	 * Officer" */
	if (gap == 0 && (t->tokens[i].flags & MB_TOKEN_DOTTED) &&
	    !(mb_tokens_gap(t, i + 1) & ~(guint)MB_GAP_STOP))
		from = ++i;
	/* "Councillor Hill, the Chief Executive and …": two people. */
	if (name->title == MB_TITLE_MEMBER && (gap & MB_GAP_COMMA) &&
	    mb_role_read(t, from, FALSE, role) && role->kind == MB_ROLE_POST)
		return FALSE;
	if (mb_role_read(t, gap ? from : i, FALSE, role)) {
		take_owned(t, role);
		return !gap || !is_next_ones(t, name, role);
	}
	return (gap || from > i || name->sure || stands_in(t, i)) &&
	       lower_role_at(t, from, role) &&
	       /* "treasurer Ray Barn, clerk Linda Bratt" */
	       !(gap == MB_GAP_COMMA && from == i &&
	         is_next_ones(t, name, role));
}

gboolean
mb_post_behind(const struct mb_tokens *t, const struct mb_name *name,
               struct mb_role *role)
{
	guint i = name->end;
	guint gap = mb_tokens_gap(t, i);
	struct mb_name other;

	if (i >= t->n || (t->tokens[i - 1].flags & MB_TOKEN_POSSESSIVE) ||
	    (mb_name_read(t, i, FALSE, &other) && other.sure))
		return FALSE;
	if (skip_title_label(t, i) > i)
		return mb_role_read(t, skip_title_label(t, i), FALSE, role) &&
		       role->kind == MB_ROLE_POST;
	if (!is_somebody(t, name))
		return FALSE;
	if (rank_behind(t, i, role))
		return TRUE;
	if (gap & MB_GAP_OPEN)
		return in_bracket(t, i, role);
	return gap & MB_GAP_LINE ? on_next_line(t, name, role)
	                         : on_line(t, name, role);
}
