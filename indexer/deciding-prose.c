#include "indexer/deciding.h"

#include <string.h>

#include "indexer/decided.h"
#include "indexer/labels.h"
#include "indexer/patterns.h"
#include "indexer/sentences.h"
#include "indexer/tokens.h"
#include "indexer/told.h"

/* How a vote went stands in the second sentence behind the decision, or the
 * first. */
#define OUTCOME_MAX 2

/* FALSE when a block has said it. */
static gboolean
add_told(struct mb_deciding *r, const char *sentence)
{
	struct mb_decided *e;

	if (r->all->len >= MB_DECIDED_MAX)
		return FALSE;
	e = mb_decided_new("");
	mb_decided_append(e, sentence);
	if (mb_decided_is_told(r->all, e)) {
		mb_decided_free(e);
		return FALSE;
	}
	g_ptr_array_add(r->all, e);
	return TRUE;
}

/* "Unanimously agreed": how the vote went on what was just told. */
static gboolean
is_outcome(const char *s)
{
	static GRegex *outcome_re;

	return mb_regex_in(&outcome_re,
	                   "^\\W*(?:(?:this was|all|motion|and|it was|the "
	                   "motion was) )?(?:unanimously )?(?:(?:agreed|"
	                   "carried|approved)(?:,? (?:by (?:a )?"
	                   "majority|unanimously|by all|nem con))?|"
	                   "(?:were )?in (?:favou?r|agreement))[!\"” ]*$",
	                   s);
}

static gboolean
begins(const char *s, const char *word)
{
	while (*s && !g_ascii_isalpha(*s))
		s++;
	return g_ascii_strncasecmp(s, word, strlen(word)) == 0;
}

/* "On a vote the amendment was lost", "LOST 2/3": what was moved was not
 * decided. */
static gboolean
is_lost(const char *s)
{
	static GRegex *lost_re;

	return mb_regex_in(
	    &lost_re,
	    "\\b(?:motion|amendment|proposal|proposition|vote)\\b"
	    "[^.]{0,60}?\\b(?:lost|defeated|rejected|fell|"
	    "failed|negatived|not carried|withdrawn|not "
	    "seconded)\\b|\\bput and lost\\b|"
	    "\\b(?:was|there being) no seconder\\b|"
	    "^\\W*(?:lost|defeated|not carried|failed)\\b",
	    s);
}

/* Cheap: whether @s may tell who moved. */
static gboolean
moves(const char *s)
{
	return strstr(s, "oved by") || strstr(s, "OVED by") ||
	       strstr(s, "OVED BY") || strstr(s, "oved By");
}

/* "R-098-20 MOVED by Reeve Orme that the agenda be adopted": some councils need
 * no seconder. */
static gboolean
is_motion(const char *s)
{
	static GRegex *motion_re;

	return moves(s) &&
	       mb_regex_in(&motion_re,
	                   "^\\W*(?:[\\w-]{2,12} )?moved by [^.]{3,60} that\\b",
	                   s);
}

#define NAME "(?:[A-Z][\\w.’'-]* ?){1,4}"

/* "Ann Orme moved to mend the quay", "The plan was proposed by Ann Orme": a
 * motion, if the next sentence is "Tom Key seconded". */
static gboolean
is_moved(const char *s)
{
	static GRegex *moved_re;

	return (strstr(s, " moved") || strstr(s, " proposed")) &&
	       g_regex_match(
		   mb_regex_once(
		       &moved_re,
		       "^\\W*(?:[\\w ]{1,40}: )?" NAME "(?:moved|proposed)"
		       "(?: (?:to|that|for|the|a|an|approval|"
		       "adoption|acceptance)\\b|\\W*$)|"
		       "\\b(?:was|were) (?:moved|proposed) by " NAME "\\W*$",
		       0),
		   s, 0, NULL);
}

/* "Ann Orme proposed": what the sentence before told. */
static gboolean
is_bare_mover(const char *s)
{
	return g_str_has_suffix(s, " moved") ||
	       g_str_has_suffix(s, " proposed");
}

