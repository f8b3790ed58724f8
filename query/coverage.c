#include "query/coverage-parts.h"

#include <string.h>

#include "base/sitting.h"
#include "query/body-names.h"

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
	g_hash_table_unref(body->alike);
	mb_query_free(body->items);
	g_hash_table_unref(body->meetings);
	g_hash_table_unref(body->rows);
	g_free(body);
}

/* --- committees ----------------------------------------------------------- */

/* mb_body_fold() of @name: thousands of papers have few names.  Transfer
 * none. */
static const char *
fold(struct finder *f, const char *name)
{
	const char *key = name != NULL ? name : "";
	char *folded = g_hash_table_lookup(f->folds, key);

	if (folded == NULL) {
		folded = mb_body_fold(key);
		g_hash_table_insert(f->folds, g_strdup(key), folded);
	}
	return folded;
}

/* One more paper that has a committee under a council; the one that most have
 * so far is in @f. */
static void
count_council(struct finder *f, const struct mb_sitting *s, GHashTable *counts)
{
	const char *name = fold(f, s->committee);
	const char *council = fold(f, s->council);
	const char *most = g_hash_table_lookup(f->councils, name);
	char *key = g_strconcat(name, "\n", council, NULL);
	g_autofree char *other =
	    g_strconcat(name, "\n", most != NULL ? most : "", NULL);
	guint n = 1 + GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));

	g_hash_table_insert(counts, key, GUINT_TO_POINTER(n));
	if (*council != '\0' &&
	    (most == NULL ||
	     n > GPOINTER_TO_UINT(g_hash_table_lookup(counts, other))))
		g_hash_table_insert(f->councils, g_strdup(name),
		                    g_strdup(council));
}

/* Which council a committee of each name is of in most papers that print one:
 * papers that print none go there. */
static void
find_councils(struct finder *f)
{
	const GPtrArray *papers = f->coverage->papers;
	g_autoptr(GHashTable) counts =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];

		for (guint k = 0; k < paper->sittings->len; k++)
			count_council(f, paper->sittings->pdata[k], counts);
	}
}

static struct body *
body_new(const char *committee, const char *folded, const char *folded_council)
{
	struct body *body = g_new0(struct body, 1);

	body->committee = g_strdup(committee);
	body->folded = g_strdup(folded);
	body->folded_council = g_strdup(folded_council);
	body->alike = g_hash_table_new(NULL, NULL);
	body->items = mb_query_nothing();
	body->meetings = g_hash_table_new_full(NULL, NULL, NULL, meeting_free);
	body->rows =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return body;
}

/* The committee of a form of its name that was not met before. */
static struct body *
body_of_form(struct finder *f, const char *committee, const char *council)
{
	const char *folded = fold(f, committee);
	const char *printed = fold(f, council);
	const char *only = g_hash_table_lookup(f->councils, folded);
	const char *its = *printed == '\0' && only != NULL ? only : printed;
	g_autofree char *key = g_strconcat(folded, "\n", its, NULL);
	struct body *body = g_hash_table_lookup(f->bodies, key);

	if (body == NULL) {
		body = body_new(committee, folded, its);
		g_ptr_array_add(f->coverage->bodies, body);
		g_hash_table_insert(f->bodies, g_steal_pointer(&key), body);
	}
	if (body->council == NULL)
		body->council = g_strdup(council);
	body->items =
	    mb_query_join(MB_JOIN_OR, body->items,
	                  mb_query_committee(council, committee), NULL);
	return body;
}

struct body *
mb_coverage_body(struct finder *f, const char *committee, const char *council)
{
	g_autofree char *key =
	    g_strconcat(committee != NULL ? committee : "", "\n",
	                council != NULL ? council : "", NULL);
	struct body *body = g_hash_table_lookup(f->as_printed, key);

	if (body == NULL) {
		body = body_of_form(f, committee, council);
		g_hash_table_insert(f->as_printed, g_steal_pointer(&key), body);
	}
	return body;
}

static void
unref_array(gpointer array)
{
	g_ptr_array_unref(array);
}

