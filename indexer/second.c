#include "config.h"

#include "indexer/second.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"

/* The head of a meeting has no more lines. */
#define MAX_HEAD 8
/* A line of it has no more words. */
#define MAX_WORDS 16

static const struct mb_look *
look_at(const struct mb_signs *s, guint i)
{
	return mb_looks_at(s->looks, i);
}

/* The whole number that line @i begins with, 0 for none, and where what it
 * stands before begins. */
static guint
number_at(const struct mb_signs *s, guint i, gsize *title_at)
{
	struct mb_heading h;

	if (mb_lines_at(s->lines, i)->furniture)
		return 0;
	*title_at = mb_numbers_read(mb_lines_at(s->lines, i)->text, &h);
	return *title_at && h.n_parts == 1 ? h.value : 0;
}

/* Whether the entries of an agenda begin within the lines below @i: "1.
 * Apologies" or "1. Election of Chairman", then "2. …".  They may be any when
 * it is @known that an agenda begins. */
static gboolean
entries_begin(const struct mb_signs *s, guint i, gboolean known)
{
	guint end = MIN(s->n, i + MAX_HEAD), wanted = 1;

	for (; i < end && wanted <= 2; i++) {
		const char *text = mb_lines_at(s->lines, i)->text;
		g_autofree char *title = NULL;
		gsize at;

		/* Those of minutes */
		if (mb_signs_presence(s, i))
			return FALSE;
		if (number_at(s, i, &at) != wanted)
			continue;
		/* The entry may be long, and begins with the next line. */
		end = MIN(s->n, i + MAX_HEAD);
		title = mb_looks_fold(text + at);
		known = known || mb_phrases_begin(MB_PHRASES_ITEM, title);
		wanted++;
	}
	return known && wanted > 2;
}

/* Whether @n entries counted from 1 stand above line @i: of two they are more
 * than a telephone number or a day. */
static gboolean
has_entries_above(const struct mb_signs *s, guint i, guint n)
{
	guint wanted = 1;
	gsize at;

	for (guint k = s->part->first; k < i && wanted <= n; k++)
		if (number_at(s, k, &at) == wanted)
			wanted++;
	return wanted > n;
}

static gboolean
has_day(const struct mb_signs *s, guint i)
{
	struct mb_date_hit hit;

	return i < s->n &&
	       mb_date_find(mb_lines_at(s->lines, i)->text, 0, &hit) &&
	       hit.ymd % 100;
}

/* "ANNUAL MEETING OF THE PARISH COUNCIL" above "to be held on Tuesday 8 May",
 * "Planning Committee - 6 March 2012": a meeting and its day. */
static gboolean
names_meeting(const struct mb_signs *s, guint i)
{
	const struct mb_look *look = look_at(s, i);
	const struct mb_line *line = mb_lines_at(s->lines, i);
	gsize at;

	return line->kind == MB_LINE_TEXT && !line->furniture &&
	       !look->sentence && look->n_words <= MAX_WORDS &&
	       (look->caps || look->title || look->bold || line->heading) &&
	       !number_at(s, i, &at) &&
	       (strstr(look->fold, "meeting") ||
	        mb_bodies_has_body(look->fold, strlen(look->fold))) &&
	       (has_day(s, i) || has_day(s, i + 1));
}

/* Whether line @i stands out as its part's headings do. */
static gboolean
stands_out(const struct mb_signs *s, guint i)
{
	return look_at(s, i)->bold || look_at(s, i)->caps ||
	       mb_lines_at(s->lines, i)->heading;
}

gboolean
mb_second_agenda(const struct mb_signs *s, guint i)
{
	const struct mb_look *look = look_at(s, i);
	/* "A.G.M. Agenda" */
	gboolean called = stands_out(s, i) && look->n_words <= MAX_WORDS / 2 &&
	                  g_str_has_suffix(look->fold, " agenda");

	return (called || !strcmp(look->fold, "agenda") ||
	        names_meeting(s, i)) &&
	       entries_begin(s, i + 1, called) && has_entries_above(s, i, 2);
}

/* So many entries above and below say that two meetings are minuted. */
#define MIN_ENTRIES 4

gboolean
mb_second_counted(const struct mb_signs *s, guint i)
{
	const struct mb_look *look = look_at(s, i);
	guint k = i + 1, wanted = 1;
	gsize at;

	if (mb_lines_at(s->lines, i)->furniture || !stands_out(s, i) ||
	    look->sentence || look->n_words > MAX_WORDS ||
	    number_at(s, i, &at) ||
	    !g_str_has_prefix(look->fold, "minutes of ") ||
	    !has_entries_above(s, i, MIN_ENTRIES))
		return FALSE;
	while (k < s->n && k < i + MAX_HEAD && number_at(s, k, &at) != 1)
		k++;
	for (; k < s->n && wanted <= MIN_ENTRIES; k++)
		if (number_at(s, k, &at) == wanted && stands_out(s, k))
			wanted++;
		else if (wanted == 1)
			return FALSE;
	return wanted > MIN_ENTRIES;
}

gboolean
mb_second_minutes(const struct mb_signs *s, guint i)
{
	guint end = MIN(s->n, i + MAX_HEAD);

	if (!names_meeting(s, i))
		return FALSE;
	while (++i < end)
		if (mb_signs_presence(s, i))
			return TRUE;
	return FALSE;
}
