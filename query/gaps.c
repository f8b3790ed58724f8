#include "query/gaps.h"

#include <string.h>

#include "base/date.h"

/* Fewer numbers make no series. */
#define MIN_NUMBERS 4
/* One number in so many may be missing; where more are, the numbers follow
 * something else than the minutes: "(Item 7)" of an agenda. */
#define MISSING_SHARE 4
#define SURE_SHARE    8
/* A gap between two meetings that is longer holds more than lost minutes. */
#define BETWEEN_MAX 60
/* Nobody counts further. */
#define VALUE_MAX_DIGITS 5

/* A printed number around the one that counts: "107/20" is "", 107, "/20". */
struct series {
	char *before;
	char *after;
	guint n_digits; /* of the longest that begins with 0: "01" */
};

struct meeting {
	guint32 date_ymd;
	struct series series;
	GArray *values; /* of guint, rising, each once; empty: no series */
};

void
mb_gap_free(struct mb_gap *gap)
{
	g_free(gap->first);
	g_free(gap->last);
	g_free(gap);
}

static void
meeting_free(gpointer data)
{
	struct meeting *m = data;

	g_free(m->series.before);
	g_free(m->series.after);
	g_array_unref(m->values);
	g_free(m);
}

/* --- which part of the numbers counts ------------------------------------- */

/* The next digits at or after @*at; FALSE when there are none that are few
 * enough.  @*at is left behind them. */
static gboolean
next_digits(const char *number, gsize *at, gsize *start)
{
	for (;;) {
		*start = *at + strcspn(number + *at, "0123456789");
		if (number[*start] == '\0')
			return FALSE;
		*at = *start + strspn(number + *start, "0123456789");
		if (*at - *start <= VALUE_MAX_DIGITS)
			return TRUE;
	}
}

/* A shape is the number with "\n" for the digits that count.  The later ones
 * of equally common shapes is taken: "01.18.02" counts in its last part. */
static char *
commonest_shape(const GPtrArray *numbers)
{
	g_autoptr(GHashTable) counts =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	const char *best = NULL;
	guint n_best = 0;

	for (guint i = 0; i < numbers->len; i++) {
		const char *number = g_ptr_array_index(numbers, i);
		gsize at = 0, start;

		while (next_digits(number, &at, &start)) {
			g_autofree char *before = g_strndup(number, start);
			char *shape =
			    g_strconcat(before, "\n", number + at, NULL);
			guint n = 1 + GPOINTER_TO_UINT(
					  g_hash_table_lookup(counts, shape));

			g_hash_table_insert(counts, shape, GUINT_TO_POINTER(n));
		}
	}
	for (guint i = 0; i < numbers->len; i++) {
		const char *number = g_ptr_array_index(numbers, i);
		gsize at = 0, start;

		while (next_digits(number, &at, &start)) {
			g_autofree char *before = g_strndup(number, start);
			g_autofree char *shape =
			    g_strconcat(before, "\n", number + at, NULL);
			gpointer key, count;

			if (g_hash_table_lookup_extended(counts, shape, &key,
			                                 &count) &&
			    GPOINTER_TO_UINT(count) >= n_best) {
				best = key;
				n_best = GPOINTER_TO_UINT(count);
			}
		}
	}
	return g_strdup(best);
}

/* The value of @number in the series; 0 when it is none of it.  "11A" is the
 * eleventh too. */
static guint
value_in(struct series *series, const char *number)
{
	gsize n_before = strlen(series->before);
	const char *digits = number + n_before;
	gsize n_digits;

	if (!g_str_has_prefix(number, series->before))
		return 0;
	n_digits = strspn(digits, "0123456789");
	if (n_digits == 0 || n_digits > VALUE_MAX_DIGITS ||
	    (series->after[0] != '\0' &&
	     !g_str_has_prefix(digits + n_digits, series->after)))
		return 0;
	if (digits[0] == '0')
		series->n_digits = MAX(series->n_digits, (guint)n_digits);
	return (guint)g_ascii_strtoull(digits, NULL, 10);
}

/* How many groups of digits stand in @text. */
static guint
n_groups(const char *text)
{
	gsize at = 0, start;
	guint n = 0;

	while (next_digits(text, &at, &start))
		n++;
	return n;
}

/* The value of a number that is misprinted elsewhere: "06.23.05" among those of
 * "07.23.#"; 0 when it is of another kind. */
static guint
value_beside(const struct series *series, const char *number)
{
	guint n_before = n_groups(series->before);
	gsize at = 0, start = 0;

	if (n_before + n_groups(series->after) == 0 ||
	    n_groups(number) != n_before + 1 + n_groups(series->after))
		return 0;
	for (guint i = 0; i <= n_before; i++)
		if (!next_digits(number, &at, &start))
			return 0;
	return (guint)g_ascii_strtoull(number + start, NULL, 10);
}

