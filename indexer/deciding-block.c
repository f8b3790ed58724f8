#include "indexer/deciding.h"

#include <string.h>

#include "indexer/decided.h"
#include "indexer/decisions.h"
#include "indexer/labels.h"
#include "indexer/marks.h"
#include "indexer/patterns.h"

/* A list begins with a label no higher than this. */
#define FIRST_LABEL_MAX 20
/* Bytes of a line that ends in the name of the body, whose acts are below. */
#define MAX_BODY_MARK 260
/* Lines of prose that may stand between two labels of a block. */
#define PROSE_MAX_LINES 15

/* Where does an unlabelled resolution end?  With its paragraph, or with its
 * quotation. */
static gboolean
paragraph_ends(const struct mb_deciding *r, guint i, const struct mb_decided *e)
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
	struct mb_deciding *r;
	GPtrArray *entries;
	struct mb_decided *e;   /* the last of them */
	struct mb_label mark;   /* of the line that the mark stands on */
	struct mb_label before; /* the last label */
	gboolean sub;           /* sub-points follow the last label */
	gboolean conditions;    /* what is numbered is no resolution */
	guint n_skipped;        /* lines of prose since the last label */
	guint last;             /* last line that belongs to it */
};

/* The points inside the text of the last resolution are resolutions too: each
 * takes the next letter or number, so there are few. */
static void
block_split(struct block *b)
{
	struct mb_label next;
	const char *at;

	while ((at = mb_label_inside(b->e->text->str, &b->before, &next))) {
		struct mb_decided *e = mb_decided_new(next.text);

		mb_decided_append(e, at + next.end);
		g_string_truncate(b->e->text,
		                  (gsize)(at - b->e->text->str) - 1);
		g_ptr_array_add(b->entries, e);
		b->e = e;
		b->before = next;
	}
}

/* Begin the resolution that a label stands before. */
static void
block_label(struct block *b, guint i, const struct mb_label *label,
            const char *behind)
{
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
	mb_decided_append(b->e, behind);
	block_split(b);
}

/* "that the application be approved subject to the following conditions:",
 * "That the meeting be closed to the public to consider:": what is numbered
 * below it was not decided by itself. */
static gboolean
has_conditions(const struct mb_decided *e)
{
	static GRegex *conditions_re;

	return e && g_str_has_suffix(e->text->str, ":") &&
	       mb_regex_in(&conditions_re,
	                   "\\b(?:be|is|to) .{4,}\\b(?:conditions?|reasons?|"
	                   "informatives?)\\b[^.:]{0,60}:$|"
	                   "\\bclosed to the public\\b.{0,240}:$",
	                   e->text->str);
}

/* TRUE for a label that the block takes. */
static gboolean
block_takes(struct block *b, struct mb_label *label)
{
	if (b->before.style == MB_LABEL_NONE)
		b->conditions |= has_conditions(b->e);

	if (b->before.style)
		return mb_label_follows(&b->before, label);
	if (b->conditions)
		return FALSE;
	/* "It was RESOLVED that:" above "7.2.1 The post be moved." */
	if (label->bare && b->e && !g_str_has_suffix(b->e->text->str, ":"))
		return FALSE;
	/* "2) 21/042 Shed at Wend Lane" behind "RESOLVED: no objection." to 1)
	 * is the next matter. */
	if (b->e && label->value > 1 && g_str_has_suffix(b->e->text->str, "."))
		return FALSE;
	/* "50." inside a block is the next item's number, displaced. */
	return label->style != MB_LABEL_NUMBER ||
	       label->value <= FIRST_LABEL_MAX;
}

/* Add @text to the last resolution, in which points may stand. */
static void
block_append(struct block *b, guint i, const char *text)
{
	g_autofree char *points = NULL;
	struct mb_label label;
	const char *behind = NULL;

	mb_decided_append(b->e, text);
	b->last = i;
	if (!b->before.style)
		behind = mb_label_led(b->e->text->str, &label);
	points = g_strdup(behind);
	if (points && block_takes(b, &label))
		block_label(b, i, &label, points);
	else if (b->before.style)
		block_split(b);
}

/* Take a line that bears no label of the block.  FALSE when it ends it. */
static gboolean
block_text(struct block *b, guint i, const char *text)
{
	struct mb_label label;

	if (!b->e) {
		b->e = mb_decided_new("");
		g_ptr_array_add(b->entries, b->e);
		block_append(b, i, text);
		return TRUE;
	}
	b->sub |= mb_label_read(text, &label) && !label.bare;
	if (!b->before.style && paragraph_ends(b->r, i, b->e) &&
	    !g_str_has_suffix(b->e->text->str, ":"))
		return FALSE;
	/* A paragraph without label, after a finished one, is prose behind the
	 * block, unless another label follows soon. */
	if (b->before.style && mb_lines_at(b->r->lines, i)->gap && !b->sub &&
	    g_str_has_suffix(b->e->text->str, "."))
		return ++b->n_skipped < PROSE_MAX_LINES;
	block_append(b, i, text);
	return TRUE;
}

