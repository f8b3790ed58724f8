#include "indexer/posts-alone.h"

#include "indexer/names.h"
#include "indexer/posts-beside.h"

static const char articles[] = "the our its your";
static struct mb_word_set *article_set;

gboolean
mb_alone_is_definite(const struct mb_tokens *t, guint i, gboolean *is_vague)
{
	const struct mb_token *w = &t->tokens[i], *b;

	*is_vague = FALSE;
	if (i == 0)
		return FALSE;
	b = &t->tokens[i - 1];
	/* "the Combined Authority (MCA) Director of Place" */
	if (w->gap == MB_GAP_CLOSE && b->gap == MB_GAP_OPEN &&
	    (b->flags & MB_TOKEN_CAPS))
		return TRUE;
	if (w->gap & ~(guint)MB_GAP_QUOTE)
		return FALSE;
	if (mb_posts_vague(b->fold)) {
		*is_vague = TRUE;
		return FALSE;
	}
	/* "the dedicated Compliance and Tribunal Officer" */
	if (i >= 2 && !(b->flags & MB_TOKEN_UPPER) && b->gap == 0 &&
	    !mb_word_in(b->fold, &article_set, articles) &&
	    mb_tokens_is(t, i - 2, "the") && !mb_word_is_common(b->fold))
		return TRUE;
	/* "interviews for the Head of Education Outcomes": nobody yet. */
	if (i >= 3 && mb_word_in(b->fold, &article_set, articles) &&
	    (g_str_has_prefix(t->tokens[i - 3].fold, "interview") ||
	     g_str_has_prefix(t->tokens[i - 3].fold, "recruit") ||
	     g_str_has_prefix(t->tokens[i - 3].fold, "vacan") ||
	     g_str_has_prefix(t->tokens[i - 3].fold, "post"))) {
		*is_vague = TRUE;
		return FALSE;
	}
	if ((b->flags & MB_TOKEN_POSSESSIVE) ||
	    mb_word_in(b->fold, &article_set, articles))
		return TRUE;
	/* "the new Head of Service", "the then Director" */
	return (strcmp(b->fold, "new") == 0 || strcmp(b->fold, "then") == 0 ||
	        strcmp(b->fold, "current") == 0) &&
	       i >= 2 &&
	       mb_word_in(t->tokens[i - 2].fold, &article_set, articles);
}

/* "Merlin Services Ltd Clerk" in a list of payments, "Cot. Clerk": words before
 * a clerk that are no part of the post. */
static guint
before_clerk(const struct mb_tokens *t, const struct mb_role *role)
{
	static const char words[] =
	    "parish town city county district borough community council deputy "
	    "assistant acting interim locum temporary temp senior chief "
	    "committee "
	    "minutes minute admin finance and to the town's";
	static struct mb_word_set *word_set;
	guint i = role->end - 1;

	if (!mb_tokens_is(t, i, "clerk"))
		return role->first;
	while (i > role->first && t->tokens[i].gap == 0 &&
	       mb_word_in(t->tokens[i - 1].fold, &word_set, words))
		i--;
	/* "Council Clerk", but not "and Clerk" */
	while (i < role->end - 1 &&
	       (mb_tokens_is(t, i, "and") || mb_tokens_is(t, i, "the")))
		i++;
	return i;
}

guint
mb_alone_first(const struct mb_tokens *t, const struct mb_role *role)
{
	static const char bodies[] = "council authority board trust";
	static const char ranks[] =
	    "chief director executive head deputy corporate interim acting "
	    "monitoring assistant s73 s151";
	static struct mb_word_set *body_set, *rank_set;
	guint i = before_clerk(t, role);
	struct mb_role rest;

	for (guint k = role->first; k + 1 < role->end; k++) {
		const struct mb_token *w = &t->tokens[k];
		gboolean body = mb_word_in(w->fold, &body_set, bodies) ||
		                (w->flags & MB_TOKEN_CAPS);

		if (!body ||
		    (!(w->flags & MB_TOKEN_POSSESSIVE) &&
		     !mb_word_in(t->tokens[k + 1].fold, &rank_set, ranks)))
			continue;
		if (mb_role_read(t, k + 1, FALSE, &rest) &&
		    rest.end == role->end)
			i = k + 1;
	}
	return i;
}

