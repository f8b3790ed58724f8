#include "indexer/roles.h"

#include <string.h>

#include "indexer/names.h"
#include "indexer/role-words.h"

/* The longest post seen has 15 words: "Assistant Director Strengthening
 * Independence Service – For Disabled Children and Young People 0-25". */
#define ROLE_MAX_WORDS 18
/* "Assistant Director (Children and Young People)" */
#define FIELD_MAX_WORDS 5

/* "the Officer" says nothing of who is meant. */
static const char single_posts[] =
    "director clerk commissioner ceo superintendent clerc dso solicitor rfo "
    "attorney";
/* Kinds of staff of whom there are many. */
static const char many_words[] = "line duty case police prison army liaison's "
				 "security";
static const char owned_words[] =
    "salary expenses wages hours report update correspondence allowance";
static const char serving_words[] =
    "clerk assistant advisor adviser secretary consultant counsel";
static const char cut_words[] = "asst dept exec corp snr dep mgr admin env";
static const char months[] = "january february march april may june july "
			     "august september october november december";
static const char connectors[] = "of for and the to in on";
static const char starters[] =
    "the a an and or of for to in on at by with from as this that these "
    "those his her our your their its any each every some no all another "
    "both either other when where while after before during following "
    "members if is was were it he she they which who what and but not "
    "then new former previous current also draft appointment welcome";

static struct mb_word_set *single_set, *many_set, *connector_set, *starter_set,
    *owned_set, *serving_set, *cut_set, *month_set;

/* --- reading ------------------------------------------------------------- */

static gboolean
is_capital(const struct mb_token *w)
{
	return (w->flags & (MB_TOKEN_UPPER | MB_TOKEN_CAPS)) != 0;
}

/* A small word goes on in a role when a capital follows: "Head of Service",
 * "Clerk to the Council". */
static gboolean
connector_holds(const struct mb_tokens *t, guint i,
                const struct mb_role_words *s, gboolean list)
{
	const char *fold = t->tokens[i].fold;
	guint next = i + 1;

	if (!mb_word_in(fold, &connector_set, connectors))
		return FALSE;
	if ((strcmp(fold, "to") == 0 || strcmp(fold, "in") == 0 ||
	     strcmp(fold, "on") == 0) &&
	    !mb_role_words_any(s))
		return FALSE;
	/* "Clerk to the Council", but "welcomed the Heritage Officer to the
	 * Meeting". */
	if (strcmp(fold, "to") == 0 &&
	    !mb_word_in(t->tokens[i - 1].fold, &serving_set, serving_words))
		return FALSE;
	/* "the loan of a laptop to the Clerk for Council business" */
	if (strcmp(fold, "for") == 0 && mb_tokens_is(t, i - 1, "clerk"))
		return FALSE;
	/* "Authorised the Executive Director": no role begins before "the". */
	if (strcmp(fold, "the") == 0 && !mb_role_words_any(s))
		return FALSE;
	if (next < t->n && mb_tokens_is(t, next, "the") &&
	    t->tokens[next].gap == 0)
		next++;
	if (next >= t->n || t->tokens[next].gap != 0)
		return FALSE;
	if (list)
		return TRUE;
	return is_capital(&t->tokens[next]);
}

/* "the Managing Director, Engineering and City Engineer", "Director of
 * Development and Chief Building Official": a post with its field, and behind
 * "and" at @i the old title of who holds it; but "the City Manager and City
 * Clerk" are two. */
static gboolean
is_second_title(const struct mb_tokens *t, guint i,
                const struct mb_role_words *s)
{
	static const char bodies[] = "city town township municipal borough";
	static const char titles[] = "engineer treasurer solicitor planner "
				     "surveyor architect comptroller";
	static struct mb_word_set *body_set, *title_set;

	if (!mb_tokens_is(t, i, "and") || !s->n_posts || s->n_member ||
	    i + 2 >= t->n || mb_word_is_post(t->tokens[i - 1].fold))
		return FALSE;
	if (mb_tokens_is(t, i + 1, "chief"))
		return mb_tokens_is(t, i + 2, "building");
	return mb_word_in(t->tokens[i + 1].fold, &body_set, bodies) &&
	       mb_word_in(t->tokens[i + 2].fold, &title_set, titles);
}

