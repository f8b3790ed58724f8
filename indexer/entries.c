#include "config.h"

#include "indexer/entries.h"

#include <string.h>

#include "indexer/bare.h"
#include "indexer/chain.h"
#include "indexer/doubled.h"
#include "indexer/groups.h"
#include "indexer/listed.h"
#include "indexer/missing.h"
#include "indexer/numbering.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"
#include "indexer/signs.h"
#include "indexer/unlisted.h"
#include "indexer/unnumbered.h"

gboolean
mb_chain_count_on(const struct mb_heading *h,
                  char number[MB_HEADING_NUMBER_MAX])
{
	const char *p = h->number;
	gsize n;

	/* To the part that counts, 110 of "24/110". */
	for (guint part = 0;; part++) {
		p += strcspn(p, "0123456789");
		n = strspn(p, "0123456789");
		if (!n || part == h->counter)
			break;
		p += n;
	}
	if (!n || p[n + strcspn(p + n, "([")])
		return FALSE;
	g_snprintf(number, MB_HEADING_NUMBER_MAX, "%.*s%0*u%s",
	           (int)(p - h->number), h->number, (int)n, h->value + 1,
	           g_ascii_isalpha(p[n]) ? "" : p + n);
	return TRUE;
}

/* So many items at most are taken before the first of those that count on. */
#define MAX_EARLY 8

/* Whether a heading is set in bold from its number or its title on. */
static gboolean
begins_bold(const struct mb_chain *c, const struct mb_heading *h)
{
	const struct mb_line *line = mb_lines_at(c->lines, h->line);

	return line->bold_end > h->title_at && line->bold_start <= h->title_at;
}

/* Headings in the style of the chosen ones whose numbers are missing among
 * them: items taken out of order ("Item No. 3 (a) was taken at this stage"). */
static gboolean
out_of_order(const struct mb_chain *c, const struct mb_heading *h, float usual)
{
	const struct mb_heading *first = mb_chain_chosen(c, 0);
	gboolean missing = TRUE;
	guint k;

	/* Scanners misread the numbers of agendas, and see no bold. */
	if (c->chosen->len > 200 ||
	    (!c->minutes && !(begins_bold(c, h) && begins_bold(c, first))))
		return FALSE;
	for (k = 0; k < c->chosen->len && missing; k++)
		missing = mb_chain_chosen(c, k)->value != h->value;
	return missing && h->series == first->series &&
	       h->prefix == first->prefix && h->own_line == first->own_line &&
	       h->marked == first->marked && h->title != MB_NO_LINE &&
	       ABS(h->x - first->x) < 12 && h->score >= usual &&
	       h->value + MAX_EARLY >= first->value &&
	       h->value <= mb_chain_chosen(c, c->chosen->len - 1)->value + 1;
}

static int
compare_entries(gconstpointer a, gconstpointer b)
{
	const struct mb_entry *x = a, *y = b;

	return x->head < y->head ? -1 : x->head > y->head;
}

/* The headings of items taken out of order.  Transfer full. */
static GArray *
find_strays(const struct mb_chain *c)
{
	GArray *strays = g_array_new(FALSE, FALSE, sizeof(guint));
	float usual = 0;
	guint i, k;

	for (k = 0; k < c->chosen->len; k++)
		usual += mb_chain_chosen(c, k)->score / (float)c->chosen->len;
	for (i = 0, k = 0; i < c->headings->len && c->chosen->len >= 3; i++) {
		if (k < c->chosen->len &&
		    g_array_index(c->chosen, guint, k) == i) {
			k++;
			continue;
		}
		if (out_of_order(c, mb_chain_heading(c->headings, i),
		                 MAX(usual * 0.35f, MIN(usual, 1))))
			g_array_append_val(strays, i);
	}
	return strays;
}

static void
add_strays(struct mb_chain *c)
{
	for (guint i = 0; i < c->strays->len; i++) {
		struct mb_entry e = mb_chain_entry(mb_chain_heading(
		    c->headings, g_array_index(c->strays, guint, i)));

		g_array_append_val(c->entries, e);
	}
	g_array_sort(c->entries, compare_entries);
}

