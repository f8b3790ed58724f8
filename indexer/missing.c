#include "config.h"

#include "indexer/missing.h"

#include <string.h>

#include "indexer/closing.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"
#include "indexer/points.h"
#include "indexer/printed.h"
#include "indexer/restarted.h"
#include "indexer/run-on.h"
#include "indexer/unlisted.h"

/* What is answered to a question or motion. */
static gboolean
begins_reply(const char *fold)
{
	return g_str_has_prefix(fold, "reply:") ||
	       g_str_has_prefix(fold, "response:") ||
	       g_str_has_prefix(fold, "answer:");
}

/* How much line @i looks like a title whose number was lost.  @bold: so are
 * those whose numbers are there. */
static float
score_lost(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
           guint end, gboolean bold)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *look = mb_looks_at(looks, i);
	struct mb_headline headline;
	float score = 0;
	guint body;

	if (line->furniture || line->kind != MB_LINE_TEXT || !look->upper ||
	    look->n_words > 25 || *look->fold == '(' ||
	    g_ascii_isdigit(*look->fold) ||
	    mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) ||
	    mb_phrases_sentence(look->fold, 14))
		return 0;
	/* "Minutes:" above the minute of a meeting page's entry, "REPLY: As
	 * part of the works" */
	if (mb_looks_is_label(look) || begins_reply(look->fold))
		return 0;
	if (!line->gap && i && !mb_looks_at(looks, i - 1)->sentence)
		return 0;
	mb_headline_read(lines, looks, i, 0, end, FALSE, &headline);
	g_free(headline.title);
	body = mb_looks_next(lines, headline.body, end);
	/* "(a)" below begins the text as much as "The Committee …" does. */
	if (body < end &&
	    ((mb_phrases_begin(MB_PHRASES_OPENER,
	                       mb_looks_at(looks, body)->fold) &&
	      mb_looks_at(looks, body)->upper) ||
	     g_str_has_prefix(mb_looks_at(looks, body)->fold, "(a)")))
		score += 2;
	score += line->gap && !looks->gappy ? 1 : 0;
	score += look->title || look->caps ? 1 : 0;
	score += look->bold || line->heading ? (bold ? 2 : 1.5f) : 0;
	score += mb_phrases_begin(MB_PHRASES_ITEM, look->fold) ? 1 : 0;
	return score;
}

/* The line between two headings that is best as a title; MB_NO_LINE. */
static guint
find_lost(const struct mb_lines *lines, const struct mb_looks *looks,
          guint first, guint end, gboolean bold)
{
	guint i, best = MB_NO_LINE;
	float most = 2.9f;

	for (i = first; i < end; i++) {
		float score = score_lost(lines, looks, i, end, bold);
		const struct mb_look *look = mb_looks_at(looks, i);

		/* "Circulated, copy of the draft minutes" right below a heading
		 * is what that is about. */
		if (i == first && look->n_words >= 8 && !look->bold &&
		    !look->caps && !look->title &&
		    !mb_phrases_begin(MB_PHRASES_ITEM, look->fold))
			continue;

		if (score > most) {
			most = score;
			best = i;
		}
	}
	return best;
}

/* Headings [first, end) between two others, in the style of @like but with
 * numbers that cannot be: "4. Minutes" of a scanner, then "2. Deputation".
 * Those that there are get the numbers from @value on, and are entries; none do
 * when there are not @n of them, or of more the first when @n is 1. */
static gboolean
add_misread(struct mb_chain *c, guint first, guint end,
            const struct mb_heading *like, guint value, guint n)
{
	guint before = c->entries->len, found = 0;

	for (guint i = first; i < end; i++) {
		const struct mb_heading *h = mb_chain_heading(c->headings, i);
		struct mb_entry e = mb_chain_entry(h);

		if (h->series != like->series || h->mark != like->mark ||
		    h->own_line != like->own_line ||
		    h->marked != like->marked || h->title == MB_NO_LINE ||
		    h->score < 2 || mb_chain_is_stray(c, i, value + found))
			continue;
		g_snprintf(e.number, sizeof(e.number), "%u", value + found);
		e.inferred = TRUE;
		g_array_append_val(c->entries, e);
		if (++found == 1 && n == 1)
			return TRUE;
	}
	if (found != n)
		g_array_set_size(c->entries, before);
	return found == n && n > 0;
}

