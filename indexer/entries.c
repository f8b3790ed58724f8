#include "config.h"

#include "indexer/entries.h"

#include <string.h>

#include "indexer/closing.h"
#include "indexer/headline.h"
#include "indexer/numbering.h"
#include "indexer/phrases.h"
#include "indexer/unlisted.h"
#include "indexer/unnumbered.h"

/* How far above item 2 item 1 may begin. */
#define MAX_FIRST 12

static const struct mb_heading *
heading_at(const GArray *headings, guint i)
{
	return &g_array_index(headings, struct mb_heading, i);
}

static struct mb_entry
entry_of(const struct mb_heading *h)
{
	struct mb_entry e = { .head = h->line,
		              .title = h->title,
		              .title_at = h->title_at };

	memcpy(e.number, h->number, sizeof(e.number));
	return e;
}

/* How much line @i looks like a title whose number was lost. */
static float
score_lost(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
           guint end)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *look = mb_looks_at(looks, i);
	struct mb_headline headline;
	float score = 0;

	if (line->furniture || line->kind != MB_LINE_TEXT || !look->upper ||
	    look->n_words > 25 || *look->fold == '(' ||
	    g_ascii_isdigit(*look->fold) ||
	    mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) ||
	    mb_phrases_sentence(look->fold, 14))
		return 0;
	if (!line->gap && i && !mb_looks_at(looks, i - 1)->sentence)
		return 0;
	mb_headline_read(lines, looks, i, 0, end, FALSE, &headline);
	g_free(headline.title);
	if (headline.body < end &&
	    mb_phrases_begin(MB_PHRASES_OPENER,
	                     mb_looks_at(looks, headline.body)->fold) &&
	    mb_looks_at(looks, headline.body)->upper)
		score += 2;
	score += line->gap && !looks->gappy ? 1 : 0;
	score += look->title || look->caps ? 1 : 0;
	score += look->bold || line->heading ? 1.5f : 0;
	score += mb_phrases_begin(MB_PHRASES_ITEM, look->fold) ? 1 : 0;
	return score;
}

/* The line between two headings that is best as a title; MB_NO_LINE. */
static guint
find_lost(const struct mb_lines *lines, const struct mb_looks *looks,
          guint first, guint end)
{
	guint i, best = MB_NO_LINE;
	float most = 2.9f;

	for (i = first; i < end; i++) {
		float score = score_lost(lines, looks, i, end);

		if (score > most) {
			most = score;
			best = i;
		}
	}
	return best;
}

/* Where the text of the item under @h begins. */
static guint
body_of(const struct mb_lines *lines, const struct mb_looks *looks,
        const struct mb_entry *e, guint end)
{
	struct mb_headline headline;

	mb_headline_read(lines, looks, e->title, e->title_at, end, FALSE,
	                 &headline);
	g_free(headline.title);
	return MAX(headline.body, e->title + 1);
}

struct chain {
	const struct mb_lines *lines;
	const struct mb_looks *looks;
	const GArray *headings;
	const GArray *chosen; /* of guint: indices into @headings */
	GArray *entries;      /* of struct mb_entry: the result */
	guint end;
	gboolean minutes;
};

static const struct mb_heading *
chosen_at(const struct chain *c, guint k)
{
	return heading_at(c->headings, g_array_index(c->chosen, guint, k));
}

/* A heading between two others, in their style but with a number that cannot
 * be: "4. Minutes" of a scanner, then "2. Deputation". */
static const struct mb_heading *
find_misread(const struct chain *c, guint first, guint end,
             const struct mb_heading *like)
{
	guint i;

	for (i = first; i < end; i++) {
		const struct mb_heading *h = heading_at(c->headings, i);

		if (h->series == like->series && h->mark == like->mark &&
		    h->own_line == like->own_line &&
		    h->marked == like->marked && h->title != MB_NO_LINE &&
		    h->score >= 2)
			return h;
	}
	return NULL;
}

static void
add_misread(struct chain *c, const struct mb_heading *h, guint value)
{
	struct mb_entry e = entry_of(h);

	g_snprintf(e.number, sizeof(e.number), "%u", value);
	e.inferred = TRUE;
	g_array_append_val(c->entries, e);
}

static gboolean
is_plain(const struct mb_heading *h)
{
	return strlen(h->number) == strspn(h->number, "0123456789");
}