/* "Response to Covid-19 – Chief Executive & Director of Public Health.": who
 * presents an item stands behind a dash at the end of it. */
static gboolean
is_presenter(const struct mb_tokens *t, const struct mb_role *role)
{
	return role->first > 0 && !role->bare && role->kind == MB_ROLE_POST &&
	       t->tokens[role->first].gap == MB_GAP_DASH &&
	       ((mb_tokens_gap(t, role->end) & (MB_GAP_STOP | MB_GAP_LINE)) ||
	        mb_tokens_is(t, role->end, "and"));
}

guint
mb_alone_end(const struct mb_tokens *t, const struct mb_role *role)
{
	if (!mb_tokens_is(t, role->end - 1, "council"))
		return role->end;
	for (guint i = role->first + 1; i + 1 < role->end; i++)
		if (mb_tokens_is(t, i, "of") &&
		    (mb_word_is_post(t->tokens[i - 1].fold) ||
		     mb_tokens_is(t, i - 1, "executive")))
			return i;
	return role->end;
}

/* "Clerk to write to the landowner.", "at a previous meeting Clerk reported
 * them": notes leave out the article; but "appointed as Clerk from May". */
static gboolean
is_noted_clerk(const struct mb_tokens *t, const struct mb_role *role)
{
	static const char before[] =
	    "a an as for of new any each no temporary locum deputy assistant";
	static const char behind[] = "and or of from role post vacancy";
	static struct mb_word_set *before_set, *behind_set;
	guint i = role->first;

	return role->end == i + 1 && role->end < t->n &&
	       mb_tokens_is(t, i, "clerk") && !t->tokens[role->end].gap &&
	       !(t->tokens[role->end].flags & MB_TOKEN_UPPER) &&
	       !mb_word_in(t->tokens[role->end].fold, &behind_set, behind) &&
	       (i == 0 || t->tokens[i].gap ||
	        !mb_word_in(t->tokens[i - 1].fold, &before_set, before));
}

/* "signed by the chairman and clerk", "Clerk & Cllr Hill will visit it": who
 * stands beside one of the members. */
static gboolean
is_beside_member(const struct mb_tokens *t, const struct mb_role *role)
{
	static const char chairs[] =
	    "chairman chair chairwoman chairperson vicechairman mayor";
	static struct mb_word_set *set;
	guint i = role->first, end;
	gboolean plural;

	if (role->end != i + 1 || !mb_tokens_is(t, i, "clerk"))
		return FALSE;
	if (i > 1 && !t->tokens[i].gap && !t->tokens[i - 1].gap &&
	    mb_tokens_is(t, i - 1, "and") &&
	    mb_word_in(t->tokens[i - 2].fold, &set, chairs))
		return TRUE;
	return i + 2 < t->n && !t->tokens[i + 1].gap && !t->tokens[i + 2].gap &&
	       mb_tokens_is(t, i + 1, "and") &&
	       mb_title_read(t, i + 2, &end, &plural) == MB_TITLE_MEMBER &&
	       !plural;
}

/* "Email from Social Justice Innovation Manager", but not "from Traffic
 * Officers"; "From: Deputy Chief Executive" heads a report. */
static gboolean
is_sender(const struct mb_tokens *t, const struct mb_role *role)
{
	const struct mb_token *last = &t->tokens[role->end - 1];

	if (role->first > 0 && mb_tokens_is(t, role->first - 1, "from") &&
	    t->tokens[role->first].gap == MB_GAP_COLON &&
	    mb_tokens_gap(t, role->end) & MB_GAP_LINE &&
	    role->kind == MB_ROLE_POST && !role->bare)
		return TRUE;
	return role->first > 0 && mb_tokens_is(t, role->first - 1, "from") &&
	       !t->tokens[role->first].gap && !role->bare &&
	       (mb_tokens_is(t, role->first, "head") ||
	        mb_tokens_is(t, role->first, "chief") ||
	        mb_tokens_is(t, role->first, "director") ||
	        mb_word_is_post(last->fold));
}

