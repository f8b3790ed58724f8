#include "indexer/resolutions.h"

#include <string.h>

#include "indexer/decided.h"
#include "indexer/labels.h"
#include "indexer/marks.h"
#include "indexer/patterns.h"
#include "indexer/sentences.h"
#include "indexer/tokens.h"
#include "indexer/told.h"

/* A list begins with a label no higher than this. */
#define FIRST_LABEL_MAX 20
/* Lines of prose that may stand between two labels of a block. */
#define PROSE_MAX_LINES 15
/* How a vote went stands in the second sentence behind the decision, or the
 * first. */
#define OUTCOME_MAX 2

/* --- blocks -------------------------------------------------------------- */

/* An item's lines while they are read for resolutions. */
struct reader {
	const struct mb_lines *lines;
	const struct mb_draft *draft;
	GPtrArray *all;    /* of struct mb_decided */
	gboolean labelled; /* a block had labels */
	gboolean *used;    /* lines that belong to a block */
	gboolean motion;   /* what is read was voted on by itself */
};

static const char *
line_text(const struct reader *r, guint i)
{
	const struct mb_line *line = mb_lines_at(r->lines, i);

	if (line->furniture || line->kind == MB_LINE_RULE)
		return "";
	if (i == r->draft->body && r->draft->body_offset <= strlen(line->text))
		return line->text + r->draft->body_offset;
	return line->text;
}

static gboolean
is_blank(const char *text)
{
	while (*text == ' ' || *text == ':' || *text == '-')
		text++;
	return *text == '\0';
}

/* Labels may stand in the text behind the mark: "Resolved: (i) That …". */
static gboolean
label_in(const char *text, struct mb_label *label)
{
	while ((*text && strchr(" :;-", *text)) || g_str_has_prefix(text, "–"))
		text = g_utf8_next_char(text);
	return mb_label_read(text, label);
}

/* Where does an unlabelled resolution end?  With its paragraph, or with its
 * quotation. */
static gboolean
paragraph_ends(const struct reader *r, guint i, const struct mb_decided *e)
{
	const struct mb_line *line = mb_lines_at(r->lines, i);
	gsize n = e->text->len;
	char last = n ? e->text->str[n - 1] : '\0';

	if (line->heading > 0 || line->kind == MB_LINE_ROW)
		return TRUE;
	if (n == 0)
		return FALSE;
	/* An opened quotation goes on to its end. */
	if (strstr(e->text->str, "“") && !strstr(e->text->str, "”") &&
	    n < 1000 && g_str_has_prefix(e->text->str, "“"))
		return FALSE;
	return last == '.' || line->gap || g_str_has_suffix(e->text->str, "”");
}

/* A block of resolutions while it is read. */
struct block {
	struct reader *r;
	GPtrArray *entries;
	struct mb_decided *e;   /* the last of them */
	struct mb_label mark;   /* of the line that the mark stands on */
	struct mb_label before; /* the last label */
	gboolean sub;           /* sub-points follow the last label */
	guint n_skipped;        /* lines of prose since the last label */
	guint last;             /* last line that belongs to it */
};

/* "(a) That the situation be noted and, (b) that arrangements are made": the
 * label in brackets inside @text that goes on behind @before; NULL when none
 * does. */
static const char *
next_inside(const char *text, const struct mb_label *before,
            struct mb_label *next)
{
	const char *p = text;

	while ((p = strstr(p, " ("))) {
		p++;
		if (mb_label_read(p, next) &&
		    next->value == before->value + 1 &&
		    mb_label_follows(before, next) &&
		    (g_str_has_prefix(p + next->end, " that ") ||
		     g_str_has_prefix(p + next->end, "that ") ||
		     g_str_has_prefix(p + next->end, "That ") ||
		     g_str_has_prefix(p + next->end, " That ")))
			return p;
	}
	return NULL;
}

/* Begin the resolution that a label stands before, and those whose labels stand
 * in the same line: each takes the next letter or number, so there are few. */