/* After "and": another person's role or name begins, or this one goes on? */
static gboolean
and_parts(const struct mb_tokens *t, guint i, const struct mb_role_words *s)
{
	struct mb_name name;
	guint end = i + 1;

	if (!mb_role_words_any(s))
		return FALSE;
	if (mb_name_read(t, i + 1, FALSE, &name))
		return TRUE;
	if (mb_tokens_is(t, end, "the") || mb_tokens_is(t, end, "a"))
		return TRUE;
	if (is_second_title(t, i, s))
		return FALSE;
	/* "Head of Housing and Director of Finance": a post comes within the
	 * next capital words. */
	for (; end < t->n && end < i + 5 && is_capital(&t->tokens[end]) &&
	       (end == i + 1 || t->tokens[end].gap == 0);
	     end++)
		if (mb_word_is_post(t->tokens[end].fold) ||
		    mb_role_word_is_member(t->tokens[end].fold))
			return TRUE;
	return FALSE;
}

/* "Service Director, Quality and Improvement", "Interim Service Manager –
 * Children's Commissioning": the field follows the post behind a mark. */
static gboolean
extends(const struct mb_tokens *t, guint i, const struct mb_role_words *s,
        gboolean list)
{
	struct mb_role_words rest = { 0 };
	struct mb_name name;
	guint gap = t->tokens[i].gap;
	guint k;

	if (!(gap & (MB_GAP_COMMA | MB_GAP_DASH | MB_GAP_COLON)) ||
	    (gap & (gap - 1)) || !s->n_posts || !is_capital(&t->tokens[i]))
		return FALSE;
	if (mb_name_read(t, i, FALSE, &name))
		return FALSE;
	if (!mb_word_is_common(t->tokens[i].fold) && !list)
		return FALSE;
	for (k = i; k < t->n && k < i + 6; k++) {
		if (k > i &&
		    (t->tokens[k].gap != 0 || is_second_title(t, k, s) ||
		     (mb_tokens_is(t, k, "and") &&
		      mb_tokens_is(t, k + 1, "the"))))
			break;
		mb_role_words_add(&rest, t, k);
		if (!is_capital(&t->tokens[k]) &&
		    !mb_word_in(t->tokens[k].fold, &connector_set, connectors))
			break;
	}
	if (mb_role_words_any(&rest))
		return FALSE;
	/* "…, Members were told": a sentence goes on, not a role. */
	return list || s->extended || mb_word_is_common(t->tokens[i].fold);
}

/* "Executive Director: Growth and Regeneration": what a director directs,
 * behind a colon; but "Report of the Director: Budget Update" is a title. */
static gboolean
is_directed(const struct mb_tokens *t, guint i)
{
	static const char fields[] =
	    "place places people growth economy housing homes children "
	    "childrens children's adult adults education environment resources "
	    "transport corporate community communities culture public health "
	    "legal neighbourhoods regeneration commissioning infrastructure "
	    "property workforce customer customers care skills";
	static const char things[] =
	    "report update strategy plan review policy budget programme "
	    "statement overview presentation performance";
	static struct mb_word_set *field_set, *thing_set;

	if (!mb_tokens_is(t, i - 1, "director") ||
	    !mb_word_in(t->tokens[i].fold, &field_set, fields))
		return FALSE;
	for (guint k = i + 1; k < t->n && !t->tokens[k].gap; k++)
		if (mb_word_in(t->tokens[k].fold, &thing_set, things))
			return FALSE;
	return TRUE;
}