/* "• 21/00412/FUL Shed at Wend Lane" behind "AGREED no objection": the next
 * application of a list. */
static gboolean
is_application(const struct mb_line *line)
{
	static GRegex *application_re;

	return line->kind == MB_LINE_LIST &&
	       mb_regex_in(&application_re, "^\\W*\\d{2,4}/\\d{3,6}\\b",
	                   line->text);
}

/* "(d) Decision taken … (e) Exempt Information?": the next part of a form. */
static gboolean
block_ends(const struct block *b, guint i, const char *text)
{
	struct mb_label label;
	gsize end;

	if (mb_lines_at(b->r->lines, i)->heading > 0 ||
	    mb_decision_cell(b->r->lines, i) ||
	    (!b->before.style && is_application(mb_lines_at(b->r->lines, i))))
		return TRUE;
	if (mb_mark_may(text) && mb_mark_read(text, &end) == MB_MARK_ALONE)
		return TRUE;
	/* "2. The auditor's report. RESOLVED that it be received." */
	if (mb_mark_may(text) && mb_label_read(text, &label) &&
	    mb_mark_inside(text) > text + label.end)
		return TRUE;
	/* "Minutes:" behind the "Decision:" of a meeting page. */
	if (b->before.style && g_str_has_prefix(text, "Minutes") &&
	    strlen(text) <= strlen("Minutes :"))
		return TRUE;
	return b->mark.style && mb_label_read(text, &label) &&
	       label.value == b->mark.value + 1 &&
	       mb_label_follows(&b->mark, &label) && text[0] == '(';
}

/* "Decision" above "Deferred to 12 September": nothing was decided yet. */
static gboolean
is_put_off(GPtrArray *entries)
{
	static GRegex *off_re;
	const struct mb_decided *e =
	    entries->len == 1 ? g_ptr_array_index(entries, 0) : NULL;

	return e && !*e->label &&
	       mb_regex_in(
		   &off_re,
		   "^\\W*(?:(?:this|the) )?(?:(?:item|application|report|"
		   "matter|decision) )?(?:was )?(?:deferred|withdrawn)\\b",
		   e->text->str);
}

guint
mb_deciding_block(struct mb_deciding *r, guint i, const char *rest)
{
	g_autoptr(GPtrArray) entries = g_ptr_array_new();
	struct block b = { .r = r, .entries = entries, .last = i };
	struct mb_label label;

	if (mb_label_read(mb_deciding_line(r, i), &label) &&
	    label.style == MB_LABEL_SMALL)
		b.mark = label;
	if (!mb_deciding_blank(rest))
		block_text(&b, i, rest);
	for (i++; i < r->draft->end; i++) {
		const char *text = mb_deciding_line(r, i);

		if (mb_deciding_blank(text))
			continue;
		if (block_ends(&b, i, text))
			break;
		if (mb_label_read(text, &label) && block_takes(&b, &label))
			block_label(&b, i, &label, text + label.end);
		else if (label.style == MB_LABEL_NUMBER && !b.before.style &&
		         label.value > FIRST_LABEL_MAX &&
		         mb_deciding_blank(text + label.end))
			continue;
		else if (!block_text(&b, i, text))
			break;
	}
	/* "NOTED" may be all there is; "Decision:" above "RESOLVED that" is
	 * nothing. */
	if (!b.e && !mb_deciding_mark(r, i))
		block_text(&b, b.last, mb_deciding_line(r, b.last));
	r->labelled |= b.before.style != MB_LABEL_NONE;
	if (is_put_off(entries)) {
		mb_decided_free(b.e);
		return b.last;
	}
	if (r->motion)
		mb_decided_add_motion(r->all, entries);
	else
		mb_decided_add_block(r->all, entries);
	return b.last;
}

/* What is behind the label that the next line with text begins with; NULL when
 * it begins with none. */
static const char *
label_below(const struct mb_deciding *r, guint i, struct mb_label *label)
{
	do
		i++;
	while (i < r->draft->end && mb_deciding_blank(mb_deciding_line(r, i)));
	return i < r->draft->end && mb_label_read(mb_deciding_line(r, i), label)
	           ? mb_deciding_line(r, i) + label->end
	           : NULL;
}

/* "5.4 The Board:" above "a) noted the outcome of the consultation;": what it
 * did is told by the points alone.  "seconded by Mr Tarn and resolved:" above
 * "(1) that the quay be swept". */
