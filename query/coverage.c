#include "query/coverage-parts.h"

#include <string.h>

#include "base/date.h"
#include "base/sitting.h"
#include "query/body-names.h"

/* Minutes are confirmed a meeting or two later; a date this many days off one
 * that the index has may be a slip of either paper. */
#define NEAR_DAYS 3

/* A committee: its name and its council's, as they are compared. */
struct body {
	char *committee; /* as printed first; NULL unknown */
	char *council;
	char *folded; /* "" unknown */
	char *folded_council;
	GHashTable *meetings; /* date -> struct meeting; 0: without a date */
	GHashTable *rows;     /* year -> struct mb_coverage_row */
};

struct meeting {
	guint32 date_ymd;
	guint n_items;       /* as the papers have them */
	GHashTable *numbers; /* of minutes -> how often one paper has it */
	guint n_numbers;     /* as the papers have them */
};

static void
missing_free(gpointer data)
{
	struct mb_missing *missing = data;

	g_free(missing->words);
	g_free(missing->paper);
	g_free(missing);
}

static void
row_free(gpointer data)
{
	struct mb_coverage_row *row = data;

	g_free(row->council);
	g_free(row->committee);
	g_free(row->year);
	g_ptr_array_unref(row->missing);
	g_ptr_array_unref(row->gaps);
	g_free(row);
}

static void
meeting_free(gpointer data)
{
	struct meeting *meeting = data;

	g_hash_table_unref(meeting->numbers);
	g_free(meeting);
}

static void
body_free(gpointer data)
{
	struct body *body = data;

	g_free(body->committee);
	g_free(body->council);
	g_free(body->folded);
	g_free(body->folded_council);
	g_hash_table_unref(body->meetings);
	g_hash_table_unref(body->rows);
	g_free(body);
}

/* --- committees ------------------------------------------------------------
 */

/* One more paper that has a committee under a council; the one that most have
 * so far is in @councils. */
static void
count_council(const struct mb_sitting *s, GHashTable *counts,
              GHashTable *councils)
{
	g_autofree char *name = mb_body_fold(s->committee);
	g_autofree char *council = mb_body_fold(s->council);
	char *key = g_strconcat(name, "\n", council, NULL);
	guint n = 1 + GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
	const char *most = g_hash_table_lookup(councils, name);
	g_autofree char *other =
	    g_strconcat(name, "\n", most != NULL ? most : "", NULL);

	g_hash_table_insert(counts, key, GUINT_TO_POINTER(n));
	if (*council != '\0' &&
	    (most == NULL ||
	     n > GPOINTER_TO_UINT(g_hash_table_lookup(counts, other))))
		g_hash_table_insert(councils, g_steal_pointer(&name),
		                    g_steal_pointer(&council));
}

/* Which council a committee of each name is of in most papers that print one:
 * papers that print none go there. */
static GHashTable *
councils_of_committees(const struct mb_coverage *coverage)
{
	GHashTable *councils =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(GHashTable) counts =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < coverage->papers->len; i++) {
		const struct mb_coverage_paper *paper =
		    coverage->papers->pdata[i];

		for (guint k = 0; k < paper->sittings->len; k++)
			count_council(paper->sittings->pdata[k], counts,
			              councils);
	}
	return councils;
}

/* What finding one's way among the committees takes. */
struct finder {
	struct mb_coverage *coverage;
	GPtrArray *all;       /* of struct body */
	GHashTable *councils; /* councils_of_committees() */
	GHashTable *bodies;   /* "committee\ncouncil" -> struct body */
};

static struct body *
body_of(struct finder *f, const char *committee, const char *council)
{
	g_autofree char *folded = mb_body_fold(committee);
	g_autofree char *printed = mb_body_fold(council);
	const char *only = g_hash_table_lookup(f->councils, folded);
	const char *its = *printed == '\0' && only != NULL ? only : printed;
	char *key = g_strconcat(folded, "\n", its, NULL);
	struct body *body = g_hash_table_lookup(f->bodies, key);

	if (body == NULL) {
		body = g_new0(struct body, 1);
		body->committee = g_strdup(committee);
		body->folded = g_strdup(folded);
		body->folded_council = g_strdup(its);
		body->meetings =
		    g_hash_table_new_full(NULL, NULL, NULL, meeting_free);
		body->rows = g_hash_table_new_full(g_str_hash, g_str_equal,
		                                   g_free, NULL);
		g_ptr_array_add(f->all, body);
		g_hash_table_insert(f->bodies, key, body);
	} else {
		g_free(key);
	}
	if (body->council == NULL)
		body->council = g_strdup(council);
	return body;
}

