#include "indexer/acting.h"

#include <string.h>

#include "indexer/names.h"

/* Between who briefs and the verb stand no more words. */
#define BRIEFING_MAX_WORDS 8
/* Words of a sentence before a name that may tell what its bearer is. */
#define SENTENCE_MAX_WORDS 24
/* "gave Members a full and detailed verbal update" */
#define THING_MAX_WORDS 7

gboolean
mb_acting_is_public(const struct mb_tokens *t, const struct mb_mention *m)
{
	static const char words[] = "resident residents parishioner applicant "
				    "objector tenant landowner";
	static struct mb_word_set *set;

	if (m->title == MB_TITLE_MEMBER ||
	    !(mb_tokens_gap(t, m->end) & MB_GAP_COMMA))
		return FALSE;
	for (guint i = m->end; i < t->n && i < m->end + 3; i++)
		if (mb_word_in(t->tokens[i].fold, &set, words))
			return TRUE;
	return FALSE;
}

gboolean
mb_acting_is_among_others(const struct mb_tokens *t, guint i)
{
	static const char kinds[] =
	    "coopted opted cooptees cooptee independent "
	    "lay observers observer guests";
	static struct mb_word_set *kind_set;
	guint from = i > SENTENCE_MAX_WORDS ? i - SENTENCE_MAX_WORDS : 0;

	while (i-- > from) {
		if (mb_word_in(t->tokens[i].fold, &kind_set, kinds))
			return TRUE;
		if (t->tokens[i].gap &
		    (MB_GAP_STOP | MB_GAP_START | MB_GAP_LINE))
			return FALSE;
	}
	return FALSE;
}

gboolean
mb_acting_chairs_outside(const struct mb_mention *m)
{
	static const char bodies[] =
	    "governors trustees residents friends association society trust "
	    "healthwatch parents club hospital charity federation union "
	    "alliance "
	    "institute foundation";
	static struct mb_word_set *body_set;
	g_autoptr(mb_tokens) t = NULL;

	if (!m->role || m->title != MB_TITLE_NONE ||
	    !g_str_has_prefix(m->role, "Chair"))
		return FALSE;
	t = mb_tokens_new(m->role);
	for (guint i = 2; i < t->n; i++)
		if (mb_word_in(t->tokens[i].fold, &body_set, bodies))
			return mb_tokens_is(t, 1, "of");
	return FALSE;
}

/* What is presented, in any order of verb and thing. */
static gboolean
is_thing(const struct mb_tokens *t, guint i)
{
	static const char things[] =
	    "report reports paper papers item presentation update updates "
	    "overview summary briefing proposal proposals budget strategy plan "
	    "background findings figures accounts programme statements review";
	static struct mb_word_set *set;

	return i < t->n && mb_word_in(t->tokens[i].fold, &set, things);
}

/* "Jane Rowe of Halyard Actuaries took …", "Jane Rowe (Halyard) briefed …":
 * the verb behind the name that ends before @i, and a firm or unit; the end of
 * the text when none stands there. */
static guint
verb_behind(const struct mb_tokens *t, guint i)
{
	guint end = MIN(i + BRIEFING_MAX_WORDS, t->n);

	for (; i < end && !(t->tokens[i].gap & MB_GAP_STOP); i++)
		if (!(t->tokens[i].flags & MB_TOKEN_UPPER) &&
		    !mb_tokens_is(t, i, "of") && !mb_tokens_is(t, i, "from") &&
		    !mb_tokens_is(t, i, "and") && !mb_tokens_is(t, i, "the") &&
		    !mb_tokens_is(t, i, "then"))
			return i;
	return t->n;
}

/* "took Members through the stages", "led the Panel through it" */
static gboolean
leads_through(const struct mb_tokens *t, guint i)
{
	for (guint k = i + 1; k < i + 4; k++)
		if (mb_tokens_is(t, k, "through"))
			return TRUE;
	return FALSE;
}

