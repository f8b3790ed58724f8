#include "config.h"

#include "indexer/shaped.h"

#include <string.h>

#include "indexer/numbers.h"

/* Fewer numbers in a row may be references. */
#define MIN_CHAIN 3
/* So many are looked at. */
#define MAX_PLACES 2000
/* A chain begins with one of the first; those before it are of something
 * else. */
#define MAX_STARTS 8
/* Letters before a number, "PC 41/22". */
#define MAX_PREFIX 5

/* Returns the bytes of the number, 0 when there is none. */
static gsize
add_place(GArray *places, const struct mb_lines *lines, guint i, gsize at)
{
	struct mb_shaped_place place = { .line = i, .at = at };
	const char *text = mb_lines_at(lines, i)->text + at;
	gsize n = mb_numbers_read(text, &place.number);

	if (n && strchr(place.number.number, '/') &&
	    place.number.n_parts >= 2 && places->len < MAX_PLACES)
		g_array_append_val(places, place);
	return n;
}

/* Cheap: most words hold no stroke. */
static gboolean
may_be_number(const char *text)
{
	gsize n = strcspn(text, " ");

	/* "PC 41/22" */
	if (n <= MAX_PREFIX && g_ascii_isupper(*text) && text[n])
		n += 1 + strcspn(text + n + 1, " ");
	return n >= 4 && n <= 20 && memchr(text, '/', n);
}

/* The numbers that lines begin with, or that stand inside long ones. */
static GArray *
find_places(const struct mb_lines *lines)
{
	GArray *places =
	    g_array_new(FALSE, FALSE, sizeof(struct mb_shaped_place));

	for (guint i = 0; i < lines->lines->len; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		const char *p = line->text;
		gsize n;

		if (line->furniture || line->cells || line->heading)
			continue;
		/* The "41/22" of "Minute No. 41/22" is not another. */
		n = add_place(places, lines, i, 0);
		p += n ? n - 1 : 0;
		while (strlen(line->text) >= MB_SHAPED_MIN_CHARS &&
		       (p = strchr(p, ' '))) {
			p += strspn(p, " ");
			if (may_be_number(p))
				add_place(places, lines, i,
				          (gsize)(p - line->text));
		}
	}
	return places;
}

/* "Par/86/09-10", "Par/87/09-10": one part more by one, the others alike. */
static gboolean
is_step(const struct mb_heading *a, const struct mb_heading *b)
{
	guint n = 0;

	if (a->series != b->series || a->letters != b->letters ||
	    a->n_parts != b->n_parts)
		return FALSE;
	for (guint k = 0; k < a->n_parts; k++) {
		if (b->parts[k] == a->parts[k])
			continue;
		if (b->parts[k] != a->parts[k] + 1)
			return FALSE;
		n++;
	}
	return n == 1;
}

static GArray *
chain_from(const GArray *places, guint first)
{
	GArray *chain = g_array_new(FALSE, FALSE, sizeof(guint));
	const struct mb_shaped_place *last =
	    &g_array_index(places, struct mb_shaped_place, first);

	g_array_append_val(chain, first);
	for (guint i = first + 1; i < places->len; i++) {
		const struct mb_shaped_place *p =
		    &g_array_index(places, struct mb_shaped_place, i);

		if (!is_step(&last->number, &p->number))
			continue;
		g_array_append_val(chain, i);
		last = p;
	}
	return chain;
}

/* The longest of the chains that count up through the paper; NULL when none is
 * long enough. */
static GArray *
best_chain(const GArray *places)
{
	GArray *best = NULL;

	for (guint i = 0; i < MIN(places->len, MAX_STARTS); i++) {
		GArray *chain = chain_from(places, i);
		guint least = best ? best->len + 1 : MIN_CHAIN;

		if (chain->len < least) {
			g_array_unref(chain);
			continue;
		}
		g_clear_pointer(&best, g_array_unref);
		best = chain;
	}
	return best;
}

GArray *
mb_shaped_find(const struct mb_lines *lines)
{
	g_autoptr(GArray) places = find_places(lines);
	g_autoptr(GArray) chain = best_chain(places);
	GArray *inside;

	if (!chain)
		return NULL;
	inside = g_array_new(FALSE, FALSE, sizeof(struct mb_shaped_place));
	for (guint i = 0; i < chain->len; i++) {
		const struct mb_shaped_place *p =
		    &g_array_index(places, struct mb_shaped_place,
		                   g_array_index(chain, guint, i));

		if (p->at)
			g_array_append_vals(inside, p, 1);
	}
	return inside;
}