/* "Strategic Director of Finance | Yes | Yes": whose comments were sought on a
 * report. */
static gboolean
is_consulted(const struct mb_tokens *t, const struct mb_role *role)
{
	guint i = role->end;

	return role->kind == MB_ROLE_POST && !role->bare && i + 1 < t->n &&
	       (role->first == 0 ||
	        t->tokens[role->first].gap & (MB_GAP_LINE | MB_GAP_CELL)) &&
	       (mb_tokens_is(t, i, "yes") || mb_tokens_is(t, i, "no")) &&
	       (mb_tokens_is(t, i + 1, "yes") || mb_tokens_is(t, i + 1, "no"));
}

/* "Director of Legal Services" alone on a line above numbered advice: "27. If
 * the recommendation …". */
static gboolean
is_adviser(const struct mb_tokens *t, const struct mb_role *role)
{
	guint i = role->end;

	/* "Strategic Director of Finance (CE/14/005)" */
	if (mb_tokens_gap(t, i) & MB_GAP_OPEN)
		while (i < t->n && i < role->end + 5 &&
		       !(mb_tokens_gap(t, ++i) & MB_GAP_CLOSE))
			;
	return role->kind == MB_ROLE_POST && !role->bare && role->first > 0 &&
	       i + 1 < t->n && (t->tokens[role->first].gap & MB_GAP_LINE) &&
	       (t->tokens[i].gap & MB_GAP_LINE) &&
	       !mb_tokens_is(t, role->first, "officer") &&
	       (t->tokens[i].flags & MB_TOKEN_NUMBER) &&
	       (t->tokens[i + 1].gap & MB_GAP_STOP);
}

/* "(Democratic Services Manager) To report the appointment of …": an agenda
 * tells in brackets who presents an entry. */
static gboolean
is_reporter(const struct mb_tokens *t, const struct mb_role *role)
{
	guint gap = t->tokens[role->first].gap;

	return (gap & MB_GAP_OPEN) &&
	       (gap & (MB_GAP_LINE | MB_GAP_START | MB_GAP_CELL)) &&
	       (mb_tokens_gap(t, role->end) & MB_GAP_CLOSE) &&
	       mb_tokens_is(t, role->end, "to");
}

/* "(Reference: Report by Executive Director dated 10 February)" */
static gboolean
is_author(const struct mb_tokens *t, const struct mb_role *role)
{
	guint i = role->first;

	return i > 1 && !t->tokens[i].gap && !t->tokens[i - 1].gap &&
	       role->kind == MB_ROLE_POST && !role->bare &&
	       (mb_tokens_is(t, i - 1, "by") || mb_tokens_is(t, i - 1, "of")) &&
	       mb_tokens_is(t, i - 2, "report");
}

/* "Senior Engineer confirmed details": notes leave out "the" before who tells
 * something at the head of a sentence. */
static gboolean
is_telling(const struct mb_tokens *t, const struct mb_role *role)
{
	static const char verbs[] =
	    "advised confirmed explained reported stated outlined presented "
	    "informed clarified updated replied responded";
	static struct mb_word_set *verb_set;
	const guint heads = MB_GAP_STOP | MB_GAP_LINE | MB_GAP_START;

	return !role->bare && role->kind == MB_ROLE_POST && role->end < t->n &&
	       (role->first == 0 || (t->tokens[role->first].gap & heads)) &&
	       !t->tokens[role->end].gap &&
	       mb_word_is_post(t->tokens[role->end - 1].fold) &&
	       mb_word_in(t->tokens[role->end].fold, &verb_set, verbs) &&
	       !(t->tokens[role->end].flags & MB_TOKEN_UPPER);
}

gboolean
mb_alone_is_ones(const struct mb_tokens *t, const struct mb_role *role)
{
	return is_presenter(t, role) || is_consulted(t, role) ||
	       is_adviser(t, role) || is_sender(t, role) ||
	       is_noted_clerk(t, role) || is_beside_member(t, role) ||
	       is_reporter(t, role) || is_author(t, role) ||
	       is_telling(t, role);
}