static gboolean
is_seconded(const char *s)
{
	static GRegex *seconded_re;

	return strstr(s, "econded") &&
	       g_regex_match(
		   mb_regex_once(&seconded_re,
	                         "^\\W*(?:" NAME
	                         "seconded(?: (?:the|this|that) motion|"
	                         " it)?|[Ss]econded (?:by )?" NAME
	                         ")\\W*(?:(?<=[:,(–-]|[:,(–-] ).{0,60})?$",
	                         0),
		   s, 0, NULL);
}

/* "Proposed by Ann Orme, seconded by Tom Key and adopted", "On the proposal of
 * Ann Orme the plan was approved as printed": with its outcome. */
static gboolean
is_settled(const char *s)
{
	static GRegex *settled_re;

	return mb_regex_in(
	    &settled_re,
	    "\\b(?:was|were|and|motion)(?: (?:duly|then|"
	    "unanimously|was))* (?:adopted|carried|passed|agreed|"
	    "approved)(?: unanimously)?\\W*$|"
	    "^\\W*on the proposal of\\b.*\\b(?:was|were) "
	    "(?:unanimously )?(?:resolved|agreed|approved|"
	    "adopted)\\b",
	    s);
}

/* What the sentences up to one have told. */
struct teller {
	struct mb_deciding *r;
	gboolean marked;    /* blocks hold decisions of the item */
	gboolean decided;   /* the last sentence told of a decision */
	gboolean open;      /* what was moved last has no outcome yet */
	const char *motion; /* what the last sentence moved, not seconded */
	const char *mover;  /* what the last sentence moved, if it is no motion
	                     * unless the next one seconds it */
	const char *last;   /* the last sentence, unless a decision */
	guint n_moved;      /* motions and amendments told so far */
	guint pending;      /* sentences in which an outcome is expected */
	guint proposed;     /* sentences in which a seconder is expected */
	guint n_since;      /* sentences since the last decision */
};

/* What @s tells, by itself and behind the sentences before it. */
static enum mb_told
told_by(struct teller *t, const char *s)
{
	enum mb_told told = mb_told(s);

	/* "Proposed by Councillor Collins (M);" and on the next line "Seconded
	 * by Councillor Butler;" */
	if (t->proposed && begins(s, "second"))
		told = MB_TOLD_MOVED;
	t->proposed = begins(s, "proposed") || begins(s, "moved") ? 2
	              : t->proposed ? t->proposed - 1
	                            : 0;
	/* "It was agreed to ask for £5700. Proposed by NO, seconded by KD.":
	 * who moved what was just decided. */
	if (told == MB_TOLD_MOVED && t->decided &&
	    (begins(s, "propose") || begins(s, "prop:") || begins(s, "prop.")))
		return MB_TOLD_NOTHING;
	if (is_outcome(s) && t->pending)
		return MB_TOLD_DECIDED;
	if (is_outcome(s) &&
	    (t->n_since < OUTCOME_MAX || (t->marked && begins(s, "carried"))))
		return MB_TOLD_NOTHING;
	/* The outcome of a motion is no decision beside it. */
	if (told == MB_TOLD_DECLARED)
		return t->open || t->marked ? MB_TOLD_NOTHING : MB_TOLD_DECIDED;
	return told;
}

/* The motion that was told last is none that was carried. */
static void
take_back(struct teller *t)
{
	if (t->open)
		g_ptr_array_remove_index(t->r->all, t->r->all->len - 1);
	t->n_moved -= t->open ? 1 : 0;
	t->open = FALSE;
	t->pending = 0;
}

/* "The amendment was put as the substantive motion and passed": of the motion
 * and its amendment one was decided. */
static void
take_amended(struct teller *t, const char *s)
{
	static GRegex *substantive_re;

	if (t->n_moved < 2 ||
	    !mb_regex_in(
		&substantive_re,
		"\\bamendment\\b.*\\bsubstantive (?:motion|proposal)\\b", s))
		return;
	g_ptr_array_remove_index(t->r->all, t->r->all->len - 2);
	t->n_moved--;
}

/* One sentence after another.  "Proposed by A, seconded by B" and the vote
 * that follows are one decision. */