static void
add_numbered(struct mb_chain *c)
{
	g_autoptr(GArray) strays = find_strays(c);
	guint k, next;

	c->strays = strays;
	mb_missing_first(c);
	for (k = 0; k < c->chosen->len; k = next) {
		const struct mb_heading *h = mb_chain_chosen(c, k);
		struct mb_entry e = mb_chain_entry(h);

		for (next = k + 1;
		     next < c->chosen->len && mb_unlisted_in_column(c, next);)
			next++;
		if (mb_unlisted_in_column(c, k) && k)
			continue;
		if (mb_missing_place(c, h, k, &e)) {
			mb_doubled_mend(c, k, &e);
			g_array_append_val(c->entries, e);
		}
		if (c->entries->len && !c->minutes && !mb_missing_printed(c, k))
			mb_unlisted_add(c, k, next);
		else if (c->entries->len && c->minutes && next < c->chosen->len)
			mb_missing_after(c, k);
	}
	add_strays(c);
	mb_missing_late(c);
	c->strays = NULL;
}

/* How many headings have a number with a stop: "2.". */
static guint
count_stops(const GArray *headings)
{
	guint i, n = 0;

	for (i = 0; i < headings->len; i++) {
		const struct mb_heading *h = mb_chain_heading(headings, i);

		n += h->mark == MB_MARK_STOP && !h->initial ? 1 : 0;
	}
	return n;
}

/* What two headings and the step between them are worth at least, when they
 * are taken for items without a third. */
#define MIN_PAIR 5.5f

/* A supplement prints the entries alone that it has papers for: "8. Local
 * Plan", then "12. Write-offs". */
static gboolean
is_supplement(const GArray *headings, const GArray *chosen)
{
	const struct mb_heading *a =
	    mb_chain_heading(headings, g_array_index(chosen, guint, 0));
	const struct mb_heading *b =
	    mb_chain_heading(headings, g_array_index(chosen, guint, 1));

	return count_stops(headings) == 2 && a->marked && b->marked &&
	       MIN(a->score, b->score) > 1 && a->mark == MB_MARK_STOP &&
	       b->mark == MB_MARK_STOP;
}

/* Whether the part is headed "Supplementary agenda". */
static gboolean
is_called_supplement(const struct mb_looks *looks, const struct mb_part *part)
{
	if (part->kind != MB_PART_AGENDA)
		return FALSE;
	for (guint i = part->first; i < part->body; i++)
		if (mb_signs_supplement(mb_looks_at(looks, i)))
			return TRUE;
	return FALSE;
}

/* Whether a run of numbers is enough to go by; in a supplement few are. */
static gboolean
is_run(const GArray *chosen, const GArray *headings, float total,
       gboolean supplement)
{
	const struct mb_heading *first;

	if (!chosen->len)
		return FALSE;
	if (chosen->len >= 3)
		return total >= 4;
	first = mb_chain_heading(headings, g_array_index(chosen, guint, 0));
	if (supplement)
		return first->score > 0.5f;
	/* The one number of a special meeting's minutes is its item: "2.
	 * Christmas Arrangements Rathkeale Town 2017"; sums in a table are
	 * none. */
	if (count_stops(headings) == 1 && first->mark == MB_MARK_STOP &&
	    first->title != MB_NO_LINE && !first->listed && first->value < 100)
		return first->score > 0.5f;
	/* "5(b)" in bold above "Part 8 Procedure": of an adjourned meeting. */
	if (chosen->len == 1 && first->marked && first->own_line &&
	    first->title != MB_NO_LINE)
		return first->score > 1;
	if (chosen->len == 2 && is_supplement(headings, chosen))
		return TRUE;
	/* Two numbers one after the other, of headings as good as any. */
	if (chosen->len == 2 && total >= MIN_PAIR) {
		const struct mb_heading *next =
		    mb_chain_heading(headings, g_array_index(chosen, guint, 1));

		return next->value <= first->value + 1;
	}
	return total >= 3 && first->value <= 2;
}