static void
block_label(struct block *b, guint i, const struct mb_label *label,
            const char *behind)
{
	g_autofree char *head = NULL;
	struct mb_label next;
	const char *rest;

	/* Prose between the mark and the first label leads up to the labels:
	 * "That the Committee:". */
	if (b->e && !b->before.style) {
		g_string_truncate(b->e->text, 0);
		g_free(b->e->label);
		b->e->label = g_strdup(label->text);
	} else {
		b->e = mb_decided_new(label->text);
		g_ptr_array_add(b->entries, b->e);
	}
	b->before = *label;
	b->sub = FALSE;
	b->n_skipped = 0;
	b->last = i;
	rest = next_inside(behind, label, &next);
	if (!rest) {
		mb_decided_append(b->e, behind);
		return;
	}
	head = g_strndup(behind, (gsize)(rest - behind));
	mb_decided_append(b->e, head);
	block_label(b, i, &next, rest + next.end);
}

/* Take a line that bears no label of the block.  FALSE when it ends it. */
static gboolean
block_text(struct block *b, guint i, const char *text)
{
	struct mb_label label;

	if (!b->e) {
		b->e = mb_decided_new("");
		g_ptr_array_add(b->entries, b->e);
		mb_decided_append(b->e, text);
		b->last = i;
		return TRUE;
	}
	b->sub |= mb_label_read(text, &label);
	if (!b->before.style && paragraph_ends(b->r, i, b->e) &&
	    !g_str_has_suffix(b->e->text->str, ":"))
		return FALSE;
	/* A paragraph without label, after a finished one, is prose behind the
	 * block, unless another label follows soon. */
	if (b->before.style && mb_lines_at(b->r->lines, i)->gap && !b->sub &&
	    g_str_has_suffix(b->e->text->str, "."))
		return ++b->n_skipped < PROSE_MAX_LINES;
	mb_decided_append(b->e, text);
	b->last = i;
	return TRUE;
}

/* TRUE for a label that the block takes. */
static gboolean
block_takes(const struct block *b, struct mb_label *label)
{
	if (b->before.style)
		return mb_label_follows(&b->before, label);
	/* "50." inside a block is the next item's number, displaced. */
	return label->style != MB_LABEL_NUMBER ||
	       label->value <= FIRST_LABEL_MAX;
}

/* "(d) Decision taken … (e) Exempt Information?": the next part of a form. */
static gboolean
block_ends(const struct block *b, guint i, const char *text)
{
	struct mb_label label;
	gsize end;

	if (mb_lines_at(b->r->lines, i)->heading > 0)
		return TRUE;
	if (mb_mark_may(text) && mb_mark_read(text, &end) == MB_MARK_ALONE)
		return TRUE;
	/* "Minutes:" behind the "Decision:" of a meeting page. */
	if (b->before.style && g_str_has_prefix(text, "Minutes") &&
	    strlen(text) <= strlen("Minutes :"))
		return TRUE;
	return b->mark.style && mb_label_read(text, &label) &&
	       label.value == b->mark.value + 1 &&
	       mb_label_follows(&b->mark, &label) && text[0] == '(';
}

/* Whether a mark begins line @i. */
static gboolean
is_mark(const struct reader *r, guint i)
{
	const char *text = i < r->draft->end ? line_text(r, i) : "";
	gsize end;

	return mb_mark_may(text) && mb_mark_read(text, &end) != MB_MARK_NONE;
}

/* Read the block that a mark on line @i opens; @rest is the line behind the
 * mark.  Returns the last line of it. */
static guint
read_block(struct reader *r, guint i, const char *rest)
{
	g_autoptr(GPtrArray) entries = g_ptr_array_new();
	struct block b = { .r = r, .entries = entries, .last = i };
	struct mb_label label;

	if (mb_label_read(line_text(r, i), &label) &&
	    label.style == MB_LABEL_SMALL)
		b.mark = label;
	if (label_in(rest, &label) && block_takes(&b, &label))
		block_label(&b, i, &label,
		            strstr(rest, label.text) + strlen(label.text) + 1);
	else if (!is_blank(rest))
		block_text(&b, i, rest);
	for (i++; i < r->draft->end; i++) {
		const char *text = line_text(r, i);

		if (is_blank(text))
			continue;
		if (block_ends(&b, i, text))
			break;
		if (mb_label_read(text, &label) && block_takes(&b, &label))
			block_label(&b, i, &label, text + label.end);
		else if (label.style == MB_LABEL_NUMBER && !b.before.style &&
		         label.value > FIRST_LABEL_MAX &&
		         is_blank(text + label.end))
			continue;
		else if (!block_text(&b, i, text))
			break;
	}
	/* "NOTED" may be all there is; "Decision:" above "RESOLVED that" is
	 * nothing. */
	if (!b.e && !is_mark(r, i))
		block_text(&b, b.last, line_text(r, b.last));
	r->labelled |= b.before.style != MB_LABEL_NONE;
	if (r->motion)
		mb_decided_add_motion(r->all, entries);
	else
		mb_decided_add_block(r->all, entries);
	return b.last;
}

