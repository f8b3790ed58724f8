#include "config.h"

#include "indexer/untitled.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"

/* So many lines stand above the list of those present. */
#define MAX_TITLE_LINES 8

/* An agenda with minutes below it has so many entries in so many lines, and
 * the first minute follows the list of those present so soon. */
#define MIN_ENTRIES      4
#define MAX_AGENDA_LINES 120
#define MAX_ROLL_LINES   40

static guint
page_of(const struct mb_signs *s, guint i)
{
	return mb_lines_at(s->lines, i)->page_no;
}

/* "24 SEPTEMBER 2009": a day, and no more than its weekday and hour besides. */
static gboolean
is_day(const struct mb_signs *s, guint i)
{
	struct mb_date_hit hit;

	return mb_looks_at(s->looks, i)->n_words <= 8 &&
	       mb_date_find(mb_lines_at(s->lines, i)->text, 0, &hit);
}

/* "AUDIT COMMITTEE AND GENERAL PURPOSES COMMITTEE (JOINT SESSION)" */
static gboolean
is_body(const char *text)
{
	g_autofree char *name = g_strndup(text, strcspn(text, "("));

	return mb_bodies_is(g_strchomp(name));
}

guint
mb_untitled_minutes(const struct mb_signs *s, guint i)
{
	gboolean day = FALSE;
	guint top = i, page = page_of(s, i);

	if (!page || !mb_signs_presence(s, i))
		return MB_NO_LINE;
	while (top > 0 && page_of(s, top - 1) == page) {
		struct mb_heading number;

		if (i - --top > MAX_TITLE_LINES ||
		    mb_looks_at(s->looks, top)->sentence)
			return MB_NO_LINE;
		if (is_day(s, top))
			day = TRUE;
		else if (mb_numbers_read(mb_lines_at(s->lines, top)->text,
		                         &number))
			return MB_NO_LINE;
	}
	/* "AUDIT COMMITTEE", "24 SEPTEMBER 2009", "(19:15 TO 19:25)",
	 * "PRESENT: Dave Roberts (Chairman)" */
	return day && top < i && is_body(mb_lines_at(s->lines, top)->text)
	           ? top
	           : MB_NO_LINE;
}

/* The number of the entry of an agenda that line @i is, 0 for none: business
 * that is called so everywhere begins most. */
static guint
entry_number(const struct mb_signs *s, guint i)
{
	const struct mb_line *line = mb_lines_at(s->lines, i);
	struct mb_heading h;

	if (line->furniture || !mb_numbers_read(line->text, &h) ||
	    mb_looks_at(s->looks, i)->sentence)
		return 0;
	return (guint)h.value;
}

gboolean
mb_untitled_agenda(const struct mb_signs *s, guint end)
{
	gboolean known = FALSE;
	guint n = 0;

	for (guint i = 0; i < end; i++) {
		const struct mb_line *line = mb_lines_at(s->lines, i);
		struct mb_heading h;
		g_autofree char *title = NULL;
		gsize at;

		if (mb_signs_presence(s, i))
			return FALSE;
		if (entry_number(s, i) != n + 1)
			continue;
		n++;
		at = mb_numbers_read(line->text, &h);
		at += strspn(line->text + at, " |");
		title = mb_looks_fold(line->text + at);
		known = known || mb_phrases_begin(MB_PHRASES_ITEM, title);
	}
	return known && n >= 2;
}

/* The first line of what the list of those present at @i stands in: the rows
 * of its table, below the name of a body and a day. */
static guint
roll_top(const struct mb_signs *s, guint i)
{
	guint top = i;

	while (top > 0 && i - top < MAX_TITLE_LINES) {
		const struct mb_line *line = mb_lines_at(s->lines, top - 1);

		if (line->kind != MB_LINE_ROW &&
		    (mb_looks_at(s->looks, top - 1)->sentence ||
		     entry_number(s, top - 1) ||
		     !(is_day(s, top - 1) || is_body(line->text))))
			break;
		top--;
	}
	return top;
}

/* Whether the entries of an agenda stand right above line @end, the first of
 * them too. */
static gboolean
ends_agenda(const struct mb_signs *s, guint end)
{
	guint floor = end > MAX_AGENDA_LINES ? end - MAX_AGENDA_LINES : 0;
	guint n = 0;

	for (guint i = end; i-- > floor && !mb_signs_presence(s, i);) {
		guint number = entry_number(s, i);

		n += number > 0;
		if (number == 1 && n >= MIN_ENTRIES)
			return TRUE;
	}
	return FALSE;
}

guint
mb_untitled_below_agenda(const struct mb_signs *s, guint i)
{
	guint end = MIN(s->n, i + MAX_ROLL_LINES), top, number = 0;

	if (!mb_signs_presence(s, i))
		return MB_NO_LINE;
	for (guint k = i + 1; k < end && !number; k++)
		number = entry_number(s, k);
	top = number == 1 ? roll_top(s, i) : 0;
	return top > 0 && ends_agenda(s, top) ? top : MB_NO_LINE;
}