/* Bytes of what a scanner makes of "1." before a title: "i. To elect a
 * Cathaoirleach", ". Minutes"; 0 when there is nothing of it. */
static gsize
misread_one(const char *text)
{
	gsize n = strspn(text, "ilI|!");

	if (n > 1)
		return 0;
	if (!text[n] || !strchr(".:", text[n]) || text[n + 1] != ' ')
		return 0;
	return g_ascii_isupper(text[n + 2]) ? n + 2 : 0;
}

/* The first heading has number 2: number 1 was misread. */
static void
add_first(struct chain *c)
{
	const struct mb_heading *next = chosen_at(c, 0), *h;
	struct mb_entry e = { .number = "1", .inferred = TRUE };
	guint i;

	if (next->value != 2 || !is_plain(next))
		return;
	h = find_misread(c, 0, g_array_index(c->chosen, guint, 0), next);
	if (h) {
		add_misread(c, h, 1);
		return;
	}
	for (i = next->line; i > 0 && i + MAX_FIRST > next->line; i--) {
		e.title_at = misread_one(mb_lines_at(c->lines, i - 1)->text);
		if (!e.title_at)
			continue;
		e.head = e.title = i - 1;
		g_array_append_val(c->entries, e);
		return;
	}
}

/* Business without a number after the last one that has a number: "Any other
 * business", "Date of next meeting". */