/* "5.4 The Board:" above "a) noted the outcome of the consultation;": what it
 * did is told by the points alone. */
static gboolean
is_body_mark(const struct reader *r, guint i)
{
	static GRegex *body_re, *verb_re;
	const char *text = line_text(r, i);
	gsize n = strlen(text);
	struct mb_label label;

	if (!n || n > 100 || text[n - 1] != ':' ||
	    !mb_regex_in(&body_re,
	                 "^\\W*(?:[0-9]{1,3}(?:\\.[0-9]{1,3})*\\.? +)?"
	                 "the (?:[\\w&,'’-]+ ){0,8}?" MB_RE_BODIES " ?:$",
	                 text))
		return FALSE;
	do
		i++;
	while (i < r->draft->end && is_blank(line_text(r, i)));
	if (i >= r->draft->end || !mb_label_read(line_text(r, i), &label))
		return FALSE;
	return mb_regex_in(&verb_re,
	                   "^\\W*(?:unanimously )?(?:noted|agreed|approved|"
	                   "adopted|endorsed|resolved|deferred|recommended|"
	                   "received|authorised|authorized|delegated|granted|"
	                   "refused|appointed)\\b",
	                   line_text(r, i) + label.end);
}

static void
read_marks(struct reader *r)
{
	guint i = r->draft->body;

	while (i < r->draft->end) {
		const char *text = line_text(r, i);
		enum mb_mark mark = MB_MARK_NONE;
		gsize end = 0;
		guint last;

		if (is_body_mark(r, i)) {
			mark = MB_MARK_ALONE;
			end = strlen(text);
		} else if (*text && mb_mark_may(text) &&
		           mb_lines_at(r->lines, i)->kind != MB_LINE_ROW) {
			mark = mb_mark_read(text, &end);
			if (mark == MB_MARK_NONE) {
				text = mb_mark_inside(text);
				mark = mb_mark_read(text, &end);
			}
		}
		if (mark == MB_MARK_NONE) {
			i++;
			continue;
		}
		last = read_block(r, i, text + end);
		for (guint k = i; k <= last && k < r->draft->end; k++)
			r->used[k - r->draft->body] = TRUE;
		i = last + 1;
	}
}

/* --- motions ------------------------------------------------------------- */

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

/* "D. Yemm, S. Foote:" on a line: who moved and who seconded. */
static gboolean
is_movers(const char *text)
{
	static GRegex *movers_re;

	return strlen(text) < 120 &&
	       g_regex_match(mb_regex_once(&movers_re,
	                                   "^(?:[A-Z]\\. ?){1,3}[A-Z][\\w'’-]+"
	                                   "(?:,| and| &) (?:[A-Z]\\. ?){1,3}"
	                                   "[A-Z][\\w'’-]+ ?[:;]$",
	                                   0),
	                     text, 0, NULL);
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
	                   "\\W*$",
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
	guint text;    /* where its words begin */
	guint vote;    /* the line behind them */
	guint outcome; /* the line that says that it was carried */
};

/* Read the motion that line @i may open: who moved and seconded it, on a line
 * or two, its words, perhaps who voted how, and that it was carried. */
