/* Coverage as rows of tables. */
#include "base/date.h"
#include "base/sitting.h"
#include "query/coverage-print.h"

const struct mb_column mb_coverage_row_columns[] = {
	{ "committee", "Committee" },
	{ "council", NULL },
	{ "year", "Year" },
	{ "meetings", "Meetings" },
	{ "papers", "Papers" },
	{ "items", "Items" },
	{ "scanned", "Scanned" },
	{ "unread", "Unread" },
	{ "failed", "Failed" },
	{ "n_missing", "Missing" },
	{ "n_gaps", "Gaps" },
	{ "missing", NULL },
	{ "gaps", NULL },
	{ NULL, NULL },
};

static const struct mb_column paper_columns[] = {
	{ "path", "Paper" },
	{ "type", "Type" },
	{ "status", "Status" },
	{ "items", "Items" },
	{ "pages", "Pages" },
	{ "scanned_pages", "Scanned" },
	{ "meetings", "Meetings" },
	{ "reason", "Reason" },
	{ NULL, NULL },
};

/* --- rows ------------------------------------------------------------------
 */

/* Takes @value over. */
static void
put(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, value) != 0)
		g_error("coverage: no memory for \"%s\"", key);
}

static void
put_text(json_t *object, const char *key, const char *text)
{
	g_autofree char *valid =
	    text != NULL ? g_utf8_make_valid(text, -1) : NULL;

	put(object, key, valid != NULL ? json_string(valid) : json_null());
}

static void
put_date(json_t *object, const char *key, guint32 ymd)
{
	g_autofree char *iso = mb_date_to_iso(ymd);

	put_text(object, key, iso);
}

static void
put_count(json_t *object, const char *key, guint n)
{
	put(object, key, json_integer((json_int_t)n));
}

static json_t *
missing_to_json(const GPtrArray *missing)
{
	json_t *array = json_array();

	for (guint i = 0; i < missing->len; i++) {
		const struct mb_missing *one = missing->pdata[i];
		json_t *object = json_object();

		put_date(object, "date", one->date_ymd);
		put_text(object, "words", one->words);
		put_text(object, "paper", one->paper);
		put_date(object, "perhaps", one->other_ymd);
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
gaps_to_json(const GPtrArray *gaps)
{
	json_t *array = json_array();

	for (guint i = 0; i < gaps->len; i++) {
		const struct mb_gap *gap = gaps->pdata[i];
		json_t *object = json_object();

		put_text(object, "first", gap->first);
		put_text(object, "last", gap->last);
		put_date(object, "after", gap->after_ymd);
		put_date(object, "before", gap->before_ymd);
		put(object, "sure", json_boolean(gap->sure));
		json_array_append_new(array, object);
	}
	return array;
}

static guint
n_numbers(const GPtrArray *gaps)
{
	guint n = 0;

	for (guint i = 0; i < gaps->len; i++)
		n += ((const struct mb_gap *)gaps->pdata[i])->n_missing;
	return n;
}

json_t *
mb_coverage_row_json(const struct mb_coverage_row *row)
{
	json_t *object = json_object();

	put_text(object, "committee", row->committee);
	put_text(object, "council", row->council);
	put_text(object, "year", row->year);
	put_count(object, "meetings", row->n_meetings);
	put_count(object, "papers", row->n_papers);
	put_count(object, "items", row->n_items);
	put_count(object, "scanned", row->n_scanned);
	put_count(object, "unread", row->n_unread);
	put_count(object, "failed", row->n_failed);
	put_count(object, "n_missing", row->missing->len);
	put_count(object, "n_gaps", n_numbers(row->gaps));
	put(object, "missing", missing_to_json(row->missing));
	put(object, "gaps", gaps_to_json(row->gaps));
	return object;
}

static json_t *
meetings_to_json(const GPtrArray *sittings)
{
	json_t *array = json_array();

	for (guint i = 0; i < sittings->len; i++) {
		const struct mb_sitting *s = sittings->pdata[i];
		json_t *object = json_object();

		put_date(object, "date", s->date_ymd);
		put_text(object, "committee", s->committee);
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
paper_to_json(const struct mb_coverage_paper *paper)
{
	const struct mb_paper_state *state = paper->state;
	json_t *object = json_object();

	put_text(object, "path", state->path);
	put_text(object, "type", state->type);
	put_text(object, "status", state->status);
	put_count(object, "items", state->n_items);
	put_count(object, "pages", state->n_pages);
	put_count(object, "scanned_pages", state->n_scanned_pages);
	put(object, "meetings", meetings_to_json(paper->sittings));
	put_text(object, "reason", state->reason);
	return object;
}

struct mb_table *
mb_coverage_row_table(const GPtrArray *rows)
{
	struct mb_table *table = mb_table_new(mb_coverage_row_columns);

	for (guint i = 0; i < rows->len; i++)
		mb_table_add(table, mb_coverage_row_json(rows->pdata[i]));
	return table;
}

struct mb_table *
mb_coverage_paper_table(const GPtrArray *papers)
{
	struct mb_table *table = mb_table_new(paper_columns);

	for (guint i = 0; i < papers->len; i++)
		mb_table_add(table, paper_to_json(papers->pdata[i]));
	return table;
}
