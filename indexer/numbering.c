#include "config.h"

#include "indexer/numbering.h"

#include <math.h>
#include <string.h>

/* Runs kept for each last number: enough for the styles that a number comes
 * in within one paper. */
#define MAX_RUNS 6

/* The furthest step upwards that is taken for numbers left out. */
#define MAX_STEP 8

/* The furthest that a count falls back by a slip: "33" to "37", then "33" to
 * "40".  It costs so much, and none falls back to less: that is a list. */
#define MAX_BACK    8
#define BACK_VALUE  -4
#define BACK_LOWEST 3

/* What a heading looks like at least that the count falls back to: in capitals,
 * or known business, besides bold. */
#define BACK_SCORE 3

#define NO_RUN G_MAXUINT

/* A run that ends in heading @last. */
struct run {
	guint last;
	float total;
	gboolean doubled; /* @last has the number of the one before it */
};

/* The best runs that end in one number. */
struct runs {
	guint n;
	struct run run[MAX_RUNS];
};

/* How a heading is best reached. */
struct reached {
	guint from; /* NO_RUN: it begins a run */
	float total;
	gboolean doubled;
};

static const struct mb_heading *
heading_at(const GArray *headings, guint i)
{
	return &g_array_index(headings, struct mb_heading, i);
}

static float
style_distance(const struct mb_heading *a, const struct mb_heading *b)
{
	float d = 0;

	/* "03.23.01" and "03.23.02." are one style; "1." and "1)" are not. */
	if (a->mark != b->mark)
		d += a->mark == MB_MARK_BRACKET || b->mark == MB_MARK_BRACKET
		         ? 0.8f
		         : 0.2f;
	/* From "09" to "10" noughts end, but none follow "9". */
	if (a->padded != b->padded && (b->value < 10 || a->value > 9))
		d += 1.5f;
	if (a->marked != b->marked)
		d += 0.8f;
	if (a->own_line != b->own_line)
		d += 0.3f;
	if (a->listed != b->listed)
		d += 0.5f;
	if (a->x > 0 && b->x > 0 && fabsf(a->x - b->x) > 12)
		d += 1.2f;
	/* "07.23.04", then by a slip "06.23.05". */
	if (a->prefix != b->prefix)
		d += 2;
	return d;
}

/* What the step from one number to the next is worth. */
static float
step_value(const struct mb_heading *a, const struct mb_heading *b)
{
	guint step = b->value - a->value;

	if (a->value > b->value)
		return BACK_VALUE;
	if (step == 1)
		return 1.5f;
	/* "6." and "6A", or the same number by a slip. */
	if (step == 0 && strcmp(a->number, b->number))
		return 0.5f;
	if (step == 0)
		return style_distance(a, b) < 0.3f ? -0.5f : -3;
	if (step == 2)
		return 0.3f;
	return -0.2f - 0.3f * (float)(step - 2);
}

/* Whether the count may have fallen back from heading @i to @k: both stand out
 * alike, and no list has counted up to either since the number before @k. */
static gboolean
falls_back(const GArray *headings, guint i, guint k)
{
	const struct mb_heading *a = heading_at(headings, i);
	const struct mb_heading *b = heading_at(headings, k);

	if (b->value < BACK_LOWEST || b->score < BACK_SCORE ||
	    a->value <= b->value || !a->marked || !b->marked || b->own_line ||
	    style_distance(a, b) > 0.3f)
		return FALSE;
	while (k-- > 0) {
		const struct mb_heading *h = heading_at(headings, k);

		if (h->series != b->series)
			continue;
		if (h->value == 1)
			return FALSE;
		if (h->value + 1 == b->value)
			return k < i;
	}
	return TRUE;
}

static guint
run_key(const struct mb_heading *h, guint value)
{
	return h->series * 16384 + (value & 16383);
}

static void
try_runs(const GArray *headings, const struct runs *runs, guint i,
         struct reached *best)
{
	const struct mb_heading *b = heading_at(headings, i);
	guint k;