/* Is the word at @i, which has a capital, part of the role before it? */
static gboolean
capital_goes_on(const struct mb_tokens *t, guint i,
                const struct mb_role_words *s)
{
	const struct mb_token *w = &t->tokens[i];
	struct mb_name name;
	gboolean plural;
	guint end;

	/* "Head of Parks Tom Pell": the field comes first. */
	if (mb_role_words_any(s) && mb_tokens_is(t, i - 1, "of"))
		return TRUE;
	/* "03 Councillor Mark Weston", "Head of Service Mark Tobin" */
	if (mb_name_read(t, i, FALSE, &name) &&
	    (name.sure || mb_role_words_any(s)))
		return FALSE;
	if (mb_title_read(t, i, &end, &plural) &&
	    !mb_word_is_post(t->tokens[end - 1].fold) &&
	    !mb_role_word_is_post_at(t, end - 1) &&
	    !mb_role_word_is_member(w->fold) &&
	    /* "Superintendent An Garda Síochána" */
	    !(strcmp(w->fold, "garda") == 0 && mb_tokens_is(t, i - 1, "an")))
		return FALSE;
	/* "the Mayor and the City Clerk BE AUTHORIZED to execute" */
	if (strcmp(w->fold, "be") == 0)
		return FALSE;
	/* "the Director's report", "Clerk Salary": the post ends there. */
	if (strncmp(t->tokens[i - 1].fold, "clerk", 5) == 0 &&
	    mb_word_in(w->fold, &owned_set, owned_words))
		return FALSE;
	/* "the Town Clerk's Assistant" */
	if (mb_word_is_post(w->fold))
		return TRUE;
	return !((t->tokens[i - 1].flags & MB_TOKEN_POSSESSIVE) &&
	         (mb_word_is_post(t->tokens[i - 1].fold) ||
	          mb_role_word_is_office(t->tokens[i - 1].fold) ||
	          g_str_has_prefix(t->tokens[i - 1].fold, "exec")));
}

static gboolean
goes_on(const struct mb_tokens *t, guint i, const struct mb_role_words *s,
        gboolean list)
{
	const struct mb_token *w = &t->tokens[i];

	if (w->gap == MB_GAP_COMMA || w->gap == MB_GAP_DASH)
		return extends(t, i, s, list);
	if (w->gap == MB_GAP_COLON)
		return is_directed(t, i) && extends(t, i, s, list);
	if (w->gap & ~(guint)(MB_GAP_SLASH | MB_GAP_STOP))
		return FALSE;
	/* "Asst. Director": a stop only after what is cut short. */
	if ((w->gap & MB_GAP_STOP) && t->tokens[i - 1].len > (list ? 5 : 3) &&
	    !mb_word_in(t->tokens[i - 1].fold, &cut_set, cut_words))
		return FALSE;
	if (strcmp(w->fold, "and") == 0 && and_parts(t, i, s))
		return FALSE;
	if (mb_word_in(w->fold, &connector_set, connectors))
		return connector_holds(t, i, s, list);
	/* "the Corporate Director 7 Verge Cutting": the next item's. */
	if (w->flags & MB_TOKEN_NUMBER)
		return !mb_word_is_post(t->tokens[i - 1].fold) &&
		       i + 1 < t->n && t->tokens[i + 1].gap == 0 &&
		       !mb_word_in(t->tokens[i + 1].fold, &month_set, months) &&
		       (is_capital(&t->tokens[i + 1]) ||
		        mb_word_is_post(t->tokens[i + 1].fold));
	/* "the Section 73 officer", "the EDT manager" */
	if (!is_capital(w) && !mb_role_words_any(s) && mb_word_is_post(w->fold))
		return is_capital(&t->tokens[i - 1]) ||
		       (t->tokens[i - 1].flags & MB_TOKEN_NUMBER);
	/* "(Church rep)" */
	if (list && mb_role_word_is_other(w->fold))
		return TRUE;
	if (!is_capital(w))
		return list && !mb_word_is_common(w->fold)
		           ? TRUE
		           : list && mb_role_words_any(s);
	return capital_goes_on(t, i, s);
}

gboolean
mb_role_read(const struct mb_tokens *t, guint i, gboolean list,
             struct mb_role *out)
{
	struct mb_role_words s = { 0 };
	guint first = i;