static void
read_sentence(struct teller *t, const char *s)
{
	enum mb_told told = told_by(t, s);
	const char *mover = t->mover;

	t->mover = NULL;
	if (told == MB_TOLD_NOTHING && !t->marked && is_moved(s))
		t->mover = is_bare_mover(s) ? t->last : s;
	t->last = told == MB_TOLD_NOTHING ? s : NULL;
	t->decided = told == MB_TOLD_DECIDED;
	t->n_since = t->decided ? 0 : t->n_since + 1;
	if ((t->open || told == MB_TOLD_MOVED) && told != MB_TOLD_DECIDED &&
	    is_lost(s)) {
		take_back(t);
	} else if (told == MB_TOLD_NOTHING && !t->marked && is_motion(s)) {
		t->motion = s;
		t->pending = 1;
		return;
	} else if (!t->marked && mover && is_seconded(s)) {
		t->open = add_told(t->r, mover);
		t->n_moved += t->open ? 1 : 0;
		t->pending = 3;
	} else if (told == MB_TOLD_MOVED && !t->marked) {
		t->open = add_told(t->r, s);
		t->n_moved += t->open ? 1 : 0;
		t->pending = is_settled(s) ? 1 : 3;
		t->open &= t->pending > 1;
	} else if (told == MB_TOLD_DECIDED) {
		if (t->motion || !t->pending)
			add_told(t->r, t->motion ? t->motion : s);
		t->pending = 0;
		t->open = FALSE;
	} else if (t->pending) {
		t->pending--;
	}
	t->motion = NULL;
	take_amended(t, s);
}

/* @s without the number of its paragraph: "115.3 Members agreed", "b) The". */
static const char *
behind_number(const char *s)
{
	struct mb_label label;
	gsize n = strspn(s, "0123456789.");

	if (n > 2 && s[n] == ' ' && memchr(s, '.', n - 1))
		return s + n + 1;
	return mb_label_read(s, &label) && s[label.end] == ' '
	           ? s + label.end + 1
	           : s;
}

/* "… be approved. Carried 20-431 Moved by K. Tarn" holds the end of one motion
 * and the next. */
static void
read_sentences(struct mb_deciding *r, const char *text, gboolean marked)
{
	static GRegex *run_on_re;
	g_autofree char *apart =
	    moves(text)
		? g_regex_replace(
		      mb_regex_once(&run_on_re,
	                            "\\b(carried|unanimously|defeated|lost) "
	                            "(?=(?:[\\w.-]{2,12} )?moved by\\b)",
	                            G_REGEX_CASELESS),
		      text, -1, 0, "\\1\n", 0, NULL)
		: g_strdup(text);
	g_autoptr(GPtrArray) sentences = mb_sentences(apart);
	struct teller t = { .r = r, .marked = marked, .n_since = OUTCOME_MAX };

	for (guint i = 0; i < sentences->len; i++)
		read_sentence(&t,
		              behind_number(g_ptr_array_index(sentences, i)));
}

void
mb_deciding_prose(struct mb_deciding *r)
{
	guint i = r->draft->body, end = r->draft->end;
	gboolean marked = r->all->len > 0;

	while (i < end) {
		guint from;

		while (i < end && r->used[i - r->draft->body])
			i++;
		from = i;
		while (i < end && !r->used[i - r->draft->body])
			i++;
		if (from < i) {
			g_autofree char *text = mb_flow(
			    r->lines, from,
			    from == r->draft->body ? r->draft->body_offset : 0,
			    i);

			read_sentences(r, text, marked);
		}
	}
}

void
mb_deciding_views(struct mb_deciding *r)
{
	const struct mb_draft *d = r->draft;
	g_autofree char *title =
	    mb_fold(d->item->title ? d->item->title : "", -1);
	g_autofree char *text = NULL;
	gsize at = 0, start, end;

	if (r->all->len || !strstr(title, "planning"))
		return;
	text = mb_flow(r->lines, d->body, d->body_offset, d->end);
	for (; mb_told_view(text, at, &start, &end); at = end) {
		const char *line = text + start;
		g_autofree char *view = NULL;

		while (line > text + at && line[-1] != '\n')
			line--;
		view = g_strndup(line, (gsize)(text + end - line));
		add_told(r, view);
	}
}
