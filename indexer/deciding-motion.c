#include "indexer/deciding.h"

#include <string.h>

#include "indexer/patterns.h"

/* Lines that a motion, its vote and its outcome take at most. */
#define MOTION_MAX_LINES 120

/* "3. Moved by Councillor Furfaro", "Motion made by S. Lehman", "Moved: Cr Orme
 * Seconded: Cr Hale" */
static gboolean
is_mover(const char *text)
{
	static GRegex *mover_re;

	return strlen(text) < 120 &&
	       mb_regex_in(&mover_re,
	                   "^\\W*(?:[0-9]{1,3}\\.? )?(?:motion )?"
	                   "(?:moved|made)(?: by\\b|:| (?=cr\\b|cllr|"
	                   "councillor))(?!.*\\bthat\\b)",
	                   text);
}

/* "D. Yemm, S. Foote:", who moved and who seconded, on a line of its own or
 * before the words of the motion: where these begin in @text.  NULL when it is
 * not so. */
static const char *
behind_movers(const char *text)
{
	static GRegex *movers_re;
	g_autoptr(GMatchInfo) match = NULL;
	gint end;

	if (!g_regex_match(mb_regex_once(&movers_re,
	                                 "^(?:[A-Z]\\. ?){1,3}[A-Z][\\w'’-]+"
	                                 "(?:,| and| &) (?:[A-Z]\\. ?){1,3}"
	                                 "[A-Z][\\w'’-]+ ?[:;]"
	                                 "(?:$| (?=(?:That|THAT)\\b))",
	                                 0),
	                   text, 0, &match))
		return NULL;
	g_match_info_fetch_pos(match, 0, NULL, &end);
	return text + end;
}

static gboolean
is_seconder(const char *text)
{
	static GRegex *seconder_re;

	return strlen(text) < 120 &&
	       mb_regex_in(&seconder_re,
	                   "^\\W*seconded(?: by\\b|:| (?=cr\\b|cllr|"
	                   "councillor))(?!.*\\bthat\\b)",
	                   text);
}

/* "CARRIED", "Motion Passed (13 to 0)", "Carried unanimously."; also behind the
 * words of the motion: "… as presented. Carried." */
static gboolean
is_carried(const char *text)
{
	static GRegex *carried_re;

	return mb_regex_in(&carried_re,
	                   "(?:^\\W*|[.;:,”] )(?:the )?(?:motion )?(?:was )?"
	                   "(?:carried|passed)(?: unanimously)?"
	                   "(?:[ (]*[0-9]{1,2} ?(?:/|-|to|:) ?[0-9]{1,2}\\)?)?"
	                   "(?: ?\\([^()]{0,80}\\))?\\W*$",
	                   text);
}

static gboolean
is_outcome_alone(const char *text)
{
	while (*text && !g_ascii_isalpha(*text))
		text++;
	return g_ascii_strncasecmp(text, "carried", strlen("carried")) == 0 ||
	       g_ascii_strncasecmp(text, "passed", strlen("passed")) == 0 ||
	       g_ascii_strncasecmp(text, "motion ", strlen("motion ")) == 0 ||
	       g_ascii_strncasecmp(text, "the motion ",
	                           strlen("the motion ")) == 0;
}

/* "VOTING IN FAVOUR: Mayor Orme, Councillors Bell …", "Vote:", "Yeas:" */
static gboolean
is_vote(const char *text)
{
	static GRegex *vote_re;

	return mb_regex_in(&vote_re,
	                   "^\\W*(?:voting (?:in favou?r|for|against)|"
	                   "(?:recorded )?votes?|yeas?|ayes?|nays?|in favou?r|"
	                   "for the motion)\\W*:",
	                   text);
}

/* The lines of a motion. */
struct motion {
	guint text;        /* where its words begin, */
	const char *words; /* and what of that line */
	guint vote;        /* the line behind them */
	guint outcome;     /* the line that says that it was carried */
};

/* Read the motion that line @i may open: who moved and seconded it, on a line
 * or two, its words, perhaps who voted how, and that it was carried. */
static gboolean
motion_at(const struct mb_deciding *r, guint i, struct motion *m)
{
	guint end = MIN(r->draft->end, i + MOTION_MAX_LINES), k;
	const char *both = behind_movers(mb_deciding_line(r, i));
	gboolean seconded = both || strstr(mb_deciding_line(r, i), "econded");

	*m = (struct motion){ 0 };
	if (!both && !is_mover(mb_deciding_line(r, i)))
		return FALSE;
	for (k = both && *both ? i : i + 1; k < end; k++) {
		const char *text = k == i ? both : mb_deciding_line(r, k);

		if (r->used[k - r->draft->body] || is_mover(text) ||
		    (mb_deciding_mark(r, k) && m->words))
			return FALSE;
		if (mb_deciding_blank(text))
			continue;
		if (!m->words && !seconded) {
			if (!is_seconder(text))
				return FALSE;
			seconded = TRUE;
			continue;
		}
		if (!m->words) {
			m->text = k;
			m->words = text;
		}
		if (is_carried(text)) {
			m->outcome = k;
			if (!m->vote)
				m->vote = is_outcome_alone(text) ? k : k + 1;
			return m->vote > m->text;
		}
		if (!m->vote && is_vote(text))
			m->vote = k;
	}
	return FALSE;
}

void
mb_deciding_motions(struct mb_deciding *r)
{
	const struct mb_draft *draft = r->draft;
	struct motion m;

	r->motion = TRUE;
	for (guint i = draft->body; i < draft->end; i++) {
		struct mb_draft words = *draft;

		if (r->used[i - draft->body] || !motion_at(r, i, &m))
			continue;
		words.end = m.vote;
		r->draft = &words;
		mb_deciding_block(r, m.text, m.words);
		r->draft = draft;
		for (; i < m.outcome; i++)
			r->used[i - draft->body] = TRUE;
		r->used[i - draft->body] = TRUE;
	}
	r->motion = FALSE;
}
