/* What the index lacks: meetings that papers speak of, and minute numbers. */
#include "base/date.h"
#include "base/sitting.h"
#include "query/body-names.h"
#include "query/coverage-parts.h"

/* Minutes are confirmed a meeting or two later; a date this many days off one
 * that the index has may be a slip of either paper. */
#define NEAR_DAYS 3

/* --- meetings ------------------------------------------------------------- */

/* Whether @other's name, which may be unknown, may mean @body.  There are few
 * committees, and they are compared often. */
static gboolean
may_be(const struct body *other, const struct body *body)
{
	gpointer known;

	if (*other->folded == '\0')
		return TRUE;
	if (!g_hash_table_lookup_extended(body->alike, other, NULL, &known)) {
		known =
		    GINT_TO_POINTER(mb_body_alike(other->folded, body->folded));
		g_hash_table_insert(body->alike, (gpointer)other, known);
	}
	return GPOINTER_TO_INT(known);
}

/* A meeting of @body, or of one that its name may mean, on this day. */
static gboolean
has_meeting(const struct finder *f, const struct body *body, guint32 date_ymd)
{
	gpointer key = GUINT_TO_POINTER(date_ymd);
	const GPtrArray *same_day = g_hash_table_lookup(f->by_date, key);

	if (g_hash_table_contains(body->meetings, key))
		return TRUE;
	for (guint i = 0; same_day != NULL && i < same_day->len; i++)
		if (may_be(same_day->pdata[i], body))
			return TRUE;
	return FALSE;
}

static guint32
meeting_near(const struct finder *f, const struct body *body, guint32 date_ymd)
{
	for (gint days = 1; days <= NEAR_DAYS; days++) {
		guint32 before = mb_date_add_days(date_ymd, -days);
		guint32 after = mb_date_add_days(date_ymd, days);

		if (has_meeting(f, body, before))
			return before;
		if (has_meeting(f, body, after))
			return after;
	}
	return 0;
}

static void
add_missing(const struct finder *f, struct body *body,
            const struct mb_earlier *earlier, const char *path)
{
	struct mb_coverage_row *row =
	    mb_coverage_row_of(f->coverage, body, earlier->date_ymd);
	struct mb_missing *missing;

	for (guint i = 0; i < row->missing->len; i++) {
		const struct mb_missing *known = row->missing->pdata[i];

		if (known->date_ymd == earlier->date_ymd)
			return;
	}
	missing = g_new0(struct mb_missing, 1);
	missing->date_ymd = earlier->date_ymd;
	missing->words = g_strdup(earlier->words);
	missing->paper = g_strdup(path);
	missing->other_ymd = meeting_near(f, body, earlier->date_ymd);
	g_ptr_array_add(row->missing, missing);
}

static void
find_in_sitting(struct finder *f, const struct mb_sitting *s, const char *path)
{
	struct body *body = mb_coverage_body(f, s->committee, s->council);

	for (guint i = 0; s->committee != NULL && i < s->earlier->len; i++) {
		const struct mb_earlier *e = s->earlier->pdata[i];

		if (mb_date_valid(e->date_ymd) &&
		    (s->date_ymd == 0 || e->date_ymd < s->date_ymd) &&
		    !has_meeting(f, body, e->date_ymd) &&
		    !mb_body_is_other(e->words, body->folded,
		                      body->folded_council))
			add_missing(f, body, e, path);
	}
}

void
mb_coverage_find_missing(struct finder *f)
{
	const GPtrArray *papers = f->coverage->papers;

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];

		for (guint k = 0; k < paper->sittings->len; k++)
			find_in_sitting(f, paper->sittings->pdata[k],
			                paper->state->path);
	}
}

/* --- gaps ----------------------------------------------------------------- */

static gint
compare_numbers(gconstpointer a, gconstpointer b)
{
	const struct mb_numbers *left = *(const struct mb_numbers *const *)a;
	const struct mb_numbers *right = *(const struct mb_numbers *const *)b;

	return (left->date_ymd > right->date_ymd) -
	       (left->date_ymd < right->date_ymd);
}

static void
numbers_free(gpointer data)
{
	struct mb_numbers *numbers = data;

	g_ptr_array_unref(numbers->numbers);
	g_free(numbers);
}

static GPtrArray *
numbers_of(const struct body *body)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(numbers_free);
	GHashTableIter meetings;
	gpointer value;

	g_hash_table_iter_init(&meetings, body->meetings);
	while (g_hash_table_iter_next(&meetings, NULL, &value)) {
		const struct meeting *meeting = value;
		struct mb_numbers *numbers;
		GHashTableIter held;
		gpointer number;

		if (meeting->date_ymd == 0)
			continue;
		numbers = g_new0(struct mb_numbers, 1);
		numbers->date_ymd = meeting->date_ymd;
		numbers->numbers = g_ptr_array_new();
		g_hash_table_iter_init(&held, meeting->numbers);
		while (g_hash_table_iter_next(&held, &number, NULL))
			g_ptr_array_add(numbers->numbers, number);
		g_ptr_array_add(all, numbers);
	}
	g_ptr_array_sort(all, compare_numbers);
	return all;
}

void
mb_coverage_find_gaps(struct mb_coverage *coverage, struct body *body)
{
	g_autoptr(GPtrArray) numbers = numbers_of(body);
	g_autoptr(GPtrArray) gaps = mb_gaps_find(numbers);

	while (gaps->len > 0) {
		struct mb_gap *gap = g_ptr_array_steal_index(gaps, 0);

		g_ptr_array_add(
		    mb_coverage_row_of(coverage, body, gap->before_ymd)->gaps,
		    gap);
	}
}
