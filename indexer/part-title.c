#include "config.h"

#include "indexer/part-title.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"
#include "indexer/tracker-list.h"

/* A title is no longer than half as many lines, a letter's twice as many. */
#define MAX_TITLE_LINES 30

static const struct mb_look *
look_at(const struct mb_signs *s, guint i)
{
	return mb_looks_at(s->looks, i);
}

/* So much business that is called so everywhere, and not told of, makes a paper
 * without a title an agenda. */
#define MIN_AGENDA 4

/* "apologies for absence were received" */
static gboolean
tells_outcome(const struct mb_look *look)
{
	static const char *const words[] = { " was ", " were ", " agreed",
		                             " noted", "resolved" };

	for (guint k = 0; k < G_N_ELEMENTS(words); k++)
		if (look->sentence && strstr(look->fold, words[k]))
			return TRUE;
	return FALSE;
}

/* "1) To receive and consider apologies for absence.", "3) Public
 * Participation": what a meeting is going to do. */
static gboolean
lists_business(const struct mb_signs *s)
{
	g_autoptr(GHashTable) known =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint n_told = 0;

	for (guint i = 0; i < s->n; i++) {
		const char *text = mb_lines_at(s->lines, i)->text;
		struct mb_heading number;
		gsize n = mb_numbers_read(text, &number);
		g_autofree char *fold = mb_looks_fold(text + n);

		if (tells_outcome(look_at(s, i)))
			n_told++;
		else if (n && look_at(s, i)->n_words <= MAX_TITLE_LINES)
			mb_phrases_collect(MB_PHRASES_ITEM, fold, known);
	}
	return g_hash_table_size(known) >= MIN_AGENDA &&
	       n_told * 2 < g_hash_table_size(known);
}

enum mb_part_kind
mb_part_guess(const struct mb_signs *s, const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *name = g_ascii_strdown(base, -1);
	guint i, n_minutes = 0;

	if (strstr(name, "agenda") && !strstr(name, "minutes"))
		return MB_PART_AGENDA;
	if (strstr(name, "minutes"))
		return MB_PART_MINUTES;
	if (strstr(name, "append") || strstr(name, "annex"))
		return MB_PART_APPENDIX;
	if (strstr(name, "report"))
		return MB_PART_REPORT;
	for (i = 0; i < s->n; i++) {
		const char *fold = look_at(s, i)->fold;

		/* One list of those present is enough. */
		n_minutes += mb_signs_presence(s, i) ? 2 : 0;
		n_minutes += strstr(fold, "proposed by") ||
		                     g_str_has_prefix(fold, "resolved") ||
		                     strstr(fold, "seconded") ||
		                     strstr(fold, "apologies") ||
		                     strstr(fold, "apology for absence") ||
		                     (g_str_has_prefix(fold, "the minutes ") &&
		                      tells_outcome(look_at(s, i)))
		                 ? 1
		                 : 0;
		if (n_minutes >= 2)
			return MB_PART_MINUTES;
	}
	if (lists_business(s))
		return MB_PART_AGENDA;
	return mb_signs_of_report(s, 0) >= 2 ? MB_PART_REPORT
	                                     : MB_PART_APPENDIX;
}

/* "14. Police Report", "15. Apologies": two numbers in a row are of items,
 * wherever they stand. */
static gboolean
counts_on(const struct mb_signs *s, guint i, guint end,
          const struct mb_heading *h)
{
	guint next = mb_looks_next(s->lines, i + 1, end);
	struct mb_heading other;

	return next < end &&
	       mb_numbers_read(mb_lines_at(s->lines, next)->text, &other) &&
	       other.series == h->series && other.mark == h->mark &&
	       other.value == h->value + 1;
}

/* How many lines of an agenda are looked at for two of business. */
#define MAX_APART 5

/* "Apologies for absence", "• Declarations of Interest": business that is
 * called so everywhere, in a short line that names no body or meeting. */
static gboolean
is_business(const struct mb_signs *s, guint i)
{
	const struct mb_line *line = mb_lines_at(s->lines, i);
	const struct mb_look *look = mb_looks_at(s->looks, i);

	return !line->furniture && look->upper && look->n_words <= 12 &&
	       !look->sentence &&
	       mb_phrases_begin(MB_PHRASES_ITEM, look->fold) &&
	       !g_str_has_prefix(look->fold, "date") &&
	       !mb_bodies_has_body(look->fold, strlen(look->fold));
}

/* Whether a line of the title above line @i tells a day. */
static gboolean
has_day(const struct mb_signs *s, guint first, guint i)
{
	struct mb_date_hit hit;

	while (i-- > first)
		if (mb_date_find(mb_lines_at(s->lines, i)->text, 0, &hit))
			return TRUE;
	return FALSE;
}