/* The first heading has number 2: number 1 was misread. */
void
mb_missing_first(struct mb_chain *c)
{
	const struct mb_heading *next = mb_chain_chosen(c, 0);

	if (next->value == 2 && mb_chain_is_plain(next) &&
	    !add_misread(c, 0, g_array_index(c->chosen, guint, 0), next, 1, 1))
		mb_printed_first(c, next);
}

/* "PUBLIC PARTICIPATION It was suggested …", "Open Forum. • A parishioner
 * advised": business that is named and dealt with in one paragraph. */
static gboolean
is_late_paragraph(const struct mb_chain *c, guint i)
{
	const struct mb_line *line = mb_lines_at(c->lines, i);
	g_autofree char *title = NULL;
	gsize length;

	if (!c->minutes || line->furniture || line->kind != MB_LINE_TEXT ||
	    !line->gap || mb_looks_at(c->looks, i)->n_words < 6 ||
	    !mb_run_on_find(line->text, FALSE, &length))
		return FALSE;
	title = g_ascii_strdown(line->text, (gssize)length);
	return mb_phrases_is(MB_PHRASES_ITEM, title) &&
	       !mb_phrases_is(MB_PHRASES_ATTENDANCE, title);
}

/* Whether line @i goes on with a paragraph in bold that began above it. */
static gboolean
goes_on_bold(const struct mb_chain *c, guint i)
{
	return i > 0 && !mb_lines_at(c->lines, i)->gap &&
	       mb_looks_at(c->looks, i)->bold &&
	       mb_looks_at(c->looks, i - 1)->bold;
}

/* Business without a number after the last one that has a number: "Any other
 * business", "Date of next meeting". */
static gboolean
is_late_title(const struct mb_chain *c, guint i)
{
	const struct mb_line *line = mb_lines_at(c->lines, i);
	const struct mb_heading *usual = mb_chain_chosen(c, c->chosen->len - 1);
	const struct mb_look *look = mb_looks_at(c->looks, i), *next;

	if (line->furniture || line->kind != MB_LINE_TEXT || !look->upper ||
	    look->n_words > 12 || look->sentence || i + 1 >= c->end ||
	    mb_looks_is_label(look) || mb_closing_is_signed(line) ||
	    !mb_phrases_begin(MB_PHRASES_ITEM, look->fold) ||
	    mb_phrases_sentence(look->fold, 10) ||
	    mb_phrases_is(MB_PHRASES_CLOSING, look->fold) ||
	    (!c->minutes && g_str_has_prefix(look->fold, "to ")) ||
	    g_str_has_prefix(look->fold, "report of the ") ||
	    (mb_unlisted_is_label(look->fold) &&
	     !(c->minutes && strstr(look->fold, " submitted by "))) ||
	    goes_on_bold(c, i) ||
	    line->heading != mb_lines_at(c->lines, usual->line)->heading ||
	    ABS(line->x - usual->x) > 6)
		return FALSE;
	next = mb_looks_at(c->looks, i + 1);
	return next->upper && (look->bold || look->caps || line->gap ||
	                       mb_lines_at(c->lines, i + 1)->gap);
}

/* Several numbers in a row are lost: what is called as business is called
 * everywhere stands between.  The numbers are known when as many are found. */
static void
add_known(struct mb_chain *c, const struct mb_heading *h,
          const struct mb_heading *next)
{
	guint before = c->entries->len, n, i;
	const struct mb_entry *last =
	    &g_array_index(c->entries, struct mb_entry, before - 1);

	for (i = mb_chain_body(c, last, next->line); i < next->line; i++) {
		struct mb_entry e = { .head = i, .title = i };

		if (is_late_title(c, i))
			g_array_append_val(c->entries, e);
	}
	n = c->entries->len - before;
	for (i = 0; n == next->value - h->value - 1 && i < n; i++) {
		struct mb_entry *e =
		    &g_array_index(c->entries, struct mb_entry, before + i);

		if (!mb_chain_is_plain(h))
			break;
		g_snprintf(e->number, sizeof(e->number), "%u",
		           h->value + 1 + i);
		e->inferred = TRUE;
	}
}

/* Business without a number between two that follow each other, where headings
 * end in a colon: "2. Apologies: …", "Police Matters:", "3. To approve …". */