/* "briefed the Committee", "took Members through the stages", "introduced a
 * proposal to …", "gave a brief verbal update", "drew attention to the report":
 * the verb at @i and what it is about. */
static gboolean
is_presenting(const struct mb_tokens *t, guint i)
{
	static const char verbs[] = "briefed updated";
	static const char ways[] = "took walked talked guided led";
	static const char givings[] =
	    "introduced presented outlined summarised summarized gave provided "
	    "delivered spoke drew introduces presents";
	static struct mb_word_set *verb_set, *way_set, *giving_set;

	if (i >= t->n)
		return FALSE;
	if (mb_word_in(t->tokens[i].fold, &verb_set, verbs))
		return TRUE;
	if (mb_word_in(t->tokens[i].fold, &way_set, ways))
		return leads_through(t, i);
	if (!mb_word_in(t->tokens[i].fold, &giving_set, givings))
		return FALSE;
	for (guint k = i + 1; k <= i + THING_MAX_WORDS && k < t->n &&
	                      !(t->tokens[k].gap & MB_GAP_STOP);
	     k++)
		if (is_thing(t, k))
			return TRUE;
	return FALSE;
}

gboolean
mb_acting_introduced(const struct mb_tokens *t, const struct mb_mention *m)
{
	static const char verbs[] = "presented introduced given delivered";
	static struct mb_word_set *verb_set;
	guint i = m->first;

	if (i < 2 || t->tokens[i].gap)
		return FALSE;
	if (mb_tokens_is(t, i - 1, "by"))
		return mb_word_in(t->tokens[i - 2].fold, &verb_set, verbs);
	return mb_tokens_is(t, i - 1, "from") && is_thing(t, i - 2) &&
	       !mb_tokens_is(t, i - 2, "proposal") &&
	       !mb_tokens_is(t, i - 2, "report");
}

/* "Mr Orme, Ms Peel and Jessica Bale gave a presentation" */
static gboolean
tells_of_presentation(const struct mb_tokens *t, const struct mb_mention *m)
{
	guint from = m->first, end = m->end;

	while (from > 0 && m->first - from < 16 &&
	       !(t->tokens[from].gap & (MB_GAP_STOP | MB_GAP_LINE)))
		from--;
	while (end < t->n && end - m->end < 24 &&
	       !(t->tokens[end].gap & (MB_GAP_STOP | MB_GAP_LINE)))
		end++;
	for (guint i = from; i < end; i++) {
		if (mb_tokens_is(t, i, "presentation"))
			return TRUE;
		/* The report was presented; she presented it. */
		if (i >= m->first && mb_tokens_is(t, i, "presented") &&
		    !mb_tokens_is(t, i - 1, "was") &&
		    !mb_tokens_is(t, i - 1, "were") &&
		    !mb_tokens_is(t, i - 1, "be"))
			return TRUE;
	}
	return FALSE;
}

gboolean
mb_acting_presents(const struct mb_tokens *t, const struct mb_mention *m)
{
	return is_presenting(t, verb_behind(t, m->end)) ||
	       tells_of_presentation(t, m);
}

/* "a petition", "Mr Orme's question": the public is heard in the item. */
static gboolean
hears_public(const struct mb_tokens *t)
{
	static const char *const forms[] = { "petition", "deputation",
		                             "public",   "objector",
		                             "speaker",  "applicant",
		                             "resident" };

	for (guint i = 0; i < t->n; i++)
		for (guint k = 0; k < G_N_ELEMENTS(forms); k++)
			if (g_str_has_prefix(t->tokens[i].fold, forms[k]))
				return TRUE;
	return FALSE;
}

gboolean
mb_acting_answers(const struct mb_tokens *t, const struct mb_mention *m)
{
	static const char verbs[] =
	    "explained advised reported confirmed replied responded clarified "
	    "informed";
	static struct mb_word_set *verb_set;
	guint i = m->end;

	return i < t->n && !t->tokens[i].gap &&
	       mb_word_in(t->tokens[i].fold, &verb_set, verbs) &&
	       !hears_public(t);
}