static gint
compare_values(gconstpointer a, gconstpointer b)
{
	const guint *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

static guint
value_at(const struct meeting *m, guint i)
{
	return g_array_index(m->values, guint, i);
}

static guint
lowest(const struct meeting *m)
{
	return value_at(m, 0);
}

static guint
highest(const struct meeting *m)
{
	return value_at(m, m->values->len - 1);
}

static void
sort_values(GArray *values)
{
	guint n = 0;

	g_array_sort(values, compare_values);
	for (guint i = 0; i < values->len; i++) {
		guint value = g_array_index(values, guint, i);

		if (n == 0 || g_array_index(values, guint, n - 1) != value)
			g_array_index(values, guint, n++) = value;
	}
	g_array_set_size(values, n);
}

/* How many are missing between the first and the last. */
static guint
n_missing(const struct meeting *m)
{
	return highest(m) - lowest(m) + 1 - m->values->len;
}

/* "PLA 146", "PLA146" */
static char *
without_spaces(const char *number)
{
	g_auto(GStrv) parts = g_strsplit(number, " ", -1);

	return g_strjoinv("", parts);
}

static void
take_values(struct meeting *m, const GPtrArray *numbers)
{
	guint low, high;

	for (guint i = 0; i < numbers->len; i++) {
		const char *number = g_ptr_array_index(numbers, i);
		guint value = value_in(&m->series, number);

		if (value > 0)
			g_array_append_val(m->values, value);
	}
	if (m->values->len == 0)
		return;
	sort_values(m->values);
	low = lowest(m);
	high = highest(m);
	for (guint i = 0; i < numbers->len; i++) {
		const char *number = g_ptr_array_index(numbers, i);
		guint value = value_beside(&m->series, number);

		if (value > low && value < high)
			g_array_append_val(m->values, value);
	}
	sort_values(m->values);
}

static gint
compare_strings(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct meeting *
meeting_new(const struct mb_numbers *numbers)
{
	struct meeting *m = g_new0(struct meeting, 1);
	g_autoptr(GPtrArray) tidied = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *shape = NULL;
	char *mark;

	for (guint i = 0; i < numbers->numbers->len; i++)
		g_ptr_array_add(tidied, without_spaces(g_ptr_array_index(
					    numbers->numbers, i)));
	g_ptr_array_sort(tidied, compare_strings);
	shape = commonest_shape(tidied);
	mark = shape != NULL ? strchr(shape, '\n') : NULL;
	m->date_ymd = numbers->date_ymd;
	m->values = g_array_new(FALSE, FALSE, sizeof(guint));
	m->series.before =
	    mark != NULL ? g_strndup(shape, (gsize)(mark - shape)) : NULL;
	m->series.after = mark != NULL ? g_strdup(mark + 1) : NULL;
	if (mark != NULL)
		take_values(m, tidied);
	return m;
}

static gboolean
is_series(const struct meeting *m)
{
	return m->values->len >= MIN_NUMBERS &&
	       n_missing(m) * MISSING_SHARE <= m->values->len;
}

/* --- gaps ---------------------------------------------------------------- */

static char *
print_number(const struct series *series, guint value)
{
	return g_strdup_printf("%s%0*u%s", series->before,
	                       (int)series->n_digits, value, series->after);
}

static void
add_gap(GPtrArray *gaps, const struct meeting *after,
        const struct meeting *before, guint first, guint last, gboolean sure)
{
	struct mb_gap *gap = g_new0(struct mb_gap, 1);

	gap->after_ymd = after->date_ymd;
	gap->before_ymd = before->date_ymd;
	gap->first = print_number(&before->series, first);
	gap->last = print_number(&before->series, last);
	gap->n_missing = last - first + 1;
	gap->sure = sure;
	g_ptr_array_add(gaps, gap);
}

static void
find_within(const struct meeting *m, GPtrArray *gaps)
{
	gboolean sure;

	if (!is_series(m))
		return;
	sure = n_missing(m) * SURE_SHARE <= m->values->len;
	for (guint i = 1; i < m->values->len; i++)
		if (value_at(m, i) > value_at(m, i - 1) + 1)
			add_gap(gaps, m, m, value_at(m, i - 1) + 1,
			        value_at(m, i) - 1, sure);
}

/* Could the numbers of @next go on from those of @m?  Years begin anew, in
 * January or in May. */
static gboolean
may_run_on(const struct meeting *m, const struct meeting *next)
{
	g_autofree char *year = mb_date_municipal_year(m->date_ymd);
	g_autofree char *next_year = mb_date_municipal_year(next->date_ymd);

	return is_series(m) && is_series(next) &&
	       strcmp(m->series.before, next->series.before) == 0 &&
	       strcmp(m->series.after, next->series.after) == 0 &&
	       lowest(next) > highest(m) &&
	       (m->series.after[0] != '\0' || g_strcmp0(year, next_year) == 0);
}

/* Numbers that run on are told from those of other committees in between by
 * meetings where they do so without a gap. */
static void
find_between(const GPtrArray *meetings, GPtrArray *gaps)
{
	guint n_on = 0, n_gaps = 0;

	for (guint i = 1; i < meetings->len; i++) {
		const struct meeting *m = meetings->pdata[i - 1];
		const struct meeting *next = meetings->pdata[i];

		if (!may_run_on(m, next))
			continue;
		if (lowest(next) == highest(m) + 1)
			n_on++;
		else
			n_gaps++;
	}
	for (guint i = 1; n_on > 0 && i < meetings->len; i++) {
		const struct meeting *m = meetings->pdata[i - 1];
		const struct meeting *next = meetings->pdata[i];

		if (may_run_on(m, next) && lowest(next) > highest(m) + 1 &&
		    lowest(next) - highest(m) <= BETWEEN_MAX)
			add_gap(gaps, m, next, highest(m) + 1, lowest(next) - 1,
			        n_on > n_gaps);
	}
}

GPtrArray *
mb_gaps_find(const GPtrArray *meetings)
{
	GPtrArray *gaps =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_gap_free);
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(meeting_free);

	for (guint i = 0; i < meetings->len; i++)
		g_ptr_array_add(all, meeting_new(meetings->pdata[i]));
	for (guint i = 0; i < all->len; i++)
		find_within(all->pdata[i], gaps);
	find_between(all, gaps);
	return gaps;
}

guint
mb_gaps_n_missing(const GPtrArray *gaps)
{
	guint n = 0;

	for (guint i = 0; i < gaps->len; i++)
		n += ((const struct mb_gap *)gaps->pdata[i])->n_missing;
	return n;
}