/* The line of the one heading that was chosen; MB_NO_LINE when more were. */
static guint
only_line(const GArray *headings, const GArray *chosen)
{
	return chosen->len == 1
	           ? mb_chain_heading(headings, g_array_index(chosen, guint, 0))
	                 ->line
	           : MB_NO_LINE;
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
	    mb_chain_heading(headings, g_array_index(chosen, guint, 0));

	for (i = last + 1; i < headings->len; i++) {
		const struct mb_heading *h = mb_chain_heading(headings, i);
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

/* "Agenda item" above its title, or "Meeting: 14/05/2024 - Audit Committee
 * (Item 31)" above "31 Minutes of the previous meeting": one item. */
static gboolean
add_listed(const struct mb_lines *lines, const struct mb_part *part,
           GArray *entries)
{
	g_auto(mb_listed) listed = { 0 };
	struct mb_entry e = { .head = part->first };
	const struct mb_line *first;

	if (part->kind != MB_PART_WEB || part->first >= part->end)
		return FALSE;
	first = mb_lines_at(lines, part->first);
	/* By markup, the page has its headings. */
	if (first->heading || (!mb_listed_read(first, &listed) &&
	                       g_ascii_strcasecmp(first->text, "agenda item")))
		return FALSE;
	e.title = mb_looks_next(lines, part->first + 1, part->end);
	if (e.title >= part->end)
		return FALSE;
	if (listed.number)
		g_strlcpy(e.number, listed.number, sizeof(e.number));
	e.title_at = mb_listed_skip(mb_lines_at(lines, e.title), listed.number);
	g_array_append_val(entries, e);
	return TRUE;
}

/* The line below "MEETING AGENDA"; the first of the part when there is none. */
static guint
agenda_start(const struct mb_looks *looks, const struct mb_part *part)
{
	guint end = part->kind == MB_PART_AGENDA ? part->end : part->first;

	for (guint i = part->first; i < end; i++) {
		const char *fold = mb_looks_at(looks, i)->fold;

		if (!strcmp(fold, "agenda") || !strcmp(fold, "meeting agenda"))
			return i + 1;
	}
	return part->first;
}

/* Where numbered headings may begin: below "AGENDA" when number 1 is next,
 * since "2 North Street" above it is where the meeting is. */
static guint
numbers_start(const struct mb_lines *lines, const struct mb_looks *looks,
              const struct mb_part *part)
{
	guint start = agenda_start(looks, part);
	struct mb_heading first;

	return start < part->end &&
	               mb_numbers_read(mb_lines_at(lines, start)->text,
	                               &first) &&
	               first.value == 1
	           ? start
	           : part->first;
}

/* How much business that is called so everywhere has a chosen heading; each "I
 * will move that …" is some. */
static guint
count_known(const struct mb_lines *lines, const GArray *headings,
            const GArray *chosen)
{
	g_autoptr(GHashTable) known =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint n_motions = 0;

	for (guint k = 0; k < chosen->len; k++) {
		const struct mb_heading *h =
		    mb_chain_heading(headings, g_array_index(chosen, guint, k));
		g_autofree char *fold = NULL;

		if (h->title == MB_NO_LINE)
			continue;
		fold = mb_looks_fold(mb_lines_at(lines, h->title)->text +
		                     h->title_at);
		mb_phrases_collect(MB_PHRASES_ITEM, fold, known);
		n_motions += mb_unlisted_is_motion(fold) ? 1 : 0;
	}
	return g_hash_table_size(known) + n_motions;
}

/* "Item 1" in bold above numbers that count from 1: a list of that item, the
 * only one of a special meeting's minutes perhaps.  The items that are called
 * so; NULL when none are.  Transfer full. */
static GArray *
called_items(const GArray *headings, const GArray *chosen, float *total)
{
	const struct mb_heading *first =
	    chosen->len
		? mb_chain_heading(headings, g_array_index(chosen, guint, 0))
		: NULL;
	g_autoptr(GArray) called = g_array_new(FALSE, FALSE, sizeof(guint));
	guint value = 0;

	if (!first || first->value != 1 || mb_numbers_is_called_item(first))
		return NULL;
	*total = 0;
	for (guint k = 0; k < headings->len; k++) {
		const struct mb_heading *h = mb_chain_heading(headings, k);

		if (!mb_numbers_is_called_item(h) || !h->marked ||
		    h->title == MB_NO_LINE || h->value != value + 1)
			continue;
		if (!called->len && h->line > first->line)
			return NULL;
		g_array_append_val(called, k);
		value = h->value;
		*total += h->score;
	}
	return called->len ? g_steal_pointer(&called) : NULL;
}

/* The run of numbers that is of items: not a longer one within one of them,
 * where those around it are better known.  Transfer full. */
static GArray *
choose_run(const struct mb_lines *lines, const GArray *headings, float *total)
{
	GArray *chosen = mb_numbering_choose(headings, total);
	float outer_total;
	g_autoptr(GArray) called = called_items(headings, chosen, &outer_total);
	g_autoptr(GArray) outer = NULL;

	if (called) {
		g_array_unref(chosen);
		*total = outer_total;
		return g_steal_pointer(&called);
	}
	outer = mb_numbering_around(headings, chosen, &outer_total);
	if (!outer || outer->len < 3 ||
	    count_known(lines, headings, outer) <=
	        count_known(lines, headings, chosen))
		return chosen;
	g_array_unref(chosen);
	*total = outer_total;
	return g_steal_pointer(&outer);
}

/* "1. Mr Orme was elected Chairman.", "2. Mrs Tarn was thanked.": minutes that
 * are nothing but sentences, each with its number. */
static void
add_counted(const struct mb_lines *lines, const struct mb_looks *looks,
            const struct mb_part *part, GArray *entries)
{
	g_autoptr(GArray) headings =
	    mb_headings_find(lines, looks, part->first, part->end, TRUE, FALSE);
	g_autoptr(GArray) chosen = mb_numbering_count(headings);

	for (guint k = 0; k < chosen->len; k++) {
		struct mb_entry e = mb_chain_entry(mb_chain_heading(
		    headings, g_array_index(chosen, guint, k)));

		g_array_append_val(entries, e);
	}
}

GArray *
mb_entries_find(const struct mb_lines *lines, const struct mb_looks *looks,
                const struct mb_part *part)
{
	gboolean minutes = part->kind == MB_PART_MINUTES, nested = FALSE, run;
	guint first = numbers_start(lines, looks, part);
	GArray *entries = g_array_new(FALSE, TRUE, sizeof(struct mb_entry));

	if (add_listed(lines, part, entries))
		return entries;
	do {
		g_autoptr(GArray) headings = mb_headings_find(
		    lines, looks, first, part->end, minutes, nested);
		float total;
		g_autoptr(GArray) chosen = choose_run(lines, headings, &total);
		struct mb_chain chain = { lines,   looks,     headings, chosen,
			                  entries, part->end, minutes,  NULL };

		mb_doubled_drop(headings, looks, chosen);
		run = is_run(chosen, headings, total,
		             is_called_supplement(looks, part)) &&
		      !mb_unnumbered_is_better(
			  lines, looks, part, only_line(headings, chosen),
			  count_known(lines, headings, chosen));
		if (run) {
			mb_numbering_extend(headings, chosen);
			while (add_restart(lines, looks, headings, chosen))
				;
			add_numbered(&chain);
		}
		nested = !nested;
	} while (!run && nested);
	if (!run)
		mb_unnumbered_find(lines, looks, part, entries);
	if (!run && part->kind == MB_PART_AGENDA)
		mb_unlisted_all(lines, looks, agenda_start(looks, part),
		                part->end, entries);
	if (!run)
		mb_bare_find(lines, looks, part, entries);
	if (!entries->len && minutes)
		add_counted(lines, looks, part, entries);
	if (!entries->len)
		mb_unnumbered_whole(lines, looks, part, entries);
	else
		mb_groups_open(lines, looks, part, entries);
	return entries;
}