	for (k = 0; runs && k < runs->n; k++) {
		const struct mb_heading *a =
		    heading_at(headings, runs->run[k].last);
		gboolean doubled = !strcmp(a->number, b->number);
		float total;

		/* A slip happens once, not line after line. */
		if ((doubled && runs->run[k].doubled) ||
		    (a->value > b->value &&
		     !falls_back(headings, runs->run[k].last, i)))
			continue;
		total = runs->run[k].total + b->score + step_value(a, b) -
		        style_distance(a, b);

		if (total > best->total) {
			best->total = total;
			best->from = runs->run[k].last;
			best->doubled = doubled;
		}
	}
}

/* Keep the run that ends in @i among the best of its number: one that is no
 * better than another of the same style is of no use, and later: a list. */
static void
keep_run(const GArray *headings, struct runs *runs, guint i,
         const struct reached *reached)
{
	const struct mb_heading *h = heading_at(headings, i);
	struct run made = { i, reached->total, reached->doubled };
	guint k, worst = 0;

	for (k = 0; k < runs->n; k++) {
		struct run *run = &runs->run[k];

		if (style_distance(heading_at(headings, run->last), h) < 0.1f) {
			if (made.total > run->total)
				*run = made;
			return;
		}
		if (run->total < runs->run[worst].total)
			worst = k;
	}
	if (runs->n < MAX_RUNS)
		runs->run[runs->n++] = made;
	else if (made.total > runs->run[worst].total)
		runs->run[worst] = made;
}

/* Does @b begin another part of the same agenda, whose letter counts on
 * ("B1 Quay lights" behind "A7") or is printed behind plain numbers, as the
 * exempt items of Scottish councils are ("E1. LEASE OF FORMER SCHOOLHOUSE")?
 * Then it looks as those before it. */
static gboolean
begins_part(const struct mb_heading *a, const struct mb_heading *b)
{
	struct mb_heading like = *b;

	if (b->value != 1 || b->letters < 'A' || b->letters > 'Z')
		return FALSE;
	like.prefix = a->prefix;
	if (style_distance(a, &like) > 0.3f)
		return FALSE;
	return a->letters
	           ? a->series == b->series && b->letters == a->letters + 1
	           : b->letters == 'E' && b->marked;
}

static struct reached
reach(const GArray *headings, GHashTable *table, guint i, guint top,
      float total)
{
	const struct mb_heading *h = heading_at(headings, i);
	struct reached best = { NO_RUN, h->score, FALSE };
	guint step;

	/* Most meetings count from 1; many go on through the year. */
	if (h->value == 1)
		best.total += 1;
	for (step = 0; step <= MAX_STEP && step <= h->value; step++) {
		guint key = run_key(h, h->value - step);

		try_runs(headings,
		         g_hash_table_lookup(table, GUINT_TO_POINTER(key)), i,
		         &best);
	}
	for (step = 1; h->marked && step <= MAX_BACK; step++) {
		guint key = run_key(h, h->value + step);

		try_runs(headings,
		         g_hash_table_lookup(table, GUINT_TO_POINTER(key)), i,
		         &best);
	}
	if (top != NO_RUN && begins_part(heading_at(headings, top), h) &&
	    total + h->score + 0.5f > best.total)
		best = (struct reached){ top, total + h->score + 0.5f, FALSE };
	return best;
}

static void
remember(const GArray *headings, GHashTable *table, guint i,
         const struct reached *reached)
{
	const struct mb_heading *h = heading_at(headings, i);
	gpointer key = GUINT_TO_POINTER(run_key(h, h->value));
	struct runs *runs = g_hash_table_lookup(table, key);

	if (!runs) {
		runs = g_new0(struct runs, 1);
		g_hash_table_insert(table, key, runs);
	}
	keep_run(headings, runs, i, reached);
}