	if (i >= t->n || (!is_capital(&t->tokens[i]) && !list) ||
	    (mb_word_in(t->tokens[i].fold, &starter_set, starters) &&
	     !(mb_tokens_gap(t, i + 1) & MB_GAP_SLASH)))
		return FALSE;
	for (; i < t->n && i - first < ROLE_MAX_WORDS; i++) {
		if (i > first && !goes_on(t, i, &s, list))
			break;
		if (i > first &&
		    (t->tokens[i].gap & (MB_GAP_COMMA | MB_GAP_DASH)))
			s.extended = TRUE;
		s.n_capital += is_capital(&t->tokens[i]) ? 1 : 0;
		mb_role_words_add(&s, t, i);
	}
	while (i > first &&
	       mb_word_in(t->tokens[i - 1].fold, &connector_set, connectors))
		i--;
	if (i == first || !mb_role_words_any(&s))
		return FALSE;
	out->first = first;
	out->end = i;
	out->bare = i - first == 1;
	if (s.n_member)
		out->kind = MB_ROLE_MEMBER;
	else if (s.n_teacher ||
	         ((s.n_other || (s.n_office && s.n_club)) && !s.n_posts))
		/* "Secretary to the Village Hall Committee" */
		out->kind = MB_ROLE_OTHER;
	else if (s.n_posts || (s.n_office && !out->bare))
		out->kind = MB_ROLE_POST;
	else
		out->kind = MB_ROLE_OFFICE;
	if (mb_word_in(t->tokens[first].fold, &many_set, many_words) &&
	    !mb_tokens_is(t, first + 1, "chief"))
		return FALSE;
	if (out->kind == MB_ROLE_POST && out->bare && !list &&
	    !mb_word_in(t->tokens[first].fold, &single_set, single_posts))
		return FALSE;
	return TRUE;
}

guint
mb_role_field_end(const struct mb_tokens *t, guint i)
{
	static const char others[] =
	    "all directorate department dept council authority team division "
	    "minutes minute notes note apologies apology absent "
	    "present remote remotely virtual virtually online via by from for "
	    "until till item items part vacant retired";
	static struct mb_word_set *others_set;
	guint first = i;

	if (!(mb_tokens_gap(t, i) & MB_GAP_OPEN))
		return 0;
	for (; i < t->n && i < first + FIELD_MAX_WORDS; i++) {
		const struct mb_token *w = &t->tokens[i];

		if ((w->flags & (MB_TOKEN_CAPS | MB_TOKEN_NUMBER)) ||
		    mb_word_is_post(w->fold) || !mb_word_is_common(w->fold) ||
		    mb_word_in(w->fold, &others_set, others))
			return 0;
		if (mb_tokens_gap(t, i + 1) & MB_GAP_CLOSE)
			return i + 1;
	}
	return 0;
}

/* "Hon. Secretary", "Treasurer CC": an office of a small council's members, no
 * post as "City Treasurer" is one. */
static gboolean
is_small_office(const struct mb_tokens *t)
{
	static const char words[] = "hon honorary acting interim vice joint cc "
				    "community council and the media minute "
				    "minutes membership events social "
				    "correspondence of to";
	static struct mb_word_set *set;

	for (guint i = 0; i < t->n; i++)
		if (!mb_role_word_is_office(t->tokens[i].fold) &&
		    !mb_word_in(t->tokens[i].fold, &set, words))
			return FALSE;
	return TRUE;
}

enum mb_role_kind
mb_role_kind_of(const char *role)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(role);
	struct mb_role_words s = { 0 };

	for (guint i = 0; i < t->n; i++)
		mb_role_words_add(&s, t, i);
	if (s.n_member)
		return MB_ROLE_MEMBER;
	if (s.n_posts ||
	    (s.n_office && !is_small_office(t) &&
	     !mb_tokens_is(t, 0, "minute") && !mb_tokens_is(t, 0, "minutes")))
		return s.n_other && !s.n_posts ? MB_ROLE_OTHER : MB_ROLE_POST;
	return s.n_office ? MB_ROLE_OFFICE : MB_ROLE_OTHER;
}