static struct meeting *
meeting_of(struct finder *f, struct body *body, guint32 date_ymd)
{
	gpointer key = GUINT_TO_POINTER(date_ymd);
	struct meeting *meeting = g_hash_table_lookup(body->meetings, key);
	GPtrArray *same_day = g_hash_table_lookup(f->by_date, key);

	if (meeting != NULL)
		return meeting;
	meeting = g_new0(struct meeting, 1);
	meeting->date_ymd = date_ymd;
	meeting->numbers =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_hash_table_insert(body->meetings, key, meeting);
	if (same_day == NULL) {
		same_day = g_ptr_array_new();
		g_hash_table_insert(f->by_date, key, same_day);
	}
	g_ptr_array_add(same_day, body);
	return meeting;
}

struct mb_coverage_row *
mb_coverage_row_of(struct mb_coverage *coverage, struct body *body,
                   guint32 date_ymd)
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

/* --- what is there -------------------------------------------------------- */

/* Minutes that come again in another paper are the same minutes. */
static void
add_numbers(struct meeting *meeting, const struct mb_sitting *sitting)
{
	for (guint i = 0; i < sitting->numbers->len; i++) {
		const char *number = g_ptr_array_index(sitting->numbers, i);

		if (!g_hash_table_contains(meeting->numbers, number))
			g_hash_table_add(meeting->numbers, g_strdup(number));
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

/* A paper counts once in a row, however many sittings it has there. */
static void
take_paper(struct finder *f, const struct mb_coverage_paper *paper)
{
	g_autoptr(GHashTable) counted = g_hash_table_new(NULL, NULL);
	struct body *body;
	struct mb_coverage_row *row;

	for (guint i = 0; i < paper->sittings->len; i++) {
		const struct mb_sitting *s = paper->sittings->pdata[i];
		struct meeting *meeting;

		body = mb_coverage_body(f, s->committee, s->council);
		meeting = meeting_of(f, body, s->date_ymd);
		meeting->has_items |= mb_sitting_n_items(s) > 0;
		add_numbers(meeting, s);
		row = mb_coverage_row_of(f->coverage, body, s->date_ymd);
		if (g_hash_table_add(counted, row))
			count_paper(row, paper->lack);
	}
	if (paper->sittings->len > 0)
		return;
	body = mb_coverage_body(f, NULL, NULL);
	row = mb_coverage_row_of(f->coverage, body, paper->date_ymd);
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

		if (meeting->date_ymd != 0 && meeting->has_items)
			mb_coverage_row_of(coverage, body, meeting->date_ymd)
			    ->n_meetings++;
	}
}

/* --- rows ----------------------------------------------------------------- */

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

/* What is known of @body only when all papers are taken. */
static void
finish_rows(struct body *body)
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

	for (guint i = 0; i < papers->len; i++)
		take_paper(f, papers->pdata[i]);
}

static struct finder
finder_new(struct mb_coverage *coverage)
{
	struct finder f = { .coverage = coverage };

	f.folds =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	f.councils =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	f.bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	f.as_printed =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	f.by_date = g_hash_table_new_full(NULL, NULL, NULL, unref_array);
	return f;
}

static void
finder_clear(struct finder *f)
{
	g_hash_table_unref(f->folds);
	g_hash_table_unref(f->councils);
	g_hash_table_unref(f->bodies);
	g_hash_table_unref(f->as_printed);
	g_hash_table_unref(f->by_date);
}

static void
add_up(struct mb_coverage *coverage)
{
	struct finder f = finder_new(coverage);

	coverage->rows = g_ptr_array_new_with_free_func(row_free);
	coverage->bodies = g_ptr_array_new_with_free_func(body_free);
	find_councils(&f);
	take_papers(&f);
	mb_coverage_find_missing(&f);
	for (guint i = 0; i < coverage->bodies->len; i++) {
		struct body *body = coverage->bodies->pdata[i];

		count_meetings(coverage, body);
		mb_coverage_find_gaps(coverage, body);
		finish_rows(body);
	}
	g_ptr_array_sort(coverage->rows, compare_rows);
	finder_clear(&f);
}

const GPtrArray *
mb_coverage_rows(struct mb_coverage *coverage)
{
	if (coverage->rows == NULL)
		add_up(coverage);
	return coverage->rows;
}