static struct meeting *
meeting_of(struct body *body, guint32 date_ymd)
{
	gpointer key = GUINT_TO_POINTER(date_ymd);
	struct meeting *meeting = g_hash_table_lookup(body->meetings, key);

	if (meeting != NULL)
		return meeting;
	meeting = g_new0(struct meeting, 1);
	meeting->date_ymd = date_ymd;
	meeting->numbers =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_hash_table_insert(body->meetings, key, meeting);
	return meeting;
}

static struct mb_coverage_row *
row_of(struct mb_coverage *coverage, struct body *body, guint32 date_ymd)
{
	g_autofree char *year = mb_coverage_year(coverage, date_ymd);
	const char *key = year != NULL ? year : "";
	struct mb_coverage_row *row = g_hash_table_lookup(body->rows, key);

	if (row != NULL)
		return row;
	row = g_new0(struct mb_coverage_row, 1);
	row->committee = g_strdup(body->committee);
	row->year = g_strdup(year);
	row->missing = g_ptr_array_new_with_free_func(missing_free);
	row->gaps = g_ptr_array_new_with_free_func((GDestroyNotify)mb_gap_free);
	g_hash_table_insert(body->rows, g_strdup(key), row);
	g_ptr_array_add(coverage->rows, row);
	return row;
}

/* --- what is there ---------------------------------------------------------
 */

static guint
times_held(const struct meeting *meeting, const char *number)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(meeting->numbers, number));
}

/* Minutes that come again in another paper are the same minutes. */
static void
add_numbers(struct meeting *meeting, const struct mb_sitting *sitting)
{
	g_autoptr(GHashTable) own = g_hash_table_new(g_str_hash, g_str_equal);

	meeting->n_numbers += sitting->numbers->len;
	for (guint i = 0; i < sitting->numbers->len; i++) {
		char *number = g_ptr_array_index(sitting->numbers, i);
		guint n =
		    1 + GPOINTER_TO_UINT(g_hash_table_lookup(own, number));

		g_hash_table_insert(own, number, GUINT_TO_POINTER(n));
		if (n > times_held(meeting, number))
			g_hash_table_insert(meeting->numbers, g_strdup(number),
			                    GUINT_TO_POINTER(n));
	}
}

static void
count_paper(struct mb_coverage_row *row, enum mb_paper_lack lack)
{
	row->n_papers++;
	row->n_scanned += lack == MB_LACK_SCANNED;
	row->n_unread += lack == MB_LACK_UNREAD;
	row->n_failed += lack == MB_LACK_FAILED;
}

/* The sittings of one path, whose records may be two, count as one paper. */
static void
take_paper(struct finder *f, const struct mb_coverage_paper *paper,
           GHashTable *counted)
{
	struct body *body;
	struct mb_coverage_row *row;

	for (guint i = 0; i < paper->sittings->len; i++) {
		const struct mb_sitting *s = paper->sittings->pdata[i];
		struct meeting *meeting;

		body = body_of(f, s->committee, s->council);
		meeting = meeting_of(body, s->date_ymd);
		meeting->n_items += mb_sitting_n_items(s);
		add_numbers(meeting, s);
		row = row_of(f->coverage, body, s->date_ymd);
		if (g_hash_table_add(counted, row))
			count_paper(row, paper->lack);
	}
	if (paper->sittings->len > 0)
		return;
	body = body_of(f, NULL, NULL);
	row = row_of(f->coverage, body, paper->date_ymd);
	if (g_hash_table_add(counted, row))
		count_paper(row, paper->lack);
}

static void
count_meetings(struct mb_coverage *coverage, struct body *body)
{
	GHashTableIter meetings;
	gpointer value;

	g_hash_table_iter_init(&meetings, body->meetings);
	while (g_hash_table_iter_next(&meetings, NULL, &value)) {
		const struct meeting *meeting = value;
		struct mb_coverage_row *row =
		    row_of(coverage, body, meeting->date_ymd);
		guint n_held = 0;
		GHashTableIter numbers;
		gpointer times;

		g_hash_table_iter_init(&numbers, meeting->numbers);
		while (g_hash_table_iter_next(&numbers, NULL, &times))
			n_held += GPOINTER_TO_UINT(times);
		row->n_items += meeting->n_items - meeting->n_numbers + n_held;
		if (meeting->date_ymd != 0 && meeting->n_items > 0)
			row->n_meetings++;
	}
}

/* --- what is missing -------------------------------------------------------
 */

