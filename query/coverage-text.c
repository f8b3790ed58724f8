/* Coverage as text for people. */
#include <string.h>

#include "base/date.h"
#include "query/coverage-print.h"
#include "query/plain.h"

/* --- for people ------------------------------------------------------------
 */

static const char *
name_of(const struct mb_coverage_row *row)
{
	return row->committee != NULL ? row->committee
	                              : "(committee not known)";
}

/* Whether committees of several councils have the name of @row's. */
static gboolean
needs_council(const GPtrArray *rows, const struct mb_coverage_row *row)
{
	for (guint i = 0; i < rows->len; i++) {
		const struct mb_coverage_row *other = rows->pdata[i];

		if (row->council != NULL &&
		    g_strcmp0(row->committee, other->committee) == 0 &&
		    g_strcmp0(row->council, other->council) != 0)
			return TRUE;
	}
	return FALSE;
}

/* A committee is named in the first of its rows. */
static json_t *
row_for_people(const GPtrArray *rows, const struct mb_coverage_row *row,
               const struct mb_coverage_row *above)
{
	json_t *object = mb_coverage_row_json(row);
	g_autofree char *name =
	    needs_council(rows, row)
		? g_strdup_printf("%s (%s)", name_of(row), row->council)
		: g_strdup(name_of(row));
	gboolean again = above != NULL &&
	                 g_strcmp0(row->committee, above->committee) == 0 &&
	                 g_strcmp0(row->council, above->council) == 0;

	json_object_set_new(object, "committee",
	                    json_string(again ? "" : name));
	if (row->year == NULL)
		json_object_set_new(object, "year", json_string("no date"));
	return object;
}

static void
count_papers(struct mb_coverage_row *sum, const GPtrArray *papers)
{
	const char *before = "";

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];

		if (strcmp(paper->state->path, before) == 0)
			continue;
		before = paper->state->path;
		sum->n_papers++;
		sum->n_scanned += paper->lack == MB_LACK_SCANNED;
		sum->n_unread += paper->lack == MB_LACK_UNREAD;
		sum->n_failed += paper->lack == MB_LACK_FAILED;
	}
}

/* A paper of several committees counts in the row of each, and once in the
 * sum. */
static json_t *
sum_for_people(const GPtrArray *rows, const GPtrArray *papers)
{
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	struct mb_coverage_row sum = { .missing = none, .gaps = none };
	guint n_missing = 0, n_gaps = 0;
	json_t *object;

	for (guint i = 0; i < rows->len; i++) {
		const struct mb_coverage_row *row = rows->pdata[i];

		sum.n_meetings += row->n_meetings;
		sum.n_items += row->n_items;
		n_missing += row->missing->len;
		n_gaps += mb_gaps_n_missing(row->gaps);
	}
	count_papers(&sum, papers);
	object = mb_coverage_row_json(&sum);
	json_object_set_new(object, "committee", json_string("All"));
	json_object_set_new(object, "n_missing", json_integer(n_missing));
	json_object_set_new(object, "n_gaps", json_integer(n_gaps));
	return object;
}

static void
append_missing(GString *out, const struct mb_coverage_row *row)
{
	for (guint i = 0; i < row->missing->len; i++) {
		const struct mb_missing *one = row->missing->pdata[i];
		g_autofree char *date = mb_date_to_text(one->date_ymd);
		g_autofree char *other = mb_date_to_text(one->other_ymd);
		g_autofree char *words = mb_plain_line(one->words);
		g_autofree char *paper = mb_plain_line(one->paper);

		g_string_append_printf(out, "  %s, %s", name_of(row), date);
		if (one->other_ymd != 0)
			g_string_append_printf(out, " (%s is there: a slip?)",
			                       other);
		g_string_append_printf(out, "\n    “%s” in %s\n", words, paper);
	}
}