GArray *
mb_numbering_choose(const GArray *headings, float *total)
{
	g_autoptr(GHashTable) table =
	    g_hash_table_new_full(NULL, NULL, NULL, g_free);
	g_autofree struct reached *reached =
	    g_new(struct reached, headings->len + 1);
	GArray *chosen = g_array_new(FALSE, FALSE, sizeof(guint));
	guint i, last = NO_RUN;

	*total = 0;
	for (i = 0; i < headings->len; i++) {
		reached[i] = reach(headings, table, i, last, *total);
		remember(headings, table, i, &reached[i]);
		if (reached[i].total > *total) {
			*total = reached[i].total;
			last = i;
		}
	}
	for (; last != NO_RUN; last = reached[last].from)
		g_array_append_val(chosen, last);
	for (i = 0; i < chosen->len / 2; i++) {
		guint *a = &g_array_index(chosen, guint, i);
		guint *b = &g_array_index(chosen, guint, chosen->len - 1 - i);
		guint swap = *a;

		*a = *b;
		*b = swap;
	}
	return chosen;
}

/* Whether the run @inner lies between two headings of @outer, one of which
 * follows the other. */
static gboolean
is_within(const GArray *headings, const GArray *inner, const GArray *outer)
{
	guint first = g_array_index(inner, guint, 0);
	guint last = g_array_index(inner, guint, inner->len - 1);

	for (guint k = 0; k + 1 < outer->len; k++) {
		guint above = g_array_index(outer, guint, k);
		guint below = g_array_index(outer, guint, k + 1);

		if (above < first && below > last)
			return heading_at(headings, below)->value ==
			       heading_at(headings, above)->value + 1;
	}
	return FALSE;
}

GArray *
mb_numbering_around(const GArray *headings, const GArray *inner, float *total)
{
	g_autoptr(GArray) rest = NULL;
	g_autoptr(GArray) places = NULL;
	g_autoptr(GArray) outer = NULL;
	guint i, k = 0;

	if (!inner->len || g_array_index(inner, guint, 0) == 0 ||
	    g_array_index(inner, guint, inner->len - 1) + 1 == headings->len)
		return NULL;
	rest = g_array_new(FALSE, FALSE, sizeof(struct mb_heading));
	places = g_array_new(FALSE, FALSE, sizeof(guint));
	for (i = 0; i < headings->len; i++) {
		if (k < inner->len && g_array_index(inner, guint, k) == i) {
			k++;
			continue;
		}
		g_array_append_vals(rest, heading_at(headings, i), 1);
		g_array_append_val(places, i);
	}
	outer = mb_numbering_choose(rest, total);
	for (i = 0; i < outer->len; i++) {
		guint *at = &g_array_index(outer, guint, i);

		*at = g_array_index(places, guint, *at);
	}
	return is_within(headings, inner, outer) ? g_steal_pointer(&outer)
	                                         : NULL;
}

/* Whether @b counts on from @a and looks as it does. */
static gboolean
counts_on(const struct mb_heading *a, const struct mb_heading *b)
{
	return b->series == a->series && b->value == a->value + 1 &&
	       b->title != MB_NO_LINE && style_distance(a, b) < 0.3f;
}

void
mb_numbering_extend(const GArray *headings, GArray *chosen)
{
	guint first, last;

	if (!chosen->len)
		return;
	first = g_array_index(chosen, guint, 0);
	while (first && counts_on(heading_at(headings, first - 1),
	                          heading_at(headings, first))) {
		first--;
		g_array_prepend_val(chosen, first);
	}
	last = g_array_index(chosen, guint, chosen->len - 1);
	while (last + 1 < headings->len &&
	       counts_on(heading_at(headings, last),
	                 heading_at(headings, last + 1))) {
		last++;
		g_array_append_val(chosen, last);
	}
}

/* Fewer are a list. */
#define MIN_COUNTED 4

GArray *
mb_numbering_count(const GArray *headings)
{
	GArray *chosen = g_array_new(FALSE, FALSE, sizeof(guint));
	guint i = 0;

	while (i < headings->len && heading_at(headings, i)->value != 1)
		i++;
	if (i < headings->len)
		g_array_append_val(chosen, i);
	mb_numbering_extend(headings, chosen);
	if (chosen->len < MIN_COUNTED || chosen->len * 2 < headings->len)
		g_array_set_size(chosen, 0);
	return chosen;
}