static gboolean
is_mark_of_points(const struct mb_deciding *r, guint i)
{
	static GRegex *body_re, *verb_re, *decided_re;
	const char *text = mb_deciding_line(r, i), *point;
	gsize n = strlen(text);
	struct mb_label label;

	/* "The Committee:-"; "Having heard the officer, the Committee:" */
	if (n > 1 && text[n - 1] == '-')
		n--;
	if (!n || n > MAX_BODY_MARK || text[n - 1] != ':')
		return FALSE;
	point = label_below(r, i, &label);
	if (!point)
		return FALSE;
	if (label.value == 1 &&
	    mb_regex_in(&decided_re,
	                "\\w\\W+(?:and|was|then) (?:unanimously )?"
	                "(?:resolved|agreed|decided)"
	                "(?: (?:that|to|as follows|the following))* ?:-?$",
	                text))
		return TRUE;
	return mb_regex_in(&body_re,
	                   "^\\W*(?:[0-9]{1,3}(?:\\.[0-9]{1,3})*\\.? +)?"
	                   "(?:.*, )?the (?:[\\w&,'’-]+ ){0,8}?" MB_RE_BODIES
	                   " ?:-?$",
	                   text) &&
	       mb_regex_in(&verb_re,
	                   "^\\W*(?:unanimously )?(?:noted|agreed|approved|"
	                   "adopted|endorsed|resolved|deferred|recommended|"
	                   "received|authorised|authorized|delegated|granted|"
	                   "refused|appointed|instructed|requested|directed|"
	                   "welcomed|remitted|continued)\\b",
	                   point);
}

/* "That (1) the policy be adopted; …" below "Decision" in a table: what was
 * decided, in *text. */
static gboolean
begins_decided(const char *cell, const char **text)
{
	static GRegex *that_re;

	if (!cell || !mb_regex_in(&that_re,
	                          "^\\W*(?:that|to|agreed|approved|noted|"
	                          "resolved|recommended|deferred)\\b",
	                          cell))
		return FALSE;
	*text = cell;
	return TRUE;
}

/* "Decision:" of a meeting's page at line @i, below which nothing was decided,
 * "There were no announcements.", or another mark says what, before "Minutes:".
 */
static gboolean
is_empty_label(const struct mb_deciding *r, guint i)
{
	static GRegex *nothing_re;
	gboolean first = TRUE;

	if (strcmp(mb_deciding_line(r, i), "Decision:") != 0)
		return FALSE;
	for (i++; i < r->draft->end; i++) {
		const char *text = mb_deciding_line(r, i);
		gsize end;

		if (mb_deciding_blank(text))
			continue;
		if (strcmp(text, "Minutes:") == 0)
			return FALSE;
		if (first &&
		    mb_regex_in(&nothing_re,
		                "^\\W*(?:there (?:were|was|are|is) no\\b|"
		                "apolog|an apology|none\\b|nil\\b|no (?:"
		                "declarations?|interests?|apologies|questions?|"
		                "petitions?|deputations?|announcements?|"
		                "urgent)\\b)",
		                text))
			return TRUE;
		if (mb_mark_may(text) &&
		    mb_mark_read(text, &end) != MB_MARK_NONE)
			return TRUE;
		first = FALSE;
	}
	return FALSE;
}

void
mb_deciding_marks(struct mb_deciding *r)
{
	guint i = r->draft->body;

	while (i < r->draft->end) {
		const char *text = mb_deciding_line(r, i);
		const char *cell = mb_decision_cell(r->lines, i);
		enum mb_mark mark = MB_MARK_NONE;
		gsize end = 0;
		guint last;

		if (r->used[i - r->draft->body]) {
			i++;
			continue;
		}
		/* "RESOLVED: (a) That …" in its cell */
		if (cell && mb_mark_may(cell) &&
		    (mark = mb_mark_read(cell, &end)) != MB_MARK_NONE) {
			text = cell;
		} else if (begins_decided(cell, &text)) {
			mark = MB_MARK_TEXT;
		} else if (is_mark_of_points(r, i)) {
			mark = MB_MARK_ALONE;
			end = strlen(text);
		} else if (*text && mb_mark_may(text)) {
			const char *inside = mb_mark_inside(text);
			gboolean row =
			    mb_lines_at(r->lines, i)->kind == MB_LINE_ROW;

			if (!row)
				mark = mb_mark_read(text, &end);
			if (mark == MB_MARK_NONE && (!row || inside > text)) {
				text = inside;
				mark = mb_mark_read(text, &end);
			}
		}
		if (mark == MB_MARK_NONE || is_empty_label(r, i)) {
			i++;
			continue;
		}
		last = mb_deciding_block(r, i, text + end);
		for (guint k = i; k <= last && k < r->draft->end; k++)
			r->used[k - r->draft->body] = TRUE;
		i = last + 1;
	}
}

void
mb_deciding_recommended(struct mb_deciding *r)
{
	static const char mark[] = "Recommendation:";
	const struct mb_draft *d = r->draft;

	for (guint i = d->body; i < d->end && !r->all->len; i++) {
		const char *text = mb_deciding_line(r, i);

		const char *rest;

		if (!g_str_has_prefix(text, mark))
			continue;
		rest = text + strlen(mark);
		rest += strspn(rest, " ");
		if (g_str_has_prefix(rest, "That ") ||
		    g_str_has_prefix(rest, "That, "))
			mb_deciding_block(r, i, rest);
	}
}