static void
add_between(struct mb_chain *c, const struct mb_heading *h,
            const struct mb_heading *next)
{
	const struct mb_entry *last = mb_chain_last(c);
	guint i = mb_chain_body(c, last, next->line);
	const char *title =
	    mb_lines_at(c->lines, last->title)->text + last->title_at;
	gsize word = strcspn(title, " :");

	if (!strchr(mb_looks_at(c->looks, h->line)->fold, ':') &&
	    !strchr(mb_looks_at(c->looks, next->line)->fold, ':'))
		return;
	for (; i < next->line; i++) {
		struct mb_entry e = { .head = i, .title = i };

		/* Under "Public forum", "Public forum questions:" is of it. */
		if (!g_ascii_strncasecmp(mb_lines_at(c->lines, i)->text, title,
		                         word))
			continue;
		if (mb_looks_at(c->looks, i)->n_words <= 5 &&
		    g_str_has_suffix(mb_looks_at(c->looks, i)->fold, ":") &&
		    is_late_title(c, i))
			g_array_append_val(c->entries, e);
	}
}

/* "NOTICES OF MOTION", "NO OPEN FORUM" in capitals among numbered headings that
 * are not, with a minute of its own below: "It was proposed … that the Notices
 * of Motion at Items 7 and 8 be deferred". */
static gboolean
is_group(const struct mb_chain *c, guint i, guint end)
{
	const struct mb_line *line = mb_lines_at(c->lines, i);
	const struct mb_look *look = mb_looks_at(c->looks, i), *below;
	const char *fold = look->fold;
	guint next = mb_looks_next(c->lines, i + 1, end);

	fold += g_str_has_prefix(fold, "no ") ? 3 : 0;
	if (line->furniture || line->kind != MB_LINE_TEXT || !look->caps ||
	    look->n_words > 5 || look->sentence || next >= end ||
	    !(mb_unlisted_is_label(fold) ||
	      mb_phrases_is(MB_PHRASES_ITEM, fold)))
		return FALSE;
	below = mb_looks_at(c->looks, next);
	return below->n_words >= 6 && !below->caps &&
	       !mb_unlisted_is_motion(below->fold) &&
	       mb_phrases_sentence(below->fold, 20);
}

/* Add the group headings among the items between @h and @next that have text of
 * their own; TRUE when there are any. */
static gboolean
add_groups(struct mb_chain *c, const struct mb_heading *h,
           const struct mb_heading *next)
{
	guint before = c->entries->len;
	guint i = mb_chain_body(c, mb_chain_last(c), next->line);

	if (mb_looks_at(c->looks, next->title)->caps ||
	    (h->title != MB_NO_LINE && mb_looks_at(c->looks, h->title)->caps))
		return FALSE;
	for (; i < next->line; i++) {
		struct mb_entry e = { .head = i, .title = i };

		if (is_group(c, i, next->line))
			g_array_append_val(c->entries, e);
	}
	return c->entries->len > before;
}

gboolean
mb_missing_printed(struct mb_chain *c, guint k)
{
	const struct mb_heading *h = mb_chain_chosen(c, k), *next;

	if (k + 1 >= c->chosen->len)
		return FALSE;
	next = mb_chain_chosen(c, k + 1);
	return h->prefix == next->prefix && next->value >= h->value + 2 &&
	       !mb_chain_is_stray(c, MB_NO_LINE, h->value + 1) &&
	       (mb_printed_add(c, h, next) ||
	        (mb_chain_is_plain(h) &&
	         add_misread(c, g_array_index(c->chosen, guint, k) + 1,
	                     g_array_index(c->chosen, guint, k + 1), h,
	                     h->value + 1, next->value - h->value - 1)));
}

/* "46.", then a heading without a number, then "48.": it is 47. */
void
mb_missing_after(struct mb_chain *c, guint k)
{
	const struct mb_heading *h = mb_chain_chosen(c, k),
				*next = mb_chain_chosen(c, k + 1);
	const struct mb_entry *last = mb_chain_last(c);
	struct mb_entry e = { .inferred = TRUE };
	guint from = g_array_index(c->chosen, guint, k) + 1;
	guint end = g_array_index(c->chosen, guint, k + 1);

	if (c->minutes && next->title != MB_NO_LINE && add_groups(c, h, next))
		return;
	if (c->minutes && next->value == h->value + 1)
		add_between(c, h, next);
	if (h->prefix != next->prefix || next->value < h->value + 2 ||
	    mb_chain_is_stray(c, MB_NO_LINE, h->value + 1) ||
	    mb_printed_add(c, h, next) || mb_points_add(c, h, next) ||
	    (mb_chain_is_plain(h) && add_misread(c, from, end, h, h->value + 1,
	                                         next->value - h->value - 1)))
		return;
	if (next->value > h->value + 2) {
		add_known(c, h, next);
		return;
	}
	if (!c->minutes)
		return;
	e.title =
	    find_lost(c->lines, c->looks, mb_chain_body(c, last, next->line),
	              next->line, h->marked && next->marked);
	if (e.title == MB_NO_LINE)
		return;
	e.head = e.title;
	mb_chain_count_on(h, e.number);
	g_array_append_val(c->entries, e);
}