/* "## Minutes of the Meeting held on Tuesday 25 May 2021": the day of these
 * minutes themselves, where no line of the title above tells one. */
static gboolean
tells_day(const struct mb_signs *s, guint first, guint i)
{
	const char *fold = look_at(s, i)->fold;
	struct mb_date_hit hit;

	if (!g_str_has_prefix(fold, "minutes") || strstr(fold, " last ") ||
	    strstr(fold, " previous ") ||
	    !mb_date_find(mb_lines_at(s->lines, i)->text, 0, &hit))
		return FALSE;
	while (i > first)
		if (mb_date_find(mb_lines_at(s->lines, --i)->text, 0, &hit))
			return FALSE;
	return TRUE;
}

/* "## Apologies for Absence" by markup: the first item of a page, or of short
 * minutes without a list of those present, or with one that stands in an item:
 * "# CALL TO ORDER".  The title of a page may be one such line itself, and
 * "Minutes" at the top of a paper, below whose it is, says what it is. */
static gboolean
is_item_heading(const struct mb_signs *s, const struct mb_part *part, guint i)
{
	gboolean minutes = part->kind == MB_PART_MINUTES;

	if (i <= part->first + 1 && !strcmp(look_at(s, i)->fold, "minutes"))
		return FALSE;
	/* "**Call to Order (7:00 p.m.)**"; but "**Apologies**" may be a list's.
	 */
	if (minutes && i > part->first + 1 && look_at(s, i)->bold &&
	    !g_str_has_prefix(look_at(s, i)->fold, "minute") &&
	    !mb_phrases_begin(MB_PHRASES_ATTENDANCE, look_at(s, i)->fold) &&
	    is_business(s, i))
		return TRUE;
	return mb_lines_at(s->lines, i)->heading > (i > part->first ? 0 : 1) &&
	       is_business(s, i) && !(minutes && tells_day(s, part->first, i));
}

/* The entries of an agenda that has no numbers begin where two lines of such
 * business stand near each other. */
static gboolean
begins_business(const struct mb_signs *s, guint i, guint end)
{
	gsize n = mb_phrases_begin(MB_PHRASES_ITEM, look_at(s, i)->fold);

	if (!is_business(s, i))
		return FALSE;
	for (guint k = i + 1; k < MIN(end, i + MAX_APART); k++)
		if (is_business(s, k) &&
		    strncmp(look_at(s, i)->fold, look_at(s, k)->fold, n))
			return TRUE;
	return FALSE;
}

guint
mb_part_title_end(const struct mb_signs *s, const struct mb_part *part)
{
	guint end = MIN(part->end, part->first + MAX_TITLE_LINES * 2), i;

	for (i = part->first; i < end; i++) {
		g_autofree char *rest = NULL;
		struct mb_heading h;
		gsize n;

		/* The head of the table of a meeting's page: "No. Item". */
		if (part->kind == MB_PART_WEB &&
		    mb_signs_is_web_head(look_at(s, i)->fold))
			return i + 1;
		/* The dates of its rows are of other meetings. */
		if (part->kind == MB_PART_ACTIONS &&
		    (mb_lines_at(s->lines, i)->kind == MB_LINE_ROW ||
		     mb_tracker_list_at(s->lines, i, part->end)))
			return i;
		if (part->kind == MB_PART_MINUTES && mb_signs_presence(s, i))
			return i;
		if ((part->kind == MB_PART_MINUTES ||
		     part->kind == MB_PART_WEB) &&
		    is_item_heading(s, part, i))
			return i;
		if ((part->kind == MB_PART_AGENDA ||
		     (part->kind == MB_PART_MINUTES &&
		      i < part->first + MAX_TITLE_LINES / 2 &&
		      has_day(s, part->first, i) &&
		      !g_str_has_prefix(look_at(s, i)->fold, "minutes"))) &&
		    i > part->first && begins_business(s, i, end))
			return i;
		if (part->kind == MB_PART_WEB && i > part->first + 1 &&
		    is_business(s, i))
			return i;
		n = mb_numbers_read(mb_lines_at(s->lines, i)->text, &h);
		if (!n)
			continue;
		/* "19. Apologies for Absence", "24/109 Apologies": numbers may
		 * go on from the last meeting's. */
		rest = mb_looks_fold(mb_lines_at(s->lines, i)->text + n);
		if (g_str_has_prefix(rest, "apologies") ||
		    (h.mark && counts_on(s, i, end, &h)) ||
		    (h.mark && h.value == 1 &&
		     (i > part->first + 2 ||
		      (i > part->first &&
		       mb_phrases_begin(MB_PHRASES_ITEM, rest)))))
			return i;
	}
	/* A letter that calls a meeting may be long. */
	if (part->kind == MB_PART_AGENDA)
		return end;
	return MIN(part->end, part->first + MAX_TITLE_LINES / 2);
}