static void
append_gaps(GString *out, const struct mb_coverage_row *row)
{
	for (guint i = 0; i < row->gaps->len; i++) {
		const struct mb_gap *gap = row->gaps->pdata[i];
		g_autofree char *after = mb_date_to_text(gap->after_ymd);
		g_autofree char *before = mb_date_to_text(gap->before_ymd);

		g_string_append_printf(
		    out, "  %s, %s%s%s: %s", name_of(row), after,
		    gap->after_ymd != gap->before_ymd ? " to " : "",
		    gap->after_ymd != gap->before_ymd ? before : "",
		    gap->first);
		if (gap->n_missing > 1)
			g_string_append_printf(out, " to %s", gap->last);
		g_string_append(out,
		                gap->sure ? "\n" : " (perhaps not used)\n");
	}
}

/* A heading, and under it what @append writes of each row; nothing where there
 * is nothing. */
static void
append_section(GString *out, const char *heading, const GPtrArray *rows,
               void (*append)(GString *, const struct mb_coverage_row *))
{
	g_autoptr(GString) lines = g_string_new(NULL);

	for (guint i = 0; i < rows->len; i++)
		append(lines, rows->pdata[i]);
	if (lines->len > 0)
		g_string_append_printf(out, "\n%s\n%s", heading, lines->str);
}

/* Why a paper is not searched, for people. */
static const char *
why(const struct mb_coverage_paper *paper)
{
	if (paper->lack == MB_LACK_SCANNED)
		return strcmp(paper->state->status, "read") == 0
		           ? "some pages are scans"
		           : "scans";
	return paper->state->reason != NULL ? paper->state->reason
	                                    : "no reason is known";
}

static void
append_reasons(GString *out, const GPtrArray *papers)
{
	g_autoptr(GHashTable) counts =
	    g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) order = g_ptr_array_new();

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];
		gpointer reason = (gpointer)why(paper);
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, reason));

		if (paper->lack == MB_LACK_NOTHING)
			continue;
		if (n == 0)
			g_ptr_array_add(order, reason);
		g_hash_table_insert(counts, reason, GUINT_TO_POINTER(n + 1));
	}
	if (order->len > 0)
		g_string_append(out, "\nPapers that can't be searched, or not "
		                     "as a whole:\n");
	for (guint i = 0; i < order->len; i++) {
		gpointer reason = order->pdata[i];
		g_autofree char *line = mb_plain_line(reason);

		g_string_append_printf(
		    out, "  %u: %s\n",
		    GPOINTER_TO_UINT(g_hash_table_lookup(counts, reason)),
		    line);
	}
}

static gboolean
has_lack(const GPtrArray *papers, enum mb_paper_lack lack)
{
	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];

		if (paper->lack == lack)
			return TRUE;
	}
	return FALSE;
}

static void
append_advice(GString *out, const GPtrArray *papers, gboolean exempt)
{
	g_string_append_c(out, '\n');
	if (has_lack(papers, MB_LACK_SCANNED))
		g_string_append(out, "Scans are read with \"minutebook-index "
		                     "--ocr\".\n");
	if (has_lack(papers, MB_LACK_UNREAD))
		g_string_append(out, "For types without a reader, [convert] in "
		                     "minutebook.conf(5) can name a "
		                     "converter.\n");
	if (!exempt)
		g_string_append(out, "Exempt papers, and papers that could "
		                     "never be read, are shown with "
		                     "--exempt.\n");
	g_string_append(out, "--papers lists the papers behind the "
	                     "figures.\n");
}

void
mb_coverage_text(GString *out, const GPtrArray *rows, const GPtrArray *papers,
                 gboolean exempt)
{
	g_autoptr(mb_table) table = mb_table_new(mb_coverage_row_columns);
	const struct mb_coverage_row *above = NULL;

	for (guint i = 0; i < rows->len; i++) {
		mb_table_add(table,
		             row_for_people(rows, rows->pdata[i], above));
		above = rows->pdata[i];
	}
	mb_table_add(table, sum_for_people(rows, papers));
	mb_table_text(table, out);
	append_section(out,
	               "Missing: meetings whose minutes are spoken of, of "
	               "which there is no paper:",
	               rows, append_missing);
	append_section(out, "Gaps: numbers that are missing among the minutes:",
	               rows, append_gaps);
	append_reasons(out, papers);
	append_advice(out, papers, exempt);
}