static gboolean
is_late_title(const struct chain *c, guint i)
{
	const struct mb_line *line = mb_lines_at(c->lines, i);
	const struct mb_heading *usual = chosen_at(c, c->chosen->len - 1);
	const struct mb_look *look = mb_looks_at(c->looks, i), *next;

	if (line->furniture || line->kind != MB_LINE_TEXT || !look->upper ||
	    look->n_words > 12 || look->sentence || i + 1 >= c->end ||
	    !mb_phrases_begin(MB_PHRASES_ITEM, look->fold) ||
	    mb_phrases_sentence(look->fold, 10) ||
	    mb_phrases_is(MB_PHRASES_CLOSING, look->fold) ||
	    (!c->minutes && g_str_has_prefix(look->fold, "to ")) ||
	    (mb_unlisted_is_label(look->fold) &&
	     !(c->minutes && strstr(look->fold, " submitted by "))) ||
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
add_known(struct chain *c, const struct mb_heading *h,
          const struct mb_heading *next)
{
	guint before = c->entries->len, n, i;
	const struct mb_entry *last =
	    &g_array_index(c->entries, struct mb_entry, before - 1);

	for (i = body_of(c->lines, c->looks, last, next->line); i < next->line;
	     i++) {
		struct mb_entry e = { .head = i, .title = i };

		if (is_late_title(c, i))
			g_array_append_val(c->entries, e);
	}
	n = c->entries->len - before;
	for (i = 0; n == next->value - h->value - 1 && i < n; i++) {
		struct mb_entry *e =
		    &g_array_index(c->entries, struct mb_entry, before + i);

		if (!is_plain(h))
			break;
		g_snprintf(e->number, sizeof(e->number), "%u",
		           h->value + 1 + i);
		e->inferred = TRUE;
	}
}

/* Business without a number between two that follow each other, where headings
 * end in a colon: "2. Apologies: …", "Police Matters:", "3. To approve …". */
static void
add_between(struct chain *c, const struct mb_heading *h,
            const struct mb_heading *next)
{
	const struct mb_entry *last =
	    &g_array_index(c->entries, struct mb_entry, c->entries->len - 1);
	guint i = body_of(c->lines, c->looks, last, next->line);
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

/* "46.", then a heading without a number, then "48.": it is 47. */
static void
add_missing(struct chain *c, guint k)
{
	const struct mb_heading *h = chosen_at(c, k),
				*next = chosen_at(c, k + 1);
	struct mb_entry *last =
	    &g_array_index(c->entries, struct mb_entry, c->entries->len - 1);
	struct mb_entry e = { .inferred = TRUE };
	const struct mb_heading *misread;

	if (c->minutes && next->value == h->value + 1)
		add_between(c, h, next);
	if (h->prefix != next->prefix || next->value < h->value + 2)
		return;
	if (next->value > h->value + 2) {
		add_known(c, h, next);
		return;
	}
	misread = is_plain(h)
	              ? find_misread(c, g_array_index(c->chosen, guint, k) + 1,
	                             g_array_index(c->chosen, guint, k + 1), h)
	              : NULL;
	if (misread) {
		add_misread(c, misread, h->value + 1);
		return;
	}
	if (!c->minutes)
		return;
	e.title = find_lost(c->lines, c->looks,
	                    body_of(c->lines, c->looks, last, next->line),
	                    next->line);
	if (e.title == MB_NO_LINE)
		return;
	e.head = e.title;
	if (is_plain(h))
		g_snprintf(e.number, sizeof(e.number), "%u", h->value + 1);
	g_array_append_val(c->entries, e);
}

/* Whether the line under a number that stands alone is no title: no text
 * begins under it, but under a line further down that is one. */
static gboolean
is_misplaced(const struct chain *c, const struct mb_heading *h, guint end)
{
	return c->minutes && h->own_line && !h->marked &&
	       score_lost(c->lines, c->looks, h->title, end) < 3;
}

/* A number that the extraction of text has parted from its title: the title
 * stands further down. */
static gboolean
place_parted(const struct chain *c, const struct mb_heading *h, guint k,
             struct mb_entry *e)
{
	guint end = k + 1 < c->chosen->len ? chosen_at(c, k + 1)->line : c->end;
	guint title;

	if (h->title != MB_NO_LINE && !is_misplaced(c, h, end))
		return TRUE;
	title = find_lost(c->lines, c->looks, h->line + 1, end);
	if (title == MB_NO_LINE)
		return h->title != MB_NO_LINE;
	e->head = e->title = title;
	e->title_at = 0;
	return TRUE;
}

/* Printed twice by a slip: "12. AOCB", "12. NEXT MEETING" is 13 when nothing
 * else is. */
static void
mend_double(const struct chain *c, guint k, struct mb_entry *e)
{
	const struct mb_heading *h = chosen_at(c, k), *before;
	guint next =
	    k + 1 < c->chosen->len ? chosen_at(c, k + 1)->value : G_MAXUINT;
	gsize digits = strlen(h->number);

	if (!k)
		return;
	before = chosen_at(c, k - 1);
	if (strcmp(before->number, h->number) || next <= h->value + 1)
		return;
	while (digits && g_ascii_isdigit(h->number[digits - 1]))
		digits--;
	g_snprintf(e->number + digits, sizeof(e->number) - digits, "%0*u",
	           (int)strlen(h->number + digits), h->value + 1);
	e->inferred = TRUE;
}

/* Headings in the style of the chosen ones whose numbers are missing among
 * them: items taken out of order ("Item No. 3 (a) was taken at this stage"). */
static gboolean
out_of_order(const struct chain *c, const struct mb_heading *h, float usual)
{
	const struct mb_heading *first = chosen_at(c, 0);
	gboolean missing = TRUE;
	guint k;

	if (!c->minutes || c->chosen->len > 200)
		return FALSE;
	for (k = 0; k < c->chosen->len && missing; k++)
		missing = chosen_at(c, k)->value != h->value;
	return missing && h->series == first->series &&
	       h->prefix == first->prefix && h->mark == first->mark &&
	       h->own_line == first->own_line && h->marked == first->marked &&
	       h->title != MB_NO_LINE && ABS(h->x - first->x) < 12 &&
	       h->score >= usual &&
	       h->value <= chosen_at(c, c->chosen->len - 1)->value + 1;
}

static int
compare_entries(gconstpointer a, gconstpointer b)
{
	const struct mb_entry *x = a, *y = b;

	return x->head < y->head ? -1 : x->head > y->head;
}

static void
add_out_of_order(struct chain *c)
{
	float usual = 0;
	guint i, k;

	for (k = 0; k < c->chosen->len; k++)
		usual += chosen_at(c, k)->score / (float)c->chosen->len;
	for (i = 0, k = 0; i < c->headings->len; i++) {
		struct mb_entry e;

		if (k < c->chosen->len &&
		    g_array_index(c->chosen, guint, k) == i) {
			k++;
			continue;
		}
		if (!out_of_order(c, heading_at(c->headings, i),
		                  MAX(usual * 0.5f, 1)))
			continue;
		e = entry_of(heading_at(c->headings, i));
		g_array_append_val(c->entries, e);
	}
	g_array_sort(c->entries, compare_entries);
}

static void
add_late(struct chain *c)
{
	const struct mb_entry *last;
	guint i, end;

	if (!c->entries->len)
		return;
	last = &g_array_index(c->entries, struct mb_entry, c->entries->len - 1);
	i = body_of(c->lines, c->looks, last, c->end);
	end = c->minutes ? c->end
	                 : mb_closing_agenda(c->lines, c->looks, i, c->end);
	for (; i < end; i++) {
		struct mb_entry e = { .head = i, .title = i };

		/* The signature: what follows is no business. */
		if (g_str_has_prefix(mb_looks_at(c->looks, i)->fold, "signed"))
			break;
		if (is_late_title(c, i))
			g_array_append_val(c->entries, e);
	}
}

/* A number twice, and the next one follows: one of the two is no item. */
static void
drop_doubles(const GArray *headings, GArray *chosen)
{
	guint k;

	for (k = 0; k + 2 < chosen->len; k++) {
		const struct mb_heading *a =
		    heading_at(headings, g_array_index(chosen, guint, k));
		const struct mb_heading *b =
		    heading_at(headings, g_array_index(chosen, guint, k + 1));
		const struct mb_heading *next =
		    heading_at(headings, g_array_index(chosen, guint, k + 2));

		if (strcmp(a->number, b->number) || next->value > b->value + 1)
			continue;
		g_array_remove_index(chosen, a->score < b->score ? k : k + 1);
		k = k ? k - 1 : k;
		k--;
	}
}

/* One of a column of numbers that text extraction parted from their titles:
 * "10.", "11." and "12." on lines of their own, one below the other. */
static gboolean
in_column(const struct chain *c, guint k)
{
	guint at = g_array_index(c->chosen, guint, k);
	const struct mb_heading *h = heading_at(c->headings, at), *near;

	if (c->minutes || !h->own_line)
		return FALSE;
	near = at ? heading_at(c->headings, at - 1) : h;
	if (near->own_line && near->line + 1 == h->line)
		return TRUE;
	near = at + 1 < c->headings->len ? heading_at(c->headings, at + 1) : h;
	return near->own_line && near->line == h->line + 1;
}

/* Give the entries from @before on the numbers that follow @h.  @column is the
 * last number of a column between them, 0 when there is none; @next the number
 * of the heading below, 0 when there is none: one of them must agree. */
static void
number_unlisted(struct chain *c, const struct mb_heading *h, guint before,
                guint column, guint next)
{
	guint n = c->entries->len - before, i, k;

	if (!is_plain(h) || (next ? h->value + n + 1 != next
	                          : !column || h->value + n < column ||
	                                h->value + n > column + 1))
		return;
	for (i = 0; i < n; i++) {
		struct mb_entry *e =
		    &g_array_index(c->entries, struct mb_entry, before + i);

		e->inferred = TRUE;
		for (k = 0; k < c->chosen->len; k++)
			if (chosen_at(c, k)->value == h->value + 1 + i)
				e->inferred = FALSE;
		g_snprintf(e->number, sizeof(e->number), "%u",
		           h->value + 1 + i);
	}
}

/* Entries of an agenda between heading @k and the next that is not in a column
 * of numbers, @next, whose numbers are missing; those of the last pages may
 * all be. */
static void
add_unlisted(struct chain *c, guint k, guint next)
{
	const struct mb_heading *h = chosen_at(c, k);
	guint before = c->entries->len, value = 0, column = 0, first, end;
	const struct mb_entry *last;

	last = &g_array_index(c->entries, struct mb_entry, before - 1);
	first = body_of(c->lines, c->looks, last, c->end);
	end = c->end;
	if (next < c->chosen->len) {
		value = chosen_at(c, next)->value;
		end = chosen_at(c, next)->line;
		if (value <= h->value + 1 ||
		    h->prefix != chosen_at(c, next)->prefix)
			return;
	} else if (next == k + 1) {
		first = mb_looks_page_end(c->lines, first, c->end);
	}
	if (next > k + 1)
		column = chosen_at(c, next - 1)->value;
	mb_unlisted_find(c->lines, c->looks, first, end, FALSE, c->entries);
	number_unlisted(c, h, before, column, value);
}

static void
add_numbered(struct chain *c)
{
	guint k, next;

	add_first(c);
	for (k = 0; k < c->chosen->len; k = next) {
		const struct mb_heading *h = chosen_at(c, k);
		struct mb_entry e = entry_of(h);

		for (next = k + 1; next < c->chosen->len && in_column(c, next);)
			next++;
		if (in_column(c, k) && k)
			continue;
		if (place_parted(c, h, k, &e)) {
			mend_double(c, k, &e);
			g_array_append_val(c->entries, e);
		}
		if (c->entries->len && !c->minutes)
			add_unlisted(c, k, next);
		else if (c->entries->len && next < c->chosen->len)
			add_missing(c, k);
	}
	if (c->chosen->len >= 3)
		add_out_of_order(c);
	add_late(c);
}

/* Whether a run of numbers is enough to go by. */
static gboolean
is_run(const GArray *chosen, const GArray *headings, float total)
{
	const struct mb_heading *first;

	if (!chosen->len)
		return FALSE;
	if (chosen->len >= 3)
		return total >= 4;
	first = heading_at(headings, g_array_index(chosen, guint, 0));
	/* The one number of a special meeting's minutes is its item: "2.
	 * Christmas Arrangements Rathkeale Town 2017". */
	if (headings->len == 1 && first->mark == MB_MARK_STOP &&
	    first->title != MB_NO_LINE && !first->listed && first->value < 100)
		return first->score > 0.5f;
	return total >= 3 && first->value <= 2;
}

/* "PART B", "Section 2", or a heading of its own kind: numbers begin anew
 * below it. */
static gboolean
begins_section(const struct mb_lines *lines, const struct mb_looks *looks,
               guint i)
{
	const struct mb_look *look = mb_looks_at(looks, i);

	return look->n_words <= 8 && !look->sentence &&
	       (look->caps || look->bold || mb_lines_at(lines, i)->heading ||
	        g_str_has_prefix(look->fold, "part ") ||
	        g_str_has_prefix(look->fold, "section "));
}

/* Numbers that begin anew, in the style of the run @chosen, after its last:
 * the second part of a meeting.  Lists within the last item do that too, but
 * not under a heading of a section. */
static gboolean
add_restart(const struct mb_lines *lines, const struct mb_looks *looks,
            const GArray *headings, GArray *chosen)
{
	guint last = g_array_index(chosen, guint, chosen->len - 1), i;
	const struct mb_heading *like =
	    heading_at(headings, g_array_index(chosen, guint, 0));

	for (i = last + 1; i < headings->len; i++) {
		const struct mb_heading *h = heading_at(headings, i);
		g_autoptr(GArray) rest = NULL;
		g_autoptr(GArray) more = NULL;
		float total;
		guint k;

		if (h->value != 1 || h->series != like->series ||
		    h->mark != like->mark || h->marked != like->marked ||
		    h->own_line != like->own_line || !h->line ||
		    ABS(h->x - like->x) > 6 ||
		    !begins_section(lines, looks, h->line - 1))
			continue;
		rest = g_array_new(FALSE, FALSE, sizeof(struct mb_heading));
		g_array_append_vals(rest, h, headings->len - i);
		more = mb_numbering_choose(rest, &total);
		if (more->len < 2 || total < 3 ||
		    g_array_index(more, guint, 0) != 0)
			continue;
		for (k = 0; k < more->len; k++) {
			guint at = i + g_array_index(more, guint, k);

			g_array_append_val(chosen, at);
		}
		return TRUE;
	}
	return FALSE;
}

GArray *
mb_entries_find(const struct mb_lines *lines, const struct mb_looks *looks,
                const struct mb_part *part)
{
	gboolean minutes = part->kind == MB_PART_MINUTES, nested = FALSE, run;
	GArray *entries = g_array_new(FALSE, TRUE, sizeof(struct mb_entry));

	do {
		g_autoptr(GArray) headings = mb_headings_find(
		    lines, looks, part->first, part->end, minutes, nested);
		float total;
		g_autoptr(GArray) chosen =
		    mb_numbering_choose(headings, &total);
		struct chain chain = { lines,   looks,     headings, chosen,
			               entries, part->end, minutes };

		drop_doubles(headings, chosen);
		run = is_run(chosen, headings, total);
		if (run) {
			while (add_restart(lines, looks, headings, chosen))
				;
			add_numbered(&chain);
		}
		nested = !nested;
	} while (!run && nested);
	if (!run)
		mb_unnumbered_find(lines, looks, part, entries);
	if (!entries->len)
		mb_unnumbered_whole(lines, looks, part, entries);
	return entries;
}