static gboolean
motion_at(const struct reader *r, guint i, struct motion *m)
{
	guint end = MIN(r->draft->end, i + MOTION_MAX_LINES), k;
	gboolean both = is_movers(line_text(r, i));
	gboolean seconded = both || strstr(line_text(r, i), "econded");

	*m = (struct motion){ 0 };
	if (!both && !is_mover(line_text(r, i)))
		return FALSE;
	for (k = i + 1; k < end; k++) {
		const char *text = line_text(r, k);

		if (r->used[k - r->draft->body] || is_mover(text) ||
		    (is_mark(r, k) && m->text))
			return FALSE;
		if (is_blank(text))
			continue;
		if (!m->text && !seconded) {
			if (!is_seconder(text))
				return FALSE;
			seconded = TRUE;
			continue;
		}
		if (!m->text)
			m->text = k;
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

static void
read_motions(struct reader *r)
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
		read_block(r, m.text, line_text(r, m.text));
		r->draft = draft;
		for (; i < m.outcome; i++)
			r->used[i - draft->body] = TRUE;
		r->used[i - draft->body] = TRUE;
	}
	r->motion = FALSE;
}

/* --- decisions told in prose --------------------------------------------- */

static void
add_told(struct reader *r, const char *sentence)
{
	struct mb_decided *e;

	if (r->all->len >= MB_DECIDED_MAX)
		return;
	e = mb_decided_new("");
	mb_decided_append(e, sentence);
	if (mb_decided_is_told(r->all, e))
		mb_decided_free(e);
	else
		g_ptr_array_add(r->all, e);
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

/* One sentence after another.  "Proposed by A, seconded by B" and the vote
 * that follows are one decision. */
static void
read_sentences(struct reader *r, const char *text, gboolean marked)
{
	g_autoptr(GPtrArray) sentences = mb_sentences(text);
	gboolean decided = FALSE;
	guint pending = 0, proposed = 0, n_since = OUTCOME_MAX;

	for (guint i = 0; i < sentences->len; i++) {
		const char *s = g_ptr_array_index(sentences, i);
		enum mb_told told = mb_told(s);

		/* "Proposed by Councillor Collins (M);" and on the next line
		 * "Seconded by Councillor Butler;" */
		if (proposed && begins(s, "second"))
			told = MB_TOLD_MOVED;
		proposed = begins(s, "proposed") || begins(s, "moved") ? 2
		           : proposed ? proposed - 1
		                      : 0;
		/* "It was agreed to ask for £5700. Proposed by NO, seconded by
		 * KD.": who moved what was just decided. */
		if (told == MB_TOLD_MOVED && decided && begins(s, "propose"))
			told = MB_TOLD_NOTHING;
		if (is_outcome(s) && pending)
			told = MB_TOLD_DECIDED;
		else if (is_outcome(s) && n_since < OUTCOME_MAX)
			told = MB_TOLD_NOTHING;
		decided = told == MB_TOLD_DECIDED;
		n_since = decided ? 0 : n_since + 1;
		if (told == MB_TOLD_MOVED && !marked) {
			add_told(r, s);
			pending = 3;
		} else if (told == MB_TOLD_DECIDED) {
			if (!pending)
				add_told(r, s);
			pending = 0;
		} else if (pending) {
			pending--;
		}
	}
}

/* The lines that no block has taken, as flowing text. */
static void
read_prose(struct reader *r)
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

/* Under "Planning", where no decision is told otherwise: what the council says
 * of each application. */
static void
read_views(struct reader *r)
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

void
mb_resolutions_find(struct mb_draft *draft, const struct mb_lines *lines)
{
	g_autoptr(GPtrArray) all = NULL;
	g_autofree gboolean *used = NULL;
	struct reader r = { .lines = lines, .draft = draft };

	if ((draft->item->kind != MB_KIND_MINUTE &&
	     draft->item->kind != MB_KIND_DECISION) ||
	    draft->body >= draft->end)
		return;
	all = g_ptr_array_new_with_free_func((GDestroyNotify)mb_decided_free);
	used = g_new0(gboolean, draft->end - draft->body);
	r.all = all;
	r.used = used;
	read_marks(&r);
	read_motions(&r);
	if (!r.labelled)
		read_prose(&r);
	read_views(&r);
	for (guint i = 0; i < all->len; i++) {
		const struct mb_decided *e = g_ptr_array_index(all, i);

		mb_item_add_resolution(draft->item, e->label, e->text->str);
	}
}
