/* Coverage as rows of tables. */
#include "base/sitting.h"
#include "query/coverage-print.h"
#include "query/rows.h"

const struct mb_column mb_coverage_row_columns[] = {
	{ "committee", NULL },    { "council", NULL },
	{ "year", "Year" },       { "meetings", "Meetings" },
	{ "papers", "Papers" },   { "items", "Items" },
	{ "scanned", "Scanned" }, { "unread", "Unread" },
	{ "failed", "Failed" },   { "n_missing", "Missing" },
	{ "n_gaps", "Gaps" },     { "missing", NULL },
	{ "gaps", NULL },         { NULL, NULL },
};

static const struct mb_column paper_columns[] = {
	{ "path", NULL },
	{ "type", "Type" },
	{ "status", "Status" },
	{ "items", "Items" },
	{ "pages", "Pages" },
	{ "scanned_pages", "Scanned" },
	{ "meetings", "Meetings" },
	{ "reason", "Reason" },
	{ NULL, NULL },
};

/* --- rows ---------------------------------------------------------------- */

static void
put_count(json_t *object, const char *key, guint n)
{
	mb_row_put(object, key, json_integer((json_int_t)n));
}

static json_t *
missing_to_json(const GPtrArray *missing)
{
	json_t *array = json_array();

	for (guint i = 0; i < missing->len; i++) {
		const struct mb_missing *one = missing->pdata[i];
		json_t *object = json_object();

		mb_row_date(object, "date", one->date_ymd);
		mb_row_text(object, "words", one->words);
		mb_row_text(object, "paper", one->paper);
		mb_row_date(object, "perhaps", one->other_ymd);
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

		mb_row_text(object, "first", gap->first);
		mb_row_text(object, "last", gap->last);
		mb_row_date(object, "after", gap->after_ymd);
		mb_row_date(object, "before", gap->before_ymd);
		mb_row_put(object, "sure", json_boolean(gap->sure));
		json_array_append_new(array, object);
	}
	return array;
}

json_t *
mb_coverage_row_json(const struct mb_coverage_row *row)
{
	json_t *object = json_object();

	mb_row_text(object, "committee", row->committee);
	mb_row_text(object, "council", row->council);
	mb_row_text(object, "year", row->year);
	put_count(object, "meetings", row->n_meetings);
	put_count(object, "papers", row->n_papers);
	put_count(object, "items", row->n_items);
	put_count(object, "scanned", row->n_scanned);
	put_count(object, "unread", row->n_unread);
	put_count(object, "failed", row->n_failed);
	put_count(object, "n_missing", row->missing->len);
	put_count(object, "n_gaps", mb_gaps_n_missing(row->gaps));
	mb_row_put(object, "missing", missing_to_json(row->missing));
	mb_row_put(object, "gaps", gaps_to_json(row->gaps));
	return object;
}

/* A meeting of which some items are exempt has two sittings. */
static json_t *
meetings_to_json(const GPtrArray *sittings)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	json_t *array = json_array();

	for (guint i = 0; i < sittings->len; i++) {
		const struct mb_sitting *s = sittings->pdata[i];
		char *key = g_strdup_printf("%u %s", s->date_ymd,
		                            s->committee ? s->committee : "");
		json_t *object;

		if (!g_hash_table_add(seen, key))
			continue;
		object = json_object();
		mb_row_date(object, "date", s->date_ymd);
		mb_row_text(object, "committee", s->committee);
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
paper_to_json(const struct mb_coverage_paper *paper)
{
	const struct mb_paper_state *state = paper->state;
	json_t *object = json_object();

	mb_row_text(object, "path", state->path);
	mb_row_text(object, "type", state->type);
	mb_row_text(object, "status", state->status);
	put_count(object, "items", state->n_items);
	put_count(object, "pages", state->n_pages);
	put_count(object, "scanned_pages", state->n_scanned_pages);
	mb_row_put(object, "meetings", meetings_to_json(paper->sittings));
	mb_row_text(object, "reason", state->reason);
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

/* A path is often longer than a line: it stands over its figures. */
void
mb_coverage_paper_text(GString *out, const GPtrArray *papers)
{
	g_autoptr(mb_table) table = mb_table_new(paper_columns);

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];
		g_autofree char *path =
		    g_utf8_make_valid(paper->state->path, -1);

		mb_table_add_title(table, path);
		mb_table_add(table, paper_to_json(paper));
	}
	mb_table_text(table, out);
}
