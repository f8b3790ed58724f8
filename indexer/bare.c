#include "config.h"

#include "indexer/bare.h"

#include <string.h>

#include "indexer/phrases.h"

/* Fewer entries with times are something else; and fewer points of a list, of
 * which so many are business that is known everywhere. */
#define MIN_TIMED  4
#define MIN_POINTS 5
#define MIN_KNOWN  2

/* Digits up to two, below @limit; G_MAXUINT when there are none. */
static guint
read_two(const char **p, guint limit)
{
	gsize n = strspn(*p, "0123456789");
	guint value = 0;

	if (!n || n > 2)
		return G_MAXUINT;
	for (; n; n--, (*p)++)
		value = value * 10 + (guint)(**p - '0');
	return value < limit ? value : G_MAXUINT;
}

/* Bytes of the time that @text begins with, "6:15 ", "10.30 am - ", when a
 * title stands behind it; 0.  @minutes: of the day, afternoons as mornings. */
static gsize
read_time(const char *text, guint *minutes)
{
	static const char *const halves[] = { "am", "pm", "a.m.", "p.m.",
		                              "AM", "PM", "A.M.", "P.M." };
	const char *p = text;
	guint hour = read_two(&p, 24), minute;

	if (hour == G_MAXUINT || !*p || !strchr(":.", *p) || !p[1] || !p[2] ||
	    !g_ascii_isdigit(p[2]))
		return 0;
	p++;
	minute = read_two(&p, 60);
	if (minute == G_MAXUINT)
		return 0;
	p += strspn(p, " ");
	for (guint i = 0; i < G_N_ELEMENTS(halves); i++)
		if (g_str_has_prefix(p, halves[i]) &&
		    !g_ascii_isalnum(p[strlen(halves[i])])) {
			p += strlen(halves[i]);
			break;
		}
	p += strspn(p, " -:|");
	*minutes = hour % 12 * 60 + minute;
	return g_ascii_isupper(*p) ? (gsize)(p - text) : 0;
}

/* "6:00 Roll call", "6:15 Highway Department": entries by the clock. */
static void
find_timed(const struct mb_lines *lines, const struct mb_part *part,
           GArray *found)
{
	guint last = 0;

	for (guint i = part->first; i < part->end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		struct mb_entry e = { .head = i, .title = i };
		guint minutes;

		if (line->furniture ||
		    !(e.title_at = read_time(line->text, &minutes)))
			continue;
		/* "6:30 PM Town Hall", where and when, then "6:00 Roll call";
		 * and from 12.45 on to 1.15. */
		if (found->len && minutes <= last && last < 11 * 60)
			g_array_set_size(found, 0);
		last = minutes;
		g_array_append_val(found, e);
	}
	if (found->len < MIN_TIMED)
		g_array_set_size(found, 0);
}

/* "- Call to order", "- Mowing bids", "- Adjourn": the points of one list, of
 * which the most left ones are entries. */
static void
find_points(const struct mb_lines *lines, const struct mb_looks *looks,
            const struct mb_part *part, GArray *found)
{
	g_autoptr(GHashTable) known =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	float left = 0;

	for (guint i = part->first; i < part->end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		struct mb_entry e = { .head = i, .title = i };

		if (line->furniture || line->kind != MB_LINE_LIST ||
		    !mb_looks_at(looks, i)->upper)
			continue;
		if (!found->len)
			left = line->x;
		if (line->x > left + 6)
			continue;
		mb_phrases_collect(MB_PHRASES_ITEM, mb_looks_at(looks, i)->fold,
		                   known);
		g_array_append_val(found, e);
	}
	if (found->len < MIN_POINTS || g_hash_table_size(known) < MIN_KNOWN)
		g_array_set_size(found, 0);
}

void
mb_bare_find(const struct mb_lines *lines, const struct mb_looks *looks,
             const struct mb_part *part, GArray *entries)
{
	g_autoptr(GArray) found =
	    g_array_new(FALSE, TRUE, sizeof(struct mb_entry));

	if (part->kind != MB_PART_AGENDA || entries->len > 1)
		return;
	find_timed(lines, part, found);
	if (!found->len)
		find_points(lines, looks, part, found);
	if (!found->len)
		return;
	g_array_set_size(entries, 0);
	g_array_append_vals(entries, found->data, found->len);
}