/* Whether the line under a number that stands alone is no title: no text
 * begins under it, but under a line further down that is one. */
static gboolean
is_misplaced(const struct mb_chain *c, const struct mb_heading *h, guint end)
{
	const struct mb_look *look = mb_looks_at(c->looks, h->title);
	gboolean below = h->title == h->line + 1;

	/* "Economic Development Directorate" above a heading of its own,
	 * "East End Green repairs" right below its number. */
	if (!h->listed && (look->title || below) && look->n_words <= 8 &&
	    !look->sentence && !mb_phrases_sentence(look->fold, 8))
		return FALSE;
	if (below && look->upper &&
	    mb_phrases_begin(MB_PHRASES_ITEM, look->fold))
		return FALSE;
	return c->minutes && h->own_line && !h->marked &&
	       score_lost(c->lines, c->looks, h->title, end, FALSE) < 3;
}

/* A number that the extraction of text has parted from its title: the title
 * stands further down. */
gboolean
mb_missing_place(const struct mb_chain *c, const struct mb_heading *h, guint k,
                 struct mb_entry *e)
{
	guint end =
	    k + 1 < c->chosen->len ? mb_chain_chosen(c, k + 1)->line : c->end;
	guint title;

	if (h->title != MB_NO_LINE && !is_misplaced(c, h, end))
		return TRUE;
	title = find_lost(c->lines, c->looks, h->line + 1, end, FALSE);
	if (title == MB_NO_LINE)
		return h->title != MB_NO_LINE;
	e->head = e->title = title;
	e->title_at = 0;
	return TRUE;
}

/* "The following items were raised at the conclusion of the Agenda:" */
static gboolean
are_raised(const char *fold)
{
	return g_str_has_prefix(fold, "the following item") &&
	       strstr(fold, " raised") && g_str_has_suffix(fold, ":");
}

/* A title of what was raised: a short line above a sentence. */
static gboolean
is_raised_title(const struct mb_chain *c, guint i)
{
	const struct mb_line *line = mb_lines_at(c->lines, i);
	const struct mb_look *look = mb_looks_at(c->looks, i);
	guint next = mb_looks_next(c->lines, i + 1, c->end);

	return !line->furniture && line->kind == MB_LINE_TEXT && line->gap &&
	       look->upper && !look->sentence && look->n_words <= 12 &&
	       !mb_phrases_sentence(look->fold, 12) &&
	       !mb_phrases_begin(MB_PHRASES_OPENER, look->fold) &&
	       !mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) &&
	       next < c->end && mb_lines_at(c->lines, next)->gap &&
	       mb_phrases_begin(MB_PHRASES_OPENER,
	                        mb_looks_at(c->looks, next)->fold);
}

void
mb_missing_late(struct mb_chain *c)
{
	const struct mb_entry *last;
	gboolean raised = FALSE;
	guint i, end;

	if (!c->entries->len)
		return;
	if (c->minutes && c->chosen->len) {
		mb_points_add(c, mb_chain_chosen(c, c->chosen->len - 1), NULL);
		mb_restarted_add(c);
	}
	last = mb_chain_last(c);
	i = mb_chain_body(c, last, c->end);
	end = c->minutes ? c->end
	                 : mb_closing_agenda(c->lines, c->looks, i, c->end);
	for (; i < end; i++) {
		struct mb_entry e = { .head = i, .title = i };

		/* The signature: what follows is no business. */
		if (g_str_has_prefix(mb_looks_at(c->looks, i)->fold, "signed"))
			break;
		raised |=
		    c->minutes && are_raised(mb_looks_at(c->looks, i)->fold);
		if (is_late_title(c, i) || is_late_paragraph(c, i) ||
		    (raised && is_raised_title(c, i)))
			g_array_append_val(c->entries, e);
	}
}
