#include "indexer/acting.h"

#include <string.h>

#include "indexer/names.h"

/* Between who briefs and the verb stand no more words. */
#define BRIEFING_MAX_WORDS 8

gboolean
mb_acting_reports(const struct mb_tokens *t, const struct mb_mention *m)
{
	return !mb_tokens_gap(t, m->end) &&
	       (mb_tokens_is(t, m->end, "presented") ||
	        mb_tokens_is(t, m->end, "introduced")) &&
	       (mb_tokens_is(t, m->end + 1, "the") ||
	        mb_tokens_is(t, m->end + 1, "a")) &&
	       mb_tokens_is(t, m->end + 2, "report");
}

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

/* "Jane Rowe of Halyard Actuaries took Members through the stages", "Jane Rowe
 * (Halyard) briefed the Committee": the verb behind the name and the firm. */
static gboolean
is_briefing(const struct mb_tokens *t, guint i)
{
	static const char verbs[] = "briefed updated";
	static const char ways[] = "took walked talked guided led";
	static struct mb_word_set *verb_set, *way_set;
	guint end = MIN(i + BRIEFING_MAX_WORDS, t->n);

	for (; i < end && !(t->tokens[i].gap & MB_GAP_STOP); i++) {
		/* Up to the verb there is but the name of a firm. */
		if (t->tokens[i].flags & MB_TOKEN_UPPER ||
		    mb_tokens_is(t, i, "of") || mb_tokens_is(t, i, "from") ||
		    mb_tokens_is(t, i, "and") || mb_tokens_is(t, i, "the"))
			continue;
		if (mb_word_in(t->tokens[i].fold, &verb_set, verbs))
			return TRUE;
		if (!mb_word_in(t->tokens[i].fold, &way_set, ways))
			return FALSE;
		for (guint k = i + 1; k < i + 4; k++)
			if (mb_tokens_is(t, k, "through"))
				return TRUE;
		return FALSE;
	}
	return FALSE;
}

gboolean
mb_acting_presents(const struct mb_tokens *t, const struct mb_mention *m)
{
	guint from = m->first, end = m->end;

	if (is_briefing(t, end))
		return TRUE;
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