/* A meeting of @body, or of one that its name may mean, on this day. */
static gboolean
has_meeting(const struct finder *f, const struct body *body, guint32 date_ymd)
{
	for (guint i = 0; i < f->all->len; i++) {
		const struct body *other = f->all->pdata[i];

		if (g_hash_table_contains(other->meetings,
		                          GUINT_TO_POINTER(date_ymd)) &&
		    (*other->folded == '\0' ||
		     mb_body_alike(other->folded, body->folded)))
			return TRUE;
	}
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
	    row_of(f->coverage, body, earlier->date_ymd);
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
find_missing(struct finder *f, const struct mb_coverage_paper *paper)
{
	for (guint i = 0; i < paper->sittings->len; i++) {
		const struct mb_sitting *s = paper->sittings->pdata[i];
		struct body *body = body_of(f, s->committee, s->council);

		for (guint k = 0; s->committee && k < s->earlier->len; k++) {
			const struct mb_earlier *e = s->earlier->pdata[k];

			if (mb_date_valid(e->date_ymd) &&
			    (s->date_ymd == 0 || e->date_ymd < s->date_ymd) &&
			    !has_meeting(f, body, e->date_ymd) &&
			    !mb_body_is_other(e->words, body->folded,
			                      body->folded_council))
				add_missing(f, body, e, paper->state->path);
		}
	}
}

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

static void
find_gaps(struct mb_coverage *coverage, struct body *body)
{
	g_autoptr(GPtrArray) numbers = numbers_of(body);
	g_autoptr(GPtrArray) gaps = mb_gaps_find(numbers);

	while (gaps->len > 0) {
		struct mb_gap *gap = g_ptr_array_steal_index(gaps, 0);

		g_ptr_array_add(row_of(coverage, body, gap->before_ymd)->gaps,
		                gap);
	}
}

/* --- rows ------------------------------------------------------------------
 */

static gint
compare_names(const char *a, const char *b)
{
	/* What is unknown stands last. */
	if (a == NULL || b == NULL)
		return (a == NULL) - (b == NULL);
	return g_utf8_collate(a, b);
}

static gint
compare_rows(gconstpointer a, gconstpointer b)
{
	const struct mb_coverage_row *left =
	    *(const struct mb_coverage_row *const *)a;
	const struct mb_coverage_row *right =
	    *(const struct mb_coverage_row *const *)b;
	gint order = compare_names(left->committee, right->committee);

	if (order == 0)
		order = compare_names(left->council, right->council);
	if (order == 0)
		order = compare_names(left->year, right->year);
	return order;
}

static gint
compare_missing(gconstpointer a, gconstpointer b)
{
	const struct mb_missing *left = *(const struct mb_missing *const *)a;
	const struct mb_missing *right = *(const struct mb_missing *const *)b;

	return (left->date_ymd > right->date_ymd) -
	       (left->date_ymd < right->date_ymd);
}

static void
name_council(struct body *body)
{
	GHashTableIter rows;
	gpointer value;

	g_hash_table_iter_init(&rows, body->rows);
	while (g_hash_table_iter_next(&rows, NULL, &value)) {
		struct mb_coverage_row *row = value;

		row->council = g_strdup(body->council);
		g_ptr_array_sort(row->missing, compare_missing);
	}
}

static void
take_papers(struct finder *f)
{
	const GPtrArray *papers = mb_coverage_papers(f->coverage);
	g_autoptr(GHashTable) counted = g_hash_table_new(NULL, NULL);
	const char *before = "";

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];

		if (strcmp(paper->state->path, before) != 0)
			g_hash_table_remove_all(counted);
		before = paper->state->path;
		take_paper(f, paper, counted);
	}
	for (guint i = 0; i < papers->len; i++)
		find_missing(f, papers->pdata[i]);
}

static void
add_up(struct mb_coverage *coverage)
{
	g_autoptr(GHashTable) councils = councils_of_committees(coverage);
	g_autoptr(GHashTable) bodies =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(body_free);
	struct finder f = { coverage, all, councils, bodies };

	coverage->rows = g_ptr_array_new_with_free_func(row_free);
	take_papers(&f);
	for (guint i = 0; i < all->len; i++) {
		struct body *body = all->pdata[i];

		count_meetings(coverage, body);
		find_gaps(coverage, body);
		name_council(body);
	}
	g_ptr_array_sort(coverage->rows, compare_rows);
}

const GPtrArray *
mb_coverage_rows(struct mb_coverage *coverage)
{
	if (coverage->rows == NULL)
		add_up(coverage);
	return coverage->rows;
}
